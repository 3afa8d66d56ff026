// SPDX-License-Identifier: MIT
// The other of two units that include every header.

#include "all_headers.hpp"

int second_unit();
int second_unit() { return 0; }
