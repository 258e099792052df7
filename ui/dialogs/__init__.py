"""Dialogs. ``SHOWN`` lists how each is made for the pictures of the manual (``ui.screenshots``).

A line is ``(name, "module:function")``; the function takes ``(context, parent)`` and returns a dialog that
is ready to be shown with the data of the sample competition, or None when the data is still being read
(then it calls ``context.picture_ready(dialog)`` later).
"""

from __future__ import annotations

SHOWN: list[tuple[str, str]] = []
