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
from schemes_of_peers import (
    burden_rows,
    environmental_burden,
    home_rows,
    peer_homes,
    social_vulnerability,
    tract_rows,
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

__all__ = ["OTHERS", "WRONG", "Made", "Row"]

#: By the name of the framework: the made-up table, the plain rule, and three ways of getting it wrong.
OTHERS: dict[str, tuple[Callable[[], list[Row]], Callable[[list[Row]], Made], list[tuple[str, str]]]] = {
    "hospital_stars": (
        hospital_rows,
        hospital_stars,
        [
            (", same_members = true", ""),
            ("least_members = 3", "least_members = 2"),
            ("weight = 22", "weight = 12"),
        ],
    ),
    "hospital_stars_2026": (
        safe_hospital_rows,
        hospital_stars_2026,
        [("at_least = 25", "at_least = 5"), ('cap = "4"', 'cap = "3"'), ("z_score = -1", "z_score = 1")],
    ),
    "human_development": (
        country_rows,
        human_development,
        [
            ('aggregate = "geometric"\n', ""),
            (", log = true", ""),
            ("[[0, 0], [15, 1]]", "[[0, 0], [18, 1]]"),
        ],
    ),
    "county_health": (
        county_rows,
        county_health,
        [
            (", log = true, winsorise", ", winsorise"),
            (", winsorise = { deviations = 2 }", ""),
            ('cuts = { by = "percentiles", peers = "state" }', 'cuts = { by = "percentiles" }'),
        ],
    ),
    "home_health_stars": (
        agency_rows,
        home_health_stars,
        [
            ('half = "up", to = 0.5', 'half = "up", to = 1'),
            ("[5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5]", "[0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]"),
            ("least_members = 5", "least_members = 6"),
        ],
    ),
    "nhs_oversight": (
        trust_rows,
        nhs_oversight,
        [
            ("percentile = [4, 1]", "quantiles = [4, 3, 2, 1]"),
            ("percentile = [4, 1]", "percentile = [1, 4]"),
            ('cap = "3"', 'cap = "4"'),
        ],
    ),
    "devon_kpis": (
        home_care_rows,
        devon_kpis,
        [
            ('[[0.02, 0]], below = 1, edge = "passed"', "[[0.02, 0]], below = 1"),
            ("[[0.9, 1]]", "[[0.95, 1]]"),
            ('aggregate = "sum"', 'aggregate = "minimum"'),
        ],
    ),
    "multidimensional_poverty": (
        household_rows,
        multidimensional_poverty,
        [("[[6, 0]]", "[[7, 0]]"), ("weight = 3", "weight = 1"), ("below = 3.6", "at_most = 6")],
    ),
    "environmental_performance": (
        land_rows,
        environmental_performance,
        [
            (", log = true, winsorise", ", winsorise"),
            (", winsorise = { quantiles = [0.05, 0.95] }", ""),
            ("[[0, 0], [17, 100]]", "[[0, 0], [20, 100]]"),
        ],
    ),
    "multiple_deprivation": (
        area_rows,
        multiple_deprivation,
        [
            ("weight = 13.5", "weight = 9.3"),
            ("weight = 22.5", "weight = 9.3"),
            ("12934.90138895", "20000"),
        ],
    ),
    "safety_grades": (
        ward_rows,
        safety_grades,
        [
            (", winsorise = { deviations = 5 }", ""),
            ("z_score = -1", "z_score = 1"),
            ("at_least = 2.965", "at_least = 3"),
        ],
    ),
    "social_vulnerability": (
        tract_rows,
        social_vulnerability,
        [
            ('[1, 0], ties = "most"', '[1, 0], ties = "least"'),
            (
                'scale = { percentile = [0, 1], ties = "least" }\n\n[[group]]\nid = "socio',
                '\n[[group]]\nid = "socio',
            ),
            ("above = 0.25", "above = 0.3"),
        ],
    ),
    "environmental_burden": (
        burden_rows,
        environmental_burden,
        [
            ('aggregate = "product"', 'aggregate = "geometric"'),
            ("weight = 0.5", "weight = 1"),
            ("[0, 10], from = 0", "[0, 10]"),
        ],
    ),
    "peer_homes": (
        home_rows,
        peer_homes,
        [
            (', deviation = "population"', ""),
            ('value = { facts = ["kind", "size"] }', 'value = { column = "kind" }'),
            ('edge = "passed", type = 1', 'edge = "passed"'),
        ],
    ),
    "home_care_league": (
        league_rows,
        home_care_league,
        [
            ("below = 0.85", "at_most = 0.85"),
            ("at_least = 78", "at_least = 85"),
            ("at_least = 65", "at_least = 70"),
        ],
    ),
    "essex_live_at_home": (
        list_rows,
        essex_live_at_home,
        [("inverse = 100", "min_max = [100, 0]"), ("weight = 60", "weight = 50"), ("Good = 80", "Good = 60")],
    ),
    "clustered_stars": (
        survey_rows,
        clustered_stars,
        [
            ("k_means = [1", "quantiles = [1"),
            ("weight = 3", "weight = 1"),
            ('round = { half = "up", decimals = 0 }', ""),
        ],
    ),
    "value_based_purchasing": (
        purchase_rows,
        value_based_purchasing,
        [
            ("[0.85, 0.5]", "[0.85, 0]"),
            ('round = { half = "up", decimals = 0 }', ""),
            ("at_least = 50", "above = 50"),
        ],
    ),
}
#: Each way of getting one wrong, with its framework.
WRONG = [(name, change) for name, (_, _, changes) in OTHERS.items() for change in changes]
