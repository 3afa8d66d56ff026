// SPDX-License-Identifier: MIT
#pragma once
// Made-up events and ratings of the register in early.hpp, drawn by chance.

#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/inspection.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace chance {

inline const std::vector<std::string> kinds{"safeguarding_decision", "unexpected_death", "embargo",
                                            "administration"};
inline const std::vector<std::string> words{"Good", "Requires improvement", "Inadequate"};

/// Facts by chance, from a stated seed.
class Chance {
  public:
    explicit Chance(std::uint32_t seed) : draw_(seed) {}

    std::size_t below(std::size_t n) { return draw_() % n; }
    vermeil::Date day() {
        return vermeil::Date(2023, 6, 1) + boost::gregorian::days(static_cast<int>(below(700)));
    }
    std::string service() { return "S" + std::to_string(1 + below(4)); }
    std::string incident() { return below(2) == 0 ? "" : "I" + std::to_string(below(4)); }

    vermeil::Event event() {
        vermeil::Event event;
        event.event = kinds[below(kinds.size())];
        const bool of_provider = below(4) == 0;
        event.service = of_provider ? "" : service();
        event.provider = of_provider ? std::string(1, static_cast<char>('A' + below(3))) : "";
        event.from = day();
        if (below(3) == 0) {
            event.to = event.from + boost::gregorian::days(static_cast<int>(below(300)));
        }
        if (below(4) == 0) {
            event.known_on = event.from + boost::gregorian::days(static_cast<int>(below(60)));
        }
        if (below(5) == 0) {
            event.expires_on = event.from + boost::gregorian::days(static_cast<int>(below(400)));
        }
        if (below(3) == 0) {
            constexpr std::array reviews{vermeil::Review::upheld, vermeil::Review::under_way,
                                         vermeil::Review::not_upheld};
            event.review = reviews.at(below(reviews.size()));
            if (event.review != vermeil::Review::under_way && below(4) != 0) {
                event.concluded_on = event.from + boost::gregorian::days(static_cast<int>(below(200)));
            }
        }
        if (below(6) == 0) {
            event.entered_by = "broker";
            event.entered_on = event.from + boost::gregorian::days(static_cast<int>(below(90)));
        }
        event.incident = incident();
        return event;
    }
    vermeil::Inspection rating() {
        vermeil::Inspection rating;
        rating.service = service();
        rating.source = "cqc";
        rating.rating = words[below(words.size())];
        rating.on = day();
        if (below(3) == 0) {
            rating.known_on = rating.on + boost::gregorian::days(static_cast<int>(below(60)));
        }
        rating.incident = incident();
        return rating;
    }

  private:
    std::mt19937 draw_;
};

} // namespace chance
