"""What a paper of the catalogue is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exam.documents.texts import Texts
from exam.progress import Progress
from exam.services.paper_rows import PaperData

Make = Callable[[PaperData, Texts, Progress], bytes]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper. ``name``, ``group`` and ``missing`` (what to do first) are translatable; ``page`` is where
    that is done. ``of_results``: made from the results, so it may be a draft. ``of_exam``: of one sitting of
    the written round, ``of_rooms``: room by room, ``of_people``: for a unit or one candidate, too. ``secret``
    ones are not written when all papers are.
    """

    key: str
    name: str
    group: str
    missing: str
    page: str
    ready: Callable[[PaperData], bool]
    make: Make
    of_results: bool = False
    of_exam: bool = False
    secret: bool = False
    of_rooms: bool = False
    of_people: bool = False
