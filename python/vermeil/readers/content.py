# SPDX-License-Identifier: MIT
"""What a file is by its first bytes, and refusals of one that is not what its name says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["refuse_other_content"]

_HEAD = 4096

#: The first bytes of a kind of file, what people call it, and the endings under which it is read.
_KINDS = (
    (b"PK\x03\x04", "a workbook or another archive", (".xlsx", ".xlsm", ".xlsb", ".ods")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook of Excel 97 to 2003", (".xls",)),
    (b"PAR1", "a Parquet table", (".parquet",)),
    (b"%PDF", "a PDF document", ()),
    (b"\x1f\x8b", "packed with gzip", ()),
    (b"\xff\xfe", "text in UTF-16", ()),
    (b"\xfe\xff", "text in UTF-16", ()),
)

_MEND = {
    "a PDF document": "a table in it has to be exported to CSV or to a workbook",
    "packed with gzip": "unpack it first",
    "text in UTF-16": "save the file as 'CSV UTF-8 (comma delimited)'",
}


def refuse_other_content(path: Path) -> None:
    """Refuse a file whose first bytes are those of another kind than its ending says.

    Raises
    ------
    Error
        When it is such a file; the message says what it is and what to do.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    ending = path.suffix.lower()
    for mark, name, endings in _KINDS:
        if head.startswith(mark):
            if ending in endings:
                return
            mend = _MEND.get(name) or f"name it {path.stem}{''.join(endings[:1])}"
            message = f"{path.name}: its name ends in '{ending}' and it is {name}; {mend}"
            raise _core.Error(message)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if ending == ".csv" and start.startswith((b"<!doctype", b"<html", b"<?xml")):
        message = (
            f"{path.name}: its name ends in '.csv' and it is a web page or XML; download the table itself"
        )
        raise _core.Error(message)
