# SPDX-License-Identifier: MIT
"""Whether a large sheet of Excel is written so plainly that nothing in it can be the matter.

A parser of XML takes as long over a large sheet as reading it does. Where every cell names its place as
programs write it, none lies beyond column CZ or row 999,999, and there are no formulas, errors or merged
cells, the sheet fits into memory and hides nothing; any doubt sends it to the parser.
"""

from __future__ import annotations

import re

__all__ = ["is_plain"]

_OTHER_CELL = re.compile(rb'<c(?=[\s/>])(?! r="[A-C]?[A-Z]\d{1,6}")')
#: An error, a formula, a merged cell, a name with a prefix, a document type, another encoding than UTF-8.
_MARKS = (b'"e"', b"'e'", b"<f>", b"<f ", b"<f/", b"<f\n", b"<mergeCell", b"<!", b"\x00")
_PREFIXED = re.compile(rb":(?:c|f|v|row)[\s/>]")


def is_plain(text: bytes) -> bool:
    """Whether a piece of a sheet is plain.

    Examples
    --------
    >>> is_plain(b'<row r="1"><c r="A1"><v>1</v></c></row>'), is_plain(b"<row r='1'><c r='A1'/></row>")
    (True, False)
    """
    if any(mark in text for mark in _MARKS):
        return False
    return _OTHER_CELL.search(text) is None and _PREFIXED.search(text) is None
