// SPDX-License-Identifier: MIT
#pragma once
// A scheme of events and ratings, and evidence for it as text; all of it made up.

#include "../evidence_of.hpp"

#include <vermeil/framework/toml.hpp>
#include <vermeil/risk/risk_book.hpp>

#include <map>
#include <memory>
#include <string>

namespace early {

using Tables = std::map<std::string, std::string>;

inline const std::string rules = R"(
language = 1
id = "early"
edition = "1"
published_on = 2024-01-01
effective_from = 2024-04-01
higher_is = "worse"
aggregate = "sum"
least_coverage = 0
incidents = "highest"

[missing]
not_yet_inspected = "leave_out"

[[rating_scale]]
id = "cqc"
words = ["Good", "Requires improvement", "Inadequate"]

[[measure]]
id = "cqc"
value = { rating = "cqc", decay = { half_life = 365 } }
fresh_for = { months = 24 }
scale = { words = { Good = 0, "Requires improvement" = 15, Inadequate = 40 } }

[[measure]]
id = "decisions"
value = { event = "safeguarding_decision", days = 365, decay = { half_life = 100 } }
scale = { linear = [[0, 0], [10, 100]] }

[[measure]]
id = "deaths"
value = { event = "unexpected_death", days = 365 }
scale = { linear = [[0, 0], [5, 100]] }

[[measure]]
id = "embargo"
value = { event = "embargo", open = true }
scale = { steps = [[1, 40]], below = 0 }

[[measure]]
id = "administration"
value = { event = "administration", open = true }
scale = { steps = [[1, 50]], below = 0 }

[[band]]
name = "Red"
at_least = 50

[[band]]
name = "Amber"
at_least = 20

[[band]]
name = "Green"

[[limiter]]
set = "Red"
when = { event = "embargo", open = true }
because = "new placements are embargoed"

[[prompt]]
ask = "visit the service"
when = { event = "unexpected_death", under_review = true }
because = "a death is under review"
)";

/// A register of four services: S1 and S2 of provider A, S3 of provider B, S4 of provider C; A and B are one group.
inline const std::string services =
    "service,provider,regulators,group\nS1,A,cqc,G\nS2,A,cqc,G\nS3,B,none,G\nS4,C,,\n";

/// A book of the scheme above, or of other rules, over some tables; events and ratings are there even where they are empty.
inline vermeil::RiskBook book(Tables tables, const std::string& text = rules) {
    tables.emplace("services", services);
    tables.emplace("events", "service,event,from\n");
    tables.emplace("inspections", "service,source,rating,on\n");
    return {vermeil::RiskScheme(vermeil::parse_framework(text, "early.toml")),
            std::make_shared<const vermeil::Evidence>(sample::evidence_of(tables))};
}

inline const std::string event_columns =
    "service,provider,event,from,to,known_on,incident,review,concluded_on,expires_on,entered_by,entered_on\n";

/// Events of all columns.
inline Tables events(const std::string& rows) { return {{"events", event_columns + rows}}; }

} // namespace early
