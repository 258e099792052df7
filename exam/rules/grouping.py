"""Groups by lot: uniform over all valid allocations, by redrawing the whole allocation until it is valid.

Groups are 1..G, their sizes differ by one at most and the larger ones come first. Valid: no group holds
more than ceil(n/G) of a unit that sends n. Drawing ball by ball and skipping full groups is not uniform.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exam.errors import InvalidInput
from exam.rules.draw import in_ticket_order
from exam.words import QT_TRANSLATE_NOOP

CUT = "cut"
BY_UNIT = "by_unit"
CONSTRUCTED = "constructed"
PILOT_SEED = "pilot"
PILOT_TRIES = 500
MAX_TRIES = 100_000

Units = Mapping[str, str]
"""Which unit each member is of: member id -> unit code."""


@dataclass(frozen=True, slots=True)
class Pilot:
    """How often each mode found a valid allocation in the pilot tries, and the mode frozen for it.

    ``blocking_unit`` broke the limit in the most tries of the mode *cut*; None when no try failed.
    """

    tries: int
    cut: int
    by_unit: int
    blocking_unit: str | None

    @property
    def mode(self) -> str:
        """The mode that succeeded more often; *cut* when both did equally."""
        return BY_UNIT if self.by_unit > self.cut else CUT


@dataclass(frozen=True, slots=True)
class Allocation:
    """Members of group 1, 2, ... in ticket order; ``tries`` is the try that was valid, to be published.

    A constructed allocation is not uniform, took no try, and names the unit that blocked the draw.
    """

    groups: tuple[tuple[str, ...], ...]
    mode: str
    tries: int
    blocking_unit: str | None = None

    @property
    def uniform(self) -> bool:
        """Whether every valid allocation was equally likely."""
        return self.mode != CONSTRUCTED

    def group_of(self) -> dict[str, int]:
        """The number of the group, from 1, of every member."""
        return {member: number for number, group in enumerate(self.groups, 1) for member in group}


def group_sizes(members: int, groups: int) -> list[int]:
    """Sizes of the groups 1..G: floor or ceil of members / groups, larger first."""
    if groups < 1 or groups > members:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "{members} people cannot form {groups} groups. Choose between 1 and {members} groups."
            ),
            members=members, groups=groups,
        )
    size, larger = divmod(members, groups)
    return [size + 1] * larger + [size] * (groups - larger)


def limits(unit_of: Units, groups: int) -> dict[str, int]:
    """The most members of each unit in one group: ceil(n / G)."""
    return {unit: -(-count // groups) for unit, count in Counter(unit_of.values()).items()}


def is_valid(allocation: tuple[tuple[str, ...], ...], unit_of: Units) -> bool:
    """Whether no group holds more of a unit than its limit."""
    most = limits(unit_of, len(allocation))
    return _broken_by(allocation, unit_of, most) is None


def try_cut(seed: str, unit_of: Units, groups: int, number: int) -> tuple[tuple[str, ...], ...]:
    """Allocation of try ``number`` in the mode *cut*: all members in ticket order, cut into groups."""
    order = in_ticket_order(f"{seed}|try{number}", unit_of)
    cut: list[tuple[str, ...]] = []
    start = 0
    for size in group_sizes(len(order), groups):
        cut.append(tuple(order[start : start + size]))
        start += size
    return tuple(cut)


def try_by_unit(seed: str, unit_of: Units, groups: int, number: int) -> tuple[tuple[str, ...], ...] | None:
    """Allocation of try ``number`` unit by unit, or None when the sizes of the groups come out wrong."""
    wanted = group_sizes(len(unit_of), groups)
    counts = Counter(unit_of.values())
    names = [f"g{group}" for group in range(1, groups + 1)]
    extra_groups: dict[str, list[int]] = {}
    sizes = [0] * groups
    for unit, count in counts.items():
        even, odd = divmod(count, groups)
        chosen = in_ticket_order(f"{seed}|try{number}|{unit}", names)[:odd] if odd else []
        extra_groups[unit] = sorted(int(name[1:]) - 1 for name in chosen)
        for group in range(groups):
            sizes[group] += even
        for group in extra_groups[unit]:
            sizes[group] += 1
    if sizes != wanted:
        return None
    order = in_ticket_order(f"{seed}|try{number}", unit_of)
    group_of: dict[str, int] = {}
    for unit, count in counts.items():
        even = count // groups
        places = [group for group in range(groups) for _ in range(even)] + extra_groups[unit]
        members = [member for member in order if unit_of[member] == unit]
        group_of.update(zip(members, places, strict=True))
    return tuple(tuple(member for member in order if group_of[member] == group) for group in range(groups))


def pilot(unit_of: Units, groups: int, tries: int = PILOT_TRIES) -> Pilot:
    """Try both modes with the seed ``pilot``, before the freeze, to choose the mode."""
    most = limits(unit_of, groups)
    cut = by_unit = 0
    broken: Counter[str] = Counter()
    for number in range(1, tries + 1):
        culprit = _broken_by(try_cut(PILOT_SEED, unit_of, groups, number), unit_of, most)
        if culprit is None:
            cut += 1
        else:
            broken[culprit] += 1
        by_unit += try_by_unit(PILOT_SEED, unit_of, groups, number) is not None
    worst = min(broken, key=lambda unit: (-broken[unit], unit.encode()), default=None)
    return Pilot(tries, cut, by_unit, worst)


def draw_groups(
    seed: str,
    unit_of: Units,
    groups: int,
    mode: str,
    max_tries: int = MAX_TRIES,
    step: Callable[[int, int], None] | None = None,
) -> Allocation | None:
    """The first valid allocation of try 1, 2, ...; None when ``max_tries`` found none.

    ``step(done, total)`` is called now and then and may raise to stop.
    """
    most = limits(unit_of, groups)
    for number in range(1, max_tries + 1):
        if step is not None and number % 500 == 0:
            step(number, max_tries)
        if mode == BY_UNIT:
            found = try_by_unit(seed, unit_of, groups, number)
        else:
            found = try_cut(seed, unit_of, groups, number)
            if _broken_by(found, unit_of, most) is not None:
                continue
        if found is not None:
            return Allocation(found, mode, number)
    return None


def allocate(
    seed: str,
    unit_of: Units,
    groups: int,
    mode: str,
    max_tries: int = MAX_TRIES,
    step: Callable[[int, int], None] | None = None,
    blocking_unit: str | None = None,
) -> Allocation:
    """The draw in the frozen mode; if that finds nothing, in the other one; else the constructed one."""
    for kind in (mode, CUT if mode == BY_UNIT else BY_UNIT):
        found = draw_groups(seed, unit_of, groups, kind, max_tries, step)
        if found is not None:
            return found
    return construct(seed, unit_of, groups, blocking_unit)


def construct(seed: str, unit_of: Units, groups: int, blocking_unit: str | None = None) -> Allocation:
    """A valid allocation that always exists, **not uniform**: units in ticket order are dealt round.

    Dealing each unit's members one after the other to consecutive groups keeps every limit and size.
    """
    group_sizes(len(unit_of), groups)
    order = in_ticket_order(seed, unit_of)
    dealt: list[list[str]] = [[] for _ in range(groups)]
    at = 0
    for unit in in_ticket_order(seed, sorted(set(unit_of.values()))):
        for member in order:
            if unit_of[member] == unit:
                dealt[at % groups].append(member)
                at += 1
    return Allocation(tuple(map(tuple, dealt)), CONSTRUCTED, 0, blocking_unit)


def _broken_by(
    allocation: tuple[tuple[str, ...], ...], unit_of: Units, most: Mapping[str, int]
) -> str | None:
    for group in allocation:
        for unit, count in Counter(unit_of[member] for member in group).items():
            if count > most[unit]:
                return unit
    return None
