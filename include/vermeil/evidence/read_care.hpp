// SPDX-License-Identifier: MIT
#pragma once
// Reads packages of care and their changes as evidence.

#include <vermeil/core/reader.hpp>
#include <vermeil/evidence/evidence.hpp>
#include <vermeil/evidence/service_of.hpp>
#include <vermeil/market/read_package_changes.hpp>
#include <vermeil/market/read_packages.hpp>
#include <vermeil/market/rows.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil::detail {

/// Packages and changes while they are read. A row that is refused marks the services that it names, or that give its
/// package, so that its loss helps nobody.
class CareReader {
  public:
    explicit CareReader(Evidence& evidence) : evidence_(evidence) {}

    void read_packages(const Frame& frame) {
        namespace field = package_field;
        const Reader reader(package_schema(), frame);
        evidence_.care.has_packages = true;
        each_row(reader, [&](RowReader& row, std::size_t at) {
            auto package = read_package(row);
            check_service(row, field::service);
            const auto id = reader.cell(field::package, at);
            if (row.ok() && positions_.contains(id)) {
                row.reject(field::package, "this id stands already in an earlier row");
            }
            if (row.ok()) {
                positions_.emplace(id, packages_.size());
                packages_.push_back(*std::move(package));
            } else {
                lose(reader.cell(field::service, at), id);
            }
        });
    }

    void read_changes(const Frame& frame) {
        namespace field = package_change_field;
        const Reader reader(package_change_schema(), frame);
        evidence_.care.has_changes = true;
        std::vector<std::pair<PackageChange, RowReader>> changes;
        each_row(reader, [&](RowReader& row, std::size_t at) {
            auto change = read_package_change(row);
            check_service(row, field::service);
            const auto id = reader.cell(field::package, at);
            if (row.ok() && !positions_.contains(id)) {
                row.reject(field::package, "no such package among " + std::to_string(packages_.size()));
            }
            if (row.ok()) {
                changes.emplace_back(*std::move(change), row);
            } else {
                lose(reader.cell(field::service, at), id);
            }
        });
        // A table may list changes in any order; a package takes them by day.
        std::stable_sort(changes.begin(), changes.end(),
                         [](const auto& a, const auto& b) { return a.first.from() < b.first.from(); });
        for (auto& [change, row] : changes) {
            auto& package = packages_[positions_.at(change.package().text())];
            if (auto changed =
                    guarded(row, field::from, [&, &made = change] { return package.with(made); })) {
                package = *std::move(changed);
            } else {
                lose("", change.package().text());
            }
        }
    }

    /// Hands over what was read.
    void finish() {
        for (const auto& id : lost_packages_) {
            if (const auto found = positions_.find(id); found != positions_.end()) {
                const auto& package = packages_[found->second];
                for (const auto day : package.change_days()) {
                    const auto& service = package.terms_on(day)->supplier.service();
                    evidence_.care.lose(service ? service->text() : "");
                }
            }
        }
        evidence_.care.take(std::move(packages_));
    }

  private:
    template <class See> void each_row(const Reader& reader, See see) {
        for (std::size_t i = 0; i < reader.rows(); ++i) {
            if (!reader.is_blank(i)) {
                auto row = reader.row(i, evidence_.rejects);
                see(row, i);
            }
        }
    }
    void check_service(RowReader& row, std::size_t field) {
        if (row.ok()) {
            static_cast<void>(service_of(row, field, evidence_));
        }
    }
    void lose(const std::string& service, const std::string& package) {
        lost_packages_.push_back(package);
        if (!service.empty()) {
            evidence_.care.lose(service);
        }
    }

    Evidence& evidence_;
    std::vector<CarePackage> packages_;
    std::map<std::string, std::size_t> positions_; // by id
    std::vector<std::string> lost_packages_;       // ids of refused rows
};

} // namespace vermeil::detail
