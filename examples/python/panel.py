# SPDX-License-Identifier: MIT
"""The month of a panel on a made-up market: whom to look at first and why, who may be called, and the pack.

It writes to `build/panel` in the folder where it is run. All of it is internal and may not be published.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import vermeil as vm

EXAMPLES = Path(__file__).resolve().parent.parent
OUT = Path("build") / "panel"


def main() -> None:
    made = vm.make_up(OUT / "made-up-market")
    evidence, market = vm.Evidence.read(made.directory), vm.Market.read(made.directory)
    scheme = vm.RiskScheme.load(EXAMPLES / "frameworks" / "rotherham_early_warning.toml")
    ladder = vm.Ladder.load(EXAMPLES / "ladders" / "rotherham_ladder.toml")
    today = made.last_day

    watch = vm.WatchList(
        EXAMPLES / "watch" / "watch_list.toml", evidence, market, today, risk=scheme.score(evidence, today)
    )
    first, second = watch.services[:2]
    print(f"MADE UP: whom to look at first on {today}, and why\n")
    print(watch.why(first, second))

    pack = vm.panel(
        scheme, evidence, today, today - timedelta(days=30), ladder=ladder, market=market, note="MADE UP"
    )
    calls = Counter(row["may_call"] for row in pack.rows("broker"))
    print(f"\nwho may be called: {dict(sorted(calls.items()))}")
    print(f"past their day: {len(pack.tables['overdue'])}; new facts: {len(pack.tables['news'])}")
    try:
        vm.publishable(pack.tables["broker"], "ratings")
    except vm.Error as refusal:
        print(f"published? no: {refusal}")
    print("\n".join(f"  {path}" for path in pack.write(OUT)))


if __name__ == "__main__":
    main()
