"""The language of the screen: our ``.ts`` file and Qt's own words."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from exam.words import fill

_installed: list[QTranslator] = []


def install(language: str) -> None:
    """Speak ``zh`` or ``en`` from now on; texts already on screen are made anew by the window."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    if language != "zh":
        return
    for path in (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm",
        compiled(),
    ):
        translator = QTranslator()
        if path is not None and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)


def compiled() -> Path | None:
    """The compiled Chinese texts, built when missing or older than their source; None without a builder."""
    source = resources.path("i18n", "zh_CN.ts")
    if not source.exists():
        return None
    target = source.with_suffix(".qm")
    if _fresh(target, source):
        return target
    if not os.access(source.parent, os.W_OK):
        target = Path(tempfile.gettempdir()) / f"muster-{os.getuid() if hasattr(os, 'getuid') else 0}.qm"
        if _fresh(target, source):
            return target
    return target if _release(source, target) else (target if target.exists() else None)


def _fresh(target: Path, source: Path) -> bool:
    return target.exists() and target.stat().st_mtime >= source.stat().st_mtime


def _release(source: Path, target: Path) -> bool:
    import PySide6

    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    folder = Path(PySide6.__file__).parent
    tool = next((p for p in (folder / name, folder / "Qt" / "libexec" / name) if p.exists()), None)
    if tool is None:
        return False
    # Into a file of its own, then in place at once: another running program has the old one mapped into its
    # memory, and would crash if that were written over.
    part = target.with_name(f".{os.getpid()}-{target.name}")
    try:
        done = subprocess.run([str(tool), "-silent", str(source), "-qm", str(part)], check=False)
        if done.returncode == 0:
            os.replace(part, target)
        return done.returncode == 0
    except OSError:
        return False
    finally:
        part.unlink(missing_ok=True)


def words(text: str, **params: object) -> str:
    """A text born below the window (marked with ``QT_TRANSLATE_NOOP("exam", ...)``) in this language."""
    return fill(QCoreApplication.translate("exam", text), params)


def page_words(text: str) -> str:
    """A text of the page list, marked with ``QT_TRANSLATE_NOOP("pages", ...)``."""
    return QCoreApplication.translate("pages", text)
