# SPDX-License-Identifier: MIT
"""Files as people have them, made into tables of this library."""
