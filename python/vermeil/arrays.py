# SPDX-License-Identifier: MIT
"""Arrays as the compiled part takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = ["array_or_none"]


def array_or_none(given: ArrayLike | None, kind: type[Any]) -> Any:  # noqa: ANN401
    """Give what was given as an array of one kind of number; nothing of nothing."""
    import numpy as np

    return None if given is None else np.asarray(given).astype(kind)
