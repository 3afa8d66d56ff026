# SPDX-License-Identifier: MIT
"""No bare number or text for a quarter, an amount of money or the id of a service, provider or person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clang.cindex import AccessSpecifier, CursorKind
from cpp_ast import public_names
from project import Fault, Project

RULE = "type.strong"

STRONG = re.compile(
    r"^(?:\w+_)?(?:quarter|money|(?:service|provider|person|package|contract|lot|zone)_id)_?$"
)
BARE = re.compile(
    r"^(?:const )?(?:unsigned |signed )?"
    r"(?:int|long|short|double|float|std::string|std::string_view|std::u?int\d+_t)(?: ?&)?$"
)


def check(project: Project) -> Iterator[Fault]:
    """Yield parameters and fields of public names that bear such a name and a bare type."""
    for path, cursor in public_names(project):
        for part in cursor.get_children():
            public_field = (
                part.kind == CursorKind.FIELD_DECL and part.access_specifier == AccessSpecifier.PUBLIC
            )
            named = (public_field or part.kind == CursorKind.PARM_DECL) and STRONG.match(part.spelling)
            if named and BARE.match(part.type.spelling):
                yield Fault(path, part.location.line, f"{part.spelling} is a bare {part.type.spelling}")
