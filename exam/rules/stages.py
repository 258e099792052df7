"""The stages of a competition, in order; a stage is locked when its work is done."""

from __future__ import annotations

from enum import StrEnum

from exam.words import QT_TRANSLATE_NOOP


class Stage(StrEnum):
    """What may still change is decided stage by stage."""

    SETUP = "setup"
    ROSTER = "roster"
    DRAW = "draw"
    WRITTEN = "written"
    FINAL = "final"
    RESULTS = "results"


STAGE_NAMES = {
    Stage.SETUP: QT_TRANSLATE_NOOP("exam", "Setup"),
    Stage.ROSTER: QT_TRANSLATE_NOOP("exam", "Roster"),
    Stage.DRAW: QT_TRANSLATE_NOOP("exam", "Draw"),
    Stage.WRITTEN: QT_TRANSLATE_NOOP("exam", "Written round"),
    Stage.FINAL: QT_TRANSLATE_NOOP("exam", "Elite final"),
    Stage.RESULTS: QT_TRANSLATE_NOOP("exam", "Results"),
}
