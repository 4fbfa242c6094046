"""An offer and its answers: to whom, in which language, what each agreed to share, and what reaches the coordinator.

| rule | source |
|---|---|
| always voluntary; offered to everybody with parental responsibility, each answer kept | REFERENCE 6.1, 6.2.1 |
| each child is asked; of a baby or an unborn child nobody asks, they say how they know | REFERENCE 6.2.1; PRACTICE 1 |
| in the language somebody thinks in; no child and nobody of the family interprets | REFERENCE 6.2.1; PRACTICE 1 |
| a coordinator sees the referral, the conference and the facts agreed to | issue of the step; REFERENCE 4.3 |
| what keeps people safe reaches the coordinator whatever anybody agreed to | PRACTICE 1, "Facts consented to" |
| taking part is by consent; a consent may be taken back | REFERENCE 10.3 (b: in the same register as all others) |
| offered at every threshold, early help included, and whenever a family asks | issue of the step; REFERENCE 6.4 |
| a fact about a child needs a yes from somebody with parental responsibility, and no no | DESIGN |

Plain facts in, plain facts out: who the people are, and what they said, is the caller's to fetch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

OLD_ENOUGH_TO_ASK = 4
"""Years from which a child says themselves what they think of it: the youngest code ends there (REFERENCE 12.3)."""
QUIET = timedelta(days=28)
"""How long nobody asks again after a no, unless court comes nearer. DESIGN: a no is an answer."""


class Threshold(StrEnum):
    """Where help changes: a conference is offered, or offered again, at each."""

    HELP = "help"
    NEED = "need"
    ENQUIRY = "enquiry"
    PROTECTION = "protection"
    BEFORE_COURT = "before-court"
    COURT = "court"
    LOOKED_AFTER = "looked-after"
    HOME_AGAIN = "home-again"
    FAMILY_ASKED = "family-asked"

    @property
    def words(self) -> str:
        """As a worker reads it."""
        return THRESHOLD_SAYS[self]


THRESHOLD_SAYS: dict[Threshold, str] = {
    Threshold.HELP: "help by agreement began",
    Threshold.NEED: "a child in need plan began",
    Threshold.ENQUIRY: "an enquiry (section 47) began",
    Threshold.PROTECTION: "a child protection plan began",
    Threshold.BEFORE_COURT: "the letter before proceedings is near",
    Threshold.COURT: "proceedings began",
    Threshold.LOOKED_AFTER: "a child came into care",
    Threshold.HOME_AGAIN: "a child is coming home",
    Threshold.FAMILY_ASKED: "the family asked for one",
}
DO_NOT_WAIT = frozenset({Threshold.BEFORE_COURT, Threshold.FAMILY_ASKED})


class Answer(StrEnum):
    """What somebody said. The first three are those of `FamilyAnswer`."""

    YES = "yes"
    THINKING = "thinking"
    NO = "no"
    NO_REPLY = "no-reply"
    NOT_ASKED = "not-asked"


class Fact(StrEnum):
    """Kinds of facts about somebody, as a coordinator may or may not come to know them."""

    REACH = "reach"
    LANGUAGE = "language"
    HEALTH = "health"
    SCHOOL = "school"
    PLAN = "plan"
    HISTORY = "history"
    MONEY = "money"
    ORDER = "order"
    BAIL = "bail"
    SAFE_ADDRESS = "safe-address"
    KEEP_APART = "keep-apart"
    DANGER = "danger"


FACT_SAYS: dict[Fact, str] = {
    Fact.REACH: "How to reach you",
    Fact.LANGUAGE: "Your language, your faith, what you need to take part",
    Fact.HEALTH: "Your health",
    Fact.SCHOOL: "School or nursery",
    Fact.PLAN: "The plan there is now, and why",
    Fact.HISTORY: "What happened before",
    Fact.MONEY: "Home and money",
    Fact.ORDER: "An order of a court",
    Fact.BAIL: "A condition of bail",
    Fact.SAFE_ADDRESS: "An address that must not be known",
    Fact.KEEP_APART: "People who must not meet",
    Fact.DANGER: "Something that could hurt somebody",
}
SAFETY = frozenset({Fact.ORDER, Fact.BAIL, Fact.SAFE_ADDRESS, Fact.KEEP_APART, Fact.DANGER})
"""They reach the coordinator whatever anybody agreed to. Nobody is asked to agree to them; they are told of it."""
TO_AGREE_TO = tuple(fact for fact in Fact if fact not in SAFETY)


@dataclass(frozen=True)
class Asked:
    """One time somebody was asked: what they said, on which day, by whom, in which language, with whose help.

    `shares` are the facts they agreed to share then; `interpreter` is empty where none was needed, and `is_kin` says
    that a child or somebody of the family interpreted.
    """

    person: int
    answer: Answer
    on: date
    by: str = ""
    language: str = ""
    interpreter: str = ""
    is_kin: bool = False
    shares: frozenset[Fact] = frozenset()


@dataclass(frozen=True)
class Person:
    """Somebody who is asked, or for whom it is said why not. `years` is None where it is not known.

    `language` is the one they think in, empty for English. `not_asked_because`: where they are is not known, or asking
    would put somebody in danger.
    """

    key: int
    name: str
    has_responsibility: bool = False
    is_child: bool = False
    years: int | None = None
    is_unborn: bool = False
    language: str = ""
    not_asked_because: str = ""


@dataclass(frozen=True)
class Known:
    """A fact in the record that a coordinator may need: what kind, about whom, in which words."""

    kind: Fact
    about: int
    words: str


def latest(asked: Iterable[Asked], person: int) -> Asked | None:
    """What somebody said last; of two on one day the later in the order given."""
    found: Asked | None = None
    for each in asked:
        if each.person == person and (found is None or each.on >= found.on):
            found = each
    return found


def still_to_ask(people: Sequence[Person], asked: Sequence[Asked]) -> list[str]:
    """What an offer still lacks, a sentence each. Nothing here stops anybody: it is a list to work through."""
    found: list[str] = []
    for person in people:
        if person.has_responsibility or person.is_child:
            found += _lacks(person, latest(asked, person.key))
    if not any(person.has_responsibility for person in people):
        found.append("Nobody with parental responsibility is named. Who has it?")
    return found


def _lacks(person: Person, said: Asked | None) -> list[str]:
    is_little = person.years is not None and person.years < OLD_ENOUGH_TO_ASK
    if person.is_unborn or (person.is_child and is_little):
        return []
    if said is None or said.answer is Answer.NOT_ASKED:
        if person.not_asked_because.strip():
            return []
        what = "Ask what they think of it" if person.is_child else "Offer it, or say why not"
        return [f"{person.name}: {what[:1].lower()}{what[1:]}."]
    if said.is_kin:
        return [f"{person.name}: ask again with an interpreter who is not of the family."]
    if person.language and not said.interpreter and said.language != person.language:
        return [f"{person.name}: ask in {person.language}, with an interpreter."]
    return []


def is_wanted(people: Iterable[Person], asked: Sequence[Asked]) -> bool:
    """Whether somebody with parental responsibility said yes: one is enough (section 31ZA, REFERENCE 0.2).

    Their last word counts: a yes may be taken back.
    """
    said = [latest(asked, person.key) for person in people if person.has_responsibility]
    return any(each is not None and each.answer is Answer.YES for each in said)


def may_see(fact: Known, people: Iterable[Person], asked: Sequence[Asked]) -> bool:
    """Whether the coordinator sees a fact: safety always, anything else as far as it was agreed to.

    About a grown-up they agree themselves. About a child at least one person with parental responsibility agrees and
    none of them said no to the conference; a child who is asked and says no keeps their own facts.
    """
    if fact.kind in SAFETY:
        return True
    known = list(people)
    own = next((person for person in known if person.key == fact.about), None)
    said = latest(asked, fact.about)
    if own is None:
        return False
    if not own.is_child:
        return said is not None and fact.kind in said.shares and said.answer is not Answer.NO
    if said is not None and said.answer is Answer.NO:
        return False
    responsible = [latest(asked, person.key) for person in known if person.has_responsibility]
    if any(each is not None and each.answer is Answer.NO for each in responsible):
        return False
    return any(each is not None and fact.kind in each.shares for each in responsible)


def for_coordinator(facts: Iterable[Known], people: Sequence[Person], asked: Sequence[Asked]) -> tuple[Known, ...]:
    """What of the record is put before the coordinator, safety first, in the order given."""
    seen = [fact for fact in facts if may_see(fact, people, asked)]
    return tuple(sorted(seen, key=lambda fact: fact.kind not in SAFETY))


@dataclass(frozen=True)
class Changed:
    """Help changed: which threshold, on which day."""

    threshold: Threshold
    on: date


@dataclass(frozen=True)
class Prompt:
    """Offer a conference now: because of what, since when, and whether it is the first time."""

    threshold: Threshold
    since: date
    is_again: bool

    @property
    def words(self) -> str:
        """The sentence on the worker's page."""
        offer = "Offer a family group conference again" if self.is_again else "Offer a family group conference"
        return f"{offer}: {self.threshold.words}."


def prompt(
    changes: Iterable[Changed], *, offered: Iterable[date], is_under_way: bool, put_off: Iterable[date], on: date
) -> Prompt | None:
    """Whether to offer one now, at most one a family: the last change that nobody answered with an offer.

    `offered` are the days of offers and exemptions, `put_off` those on which a worker said why not yet. A conference
    that is under way needs no other. After an offer nobody asks again for four weeks, unless court is near or the
    family asked.
    """
    if is_under_way:
        return None
    asked = sorted(day for day in offered if day <= on)
    silent_since = max([*asked, *(day for day in put_off if day <= on)], default=None)
    came = [each for each in changes if each.on <= on and (silent_since is None or each.on > silent_since)]
    if not came:
        return None
    last = max(came, key=lambda each: (each.on, each.threshold in DO_NOT_WAIT))
    if asked and on < asked[-1] + QUIET:
        pressing = [each for each in came if each.threshold in DO_NOT_WAIT]
        if not pressing:
            return None
        last = max(pressing, key=lambda each: each.on)
    return Prompt(last.threshold, last.on, bool(asked))
