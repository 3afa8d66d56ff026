// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/links.hpp>

#include <string>
#include <vector>

using namespace vermeil;

namespace {

const std::vector<Provider> providers{Provider(ProviderId("P1")), Provider(ProviderId("P2"))};
const std::vector<Service> services{Service(ServiceId("S1"), ProviderId("P1"))};
const Schema schema{"t", "", {{"service", CellKind::id, "", false}, {"provider", CellKind::id, "", false}}};

/// What becomes of a supplier, and the reasons where it is refused.
std::string outcome(const Supplier& named) {
    const auto frame = csv::table("t.csv", "service,provider\nx,y\n");
    const Reader reader(schema, frame);
    Rejects rejects;
    auto row = reader.row(0, rejects);
    detail::UnknownIds unknown;
    const auto supplier = detail::linked(named, row, 0, 1, services, providers, unknown);
    if (supplier) {
        return (supplier->service() ? supplier->service()->text() : "-") + " of " +
               supplier->provider()->text();
    }
    return rejects.at(0).column + ": " + rejects.at(0).reason;
}

std::vector<std::string> days_flagged(const Period& award_days, const Period& contract_days) {
    const auto frame = csv::table("awards.csv", "provider,lot,tier,from\nP1,L1,all,2024-04-01\n");
    const Reader reader(award_schema(), frame);
    Rejects rejects;
    auto row = reader.row(0, rejects);
    detail::flag_days(Award(ProviderId("P1"), LotId("L1"), TierId("all"), award_days),
                      Contract(ContractId("C1"), ContractKind::block, contract_days), row);
    std::vector<std::string> texts;
    for (const auto& reject : rejects) {
        CHECK(reject.kept);
        texts.push_back(reject.column + ": " + reject.reason);
    }
    return texts;
}

} // namespace

TEST_CASE("a supplier gets the provider of its service") {
    CHECK(outcome(Supplier(ServiceId("S1"))) == "S1 of P1");
    CHECK(outcome(Supplier(ServiceId("S1"), ProviderId("P1"))) == "S1 of P1");
    CHECK(outcome(Supplier(ProviderId("P2"))) == "- of P2");
}

TEST_CASE("a supplier that stands for nothing, or for two things, is refused") {
    CHECK(outcome(Supplier(ServiceId("S9"))) == "service: no such service; known is 'S1'");
    CHECK(outcome(Supplier(ProviderId("P9"))) == "provider: no such provider; known are 'P1' or 'P2'");
    CHECK(outcome(Supplier(ServiceId("S1"), ProviderId("P2"))) ==
          "provider: the service 'S1' belongs to the provider 'P1'");
}

TEST_CASE("an unknown id is worded by its kind, and the same each time") {
    detail::UnknownIds unknown;
    for (int time = 0; time < 2; ++time) {
        CHECK(unknown.said_of(ProviderId("X"), providers) == "no such provider; known are 'P1' or 'P2'");
        CHECK(unknown.said_of(ServiceId("X"), services) == "no such service; known is 'S1'");
    }
}

TEST_CASE("an award on days without a contract is flagged") {
    const Period year(Date(2024, 4, 1), Date(2025, 3, 31));
    using Texts = std::vector<std::string>;
    CHECK(days_flagged(year, year).empty());
    CHECK(days_flagged(Period(Date(2024, 4, 1)), year).empty());
    CHECK(days_flagged(Period(Date(2030, 1, 1)), Period(Date(2024, 4, 1))).empty());
    CHECK(days_flagged(Period(Date(2024, 3, 31)), year) ==
          Texts{"from: before the contract 'C1' begins on 2024-04-01"});
    CHECK(days_flagged(Period(Date(2024, 4, 1), Date(2025, 4, 1)), year) ==
          Texts{"to: after the contract 'C1' ends on 2025-03-31"});
    CHECK(days_flagged(Period(Date(2025, 4, 1), Date(2025, 5, 1)), year) ==
          Texts{"from: after the contract 'C1' ends on 2025-03-31"});
}
