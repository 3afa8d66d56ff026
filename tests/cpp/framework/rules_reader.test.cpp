// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/rules_reader.hpp>

#include <string>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

namespace {

std::vector<sample::Entry> least() {
    return {key("language", whole(1)),
            key("id", text("base")),
            key("edition", text("2024.1")),
            key("published_on", sample::node(Date(2024, 1, 15))),
            key("effective_from", sample::node(Date(2024, 4, 1))),
            key("measure", sample::list({table({key("id", text("m"))})})),
            key("band", sample::list({table({key("name", text("All"))})}))};
}

Rules read(const std::vector<sample::Entry>& more) {
    auto entries = least();
    entries.insert(entries.end(), more.begin(), more.end());
    return detail::read_rules(table(entries));
}

} // namespace

TEST_CASE("the least framework is an edition, a measure and a band; the rest keeps its defaults") {
    const auto rules = read({});
    CHECK(rules.edition.id == "base");
    CHECK(rules.edition.published_on == Date(2024, 1, 15));
    CHECK(rules.edition.effective_from == Date(2024, 4, 1));
    CHECK(rules.higher_is == Face::better);
    CHECK(rules.least_coverage == 0.6);
    CHECK(rules.indicators.size() == 1);
    CHECK(rules.bands.size() == 1);
    CHECK(rules.missing.of(State::unknown).policy == Policy::bounds);
}

TEST_CASE("the keys at the top of the file reach the rules") {
    const auto rules =
        read({key("title", text("T")), key("approved_by", text("A")), key("contracts", sample::texts({"C"})),
              key("source", text("S")), key("higher_is", text("worse")), key("aggregate", text("sum")),
              key("least_coverage", sample::node(0.5)), key("open", text("lowest"))});
    CHECK(rules.edition.title == "T");
    CHECK(rules.edition.approved_by == "A");
    CHECK(rules.edition.contracts == std::vector<std::string>{"C"});
    CHECK(rules.edition.source == "S");
    CHECK(rules.higher_is == Face::worse);
    CHECK(rules.aggregate == Aggregate::sum);
    CHECK(rules.least_coverage == 0.5);
    CHECK(rules.open == Open::lowest);
}

TEST_CASE("a band keeps its cut and the side on which a tie falls") {
    const auto band = [](const std::string& name, const std::string& side) {
        return table({key("name", text(name)), key(side, whole(50))});
    };
    auto entries = least();
    entries.back() = key("band", sample::list({band("High", "above"), table({key("name", text("Low"))})}));
    CHECK(detail::read_rules(table(entries)).bands[0].tie == Tie::out);
    entries.back() = key("band", sample::list({band("High", "at_least"), table({key("name", text("Low"))})}));
    const auto rules = detail::read_rules(table(entries));
    CHECK(rules.bands[0].tie == Tie::in);
    CHECK(rules.bands[0].cut == 50.0);
    CHECK_FALSE(rules.bands[1].cut.has_value());
}

TEST_CASE("a file in another language is refused before anything else in it is judged") {
    CHECK_THROWS_WITH(detail::read_rules(table({key("nonsense", whole(1)), key("language", whole(2))})),
                      "file:2:8: language 2 is not known; this library speaks language 1");
}
