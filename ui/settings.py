"""Settings of this workstation: language, look, recent competitions. Rules of a competition live in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_MAX = 10
LANGUAGES = ("zh", "en")


class Settings:
    """Typed access to one ini file; every value has a default, a damaged value counts as the default."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "muster", "muster")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """``zh`` or ``en``. Chinese first, whatever the system speaks: offices install as delivered."""
        return self._choice("language", LANGUAGES, "zh")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def scheme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        return self._choice("scheme", ("system", "light", "dark"), "system")

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._store.setValue("scheme", value)

    @property
    def text_size(self) -> int:
        """Text size in percent: 100, 125 or 150."""
        return int(self._choice("text_size", ("100", "125", "150"), "100"))

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._store.setValue("text_size", value)

    @property
    def idle_minutes(self) -> int:
        """Minutes without a key or click before the desk is locked; 0 = never."""
        return self._number("idle_minutes", 15, 0, 240)

    @idle_minutes.setter
    def idle_minutes(self, value: int) -> None:
        self._store.setValue("idle_minutes", value)

    @property
    def enter_goes(self) -> str:
        """Where Enter goes in a grid of marks: ``down`` or ``right``."""
        return self._choice("enter_goes", ("down", "right"), "down")

    @enter_goes.setter
    def enter_goes(self, value: str) -> None:
        self._store.setValue("enter_goes", value)

    @property
    def folder(self) -> str:
        """The folder that the last file was opened from or saved to."""
        return str(self._store.value("folder", "", type=str))

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("folder", value)

    @property
    def recent(self) -> list[str]:
        """Competitions opened lately, newest first: file paths and database addresses without passwords."""
        value = self._store.value("recent", [])
        # One entry comes back from the file as a plain string.
        listed = [value] if isinstance(value, str) else (value if isinstance(value, list) else [])
        return [str(item) for item in listed if item][:RECENT_MAX]

    def add_recent(self, target: str) -> None:
        """Put ``target`` first in the recent list."""
        self._store.setValue("recent", [target, *(t for t in self.recent if t != target)][:RECENT_MAX])

    def remove_recent(self, target: str) -> None:
        """Take ``target`` off the recent list; the competition itself is not touched."""
        self._store.setValue("recent", [t for t in self.recent if t != target])

    @property
    def geometry(self) -> QByteArray:
        """Where the window was when it was closed."""
        value = self._store.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    def sync(self) -> None:
        """Write to the disk now."""
        self._store.sync()

    def _choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self._store.value(key, default, type=str)
        return str(value) if value in allowed else default

    def _number(self, key: str, default: int, low: int, high: int) -> int:
        try:
            value = int(str(self._store.value(key, default)))
        except ValueError:
            return default
        return value if low <= value <= high else default
