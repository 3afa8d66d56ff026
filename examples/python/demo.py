# SPDX-License-Identifier: MIT
"""The main job in one go: a council's published survey, its rating, and a made-up market rated and scored.

It writes to `build/demo` in the folder where it is run.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from pathlib import Path
from typing import Any

from published_percentages import COUNTY, EXAMPLES, RULES, SURVEYED
from published_percentages import main as show_published_percentages

import vermeil as vm
from vermeil.files import write_results

LEAGUE_RULES = EXAMPLES / "frameworks" / "call_monitoring.toml"
RISK_RULES = EXAMPLES / "frameworks" / "rotherham_early_warning.toml"
OUT = Path("build") / "demo"


def main() -> None:
    heading("1. East Sussex, February and March 2011: the published survey, from counts")
    show_published_percentages()
    heading("2. The county, rated as if it were one service")
    show_county()
    made = vm.make_up(OUT / "made-up-market")
    market = vm.Evidence.read(made.directory)
    heading(f"3. MADE UP: {made.services} invented services, rated for {made.quarters[-1]} by the same rules")
    files = rate_market(market, made.quarters[-1])
    heading(f"4. MADE UP: early warning for the same services on {made.last_day}")
    files += score_market(market, made)
    heading(f"5. MADE UP: call monitoring of the same services, {made.rows['visits']} visits in a league")
    files += show_league(market, made.quarters[-1])
    heading("Where it is")
    print(f"The made-up evidence is in {made.directory}; its README.md lists what is wrong on purpose.")
    print("\n".join(f"  {file}" for file in files))


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def show_county() -> None:
    """Rate the county, for which the paper prints nine of the thirteen live measures."""
    framework = vm.Framework.load(RULES)
    evidence = vm.Evidence.read(COUNTY)
    rating = framework.rate(framework.measure(evidence, SURVEYED))["county"]
    trace = json.loads(rating.json)
    labels = {group["id"]: group["label"] for group in framework.groups}
    for group in trace["groups"]:
        weight = f"{group['weight_known']:g} of {group['weight_live']:g}"
        print(f"  {labels[group['group']]:<40}{ends(group):<16}weight known: {weight}")
    print(f"  {'Overall':<40}{ends(trace):<16}weight known: {rating.coverage:.0%}")
    absent = [each["measure"] for each in trace["measures"] if each["state"] == "unknown"]
    print(f"{rating.band}: {trace['lowest']} at the one end, {trace['highest']} at the other.")
    say(
        f"Why: the paper prints no figure for {', '.join(absent[:-1])} and {absent[-1]}, nor whether a "
        "notice was open, so their worst and their best are both possible, and no single band would be "
        "honest. Of the cuts only Gold at 80 stands in the paper; Silver's, the weights and the limiter are "
        "illustrations. The rules are younger than the survey: this shows how they work and judges nobody."
    )


def rate_market(market: vm.Evidence, quarter: str) -> list[Path]:
    """Rate the made-up market, print a line a service, the best first, and write the results."""
    framework = vm.Framework.load(RULES)
    measures = framework.measure(market, quarter)
    ratings = framework.rate(measures)
    order = [*framework.bands, "Not rated"]
    print(f"  {'service':<9}{'band':<11}{'score':<14}why")
    for rating in sorted(ratings, key=lambda each: order.index(each.band)):
        score = ends(json.loads(rating.json))
        say(f"  {rating.service:<9}{rating.band:<11}{score:<14}{why(rating.headline)}", hang=36)
    show_counts([rating.band for rating in ratings], order)
    print("A range of scores: something is not known, and was taken at its worst and at its best.")
    rejects = [market.rejects(), measures.rejects()]
    show_rejects(rejects)
    return write_results(ratings, rejects, OUT, framework=framework)


def score_market(market: vm.Evidence, made: vm.made_up.MadeUp) -> list[Path]:
    """Score the risk of the made-up market, print what is not Green, and write the results."""
    scheme = vm.RiskScheme.load(RISK_RULES)
    scores = scheme.score(market, made.last_day)
    order = [*scheme.framework.bands, "Not rated"]
    every = [scores[service] for service in scores.services]
    print(f"  {'service':<9}{'level':<11}{'points':<14}from")
    for score in sorted(every, key=lambda each: order.index(each.level)):
        if score.level != scheme.framework.bands[-1]:
            trace = json.loads(score.json)
            print(f"  {score.service:<9}{score.level:<11}{ends(trace):<14}{points_from(trace)}")
    show_counts([score.level for score in every], order)
    print("All points, cuts and triggers are illustrations: the council publishes none.")
    rejects = [market.rejects(), scores.measures.rejects()]
    show_rejects(rejects)
    return write_results(scores, rejects, OUT / "risk")


def show_league(market: vm.Evidence, quarter: str) -> list[Path]:
    """Rate the visits by five measures, print the best and the worst, and write the results."""
    framework = vm.Framework.load(LEAGUE_RULES)
    measures = framework.measure(market, quarter)
    ratings = framework.rate(measures)
    table = (
        ratings.to_polars()
        .join(measures.to_polars(), on="service")
        .sort("score", descending=True, nulls_last=True)
    )
    names = ("punctuality", "length_of_stay", "delivered", "continuity", "compliance")
    print(
        f"  {'service':<9}{'band':<11}{'score':<8}on time  cut short  delivered  continuity  logged at home"
    )
    for row in [
        *table.head(3).iter_rows(named=True),
        *table.drop_nulls("score").tail(3).iter_rows(named=True),
    ]:
        on_time, cut, delivered, continuity, logged = (row[name] for name in names)
        shares = f"{on_time:<9.0%}{cut:<11.0%}{delivered:<11.0%}{continuity:<12.2f}{logged:.0%}"
        print(f"  {row['service']:<9}{row['band']:<11}{row['score']:<8.1f}{shares}")
    show_counts([rating.band for rating in ratings], [*framework.bands, "Not rated"])
    return write_results(ratings, [market.rejects(), measures.rejects()], OUT / "league", framework=framework)


def ends(scored: dict[str, float]) -> str:
    """Give a score, or its two ends where they differ."""
    low, high = (f"{scored[end]:.1f}" for end in ("lowest_score", "highest_score"))
    return low if low == high else f"{low} to {high}"


def why(headline: str) -> str:
    """Shorten a headline to its first reasons."""
    first, *reasons = headline.split("; ")
    if first.startswith("Not rated: "):
        reasons.insert(0, first.removeprefix("Not rated: "))
    more = f"; and {len(reasons) - 2} more" if len(reasons) > 2 else ""
    return "; ".join(reasons[:2]) + more or "all evidence is in"


def points_from(trace: dict[str, list[dict[str, Any]]]) -> str:
    """Name what gave points, and the triggers that went off."""
    given = [
        f"{each['measure']} {'up to ' if each['lowest_points'] < each['highest_points'] else ''}"
        f"{each['highest_points']:g}"
        for each in trace["measures"]
        if each["highest_points"] and each["weight"]
    ]
    fired = [
        f"straight to {each['effect'].removeprefix('set ')}: {each['limiter']}"
        for each in trace["limiters"]
        if each["fires"] == "yes"
    ]
    return "; ".join([", ".join(given), *fired])


def show_counts(found: list[str], order: list[str]) -> None:
    counted = Counter(found)
    say(f"{len(found)} services: " + ", ".join(f"{counted[each]} {each}" for each in order) + ".")


def show_rejects(rejects: list[vm.Table]) -> None:
    """Print the rows that were refused."""
    rows = [row for table in rejects for row in table.to_polars().iter_rows(named=True)]
    print(f"{len(rows)} rows could not be used (planted on purpose), and the rest went on:")
    for row in rows:
        print(f"  {row['source']}, row {row['row']}, {row['column']}: {row['value']!r}: {row['reason']}")


def say(text: str, hang: int = 0) -> None:
    """Print a text, wrapped; its further lines are set in by ``hang``."""
    print(textwrap.fill(text, width=100, subsequent_indent=" " * hang))


if __name__ == "__main__":
    main()
