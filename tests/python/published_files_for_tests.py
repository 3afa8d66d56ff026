# SPDX-License-Identifier: MIT
"""Made-up files in the layouts that regulators and the national collection publish: nobody in them exists."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

__all__ = [
    "CLIENT_LEVEL",
    "DIRECTORY",
    "RATINGS",
    "establishment",
    "location",
    "write_csv_rows",
    "write_hygiene",
    "write_json",
]

DIRECTORY = (
    *("Location ID", "Location HSCA start date", "Dormant (Y/N)", "Care home?", "Location Name"),
    *("Location ODS Code", "Registered manager", "Care homes beds", "Location Type/Sector"),
    *("Location Latest Overall Rating", "Publication Date", "Inherited Rating (Y/N)", "Location Region"),
    *(
        "Location Local Authority",
        "Location Postal Code",
        "Brand ID",
        "Brand Name",
        "Provider ID",
        "Provider Name",
    ),
    *("Regulated activity - Personal care", "Service type - Care home service with nursing"),
    *("Service type - Care home service without nursing", "Service type - Domiciliary care service"),
    *("Service type - Extra Care housing services", "Service type - Shared Lives"),
    "Service type - Supported living service",
)
RATINGS = (
    *("Location ID", "Location ODS Code", "Location Name", "Care Home?", "Location Type"),
    *("Location Primary Inspection Category", "Location Post Code", "Location Local Authority"),
    *("Service / Population Group", "Domain", "Latest Rating", "Publication Date", "Report Type"),
    *("Inherited Rating (Y/N)", "URL", "Provider ID", "Provider Name", "Brand ID", "Brand Name"),
)
CLIENT_LEVEL = (
    *("LA Code", "Reporting Period Start Date", "Reporting Period End Date", "NHS Number"),
    *(
        "LA Person Unique Identifier",
        "Gender",
        "Date of Birth",
        "Client Type",
        "Event Type",
        "Event Reference",
    ),
    *("Event Start Date", "Event End Date", "Event Description", "Event Outcome", "Service Type"),
    *("Service Component", "Delivery Mechanism", "Provider CQC Location Name", "Provider CQC Location ID"),
    *("Unit Cost", "Cost Frequency (Unit Type)", "Planned units per week"),
)


def write_csv_rows(
    path: Path, headings: Sequence[str], rows: Iterable[dict[str, Any]], above: Sequence[str] = ()
) -> Path:
    """Write rows that fill some of the columns, with lines above the headings."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in above)
        writer = csv.DictWriter(file, headings, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def location(number: int, rating: str = "Good", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Make up a location as the API gives one."""
    questions = ("Safe", "Well-led", "Caring", "Responsive", "Effective")
    rated = [{"name": name, "rating": rating, "organisationId": f"1-{number}"} for name in questions]
    return {
        "locationId": f"1-{number}",
        "providerId": "1-900",
        "name": f"Made-up place {number}",
        "registrationDate": "2011-01-31",
        "registrationStatus": "Registered",
        "gacServiceTypes": [{"name": "Homecare agencies", "description": "Domiciliary care service"}],
        "currentRatings": {
            "overall": {"rating": rating, "reportDate": "2024-05-01", "keyQuestionRatings": rated}
        },
        **more,
    }


def write_json(path: Path, what: object) -> Path:
    """Write what an API would give."""
    path.write_text(json.dumps(what), encoding="utf-8")
    return path


def establishment(number: int, rating: str, day: str | None = "2024-03-01", scheme: str = "FHRS") -> str:
    """Make up an establishment."""
    rated = f"<RatingDate>{day}</RatingDate>" if day else '<RatingDate xsi:nil="true"/>'
    parts = f"<FHRSID>{number}</FHRSID><BusinessName>Made-up kitchen {number}</BusinessName>"
    parts += f"<RatingValue>{escape(rating)}</RatingValue>{rated}"
    parts += f"<LocalAuthorityCode>999</LocalAuthorityCode><Scores/><SchemeType>{scheme}</SchemeType>"
    return f"<EstablishmentDetail>{parts}<NewRatingPending>False</NewRatingPending></EstablishmentDetail>"


def write_hygiene(path: Path, details: Sequence[str], count: int | None = None) -> Path:
    """Write a file of the Food Standards Agency's layout."""
    said = len(details) if count is None else count
    head = f"<Header><ExtractDate>2024-04-01</ExtractDate><ItemCount>{said}</ItemCount></Header>"
    path.write_text(
        '<?xml version="1.0"?><FHRSEstablishment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{head}<EstablishmentCollection>{''.join(details)}</EstablishmentCollection></FHRSEstablishment>",
        encoding="utf-8",
    )
    return path
