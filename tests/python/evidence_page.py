# SPDX-License-Identifier: MIT
"""The tables of columns on the page about evidence, from the schemas: run this file to write them anew."""

from __future__ import annotations

from pathlib import Path

from vermeil.mapping import mapped_schemas
from vermeil.types import FieldDict, SchemaDict

__all__ = ["PAGE", "main", "with_tables"]

PAGE = Path(__file__).resolve().parent.parent.parent / "examples" / "EVIDENCE.md"
BEGIN = "<!-- tables: written by tests/python/evidence_page.py -->"
END = "<!-- end of tables -->"

_KINDS = {
    "id": "id",
    "text": "text",
    "word": "word",
    "whole": "whole number",
    "number": "number",
    "money": "pounds",
    "date": "day",
    "quarter": "quarter",
    "truth": "yes or no",
    "moment": "moment",
}


def _kind(field: FieldDict) -> str:
    kind = _KINDS[field["kind"]]
    return kind + (", names a person" if field["personal"] else "")


def _row(field: FieldDict) -> str:
    name = f"**`{field['name']}`**" if field["required"] else f"`{field['name']}`"
    words = ": " + ", ".join(f"`{word}`" for word in field["allowed"]) if field["allowed"] else ""
    return f"| {name} | {_kind(field)} | {field['help']}{words} |".replace("|  |", "| |")


def _section(schema: SchemaDict) -> str:
    rows = "\n".join(_row(field) for field in schema["fields"])
    head = "| column | kind | what it holds |\n| --- | --- | --- |\n"
    return f"### `{schema['name']}`\n\n{schema['help']}.\n\n{head}{rows}\n"


def with_tables(page: str) -> str:
    """Give the page with the tables as the schemas have them; a column in bold must be filled."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    sections = "\n".join(_section(schema) for schema in mapped_schemas())
    return f"{before}{BEGIN}\n\nA column in bold must be there and be filled.\n\n{sections}\n{END}{after}"


def main() -> None:
    """Write the tables into the page."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
