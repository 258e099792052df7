"""Individual and team totals, worked by hand and held by properties."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.rules.panel import PanelRule
from exam.rules.results import Basis, Component, Extra, IndividualLine, ItemColumn, ItemWork
from exam.rules.standings import Entrant, TeamInput, individual_standing, team_standing
from exam.rules.team_totals import PRESETS, TeamFacts, team_total
from exam.rules.totals import effective_weights, individual_total, ratio, work_item

D = Decimal
BASIS = Basis()
WRITTEN = ItemColumn("written", "Written", "written", D(100), D(30), "written", D(100))
SCENE = ItemColumn("scene", "Scene", "panel", D(100), D(28), "on_site", D(40), PanelRule())
WORK = ItemColumn("work", "Work", "panel", D(50), D(42), "on_site", D(60), PanelRule())
ITEMS = (WRITTEN, SCENE, WORK)
marks = st.integers(0, 10000).map(lambda n: D(n) / 100)


def written(mark: str | None, state: str = "") -> ItemWork:
    points = None if mark is None else D(mark)
    return work_item(WRITTEN, BASIS, entered=points, awaited=int(points is None and not state), state=state)


def judged(column: ItemColumn, *given: str, **more: object) -> ItemWork:
    return work_item(column, BASIS, marks=[D(mark) for mark in given], **more)  # type: ignore[arg-type]


def entrant(number: int, team: int, *work: ItemWork, status: str = "active", extras: tuple[Extra, ...] = ()) -> Entrant:
    return Entrant(
        number, team, f"A{number:02d}", f"N{number:03d}", f"P{number}", f"U{team}", f"Unit {team}", "A", status, work,
        extras,
    )  # fmt: skip


def line(total: str | None, *, status: str = "active", work: tuple[ItemWork, ...] = ()) -> IndividualLine:
    points = None if total is None else D(total)
    return IndividualLine(
        None, "", "", "", "", "", "", (), points, points, D(0), points, status=status, work=work
    )


# Items


def test_that_an_item_is_brought_to_a_full_mark_of_100() -> None:
    work = judged(WORK, "40", "41", "42", "43", "44")
    assert (work.mark, work.hundred) == (D("42.00"), D("84.00"))


def test_that_an_awaited_mark_leaves_no_item_mark() -> None:
    work = judged(SCENE, "80", "81", "82", "83", awaited=1)
    assert (work.mark, work.hundred) == (None, None)


def test_that_a_small_panel_gives_no_item_mark() -> None:
    assert judged(SCENE, "80", "81").mark is None


def test_that_a_deduction_of_the_item_stands_after_the_panel_mark() -> None:
    work = judged(SCENE, "80", "80", "80", extras=(Extra(D("-1.5"), "overtime"),))
    assert (work.entered, work.mark) == (D("80.00"), D("78.50"))


@pytest.mark.parametrize("state", ["absent", "zeroed", "withdrawn"])
def test_that_whoever_stays_away_or_cheats_gets_0_in_the_item(state: str) -> None:
    assert written(None, state).hundred == D("0")


def test_that_an_excused_entrant_has_no_mark_and_no_total() -> None:
    work = (written(None, "excused"), judged(SCENE, "80", "80", "80"), judged(WORK, "40", "40", "40"))
    assert individual_total(ITEMS, work, (), BASIS).total is None


# Individual totals


def test_that_the_scheme_weighs_written_30_and_on_site_70() -> None:
    work = (written("84"), judged(SCENE, "91", "91", "91"), judged(WORK, "46.5", "46.5", "46.5"))
    outcome = individual_total(ITEMS, work, (), BASIS)
    assert (outcome.written, outcome.on_site, outcome.total) == (D("84.00"), D("92.20"), D("89.74"))


def test_that_the_on_site_part_is_rounded_before_the_total() -> None:
    # (40 x 80.01 + 60 x 80.02) / 100 = 80.016, so 80.02; 0.3 x 80 + 0.7 x 80.02 = 80.014.
    work = (written("80"), judged(SCENE, "80.01", "80.01", "80.01"), judged(WORK, "40.01", "40.01", "40.01"))
    assert individual_total(ITEMS, work, (), BASIS).on_site == D("80.02")
    assert individual_total(ITEMS, work, (), BASIS).total == D("80.01")


def test_that_bonus_and_deductions_come_last() -> None:
    work = (written("80"), judged(SCENE, "80", "80", "80"), judged(WORK, "40", "40", "40"))
    extras = (Extra(D(2), "help"), Extra(D("-0.5"), "late"))
    assert individual_total(ITEMS, work, extras, BASIS).total == D("81.50")


def test_that_a_single_part_carries_the_whole_weight() -> None:
    assert individual_total((SCENE,), (judged(SCENE, "77", "77", "77"),), (), BASIS).total == D("77.00")


def test_that_weights_of_items_are_relative_inside_their_part() -> None:
    assert effective_weights([("written", D(100)), ("on_site", D(1)), ("on_site", D(2))], BASIS) == [
        D("30.00"), D("23.33"), D("46.67"),
    ]  # fmt: skip


@given(st.lists(marks, min_size=3, max_size=9), marks, st.integers(0, 8), marks)
def test_that_a_higher_mark_never_lowers_a_total(
    panel: list[Decimal], paper: Decimal, at: int, higher: Decimal
) -> None:
    columns = (WRITTEN, SCENE)

    def total(given: list[Decimal]) -> Decimal:
        work = (work_item(WRITTEN, BASIS, entered=paper), work_item(SCENE, BASIS, marks=given))
        found = individual_total(columns, work, (), BASIS).total
        assert found is not None
        return found

    raised = list(panel)
    raised[at % len(panel)] = max(raised[at % len(panel)], higher)
    assert total(raised) >= total(panel)


rules = st.builds(
    PanelRule,
    drop_high=st.integers(0, 2), drop_low=st.integers(0, 2), trim_from=st.integers(0, 7), minimum=st.integers(0, 3),
    combine=st.sampled_from(["mean", "sum", "median"]), coefficient=st.decimals("0.1", 4, places=1),
    places=st.one_of(st.none(), st.integers(0, 3)),
)  # fmt: skip
bases = st.builds(
    Basis, written_weight=st.integers(0, 100).map(D), item_places=st.integers(0, 3), total_places=st.integers(0, 3)
)
panels = st.lists(st.one_of(st.none(), marks), min_size=1, max_size=9)
ENTRANTS = st.lists(st.tuples(marks, panels), min_size=2, max_size=6)


def placed(given: list[tuple[Decimal | None, list[Decimal | None]]], rule: PanelRule, basis: Basis) -> tuple:
    """The standing of people with a paper and a panel each, in teams of two, and that of the teams."""
    scene = replace(SCENE, rule=rule, full=D(60))
    entrants = [
        entrant(
            number, number // 2,
            work_item(WRITTEN, basis, entered=paper, awaited=int(paper is None)),
            work_item(scene, basis, marks=panel),
        )
        for number, (paper, panel) in enumerate(given)
    ]  # fmt: skip
    lines = individual_standing(entrants, (WRITTEN, scene), basis)
    teams = [TeamInput(number, f"U{number}", "", f"T{number}") for number in range((len(given) + 1) // 2)]
    standing = team_standing(teams, lines, (WRITTEN, scene), basis)
    return {one.nominee_id: one for one in lines}, {one.team_id: one for one in standing}


@given(ENTRANTS, rules, bases, st.integers(0, 5), st.integers(0, 9), marks)
def test_that_a_higher_mark_never_lowers_a_total_or_a_place_under_any_rule(
    given: list, rule: PanelRule, basis: Basis, who: int, at: int, more: Decimal
) -> None:
    who %= len(given)
    paper, panel = given[who]
    if at < len(panel) and panel[at] is not None:
        raised = (paper, [*panel[:at], panel[at] + more, *panel[at + 1 :]])
    else:
        raised = (paper + more, panel)
    (lines, teams), (after, teams_after) = (
        placed(marks_, rule, basis) for marks_ in (given, [*given[:who], raised, *given[who + 1 :]])
    )
    one, other = lines[who], after[who]
    assert (one.total is None) == (other.total is None)
    if one.total is not None:
        assert other.total >= one.total
        assert other.place <= one.place
    team, team_after = teams[who // 2], teams_after[who // 2]
    assert (team.total is None) == (team_after.total is None)
    assert team.total is None or team_after.total >= team.total


@given(ENTRANTS, rules, bases, st.integers(0, 5))
def test_that_a_missing_mark_is_never_counted_as_zero(given: list, rule: PanelRule, basis: Basis, who: int) -> None:
    who %= len(given)
    paper, panel = given[who]
    waiting, teams = placed([*given[:who], (None, panel), *given[who + 1 :]], rule, basis)
    assert waiting[who].written is None
    assert waiting[who].total is None or basis.written_weight == 0
    assert teams[who // 2].total is None or waiting[who].total is not None
    # A judge who did not mark changes nothing at all.
    there, _ = placed(given, rule, basis)
    absent, _ = placed([*given[:who], (paper, [None, *panel])], rule, basis)
    assert (absent[who].total, absent[who].items) == (there[who].total, there[who].items)
    # Without anybody's mark there is no number.
    nobody, _ = placed([*given[:who], (paper, [None])], rule, basis)
    assert nobody[who].on_site is None


@given(st.decimals(-1000, 1000, places=4), st.decimals("0.0001", 1000, places=4), st.integers(0, 4))
def test_that_a_ratio_is_the_exact_quotient_rounded_half_up_once(
    top: Decimal, bottom: Decimal, places: int
) -> None:
    exact = Fraction(top) / Fraction(bottom) * 10**places
    sign = -1 if exact < 0 else 1
    expected = sign * ((2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator))
    assert ratio(top, bottom, places) == D(expected).scaleb(-places)
    assert ratio(top, D(1), places) == top.quantize(D(1).scaleb(-places), ROUND_HALF_UP)


# Team totals


def test_that_the_team_total_is_the_sum_of_the_members() -> None:
    outcome = team_total([line("80.10"), line("79.95")], (), TeamFacts(), (), BASIS)
    assert outcome.total == D("160.05")
    assert outcome.steps[0].params["figures"] == "80.10 + 79.95"


def test_that_an_unfinished_member_leaves_the_team_without_a_total() -> None:
    assert team_total([line("80"), line(None)], (), TeamFacts(), (), BASIS).total is None


def mean_of_totals(missing: str) -> Basis:
    return replace(BASIS, components=(Component("individual_totals", "mean", missing=missing),))


@pytest.mark.parametrize(("rule", "expected"), [("zero", "40.00"), ("leave_out", "80.00")])
def test_that_a_withdrawn_elite_counts_0_or_is_left_out(rule: str, expected: str) -> None:
    members = [line("80"), line(None, status="withdrawn")]
    assert team_total(members, (), TeamFacts(), (), mean_of_totals(rule)).total == D(expected)


def test_that_an_elite_who_never_came_is_a_missing_elite() -> None:
    away = entrant(2, 1, written(None, "absent"), status="active")
    here = entrant(1, 1, written("80"))
    individuals = individual_standing([here, away], (WRITTEN,), BASIS)
    assert [one.total for one in individuals] == [D("80.00"), None]
    team = team_standing([TeamInput(1, "U1", "Unit", "Unit")], individuals, (WRITTEN,), mean_of_totals("zero"))
    assert team[0].total == D("40.00")


def test_that_the_best_members_count() -> None:
    basis = replace(BASIS, components=(Component("individual_totals", "best", best=2),))
    assert team_total([line("70"), line("90"), line("80")], (), TeamFacts(), (), basis).total == D("170.00")


def test_that_the_combined_preset_weighs_30_20_50() -> None:
    basis = replace(BASIS, components=PRESETS["combined"])
    facts = TeamFacts(all_staff_average=D("72.25"))
    outcome = team_total([line("80"), line("81")], (), facts, (Extra(D(-1), "late"),), basis)
    # 21.675 -> 21.68; 80.50 x 20 % = 16.10; 80.50 x 50 % = 40.25; minus 1.
    assert outcome.total == D("77.03")
    assert outcome.final == D("56.35")
    assert outcome.steps[-1].params["sum"] == "21.68 + 16.10 + 40.25 − 1"


def test_that_placing_points_are_8_4_2_1() -> None:
    basis = replace(BASIS, components=PRESETS["placing_points"])
    members = [replace(line("90"), place=1), replace(line("80"), place=4), replace(line("70"), place=9)]
    assert team_total(members, (), TeamFacts(), (), basis).total == D(9)


def test_that_a_team_without_elites_has_no_total() -> None:
    assert team_total([], (), TeamFacts(), (), BASIS).total is None


def test_that_a_missing_all_staff_average_leaves_the_team_without_a_total() -> None:
    basis = replace(BASIS, components=PRESETS["combined"])
    assert team_total([line("80")], (), TeamFacts(), (), basis).total is None


# Standings


def test_that_withdrawn_and_unfinished_people_have_no_place() -> None:
    lines = individual_standing(
        [
            entrant(1, 1, written("70")),
            entrant(2, 1, written("90"), status="withdrawn"),
            entrant(3, 1, written(None)),
            entrant(4, 1, written("80")),
        ],
        (WRITTEN,),
        BASIS,
    )
    assert [(one.entrant_code, one.place) for one in lines] == [("A04", 1), ("A01", 2), ("A03", None), ("A02", None)]


def test_that_equal_teams_are_separated_by_the_best_member() -> None:
    entrants = [
        entrant(1, 1, written("90")), entrant(2, 1, written("70")),
        entrant(3, 2, written("85")), entrant(4, 2, written("75")),
    ]  # fmt: skip
    individuals = individual_standing(entrants, (WRITTEN,), BASIS)
    teams = [TeamInput(1, "U1", "One", "One"), TeamInput(2, "U2", "Two", "Two")]
    lines = team_standing(teams, individuals, (WRITTEN,), BASIS)
    assert [(one.team, one.place, one.tie_key) for one in lines] == [
        ("One", 1, "best single member"), ("Two", 2, "best single member"),
    ]  # fmt: skip
