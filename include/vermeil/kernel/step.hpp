// SPDX-License-Identifier: MIT
#pragma once
// The walk through the tree of a framework, step by step.

#include <vermeil/framework/group.hpp>

#include <cstddef>
#include <cstdint>

namespace vermeil {

/// One step of the walk through the tree.
struct Step {
    /// A group begins, indicators are met, one that has a weight of each row, a group ends.
    enum class Kind : std::uint8_t { open, leaves, weighed, close } kind;
    std::size_t index; ///< of the group or of the first leaf
    Aggregate
        aggregate; ///< of the node that begins, of the leaves' node, of the parent of the node that ends
    std::size_t count = 1;     ///< of leaves
    std::size_t choices = 0;   ///< position of the leaves' sums
    std::uint8_t required = 0; ///< the bits of the leaves that their node requires
    bool passes = false;       ///< the group's cells may be added to its parent at once: it changes nothing
    bool whole = false; ///< the group's score rests on the sums of its one step of leaves, which comes next
};

} // namespace vermeil
