# SPDX-License-Identifier: MIT
"""Made-up markets for trials: nobody in them exists, and every file says so."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vermeil import _core

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import polars as pl

__all__ = ["MadeUp", "PlantedRow", "SurveyLayout", "make_up"]

Numbers: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]
Days: TypeAlias = NDArray[np.datetime64]
Columns: TypeAlias = dict[str, Any]
"""Names to `_Picked` words, lists, or arrays of numbers or days, masked where a cell is empty."""

_FIRST_LINE = "MADE UP: nobody and nothing in this folder exists"
_NEVER = np.datetime64("NaT", "D")


class SurveyLayout(Enum):
    """How survey answers are written; the value is the name of the table."""

    COUNTS = "survey_counts"
    WIDE = "survey_wide"
    SHEETS = "survey_sheets"


@dataclass(frozen=True)
class PlantedRow:
    """A row that is wrong on purpose, so that rejects can be seen."""

    file: str
    row: int
    """The line of the file, its headings being line 1."""
    column: str
    value: str
    why: str


@dataclass(frozen=True)
class MadeUp:
    """What `make_up` wrote.

    Attributes
    ----------
    quarters
        The quarters that have evidence, the oldest first, as ``2024-25 Q3``.
    last_day
        The last day of the last quarter. Nothing happened after it, but news and returns may come later.
    rows
        How many rows each table has, the planted ones included.
    planted
        The rows that are wrong on purpose.
    """

    directory: Path
    seed: int
    services: int
    quarters: tuple[str, ...]
    last_day: date
    rows: dict[str, int] = field(repr=False)
    planted: tuple[PlantedRow, ...] = field(repr=False)


def make_up(
    directory: str | Path,
    *,
    services: int = 24,
    quarters: int = 4,
    seed: int = 1,
    first_quarter: str = "2024-25 Q1",
    survey: SurveyLayout = SurveyLayout.COUNTS,
) -> MadeUp:
    """Write the evidence and the market of made-up care services as CSV files.

    Everything is invented: how good each service is, how people answer, what the providers return and what
    happens. No figure was fitted to anything real, so nothing can be learnt from them about care.

    The files hold what `Evidence.read` and `Market.read` read, for the framework of East Sussex and the risk
    scheme of Rotherham among the examples. About six forms a service and quarter come back, so that most
    services reach ten answers only over four quarters, and small or new ones never do. A few rows are wrong
    on purpose.

    The same arguments give the same bytes on every machine.

    Parameters
    ----------
    directory
        Where to write; made where it is missing. It must be empty, or hold an earlier made-up market, which
        is replaced.
    services, quarters
        How many, 1 or more; a million together at most, the one times the other.
    seed
        Which of the many possible markets, 0 to 2**64 - 1.
    first_quarter
        The first quarter with evidence.
    survey
        How survey answers are written.

    Raises
    ------
    Error
        When a number is out of range, or the directory holds something that is not made up.

    Examples
    --------
    >>> import tempfile
    >>> import vermeil as vm
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = vm.make_up(folder, services=3, quarters=1)
    ...     vm.Evidence.read(folder).services
    ['MU-001', 'MU-002', 'MU-003']
    """
    _check_within("services", services, 1, 1_000_000 // max(1, quarters))
    _check_within("quarters", quarters, 1, 100)
    _check_within("seed", seed, 0, 2**64 - 1)
    world = _invented(services, quarters, seed, first_quarter)
    folder = _cleared(Path(directory))
    tables = {
        **_registers(world),
        **_survey(world, survey),
        **_returns(world),
        **_happenings(world),
        **_care(world),
    }
    rows: dict[str, int] = {}
    planted: list[PlantedRow] = []
    for name, columns in tables.items():
        wrong = [each for each in _wrong_rows(world, survey) if each.table == name]
        rows[name] = _write(folder / f"{name}.csv", columns, [each.cells for each in wrong])
        first = rows[name] - len(wrong) + 2
        planted += [each.located(first + i) for i, each in enumerate(wrong)]
    last_day = world.quarters[-1].last_day
    names = tuple(str(quarter) for quarter in world.quarters)
    made = MadeUp(folder, seed, services, names, last_day, rows, tuple(planted))
    (folder / "README.md").write_text(_readme(made), encoding="utf-8", newline="\n")
    return made


def _check_within(what: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        message = f"{what}: {value} cannot be; allowed are {least} to {most}"
        raise _core.Error(message)


class _Draws:
    """Numbers from 0 to below 1 out of a counter-based generator: a stream of its own for every name.

    Only the raw bits of the generator are used, and nothing but arithmetic and comparisons follows, so that
    neither a version of numpy nor the mathematics of a machine can change a made-up market.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def __call__(self, stream: str, *shape: int) -> Numbers:
        """Give the first numbers of a stream, in rows."""
        from numpy.random import Philox

        key = np.array([self._seed, zlib.crc32(stream.encode())], dtype=np.uint64)
        count = 1
        for length in shape:
            count *= length
        raw = Philox(key=key).random_raw(count)
        drawn: Numbers = ((raw >> np.uint64(11)).astype(np.float64) * 2.0**-53).reshape(shape)
        return drawn

    def whole(self, stream: str, least: int, most: int, *shape: int) -> Whole:
        """Give whole numbers, both ends included."""
        return least + (self(stream, *shape) * (most - least + 1)).astype(np.int64)


@dataclass(frozen=True)
class _Picked:
    """A column of words: for each row the position of its word; a word may be ``None``, an empty cell."""

    words: Sequence[str | None]
    rows: Whole


@dataclass(frozen=True)
class _World:
    """What is invented first and all tables follow from; an array has a cell a service, or says what."""

    draws: _Draws
    quarters: tuple[_core.Quarter, ...]
    starts: Days  # of the quarters
    ends: Days
    ids: list[str]
    provider_ids: list[str]
    owner: Whole  # position of the provider
    rank: Whole  # by quality, 0 the worst
    quality: Numbers  # 0 to 1
    kind: Whole  # position in _KINDS
    is_small: Flags
    opened: Whole  # the quarter in which its evidence begins
    first_day: Days

    @property
    def size(self) -> int:
        return len(self.ids)

    @property
    def quarter_names(self) -> list[str]:
        return [str(quarter) for quarter in self.quarters]

    @property
    def last_day(self) -> np.datetime64:
        return self.ends[-1]  # type: ignore[no-any-return]

    def in_care(self) -> Flags:
        """Whether a service gives care in a quarter, ``(services, quarters)``."""
        return self.opened[:, None] <= np.arange(len(self.quarters))

    def not_before_care(self, services: Whole, days: Days) -> Days:
        return np.maximum(days, self.first_day[services])


_KINDS = ("home care", "supported living", "extra care", "day service")
_KIND_CUTS = (0.70, 0.80, 0.90)
_REGULATORS = ("cqc;pamms", "cqc;pamms", "cqc;pamms;food_hygiene", "pamms;food_hygiene")


def _numbered(prefix: str, count: int) -> list[str]:
    width = max(3, len(str(count)))
    return [f"{prefix}{i:0{width}d}" for i in range(1, count + 1)]


def _shuffled(drawn: Numbers) -> Whole:
    """Give each its place in the order of what was drawn, from 0."""
    places = np.empty(len(drawn), dtype=np.int64)
    places[np.argsort(drawn, kind="stable")] = np.arange(len(drawn))
    return places


def _invented(services: int, quarters: int, seed: int, first_quarter: str) -> _World:
    draws = _Draws(seed)
    first = _core.Quarter(first_quarter)
    all_quarters = tuple(first + i for i in range(quarters))
    starts = np.array([quarter.first_day for quarter in all_quarters], dtype="datetime64[D]")
    ends = np.array([quarter.last_day for quarter in all_quarters], dtype="datetime64[D]")
    # Quality is spread evenly over the services and then shuffled: any market has good and
    # poor ones. New and small services are shared out likewise.
    rank = _shuffled(draws("order of quality", services))
    is_new = _shuffled(draws("new", services)) < (services * 8 + 50) // 100
    is_small = _shuffled(draws("small", services)) < (services * 12 + 50) // 100
    # Every sixth service belongs to the provider of the one before.
    owner = np.cumsum(np.arange(services) % 6 != 5) - 1
    before = starts[0] - draws.whole("days before", 30, 3000, services)
    return _World(
        draws=draws,
        quarters=all_quarters,
        starts=starts,
        ends=ends,
        ids=_numbered("MU-", services),
        provider_ids=_numbered("MU-P-", int(owner[-1]) + 1),
        owner=owner,
        rank=rank,
        quality=(rank + draws("quality", services)) / services,
        kind=np.searchsorted(_KIND_CUTS, draws("kind", services), side="right"),
        is_small=is_small,
        opened=np.where(is_new, quarters - 1, 0),
        first_day=np.where(is_new, starts[-1] + draws.whole("days after", 0, 45, services), before),
    )


def _registers(world: _World) -> dict[str, Columns]:
    """Who there is."""
    has_cqc = world.kind != _KINDS.index("day service")
    locations = [
        place if known else None for place, known in zip(_numbered("MU-L-", world.size), has_cqc, strict=True)
    ]
    return {
        "providers": {
            "provider": world.provider_ids,
            "name": [f"Made-up Provider {i + 1}" for i in range(len(world.provider_ids))],
        },
        "services": {
            "service": world.ids,
            "provider": _Picked(world.provider_ids, world.owner),
            "name": [f"Made-up Care {i + 1}" for i in range(world.size)],
            "kind": _Picked(_KINDS, world.kind),
            "location_id": locations,
            "regulators": _Picked(_REGULATORS, world.kind),
            "first_day": world.first_day,
        },
    }


_AGREE = ("strongly agree", "agree", "neither", "disagree", "strongly disagree")
_SATISFIED = ("very satisfied", "satisfied", "neither", "dissatisfied", "very dissatisfied")
_YES = ("yes", "no")


@dataclass(frozen=True)
class _Item:
    """A question: the share of its good answers at middling quality, and how much quality adds to it."""

    id: str
    ease: float
    answers: tuple[str, ...] = _AGREE
    slope: float = 0.55

    def cuts(self, quality: Numbers) -> list[Numbers]:
        """Give where one answer ends and the next begins, for each quality."""
        good = np.clip(self.ease + self.slope * (quality - 0.5), 0.02, 0.98)
        if len(self.answers) == 2:
            return [good]
        return [good * (0.35 + 0.3 * quality), good, good + (1 - good) * 0.55, good + (1 - good) * 0.85]


_ITEMS = (
    _Item("dignity", 0.84),
    _Item("control", 0.66),
    _Item("independence", 0.74),
    _Item("culture", 0.74),
    _Item("activities", 0.62),
    _Item("positive_difference", 0.74),
    _Item("confidence", 0.70),
    _Item("safe_and_secure", 0.78),
    _Item("reliable_times", 0.62),
    _Item("satisfaction", 0.76, _SATISFIED),
    _Item("complaint", 0.30, _YES, -0.4),
    _Item("complaint_settled", 0.60, _YES, 0.5),
)
_MOST_FORMS = 27
_ANSWERED = 0.94
_BLANK = -1


@dataclass(frozen=True)
class _Forms:
    """The survey by service and quarter: forms sent, which came back (third axis) and what they say."""

    sent: Whole
    came_back: Flags
    answers: NDArray[np.int8]  # and an item on the fourth axis: the position of the answer, or _BLANK

    def counts(self) -> Whole:
        """Count the forms with each answer, ``(services, quarters, items, 5)``."""
        each = [(self.answers == k).sum(axis=2) for k in range(5)]
        return np.stack(each, axis=-1)


def _answered_forms(world: _World) -> _Forms:
    shape = (world.size, len(world.quarters))
    draws = world.draws
    size = np.where(
        world.is_small,
        draws.whole("size of small", 4, 5, world.size),
        draws.whole("size", 12, 25, world.size),
    )
    sent = (size[:, None] + draws.whole("more or fewer", -1, 1, *shape)) * world.in_care()
    comes = draws("returned", *shape, _MOST_FORMS) < 0.36
    came_back = comes & (np.arange(_MOST_FORMS) < sent[:, :, None])
    answers = np.full((*came_back.shape, len(_ITEMS)), _BLANK, dtype=np.int8)
    for i, item in enumerate(_ITEMS):
        drawn = draws(f"answers to {item.id}", *came_back.shape)
        position = np.zeros(came_back.shape, dtype=np.int8)
        for cut in item.cuts(world.quality):
            position += drawn >= _ANSWERED * cut[:, None, None]
        answers[..., i] = np.where(came_back & (drawn < _ANSWERED), position, _BLANK)
    ids = [item.id for item in _ITEMS]
    led_here = answers[..., ids.index("complaint")] == _YES.index("yes")
    settled = ids.index("complaint_settled")
    answers[..., settled] = np.where(led_here, answers[..., settled], _BLANK)
    return _Forms(sent, came_back, answers)


def _survey(world: _World, layout: SurveyLayout) -> dict[str, Columns]:
    """Write what people answered, in one of the layouts, and how many were asked."""
    forms = _answered_forms(world)
    write = {
        SurveyLayout.COUNTS: _count_rows,
        SurveyLayout.WIDE: _wide_rows,
        SurveyLayout.SHEETS: _sheet_rows,
    }
    s, q = np.nonzero(forms.sent)
    sent, returned = forms.sent[s, q], forms.came_back.sum(axis=2)[s, q]
    base_unknown = world.draws("base unknown", *forms.sent.shape)[s, q] < 0.04
    undelivered = np.minimum(world.draws.whole("undelivered", 0, 1, *forms.sent.shape)[s, q], sent - returned)
    base = {
        **_when(world, s, q),
        "sent": np.ma.array(sent, mask=base_unknown),
        "undelivered": np.ma.array(undelivered, mask=base_unknown),
        "returned": returned,
    }
    return {layout.value: write[layout](world, forms), "survey_base": base}


def _when(world: _World, services: Whole, quarters: Whole) -> Columns:
    return {"service": _Picked(world.ids, services), "quarter": _Picked(world.quarter_names, quarters)}


def _count_rows(world: _World, forms: _Forms) -> Columns:
    """Give a row an answer; one that nobody gave has no row."""
    counts = forms.counts()
    s, q, i, k = np.nonzero(counts)
    words = [item.answers[j] if j < len(item.answers) else None for item in _ITEMS for j in range(5)]
    return {
        **_when(world, s, q),
        "item": _Picked([item.id for item in _ITEMS], i),
        "answer": _Picked(words, i * 5 + k),
        "count": counts[s, q, i, k],
    }


def _wide_rows(world: _World, forms: _Forms) -> Columns:
    """Give a row a question, a column an answer; empty where the question does not have it."""
    counts = forms.counts()
    s, q, i = np.nonzero(counts.sum(axis=3))
    columns = {**_when(world, s, q), "item": _Picked([item.id for item in _ITEMS], i)}
    for word in dict.fromkeys((*_AGREE, *_SATISFIED, *_YES)):
        place = np.array([item.answers.index(word) if word in item.answers else _BLANK for item in _ITEMS])[i]
        columns[word] = np.ma.array(counts[s, q, i, np.maximum(place, 0)], mask=place == _BLANK)
    return columns


def _sheet_rows(world: _World, forms: _Forms) -> Columns:
    """Give a row a form, a column a question."""
    s, q, f = np.nonzero(forms.came_back)
    drawn = world.draws("day of return", *forms.came_back.shape)[s, q, f]
    columns = {
        "sheet": _numbered("MU-form-", len(s)),
        **_when(world, s, q),
        "returned_on": world.not_before_care(s, world.starts[q] + (drawn * 90).astype(np.int64)),
    }
    for i, item in enumerate(_ITEMS):
        columns[item.id] = _Picked(
            [*item.answers, None], forms.answers[s, q, f, i].astype(np.int64) % (len(item.answers) + 1)
        )
    return columns


@dataclass(frozen=True)
class _Return:
    """A count that providers send in: the range of its base, its share at middling quality, and its slope."""

    id: str
    least: int
    most: int
    share: float
    slope: float


_RETURNS = (
    _Return("qualified_staff", 8, 60, 0.68, 0.45),
    _Return("continuity", 300, 3000, 0.74, 0.40),
    _Return("leavers", 8, 60, 0.16, -0.25),
    _Return("rttm_submissions", 13, 13, 0.80, 0.38),
)


def _returns(world: _World) -> dict[str, Columns]:
    """Give what providers sent in each quarter: on time, late, or not, with a reminder or without."""
    shape = (world.size, len(world.quarters), len(_RETURNS))
    draws = world.draws
    how = draws("way of return", *shape)
    exists = world.in_care()[:, :, None] & (how >= 0.04)
    s, q, r = np.nonzero(exists)
    base, count = np.empty(shape, dtype=np.int64), np.empty(shape, dtype=np.int64)
    for i, each in enumerate(_RETURNS):
        base[..., i] = draws.whole(f"base of {each.id}", each.least, each.most, *shape[:2])
        share = np.clip(each.share + each.slope * (world.quality - 0.5), 0.0, 1.0)[:, None]
        count[..., i] = (base[..., i] * share + draws(each.id, *shape[:2])).astype(np.int64)
    count = np.minimum(count, base)
    missing = (how < 0.10)[s, q, r]
    late = (how < 0.20)[s, q, r]
    due = world.ends[q] + 14
    delay = np.where(
        late,
        draws.whole("days late", 1, 20, *shape)[s, q, r],
        -draws.whole("days early", 0, 9, *shape)[s, q, r],
    )
    return {
        "counts": {
            **_when(world, s, q),
            "item": _Picked([each.id for each in _RETURNS], r),
            "count": np.ma.array(count[s, q, r], mask=missing),
            "base": np.ma.array(base[s, q, r], mask=missing),
            "state": _Picked((None, "not_submitted"), missing.astype(np.int64)),
            "due_on": due,
            "received_on": np.where(missing, _NEVER, due + delay),
            "reminded_on": np.where(missing, due + 7, _NEVER),
        }
    }


@dataclass(frozen=True)
class _Kind:
    """A kind of event: its chance a quarter at middling quality, what poor quality adds, its days."""

    id: str
    chance: float
    slope: float
    least_days: int = 1
    most_days: int = 1


_EVENTS = (
    _Kind("safeguarding_decision", 0.12, 0.30),
    _Kind("substantiated_concern", 0.12, 0.30),
    _Kind("unexpected_death_reported", 0.03, 0.0),
    _Kind("unexpected_death_concluded", 0.01, 0.03),
    _Kind("default_notice", 0.02, 0.06, 40, 160),
    _Kind("embargo", 0.01, 0.03, 30, 90),
    _Kind("manager_vacancy", 0.06, 0.06, 20, 120),
)


def _happenings(world: _World) -> dict[str, Columns]:
    """Give what happened, and what regulators and assessors thought."""
    return {"events": _events(world), "inspections": _inspections(world)}


def _events(world: _World) -> Columns:
    shape = (world.size, len(world.quarters))
    who, kinds, firsts, lasts, learnt = [], [], [], [], []
    for k, kind in enumerate(_EVENTS):
        chance = np.clip(kind.chance + kind.slope * (0.5 - world.quality), 0.0, 1.0)[:, None]
        s, q = np.nonzero((world.draws(f"{kind.id} happens", *shape) < chance) & world.in_care())
        first = world.starts[q] + world.draws.whole(f"day of {kind.id}", 0, 89, *shape)[s, q]
        first = world.not_before_care(s, first)
        days = world.draws.whole(f"days of {kind.id}", kind.least_days, kind.most_days, *shape)[s, q]
        later = world.draws.whole(f"{kind.id} is learnt", -60, 20, *shape)[s, q]
        who.append(s)
        kinds.append(np.full(len(s), k))
        firsts.append(first)
        lasts.append(_unless_over(world, first + days - 1))
        learnt.append(np.where(later > 0, first + later, _NEVER))
    # Three that every market has, so that each rule which looks for them has something to find.
    thin = world.is_small | (world.opened > 0)  # rarely rated, so no cap would show
    good, poor = (
        int(np.argmin(np.abs(world.rank - share * world.size) + thin * world.size)) for share in (0.7, 0.1)
    )
    services = np.concatenate([*who, [good, poor, 0]])
    names = [kind.id for kind in _EVENTS]
    always = [names.index("default_notice"), names.index("embargo"), len(names)]
    failed = np.arange(len(services)) == len(services) - 1
    failing = int(world.owner[np.argmin(world.rank)])
    return {
        "service": _Picked([*world.ids, None], np.where(failed, world.size, services)),
        "provider": _Picked([*world.provider_ids, None], np.where(failed, failing, len(world.provider_ids))),
        "event": _Picked([*names, "administration"], np.concatenate([*kinds, always])),
        "from": np.concatenate([*firsts, world.last_day - np.array([24, 11, 30])]),
        "to": np.concatenate([*lasts, [_NEVER] * 3]),
        "known_on": np.concatenate([*learnt, [_NEVER] * 3]),
    }


def _unless_over(world: _World, days: Days) -> Days:
    """Give the last days of what ended; what outlasts the quarters is open."""
    return np.where(days > world.last_day, _NEVER, days)


_RATINGS = (
    ("cqc", ("Inadequate", "Requires improvement", "Good", "Outstanding"), (0.08, 0.35, 0.95)),
    ("pamms", ("Poor", "Requires Improvement", "Good", "Excellent"), (0.08, 0.35, 0.90)),
    ("food_hygiene", ("0", "1", "2", "3", "4", "5"), (0.01, 0.05, 0.12, 0.25, 0.45)),
)


def _inspections(world: _World) -> Columns:
    """Up to two ratings by each who may rate the service; some have none yet."""
    sources, services, ratings, days = [], [], [], []
    words: list[str] = []
    for k, (source, scale, cuts) in enumerate(_RATINGS):
        may = np.array([source in allowed.split(";") for allowed in _REGULATORS])[world.kind]
        for turn, chance in (("earlier", 0.4), ("latest", 0.85)):
            name = f"{turn} {source}"
            day = world.last_day - world.draws.whole(
                f"day of {name}", *((700, 1400) if turn == "earlier" else (30, 690)), world.size
            )
            seen = may & (world.draws(f"{name} seen", world.size) < chance) & (day > world.first_day)
            s = np.flatnonzero(seen)
            merit = world.quality + 0.6 * (world.draws(name, world.size) - 0.5)
            sources.append(np.full(len(s), k))
            services.append(s)
            ratings.append(len(words) + np.searchsorted(cuts, merit[s], side="right"))
            days.append(day[s])
        words += scale
    on = np.concatenate(days)
    return {
        "service": _Picked(world.ids, np.concatenate(services)),
        "source": _Picked([source for source, _, _ in _RATINGS], np.concatenate(sources)),
        "rating": _Picked(words, np.concatenate(ratings)),
        "on": on,
        "known_on": on + 21,
    }


_ZONES = ("north", "south", "east", "west")
_FRAMEWORK_LOT, _PURCHASING_LOT = "MU-lot-framework", "MU-lot-purchasing"


def _care(world: _World) -> dict[str, Columns]:
    """Give what was agreed with whom, and the care of each made-up person."""
    start = (world.starts[0] - 365).astype(object)
    contracts = {
        "contract": ["home-care-framework", "home-care-dps"],
        "kind": ["framework", "dynamic purchasing system"],
        "from": [start.isoformat()] * 2,
        "name": ["Made-up home care framework", "Made-up purchasing system"],
    }
    lots = {
        "lot": [_FRAMEWORK_LOT, _PURCHASING_LOT],
        "contract": contracts["contract"],
        "tiers": ["tier 1;tier 2", "all"],
        "zones": [";".join(_ZONES), None],
        "name": ["Made-up home care", "Made-up care beyond the framework"],
    }
    return {"contracts": contracts, "lots": lots, "awards": _awards(world), **_packages(world)}


def _awards(world: _World) -> Columns:
    """Give each provider a place in the framework; two fifths are in tier 1, to which some rose."""
    providers = len(world.provider_ids)
    everyone = np.arange(providers)
    place = _shuffled(world.draws("order of providers", providers))
    in_first = max(1, providers * 2 // 5)
    tier = (place >= in_first).astype(np.int64)
    rank = np.where(tier == 0, place, place - in_first) + 1
    rose = np.flatnonzero((tier == 0) & (world.draws("rose", providers) < 0.2))
    also = np.flatnonzero(world.draws("also purchasing", providers) < 0.3)
    start = world.starts[0] - 365
    first = np.full(providers, start)
    first[rose] = start + 200
    works = world.draws("zones", providers, len(_ZONES)) < 0.6
    limits = [
        ";".join(zone for zone, held in zip(_ZONES, row, strict=True) if held) or None
        for row in works.tolist()
    ]
    who = np.concatenate([everyone, rose, also])
    is_also = np.arange(len(who)) >= providers + len(rose)
    return {
        "provider": _Picked(world.provider_ids, who),
        "lot": _Picked((_FRAMEWORK_LOT, _PURCHASING_LOT), is_also.astype(np.int64)),
        "tier": _Picked(
            ("tier 1", "tier 2", "all"), np.concatenate([tier, tier[rose] + 1, tier[also] * 0 + 2])
        ),
        "from": np.concatenate([first, np.full(len(rose) + len(also), start)]),
        "to": np.concatenate([np.full(providers, _NEVER), first[rose] - 1, np.full(len(also), _NEVER)]),
        "zones": _Picked([*limits, None], np.where(is_also, providers, who)),
        "rank": np.ma.array(
            np.concatenate([rank, np.ones(len(rose) + len(also), dtype=np.int64)]),
            mask=np.arange(len(who)) >= providers,
        ),
    }


_MOST_PACKAGES = 10


def _packages(world: _World) -> dict[str, Columns]:
    """Care packages and what changed in them; hours are whole halves, rates whole pence."""
    draws = world.draws
    shape = (world.size, _MOST_PACKAGES)
    has = np.arange(_MOST_PACKAGES) < draws.whole("packages", 3, _MOST_PACKAGES, world.size)[:, None]
    s, p = np.nonzero(has)
    care_days = (world.last_day - world.first_day).astype(np.int64)[s]
    begins = np.minimum((draws("begin", *shape)[s, p] * care_days).astype(np.int64), care_days - 30)
    first = world.first_day[s] + np.maximum(begins, 0)
    runs = (world.last_day - first).astype(np.int64)
    ends = (draws("end", *shape)[s, p] < 0.2) & (runs > 60)
    last = first + 30 + (draws("length", *shape)[s, p] * (runs - 30)).astype(np.int64)
    halves = draws.whole("half hours", 7, 70, *shape)[s, p]
    pence = draws.whole("pence", 2050, 2650, *shape)[s, p]
    packages: Columns = {
        "package": _numbered("MU-pkg-", len(s)),
        "person": _numbered("MU-person-", len(s)),
        "hours_per_week": _hours(halves),
        "from": first,
        "to": np.where(ends, last, _NEVER),
        "service": _Picked(world.ids, s),
        "hourly_rate": _pounds(pence),
    }
    span = np.where(ends, (last - first).astype(np.int64), runs)
    changed = np.flatnonzero((draws("changed", *shape)[s, p] < 0.25) & (span > 2))
    after = 1 + (draws("day of change", *shape)[s, p] * (span - 1)).astype(np.int64)
    more = draws.whole("more half hours", 1, 8, *shape)[s, p]
    changes = {
        "package": _Picked(packages["package"], changed),
        "from": (first + after)[changed],
        "hours_per_week": _hours((halves + more)[changed]),
        "hourly_rate": _pounds((pence + 85)[changed]),
    }
    return {"packages": packages, "package_changes": changes}


def _hours(halves: Whole) -> list[str]:
    return [f"{half // 2}.{half % 2 * 5}" for half in halves.tolist()]


def _pounds(pence: Whole) -> list[str]:
    return [f"{each // 100}.{each % 100:02d}" for each in pence.tolist()]


@dataclass(frozen=True)
class _WrongRow:
    """A row to plant: its cells, which of them is wrong, and why."""

    table: str
    column: str
    why: str
    cells: dict[str, str]

    def located(self, row: int) -> PlantedRow:
        return PlantedRow(f"{self.table}.csv", row, self.column, self.cells[self.column], self.why)


def _wrong_rows(world: _World, layout: SurveyLayout) -> list[_WrongRow]:
    service = {"service": world.ids[0]}
    known = {**service, "quarter": world.quarter_names[-1]}
    # An item and a quarter that no other row has, so that a row is wrong in one way only.
    visits = {**known, "item": "visits_on_time", "base": "20"}
    day = str(world.last_day)
    event = {**service, "event": "substantiated_concern", "from": f"{day[:4]}-02-30"}
    rating = {**service, "source": "cqc", "rating": "Goood", "on": day}
    package = {**service, "package": "MU-pkg-wrong", "person": "MU-person-wrong", "from": day}
    long_week = {**package, "hours_per_week": "200"}
    base = {**service, "quarter": str(world.quarters[0] - 1), "sent": "10", "returned": "11"}
    stranger = {**visits, "count": "2", "service": "MU-nobody"}
    return [
        _wrong_answer(known, layout),
        _WrongRow("survey_base", "returned", "more forms returned than sent", base),
        _WrongRow("counts", "service", "no such service", stranger),
        _WrongRow("counts", "count", "more than the base", {**visits, "count": "21"}),
        _WrongRow("events", "from", "no such day", event),
        _WrongRow("inspections", "rating", "no word of the scale", rating),
        _WrongRow("packages", "hours_per_week", "more hours than a week has", long_week),
    ]


def _wrong_answer(known: dict[str, str], layout: SurveyLayout) -> _WrongRow:
    if layout is SurveyLayout.WIDE:
        cells = {**known, "item": "dignity", "agree": "2.5"}
        return _WrongRow(layout.value, "agree", "half a person", cells)
    if layout is SurveyLayout.SHEETS:
        cells = {**known, "sheet": "MU-form-misspelt", "dignity": "strongly aggree"}
        return _WrongRow(layout.value, "dignity", "no such answer", cells)
    cells = {**known, "item": "dignity", "answer": "strongly aggree", "count": "1"}
    return _WrongRow(layout.value, "answer", "no such answer", cells)


def _cleared(folder: Path) -> Path:
    """Make the folder, or empty it of an earlier made-up market; anything else in it stays untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / "README.md"
    if not any(folder.iterdir()):
        return folder
    if not note.is_file() or not note.read_text(encoding="utf-8", errors="replace").startswith(_FIRST_LINE):
        message = f"{folder}: holds files that are not made up; give an empty folder"
        raise _core.Error(message)
    schemas = [*_core.evidence_schemas(), *_core.market_schemas()]
    for name in {schema["name"] for schema in schemas}:
        (folder / f"{name}.csv").unlink(missing_ok=True)
    return folder


def _write(path: Path, columns: Columns, wrong: list[dict[str, str]]) -> int:
    """Write a table with its planted rows at the end, and count the rows."""
    import polars

    frame = polars.DataFrame({name: _series(column) for name, column in columns.items()})
    text = frame.with_columns(polars.all().cast(polars.String))
    planted = polars.DataFrame(
        [{name: row.get(name) for name in columns} for row in wrong], schema=text.schema
    )
    whole = polars.concat([text, planted])
    whole.write_csv(path)
    return whole.height


def _series(column: Any) -> pl.Series:  # noqa: ANN401
    import polars

    if isinstance(column, _Picked):
        return polars.Series(column.words, dtype=polars.String).gather(column.rows)
    if isinstance(column, np.ma.MaskedArray):
        values = polars.Series(column.data)
        return values.zip_with(
            polars.Series(~np.ma.getmaskarray(column)), polars.Series([None], dtype=values.dtype)
        )
    return polars.Series(column)


def _readme(made: MadeUp) -> str:
    tables = "\n".join(f"| `{name}.csv` | {rows} |" for name, rows in made.rows.items())
    planted = "\n".join(
        f"| `{each.file}` | {each.row} | {each.column} | {each.value} | {each.why} |" for each in made.planted
    )
    span = f"{made.quarters[0]} to {made.quarters[-1]}"
    return f"""{_FIRST_LINE}

A market of {made.services} care services over {len(made.quarters)} quarters, {span}, invented by
`vermeil make-up` with the seed {made.seed}, for trials. No figure is fitted to anything real, and
nothing about care can be learnt from it.

| file | rows |
| --- | --- |
{tables}

Some rows are wrong on purpose, so that rejects can be seen:

| file | line | column | value | what is wrong |
| --- | --- | --- | --- | --- |
{planted}
"""
