# SPDX-License-Identifier: MIT
"""Run the checks of the house rules: `python tests/checks/run.py [--all] [rule ...]`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

from project import Fault, Project

__all__ = ["main", "rules"]

HERE = Path(__file__).parent
MOST_SHOWN = 12  # faults of a rule, unless one asks for all
HELPERS = {"run", "project", "cpp_text", "cpp_ast", "header_chains"}


def rules() -> dict[str, ModuleType]:
    """Return the check of each rule, by the rule's id: every other file of this folder but the tests."""
    names = sorted(path.stem for path in HERE.glob("*.py"))
    wanted = [name for name in names if name not in HELPERS and not name.startswith("test_")]
    modules = [importlib.import_module(name) for name in wanted]
    return {module.RULE: module for module in modules}


def found(rule: ModuleType, project: Project) -> list[Fault]:
    """Return the faults that a check finds; that it could not run is one too."""
    try:
        return list(rule.check(project))
    except (RuntimeError, OSError, SyntaxError, UnicodeError) as error:
        return [Fault(".", 0, f"could not be checked: {error}")]


def main(words: list[str]) -> int:
    """Print each rule with its faults and return 1 when one of them fails."""
    project = Project(HERE.parent.parent)
    known = rules()
    wanted = [word for word in words if word != "--all"]
    shown = None if "--all" in words else MOST_SHOWN
    unknown = [rule for rule in wanted if rule not in known]
    if unknown:
        print(f"no check is named {unknown[0]!r}; there are {', '.join(known)}")
        return 2
    failed = 0
    for rule in wanted or known:
        faults = found(known[rule], project)
        wrong = any(not fault.warning for fault in faults)
        failed += wrong
        print(f"{'FAIL' if wrong else 'ok':<5}{rule}")
        for fault in faults[:shown]:
            print(f"     {fault}")
        if shown is not None and len(faults) > shown:
            print(f"     and {len(faults) - shown} more: tests/checks/run.py {rule} --all")
    print(f"checks: {len(wanted or known) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
