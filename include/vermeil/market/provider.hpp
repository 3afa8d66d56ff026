// SPDX-License-Identifier: MIT
#pragma once
// The organisation that gives care.

#include <vermeil/core/id.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermeil {

/// The organisation that gives care through one or several services.
class Provider {
  public:
    /// Without a name the provider goes by its id.
    explicit Provider(ProviderId id, std::string name = {}) : id_(std::move(id)), name_(std::move(name)) {}

    [[nodiscard]] const ProviderId& id() const noexcept { return id_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_.empty() ? id_.text() : name_; }
    friend bool operator==(const Provider&, const Provider&) = default;

  private:
    ProviderId id_;
    std::string name_;
};

} // namespace vermeil
