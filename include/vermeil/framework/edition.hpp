// SPDX-License-Identifier: MIT
#pragma once
// Which text of which rules this is, since when it applies and who approved it.

#include <vermeil/core/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace vermeil {

/// One dated text of a framework. A change of rules is a new edition, never an edited one.
struct Edition {
    int language = 1; ///< the version of the file language; what a version means never changes
    std::string id;
    std::string edition;
    std::string title;
    std::optional<Date> published_on;
    std::optional<Date> effective_from; ///< it applies to quarters that begin on this day or later
    std::string approved_by;
    std::vector<std::string> contracts; ///< the contracts whose services it rates
    std::string source;
};

} // namespace vermeil
