# SPDX-License-Identifier: MIT
"""Published rules in plain Python, each with a made-up table: what the framework of the same name must give.

They know nothing of this project but how it words "Not rated". All numbers are made up by a counted draw.
"""

from __future__ import annotations

from collections.abc import Callable

from scheme_sums import Made, Row
from schemes_of_care import (
    devon_kpis,
    essex_live_at_home,
    home_care_league,
    home_care_rows,
    league_rows,
    list_rows,
)
from schemes_of_health import (
    agency_rows,
    clustered_stars,
    home_health_stars,
    hospital_rows,
    hospital_stars,
    hospital_stars_2026,
    nhs_oversight,
    purchase_rows,
    safe_hospital_rows,
    survey_rows,
    trust_rows,
    value_based_purchasing,
)
from schemes_of_places import (
    area_rows,
    country_rows,
    county_health,
    county_rows,
    environmental_performance,
    household_rows,
    human_development,
    land_rows,
    multidimensional_poverty,
    multiple_deprivation,
    safety_grades,
    ward_rows,
)

__all__ = ["OTHERS", "Made", "Row"]

#: By the name of the framework: the made-up table, the plain rule, and one way of getting it wrong.
OTHERS: dict[str, tuple[Callable[[], list[Row]], Callable[[list[Row]], Made], tuple[str, str]]] = {
    "hospital_stars": (hospital_rows, hospital_stars, (", same_members = true", "")),
    "hospital_stars_2026": (safe_hospital_rows, hospital_stars_2026, ("at_least = 25", "at_least = 5")),
    "human_development": (country_rows, human_development, ('aggregate = "geometric"\n', "")),
    "county_health": (county_rows, county_health, (", log = true, winsorise", ", winsorise")),
    "home_health_stars": (agency_rows, home_health_stars, ('half = "up", to = 0.5', 'half = "up", to = 1')),
    "nhs_oversight": (trust_rows, nhs_oversight, ("percentile = [4, 1]", "quantiles = [4, 3, 2, 1]")),
    "devon_kpis": (
        home_care_rows,
        devon_kpis,
        ('[[0.02, 0]], below = 1, edge = "passed"', "[[0.02, 0]], below = 1"),
    ),
    "multidimensional_poverty": (household_rows, multidimensional_poverty, ("[[6, 0]]", "[[7, 0]]")),
    "environmental_performance": (
        land_rows,
        environmental_performance,
        (", log = true, winsorise", ", winsorise"),
    ),
    "multiple_deprivation": (area_rows, multiple_deprivation, ("weight = 13.5", "weight = 9.3")),
    "safety_grades": (ward_rows, safety_grades, (", winsorise = { deviations = 5 }", "")),
    "home_care_league": (league_rows, home_care_league, ("below = 0.85", "at_most = 0.85")),
    "essex_live_at_home": (list_rows, essex_live_at_home, ("inverse = 100", "min_max = [100, 0]")),
    "clustered_stars": (survey_rows, clustered_stars, ("k_means = [1", "quantiles = [1")),
    "value_based_purchasing": (purchase_rows, value_based_purchasing, ("[0.85, 0.5]", "[0.85, 0]")),
}
