# SPDX-License-Identifier: MIT
"""Evidence in parts: every measure of the catalogue is that of the whole, however the rows are split."""

from __future__ import annotations

import pickle
import random

import polars as pl
import pytest
from test_catalogue import MEASURES, framework_with, name_of

import vermeil as vm
from vermeil.made_up import MadeUp

LATER = {"visits"}
"""Tables whose parts have tallies of their own."""


@pytest.fixture(scope="module")
def tables(made: MadeUp) -> dict[str, pl.DataFrame]:
    """Give the tables of a made-up market, each row a text."""
    known = {schema["name"] for schema in vm._core.evidence_schemas()} - LATER
    return {
        file.stem: pl.read_csv(file, infer_schema=False)
        for file in sorted(made.directory.glob("*.csv"))
        if file.stem in known
    }


def split(tables: dict[str, pl.DataFrame], parts: int, seed: int) -> list[dict[str, pl.DataFrame]]:
    """Deal the rows of every table out by chance; each part has the whole register."""
    chance = random.Random(seed)
    dealt: list[dict[str, pl.DataFrame]] = [{"services": tables["services"]} for _ in range(parts)]
    for name, table in tables.items():
        places = pl.Series([chance.randrange(parts) for _ in range(table.height)], dtype=pl.Int64)
        for at in range(parts):
            if name != "services" and (rows := table.filter(places == at)).height > 0:
                dealt[at][name] = rows
    return dealt


def tally_of(*parts: dict[str, pl.DataFrame]) -> vm.EvidenceTally:
    tally = vm.EvidenceTally()
    for part in parts:
        tally.add(**part)
    return tally


@pytest.fixture(scope="module")
def merged(tables: dict[str, pl.DataFrame]) -> vm.EvidenceTally:
    one, two, three = (tally_of(part) for part in split(tables, 3, 1))
    three.merge(vm.EvidenceTally.from_bytes(bytes(one)))
    three.merge(pickle.loads(pickle.dumps(two)))
    return three


@pytest.fixture(scope="module")
def evidence(merged: vm.EvidenceTally) -> vm.Evidence:
    return merged.finish()


@pytest.fixture(scope="module")
def whole(tables: dict[str, pl.DataFrame]) -> vm.Evidence:
    return vm.Evidence(**tables)


@pytest.mark.parametrize(
    "measure", [each for each in MEASURES if not set(each["tables"]) & LATER], ids=name_of
)
def test_every_standard_measure_of_merged_parts_is_that_of_the_whole(
    measure: object, evidence: vm.Evidence, whole: vm.Evidence, made: MadeUp
) -> None:
    framework = framework_with(measure)  # type: ignore[arg-type]
    quarter = made.quarters[-1]
    own = framework.measure(evidence, quarter).to_polars()
    assert own.equals(framework.measure(whole, quarter).to_polars())
    assert own.height > 0


def test_the_measures_that_are_compared_have_values(evidence: vm.Evidence, made: MadeUp) -> None:
    known = [
        measure["id"]
        for measure in MEASURES
        if framework_with(measure).measure(evidence, made.quarters[-1]).to_polars()["m"].count() > 0
    ]
    assert len(known) > 30


@pytest.mark.parametrize("seed", range(6))
def test_merging_is_associative_and_commutative(tables: dict[str, pl.DataFrame], seed: int) -> None:
    a, b, c = (tally_of(part) for part in split(tables, 3, seed))
    left, right = pickle.loads(pickle.dumps(a)), pickle.loads(pickle.dumps(b))
    left.merge(b)
    left.merge(c)
    right.merge(c)
    right.merge(a)
    assert bytes(left) == bytes(right)


def test_the_ratings_of_merged_parts_are_those_of_the_whole(
    evidence: vm.Evidence, whole: vm.Evidence, made: MadeUp
) -> None:
    from markets_for_tests import EAST_SUSSEX

    framework = vm.Framework.load(EAST_SUSSEX)
    rated = [
        framework.rate(framework.measure(each, made.quarters[-1])).to_polars() for each in (evidence, whole)
    ]
    assert rated[0].equals(rated[1])


def test_visits_are_refused_with_what_counts_them() -> None:
    with pytest.raises(vm.Error, match="VisitTally and a CancellationTally"):
        vm.EvidenceTally().add(visits={"service": ["S1"]})


def test_bytes_that_are_cut_short_or_of_another_kind_are_refused(merged: vm.EvidenceTally) -> None:
    with pytest.raises(vm.Error, match="cut off or were changed"):
        vm.EvidenceTally.from_bytes(bytes(merged)[:-1])
    with pytest.raises(vm.Error, match="another version wrote them"):
        vm.EvidenceTally.from_bytes(bytes(vm.CancellationTally()))
