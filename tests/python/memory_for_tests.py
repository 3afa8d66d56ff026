# SPDX-License-Identifier: MIT
"""How much memory a piece of a test fills at its peak, whatever was filled before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Peak", "peak_of"]


@dataclass
class Peak:
    """The growth at the peak, in kB; known once the block is left."""

    grown: int = -1


def _status(name: str) -> int:
    found = re.search(
        rf"^{name}:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found is not None
    return int(found[1])


@contextmanager
def peak_of() -> Iterator[Peak]:
    """Measure the resident memory of a block; Linux forgets the peak before it where that is asked for."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, peak = _status("VmRSS"), Peak()
    yield peak
    peak.grown = _status("VmHWM") - before
