# SPDX-License-Identifier: MIT
"""The chance of made-up markets: published bits, and a stream of its own for every name."""

from __future__ import annotations

import numpy as np

from vermeil.made_up.draws import Draws, shuffled


def test_the_raw_bits_are_those_of_the_published_generator() -> None:
    # The first block of Philox 4x64 with ten rounds for a counter and a key of zeros, from the known answers
    # of its authors (Random123); numpy counts before it draws, so that its counter starts one lower.
    most = 2**64 - 1
    bits = np.random.Philox(counter=[most] * 4, key=[0, 0]).random_raw(4)
    assert [hex(each) for each in bits.tolist()] == [
        "0x16554d9eca36314c",
        "0xdb20fe9d672d0fdc",
        "0xd7e772cee186176b",
        "0x7e68b68aec7ba23b",
    ]


def test_a_number_is_the_upper_53_bits_of_what_was_drawn() -> None:
    # The check sum CRC-32 of "123456789" is 0xCBF43926, the check value published with it.
    raw = np.random.Philox(key=np.array([5, 0xCBF43926], dtype=np.uint64)).random_raw(3)
    assert Draws(5)("123456789", 3).tolist() == [(each >> 11) / 2**53 for each in raw.tolist()]


def test_a_stream_begins_alike_however_much_is_drawn() -> None:
    draws = Draws(5)
    assert draws("one", 2, 3).ravel().tolist() == draws("one", 9)[:6].tolist()


def test_names_and_seeds_have_streams_of_their_own() -> None:
    streams = [Draws(seed)(name, 4).tolist() for seed in (5, 6) for name in ("one", "two")]
    assert all(streams[i] != streams[j] for i in range(4) for j in range(i))


def test_whole_numbers_reach_both_ends_and_no_further() -> None:
    assert set(Draws(5).whole("dice", 1, 6, 500).tolist()) == {1, 2, 3, 4, 5, 6}


def test_shuffled_gives_each_its_place_in_the_order() -> None:
    assert shuffled(np.array([0.5, 0.1, 0.9, 0.1])).tolist() == [2, 0, 3, 1]
