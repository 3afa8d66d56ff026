# SPDX-License-Identifier: MIT
"""What many tests share: one made-up market, which no test changes."""

from __future__ import annotations

import pytest

from vermeil.made_up import MadeUp, make_up


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadeUp:
    return make_up(tmp_path_factory.mktemp("made-up"))
