"""Adding an own item, and changing an item: name, part, criteria, weight and the rule of its panel."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from exam.errors import InvalidInput
from exam.rules.item_templates import KIND_NAMES, ON_SITE_PART, PANEL, QUIZ, WRITTEN, WRITTEN_PART
from exam.rules.marks import MarkScale, UnclearMark, parse_mark, show
from exam.rules.overtime import OvertimeRule, parse_time, show_time
from exam.rules.panel import COMBINE_NAMES, PanelRule
from ui import theme
from ui.context import Context
from ui.dialogs.moves import write_after_look
from ui.errors import sentence
from ui.i18n import words
from ui.widgets.criteria_edit import CriteriaEdit
from ui.widgets.form import FormDialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    from exam.services.items import ItemRow

translate = QCoreApplication.translate
EXACT = -1
ZERO = Decimal(0)
SCALE = MarkScale(Decimal(1000), Decimal("0.01"))


class NewItemDialog(FormDialog):
    """Name, kind and full mark; everything else afterwards."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("NewItemDialog", "An item of your own"), translate("NewItemDialog", "Add"), parent
        )
        self.name = self.add_line(self.tr("&Name"))
        self.kind = QComboBox()
        for kind in (PANEL, QUIZ, WRITTEN):
            self.kind.addItem(words(KIND_NAMES[kind]), kind)
        self.add_row(self.tr("&Kind"), self.kind)
        self.full = self.add_line(self.tr("&Full mark"), "100")
        self.name.setFocus()

    def submit(self) -> None:
        name, kind, full = self.name.text(), self.kind.currentData(), number(self, self.full)
        if full is None:
            return

        def save(uow: Any) -> Any:
            from exam.services.items import add_item

            return add_item(uow, name=name, kind=kind, full=full)

        write_after_look(self, save)


class ItemDialog(FormDialog):
    """Everything of one item."""

    def __init__(self, context: Context, row: ItemRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("ItemDialog", "Change “{item}”").format(item=row.name),
            translate("ItemDialog", "Save"), parent, width=680,
        )  # fmt: skip
        self.row = row
        self.name = self.add_line(self.tr("&Name"), row.name)
        self.part = QComboBox()
        self.part.addItem(self.tr("written part"), WRITTEN_PART)
        self.part.addItem(self.tr("on site"), ON_SITE_PART)
        self.part.setCurrentIndex(self.part.findData(row.part))
        self.weight = QLineEdit(show(row.weight))
        self.full = QLineEdit(show(row.full))
        line = _line((self.part, None), (self.weight, self.tr("Weight")), (self.full, self.tr("Full mark")))
        if row.kind == QUIZ:
            # Its points belong to the teams; they have no full mark and no weight among the items of people.
            line.hide()
        else:
            self.add_row(
                self.tr("&Part"), line, self.tr("The weight counts against the other items of the same part.")
            )
        for field, name in ((self.weight, self.tr("Weight")), (self.full, self.tr("Full mark"))):
            field.setAccessibleName(name)
            field.setMaximumWidth(theme.px(90))
        self.criteria = CriteriaEdit([(one.name, one.full) for one in row.criteria])
        self.criteria.changed.connect(self._follow)
        self.per_criterion = QCheckBox(self.tr("type the judges' marks criterion by criterion"))
        self.per_criterion.setChecked(row.per_criterion)
        if row.kind == PANEL:
            self._add_panel_rows(row.rule)
        self._follow()
        self.resize(theme.px(680), self.sizeHint().height())
        self.name.setFocus()

    def _add_panel_rows(self, rule: PanelRule) -> None:
        self.add_row(self.tr("&Criteria"), self.criteria)
        self.form.addRow("", self.per_criterion)
        self.drop_high, self.drop_low = _few(rule.drop_high, 0, 2), _few(rule.drop_low, 0, 2)
        self.trim_from, self.minimum = _few(rule.trim_from, 1, 15), _few(rule.minimum, 1, 15)
        self.add_row(
            self.tr("&Drop"),
            _line(
                (self.drop_high, self.tr("highest")), (self.drop_low, self.tr("lowest")),
                (self.trim_from, self.tr("marks or more")), after=True,
            ),
        )  # fmt: skip
        self.combine = QComboBox()
        for key, text in COMBINE_NAMES.items():
            self.combine.addItem(words(text), key)
        self.combine.setCurrentIndex(self.combine.findData(rule.combine))
        self.places = QComboBox()
        for places in range(5):
            self.places.addItem(self.tr("{n} places").format(n=places), places)
        self.places.addItem(self.tr("exact"), EXACT)
        self.places.setCurrentIndex(self.places.findData(EXACT if rule.places is None else rule.places))
        self.add_row(self.tr("&Mark"), _line((self.combine, None), (self.places, None)))
        self.coefficient = QLineEdit(show(rule.coefficient))
        self.coefficient.setMaximumWidth(theme.px(90))
        self.add_row(
            self.tr("&At least"),
            _line((self.minimum, self.tr("judges")), (self.coefficient, self.tr("coefficient")), after=True),
            self.tr("With fewer marks the entrant is incomplete and gets no mark."),
        )
        over = self.row.overtime
        self.limit = QLineEdit(show_time(over.limit) if over.limit else "")
        self.limit.setPlaceholderText("8:00")
        self.over_points, self.over_step = QLineEdit(show(over.points)), QLineEdit(str(over.step))
        self.over_most = QLineEdit(show(over.most) if over.most else "")
        for field in (self.limit, self.over_points, self.over_step, self.over_most):
            field.setMaximumWidth(theme.px(72))
        self.add_row(
            self.tr("&Time"),
            _line(
                (self.limit, self.tr("limit, then")), (self.over_points, self.tr("points for every begun")),
                (self.over_step, self.tr("seconds over it")), after=True,
            ),
        )  # fmt: skip
        self.add_row(
            self.tr("At mo&st"), _line((self.over_most, self.tr("points for overtime")), after=True),
            self.tr("Empty: no limit of time, no bound. Times are typed on the page of the final marks."),
        )  # fmt: skip
        for field, name in (
            (self.limit, self.tr("Time limit")),
            (self.over_points, self.tr("Points for overtime")),
            (self.over_step, self.tr("Step of overtime in seconds")),
            (self.over_most, self.tr("Most points for overtime")),
            (self.drop_high, self.tr("Highest marks dropped")),
            (self.drop_low, self.tr("Lowest marks dropped")),
            (self.trim_from, self.tr("Drop from this many judges on")),
            (self.minimum, self.tr("Fewest judges for a mark")),
            (self.coefficient, self.tr("Coefficient")),
            (self.combine, self.tr("The remaining marks are")),
            (self.places, self.tr("Places of a panel mark")),
        ):
            field.setAccessibleName(name)

    def _follow(self) -> None:
        """With criteria the full mark is their sum."""
        total = self.criteria.total()
        has_criteria = self.row.kind == PANEL and self.criteria.count() > 0
        self.full.setReadOnly(has_criteria)
        self.full.setEnabled(not has_criteria)
        self.per_criterion.setEnabled(has_criteria)
        if has_criteria and total is not None:
            self.full.setText(show(total))

    def _rule(self) -> PanelRule | None:
        if self.row.kind != PANEL:
            return self.row.rule
        coefficient = number(self, self.coefficient, MarkScale(Decimal(100), Decimal("0.0001")))
        if coefficient is None:
            return None
        places = self.places.currentData()
        return PanelRule(
            self.drop_high.currentData(), self.drop_low.currentData(), self.trim_from.currentData(),
            self.minimum.currentData(), self.combine.currentData(), coefficient, None if places == EXACT else places,
        )  # fmt: skip

    def _overtime(self) -> OvertimeRule | None:
        """The time limit; None after saying what is wrong with it."""
        if self.row.kind != PANEL:
            return self.row.overtime
        points = number(self, self.over_points, MarkScale(Decimal(100), Decimal("0.01")))
        most = number(self, self.over_most) if _typed(self.over_most) else ZERO
        if points is None or most is None:
            return None
        try:
            limit = parse_time(self.limit.text()) if _typed(self.limit) else 0
            return OvertimeRule(limit, parse_time(self.over_step.text()), points, most)
        except InvalidInput as error:
            self.say(sentence(error))
            return None

    def submit(self) -> None:
        row, name, part = self.row, self.name.text(), self.part.currentData()
        weight, rule = number(self, self.weight), self._rule()
        criteria, wrong = self.criteria.values()
        if wrong:
            self.say(wrong)
        full = number(self, self.full)
        if weight is None or full is None or rule is None or criteria is None:
            return
        overtime = self._overtime()
        if overtime is None:
            return
        per_criterion = self.per_criterion.isChecked() and bool(criteria)

        def save(uow: Any) -> Any:
            from exam.services.items import change_item
            from exam.services.stage_times import set_overtime_rule

            changed = change_item(
                uow, item_id=row.id, seen_version=row.version, name=name, part=part, full=full, weight=weight,
                rule=rule, per_criterion=per_criterion, criteria=criteria,
            )  # fmt: skip
            if overtime != row.overtime:
                changed = set_overtime_rule(uow, item_id=row.id, rule=overtime)
            return changed

        write_after_look(self, save)


def number(form: FormDialog, field: QLineEdit, scale: MarkScale = SCALE) -> Decimal | None:
    """The number typed into a field; None after saying what is wrong with it."""
    try:
        read = parse_mark(field.text(), scale)
    except UnclearMark as error:
        form.say(sentence(error))
        field.setFocus()
        return None
    if read.points is None:
        form.say(translate("ItemDialog", "Type a number into “{field}”.").format(field=field.accessibleName()))
        field.setFocus()
    return read.points


def _typed(field: QLineEdit) -> bool:
    return bool(field.text().strip())


def _few(value: int, low: int, high: int) -> QComboBox:
    box = QComboBox()
    for count in range(low, high + 1):
        box.addItem(str(count), count)
    box.setCurrentIndex(box.findData(value))
    return box


def _line(*fields: tuple[QWidget, str | None], after: bool = False) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for field, caption in fields:
        widgets = [field] if caption is None else [field, label(caption)] if after else [label(caption), field]
        for widget in widgets:
            row.addWidget(widget)
    row.addStretch(1)
    holder.setFocusProxy(fields[0][0])
    return holder
