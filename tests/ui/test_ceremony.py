"""The hall sees the draw step by step; the operator always sees what the hall sees."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from exam.services import draw_lots, draws, roster, units
from exam.services.draw_rows import DrawRecord
from models.finals import Nominee, Team
from ui.context import Context
from ui.operations import Operations
from ui.projector.ceremony import CeremonyWindow
from ui.projector.painting import paint
from ui.projector.slides import Show, slides_of

DICE = "01382438112797316654"
Settle = Callable[[], None]


def freeze(uow: Any) -> int:
    for number, size in enumerate((12, 9, 4), 1):
        unit = units.add_unit(uow, name=f"第{number}分公司", code=f"U{number:02d}")
        for member in range(size):
            roster.add_staff(
                uow, staff_number=f"{number:02d}{member:03d}", name=f"员工{number}{member}", unit_id=unit.id
            )
    draw_id = draws.create_draw(uow)
    draws.freeze_draw(uow, draw_id=draw_id, seen_version=draws.get_draw(uow, draw_id=draw_id).version)
    return draw_id


def throw_and_run(uow: Any, draw_id: int) -> None:
    for name in ("王办公", "李监督"):
        draws.enter_dice(uow, draw_id=draw_id, digits=DICE, typed_by=name)
    uow.session.flush()
    draws.run_draw(uow, draw_id=draw_id, seen_version=draws.get_draw(uow, draw_id=draw_id).version)


@pytest.fixture
def frozen(run: Any) -> int:
    return run(freeze)


@pytest.fixture
def record(run: Any, frozen: int) -> DrawRecord:
    run(lambda uow: throw_and_run(uow, frozen))
    return run(lambda uow: draws.get_draw_record(uow, draw_id=frozen))


@pytest.fixture
def begin(qtbot: Any, context: Context, settle: Settle) -> Callable[[int], CeremonyWindow]:
    def start(draw_id: int) -> CeremonyWindow:
        window = CeremonyWindow(context, draw_id)
        qtbot.addWidget(window)
        window.begin()
        settle()
        return window

    return start


def kinds(show: Show | None) -> list[str]:
    assert show is not None
    return [slide.kind for slide in show.slides]


def test_that_nobody_is_shown_before_the_run_is_saved(
    run: Any, operations: Operations, frozen: int, begin: Any, settle: Settle
) -> None:
    window = begin(frozen)
    assert kinds(window.show_now) == ["title", "figures", "code", "digits"]
    run(lambda uow: throw_and_run(uow, frozen))
    operations.changed.emit(frozenset({"draw"}))
    settle()
    assert kinds(window.show_now) == ["title", "figures", "code", "digits", "people", "people", "people", "all"]
    window.close()


def test_that_the_keys_of_the_hall_and_of_the_operator_do_the_same(
    qtbot: Any, record: DrawRecord, begin: Any, settle: Settle
) -> None:
    window = begin(record.draw.id)
    hall = window.hall
    qtbot.keyClick(hall, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert (window.number, hall.number, window.now.number, window.next.number) == (2, 2, 2, 3)
    qtbot.keyClick(hall, Qt.Key.Key_PageUp)
    assert hall.number == 1
    qtbot.keyClick(hall, Qt.Key.Key_B)
    assert (hall.black, window.now.black) == (True, True)
    qtbot.keyClick(hall, Qt.Key.Key_Space)
    assert (hall.black, hall.number) == (False, 1)
    qtbot.keyClick(hall, Qt.Key.Key_Escape)
    settle()
    assert window.hall is None


def test_that_a_ceremony_goes_on_where_it_stopped(record: DrawRecord, begin: Any, settle: Settle, run: Any) -> None:
    window = begin(record.draw.id)
    version = run(lambda uow: draws.get_draw(uow, draw_id=record.draw.id)).version
    for _ in range(5):
        window.forward()
    window.close()
    settle()
    assert begin(record.draw.id).number == 5
    # A step on the screen is no change of the draw: nobody's open form is refused for it.
    assert run(lambda uow: draws.get_draw(uow, draw_id=record.draw.id)).version == version


def test_that_the_last_step_is_the_last(record: DrawRecord, begin: Any) -> None:
    window = begin(record.draw.id)
    for _ in range(20):
        window.forward()
    assert window.number == len(window.show_now.slides) - 1
    assert not window.forward_button.isEnabled()
    window.automatic_button.click()
    window.back()
    window.forward()
    assert not window.automatic_button.isChecked()
    window.close()


def test_that_the_ceremony_ends_when_the_hall_window_goes(record: DrawRecord, begin: Any, qtbot: Any) -> None:
    window = begin(record.draw.id)
    window.hall.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_that_every_slide_paints_inside_any_room(record: DrawRecord) -> None:
    show = slides_of(record)
    for width, height in ((1920, 1080), (1024, 768), (320, 200), (300, 900)):
        for number in range(len(show.slides)):
            image = QImage(width, height, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint(painter, QRectF(0, 0, width, height), show, number)
            painter.end()
            colors = {image.pixel(x, y) for x in range(0, width, 3) for y in range(0, height, 3)}
            assert len(colors) > 2, show.slides[number].kind


TWO_SCREENS = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
from ui.projector.screen import HallScreen
operator = QWidget(); operator.setGeometry(10, 10, 100, 100); operator.show(); app.processEvents()
hall = HallScreen("hall"); hall.show_beside(operator); app.processEvents()
screens = QGuiApplication.screens()
assert len(screens) == 2
print(hall.geometry().getRect() == screens[1].geometry().getRect(), hall.isFullScreen())
hall.swap(); app.processEvents()
print(hall.geometry().getRect() == screens[0].geometry().getRect())
"""


def test_that_the_hall_fills_the_second_monitor_and_can_be_swapped(tmp_path: Path) -> None:
    config = tmp_path / "screens.json"
    screen = {"width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": "desk", "x": 0, "y": 0, **screen}, {"name": "hall", "x": 1920, "y": 0, **screen}]
    config.write_text(json.dumps({"screens": screens}))
    root = str(Path(__file__).resolve().parents[2])
    found = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, root, "-platform", f"offscreen:configfile={config}"],
        capture_output=True, text=True, check=False, timeout=60,
    )
    assert found.stdout.split() == ["True", "True", "True"], found.stdout + found.stderr


def nominate(uow: Any) -> int:
    for number in (1, 2, 3):
        unit = units.add_unit(uow, name=f"第{number}分公司", code=f"U{number:02d}")
        team = Team(unit_id=unit.id, name=unit.name)
        uow.session.add(team)
        uow.session.flush()
        for member in range(4):
            staff = roster.add_staff(
                uow, staff_number=f"{number}{member}", name=f"选手{number}{member}", unit_id=unit.id
            )
            uow.session.add(Nominee(team_id=team.id, staff_id=staff.id))
    uow.session.flush()
    draw_id = draw_lots.plan_groups(uow, groups=2)
    draws.freeze_draw(uow, draw_id=draw_id, seen_version=draws.get_draw(uow, draw_id=draw_id).version)
    return draw_id


def test_that_a_lot_of_groups_is_shown_group_by_group(run: Any) -> None:
    draw_id = run(nominate)
    before = slides_of(run(lambda uow: draws.get_draw_record(uow, draw_id=draw_id)))
    assert before.slides[1].items == (("3", "units"), ("12", "people take part"))
    run(lambda uow: throw_and_run(uow, draw_id))
    show = slides_of(run(lambda uow: draws.get_draw_record(uow, draw_id=draw_id)))
    assert kinds(show)[4:] == ["people", "people", "all"]
    assert [slide.title for slide in show.slides[4:6]] == ["Group A", "Group B"]
    assert len(show.slides[4].items) == 6
