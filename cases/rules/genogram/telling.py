"""The same in words: what a screen reader says of each person, and the tables that stand beside the picture."""

from dataclasses import dataclass

from cases.rules.genogram.days import age, in_words
from cases.rules.genogram.family import CURRENT, LOST, UNASKED, Family, Feeling, Person, Union
from cases.rules.genogram.text import plain
from cases.rules.kinship import Kin
from cases.rules.recording import NETWORK_KIND
from cases.rules.visits import in_a_row

MARKS = {
    "substance": "substance misuse",
    "mental_health": "mental ill-health",
    "illness": "physical illness",
    "risk": "risk noted",
}
FEELINGS = {
    "close": "close",
    "very_close": "very close",
    "fused": "very close",
    "distant": "distant",
    "conflict": "in conflict",
    "close_conflict": "close and in conflict",
    "hostile": "hostile",
    "cut_off": "cut off",
    "repaired": "cut off once, and repaired",
    "controlling": "controlling",
    "abuse": "abuse",
    "physical_abuse": "physical abuse",
    "sexual_abuse": "sexual abuse",
    "emotional_abuse": "emotional abuse",
    "neglect": "neglect",
    "focused": "focused on the other",
    "caretaker": "takes care of the other",
}
ONE_WAY = frozenset(
    {"abuse", "physical_abuse", "sexual_abuse", "emotional_abuse", "neglect", "controlling", "focused", "caretaker"}
)
"""Of these one is the source and the other is meant."""
TIES = {"strong": "strong", "moderate": "moderate", "weak": "weak", "stressful": "stressful"}
FLOWS = {"to": "energy goes to them", "from": "energy goes from them", "both": "energy goes both ways", "none": ""}
KINDS = {"married": "married", "civil_partnership": "civil partners", "cohabiting": "living together"}
KINDS |= {"relationship": "in a relationship", "brief": "a brief relationship", "affair": "an affair"}
ENDED = {"separated": "separated", "ended": "ended", "divorced": "divorced", "widowed": "widowed"}
CENTRE = "child at the centre of this record"
PREGNANCIES = {"current": "pregnancy", "lost": "lost pregnancy"}
PARENTS = {"guardian": "in the special guardianship of"}
PARENTS |= {"birth": "child of", "adopted": "adopted by", "fostered": "fostered by", "step": "step-child of"}


@dataclass(frozen=True)
class PersonRow:
    """A line of the table of people."""

    id: str
    name: str
    relation: str
    born: str
    died: str
    age: str
    gender: str
    homes: tuple[str, ...]
    notes: tuple[str, ...]
    is_index: bool


@dataclass(frozen=True)
class RelationRow:
    """A line of the table of relationships: who, what, with whom."""

    kind: str
    """"partners", "parents", "twins", "link", "home", "feeling" or "agency"."""
    one: str
    what: str
    other: str


def name_of(person: Person) -> str:
    """What somebody is called, also when they have no name."""
    if name := plain(person.name):
        return name
    if person.pregnancy == CURRENT:
        return "Pregnancy"
    if person.pregnancy:
        return PREGNANCIES.get(person.pregnancy, person.pregnancy).capitalize()
    return "Somebody whose name is not known"


def spoken(family: Family) -> dict[str, str]:
    """One sentence about each person: "Kayla Pike, born 12 September 2010, child at the centre of this record"."""
    kin = relations(family)
    return {person.id: _spoken(person, kin.get(person.id, "")) for person in family.persons}


def relations(family: Family) -> dict[str, str]:
    """What everybody is to the first child at the centre; nothing when there is none."""
    return Kin(family).words(family.index[0].id) if family.index else {}


def _spoken(person: Person, relation: str) -> str:
    born = in_words(person.birth) if person.birth else ""
    if person.pregnancy == CURRENT:
        parts = [name_of(person), f"due {born}" if born else ""]
    elif person.pregnancy:
        parts = [name_of(person), born]
    elif person.is_stillborn:
        parts = [name_of(person), f"stillborn {born}"]
    else:
        parts = [
            name_of(person),
            f"born {born}" if born else "",
            _died(person),
        ]
    parts += [plain(person.says), *(MARKS.get(mark, mark) for mark in person.marks)]
    parts.append(CENTRE if person.is_index else relation)
    return ", ".join(part for part in parts if part)


def _died(person: Person) -> str:
    return f"died {in_words(person.death)}" if person.death else "has died" if person.has_died else ""


def title_of(family: Family) -> str:
    """Genogram of Kayla Pike on 21 November 2026. The title of a file is not used: it may tell what is left out."""
    names = [name_of(person) for person in family.index]
    whose = f" of {in_a_row(names)}" if names else ""
    return f"Genogram{whose} on {in_words(family.on.isoformat())}"


def summary_of(family: Family) -> str:
    """How much there is to see, for those who cannot."""
    born = sum(not person.pregnancy for person in family.persons)
    expected = sum(person.pregnancy == CURRENT for person in family.persons)
    lost = sum(person.pregnancy in LOST for person in family.persons)
    couples = sum(len(union.partners) > 1 for union in family.unions)
    parts = [
        _many(born, "person", "people"),
        _many(expected, "pregnancy", "pregnancies"),
        _many(lost, "lost pregnancy", "lost pregnancies"),
        _many(couples, "partnership", "partnerships"),
        _many(len(family.homes), "household", "households"),
        _many(len(family.feelings), "emotional tie", "emotional ties"),
    ]
    return "; ".join(part for part in parts if part) + ". The tables beside the picture say the same in words."


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}" if number else ""


def people_rows(family: Family) -> list[PersonRow]:
    """The table of people: the children at the centre first, then by birth."""
    kin = relations(family)
    ordered = sorted(family.persons, key=lambda p: (not p.is_index, p.birth or "9999", p.id))
    return [
        PersonRow(
            id=person.id,
            name=name_of(person),
            relation=related(kin.get(person.id, ""), person.is_index),
            born=in_words(person.birth) if person.birth else "",
            died=in_words(person.death) if person.death else "on a day not known" if person.has_died else "",
            age=age(person, family.on).replace("~", "about ").replace("m", " months"),
            gender=person.gender if person.gender != "unknown" else "",
            homes=tuple(plain(home.label) for home in family.homes if person.id in home.members),
            notes=_notes(person),
            is_index=person.is_index,
        )
        for person in ordered
    ]


def related(words: str, is_index: bool) -> str:
    """What somebody is to whoever is in the middle, and whether they are drawn as a child at the centre.

    >>> related("brother", is_index=True), related("aunt", is_index=False)
    ('brother, child at the centre of this record', 'aunt')
    """
    return words if not is_index or CENTRE in words else ", ".join(filter(None, [words, CENTRE]))


def _notes(person: Person) -> tuple[str, ...]:
    notes = [*filter(None, [plain(person.says)]), *(MARKS.get(mark, mark) for mark in person.marks)]
    if person.pregnancy:
        notes.insert(0, PREGNANCIES.get(person.pregnancy, person.pregnancy))
    if person.is_stillborn:
        notes.insert(0, "stillborn")
    return tuple(notes)


def relation_rows(family: Family) -> list[RelationRow]:
    """The table of relationships: everything the lines of the picture say."""
    called = {person.id: name_of(person) for person in family.persons}
    unions = {union.id: union for union in family.unions}
    rows = [
        RelationRow("partners", called[union.partners[0]], union_words(union), called[union.partners[1]])
        for union in family.unions
        if len(union.partners) > 1
    ]
    for each in family.parentage:
        parents = " and ".join(called[p] for p in unions[each.union].partners)
        rows.append(RelationRow("parents", called[each.child], PARENTS.get(each.kind, f"{each.kind} of"), parents))
    for twins in family.multiples:
        names = [called[member] for member in twins.members]
        what = "identical" if twins.is_identical else "not identical"
        number = {2: "twins", 3: "triplets"}.get(len(names), "born together")
        rows.append(RelationRow("twins", names[0], f"{what} {number} with", " and ".join(names[1:])))
    rows += [RelationRow("link", called[each.one], f"{each.what} of", called[each.other]) for each in family.links]
    rows += [RelationRow("home", called[m], "lives in", plain(h.label)) for h in family.homes for m in h.members]
    rows += [RelationRow("feeling", called[f.a], feeling_words(f, called), called[f.b]) for f in family.feelings]
    agencies = {agency.id: agency for agency in family.agencies}
    places = called | {home.id: plain(home.label) for home in family.homes}
    for tie in family.ties:
        flow = FLOWS.get(tie.flow, "")
        agency = agencies[tie.agency]
        what = link_words(tie.kind) + (f" ({flow})" if flow else "") + " with"
        what = f"{kind_of(agency.kind)}, {what}" if agency.kind else what
        rows.append(RelationRow("agency", plain(agency.name), what, places[tie.to]))
    return rows


def kind_of(kind: str) -> str:
    """A school, a GP: what an agency is, in the middle of a sentence.

    >>> kind_of("gp"), kind_of("health-visitor"), kind_of("allotment")
    ('GP', 'health visitor or school nurse', 'allotment')
    """
    return lowered(NETWORK_KIND.get(kind, kind.replace("-", " ")))


def lowered(words: str) -> str:
    """Words in the middle of a sentence; what is written in capitals stays so."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def link_words(kind: str) -> str:
    """strong link; link (nobody has said what it is)."""
    return "link (nobody has said what it is)" if kind == UNASKED else f"{TIES.get(kind, kind)} link"


def union_words(union: Union) -> str:
    """married 1980, widowed 2019, related by blood."""
    words = f"{KINDS.get(union.kind, 'together')} {in_words(union.start) if union.start else ''}".strip()
    if union.status in ENDED:
        words += f", {ENDED[union.status]} {in_words(union.end) if union.end else ''}".rstrip()
    return words + (", related by blood" if union.is_of_one_blood else "")


def feeling_words(feeling: Feeling, called: dict[str, str]) -> str:
    """close, as Kayla Pike sees it on 3 May 2026."""
    words = FEELINGS.get(feeling.kind, plain(feeling.kind).replace("_", " "))
    if is_one_way(feeling):
        words += ", from the first to the second"
    if feeling.view:
        words += f", as {plain(called.get(feeling.view, feeling.view))} sees it"
    return words + (f" on {in_words(feeling.seen_on)}" if feeling.seen_on else "")


def is_one_way(feeling: Feeling) -> bool:
    """Whether the line has an arrow."""
    return feeling.is_directed or feeling.kind in ONE_WAY
