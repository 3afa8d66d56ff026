// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "made.hpp"
#include "read.hpp"

#include <vermeil/arrow/export.hpp>
#include <vermeil/arrow/import.hpp>
#include <vermeil/core/frame_builder.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

using vermeil::Column;
using vermeil::Frame;

namespace {
/// One column of each kind, the last three of them with a null in the second row.
Frame every_kind() {
    static const std::vector<std::int32_t> days{20'000, 0, -1};
    static const std::uint8_t second_is_null = 0b1010; // from bit 1 on: 1, 0, 1
    std::vector<Column> columns{vermeil::number_column<std::int64_t>("whole", {-1, 0, 1}),
                                vermeil::number_column<std::uint32_t>("n", {4, 5, 6}),
                                vermeil::number_column<std::uint8_t>("state", {0, 1, 2}),
                                vermeil::number_column<double>("share", {0.5, 0.25, 1}),
                                vermeil::text_column("service", {"P001", "lost", ""}),
                                {"day", vermeil::Days{days}}};
    for (std::size_t i = 3; i < columns.size(); ++i) {
        columns[i].valid = &second_is_null;
        columns[i].valid_offset = 1;
    }
    return {"t", columns};
}

/// A frame of one column whose owner the test can watch.
Frame watched(std::weak_ptr<const void>& owner) {
    auto column = vermeil::number_column<double>("x", {1, 2, 3});
    owner = column.owner;
    return {"t", {column}};
}
} // namespace

TEST_CASE("a frame comes back from a stream as it went out") {
    ArrowArrayStream stream;
    vermeil::export_stream(every_kind(), &stream);
    const auto back = vermeil::import_stream(stream, "t", 2);
    const auto there = every_kind();
    REQUIRE(back.columns().size() == there.columns().size());
    for (std::size_t i = 0; i < there.columns().size(); ++i) {
        CHECK(back.columns()[i].name == there.columns()[i].name);
        CHECK(back.columns()[i].data.index() == there.columns()[i].data.index());
        CHECK(cells(back.columns()[i]) == cells(there.columns()[i]));
    }
    CHECK(cells(*back.find("service")) == Cells{"P001", "-", ""});
}

TEST_CASE("numbers go out without a copy and outlive the frame") {
    std::weak_ptr<const void> owner;
    ArrowArray array;
    const void* ours = nullptr;
    {
        const auto frame = watched(owner);
        ours = frame.find("x")->as<std::span<const double>>()->data();
        vermeil::export_array(frame, &array);
    }
    CHECK(array.children[0]->buffers[1] == ours);
    CHECK(static_cast<const double*>(array.children[0]->buffers[1])[2] == 3);
    array.release(&array);
    CHECK(array.release == nullptr);
    CHECK(owner.expired());
}

TEST_CASE("an array that was released may be released again") {
    std::weak_ptr<const void> owner;
    ArrowArray array;
    vermeil::export_array(watched(owner), &array);
    const auto release = array.release;
    release(&array);
    release(&array);
    CHECK(owner.expired());
}

TEST_CASE("a column that is moved out outlives its batch") {
    std::weak_ptr<const void> owner;
    ArrowArray array;
    vermeil::export_array(watched(owner), &array);
    vermeil::detail::Owned<ArrowArray> moved(*array.children[0]);
    array.release(&array);
    CHECK_FALSE(owner.expired());
    CHECK(static_cast<const double*>(moved->buffers[1])[1] == 2);
    moved->release(moved.get());
    CHECK(owner.expired());
}

TEST_CASE("a stream outlives its frame, gives one batch, then the end, and lets go of all") {
    std::weak_ptr<const void> owner;
    ArrowArrayStream stream;
    vermeil::export_stream(watched(owner), &stream);
    ArrowArray batch;
    CHECK(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.length == 3);
    batch.release(&batch);
    CHECK(stream.get_next(&stream, &batch) == 0);
    CHECK(batch.release == nullptr);
    CHECK(stream.get_last_error(&stream) == nullptr);
    CHECK_FALSE(owner.expired());
    stream.release(&stream);
    CHECK(owner.expired());
}

TEST_CASE("a schema goes out alone, may be asked for twice, and its columns may be moved out") {
    ArrowArrayStream stream;
    vermeil::export_stream(every_kind(), &stream);
    for (int i = 0; i < 2; ++i) {
        ArrowSchema schema;
        REQUIRE(stream.get_schema(&stream, &schema) == 0);
        CHECK(std::string(schema.format) == "+s");
        CHECK(schema.n_children == 6);
        CHECK((schema.children[0]->flags & ARROW_FLAG_NULLABLE) != 0);
        vermeil::detail::Owned<ArrowSchema> moved(*schema.children[4]);
        schema.release(&schema);
        CHECK(std::string(moved->name) == "service");
    }
    stream.release(&stream);
}

TEST_CASE("tables without rows or without columns go out and come back") {
    for (const auto& frame :
         {Frame("t", {}), Frame("t", {vermeil::text_column("a", {}), Column{"b", vermeil::Days{}},
                                      vermeil::number_column<double>("c", {})})}) {
        ArrowArrayStream stream;
        vermeil::export_stream(frame, &stream);
        const auto back = vermeil::import_stream(stream, "t", 2);
        CHECK(back.rows() == 0);
        CHECK(back.columns().size() == frame.columns().size());
    }
}

TEST_CASE("what came in goes out from the same memory") {
    auto schema = made::schema("+s", "", {made::schema("C", "x")});
    auto batch = made::batch(2, {made::array(2, {std::nullopt, made::buffer<std::uint8_t>({1, 2, 3})}, 1)});
    const void* const theirs = static_cast<const std::uint8_t*>(batch.children[0]->buffers[1]) + 1;
    ArrowArray out;
    vermeil::export_array(vermeil::import_array(schema, batch, "t", 2), &out);
    CHECK(out.children[0]->buffers[1] == theirs);
    CHECK(made::alive == 2);
    out.release(&out);
    CHECK(made::alive == 0);
}

TEST_CASE("words by their places go out written, or with their dictionary where that is asked for") {
    static const std::vector<std::string_view> entries{"a", "bb"};
    const Frame frame("t",
                      {vermeil::coded_column("x", std::vector<std::uint32_t>{1, 0, 1}, entries, nullptr)});
    for (const auto coded : {vermeil::CodedAs::text, vermeil::CodedAs::dictionary}) {
        ArrowArrayStream stream;
        vermeil::export_stream(frame, &stream, coded);
        ArrowSchema schema;
        REQUIRE(stream.get_schema(&stream, &schema) == 0);
        const bool is_dictionary = coded == vermeil::CodedAs::dictionary;
        CHECK(std::string(schema.children[0]->format) == (is_dictionary ? "i" : "u"));
        CHECK((schema.children[0]->dictionary != nullptr) == is_dictionary);
        schema.release(&schema);
        const auto back = vermeil::import_stream(stream, "t", 2);
        const auto& words = *back.columns()[0].as<std::span<const std::string_view>>();
        CHECK(std::vector<std::string_view>(words.begin(), words.end()) ==
              std::vector<std::string_view>{"bb", "a", "bb"});
    }
}
