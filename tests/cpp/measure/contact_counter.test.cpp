// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/measure/contact_counter.hpp>
#include <vermeil/measure/continuity.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

using namespace vermeil;
using vermeil::detail::contact;
using vermeil::detail::ContactCounter;
using vermeil::detail::Meeting;

namespace {
/// Visits as `AB C`: two workers at the first, one at the second; ten seconds lie between them.
std::vector<std::uint64_t> contacts_of(const std::string& sequence) {
    std::vector<std::uint64_t> contacts;
    std::uint32_t start = 100;
    for (const char c : sequence) {
        if (c == ' ') {
            start += 10;
        } else {
            contacts.push_back(contact(start, static_cast<std::uint32_t>(c - 'A')));
        }
    }
    return contacts;
}
Contacts counted(const std::string& sequence, std::uint32_t recent_from = ContactCounter::no_start) {
    auto contacts = contacts_of(sequence);
    return ContactCounter(26, recent_from).of(std::span(contacts));
}
void check(std::optional<double> index, const std::string& expected, double tolerance) {
    REQUIRE(index.has_value() == !expected.empty());
    if (index) {
        CHECK(*index == Approx(std::stod(expected)).margin(tolerance));
    }
}
} // namespace

TEST_CASE("sequences of visits have the indices that the definitions give") {
    const auto table = csv::file("tests/data/continuity.csv");
    const auto cell = [&](const char* name, std::size_t row) {
        return std::string((*table.find(name)->as<std::span<const std::string_view>>())[row]);
    };
    REQUIRE(table.rows() > 10);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto of = counted(cell("sequence", row));
        const auto tolerance = std::stod(cell("tolerance", row));
        check(upc(of), cell("upc", row), tolerance);
        check(coc(of), cell("coc", row), tolerance);
        check(mmci(of), cell("mmci", row), tolerance);
        check(secon(of), cell("secon", row), tolerance);
    }
}

TEST_CASE("first visits by new workers are those that the definition gives") {
    const auto table = csv::file("tests/data/new_workers.csv");
    const auto cell = [&](const char* name, std::size_t row) {
        return std::string((*table.find(name)->as<std::span<const std::string_view>>())[row]);
    };
    REQUIRE(table.rows() > 8);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto contacts = contacts_of(cell("sequence", row));
        const auto from = 100 + 10 * static_cast<std::uint32_t>(std::stoul(cell("before", row)));
        const std::vector<Contacts> people{
            ContactCounter(26, ContactCounter::no_start, from).of(std::span(contacts))};
        const auto fresh = continuity(people, {.sequence = true, .new_from = from}).fresh;
        check(fresh.people == 0 ? std::nullopt : std::optional(fresh.mean), cell("share", row),
              std::stod(cell("tolerance", row)));
    }
}

TEST_CASE("contacts are the same in any order of their rows, one counter used for person after person") {
    const auto expected = counted("AB BC C A AC");
    auto contacts = contacts_of("AB BC C A AC");
    std::sort(contacts.begin(), contacts.end());
    ContactCounter counter(26, ContactCounter::no_start);
    do {
        auto given = contacts;
        REQUIRE(counter.of(std::span(given)) == expected);
    } while (std::next_permutation(contacts.begin(), contacts.begin() + 6));
}

TEST_CASE("without starts the counts are the same, and nothing is said of the sequence") {
    const std::vector<Meeting> meetings{{0, 2}, {1, 2}, {2, 1}, {0, 1}}; // one worker in two parts
    auto expected = counted("A B B C A A");
    expected.visits = expected.same = 0;
    CHECK(ContactCounter(3, ContactCounter::no_start).of(std::span(meetings)) == expected);
}

TEST_CASE("a worker who stands at a visit twice is two contacts and one visit") {
    const auto of = counted("AA B A");
    CHECK(of == Contacts{.contacts = 4, .workers = 2, .most = 3, .visits = 3, .same = 0, .squares = 10});
}

TEST_CASE("recent workers are those met from the moment on, itself included, each once") {
    CHECK(counted("A B C B A", 120).recent == 3);
    CHECK(counted("A B C B A", 121).recent == 2);
    CHECK(counted("A B C B A", 140).recent == 1);
    CHECK(counted("A B C B A", 141).recent == 0);
    CHECK(counted("A B C B A", 0).recent == 3);
    CHECK(counted("A B C B A").recent == 0);
}

TEST_CASE("nobody's contacts are none") { CHECK(counted("") == Contacts{}); }
