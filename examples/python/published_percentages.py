# SPDX-License-Identifier: MIT
"""A council's published survey from its counts: each percentage with its interval, held against the paper."""

from __future__ import annotations

import csv
import json
import tomllib
from pathlib import Path
from typing import NamedTuple

import vermeil as vm
from vermeil.types import CellDict

EXAMPLES = Path(__file__).resolve().parent.parent
COUNTY = EXAMPLES / "data" / "east_sussex_2011"
RULES = EXAMPLES / "frameworks" / "east_sussex_2011.toml"
SURVEYED = "2010-11 Q4"
POSITIVE = {("strongly agree", "agree"), ("very satisfied", "satisfied"), ("yes",)}
HALF_A_TENTH = 0.05 + 1e-9  # percentage points: what rounding to one decimal may take away


class Printed(NamedTuple):
    """A percentage as the paper prints it, of one answer or of several together."""

    item: str
    answers: tuple[str, ...]
    percent: float


class Shares:
    """The share of each answer, and of the positive ones together, for each question of the survey."""

    def __init__(self, counts: list[dict[str, str]]) -> None:
        evidence = vm.Evidence(
            services={"service": ["county"], "provider": ["county"]},
            survey_counts={name: [row[name] for row in counts] for name in counts[0]},
        )
        survey = tomllib.loads(RULES.read_text(encoding="utf-8"))["survey"][0]
        self.asked = [(item, scale["answers"]) for scale in survey["scale"] for item in scale["items"]]
        self._drawn = vm.Framework.parse(every_share(survey)).measure(evidence, SURVEYED)
        if len(self._drawn.rejects()):
            message = f"rows of the survey do not fit: {self._drawn.rejects().to_arrow().to_pylist()}"
            raise vm.Error(message)

    def cell(self, item: str, answers: tuple[str, ...]) -> CellDict:
        """Give the share of some answers among all answers to an item."""
        return self._drawn.cell("county", f"{item}: {' or '.join(answers)}")

    def reproduces(self, printed: Printed) -> bool:
        """Whether the share rounds to what is printed."""
        value = self.cell(printed.item, printed.answers)["value"]
        return value is not None and abs(100 * value - printed.percent) <= HALF_A_TENTH


def every_share(survey: dict[str, object]) -> str:
    """Write a framework that measures each answer to each question; it rates nothing."""
    lines = [
        'language = 1\nid = "every-share"\nedition = "1"',
        "published_on = 2011-09-08\neffective_from = 2011-09-08",
        f'[[survey]]\nid = "home-care"\nnot_counted = {json.dumps(survey["not_counted"])}',
    ]
    scales = survey["scale"]
    assert isinstance(scales, list)
    for scale in scales:
        lines += ["[[survey.scale]]", *(f"{key} = {json.dumps(scale[key])}" for key in ("answers", "items"))]
    for scale in scales:
        together = [list(words) for words in POSITIVE if len(words) > 1 and words[0] in scale["answers"]]
        for item in scale["items"]:
            for answers in [*([answer] for answer in scale["answers"]), *together]:
                value = f'{{ survey = "home-care", item = "{item}", positive = {json.dumps(answers)} }}'
                lines.append(f'[[measure]]\nid = "{item}: {" or ".join(answers)}"\nvalue = {value}')
    return "\n".join([*lines, '[[band]]\nname = "all"\n'])


def read_rows(name: str) -> list[dict[str, str]]:
    with (COUNTY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_printed() -> list[Printed]:
    """Read what the paper prints of answers; how many forms came back is no answer."""
    rows = [row for row in read_rows("published_percentages.csv") if row["item"] != "forms"]
    return [Printed(row["item"], tuple(row["answer"].split(" or ")), float(row["percent"])) for row in rows]


def positive_of(answers: list[str]) -> tuple[str, ...]:
    return next(words for words in POSITIVE if words[0] in answers)


def show_table(shares: Shares) -> None:
    """Print each question with its base, its positive share and its interval."""
    rated = {
        measure["value"]["item"]
        for measure in tomllib.loads(RULES.read_text(encoding="utf-8"))["measure"]
        if "survey" in measure.get("value", {})
    }
    print(f"  {'question':<20}{'answers':>8}{'positive':>10}   95 % interval (Wilson)")
    for item, answers in shares.asked:
        cell = shares.cell(item, positive_of(answers))
        mark = "*" if item in rated else " "
        if cell["value"] is None or "interval" not in cell:
            print(f"{mark} {item:<20}{'':>18}   {cell['state']}: one count is lost in the published text")
            continue
        lower, upper = (100 * end for end in cell["interval"])
        print(f"{mark} {item:<20}{cell['n']:>8}{100 * cell['value']:>8.1f} %   {lower:.1f} to {upper:.1f}")
    print("* enters the rating. Positive: agreed, was satisfied, or said yes.")


def show_response(evidence: vm.Evidence) -> None:
    """Print how many forms came back, against the paper."""
    (printed,) = (row["percent"] for row in read_rows("published_percentages.csv") if row["item"] == "forms")
    ((_, _, returned),) = evidence.response_rates()
    assert returned is not None
    print(f"Forms returned: {100 * returned:.1f} % of those sent; printed: {printed} %.")


def show_comparison(shares: Shares, printed: list[Printed]) -> None:
    """Print how many printed percentages the counts reproduce, and what a lost count must have been."""
    known = [each for each in printed if shares.cell(each.item, each.answers)["value"] is not None]
    good = [each for each in known if shares.reproduces(each)]
    print(f"{len(good)} of {len(known)} printed percentages of answers reproduced to 0.1 from counts.")
    for each in known:
        if each not in good:
            print(f"  not reproduced: {each}")
    without = [each for each in printed if each not in known]
    returned = int(read_rows("survey_base.csv")[0]["returned"])
    fitting = [count for count in range(returned) if all(map(with_lost_count(count).reproduces, without))]
    print(
        f"{len(without)} more belong to the question with the lost count, whose base is unknown. "
        f"Counts that would reproduce all {len(without)}: {fitting}."
    )


def with_lost_count(count: int) -> Shares:
    """Draw the shares as they would be with a number in the lost cell."""
    rows = read_rows("survey_counts.csv")
    return Shares([{**row, "count": row["count"] or str(count)} for row in rows if row["item"] == "choice"])


def show_sums(shares: Shares, printed: list[Printed]) -> None:
    """Print where adding the printed percentages gives something else than the counts."""
    single = {(each.item, each.answers): each.percent for each in printed}
    print("Adding percentages after rounding goes astray, so the library adds counts:")
    for item, answers in shares.asked:
        positive = positive_of(answers)
        value = shares.cell(item, positive)["value"]
        added = sum(single.get((item, (answer,)), 0.0) for answer in positive)
        if value is not None and len(positive) > 1 and f"{added:.1f}" != f"{100 * value:.1f}":
            print(f"  {item:<20} {100 * value:.1f} from counts, {added:.1f} by adding printed percentages")


def main() -> None:
    shares = Shares(read_rows("survey_counts.csv"))
    printed = read_printed()
    show_table(shares)
    show_response(vm.Evidence.read(COUNTY))
    show_comparison(shares, printed)
    show_sums(shares, printed)


if __name__ == "__main__":
    main()
