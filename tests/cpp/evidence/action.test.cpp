// SPDX-License-Identifier: MIT
#include "../catch.hpp"
#include "../evidence_of.hpp"

#include <vermeil/evidence/action.hpp>

#include <string>
#include <vector>

using namespace vermeil;

TEST_CASE("the fields of actions stand in the order in which they are read") {
    namespace f = detail::action_field;
    const std::vector<std::string> names{"service", "provider", "action",  "set_on",
                                         "due_on",  "role",     "done_on", "known_on"};
    REQUIRE(action_kind().schema.fields.size() == names.size());
    CHECK(action_kind().schema.name == "actions");
    CHECK(action_kind().schema.position("known_on") == std::size_t{f::known_on});
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(action_kind().schema.fields[i].name == names[i]);
    }
}

TEST_CASE("an action cannot be done before it was agreed, and a provider's stands for its services") {
    const auto evidence =
        sample::evidence_of({{"actions", "service,provider,action,set_on,due_on,role,done_on\n"
                                         ",A,train everybody,2024-10-01,2024-11-01,provider,2024-09-30\n"}});
    REQUIRE(evidence.rejects.size() == 1);
    CHECK(evidence.rejects[0].reason == "lies before set_on, 2024-10-01");
    CHECK(evidence.find_records("actions")->of("S1").size() == 1);
    CHECK(evidence.find_records("actions")->of("S2")[0].is_refused(action_kind().schema.position("done_on")));
}
