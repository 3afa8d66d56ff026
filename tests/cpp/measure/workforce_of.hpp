// SPDX-License-Identifier: MIT
#pragma once
// One workforce return as text, for the tests of what is drawn from it.

#include "standard_of.hpp"

#include <string>

namespace sample {

inline const std::string workforce_head =
    "service,quarter,permanent,temporary,workers_a_year_ago,leavers,vacancies,filled_posts,"
    "level_2,level_3,qualification_exempt,training_due,training_done,certificate_held,"
    "certificate_exempt,certificate_under_way,certificate_not_begun,manager_in_post,"
    "manager_since,due_on,received_on,reminded_on\n";

/// A table of workforce returns with these rows.
inline Tables workforce(const std::string& rows) { return {{"workforce", workforce_head + rows}}; }

/// 40 + 10 workers, 60 a year ago, 12 leavers, 5 vacancies beside 45 filled posts; 30 at level 2, 10 at level 3, 5 exempt;
/// 20 of 25 trained; certificate: 33 held, 2 exempt, 10 under way, 5 not begun; no manager since 1 December.
inline const std::string workforce_row =
    "S1,2024-25 Q3,40,10,60,12,5,45,30,10,5,25,20,33,2,10,5,no,2024-12-01,2025-01-15,2025-01-10,\n";

} // namespace sample
