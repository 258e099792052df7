"""The items of the final: what is held, its criteria, and the rule that makes a mark of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from sqlalchemy import delete, func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.item_templates import BY_KEY, ON_SITE_PART, PANEL, QUIZ, USUAL, WRITTEN, WRITTEN_PART, ItemTemplate
from exam.rules.marks import show
from exam.rules.overtime import OvertimeRule
from exam.rules.panel import Combine, PanelRule
from exam.rules.stages import Stage
from exam.services.competition import check_version, get_rules, require_open
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.finals import Adjustment, Criterion, FinalItem
from models.judging import ItemMark, JudgeMark, PanelSeat, QuizEvent, SecondJudgeMark, StageTime

OPEN = "open"
LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of a mark sheet. ``position`` counts from 1; position 0 of a mark is the total."""

    position: int
    name: str
    full: Decimal


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item. ``weight`` counts against the other items of the same ``part`` (written or on_site).

    ``per_criterion``: judges' marks are typed criterion by criterion, else as one total. ``judges`` is the
    number of places on its panels.
    """

    id: int
    key: str
    name: str
    kind: str
    part: str
    full: Decimal
    weight: Decimal
    rule: PanelRule
    per_criterion: bool
    criteria: tuple[CriterionRow, ...]
    judges: int
    state: str
    locked_by: str
    witness: str
    version: int
    overtime: OvertimeRule = OvertimeRule()

    @property
    def locked(self) -> bool:
        """Whether its marks are closed."""
        return self.state == LOCKED


def list_items(uow: UnitOfWork) -> list[ItemRow]:
    """All items in their order."""
    return _list(uow, None)


def _list(uow: UnitOfWork, item_id: int | None) -> list[ItemRow]:
    criteria: dict[int, list[CriterionRow]] = {}
    parts = select(Criterion).order_by(Criterion.item_id, Criterion.position)
    seats = select(PanelSeat.item_id, func.count(func.distinct(PanelSeat.judge_id))).group_by(PanelSeat.item_id)
    wanted = select(FinalItem).order_by(FinalItem.position, FinalItem.id)
    if item_id is not None:
        parts, seats = parts.where(Criterion.item_id == item_id), seats.where(PanelSeat.item_id == item_id)
        wanted = wanted.where(FinalItem.id == item_id)
    for one in uow.session.scalars(parts):
        criteria.setdefault(one.item_id, []).append(CriterionRow(one.position, one.name, one.full))
    judges = dict(uow.session.execute(seats).all())
    items = uow.session.scalars(wanted)
    return [_row(item, tuple(criteria.get(item.id, ())), judges.get(item.id, 0)) for item in items]


def get_item(uow: UnitOfWork, *, item_id: int) -> ItemRow:
    """One item; :class:`NotFound` when there is none."""
    find_item(uow, item_id)
    return _list(uow, item_id)[0]


def add_from_template(uow: UnitOfWork, *, template: str) -> ItemRow:
    """Add an item with the name, full mark and criteria of a template, in the competition's language."""
    _require_open(uow)
    found = BY_KEY.get(template)
    if found is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "There is no template called {key}."), key=template)
    words = Words(uow.session.scalar(select(Competition.language)) or "zh")
    item = _add_template(uow, found, words)
    uow.record(journal.ITEM_CHANGED, item.name, added=True, template=template, full=item.full)
    return get_item(uow, item_id=item.id)


def add_usual_items(uow: UnitOfWork) -> list[ItemRow]:
    """The usual final (written exam and two on-site items), when there are no items yet."""
    _require_open(uow)
    if uow.session.scalar(select(func.count(FinalItem.id))):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "There are items already. Add single ones to them."))
    for key in USUAL:
        add_from_template(uow, template=key)
    return list_items(uow)


def add_item(uow: UnitOfWork, *, name: str, kind: str, full: Decimal = Decimal(100)) -> ItemRow:
    """Add an own item. ``kind``: written, panel or quiz; its part follows from it and can be changed."""
    _require_open(uow)
    if kind not in (WRITTEN, PANEL, QUIZ):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose what kind of item it is."))
    part = WRITTEN_PART if kind == WRITTEN else ON_SITE_PART
    item = _add(uow, kind, _name(uow, name, None), kind, part, _positive(full))
    uow.record(journal.ITEM_CHANGED, item.name, added=True, kind=kind, full=item.full)
    return get_item(uow, item_id=item.id)


def change_item(
    uow: UnitOfWork,
    *,
    item_id: int,
    seen_version: int,
    name: str,
    part: str,
    full: Decimal,
    weight: Decimal,
    rule: PanelRule,
    per_criterion: bool,
    criteria: Sequence[tuple[str, Decimal]] = (),
) -> ItemRow:
    """Change an item and its criteria (name and full mark each, in order).

    With criteria the full mark is their sum. Full mark, criteria and the way of entering are fixed once
    marks stand. Raises :class:`InvalidInput` for a value that does not fit.
    """
    _require_open(uow)
    item = find_item(uow, item_id)
    check_version(item.version, seen_version)
    refuse_locked(item)
    if part not in (WRITTEN_PART, ON_SITE_PART):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose whether the item is written or on site."))
    wanted = [(_criterion_name(text), _positive(points)) for text, points in criteria]
    if per_criterion and not wanted:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Marks per criterion need criteria. Add at least one."))
    _check_rule(rule)
    known = [(one.name, one.full) for one in _criteria(uow, item_id)]
    new_full = sum((points for _, points in wanted), Decimal(0)) if wanted else _positive(full)
    fixed = (item.full, bool(item.per_criterion), [points for _, points in known])
    if fixed != (new_full, per_criterion, [points for _, points in wanted]) and has_marks(uow, item_id):
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "“{item}” has marks already, so its full marks and criteria stay. Names and weight can change."
            ),
            item=item.name,
        )
    before = _values(item, known)
    item.name, item.part, item.full, item.weight = _name(uow, name, item_id), part, new_full, _not_negative(weight)
    item.drop_high, item.drop_low, item.trim_from = rule.drop_high, rule.drop_low, rule.trim_from
    item.minimum, item.combine, item.coefficient, item.places = (
        rule.minimum, rule.combine, rule.coefficient, rule.places
    )  # fmt: skip
    item.per_criterion = int(per_criterion)
    if wanted != known:
        _set_criteria(uow, item_id, wanted)
    uow.session.flush()
    after = _values(item, wanted)
    changes = {key: [before[key], value] for key, value in after.items() if before[key] != value}
    if changes:
        uow.record(journal.ITEM_CHANGED, item.name, changes=changes)
    return get_item(uow, item_id=item_id)


def remove_item(uow: UnitOfWork, *, item_id: int, seen_version: int) -> None:
    """Remove an item that has no marks, with its criteria and panels."""
    _require_open(uow)
    item = find_item(uow, item_id)
    check_version(item.version, seen_version)
    adjusted = uow.session.scalar(select(func.count(Adjustment.id)).where(Adjustment.item_id == item_id))
    if has_marks(uow, item_id) or adjusted:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "“{item}” has marks already and stays."), item=item.name)
    for table in (Criterion, PanelSeat, JudgeMark, SecondJudgeMark, ItemMark, StageTime):
        uow.session.execute(delete(table).where(table.item_id == item_id))
    uow.session.delete(item)
    uow.record(journal.ITEM_CHANGED, item.name, removed=True)


def move_item(uow: UnitOfWork, *, item_id: int, step: int) -> list[ItemRow]:
    """Move an item up (-1) or down (1) in the order."""
    _require_open(uow)
    items = list(uow.session.scalars(select(FinalItem).order_by(FinalItem.position, FinalItem.id)))
    at = next((n for n, item in enumerate(items) if item.id == item_id), -1)
    to = at + step
    if at >= 0 and 0 <= to < len(items):
        items.insert(to, items.pop(at))
        for position, item in enumerate(items, 1):
            if item.position != position:
                item.position = position
        uow.session.flush()
        uow.record(journal.ITEM_CHANGED, items[to].name, position=to + 1)
    return list_items(uow)


def find_item(uow: UnitOfWork, item_id: int) -> FinalItem:
    """The mapped item; :class:`NotFound` when there is none."""
    item = uow.session.get(FinalItem, item_id)
    if item is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This item is no longer there. Refresh the list."))
    return item


def has_marks(uow: UnitOfWork, item_id: int) -> bool:
    """Whether marks stand in this item."""
    session = uow.session
    judged = select(func.count(JudgeMark.id)).where(JudgeMark.item_id == item_id, JudgeMark.state != "cleared")
    marked = select(func.count(ItemMark.id)).where(
        ItemMark.item_id == item_id, ItemMark.points.is_not(None) | (ItemMark.attendance != "")
    )
    quiz = select(func.count(QuizEvent.id)).where(QuizEvent.item_id == item_id)
    return any(session.scalar(query) for query in (judged, marked, quiz))


def rule_of(item: FinalItem) -> PanelRule:
    """The panel rule of an item."""
    return PanelRule(
        drop_high=item.drop_high,
        drop_low=item.drop_low,
        trim_from=item.trim_from,
        minimum=item.minimum,
        combine=cast(Combine, item.combine),
        coefficient=item.coefficient,
        places=item.places,
    )


def _require_open(uow: UnitOfWork) -> None:
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)


def refuse_locked(item: FinalItem) -> None:
    """Refuse to touch the marks of an item that two people locked."""
    if item.state == LOCKED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” is locked by {person}. Open it again first, with a reason."),
            item=item.name, person=item.locked_by,
        )  # fmt: skip


def _add_template(uow: UnitOfWork, template: ItemTemplate, words: Words) -> FinalItem:
    name = words(template.name)
    names = set(uow.session.scalars(select(FinalItem.name)))
    number = 2
    while name in names:
        name, number = f"{words(template.name)} {number}", number + 1
    item = _add(uow, template.key, name, template.kind, template.part, template.full)
    _set_criteria(uow, item.id, [(words(one.name), one.full) for one in template.criteria])
    return item


def _add(uow: UnitOfWork, key: str, name: str, kind: str, part: str, full: Decimal) -> FinalItem:
    keys = set(uow.session.scalars(select(FinalItem.key)))
    wanted, number = key, 2
    while wanted in keys:
        wanted, number = f"{key}{number}", number + 1
    rules = get_rules(uow)
    last = uow.session.scalar(select(func.max(FinalItem.position))) or 0
    item = FinalItem(
        key=wanted, name=name, kind=kind, part=part, position=last + 1, full=full, weight=Decimal(100),
        time_limit=0, overtime_step=30, overtime_points=Decimal(1), overtime_most=Decimal(0),
        coefficient=Decimal(1), drop_high=rules.drop_high, drop_low=rules.drop_low, trim_from=rules.trim_from,
        minimum=rules.panel_minimum, combine=rules.panel_combine, places=rules.panel_places, per_criterion=0,
        state=OPEN,
    )  # fmt: skip
    uow.session.add(item)
    uow.session.flush()
    return item


def _criteria(uow: UnitOfWork, item_id: int) -> list[Criterion]:
    query = select(Criterion).where(Criterion.item_id == item_id).order_by(Criterion.position)
    return list(uow.session.scalars(query))


def _set_criteria(uow: UnitOfWork, item_id: int, wanted: Sequence[tuple[str, Decimal]]) -> None:
    known = _criteria(uow, item_id)
    for position, (name, full) in enumerate(wanted, 1):
        if position <= len(known):
            known[position - 1].name, known[position - 1].full = name, full
        else:
            uow.session.add(Criterion(item_id=item_id, position=position, name=name, full=full))
    for extra in known[len(wanted) :]:
        uow.session.delete(extra)
    uow.session.flush()


def _values(item: FinalItem, criteria: Sequence[tuple[str, Decimal]]) -> dict[str, str]:
    return {
        "name": item.name,
        "part": item.part,
        "full": show(item.full),
        "weight": show(item.weight),
        "drop": f"{item.drop_high}/{item.drop_low}",
        "trim_from": str(item.trim_from),
        "minimum": str(item.minimum),
        "combine": item.combine,
        "coefficient": show(item.coefficient),
        "places": str(item.places),
        "per_criterion": str(bool(item.per_criterion)),
        "criteria": "; ".join(f"{name} {show(full)}" for name, full in criteria),
    }


def _name(uow: UnitOfWork, text: str, own_id: int | None) -> str:
    name = " ".join(text.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the item a name."))
    other = uow.session.scalar(select(FinalItem.id).where(FinalItem.name == name))
    if other is not None and other != own_id:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "There is an item called “{name}” already. Choose another name."), name=name
        )
    return name


def _criterion_name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give every criterion a name, or remove its line."))
    return name


def _positive(value: Decimal) -> Decimal:
    if not value.is_finite() or not Decimal(0) < value <= Decimal(1000) or value != round(value, 2):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{value} is no full mark. Type a number above 0, up to 1000."), value=value
        )
    return value


def _not_negative(value: Decimal) -> Decimal:
    if not value.is_finite() or not Decimal(0) <= value <= Decimal(1000) or value != round(value, 2):
        text = QT_TRANSLATE_NOOP("exam", "{value} is no weight. Type a number from 0 to 1000.")
        raise InvalidInput(text, value=value)
    return value


def _check_rule(rule: PanelRule) -> None:
    if rule.drop_high + rule.drop_low >= rule.trim_from:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "Dropping {dropped} of {trim_from} marks leaves none. Drop fewer, or drop only from more judges on.",
            ),
            dropped=rule.drop_high + rule.drop_low, trim_from=rule.trim_from,
        )  # fmt: skip
    coefficient = rule.coefficient
    if not coefficient.is_finite() or not Decimal(0) < coefficient <= 100 or coefficient != round(coefficient, 4):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "{value} is no coefficient. Type a number above 0, up to 100."),
                           value=coefficient)  # fmt: skip


def _row(item: FinalItem, criteria: tuple[CriterionRow, ...], judges: int) -> ItemRow:
    return ItemRow(
        item.id, item.key, item.name, item.kind, item.part, item.full, item.weight, rule_of(item),
        bool(item.per_criterion), criteria, judges, item.state, item.locked_by, item.witness, item.version,
        OvertimeRule(item.time_limit, item.overtime_step, item.overtime_points, item.overtime_most),
    )  # fmt: skip
