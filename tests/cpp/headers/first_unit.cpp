// SPDX-License-Identifier: MIT
// One of two units that include every header: a function that is not inline would be defined twice.

#include "all_headers.hpp"

int second_unit();

int main() { return second_unit(); }
