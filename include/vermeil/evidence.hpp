// SPDX-License-Identifier: MIT
#pragma once
// What happened: surveys, returns, events and inspections, in typed rows with their rejects.
// Opt-in, not included here: vermeil/evidence/read_evidence.hpp, which reads evidence from tables and is dear to compile,
// and its parts vermeil/evidence/service_of.hpp, vermeil/evidence/read_care.hpp, vermeil/evidence/read_counts.hpp,
// vermeil/evidence/read_facts.hpp, vermeil/evidence/read_records.hpp with vermeil/evidence/shared_cells.hpp, vermeil/evidence/read_survey.hpp and
// vermeil/evidence/read_survey_base.hpp; vermeil/evidence/record_kinds.hpp with the kinds of typed evidence:
// vermeil/evidence/action.hpp, vermeil/evidence/complaint.hpp, vermeil/evidence/concern.hpp,
// vermeil/evidence/death.hpp, vermeil/evidence/decision.hpp, vermeil/evidence/embargo.hpp,
// vermeil/evidence/direct_payment.hpp, vermeil/evidence/exit.hpp, vermeil/evidence/exposure.hpp,
// vermeil/evidence/finance.hpp, vermeil/evidence/hand_back.hpp, vermeil/evidence/outcome.hpp,
// vermeil/evidence/recommendation.hpp, vermeil/evidence/referral.hpp, vermeil/evidence/safeguarding.hpp,
// vermeil/evidence/system.hpp, vermeil/evidence/technology_offer.hpp, vermeil/evidence/workforce.hpp;
// vermeil/evidence/origins.hpp; vermeil/evidence/concerned.hpp; vermeil/evidence/embargo_events.hpp, vermeil/evidence/finance_events.hpp; vermeil/evidence/report_event.hpp; vermeil/evidence/person_mask.hpp;
// vermeil/evidence/check.hpp, which checks all tables against each other, and its parts
// vermeil/evidence/checked_table.hpp, vermeil/evidence/untold_findings.hpp,
// vermeil/evidence/evidence_tally.hpp with vermeil/evidence/evidence_tally_bytes.hpp, evidence in parts, vermeil/evidence/check_day.hpp, vermeil/evidence/check_overlap.hpp,
// vermeil/evidence/check_repeat.hpp, vermeil/evidence/check_sense.hpp, vermeil/evidence/check_told_twice.hpp and vermeil/evidence/check_share.hpp; logs of visits, vermeil/evidence/visit_log.hpp with
// vermeil/evidence/visit_fault.hpp, read by vermeil/evidence/visit_reader.hpp and told by
// vermeil/evidence/visit_rejects.hpp and vermeil/evidence/visit_report.hpp with vermeil/evidence/visit_file.hpp;
// vermeil/evidence/cancelled_at.hpp, when visits were cancelled; vermeil/evidence/checked_visits.hpp, which reads them with every check, those of
// vermeil/evidence/visit_window.hpp, vermeil/evidence/visit_doubles.hpp with vermeil/evidence/attendance.hpp and vermeil/evidence/planned_twice.hpp, vermeil/evidence/visit_spelling.hpp and vermeil/evidence/visit_register.hpp; and the parts of their reading: vermeil/evidence/visit_part_reader.hpp, vermeil/evidence/visit_block.hpp,
// vermeil/evidence/id_column.hpp, vermeil/evidence/id_reader.hpp, vermeil/evidence/moment_column.hpp,
// vermeil/evidence/moments_apart.hpp,
// vermeil/evidence/word_column.hpp and vermeil/evidence/written_moment.hpp.

#include <vermeil/evidence/answer_sheet.hpp>
#include <vermeil/evidence/care.hpp>
#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/inspection.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>
#include <vermeil/evidence/record.hpp>
#include <vermeil/evidence/reported_count.hpp>
#include <vermeil/evidence/survey.hpp>
#include <vermeil/evidence/vocabulary.hpp>
