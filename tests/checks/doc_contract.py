# SPDX-License-Identifier: MIT
"""Every public name of the headers carries a `///` comment.

The contract of a type speaks for its constructors, operators and fields, and for members without
parameters; one comment may speak for several declarations that stand together without a blank line.
`to_string` and the tables `..._names` mean the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from clang.cindex import CursorKind
from cpp_ast import Cursor, documented_lines, public_names
from project import Fault, Project

RULE = "doc.contract"


def check(project: Project) -> Iterator[Fault]:
    """Yield the public names without a comment."""
    spoken_of = {path: documented_lines(project.lines(path)) for path in project.headers}
    for path, cursor in public_names(project):
        lines = range(cursor.extent.start.line, cursor.location.line + 1)
        if not spoken_of[path].intersection(lines) and not _speaks_for_itself(cursor):
            yield Fault(path, cursor.location.line, f"{cursor.spelling} is public and has no /// comment")


def _speaks_for_itself(cursor: Cursor) -> bool:
    if cursor.spelling == "to_string" or cursor.spelling.endswith("_names"):
        return True
    in_type = cursor.semantic_parent.kind != CursorKind.NAMESPACE
    parameters = any(child.kind == CursorKind.PARM_DECL for child in cursor.get_children())
    return in_type and cursor.kind == CursorKind.CXX_METHOD and not parameters
