# SPDX-License-Identifier: MIT
"""A sheet's own text, read once: how far its cells spread, which formulas failed, which cells are merged.

Spreadsheet programs write the same sheet in many ways (either quotation mark, any prefix of names, runs of
equal cells); a parser of XML knows them all. A document type, with which entities would come, is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from vermeil.readers.seen_sheet import MOST_FAILED, NO_VALUE, Seen

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ExcelScan", "OdsScan", "SheetScan"]

#: What spreadsheet programs show where a formula failed.
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


class SheetScan:
    """Reads a part of a workbook piece by piece.

    Attributes
    ----------
    sheets
        What was seen, by the name of the sheet; in Excel's files, where a part is a sheet, by an empty name.
    """

    def __init__(self) -> None:
        self.sheets: dict[str, Seen] = {}
        self._parser = expat.ParserCreate()
        self._parser.ordered_attributes = True
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._kinds: dict[str, Callable[[list[str]], None] | None] = {}
        self._text: list[str] = []

    @property
    def cells(self) -> int:
        """The places in memory of all sheets."""
        return sum(seen.cells for seen in self.sheets.values())

    def add(self, piece: bytes) -> None:
        """Read on.

        Raises
        ------
        ValueError
            When it is no XML, or holds a document type.
        """
        self._parse(piece, is_last=False)

    def end(self) -> None:
        """Read to the end, as `add` does."""
        self._parse(b"", is_last=True)
        self._finish()

    def _parse(self, piece: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(piece, is_last)
        except expat.ExpatError as error:
            message = f"not whole XML: {error}"
            raise ValueError(message) from error

    def _refuse(self, *_: object) -> None:
        message = "it holds a document type, which no spreadsheet program writes"
        raise ValueError(message)

    def _start(self, name: str, attributes: list[str]) -> None:
        try:
            handle = self._kinds[name]
        except KeyError:
            handle = self._kinds[name] = self._handlers().get(_local(name))
        if handle is not None:
            handle(attributes)

    def _listen(self) -> None:
        """Collect the text that follows."""
        self._text = []
        self._parser.CharacterDataHandler = self._text.append

    def _heard(self) -> str:
        """Stop collecting, and give what was collected."""
        self._parser.CharacterDataHandler = None
        return "".join(self._text).strip()

    def _handlers(self) -> dict[str, Callable[[list[str]], None]]:
        raise NotImplementedError

    def _finish(self) -> None:
        raise NotImplementedError


class ExcelScan(SheetScan):
    """Reads one sheet of a workbook of Excel."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = self.sheets[""] = Seen()
        self._columns: dict[str, int] = {}
        self._row, self._column = -1, -1
        self._type = ""
        self._has_formula = self._has_value = self._listens = self._is_among_cells = False

    def _handlers(self) -> dict[str, Callable[[list[str]], None]]:
        return {
            "row": self._on_row,
            "c": self._on_cell,
            "f": self._on_formula,
            "v": self._on_value,
            "is": self._on_value,
            "mergeCell": self._on_merged,
            "extLst": self._on_extension,
        }

    def _on_row(self, attributes: list[str]) -> None:
        self._finish()
        self._row, self._column = self._row + 1, -1
        self._is_among_cells = True
        for place in range(0, len(attributes), 2):
            if attributes[place] == "r" and attributes[place + 1].isdecimal():
                self._row = int(attributes[place + 1]) - 1

    def _on_cell(self, attributes: list[str]) -> None:
        if self._has_formula or self._listens:
            self._finish()
        self._column += 1
        self._type = ""
        self._has_value = False
        for place in range(0, len(attributes), 2):
            name = attributes[place]
            if name == "r":
                self._go_to(attributes[place + 1])
            elif name == "t":
                self._type = attributes[place + 1]

    def _go_to(self, reference: str) -> None:
        letters = reference.rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = 0
            for letter in letters.upper():
                column = column * 26 + ord(letter) - 64
            column = self._columns[letters] = column - 1
        self._column = column
        if len(letters) < len(reference):
            self._row = int(reference[len(letters) :]) - 1

    def _on_formula(self, _: list[str]) -> None:
        self._has_formula = self._is_among_cells

    def _on_extension(self, _: list[str]) -> None:
        """Leave the cells: the formulas of conditional formats bear the same name."""
        self._finish()
        self._is_among_cells = False

    def _on_value(self, _: list[str]) -> None:
        seen, row, column = self._seen, self._row, self._column
        if row > seen.last_row or column > seen.last_column or column < seen.first_column:
            seen.fill(row, column, column)
        if (self._has_formula or self._type == "e") and not self._has_value:
            self._listens = True
            self._listen()
        self._has_value = True

    def _on_merged(self, attributes: list[str]) -> None:
        self._finish()
        self._seen.merged = self._seen.merged or dict(
            zip(attributes[::2], attributes[1::2], strict=True)
        ).get("ref", "")

    def _finish(self) -> None:
        """End a cell with a formula or an error."""
        if self._has_formula or self._listens:
            text = self._heard() if self._listens else ""
            is_bare = not self._has_value or (self._listens and not text)
            if self._type == "e":
                self._seen.fail(self._row, self._column, text or _ERRORS[0])
            elif self._has_formula and is_bare and self._type != "str":
                self._seen.fail(self._row, self._column, NO_VALUE)
        self._has_formula = self._listens = False


class OdsScan(SheetScan):
    """Reads the content of an OpenDocument spreadsheet; runs of equal cells and rows count in full."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = self.sheets[""] = Seen()
        self._row, self._rows, self._column = 0, 0, 0
        self._empties = self._laid = 0
        self._failing: tuple[int, str] | None = None

    @property
    def cells(self) -> int:
        """The places in memory: the rectangles, and before them every cell of a row that is written out."""
        return max(super().cells, self._laid)

    def _handlers(self) -> dict[str, Callable[[list[str]], None]]:
        return {
            "table": self._on_table,
            "table-row": self._on_row,
            "table-cell": self._on_cell,
            "covered-table-cell": self._on_cell,
        }

    def _on_table(self, attributes: list[str]) -> None:
        self._finish()
        self._seen = self.sheets.setdefault(_by_local_name(attributes).get("name", ""), Seen())
        self._row, self._rows = 0, 0

    def _on_row(self, attributes: list[str]) -> None:
        self._finish()
        self._row += self._rows
        self._rows = _times(_by_local_name(attributes).get("number-rows-repeated"))
        self._column = self._empties = 0

    def _on_cell(self, attributes: list[str]) -> None:
        self._finish()
        known = _by_local_name(attributes)
        times = _times(known.get("number-columns-repeated"))
        is_formula, is_typed = "formula" in known, "value-type" in known
        self._column += times
        self._laid += self._empties
        self._empties = 0
        if not (is_formula or is_typed):
            self._empties = times
            return
        self._laid += times
        if is_typed:
            self._seen.fill(self._row + self._rows - 1, self._column - times, self._column - 1)
        if known.get("value-type") == "error" or is_formula:
            failure = "" if is_typed else NO_VALUE
            self._failing = (times, _ERRORS[0] if known.get("value-type") == "error" else failure)
            self._listen()

    def _finish(self) -> None:
        """End a cell whose formula may have failed."""
        if self._failing is None:
            return
        (times, said), text = self._failing, self._heard()
        self._failing = None
        if said != NO_VALUE and (said or text in _ERRORS):
            said = text or said
        if not said:
            return
        for row in range(self._row, self._row + min(self._rows, MOST_FAILED)):
            for column in range(self._column - times, self._column):
                if len(self._seen.failed) > MOST_FAILED:
                    return
                self._seen.fail(row, column, said)


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _by_local_name(attributes: list[str]) -> dict[str, str]:
    """Give attributes by their names without prefixes; of two value types, the one that says more."""
    known: dict[str, str] = {}
    for place in range(0, len(attributes), 2):
        name = _local(attributes[place])
        if known.get(name) != "error":
            known[name] = attributes[place + 1]
    return known


def _times(said: str | None) -> int:
    return max(int(said), 1) if said is not None and said.isdecimal() else 1
