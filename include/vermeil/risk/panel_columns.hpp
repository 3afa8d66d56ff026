// SPDX-License-Identifier: MIT
#pragma once
// The columns in which a table holds a panel.

#include <vermeil/risk/panel_period.hpp>

#include <string>

namespace vermeil {

/// What the columns of a table are called; a name that is empty stands for no column.
struct PanelColumns {
    std::string series = "series";
    std::string period = "period";
    std::string value = "value"; ///< the number, or the count of a share or rate
    std::string n{};             ///< the base of a share, the exposure of a rate
    std::string phase{};         ///< a whole number that rises where the series is rebased
    std::string baseline{};      ///< 1 where a point helps to set centre and limits
    std::string counted{};       ///< 0 where a point is known to be special
    Every every = Every::month;
};

} // namespace vermeil
