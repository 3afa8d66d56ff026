# SPDX-License-Identifier: MIT
"""Food hygiene ratings as the Food Standards Agency publishes them: one XML file for each local authority.

Followed is the open-data file ``FHRS…en-GB.xml`` (``FHRSEstablishment``, ``Header``,
``EstablishmentCollection``, ``EstablishmentDetail``), read piece by piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from vermeil import _core
from vermeil.readers.rows import Rows, fault

if TYPE_CHECKING:
    from vermeil.readers.layout import LayoutFile
    from vermeil.types import FaultDict

__all__ = ["SCALE", "read_food_hygiene"]

#: The rating scale's id; its words are 5 to 0.
SCALE = "food_hygiene"
_RATINGS = ("0", "1", "2", "3", "4", "5")
#: What the agency writes where there is no rating, without blanks; any other word is told.
_NO_RATINGS = ("exempt", "awaitinginspection", "awaitingpublication")
_OTHER = "other"
_HEAD = 4096


def read_food_hygiene(file: LayoutFile) -> dict[str, Rows]:
    """Read ratings from 0 to 5 as ``inspections``; exempt, awaited and Scottish ones are passed over.

    Any other word of the scheme, or none, is a reject.

    The service is the agency's number of the establishment (``FHRSID``): a mapping's ``ids`` say which of our
    services it is. Rows are numbered by the place of the establishment in the file, from 1.

    Raises
    ------
    Error
        When the file is cut short, holds a document type (the agency's files have none), or is no such file.
    """
    import polars

    with file.path.open("rb") as head:
        start = head.read(_HEAD)
    if b"<!DOCTYPE" in start.upper() or b"<!ENTITY" in start.upper():
        message = f"{file.source}: holds a document type, which the agency's files do not; not read"
        raise _core.Error(message)
    told, count, said = _establishments(file)
    found = [each for each in told if not _is_none(each[2])]
    strange = [each for each in found if each[2] not in _RATINGS]
    numbers = [each[0] for each in found]
    frame = polars.DataFrame(
        {
            "service": [each[1] for each in found],
            "source": [SCALE if each[2] in _RATINGS else None for each in found],
            "rating": [each[2] if each[2] in _RATINGS else None for each in found],
            "on": [each[3] if each[2] in _RATINGS else None for each in found],
        },
        schema=dict.fromkeys(("service", "source", "rating", "on"), polars.String),
    )
    reason = "no rating of the scheme; it is 5 to 0, or Exempt, AwaitingInspection or AwaitingPublication"
    faults: tuple[FaultDict, ...] = tuple(
        fault(file.source, each[0], reason, column="RatingValue", value=each[2]) for each in strange
    )
    if said is not None and said != str(count):
        faults += (fault(file.source, 0, f"its header says {said} establishments and it holds {count}"),)
    labels = {"service": "FHRSID", "rating": "RatingValue", "on": "RatingDate"}
    rows = polars.Series(numbers, dtype=polars.UInt32)
    return {"inspections": Rows(frame, file.source, 1, rows, faults, count - len(found), labels)}


_Told = tuple[int, "str | None", str, "str | None"]


def _establishments(file: LayoutFile) -> tuple[list[_Told], int, str | None]:
    """Give place, id, rating and day of each establishment, their number, and that of the header."""
    told: list[_Told] = []
    said, count, root = None, 0, ""
    try:
        for event, element in ElementTree.iterparse(file.path, events=("start", "end")):
            name = element.tag.rpartition("}")[2]
            root = root or name
            if root != "FHRSEstablishment":
                message = (
                    f"{file.source}: its root is {root}, not FHRSEstablishment; is it the agency's file?"
                )
                raise _core.Error(message)
            if event == "start":
                continue
            if name == "ItemCount":
                said = _text(element)
            elif name == "EstablishmentDetail":
                count += 1
                parts = {each.tag.rpartition("}")[2]: _text(each) for each in element}
                told.append((count, parts.get("FHRSID"), _rating(parts), _day(parts.get("RatingDate"))))
                element.clear()
    except ElementTree.ParseError as error:
        message = f"{file.source}: not whole XML: {error}"
        raise _core.Error(message) from error
    return told, count, said


def _text(element: ElementTree.Element) -> str | None:
    return (element.text or "").strip() or None


def _rating(parts: dict[str, str | None]) -> str:
    scheme = parts.get("SchemeType") or "FHRS"
    return (parts.get("RatingValue") or "") if scheme.upper() == "FHRS" else _OTHER


def _is_none(word: str) -> bool:
    """Whether the agency says by a word that there is no rating, or it is one of another scheme."""
    return word == _OTHER or word.lower().replace(" ", "") in _NO_RATINGS


def _day(text: str | None) -> str | None:
    return text[:10] if text and len(text) > 10 and text[10] == "T" else text
