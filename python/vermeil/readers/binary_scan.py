# SPDX-License-Identifier: MIT
"""How far the cells of a binary sheet of Excel spread (``.xlsb``), and which failed: its records, read once.

A record is its kind and its length, each in bytes of seven bits, and so many bytes. Kind 0 begins a row;
kinds 1 to 11 are cells, of which 1 is one without a value; the first four bytes are the row's or the column's
number. Kinds 3 and 11 are errors, the latter of a formula, whose number is the ninth byte.
"""

from __future__ import annotations

from vermeil.readers.seen_sheet import Seen

__all__ = ["BinaryScan", "sheets_of_book"]

_ROW, _FIRST_VALUE, _LAST_VALUE = 0, 2, 11
_ERRORS = (3, 11)
#: In the main part of a workbook, the kind that names a sheet: its state, its number, its part and its name.
_SHEET = 156
#: A record's head is at most two bytes of kind and four of length; nine bytes more tell of a cell.
_HEAD = 15
_SHOWN = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


class BinaryScan:
    """Reads one binary sheet piece by piece.

    Attributes
    ----------
    seen
        What is filled, and what failed.
    """

    def __init__(self) -> None:
        self.seen = Seen()
        self._left = b""
        self._to_skip = 0
        self._row = 0

    @property
    def cells(self) -> int:
        """The places in memory."""
        return self.seen.cells

    def add(self, piece: bytes) -> None:
        """Read on; a record may lie across two pieces."""
        self._read(self._left + piece, len(self._left) + len(piece) - _HEAD)

    def end(self) -> None:
        """Read to the end."""
        self._read(self._left, len(self._left))

    def _read(self, data: bytes, until: int) -> None:
        place = self._to_skip
        while place < until:
            kind, place = _number(data, place, 2)
            length, place = _number(data, place, 4)
            if kind <= _LAST_VALUE:
                number = int.from_bytes(data[place : place + 4], "little")
                if kind == _ROW:
                    self._row = number
                elif kind >= _FIRST_VALUE:
                    self.seen.fill(self._row, number, number)
                    if kind in _ERRORS and length > 8:
                        said = _SHOWN.get(data[place + 8] if place + 8 < len(data) else -1, "#VALUE!")
                        self.seen.fail(self._row, number, said)
            place += length
        self._left = data[place:]
        self._to_skip = max(place - len(data), 0)


def sheets_of_book(data: bytes) -> dict[str, str]:
    """Give the names of the sheets in the main part of a binary workbook, with the ids of their parts."""
    found, place = {}, 0
    while place < len(data):
        kind, place = _number(data, place, 2)
        length, place = _number(data, place, 4)
        if kind == _SHEET:
            relation, behind = _text(data, place + 8)
            found[_text(data, behind)[0]] = relation
        place += length
    return found


def _text(data: bytes, place: int) -> tuple[str, int]:
    """Give a text behind its number of letters, and the place behind it."""
    end = place + 4 + 2 * int.from_bytes(data[place : place + 4], "little")
    return data[place + 4 : end].decode("utf-16-le", errors="replace"), end


def _number(data: bytes, place: int, most: int) -> tuple[int, int]:
    """Give a number in bytes of seven bits, the lowest first, and the place behind it."""
    number = 0
    for shift in range(most):
        if place >= len(data):
            break
        byte = data[place]
        place += 1
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            break
    return number, place
