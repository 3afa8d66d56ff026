// SPDX-License-Identifier: MIT
// The rating as users build it: the widest arithmetic of the machine is chosen at run time.

#include "bench_rate.hpp"

int main(int count, char** words) { return bench::main(count, words); }
