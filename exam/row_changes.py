"""What a unit of work did to the rows that results are made of, noted for the journal.

Every entry of the journal carries these rows, so the whole state of marks, rules and publications can be built
again from the journal alone (``exam.verification``). Noted below the services, where no service can forget it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, UniqueConstraint, event, func, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from models.base import Base

Row = dict[str, Any]
Noted = tuple[str, Any, Row | None]

ONLY: dict[str, tuple[str, ...]] = {
    "staff": ("staff_number",),
    "unit": ("code", "name", "position"),
    "sitting": ("name", "state"),
    "candidate": ("sitting_id", "staff_id", "unit_id", "ticket_number", "attendance"),
    "publication": ("number", "sha256", "published_by", "witness"),
}
"""Tables of which only these columns bear on results."""

WHOLE = frozenset(
    {
        "setting", "section", "written_mark", "team", "nominee", "final_item", "criterion", "adjustment", "judge",
        "panel_seat", "avoidance_override", "judge_mark", "item_mark", "quiz_event", "tie_end", "team_component",
        "award_rule",
        "title_holder", "certificate_number",
    }
)  # fmt: skip
"""Tables noted with all columns but versions, moments and account numbers."""

_PEOPLE = frozenset({"candidate", "nominee", "title_holder"})
_CHUNK = 500


def noted_columns(table: Table) -> list[str]:
    """The columns of ``table`` that are noted, without its key; empty when the table is not noted at all."""
    if table.name in ONLY:
        return [name for name in ONLY[table.name] if name in table.c]
    if table.name not in WHOLE:
        return []
    key = key_of(table).name
    return [
        one.name for one in table.columns
        if one.name not in (key, "version") and not one.name.endswith(("_at", "_by_id"))
    ]  # fmt: skip


def key_of(table: Table) -> Any:
    """The single key column of a noted table."""
    return next(iter(table.primary_key.columns))


def noted_tables() -> list[Table]:
    """All noted tables, by name."""
    return [table for name, table in sorted(Base.metadata.tables.items()) if noted_columns(table)]


class RowChanges:
    """Listens to a session; :meth:`take` hands out what was noted since, in the order in which it happened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._noted: list[Noted] = []
        self._columns: dict[str, list[str]] = {}
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "do_orm_execute", self._around_statement)

    def pending(self) -> list[Noted]:
        """What was noted and not yet taken, with the staff numbers of the people in it."""
        return [*self._people(), *self._noted]

    def take(self) -> list[Noted]:
        """The same, and the list begins anew."""
        found = self.pending()
        self._noted.clear()
        return found

    def _after_flush(self, session: Session, context: UOWTransaction) -> None:
        gone = [(row.__table__.name, _identity(row), None) for row in session.deleted if self._of(row.__table__)]
        new: list[Noted] = []
        for row in session.new:
            columns = [] if row.__table__.name == "staff" else self._of(row.__table__)
            if columns:
                new.append((row.__table__.name, _identity(row), {name: getattr(row, name) for name in columns}))
        changed: list[Noted] = []
        for row in session.dirty:
            attributes = inspect(row).attrs
            columns = [name for name in self._of(row.__table__) if attributes[name].history.has_changes()]
            if columns:
                changed.append((row.__table__.name, _identity(row), {name: getattr(row, name) for name in columns}))
        # A session keeps its rows in no order; the journal is the same for the same deeds.
        for noted in (gone, new, changed):
            self._noted.extend(sorted(noted, key=lambda one: one[:2]))

    def _around_statement(self, state: ORMExecuteState) -> Any:
        """Statements that change many rows at once are looked at before and after."""
        table = getattr(state.statement, "table", None)
        changing = state.is_insert or state.is_update or state.is_delete
        if not changing or table is None or table.name == "staff" or not self._of(table):
            return None
        self._session.flush()
        key = key_of(table)
        if state.is_insert:
            last = self._scalar(select(func.max(key)))
            result = state.invoke_statement()
            self._note_rows(table, key > last if last is not None else None, _given(table, state))
            return result
        ids = self._ids(table, state)
        result = state.invoke_statement()
        if state.is_delete:
            self._noted.extend((table.name, one, None) for one in ids)
        else:
            for at in range(0, len(ids), _CHUNK):
                self._note_rows(table, key.in_(ids[at : at + _CHUNK]), None)
        return result

    def _ids(self, table: Table, state: ORMExecuteState) -> list[Any]:
        statement: Any = state.statement
        key = key_of(table)
        if statement.whereclause is None and state.parameters:
            rows = state.parameters if isinstance(state.parameters, list) else [state.parameters]
            return [row[key.name] for row in rows]
        query = select(key)
        if statement.whereclause is not None:
            query = query.where(statement.whereclause)
        return list(self._session.connection().execute(query.order_by(key)).scalars())

    def _note_rows(self, table: Table, where: Any, wanted: tuple[Sequence[str], set[Any]] | None) -> None:
        columns = self._of(table)
        query = select(key_of(table), *(table.c[name] for name in columns)).order_by(key_of(table))
        if where is not None:
            query = query.where(where)
        for found in self._session.connection().execute(query):
            values = dict(zip(columns, found[1:], strict=True))
            # On a server, rows that others committed meanwhile are theirs to note.
            if wanted is None or tuple(found._mapping[name] for name in wanted[0]) in wanted[1]:
                self._noted.append((table.name, found[0], values))

    def _people(self) -> list[Noted]:
        """Staff are noted when something of the results names them: a roster of 100,000 need not be."""
        ids = {
            values["staff_id"] for name, _, values in self._noted
            if name in _PEOPLE and values is not None and "staff_id" in values
        }  # fmt: skip
        table = Base.metadata.tables["staff"]
        found: list[Noted] = []
        for chunk in _chunks(sorted(ids)):
            rows = self._session.connection().execute(
                select(table.c.id, table.c.staff_number).where(table.c.id.in_(chunk)).order_by(table.c.id)
            )
            found.extend(("staff", id_, {"staff_number": number}) for id_, number in rows)
        return found

    def _of(self, table: Table) -> list[str]:
        if table.name not in self._columns:
            self._columns[table.name] = noted_columns(table)
        return self._columns[table.name]

    def _scalar(self, query: Any) -> Any:
        return self._session.connection().execute(query).scalar()


def _identity(row: Any) -> Any:
    return inspect(row).identity[0] if inspect(row).identity else getattr(row, key_of(row.__table__).name)


def _given(table: Table, state: ORMExecuteState) -> tuple[Sequence[str], set[Any]] | None:
    """By which columns, and which values of them, the inserted rows are known again."""
    rows: list[Any] = state.parameters if isinstance(state.parameters, list) else [state.parameters or {}]
    unique = [[column.name for column in table.primary_key.columns]]
    unique += [
        [column.name for column in one.columns] for one in table.constraints if isinstance(one, UniqueConstraint)
    ]
    noted = {*noted_columns(table), key_of(table).name}
    for names in unique:
        if rows and set(names) <= noted & set(rows[0]):
            return names, {tuple(row[name] for name in names) for row in rows}
    return None


def _chunks(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[at : at + _CHUNK] for at in range(0, len(values), _CHUNK))
