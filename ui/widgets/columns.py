"""Widgets below each other without a frame of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme


def bare_column(spacing: int = 12) -> tuple[QWidget, QVBoxLayout]:
    """A plain widget and its column without margins; ``spacing`` in pixels at 100 % text."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(spacing))
    return holder, column
