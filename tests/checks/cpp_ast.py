# SPDX-License-Identifier: MIT
"""C++ read by clang: the declarations of the public headers."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from clang import cindex
from project import Project

__all__ = ["Cursor", "declarations", "documented_lines", "public_names"]

Cursor: TypeAlias = Any  # the bindings of clang carry no types
Kind = cindex.CursorKind

_TYPES = {Kind.CLASS_DECL, Kind.STRUCT_DECL, Kind.CLASS_TEMPLATE, Kind.ENUM_DECL}
_FUNCTIONS = {Kind.FUNCTION_DECL, Kind.FUNCTION_TEMPLATE, Kind.CXX_METHOD, Kind.CONSTRUCTOR}
_VALUES = {Kind.VAR_DECL, Kind.TYPE_ALIAS_DECL, Kind.TYPE_ALIAS_TEMPLATE_DECL, Kind.CONCEPT_DECL}


@functools.lru_cache(maxsize=1)
def _resource_flags() -> tuple[str, ...]:
    asked = subprocess.run(["clang", "-print-resource-dir"], capture_output=True, text=True, check=True)
    return ("-resource-dir", asked.stdout.strip())


@functools.lru_cache(maxsize=2)
def _parsed(root: Path, headers: tuple[str, ...]) -> cindex.TranslationUnit:
    text = "".join(f"#include <{header.removeprefix('include/')}>\n" for header in headers)
    flags = ["-xc++", "-std=c++20", "-ferror-limit=0", "-DEIGEN_DONT_VECTORIZE", f"-I{root / 'include'}"]
    flags += ["-isystem", "/usr/include/eigen3", *_resource_flags()]
    unit = cindex.Index.create().parse("all.cpp", args=flags, unsaved_files=[("all.cpp", text)])
    # The built-in functions that system headers ask for differ from clang to clang and do not matter here.
    for told in unit.diagnostics:
        ours = told.location.file and told.location.file.name.startswith(str(root))
        if told.severity == cindex.Diagnostic.Fatal or (ours and told.severity == cindex.Diagnostic.Error):
            raise RuntimeError(f"{told.location.file}:{told.location.line}: {told.spelling}")
    return unit


def declarations(project: Project) -> Iterator[tuple[str, Cursor]]:
    """Yield each declaration at namespace level outside `detail`, with the header that holds it."""
    inside = str(project.root / "include") + "/"

    def walk(parent: Cursor) -> Iterator[tuple[str, Cursor]]:
        for cursor in parent.get_children():
            file = cursor.location.file
            if file is None or not file.name.startswith(inside):
                continue
            if cursor.kind == Kind.NAMESPACE:
                if cursor.spelling != "detail":
                    yield from walk(cursor)
            else:
                yield file.name.removeprefix(f"{project.root}/"), cursor

    yield from walk(_parsed(project.root, tuple(project.headers)).cursor)


def public_names(project: Project) -> Iterator[tuple[str, Cursor]]:
    """Yield what users may name: types, functions, constants and aliases, and the public functions of types.

    Forward declarations, operators and definitions that stand apart from their declaration are left out.
    """
    for path, cursor in declarations(project):
        if _is_a_name(cursor):
            yield path, cursor
            if cursor.kind in _TYPES:
                yield from ((path, member) for member in _members(cursor))


def _is_a_name(cursor: Cursor) -> bool:
    if cursor.kind in _TYPES:
        return bool(cursor.is_definition())
    apart = cursor.semantic_parent != cursor.lexical_parent
    operator = cursor.spelling.startswith(("operator", "<deduction guide"))
    return cursor.kind in _FUNCTIONS | _VALUES and not apart and not operator


def _members(owner: Cursor) -> Iterator[Cursor]:
    for member in owner.get_children():
        if member.access_specifier != cindex.AccessSpecifier.PUBLIC:
            continue
        if member.kind in _TYPES | {Kind.CXX_METHOD, Kind.FUNCTION_TEMPLATE} and _is_a_name(member):
            yield member


def documented_lines(lines: list[str]) -> set[int]:
    """Return the lines, from 1, that a `///` comment speaks of.

    A comment speaks of its own line, of the declaration beneath it and of those that follow without a blank
    line; not of what is inside of them.
    """
    result = set()
    spoken_of = False
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        spoken_of = bool(bare) and (spoken_of or bare.startswith("///"))
        if spoken_of or "///<" in bare:
            result.add(number)
        spoken_of = spoken_of and not bare.endswith("{") and bare not in {"}", "};"}
    return result
