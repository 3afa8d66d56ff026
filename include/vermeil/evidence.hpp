// SPDX-License-Identifier: MIT
#pragma once
// What happened: surveys, returns, events and inspections, in typed rows with their rejects.

#include <vermeil/evidence/event.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/inspection.hpp>
#include <vermeil/evidence/key_column.hpp>
#include <vermeil/evidence/origin.hpp>
#include <vermeil/evidence/read_counts.hpp>
#include <vermeil/evidence/read_evidence.hpp>
#include <vermeil/evidence/read_facts.hpp>
#include <vermeil/evidence/read_survey.hpp>
#include <vermeil/evidence/read_survey_base.hpp>
#include <vermeil/evidence/reported_count.hpp>
#include <vermeil/evidence/service_of.hpp>
#include <vermeil/evidence/survey.hpp>
#include <vermeil/evidence/vocabulary.hpp>
