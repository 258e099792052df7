"""The calculation of the results: whole, or a finished one with a few changed marks put into it.

Gathered by plain column queries (totals never pass through mapped objects), calculated by ``exam.rules``. Both ways
give the same snapshot of the same marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import attrgetter

from sqlalchemy import select

from exam.rules.awards import Given, give_again, give_awards
from exam.rules.changed_lines import individuals_again, team_lines_again, teams_again, teams_concerned
from exam.rules.incomplete import Waiting, final_steps, waiting_of
from exam.rules.line_words import with_awards, with_note, words_by_winner
from exam.rules.results import AwardLine, Basis, IndividualLine, Snapshot, TeamLine
from exam.rules.snapshots import SHOWN_HASH, Compared, text_hash
from exam.rules.standings import individual_line, individual_standing, team_standing
from exam.services.award_inputs import AwardInputs, gather_awards
from exam.services.changed_marks import Changed
from exam.services.competition import get_competition, get_rules
from exam.services.result_marks import (
    FinalMarks,
    count_unverified_written,
    gather_again,
    gather_final,
    gather_quiz,
    unverified_marks,
)
from exam.services.result_units import WrittenUnits, gather_units
from exam.services.sign_off import list_locks
from exam.services.total_rules import NO_TEAMS, get_basis
from exam.unit_of_work import UnitOfWork
from models.finals import Nominee
from models.journal import JournalHead
from models.people import Staff


@dataclass(frozen=True, slots=True)
class Calculation:
    """A finished calculation with what it was made from.

    ``words`` are the awards of each winner as they stand in the lines. ``unverified`` are the marks of the final that
    wait for a second person, by nominee; ``no_teams`` says that this is a selection of single people; ``initials``
    are the pinyin initials of the names by nominee. ``nameless`` keeps, by nominee, the last line that was shown
    without its name, and what it was made from; ``compared`` what was compared with a publication.
    """

    snapshot: Snapshot
    final: FinalMarks
    written: WrittenUnits
    awards: AwardInputs
    given: Given
    words: Mapping[str, str]
    waiting: Waiting
    unverified: Mapping[int, int]
    unverified_written: int
    no_teams: bool
    initials: Mapping[int, str]
    nameless: dict[int, tuple[IndividualLine, IndividualLine]] = field(
        default_factory=dict[int, "tuple[IndividualLine, IndividualLine]"]
    )
    compared: Compared = field(default_factory=Compared)


def calculate_whole(
    uow: UnitOfWork,
    *,
    number: int | None = None,
    basis: Basis | None = None,
    replaced: Mapping[tuple[int, int], Decimal] | None = None,
) -> Calculation:
    """Everything from the marks as they stand. Rights are the caller's to check.

    ``basis`` are other rules to calculate with, ``replaced`` other written marks by (candidate, section), to see
    what they would change.
    """
    competition, rules = get_competition(uow), get_rules(uow)
    basis = basis or get_basis(uow, rules)
    written = gather_units(uow, replaced=replaced)
    final = gather_final(uow, basis, written.lines)
    columns = final.columns
    individuals = individual_standing(final.entrants, columns, basis)
    teams = team_standing(final.teams, individuals, columns, basis)
    inputs = gather_awards(uow)
    given = give_awards(
        inputs.specs, individuals=individuals, teams=teams, units=written.lines, items=columns, titled=inputs.titled
    )
    words = words_by_winner(given.lines)
    snapshot = Snapshot(
        competition=competition.name, year=competition.year, host=competition.host,
        organiser=competition.organiser, language=competition.language, made_at="", number=number, fingerprint="",
        items=columns,
        individuals=with_awards(
            [with_note(line, columns, competition.language) for line in individuals], words, _person_key
        ),
        teams=with_awards(teams, words, _team_key), units=written.lines, awards=_numbered(given, inputs), basis=basis,
        locks=list_locks(uow),
    )  # fmt: skip
    head, count = uow.session.execute(select(JournalHead.hash, JournalHead.count)).one()
    return _finished(
        uow,
        Calculation(
            snapshot, final, written, inputs, given, words, waiting_of(individuals), unverified_marks(uow),
            count_unverified_written(uow), rules.team_preset == NO_TEAMS, read_initials(uow),
        ),
        head, count,
    )  # fmt: skip


def calculate_again(uow: UnitOfWork, known: Calculation, changed: Changed, head: str, count: int) -> Calculation:
    """``known`` with the marks of a few people read anew, where nothing else has changed up to this journal head.

    Their lines and those of their teams are calculated, and placed among the others.
    """
    before, basis, columns = known.snapshot, known.snapshot.basis, known.final.columns
    final = gather_again(uow, known.final, basis, nominees=changed.nominees, teams=changed.teams)
    lines = {
        one.nominee_id: with_note(individual_line(one, columns, basis), columns, before.language)
        for one in final.entrants
    }
    replaced = [line for line in before.individuals if line.nominee_id in lines]
    lines = {line.nominee_id: replace(lines[line.nominee_id], award=line.award) for line in replaced}
    individuals = individuals_again(before.individuals, lines, basis)
    team_ids = teams_concerned(before.individuals, individuals, lines.values(), basis) | changed.teams
    team_lines = {
        team: replace(line, award=known.words.get(_team_key(line), ""))
        for team, line in team_lines_again(final.teams, team_ids, individuals, columns, basis).items()
    }
    teams = teams_again(before.teams, team_lines, basis, final.teams)
    given = give_again(
        known.given, known.awards.specs, before=replaced, individuals=individuals, teams=teams, items=columns
    )
    awards, words = before.awards, known.words
    if given.lines != known.given.lines:
        awards, words = _numbered(given, known.awards), words_by_winner(given.lines)
        individuals = with_awards(individuals, words, _person_key)
        teams = with_awards(teams, words, _team_key)
    unverified = dict(known.unverified)
    for nominee in changed.nominees:
        unverified.pop(nominee, None)
    return _finished(
        uow,
        replace(
            known,
            snapshot=replace(before, individuals=individuals, teams=teams, awards=awards),
            final=final,
            given=given,
            words=words,
            waiting=known.waiting - waiting_of(replaced) + waiting_of(lines.values()),
            unverified=unverified | unverified_marks(uow, changed.nominees),
        ),
        head,
        count,
    )


def read_initials(uow: UnitOfWork) -> dict[int, str]:
    """The pinyin initials of every nominee's name, for searching."""
    query = select(Nominee.id, Staff.initials).join(Staff, Staff.id == Nominee.staff_id)
    return dict(uow.session.execute(query).all())


def _finished(uow: UnitOfWork, worked: Calculation, head: str, count: int) -> Calculation:
    """With what is missing, and of which moment it is."""
    snapshot = worked.snapshot
    basis = snapshot.basis
    steps = final_steps(
        worked.waiting, nominated=bool(snapshot.individuals), items=bool(snapshot.items),
        components=bool(basis.components), teams=not worked.no_teams,
    )  # fmt: skip
    return replace(
        worked,
        snapshot=replace(
            snapshot,
            made_at=uow.now.astimezone().isoformat(timespec="seconds"),
            # A draft is known by the marks and rules it follows from; a publication by the hash of its whole text.
            fingerprint=text_hash(f"{head}|{count}|{basis!r}")[:SHOWN_HASH],
            incomplete=(*worked.written.incomplete, *steps),
            journal_head=head,
            journal_count=count,
            unverified=sum(worked.unverified.values()) + worked.unverified_written,
            quiz=gather_quiz(uow, basis),
        ),
    )


def _numbered(given: Given, inputs: AwardInputs) -> tuple[AwardLine, ...]:
    """The awards with the certificate numbers given so far."""
    numbers = inputs.numbers
    return tuple(
        replace(line, certificate_number=number)
        if (number := numbers.get((line.winner_key, line.award), ""))
        else line
        for line in given.lines
    )


_person_key = attrgetter("staff_number")


def _team_key(line: TeamLine) -> str:
    return f"team|{line.unit_code}"
