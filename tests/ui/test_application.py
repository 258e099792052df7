"""The program as a process: the first paint, what is imported before it, pictures of every page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.database import Database

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "pypinyin", "argon2", "segno", "exam.errors")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with its settings and data in ``folder``."""
    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
    }
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False
    )


def test_that_the_frame_is_painted_and_the_program_ends(tmp_path: Path) -> None:
    done = run(tmp_path, "main.py", "--quit-after-first-paint")
    assert done.returncode == 0, done.stderr


def test_that_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    code = f"import sys, ui.application; sys.exit(sum(name in sys.modules for name in {HEAVY!r}))"
    done = run(tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr


def test_that_screenshots_need_one_folder(tmp_path: Path) -> None:
    done = run(tmp_path, "main.py", "screenshots")
    assert done.returncode == 2
    assert "usage" in done.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_every_page_and_dialog_of_an_empty_competition_can_be_shown(
    sqlite_database: Database, tmp_path: Path, language: str
) -> None:
    """A sample flag spares the sign-in; everything else is as empty as on the first day."""
    path = str(sqlite_database.path)
    sqlite_database.close()
    import sqlite3

    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE competition SET sample = 1")
    connection.close()
    folder = tmp_path / "pictures"
    done = run(
        tmp_path, "main.py", "screenshots", str(folder), "--lang", language, "--database", path, "--only", "light"
    )
    assert done.returncode == 0, done.stderr
    names = {path.name for path in folder.glob("*.png")}
    assert {f"{language}-light-start.png", f"{language}-light-01-overview.png"} <= names
    assert len(names) >= 20
