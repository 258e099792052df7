"""What the checks catch in a simulated entry of 10,000 marks, and what two blind entries leave undetected.

``python tests/benchmarks/slips.py [MARKS] [SEED]`` prints counts. Two questions are measured:

* the range check: every lost decimal point and every doubled key in marks above a tenth of the full mark
  (10 itself becomes 100, which is a mark, and so for everything below);
* two blind entries with independent slips of 1 %: only a pair of equal slips may pass unseen.

Slips are those of keyboards and eyes: a lost point, a doubled, dropped, neighbouring or swapped key.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from exam.errors import UserError
from exam.rules.double_entry import Agreement, compare, likely_slip
from exam.rules.marks import MarkScale, parse_mark, show

SCALE = MarkScale(Decimal(100), Decimal("0.5"))
RATE = 0.01
# The keypad: where a finger lands beside the key it wants.
NEIGHBOURS = {
    "0": "1", "1": "024", "2": "135", "3": "26", "4": "157", "5": "2468", "6": "359", "7": "48", "8": "579", "9": "68",
}  # fmt: skip
Slip = Callable[[str, random.Random], str]


def lost_point(text: str, dice: random.Random) -> str:
    """The decimal point was not typed."""
    return text.replace(".", "")


def doubled_key(text: str, dice: random.Random) -> str:
    """One key bounced."""
    at = dice.randrange(len(text))
    return text[: at + 1] + text[at:]


def dropped_key(text: str, dice: random.Random) -> str:
    """One key did not take."""
    at = dice.randrange(len(text))
    return text[:at] + text[at + 1 :]


def wrong_key(text: str, dice: random.Random) -> str:
    """The finger landed on a neighbour."""
    at = dice.choice([at for at, sign in enumerate(text) if sign != "."])
    return text[:at] + dice.choice(NEIGHBOURS[text[at]]) + text[at + 1 :]


def swapped_keys(text: str, dice: random.Random) -> str:
    """Two neighbours came in the wrong order."""
    if len(text) < 2:
        return text
    at = dice.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


SLIPS: dict[str, Slip] = {
    "lost point": lost_point,
    "doubled key": doubled_key,
    "dropped key": dropped_key,
    "neighbouring key": wrong_key,
    "swapped keys": swapped_keys,
}


def accepted(text: str, scale: MarkScale = SCALE) -> Decimal | None:
    """The mark that would be stored for this text, or ``None`` when the person is told to look again."""
    try:
        return parse_mark(text, scale).points
    except UserError:
        return None


def true_marks(count: int, dice: random.Random, low: int = 21, high: int = 200) -> list[Decimal]:
    """Marks in halves, from ``low`` to ``high`` halves."""
    return [Decimal(dice.randrange(low, high + 1)) / 2 for _ in range(count)]


def typed_form(mark: Decimal, slip: str) -> str:
    """How a recorder types it: with its place, as on the marking sheet."""
    return f"{mark:.1f}" if slip == "lost point" else show(mark)


def unnoticed(marks: Sequence[Decimal], slip: str, dice: random.Random, scale: MarkScale = SCALE) -> int:
    """How many of these marks would be stored wrongly if each were typed with this slip."""
    wrong = 0
    for mark in marks:
        stored = accepted(SLIPS[slip](typed_form(mark, slip), dice), scale)
        wrong += stored is not None and stored != mark
    return wrong


def enter(mark: Decimal, dice: random.Random) -> Decimal:
    """One blind entry: right, or in 1 % of the cases with a slip that the range check lets pass.

    What the check refuses is typed again, from the paper.
    """
    if dice.random() >= RATE:
        return mark
    stored = accepted(SLIPS[dice.choice(list(SLIPS))](show(mark), dice))
    return mark if stored is None else stored


def main(count: int, seed: int) -> int:
    """Print the figures; the exit status is 1 when one of the two promises does not hold."""
    dice = random.Random(seed)
    marks = true_marks(count, dice)
    print(f"{count} marks of 10.5 to 100 in halves, each typed once with each slip; stored wrongly:")
    promised = 0
    for slip in SLIPS:
        wrong = unnoticed(marks, slip, dice)
        promised += wrong if slip in ("lost point", "doubled key") else 0
        print(f"  {slip:<18} {wrong:6}   ({wrong / count:.1%})")
    low = true_marks(count, dice, 0, 20)
    figures = [f"{slip} {unnoticed(low, slip, dice) / count:.1%}" for slip in ("lost point", "doubled key")]
    print(f"  marks up to 10 are in range with one digit more: {', '.join(figures)}; a second entry is for these")

    equal = different = silent = settled = 0
    looks: Counter[str] = Counter()
    rounds = 20
    for mark in marks * rounds:
        first, second = enter(mark, dice), enter(mark, dice)
        if compare(first, second) is Agreement.DIFFERENT:
            different += 1
            settled += mark in (first, second)
            looks[likely_slip(first, second).value] += 1
        elif first != mark:
            equal += 1
            silent += first != second
    total = count * rounds
    print(f"two blind entries of {total} marks, slips of {RATE:.0%} each, independent:")
    print(f"  differences found  {different:6}   ({different / total:.2%}), in {settled} one of the two was right")
    print(f"  equal slips        {equal:6}   ({equal / total:.4%}): the only ones that nobody sees")
    print(f"  other undetected   {silent:6}")
    print("  a difference looks like: " + ", ".join(f"{name} {number}" for name, number in looks.most_common()))
    ok = promised == 0 and silent == 0
    print("held" if ok else "NOT HELD")
    return 0 if ok else 1


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:3]]
    sys.exit(main(*given, *(10_000, 2026)[len(given) :]))
