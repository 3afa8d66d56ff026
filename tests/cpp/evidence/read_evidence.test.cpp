// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "csv.hpp"

#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/framework/measuring.hpp>
#include <vermeil/framework/toml.hpp>

#include <filesystem>
#include <string>

using namespace vermeil;

namespace {

const auto root = (std::filesystem::path(__FILE__).parent_path() / ".." / ".." / "..").string();

/// The tables of a case, over those of the base unless the case drops them.
EvidenceTables tables_of(const toml::table& given, const toml::table& base) {
    EvidenceTables tables;
    for (auto&& [name, text] : *given["tables"].as_table()) {
        const std::string table(name.str());
        tables.emplace(table, csv::table(table, text.value_or(std::string())));
    }
    if (!given["drop_base"].value_or(false)) {
        tables.emplace("services", csv::table("services", base["services"].value_or(std::string())));
    }
    return tables;
}

Measured measured(const toml::table& given, const Evidence& evidence) {
    const auto name = given["framework"].value_or(std::string("east_sussex_2011"));
    const auto framework = load_framework(root + "/examples/frameworks/" + name + ".toml");
    return measure(framework, evidence, Quarter::financial(2024, 3));
}

std::string line(const std::string& source, std::size_t row, const std::string& column,
                 const std::string& value, const std::string& reason, const std::string& outcome) {
    return source + ":" + std::to_string(row) + " " + column + " '" + value + "': " + reason + " (" +
           outcome + ")";
}

std::string told(const Rejects& rejects) {
    std::string lines;
    for (const auto& each : rejects) {
        const auto* outcome = each.kept ? "kept" : "left out";
        lines += line(each.source, each.row, each.column, each.shown_value(), each.reason, outcome) + "\n";
    }
    return lines;
}

std::string expected(const toml::table& given) {
    std::string lines;
    const auto only = std::string((*given["tables"].as_table()).begin()->first.str());
    for (const auto& each : *given["rejects"].as_array()) {
        const auto& reject = *each.as_table();
        const auto text = [&](const char* key) { return reject[key].value_or(std::string()); };
        lines += line(reject["in"].value_or(only), reject["row"].value_or(std::size_t{0}), text("column"),
                      text("value"), text("reason"), reject["outcome"].value_or(std::string("left out"))) +
                 "\n";
    }
    return lines;
}

void check_cells(const toml::table& given, const MeasureTable& table) {
    const auto* cells = given["cells"].as_array();
    for (std::size_t i = 0; cells != nullptr && i < cells->size(); ++i) {
        const auto& wanted = *(*cells)[i].as_table();
        const auto measure = wanted["measure"].value_or(std::string());
        INFO(measure);
        REQUIRE(table.find(measure) != nullptr);
        const auto cell = table.find(measure)->cell(table.row(wanted["service"].value_or(std::string())));
        CHECK(to_string(cell.state) == wanted["state"].value_or(std::string()));
        CHECK(cell.n == wanted["n"].value_or(std::uint32_t{0}));
        CHECK(cell.count == wanted["count"].value_or(std::uint32_t{0}));
        CHECK((!wanted.contains("value") || cell.value == wanted["value"].value_or(-1.0)));
    }
}

} // namespace

TEST_CASE(
    "each mistake in evidence is told with its row, column, value and what is allowed, and the run goes on") {
    const auto file = toml::parse_file(root + "/tests/data/bad_evidence.toml");
    const auto& cases = *file["case"].as_array();
    CHECK(cases.size() >= 50);
    for (const auto& each : cases) {
        const auto& given = *each.as_table();
        INFO(given["name"].value_or(std::string()));
        const auto tables = tables_of(given, *file["base"].as_table());
        if (const auto error = given["error"].value<std::string>()) {
            CHECK_THROWS_WITH(read_evidence(tables), *error);
            continue;
        }
        auto evidence = read_evidence(tables);
        const auto drawn = measured(given, evidence);
        auto rejects = evidence.rejects;
        rejects.append(drawn.rejects);
        CHECK(told(rejects) == expected(given));
        check_cells(given, drawn.table);
    }
}

TEST_CASE("services are in the order of their ids, whatever the order of the table") {
    const auto evidence =
        read_evidence({{"services", csv::table("services", "service,provider\nS2,A\nS10,A\nS1,A\n")}});
    REQUIRE(evidence.services.size() == 3);
    CHECK(evidence.services[0].id() == ServiceId("S1"));
    CHECK(evidence.services[1].id() == ServiceId("S10"));
    CHECK(evidence.services[2].id() == ServiceId("S2"));
}

TEST_CASE("blank rows between others are passed over") {
    vermeil::EvidenceTables tables;
    tables.emplace("services",
                   vermeil::Frame("services.csv", {vermeil::text_column("service", {"P1", "", "P2"}),
                                                   vermeil::text_column("provider", {"A", "", "B"})}));
    tables.emplace("events",
                   vermeil::Frame("events.csv", {vermeil::text_column("service", {"", "P2"}),
                                                 vermeil::text_column("event", {"", "embargo"}),
                                                 vermeil::text_column("from", {"", "2024-10-01"})}));
    const auto evidence = vermeil::read_evidence(tables);
    CHECK(evidence.rejects.empty());
    CHECK(evidence.services.size() == 2);
    CHECK(evidence.events.size() == 1);
}

TEST_CASE("a heading that is nearly one that is not there is doubted, any other is left alone") {
    vermeil::EvidenceTables tables;
    tables.emplace("services", csv::table("services", "service,provider\nS1,A\n"));
    tables.emplace("events",
                   csv::table("events", "service,event,from,incidnt,note\nS1,embargo,2024-10-01,I1,x\n"));
    const auto evidence = vermeil::read_evidence(tables);
    REQUIRE(evidence.rejects.size() == 1);
    const auto& doubt = evidence.rejects.front();
    CHECK(doubt.column == "incidnt");
    CHECK(doubt.row == 0);
    CHECK(doubt.kept);
    CHECK(doubt.reason == "column 'incidnt' is not read; did you mean 'incident'?");
    CHECK(evidence.events.size() == 1);
}
