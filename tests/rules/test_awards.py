"""Awards by count and ratio, ties at the cut, people who take none, and certificate numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.awards import (
    AwardSpec,
    Titled,
    certificate_number,
    check_spec,
    give_awards,
    serial_of,
    winners_of,
)
from exam.rules.ranking import competition_ranks
from exam.rules.results import IndividualLine, ItemColumn, ItemWork, TeamLine, UnitLine

D = Decimal
PRIZES = [AwardSpec("individual", name, "count", D(count)) for name, count in (("1", 1), ("2", 2), ("3", 3))]


def person(number: int, place: int | None, *, status: str = "active", state: str = "", group: str = "A",
           mark: int = 0) -> IndividualLine:  # fmt: skip
    work = (ItemWork(state=state, hundred=D(mark)),)
    return IndividualLine(
        place, "", f"N{number}", f"P{number}", "U", "Unit", group, (), None, None, D(0), D(0), status=status, work=work
    )


def unit(code: str, rate: str, average: str) -> UnitLine:
    return UnitLine(None, code, code, 9, 9, 9, 0, 0, 9, D(0), D(average), D(rate))


def give(specs: list[AwardSpec], people: list[IndividualLine], **more: object) -> list[tuple[str, str]]:
    values: dict[str, object] = {"teams": (), "units": (), "items": (), **more}
    return [(line.award, line.winner) for line in give_awards(specs, individuals=people, **values).lines]  # type: ignore[arg-type]


def test_that_prizes_follow_each_other() -> None:
    people = [person(n, n) for n in range(1, 8)]
    assert give(PRIZES, people) == [("1", "P1"), ("2", "P2"), ("2", "P3"), ("3", "P4"), ("3", "P5"), ("3", "P6")]


def test_that_tied_people_at_the_cut_win_together() -> None:
    people = [person(1, 1), person(2, 1), person(3, 3), person(4, 3), person(5, 5)]
    assert give(PRIZES[:2], people) == [("1", "P1"), ("1", "P2"), ("2", "P3"), ("2", "P4")]


def test_that_withdrawn_disciplined_and_zeroed_people_take_none() -> None:
    people = [
        person(1, 1, state="zeroed"), person(2, 2, state="disciplined"), person(3, None, status="withdrawn"),
        person(4, 3),
    ]  # fmt: skip
    assert give(PRIZES[:1], people) == [("1", "P4")]


@pytest.mark.parametrize(("entrants", "winners"), [(48, 5), (45, 5), (44, 4), (4, 0), (5, 1)])
def test_that_a_ratio_is_rounded_half_up(entrants: int, winners: int) -> None:
    assert winners_of(AwardSpec("individual", "x", "ratio", D(10)), entrants) == winners


def test_that_every_item_and_every_group_has_its_winners() -> None:
    items = (ItemColumn("s", "Scene", "panel", D(100), D(70)),)
    people = [person(1, 1, mark=80, group="A"), person(2, 2, mark=90, group="B")]
    specs = [AwardSpec("item", "best", "count", D(1)), AwardSpec("group", "first", "count", D(1))]
    assert give(specs, people, items=items) == [("best", "P2"), ("first", "P1"), ("first", "P2")]


def test_that_the_organisation_award_goes_by_rate_then_average() -> None:
    units = [unit("A", "100", "70"), unit("B", "100", "80"), unit("C", "90", "99")]
    assert give([AwardSpec("organisation", "org", "count", D(1))], [], units=units) == [("org", "B")]


def test_that_teams_without_a_place_win_nothing() -> None:
    team = TeamLine(None, "U", "Unit", "Unit", 4, 0, 0, None, None, None, D(0), None)
    assert give([AwardSpec("team", "first", "count", D(1))], [], teams=[team]) == []


def test_that_titles_go_to_whom_they_were_given() -> None:
    specs = [AwardSpec("title", "Star", reason="for service")]
    lines = give_awards(
        specs, individuals=(), teams=(), units=(), items=(), titled=[Titled("Star", "N1", "P1", "Unit")]
    ).lines
    assert [(line.winner, line.reason, line.kind) for line in lines] == [("P1", "for service", "title")]


@given(st.lists(st.integers(0, 20), max_size=40), st.lists(st.integers(1, 5), max_size=4))
def test_that_nobody_wins_twice_and_no_tie_is_split(totals: list[int], counts: list[int]) -> None:
    places = competition_ranks([(total,) for total in totals])
    people = [person(n, place) for n, place in enumerate(places)]
    specs = [AwardSpec("individual", str(n), "count", D(count)) for n, count in enumerate(counts)]
    given_ = {winner: award for award, winner in give(specs, people)}
    assert len(given_) == len(give(specs, people))
    by_place: dict[int, set[str | None]] = {}
    for one in people:
        by_place.setdefault(one.place or 0, set()).add(given_.get(one.name))
    assert all(len(awards) == 1 for awards in by_place.values())


@pytest.mark.parametrize(
    "spec",
    [
        AwardSpec("individual", " ", "count", D(1)),
        AwardSpec("individual", "x", "count", D("1.5")),
        AwardSpec("individual", "x", "count", D(0)),
        AwardSpec("individual", "x", "ratio", D(101)),
        AwardSpec("nobody", "x", "count", D(1)),
    ],
)
def test_that_a_rule_that_makes_no_sense_is_refused(spec: AwardSpec) -> None:
    with pytest.raises(InvalidInput):
        check_spec(spec)


def test_that_certificate_numbers_look_as_the_office_writes_them() -> None:
    assert certificate_number("FWDS", 2026, "individual", 1) == "FWDS〔2026〕个-001"
    assert serial_of("FWDS〔2026〕团-012") == ("team", 12)
    assert serial_of("something else") is None
