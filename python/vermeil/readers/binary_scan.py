# SPDX-License-Identifier: MIT
"""How far the cells of a binary sheet of Excel spread (``.xlsb``): its records, read once.

A record is its kind and its length, each in bytes of seven bits, and so many bytes. Kind 0 begins a row;
kinds 1 to 11 are cells, of which 1 is one without a value; the first four bytes are the row's or the column's
number.
"""

from __future__ import annotations

from vermeil.readers.seen_sheet import Seen

__all__ = ["BinaryScan"]

_ROW, _FIRST_VALUE, _LAST_VALUE = 0, 2, 11
#: A record's head is at most two bytes of kind and four of length; its number is four bytes more.
_HEAD = 10


class BinaryScan:
    """Reads one binary sheet piece by piece.

    Attributes
    ----------
    seen
        What is filled.
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
            place += length
        self._left = data[place:]
        self._to_skip = max(place - len(data), 0)


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
