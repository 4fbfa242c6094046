"""The XML of a Children in Need census, child by child: every leaf with its place, none left out.

Read with expat's events rather than as a tree: attributes, stray text and namespaces stay visible, a file
of any length needs no more memory than its longest child, and an error has its line and column.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.expatreader import DefusedExpatParser

ROOT = "Message"
CHILD = "Child"
COLLECTION = "Header/CollectionDetails/Collection"
EXPECTED = "CIN"

# Large, because expat starts again on an unfinished piece of mark-up with each chunk it is given.
CHUNK = 1024 * 1024

# The census is eight deep. A path grows with depth, so a file that only nests would fill the memory.
DEEPEST = 64


class NotACensus(Exception):
    """The file cannot be read as a Children in Need census. Its message is for the person who chose it."""


@dataclass(slots=True)
class Leaf:
    """One value of the file: its place with positions, its name without them, its text exactly as written.

    The place is relative to the child, or to the root outside children: `CINdetails[2]/ReferralNFA[1]`,
    `ChildIdentifiers[1]/@note`, `Disabilities[1]/text()[1]`; `.` is the child itself.
    """

    path: str
    name: str
    value: str


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    path: str
    name: str
    text: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    has_elements: bool = False

    def place(self, step: str) -> tuple[str, str]:
        """The path and name of the next `step` beneath this element."""
        self.counts[step] = self.counts.get(step, 0) + 1
        numbered = f"{step}[{self.counts[step]}]"
        if not self.path:
            return numbered, step
        return f"{self.path}/{numbered}", f"{self.name}/{step}"


class _Events:
    """Takes expat's events and sorts leaves into children and what stands outside them."""

    def __init__(self, outside: list[Leaf]) -> None:
        self.outside = outside
        self.finished: list[list[Leaf]] = []
        self.child: list[Leaf] | None = None
        self.child_depth = 0
        self.open: list[_Open] = []
        self.document = _Open("..", "..")  # comments may stand before and after the root
        self.has_root = False

    def _keep(self, path: str, name: str, value: str) -> None:
        leaves = self.outside if self.child is None else self.child
        leaves.append(Leaf(path, name, value))

    def _keep_beneath(self, step: str, value: str) -> None:
        parent = self.open[-1] if self.open else self.document
        self._keep(*parent.place(step), value)

    def _begin(self, name: str) -> _Open:
        """Open the element `name` (without prefix), which may be the root, a child, or anything beneath."""
        if not self.open:
            self.has_root = True
            if name != ROOT:
                raise NotACensus(f"This file starts with <{_short(name)}>; a census starts with <{ROOT}>.")
            return _Open("", "")
        self._flush_stray_text()
        self.open[-1].has_elements = True
        path, full_name = self.open[-1].place(name)
        if name == CHILD and self.child is None:
            self.child, self.child_depth = [], len(self.open)
            return _Open("", "")
        return _Open(path, full_name)

    def _flush_stray_text(self) -> None:
        """Keep text that stands beside elements; the blanks that only lay out the file are not text."""
        text = "".join(self.open[-1].text)
        self.open[-1].text.clear()
        if text.strip():
            self._keep_beneath("text()", text)

    # --- the events, named by the SAX interface -----------------------------------------------------------

    def startElement(self, qualified: str, attributes: Any) -> None:
        if len(self.open) >= DEEPEST:
            raise NotACensus(f"This file nests elements more than {DEEPEST} deep, which a census never does.")
        element = self._begin(qualified.rpartition(":")[2])
        self.open.append(element)
        for key, value in attributes.items():
            start = f"{element.path}/" if element.path else ""
            self._keep(f"{start}@{key}", f"{element.name}/@{key}", value)

    def endElement(self, qualified: str) -> None:
        if self.open[-1].has_elements:
            self._flush_stray_text()
        else:
            element = self.open[-1]
            value = "".join(element.text)
            self._check_collection(element.name, value)
            self._keep(element.path or ".", element.name, value)
        self.open.pop()
        if self.child is not None and len(self.open) == self.child_depth:
            self.finished.append(self.child)
            self.child = None

    def _check_collection(self, name: str, value: str) -> None:
        if self.child is None and name == COLLECTION and value.strip() not in ("", EXPECTED):
            said = _short(value.strip())
            raise NotACensus(f"This file says it is the collection “{said}”, not {EXPECTED}.")

    def characters(self, text: str) -> None:
        self.open[-1].text.append(text)

    def comment(self, text: str) -> None:
        self._keep_beneath("comment()", text)

    def processingInstruction(self, target: str, data: str) -> None:
        self._keep_beneath("processing-instruction()", f"{target} {data}")

    def fatalError(self, problem: Any) -> None:
        line, column, what = problem.getLineNumber(), problem.getColumnNumber() + 1, problem.getMessage()
        hint = " Saving it again as UTF-8 may help." if "token" in what or "encoding" in what else ""
        if not self.has_root:
            raise NotACensus(f"This file is not XML: line {line}, column {column}: {what}.{hint}")
        raise NotACensus(f"The XML of this file is damaged or cut short at line {line}, column {column}: {what}.{hint}")

    def nothing(self, *_: Any) -> None:
        """An event that carries no value of the file."""

    startDocument = endDocument = startCDATA = endCDATA = nothing
    startPrefixMapping = endPrefixMapping = skippedEntity = endDTD = nothing


def children(stream: BinaryIO, outside: list[Leaf]) -> Iterator[list[Leaf]]:
    """The leaves of each child in the order of the file; what stands outside children is added to `outside`.

    Raises NotACensus, possibly after children were given: a file may break off at its last line.
    """
    events = _Events(outside)
    parser = DefusedExpatParser(forbid_dtd=True)
    parser.setContentHandler(events)
    parser.setErrorHandler(events)
    parser.setProperty("http://xml.org/sax/properties/lexical-handler", events)
    is_empty = True
    for chunk in iter(partial(stream.read, CHUNK), b""):
        is_empty = False
        _safely(parser.feed, chunk)
        yield from _taken(events)
    if is_empty:
        raise NotACensus("This file is empty.")
    _safely(parser.close)
    yield from _taken(events)


def _taken(events: _Events) -> list[list[Leaf]]:
    finished, events.finished = events.finished, []
    return finished


def _safely(step: Any, *arguments: Any) -> None:
    """One step of the parser, its refusals put into words."""
    try:
        step(*arguments)
    except DTDForbidden as refusal:
        raise NotACensus(
            f"This file declares a document type ({_short(str(refusal.name))}), which a census never does."
            " It was not read, because such a declaration can hide a trap."
        ) from refusal
    except DefusedXmlException as refusal:
        raise NotACensus("This file declares entities, which can hide a trap. It was not read.") from refusal
    except (ValueError, LookupError) as refusal:
        # Python's own words for an encoding that expat left to it and that it cannot use.
        raise NotACensus(f"The letters of this file cannot be read: {refusal}. Save it again as UTF-8.") from refusal


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
