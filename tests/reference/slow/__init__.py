# SPDX-License-Identifier: MIT
"""The parts of the slow reference: text, points, tree, questions, bands."""
