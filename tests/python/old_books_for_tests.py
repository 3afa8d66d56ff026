# SPDX-License-Identifier: MIT
"""Small workbooks of the two binary forms of Excel, with cells that failed, written byte by byte."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

__all__ = ["ERRORS", "Failed", "write_xls", "write_xlsb"]

#: The number by which both forms know an error.
ERRORS = {
    "#NULL!": 0x00,
    "#DIV/0!": 0x07,
    "#VALUE!": 0x0F,
    "#REF!": 0x17,
    "#NAME?": 0x1D,
    "#NUM!": 0x24,
    "#N/A": 0x2A,
}
SECTOR = 512
END, FREE, OF_TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


class Failed(str):
    """What a cell shows whose formula failed."""

    __slots__ = ()


Cell = str | float | None
Rows = list[list[Cell]]


def write_xls(path: Path, rows: Rows, sheet: str = "counts") -> Path:
    """Write a workbook of Excel 97 to 2003 with one sheet; a formula that failed is one divided by 0."""
    name = bytes([len(sheet), 0]) + sheet.encode("ascii")
    first = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    begin = len(first) + len(_record(0x0085, struct.pack("<IBB", 0, 0, 0) + name)) + len(_record(0x000A, b""))
    stream = first + _record(0x0085, struct.pack("<IBB", begin, 0, 0) + name) + _record(0x000A, b"")
    stream += _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            stream += b"" if cell is None else _old_cell(struct.pack("<HHH", row, column, 0), cell)
    path.write_bytes(_compound((stream + _record(0x000A, b"")).ljust(8 * SECTOR, b"\0")))
    return path


def write_xlsb(path: Path, rows: Rows, sheet: str = "counts", right: int = 0) -> Path:
    """Write a binary workbook with one sheet, whose cells begin so many columns further right."""
    cells = _binary(148, struct.pack("<IIII", 0, len(rows) - 1, right, right + len(rows[0]) - 1)) + _binary(
        145
    )
    for row, values in enumerate(rows):
        cells += _binary(0, struct.pack("<I", row) + bytes(13))
        for column, value in enumerate(values, start=right):
            cells += b"" if value is None else _new_cell(struct.pack("<II", column, 0), value)
    listed = _binary(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet))
    listed += _binary(144) + _binary(157)  # the end of the sheets, and how they are calculated
    relation = '<Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.bin"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.bin", listed)
        packed.writestr("xl/_rels/workbook.bin.rels", f"<Relationships>{relation}</Relationships>")
        packed.writestr("xl/worksheets/sheet1.bin", cells + _binary(146))
    return path


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _old_cell(place: bytes, cell: str | float) -> bytes:
    if isinstance(cell, Failed):
        value = bytes([2, 0, ERRORS[cell], 0, 0, 0, 0xFF, 0xFF])
        formula = bytes([0x1C, ERRORS[cell]])
        return _record(0x0006, place + value + bytes(6) + struct.pack("<H", len(formula)) + formula)
    if isinstance(cell, str):
        return _record(0x0204, place + struct.pack("<HB", len(cell), 0) + cell.encode("ascii"))
    return _record(0x0203, place + struct.pack("<d", cell))


def _compound(stream: bytes) -> bytes:
    """Put a stream of whole sectors, 8 at least, into a compound file: table, directory, stream."""
    sectors = len(stream) // SECTOR
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    chain = [OF_TABLE, END, *range(3, sectors + 2), END]
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[FREE] * (SECTOR // 4 - len(chain)))
    root = _entry("Root Entry", 5, 1, END, 0)
    return head + table + (root + _entry("Workbook", 2, 0, 2, len(stream))).ljust(SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", FREE, FREE, child if kind == 5 else FREE)
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB", len(written), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _binary(kind: int, body: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    return head + length + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _new_cell(place: bytes, cell: str | float) -> bytes:
    if isinstance(cell, Failed):
        return _binary(11, place + bytes([ERRORS[cell]]) + bytes(10))
    if isinstance(cell, str):
        return _binary(6, place + _wide(cell))
    return _binary(5, place + struct.pack("<d", cell))
