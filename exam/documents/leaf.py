"""Pages written the short way, for papers of thousands of pages.

A page of ReportLab is put together from some forty small objects when the file is saved; these are two byte
strings. They share one resource dictionary.
"""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

_LEVEL = 4


class _Content(pdfdoc.PDFObject):
    """The stream of a page, compressed."""

    __RefOnly__ = 1

    def __init__(self, code: str) -> None:
        self.data = zlib.compress(code.encode("ascii"), _LEVEL)

    def format(self, document: Any) -> bytes:
        del document
        return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream\n" % (len(self.data), self.data)


class _Leaf(pdfdoc.PDFObject):
    """A page: its parent, size, resources and content."""

    __RefOnly__ = 1

    def __init__(self, leaves: Leaves, content: Any) -> None:
        self.leaves = leaves
        self.content = content

    def format(self, document: Any) -> bytes:
        return b"%b /Contents %b >>" % (self.leaves.head(document), pdfdoc.format(self.content, document))


class Leaves:
    """Adds pages to ``canvas``. They may use every font of the paper and the forms named here."""

    def __init__(self, canvas: Any, width: float, height: float, forms: list[str]) -> None:
        self._canvas = canvas
        self._document = canvas._doc
        self._box = f"[0 0 {width:.4f} {height:.4f}]".encode()
        resources: Any = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.basicProcs()
        resources.XObject = self._document.xobjDict(forms)
        self._resources = self._document.Reference(resources)
        self._head = b""

    def add(self, code: str) -> None:
        """A page with this content (operators in ASCII)."""
        self._document.addPage(_Leaf(self, self._document.Reference(_Content(code))))

    def head(self, document: Any) -> bytes:
        """What all pages begin with; known once the file is being written."""
        if not self._head:
            parent = pdfdoc.format(document.Reference(document.Pages), document)
            resources = pdfdoc.format(self._resources, document)
            self._head = b"<< /Type /Page /Parent %b /MediaBox %b /Resources %b" % (parent, self._box, resources)
        return self._head
