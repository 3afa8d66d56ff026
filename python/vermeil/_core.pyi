# SPDX-License-Identifier: MIT
"""The compiled part of vermeil. The package vermeil gives it its Python face; use that."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import CapsuleType  # type: ignore[attr-defined]
from typing import Any, Never

from numpy.typing import ArrayLike

from vermeil.types import (
    AwardDict,
    CellDict,
    CsvShapeDict,
    FindingDict,
    GroupDict,
    LineDict,
    MeasureDict,
    ProposalDict,
    ProvenanceDict,
    SchemaDict,
    StandardMeasureDict,
    WhyDict,
)
from vermeil.visit_types import FileTallyDict, VisitFileDict, VisitReasonDict, VisitRowCounts

__version__: str
state_names: list[str]
"""The reasons for which there is no value, after ``present``; in the order of their numbers."""

class _Bound(type):
    """The type of the types that are written in C++."""

class Error(ValueError):
    """A request that cannot be met: a malformed value, a missing column, a name that stands for nothing."""

class DefinitionError(Error):
    """A mistake in a framework, with its place in the file; nothing was computed."""

class Quarter(metaclass=_Bound):
    """Three calendar months, known by their first day.

    Parameters
    ----------
    text
        ``2024-25 Q3`` (financial year, April start) or ``2024 Q4`` (calendar year).

    Raises
    ------
    Error
        When the text is neither.

    Examples
    --------
    >>> Quarter("2024-25 Q3") == Quarter("2024 Q4")
    True
    """

    def __init__(self, text: str) -> None: ...
    @staticmethod
    def of(day: date) -> Quarter:
        """Give the quarter in which a day lies."""
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date: ...
    def calendar(self) -> str:
        """Write it for the calendar year, as ``2024 Q4``."""
    def __add__(self, count: int, /) -> Quarter:
        """Give the quarter so many quarters later."""
    def __sub__(self, count: int, /) -> Quarter:
        """Give the quarter so many quarters earlier."""
    def __eq__(self, other: object, /) -> bool: ...
    def __lt__(self, other: Quarter, /) -> bool: ...
    def __le__(self, other: Quarter, /) -> bool: ...
    def __hash__(self) -> int: ...

class Table(metaclass=_Bound):
    """Named columns of one length, with the name and the row numbers of their source.

    Parameters
    ----------
    frame
        An object with the Arrow PyCapsule interface. Its numbers are used where they stand when they come in
        one batch and in a type that the library holds.
    source
        What messages and rejects call it, such as a file name.
    first_row
        The number under which the source knows its first row of data.
    provenance
        Where the rows stand, where they do not stand one after the other in one file; and the file's faults.
    as_they_lie
        Whether words stay as the frame holds them, which only readers of long tables take.
    coded
        Whether words that repeat become places in a list, so that the frame is needed no longer: for
        readers of tables with a schema.

    Raises
    ------
    Error
        When the object is no table, a column has a type that is not read, or the provenance does not fit.
    """

    def __init__(
        self,
        frame: object,
        source: str = "table",
        first_row: int = 2,
        provenance: ProvenanceDict | None = None,
        as_they_lie: bool = False,
        coded: bool = False,
    ) -> None: ...
    @staticmethod
    def from_lists(lists: Mapping[str, Sequence[Any]], source: str = "table", first_row: int = 2) -> Table:
        """Make a table whose cells are the texts of the values; ``None`` is an empty cell."""
    @property
    def columns(self) -> list[str]: ...
    @property
    def source(self) -> str: ...
    @property
    def faults(self) -> Table:
        """What its reader could not bring in, as a table like that of rejects."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> CapsuleType:
        """Give the table as one batch; its numbers are not copied. The requested layout is not looked at."""
    def categories_stream(self) -> CapsuleType:
        """Give the same, words that are held by their places with their dictionary."""

class EvidenceTally(metaclass=_Bound):
    """Evidence in parts that can be put together exactly."""

    def __init__(self) -> None: ...
    def add(self, tables: Mapping[str, Table]) -> None: ...
    def merge(self, other: EvidenceTally) -> None: ...
    def finish(self) -> Evidence: ...
    def to_bytes(self) -> bytes: ...
    @staticmethod
    def from_bytes(data: bytes) -> EvidenceTally: ...

class Evidence(metaclass=_Bound):
    """The rows of evidence that fit, and the rejects.

    Parameters
    ----------
    tables
        ``{name: table}``; the names are those of `evidence_schemas`.
    visits
        A log of visits that speaks the Arrow stream interface, in the place of a table of that name.
    files
        The files that the log came out of, in the order of its rows; none where it is one table.
    threads
        How many may work at the log.

    Raises
    ------
    Error
        When the table ``services`` is missing, a name is not known, or a required column is missing.
    """

    def __init__(
        self, tables: Mapping[str, Table], visits: object | None, files: list[VisitFileDict], threads: int
    ) -> None: ...
    @property
    def services(self) -> list[str]: ...
    @property
    def unread(self) -> list[str]: ...
    def rejects(self, unmasked: bool = False) -> Table: ...
    def response_rates(self) -> list[tuple[str, str, float | None]]:
        """Give service, quarter and forms returned / sent (0 to 1); ``None`` where the base is not known."""

def evidence_schemas() -> list[SchemaDict]:
    """Describe the tables that evidence is read from."""

class Check(metaclass=_Bound):
    """What a check found."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def files(self) -> list[FileTallyDict]: ...
    def findings(self, unmasked: bool = False) -> Table: ...
    def untold(self) -> UntoldFindings: ...

class UntoldFindings(metaclass=_Bound):
    """The findings beyond those that a check tells, some at a time."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    def next(self, most: int, unmasked: bool) -> Table:
        """Give the next ones, at most so many; none at the end."""

def check(tables: Mapping[str, Table], as_of: date | None = None) -> Check:
    """Check tables of evidence and of the market row by row and against each other.

    Raises
    ------
    Error
        When a name is not known, or there is evidence and no services table that can be read.
    """

def checked_schemas() -> list[SchemaDict]:
    """Describe every table that can be checked: those of evidence, then those of the market alone."""

def visits_schema() -> SchemaDict:
    """Describe the columns of a log of visits."""

def csv_shape(text: object, width: int, separator: str = ",", longest_row: int = 1048576) -> CsvShapeDict:
    """Look at bytes as CSV with so many headings; they are not copied."""

class Market(metaclass=_Bound):
    """Providers, services, contracts, lots, awards and packages of which every id resolves.

    Parameters
    ----------
    tables
        ``{name: table}``; the names are those of `market_schemas`.

    Raises
    ------
    Error
        When a name is not known or a required column is missing.
    """

    def __init__(self, tables: Mapping[str, Table]) -> None: ...
    @property
    def providers(self) -> list[str]: ...
    @property
    def services(self) -> list[str]: ...
    @property
    def contracts(self) -> list[str]: ...
    @property
    def lots(self) -> list[str]: ...
    @property
    def packages(self) -> list[str]: ...
    def rejects(self, unmasked: bool = False) -> Table: ...
    def awards_on(self, lot: str, day: date) -> list[AwardDict]:
        """Give the places held in a lot on a day, by tier, rank and provider."""
    def planned_hours_on(self, day: date) -> str:
        """Give the hours a week that are planned on a day, as exact decimal text."""

def market_schemas() -> list[SchemaDict]:
    """Describe the tables that a market is read from."""

class MeasureTable(metaclass=_Bound):
    """Measures of many services in one quarter, column by column."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def services(self) -> list[str]: ...
    @property
    def quarter(self) -> str:
        """As ``2024-25 Q3``; empty where the measures came without one."""
    @property
    def as_of(self) -> date | None:
        """The day as of which they hold; ``None`` where they came without a day and a quarter."""
    @property
    def measures(self) -> list[str]: ...
    def cell(self, service: str, measure: str) -> CellDict:
        """Give one cell.

        Raises
        ------
        Error
            When there is no such service or measure.
        """
    def table(self) -> Table: ...
    def __len__(self) -> int: ...

class Visits(metaclass=_Bound):
    """A log of visits, its rows looked at where they lie."""

    def __init__(
        self,
        table: object,
        source: str,
        first_row: int,
        check: bool,
        services: Table | None,
        packages: Table | None,
        threads: int,
    ) -> None: ...
    def __len__(self) -> int: ...
    def rows(self) -> VisitRowCounts: ...

most_told: int
"""How many rows of one reason are listed where not all are wanted."""

class VisitReport(metaclass=_Bound):
    """What is told of a log of visits, file by file."""

    def __init__(self, log: Visits, files: list[VisitFileDict]) -> None: ...
    def __len__(self) -> int:
        """Count the faults of the log, those of blank rows too, of which nothing is told."""
    def tallies(self) -> list[FileTallyDict]: ...
    def reasons(self, unmasked: bool) -> list[VisitReasonDict]:
        """Count the faults by reason, the most frequent first, those of the files' readers left aside."""
    def some(self, most: int, unmasked: bool) -> Table:
        """Give so many faults of each reason, after those of the readers; one more says how many are left."""
    def of_readers(self, unmasked: bool) -> Table: ...
    def between(self, begin: int, end: int, unmasked: bool) -> Table:
        """Give the faults from one position to before another, in the order of rows."""

class VisitRules(metaclass=_Bound):
    """What is asked of a log of visits."""

    def __init__(
        self,
        counts: bool,
        punctuality: tuple[float, float, str, list[float]] | None,
        length: tuple[float, float] | None,
        continuity: tuple[bool, int, int | None, int | None] | None,
    ) -> None: ...

class CancellationTally(metaclass=_Bound):
    """Cancellations in parts that can be put together exactly."""

    def __init__(self) -> None: ...
    def add(self, log: Visits, threads: int) -> None: ...
    def merge(self, other: CancellationTally) -> None: ...
    def finish(self, short_hours: float) -> Table: ...
    def to_bytes(self) -> bytes: ...
    @staticmethod
    def from_bytes(data: bytes) -> CancellationTally: ...

class VisitTally(metaclass=_Bound):
    """Counts of visits in parts that can be put together exactly."""

    def __init__(self, rules: VisitRules) -> None: ...
    def add(self, log: Visits, threads: int) -> None: ...
    def merge(self, other: VisitTally) -> None: ...
    def finish(self) -> Table: ...
    def to_bytes(self) -> bytes: ...
    @staticmethod
    def from_bytes(data: bytes) -> VisitTally: ...

def measure_visits(log: Visits, rules: VisitRules, threads: int) -> Table:
    """Measure each service of a log."""

def cancellations(log: Visits, short_hours: float, threads: int) -> Table:
    """Count the cancelled visits of each service."""

def measure_visits_of(table: object, source: str, rules: VisitRules, threads: int) -> Table:
    """Measure each service of a table of visits, looking at no more columns than the rules need."""

def standard_measures() -> list[StandardMeasureDict]:
    """Give the definitions of the standard measures."""

class Measured(metaclass=_Bound):
    """A measure table with the rows of evidence that did not fit the framework."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def table(self) -> MeasureTable: ...
    def rejects(self, unmasked: bool = False) -> Table: ...

class Framework(metaclass=_Bound):
    """The rules of one edition, checked and from then on unchanging."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @staticmethod
    def load(path: str) -> Framework:
        """Read a framework file.

        Raises
        ------
        DefinitionError
            At the first mistake, with file, line and column.
        """
    @staticmethod
    def parse(text: str, name: str) -> Framework:
        """Read a framework from text; ``name`` stands for the file in messages."""
    @property
    def id(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def effective_from(self) -> date: ...
    @property
    def source(self) -> str: ...
    @property
    def is_risk_scheme(self) -> bool: ...
    @property
    def is_relative(self) -> bool: ...
    @property
    def is_steady(self) -> bool:
        """Whether a band stands until others have been proposed for some quarters."""
    @property
    def bands(self) -> list[str]:
        """From the highest score down."""
    @property
    def measures(self) -> list[MeasureDict]: ...
    @property
    def groups(self) -> list[GroupDict]: ...
    def measure(self, evidence: Evidence, quarter: Quarter, own: dict[str, Table]) -> Measured:
        """Draw every measure as of the quarter's last day; ``own`` has one's own measures by their ids.

        Raises
        ------
        Error
            When a live measure says nothing of where its value comes from.
        """
    def measure_as_of(self, evidence: Evidence, day: date, own: dict[str, Table]) -> Measured:
        """Draw every measure with the facts that had happened and were known by a day."""
    def survey_groups(
        self,
        evidence: Evidence,
        quarter: Quarter,
        measure: str,
        by: str,
        least_n: int,
        quarters: int,
        secondary: bool,
    ) -> Table:
        """Give the share that a measure draws from a survey, by the answers to another item.

        Raises
        ------
        Error
            When the measure is no share of a survey's answers, or the survey does not have the item.
        """
    def read_measures(
        self,
        frame: Table,
        id: str,  # noqa: A002
        quarter: str = "",
        as_of: date | None = None,
    ) -> Measured:
        """Read measures that were computed elsewhere.

        Raises
        ------
        Error
            When the id column or the column of a live measure is missing, or the quarter cannot be read.
        """

class Rating(metaclass=_Bound):
    """One service's rating with every step."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def service(self) -> str: ...
    @property
    def quarter(self) -> str: ...
    @property
    def band(self) -> str: ...
    @property
    def headline(self) -> str: ...
    @property
    def explanation(self) -> list[str]: ...
    @property
    def json(self) -> str: ...
    @property
    def lowest_score(self) -> float | None: ...
    @property
    def highest_score(self) -> float | None: ...
    @property
    def coverage(self) -> float: ...
    @property
    def proposed(self) -> str: ...
    @property
    def held(self) -> str: ...
    @property
    def oldest_days(self) -> int | None: ...
    @property
    def median_days(self) -> int | None: ...
    @property
    def age_known(self) -> float: ...

class History(metaclass=_Bound):
    """Earlier ratings, by service and quarter."""

    def __init__(self) -> None: ...
    def read(self, framework: Framework, frame: Table, unmasked: bool = False) -> Table:
        """Add the rows of a table and give those that could not be used.

        Raises
        ------
        Error
            When a required column is missing.
        """

class Timetable(metaclass=_Bound):
    """The editions of one framework.

    Raises
    ------
    DefinitionError
        When there is none, or they do not fit together.
    """

    def __init__(self, editions: Sequence[Framework]) -> None: ...
    @property
    def editions(self) -> list[str]:
        """Their names, in the order of their first quarters."""
    def at(self, quarter: Quarter, contract: str = "") -> str:
        """Name the edition that applies.

        Raises
        ------
        Error
            When none does, or several do for contracts of their own and none is named.
        """

class Ratings(metaclass=_Bound):
    """The rating of each service, in the order of the measure table."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def services(self) -> list[str]: ...
    def explain(self, service: str) -> Rating:
        """Evaluate one service again and keep every step.

        Raises
        ------
        Error
            When no such service was rated.
        """
    def explain_row(self, row: int) -> Rating:
        """Evaluate one row again and keep every step.

        Raises
        ------
        Error
            When there is no such row.
        """
    def trace_lines(self, rows: list[int], threads: int = 1) -> list[tuple[str, str, date | None]]:
        """Explain rows: a line of JSON with every step, the headline, and since when its level has held.

        Raises
        ------
        Error
            When there is no such row.
        """
    def table(self) -> Table: ...
    def settle(self, history: History) -> None:
        """Let earlier ratings decide how long a band stands.

        Raises
        ------
        Error
            When the framework asks for it and the measures came without a quarter.
        """
    def __len__(self) -> int: ...

class Norms(metaclass=_Bound):
    """What a framework that compares services knows of the others."""

    def __init__(self) -> None: ...
    @staticmethod
    def load(path: str) -> Norms:
        """Read what ``to_toml`` wrote.

        Raises
        ------
        DefinitionError
            At the first mistake, with line and column.
        """
    @staticmethod
    def parse(text: str, name: str) -> Norms:
        """Read the same from a text."""
    def to_toml(self) -> str:
        """Write the norms so that every number reads back as the same bits."""
    @property
    def framework(self) -> str: ...
    @property
    def edition(self) -> str: ...
    @property
    def services(self) -> int: ...
    def __len__(self) -> int: ...

def fit(framework: Framework, measures: MeasureTable) -> Norms:
    """Find what the services of a table make of relative scales, means and cuts; none where all is absolute.

    Raises
    ------
    Error
        When a live measure has no column.
    DefinitionError
        When a weight is not set yet.
    """

def rate(framework: Framework, norms: Norms, measures: MeasureTable, threads: int = 1) -> Ratings:
    """Rate every service; the result does not depend on ``threads``.

    Raises
    ------
    Error
        When the framework is a risk scheme, a live measure has no column, or norms are needed and not there.
    DefinitionError
        When a weight is not set yet.
    """

def propose(framework: Framework, rated: Sequence[Ratings]) -> list[ProposalDict]:
    """Say what each ratchet of a framework proposes after these quarters.

    Raises
    ------
    Error
        When a quarter has no name or stands twice.
    """

class OneByOne(metaclass=_Bound):
    """A framework ready for one service after the other.

    Parameters
    ----------
    framework
        Its weights must all be set.
    norms
        What it knows of other services; empty where it compares none.

    Raises
    ------
    DefinitionError
        When a weight is not set yet.
    Error
        When norms are needed and not there.
    """

    def __init__(self, framework: Framework, norms: Norms) -> None: ...
    def rate(
        self,
        measures: Mapping[str, float | tuple[int, int] | str],
        days: Mapping[str, date] | None = None,
        as_of: date | None = None,
    ) -> tuple[str, float | None, float | None]:
        """Give band, lowest and highest score, ``None`` where there is none.

        A measure is a number, ``(count, n)``, a word or a state.

        Raises
        ------
        Error
            When a measure is not the framework's, a count exceeds its n, or a number is not finite.
        """
    def explain(
        self,
        measures: Mapping[str, float | tuple[int, int] | str],
        service: str = "",
        days: Mapping[str, date] | None = None,
        as_of: date | None = None,
    ) -> Rating: ...

class RiskScore(metaclass=_Bound):
    """One service's level with every step."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def service(self) -> str: ...
    @property
    def as_of(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def headline(self) -> str: ...
    @property
    def explanation(self) -> list[str]: ...
    @property
    def json(self) -> str: ...
    @property
    def since(self) -> date | None: ...
    @property
    def oldest_days(self) -> int | None: ...
    @property
    def median_days(self) -> int | None: ...
    @property
    def age_known(self) -> float: ...

class RiskScores(metaclass=_Bound):
    """The risk of each service, in the order of the measure table."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @property
    def services(self) -> list[str]: ...
    @property
    def norms(self) -> Norms: ...
    def explain(self, service: str) -> RiskScore:
        """Evaluate one service again and keep every step.

        Raises
        ------
        Error
            When no such service was scored.
        """
    def trace_lines(self, rows: list[int], threads: int = 1) -> list[tuple[str, str, date | None]]:
        """Explain rows: a line of JSON with every step, the headline, and since when its level has held.

        Raises
        ------
        Error
            When there is no such row.
        """
    def table(self) -> Table: ...
    def prompts(self) -> Table: ...
    def __len__(self) -> int: ...

class RiskBook(metaclass=_Bound):
    """A scheme and a body of evidence, read once and scored on any day.

    Raises
    ------
    Error
        When the framework is no risk scheme, or a live indicator says nothing of where its value comes from.
    """

    def __init__(self, framework: Framework, evidence: Evidence) -> None: ...
    def score(self, as_of: date, threads: int = 1) -> RiskScores: ...
    def measured(self, scores: RiskScores) -> Measured: ...
    def explain(self, scores: RiskScores, service: str) -> RiskScore:
        """Evaluate one service again, with its facts and since when its level has held.

        Raises
        ------
        Error
            When no such service was scored.
        """
    def trace_lines(
        self, scores: RiskScores, rows: list[int], threads: int = 1
    ) -> list[tuple[str, str, date | None]]:
        """Explain rows: a line of JSON with every step, the headline, and since when its level has held.

        Raises
        ------
        Error
            When there is no such row.
        """
    def rolled_up(self, scores: RiskScores, by_group: bool = False) -> Table:
        """Roll services up to their providers, or to groups.

        Raises
        ------
        Error
            When the scheme compares services with each other.
        """

class Ladder(metaclass=_Bound):
    """The steps of escalation with their moves, checked."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @staticmethod
    def load(path: str) -> Ladder:
        """Read a ladder from its file.

        Raises
        ------
        DefinitionError
            At the first mistake, with its place.
        """
    @staticmethod
    def parse(text: str, name: str) -> Ladder:
        """Read a ladder from a text; the name stands for its file in messages."""
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def steps(self) -> list[str]: ...

class Escalation(metaclass=_Bound):
    """What a ladder says of a market as of a day.

    Raises
    ------
    Error
        When a table of scores has no column ``service``.
    """

    def __init__(
        self,
        ladder: Ladder,
        evidence: Evidence,
        risk: list[Table],
        as_of: date,
        book: RiskBook | None = None,
    ) -> None: ...
    def standings(self) -> Table: ...
    def embargoes(self) -> Table: ...
    def overdue(self) -> Table: ...
    def broker(self, market: Market) -> Table: ...
    def rejects(self) -> Table: ...

class WatchList(metaclass=_Bound):
    """The services of a market in the order in which they should be looked at.

    Raises
    ------
    Error
        When the framework does not add points up, or asks for a measure that is not there.
    """

    def __init__(
        self,
        framework: Framework,
        evidence: Evidence,
        market: Market,
        risk: list[Table],
        as_of: date,
        visits: int | None = None,
    ) -> None: ...
    @property
    def services(self) -> list[str]: ...
    @property
    def visits(self) -> int: ...
    def line(self) -> LineDict | None: ...
    def table(self) -> Table: ...
    def why(self, one: str, other: str) -> WhyDict:
        """Say why one of two services stands above the other.

        Raises
        ------
        Error
            When one of them is not on the list, or both are the same.
        """
    def rejects(self) -> Table: ...

def news(evidence: Evidence, since: date | None, as_of: date) -> Table:
    """Give what became known after one day, or ever, and by another, returns of every quarter apart."""

def themes(evidence: Evidence, since: date, as_of: date) -> Table:
    """Count the news by source and kind, with the number of services as the base."""

def said_by_source(evidence: Evidence, since: date, as_of: date) -> Table:
    """Give the latest word of each source on each service, and how much of what it said is new."""

def score_risk(
    framework: Framework, norms: Norms, measures: MeasureTable, as_of: date, threads: int = 1
) -> RiskScores:
    """Score every service as of a day.

    Raises
    ------
    Error
        When the framework is no risk scheme, a live indicator has no column, or norms are not there.
    DefinitionError
        When a weight is not set yet.
    """

class Backtest(metaclass=_Bound):
    """A walk through history and what it shows."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    def json(self) -> str: ...
    def rejects(self) -> Table: ...

def backtest(
    framework: Framework,
    evidence: Evidence,
    outcomes: Sequence[str],
    every: str,
    first: date | None,
    last: date | None,
    horizon: int,
    capacities: Sequence[int],
    least_events: int,
    already: Sequence[str],
) -> Backtest:
    """Walk a risk scheme forward through evidence.

    Raises
    ------
    Error
        When an option cannot be, or no fact has a day.
    """

def backtest_ranked(
    ranked: Table,
    harm: Table,
    rules: Sequence[tuple[str, str]],
    levels: Sequence[str],
    label: str,
    last: date,
    horizon: int,
    capacities: Sequence[int],
    least_events: int,
) -> Backtest:
    """Try a walk that somebody else made.

    Raises
    ------
    Error
        When a column is missing or an option cannot be.
    """

def rank_agreement(
    first: Sequence[float], second: Sequence[float]
) -> tuple[int, float | None, float | None, float | None]:
    """Give n, Kendall's tau-b, Somers' d of the second by the first, and Spearman's correlation.

    Raises
    ------
    Error
        When the two differ in length or hold a value that is not finite.
    """

def lint(
    framework: Framework, measures: MeasureTable | None = None, editions: Sequence[Framework] = []
) -> list[FindingDict]:
    """Say what in a framework deserves a second look.

    Raises
    ------
    Error
        When a live measure has no column.
    """

def lint_rules() -> dict[str, str]:
    """Name every rule of the linter, with its severity."""

def wilson_interval(count: int, n: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """Give the Wilson score interval of a share, from 0 to 1; all of it for n = 0.

    Raises
    ------
    Error
        When the count exceeds n.

    Examples
    --------
    >>> lower, upper = wilson_interval(8, 10)
    >>> round(lower, 3), round(upper, 3)
    (0.49, 0.943)
    """

class ChartRules(metaclass=_Bound):
    """How a chart is drawn and read."""

    def __init__(
        self,
        kind: str,
        improves: str,
        target: float | None,
        screened: bool,
        rounded: bool,
        g_mean: bool,
        empty_taken_off: bool,
        per: float,
        run_length: int,
        trend_length: int,
        settled_from: int,
    ) -> None: ...

class Panel(metaclass=_Bound):
    """Many series over the same periods."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    @staticmethod
    def read(table: Table, kind: str, columns: Sequence[str], every: str, threads: int = 1) -> Panel: ...
    @staticmethod
    def of_arrays(
        length: int,
        values: ArrayLike,
        n: ArrayLike | None = None,
        spread: ArrayLike | None = None,
        has: ArrayLike | None = None,
        baseline: ArrayLike | None = None,
        counted: ArrayLike | None = None,
        phase: ArrayLike | None = None,
    ) -> Panel: ...
    @property
    def names(self) -> list[str]: ...
    def rejects(self) -> Table: ...
    def __len__(self) -> int: ...

class PanelCharts(metaclass=_Bound):
    """The charts of a panel."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    def points(self) -> Table: ...
    def readings(self) -> Table: ...
    def signals(self, threads: int = 1) -> Table: ...

class AlertRules(metaclass=_Bound):
    """What a team can visit, and how its alarms are set."""

    def __init__(
        self,
        visits: float,
        baseline: int,
        judged: int,
        weight: float,
        slack: float,
        draws: int,
        own_up_to: int,
        seed: int,
        threads: int,
    ) -> None: ...

class AlertBudget(metaclass=_Bound):
    """Alarms over services, measures and looks."""

    def __init__(self, *args: Never, **kwargs: Never) -> None: ...
    def table(self) -> Table: ...
    @property
    def expected(self) -> list[float]: ...

def chart_panel(
    panel: Panel, rules: ChartRules, chosen: str | None = None, threads: int = 1
) -> PanelCharts: ...
def choose_chart(
    kind: str, n: float, count: float, least_n: float, greatest_n: float
) -> tuple[str, str, bool]: ...
def cusum(
    values: ArrayLike,
    has: ArrayLike | None,
    centre: float,
    sigma: float,
    slack: float,
    limit: float,
    head_start: float,
) -> Table: ...
def rare_event_cusum(
    counts: ArrayLike, exposure: ArrayLike, has: ArrayLike | None, rate: float, rate_bad: float, limit: float
) -> Table: ...
def ewma(
    values: ArrayLike, has: ArrayLike | None, centre: float, sigma: ArrayLike, weight: float, width: float
) -> Table: ...
def mark_shifts(sides: Sequence[int], length: int) -> list[int]: ...
def mark_trends(values: Sequence[float], length: int) -> list[int]: ...
def mark_two_of_three(sides: Sequence[int], near: Sequence[int]) -> list[int]: ...
def funnel(
    counts: ArrayLike,
    bases: ArrayLike,
    kind: str,
    scale: str,
    widening: str,
    extremes: str,
    extreme_share: float,
    small_counts: str,
    target: float | None,
) -> tuple[Table, float | None, float | None, float | None]: ...
def poisson_limits(expected: float, tail: float, way: str) -> tuple[float, float]: ...
def binomial_limits(n: float, target: float, tail: float) -> tuple[float, float]: ...
def is_outlier(value: float, lower: float, upper: float) -> bool: ...
def alert_budget(measures: Sequence[tuple[str, Panel, str, str]], rules: AlertRules) -> AlertBudget: ...
def detection_study(
    services: int, watched: int, usual: Sequence[float], rises: Sequence[float], rules: AlertRules
) -> Table: ...
