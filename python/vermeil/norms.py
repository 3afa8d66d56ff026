# SPDX-License-Identifier: MIT
"""What a framework that compares services with each other knows of the others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vermeil import _core

if TYPE_CHECKING:
    import os

    from vermeil.framework import Framework

__all__ = ["Norms"]


class Norms:
    """Scales, means and cuts that `Framework.fit` found; empty for a framework that compares no services.

    Keep them with the ratings that were made with them: they rate one service, or a later quarter, against
    the same others.
    """

    def __init__(self, core: _core.Norms | None = None) -> None:
        self._core = core or _core.Norms()
        self._ready: tuple[Framework, _core.OneByOne] | None = None

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Norms:
        """Read what `save` wrote.

        Raises
        ------
        DefinitionError
            At the first mistake, with file, line and column.
        """
        return cls(_core.Norms.load(str(path)))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write a TOML file; every number in it reads back as the same bits."""
        Path(path).write_text(self._core.to_toml(), encoding="utf-8")

    @property
    def services(self) -> int:
        """How many services were compared."""
        return self._core.services

    def __len__(self) -> int:
        """Count the scales, means and cuts, each for one group of peers."""
        return len(self._core)

    def __repr__(self) -> str:
        """Say whose norms they are."""
        edition = f"{self._core.framework} {self._core.edition}"
        return f"<Norms of {edition}: {len(self)} from {self.services} services>"
