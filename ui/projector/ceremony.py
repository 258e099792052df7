"""The operator's window of a ceremony: what the hall sees now, what comes next, and the keys for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from exam.access import Right
from ui import theme
from ui.context import Context
from ui.projector.screen import Canvas, HallScreen
from ui.projector.slides import Show, slides_of
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRecord

AUTOMATIC_MS = 5000
KEEP_MS = 400


class CeremonyWindow(QWidget):
    """Leads the hall through a draw. It follows the draw: dice and people are added when they are committed."""

    def __init__(self, context: Context, draw_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.context = context
        self.draw_id = draw_id
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ceremony: what the hall sees"))
        self.setAutoFillBackground(True)
        self.show_now: Show | None = None
        self.number = 0
        self.black = False
        self._build()
        self._automatic = QTimer(self)
        self._automatic.setInterval(AUTOMATIC_MS)
        self._automatic.timeout.connect(self.forward)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self._remember)
        self.hall: HallScreen | None = None
        context.operations.changed.connect(self._changed)
        self.resize(theme.px(1120), theme.px(540))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 16)))
        outer.setSpacing(theme.px(12))
        views = QHBoxLayout()
        views.setSpacing(theme.px(14))
        self.now, self.next = Canvas(framed=True), Canvas(framed=True)
        for caption, canvas, share in (
            (self.tr("The hall sees"), self.now, 3), (self.tr("Next"), self.next, 2)
        ):
            column = QVBoxLayout()
            column.addWidget(label(caption, role="heading"))
            column.addWidget(canvas, 1)
            views.addLayout(column, share)
        outer.addLayout(views, 1)
        self.position = label("", role="caption")
        outer.addWidget(self.position)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.back_button = secondary_button(self.tr("Back (PageUp)"), "undo-2", self.back)
        self.automatic_button = secondary_button(self.tr("Automatic"), "play", self._toggle_automatic)
        self.automatic_button.setCheckable(True)
        self.black_button = secondary_button(self.tr("Black (B)"), "moon", self.toggle_black)
        self.swap_button = secondary_button(self.tr("Swap screen (S)"), "monitor", self.swap)
        self.end_button = secondary_button(self.tr("End (Esc)"), "x", self.close)
        self.forward_button = primary_button(self.tr("Next step (Space)"), "arrow-right", self.forward)
        for button in (self.back_button, self.automatic_button, self.black_button, self.swap_button, self.end_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.forward_button)
        outer.addLayout(row)
        for button in self.findChildren(QPushButton):
            # The space bar is the step key everywhere in this window.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def begin(self) -> None:
        """Open the hall's screen and go on where the last ceremony of this draw stopped."""
        self.hall = HallScreen(self.tr("Random draw"))
        self.hall.key_pressed.connect(self._key)
        self.hall.closed.connect(self._hall_closed)
        self.show()
        self.hall.show_beside(self)
        self.activateWindow()
        self._read(first=True)

    def _read(self, *, first: bool = False) -> None:
        draw_id = self.draw_id

        def look(uow: Any) -> DrawRecord:
            from exam.services import draws

            return draws.get_draw_record(uow, draw_id=draw_id)

        def shown(record: DrawRecord) -> None:
            self.show_now = slides_of(record)
            if first:
                self.number = record.draw.shown
            self._show()

        self.context.operations.read(self, look, shown)

    def _changed(self, topics: frozenset[str]) -> None:
        if "draw" in topics and not self._keep.isActive():
            self._read()

    def _show(self) -> None:
        show = self.show_now
        if show is None:
            return
        last = len(show.slides) - 1
        self.number = max(0, min(self.number, last))
        if self.hall is not None:
            self.hall.set_slide(show, self.number, self.black)
        self.now.set_slide(show, self.number, self.black)
        self.next.set_slide(show, min(self.number + 1, last), self.number == last)
        self.position.setText(self.tr("Step {number} of {total}").format(number=self.number + 1, total=last + 1))
        self.back_button.setEnabled(self.number > 0)
        self.forward_button.setEnabled(self.number < last)
        if self.number == last and self._automatic.isActive():
            self._toggle_automatic()

    def _go(self, number: int) -> None:
        show = self.show_now
        if show is not None and 0 <= number < len(show.slides):
            self.number = number
            self._show()
            self._keep.start()

    def forward(self) -> None:
        """One step on; a black screen comes back first."""
        if self.black:
            self.toggle_black()
        else:
            self._go(self.number + 1)

    def back(self) -> None:
        """One step back."""
        self._go(self.number - 1)

    def toggle_black(self) -> None:
        """Darken the hall, or show the slide again."""
        self.black = not self.black
        self._show()

    def swap(self) -> None:
        """Put the hall's screen on the other monitor."""
        if self.hall is not None:
            self.hall.swap()

    def _toggle_automatic(self) -> None:
        if self._automatic.isActive():
            self._automatic.stop()
        else:
            self._automatic.start()
        self.automatic_button.setChecked(self._automatic.isActive())

    def _remember(self) -> None:
        if not self.context.may(Right.MANAGE_DRAW):
            return
        draw_id, number = self.draw_id, self.number

        def keep(uow: Any) -> None:
            from exam.services import draws

            draws.mark_shown(uow, draw_id=draw_id, shown=number)

        self.context.operations.write(None, keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._key(event.key())

    def _key(self, key: int) -> None:
        keys = Qt.Key
        if key in (keys.Key_Space, keys.Key_PageDown, keys.Key_Right):
            self.forward()
        elif key in (keys.Key_PageUp, keys.Key_Left):
            self.back()
        elif key == keys.Key_B:
            self.toggle_black()
        elif key == keys.Key_S:
            self.swap()
        elif key == keys.Key_Escape:
            self.close()

    def _hall_closed(self) -> None:
        # Its monitor went, or somebody closed it: the ceremony goes on from here when it is begun again.
        self.hall = None
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._automatic.stop()
        if self._keep.isActive():
            self._keep.stop()
            self._remember()
        if self.hall is not None:
            hall, self.hall = self.hall, None
            hall.closed.disconnect(self._hall_closed)
            hall.close()
        super().closeEvent(event)
