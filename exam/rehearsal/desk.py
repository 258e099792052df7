"""The desk of a rehearsal: a database, the people who take turns at it, and a clock that tells the story.

The clock does not run by itself: a rehearsal on the same roster with the same dice comes out the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Self, TypeVar

from exam import unit_of_work
from exam.access import Person, Role
from exam.services.accounts import NOBODY
from exam.unit_of_work import UnitOfWork
from models.database import Database

T = TypeVar("T")

PASSWORD = "sample"
"""The password of all the accounts of a rehearsal; it is said in the summary and on the start page."""

OFFICE, RECORDER, SECOND, RECHECKER, JUDGE, SUPERVISOR = (
    "office",
    "recorder",
    "second",
    "rechecker",
    "judge",
    "supervisor",
)
ROLES = {
    OFFICE: Role.OFFICE,
    RECORDER: Role.RECORDER,
    SECOND: Role.RECORDER,
    RECHECKER: Role.RECHECKER,
    JUDGE: Role.JUDGE,
    SUPERVISOR: Role.SUPERVISOR,
}
NAMES = {
    "zh": {
        OFFICE: "样例管理员",
        RECORDER: "样例记分员",
        SECOND: "样例记分员二",
        RECHECKER: "样例复核员",
        JUDGE: "样例评委",
        SUPERVISOR: "样例监督员",
    },
    "en": {
        OFFICE: "Sample office",
        RECORDER: "Sample recorder",
        SECOND: "Sample recorder 2",
        RECHECKER: "Sample re-checker",
        JUDGE: "Sample judge",
        SUPERVISOR: "Sample supervisor",
    },
}
CHINA = timezone(timedelta(hours=8))


class StoryMoment(datetime):
    """A moment of the story. Its local time is Chinese time on every machine, so that the frozen files of a
    rehearsed draw, which name the local time, are the same everywhere.
    """

    def astimezone(self, tz: tzinfo | None = None) -> Self:
        """The same moment in another zone, in Chinese time when none is named."""
        return super().astimezone(tz or CHINA)


class Desk:
    """Runs services on one database as one of the people, at the moment of the story."""

    def __init__(self, database: Database, language: str, start: datetime) -> None:
        self.database = database
        self.language = language
        self.names = NAMES[language]
        self.people: dict[str, Person] = {OFFICE: NOBODY}
        self._now = StoryMoment.fromtimestamp(start.timestamp(), UTC)

    def at(self, month: int, day: int, hour: int, minute: int = 0) -> None:
        """Move the clock to a later moment of the story, in Chinese time."""
        moment = StoryMoment(self._now.year, month, day, hour, minute, tzinfo=CHINA).astimezone(UTC)
        self._now = max(moment, self._now)

    def run(self, who: str, call: Callable[[UnitOfWork], T], *, serializable: bool = False) -> T:
        """One unit of work as one person."""
        return unit_of_work.run(self.database, self.people[who], call, serializable=serializable, now=self._tick)

    def read(self, call: Callable[[UnitOfWork], T], who: str = OFFICE) -> T:
        """A query as one person."""
        return unit_of_work.read(self.database, self.people[who], call)

    def _tick(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now
