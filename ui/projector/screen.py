"""The window of the hall: full screen on the second monitor, an ordinary window where there is only one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui.projector.painting import HEIGHT, WIDTH, paint
from ui.projector.slides import Show

EMPTY = Show("", "", ())


class Canvas(QWidget):
    """Paints one slide; used for the hall and, ``framed`` as 16:9, for the operator's preview."""

    def __init__(self, parent: QWidget | None = None, *, framed: bool = False) -> None:
        super().__init__(parent)
        self._framed = framed
        self.show_now = EMPTY
        self.number = 0
        self.black = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_slide(self, show: Show, number: int, black: bool) -> None:
        """Show another slide."""
        self.show_now, self.number, self.black = show, number, black
        if number < len(show.slides):
            slide = show.slides[number]
            self.setAccessibleName(" ".join((slide.title, slide.caption, *(name for name, _ in slide.items))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self._framed:
            painter.fillRect(room, self.palette().window())
            scale = min(room.width() / WIDTH, room.height() / HEIGHT)
            room = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
        paint(painter, room, self.show_now, self.number, black=self.black)
        painter.end()


class HallScreen(Canvas):
    """The hall's window. ``key_pressed`` carries its keys to the operator's window, ``closed`` that it is gone."""

    key_pressed = Signal(int)
    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._monitor: QScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._monitor_gone)

    def show_beside(self, operator: QWidget) -> None:
        """Full screen on a monitor other than the operator's; in a window when there is none."""
        others = [screen for screen in QGuiApplication.screens() if screen is not operator.screen()]
        if others:
            self.go_to(others[0])
        else:
            self._monitor = operator.screen()
            self.resize(960, 540)
            self.show()

    def go_to(self, monitor: QScreen) -> None:
        """Fill a monitor. The geometry comes first, or the window opens on the wrong one."""
        self._monitor = monitor
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self.setScreen(monitor)
        self.setGeometry(monitor.geometry())
        self.showFullScreen()

    def swap(self) -> None:
        """Go to the next monitor."""
        screens = QGuiApplication.screens()
        if len(screens) > 1:
            here = screens.index(self._monitor) if self._monitor in screens else 0
            self.go_to(screens[(here + 1) % len(screens)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A key that is held down must not run through the slides.
        if not event.isAutoRepeat():
            self.key_pressed.emit(event.key())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _monitor_gone(self, monitor: QScreen) -> None:
        if monitor is self._monitor:
            self.close()
