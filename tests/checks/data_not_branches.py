# SPDX-License-Identifier: MIT
"""No year, scheme or council stands in the code of the library: they are data.

A year that a comment on its line gives a reason for, such as a law of the calendar, may stand.
"""

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
        shown, code = text.splitlines(), blanked(text).splitlines()
        quoted = blanked(text, keep_strings=True).splitlines()
        for number, (line, with_words) in enumerate(zip(code, quoted, strict=True), start=1):
            year = None if "//" in shown[number - 1] else YEAR.search(line)
            if found := year or NAME.search(with_words):
                yield Fault(path, number, f"{found.group()} is data, not code")
