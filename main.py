"""Start the window, or hand over to one of the commands that work without it (``exam.cli``)."""

from __future__ import annotations

import sys

WITH_VALUE = ("--database", "--lang")


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; returns the exit code."""
    command = _command(arguments)
    if command == "read-workbook":
        # A packaged program has no interpreter to start: it calls itself for the import gate's worker.
        from exam.files.worker import main as read_workbook

        return read_workbook(arguments[1:])
    if command == "screenshots":
        from ui.screenshots import main as take_screenshots

        return take_screenshots([word for word in arguments if word != "screenshots"])
    if command or {"-h", "--help"} & set(arguments):
        from exam.cli import main as run_command

        return run_command(arguments)
    from ui.application import run

    return run(arguments)


def _command(arguments: list[str]) -> str:
    """The first word that is neither an option nor an option's value; empty for the window."""
    words = iter(arguments)
    for word in words:
        if not word.startswith("-"):
            return word
        if word in WITH_VALUE:
            next(words, None)
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
