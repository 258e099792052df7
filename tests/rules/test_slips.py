"""What ``tests/benchmarks/slips.py`` measures, held with fewer marks."""

from __future__ import annotations

import random

import pytest

from tests.benchmarks import slips


@pytest.mark.parametrize("slip", ["lost point", "doubled key"])
def test_that_the_range_check_catches_every_lost_point_and_doubled_key(slip: str) -> None:
    dice = random.Random(1)
    assert slips.unnoticed(slips.true_marks(2000, dice), slip, dice) == 0


def test_that_the_range_check_alone_lets_other_slips_pass() -> None:
    dice = random.Random(1)
    assert slips.unnoticed(slips.true_marks(500, dice), "neighbouring key", dice) > 300


def test_that_two_entries_leave_only_equal_slips(capsys: pytest.CaptureFixture[str]) -> None:
    assert slips.main(500, 7) == 0
    assert "held" in capsys.readouterr().out
