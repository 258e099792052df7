"""The order of the ceremony: from the last place up, the least award first, every winner once."""

from __future__ import annotations

from decimal import Decimal

from exam.rules.results import AwardLine, IndividualLine, ItemColumn, Snapshot, TeamLine, UnitLine
from exam.rules.reveal import acts_of

D = Decimal


def person(number: int, total: str, group: str = "A") -> IndividualLine:
    return IndividualLine(
        number, f"A0{number}", f"00{number}", f"员工{number}", "U1", "一分公司", group, (D(total), D("80")),
        D(total), D(total), D(0), D(total),
    )  # fmt: skip


def award(kind: str, name: str, number: int, place: int | None, *, item: str = "", group: str = "") -> AwardLine:
    key = f"{kind}|{'scene' if item else ''}|00{number}"
    return AwardLine(
        kind, name, f"员工{number}", "一分公司", place, f"00{number}", item, group=group, winner_key=key
    )  # fmt: skip


def snapshot(*awards: AwardLine) -> Snapshot:
    team = TeamLine(1, "U1", "一分公司", "一队", 2, 0, 0, None, None, None, D(0), D("170"))
    unit = UnitLine(1, "U1", "一分公司", 9, 4, 4, 0, 0, 4, D(300), D(75), D("98.5"))
    columns = tuple(ItemColumn(key, key, "panel", D(100), D(50)) for key in ("written", "scene"))
    return Snapshot(
        "大赛", 2026, "", "", "zh", "2026-11-22", 1, "", columns,
        tuple(person(number, f"9{9 - number}") for number in range(1, 5)), (team,), (unit,), awards,
    )  # fmt: skip


def test_that_the_first_prize_comes_last_and_the_last_place_first() -> None:
    acts = acts_of(snapshot(
        award("individual", "一等奖", 1, 1), award("individual", "二等奖", 2, 2), award("individual", "二等奖", 3, 3),
    ))  # fmt: skip
    assert [act.award for act in acts] == ["二等奖", "一等奖"]
    assert [[one.name for one in place] for place in acts[0].places] == [["员工3"], ["员工2"]]
    assert [one.name for one in acts[0].winners] == ["员工2", "员工3"]
    assert acts[1].places[0][0].figure == D("98")


def test_that_people_who_share_a_place_come_together() -> None:
    (act,) = acts_of(snapshot(
        award("individual", "奖", 1, 1), award("individual", "奖", 2, 2), award("individual", "奖", 3, 2),
    ))  # fmt: skip
    assert [[one.name for one in place] for place in act.places] == [["员工2", "员工3"], ["员工1"]]


def test_that_every_standing_has_its_turn_and_the_teams_close() -> None:
    given = (
        AwardLine("team", "团体一等奖", "一分公司", "一分公司", 1, winner_key="team|U1"),
        award("individual", "一等奖", 1, 1),
        award("item", "单项奖", 2, 1, item="情景模拟"),
        award("group", "小组奖", 1, 1, group="A"), award("group", "小组奖", 4, 1, group="B"),
        AwardLine("organisation", "组织奖", "一分公司", "一分公司", 1, winner_key="organisation|U1"),
        award("title", "业务能手", 4, None),
    )  # fmt: skip
    acts = acts_of(snapshot(*given))
    assert [(act.kind, act.about) for act in acts] == [
        ("organisation", ""), ("title", ""), ("item", "情景模拟"), ("group", "A"), ("group", "B"), ("individual", ""),
        ("team", ""),
    ]  # fmt: skip
    assert sum(len(act.winners) for act in acts) == len(given)
    figures = {act.kind: act.winners[0].figure for act in acts}
    assert (figures["organisation"], figures["title"], figures["item"]) == (D("98.5"), None, D("80"))
    assert figures["team"] == D("170")
    assert acts[-1].winners[0].members == ("员工1", "员工2", "员工3", "员工4")


def test_that_titles_keep_their_order() -> None:
    acts = acts_of(snapshot(award("title", "能手", 2, None), award("title", "标兵", 1, None)))
    assert [act.award for act in acts] == ["能手", "标兵"]
