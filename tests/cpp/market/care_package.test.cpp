// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/market/care_package.hpp>

#include <optional>
#include <vector>

using namespace vermeil;

namespace {

const PackageId id("K1");
const Supplier acorn(ServiceId("S1"), ProviderId("P1"));
const Supplier beech(ProviderId("P2"));
const Period year(Date(2024, 4, 1), Date(2025, 3, 31));

CarePackage package_of(HoursPerWeek hours, std::optional<Money> rate = std::nullopt) {
    return {id, PersonId("N1"), year, {hours, acorn, rate}};
}

PackageChange change(Date from, NewTerms terms) { return {id, from, std::move(terms)}; }

const auto ten = HoursPerWeek::parse("10");
const auto six = HoursPerWeek::parse("6.5");

} // namespace

TEST_CASE("a package refuses more hours than a week has, and a rate of nothing") {
    CHECK_THROWS_WITH(package_of(HoursPerWeek::parse("169")),
                      "a week has 168 hours; 169 cannot be planned for one person");
    CHECK_THROWS_WITH(package_of(ten, Money()),
                      "an hourly rate of 0.00 cannot be; leave it empty where it is not known");
}

TEST_CASE("hours follow the changes, and there are none outside the package's days") {
    const auto package = package_of(ten)
                             .with(change(Date(2024, 6, 1), {.hours = six}))
                             .with(change(Date(2024, 9, 1), {.hours = HoursPerWeek()}));
    CHECK_FALSE(package.hours_on(Date(2024, 3, 31)).has_value());
    CHECK(package.hours_on(Date(2024, 4, 1)) == ten);
    CHECK(package.hours_on(Date(2024, 5, 31)) == ten);
    CHECK(package.hours_on(Date(2024, 6, 1)) == six);
    CHECK(package.hours_on(Date(2025, 3, 31)) == HoursPerWeek());
    CHECK_FALSE(package.hours_on(Date(2025, 4, 1)).has_value());
    CHECK(package.change_days() == std::vector{Date(2024, 4, 1), Date(2024, 6, 1), Date(2024, 9, 1)});
}

TEST_CASE("what a change leaves out stays as it was") {
    const auto package = package_of(ten, Money::parse("20"))
                             .with(change(Date(2024, 6, 1), {.supplier = beech}))
                             .with(change(Date(2024, 7, 1), {.rate = Money::parse("21.40")}));
    const auto* terms = package.terms_on(Date(2024, 8, 1));
    REQUIRE(terms != nullptr);
    CHECK(terms->hours == ten);
    CHECK(terms->supplier == beech);
    CHECK(terms->rate == Money::parse("21.40"));
    CHECK(package.terms_on(Date(2024, 6, 30))->rate == Money::parse("20"));
    CHECK(package.terms_on(Date(2024, 5, 31))->supplier == acorn);
}

TEST_CASE("a package refuses changes that are not its own, outside its days or out of order") {
    const auto package = package_of(ten).with(change(Date(2024, 6, 1), {.hours = six}));
    const PackageChange other(PackageId("K2"), Date(2024, 7, 1), {.hours = ten});
    CHECK_THROWS_WITH(package.with(other),
                      "a change of the package 'K2' does not belong to the package 'K1'");
    CHECK_THROWS_WITH(
        package.with(change(Date(2025, 4, 1), {.hours = ten})),
        "the package 'K1' runs from 2024-04-01 to 2025-03-31, so nothing can change on 2025-04-01");
    CHECK_THROWS_WITH(
        package.with(change(Date(2024, 6, 1), {.hours = ten})),
        "the package 'K1' has terms from 2024-06-01, so the next change must come after, not on 2024-06-01");
    CHECK_THROWS_AS(package_of(ten).with(change(Date(2024, 4, 1), {.hours = six})), Error);
}
