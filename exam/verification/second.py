"""Totals, places and awards by plain fractions, written apart from ``exam.rules`` on purpose.

Source of every step: domain.md section 3. ``None`` means that there is no figure, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from exam.verification.figures import (
    NOUGHT,
    Figure,
    Person,
    Team,
    Unit,
    Work,
    exact,
    figure_of,
    half_up,
    or_last,
    own_figure,
    panel_mark,
    place_by_key,
    place_lines,
    shared_figure,
)
from exam.verification.given import Second, awards_of
from exam.verification.state import Row, State

DEFAULTS = {
    "written_full": "100", "absence_rule": "zero", "item_places": "2", "total_places": "2", "written_weight": "30",
    "team_preset": "elites_only", "missing_elite": "zero", "individual_tie_keys": "on_site,written",
    "team_tie_keys": "best_member,on_site", "quiz_base": "100",
}  # fmt: skip
"""Rules as they hold while nobody changed them. A test holds them to the settings of the program."""

PRESETS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "elites_only": (("individual_totals", "sum", 100),),
    "combined": (("all_staff_average", "mean", 30), ("final_written", "mean", 20), ("on_site", "mean", 50)),
    "placing_points": (("placing_points", "sum", 100),),
    "none": (),
}
PLACING_POINTS = (8, 4, 2, 1)


def second_calculation(state: State) -> Second:
    """Everything from the rows alone."""
    return _Calculation(state).run()


class _Calculation:
    def __init__(self, state: State) -> None:
        self.state = state
        stored = {key: row["value"] for key, row in state.rows("setting").items()}
        self.rules = {**DEFAULTS, **{key: value for key, value in stored.items() if key in DEFAULTS}}
        self.item_places = int(self.rules["item_places"])
        self.total_places = int(self.rules["total_places"])
        self.items = [(key, row) for key, row in state.ordered("final_item", "position") if row["kind"] != "quiz"]

    def run(self) -> Second:
        units = self.units()
        people = self.people()
        teams = self.teams(people, units)
        second = Second([row for _, row in self.items], people, teams, units, set())
        second.awards = awards_of(self.state, second)
        return second

    # The all-staff round

    def units(self) -> dict[str, Unit]:
        """Averages and participation rates of all units with candidates."""
        sections: dict[Any, int] = {}
        for row in self.state.rows("section").values():
            sections[row["sitting_id"]] = sections.get(row["sitting_id"], 0) + 1
        marks: dict[Any, list[Fraction]] = {}
        for row in self.state.rows("written_mark").values():
            if row["entry"] == 1 and row["points"] is not None:
                marks.setdefault(row["candidate_id"], []).append(exact(row["points"]))
        papers: dict[Any, list[tuple[str, Figure]]] = {}
        for key, row in self.state.rows("candidate").items():
            own, state = marks.get(key, []), row["attendance"]
            if row["sitting_id"] in self.state.sealed:
                # Nobody's paper before the opening: neither its marks nor its zero for cheating count for a unit.
                own, state = [], "present" if state == "zeroed" else state
            whole = bool(own) and len(own) == sections.get(row["sitting_id"], 0)
            papers.setdefault(row["unit_id"], []).append((state, sum(own, NOUGHT) if whole else None))
        found = {
            row["code"]: self.unit(papers[key])
            for key, row in self.state.ordered("unit", "position") if key in papers
        }  # fmt: skip
        ranked = [unit for unit in found.values() if unit.average is not None]
        place_lines(ranked, lambda unit: (unit.average,))
        return found

    def unit(self, papers: Sequence[tuple[str, Figure]]) -> Unit:
        """One unit from its papers: state and sum of the sections."""
        sat = absent = missing = 0
        counting: list[Fraction] = []
        for state, mark in papers:
            if state == "excused":
                continue
            if state in ("absent", "withdrawn"):
                absent += 1
                continue
            counts = NOUGHT if state == "zeroed" else mark
            sat += bool(state) or counts is not None
            if counts is None:
                missing += 1
            else:
                counting.append(counts)
        below = len(counting) + (absent if self.rules["absence_rule"] == "zero" else 0)
        average = half_up(sum(counting, NOUGHT) / below, self.total_places) if below and not missing else None
        rate = half_up(Fraction(100 * sat, len(papers)), self.total_places)
        return Unit(len(papers), sat, average, None if missing else rate)

    # Individuals

    def people(self) -> dict[Any, Person]:
        """All elites with their totals and places; substituted ones are no longer there."""
        judged, papers, extras = self.judged(), self.papers(), self.extras()
        seats, own_units, allowed = self.seats()
        teams, staff = self.state.rows("team"), self.state.rows("staff")
        found: dict[Any, Person] = {}
        for key, row in self.state.ordered("nominee"):
            if row["status"] == "substituted":
                continue
            group, unit = row["group_number"] or 0, teams[row["team_id"]]["unit_id"]
            work: list[Work] = []
            for item_key, item in self.items:
                points, state = papers.get((item_key, key), (None, ""))
                entered = points
                if item["kind"] == "panel":
                    panel = seats.get((item_key, group)) or seats.get((item_key, 0))
                    given = judged.get((item_key, key), {})
                    if panel is None:
                        entered = panel_mark(list(given.values()), item) if given else None
                    else:
                        asked = [
                            judge for judge in panel
                            if own_units.get(judge) is None or own_units[judge] != unit or (judge, key) in allowed
                        ]  # fmt: skip
                        there = all(judge in given for judge in asked)
                        entered = panel_mark([given[judge] for judge in asked], item) if there else None
                work.append(self.item(item, entered, state, extras.get((key, None, item_key), [])))
            person = Person(
                staff[row["staff_id"]]["staff_number"], row["entrant_code"], row["status"], group, row["team_id"], work
            )
            self.totals(person, extras.get((key, None, None), []))
            found[key] = person
        ranked = {key: person for key, person in found.items() if person.total is not None}
        keys = [name for name in self.rules["individual_tie_keys"].split(",") if name]
        own = {key: (one.total, *(or_last(own_figure(one, name)) for name in keys)) for key, one in ranked.items()}
        ended = self.tie_ends("individual", own)
        place_by_key(ranked, lambda key, _: ended[key])
        return found

    def judged(self) -> dict[tuple[Any, Any], dict[Any, Figure]]:
        """Each judge's total for each entrant; ``None`` for a judge who was absent."""
        criteria: dict[Any, int] = {}
        for row in self.state.rows("criterion").values():
            criteria[row["item_id"]] = criteria.get(row["item_id"], 0) + 1
        items = self.state.rows("final_item")
        away: set[tuple[Any, Any, Any]] = set()
        given: dict[tuple[Any, Any, Any], list[Fraction]] = {}
        for row in self.state.rows("judge_mark").values():
            cell = (row["item_id"], row["nominee_id"], row["judge_id"])
            split = bool(items[row["item_id"]]["per_criterion"])
            if row["state"] == "absent":
                away.add(cell)
            elif row["points"] is not None and split == (row["criterion_position"] != 0):
                given.setdefault(cell, []).append(exact(row["points"]))
        found: dict[tuple[Any, Any], dict[Any, Figure]] = {}
        for cell, marks in given.items():
            wanted = criteria.get(cell[0], 0) if items[cell[0]]["per_criterion"] else 1
            if len(marks) == wanted:
                found.setdefault(cell[:2], {})[cell[2]] = sum(marks, NOUGHT)
        for cell in away:
            found.setdefault(cell[:2], {})[cell[2]] = None
        return found

    def papers(self) -> dict[tuple[Any, Any], tuple[Figure, str]]:
        """Marks and states of items without a panel."""
        return {
            (row["item_id"], row["nominee_id"]): (figure_of(row["points"]), row["attendance"])
            for row in self.state.rows("item_mark").values()
        }

    def extras(self) -> dict[tuple[Any, Any, Any], list[Fraction]]:
        """Bonus and deduction lines that were not struck out."""
        found: dict[tuple[Any, Any, Any], list[Fraction]] = {}
        for row in self.state.rows("adjustment").values():
            if not row["voided"]:
                about = (row["nominee_id"], row["team_id"], row["item_id"])
                found.setdefault(about, []).append(exact(row["points"]))
        return found

    def seats(self) -> tuple[dict[tuple[Any, int], list[Any]], dict[Any, Any], set[tuple[Any, Any]]]:
        """Panels by item and group, where judges work, and who may mark people of the own unit."""
        panels: dict[tuple[Any, int], list[Any]] = {}
        for _, row in self.state.ordered("panel_seat", "position"):
            panels.setdefault((row["item_id"], row["group_number"]), []).append(row["judge_id"])
        units = {key: row["unit_id"] for key, row in self.state.rows("judge").items()}
        allowed = {(row["judge_id"], row["nominee_id"]) for row in self.state.rows("avoidance_override").values()}
        return panels, units, allowed

    def item(self, item: Row, entered: Figure, state: str, extras: Sequence[Fraction]) -> Work:
        """The mark in one item, with its bonus and deductions, and brought to 100."""
        if state in ("absent", "zeroed", "withdrawn"):
            entered, extras = NOUGHT, ()
        if state == "excused" or entered is None:
            return Work(None, None, state)
        mark = half_up(entered + sum(extras, NOUGHT), self.item_places)
        return Work(mark, half_up(mark * 100 / Fraction(item["full"]), self.item_places), state)

    def totals(self, person: Person, extras: Sequence[Fraction]) -> None:
        """Both parts and the total; nobody who does not take part has one."""
        person.written = self.part(person, written=True)
        person.on_site = self.part(person, written=False)
        parts = [item["part"] == "written" for _, item in self.items]
        share = Fraction(self.rules["written_weight"])
        if not any(parts):
            share = NOUGHT
        elif all(parts):
            share = Fraction(100)
        lacks = (share and person.written is None) or (share != 100 and person.on_site is None)
        if not parts or lacks or person.status != "active" or person.away:
            return
        raw = (share * (person.written or NOUGHT) + (100 - share) * (person.on_site or NOUGHT)) / 100
        person.total = half_up(half_up(raw, self.total_places) + sum(extras, NOUGHT), self.total_places)

    def part(self, person: Person, *, written: bool) -> Figure:
        """The weighted mean of the items of one part."""
        chosen = [
            (Fraction(item["weight"]), work.hundred)
            for (_, item), work in zip(self.items, person.work, strict=True) if (item["part"] == "written") == written
        ]  # fmt: skip
        whole = sum((weight for weight, _ in chosen), NOUGHT)
        top = NOUGHT
        for weight, hundred in chosen:
            if hundred is None:
                return None
            top += hundred * (weight if whole else 1)
        return half_up(top / (whole or len(chosen)), self.total_places) if chosen else None

    def tie_ends(self, standing: str, keys: Mapping[Any, tuple[Any, ...]]) -> dict[Any, tuple[Any, ...]]:
        """``keys`` with one more: the place among the tied by extra quiz or lot, where all of them took part in it."""
        rows = [row["places"] for _, row in self.state.ordered("tie_end") if row["standing"] == standing]
        tied: dict[tuple[Any, ...], set[str]] = {}
        for name, key in keys.items():
            tied.setdefault(key, set()).add(str(name))

        def end(name: Any, key: tuple[Any, ...]) -> int:
            found = next((places for places in reversed(rows) if tied[key] <= set(places)), None)
            return -int(found[str(name)]) if found is not None else 0

        return {name: (*key, end(name, key)) for name, key in keys.items()}

    # Teams

    def teams(self, people: Mapping[Any, Person], units: Mapping[str, Unit]) -> dict[Any, Team]:
        """All teams with totals and places; none where single people are selected and no team total is made."""
        if not self.mix():
            return {}
        codes = {key: row["code"] for key, row in self.state.rows("unit").items()}
        found = {key: Team(codes[row["unit_id"]]) for key, row in self.state.ordered("team", "position")}
        for person in people.values():
            found[person.team].members.append(person)
        quiz, extras = self.quiz(found), self.extras()
        for key, team in found.items():
            values = [self.component(one, team, units.get(team.unit_code), quiz.get(key, {})) for one in self.mix()]
            if team.members and values and None not in values:
                added = sum((value for value in values if value is not None), NOUGHT)
                team.total = half_up(added + sum(extras.get((None, key, None), []), NOUGHT), self.total_places)
        keys = [name for name in self.rules["team_tie_keys"].split(",") if name]
        ranked = {key: team for key, team in found.items() if team.total is not None}
        own = {
            key: (team.total, *(or_last(shared_figure(team, name)) for name in keys)) for key, team in ranked.items()
        }  # fmt: skip
        ended = self.tie_ends("team", own)
        place_by_key(ranked, lambda key, _: ended[key])
        return found

    def mix(self) -> list[Row]:
        """The components of the team total."""
        preset = self.rules["team_preset"]
        if preset != "own":
            return [
                {"source": source, "aggregate": how, "weight": weight, "missing": self.rules["missing_elite"],
                 "best": None, "item": ""}
                for source, how, weight in PRESETS[preset]
            ]  # fmt: skip
        items = self.state.rows("final_item")
        return [
            {**row, "item": items[row["item_id"]]["key"] if row["item_id"] is not None else ""}
            for _, row in self.state.ordered("team_component", "position")
        ]

    def component(self, rule: Row, team: Team, unit: Unit | None, quiz: Mapping[str, Fraction]) -> Figure:
        """One component after its weight."""
        source = rule["source"]
        if source == "participation_rate":
            value = unit.rate if unit else None
        elif source == "quiz":
            value = quiz.get(rule["item"])
        elif source == "all_staff_average":
            value, full = unit.average if unit else None, Fraction(self.rules["written_full"])
            if value is not None and full != 100:
                value = half_up(value * 100 / full, self.total_places)
        else:
            value = self.of_members(rule, team.members)
        return None if value is None else half_up(value * Fraction(rule["weight"]) / 100, self.total_places)

    def of_members(self, rule: Row, members: Sequence[Person]) -> Figure:
        """A component that comes from the members of the team."""
        figures: list[Fraction] = []
        gone = 0
        for person in members:
            figure = None if person.status != "active" or person.away else self.figure(rule, person)
            if figure is not None:
                figures.append(figure)
            elif person.missing:
                gone += 1
            else:
                return None
        if rule["missing"] == "zero":
            figures += [NOUGHT] * gone
        if not figures:
            return None
        if rule["aggregate"] == "best" and rule["best"]:
            figures = sorted(figures, reverse=True)[: rule["best"]]
        added = sum(figures, NOUGHT)
        return half_up(added / len(figures) if rule["aggregate"] == "mean" else added, self.total_places)

    def figure(self, rule: Row, person: Person) -> Figure:
        """What one member brings to a component."""
        if rule["source"] == "placing_points":
            if person.place is None:
                return None
            return Fraction(PLACING_POINTS[person.place - 1]) if person.place <= len(PLACING_POINTS) else NOUGHT
        if rule["source"] == "item":
            own = zip(self.items, person.work, strict=True)
            return next((work.hundred for (_, item), work in own if item["key"] == rule["item"]), None)
        return {
            "individual_totals": person.total, "final_written": person.written, "on_site": person.on_site
        }[rule["source"]]  # fmt: skip

    def quiz(self, teams: Mapping[Any, Team]) -> dict[Any, dict[str, Fraction]]:
        """Points of every team in every quiz that has begun."""
        items = self.state.rows("final_item")
        found: dict[Any, dict[str, Fraction]] = {key: {} for key in teams}
        for row in self.state.rows("quiz_event").values():
            name = items[row["item_id"]]["key"]
            for points in found.values():
                points.setdefault(name, Fraction(self.rules["quiz_base"]))
            if not row["void_reason"] and row["round"] != "extra":
                found[row["team_id"]][name] += exact(row["points"])
        return found
