# SPDX-License-Identifier: MIT
"""Questions about one service, answered with yes, no, or None where nobody knows."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from slow.points import rounded, wilson
from slow.text import LATE, NOUGHT, QUARTER_OLD, Ends, Table, exact, on_grid
from slow.tree import Counted, Node, Tree

MOST = Fraction(10**30)
WHOLE = "whole"
TESTS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "below": operator.lt,
    "at_most": operator.le,
    "at_least": operator.ge,
    "above": operator.gt,
    "is": operator.eq,
}
WORD_KEYS = ("is", "worse_than", "better_than")


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it may be; one that does not apply meets no comparison."""

    low: Fraction
    high: Fraction
    applies: bool = True


@dataclass(frozen=True)
class Asker:
    """Whose rules ask: the whole, or a group as it is before its bands; and the bands that stand so far."""

    group: str | None = None
    own: Counted | None = None
    bands: tuple[int, int] = (0, 0)


class Questions(Tree):
    """One service, and the answers to questions about it."""

    def answer(self, asker: Asker, when: Table) -> bool | None:
        """Answer a question by three-valued logic."""
        for how in ("all", "any", "none"):
            if how in when:
                return _joined(how, [self.answer(asker, part) for part in when[how]])
        if "count" in when:
            node = "" if when["count"] == WHOLE else when["count"]
            least, most = self.passing(node, when["where"], asker)
            key, number = _comparison(when)
            return compare(Side(least, most), key, _exactly(number))
        if "event" in when or "rating" in when:
            when = (
                {"measure": self.rules.asked(when)}
                | {key: when[key] for key in when if key not in {"event", "rating", "open", "days"}}
                | ({"at_least": 1} if when.get("open") else {})
            )
        return self._comparing(asker, when)

    def passing(self, node: str, where: Table, asker: Asker | None = None) -> Ends:
        """Return how many members of a node pass a test; one that may pass and may not counts at the most."""
        measures, groups = self.rules.members(node)
        answers = [
            self._comparing(asker or Asker(), {noun: each["id"]} | where)
            for noun, members in (("measure", measures), ("group", groups))
            for each in members
        ]
        return Fraction(answers.count(True)), Fraction(len(answers) - answers.count(False))

    def score_of_whole(self, node: Node) -> Ends:
        """Return the score of the whole on the grid, rounded where the file says so."""
        low, high = (on_grid(end) for end in self.score("", node))
        if "round" in self.rules.text:
            return rounded(low, self.rules.text["round"]), rounded(high, self.rules.text["round"])
        return low, high

    def _comparing(self, asker: Asker, when: Table) -> bool | None:
        key = next(each for each in (*WORD_KEYS, *TESTS) if each in when)
        given = when[key]
        words = self._words(when)
        has_word = isinstance(given, str) or (isinstance(given, dict) and key != "is" and key in WORD_KEYS)
        if not has_word:
            other = self._side(asker, given) if isinstance(given, dict) else _exactly(given)
            return compare(self._side(asker, when), key, other)
        if isinstance(given, dict):
            right = self._side(asker, given, by_word=True)
        else:
            right = _exactly(words.index(given) + 1)
        worse = self.rules.text.get("higher_is") == "worse" and "measure" not in when
        further = (key == "worse_than") != worse
        test = "is" if key == "is" else "above" if further else "below"
        return compare(self._side(asker, when, by_word=True), test, right)

    def _words(self, subject: Table) -> list[str]:
        if "measure" in subject:
            return self.rules.words(self.rules.measure(subject["measure"])) or self._words_of_fact(subject)
        node = "" if subject["group"] == WHOLE else subject["group"]
        return [band["name"] for band in self.rules.node(node).get("band", [])]

    def _words_of_fact(self, subject: Table) -> list[str]:
        scales = self.rules.list_of("rating_scale")
        return next((each["words"] for each in scales if each["id"] == subject["measure"]), [])

    def _side(self, asker: Asker, subject: Table, *, by_word: bool = False) -> Side:
        of = subject.get("of", "value")
        if "measure" in subject:
            return self._side_of_measure(subject["measure"], of)
        if subject["group"] == WHOLE:
            return self._side_of_whole(asker, "band" if by_word else of)
        return self._side_of_group(asker, subject["group"], "band" if by_word else of)

    def _side_of_whole(self, asker: Asker, of: str) -> Side:
        node = self.node("")
        applies = node.due > 0
        if of == "band":
            return _places(asker.bands, applies)
        if of == "n":
            return _exactly(len(node.with_data), applies)
        if of == "coverage":
            return _exactly(node.known / node.live if node.live > 0 else NOUGHT, applies)
        return Side(*self.score_of_whole(node), applies)

    def _side_of_group(self, asker: Asker, name: str, of: str) -> Side:
        group = self.rules.group(name)
        own = asker.group == name and asker.own is not None
        node = self.node(name)
        before = self.before_bands(group, node)
        if of == "band":
            return _places(asker.bands if own else self.group_bands(group, before), before.due)
        made = before if own else self.counted(group, node)
        if of == "n":
            return _exactly(made.with_data, before.due)
        if of == "coverage":
            return _exactly(made.share_known, before.due)
        return Side(*made.ends, before.due)

    def _side_of_measure(self, name: str, of: str) -> Side:
        cell = self.cell(name)
        present = cell.state == "present"
        applies = present or self.rules.policy(cell.state) not in {"leave_out", "renormalise"}
        if of == "n":
            if cell.n:
                return _exactly(cell.n)
            least_n = self.rules.measure(name).get("least_n", 0)
            few = Fraction(max(least_n - 1, 0))
            return Side(NOUGHT, few if cell.state == "too_few" else MOST, applies)
        if not present:
            ends = {"late": (NOUGHT, Fraction(1)), "quarters_old": (NOUGHT, MOST)}
            return Side(*ends.get(of, (-MOST, MOST)), applies)
        if of == "late":
            return _exactly(cell.flags & LATE)
        if of == "quarters_old":
            return _exactly(cell.flags // QUARTER_OLD)
        if of in {"lower", "upper"}:
            if not cell.n or (cell.count or 0) > cell.n:
                return Side(-MOST, MOST)
            return _exactly(wilson(cell.count or 0, cell.n)[of == "upper"])
        return _exactly(cell.value)


def compare(left: Side, key: str, right: Side) -> bool | None:
    """Compare what two sides may be: certain where every pair of ends agrees."""
    if not (left.applies and right.applies):
        return False
    lefts, rights = ((on_grid(side.low), on_grid(side.high)) for side in (left, right))
    held = [TESTS[key](one, other) for one in lefts for other in rights]
    if all(held):
        return True
    meet = lefts[0] <= rights[1] and rights[0] <= lefts[1]
    return None if (meet if key == "is" else any(held)) else False


def _exactly(number: float | Fraction, applies: bool = True) -> Side:
    value = number if isinstance(number, Fraction) else exact(number)
    return Side(value, value, applies)


def _places(bands: tuple[int, int], applies: bool) -> Side:
    lowest, highest = bands
    return Side(Fraction(highest + 1), Fraction(lowest + 1), applies)


def _comparison(when: Table) -> tuple[str, float]:
    return next((key, when[key]) for key in TESTS if key in when)


def _joined(how: str, answers: list[bool | None]) -> bool | None:
    if how == "all":
        return False if False in answers else None if None in answers else True
    any_holds = True if True in answers else None if None in answers else False
    return any_holds if how == "any" or any_holds is None else not any_holds
