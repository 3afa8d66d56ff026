// SPDX-License-Identifier: MIT
#pragma once
// What happened: surveys, returns, events and inspections, in typed rows with their rejects.
// Opt-in, not included here: vermeil/evidence/read_evidence.hpp, which reads evidence from tables and is dear to compile,
// and its parts vermeil/evidence/service_of.hpp, vermeil/evidence/read_counts.hpp, vermeil/evidence/read_facts.hpp, vermeil/evidence/read_survey.hpp and
// vermeil/evidence/read_survey_base.hpp; logs of visits, vermeil/evidence/visit_log.hpp with
// vermeil/evidence/visit_fault.hpp, read by vermeil/evidence/visit_reader.hpp and told by
// vermeil/evidence/visit_rejects.hpp; vermeil/evidence/checked_visits.hpp, which reads them with every check, those of
// vermeil/evidence/visit_doubles.hpp and vermeil/evidence/visit_register.hpp; and the parts of their reading: vermeil/evidence/visit_part_reader.hpp, vermeil/evidence/visit_block.hpp,
// vermeil/evidence/id_column.hpp, vermeil/evidence/id_reader.hpp, vermeil/evidence/moment_column.hpp,
// vermeil/evidence/word_column.hpp and vermeil/evidence/written_moment.hpp.

#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/inspection.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>
#include <vermeil/evidence/reported_count.hpp>
#include <vermeil/evidence/survey.hpp>
#include <vermeil/evidence/vocabulary.hpp>
