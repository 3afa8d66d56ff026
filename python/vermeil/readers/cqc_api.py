# SPDX-License-Identifier: MIT
"""Locations as the Care Quality Commission's public API gives them, saved as JSON.

Followed is the location object of the API's version 1 (``locationId``, ``currentRatings.overall`` with
``keyQuestionRatings``, ``historicRatings``), as public users of it describe it. A file holds one location,
a list of them, or one to a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from vermeil import _core
from vermeil.readers.cqc import ALLOWED, NO_RATINGS, RATINGS, SCALES, kind_of, rating_scale_of
from vermeil.readers.rows import Rows, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vermeil.readers.layout import LayoutFile

__all__ = ["read_cqc_api"]

#: A location takes some 20 kB; so many bytes hold all that there are in a region.
LARGEST = 512 << 20
#: So much is shown of what has the wrong shape.
_SHOWN = 80


def read_cqc_api(file: LayoutFile) -> dict[str, Rows]:
    """Read locations as ``services`` and their ratings, current and historic, as ``inspections``.

    What stands in the place of a rating and is none that the Commission gives is a reject.

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
    ratings = [(row, *told) for row, each in places for told in _ratings(each)]
    strange = tuple(
        fault(file.source, row, said.reason, column=said.column, value=said.value)
        for row, _, said in ratings
        if said is not None
    )
    return {
        "services": _rows(file, services, faults),
        "inspections": _rows(file, [(row, rating) for row, rating, _ in ratings], strange),
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


def _ratings(location: dict[str, Any]) -> Iterator[tuple[dict[str, str | None], _Strange | None]]:
    """Give each rating once, and what is none: the current ones may stand again among the historic."""
    seen = set()
    service = _text(location["locationId"])
    for name, rating, on in _given(location):
        scale, word = rating_scale_of(name), _text(rating)
        strange = rating if isinstance(rating, _Strange) else _strange(name, scale, word)
        if strange is not None:
            yield {"service": service, "source": None, "rating": None, "on": None}, strange
        key = (scale, word, _day(on))
        if strange is None and word and word.lower() in RATINGS and key not in seen:
            seen.add(key)
            yield {"service": service, "source": scale, "rating": word, "on": _day(on)}, None


class _Strange(NamedTuple):
    """What stands where a rating should."""

    column: str
    value: str
    reason: str


def _strange(name: str, scale: str | None, word: str | None) -> _Strange | None:
    """Say what is the matter with a rating under a name; ``None`` for nothing."""
    if scale is None:
        return _Strange("name", name, f"no key question of the Commission; they are {', '.join(SCALES)}")
    if word is None or word.lower() in (*RATINGS, *NO_RATINGS):
        return None
    return _Strange("rating", word, f"no rating of the Commission; it is {ALLOWED}")


def _shape(column: str, value: object, wanted: str) -> tuple[str, _Strange, None]:
    return "overall", _Strange(column, json.dumps(value)[:_SHOWN], f"not {wanted}, as the API gives it"), None


def _given(location: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Give name, rating and day of everything that stands in the place of a rating."""
    current, historic = location.get("currentRatings"), location.get("historicRatings")
    if current is not None and not isinstance(current, dict):
        yield _shape("currentRatings", current, "an object")
    if historic is not None and not isinstance(historic, list):
        yield _shape("historicRatings", historic, "a list")
    for given in ([current] if isinstance(current, dict) else []) + _listed(historic):
        overall = given.get("overall")
        if not isinstance(overall, dict):
            if overall is not None:
                yield _shape("overall", overall, "an object")
            continue
        day = overall.get("reportDate") or given.get("reportDate")
        yield "overall", overall.get("rating"), day
        for each in _listed(overall.get("keyQuestionRatings")):
            yield _text(each.get("name")) or "", each.get("rating"), each.get("reportDate") or day
