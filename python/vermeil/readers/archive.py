# SPDX-License-Identifier: MIT
"""Workbooks are archives; one that unpacks to far more than a table is refused before it is opened."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from vermeil import _core
from vermeil.readers.binary_scan import BinaryScan
from vermeil.readers.plain_sheet import is_plain
from vermeil.readers.sheet_scan import ExcelScan, OdsScan, SheetScan

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
#: A sheet has a place in memory, of 24 bytes and more, for every cell in the rectangle that it fills.
MOST_CELLS = 100_000_000
#: A sheet's XML of more bytes is looked at for doubts before it is parsed.
LARGE = 4 << 20
_PART = 1 << 20


def refuse_bombs(path: Path) -> dict[str, SheetScan | BinaryScan]:
    """Refuse a workbook that would fill the memory: by what its parts say and by what they unpack to.

    Returns
    -------
    dict of str to SheetScan or BinaryScan
        What was seen of the sheets, by the part of the archive; empty where it is none.

    Raises
    ------
    Error
        When a part unpacks to far more than a table, to more than it says, or to a sheet of far too many
        cells, or a sheet is no XML.
    """
    if not zipfile.is_zipfile(path):
        return {}
    found: dict[str, SheetScan | BinaryScan] = {}
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        total = sum(part.file_size for part in parts)
        if total > LARGEST:
            raise _refused(path, f"it unpacks to {total:,} bytes, at most {LARGEST:,} are read")
        for part in parts:
            if part.file_size > SMALL and part.file_size > TIGHTEST * max(part.compress_size, 1):
                raise _refused(path, f"the part {part.filename} is packed {TIGHTEST} times or more")
            scan = _look_through(path, part)
            if scan is not None:
                found[part.filename] = scan
    return found


def _refused(path: Path, reason: str) -> _core.Error:
    return _core.Error(f"{path.name}: not opened, because {reason}")


def _look_through(path: Path, part: zipfile.ZipInfo) -> SheetScan | BinaryScan | None:
    """Unpack a part piece by piece, unless it is too small to do harm, and look at what comes out."""
    scan = _scan_of(part.filename)
    if scan is None and part.compress_size * MOST_PER_BYTE <= SMALL:
        return None
    if isinstance(scan, ExcelScan) and part.file_size > LARGE and _is_plain(path, part):
        return None
    try:
        for piece in _counted(path, part):
            if scan is not None:
                scan.add(piece)
                _refuse_spread(path, part, scan.cells)
        if scan is not None:
            scan.end()
            _refuse_spread(path, part, scan.cells)
    except _core.Error:
        raise
    except ValueError as error:
        message = f"{path.name}: not a workbook that can be read: {part.filename}: {error}"
        raise _core.Error(message) from error
    return scan


def _counted(path: Path, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part as long as it holds no more than it says."""
    size = 0
    for piece in _pieces(path, part):
        size += len(piece)
        if size > part.file_size:
            raise _refused(path, f"the part {part.filename} says {part.file_size:,} bytes and holds more")
        yield piece


def _is_plain(path: Path, part: zipfile.ZipInfo) -> bool:
    """Whether nothing can be the matter with a sheet, of which only whole elements are looked at."""
    left = b""
    for piece in _counted(path, part):
        text, mark, left = (left + piece).rpartition(b">")
        if len(left) > _PART or not is_plain(text + mark):
            return False
    return True


def _scan_of(name: str) -> SheetScan | BinaryScan | None:
    if name == "content.xml":
        return OdsScan()
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        return ExcelScan()
    return BinaryScan() if name.startswith("xl/worksheets/") and name.endswith(".bin") else None


def _refuse_spread(path: Path, part: zipfile.ZipInfo, cells: int) -> None:
    if cells > MOST_CELLS:
        said = f"spreads over {cells:,} cells, at most {MOST_CELLS:,} are read; delete what stands far away"
        raise _refused(path, f"the part {part.filename} {said}")


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
