"""Every way a database file can be wrong gets a sentence, and the file stays as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from exam import opening
from exam.access import Role
from exam.backups import KEPT, list_backups, make_backup
from exam.errors import InvalidInput, OutsideFault
from exam.services import competition
from exam.unit_of_work import read, run


@pytest.fixture
def file(sqlite_database) -> Path:
    sqlite_database.close()
    return sqlite_database.path


def test_that_a_good_file_opens_and_closes(file):
    database = opening.open_database(file)
    assert read(database, None, competition.get_competition).year == 2026
    database.close()


def test_that_an_existing_file_is_never_overwritten(file):
    before = file.read_bytes()
    with pytest.raises(InvalidInput, match="already a file"):
        opening.create_database(file)
    assert file.read_bytes() == before


def test_that_a_missing_file_is_named(tmp_path):
    with pytest.raises(OutsideFault, match="not there"):
        opening.open_database(tmp_path / "gone.db")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a database at all", b"x" * 5000])
def test_that_a_foreign_file_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(InvalidInput, match="not a competition"):
        opening.open_database(path)
    assert path.read_bytes() == content


def test_that_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(InvalidInput, match="not a competition"):
        opening.open_database(path)


def test_that_a_file_from_a_newer_version_is_refused(file):
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(InvalidInput, match="newer version"):
        opening.open_database(file)


def test_that_a_damaged_file_names_its_newest_backup(file):
    database = opening.open_database(file)
    backup = make_backup(database, "test")
    database.close()
    content = bytearray(file.read_bytes())
    for position in range(4096, len(content), 4096):
        content[position : position + 64] = b"\xff" * 64
    file.write_bytes(content)
    with pytest.raises(OutsideFault, match="damaged") as caught:
        opening.open_database(file)
    assert str(backup) in str(caught.value)


def test_that_a_truncated_file_is_damaged_not_a_bug(file):
    file.write_bytes(file.read_bytes()[:9000])
    with pytest.raises(OutsideFault):
        opening.open_database(file)


def test_that_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(InvalidInput, match="folder"):
        opening.open_database(tmp_path)


def test_that_a_cloud_folder_is_refused(file, tmp_path):
    cloud = tmp_path / "OneDrive - Company"
    cloud.mkdir()
    shutil.copy(file, cloud / "c.db")
    with pytest.raises(InvalidInput, match="synchronised"):
        opening.open_database(cloud / "c.db")


def test_that_reading_only_refuses_every_change(file, furnished_file):
    database = opening.open_database(file, read_only=True)
    office = furnished_file[1][Role.OFFICE]
    with pytest.raises(OutsideFault, match="reading only"):
        run(database, office, lambda uow: competition.change_rule(uow, key="drop_low", text="0"))
    database.close()


def test_that_a_file_deleted_while_open_is_a_sentence_not_a_crash(file, furnished_file):
    database = opening.open_database(file)
    office = furnished_file[1][Role.OFFICE]
    run(database, office, lambda uow: competition.change_rule(uow, key="drop_low", text="2"))
    file.rename(file.with_name("moved.db"))
    with pytest.raises(OutsideFault, match="gone"):
        run(database, office, lambda uow: competition.change_rule(uow, key="drop_low", text="0"))
    database.close()


def test_that_a_full_disk_is_a_sentence_and_the_old_data_stay(file, furnished_file):
    database = opening.open_database(file)
    office = furnished_file[1][Role.OFFICE]
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    database.close()

    from sqlalchemy import event

    @event.listens_for(database.engine, "connect")
    def limit(connection, record):
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill(uow):
        for number in range(400):
            competition.change_rule(uow, key="certificate_prefix", text=f"{number}" * 500)

    with pytest.raises(OutsideFault, match="disk is full"):
        run(database, office, fill)
    assert read(database, office, competition.get_rules).certificate_prefix == "FWDS"
    database.close()


def test_that_old_backups_go_but_one_a_day_stays(file):
    database = opening.open_database(file)
    folder = file.with_name("competition.backups")
    folder.mkdir()
    for day in range(1, 4):
        for hour in range(12):
            (folder / f"competition.2026010{day}-{hour:02}0000-000000.test.db").write_bytes(b"x")
    make_backup(database, "test")
    database.close()
    kept = list_backups(file)
    assert len(kept) == KEPT + 1
    assert {backup.made_at.day for backup in kept if backup.made_at.month == 1 and backup.made_at.year == 2026} == {
        1,
        2,
        3,
    }


@pytest.mark.skipif(os.name == "nt", reason="needs another user without the right to write")
def test_that_a_write_protected_file_says_so_and_stays_as_it_is(file):
    # Nobody is kept from writing by a mode while the tests run as root, so they step down for a moment.
    folder = Path(tempfile.mkdtemp(prefix="muster-read-only-"))
    path = Path(shutil.copy(file, folder / "c.db"))
    before = path.read_bytes()
    path.chmod(0o444)
    folder.chmod(0o555)
    root = os.getuid() == 0
    try:
        if root:
            os.setresuid(65534, 65534, 0)
        with pytest.raises(OutsideFault, match="cannot be written"):
            opening.open_database(path)
    finally:
        if root:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)
    assert path.read_bytes() == before
    shutil.rmtree(folder)
