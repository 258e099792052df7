"""The mapped base class: constraint names, STRICT tables, and the row version people edit against."""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables. A class lists its constraints in ``constraints``."""

    metadata = MetaData(naming_convention=NAMES)

    @declared_attr.directive
    def __table_args__(cls) -> Any:
        return (*getattr(cls, "constraints", ()), {"sqlite_strict": True})


class Versioned:
    """A row people edit: the version counter refuses a write over somebody else's change."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> Any:
        return {"version_id_col": cls.version}
