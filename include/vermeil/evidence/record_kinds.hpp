// SPDX-License-Identifier: MIT
#pragma once
// All kinds of typed evidence.

#include <vermeil/evidence/action.hpp>
#include <vermeil/evidence/complaint.hpp>
#include <vermeil/evidence/concern.hpp>
#include <vermeil/evidence/death.hpp>
#include <vermeil/evidence/decision.hpp>
#include <vermeil/evidence/direct_payment.hpp>
#include <vermeil/evidence/embargo.hpp>
#include <vermeil/evidence/exit.hpp>
#include <vermeil/evidence/exposure.hpp>
#include <vermeil/evidence/finance.hpp>
#include <vermeil/evidence/hand_back.hpp>
#include <vermeil/evidence/outcome.hpp>
#include <vermeil/evidence/recommendation.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/referral.hpp>
#include <vermeil/evidence/safeguarding.hpp>
#include <vermeil/evidence/system.hpp>
#include <vermeil/evidence/technology_offer.hpp>
#include <vermeil/evidence/workforce.hpp>

#include <vector>

namespace vermeil {

/// Every kind that `read_evidence` reads row by row with its schema alone. A new kind is named here.
inline const std::vector<const RecordKind*>& record_kinds() {
    static const std::vector<const RecordKind*> kinds{
        &workforce_kind(),      &complaint_kind(), &safeguarding_kind(),
        &death_kind(),          &concern_kind(),   &technology_offer_kind(),
        &system_kind(),         &finance_kind(),   &recommendation_kind(),
        &referral_kind(),       &hand_back_kind(), &exit_kind(),
        &direct_payment_kind(), &outcome_kind(),   &exposure_kind(),
        &decision_kind(),       &embargo_kind(),   &action_kind()};
    return kinds;
}

} // namespace vermeil
