// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is better: ratings.
// Opt-in, not included here: vermeil/rating/rating_frame.hpp, which makes a table of them,
// vermeil/rating/consequences.hpp, which says what they lead to, vermeil/rating/history.hpp, which holds earlier ones, vermeil/rating/read_history.hpp, which reads them,
// and vermeil/rating/ratchet_proposal.hpp, which looks at several quarters.

#include <vermeil/rating/past_rating.hpp>
#include <vermeil/rating/rating.hpp>
#include <vermeil/rating/ratings.hpp>
#include <vermeil/rating/steady_band.hpp>
