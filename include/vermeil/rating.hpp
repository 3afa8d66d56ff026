// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is better: ratings.
// Opt-in, not included here: vermeil/rating/rating_frame.hpp, which makes a table of them.

#include <vermeil/rating/rating.hpp>
#include <vermeil/rating/ratings.hpp>
