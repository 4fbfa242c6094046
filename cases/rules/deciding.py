"""A decision that affects a family: which kinds there are, and when one may stand.

When important decisions are made which affect a family, they are heard (PRACTICE; REFERENCE 1.3 to 1.7, 4.6). A
decision says who decided and by what authority, what else could have been done, the least formal help that could be
enough among it, who was heard and how, what they said, and what that changed or why it changed nothing. An urgent one
may say "not yet heard", and is asked about within five working days.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cases.rules.audience import Marks

DECISION_KIND: dict[str, str] = {
    "threshold": "Step up or down",
    "assessment": "Outcome of an assessment",
    "conference": "Outcome of a child protection conference",
    "plan": "Plan",
    "placement": "Where a child lives",
    "worker": "Change of worker",
    "closing": "Ending of our work",
}
AUTHORITY: dict[str, str] = {
    "manager": "A manager of children’s social care",
    "chair": "The chair of a child protection conference",
    "reviewing-officer": "An independent reviewing officer",
    "panel": "A panel",
    "court": "A court",
    "family": "The family itself",
    "worker": "The family’s worker, as the council’s scheme allows",
}
# From the least to the most formal (REFERENCE 1.0).
FORMALITY: dict[str, str] = {
    "network": "The family and its own people",
    "universal": "School, health and other services for everybody",
    "early-help": "Help by agreement",
    "need": "Child in need (section 17)",
    "protection": "Child protection (section 47)",
    "court": "Going to court",
    "other": "None of these",
}
HEARD_HOW: dict[str, str] = {
    "in-person": "Talked with them",
    "phone": "By phone or video",
    "written": "They wrote it",
    "advocate": "Through an advocate",
    "interpreter": "Through an interpreter",
    "observed": "Watched how they are: a baby, or somebody who does not speak",
    "recorded": "From what they said before, which is on the record",
    "chose-not": "They chose not to say",
    "not-reached": "Could not be reached",
    "not-safe": "Not asked, because asking could put somebody at risk",
    "not-yet": "Not yet heard",
}
# With these, somebody was heard: what they said stands there, and what it changed or why it changed nothing.
WAS_HEARD = ("in-person", "phone", "written", "advocate", "interpreter", "observed", "recorded")
NOT_SAFE = "not-safe"
EXPLAINED = ("not-reached", NOT_SAFE)  # why somebody was not heard stands where their words would
NOT_YET = "not-yet"
HEAR_WITHIN = 5  # working days, for those not yet heard (the issue of this part; a local default)


@dataclass(frozen=True)
class Heard:
    """One person and the decision: how they were heard, what they said, what it changed or why not.

    `member` is their key in the record, or None with `said_by` in words. `words` say why for those not reached, and
    are empty for those not yet heard. `marks` say from whom their words are kept.
    """

    member: int | None
    how: str
    words: str = ""
    changed: str = ""
    heard_on: date | None = None
    said_by: str = ""
    marks: Marks = Marks()  # noqa: RUF009 - frozen


@dataclass(frozen=True)
class Option:
    """One thing that could have been done: how formal it is (FORMALITY), whether it was chosen, and why not."""

    words: str
    formality: str = "other"
    is_chosen: bool = False
    why_not: str = ""


@dataclass(frozen=True)
class Decided:
    """What somebody decides that affects a family, as every form that decides asks for it.

    `what` is the decision in one sentence (300 characters), `why` its reasons. `least_formal` answers "What is the
    least formal help that could be enough?", `family_would_rather` "What would the family rather have?".
    """

    what: str
    why: str
    heard: tuple[Heard, ...]
    authority: str = "manager"
    options: tuple[Option, ...] = ()
    least_formal: str = ""
    family_would_rather: str = ""
    is_urgent: bool = False
    urgent_because: str = ""


Person = tuple[int, str, bool]
"""Somebody who must be heard: their key, what to call them, and whether they are a child."""


def what_is_missing(decided: Decided, must_hear: Iterable[Person], on: date) -> str:
    """What a decision still needs before it can be final on that day, as a sentence; empty when nothing does.

    `must_hear` are each child it is about and each parent, never somebody who died. Each of them was heard, or it says
    why not: not reached, not asked because that is not safe, did not want to say. "Not yet heard" is for a decision
    that could not wait, and says why it could not.

    >>> what_is_missing(Decided("Step down", "They manage.", heard=()), [(7, "Anisa", True)], date(2026, 11, 3))
    'Write the least formal help that could be enough.'
    """
    return next((sentence for sentence, _ in all_missing(decided, must_hear, on)), "")


Missing = tuple[str, str]
"""What is missing, as a sentence, and the answer of `cases.forms.deciding` it is about."""


def all_missing(decided: Decided, must_hear: Iterable[Person], on: date) -> tuple[Missing, ...]:
    """All that is missing, in the order of the form: one sentence for each answer, for everybody at once."""
    names = {key: name for key, name, _ in must_hear}
    found = [*_missing_words(decided), *_missing_people(decided, names)]
    for each in decided.heard:
        found += _missing_of(each, each.said_by or names.get(each.member or 0, "this person"), decided, on)
    first: dict[str, str] = {}
    for sentence, about in found:
        first.setdefault(about, sentence)
    return tuple((sentence, about) for about, sentence in first.items())


def _missing_people(decided: Decided, names: Mapping[int, str]) -> Iterator[Missing]:
    """Whoever must be heard stands here once."""
    times = Counter(each.member for each in decided.heard)
    for key, name in names.items():
        if times[key] > 1:
            yield f"{name} stands here twice: what one person said belongs together.", f"heard_{key}_how"
        if not times[key]:
            yield f"Say how {name} was heard, or why not.", f"heard_{key}_how"
    if not decided.heard and not names:
        yield "Write who was heard. Nobody of the family is known here, so name somebody.", "heard_other_by"


def _missing_words(decided: Decided) -> list[Missing]:
    chosen = sum(option.is_chosen for option in decided.options)
    left = [option for option in decided.options if not option.is_chosen]
    wants = (
        (not decided.what.strip(), "Write what was decided, in one sentence.", "decided_what"),
        (len(decided.what) > 300, "Write what was decided in at most 300 characters.", "decided_what"),
        (not decided.why.strip(), "Write why.", "decided_why"),
        (not decided.least_formal.strip(), "Write the least formal help that could be enough.", "least_formal"),
        (chosen != 1, "Say which one of the options was chosen.", "least_formal"),
        (any(not option.words.strip() for option in decided.options), "Write what each option is.", "other_option"),
        (any(not option.why_not.strip() for option in left), "Write why it was not chosen.", "other_why_not"),
        (decided.is_urgent and not decided.urgent_because.strip(), "Write why it could not wait.", "urgent_because"),
    )
    return [(sentence, about) for is_so, sentence, about in wants if is_so]


def _missing_of(each: Heard, name: str, decided: Decided, on: date) -> list[Missing]:
    was_heard, has_words = each.how in WAS_HEARD, bool(each.words.strip())
    seen = "what you saw of" if each.how == "observed" else "what was said by"
    waits = f"{name} is not heard yet. Hear {name} first, or say why it could not wait."
    counted = f"Write what {name}’s words changed, or why they changed nothing."
    after = f"{name} cannot have been heard after the day of the decision."
    wants = (
        (each.member is None and not each.said_by.strip(), "Write who was heard.", "by"),
        (each.how not in HEARD_HOW, f"Choose how {name} was heard.", "how"),
        (each.how == NOT_YET and not decided.is_urgent, waits, "how"),
        (was_heard and not has_words, f"Write {seen} {name}.", "words"),
        (each.how in EXPLAINED and not has_words, f"Write why {name} was not heard.", "words"),
        (was_heard and not each.changed.strip(), counted, "changed"),
        (was_heard and each.heard_on is None, f"Enter the day {name} was heard.", "on"),
        (each.heard_on is not None and each.heard_on > on, after, "on"),
    )
    about = "other" if each.member is None else each.member
    return [(sentence, f"heard_{about}_{of}") for is_so, sentence, of in wants if is_so]
