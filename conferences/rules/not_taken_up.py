"""Why a conference was not taken up, or not offered: one code each, and what a code needs before it may be said.

| rule | source |
|---|---|
| the codes | REFERENCE 6.4, design |
| a decision against, in the child's interest: a manager by name, with evidence | REFERENCE 6.4 |
| no reply: after three attempts, with their days | REFERENCE 6.4 |
| never scored against a parent in a report; on family papers *Not taken up, and why* | REFERENCE 6.4, PRACTICE 1 |
| offered again at each change of threshold | REFERENCE 6.4; `consent.prompt` |
| without parental responsibility nobody's answer is an exemption | section 31ZA, REFERENCE 0.2 |
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conferences.rules.stages import Stage, may_follow
from conferences.rules.suppressing import shown

ATTEMPTS = 3
HEADING = "Not taken up, and why"


class Why(StrEnum):
    """Why there is no conference at present."""

    NOT_NOW = "not-now"
    DISTRUST = "distrust"
    PRIVACY = "privacy"
    SAFETY = "safety"
    NO_NETWORK = "no-network"
    OTHER_MEETING = "other-meeting"
    LANGUAGE = "language"
    ESTRANGED = "estranged"
    TOO_LATE = "too-late"
    CHILD_OBJECTS = "child-objects"
    NOT_IN_INTEREST = "not-in-interest"
    NO_REPLY = "no-reply"


@dataclass(frozen=True)
class Says:
    """A code in words: for a worker's list, for the family's papers, and what may help another time."""

    worker: str
    family: str
    next_time: str


SAYS: dict[Why, Says] = {
    Why.NOT_NOW: Says("Not now", "This is not a good time for you.", "Ask when a better time would be."),
    Why.DISTRUST: Says(
        "They do not trust it, or us",
        "You are not sure that the plan would be yours.",
        "Offer to talk with the coordinator alone, or with a family who had one.",
    ),
    Why.PRIVACY: Says(
        "They want to keep it private",
        "You want to keep this private for now.",
        "Ask who may know how much. A small meeting is a meeting.",
    ),
    Why.SAFETY: Says(
        "Somebody would not be safe",
        "It would not be safe for somebody to meet now.",
        "Think about meeting apart, or with one side at a time.",
    ),
    Why.NO_NETWORK: Says(
        "They see nobody to ask",
        "You see nobody to ask at present.",
        "Draw the family and friends together, both sides, near and far.",
    ),
    Why.OTHER_MEETING: Says("They prefer another meeting", "You would like another kind of meeting.", "Say which."),
    Why.LANGUAGE: Says(
        "It was not offered in their language",
        "We did not ask you in your language.",
        "Offer it again with an interpreter: this was ours to get right.",
    ),
    Why.ESTRANGED: Says(
        "The family is not in touch",
        "Your family is not in touch at present.",
        "Friends, neighbours and others close to the children count too.",
    ),
    Why.TOO_LATE: Says(
        "It came too late", "We asked you too late.", "Offer it at the next step at once: this was ours to get right."
    ),
    Why.CHILD_OBJECTS: Says(
        "A child does not want it", "Your child does not want it now.", "Ask the child what would have to be different."
    ),
    Why.NOT_IN_INTEREST: Says(
        "A manager decided that it is not in the child’s interest",
        "A manager decided that a meeting would not be good for your child now. They have told you why.",
        "Look at it again when things change.",
    ),
    Why.NO_REPLY: Says(
        "No answer after three attempts",
        "We asked and have not heard from you. You can still say yes.",
        "Try another way, another person, another time of day.",
    ),
}
OURS = frozenset({Why.LANGUAGE, Why.TOO_LATE, Why.NOT_IN_INTEREST, Why.NO_REPLY})
"""Those that say something about us and not about a family."""
STAGE_OF: dict[Why, Stage] = {
    **{why: Stage.DECLINED for why in Why},
    Why.NOT_IN_INTEREST: Stage.EXEMPT,
    Why.NO_REPLY: Stage.NO_RESPONSE,
}


def codes_open(history: Sequence[Stage], *, is_manager: bool) -> tuple[Why, ...]:
    """The codes that may be said where a conference stands: only a manager decides that it is not in the interest."""
    open_now = may_follow(history)
    return tuple(why for why in Why if STAGE_OF[why] in open_now and (is_manager or why is not Why.NOT_IN_INTEREST))


@dataclass(frozen=True)
class NotTakenUp:
    """What was noted: the code, on which day, the days somebody tried, and of a decision who made it and on what."""

    why: Why
    on: date
    words: str = ""
    attempts: Sequence[date] = ()
    decided_by: str = ""
    is_manager: bool = False
    evidence: str = ""


def missing(said: NotTakenUp) -> list[str]:
    """What is not there yet for this code, in words; nothing when it may be kept."""
    found: list[str] = []
    if said.why is Why.NO_REPLY:
        tried = {day for day in said.attempts if day <= said.on}
        if len(tried) < ATTEMPTS:
            left = ATTEMPTS - len(tried)
            found.append("1 more attempt on another day" if left == 1 else f"{left} more attempts on other days")
    if said.why is Why.NOT_IN_INTEREST:
        found += [] if said.decided_by.strip() and said.is_manager else ["the manager who decided it"]
        found += [] if said.evidence.strip() else ["what it rests on"]
    if said.why is Why.OTHER_MEETING and not said.words.strip():
        found.append("which meeting they would like")
    return found


def is_exemption(why: Why) -> bool:
    """Whether the duty before court ends with it (section 31ZA): only what an authority decided, never an answer."""
    return why is Why.NOT_IN_INTEREST


def counted(whys: Iterable[Why]) -> dict[str, int | None]:
    """How often each was said in a service, small numbers hidden. Of offers, and of nobody's family or worker."""
    found = dict.fromkeys((says.worker for says in SAYS.values()), 0)
    for why in whys:
        found[SAYS[why].worker] += 1
    return shown(found)
