// SPDX-License-Identifier: MIT
#pragma once
// All kinds of typed evidence.

#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/workforce.hpp>

#include <vector>

namespace vermeil {

/// Every kind that `read_evidence` reads row by row with its schema alone.
inline const std::vector<const RecordKind*>& record_kinds() {
    static const std::vector<const RecordKind*> kinds{&workforce_kind()};
    return kinds;
}

} // namespace vermeil
