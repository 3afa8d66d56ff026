// SPDX-License-Identifier: MIT
#pragma once
// A small ladder, and evidence for it.

#include "evidence_of.hpp"

#include <vermeil/risk/ladder_toml.hpp>

#include <map>
#include <string>

namespace small_ladder {

inline const vermeil::Date day(2024, 12, 31);

inline const std::string head = R"(language = 1
id = "small"
edition = "2024.1"
published_on = 2024-01-15
effective_from = 2024-04-01
levels = ["Green", "Amber", "Red"]
[embargo]
event = "embargo"
review_days = 28
roles = ["director"]
[[step]]
name = "watch"
review_days = 182
[[step]]
name = "plan"
review_days = 28
deadline_days = 91
[[step]]
name = "notice"
takes_care = false
)";

inline const std::string moves = R"([[move]]
from = ["watch"]
to = "plan"
when = { measure = "level", worse_than = "Green" }
because = "the risk is Amber or Red"
needs = ["visit report"]
roles = ["officer"]
[[move]]
from = ["watch", "plan"]
to = "notice"
when = { event = "default_notice", open = true }
because = "a default notice is open"
[[move]]
from = ["plan"]
to = "watch"
when = { all = [{ measure = "level", is = "Green" }, { measure = "overdue", is = 0 }] }
because = "the risk is Green and no action is overdue"
[[move]]
from = ["notice"]
to = "plan"
)";

/// Three steps: watch, plan, notice; from the last no move leads to the first.
inline vermeil::Ladder ladder() { return vermeil::parse_ladder(head + moves, "small.toml"); }

/// Columns of the three tables.
inline const std::string decisions = "service,provider,step,on,role,reason,seen,review_on,known_on,ladder\n";
inline const std::string embargoes = "service,provider,from,to,role,reason,review_on,known_on\n";
inline const std::string actions = "service,provider,action,set_on,due_on,role,done_on,known_on\n";

/// Evidence of the services S1 and S2 of provider A and S3 of B; tables that are not named are empty.
inline vermeil::Evidence evidence_of(std::map<std::string, std::string> tables) {
    tables.emplace("decisions", decisions);
    tables.emplace("embargoes", embargoes);
    tables.emplace("actions", actions);
    tables.emplace("events", "service,event,from\n");
    return sample::evidence_of(std::move(tables));
}

} // namespace small_ladder
