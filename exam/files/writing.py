"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from exam.errors import OutsideFault
from exam.words import QT_TRANSLATE_NOOP


def write_file(target: Path, content: bytes) -> Path:
    """Put ``content`` into ``target``, whole or not at all; the folder must exist.

    Raises :class:`OutsideFault` when the disk, the folder or a program that holds the file open forbids
    it; an older file of that name is then untouched.
    """
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is made for its owner alone; a saved paper may be read by others.
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except OSError as fault:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The file {name} could not be written: {reason}. Close it where it is open, or choose another folder.",
            ),
            name=target.name,
            reason=fault.strerror or str(fault),
        ) from fault
    return target
