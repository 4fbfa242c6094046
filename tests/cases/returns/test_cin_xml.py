"""Nothing of a child is lost: random trees, written as XML, come back leaf by leaf."""

import io
from collections import Counter
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.returns import cin_xml
from tests.cases.returns.xml import census, child, read_children

NAMES = st.sampled_from(["LAchildID", "CINdetails", "CINreferralDate", "Assessments", "Child", "Made.up-1", "x:y"])
# What XML 1.0 can carry. A carriage return is made a line feed by every reader, as the standard demands.
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
TEXT = st.text(LETTERS | st.sampled_from("\n\t"), max_size=12)


@dataclass
class Tree:
    """An element: attributes, then pieces that are text, comments or elements."""

    name: str
    attributes: dict[str, str]
    pieces: list["Tree | str | Note"] = field(default_factory=list)


@dataclass
class Note:
    """A comment."""

    text: str


ATTRIBUTES = st.dictionaries(st.sampled_from(["a", "b", "x:c"]), st.text(LETTERS, max_size=8), max_size=2)
NOTES = st.builds(Note, st.text(st.sampled_from("ab c"), max_size=6))
LEAVES = st.builds(Tree, NAMES, ATTRIBUTES, st.lists(TEXT | NOTES, max_size=3))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(Tree, NAMES, ATTRIBUTES, st.lists(inner | TEXT | NOTES, max_size=5)),
    max_leaves=12,
)


def written(tree: Tree | str | Note) -> str:
    """The tree as XML."""
    if isinstance(tree, str):
        return escape(tree)
    if isinstance(tree, Note):
        return f"<!--{tree.text}-->"
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in tree.attributes.items())
    return f"<{tree.name}{attributes}>{''.join(map(written, tree.pieces))}</{tree.name}>"


def values(tree: Tree) -> Counter[str]:
    """Every value an import must hold: leaves' texts, attributes, comments, text beside elements."""
    found = Counter(tree.attributes.values())
    runs, elements = [""], 0
    for piece in tree.pieces:
        if isinstance(piece, str):
            runs[-1] += piece
        elif isinstance(piece, Note):
            found[piece.text] += 1
        else:
            elements += 1
            found.update(values(piece))
            runs.append("")
    found.update(runs if not elements else [run for run in runs if run.strip()])
    return found


@given(st.lists(TREES, min_size=1, max_size=3))
def test_no_value_of_a_child_is_lost_or_made_up(trees: list[Tree]) -> None:
    whole = [Tree("Child", tree.attributes, [tree]) for tree in trees]
    children = read_children(census(*map(written, whole)))
    assert [Counter(row.value for row in found.rows) for found in children] == [values(tree) for tree in whole]
    for found in children:
        paths = [row.path for row in found.rows]
        assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("chunk", [1, 7, 64, 1_000_000])
def test_where_the_file_is_cut_into_pieces_does_not_matter(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cin_xml, "CHUNK", chunk)
    file = census(child("Zoë 😀", "<CINdetails a='b'>x<y/>z</CINdetails>"), child("C2"))
    assert [row.value for found in read_children(file) for row in found.rows] == [
        "Zoë 😀", "2015-05-17", "F", "WBRI", "b", "x", "", "z", "C2", "2015-05-17", "F", "WBRI",
    ]  # fmt: skip


def test_what_stands_outside_children_is_kept_with_its_place() -> None:
    outside: list[cin_xml.Leaf] = []
    inside = b"<Header><Source/></Header>b<Children><Child/><Kid>c</Kid></Children>"
    file = b"<!--a--><Message v='1'>" + inside + b"</Message>"
    assert len(list(cin_xml.children(io.BytesIO(file), outside))) == 1
    assert {leaf.path: leaf.value for leaf in outside} == {
        "../comment()[1]": "a",
        "@v": "1",
        "Header[1]/Source[1]": "",
        "text()[1]": "b",
        "Children[1]/Kid[1]": "c",
    }


def test_children_are_found_wherever_they_stand() -> None:
    beneath = b"<Children><Group><Child><a>2</a></Child></Group></Children>"
    file = b"<Message><Child><a>1</a></Child>" + beneath + b"</Message>"
    found = list(cin_xml.children(io.BytesIO(file), []))
    assert [[leaf.value for leaf in leaves] for leaves in found] == [["1"], ["2"]]


def test_children_are_given_before_the_file_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cin_xml, "CHUNK", 4096)
    stream = io.BytesIO(census(*(child(f"C{n}") for n in range(1000))))
    next(cin_xml.children(stream, []))
    assert stream.tell() < 20_000
