// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "sample.hpp"

#include <vermeil/framework/word_reader.hpp>

using namespace vermeil;
using sample::key;
using sample::table;
using sample::text;
using sample::whole;

namespace {

const detail::Words rating{"cqc", {"Good", "Fair", "Poor"}};
const detail::Words risk{"whole", {"Red", "Amber", "Green"}, true};

std::optional<detail::Threshold> read(const detail::Words& words, const sample::Entry& entry) {
    const auto node = table({entry});
    detail::TableReader reader(node, "when");
    return detail::read_word(words, reader);
}

} // namespace

TEST_CASE("a word is compared by its place, and worse lies further on") {
    const auto worse = read(rating, key("worse_than", text("good")));
    CHECK((worse->comparison == Comparison::above && worse->number == 1));
    const auto better = read(rating, key("better_than", text("Poor")));
    CHECK((better->comparison == Comparison::below && better->number == 3));
    CHECK(read(rating, key("is", text("Fair")))->number == 2);
}

TEST_CASE("the first band of a risk is the worst") {
    const auto worse = read(risk, key("worse_than", text("Amber")));
    CHECK((worse->comparison == Comparison::below && worse->number == 2));
    CHECK_THROWS_WITH(read(risk, key("worse_than", text("Red"))),
                      Catch::Contains("a word other than the first: no word of 'whole' is worse"));
    CHECK_THROWS_WITH(read(rating, key("worse_than", text("Poor"))),
                      Catch::Contains("a word other than the last: no word of 'cqc' is worse"));
    CHECK_THROWS_WITH(read(rating, key("better_than", text("Good"))),
                      Catch::Contains("a word other than the first: no word of 'cqc' is better"));
}

TEST_CASE("a number under 'is' is no word, nor is another key") {
    CHECK_FALSE(read(rating, key("is", whole(2))));
    CHECK_FALSE(read(rating, key("below", whole(2))));
}

TEST_CASE("the words of a subject are its scale's, or its bands' names") {
    auto rules = sample::rules();
    using Kind = Subject::Kind;
    CHECK(detail::words_of(rules, Subject{Kind::measure, "inspection"})->words.size() == 2);
    CHECK_FALSE(detail::words_of(rules, Subject{Kind::measure, "dignity"}));
    CHECK_FALSE(detail::words_of(rules, Subject{Kind::measure, "inspection", Aspect::n}));
    CHECK_FALSE(detail::words_of(rules, Subject{Kind::group, "people"}));
    CHECK(detail::words_of(rules, Subject{Kind::whole, ""})->words.front() == "Gold");
    rules.higher_is = Face::worse;
    CHECK(detail::words_of(rules, Subject{Kind::whole, ""})->best_last);
}
