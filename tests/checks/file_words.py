# SPDX-License-Identifier: MIT
"""Files speak of the project alone: no path of one machine, no registry, no talk of how they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from project import Fault, Project

RULE = "file.words"

# One letter of each word is in brackets, so that this file keeps the rule.
WORDS = re.compile(
    r"(?<![\w.])/w[o]rk\b|(?<![\w.])/h[o]me/\w|(?<![\w.])/r[o]ot\b|\bsh[a]red/"
    r"|\bp[y]pi\.org|files\.p[y]thonhosted|deb\.d[e]bian\.org|registry\.n[p]mjs|cr[a]tes\.io\b"
    r"|\bcl[a]ude\b|\bch[a]tgpt\b|\bc[o]pilot\b|\blanguage m[o]del\b|\bissue #?\d",
    re.IGNORECASE,
)
ORACLES = re.compile(r"\.\./sh[a]red/oracles")
BINARY = (".png", ".xlsx", ".ods", ".parquet", ".arrow", ".svg", ".woff2", ".pdf")


def check(project: Project) -> Iterator[Fault]:
    """Yield lines that speak of something else; conformance tests may look for the published oracles."""
    for path in project.files:
        if path.endswith(BINARY):
            continue
        may_look = path.startswith("tests/conformance/")
        text = (project.root / path).read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if found := WORDS.search(ORACLES.sub("", line) if may_look else line):
                yield Fault(path, number, f"holds {found.group()!r}")
