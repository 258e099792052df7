"""The window. It paints its frame at once; what fills it is imported and made after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from ui import theme
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.workspace import Workspace


class MainWindow(QMainWindow):
    """One window per program. ``after_first_paint`` is called once, from the event loop."""

    def __init__(self, settings: Settings, after_first_paint: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.workspace: Workspace | None = None
        self._after_first_paint = after_first_paint
        self._may_close = False
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self._place()

    def furnish(self, restyle: Callable[[], None]) -> Workspace:
        """Make menus, navigation and pages; ``restyle`` puts a changed look or language on the application."""
        from ui.workspace import Workspace

        self.workspace = Workspace(self, self.settings, restyle)
        self.setCentralWidget(self.workspace)
        return self.workspace

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.workspace is not None:
            super().paintEvent(event)
            return
        self._paint_frame()
        if self._after_first_paint is not None:
            QTimer.singleShot(0, self, self._after_first_paint)
            self._after_first_paint = None

    def _paint_frame(self) -> None:
        """The ground, the navigation's side and the line at the foot, where they will stand."""
        look = theme.scheme_tokens(self.settings.scheme)
        scale = self.settings.text_size / 100
        bar, side, foot = (round(value * scale) for value in (34, 216, 30))
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.ground))
        for part in (
            QRect(0, 0, self.width(), bar),
            QRect(0, bar, side, self.height() - bar),
            QRect(0, self.height() - foot, self.width(), foot),
        ):
            painter.fillRect(part, QColor(look.surface))
        painter.setPen(QColor(look.line))
        painter.drawLine(0, bar, self.width(), bar)
        painter.drawLine(side, bar, side, self.height() - foot)
        painter.drawLine(0, self.height() - foot, self.width(), self.height() - foot)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None and self.workspace is not None:
            event.acceptProposedAction()
            self.workspace.take_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
        return path if path is not None and self.workspace is not None and self.workspace.wants(path) else None

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workspace is not None and not self._may_close:
            self.workspace.leave(self._let_close)
            if not self._may_close:
                event.ignore()
                return
        self.settings.geometry = self.saveGeometry()
        self.settings.sync()
        if self.workspace is not None:
            self.workspace.shut()
        super().closeEvent(event)

    def _let_close(self) -> None:
        """Nothing unsaved is left, or the person lets it go: close, also when that was answered later."""
        self._may_close = True
        self.close()

    def _place(self) -> None:
        """Where the window was; the first time a good part of the screen."""
        kept = self.settings.geometry
        if kept.isEmpty() or not self.restoreGeometry(kept):
            self.resize(1280, 820)
