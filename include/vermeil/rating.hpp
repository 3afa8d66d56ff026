// SPDX-License-Identifier: MIT
#pragma once
// The face where higher is better: ratings.

#include <vermeil/rating/rating.hpp>
#include <vermeil/rating/ratings.hpp>
