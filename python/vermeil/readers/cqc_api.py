# SPDX-License-Identifier: MIT
"""Locations as the Care Quality Commission's public API gives them, saved as JSON.

Followed is the location object of the API's version 1 (``locationId``, ``currentRatings.overall`` with
``keyQuestionRatings``, ``historicRatings``), as public users of it describe it. A file holds one location,
a list of them, or one to a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from vermeil import _core
from vermeil.readers.cqc import RATINGS, kind_of, rating_scale_of
from vermeil.readers.rows import Rows, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vermeil.readers.layout import LayoutFile

__all__ = ["read_cqc_api"]

#: A location takes some 20 kB; so many bytes hold all that there are in a region.
LARGEST = 512 << 20


def read_cqc_api(file: LayoutFile) -> dict[str, Rows]:
    """Read locations as ``services`` and their ratings, current and historic, as ``inspections``.

    Rows are numbered by the place of the location in the file, from 1.

    Raises
    ------
    Error
        When the file is no JSON or holds no locations.
    """
    locations = list(enumerate(_locations(file), start=1))
    places = [(row, each) for row, each in locations if isinstance(each, dict) and each.get("locationId")]
    lost = {row for row, _ in locations} - {row for row, _ in places}
    faults = tuple(fault(file.source, row, "no location: it has no locationId") for row in sorted(lost))
    if not places:
        message = f"{file.source}: no object in it has a locationId; is it what the API gives for a location?"
        raise _core.Error(message)
    services = [(row, _service(each)) for row, each in places]
    services += [(row, dict.fromkeys(services[0][1])) for row in sorted(lost)]
    inspections = [(row, rating) for row, each in places for rating in _ratings(each)]
    return {
        "services": _rows(file, services, faults),
        "inspections": _rows(file, inspections, ()),
    }


def _rows(file: LayoutFile, told: list[tuple[int, dict[str, str | None]]], faults: tuple[Any, ...]) -> Rows:
    import polars

    frame = polars.DataFrame([row for _, row in told], schema_overrides=_SCHEMA, infer_schema_length=None)
    if not told:
        frame = polars.DataFrame(schema=dict.fromkeys(("service", "source", "rating", "on"), polars.String))
    numbers = polars.Series([number for number, _ in told], dtype=polars.UInt32)
    return Rows(frame, file.source, 1, numbers, faults)


_SCHEMA: dict[str, Any] = {}


def _locations(file: LayoutFile) -> list[Any]:
    size = file.path.stat().st_size
    if size > LARGEST:
        message = f"{file.source}: {size:,} bytes, at most {LARGEST:,} are read; save it in several files"
        raise _core.Error(message)
    text = file.path.read_bytes().decode("utf-8-sig", errors="replace").strip()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            message = f"{file.source}: not JSON: {error}"
            raise _core.Error(message) from error
    if isinstance(found, dict) and isinstance(found.get("locations"), list):
        found = found["locations"]
    return found if isinstance(found, list) else [found]


def _text(value: object) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def _listed(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _day(value: object) -> str | None:
    text = _text(value)
    return text[:10] if text and len(text) > 10 and text[10] in "T " else text


def _service(location: dict[str, Any]) -> dict[str, str | None]:
    types = [
        text
        for each in _listed(location.get("gacServiceTypes"))
        for text in (_text(each.get("description")), _text(each.get("name")))
        if text
    ]
    return {
        "service": _text(location["locationId"]),
        "provider": _text(location.get("providerId")),
        "name": _text(location.get("name")),
        "kind": kind_of(types),
        "location_id": _text(location["locationId"]),
        "regulators": "cqc",
        "first_day": _day(location.get("registrationDate")),
        "last_day": _day(location.get("deregistrationDate")),
    }


def _ratings(location: dict[str, Any]) -> Iterator[dict[str, str | None]]:
    """Give each rating once: the current ones may stand again among the historic."""
    seen = set()
    current = location.get("currentRatings")
    for given in ([current] if isinstance(current, dict) else []) + _listed(location.get("historicRatings")):
        overall = given.get("overall") if isinstance(given.get("overall"), dict) else {}
        day = overall.get("reportDate") or given.get("reportDate")
        rated = [("overall", overall.get("rating"), day)]
        for each in _listed(overall.get("keyQuestionRatings")):
            rated.append((_text(each.get("name")) or "", each.get("rating"), each.get("reportDate") or day))
        for name, rating, on in rated:
            scale, word = rating_scale_of(name), _text(rating)
            key = (scale, word, _day(on))
            if scale and word and word.lower() in RATINGS and key not in seen:
                seen.add(key)
                yield {
                    "service": _text(location["locationId"]),
                    "source": scale,
                    "rating": word,
                    "on": _day(on),
                }
