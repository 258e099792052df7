"""A paper on the screen: all its pages, with page number and zoom."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import tool_button
from ui.widgets.labels import label

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class PdfPreview(QWidget):
    """Shows the bytes of a PDF. Keys: PageUp/PageDown scroll, Ctrl+wheel and the buttons zoom."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = b""
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageSpacing(theme.px(12))
        self.view.setAccessibleName(self.tr("Preview"))
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, theme.color("line"))
        self.view.setPalette(palette)
        self.view.setDocument(self._document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.view, 1)
        self.view.pageNavigator().currentPageChanged.connect(lambda _: self._show_page())
        self.view.zoomFactorChanged.connect(lambda _: self._show_zoom())
        self._show_page()
        self._show_zoom()

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("previewBar")
        bar.setStyleSheet(
            f"#previewBar {{ background: {theme.color('surface').name()};"
            f" border: none; border-bottom: 1px solid {theme.color('line').name()}; }}"
        )
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.px(10), theme.px(6), theme.px(10), theme.px(6))
        row.setSpacing(theme.px(6))
        self.back_button = tool_button("chevron-up", self.tr("Previous page"), lambda: self.turn(-1))
        self.next_button = tool_button("chevron-down", self.tr("Next page"), lambda: self.turn(1))
        self.pages_label = label("", role="caption")
        self.zoom_label = label("", role="caption")
        self.zoom_label.setMinimumWidth(theme.px(44))
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        row.addWidget(self.pages_label)
        row.addStretch(1)
        row.addWidget(tool_button("zoom-out", self.tr("Smaller"), lambda: self.zoom(-1)))
        row.addWidget(self.zoom_label)
        row.addWidget(tool_button("zoom-in", self.tr("Larger"), lambda: self.zoom(1)))
        row.addWidget(tool_button("move-horizontal", self.tr("Fit the width"), self.fit_width))
        row.addWidget(tool_button("maximize", self.tr("Fit the whole page"), self.fit_page))
        return bar

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page on screen, counted from 0."""
        return self.view.pageNavigator().currentPage()

    def show_pdf(self, content: bytes, page: int = 0) -> None:
        """Show these bytes from ``page`` on, at the zoom of before."""
        self.clear()
        self.content = content
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if 0 < page < self.page_count:
            self.turn(page)
        self._show_page()
        self.shown.emit()

    def clear(self) -> None:
        """Show nothing."""
        self._document.close()
        self.content = b""
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        self._show_page()

    def turn(self, pages: int) -> None:
        """Go some pages on or back."""
        navigator = self.view.pageNavigator()
        page = min(max(navigator.currentPage() + pages, 0), self.page_count - 1)
        if page >= 0:
            navigator.jump(page, QPointF(), navigator.currentZoom())

    def zoom(self, steps: int) -> None:
        """One step larger or smaller."""
        now = self._factor()
        if steps > 0:
            wanted = next((step for step in STEPS if step > now + 0.01), STEPS[-1])
        else:
            wanted = next((step for step in reversed(STEPS) if step < now - 0.01), STEPS[0])
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(wanted)
        self._show_zoom()

    def fit_width(self) -> None:
        """As wide as the window allows."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._show_zoom()

    def fit_page(self) -> None:
        """A whole page at a time."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._show_zoom()

    def _factor(self) -> float:
        """The zoom on screen; in the fitting modes it follows from the window."""
        mode = self.view.zoomMode()
        if mode == QPdfView.ZoomMode.Custom or not self.page_count:
            return self.view.zoomFactor()
        size = self._document.pagePointSize(max(self.view.pageNavigator().currentPage(), 0))
        dots = self.view.logicalDpiX() / 72
        margins = self.view.documentMargins()
        wide = (self.view.viewport().width() - margins.left() - margins.right()) / (size.width() * dots)
        if mode == QPdfView.ZoomMode.FitToWidth:
            return wide
        high = (self.view.viewport().height() - self.view.pageSpacing()) / (size.height() * dots)
        return min(wide, high)

    def _show_page(self) -> None:
        count = self.page_count
        page = min(self.view.pageNavigator().currentPage() + 1, count)
        self.pages_label.setText(self.tr("Page {page} of {count}").format(page=page, count=count) if count else "")
        self.back_button.setEnabled(page > 1)
        self.next_button.setEnabled(page < count)

    def _show_zoom(self) -> None:
        custom = self.view.zoomMode() == QPdfView.ZoomMode.Custom
        self.zoom_label.setText(f"{self.view.zoomFactor() * 100:.0f}%" if custom else self.tr("fitted"))


def card_frame(name: str) -> QFrame:
    """A white card with a thin border, named ``name``."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setStyleSheet(
        f"#{name} {{ background: {theme.color('surface').name()}; "
        f"border: 1px solid {theme.color('line').name()}; border-radius: {theme.px(8)}px; }}"
    )
    return frame
