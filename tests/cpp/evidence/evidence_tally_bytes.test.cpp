// SPDX-License-Identifier: MIT
// Evidence in parts, as bytes.

#include "../catch.hpp"
#include "../csv.hpp"
#include "../resealed.hpp"

#include <vermeil/evidence/evidence_tally_bytes.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace vermeil;

namespace {

EvidenceTally made_up() {
    EvidenceTally tally;
    Provenance known;
    known.faults.push_back({"counts.csv", 4, "", "", "more cells than headings", false, false});
    tally.add({{"services", csv::table("services.csv", "service,provider\nS1,A\n")},
               {"counts", csv::table("counts.csv", "service,quarter,item,count,base\n"
                                                   "S1,2024 Q4,leavers,1,9\nS1,2024 Q3,leavers,2,9\n")
                              .with(std::move(known))}});
    return tally;
}

} // namespace

TEST_CASE("a tally of evidence that was written and read is the same") {
    const auto tally = made_up();
    const auto bytes = EvidenceTallyBytes::written(tally);
    const auto read = EvidenceTallyBytes::read(bytes);
    CHECK(read.tables() == tally.tables());
    CHECK(EvidenceTallyBytes::written(read) == bytes);
    CHECK(read.finish().rejects.size() == 1);
}

TEST_CASE("bytes of evidence that are cut off, of another version or too long are refused") {
    const auto bytes = EvidenceTallyBytes::written(made_up());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_THROWS(EvidenceTallyBytes::read(std::string_view(bytes).substr(0, size)));
    }
    CHECK_THROWS_WITH(
        EvidenceTallyBytes::read(bytes + "x"),
        "tally of evidence: these bytes are cut off or were changed since they were written; the sum at "
        "their end does not fit");
    auto other = bytes;
    other[8] = 'V';
    CHECK_THROWS_WITH(EvidenceTallyBytes::read(other),
                      "tally of evidence: these bytes are none, or another version wrote them");
}

TEST_CASE(
    "any changed byte of evidence is refused; with a sum that fits it gives an error or another tally") {
    const auto bytes = EvidenceTallyBytes::written(made_up());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto other = bytes;
        other[at] = static_cast<char>(static_cast<unsigned char>(other[at]) ^ 0xff);
        CHECK_THROWS(EvidenceTallyBytes::read(other));
        other = resealed(other);
        try {
            static_cast<void>(EvidenceTallyBytes::read(other).finish());
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 0);
}
