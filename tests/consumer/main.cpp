// SPDX-License-Identifier: MIT
// The least program that uses the library.

#include <vermeil/core.hpp>
#include <vermeil/version.hpp>

#include <cstdio>

int main() {
    const vermeil::Proportion satisfied(8, 10);
    std::printf("vermeil %s: %u of %u is %.1f\n", VERMEIL_VERSION, satisfied.count(), satisfied.n(),
                satisfied.share());
}
