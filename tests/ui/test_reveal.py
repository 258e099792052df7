"""The hall sees the awards of one publication, step by step; the operator sees what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from exam.rules.reveal import Act, Winner
from exam.services import awards, publications
from exam.services.reveal import get_ceremony
from tests.services.test_results import build
from ui import messages
from ui.context import Context
from ui.operations import Operations
from ui.projector.painting import paint
from ui.projector.reveal import RevealWindow
from ui.projector.reveal_slides import MOST_SINGLE, reveal_slides
from ui.projector.slides import Show

Settle = Callable[[], None]
Run = Callable[..., Any]


@pytest.fixture
def published(run: Run) -> None:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))


@pytest.fixture
def begin(qtbot: Any, context: Context, settle: Settle) -> Callable[[], RevealWindow]:
    def start() -> RevealWindow:
        window = RevealWindow(context)
        qtbot.addWidget(window)
        window.begin()
        settle()
        return window

    return start


def shown(window: RevealWindow) -> Show:
    assert window.show_now is not None
    return window.show_now


def test_that_the_ceremony_goes_step_by_step_and_back(published: None, begin: Any, qtbot: Any) -> None:
    window = begin()
    kinds = [slide.kind for slide in shown(window).slides]
    assert kinds[0] == kinds[-1] == "title"
    assert {"award", "winner", "all"} <= set(kinds)
    hall = window.hall
    qtbot.keyClick(hall, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert (window.number, hall.number, window.now.number, window.next.number) == (2, 2, 2, 3)
    qtbot.keyClick(hall, Qt.Key.Key_PageUp)
    qtbot.keyClick(hall, Qt.Key.Key_B)
    assert (hall.number, hall.black, window.now.black) == (1, True, True)
    qtbot.keyClick(hall, Qt.Key.Key_Escape)
    assert window.hall is None


def test_that_it_goes_on_where_it_stopped_or_from_the_start(published: None, begin: Any, settle: Settle) -> None:
    window = begin()
    for _ in range(4):
        window.forward()
    window.close()
    settle()
    again = begin()
    assert again.number == 4
    again.first_button.click()
    assert again.number == 0


def test_that_a_finished_ceremony_begins_again(published: None, begin: Any, settle: Settle) -> None:
    window = begin()
    window.go_to(len(shown(window).slides) - 1)
    window.close()
    settle()
    assert begin().number == 0


def test_that_a_later_publication_is_said_and_not_shown(
    published: None, begin: Any, settle: Settle, run: Run, operations: Operations
) -> None:
    window = begin()
    before = shown(window)
    rule = next(one for one in run(awards.list_award_rules) if one.scope == "team")
    run(lambda uow: awards.remove_award_rule(uow, rule_id=rule.id, seen_version=rule.version))
    run(lambda uow: publications.publish(uow, seen_number=1, despite_incomplete=True))
    operations.changed.emit(frozenset({"results"}))
    settle()
    assert window.show_now == before
    assert "Publication 2" in window.position.text()


def test_that_a_held_key_does_not_run_through_the_winners(published: None, begin: Any) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    window = begin()
    none = Qt.KeyboardModifier.NoModifier
    for target in (window, window.hall):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, none, " ", True)
        QApplication.sendEvent(target, event)
    assert window.number == 0


def test_that_nothing_opens_before_the_publication(run: Run, context: Context, settle: Settle, qtbot: Any) -> None:
    run(build)
    run(awards.add_usual_awards)
    window = RevealWindow(context)
    # It deletes itself when it closes.
    with qtbot.waitSignal(window.destroyed):
        window.begin()
        settle()
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, messages.MessageBox) and one.isVisible()]
    assert len(boxes) == 1
    boxes[0].reject()


def test_that_every_slide_paints_inside_any_room(published: None, run: Run) -> None:
    ceremony = run(lambda uow: get_ceremony(uow))
    winners = tuple(Winner(f"阿卜杜拉·买买提{number}", "很长名字的分公司", 5, None) for number in range(9))
    acts = (*ceremony.acts, Act("individual", "", "特别长的名字的奖项一等奖", (winners,)))
    show = reveal_slides(ceremony.snapshot, acts)
    for width, height in ((1920, 1080), (1024, 768), (320, 200)):
        for number, slide in enumerate(show.slides):
            image = QImage(width, height, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint(painter, QRectF(0, 0, width, height), show, number)
            painter.end()
            colors = {image.pixel(x, y) for x in range(0, width, 3) for y in range(0, height, 3)}
            assert len(colors) > 2, slide.kind


def test_that_a_large_award_comes_in_even_pages_from_the_last_place_up(published: None, run: Run) -> None:
    ceremony = run(lambda uow: get_ceremony(uow))
    places = tuple((Winner(f"员工{place}", "分公司", place, None),) for place in range(14, 0, -1))
    assert len(places) > MOST_SINGLE
    show = reveal_slides(ceremony.snapshot, (Act("individual", "", "三等奖", places),))
    pages = [slide for slide in show.slides if slide.kind == "people"]
    assert [len(page.items) for page in pages] == [7, 7]
    assert pages[0].items[0][0] == "员工14"
    assert pages[1].items[-1][0] == "员工1"
