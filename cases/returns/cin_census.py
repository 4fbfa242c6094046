"""Reading a Children in Need census into plain values: no database, nothing dropped, each doubt in words."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO, cast

from cases.returns.cin_elements import ACTIVITIES, CLOSING, CONTAINERS, ELEMENTS, EPISODE, HEADER, Element
from cases.returns.cin_values import EMPTY, Reading, read_value
from cases.returns.cin_xml import COLLECTION, Leaf, NotACensus, children
from cases.rules.codesets import DISABILITY

__all__ = ["Activity", "Census", "Child", "Episode", "NotACensus", "Row", "read", "read_again"]

# The longest number of the council's own that a record can carry. The census allows 20 (rule 1570).
LONGEST_CHILD_ID = 40

Fact = date | bool | str
_NUMBERS = re.compile(r"\[\d+\]")

UNKNOWN = "The census has no such element here."
ATTRIBUTE = "The census has no attributes."
STRAY = "This text stands between elements and belongs to none of them."
NOT_A_LEAF = "Text is written here where elements are expected."
REPEATED = "This is given more than once; the first that could be read was used."
TOO_LONG = f"A child's number has at most {LONGEST_CHILD_ID} characters, so this one cannot be searched for."
BOTH_BIRTHS = "A birth date is given as well, so the expected date was not used."
DEATH_FIRST = "This is before the birth date, so it was not used."
SEX_OF_UNBORN = "The child is not born yet, so the sex was taken as not known."
NONE_AND_SOME = "A disability is given beside this, so it was not used."
NO_CHILD_ID = "The child has no number of the council's (LAchildID), so only this file can tell who it is."
NO_REFERRAL = "No referral is given for this child."
NO_COLLECTION = "The file does not say which collection it is. It was read as a Children in Need census."


@dataclass(slots=True)
class Row:
    """One value as written: its place in the child, what it was taken as (or ""), what was wrong with it."""

    path: str
    value: str
    taken_as: str = ""
    problem: str = ""

    @property
    def element(self) -> str:
        """The name of the element alone."""
        return self.path.rpartition("/")[2].partition("[")[0]

    def doubt(self, sentence: str) -> None:
        """Add a sentence to what is wrong."""
        self.problem = f"{self.problem} {sentence}".strip()

    def untake(self, sentence: str = "") -> None:
        """The value does not become a fact after all."""
        self.taken_as = ""
        if sentence:
            self.doubt(sentence)


@dataclass(slots=True)
class Facts:
    """Readable values by field name, and the rows they came from.

    `many` has pairs of a fact and the row it came from, by field name, of what may be given often.
    """

    facts: dict[str, Fact] = field(default_factory=dict)
    sources: dict[str, Row] = field(default_factory=dict)
    many: dict[str, list[tuple[Fact, Row]]] = field(default_factory=dict)

    def day(self, name: str) -> date | None:
        """A fact that is a day."""
        return cast("date | None", self.facts.get(name))

    def text(self, name: str) -> str:
        """A fact that is a code or text, or ""."""
        return cast("str", self.facts.get(name, ""))

    def drop(self, name: str, sentence: str) -> None:
        """Take a fact back, saying why beside its value."""
        del self.facts[name]
        self.sources[name].untake(sentence)

    def drop_each(self, name: str, sentence: str) -> None:
        """Take all facts of one name back, saying why beside the first."""
        for number, (_, row) in enumerate(self.many.pop(name, ())):
            row.untake(sentence if number == 0 else "")


@dataclass(slots=True)
class Activity(Facts):
    """One assessment, plan or enquiry of a referral. `kind` is the element's name; `many` has `factors`, `reviews`."""

    kind: str = ""
    rows: list[Row] = field(default_factory=list)

    def refuse(self, sentence: str, about: str = "") -> None:
        """None of it becomes a fact; the sentence stands beside the value of `about`, or the first there is."""
        row = self.sources.get(about) or next(iter(self.sources.values()), self.rows[0])
        for source in (*self.sources.values(), *(row for pairs in self.many.values() for _, row in pairs)):
            source.untake()
        self.facts.clear()
        self.many.clear()
        row.doubt(sentence)


@dataclass(slots=True)
class Episode(Facts):
    """One `CINdetails`: referral, need, closing. `rows` is all the file says beneath it, never empty."""

    rows: list[Row] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)

    @property
    def mentions_closing(self) -> bool:
        """Whether the file says anything, readable or not, about a closing."""
        return any(row.element in CLOSING and row.value.strip() for row in self.rows)

    def refuse(self, sentence: str, *elements: str) -> None:
        """None of it becomes a fact; the sentence stands beside the first of `elements` there is."""
        for row in self.sources.values():
            row.untake()
        self.facts.clear()
        about = (row for row in self.rows if row.element in elements)
        next(about, self.rows[0]).doubt(sentence)


@dataclass(slots=True)
class Child(Facts):
    """One child of the file: who it is, its episodes, and every value of its part of the file in order.

    `number` is its place in the file from 1. Facts: la_child_id, born_on, expected_on, died_on, sex,
    ethnicity, upn, upn_unknown; `many` has `disabilities`.
    """

    number: int = 0
    rows: list[Row] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)

    @property
    def la_child_id(self) -> str:
        """The council's number for the child, or ""."""
        return self.text("la_child_id")

    @property
    def disabilities(self) -> list[str]:
        """Codes of what the file says, in the order of the census; empty when it says nothing."""
        given = {fact for fact, _ in self.many.get("disabilities", ())}
        return [code for code in DISABILITY if code in given]

    @property
    def fingerprint(self) -> str:
        """A hash of all the file says about the child, to know a child without a number again."""
        whole = hashlib.sha256()
        for row in self.rows:
            whole.update(f"{row.path}\x00{row.value}\x00".encode())
        return whole.hexdigest()


class Census:
    """A census that is being read. `header` and `outside` are whole once all children were taken.

    `header` maps each place outside the children to its value; `outside` holds the same as rows, with doubts.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._leaves: list[Leaf] = []

    def children(self) -> Iterator[Child]:
        """The children in the order of the file. Raises NotACensus, at the latest at the end of the file."""
        number = 0
        for number, leaves in enumerate(children(self._stream, self._leaves), start=1):
            yield _child(number, leaves)
        if number == 0:
            raise NotACensus("This file is a census without a single child, so there is nothing to import.")

    @property
    def header(self) -> dict[str, str]:
        """Each value outside the children by its place, relative to the root."""
        return {leaf.path: leaf.value for leaf in self._leaves}

    @property
    def outside(self) -> list[Row]:
        """The values outside the children, with what is wrong with them."""
        rows = [Row(leaf.path, leaf.value, problem=_read(leaf, HEADER)[0].problem) for leaf in self._leaves]
        if not any(leaf.name == COLLECTION and leaf.value.strip() for leaf in self._leaves):
            rows.append(Row(COLLECTION, "", problem=NO_COLLECTION))
        return rows

    @property
    def year(self) -> int | None:
        """The year of the collection as the header says it."""
        written = self.header.get("Header[1]/CollectionDetails[1]/Year[1]", "").strip()
        return int(written) if len(written) == 4 and written.isascii() and written.isdigit() else None

    @property
    def reference_on(self) -> date | None:
        """The last day the collection counts, as the header says it."""
        for leaf in self._leaves:
            if leaf.name == "Header/CollectionDetails/ReferenceDate":
                return cast("date | None", _read(leaf, HEADER)[0].fact)
        return None


def read_again(number: int, kept: Iterable[tuple[str, str]]) -> Child:
    """A child as its kept values say it: (path, value), in the order of the file they came from."""
    return _child(number, [Leaf(path, "" if path == "." else _NUMBERS.sub("", path), value) for path, value in kept])


def read(stream: BinaryIO) -> Census:
    """A census to be read from `stream`, which gives bytes and is read once, in pieces."""
    return Census(stream)


def _read(leaf: Leaf, elements: dict[str, Element]) -> tuple[Reading, Element | None]:
    """What one leaf says, by its name."""
    element = elements.get(leaf.name)
    if element is not None:
        return read_value(leaf.value, element), element
    return Reading(None, _why_unknown(leaf)), None


def _why_unknown(leaf: Leaf) -> str:
    last = leaf.name.rpartition("/")[2]
    if last.startswith("@"):
        # A namespace is how some systems write XML and says nothing about anybody.
        return "" if last.startswith("@xmlns") else ATTRIBUTE
    if last == "text()":
        return STRAY
    if last in ("comment()", "processing-instruction()"):
        return ""
    if leaf.name in CONTAINERS or not leaf.name:
        return NOT_A_LEAF if leaf.value.strip() else EMPTY.problem
    return UNKNOWN


def _child(number: int, leaves: list[Leaf]) -> Child:
    """Make one child of its leaves."""
    child = Child(number=number)
    episodes: dict[str, Episode] = {}
    activities: dict[str, Activity] = {}
    for leaf in leaves:
        reading, element = _read(leaf, ELEMENTS)
        row = Row(leaf.path, leaf.value, problem=reading.problem)
        child.rows.append(row)
        holder: Facts = child
        names = leaf.name.split("/", 2)
        if names[0] == EPISODE:
            steps = leaf.path.split("/", 2)
            holder = episode = episodes.setdefault(steps[0], Episode())
            episode.rows.append(row)
            if len(names) > 1 and names[1] in ACTIVITIES:
                place = f"{steps[0]}/{steps[1]}"
                if place not in activities:
                    activities[place] = Activity(kind=names[1])
                    episode.activities.append(activities[place])
                holder = activity = activities[place]
                activity.rows.append(row)
        if element is not None and element.fact and reading.fact not in (None, ""):
            _take(holder, row, element, reading)
    child.episodes = list(episodes.values())
    _settle(child)
    return child


def _take(holder: Facts, row: Row, element: Element, reading: Reading) -> None:
    if element.is_many:
        given = holder.many.setdefault(element.fact, [])
        if any(fact == reading.fact for fact, _ in given):
            row.doubt(REPEATED)
        elif reading.fact is not None and reading.fact not in element.retired:
            given.append((reading.fact, row))
            row.taken_as = element.taken_as
        return
    if element.fact in holder.facts:
        row.doubt(REPEATED)
        return
    assert reading.fact is not None
    holder.facts[element.fact] = reading.fact
    holder.sources[element.fact] = row
    row.taken_as = element.taken_as


def _settle(child: Child) -> None:
    """Facts about the child that cannot all be true: keep the surer one, say so beside the other.

    The same is forbidden by constraints of the member: 8525 (born or expected), 8750 (sex of an unborn
    child), 8790 (no disability stands alone), and a death before the birth. Each row that loses is still kept.
    """
    if len(child.la_child_id) > LONGEST_CHILD_ID:
        child.drop("la_child_id", TOO_LONG)
    elif not child.la_child_id:
        child.rows[0].doubt(NO_CHILD_ID)
    born_on, died_on = child.day("born_on"), child.day("died_on")
    if born_on and child.day("expected_on"):
        child.drop("expected_on", BOTH_BIRTHS)
    if born_on and died_on and died_on < born_on:
        child.drop("died_on", DEATH_FIRST)
    if child.day("expected_on") and child.text("sex") in ("M", "F"):
        child.drop("sex", SEX_OF_UNBORN)
    _settle_disabilities(child)
    if not child.episodes:
        child.rows[0].doubt(NO_REFERRAL)


def _settle_disabilities(child: Child) -> None:
    given = child.many.get("disabilities", [])
    if len(given) > 1:
        child.many["disabilities"] = [pair for pair in given if pair[0] != "NONE"]
        for _, row in (pair for pair in given if pair[0] == "NONE"):
            row.untake(NONE_AND_SOME)
