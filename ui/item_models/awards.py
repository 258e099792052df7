"""The tables of the awards page: rules, winners, people with a title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.awards import SCOPE_NAMES
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.rules.results import AwardLine
    from exam.services.awards import AwardRuleRow, TitleHolderRow
    from exam.services.certificates import CertificateRow

translate = QCoreApplication.translate
ICONS = {
    "individual": "user", "team": "users", "item": "list-ordered", "group": "users-round",
    "organisation": "building-2", "title": "medal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleWinners:
    """An award rule with how many win under it now."""

    rule: AwardRuleRow
    winners: int


def scope_name(scope: str) -> str:
    """For whom an award is, in the language of the window."""
    return translate("exam", SCOPE_NAMES[scope])


def short_scope(rule: AwardRuleRow) -> str:
    """The same in one word, or the item of an item award."""
    words = {
        "individual": translate("Awards", "of persons"), "team": translate("Awards", "of teams"),
        "item": rule.item or translate("Awards", "of one item"), "group": translate("Awards", "of each group"),
        "organisation": translate("Awards", "of units"), "title": translate("Awards", "of honour"),
    }  # fmt: skip
    return words[rule.scope]


def quantity(rule: AwardRuleRow) -> str:
    """How many win: a count or a share; a dash for titles, which are given by hand."""
    if rule.scope == "title":
        return "–"
    if rule.method == "ratio":
        return f"{rule.value.normalize():f} %"
    return f"{rule.value:f}"


def rules_model() -> RowsModel[RuleWinners]:
    """The award rules, scope by scope."""
    return RowsModel(
        (
            Column(
                translate("Awards", "Award"), lambda row: row.rule.name, icon=lambda row: ICONS[row.rule.scope],
                stretch=True,
            ),
            Column(translate("Awards", "Kind"), lambda row: short_scope(row.rule), width=104, secondary=True),
            Column(translate("Awards", "How many"), lambda row: quantity(row.rule), "right", width=84),
            Column(
                translate("Awards", "Winners now"), lambda row: str(row.winners), "right",
                sort_key=lambda row: row.winners, width=76, bold=True,
                tone=lambda row: "" if row.winners else "warn",
            ),
        ),
        row_key=lambda row: row.rule.id,
    )  # fmt: skip


def winners_model() -> RowsModel[AwardLine]:
    """Who wins what, with the certificate number."""
    return RowsModel(
        (
            Column(translate("Awards", "Award"), lambda row: f"{row.item} {row.award}".strip(), width=158),
            Column(translate("Awards", "Winner"), lambda row: row.winner, width=106, bold=True),
            Column(translate("Awards", "Unit"), lambda row: row.unit if row.unit != row.winner else "", stretch=True,
                   secondary=True),
            Column(translate("Awards", "Rank"), lambda row: str(row.place or ""), "right",
                   sort_key=lambda row: row.place, width=56),
            Column(translate("Awards", "Certificate number"), lambda row: row.certificate_number or "–", width=168),
        ),
        search_key=lambda row: f"{row.award} {row.winner} {row.unit} {row.staff_number} {row.certificate_number}",
        row_key=lambda row: (row.winner_key, row.award),
    )  # fmt: skip


def holders_model() -> RowsModel[TitleHolderRow]:
    """People with one title."""
    return RowsModel(
        (
            Column(translate("Awards", "Staff number"), lambda row: row.staff_number, width=110),
            Column(translate("Awards", "Name"), lambda row: row.name, width=120, bold=True),
            Column(translate("Awards", "Unit"), lambda row: row.unit, width=150, secondary=True),
            Column(translate("Awards", "Reason"), lambda row: row.reason, stretch=True),
        ),
        row_key=lambda row: row.id,
    )


def winners_by_rule(rules: list[AwardRuleRow], awards: tuple[AwardLine, ...]) -> Mapping[int, list[AwardLine]]:
    """The winners of each rule, by the id of the rule."""
    found: dict[int, list[AwardLine]] = {rule.id: [] for rule in rules}
    for line in awards:
        for rule in rules:
            if rule.scope == line.kind and rule.name == line.award and rule.item in ("", line.item):
                found[rule.id].append(line)
                break
    return found


def certificates_model() -> RowsModel[CertificateRow]:
    """The certificates of a publication with who received them."""
    return RowsModel(
        (
            Column(translate("Awards", "Certificate number"), lambda row: row.number, width=168),
            Column(translate("Awards", "Winner"), lambda row: row.line.winner, width=120, bold=True),
            Column(
                translate("Awards", "Unit"), lambda row: row.line.unit if row.line.unit != row.line.winner else "",
                width=140, secondary=True,
            ),
            Column(translate("Awards", "Award"), lambda row: f"{row.line.item} {row.line.award}".strip(), stretch=True),
            Column(
                translate("Awards", "Printed"), lambda row: str(row.prints or "–"), "right",
                sort_key=lambda row: row.prints, width=84,
            ),
            Column(
                translate("Awards", "Received by"), lambda row: f"{row.received_by} {row.received_on}".strip(),
                icon=lambda row: "circle-check" if row.handed_out else "", width=190,
            ),
        ),
        search_key=lambda row: f"{row.number} {row.line.winner} {row.line.unit} {row.line.award} {row.received_by}",
        row_key=lambda row: (row.line.winner_key, row.line.award),
    )  # fmt: skip
