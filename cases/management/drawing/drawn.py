"""A family as it was drawn: plain values, to be written by whoever knows the tables. Days count from the day shown."""

from dataclasses import dataclass, field
from enum import StrEnum
from zlib import crc32

from cases.management.drawing import proportions
from cases.rules.codesets import DISABILITY


class Slip(StrEnum):
    """What was let slip on purpose in one open record of twelve, so that there is something to find."""

    NOT_SEEN = "not seen"
    """No visit for ten weeks or more, though the family is open and visits had a rhythm."""
    NO_LEAD = "no lead"
    """The lead worker's work ended and nobody leads: for five days up to five weeks."""
    MANY_CHANGES = "many changes"
    """Four lead workers or more within a year."""
    NO_MEETING = "no meeting"
    """No review, core group or team around the family for four months or more."""


@dataclass(slots=True)
class DrawnMember:
    """Somebody of the record. `born` or `expected` is a day; children come first in `DrawnFamily.members`."""

    given: str
    family: str
    is_child: bool
    sex: str = ""
    born: int | None = None
    expected: int | None = None
    ethnicity: str = ""
    language: str = ""
    number: str = ""


def disabilities_of(child: DrawnMember, need: str) -> list[str]:
    """What is written down of a child: the same for the same number, and no draw of the chance of everything else."""
    if child.expected is not None:
        return []
    place, codes = crc32(child.number.encode()) % 100, list(DISABILITY)[1:]
    if need == "N2" or place < proportions.DISABLED:
        return [codes[place % len(codes)]]
    return ["NONE"] if place < proportions.DISABILITY_ASKED else []


@dataclass(slots=True)
class DrawnEpisode:
    """A referral of all the children, and how it ended. `needs` has one code for each child."""

    referred: int
    source: str
    needs: list[str]
    is_nothing: bool = False
    closed: int | None = None
    closing: str = ""
    path: "DrawnPath | None" = None
    """What followed; none for a referral with no further action, and before a first worker."""


@dataclass(slots=True)
class DrawnWork:
    """Somebody's work with some of the children, by their place in the list of members."""

    worker: int
    team: int
    children: list[int]
    role: str
    since: int
    ended: int | None = None
    reason: str = ""
    is_cover: bool = False


@dataclass(slots=True)
class DrawnVisit:
    """One visit. `parts` are (child, how seen, own words)."""

    worker: int
    day: int
    place: str
    account: str
    parts: list[tuple[int, str, str]]


@dataclass(slots=True)
class DrawnAction:
    """Something the keeper agreed to do. `done` is the day it was done."""

    keeper: int
    what: str
    agreed_in: str
    agreed: int
    due: int | None
    child: int | None
    done: int | None = None
    outcome: str = ""


@dataclass(slots=True)
class DrawnEnquiry:
    """A strategy discussion and the enquiry it began; `ended` is none while it runs."""

    held: int
    ended: int | None
    is_conference: bool


@dataclass(slots=True)
class DrawnConference:
    """A child protection conference, and what it decided for the children."""

    kind: str
    day: int
    outcome: str
    category: str


@dataclass(slots=True)
class DrawnPlan:
    """Time under a plan; `reason` is why it ended."""

    basis: str
    since: int
    ended: int | None
    reason: str
    category: str = ""


@dataclass(slots=True)
class DrawnMeeting:
    """A core group, or a review of a plan."""

    kind: str
    day: int


@dataclass(slots=True)
class DrawnPath:
    """What followed a referral, for all the children: an assessment, and what it led to. `facts` are bare ones."""

    assessed_from: int
    assessed_until: int | None
    factors: str
    enquiry: DrawnEnquiry | None = None
    conferences: list[DrawnConference] = field(default_factory=list)
    plans: list[DrawnPlan] = field(default_factory=list)
    meetings: list[DrawnMeeting] = field(default_factory=list)
    facts: list[tuple[str, int]] = field(default_factory=list)
    care_since: int | None = None

    def basis_on(self, day: int) -> str:
        """What the children are under on a day: care, a kind of plan, or "" while they are assessed."""
        if self.care_since is not None and day >= self.care_since:
            return "care"
        return next(
            (plan.basis for plan in self.plans if plan.since <= day and (plan.ended is None or day < plan.ended)), ""
        )


@dataclass(slots=True)
class DrawnFamily:
    """One family: people, homes, ties, and what happened."""

    name: str
    members: list[DrawnMember]
    ties: list[tuple[int, int, str, bool | None]]
    homes: list[tuple[str, str, bool, list[int]]]
    episodes: list[DrawnEpisode]
    work: list[DrawnWork] = field(default_factory=list)
    visits: list[DrawnVisit] = field(default_factory=list)
    actions: list[DrawnAction] = field(default_factory=list)
    hand_over: tuple[int, int, tuple[str, str, str]] | None = None
    kept_out: tuple[int, str] | None = None
    is_restricted: bool = False
    slip: Slip | None = None
    team: int = 0

    @property
    def children(self) -> list[int]:
        """The places of the children among the members."""
        return [place for place, member in enumerate(self.members) if member.is_child]

    @property
    def opened(self) -> int:
        """The day of the first referral."""
        return self.episodes[0].referred

    @property
    def closed(self) -> int | None:
        """The day nothing was left to do, or none while the family is open."""
        last = self.episodes[-1]
        return last.referred + 1 if last.is_nothing else last.closed
