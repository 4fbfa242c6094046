"""Who could take this family? Workers in an order that can be said in words, and why some cannot (REFERENCE 9.3, 13 c).

Nobody gets a score. What the family wishes comes first, then whom they know, then language, then whether there is room
and how far the way is: each is a plain fact, and of two neighbours the first fact in which they differ says why one
stands before the other. Of a conflict of interest no more is said than that the person cannot take this record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.names import day_in_words
from cases.rules.weighting.points import in_points
from cases.rules.weighting.rows import SHIPPED, Weights
from cases.rules.weighting.scheme import Scheme, scheme_on

NEAR_MINUTES = 30


@dataclass(frozen=True)
class Wish:
    """What a child or a parent said about who works with them, in their words, and whom it fits, as far as is known.

    `fits` is None where our records cannot tell: it is shown all the same. `not_with` are workers they would not have.
    """

    said_by: str
    words: str
    fits: frozenset[int] | None = None
    not_with: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Needs:
    """What a family needs of a worker. `points` in thousandths, without the way there; `minutes` one way, by worker.

    `languages` that the family speaks, by name; `needs_language`: no interpreter will do. `closed_to` are people with a
    conflict of interest. `led_for` and `known_until`: whose lead a worker is already, and until when they knew them.
    """

    children: int
    points: int
    languages: frozenset[str] = frozenset()
    needs_language: bool = False
    needs_registered: bool = False
    needs_experience: bool = False
    """An enquiry, a protection plan or court: nobody early in their career leads alone."""
    has_co_worker: bool = False
    wishes: tuple[Wish, ...] = ()
    closed_to: frozenset[int] = frozenset()
    led_for: Mapping[int, tuple[str, ...]] | None = None
    known_until: Mapping[int, date] | None = None
    minutes: Mapping[int, int] | None = None
    lead: int | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody who might take a family. `load` and `capacity` in thousandths of a point, as on the day."""

    key: int
    name: str
    load: int
    capacity: int
    children: int = 0
    families: int = 0
    due_soon: int = 0
    languages: frozenset[str] = frozenset()
    is_registered: bool = True
    is_early_career: bool = False
    children_most: int | None = None
    """Children they may hold at most, early in a career."""
    away_from: date | None = None
    away_until: date | None = None
    """The day they are back; None with `away_from`: not known."""
    leaves_on: date | None = None
    is_agency: bool = False


@dataclass(frozen=True)
class Could:
    """Somebody who could: `reasons` speak for it, `mind` is to think of, `ahead` is why they stand before the next."""

    key: int
    name: str
    reasons: tuple[str, ...]
    mind: tuple[str, ...]
    ahead: str
    score_after: int
    """In thousandths of capacity, with this family."""


@dataclass(frozen=True)
class CouldNot:
    """Somebody who cannot, and why, in a sentence."""

    key: int
    name: str
    why: str


@dataclass(frozen=True)
class Answer:
    """What the family wishes, who could take it, in order, and who cannot, by name."""

    wishes: tuple[Wish, ...]
    could: tuple[Could, ...]
    could_not: tuple[CouldNot, ...]


@dataclass(frozen=True)
class _Fact:
    """One thing that orders: less comes first. `words` say it of whoever has less."""

    place: int
    words: str


def who_could(needs: Needs, candidates: Iterable[Candidate], on: date, weights: Weights = SHIPPED) -> Answer:
    """Everybody, in order, with reasons. The order of what is given makes no difference."""
    scheme = scheme_on(on, weights)
    able: list[tuple[list[_Fact], Candidate]] = []
    not_able: list[CouldNot] = []
    for candidate in sorted(candidates, key=lambda each: (each.name, each.key)):
        why = _why_not(needs, candidate, scheme, on)
        if why:
            not_able.append(CouldNot(candidate.key, candidate.name, why))
        else:
            able.append((_facts(needs, candidate, scheme, on), candidate))
    able.sort(key=lambda pair: ([fact.place for fact in pair[0]], pair[1].name, pair[1].key))
    following = [None if place + 1 == len(able) else able[place + 1][0] for place in range(len(able))]
    could = (
        Could(
            key=candidate.key,
            name=candidate.name,
            reasons=_reasons(needs, candidate, scheme),
            mind=_mind(needs, candidate, scheme, on),
            ahead=_ahead(facts, after),
            score_after=score_after(needs, candidate, scheme),
        )
        for (facts, candidate), after in zip(able, following, strict=True)
    )
    return Answer(needs.wishes, tuple(could), tuple(not_able))


def score_after(needs: Needs, candidate: Candidate, scheme: Scheme) -> int:
    """Thousandths of capacity with this family and the way to it, rounded up: a cap that is passed is passed."""
    way = scheme.travel(_minutes(needs, candidate) or 0)
    load = candidate.load + needs.points + needs.children * (way.amount if way else 0)
    return -(-load * 1000 // candidate.capacity)


def _why_not(needs: Needs, candidate: Candidate, scheme: Scheme, on: date) -> str:
    """Why somebody cannot; empty when they can. What must not be said comes first, and says nothing."""
    if candidate.key in needs.closed_to:
        return f"{candidate.name} cannot take this record."
    if candidate.key == needs.lead:
        return f"{candidate.name} leads for them already."
    asked = next((wish for wish in needs.wishes if candidate.key in wish.not_with), None)
    if asked:
        return f"{asked.said_by} asked for somebody else."
    return _why_not_now(candidate, scheme, on) or _why_not_this(needs, candidate, scheme)


def _why_not_now(candidate: Candidate, scheme: Scheme, on: date) -> str:
    """Somebody who can take nobody at present."""
    name, leaves = candidate.name, candidate.leaves_on
    if leaves and (leaves - on).days <= scheme.leaving_days:
        return f"{name} leaves on {day_in_words(leaves)}."
    if _is_away_long(candidate, scheme, on):
        return f"{name} is away {_until(candidate)}."
    return "" if candidate.capacity else f"{name} is to hold no caseload at present."


def _why_not_this(needs: Needs, candidate: Candidate, scheme: Scheme) -> str:
    """Somebody who can take others and not this family."""
    name, most = candidate.name, candidate.children_most
    if needs.needs_registered and not candidate.is_registered:
        return "This work needs somebody registered with Social Work England."
    if needs.needs_experience and candidate.is_early_career and not needs.has_co_worker:
        return f"{name} is early in their career: this work needs a co-worker beside them."
    if most is not None and candidate.children + needs.children > most:
        return f"{name} would hold more than {most} children, too many early in a career."
    if needs.needs_language and not needs.languages & candidate.languages:
        return f"{name} does not speak {_either(needs.languages)}."
    if score_after(needs, candidate, scheme) > scheme["zone.over"].amount:
        return f"{name} would hold more than is safe: {_after_in_words(needs, candidate, scheme)}."
    return ""


def _facts(needs: Needs, candidate: Candidate, scheme: Scheme, on: date) -> list[_Fact]:
    """What orders, the first that differs deciding."""
    after, minutes = score_after(needs, candidate, scheme), _minutes(needs, candidate)
    fits = sum(wish.fits is not None and candidate.key in wish.fits for wish in needs.wishes)
    shared = needs.languages & candidate.languages
    known = (needs.known_until or {}).get(candidate.key)
    # Whoever is at home with fewer than ten points between them is alike: a point is an indication, not a measure.
    tenth = max(after, scheme["zone.room"].amount) // 100
    return [
        _Fact(-fits, "fits what the family wishes"),
        _Fact(after > scheme["zone.full"].amount, "has room for them"),
        _Fact(not (needs.led_for or {}).get(candidate.key), "leads for a brother or sister"),
        _Fact(-known.toordinal() if known else 0, "knew the family last"),
        _Fact(not shared, f"speaks {_either(shared or needs.languages)}"),
        _Fact(_is_away(candidate, on), "is here now"),
        _Fact(tenth, "would be less full"),
        _Fact(_way(minutes, scheme), "has the shorter way"),
        _Fact(candidate.is_agency, "is employed here"),
    ]


def _ahead(facts: list[_Fact], after: list[_Fact] | None) -> str:
    """The first fact that differs from the next one's; empty for the last, and where only the name decides."""
    pairs = zip(facts, after or facts, strict=True)
    return next((mine.words for mine, theirs in pairs if mine.place < theirs.place), "")


def _reasons(needs: Needs, candidate: Candidate, scheme: Scheme) -> tuple[str, ...]:
    """What speaks for somebody, in the order in which it counts."""
    room = candidate.capacity - candidate.load
    found = [
        f"Fits what {wish.said_by} wishes"
        for wish in needs.wishes
        if wish.fits is not None and candidate.key in wish.fits
    ]
    if led := (needs.led_for or {}).get(candidate.key):
        found.append(f"Leads already for {_and(led)}")
    if known := (needs.known_until or {}).get(candidate.key):
        found.append(f"Worked with the family until {day_in_words(known)}")
    if shared := needs.languages & candidate.languages:
        found.append(f"Speaks {_and(sorted(shared))}")
    if score_after(needs, candidate, scheme) <= scheme["zone.full"].amount:
        # An indication: hundredths would say more than anybody knows.
        found.append(f"Has {in_points(room // 100 * 100)} points of room; {_after_in_words(needs, candidate, scheme)}")
    minutes = _minutes(needs, candidate)
    if minutes is not None and minutes < NEAR_MINUTES:
        found.append(f"Is {minutes} minutes away")
    return tuple(found)


def _mind(needs: Needs, candidate: Candidate, scheme: Scheme, on: date) -> tuple[str, ...]:
    """What to think of before asking."""
    wished = [wish for wish in needs.wishes if wish.fits is not None and candidate.key not in wish.fits]
    found = [f"Is not what {wish.said_by} wishes" for wish in wished]
    if score_after(needs, candidate, scheme) > scheme["zone.full"].amount:
        found.append(f"Would be over: {_after_in_words(needs, candidate, scheme)}")
    if candidate.due_soon:
        due = "1 thing" if candidate.due_soon == 1 else f"{candidate.due_soon} things"
        found.append(f"Has {due} due in the next {scheme['due-soon'].amount} days")
    found += _soon_gone(candidate, scheme, on)
    if needs.needs_experience and candidate.is_early_career:
        found.append("Is early in their career, and needs the co-worker beside them")
    minutes = _minutes(needs, candidate)
    if minutes is not None and minutes >= NEAR_MINUTES:
        found.append(f"Has {minutes} minutes to go, one way")
    return tuple(found)


def _soon_gone(candidate: Candidate, scheme: Scheme, on: date) -> list[str]:
    """What is known of their being here."""
    found = []
    if _is_away(candidate, on):
        found.append(f"Is away {_until(candidate)}")
    elif candidate.away_from and on < candidate.away_from <= on + timedelta(days=scheme["away-long"].amount):
        found.append(f"Is away from {day_in_words(candidate.away_from)}")
    if candidate.leaves_on:
        found.append(f"Leaves on {day_in_words(candidate.leaves_on)}")
    if candidate.is_agency:
        found.append("Works here through an agency: may have to say goodbye sooner")
    return found


def _minutes(needs: Needs, candidate: Candidate) -> int | None:
    return (needs.minutes or {}).get(candidate.key)


def _way(minutes: int | None, scheme: Scheme) -> int:
    """The step of travel a way is in. One nobody noted is taken for a short one, as it weighs."""
    row = scheme.travel(minutes or 0)
    return row.limit or 0 if row else 0


def _is_away(candidate: Candidate, on: date) -> bool:
    begun = candidate.away_from is not None and candidate.away_from <= on
    return begun and (candidate.away_until is None or candidate.away_until > on)


def _is_away_long(candidate: Candidate, scheme: Scheme, on: date) -> bool:
    """Away now, and not back for long, or nobody knows when."""
    if not _is_away(candidate, on):
        return False
    return candidate.away_until is None or (candidate.away_until - on).days >= scheme["away-long"].amount


def _until(candidate: Candidate) -> str:
    return f"until {day_in_words(candidate.away_until)}" if candidate.away_until else "and nobody knows until when"


def _after_in_words(needs: Needs, candidate: Candidate, scheme: Scheme) -> str:
    after = score_after(needs, candidate, scheme)
    return f"with this family {in_points(after * 100)} of 100"


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _either(words: Iterable[str]) -> str:
    *most, last = sorted(words) or ["their language"]
    return f"{', '.join(most)} or {last}" if most else last
