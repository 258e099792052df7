"""Award rules, titles given by hand, and certificate numbers that are given once and stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.awards import SCOPES, AwardSpec, certificate_number, check_spec, serial_of
from exam.rules.results import AwardLine
from exam.rules.stages import Stage
from exam.services.award_inputs import certificate_numbers
from exam.services.competition import check_version, get_competition, get_rules, require_open
from exam.services.results import calculate
from exam.services.total_rules import NO_TEAMS
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.awards import AwardRule, CertificateNumber, TitleHolder
from models.finals import FinalItem
from models.people import Staff, Unit


@dataclass(frozen=True, slots=True)
class AwardRuleRow:
    """An award rule as the table shows it. ``item`` is the name of the item of an item award, "" = every item.

    ``holders`` counts people given a title by hand.
    """

    id: int
    scope: str
    position: int
    name: str
    method: str
    value: Decimal
    item_key: str
    item: str
    reason: str
    holders: int
    version: int


@dataclass(frozen=True, slots=True)
class TitleHolderRow:
    """A person with a title given by hand."""

    id: int
    rule_id: int
    staff_number: str
    name: str
    unit: str
    reason: str


def list_award_rules(uow: UnitOfWork) -> list[AwardRuleRow]:
    """All award rules, scope by scope in their order."""
    holders = dict(
        uow.session.execute(
            select(TitleHolder.award_rule_id, func.count(TitleHolder.id)).group_by(TitleHolder.award_rule_id)
        ).all()
    )  # fmt: skip
    rows = uow.session.execute(
        select(
            AwardRule.id, AwardRule.scope, AwardRule.position, AwardRule.name, AwardRule.method, AwardRule.value,
            FinalItem.key, FinalItem.name, AwardRule.text, AwardRule.version,
        ).outerjoin(FinalItem, FinalItem.id == AwardRule.item_id)
    )  # fmt: skip
    found = [
        AwardRuleRow(
            id_, scope, position, name, method, Decimal(value or 0), key or "", item or "", text,
            holders.get(id_, 0), version,
        )
        for id_, scope, position, name, method, value, key, item, text, version in rows
    ]  # fmt: skip
    return sorted(found, key=lambda row: (SCOPES.index(row.scope), row.position))


def add_award_rule(uow: UnitOfWork, *, spec: AwardSpec) -> AwardRuleRow:
    """Add an award behind the others of its scope."""
    _require_open(uow)
    spec = check_spec(spec)
    _refuse_twin(uow, spec, None)
    last = uow.session.scalar(select(func.max(AwardRule.position)).where(AwardRule.scope == spec.scope)) or 0
    rule = AwardRule(scope=spec.scope, position=last + 1, name=spec.name)
    _fill(uow, rule, spec)
    uow.session.add(rule)
    uow.session.flush()
    uow.record(journal.AWARD_CHANGED, spec.name, scope=spec.scope, method=spec.method, value=spec.value)
    return _get(uow, rule.id)


def change_award_rule(uow: UnitOfWork, *, rule_id: int, seen_version: int, spec: AwardSpec) -> AwardRuleRow:
    """Change an award; for whom it is stays as it was."""
    _require_open(uow)
    rule = _seen(uow, rule_id, seen_version)
    spec = check_spec(spec)
    if spec.scope != rule.scope:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "For whom an award is cannot be changed. Remove it and add another one.")
        )
    _refuse_twin(uow, spec, rule.id)
    before = _spec_text(rule.name, rule.method, rule.value)
    rule.name = spec.name
    _fill(uow, rule, spec)
    uow.session.flush()
    uow.record(journal.AWARD_CHANGED, spec.name, old=before, new=_spec_text(rule.name, rule.method, rule.value))
    return _get(uow, rule_id)


def remove_award_rule(uow: UnitOfWork, *, rule_id: int, seen_version: int) -> None:
    """Take an award away, together with its titles. Certificate numbers given under it are never used again."""
    _require_open(uow)
    rule = _seen(uow, rule_id, seen_version)
    for holder in uow.session.scalars(select(TitleHolder).where(TitleHolder.award_rule_id == rule_id)):
        uow.session.delete(holder)
    uow.session.flush()
    uow.session.delete(rule)
    uow.record(journal.AWARD_CHANGED, rule.name, scope=rule.scope, removed=True)


def move_award_rule(uow: UnitOfWork, *, rule_id: int, seen_version: int, up: bool) -> list[AwardRuleRow]:
    """Change the order inside a scope: the award above takes the better places."""
    _require_open(uow)
    rule = _seen(uow, rule_id, seen_version)
    order = list(
        uow.session.scalars(select(AwardRule).where(AwardRule.scope == rule.scope).order_by(AwardRule.position))
    )
    at = order.index(rule)
    other = at - 1 if up else at + 1
    if 0 <= other < len(order):
        twin = order[other]
        mine, theirs = rule.position, twin.position
        # The pair is unique: step aside first.
        rule.position = 0
        uow.session.flush()
        twin.position = mine
        uow.session.flush()
        rule.position = theirs
        uow.session.flush()
        uow.record(journal.AWARD_CHANGED, rule.name, scope=rule.scope, position=theirs)
    return list_award_rules(uow)


USUAL = (
    ("team", QT_TRANSLATE_NOOP("exam", "Team first prize"), "count", 1),
    ("team", QT_TRANSLATE_NOOP("exam", "Team second prize"), "count", 2),
    ("team", QT_TRANSLATE_NOOP("exam", "Team third prize"), "count", 3),
    ("individual", QT_TRANSLATE_NOOP("exam", "Individual first prize"), "ratio", 10),
    ("individual", QT_TRANSLATE_NOOP("exam", "Individual second prize"), "ratio", 20),
    ("individual", QT_TRANSLATE_NOOP("exam", "Individual third prize"), "ratio", 30),
    ("organisation", QT_TRANSLATE_NOOP("exam", "Excellent organisation award"), "count", 3),
)
"""The usual awards: team 1/2/3, individuals 10/20/30 %, the organisation award for three units."""


def add_usual_awards(uow: UnitOfWork) -> list[AwardRuleRow]:
    """Add the usual awards, named in the language of the competition. Refused when there are awards already.

    A selection has neither teams nor an all-staff round, so only those for single entrants.
    """
    _require_open(uow)
    if uow.session.scalar(select(func.count(AwardRule.id))):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "There are awards already. Add single ones, or remove these first."))
    words = Words(get_competition(uow).language)
    selection = get_rules(uow).team_preset == NO_TEAMS
    for scope, name, method, value in USUAL:
        if selection and scope != "individual":
            continue
        add_award_rule(uow, spec=AwardSpec(scope, words(name), method, Decimal(value)))
    return list_award_rules(uow)


# Titles


def list_title_holders(uow: UnitOfWork, *, rule_id: int | None = None) -> list[TitleHolderRow]:
    """People with a title given by hand; of one title or of all."""
    query = (
        select(TitleHolder.id, TitleHolder.award_rule_id, Staff.staff_number, Staff.name, Unit.name, TitleHolder.reason)
        .join(Staff, Staff.id == TitleHolder.staff_id)
        .join(Unit, Unit.id == Staff.unit_id)
        .order_by(Unit.position, Staff.staff_number)
    )
    if rule_id is not None:
        query = query.where(TitleHolder.award_rule_id == rule_id)
    return [TitleHolderRow(*row) for row in uow.session.execute(query)]


def add_title_holder(uow: UnitOfWork, *, rule_id: int, staff_number: str, reason: str = "") -> TitleHolderRow:
    """Give a title to a member of staff, named by staff number."""
    _require_open(uow)
    rule = uow.session.get(AwardRule, rule_id)
    if rule is None or rule.scope != "title":
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This title is no longer there. Refresh the page."))
    number = staff_number.strip()
    staff = uow.session.scalar(select(Staff).where(Staff.folded_number == number.casefold()))
    if staff is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "Nobody on the roster has the staff number {number}. Check the number."),
            number=number, field="number",
        )  # fmt: skip
    twin = select(TitleHolder.id).where(TitleHolder.award_rule_id == rule_id, TitleHolder.staff_id == staff.id)
    if uow.session.scalar(twin) is not None:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "{name} has this title already."), name=staff.name)
    holder = TitleHolder(award_rule_id=rule_id, staff_id=staff.id, reason=" ".join(reason.split()))
    uow.session.add(holder)
    uow.session.flush()
    uow.record(journal.AWARD_CHANGED, rule.name, given_to=staff.staff_number, reason=holder.reason)
    return next(row for row in list_title_holders(uow, rule_id=rule_id) if row.id == holder.id)


def remove_title_holder(uow: UnitOfWork, *, holder_id: int) -> None:
    """Take a title away again."""
    _require_open(uow)
    holder = uow.session.get(TitleHolder, holder_id)
    if holder is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This person no longer has the title. Refresh the page."))
    rule = uow.session.get_one(AwardRule, holder.award_rule_id)
    staff = uow.session.get_one(Staff, holder.staff_id)
    uow.session.delete(holder)
    uow.record(journal.AWARD_CHANGED, rule.name, taken_from=staff.staff_number)


# Certificate numbers


def number_certificates(uow: UnitOfWork) -> int:
    """Give a certificate number to every winner of the present results who has none; how many were given."""
    require(uow, Right.MANAGE_AWARDS)
    return give_numbers(uow, calculate(uow).awards)


def give_numbers(uow: UnitOfWork, awards: Sequence[AwardLine]) -> int:
    """Number what has no number yet, in the order of the awards; a number is never given twice."""
    known = certificate_numbers(uow)
    prefix, year = get_rules(uow).certificate_prefix, get_competition(uow).year
    last = _last_serials(known.values())
    given: list[str] = []
    for line in awards:
        if (line.winner_key, line.award) in known:
            continue
        last[line.kind] = last.get(line.kind, 0) + 1
        number = certificate_number(prefix, year, line.kind, last[line.kind])
        known[line.winner_key, line.award] = number
        uow.session.add(CertificateNumber(number=number, winner_key=line.winner_key, award=line.award))
        given.append(f"{number} {line.winner}")
    if given:
        uow.session.flush()
        uow.record(journal.CERTIFICATES_NUMBERED, "", numbers=given)
    return len(given)


def _last_serials(numbers: Iterable[str]) -> dict[str, int]:
    last: dict[str, int] = {}
    for number in numbers:
        found = serial_of(number)
        if found is not None:
            kind, serial = found
            last[kind] = max(last.get(kind, 0), serial)
    return last


# Inside


def _require_open(uow: UnitOfWork) -> None:
    require(uow, Right.MANAGE_AWARDS)
    require_open(uow, Stage.RESULTS)


def _seen(uow: UnitOfWork, rule_id: int, seen_version: int) -> AwardRule:
    rule = uow.session.get(AwardRule, rule_id)
    if rule is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This award is no longer there. Refresh the page."))
    check_version(rule.version, seen_version)
    return rule


def _refuse_twin(uow: UnitOfWork, spec: AwardSpec, own: int | None) -> None:
    rows = uow.session.execute(
        select(AwardRule.id, FinalItem.key)
        .outerjoin(FinalItem, FinalItem.id == AwardRule.item_id)
        .where(AwardRule.scope == spec.scope, AwardRule.name == spec.name)
    )
    if any(id_ != own and (key or "") == spec.item for id_, key in rows):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "There is an award called {name} already. Choose another name."),
            name=spec.name, field="name",
        )  # fmt: skip


def _fill(uow: UnitOfWork, rule: AwardRule, spec: AwardSpec) -> None:
    rule.method = spec.method
    rule.value = format(spec.value, "f")
    rule.text = spec.reason
    rule.item_id = None
    if spec.item:
        rule.item_id = uow.session.scalar(select(FinalItem.id).where(FinalItem.key == spec.item))
        if rule.item_id is None:
            raise NotFound(QT_TRANSLATE_NOOP("exam", "This item is no longer there. Choose another one."))


def _spec_text(name: str, method: str, value: str) -> str:
    return f"{name}: {value}{' %' if method == 'ratio' else ''}"


def _get(uow: UnitOfWork, rule_id: int) -> AwardRuleRow:
    return next(row for row in list_award_rules(uow) if row.id == rule_id)
