# SPDX-License-Identifier: MIT
"""Headers are parted into chains: each header once, after nothing that it does not include."""

from __future__ import annotations

from pathlib import Path

import pytest
from header_chains import chains, main

INCLUDES: dict[str, list[str]] = {
    "date": ["string"],
    "error": [],
    "quarter": ["date"],
    "period": ["quarter", "error"],
    "money": ["error"],
    "rating": ["period", "money"],
}


def test_as_few_chains_as_there_are_headers_none_of_which_includes_another() -> None:
    assert chains(INCLUDES) == [["error", "money"], ["date", "quarter", "period", "rating"]]


def test_a_header_comes_after_nothing_that_it_does_not_include() -> None:
    made = chains(INCLUDES)
    assert sorted(header for chain in made for header in chain) == sorted(INCLUDES)
    assert all(chain.index("date") == 0 for chain in made if "date" in chain)
    assert ["quarter", "period"] in [chain[1:3] for chain in made]


def test_a_unit_is_written_for_each_chain_and_one_that_is_no_more_is_dropped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    include, out = tmp_path / "include", tmp_path / "out"
    (include / "a").mkdir(parents=True)
    (include / "a" / "one.hpp").write_text("#pragma once\n")
    (include / "a" / "two.hpp").write_text("#include <a/one.hpp>\n#include <string>\n")
    main(include, out)
    assert capsys.readouterr().out == str(out / "a" / "two.hpp.cpp")
    assert (out / "a" / "two.hpp.cpp").read_text() == (
        "#include <a/one.hpp>\n#include <a/two.hpp>\n#include <a/two.hpp>\n"
    )
    (include / "a" / "two.hpp").write_text("#include <string>\n")
    main(include, out)
    assert capsys.readouterr().out == f"{out / 'a' / 'one.hpp.cpp'};{out / 'a' / 'two.hpp.cpp'}"
    (include / "a" / "two.hpp").unlink()
    main(include, out)
    assert not (out / "a" / "two.hpp.cpp").exists()
