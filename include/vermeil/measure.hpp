// SPDX-License-Identifier: MIT
#pragma once
// What a measure is, and the table that holds measures.
// Opt-in, not included here: vermeil/measure/draw.hpp with vermeil/measure/survey_tally.hpp, vermeil/measure/cycles.hpp,
// vermeil/measure/lineage.hpp, vermeil/measure/pooled_share.hpp, vermeil/measure/unasked.hpp and
// vermeil/measure/unknown_cause.hpp, which draw numbers from evidence; vermeil/measure/asked_tables.hpp, the tables that they
// rest on; vermeil/measure/catalogue.hpp, the standard measures, with
// vermeil/measure/standard_measure.hpp, vermeil/measure/parameter.hpp,
// vermeil/measure/drawing_day.hpp, vermeil/measure/returned.hpp, vermeil/measure/row_window.hpp,
// vermeil/measure/care_exposure.hpp, vermeil/measure/form_tally.hpp and the families
// vermeil/measure/exposure_measures.hpp, vermeil/measure/package_measures.hpp, vermeil/measure/practice_measures.hpp,
// vermeil/measure/qualification_measures.hpp, vermeil/measure/recommendation_measures.hpp,
// vermeil/measure/referral_measures.hpp, vermeil/measure/report_measures.hpp, vermeil/measure/standing_measures.hpp,
// vermeil/measure/survey_measures.hpp, vermeil/measure/workforce_measures.hpp;
// vermeil/measure/survey_groups.hpp, shares by group of people, with vermeil/measure/hidden_cells.hpp; vermeil/measure/cell_buffer.hpp, in which cells are
// gathered that have no memory yet; vermeil/measure/measure_array.hpp, which shows a column as an Eigen array;
// vermeil/measure/measure_frame.hpp, which makes a table of the measures; the measures of visits,
// vermeil/measure/call_monitoring_measures.hpp and vermeil/measure/new_worker_measures.hpp with
// vermeil/measure/monitored_visits.hpp,
// vermeil/measure/cancellation_measures.hpp with vermeil/measure/cancellations.hpp and vermeil/measure/cancellation_tally.hpp,
// vermeil/measure/visit_measures.hpp with vermeil/measure/visit_rules.hpp and vermeil/measure/visit_frame.hpp, and what they are made
// of: vermeil/measure/contacts.hpp, vermeil/measure/continuity.hpp, vermeil/measure/quantiles.hpp,
// vermeil/measure/visit_counts.hpp, vermeil/measure/visit_pass.hpp, vermeil/measure/visit_share.hpp, vermeil/measure/meeting_counts.hpp,
// vermeil/measure/circle.hpp, vermeil/measure/contact_counter.hpp and
// vermeil/measure/people_of.hpp; the same in parts, vermeil/measure/visit_tally.hpp with
// vermeil/measure/visit_tally_bytes.hpp, vermeil/measure/person_tally.hpp, vermeil/measure/counted_rows.hpp and
// vermeil/measure/late_runs.hpp; events and ratings
// in numbers, vermeil/measure/evidence_facts.hpp, with vermeil/measure/fact.hpp, vermeil/measure/fact_book.hpp,
// vermeil/measure/fact_drawing.hpp, vermeil/measure/fact_kinds.hpp, vermeil/measure/fact_maker.hpp,
// vermeil/measure/fact_question.hpp, vermeil/measure/fact_use.hpp, vermeil/measure/fact_views.hpp, vermeil/measure/asked_names.hpp,
// vermeil/measure/decay_table.hpp and vermeil/measure/provider_places.hpp; vermeil/measure/told_twice.hpp, which doubts what counts twice.

#include <vermeil/measure/measure.hpp>
#include <vermeil/measure/measure_table.hpp>
#include <vermeil/measure/setting.hpp>
