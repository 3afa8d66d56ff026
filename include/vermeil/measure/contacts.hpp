// SPDX-License-Identifier: MIT
#pragma once
// What one person's visits amount to, in whole numbers, and the indices of continuity that follow.

#include <cstdint>
#include <optional>

namespace vermeil {

/// Counts of one person's visits by one service. A contact is one worker at one visit, so that a visit made by two
/// workers is one visit and two contacts.
struct Contacts {
    std::uint32_t contacts = 0; ///< n
    std::uint32_t workers = 0;  ///< different workers, m
    std::uint32_t most = 0;     ///< contacts of the worker who came most often
    std::uint32_t visits = 0;   ///< different moments of planned start
    std::uint32_t same = 0;     ///< visits at which a worker of the visit before came again
    std::uint32_t recent = 0;   ///< different workers within the last days that were asked for
    std::uint64_t squares = 0;  ///< the sum over workers of their contacts, squared
    std::uint32_t since = 0;    ///< contacts from the moment on from which new workers are counted
    std::uint32_t firsts = 0;   ///< of these, those of a worker who had never come before

    friend bool operator==(const Contacts&, const Contacts&) = default;
};

/// Usual Provider of Care: the share of contacts made by the worker who came most often, from above 0 to 1.
/// Nothing without a contact.
inline std::optional<double> upc(const Contacts& of) {
    if (of.contacts == 0) {
        return std::nullopt;
    }
    return static_cast<double>(of.most) / of.contacts;
}

/// Continuity of Care (Bice and Boxerman 1977): (sum n_i^2 - n) / (n (n - 1)), from 0 (never the same worker twice) to
/// 1 (always the same). Nothing below two contacts.
inline std::optional<double> coc(const Contacts& of) {
    if (of.contacts < 2) {
        return std::nullopt;
    }
    const double n = of.contacts;
    return static_cast<double>(of.squares - of.contacts) / (n * (n - 1));
}

/// Modified, Modified Continuity Index (Magill and Senf 1987): (1 - m / (n + 0.1)) / (1 - 1 / (n + 0.1)), from above 0
/// to 1. Nothing below two contacts, where the formula gives 1 whatever happened.
inline std::optional<double> mmci(const Contacts& of) {
    if (of.contacts < 2) {
        return std::nullopt;
    }
    const double n = of.contacts + 0.1;
    return (1 - of.workers / n) / (1 - 1 / n);
}

/// Sequential Continuity (Steinwachs 1979): the share of visits, from the second on, at which a worker of the visit
/// before came again, from 0 to 1. Nothing below two visits.
inline std::optional<double> secon(const Contacts& of) {
    if (of.visits < 2) {
        return std::nullopt;
    }
    return static_cast<double>(of.same) / (of.visits - 1);
}

/// First visits by a new worker: the share of contacts, from a moment on, at which the worker comes for the first time, from 0
/// (all have been here before) to 1 (nobody has). Nothing without a contact from then on.
///
/// Two new workers at one visit are two first contacts. Who came before the moment is known by what the log holds of that
/// time alone, so let it begin some weeks earlier.
inline std::optional<double> new_workers(const Contacts& of) {
    if (of.since == 0) {
        return std::nullopt;
    }
    return static_cast<double>(of.firsts) / of.since;
}

} // namespace vermeil
