// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is better: ratings.
// Opt-in, not included here: vermeil/rating/rating_frame.hpp, which makes a table of them, and
// vermeil/rating/consequences.hpp, which says what they lead to.

#include <vermeil/rating/rating.hpp>
#include <vermeil/rating/ratings.hpp>
