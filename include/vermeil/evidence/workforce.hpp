// SPDX-License-Identifier: MIT
#pragma once
// What a provider returns about its workers each quarter.

#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/record.hpp>

#include <cstddef>
#include <vector>

namespace vermeil {

namespace detail::workforce_field {
enum : std::size_t {
    service,
    quarter,
    permanent,
    temporary,
    workers_a_year_ago,
    starters,
    leavers,
    vacancies,
    filled_posts,
    level_2,
    level_3,
    qualification_exempt,
    training_due,
    training_done,
    strengths_due,
    strengths_done,
    certificate_held,
    certificate_exempt,
    certificate_under_way,
    certificate_not_begun,
    manager_in_post,
    manager_since,
    due_on,
    received_on,
    reminded_on
};
} // namespace detail::workforce_field

namespace detail {

/// The columns of a return, in the order of `workforce_field`.
inline std::vector<Field> workforce_fields() {
    return {
        service_column(),
        quarter_column(),
        whole_field("permanent", "Workers directly employed on the last day, permanent"),
        whole_field("temporary", "Workers directly employed on the last day, temporary; no agency workers"),
        whole_field("workers_a_year_ago", "Workers directly employed twelve months before the last day"),
        whole_field("starters", "Workers who began in the twelve months up to the last day"),
        whole_field("leavers", "Workers who left in the twelve months up to the last day"),
        whole_field("vacancies", "Posts vacant on the last day"),
        whole_field("filled_posts", "Posts filled on the last day"),
        whole_field("level_2", "Workers who hold a care qualification at level 2 or above"),
        whole_field("level_3", "Workers who hold a care qualification at level 3 or above"),
        whole_field("qualification_exempt",
                    "Workers who need no qualification, none of them among those who hold one"),
        whole_field("training_due", "Workers whose mandatory training was due"),
        whole_field("training_done", "Of those, the workers who have done it"),
        whole_field("strengths_due", "Workers who are to be trained in strengths-based practice"),
        whole_field("strengths_done", "Of those, the workers who are"),
        whole_field("certificate_held", "Workers who hold the Care Certificate"),
        whole_field("certificate_exempt", "Workers who need no Care Certificate"),
        whole_field("certificate_under_way", "Workers who are working on their Care Certificate"),
        whole_field("certificate_not_begun", "Workers three months or longer in post who have not begun it"),
        truth_field("manager_in_post", "Whether a registered manager was in post on the last day"),
        day_field("manager_since", "Since when that has been so, as 2024-10-01"),
        day_field("due_on", "The day the return was due"),
        day_field("received_on", "The day it came"),
        day_field("reminded_on", "The day a reminder went out, where it did not come")};
}

} // namespace detail

/// Workforce returns, one row a service and quarter. Numbers are of people on the last day of the quarter unless they say
/// otherwise; an empty cell was not returned, and is not 0.
inline const RecordKind& workforce_kind() {
    namespace f = detail::workforce_field;
    static const RecordKind kind{
        {"workforce",
         "Workforce returns: one row for each service and quarter; leave a cell empty where nothing was "
         "returned",
         detail::workforce_fields()},
        f::quarter,
        {f::service, f::quarter},
        {{f::level_2, {f::permanent, f::temporary}},
         {f::level_3, {f::level_2}},
         {f::training_done, {f::training_due}},
         {f::strengths_done, {f::strengths_due}}},
        {}};
    return kind;
}

} // namespace vermeil
