# SPDX-License-Identifier: MIT
"""Write the units that compile each header with nothing before it that it does not include itself.

`python header_chains.py INCLUDE OUT` prints the units' paths. A unit is a chain: headers each of which
includes, perhaps through others, all that stand before it. What a header lacks it lacks there too, as if
alone. There are as many units as there are headers none of which includes another.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

__all__ = ["chains", "main"]


def chains(includes: dict[str, list[str]]) -> list[list[str]]:
    """Part headers into as few chains as there can be; `includes` holds what each header includes."""

    @cache
    def below(header: str) -> frozenset[str]:
        own = [each for each in includes[header] if each in includes]
        return frozenset(own).union(*(below(each) for each in own))

    # A matching of headers with those they follow (Fulkerson 1956); the nearest come first.
    before: dict[str, str] = {}
    after: dict[str, str] = {}

    def follows(header: str, tried: set[str]) -> bool:
        for each in sorted(below(header) - tried, key=lambda each: (-len(below(each)), each)):
            if each not in tried:
                tried.add(each)
                if each not in after or follows(after[each], tried):
                    before[header], after[each] = each, header
                    return True
        return False

    for header in includes:
        follows(header, set())
    made = []
    for last in sorted(set(includes) - set(after)):
        chain = [last]
        while chain[-1] in before:
            chain.append(before[chain[-1]])
        made.append(chain[::-1])
    return made


def main(include: Path, out: Path) -> None:
    """Write a unit for each chain, unless it stands there already, and drop those of other chains."""
    names = {str(path.relative_to(include)): path for path in sorted(include.rglob("*.hpp"))}
    pattern = re.compile(r"^#include <(.+)>$", re.MULTILINE)
    includes = {name: pattern.findall(path.read_text(encoding="utf-8")) for name, path in names.items()}
    units = {}
    for chain in chains(includes):
        unit = out / f"{chain[-1]}.cpp"
        units[unit] = "".join(f"#include <{header}>\n" for header in [*chain, chain[-1]])
    for path in set(out.rglob("*.cpp")) - set(units):
        path.unlink()
    for unit, text in units.items():
        unit.parent.mkdir(parents=True, exist_ok=True)
        if not unit.exists() or unit.read_text(encoding="utf-8") != text:
            unit.write_text(text, encoding="utf-8")
    print(";".join(map(str, units)), end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
