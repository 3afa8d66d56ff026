// SPDX-License-Identifier: MIT
// The rating as a machine without AVX2 runs it: each question about the processor is answered with no.

#define __builtin_cpu_supports(feature) false
#include "bench_rate.hpp"

int main(int count, char** words) { return bench::main(count, words); }
