// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/market/read_supplier.hpp>

#include <vector>

using namespace vermeil;

TEST_CASE("a supplier is read from two columns, and from none when both are empty") {
    const Schema schema{
        "t", "", {{"service", CellKind::id, "", false}, {"provider", CellKind::id, "", false}}};
    const auto frame = csv::table("t.csv", "service,provider\nS1,\n,P1\nS1,P1\n,\n");
    const Reader reader(schema, frame);
    Rejects rejects;
    const auto supplier = [&](std::size_t i) {
        auto row = reader.row(i, rejects);
        return detail::supplier_in(row, 0, 1);
    };
    CHECK(supplier(0) == Supplier(ServiceId("S1")));
    CHECK(supplier(1) == Supplier(ProviderId("P1")));
    CHECK(supplier(2) == Supplier(ServiceId("S1"), ProviderId("P1")));
    CHECK_FALSE(supplier(3).has_value());
    CHECK(rejects.empty());
}
