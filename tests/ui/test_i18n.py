"""The compiled texts of the screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from resources import path as shipped
from ui import i18n


@pytest.mark.skipif(sys.platform == "win32", reason="an open file is not replaced there")
def test_that_texts_built_anew_leave_the_file_of_a_running_program_alone(tmp_path: Path) -> None:
    target = tmp_path / "zh_CN.qm"
    target.write_bytes(b"mapped into the memory of another program")
    with target.open("rb") as held:
        assert i18n._release(shipped("i18n", "zh_CN.ts"), target)
        assert held.read() == b"mapped into the memory of another program"
    assert len(target.read_bytes()) > 100_000
    assert [path.name for path in tmp_path.iterdir()] == ["zh_CN.qm"]
