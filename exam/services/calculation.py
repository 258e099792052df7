"""The calculation of the results: whole, or a finished one with a few changed marks put into it.

Gathered by plain column queries (totals never pass through mapped objects), calculated by ``exam.rules``. Both ways
give the same snapshot of the same marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from sqlalchemy import select

from exam.rules.awards import give_awards
from exam.rules.changed_lines import individuals_again, team_lines_again, teams_again, teams_concerned
from exam.rules.incomplete import Waiting, final_steps, waiting_of
from exam.rules.line_words import with_awards, with_note, words_by_winner
from exam.rules.results import AwardLine, Basis, IndividualLine, Snapshot, TeamLine
from exam.rules.snapshots import SHOWN_HASH, text_hash
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

    ``unverified`` are the marks of the final that wait for a second person, by nominee; ``no_teams`` says that this
    is a selection of single people; ``initials`` are the pinyin initials of the names by nominee.
    """

    snapshot: Snapshot
    final: FinalMarks
    written: WrittenUnits
    awards: AwardInputs
    waiting: Waiting
    unverified: Mapping[int, int]
    unverified_written: int
    no_teams: bool
    initials: Mapping[int, str]


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
    blank = Snapshot(
        competition=competition.name, year=competition.year, host=competition.host,
        organiser=competition.organiser, language=competition.language, made_at="", number=number, fingerprint="",
        items=columns, individuals=tuple(with_note(line, columns, competition.language) for line in individuals),
        teams=team_standing(final.teams, individuals, columns, basis), units=written.lines, awards=(), basis=basis,
        locks=list_locks(uow),
    )  # fmt: skip
    return _finished(
        uow,
        Calculation(
            blank, final, written, gather_awards(uow), waiting_of(individuals), unverified_marks(uow),
            count_unverified_written(uow), rules.team_preset == NO_TEAMS, read_initials(uow),
        ),
    )  # fmt: skip


def calculate_again(uow: UnitOfWork, known: Calculation, changed: Changed) -> Calculation:
    """``known`` with the marks of a few people read anew, where nothing else has changed since.

    Their lines and those of their teams are calculated, and placed among the others.
    """
    before, basis, columns = known.snapshot, known.snapshot.basis, known.final.columns
    final = gather_again(uow, known.final, basis, nominees=changed.nominees, teams=changed.teams)
    lines = {
        one.nominee_id: with_note(individual_line(one, columns, basis), columns, before.language)
        for one in final.entrants
    }
    replaced = [line for line in before.individuals if line.nominee_id in lines]
    individuals = individuals_again(before.individuals, lines, basis)
    team_ids = teams_concerned(before.individuals, individuals, set(lines), basis) | changed.teams
    team_lines = team_lines_again(final.teams, team_ids, individuals, columns, basis)
    unverified = {nominee: count for nominee, count in known.unverified.items() if nominee not in changed.nominees}
    return _finished(
        uow,
        replace(
            known,
            snapshot=replace(
                before, individuals=individuals, teams=teams_again(before.teams, team_lines, basis, final.teams)
            ),
            final=final,
            waiting=known.waiting - waiting_of(replaced) + waiting_of(lines.values()),
            unverified=unverified | unverified_marks(uow, changed.nominees),
        ),
    )


def read_initials(uow: UnitOfWork) -> dict[int, str]:
    """The pinyin initials of every nominee's name, for searching."""
    query = select(Nominee.id, Staff.initials).join(Staff, Staff.id == Nominee.staff_id)
    return dict(uow.session.execute(query).all())


def _finished(uow: UnitOfWork, worked: Calculation) -> Calculation:
    """With everything that follows from the standings: awards, what is missing, and of which moment it is."""
    snapshot = worked.snapshot
    basis = snapshot.basis
    awards = _awards(worked, snapshot.individuals, snapshot.teams)
    words = words_by_winner(awards)
    steps = final_steps(
        worked.waiting, nominated=bool(snapshot.individuals), items=bool(snapshot.items),
        components=bool(basis.components), teams=not worked.no_teams,
    )  # fmt: skip
    head, count = uow.session.execute(select(JournalHead.hash, JournalHead.count)).one()
    return replace(
        worked,
        snapshot=replace(
            snapshot,
            made_at=uow.now.astimezone().isoformat(timespec="seconds"),
            # A draft is known by the marks and rules it follows from; a publication by the hash of its whole text.
            fingerprint=text_hash(f"{head}|{count}|{basis!r}")[:SHOWN_HASH],
            individuals=with_awards(snapshot.individuals, words, attrgetter("staff_number")),
            teams=with_awards(snapshot.teams, words, lambda line: f"team|{line.unit_code}"),
            awards=awards,
            incomplete=(*worked.written.incomplete, *steps),
            journal_head=head,
            journal_count=count,
            unverified=sum(worked.unverified.values()) + worked.unverified_written,
            quiz=gather_quiz(uow, basis),
        ),
    )


def _awards(
    worked: Calculation, individuals: Sequence[IndividualLine], teams: Sequence[TeamLine]
) -> tuple[AwardLine, ...]:
    given = give_awards(
        worked.awards.specs, individuals=individuals, teams=teams, units=worked.written.lines,
        items=worked.final.columns, titled=worked.awards.titled,
    )  # fmt: skip
    numbers = worked.awards.numbers
    return tuple(replace(line, certificate_number=numbers.get((line.winner_key, line.award), "")) for line in given)
