# SPDX-License-Identifier: MIT
"""No year, scheme or council stands in the code of the library: they are data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import blanked
from project import Fault, Project

RULE = "data.not_branches"

YEAR = re.compile(r"(?<![\w.#])(?:19[89]\d|20[0-4]\d)(?![\w.])")
NAME = re.compile(
    r"\b(?:Sussex|Rotherham|Bromley|Derby|Leicester|Hartlepool|CQC|PAMMS|ASCOF|CMS)\b", re.IGNORECASE
)


def check(project: Project) -> Iterator[Fault]:
    """Yield years in code, and names of schemes in code or words in quotes, of headers and extension."""
    for path in project.headers + project.select("src", ends=(".cpp", ".hpp")):
        text = project.text(path)
        code, quoted = blanked(text).splitlines(), blanked(text, keep_strings=True).splitlines()
        for number, (line, with_words) in enumerate(zip(code, quoted, strict=True), start=1):
            if found := YEAR.search(line) or NAME.search(with_words):
                yield Fault(path, number, f"{found.group()} is data, not code")
