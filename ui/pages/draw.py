"""The random draw, step by step: plan, freeze, dice, run, and who was drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from exam.access import Right
from exam.errors import ExamError
from ui import messages
from ui.context import Context
from ui.pages.draw_export import export_folder, save_freeze_sheet, write_after_backup
from ui.pages.draw_freeze_view import DrawFreezeView
from ui.pages.draw_plan_view import DrawPlanView
from ui.pages.draw_result_view import DrawResultView
from ui.pages.page import Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.step_strip import StepStrip

if TYPE_CHECKING:
    from exam.services.draw_plan_rows import PlanLineRow, PlanOutcome
    from exam.services.draw_rows import DrawRecord, DrawRow, PickRow, StrikeOutcome

STEPS = {"planned": 0, "frozen": 2, "run": 5}


@dataclass(frozen=True, slots=True)
class _State:
    draws: list[DrawRow]
    current: DrawRow | None
    plan: PlanOutcome | None
    record: DrawRecord | None
    people: int
    locked: bool


class DrawPage(Page):
    """Shows the step at hand; the button at the right is always the next thing to do."""

    key = "draw"
    topics = frozenset({"draw", "roster", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.state: _State | None = None
        self._may = context.may(Right.MANAGE_DRAW)
        self.history_button = self.header.add_action(self.tr("All draws…"), "history", self.show_history)
        self.void_button = self.header.add_action(self.tr("Declare void…"), "ban", self.declare_void, "danger")
        self.hall_button = self.header.add_action(self.tr("Projector…"), "presentation", self.begin_ceremony)
        self.export_button = self.header.add_action(self.tr("Export folder…"), "file-output", self.export_folder)
        self.next_button = self.header.add_action(self.tr("Freeze…"), "snowflake", self.do_next, "primary")
        self.steps = StepStrip(
            (self.tr("Plan"), self.tr("Freeze"), self.tr("Dice"), self.tr("Draw"), self.tr("Drawn people"))
        )
        self.body.addWidget(self.steps)
        self.plan_view = DrawPlanView()
        self.freeze_view = DrawFreezeView()
        self.result_view = DrawResultView()
        self.empty = EmptyState(
            self.tr("No draw is planned yet."),
            self.tr("Plan the draw"), self.plan_draw, self.tr("Look at the roster first"),
            lambda: context.go_to("roster"), icon="shuffle",
        )  # fmt: skip
        self.no_roster = EmptyState(
            self.tr("The roster is still empty: there is nobody to draw from."),
            self.tr("Go to the roster"), lambda: context.go_to("roster"), icon="users",
        )  # fmt: skip
        self.stack = QStackedWidget()
        for view in (QWidget(), self.no_roster, self.empty, self.plan_view, self.freeze_view, self.result_view):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)
        self.plan_view.rules_wanted.connect(self.change_rules)
        self.plan_view.exclusions_wanted.connect(self.change_exclusions)
        self.plan_view.line_wanted.connect(self.change_line)
        self.freeze_view.export_wanted.connect(self.export_folder)
        self.freeze_view.sheet_wanted.connect(self.save_sheet)
        self.result_view.strike_wanted.connect(self.strike)
        self._show_actions()

    def title(self) -> str:
        return self.tr("Random draw")

    def subtitle(self) -> str:
        return self.tr("Who of each unit sits the all-staff exam")

    def key_hints(self) -> str:
        return self.tr("Enter change the unit or strike the person   Ctrl+F search   Ctrl+C copy")

    def help_text(self) -> str:
        return self.tr(
            "First plan: who is eligible and how many of each unit are drawn. Freeze the plan and publish the code. "
            "Then throw dice in public; two people type the digits. The draw is run once, by a published method that "
            "anybody can repeat from the exported folder. Who cannot come is struck with a reason, and the next "
            "alternate of the unit steps up. To start over, declare the draw void: it stays listed."
        )

    # Showing

    def refresh(self) -> None:
        def look(uow: Any) -> _State:
            from exam.rules.stages import Stage
            from exam.services import draw_plans, draws, roster
            from exam.services.competition import locked_stages

            listed = draws.list_draws(uow)
            current = next((row for row in listed if row.kind == "exam" and row.state != "void"), None)
            planned = current is not None and current.state == "planned"
            return _State(
                listed, current,
                draw_plans.get_plan(uow, draw_id=current.id) if current and planned else None,
                draws.get_draw_record(uow, draw_id=current.id) if current and not planned else None,
                roster.get_counts(uow).staff, Stage.DRAW in locked_stages(uow),
            )  # fmt: skip

        self.context.operations.read(self, look, self._show)

    def _show(self, state: _State) -> None:
        self.state = state
        current = state.current
        may = self._may and not state.locked
        view: QWidget = self.empty if state.people else self.no_roster
        if current is None:
            self.steps.set_current(0)
            if self.empty.button is not None:
                self.empty.button.setEnabled(may)
        else:
            step = STEPS[current.state] + (1 if current.state == "frozen" and current.dice else 0)
            self.steps.set_current(step)
            if state.plan is not None:
                view = self.plan_view
                self.plan_view.show_plan(state.plan, may)
            elif state.record is not None:
                view = self.result_view if current.state == "run" else self.freeze_view
                view.show_record(state.record, may)
        self.stack.setCurrentWidget(view)
        self.header.set_subtitle(self._subtitle(state))
        self._show_actions()

    def _subtitle(self, state: _State) -> str:
        current = state.current
        if current is None:
            return self.subtitle()
        words = {
            "planned": self.tr("{label}: the plan can still change"),
            "frozen": self.tr("{label}: frozen, nothing can change any more"),
            "run": self.tr("{label}: drawn"),
        }[current.state].format(label=current.label)
        void = sum(row.state == "void" for row in state.draws)
        return words + (" · " + self.tr("{count} void before").format(count=void) if void else "")

    def _show_actions(self) -> None:
        state = self.state
        current = state.current if state else None
        may = self._may and state is not None and not state.locked
        frozen = current is not None and current.state in ("frozen", "run")
        self.history_button.setVisible(bool(state and state.draws))
        self.void_button.setVisible(frozen)
        self.hall_button.setVisible(frozen)
        self.void_button.setEnabled(may)
        self.export_button.setVisible(current is not None and current.state == "run")
        self.next_button.setVisible(current is not None)
        if current is None or state is None:
            return
        allowed, why = may, ""
        if current.state == "planned":
            text, icon = self.tr("Freeze…"), "snowflake"
            if state.plan is not None and state.plan.problem is not None:
                allowed, why = False, self.tr("The plan does not work yet: see the line below the table.")
        elif current.state == "frozen" and not current.dice:
            text, icon = self.tr("Type the dice…"), "dices"
            allowed = self.context.may(Right.TYPE_DICE) and not state.locked
        elif current.state == "frozen":
            text, icon = self.tr("Run the draw…"), "play"
        else:
            text, icon = self.tr("Print the record"), "printer"
            allowed = True
        from ui import theme

        self.next_button.setText(text)
        self.next_button.setIcon(theme.button_icon(icon, "on_accent"))
        self.next_button.setEnabled(allowed)
        if not allowed and not why:
            why = self.tr("The draw is locked.") if state.locked else self.tr("Only the office may do this.")
        self.next_button.setToolTip("" if allowed else why)

    # The steps

    def do_next(self) -> None:
        """Do the step at hand."""
        current = self.state.current if self.state else None
        if current is None:
            return
        if current.state == "planned":
            self.freeze()
        elif current.state == "run":
            self.context.go_to("papers", paper="draw_record")
        elif current.dice:
            self.run_draw()
        else:
            self.type_dice()

    def plan_draw(self) -> None:
        """Begin a plan with the rules of the last one."""

        def call(uow: Any) -> int:
            from exam.services import draws

            return draws.create_draw(uow)

        self.context.operations.write(self, call)

    def freeze(self) -> None:
        """Ask, then freeze."""
        plan = self.state.plan if self.state else None
        if plan is None:
            return
        text = self.tr(
            "{places} of {eligible} people in {lines} units will be drawn. After the freeze roster, exclusions and "
            "plan of this draw cannot change any more; another plan needs a new freeze and new dice."
        ).format(places=plan.places, eligible=plan.eligible, lines=len(plan.lines))

        def call(uow: Any) -> str:
            from exam.services import draws

            return draws.freeze_draw(uow, draw_id=plan.draw_id, seen_version=plan.version)

        messages.confirm(
            self, text, self.tr("Freeze now"), lambda: self._with_backup(call),
            title=self.tr("Freeze the draw?"),
        )  # fmt: skip

    def type_dice(self) -> None:
        """Let two people type the dice."""
        from ui.dialogs.dice import DiceDialog

        current = self.state.current if self.state else None
        if current is not None:
            DiceDialog(self.context, current, self).open()

    def run_draw(self) -> None:
        """Ask, then run the draw, once."""
        current = self.state.current if self.state else None
        if current is None:
            return

        def call(uow: Any) -> int:
            from exam.services import draws

            return draws.run_draw(uow, draw_id=current.id, seen_version=current.version)

        messages.confirm(
            self, self.tr("A frozen draw is run once. The result is saved before it is shown."),
            self.tr("Run the draw now"), lambda: self._with_backup(call), title=self.tr("Run the draw?"),
        )  # fmt: skip

    def _with_backup(self, call: Any) -> None:
        """A checked copy of the database first: this step cannot be taken back."""
        write_after_backup(self, self.context, call, self._failed)

    def _failed(self, error: ExamError) -> None:
        """Say it, and show the present state: often somebody else was faster."""
        self.context.operations.fault.emit(error, self)
        self.refresh()

    # Changes

    def change_rules(self) -> None:
        """Change eligibility and the rule for all units."""
        from ui.dialogs.draw_rules import DrawRulesDialog

        if self.state and self.state.plan:
            DrawRulesDialog(self.context, self.state.plan, self).open()

    def change_exclusions(self) -> None:
        """Show who is not drawn from, and keep people out."""
        from ui.dialogs.draw_exclusions import ExclusionsDialog

        if self.state and self.state.plan:
            ExclusionsDialog(self.context, self.state.plan, self).open()

    def change_line(self, line: PlanLineRow) -> None:
        """Give a unit its own rule."""
        from ui.dialogs.draw_plan_line import PlanLineDialog

        if self.state and self.state.plan:
            PlanLineDialog(self.context, self.state.plan, line, self).open()

    def strike(self, pick: PickRow, next_up: PickRow | None) -> None:
        """Strike somebody with a reason."""
        from ui.dialogs.strike import StrikeDialog

        dialog = StrikeDialog(self.context, pick, next_up, self)
        dialog.saved.connect(self._struck)
        dialog.open()

    def _struck(self, outcome: StrikeOutcome | None) -> None:
        if outcome is not None and outcome.stepped_up is not None:
            self.context.say(
                self.tr("{name} steps up for {struck}.").format(
                    name=outcome.stepped_up.name, struck=outcome.struck.name
                )
            )

    def declare_void(self) -> None:
        """Declare the draw void, with a reason."""
        from ui.dialogs.strike import VoidDialog

        if self.state and self.state.current:
            VoidDialog(self.context, self.state.current, self).open()

    def begin_ceremony(self) -> None:
        """Show the draw to the hall, step by step."""
        from ui.projector.ceremony import CeremonyWindow

        current = self.state.current if self.state else None
        if current is not None:
            CeremonyWindow(self.context, current.id, self).begin()

    def show_history(self) -> None:
        """Show all draws, void ones too."""
        from ui.dialogs.draw_history import DrawHistoryDialog

        if self.state:
            DrawHistoryDialog(self.context, self.state.draws, self).open()

    def save_sheet(self) -> None:
        """Write the sheet that publishes the freeze code."""
        current = self.state.current if self.state else None
        if current is not None:
            save_freeze_sheet(self, self.context, current.id)

    def export_folder(self) -> None:
        """Write the folder with which anybody can check the draw."""
        current = self.state.current if self.state else None
        if current is None:
            return

        export_folder(self, self.context, current.id)
