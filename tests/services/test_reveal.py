"""The ceremony reads one publication and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from exam.access import Person
from exam.errors import NotAllowed, NotFound, RuleBroken
from exam.services import awards, publications, reveal
from tests.services.test_results import build

Run = Callable[..., Any]


def test_that_nothing_is_shown_before_the_publication(run: Run) -> None:
    run(build)
    run(awards.add_usual_awards)
    with pytest.raises(RuleBroken, match="published"):
        run(lambda uow: reveal.get_ceremony(uow))


def test_that_a_publication_without_awards_says_what_to_do(run: Run) -> None:
    run(build)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    with pytest.raises(RuleBroken, match="no awards"):
        run(lambda uow: reveal.get_ceremony(uow))


def test_that_later_changes_do_not_reach_the_hall(run: Run) -> None:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    before = run(lambda uow: reveal.get_ceremony(uow))
    rule = next(one for one in run(awards.list_award_rules) if one.scope == "team")
    run(lambda uow: awards.remove_award_rule(uow, rule_id=rule.id, seen_version=rule.version))
    assert run(lambda uow: reveal.get_ceremony(uow)) == before
    assert before.snapshot.number == 1


def test_that_the_step_is_kept_by_publication(run: Run) -> None:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    for shown in (3, 5):
        run(lambda uow, shown=shown: reveal.mark_revealed(uow, number=1, shown=shown))
    assert run(lambda uow: reveal.get_ceremony(uow, number=1)).shown == 5
    with pytest.raises(NotFound):
        run(lambda uow: reveal.mark_revealed(uow, number=2, shown=1))


def test_that_only_the_office_leads_the_ceremony(run: Run, supervisor: Person) -> None:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    with pytest.raises(NotAllowed):
        run(lambda uow: reveal.mark_revealed(uow, number=1, shown=1), supervisor)
