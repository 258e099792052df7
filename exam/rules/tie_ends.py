"""The end of a tie: equal people or teams that no key separates, told apart by an extra quiz or a drawn lot.

Source: domain.md section 3 "Ties", ends: same place, extra quiz (sudden death), drawn lot (recorded). A
decision holds as long as those who are tied all took part in it; when marks change and somebody else comes
level, it no longer says anything and the place is shared again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exam.errors import InvalidInput
from exam.rules.ranking import Key, competition_ranks
from exam.rules.results import Step, TieEnd
from exam.words import QT_TRANSLATE_NOOP

EXTRA_QUIZ, DRAWN_LOT = "extra_quiz", "drawn_lot"
METHODS = {
    EXTRA_QUIZ: QT_TRANSLATE_NOOP("exam", "extra quiz"),
    DRAWN_LOT: QT_TRANSLATE_NOOP("exam", "drawn lot"),
}
INDIVIDUAL, TEAM = "individual", "team"


def deciding_ends(
    keys: Sequence[Key], ids: Sequence[int], ends: Sequence[TieEnd], standing: str
) -> list[TieEnd | None]:
    """For each line the decision that tells it apart from those with an equal key, ``None`` where none does.

    ``keys`` are total and tie keys, ``ids`` the nominees or teams. Of several decisions the last one counts.
    """
    own = [end for end in ends if end.standing == standing]
    tied: dict[Key, list[int]] = {}
    for at, key in enumerate(keys):
        tied.setdefault(key, []).append(at)
    found: list[TieEnd | None] = [None] * len(keys)
    for together in tied.values() if own else ():
        names = {str(ids[at]) for at in together}
        end = next((end for end in reversed(own) if names <= end.places.keys()), None)
        if len(together) > 1 and end is not None:
            for at in together:
                found[at] = end
    return found


def checked_places(members: Mapping[int, int]) -> dict[str, int]:
    """Places among the tied by id, as they are stored; :class:`InvalidInput` when they tell nobody apart.

    Whoever is still equal shares a place, and the next place is left out: 1, 2, 2, 4.
    """
    if len(set(members.values())) < 2:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Everybody has the same place. Say who came before whom."), field="place"
        )
    ranks = competition_ranks([(-place,) for place in members.values()])
    if ranks != list(members.values()):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "The places do not fit together. Begin at 1; after two people in place 1 comes place 3."
            ),
            field="place",
        )
    return {str(id_): place for id_, place in members.items()}


def end_steps(end: TieEnd, own: int, others: str) -> list[Step]:
    """The lines of an explanation that say how the tie ended. ``own`` is the line's place among the tied."""
    texts = {
        EXTRA_QUIZ: QT_TRANSLATE_NOOP(
            "exam", "Equal totals and keys: the extra quiz decides (place {own} in it; equal before it: {others})"
        ),
        DRAWN_LOT: QT_TRANSLATE_NOOP(
            "exam", "Equal totals and keys: the drawn lot decides (place {own} in it; equal before it: {others})"
        ),
    }
    steps = [Step(texts[end.method], {"own": str(own), "others": others})]
    if end.note:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Recorded: {note}"), {"note": end.note}))
    return steps
