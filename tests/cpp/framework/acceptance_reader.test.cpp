// SPDX-License-Identifier: MIT

#include "catch.hpp"
#include "framework/sample.hpp"

#include <vermeil/framework/acceptance_reader.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace vermeil;
using sample::key;
using sample::text;

namespace {

Acceptance read(std::vector<sample::Entry> entries) {
    const auto node = sample::table(std::move(entries));
    detail::TableReader reader(node, "[[accepted]]");
    return detail::read_acceptance(reader);
}

} // namespace

TEST_CASE("an acceptance names a rule, what it is about and why") {
    const auto accepted =
        read({key("rule", text("one-answer")), key("of", text("dignity")), key("because", text("why"))});
    CHECK(accepted.rule == LintRule::one_answer);
    CHECK(accepted.of == std::vector<std::string>{"dignity"});
    CHECK(accepted.because == "why");
    CHECK(accepted.place.line == 1);
}

TEST_CASE("an acceptance may name several things, or the framework as a whole") {
    CHECK(read({key("rule", text("one-answer")), key("of", sample::texts({"a", "b"})),
                key("because", text("why"))})
              .of == std::vector<std::string>{"a", "b"});
    CHECK(read({key("rule", text("no-contract")), key("because", text("why"))}).of.empty());
}

TEST_CASE("a rule that is not known, and nothing to name, are refused") {
    CHECK_THROWS_WITH(read({key("rule", text("one-answers")), key("because", text("why"))}),
                      Catch::Contains("'one-answers'") && Catch::Contains("did you mean 'one-answer'?"));
    CHECK_THROWS_WITH(
        read({key("rule", text("one-answer")), key("of", sample::list({})), key("because", text("why"))}),
        Catch::Contains("a text or a list of one or more texts"));
    CHECK_THROWS_WITH(read({key("rule", text("one-answer"))}), Catch::Contains("needs the key 'because'"));
}

TEST_CASE("an acceptance may say how large its finding may be, where it has a size") {
    CHECK(read({key("rule", text("cliff")), key("at_most", sample::whole(2)), key("because", text("why"))})
              .at_most == 2U);
    CHECK_THROWS_WITH(read({key("rule", text("no-contract")), key("at_most", sample::whole(2)),
                            key("because", text("why"))}),
                      Catch::Matchers::Contains("finds nothing that has a size"));
}
