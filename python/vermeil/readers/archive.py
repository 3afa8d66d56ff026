# SPDX-License-Identifier: MIT
"""Workbooks are archives; one that unpacks to far more than a table is refused before it is opened."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["refuse_bombs"]

#: The largest published workbook that is read here holds a little over 1 GB of XML.
LARGEST = 4 << 30
#: Up to so many bytes a part may be as repetitive as it likes.
SMALL = 64 << 20
#: A sheet's XML packs to a thirtieth, at most to a hundredth; a bomb to a thousandth.
TIGHTEST = 250
#: Deflate packs no byte tighter.
MOST_PER_BYTE = 1032
#: A sheet has a place in memory for every cell in the rectangle that it fills.
MOST_CELLS = 300_000_000
_PART = 1 << 20
_OVERLAP = 256

# With fewer than 260 columns no sheet of Excel has too many cells.
_WIDE_CELL = re.compile(rb'<c [^>]*?\br="([J-Z][A-Z]|[A-Z]{3})\d')
_ROW = re.compile(rb'<row [^>]*?\br="(\d{1,7})"')
_ODS_REPEAT = re.compile(rb'<table:table-cell\b(?=[^>]*value-type)[^>]*columns-repeated="(\d+)"')
_ODS_ROWS = re.compile(
    rb'<table:table-row\b[^>]*rows-repeated="(\d+)"[^>]*>(?:(?!</table:table-row).){0,200}value-type',
    re.DOTALL,
)


def refuse_bombs(path: Path) -> None:
    """Refuse a workbook that would fill the memory: by what its parts say and by what they unpack to.

    Raises
    ------
    Error
        When a part unpacks to far more than a table, to more than it says, or to a sheet of far too many
        cells.
    """
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        total = sum(part.file_size for part in parts)
        if total > LARGEST:
            raise _refused(path, f"it unpacks to {total:,} bytes, at most {LARGEST:,} are read")
        for part in parts:
            if part.file_size > SMALL and part.file_size > TIGHTEST * max(part.compress_size, 1):
                raise _refused(path, f"the part {part.filename} is packed {TIGHTEST} times or more")
            _look_through(path, part)


def _refused(path: Path, reason: str) -> _core.Error:
    return _core.Error(f"{path.name}: not opened, because {reason}")


def _look_through(path: Path, part: zipfile.ZipInfo) -> None:
    """Unpack a part piece by piece, unless it is too small to do harm, and count what comes out."""
    is_sheet = part.filename == "content.xml" or part.filename.startswith("xl/worksheets/")
    if part.compress_size * MOST_PER_BYTE <= SMALL and not is_sheet:
        return
    size, before, extent = 0, b"", _Extent()
    for piece in _pieces(path, part):
        size += len(piece)
        if size > part.file_size:
            raise _refused(path, f"the part {part.filename} says {part.file_size:,} bytes and holds more")
        if is_sheet:
            extent.add(before + piece)
            before = piece[-_OVERLAP:]
            if extent.cells > MOST_CELLS:
                raise _refused(path, f"the part {part.filename} spreads over {extent.cells:,} cells")


def _pieces(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack what is really there, whatever the directory of the archive says of its size."""
    with path.open("rb") as file:
        file.seek(part.header_offset + 26)
        lengths = file.read(4)
        file.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), 1)
        left = part.compress_size
        unpack = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
        while left > 0 and (packed := file.read(min(left, _PART))):
            left -= len(packed)
            while packed:
                try:
                    yield packed if unpack is None else unpack.decompress(packed, _PART)
                except zlib.error as error:
                    message = f"{path.name}: not a workbook that can be read: {part.filename}: {error}"
                    raise _core.Error(message) from error
                packed = b"" if unpack is None else unpack.unconsumed_tail


class _Extent:
    """The rectangle that the cells of a sheet fill, as far as it has been read."""

    def __init__(self) -> None:
        self.columns = 1
        self.rows = 1

    @property
    def cells(self) -> int:
        return self.columns * self.rows

    def add(self, text: bytes) -> None:
        for letters in set(_WIDE_CELL.findall(text)):
            self.columns = max(self.columns, _column_number(letters))
        if row := _ROW.match(text, max(text.rfind(b"<row "), 0)):
            self.rows = max(self.rows, int(row[1]))
        for repeat in _ODS_REPEAT.findall(text):
            self.columns = max(self.columns, int(repeat))
        for repeat in _ODS_ROWS.findall(text):
            self.rows = max(self.rows, int(repeat))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
