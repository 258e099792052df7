"""The law of the house: imports look down only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QT = {"PySide6", "shiboken6"}
PRINT = {"reportlab", "openpyxl", "segno", "pypinyin"}
DATABASE = {"sqlalchemy", "alembic", "models"}

FORBIDDEN = {
    "models": QT | PRINT | {"exam", "ui", "argon2"},
    "exam": QT | {"ui"},
    "exam/rules": QT | PRINT | DATABASE | {"ui", "random", "datetime.now", "time"},
    "exam/verification": QT | PRINT | DATABASE | {"ui"},
    "exam/services": QT | {"reportlab", "openpyxl", "ui"},
    "exam/documents": QT | DATABASE | {"ui"},
    "exam/files": QT | DATABASE | {"ui"},
    "ui": DATABASE,
    "resources": QT | PRINT | DATABASE | {"exam", "ui"},
}
OPENS_THE_DATABASE = {"ui/application.py"}
PURE_HELPERS = {"exam.errors", "exam.words", "exam.rules"}


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("folder", sorted(FORBIDDEN))
def test_that_imports_look_down_only(folder):
    for path in modules(folder):
        relative = path.relative_to(ROOT).as_posix()
        for name in imported(path):
            top = name.split(".")[0]
            bad = top in FORBIDDEN[folder] or any(name == entry for entry in FORBIDDEN[folder])
            assert not bad or relative in OPENS_THE_DATABASE, f"{relative} imports {name}"


def test_that_rules_know_only_rules_and_errors():
    for path in modules("exam/rules"):
        for name in imported(path):
            if name.startswith("exam"):
                assert any(name == good or name.startswith(good + ".") for good in PURE_HELPERS), f"{path}: {name}"


def test_that_the_second_calculation_shares_nothing_with_the_first():
    for path in modules("exam/verification"):
        for name in imported(path):
            if name.startswith("exam"):
                assert name.startswith(("exam.words", "exam.verification")), f"{path}: {name}"


def test_that_documents_and_files_open_no_session():
    for folder in ("exam/documents", "exam/files"):
        for path in modules(folder):
            assert "exam.unit_of_work" not in imported(path), path


def test_that_migrations_import_nothing_of_the_program():
    for path in modules("models/migrations/versions"):
        assert not any(name.split(".")[0] in {"models", "exam", "ui"} for name in imported(path)), path


def test_that_nothing_evaluates_or_unpickles():
    for folder in ("exam", "models", "ui"):
        for path in modules(folder):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    assert name not in {"processEvents", "setTerminationEnabled"}, f"{path}: {name}"
                    assert not (isinstance(node.func, ast.Name) and name in {"eval", "exec"}), f"{path}: {name}"
            assert "pickle" not in imported(path), path
