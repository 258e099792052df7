"""The operator's window of any ceremony: what the hall sees now, what comes next, and the keys for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.projector.screen import Canvas, HallScreen
from ui.projector.slides import Show
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label

AUTOMATIC_MS = 5000
KEEP_MS = 400


class LeaderWindow(QWidget):
    """Leads the hall through slides. Kinds of ceremonies say what is shown (``read``), when it is read again
    (``changed``) and how the step is kept (``remember``)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ceremony: what the hall sees"))
        self.setAutoFillBackground(True)
        self.show_now: Show | None = None
        self.number = 0
        self.black = False
        self._said = ""
        self._build()
        self._automatic = QTimer(self)
        self._automatic.setInterval(AUTOMATIC_MS)
        self._automatic.timeout.connect(self.forward)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self.remember)
        self.hall: HallScreen | None = None
        context.operations.changed.connect(self.changed)
        self.resize(theme.px(1120), theme.px(540))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 16)))
        outer.setSpacing(theme.px(12))
        views = QHBoxLayout()
        views.setSpacing(theme.px(14))
        self.now, self.next = Canvas(framed=True), Canvas(framed=True)
        for caption, canvas, share in ((self.tr("The hall sees"), self.now, 3), (self.tr("Next"), self.next, 2)):
            column = QVBoxLayout()
            column.addWidget(label(caption, role="heading"))
            column.addWidget(canvas, 1)
            views.addLayout(column, share)
        outer.addLayout(views, 1)
        self.position = label("", role="caption")
        outer.addWidget(self.position)
        self._tools = row = QHBoxLayout()
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
        """Open the hall's screen and go on where the last ceremony of this kind stopped."""
        self.hall = HallScreen(self.hall_title())
        self.hall.key_pressed.connect(self._key)
        self.hall.closed.connect(self._hall_closed)
        self.show()
        self.hall.show_beside(self)
        self.activateWindow()
        self.read(first=True)

    # What a kind of ceremony says

    def hall_title(self) -> str:
        """The title of the hall's window."""
        raise NotImplementedError

    def read(self, *, first: bool = False) -> None:
        """Read what is shown and call ``show_slides``; ``first``: begin where the last time ended."""
        raise NotImplementedError

    def changed(self, topics: frozenset[str]) -> None:
        """Something was saved; read again when it matters here."""

    def remember(self) -> None:
        """Keep the step that the hall sees, for after a crash."""

    def keeping(self) -> bool:
        """Whether a step is about to be kept: what changes then is the ceremony's own doing."""
        return self._keep.isActive()

    def add_tool(self, button: QPushButton) -> QPushButton:
        """One more button, behind the others at the left."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tools.insertWidget(self._tools.count() - 2, button)
        return button

    def say(self, text: str) -> None:
        """A line for the operator beside the number of the step."""
        self._said = text
        self._show()

    def show_slides(self, show: Show, number: int | None = None) -> None:
        """Take these slides, at step ``number`` when it is given."""
        self.show_now = show
        if number is not None:
            self.number = number
        self._show()

    # Stepping

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
        step = self.tr("Step {number} of {total}").format(number=self.number + 1, total=last + 1)
        self.position.setText(f"{step}   {self._said}" if self._said else step)
        self.back_button.setEnabled(self.number > 0)
        self.forward_button.setEnabled(self.number < last)
        if self.number == last and self._automatic.isActive():
            self._toggle_automatic()

    def go_to(self, number: int) -> None:
        """To another step, when there is one of this number."""
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
            self.go_to(self.number + 1)

    def back(self) -> None:
        """One step back."""
        self.go_to(self.number - 1)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A key that is held down must not run through the winners.
        if not event.isAutoRepeat():
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
            self.remember()
        if self.hall is not None:
            hall, self.hall = self.hall, None
            hall.closed.disconnect(self._hall_closed)
            hall.close()
        super().closeEvent(event)
