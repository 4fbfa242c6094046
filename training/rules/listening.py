"""Listening to staff and partners: three questions tied to what the service promises, and what it did about answers.

| rule | source |
|---|---|
| three questions a round, each tied to a promise to families or a line of the staff charter | REFERENCE 4.1; issue |
| promises, charter and questions are the authority's own words; the wording shipped is only an example | 4.1 |
| a round is open for some weeks, eight at most, and is over for everybody on the same day | our own design |
| what somebody sent stays as it was; a round is called off before its first day, and not after | our own design |
| one answer each, “not this time” too; nobody is asked twice, reminded twice, or told who answered | PRACTICE 1 |
| shares are shown by the rules of `small_numbers`; words only from five people up, mixed, without their day | issue |
| You said, we did: in the service's own words, with a name and a day; “we cannot, because” is an answer | issue |
| what was said waits for an answer no longer than the next round | our own design |

An answer never reaches a line manager by itself. A worry about a child is not said here: the page says where.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.names import day_in_words
from training.rules.small_numbers import FEWEST, Group, Period, share_in_words

QUESTIONS = 3
LONGEST = timedelta(weeks=8)
FEWEST_WORDS = FEWEST
NOT_SHOWN = "Too few people answered to show this for your team. It is heard with the whole service."
ELSEWHERE = "Not for a worry about a child: talk to their worker or the duty desk today."


class Whose(StrEnum):
    """Who was promised something."""

    FAMILIES = "families"
    STAFF = "staff"
    PARTNERS = "partners"


@dataclass(frozen=True)
class Promise:
    """One promise or line of a charter, in the authority's words, from a day until a day (not on it)."""

    code: str
    whose: Whose
    words: str
    from_on: date
    until_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is a promise on that day."""
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


class Answer(StrEnum):
    """What somebody can say to a question. The value is what the page says."""

    YES = "Yes"
    MOSTLY = "Mostly"
    SELDOM = "Seldom"
    NO = "No"


GOOD = frozenset({Answer.YES, Answer.MOSTLY})


@dataclass(frozen=True)
class Question:
    """One question of a round, and the promise it asks about. `asked` says whom: staff, or partners."""

    code: str
    promise: str
    words: str
    asked: Whose = Whose.STAFF


@dataclass(frozen=True)
class Round:
    """Three questions, the first day on which they can be answered, and the last."""

    key: int
    questions: tuple[Question, ...]
    opens_on: date
    closes_on: date

    def is_open(self, on: date) -> bool:
        """Whether somebody can answer that day, until its last minute."""
        return self.opens_on <= on <= self.closes_on

    def is_over(self, on: date) -> bool:
        """Whether it can be decided what is shown."""
        return on > self.closes_on


EXAMPLE = (
    Question("time", "charter-time", "In the past month, did you have the time with families that your work needs?"),
    Question("thinking", "charter-thinking", "Did somebody help you to think when you were stuck?"),
    Question("heard", "charter-heard", "When you said that something should change, did you get an answer?"),
)
"""Questions to begin from, tied to promises of `SHIPPED`: an authority puts its own in place."""

EXAMPLE_OF_PARTNERS = (
    Question("reach", "partners-reach", "When you rang about a child, did somebody answer?", Whose.PARTNERS),
    Question("told", "partners-told", "When you told us of a worry, did you hear what came of it?", Whose.PARTNERS),
    Question("say", "partners-say", "Did you have a say in what a plan asked of you?", Whose.PARTNERS),
)

SHIPPED = (
    ("families-side-by-side", Whose.FAMILIES, "We work step by step and side by side with you."),
    (
        "families-listen",
        Whose.FAMILIES,
        "We ask what you think, write it down in your words, and tell you what came of it.",
    ),
    ("families-same-worker", Whose.FAMILIES, "You keep your worker as long as we possibly can."),
    ("charter-time", Whose.STAFF, "You have the time with families that your work needs."),
    ("charter-thinking", Whose.STAFF, "Somebody helps you to think when you are stuck."),
    ("charter-heard", Whose.STAFF, "When you say that something should change, you get an answer."),
    ("partners-reach", Whose.PARTNERS, "You know whom to ring about a child, and they answer."),
    ("partners-told", Whose.PARTNERS, "When you tell us of a worry, you hear what came of it."),
    ("partners-say", Whose.PARTNERS, "You have a say in what a plan asks of you."),
)
"""Code, whose and words of promises to begin from (REFERENCE 4.1): written once, where nobody has any, then theirs."""


def asks_the_same(one: Question, other: Question) -> bool:
    """Whether two questions ask the same people about the same thing, so that their figures are held side by side."""
    plain = [" ".join(each.words.lower().split()) for each in (one, other)]
    return one.asked is other.asked and (one.promise == other.promise or plain[0] == plain[1])


def problems(round_: Round, promises: Iterable[Promise]) -> tuple[str, ...]:
    """What is wrong with a round before it opens, a sentence each."""
    known = {promise.code for promise in promises if promise.holds(round_.opens_on)}
    found = []
    if len(round_.questions) != QUESTIONS:
        found.append(f"Ask {QUESTIONS} questions, not {len(round_.questions)}.")
    if len({question.code for question in round_.questions}) < len(round_.questions):
        found.append("Two questions have the same code.")
    found += [
        f"“{question.words}” is tied to no promise that holds then."
        for question in round_.questions
        if question.promise not in known
    ]
    if round_.closes_on < round_.opens_on:
        found.append("It closes before it opens.")
    if round_.closes_on > round_.opens_on + LONGEST:
        found.append("It is open for longer than eight weeks.")
    return tuple(found)


@dataclass(frozen=True)
class Said:
    """One person's answer to one question: a mark without meaning, the answer, and words if there are any."""

    person: str
    answer: Answer
    words: str = ""


@dataclass(frozen=True)
class Shown:
    """What a page shows of one question for one group: how many said yes or mostly, in words, and what they wrote."""

    share: str
    words: tuple[str, ...] = ()


def shown(said: Iterable[Said], period: Period, path: tuple[int, ...], lot: Sequence[str] = ()) -> Shown | None:
    """What is shown for a group; None when it is not one of those shown.

    Words are only the widest group's: few people write, and a team knows its own people's way of writing. They come in
    the order of `lot`, marks in an order nobody chose, and only when five of those counted wrote some.
    """
    group = next((each for each in period.shown if each.path == path), None)
    if group is None:
        return None
    counted = {each.person: each for each in said if each.person in group.people}
    if len(counted) < len(group.people):
        return None  # somebody's answer is gone: the figure it was part of is not made again without it
    good = sum(each.answer in GOOD for each in counted.values())
    return Shown(share_in_words(good, len(counted)), _words(counted, group, lot))


def _words(counted: Mapping[str, Said], group: Group, lot: Sequence[str]) -> tuple[str, ...]:
    wrote = {mark: each.words.strip() for mark, each in counted.items() if each.words.strip()}
    if len(group.path) > 1 or len(wrote) < FEWEST_WORDS:
        return ()
    order = {mark: place for place, mark in enumerate(lot)}
    mixed = sorted(wrote.items(), key=lambda one: (order.get(one[0], len(order)), one[1]))
    return tuple(words for _, words in mixed)


class Did(StrEnum):
    """What the service says it did about something."""

    DONE = "We did"
    WILL = "We will"
    CANNOT = "We cannot, because"


@dataclass(frozen=True)
class YouSaid:
    """Something people said, in the service's own words, and what was done about it.

    `figures` are (round, question) it was heard in; `did` is None while nobody has answered. `by` answers for it.
    """

    words: str
    figures: tuple[tuple[int, str], ...]
    did: Did | None = None
    what: str = ""
    by: str = ""
    on: date | None = None
    will_by: date | None = None


def not_yet_told(
    entry: YouSaid, decided: Mapping[tuple[int, str], Period], written: Iterable[str] = ()
) -> tuple[str, ...]:
    """What keeps an entry from being published, in words; nothing when it can be.

    It must come from a figure that is shown, so that what four people said is not told in another way, and may not
    repeat what somebody wrote: `written` are people's own words.
    """
    found = []
    if not any(figure in decided and decided[figure].shown for figure in entry.figures):
        found.append("It comes from no answer that is shown.")
    if any(_is_same(entry.words, words) for words in written):
        found.append("Say it in your own words: somebody wrote this.")
    if entry.did is None or not entry.what.strip():
        found.append("Say what you did, will do, or cannot do and why.")
    if not entry.by or entry.on is None:
        found.append("Say who answers for it, and when.")
    if entry.did is Did.WILL and entry.will_by is None:
        found.append("Say by when.")
    return tuple(found)


def in_words(entry: YouSaid) -> str:
    """How it is told: "You said: … We did: …"."""
    by_when = f" by {day_in_words(entry.will_by)}" if entry.will_by and entry.did is Did.WILL else ""
    said = entry.words.rstrip(".")
    return f"You said: {said}. {entry.did.value if entry.did else 'Not answered yet'}{by_when}: {entry.what}".rstrip(
        ": "
    )


def waiting(entries: Iterable[YouSaid], rounds: Iterable[Round], on: date) -> tuple[YouSaid, ...]:
    """What has waited for an answer past the opening of the next round, the longest first."""
    opened = {each.key: each.opens_on for each in rounds}
    found = []
    for entry in entries:
        heard = [opened[key] for key, _ in entry.figures if key in opened]
        later = [day for day in opened.values() if heard and max(heard) < day <= on]
        if entry.did is None and later:
            found.append((min(later), entry))
    return tuple(entry for _, entry in sorted(found, key=lambda one: (one[0], one[1].words)))


def _is_same(one: str, other: str) -> bool:
    plain, theirs = (" ".join(words.lower().split()).strip(" .!?“”\"'") for words in (one, other))
    return len(theirs) > 20 and (theirs in plain or plain in theirs)
