// SPDX-License-Identifier: MIT
#pragma once
// Words that know nothing of care: ids, days, quarters, money, shares, absence, tables and their faults.
// Opt-in, not included here, since tables are dear to compile and rating needs none: vermeil/core/frame.hpp, which holds
// one, vermeil/core/frame_builder.hpp, which makes one, and vermeil/core/reader.hpp, which reads one row by row, with
// vermeil/core/misread.hpp, which guesses what was meant by a cell that does not fit;
// vermeil/core/provenance.hpp, which a table holds of the files it came from; vermeil/core/rejects.hpp, which keeps its faults; vermeil/core/csv_shape.hpp, which looks at
// texts; vermeil/core/k_means.hpp, which clusters numbers; vermeil/core/philox.hpp, which draws them;
// vermeil/core/batch.hpp, which holds long tables as they lie, and what reads them: vermeil/core/gathered.hpp, vermeil/core/fetch_ahead.hpp,
// vermeil/core/grouped.hpp, vermeil/core/id_value.hpp, vermeil/core/bytes.hpp, vermeil/core/code_table.hpp,
// vermeil/core/coded.hpp, vermeil/core/texts.hpp, vermeil/core/large_buffer.hpp,
// vermeil/core/london_clock.hpp and vermeil/core/on_threads.hpp.

#include <vermeil/core/alone.hpp>
#include <vermeil/core/date.hpp>
#include <vermeil/core/error.hpp>
#include <vermeil/core/id.hpp>
#include <vermeil/core/interval.hpp>
#include <vermeil/core/json.hpp>
#include <vermeil/core/money.hpp>
#include <vermeil/core/nearest.hpp>
#include <vermeil/core/observed.hpp>
#include <vermeil/core/period.hpp>
#include <vermeil/core/proportion.hpp>
#include <vermeil/core/quarter.hpp>
#include <vermeil/core/reject.hpp>
#include <vermeil/core/schema.hpp>
#include <vermeil/core/snap.hpp>
#include <vermeil/core/unfilled.hpp>
#include <vermeil/core/wording.hpp>
#include <vermeil/core/written_number.hpp>
