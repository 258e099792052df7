"""A snapshot as one fixed text, its hash, back again, and what changed between two of them."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from exam.rules.panel import PanelRule
from exam.rules.results import AwardLine, Change, Snapshot
from exam.words import QT_TRANSLATE_NOOP

SHOWN_HASH = 12
"""Hex digits of the hash that are printed on the papers."""


def canonical(snapshot: Snapshot) -> str:
    """The text that is stored and hashed: JSON with sorted keys, decimals as strings, without the hash."""
    plain = _plain(replace(snapshot, fingerprint=""))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def text_hash(text: str) -> str:
    """SHA-256 of a stored text, 64 hex digits."""
    return sha256(text.encode("utf-8")).hexdigest()


def sealed(snapshot: Snapshot) -> Snapshot:
    """The snapshot with the first digits of its hash as ``fingerprint``."""
    return replace(snapshot, fingerprint=text_hash(canonical(snapshot))[:SHOWN_HASH])


def parse(text: str) -> Snapshot:
    """The snapshot from its stored text, with its fingerprint."""
    snapshot: Snapshot = _maker(Snapshot)(json.loads(text))
    return replace(snapshot, fingerprint=text_hash(text)[:SHOWN_HASH])


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in cast("Sequence[Any]", value)]
    return value


@lru_cache(maxsize=64)
def _maker(kind: Any) -> Callable[[Any], Any]:
    """How a value of this annotated type is made from plain data; unknown fields of later versions are left."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        inner = _maker(next(one for one in get_args(kind) if one is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        one = _maker(get_args(kind)[0])
        return lambda value: tuple(map(one, value))
    if kind is Decimal:
        return Decimal
    if is_dataclass(kind):
        hints = get_type_hints(kind, localns={"PanelRule": PanelRule})
        makers = {one.name: _maker(hints[one.name]) for one in fields(kind)}
        new = cast("Callable[..., Any]", kind)
        return lambda value: new(**{name: make(value[name]) for name, make in makers.items() if name in value})
    return lambda value: value


# What changed


PLACE = QT_TRANSLATE_NOOP("exam", "rank")
TOTAL = QT_TRANSLATE_NOOP("exam", "total mark")
AVERAGE = QT_TRANSLATE_NOOP("exam", "average")
RATE = QT_TRANSLATE_NOOP("exam", "participation rate")
AWARD = QT_TRANSLATE_NOOP("exam", "award")
TIE = QT_TRANSLATE_NOOP("exam", "tie key")
STATUS = QT_TRANSLATE_NOOP("exam", "state")
ENTRY = QT_TRANSLATE_NOOP("exam", "on the list")
NAME = QT_TRANSLATE_NOOP("exam", "person's name")


@dataclass(slots=True)
class ComparedLines:
    """The old lines of one kind by key, and by key the new line compared with one of them and what differs."""

    old: Sequence[Any]
    before: dict[str, Any]
    seen: dict[str, tuple[Any, tuple[Change, ...]]]


Compared = dict[str, ComparedLines]
"""What was compared, by kind of line."""


def changes(old: Snapshot, new: Snapshot, compared: Compared | None = None) -> tuple[Change, ...]:
    """Every place, total, average, state and award that differs, in the order of the new standings.

    ``compared`` keeps the comparisons, so that the same two lines are not compared again the next time.
    """
    kept: Compared = {} if compared is None else compared
    found: list[Change] = []
    found += _compare(
        "individual", old.individuals, new.individuals, attrgetter("staff_number"), attrgetter("name", "unit"),
        ((PLACE, "place"), (TOTAL, "total"), (TIE, "tie_key"), (STATUS, "status"), (NAME, "name")), kept,
    )  # fmt: skip
    found += _compare(
        "team", old.teams, new.teams, attrgetter("unit_code"), lambda line: (line.team or line.unit, line.unit),
        ((PLACE, "place"), (TOTAL, "total"), (TIE, "tie_key")), kept,
    )  # fmt: skip
    found += _compare(
        "unit", old.units, new.units, attrgetter("unit_code"), attrgetter("unit", "unit"),
        ((PLACE, "place"), (AVERAGE, "average"), (RATE, "participation_rate")), kept,
    )  # fmt: skip
    return (*found, *_award_changes(old.awards, new.awards))


def _compare(
    kind: str,
    old: Sequence[Any],
    new: Sequence[Any],
    key: Callable[[Any], str],
    named: Callable[[Any], tuple[str, str]],
    columns: Sequence[tuple[str, str]],
    compared: Compared,
) -> list[Change]:
    kept = compared.get(kind)
    if kept is None or kept.old is not old:
        kept = compared[kind] = ComparedLines(old, {key(line): line for line in old}, {})
    before, seen = kept.before, kept.seen
    numbers = [key(line) for line in new]
    found: list[Change] = []
    for number, line in zip(numbers, new, strict=True):
        known = seen.get(number)
        if known is None or known[0] is not line:
            known = seen[number] = (line, _differences(kind, before.get(number), line, named, columns))
        if known[1]:
            found += known[1]
    gone = before.keys() - set(numbers)
    found.extend(Change(kind, *named(line), ENTRY, "+", "") for number, line in before.items() if number in gone)
    return found


def _differences(
    kind: str,
    was: Any | None,
    line: Any,
    named: Callable[[Any], tuple[str, str]],
    columns: Sequence[tuple[str, str]],
) -> tuple[Change, ...]:
    if was is None:
        return (Change(kind, *named(line), ENTRY, "", "+"),)
    found: list[Change] = []
    for what, column in columns:
        one, other = getattr(was, column), getattr(line, column)
        # Equal decimals may still be written differently: 88.9 and 88.90.
        if one is other or (one == other and not isinstance(one, Decimal)):
            continue
        if (before := _shown(one)) != (now := _shown(other)):
            found.append(Change(kind, *named(line), what, before, now))
    return tuple(found)


def _award_changes(old: Sequence[AwardLine], new: Sequence[AwardLine]) -> list[Change]:
    before, after = _awards(old), _awards(new)
    return [
        Change("award", winner, unit, AWARD, before.get(key, ("", "", ""))[2], after.get(key, ("", "", ""))[2])
        for key, (winner, unit, _) in {**before, **after}.items()
        if before.get(key) != after.get(key)
    ]


def _awards(lines: Sequence[AwardLine]) -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for line in lines:
        words = f"{line.item} {line.award}".strip()
        has = found.get(line.winner_key)
        found[line.winner_key] = (line.winner, line.unit, f"{has[2]}, {words}" if has else words)
    return found


def _shown(value: Any) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)
