"""The threads behind the window: order, errors, cancelling, owners that go away."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions

from exam.errors import Cancelled, ExamError, InvalidInput
from exam.progress import Progress
from exam.services import competition
from ui.errors import ProgramFault
from ui.operations import Operations
from ui.widgets.progress_dialog import ProgressDialog

Settle = Callable[[], None]


def rename(name: str) -> Callable[[Any], Any]:
    def call(uow: Any) -> Any:
        seen = competition.get_competition(uow)
        values = {field.name: getattr(seen, field.name) for field in fields(seen)}
        del values["sample"], values["version"]
        return competition.change_competition(uow, seen_version=seen.version, **(values | {"name": name}))

    return call


def test_that_a_written_change_comes_back_and_names_its_topics(
    qtbot: Any, operations: Operations, settle: Settle
) -> None:
    owner, got, topics = QWidget(), [], []
    qtbot.addWidget(owner)
    operations.changed.connect(topics.append)
    operations.write(owner, rename("甲"), lambda row: got.append(row.name))
    settle()
    assert got == ["甲"]
    assert topics == [frozenset({"competition"})]


def test_that_calls_run_in_the_order_of_the_clicks_on_one_thread(
    qtbot: Any, operations: Operations, settle: Settle
) -> None:
    owner, seen = QWidget(), []
    qtbot.addWidget(owner)
    for number in range(30):
        operations.read(owner, lambda uow, n=number: (n, threading.get_ident()), seen.append)
    settle()
    assert [number for number, _ in seen] == list(range(30))
    assert len({thread for _, thread in seen}) == 1
    assert seen[0][1] != threading.get_ident()


def test_that_a_known_fault_goes_to_the_asker(qtbot: Any, operations: Operations, settle: Settle) -> None:
    owner, faults, shown = QWidget(), [], []
    qtbot.addWidget(owner)
    operations.fault.connect(lambda *args: shown.append(args))
    operations.write(owner, rename("  "), failed=faults.append)
    settle()
    assert [type(fault) for fault in faults] == [InvalidInput]
    assert shown == []


def test_that_a_known_fault_nobody_handles_is_shown(qtbot: Any, operations: Operations, settle: Settle) -> None:
    owner, shown = QWidget(), []
    qtbot.addWidget(owner)
    operations.fault.connect(lambda who, fault: shown.append((who, type(fault))))
    operations.write(owner, rename("  "))
    settle()
    assert shown == [(owner, InvalidInput)]


def test_that_a_bug_is_raised_on_the_window_thread_and_the_asker_is_freed(
    qtbot: Any, operations: Operations, settle: Settle
) -> None:
    owner, faults = QWidget(), []
    qtbot.addWidget(owner)

    def broken(uow: Any) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as caught:
        operations.read(owner, broken, failed=faults.append)
        settle()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert [type(fault) for fault in faults] == [ProgramFault]


def test_that_a_result_for_a_deleted_owner_is_dropped(qtbot: Any, operations: Operations, settle: Settle) -> None:
    owner, got, gate = QWidget(), [], threading.Event()
    operations.read(owner, lambda uow: gate.wait(5), got.append)
    owner.deleteLater()
    del owner
    qtbot.wait(20)
    gate.set()
    settle()
    assert got == []


def test_that_a_long_job_shows_its_steps_and_can_be_cancelled(
    qtbot: Any, operations: Operations, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.operations.PROGRESS_AFTER_MS", 10)
    owner, got, faults = QWidget(), [], []
    qtbot.addWidget(owner)
    owner.show()

    def slow(progress: Progress) -> None:
        pause = threading.Event()
        for number in range(10_000):
            progress.step(number, 10_000)
            pause.wait(0.01)

    operations.job(owner, "Making papers", slow, got.append, faults.append)
    qtbot.waitUntil(lambda: bool(owner.findChildren(ProgressDialog)))
    dialog = owner.findChildren(ProgressDialog)[0]
    qtbot.waitUntil(lambda: dialog.bar.maximum() == 10_000)
    dialog.button.click()
    settle()
    assert got == []
    assert [type(fault) for fault in faults] == [Cancelled]
    qtbot.waitUntil(lambda: not owner.findChildren(ProgressDialog))


def test_that_a_short_job_shows_no_dialog(qtbot: Any, operations: Operations, settle: Settle) -> None:
    owner, got = QWidget(), []
    qtbot.addWidget(owner)
    operations.job(owner, "Quick", lambda progress: 7, got.append)
    settle()
    assert got == [7]
    assert not owner.findChildren(ProgressDialog)


def test_that_the_same_submission_is_saved_once(qtbot: Any, operations: Operations, settle: Settle) -> None:
    owner, got = QWidget(), []
    qtbot.addWidget(owner)
    faults: list[ExamError] = []
    for _ in range(2):
        operations.write(owner, rename("乙"), got.append, faults.append, request="11111111-1111")
    settle()
    assert len(got) == 1
    assert [type(fault).__name__ for fault in faults] == ["AlreadySaved"]


def test_that_closing_waits_for_the_write_under_way(qtbot: Any, operations: Operations) -> None:
    done = threading.Event()

    def slow(uow: Any) -> Any:
        threading.Event().wait(0.2)
        row = rename("丙")(uow)
        done.set()
        return row

    operations.write(None, slow)
    operations.close()
    assert done.is_set()
