"""Every text of the program has its Chinese, with the same placeholders."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}|%n|%L?\d")


def messages() -> list[tuple[str, str]]:
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / "zh_CN.ts")
    return [(m.findtext("source") or "", m.findtext("translation") or "") for m in tree.iter("message")]


def texts_in_code() -> set[tuple[str, str]]:
    """Literals given to tr(), translate() and QT_TRANSLATE_NOOP (or its short name)."""
    found: set[tuple[str, str]] = set()
    for path in sorted([*ROOT.glob("ui/**/*.py"), *ROOT.glob("exam/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name == "tr" and node.args:
                text = node.args[0]
            elif name in {"QT_TRANSLATE_NOOP", "_"} and len(node.args) == 2:
                text = node.args[1]
            else:
                continue
            where = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
            if isinstance(text, ast.JoinedStr):
                found.add((where, "f-string"))
            elif isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.add((where, text.value))
    return found


def test_that_no_text_is_an_f_string():
    assert [where for where, text in texts_in_code() if text == "f-string"] == []


def test_that_every_text_has_its_chinese():
    known = {source for source, target in messages() if target}
    assert sorted({text for _, text in texts_in_code() if text and text not in known}) == []


def test_that_placeholders_are_the_same():
    for source, target in messages():
        if target:
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(target)), source


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_the_command_line_speaks_both_languages(language):
    from exam.words import Words

    words = Words(language)
    assert words("{staff} people", staff=3) == ("3 人" if language == "zh" else "3 people")


def test_that_texts_below_the_window_are_not_taken_from_a_page():
    from exam.words import Words

    wanted = {}
    tree = ElementTree.parse(ROOT / "resources" / "i18n" / "zh_CN.ts")
    for context in tree.iter("context"):
        if context.findtext("name") == "exam":
            wanted = {m.findtext("source"): m.findtext("translation") for m in context.iter("message")}
    words = Words("zh")
    assert {source: words(source) for source in wanted} == wanted
    assert words("Written exam") == "笔试"
