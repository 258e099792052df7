"""The teams of a quiz with their scores, to be chosen by a click or by a digit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from exam.rules.marks import show
from ui import theme

if TYPE_CHECKING:
    from exam.services.quiz import QuizTeamRow

PER_ROW = 4
DIGITS = 9
HEIGHT = 62


class TeamTile(QAbstractButton):
    """One team: digit, name, place and score."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.row: QuizTeamRow | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(HEIGHT))

    def show_team(self, row: QuizTeamRow) -> None:
        """Show a team as it stands now."""
        self.row = row
        self.setAccessibleName(f"{row.name} {show(row.total)}")
        self.setToolTip(row.unit if row.unit != row.name else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        row = self.row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(theme.color("accent" if chosen or self.hasFocus() else "line"), 2 if chosen else 1))
        painter.setBrush(theme.color("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        ink = theme.color("accent_soft_text" if chosen else "text1")
        inner = QRectF(self.rect()).adjusted(theme.px(12), 0, -theme.px(12), 0)
        score = show(row.total)
        painter.setFont(theme.font(24, bold=True))
        painter.setPen(theme.color("error") if row.total < 0 else ink)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), score)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(score) + theme.px(10)
        words = inner.adjusted(0, theme.px(9), -wide, -theme.px(9))
        font = theme.font(15, bold=True)
        painter.setFont(font)
        painter.setPen(ink)
        name = QFontMetricsF(font).elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("accent_soft_text" if chosen else "text3"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), self._below(row))
        painter.end()

    def _below(self, row: QuizTeamRow) -> str:
        text = self.tr("tied for place {n}") if row.tied else self.tr("place {n}")
        parts = [text.format(n=row.place)]
        if row.extra:
            parts.append(self.tr("extra {points}").format(points=f"{row.extra:+f}".rstrip("0").rstrip(".")))
        if self.number <= DIGITS:
            parts.append(self.tr("key {n}").format(n=self.number))
        return " · ".join(parts)


class TeamTiles(QWidget):
    """All teams in a grid. ``chosen`` carries a team's id."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._group = QButtonGroup(self)
        self.tiles: list[TeamTile] = []

    @property
    def team_id(self) -> int | None:
        """The chosen team."""
        return next((tile.row.team_id for tile in self.tiles if tile.isChecked() and tile.row is not None), None)

    def show_teams(self, rows: Sequence[QuizTeamRow]) -> None:
        """Show these teams; the chosen one stays chosen."""
        kept = self.team_id
        while len(self.tiles) < len(rows):
            tile = TeamTile(len(self.tiles) + 1)
            tile.clicked.connect(lambda _=False, one=tile: self._tell(one))
            self._group.addButton(tile)
            self._grid.addWidget(tile, len(self.tiles) // PER_ROW, len(self.tiles) % PER_ROW)
            self.tiles.append(tile)
        while len(self.tiles) > len(rows):
            tile = self.tiles.pop()
            self._group.removeButton(tile)
            tile.hide()
            tile.deleteLater()
        for tile, row in zip(self.tiles, rows, strict=True):
            tile.show_team(row)
        self.choose(kept)

    def full_height(self) -> int:
        """The height of all rows of teams."""
        rows = -(-len(self.tiles) // PER_ROW)
        return rows * theme.px(HEIGHT) + max(rows - 1, 0) * self._grid.spacing()

    def choose(self, team_id: int | None) -> None:
        """Choose a team, or none."""
        self._group.setExclusive(False)
        for tile in self.tiles:
            tile.setChecked(tile.row is not None and tile.row.team_id == team_id)
        self._group.setExclusive(True)

    def press(self, number: int) -> None:
        """Choose the team with this digit."""
        if 1 <= number <= len(self.tiles) and self.tiles[number - 1].isEnabled():
            self.tiles[number - 1].click()

    def choose_next(self) -> None:
        """The team after the chosen one; after the last one the first."""
        at = next((n for n, tile in enumerate(self.tiles) if tile.isChecked()), -1)
        if self.tiles:
            following = self.tiles[(at + 1) % len(self.tiles)].row
            self.choose(following.team_id if following is not None else None)

    def _tell(self, tile: TeamTile) -> None:
        if tile.row is not None:
            self.chosen.emit(tile.row.team_id)
