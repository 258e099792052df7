"""Column types that mean the same on SQLite (STRICT) and PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, Date, Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

SCALE = 10_000


class Points(TypeDecorator[Decimal]):
    """A mark or a weight: an exact decimal of at most four places, stored as an integer of 1/10000.

    Raises ``ValueError`` for a float or a finer value: rounding belongs to the rules, not to storage.
    """

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else to_stored(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else from_stored(value)


def to_stored(value: Decimal) -> int:
    """The integer of 1/10000 for an exact decimal; ``ValueError`` when it is finer or a float."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise ValueError(f"points must be exact decimals, not {type(value).__name__}")
    scaled = Decimal(value) * SCALE
    if scaled != scaled.to_integral_value():
        raise ValueError("points are stored to four places")
    return int(scaled)


def from_stored(value: int) -> Decimal:
    """The exact decimal of a stored integer, with at least two places (92.5 -> 92.50)."""
    whole = Decimal(value).scaleb(-4)
    if value % 100 == 0:
        return whole.quantize(Decimal("0.01"))
    if value % 10 == 0:
        return whole.quantize(Decimal("0.001"))
    return whole


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, stored as ISO text with microseconds so that text order is time order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def instant_text(value: datetime) -> str:
    """``2026-11-22T01:02:03.000004+00:00``; ``ValueError`` without a time zone."""
    if value.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


class Day(TypeDecorator[date]):
    """A calendar day; ISO text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return date.fromisoformat(value) if isinstance(value, str) else value


class Flag(TypeDecorator[bool]):
    """Yes or no; 0 or 1 on SQLite."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Data(TypeDecorator[Any]):
    """Plain data as canonical JSON text: sorted keys, no blanks, decimals as strings."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def canonical_json(value: Any) -> str:
    """One fixed text for a value, so that its hash is the same everywhere."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be stored as data")


Blob = LargeBinary
