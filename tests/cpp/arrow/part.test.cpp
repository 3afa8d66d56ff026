// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"

#include <vermeil/arrow/part.hpp>

#include <functional>
#include <limits>
#include <string>

using vermeil::detail::ArrowPart;
using vermeil::detail::check_array;
using Limits = std::numeric_limits<std::int64_t>;

namespace {
/// What checking an array of three numbers says once it was spoilt.
std::string refusal_of(const std::function<void(ArrowArray&)>& spoil) {
    auto array = made::array(3, {std::nullopt, made::buffer<double>({1, 2, 3})});
    auto spoilt = array;
    spoil(spoilt);
    std::string said = "nothing was thrown";
    try {
        check_array("t: column 'x'", &spoilt);
    } catch (const vermeil::Error& error) {
        said = error.what();
    }
    array.release(&array);
    return said;
}
} // namespace

TEST_CASE("an array as it should be passes the check") {
    CHECK(refusal_of([](ArrowArray&) {}) == "nothing was thrown");
}

TEST_CASE("arrays whose numbers cannot be are refused with them") {
    const std::string begin = "t: column 'x': malformed Arrow data: ";
    CHECK(refusal_of([](ArrowArray& a) { a.length = -1; }) == begin + "length -1, offset 0");
    CHECK(refusal_of([](ArrowArray& a) { a.offset = -2; }) == begin + "length 3, offset -2");
    CHECK(refusal_of([](ArrowArray& a) { a.offset = Limits::max(); }) ==
          begin + "length 3, offset 9223372036854775807");
    CHECK(refusal_of([](ArrowArray& a) { a.null_count = 4; }) == begin + "4 nulls in 3 rows");
    CHECK(refusal_of([](ArrowArray& a) { a.null_count = -2; }) == begin + "-2 nulls in 3 rows");
    CHECK(refusal_of([](ArrowArray& a) { a.n_buffers = -1; }) ==
          begin + "-1 buffers and 0 children, and no list of them");
    CHECK(refusal_of([](ArrowArray& a) { a.buffers = nullptr; }) ==
          begin + "2 buffers and 0 children, and no list of them");
    CHECK(refusal_of([](ArrowArray& a) {
              a.n_children = 1;
              a.children = nullptr;
          }) == begin + "2 buffers and 1 children, and no list of them");
    CHECK(refusal_of([](ArrowArray& a) { a.release = nullptr; }) ==
          begin + "an array is missing or was released");
}

TEST_CASE("values are read from a buffer that is not aligned") {
    unsigned char bytes[13] = {};
    const double value = 2.5;
    std::memcpy(bytes + 5, &value, sizeof value);
    CHECK(vermeil::detail::loaded<double>(bytes + 5, 0) == 2.5);
}

TEST_CASE("nulls without a bitmap are refused, and a bitmap without nulls is not looked at") {
    auto array = made::array(2, {made::bits("00"), made::buffer<double>({1, 2})});
    const auto layout = made::schema("g", "x");
    ArrowPart part{&layout, &array, 0, 2, nullptr, "t: column 'x'", 2};
    CHECK_FALSE(part.validity().has(0));
    array.null_count = 0;
    CHECK(part.validity().has(0));
    array.null_count = 1;
    array.buffers[0] = nullptr;
    CHECK_THROWS_WITH(part.validity(), "t: column 'x': malformed Arrow data: 1 nulls and no bitmap of them");
    array.release(&array);
    auto released = layout;
    released.release(&released);
}
