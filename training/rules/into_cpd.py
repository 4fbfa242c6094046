"""What of an occasion may flow into a piece of learning: the part somebody played, the colleagues, the day, the kind.

| may flow | source |
|---|---|
| the kind of occasion, from a list of ours | PRACTICE 1, REFERENCE 7.1: never family-identifiable text |
| the part somebody played, from a list of ours | 7.1 |
| colleagues who were there, by the names the service has for them | 7.1: one click, peers filled in |
| the day | 7.1 |
| nothing else: no title, place, note or family's name, and not how many families there were | the step's issue |

It is built from what may pass and takes nothing out of anything: whatever else stands in the facts is not looked at.
What somebody types themselves is theirs; `wonders` asks them about words that look like a person, and refuses nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_PEERS = 30


class Occasion(StrEnum):
    """Kinds of occasions that can become a piece. The value is what the draft says."""

    GROUP_SUPERVISION = "Group supervision"
    ONE_TO_ONE = "One-to-one supervision"
    OBSERVATION = "A practice observation"
    CONFERENCE = "A family group conference"
    CONSULTATION = "A consultation with a clinician"
    COURSE = "A course or workshop"


class Part(StrEnum):
    """Parts somebody can have played. The value is what the draft says."""

    PRESENTER = "I presented"
    CONSULTANT = "I asked the questions"
    OBSERVER = "I listened and reflected with the others"
    PLANNER = "I helped to plan the next conversations"
    SCRIBE = "I took the notes"
    SUPERVISOR = "I held the session"
    OBSERVED = "I was observed"
    OBSERVED_SOMEBODY = "I observed a colleague"
    COORDINATOR = "I prepared and held it"
    TOOK_PART = "I took part"


# By the codes other parts of the house use for them.
OCCASIONS: Mapping[str, Occasion] = {
    "group-supervision": Occasion.GROUP_SUPERVISION,
    "one-to-one": Occasion.ONE_TO_ONE,
    "observation": Occasion.OBSERVATION,
    "conference": Occasion.CONFERENCE,
    "consultation": Occasion.CONSULTATION,
    "course": Occasion.COURSE,
}
PARTS: Mapping[str, Part] = {
    "presenter": Part.PRESENTER,
    "consultant": Part.CONSULTANT,
    "observer": Part.OBSERVER,
    "action-planner": Part.PLANNER,
    "scribe": Part.SCRIBE,
    "supervisor": Part.SUPERVISOR,
    "observed": Part.OBSERVED,
    "observed-somebody": Part.OBSERVED_SOMEBODY,
    "coordinator": Part.COORDINATOR,
    "took-part": Part.TOOK_PART,
}
# The activity of Social Work England's form, by the codes of `Piece.Activity`.
ACTIVITIES: Mapping[Occasion, str] = {
    Occasion.GROUP_SUPERVISION: "supervision",
    Occasion.ONE_TO_ONE: "supervision",
    Occasion.OBSERVATION: "feedback",
    Occasion.CONFERENCE: "practice",
    Occasion.CONSULTATION: "supervision",
    Occasion.COURSE: "course",
}
WITH_PEERS = frozenset({Occasion.GROUP_SUPERVISION, Occasion.ONE_TO_ONE, Occasion.CONSULTATION, Occasion.OBSERVATION})
"""Occasions that are themselves talk with colleagues: what was learned there is peer reflection."""


class NotAnOccasion(ValueError):
    """Of this nothing may flow: its kind is not known here. It does not say what was given."""


@dataclass(frozen=True)
class Draft:
    """What a piece begins with. `fields` are those that are left to write, at most two from an occasion with peers."""

    activity: str
    done_on: date
    description: str
    peers: tuple[str, ...]
    fields: tuple[str, ...]


def draft(facts: Mapping[str, object], colleagues: Mapping[int, str]) -> Draft:
    """A draft from what is known of an occasion. `facts` may hold anything; four things of it are looked at.

    They are `kind` and `part` (codes), `on` (a day) and `people` (keys of colleagues who were there, without oneself).
    `colleagues` are the names the service has for those keys; whoever is not among them is left out. Raises
    NotAnOccasion for a kind, or a day, that is none.
    """
    occasion, on = OCCASIONS.get(_code(facts.get("kind"))), facts.get("on")
    if occasion is None or not isinstance(on, date) or isinstance(on, datetime):
        raise NotAnOccasion
    part = PARTS.get(_code(facts.get("part")), Part.TOOK_PART)
    peers = _names(facts.get("people"), colleagues) if occasion in WITH_PEERS else ()
    left = ("learned", "impact") if peers or occasion not in WITH_PEERS else ("learned", "impact", "peer_with")
    return Draft(ACTIVITIES[occasion], on, f"{occasion.value}. {part.value}.", peers, left)


def peer_words(words: str, peers: Iterable[str]) -> str:
    """What talking with peers changed, when a piece begins with an occasion of talk: what was learned there.

    So nobody writes the same twice; empty without peers. The author may still say it in other words.
    """
    return words if list(peers) else ""


_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a date of birth or another exact day", re.compile(r"\b\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}\b")),
    ("a number by which somebody can be found", re.compile(r"\b\d(?:[ \-]?\d){6,}\b")),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    ("an e-mail address", re.compile(r"\b\S+@\S+\.\w+\b")),
)
_WORD = r"[A-Z](?:[^\W\d_]|[’'\-])+(?!\w)"
_NAME = re.compile(rf"(?<=[a-z,;:] ){_WORD}(?: {_WORD})*")
_NO_NAMES = frozenset({
    "I’m", "I've", "I’ve", "I’d", "I'd", "I'm", "I'll", "I’ll", "CPD", "ASYE", "CAMHS", "MASH", "NHS", "GP",
    "CIN", "CP", "FGC", "SEN", "EHCP", "English", "British", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "Christmas", "Easter", "Ramadan", "Eid", "Social", "Work",
    "England",
})  # fmt: skip


def wonders(words: str, peers: Iterable[str] = ()) -> tuple[str, ...]:
    """What in somebody's own words looks as if it told who a family is: shown before a piece is final or pasted.

    It asks and never refuses: it misses names at the beginning of a sentence, and takes some words for names.
    """
    known = {part for peer in peers for part in peer.split()} | _NO_NAMES
    found = [f"“{match[0]}” looks like {what}" for what, sign in _SIGNS for match in sign.finditer(words)]
    names = (match[0] for match in _NAME.finditer(words) if not set(match[0].split()) <= known)
    return tuple(dict.fromkeys([*found, *(f"“{name}” looks like a name" for name in names)]))


def _code(given: object) -> str:
    return given if isinstance(given, str) else ""


def _names(given: object, colleagues: Mapping[int, str]) -> tuple[str, ...]:
    keys = given if isinstance(given, list | tuple | set | frozenset) else ()
    known = {key for key in keys if type(key) is int and key in colleagues}
    return tuple(sorted(colleagues[key] for key in known)[:MOST_PEERS])
