// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/timetable.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace vermeil;

namespace {

Framework edition(const std::string& name, Date published_on, Date effective_from,
                  std::vector<std::string> contracts = {}) {
    auto rules = sample::rules();
    rules.edition.edition = name;
    rules.edition.published_on = published_on;
    rules.edition.effective_from = effective_from;
    rules.edition.contracts = std::move(contracts);
    return Framework(rules);
}

const Date january(2024, 1, 15);
const Date april(2024, 4, 1);
const Date october(2024, 10, 1);

} // namespace

TEST_CASE("an edition applies first in the quarter that begins on its day or next after it") {
    const auto first = [](Date published_on, Date effective_from) {
        return first_quarter(edition("1", published_on, effective_from).rules().edition);
    };
    CHECK(first(january, april) == Quarter(april));
    CHECK(first(january, Date(2024, 4, 2)) == Quarter(Date(2024, 7, 1)));
    CHECK(first(january, Date(2024, 3, 31)) == Quarter(april));
}

TEST_CASE("an edition applies to no quarter begun before it was published") {
    const auto first = [](Date published_on) {
        return first_quarter(edition("1", published_on, april).rules().edition);
    };
    CHECK(first(april) == Quarter(april));
    CHECK(first(Date(2024, 4, 2)) == Quarter(Date(2024, 7, 1)));
}

TEST_CASE("an edition stands until its successor begins, whatever the order in which they are given") {
    const Timetable timetable({edition("2", january, october), edition("1", january, april)});
    CHECK(timetable.editions().at(0).edition() == "1");
    CHECK(timetable.at(Quarter(april)).edition() == "1");
    CHECK(timetable.at(Quarter(Date(2024, 9, 30))).edition() == "1");
    CHECK(timetable.at(Quarter(october)).edition() == "2");
    CHECK(timetable.at(Quarter(Date(2040, 1, 1))).edition() == "2");
}

TEST_CASE("a successor that is published late leaves the quarters before to its forerunner") {
    const Timetable timetable({edition("1", january, april), edition("2", Date(2024, 10, 20), october)});
    CHECK(timetable.at(Quarter(october)).edition() == "1");
    CHECK(timetable.at(Quarter(Date(2025, 1, 1))).edition() == "2");
}

TEST_CASE("a quarter before every edition is an error that names it and what is known") {
    const Timetable timetable({edition("1", january, april, {"A"}), edition("2", january, october)});
    CHECK_THROWS_WITH(
        timetable.at(Quarter(january)),
        "no edition of 'home-care' applies in 2023-24 Q4; known are '1' from 2024-25 Q1 for 'A', "
        "'2' from 2024-25 Q3");
    CHECK_THROWS_WITH(timetable.at(Quarter(april), ContractId("B")),
                      "no edition of 'home-care' applies to contract 'B' in 2024-25 Q1; known are '1' from "
                      "2024-25 Q1 for 'A', '2' from 2024-25 Q3");
}

TEST_CASE("editions for contracts of their own stand side by side, and the contract chooses") {
    const Timetable timetable({edition("a", january, april, {"A"}), edition("b", january, april, {"B"}),
                               edition("all", january, october)});
    CHECK(timetable.at(Quarter(april), ContractId("A")).edition() == "a");
    CHECK(timetable.at(Quarter(april), ContractId("B")).edition() == "b");
    CHECK_THROWS_WITH(timetable.at(Quarter(april)),
                      Catch::Contains("more than one edition of 'home-care' applies in "
                                      "2024-25 Q1: say which contract"));
    CHECK(timetable.at(Quarter(october)).edition() == "all");
    CHECK(timetable.at(Quarter(october), ContractId("A")).edition() == "all");
}

TEST_CASE("a later edition for one contract leaves the others with the edition for all") {
    const Timetable timetable({edition("all", january, april), edition("b", january, october, {"B"})});
    CHECK(timetable.at(Quarter(october), ContractId("B")).edition() == "b");
    CHECK(timetable.at(Quarter(october), ContractId("A")).edition() == "all");
    CHECK_THROWS_AS(timetable.at(Quarter(october)), Error);
}

TEST_CASE("two editions that share a contract and begin together are refused") {
    CHECK_THROWS_WITH(Timetable({edition("1", january, april), edition("2", october, april)}),
                      "rules:1:1: editions '1' and '2' of 'home-care' are both effective from 2024-04-01");
    CHECK_THROWS_WITH(
        Timetable({edition("1", january, Date(2024, 4, 2)), edition("2", january, Date(2024, 6, 1))}),
        "rules:1:1: editions '1' and '2' of 'home-care' both apply first in 2024-25 Q2: the one would "
        "never apply");
    CHECK_NOTHROW(Timetable({edition("1", january, april, {"A"}), edition("2", january, april, {"B"})}));
    CHECK_THROWS_AS(
        Timetable({edition("1", january, april, {"A"}), edition("2", january, april, {"B", "A"})}),
        DefinitionError);
}

TEST_CASE("a timetable holds editions of one framework, each with a name of its own, and one at least") {
    auto rules = sample::rules();
    rules.edition.id = "day-care";
    CHECK_THROWS_WITH(Timetable({edition("1", january, october), Framework(rules)}),
                      Catch::Contains("not of 'day-care' and 'home-care'"));
    CHECK_THROWS_WITH(Timetable({edition("1", january, april), edition("1", january, october)}),
                      "rules:1:1: two editions of 'home-care' are named '1'");
    CHECK_THROWS_WITH(Timetable({}), "a timetable needs one edition or more");
}
