// SPDX-License-Identifier: MIT
#pragma once
// Evidence from tables written as text, for tests.

#include "csv.hpp"

#include <vermeil/evidence/read_evidence.hpp>

#include <map>
#include <string>

namespace sample {

/// A register of three services: S1 and S2 of provider A, S3 of provider B.
inline const std::string services = "service,provider,regulators\nS1,A,cqc\nS2,A,\nS3,B,none\n";

/// Evidence from the named tables, with the register above unless one is given.
inline vermeil::Evidence evidence_of(std::map<std::string, std::string> tables) {
    tables.emplace("services", services);
    vermeil::EvidenceTables read;
    for (const auto& [name, text] : tables) {
        read.emplace(name, csv::table(name, text));
    }
    return vermeil::read_evidence(read);
}

} // namespace sample
