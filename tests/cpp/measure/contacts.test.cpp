// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <vermeil/measure/contacts.hpp>

using namespace vermeil;

TEST_CASE("indices follow from counts as their formulas say") {
    const Contacts of{.contacts = 10, .workers = 3, .most = 5, .visits = 10, .same = 7, .squares = 38};
    CHECK(upc(of) == 0.5);
    CHECK(*coc(of) == Approx(28.0 / 90));
    CHECK(*mmci(of) == Approx((1 - 3 / 10.1) / (1 - 1 / 10.1)));
    CHECK(*secon(of) == Approx(7.0 / 9));
}

TEST_CASE("below two contacts, and below two visits, an index is nothing and not 0 or 1") {
    CHECK_FALSE(upc(Contacts{}));
    CHECK_FALSE(new_workers(Contacts{.contacts = 3}));
    CHECK(new_workers(Contacts{.contacts = 5, .since = 4, .firsts = 1}) == 0.25);
    const Contacts one{.contacts = 1, .workers = 1, .most = 1, .visits = 1, .squares = 1};
    CHECK(upc(one) == 1.0);
    CHECK_FALSE(coc(one));
    CHECK_FALSE(mmci(one));
    CHECK_FALSE(secon(one));
    const Contacts two_at_once{.contacts = 2, .workers = 2, .most = 1, .visits = 1, .squares = 2};
    CHECK(coc(two_at_once) == 0.0);
    CHECK_FALSE(secon(two_at_once));
}

TEST_CASE("a million contacts with one worker do not overflow") {
    const Contacts many{.contacts = 4'000'000'000U,
                        .workers = 1,
                        .most = 4'000'000'000U,
                        .visits = 4'000'000'000U,
                        .same = 3'999'999'999U,
                        .squares = 16'000'000'000'000'000'000ULL};
    CHECK(*coc(many) == Approx(1));
    CHECK(*secon(many) == 1);
    CHECK(*mmci(many) == 1);
}
