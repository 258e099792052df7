"""The slides of the awards, made from one publication: the hall sees nothing that is not frozen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.projector.slides import ALL, AWARD, PEOPLE, TITLE, WINNER, Show, Slide

if TYPE_CHECKING:
    from exam.rules.results import Snapshot
    from exam.rules.reveal import Act, Winner

translate = QCoreApplication.translate
MOST_SINGLE = 10
"""Up to so many winners of an award come one place a step; more come page by page."""
PER_PAGE = 12


def reveal_slides(snapshot: Snapshot, acts: Sequence[Act]) -> Show:
    """Title, then award by award from the last place up, each standing closed by all its winners."""
    occasion = translate("Reveal", "Award ceremony")
    interim = translate("Reveal", "Interim results") if snapshot.incomplete else ""
    slides = [Slide(TITLE, snapshot.competition, occasion, note=_line(snapshot.organiser or snapshot.host, interim))]
    for at, act in enumerate(acts):
        slides += _act(act)
        here = (act.kind, act.about)
        if at + 1 == len(acts) or (acts[at + 1].kind, acts[at + 1].about) != here:
            standing = [one for one in acts if (one.kind, one.about) == here]
            if len(standing) > 1:
                slides.append(_closing(standing))
    slides.append(Slide(TITLE, translate("Reveal", "Congratulations to all winners"), occasion))
    number = translate("Reveal", "Publication {number}").format(number=snapshot.number)
    foot = _line(number, snapshot.made_at[:10], snapshot.fingerprint, interim)
    return Show(f"{snapshot.competition} · {occasion}", foot, tuple(slides))


def chapter(act: Act) -> str:
    """For whom the award is: individuals, teams, an item, a group."""
    if act.kind == "group":
        return translate("Reveal", "Group {letter}").format(letter=act.about)
    names = {
        "individual": translate("Reveal", "Individual awards"), "team": translate("Reveal", "Team awards"),
        "organisation": translate("Reveal", "Organisation award"), "title": translate("Reveal", "Titles of honour"),
    }  # fmt: skip
    return names.get(act.kind) or act.about


def _act(act: Act) -> list[Slide]:
    winners = act.winners
    words = translate("Reveal", "{count} units") if _of_units(act) else translate("Reveal", "{count} winners")
    slides = [Slide(AWARD, act.award, chapter(act), note=words.format(count=len(winners)))]
    if winners[0].place is None or len(winners) > MOST_SINGLE:
        rising = winners if winners[0].place is None else tuple(one for place in act.places for one in place)
        size = -(-len(rising) // -(-len(rising) // PER_PAGE))
        pages = [rising[start : start + size] for start in range(0, len(rising), size)]
        return slides + [Slide(PEOPLE, act.award, chapter(act), _people(page)) for page in pages]
    slides += [_place(act, place) for place in act.places]
    if len(act.places) > 1:
        slides.append(Slide(PEOPLE, act.award, chapter(act), _people(winners)))
    return slides


def _place(act: Act, place: Sequence[Winner]) -> Slide:
    """One place of one award; people who share it stand side by side."""
    first = place[0]
    title = translate("Reveal", "No. {place}").format(place=first.place)
    items = tuple((one.name, one.unit or "  ".join(one.members)) for one in place)
    # An award called "Individual first prize" says for whom it is already.
    caption = act.award if act.award[:2] == chapter(act)[:2] else f"{chapter(act)} · {act.award}"
    return Slide(WINNER, title, caption, items, _figure(act, first))


def _figure(act: Act, winner: Winner) -> str:
    if winner.figure is None:
        return ""
    words = {
        "organisation": translate("Reveal", "Participation rate {figure} %"),
        "item": translate("Reveal", "Mark {figure}"),
    }  # fmt: skip
    return words.get(act.kind, translate("Reveal", "Total {figure}")).format(figure=format(winner.figure, "f"))


def _people(winners: Sequence[Winner]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, _line(_place_words(one), one.unit)) for one in winners)


def _place_words(winner: Winner) -> str:
    if winner.place is None:
        return ""
    return translate("Reveal", "No. {place}").format(place=winner.place)


def _closing(acts: Sequence[Act]) -> Slide:
    """Every winner of one standing on one page, the best award first."""
    items = tuple((act.award, "  ".join(_named(one) for one in act.winners)) for act in reversed(acts))
    total = sum(len(act.winners) for act in acts)
    words = translate("Reveal", "{count} units") if _of_units(acts[0]) else translate("Reveal", "{count} winners")
    return Slide(ALL, chapter(acts[0]), words.format(count=total), items)


def _named(winner: Winner) -> str:
    if not winner.unit:
        return winner.name
    return translate("Reveal", "{name} ({unit})").format(name=winner.name, unit=winner.unit)


def _of_units(act: Act) -> bool:
    return act.kind in ("team", "organisation")


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
