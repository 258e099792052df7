"""The last part of a rehearsal: totals, awards, publication, papers and the results workbook."""

from __future__ import annotations

from decimal import Decimal

from exam.rehearsal_desk import OFFICE, SUPERVISOR
from exam.rehearsal_steps import Line, Rehearsal
from exam.rules.awards import AwardSpec
from exam.services import awards, papers, publications, results
from exam.words import QT_TRANSLATE_NOOP
from resources import path as shipped

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
    row = desk.run(
        OFFICE,
        lambda uow: publications.publish(uow, witness=desk.names[SUPERVISOR], seen_number=0),
        serializable=True,
    )
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


def print_papers(play: Rehearsal) -> Line:
    """Every paper of publication no. 1, and for the sample certificates for a list of star titles."""
    from exam.documents.catalogue import write_papers
    from exam.files.certificate_list import certificates_from_list

    folder = play.file("papers")
    folder.mkdir()
    data = play.desk.read(lambda uow: papers.get_paper_data(uow, number=play.facts["publication"]["number"]))
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
