// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/kernel/norms_toml.hpp>

#include <string>
#include <variant>

using namespace vermeil;

namespace {

Norms some() {
    Norms norms{"homes", "2024", 3, {}};
    LinearScale line{{{0.1, -1.25}, {1.0 / 3, 2}}};
    line.goes_on = true;
    line.logarithmic = true;
    norms.norms.push_back({{Subject::Kind::measure, "waits"}, 2.0, 3, Scale(line)});
    norms.norms.push_back({{Subject::Kind::group, "time"}, {}, 2, Scale(StepScale{{{1, 2}, {3, 4}}, 1})});
    norms.norms.push_back({{Subject::Kind::measure, "waits"}, {}, 1, PeerMean{0.1 + 0.2}});
    norms.norms.push_back({{Subject::Kind::whole, ""}, {}, 3, PeerCuts{{80.5, 60}}});
    for (auto& norm : norms.norms) {
        norm.rule = "made \"up\"";
    }
    return norms;
}

} // namespace

TEST_CASE("norms read back as they were written, to the bit") {
    const auto text = to_toml(some());
    const auto read = parse_norms(text, "norms.toml");
    CHECK(to_toml(read) == text);
    CHECK(read.framework == "homes");
    CHECK(read.services == 3);
    REQUIRE(read.norms.size() == 4);
    CHECK(read.norms[0].peers == 2.0);
    CHECK(read.norms[0].rule == "made \"up\"");
    const auto& line = std::get<LinearScale>(std::get<Scale>(read.norms[0].found));
    CHECK(line.through[1].value == 1.0 / 3);
    CHECK(line.goes_on);
    CHECK(line.logarithmic);
    CHECK(std::get<PeerMean>(read.norms[2].found).value == 0.1 + 0.2);
    CHECK(std::get<PeerCuts>(read.norms[3].found).cuts == std::vector<double>{80.5, 60});
    CHECK(read.norms[3].subject == Subject{Subject::Kind::whole, ""});
}

TEST_CASE("norms that cannot be read are refused with their place") {
    using Catch::Matchers::Contains;
    const std::string head =
        "language = 1\nframework = \"homes\"\nedition = \"2024\"\nservices = 3\n[[norm]]\n";
    CHECK_THROWS_WITH(parse_norms(head + "n = 1\nmean = 2\n", "n.toml"),
                      Contains("[[norm]] needs one of the keys 'measure', 'group' or 'whole'"));
    CHECK_THROWS_WITH(
        parse_norms(head + "measure = \"a\"\nrule = \"r\"\nn = 1\nlinear = [[1, 2]]\n", "n.toml"),
        Contains("n.toml:9:10"));
    CHECK_THROWS_WITH(parse_norms(head + "measure = \"a\"\nrule = \"r\"\nn = 1\nmean = nan\n", "n.toml"),
                      Contains("a number"));
    CHECK_THROWS_WITH(parse_norms(head + "measure = \"a\"\nrule = \"r\"\nn = -1\nmean = 1\n", "n.toml"),
                      Contains("a whole number"));
    CHECK_THROWS_WITH(parse_norms(head + "measure = \"a\"\nn = 1\nmean = 1\n", "n.toml"),
                      Contains("needs the key 'rule'"));
    CHECK_THROWS_WITH(load_norms("no such file"), Contains("cannot be read"));
}
