"""The standing of one item and of one group, from a finished calculation.

Source: domain.md section 3 "Awards" (single items and groups). Equal marks share a place: 1, 2, 2, 4. Inside a
group the order is that of the whole standing, so its tie keys hold there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from exam.rules.ranking import competition_ranks
from exam.rules.results import IndividualLine, ItemWork


@dataclass(frozen=True, slots=True)
class PartPlace:
    """One elite in the standing of an item or a group; ``None`` = no mark, no place.

    ``mark`` and ``hundred`` are those of the item; of a group, ``mark`` is the total.
    """

    place: int | None
    line: IndividualLine
    mark: Decimal | None
    hundred: Decimal | None


def item_standing(lines: Sequence[IndividualLine], number: int) -> list[PartPlace]:
    """The standing in item ``number`` (from 0); people without a mark stand at the end."""
    marked: list[tuple[IndividualLine, ItemWork]] = []
    rest: list[IndividualLine] = []
    for line in lines:
        work = line.work[number] if number < len(line.work) else ItemWork()
        if line.status == "active" and work.hundred is not None:
            marked.append((line, work))
        else:
            rest.append(line)
    places = competition_ranks([(work.hundred,) for _, work in marked])
    order = sorted(zip(places, marked, strict=True), key=lambda pair: (pair[0], pair[1][0].entrant_code))
    rows = [PartPlace(place, line, work.mark, work.hundred) for place, (line, work) in order]
    return rows + [PartPlace(None, line, None, None) for line in rest]


def group_names(lines: Sequence[IndividualLine]) -> list[str]:
    """The groups that have a standing of their own: none while there is only one."""
    names = sorted(set(map(attrgetter("group"), lines)) - {""})
    return names if len(names) > 1 else []


def group_standing(lines: Sequence[IndividualLine], group: str) -> list[PartPlace]:
    """The standing inside one group; people without a place stand at the end."""
    inside = [line for line in lines if line.group == group]
    ranked = [line for line in inside if line.place is not None]
    places = competition_ranks([(-(line.place or 0),) for line in ranked])
    order = sorted(zip(places, ranked, strict=True), key=lambda pair: (pair[0], pair[1].entrant_code))
    rows = [PartPlace(place, line, line.total, None) for place, line in order]
    return rows + [PartPlace(None, line, line.total, None) for line in inside if line.place is None]
