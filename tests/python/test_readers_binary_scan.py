# SPDX-License-Identifier: MIT
"""Binary sheets are measured by their records, wherever the pieces are cut."""

from __future__ import annotations

import pytest

from vermeil.readers.binary_scan import BinaryScan


def record(kind: int, number: int, rest: int = 8) -> bytes:
    """Return a record that begins with a number; lengths over 127 take two bytes."""
    body = number.to_bytes(4, "little") + b"\xff" * rest
    length = bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + length + body


SHEET = b"".join(
    (
        record(129, 0, 200),
        record(0, 2),
        record(2, 3),
        record(1, 16_383),  # a cell without a value
        record(0, 1_048_575, 300),
        record(7, 5),
        record(130, 9),
    )
)


@pytest.mark.parametrize("piece", [1, 3, 11, 100, 10_000])
def test_filled_cells_are_found_however_the_pieces_are_cut(piece: int) -> None:
    scan = BinaryScan()
    for place in range(0, len(SHEET), piece):
        scan.add(SHEET[place : place + piece])
    scan.end()
    assert (scan.seen.first_column, scan.seen.last_column, scan.seen.last_row) == (3, 5, 1_048_575)
    assert scan.cells == 1_048_576 * 3


def test_a_sheet_that_is_cut_short_ends_there() -> None:
    scan = BinaryScan()
    scan.add(SHEET[:-3])
    scan.end()
    assert scan.seen.last_row == 1_048_575
