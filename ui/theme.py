"""The look: every colour and size of the window in one place, for light and dark.

Fusion, an own palette and a short style sheet are made from :class:`Tokens`. Sizes are pixels at text
size 100 % and pass through :func:`px`. The colour scheme is put on by palette, since
``QStyleHints.setColorScheme`` does nothing on some platforms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

import resources

FONT_FAMILY = "Noto Sans SC"
TEXT_SIZES = (100, 125, 150)
SCHEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme. ``*_soft`` is the fill behind a text of the same name."""

    name: str
    ground: str
    surface: str
    surface2: str
    text1: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    accent_soft_text: str
    selection: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    line: str
    line_soft: str
    input_border: str


LIGHT = Tokens(
    "light", "#F4F6F9", "#FFFFFF", "#F8FAFC", "#1B2430", "#4A5667", "#5C687A",
    "#1559B7", "#FFFFFF", "#0F4896", "#E5EFFC", "#0F4896", "#CFE2FB",
    "#0B6B4F", "#DFF3EC", "#8A4B00", "#FFF0D6", "#B3261E", "#FCE8E6",
    "#D3D9E2", "#E7EBF0", "#7F8B9B",
)  # fmt: skip
DARK = Tokens(
    "dark", "#14181F", "#1C222B", "#212833", "#E8ECF2", "#B4BECC", "#93A0B2",
    "#6CA8F5", "#0B1420", "#8ABAF8", "#1D3557", "#BBD6FB", "#27466F",
    "#5CC8A1", "#17392F", "#F0B35E", "#40300F", "#FF8F86", "#4A211F",
    "#3A4453", "#2B3340", "#6B788C",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is on screen now: the colours and the text size in percent."""

    tokens: Tokens = LIGHT
    percent: int = 100


_look = Look()


def tokens() -> Tokens:
    """The colours of the scheme on screen."""
    return _look.tokens


def px(value: float) -> int:
    """Pixels at the present text size for ``value`` pixels at 100 %."""
    return round(value * _look.percent / 100)


def register_fonts() -> None:
    """Make the bundled Chinese font known; a bare Linux has none."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"NotoSansSC-{weight}.ttf")))


def scheme_tokens(scheme: str) -> Tokens:
    """``light``, ``dark`` or what the system prefers."""
    if scheme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def apply(app: QApplication, scheme: str = "system", percent: int = 100) -> None:
    """Put the scheme and the text size on the whole application."""
    global _look
    _look = Look(scheme_tokens(scheme), percent)
    if app.style().name() != "fusion":
        app.setStyle("fusion")
    app.setFont(font(14))
    app.setPalette(_palette(_look.tokens))
    app.setStyleSheet(_style_sheet(_look.tokens))


def font(pixels: float, bold: bool = False) -> QFont:
    """The interface font; ``pixels`` at 100 %."""
    result = QFont(FONT_FAMILY)
    result.setPixelSize(px(pixels))
    result.setBold(bold)
    return result


def color(tone: str) -> QColor:
    """The colour of a tone: a token name such as ``ok``, ``error_soft``, ``text2``."""
    return _color(tone, _look.tokens)


@lru_cache(maxsize=256)
def _color(tone: str, of: Tokens) -> QColor:
    return QColor(getattr(of, tone))


def icon(name: str, tone: str = "text2") -> QIcon:
    """The bundled icon ``name`` (a Lucide file) drawn in the colour of ``tone``; paler when disabled."""
    return _icon(name, tone, _look.tokens)


@lru_cache(maxsize=512)
def _icon(name: str, tone: str, of: Tokens) -> QIcon:
    result = QIcon()
    for size in (16, 18, 22, 24, 32, 48):
        result.addPixmap(_draw(name, getattr(of, tone), size))
        result.addPixmap(_draw(name, of.input_border, size), QIcon.Mode.Disabled)
    return result


def button_icon(name: str, tone: str = "text2") -> QIcon:
    """An icon for a button with words: room at its right keeps the words away. Show it 22 x 16."""
    return _button_icon(name, tone, _look)


@lru_cache(maxsize=256)
def _button_icon(name: str, tone: str, look: Look) -> QIcon:
    result = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, getattr(look.tokens, tone)), (QIcon.Mode.Disabled, look.tokens.input_border)):
        for ratio in (1, 2):
            size = px(16) * ratio
            wide = QPixmap(px(22) * ratio, size)
            wide.fill(Qt.GlobalColor.transparent)
            painter = QPainter(wide)
            painter.drawPixmap(0, 0, _draw(name, ink, size))
            painter.end()
            result.addPixmap(wide, mode)
    return result


def pixmap(name: str, tone: str, size: float, ratio: float = 1.0) -> QPixmap:
    """The icon as a sharp picture of ``size`` pixels (at 100 %) for a screen of this pixel ratio."""
    return _pixmap(name, tone, px(size), ratio, _look.tokens)


@lru_cache(maxsize=512)
def _pixmap(name: str, tone: str, size: int, ratio: float, of: Tokens) -> QPixmap:
    picture = _draw(name, getattr(of, tone), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def _draw(name: str, ink: str, size: int) -> QPixmap:
    # Imported when the first icon is drawn: the module is not needed for the first paint of the frame.
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_svg(name).replace("currentColor", ink).encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    text = resources.path("icons", f"{name}.svg").read_text("utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


def _palette(of: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: of.ground, role.WindowText: of.text1, role.Base: of.surface,
        role.AlternateBase: of.surface2, role.Text: of.text1, role.Button: of.surface,
        role.ButtonText: of.text1, role.BrightText: of.error, role.ToolTipBase: of.text1,
        role.ToolTipText: of.surface, role.PlaceholderText: of.text3, role.Highlight: of.selection,
        role.HighlightedText: of.text1, role.Link: of.accent, role.LinkVisited: of.accent,
        role.Accent: of.accent, role.Light: of.surface2, role.Midlight: of.line_soft, role.Mid: of.line,
        role.Dark: of.input_border, role.Shadow: of.line,
    }  # fmt: skip
    palette = QPalette()
    for where, value in colors.items():
        palette.setColor(where, QColor(value))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(of.input_border))
    return palette


def _style_sheet(of: Tokens) -> str:
    text = resources.path("theme.qss").read_text("utf-8")
    fixed = resources.path("icons", "fixed").as_posix()
    values = {name: getattr(of, name) for name in Tokens.__slots__}
    # Longest names first, so that @text1 is not taken for a shorter name.
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}", values[name])
    text = text.replace("@fixed", fixed)
    return _scaled(text)


def _scaled(text: str) -> str:
    """Scale every ``Npx`` but hairlines (1px, 2px) to the text size."""
    import re

    return re.sub(r"\b(\d+)px", lambda m: m[0] if int(m[1]) <= 2 else f"{px(int(m[1]))}px", text)
