"""The key beneath a drawing: only for what is in it, so that it never hints at what was left out."""

from collections.abc import Callable, Iterator, Sequence

from cases.rules.genogram import pen
from cases.rules.genogram.draw_feelings import strokes
from cases.rules.genogram.draw_lines import SLASHES, dash_of, dash_of_parentage
from cases.rules.genogram.draw_people import SHADE, symbol
from cases.rules.genogram.family import BIRTH, CURRENT, LOST, TERMINATION, Family, Person, Union
from cases.rules.genogram.telling import FEELINGS, KINDS, is_one_way
from cases.rules.genogram.text import plain, width

SIZE, LINE, SAMPLE, SPACE = 9.5, 17.0, 26.0, 12.0
GENDERS = {"male": "male", "female": "female", "other": "another gender", "unknown": "gender not known"}

Entry = tuple[str, Callable[[float, float], str]]
"""Its words, and what draws its sample at a left edge and a height."""


def legend(family: Family, left: float, top: float, wide: float, more: Sequence[Entry] = ()) -> tuple[str, float]:
    """The key as SVG, and how high it is. `more` are entries of layers of their own."""
    entries = [*_of_people(family), *_of_lines(family), *_of_feelings(family), *more]
    parts, x, y = [pen.path(((left, top), (left + wide, top)), stroke=pen.GREY, stroke_width=0.5)], left, top + LINE
    for words, sample in entries:
        needed = SAMPLE + 5 + width(words, SIZE)
        if x > left and x + needed > left + wide:
            x, y = left, y + LINE
        parts.append(sample(x, y))
        parts.append(pen.words(words, x + SAMPLE + 5, y + 3.3, SIZE, text_anchor="start"))
        x += needed + SPACE
    return pen.group(parts, data_layer="legend", aria_hidden="true"), y - top + LINE


def _of_people(family: Family) -> Iterator[Entry]:
    born = [person for person in family.persons if not person.pregnancy]
    genders = {person.gender for person in born}
    for gender, words in GENDERS.items():
        if gender in genders:
            yield words, _symbol(Person("", gender=gender))
    if family.index:
        yield "child at the centre", _symbol(Person("", gender=family.index[0].gender, is_index=True))
    if any(person.is_dead for person in born):
        yield "died", _crossed(Person("", gender="male"))
    yield from _of_pregnancies(family)
    yield from _of_marks({mark for person in family.persons for mark in person.marks})


def _of_pregnancies(family: Family) -> Iterator[Entry]:
    kinds = {person.pregnancy for person in family.persons}
    if CURRENT in kinds:
        yield "pregnancy", _symbol(Person("", pregnancy=CURRENT))
    for kind in sorted(kinds & LOST):
        yield kind, _crossed(Person("", pregnancy=kind))
    if any(person.is_stillborn for person in family.persons):
        yield "stillborn (small)", _crossed(Person("", gender="male"), 5.0)


def _of_marks(marks: set[str]) -> Iterator[Entry]:
    if "substance" in marks:
        yield "substance misuse", lambda x, y: _shaded(x, y, y, y + 7)
    if marks & {"mental_health", "illness"}:
        yield "ill-health", lambda x, y: _shaded(x, y, y - 7, y + 7, half=True)
    if "risk" in marks:
        yield "risk noted", lambda x, y: pen.words("!", x + SAMPLE / 2, y + 4, 11.0, fill=pen.RED, font_weight="bold")


def _of_lines(family: Family) -> Iterator[Entry]:
    yield from _of_couples([union for union in family.unions if len(union.partners) > 1])
    named = {"adopted": "adopted", "fostered": "fostered", "step": "step-child", "informal": "informal care"}
    for kind in sorted({each.kind for each in family.parentage} - {BIRTH}):
        yield named.get(kind, plain(kind)), _stroke(dash_of_parentage(kind))
    if any(twins.is_identical for twins in family.multiples):
        yield "identical twins", _identical
    if family.homes:
        yield "who lives together", _stroke("7 4", pen.HOMES[0])


def _of_couples(couples: Sequence[Union]) -> Iterator[Entry]:
    words = {"": KINDS["married"], dash_of(Union("", (), "cohabiting")): KINDS["cohabiting"]}
    for dash in sorted({dash_of(union) for union in couples}):
        yield words.get(dash, "brief, or not known"), _stroke(dash)
    slashes = {SLASHES.get(union.status, 0) for union in couples}
    for many, told in ((1, "separated or ended"), (2, "divorced")):
        if many in slashes:
            yield told, _slashed(many)
    if any(union.is_of_one_blood for union in couples):
        yield "related by blood", lambda x, y: _stroke("")(x, y - 1.5) + _stroke("")(x, y + 1.5)


def _of_feelings(family: Family) -> Iterator[Entry]:
    one_way = {each.kind: is_one_way(each) for each in family.feelings}
    for kind in sorted(one_way):
        yield FEELINGS.get(kind, plain(kind).replace("_", " ")), _feeling(kind, one_way[kind])


# ----- samples


def _symbol(person: Person) -> Callable[[float, float], str]:
    def sample(x: float, y: float) -> str:
        inner = symbol(person, x + SAMPLE / 2, y, 4.0, fill="none") if person.is_index else ""
        return symbol(person, x + SAMPLE / 2, y, 7.0) + inner

    return sample


def _crossed(person: Person, half: float = 7.0) -> Callable[[float, float], str]:
    def sample(x: float, y: float) -> str:
        m = x + SAMPLE / 2
        lines = [((m - half, y - half), (m + half, y + half)), ((m + half, y - half), (m - half, y + half))]
        if person.pregnancy == TERMINATION:
            lines.append(((m - half - 3, y), (m + half + 3, y)))
        return symbol(person, m, y, half) + "".join(pen.path(line, stroke_width=1.0) for line in lines)

    return sample


def _stroke(dash: str, colour: str = "") -> Callable[[float, float], str]:
    return lambda x, y: pen.path(((x, y), (x + SAMPLE, y)), stroke_dasharray=dash, stroke=colour)


def _slashed(many: int) -> Callable[[float, float], str]:
    def sample(x: float, y: float) -> str:
        places = [x + SAMPLE / 2 + (at - (many - 1) / 2) * 5 for at in range(many)]
        return _stroke("")(x, y) + "".join(pen.path(((m - 3, y + 6), (m + 3, y - 6))) for m in places)

    return sample


def _identical(x: float, y: float) -> str:
    m = x + SAMPLE / 2
    legs = ((m - 8, y + 6), (m, y - 6), (m + 8, y + 6))
    return pen.path(legs) + pen.path(((m - 5, y + 1.5), (m + 5, y + 1.5)))


def _shaded(x: float, y: float, top: float, bottom: float, half: bool = False) -> str:
    m = x + SAMPLE / 2
    shade = pen.box(m - 7, top, m if half else m + 7, bottom, fill=SHADE, stroke="none")
    return shade + pen.box(m - 7, y - 7, m + 7, y + 7)


def _feeling(kind: str, is_directed: bool) -> Callable[[float, float], str]:
    shown = "abuse" if kind.endswith("_abuse") else kind
    return lambda x, y: "".join(strokes(shown, [(x, y), (x + SAMPLE, y)], is_directed))
