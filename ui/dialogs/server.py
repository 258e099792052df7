"""Opening a competition on a PostgreSQL server, which several workstations share."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP
from ui.context import Context
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


class ServerDialog(FormDialog):
    """Server, database, user and password. ``then(address)`` is called; the password is kept nowhere."""

    def __init__(
        self, context: Context, then: Callable[[str], object], parent: QWidget | None = None, address: str = ""
    ) -> None:
        super().__init__(
            context,
            translate("ServerDialog", "A competition on a server"),
            translate("ServerDialog", "Open"),
            parent,
            intro=translate(
                "ServerDialog",
                "Several workstations share a PostgreSQL database. Ask whoever runs the server for these four.",
            ),
        )
        self._then = then
        known = urlsplit(address)
        self.server = self.add_line(self.tr("&Server"), _place(known.hostname, known.port))
        self.server.setPlaceholderText("192.168.1.20:5432")
        self.database = self.add_line(self.tr("&Database"), known.path.lstrip("/"))
        self.user = self.add_line(self.tr("&User"), unquote(known.username or ""))
        self.password = self.add_line(
            self.tr("&Password"), password=True, hint=self.tr("Not kept: it is asked for each time.")
        )

    def submit(self) -> None:
        place, database = self.server.text().strip(), self.database.text().strip()
        if not place or not database:
            self.show_error(InvalidInput(QT_TRANSLATE_NOOP("exam", "Type the server and the database.")))
            return
        user, password = quote(self.user.text().strip(), safe=""), quote(self.password.text(), safe="")
        who = f"{user}:{password}@" if password else (f"{user}@" if user else "")
        self.accept()
        self._then(f"postgresql://{who}{place}/{quote(database, safe='')}")


def without_password(address: str) -> str:
    """The address as it may be kept in the list of recent competitions."""
    known = urlsplit(address)
    who = f"{known.username}@" if known.username else ""
    return f"postgresql://{who}{_place(known.hostname, known.port)}{known.path}"


def _place(host: str | None, port: int | None) -> str:
    return f"{host or ''}:{port}" if port else (host or "")
