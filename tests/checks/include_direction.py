# SPDX-License-Identifier: MIT
"""Layers include one way, and third-party headers stand only where the design allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import includes, reached
from project import LAYERS, Fault, Project

RULE = "include.direction"

# Third-party headers by name, and the headers that may include them.
ALLOWED = (
    (r"boost/date_time/", r"core/"),
    (r"sys/mman\.h", r"core/"),
    (r"Eigen/", r"measure/|kernel/|rating/|risk/|trust/"),
    (r"boost/math/", r"risk/|trust/"),
    (r"boost/graph/", r"commissioning/"),
    (r"toml\+\+/", r"framework/"),
    (r"sys/mman\.h", r"core/large_buffer\.hpp"),  # the system's own; asked for large pages where it has them
)
# What is dear to compile or not everywhere installed: the umbrella does not reach it.
OPT_IN = re.compile(r"boost/math/|boost/graph/|toml\+\+/|vermeil/arrow")
SIDE_BY_SIDE = {"rating", "risk"}
FOLDERS = (*LAYERS, "arrow")
TOP = {"vermeil.hpp", "vermeil/arrow.hpp", "vermeil/version.hpp"} | {
    f"vermeil/{layer}.hpp" for layer in LAYERS
}


def check(project: Project) -> Iterator[Fault]:
    """Yield the includes that point the wrong way, and headers outside any layer."""
    for path in project.headers:
        header = path.removeprefix("include/")
        layer = _layer(header)
        if layer is None and header not in TOP:
            yield Fault(path, 1, f"belongs to no layer; they are {', '.join(LAYERS)}")
        for line, name in includes(project.text(path)):
            wrong = _own(layer, name) if name.startswith("vermeil") else _foreign(header, name)
            if wrong:
                yield Fault(path, line, f"<{name}> {wrong}")
    for path in sorted(reached(project, "include/vermeil.hpp")):
        for line, name in includes(project.text(path)):
            if OPT_IN.match(name):
                yield Fault(path, line, f"<{name}> is opt-in, and the umbrella reaches it")


def _layer(header: str) -> str | None:
    """Return the layer of a header; the layer headers themselves and the top level have none."""
    folder = header.removeprefix("vermeil/").split("/", 1)
    return folder[0] if len(folder) == 2 and folder[0] in FOLDERS else None


def _own(layer: str | None, name: str) -> str | None:
    if layer is None:
        return None
    used = _layer(name)
    if used is None:
        return "is a layer's or the library's whole: include the noun"
    if layer == "arrow" or used == "arrow":
        return (
            None if layer == "arrow" and used in {"arrow", "core", "measure"} else f"{layer} knows no {used}"
        )
    if {layer, used} == SIDE_BY_SIDE:
        return f"{layer} and {used} do not know each other"
    if LAYERS.index(used) > LAYERS.index(layer):
        return f"{layer} comes before {used}"
    return None


def _foreign(header: str, name: str) -> str | None:
    if re.fullmatch(r"[a-z0-9_]+", name):
        return None
    for pattern, places in ALLOWED:
        if re.match(pattern, name):
            return None if re.match(rf"vermeil/(?:{places})", header) else "is not allowed in this layer"
    return "is no header of a library that the design names"
