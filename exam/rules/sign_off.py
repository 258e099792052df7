"""What stands between the results and their sign-off. Pure; from a snapshot alone."""

from __future__ import annotations

from exam.rules.results import Snapshot, Step
from exam.words import QT_TRANSLATE_NOOP


def lacking(snapshot: Snapshot) -> tuple[Step, ...]:
    """What is incomplete, not verified or not locked; empty when the results can be signed off."""
    steps = list(snapshot.incomplete)
    if snapshot.unverified:
        text = QT_TRANSLATE_NOOP("exam", "Marks not verified by another person: {count}")
        steps.append(Step(text, {"count": str(snapshot.unverified)}, kind="warning"))
    waiting = [lock.name for lock in snapshot.locks if not lock.locked]
    if waiting:
        text = QT_TRANSLATE_NOOP("exam", "Not locked yet: {names}")
        steps.append(Step(text, {"names": "、".join(waiting)}, kind="warning"))
    return tuple(steps)
