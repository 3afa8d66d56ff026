# SPDX-License-Identifier: MIT
"""What a framework says of itself: where it is read from, its edition, bands, measures and groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from vermeil import _core

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from vermeil.types import GroupDict, MeasureDict

__all__ = ["FrameworkFacts"]


class FrameworkFacts:
    """The rules of one edition as they are read; `Framework` is what measures and rates by them."""

    def __init__(self, core: _core.Framework) -> None:
        self._core = core

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a framework file.

        Raises
        ------
        DefinitionError
            At the first mistake, with file, line and column, what was found and what is allowed.
        """
        return cls(_core.Framework.load(str(path)))

    @classmethod
    def parse(cls, text: str, name: str = "framework") -> Self:
        """Read a framework from text; ``name`` stands for the file in messages."""
        return cls(_core.Framework.parse(text, name))

    @property
    def id(self) -> str:
        """The framework's id, the same in all editions."""
        return self._core.id

    @property
    def edition(self) -> str:
        """Which edition this is."""
        return self._core.edition

    @property
    def title(self) -> str:
        """The title to show; may be empty."""
        return self._core.title

    @property
    def effective_from(self) -> date:
        """The day from which the edition applies; earlier quarters belong to an earlier one."""
        return self._core.effective_from

    @property
    def source(self) -> str:
        """Where the rules come from."""
        return self._core.source

    @property
    def bands(self) -> list[str]:
        """The bands, from the highest score down."""
        return self._core.bands

    @property
    def measures(self) -> list[MeasureDict]:
        """What has to be measured, in the order of the file, and what only limiters ask about."""
        return self._core.measures

    @property
    def groups(self) -> list[GroupDict]:
        """The groups that measures stand in: id, label and the group around it."""
        return self._core.groups

    @property
    def is_relative(self) -> bool:
        """Whether it compares services with each other, so that rating one needs `Norms`."""
        return self._core.is_relative

    @property
    def is_risk_scheme(self) -> bool:
        """Whether higher is worse: `RiskScheme` scores it, and `rate` does not."""
        return self._core.is_risk_scheme

    @property
    def is_steady(self) -> bool:
        """Whether a band stands until others were proposed for some quarters: rate with a ``history``."""
        return self._core.is_steady

    def __repr__(self) -> str:
        """Name the framework and its edition."""
        return f"<Framework {self.id} {self.edition}: {len(self.measures)} measures, {', '.join(self.bands)}>"
