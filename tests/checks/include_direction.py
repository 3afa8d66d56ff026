# SPDX-License-Identifier: MIT
"""Layers include one way, and third-party headers stand only where the design allows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cpp_text import includes
from project import LAYERS, Fault, Project

RULE = "include.direction"

# Third-party headers by name, and the headers that may include them.
ALLOWED = (
    (r"boost/date_time/", r"core/"),
    (r"Eigen/", r"measure/|kernel/|rating/|risk/|trust/"),
    (r"boost/math/", r"risk/|trust/"),
    (r"boost/graph/", r"commissioning/"),
    (r"toml\+\+/", r"framework/toml\.hpp|framework/toml_\w+\.hpp"),
)
SIDE_BY_SIDE = {"rating", "risk"}
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
            wrong = _own(header, layer, name) if name.startswith("vermeil") else _foreign(header, name)
            if wrong:
                yield Fault(path, line, f"<{name}> {wrong}")


def _layer(header: str) -> str | None:
    """Return the layer of a header; the layer headers themselves and the top level have none."""
    folder = header.removeprefix("vermeil/").split("/", 1)
    return folder[0] if len(folder) == 2 and folder[0] in LAYERS else None


def _own(header: str, layer: str | None, name: str) -> str | None:
    if header == "vermeil/arrow.hpp":
        used = _layer(name) or name.removeprefix("vermeil/").removesuffix(".hpp")
        return (
            None if used in {"core", "measure"} else "is out of reach of arrow.hpp, which knows columns alone"
        )
    if layer is None:
        return None
    used_layer = _layer(name)
    if used_layer is None:
        return "is a layer's or the library's whole: include the noun"
    if {layer, used_layer} == SIDE_BY_SIDE:
        return f"{layer} and {used_layer} do not know each other"
    if LAYERS.index(used_layer) > LAYERS.index(layer):
        return f"{layer} comes before {used_layer}"
    return None


def _foreign(header: str, name: str) -> str | None:
    if re.fullmatch(r"[a-z0-9_]+", name):
        return None
    for pattern, places in ALLOWED:
        if re.match(pattern, name):
            return None if re.match(rf"vermeil/(?:{places})", header) else "is not allowed in this layer"
    return "is no header of a library that the design names"
