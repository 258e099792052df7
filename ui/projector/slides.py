"""The slides of a ceremony, made from the draw record: the hall sees nothing that is not committed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.frozen import grouped_code
from exam.rules.nominations import group_letter
from ui.item_models.draw import moment, percent

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRecord, RecordUnit

translate = QCoreApplication.translate
MOST_PEOPLE = 120

TITLE, FIGURES, CODE, DIGITS, PEOPLE, ALL = "title", "figures", "code", "digits", "people", "all"
AWARD, WINNER = "award", "winner"
SCORES = "scores"


@dataclass(frozen=True, slots=True)
class Slide:
    """One step. ``items`` are pairs: figure and caption, name and what stands below it, or unit and its names."""

    kind: str
    title: str
    caption: str = ""
    items: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Show:
    """All slides of a ceremony as far as it has come; head and foot stand on every slide."""

    head: str
    foot: str
    slides: tuple[Slide, ...]


def slides_of(record: DrawRecord) -> Show:
    """The slides: title, figures and code after the freeze, dice after the dice, people after the run."""
    draw = record.draw
    slides = [
        Slide(TITLE, record.competition, _occasion(record), note=draw.place),
        _figures(record),
        Slide(
            CODE, translate("Ceremony", "Freeze code"),
            translate("Ceremony", "Published before the dice are thrown. Nothing can change after it."),
            tuple((group, "") for group in grouped_code(draw.freeze_code).split()),
            translate("Ceremony", "Frozen {time}").format(time=moment(draw.frozen_at)),
        ),
        Slide(
            DIGITS, translate("Ceremony", "Dice"),
            translate("Ceremony", "Typed by {first} and again by {second}").format(
                first=draw.dice_by, second=draw.dice_check_by
            )
            if draw.dice
            else translate("Ceremony", "Now the dice are thrown in public."),
            tuple((digit, "") for digit in draw.dice),
        ),
    ]  # fmt: skip
    if draw.run_at is not None:
        for unit in record.units:
            slides.extend(_people(unit, record.draw.kind))
        if len(record.units) > 1:
            slides.append(_everybody(record))
    head = f"{record.competition} · {_occasion(record)}"
    return Show(head, f"{draw.label} · {draw.freeze_code[:16]}", tuple(slides))


def _occasion(record: DrawRecord) -> str:
    return {
        "groups": translate("Ceremony", "Groups by lot"), "order": translate("Ceremony", "Order of appearance by lot"),
    }.get(record.draw.kind, translate("Ceremony", "Random draw"))


def _name(unit: RecordUnit, kind: str) -> str:
    if kind == "groups":
        return translate("Ceremony", "Group {letter}").format(letter=group_letter(int(unit.stratum)))
    if kind == "order":
        return translate("Ceremony", "Order of appearance")
    return f"{unit.unit_name} · {unit.post}" if unit.post else unit.unit_name


def _figures(record: DrawRecord) -> Slide:
    units = record.units
    if record.draw.kind != "exam":
        people = (str(sum(unit.quota for unit in units)), translate("Ceremony", "people take part"))
        word = translate("Ceremony", "groups formed") if record.draw.run_at else translate("Ceremony", "units")
        parts = (str(len(units)), word)
        figures = (people,) if record.draw.kind == "order" else (parts, people)
        return Slide(FIGURES, translate("Ceremony", "Who takes part in the lot"), items=figures)
    figures = (
        (str(len(units)), translate("Ceremony", "units")),
        (str(sum(unit.eligible for unit in units)), translate("Ceremony", "eligible people")),
        (str(sum(unit.quota for unit in units)), translate("Ceremony", "to be drawn")),
    )
    chances = [unit.chance for unit in units if unit.chance is not None]
    note = ""
    if chances:
        note = translate("Ceremony", "Chance of one person: {low} to {high}").format(
            low=percent(float(min(chances))), high=percent(float(max(chances)))
        )
    return Slide(FIGURES, translate("Ceremony", "Who can be drawn"), items=figures, note=note)


def _people(unit: RecordUnit, kind: str) -> list[Slide]:
    name = _name(unit, kind)
    caption = translate("Ceremony", "{places} of {eligible}").format(places=unit.quota, eligible=unit.eligible)
    if kind != "exam":
        caption = translate("Ceremony", "{count} people").format(count=len(unit.drawn))
    elif unit.chance is not None:
        caption += "  ·  " + percent(float(unit.chance))
    note = ""
    if unit.alternates:
        note = translate("Ceremony", "Alternates: {names}").format(
            names="  ".join(f"{pick.place} {pick.name}" for pick in unit.alternates)
        )
    if kind == "order":
        people = [(pick.name, str(pick.position)) for pick in unit.drawn]
    else:
        people = [(pick.name, pick.staff_number) for pick in unit.drawn]
    if not people:
        return [Slide(PEOPLE, name, caption, (), translate("Ceremony", "Nobody is drawn here."))]
    parts = [people[start : start + MOST_PEOPLE] for start in range(0, len(people), MOST_PEOPLE)]
    return [Slide(PEOPLE, name, caption, tuple(part), note) for part in parts]


def _everybody(record: DrawRecord) -> Slide:
    items = tuple(
        (_name(unit, record.draw.kind), "  ".join(pick.name for pick in unit.drawn))
        for unit in record.units
        if unit.drawn
    )
    total = sum(len(unit.drawn) for unit in record.units)
    return Slide(ALL, translate("Ceremony", "All who were drawn"), str(total), items)
