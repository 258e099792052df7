"""A standing with a few changed lines equals the standing calculated and placed as a whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from exam.rules.awards import AwardSpec, give_again, give_awards
from exam.rules.changed_lines import individuals_again, team_lines_again, teams_again, teams_concerned
from exam.rules.incomplete import waiting_of
from exam.rules.results import Basis, Component, Extra, ItemColumn, TieEnd
from exam.rules.standings import Entrant, TeamInput, individual_line, individual_standing, team_standing
from exam.rules.totals import work_item

D = Decimal
COLUMNS = (
    ItemColumn("w", "Written", "written", D(100), D(30), "written"),
    ItemColumn("s", "Stage", "written", D(100), D(70)),
)
COMPONENTS = (
    (Component("individual_totals"),),
    (Component("individual_totals", "best", best=2), Component("on_site", "mean", missing="leave_out")),
    (Component("placing_points"),),
    (),
)
# Few different values, so that equal totals and equal keys are common.
MARKS = st.one_of(st.none(), st.sampled_from([D(60), D(70), D(80)]))
STATES = st.sampled_from(["", "", "", "", "absent", "excused", "zeroed"])
SPECS = st.lists(
    st.builds(
        lambda scope, method, value, item: AwardSpec(scope, f"{value}", method, D(value), item),
        st.sampled_from(["individual", "team", "item", "item", "group"]), st.sampled_from(["count", "ratio"]),
        st.sampled_from([1, 2, 3, 30, 60]), st.sampled_from(["", "w", "s"]),
    ),
    max_size=5,
)  # fmt: skip
ENTRY = st.tuples(
    MARKS, MARKS, STATES, STATES, st.sampled_from(["active"] * 5 + ["withdrawn"]), st.sampled_from([0, 1])
)
PEOPLE = st.lists(ENTRY, min_size=1, max_size=14)
CHANGES = st.lists(st.lists(st.tuples(st.integers(0, 13), ENTRY), min_size=1, max_size=3), min_size=1, max_size=4)


def entrant(number: int, entry: tuple, basis: Basis) -> Entrant:
    written, stage, absent, away, status, bonus = entry
    work = tuple(
        work_item(column, basis, entered=mark, awaited=int(mark is None and not state), state=state)
        for column, mark, state in zip(COLUMNS, (written, stage), (absent, away), strict=True)
    )
    extras = (Extra(D(bonus), "x"),) if bonus else ()
    # Codes repeat and are not in the order of the nominees.
    return Entrant(
        number, number % 4, f"A{number % 3}", f"N{-number}", "", f"U{number % 4}", "", ("", "A", "B")[number % 3],
        status, work, extras,
    )  # fmt: skip


@st.composite
def bases(draw: st.DrawFn) -> Basis:
    ends = draw(st.lists(st.permutations(range(14)), max_size=2))
    people = draw(st.integers(2, 14))
    return Basis(
        components=draw(st.sampled_from(COMPONENTS)),
        individual_keys=draw(st.sampled_from([("on_site", "written"), (), ("best_item",)])),
        team_keys=draw(st.sampled_from([("best_member", "on_site"), ()])),
        tie_ends=tuple(
            TieEnd(standing, "drawn_lot", {str(id_): place for place, id_ in enumerate(order[:people], 1)})
            for order, standing in zip(ends, ("individual", "team"), strict=False)
        ),
    )  # fmt: skip


@given(bases(), SPECS, PEOPLE, CHANGES)
def test_that_changed_lines_and_awards_are_those_of_the_whole_calculation(basis, specs, people, changes):
    entries = dict(enumerate(people))
    teams = tuple(TeamInput(number, f"U{number}", "", f"T{number}") for number in (2, 0, 3, 1))
    individuals = individual_standing([entrant(*one, basis) for one in entries.items()], COLUMNS, basis)
    standing = team_standing(teams, individuals, COLUMNS, basis)
    waiting = waiting_of(individuals)
    given = give_awards(specs, individuals=individuals, teams=standing, units=(), items=COLUMNS)
    for change in changes:
        new = {number: entry for number, entry in change if number in entries}
        entries |= new
        lines = {number: individual_line(entrant(number, one, basis), COLUMNS, basis) for number, one in new.items()}
        old = [line for line in individuals if line.nominee_id in lines]
        before, individuals = individuals, individuals_again(individuals, lines, basis)
        concerned = teams_concerned(before, individuals, lines.values(), basis)
        standing = teams_again(standing, team_lines_again(teams, concerned, individuals, COLUMNS, basis), basis, teams)
        waiting = waiting - waiting_of(old) + waiting_of(lines.values())
        whole = individual_standing([entrant(*one, basis) for one in entries.items()], COLUMNS, basis)
        given = give_again(given, specs, before=old, individuals=individuals, teams=standing, items=COLUMNS)
        assert individuals == whole
        assert given == give_awards(specs, individuals=whole, teams=standing, units=(), items=COLUMNS)
        assert standing == team_standing(teams, whole, COLUMNS, basis)
        assert waiting == waiting_of(whole)


@given(bases(), PEOPLE)
def test_that_the_order_of_entrants_and_teams_never_matters(basis, people):
    entrants = [entrant(*one, basis) for one in enumerate(people)]
    teams = [TeamInput(number, f"U{number}", "", f"T{number}") for number in range(4)]
    there = individual_standing(entrants, COLUMNS, basis)
    back = individual_standing(entrants[::-1], COLUMNS, basis)
    assert there == back
    one, other = team_standing(teams, there, COLUMNS, basis), team_standing(teams[::-1], back, COLUMNS, basis)
    assert sorted(one, key=lambda line: line.team_id) == sorted(other, key=lambda line: line.team_id)
    assert [line for line in one if line.place] == [line for line in other if line.place]


def test_that_lines_which_keep_their_place_are_the_very_same_ones():
    basis = Basis()
    marks = [(D(90 - number), D(90 - number), "", "", "active", 0) for number in range(6)]
    individuals = individual_standing([entrant(*one, basis) for one in enumerate(marks)], COLUMNS, basis)
    line = individual_line(entrant(3, (D(91), D(88), "", "", "active", 0), basis), COLUMNS, basis)
    again = individuals_again(individuals, {3: replace(line)}, basis)
    assert [one.nominee_id for one in again] == [0, 1, 3, 2, 4, 5]
    same = [one is other for one, other in zip(again, individuals, strict=True)]
    assert same == [True, True, False, False, True, True]
