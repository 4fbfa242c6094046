"""A decision that affects a family: which kinds there are, and when one may stand.

When important decisions are made which affect a family, they are heard (PRACTICE; REFERENCE 1.3 to 1.7, 4.6). A
decision says who decided and by what authority, what else could have been done, the least formal help that could be
enough among it, who was heard and how, what they said, and what that changed or why it changed nothing. An urgent one
may say "not yet heard", and is asked about within five working days.
"""

from dataclasses import dataclass
from datetime import date

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
HEAR_WITHIN = 5  # working days, for those not yet heard (the issue of this part; a local default)


@dataclass(frozen=True)
class Heard:
    """One person and the decision: how they were heard, what they said, what it changed or why not.

    `member` is their key in the record, or None with `said_by` in words. `words` say why for those not reached, and
    are empty for those not yet heard.
    """

    member: int | None
    how: str
    words: str = ""
    changed: str = ""
    heard_on: date | None = None
    said_by: str = ""


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
