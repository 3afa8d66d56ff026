# SPDX-License-Identifier: MIT
"""Files as people have them, made into tables of this library.

`vermeil.Evidence.read` and `vermeil.check` use them; a mapping file names the layouts of `layouts`.
"""

from __future__ import annotations

__all__: list[str] = []
