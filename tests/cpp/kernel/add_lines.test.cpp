// SPDX-License-Identifier: MIT
// Cells added together in registers against the same cells added leaf by leaf, to the bit.

#include "catch.hpp"

#include <vermeil/kernel/add_lines.hpp>
#include <vermeil/kernel/node_score.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <vector>

using namespace vermeil;
using detail::block_rows, detail::table_rows;

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)

namespace {

using Sums = detail::Sums<table_rows>;

/// Made-up leaves on lines that rise, fall or go on, under made-up policies.
std::vector<Leaf> made_up_leaves(std::size_t count, bool stretches, bool starts, std::mt19937& draws) {
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<Leaf> leaves(count);
    for (auto& leaf : leaves) {
        leaf.weight = leaf.factor = share(draws) + 0.1;
        leaf.fewest = starts ? share(draws) : 0;
        leaf.most = 100 + share(draws);
        leaf.line = Line{share(draws), 1 / (share(draws) - 0.5), share(draws), 100 * share(draws) - 50};
        if (draws() % 3 == 0) {
            leaf.line->all = std::numeric_limits<double>::infinity();
            leaf.line->nothing = -leaf.line->all;
        }
        for (std::size_t i = 1; i < state_count; ++i) {
            const auto policy = draws() % 3;
            if (policy == 0) {
                leaf.left_out.add(static_cast<State>(i));
            } else if (policy == 1 && stretches) {
                leaf.stretched.add(static_cast<State>(i));
            }
        }
    }
    return leaves;
}

/// Columns of one run; what stands in an absent cell is of no meaning, and may be no number.
struct Columns {
    std::vector<std::vector<double>> value;
    std::vector<std::vector<State>> state;

    Columns(std::size_t count, std::mt19937& draws) : value(count), state(count) {
        std::uniform_real_distribution<double> number(-0.5, 1.5);
        for (std::size_t k = 0; k < count; ++k) {
            for (std::size_t i = 0; i < block_rows; ++i) {
                state[k].push_back(draws() % 2 == 0 ? State::present
                                                    : static_cast<State>(draws() % state_count));
                const bool strange = state[k].back() != State::present && draws() % 2 == 0;
                value[k].push_back(strange ? std::numeric_limits<double>::quiet_NaN() : number(draws));
            }
        }
    }
};

void add_one_by_one(const std::vector<Leaf>& leaves, bool stretches, const Columns& columns, Sums& sums) {
    const auto sum = choices(leaves);
    const auto cells = std::make_unique<detail::Cells<table_rows>>();
    cells->clear();
    for (std::size_t k = 0; k < leaves.size(); ++k) {
        detail::ReadCells<table_rows>::run(leaves[k], static_cast<std::uint8_t>(1U << k),
                                           columns.value[k].data(), columns.state[k].data(), nullptr, *cells);
    }
    detail::AddCells<table_rows>::run(sum, Aggregate::mean, stretches, *cells, sums, block_rows);
}

void add_group(const GroupPlan& group, const std::vector<Leaf>& leaves, bool stretches,
               const Columns& columns, Sums& parent) {
    const auto own = std::make_unique<Sums>();
    own->clear(table_rows, stretches, false, Aggregate::mean);
    add_one_by_one(leaves, stretches, columns, *own);
    detail::FinishGroup<table_rows>::run(group, own->due(stretches), own->low, own->high, block_rows);
    detail::AddGroup<table_rows>::run(group, *own, stretches, false, parent, block_rows);
}

std::size_t different(const detail::Lane<table_rows>& one, const detail::Lane<table_rows>& other) {
    std::size_t count = 0;
    for (std::size_t i = block_rows; i < 2 * block_rows; ++i) {
        count += std::bit_cast<std::uint64_t>(one[i]) == std::bit_cast<std::uint64_t>(other[i]) ? 0U : 1U;
    }
    return count;
}

} // namespace

TEST_CASE("cells added together are the cells added one by one") {
    if (detail::width() != detail::Width::avx512) {
        WARN("this machine picks no eight numbers at once: nothing is compared");
        return;
    }
    std::mt19937 draws(1);
    const auto plain = std::make_unique<Sums>(), together = std::make_unique<Sums>();
    for (std::size_t round = 0; round < 10 * leaves_at_once; ++round) {
        const std::size_t count = 1 + round % leaves_at_once;
        const bool stretches = round % 3 == 0;
        const auto leaves = made_up_leaves(count, stretches, round % 5 < 2, draws);
        const Columns columns(count, draws);
        const bool is_group = round % 2 == 0;
        for (Sums* sums : {plain.get(), together.get()}) {
            sums->clear(table_rows, stretches, false, Aggregate::mean);
            sums->low.fill(0.1 * static_cast<double>(round));
        }
        GroupPlan whole;
        whole.weight = 0.1 + static_cast<double>(round);
        if (is_group) {
            add_group(whole, leaves, stretches, columns, *plain);
        } else {
            add_one_by_one(leaves, stretches, columns, *plain);
        }
        detail::CellsOfLines cells;
        for (std::size_t k = 0; k < count; ++k) {
            cells.value[k] = columns.value[k].data();
            cells.state[k] = columns.state[k].data();
        }
        const auto terms = line_terms(leaves, Aggregate::mean);
        REQUIRE(terms.each.size() == count);
        detail::AddLines<table_rows>::run(terms, stretches, cells, is_group ? &whole : nullptr, *together,
                                          block_rows);
        INFO(count << " leaves, stretches: " << stretches << ", a group: " << is_group);
        CHECK(different(plain->low, together->low) == 0);
        CHECK(different(plain->high, together->high) == 0);
        CHECK(different(plain->live, together->live) == 0);
        CHECK(different(plain->known, together->known) == 0);
        CHECK((!stretches || different(plain->stretched, together->stretched) == 0));
    }
}

#else

TEST_CASE("where no machine can add cells together, every step says no") {
    CHECK(detail::width() != detail::Width::avx512);
}

#endif
