"""The last part of a rehearsal: totals, awards, publication, papers and the results workbook."""

from __future__ import annotations

from decimal import Decimal

from exam.rehearsal.desk import OFFICE, SUPERVISOR
from exam.rehearsal.steps import YEAR, Line, Rehearsal
from exam.rules.awards import AwardSpec
from exam.rules.snapshots import changes
from exam.services import awards, certificates, journal, papers, publications, results
from exam.words import QT_TRANSLATE_NOOP
from resources import path as shipped

RESULTS_FILE = "results.xlsx"
AGAIN = {"zh": "申诉和并列处理后再次公布", "en": "After an objection and a tie were settled"}
RECEIVER = {"zh": "各单位领队", "en": "Heads of the teams"}
TITLES = {"zh": ("业务能手", "在竞赛中业务精通、服务规范"), "en": ("Service expert", "for mastery of the business")}


def set_awards(play: Rehearsal) -> Line:
    """The usual awards, one for the best of every item, and a title given by hand."""
    desk = play.desk
    desk.at(11, 21, 9)
    desk.run(OFFICE, lambda uow: awards.add_usual_awards(uow))
    best = "单项第一名" if desk.language == "zh" else "Best in the item"
    desk.run(
        OFFICE, lambda uow: awards.add_award_rule(uow, spec=AwardSpec("item", best, "count", Decimal(1)))
    )
    name, reason = TITLES[desk.language]
    title = desk.run(
        OFFICE, lambda uow: awards.add_award_rule(uow, spec=AwardSpec("title", name, reason=reason))
    )
    draft = desk.read(lambda uow: results.get_draft(uow))
    holders = [line.staff_number for line in draft.individuals if line.place is not None and line.place <= 3]
    for number in holders:
        desk.run(
            OFFICE,
            lambda uow, number=number: awards.add_title_holder(uow, rule_id=title.id, staff_number=number),
        )
    rules = desk.read(lambda uow: awards.list_award_rules(uow))
    return QT_TRANSLATE_NOOP("exam", "Awards set up: {rules} awards, {holders} titles given by hand"), {
        "rules": len(rules),
        "holders": len(holders),
    }


def publish(play: Rehearsal) -> Line:
    """Publication no. 1: frozen, numbered, with a witness."""
    desk = play.desk
    desk.at(11, 22, 9)
    row = _publish(play)
    snapshot = desk.read(lambda uow: publications.get_publication(uow, number=row.number))
    play.facts["publication"] = {"number": row.number, "fingerprint": row.fingerprint, "sha256": row.sha256}
    play.facts["winners"] = {
        "individuals": [
            {"place": line.place, "name": line.name, "unit": line.unit, "total": line.total, "tie": line.tie_key}
            for line in sorted(snapshot.individuals, key=lambda line: line.place or 10**6)[:6]
        ],
        "teams": [
            {"place": line.place, "team": line.team, "total": line.total, "tie": line.tie_key}
            for line in sorted(snapshot.teams, key=lambda line: line.place or 10**6)[:6]
        ],
        "awards": len(snapshot.awards),
    }
    first = min(snapshot.teams, key=lambda line: line.place or 10**6, default=None)
    return QT_TRANSLATE_NOOP("exam", "Publication {number} frozen ({hash}); first team: {team}"), {
        "number": row.number,
        "hash": row.fingerprint,
        "team": first.team if first else "-",
    }


def publish_again(play: Rehearsal) -> Line:
    """Publication no. 2 after the objection: it says what changed and which sheets are void."""
    play.desk.at(11, 25, 9)
    draft = play.desk.read(lambda uow: results.get_draft(uow))
    before = play.desk.read(lambda uow: publications.get_publication(uow, number=play.published))
    moved = changes(before, draft)
    if not moved:
        return QT_TRANSLATE_NOOP("exam", "Nothing changed, so publication {number} stands"), {"number": play.published}
    row = _publish(play, AGAIN[play.desk.language])
    play.facts["second_publication"] = {
        "number": row.number, "fingerprint": row.fingerprint, "sha256": row.sha256, "changes": len(moved)
    }  # fmt: skip
    return QT_TRANSLATE_NOOP("exam", "Publication {number} frozen ({hash}): {count} lines changed"), {
        "number": row.number,
        "hash": row.fingerprint,
        "count": len(moved),
    }


def _publish(play: Rehearsal, note: str = "") -> publications.PublicationRow:
    desk = play.desk
    row = desk.run(
        OFFICE,
        lambda uow: publications.publish(
            uow, witness=desk.names[SUPERVISOR], seen_number=play.published, note=note,
            despite_incomplete=play.sample,
        ),
        serializable=True,
    )  # fmt: skip
    play.published = row.number
    return row


def hand_out(play: Rehearsal) -> Line:
    """The certificates of the teams are received; the others wait in the register."""
    desk = play.desk
    desk.at(11, 28, 15)
    rows = desk.read(lambda uow: publications.get_publication(uow, number=play.published)).awards
    numbers = [line.certificate_number for line in rows if line.kind == "team"]
    if not numbers:
        return QT_TRANSLATE_NOOP("exam", "No certificates to hand out"), {}
    who, day = RECEIVER[desk.language], f"{YEAR}-11-28"
    count = desk.run(
        OFFICE,
        lambda uow: certificates.mark_received(uow, numbers=numbers, received_by=who, received_on=day),
    )  # fmt: skip
    play.facts["handed_out"] = count
    return QT_TRANSLATE_NOOP("exam", "Certificates handed out: {count}"), {"count": count}


def print_papers(play: Rehearsal) -> Line:
    """Every paper of the publication that stands, and for the sample certificates for a list of star titles."""
    from exam.documents.catalogue import write_papers
    from exam.files.certificate_list import certificates_from_list

    folder = play.file("papers")
    folder.mkdir()
    data = play.desk.read(lambda uow: papers.get_paper_data(uow, number=play.published, sitting_id=play.sitting_id))
    written = [path.name for path in write_papers(data, folder)]
    if play.own_files:
        name = "星级称号证书.pdf" if play.desk.language == "zh" else "star-titles.pdf"
        named = data.named
        certificates_from_list(
            shipped("samples", "证书名单.xlsx"), folder / name, competition=named.competition, year=named.year,
            issuer=named.organiser or named.host, day=named.issue_day, language=named.language,
        )  # fmt: skip
        written.append(name)
    play.facts["papers"] = written
    return QT_TRANSLATE_NOOP("exam", "Papers printed: {count} PDF files"), {"count": len(written)}


def total(play: Rehearsal) -> Line:
    """The draft: everything counted, nothing missing, each line with its calculation."""
    play.desk.at(11, 20, 18)
    draft = play.desk.read(lambda uow: results.get_draft(uow), SUPERVISOR)
    lines = [results.explain_line(draft, nominee_id=line.nominee_id) for line in draft.individuals]
    lines += [results.explain_line(draft, team_id=line.team_id) for line in draft.teams]
    play.facts["totals"] = {
        "individuals": len(draft.individuals), "teams": len(draft.teams), "units": len(draft.units),
        "tied": sum(bool(line.tie_key) for line in draft.individuals), "incomplete": len(draft.incomplete),
    }  # fmt: skip
    text = QT_TRANSLATE_NOOP("exam", "Totals: {people} elites and {teams} teams placed, {lines} calculations explained")
    return text, {
        "people": len(draft.individuals),
        "teams": len(draft.teams),
        "lines": len(lines),
    }


def write_results(play: Rehearsal) -> Line:
    """The results of the publication as a workbook."""
    from exam.files.results import results_workbook
    from exam.files.writing import write_file

    snapshot = play.desk.read(lambda uow: publications.get_publication(uow, number=play.published))
    write_file(play.file(RESULTS_FILE), results_workbook(snapshot))
    return QT_TRANSLATE_NOOP("exam", "Results written into {name}"), {"name": RESULTS_FILE}


def check_journal(play: Rehearsal) -> Line:
    """The chain of the journal, from the first entry to the last."""
    found = play.desk.read(lambda uow: journal.check_chain(uow), SUPERVISOR)
    if found.broken_at is not None:
        raise AssertionError(f"the journal is broken at entry {found.broken_at}")
    play.facts["journal"] = {"entries": found.count, "head": found.head}
    return QT_TRANSLATE_NOOP("exam", "Journal unbroken: {count} entries"), {"count": found.count}
