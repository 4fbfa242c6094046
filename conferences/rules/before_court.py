"""The trail of section 31ZA: a family group decision-making meeting offered, and held, before an application to court.

| rule | source |
|---|---|
| offered to parents and everybody with parental responsibility, inside the letter | s31ZA Children Act 1989; PL4 |
| held before the application where at least one of them said yes | s31ZA; PL5 |
| neither where the authority considers that it is not in the child's best interests | s31ZA |
| a child may come where the authority thinks it right | s31ZA; REFERENCE 0.2 |
| no day of commencement is known: it advises, and blocks nothing | REFERENCE 0.2 [S5]; PL4, PL5 |
| the census asks whether it was offered in the letter and whether it was held | statutory: N00828, N00829 (2026/27) |
| a letter without an answer to the first is asked about by us: the national rule 9007 lets it pass | statutory README |

Once Parliament's day is set (`Law.commenced_on`), letters and applications from that day on are under a duty. Even
then nothing here stops a court application: a child's safety may not wait for a meeting. It says what is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from camden.rules.names import day_in_words


@dataclass(frozen=True)
class Law:
    """Since when the section is in force; None as long as nobody knows."""

    commenced_on: date | None = None

    def binds(self, day: date) -> bool:
        """Whether what is done on that day is under the duty."""
        return self.commenced_on is not None and day >= self.commenced_on


class Mark(StrEnum):
    """How one line of the trail stands."""

    DONE = "done"
    OPEN = "open"
    NOT_NEEDED = "not-needed"
    ADVISED = "advised"
    DUTY = "duty"


@dataclass(frozen=True)
class Offer:
    """To whom it was offered, as parent or with parental responsibility, on which day, what they said.

    `answer` is "yes", "no", or empty while they think. `asked_before` is the day on which they were last asked about a
    conference that is not of this time: it is no offer before court, and nobody says that they were never asked.
    """

    name: str
    on: date | None = None
    in_letter: bool = False
    answer: str = ""
    not_offered_because: str = ""
    asked_before: date | None = None


@dataclass(frozen=True)
class Exempt:
    """The authority decided that offering, or holding, is not in the child's best interests."""

    on: date
    by: str
    why: str


@dataclass(frozen=True)
class Before:
    """What happened before court. `is_in_letter` is None while nobody said whether the letter holds the offer."""

    letter_on: date | None = None
    is_in_letter: bool | None = None
    offers: Sequence[Offer] = ()
    exempt: Exempt | None = None
    held_on: date | None = None
    application_on: date | None = None


@dataclass(frozen=True)
class Line:
    """One line of the trail: what the section asks, how it stands, and a sentence."""

    what: str
    mark: Mark
    words: str


def trail(before: Before, law: Law, *, on: date) -> tuple[Line, ...]:
    """The lines of the trail as they stand on a day. It never blocks; `Mark.DUTY` is what the law asks and is open."""
    return (_offered(before, law, on), *_each(before, law, on), _held(before, law, on))


def is_in_force_in_words(law: Law) -> str:
    """The sentence above the trail."""
    if law.commenced_on is None:
        return "Section 31ZA has no day of commencement yet. Until it has one this is good practice and binds nobody."
    return f"Section 31ZA is in force since {day_in_words(law.commenced_on)}."


def _open(law: Law, day: date) -> Mark:
    return Mark.DUTY if law.binds(day) else Mark.ADVISED


def _offered(before: Before, law: Law, on: date) -> Line:
    what = "The offer is in the letter before proceedings"
    day = before.letter_on or on
    if before.exempt and before.exempt.on <= day:
        return Line(what, Mark.NOT_NEEDED, _exempted(before.exempt))
    if before.letter_on is None:
        return Line(what, Mark.OPEN, "No letter has gone. Put the offer in it.")
    if before.is_in_letter:
        return Line(what, Mark.DONE, f"In the letter of {day_in_words(before.letter_on)}.")
    if before.is_in_letter is None:
        return Line(
            what, _open(law, day), "A letter went, and nobody said whether the offer was in it. The census asks."
        )
    return Line(what, _open(law, day), "The letter went without it. Offer it now, and say on which day.")


def _each(before: Before, law: Law, on: date) -> list[Line]:
    if before.exempt:
        return []
    day = before.letter_on or on
    found = []
    for offer in before.offers:
        what = f"Offered to {offer.name}"
        if offer.on and offer.on <= on:
            said = {"yes": " They said yes.", "no": " They do not want one now."}.get(offer.answer, "")
            found.append(Line(what, Mark.DONE, f"On {day_in_words(offer.on)}.{said}"))
        elif offer.not_offered_because.strip():
            found.append(Line(what, Mark.OPEN, f"Not yet: {offer.not_offered_because.strip()}"))
        elif offer.asked_before:
            asked = f"Last asked on {day_in_words(offer.asked_before)}, before court was near. Ask them again."
            found.append(Line(what, _open(law, day), asked))
        else:
            found.append(Line(what, _open(law, day), "Nobody has asked them yet."))
    if not before.offers:
        found.append(Line("Offered to everybody with parental responsibility", Mark.OPEN, "Nobody is named yet."))
    return found


def _held(before: Before, law: Law, on: date) -> Line:
    what = "The meeting is held before the application"
    day = before.application_on or on
    if before.held_on and before.held_on <= day:
        return Line(what, Mark.DONE, f"Held on {day_in_words(before.held_on)}.")
    if before.exempt and before.exempt.on <= day:
        return Line(what, Mark.NOT_NEEDED, _exempted(before.exempt))
    if not any(offer.answer == "yes" for offer in before.offers):
        return Line(what, Mark.NOT_NEEDED, "Nobody has said yes so far. They may still do so.")
    if before.application_on is None:
        return Line(what, Mark.OPEN, "Somebody said yes: it comes before the application.")
    since = f"The application is of {day_in_words(day)}"
    if before.held_on:
        return Line(what, _open(law, day), f"{since}, and the family met on {day_in_words(before.held_on)}.")
    return Line(what, _open(law, day), f"{since}, and the family has not met.")


def _exempted(exempt: Exempt) -> str:
    return f"{exempt.by} decided on {day_in_words(exempt.on)} that it is not in the child’s interest: {exempt.why}"


@dataclass(frozen=True)
class Census:
    """The two answers of the children in need census, None where they are not to be said yet; `ask` is what to ask.

    It is a sentence about this child, without a number of a rule (PRACTICE 3).
    """

    offered: bool | None
    held: bool | None
    ask: str = ""


def census(before: Before) -> Census:
    """What the return says of one time before proceedings. The second is asked wherever the first is yes.

    >>> census(Before(letter_on=date(2026, 11, 2)))
    Census(offered=None, held=None, ask='Was a family group meeting offered in the letter before proceedings?')
    """
    if before.letter_on is None:
        return Census(None, None)
    if before.is_in_letter is None:
        return Census(None, None, "Was a family group meeting offered in the letter before proceedings?")
    if not before.is_in_letter:
        return Census(False, None)
    return Census(True, before.held_on is not None)
