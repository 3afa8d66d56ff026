// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/line_terms.hpp>

#include <vector>

using namespace vermeil;

namespace {

/// A measure of weight 2 with 10 to 50 points, that leaves one state out and stretches over another.
Leaf leaf() {
    Leaf made;
    made.weight = made.factor = 2;
    made.fewest = 10;
    made.most = 50;
    made.line = Line{0, 1, 10, 40};
    made.left_out.add(State::not_applicable);
    made.stretched.add(State::suppressed);
    return made;
}

double at(const ByState& numbers, State state) { return numbers.at(static_cast<std::size_t>(state)); }

} // namespace

TEST_CASE("what a cell adds depends on its state") {
    const auto terms = line_terms(leaf());
    CHECK(at(terms.live, State::present) == 2);
    CHECK(at(terms.known, State::present) == 2);
    CHECK(at(terms.fewest, State::present) == 0);
    CHECK(at(terms.most, State::present) == 0);
    CHECK(at(terms.live, State::not_applicable) == 0);
    CHECK(at(terms.due, State::not_applicable) == 0);
    CHECK(at(terms.live, State::suppressed) == 2);
    CHECK(at(terms.due, State::suppressed) == 0);
    CHECK(at(terms.most, State::suppressed) == 0);
    CHECK(at(terms.due, State::unknown) == 2);
    CHECK(at(terms.known, State::unknown) == 0);
    CHECK(at(terms.fewest, State::unknown) == 20);
    CHECK(at(terms.most, State::unknown) == 100);
}

TEST_CASE(
    "leaves of which one looks at more than a line and states are no lines, nor are those of an extreme") {
    std::vector<Leaf> leaves{leaf(), leaf()};
    CHECK(line_terms(leaves, Aggregate::mean).each.size() == 2);
    CHECK(line_terms(leaves, Aggregate::sum).each.size() == 2);
    CHECK(line_terms(leaves, Aggregate::minimum).each.empty());
    leaves[1].looked_at.add(State::unknown);
    CHECK(line_terms(leaves, Aggregate::mean).each.empty());
    leaves[1] = leaf();
    leaves[1].line.reset();
    CHECK(line_terms(leaves, Aggregate::mean).each.empty());
}

TEST_CASE("a step starts above or below 0 where the fewest points of any of its leaves do") {
    std::vector<Leaf> leaves{leaf(), leaf()};
    CHECK(line_terms(leaves, Aggregate::mean).starts);
    leaves[0].fewest = 0;
    CHECK(line_terms(leaves, Aggregate::mean).starts);
    leaves[1].fewest = 0;
    CHECK_FALSE(line_terms(leaves, Aggregate::mean).starts);
}
