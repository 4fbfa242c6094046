"""From pairs of people, as a record keeps them, to unions and parentage, as a genogram draws them.

"Shirin is mother of Anisa" and "Jamal is father of Anisa" become one union and its child. Whatever pairs leave open
stays open: a grandparent whose side nobody said is a link without a line. For people who work here a parent who is
not known is drawn as not known; a family's own version never shows one, for it may be them who know.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cases.rules.genogram.couples import Pair, unions_of
from cases.rules.genogram.days import has_come, is_over
from cases.rules.genogram.family import (
    ADOPTED,
    BIRTH,
    FEMALE,
    FOSTERED,
    GUARDIAN,
    MALE,
    STEP,
    UNKNOWN,
    Family,
    Link,
    MultipleBirth,
    Parentage,
    Person,
    Union,
)
from cases.rules.genogram.links import links_of
from cases.rules.genogram.rows import stands_above
from cases.rules.kinship_words import COUPLES

PARENTS = {
    **dict.fromkeys(("mother", "father", "parent"), BIRTH),
    "adoptive-parent": ADOPTED,
    "special-guardian": GUARDIAN,
    "foster-carer": FOSTERED,
    "step-parent": STEP,
}
"""Kinds of pairs that are drawn as parentage; of two between the same people the first of these counts."""
WOMAN, MAN = "mother", "father"
WEEKS_APART = timedelta(weeks=13)
"""Further apart than any twins whose births were recorded."""
FULL = ("sibling", "twin", "identical-twin")


@dataclass(frozen=True)
class Tied:
    """What pairs of people became."""

    persons: tuple[Person, ...]
    unions: tuple[Union, ...]
    parentage: tuple[Parentage, ...]
    multiples: tuple[MultipleBirth, ...]
    links: tuple[Link, ...]


def tied(people: Iterable[Person], pairs: Iterable[Pair], on: date, with_unknown: bool) -> Tied:
    """The unions, parentage, multiple births and links of these people on a day.

    `with_unknown`: also parents of whom nothing is known, where a child's place needs one. The order of neither
    people nor pairs matters.
    """
    by_id = {person.id: person for person in sorted(people, key=lambda each: each.id)}
    here = [pair for pair in pairs if pair.one in by_id and pair.other in by_id and pair.one != pair.other]
    now = [pair for pair in here if has_come(pair.start, on)]
    now = sorted((pair for pair in now if pair.kind in COUPLES or not is_over(pair.end, on)), key=_first)
    return _Tying(by_id, now, on, with_unknown).tied()


def _first(pair: Pair) -> tuple[object, ...]:
    ranks = list(PARENTS)
    rank = ranks.index(pair.kind) if pair.kind in ranks else len(ranks)
    return (rank, pair.one, pair.other, pair.kind, pair.start, pair.end, pair.couple)


class _Tying:
    """Finds each child's parents, then the unions they come from."""

    def __init__(self, people: dict[str, Person], pairs: list[Pair], on: date, with_unknown: bool) -> None:
        self.people, self.pairs, self.on, self.with_unknown = people, pairs, on, with_unknown
        self.parents: dict[str, dict[str, Pair]] = {person: {} for person in people}
        self.left: list[Pair] = []
        """Pairs of kin that no line says yet."""
        self.couples = {frozenset((pair.one, pair.other)) for pair in pairs if pair.kind in COUPLES}

    def tied(self) -> Tied:
        for pair in self.pairs:
            if pair.kind in PARENTS:
                self._add_parent(pair)
        self._genders()
        groups = self._brothers_and_sisters()
        if self.with_unknown:
            self._parents_not_known(groups)
        parentage, sets = self._parentage()
        if self._out_of_their_row(sets):
            parentage, sets = self._parentage()
        born = {child: self.born_to(child) for child in self.people}
        return Tied(
            persons=tuple(self.people.values()),
            unions=unions_of([pair for pair in self.pairs if pair.kind in COUPLES], sets, self.people, self.on),
            parentage=parentage,
            multiples=_multiples(self.pairs, born, self.people),
            links=links_of(self.pairs, self.left, self.parents, self.couples, self.people),
        )

    def born_to(self, child: str) -> frozenset[str]:
        """Parents by birth."""
        return frozenset(who for who, pair in self.parents[child].items() if PARENTS[pair.kind] == BIRTH)

    def _add_parent(self, pair: Pair, is_said: bool = True) -> None:
        """One parent more, unless they are one already, or their own forebear, which only a slip can say."""
        if pair.kind == "step-parent" and any(
            frozenset((pair.one, parent)) in self.couples for parent in self.parents[pair.other]
        ):
            return  # the partnership says it
        if pair.one in self.parents[pair.other]:
            return
        if self._is_above(pair.other, pair.one):
            self.left += [pair] if is_said else []
            return
        self.parents[pair.other][pair.one] = pair

    def _is_above(self, one: str, other: str) -> bool:
        """Whether the one is the other, or a forebear of theirs in any way."""
        waiting, seen = [other], set()
        while waiting:
            each = waiting.pop()
            if each == one:
                return True
            if each not in seen:
                seen.add(each)
                waiting += self.parents[each]
        return False

    def _genders(self) -> None:
        """Of whom the record says no sex: a mother is a woman, a father a man."""
        for kind, gender in ((WOMAN, FEMALE), (MAN, MALE)):
            for pair in self.pairs:
                who = self.people[pair.one]
                if pair.kind == kind and who.gender == UNKNOWN and not who.pregnancy:
                    self.people[who.id] = replace(who, gender=gender)

    # ----- brothers and sisters of whom the parents are not said

    def _brothers_and_sisters(self) -> list[list[str]]:
        """Whoever is a full brother or sister of somebody and has no parents by birth takes theirs.

        Gives the groups of which nobody has any.
        """
        without = []
        for group in _groups([(p.one, p.other) for p in self.pairs if p.kind in FULL]):
            known = sorted({self.born_to(child) for child in group if self.born_to(child)}, key=sorted)
            open_ones = [child for child in group if not self.born_to(child) and not self._shares(child, group)]
            if not known:
                without += [open_ones] if len(open_ones) > 1 else []
                continue
            most = max(known, key=lambda each: (sum(self.born_to(child) == each for child in group), len(each)))
            for child in open_ones:
                for parent in sorted(most):
                    kind = next(p.kind for c in group for w, p in self.parents[c].items() if w == parent)
                    self._add_parent(Pair(parent, child, kind if PARENTS[kind] == BIRTH else "parent"), False)
        return without

    def _shares(self, child: str, group: Sequence[str]) -> bool:
        """Whether a parent by adoption or care, common with one of the group, says it already."""
        return any(self.parents[child].keys() & self.parents[other].keys() for other in group if other != child)

    # ----- parents who are not known

    def _parents_not_known(self, groups: Iterable[Sequence[str]]) -> None:
        for group in groups:
            self._add_unknown(group, "", "Parents not known")
        for child in sorted(self.people):
            if self.people[child].is_index and not self.born_to(child):
                self._above_them(child)
        alone = [child for child in sorted(self.people) if len(self.born_to(child)) == 1]
        for bucket in self._one_parent(alone):
            parent = next(iter(self.born_to(bucket[0])))
            if any(self.people[child].is_index for child in bucket) and not self.people[parent].is_not_known:
                names = {FEMALE: "Father not known", MALE: "Mother not known"}
                kind = self.parents[bucket[0]][parent].kind
                gender = {WOMAN: FEMALE, MAN: MALE}.get(kind, "")
                self._add_unknown(bucket, parent, names.get(gender, "Parent not known"), gender)

    def _above_them(self, child: str) -> None:
        """A child without parents: one who is not known, beneath the grandparents where these are one couple."""
        grand = sorted({p.one for p in self.pairs if p.kind == "grandparent" and p.other == child})
        is_couple = len(grand) == 1 or len(grand) == 2 and frozenset(grand) in self.couples
        name = "Parent not known" if grand and is_couple else "Parents not known"
        unknown = self._add_unknown([child], "", name)
        for each in grand if is_couple else ():
            self._add_parent(Pair(each, unknown, "parent"), False)

    def _add_unknown(self, children: Sequence[str], beside: str, name: str, other: str = "") -> str:
        gender = {FEMALE: MALE, MALE: FEMALE}.get(other, UNKNOWN)
        key = "-".join(filter(None, ("x", beside, min(children))))
        self.people[key] = Person(key, name, gender, is_not_known=True)
        self.parents[key] = {}
        for child in children:
            self.parents[child][key] = Pair(key, child, "parent")
        return key

    def _one_parent(self, children: Iterable[str]) -> list[list[str]]:
        """Children of one known parent, those together of whom nobody said that they are half-siblings."""
        half = {frozenset((pair.one, pair.other)) for pair in self.pairs if pair.kind == "half-sibling"}
        full = _groups([(p.one, p.other) for p in self.pairs if p.kind in FULL])
        beside = {child: group for group in full for child in group}
        buckets: list[list[str]] = []
        for child in children:
            mine = self.born_to(child)
            for bucket in buckets:
                is_full = set(beside.get(child, ())) & set(bucket)
                is_half = any(frozenset((child, other)) in half for other in bucket)
                if self.born_to(bucket[0]) == mine and (is_full or not is_half):
                    bucket.append(child)
                    break
            else:
                buckets.append([child])
        return buckets

    # ----- unions

    def _parentage(self) -> tuple[tuple[Parentage, ...], set[frozenset[str]]]:
        """Each child with the partners it hangs from, and all such sets of partners."""
        found: list[Parentage] = []
        sets: set[frozenset[str]] = set()
        for child, parents in sorted(self.parents.items()):
            for kind in dict.fromkeys(PARENTS.values()):
                of_kind = {who: pair for who, pair in parents.items() if PARENTS[pair.kind] == kind}
                for pair in self._by_two(of_kind, kind):
                    sets.add(pair)
                    days = [of_kind[who] for who in sorted(pair)]
                    start = min((each.start for each in days if each.start), default="") if kind != BIRTH else ""
                    end = max((each.end for each in days), default="") if all(each.end for each in days) else ""
                    found.append(Parentage(child, union_key(pair), kind, start, end))
        return tuple(found), sets

    def _out_of_their_row(self, sets: Iterable[frozenset[str]]) -> bool:
        """Leave carers to the tables who do not stand above the child: a sister who has special guardianship."""
        partners = sorted({*sets, *self.couples}, key=sorted)
        partners += [frozenset((pair.one,)) for pairs in self.parents.values() for pair in pairs.values()]
        unions = tuple(Union(union_key(each), tuple(sorted(each))) for each in dict.fromkeys(partners))
        kept: list[Parentage] = []
        out: list[Pair] = []
        for kind in dict.fromkeys(PARENTS.values()):
            for pair in [p for child in sorted(self.parents) for p in self.parents[child].values()]:
                if PARENTS[pair.kind] != kind:
                    continue
                family = Family(self.on, tuple(self.people.values()), unions, tuple(kept))
                if kind != BIRTH and not stands_above(family, pair.one, pair.other):
                    out.append(pair)
                else:
                    kept.append(Parentage(pair.other, union_key((pair.one,)), kind))
        for pair in out:
            del self.parents[pair.other][pair.one]
        self.left += out
        return bool(out)

    def _by_two(self, parents: Mapping[str, Pair], kind: str) -> list[frozenset[str]]:
        """The parents of one kind, by two: as partners, by birth also when nobody said that they were."""
        left = sorted(parents, key=lambda who: (parents[who].kind != WOMAN, who))
        if len(left) < 3 and kind in (BIRTH, ADOPTED):
            return [frozenset(left)] if left else []
        if kind == BIRTH:
            return [frozenset((left[0], other)) for other in left[1:]]
        found = []
        while left:
            one = left.pop(0)
            other = next((each for each in left if frozenset((one, each)) in self.couples), None)
            if other:
                left.remove(other)
            found.append(frozenset(filter(None, (one, other))))
        return found


def union_key(partners: Iterable[str]) -> str:
    """The id of a union, which its partners alone decide."""
    return "u" + "-".join(sorted(partners))


def _groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Who hangs together by pairs, in order."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, {one}).add(other)
        near.setdefault(other, {other}).add(one)
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in sorted(near):
        group: set[str] = set()
        waiting = [start]
        while waiting and start not in seen:
            each = waiting.pop()
            waiting += near[each] - group if each not in group else ()
            group.add(each)
        if group:
            found.append(sorted(group))
            seen |= group
    return found


def _multiples(
    pairs: Sequence[Pair], born: Mapping[str, frozenset[str]], people: Mapping[str, Person]
) -> tuple[MultipleBirth, ...]:
    """Twins, triplets and more, if they have the same parents and may have been born together."""
    twins = [p for p in pairs if p.kind in FULL[1:] and born[p.one] and born[p.one] == born[p.other]]
    twins = [p for p in twins if _together(people[p.one].birth, people[p.other].birth)]
    identical = {frozenset((p.one, p.other)) for p in twins if p.kind == "identical-twin"}
    plain = {frozenset((p.one, p.other)) for p in twins if p.kind == "twin"}
    return tuple(
        MultipleBirth(tuple(group), not any(pair <= set(group) for pair in plain - identical))
        for group in _groups([(p.one, p.other) for p in twins])
        if all(_together(people[one].birth, people[other].birth) for one in group for other in group)
    )


def _together(one: str, other: str) -> bool:
    """Whether two may have been born on one day, as far as either is known; twins have been born weeks apart."""
    both = min(len(one), len(other))
    if both == len("2010-05-17"):
        return abs(date.fromisoformat(one) - date.fromisoformat(other)) <= WEEKS_APART
    return one[:both] == other[:both]
