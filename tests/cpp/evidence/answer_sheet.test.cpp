// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/answer_sheet.hpp>

using namespace vermeil;

TEST_CASE("a form keeps all answers of one person, and a refused one is not among them") {
    const auto evidence =
        sample::evidence_of({{"survey_sheets", "sheet,service,quarter,returned_on,dignity,helped\n"
                                               "2,S2,2024-25 Q3,,agree,Nobody\n"
                                               "1,S1,2024-25 Q3,2024-10-05,,a care worker\n"
                                               "1,S1,2024-25 Q3,,agree,nobody\n"}});
    CHECK(evidence.rejects.size() == 1);
    REQUIRE(evidence.sheets.size() == 2);
    const auto first = sheets_of(evidence.sheets, "S1");
    REQUIRE(first.size() == 1);
    CHECK(first[0].returned_on == Date(2024, 10, 5));
    CHECK(first[0].answer("dignity").empty());
    CHECK(first[0].answer("helped") == "a care worker");
    CHECK(sheets_of(evidence.sheets, "S2")[0].answer("helped") == "nobody");
    CHECK(sheets_of(evidence.sheets, "S3").empty());
}
