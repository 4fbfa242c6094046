"""Orders to start from: lines of descent written down from left to right, or the order of the last drawing."""

from collections.abc import Sequence

from cases.rules.genogram.costs import Rows
from cases.rules.genogram.family import FEMALE
from cases.rules.genogram.frame import Frame


def lines_of_descent(frame: Frame) -> list[Rows]:
    """A few orders, each from another top of the family: everybody next to their partners, then their children."""
    tops = [token for row in frame.rows for token in row if token not in _children(frame)]
    orders = [_Descent(frame).written([*tops[at:], *tops[:at]]) for at in range(min(len(tops), 6))]
    return orders or [frame.rows]


def kept_rows(frame: Frame, last: Sequence[Sequence[str]]) -> list[list[str]]:
    """Those of the last drawing who are still there, in their order, each in the row they are in now."""
    was = {token: (at, index) for at, row in enumerate(last) for index, token in enumerate(row)}
    rows = []
    for row in frame.rows:
        known = [token for token in row if token in was]
        main = max((was[token][0] for token in known), key=lambda at: sum(was[t][0] == at for t in known), default=0)
        rows.append(sorted((token for token in known if was[token][0] == main), key=was.__getitem__))
    return rows


def _children(frame: Frame) -> set[str]:
    return {foot.token for combs in frame.combs for comb in combs for foot in comb.feet}


class _Descent:
    """Writes people down row by row, following partners and then children."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.at = {token: at for at, row in enumerate(frame.rows) for token in row}
        self.gender = {person.id: person.gender for person in frame.family.persons}
        self.partners: dict[str, list[tuple[str, str]]] = {}
        self.feet: dict[str, list[str]] = {}
        for row in frame.brackets:
            for bracket in row:
                one, other = bracket.ends
                self.partners.setdefault(one, []).append((bracket.start, other))
                self.partners.setdefault(other, []).append((bracket.start, one))
        for combs in frame.combs:
            for comb in combs:
                for token in comb.source:
                    self.feet.setdefault(token, []).extend(foot.token for foot in comb.feet if not foot.is_second)
        self.rows: list[list[str]] = [[] for _ in frame.rows]
        self.seen: set[str] = set()

    def written(self, tops: Sequence[str]) -> Rows:
        """The rows, beginning with these people in this order."""
        for token in tops:
            self._visit(token)
        for token in self.at:
            self._visit(token)
        return tuple(tuple(row) for row in self.rows)

    def _put(self, token: str) -> None:
        if token not in self.seen:
            self.seen.add(token)
            self.rows[self.at[token]].append(token)

    def _visit(self, first: str) -> None:
        waiting = [first]
        while waiting:
            token = waiting.pop()
            partners = [other for _, other in sorted(self.partners.get(token, ()))]
            if token not in self.seen:
                left = partners[:-1] if len(partners) > 1 else partners if self.gender.get(token) == FEMALE else []
                for each in [*left, token, *partners]:
                    self._put(each)
            unseen = [
                foot
                for each in [token, *partners]
                for foot in sorted(
                    self.feet.get(each, ()), key=lambda f: (self.frame.birth_key.get(f, ("", "", "")), f)
                )
                if foot not in self.seen
            ]
            waiting += reversed(list(dict.fromkeys(unseen)))
