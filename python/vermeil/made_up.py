# SPDX-License-Identifier: MIT
"""Made-up markets."""

from __future__ import annotations

__all__ = ["make_up"]


def make_up() -> None:
    """Stand in until the generator is written."""
