# SPDX-License-Identifier: MIT
"""Spreadsheets of the OpenDocument kind for the tests, as small as they can be."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

__all__ = ["write_ods"]

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def write_ods(path: Path, sheets: dict[str, Sequence[Sequence[str | float | None]]]) -> Path:
    """Write sheets of texts and numbers."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(_row(row) for row in rows)}</table:table>'
        for name, rows in sheets.items()
    )
    content = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _KIND, zipfile.ZIP_STORED)
        packed.writestr(
            "content.xml", f"<office:document-content {_NAMES}>{content}</office:document-content>"
        )
        entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
        packed.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{manifest}">{entry}</manifest:manifest>',
        )
    return path


def _row(cells: Sequence[str | float | None]) -> str:
    return f"<table:table-row>{''.join(_cell(cell) for cell in cells)}</table:table-row>"


def _cell(cell: str | float | None) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str):
        said = f"<text:p>{escape(cell)}</text:p>"
        return f'<table:table-cell office:value-type="string">{said}</table:table-cell>'
    shown = f"<text:p>{cell}</text:p>"
    return f'<table:table-cell office:value-type="float" office:value="{cell}">{shown}</table:table-cell>'
