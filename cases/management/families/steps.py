"""The steps of a journey of the demo in plain values: days count backwards from the day it is shown.

Everybody is named by their given name, workers by their whole name.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Came:
    """Somebody told us of these children, and what was decided; a referral when `outcomes` says what came of it.

    `hours_ago` takes the place of `days_ago` where minutes count. Without `decided_by` nobody has decided yet.
    """

    days_ago: int
    who: tuple[str, ...]
    source: str
    taken_by: str
    worry: str
    outcomes: tuple[str, ...] = ()
    rationale: str = ""
    decided_by: str = "Leila Haddad"
    teller: str = ""
    agency: str = ""
    reach: str = ""
    method: str = "phone"
    consent: str = "given"
    consent_note: str = ""
    strengths: str = ""
    care: str = ""
    rating: str = ""
    is_referral: bool = True
    hours_ago: float | None = None


@dataclass(frozen=True)
class Assessed:
    """One assessment: called for by a referral, begun, looked at, shared with the family, authorised; or open."""

    who: tuple[str, ...]
    called: int
    begun: int
    worker: str
    checked: int | None = None
    shared: int | None = None
    ended: int | None = None
    manager: str = "Ruth Adeyemi"
    basis: str = "need"
    factors: tuple[str, ...] = ()
    familys_answer: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Strategy:
    """Agencies met. An enquiry for each of `enquired`, concluded and ended so many days ago, or open."""

    days_ago: int
    who: tuple[str, ...]
    recorded_by: str
    shared: str
    tonight: str
    parents: str
    decision: str
    enquired: tuple[str, ...] = ()
    decided_by: str = "Ruth Adeyemi"
    agencies: tuple[str, ...] = ("social-care", "police", "health")
    is_joint: bool | None = True
    concluded: int | None = None
    ended: int | None = None
    findings: str = ""


@dataclass(frozen=True)
class Part:
    """What a conference decided for one child."""

    outcome: str = ""
    category: str = ""
    participation: str = ""
    views: str = ""
    dissent: str = ""


@dataclass(frozen=True)
class Conferred:
    """A child protection conference so many days ago; with `in_working_days` or `in_days`, one that is booked."""

    kind: str
    parts: dict[str, Part]
    days_ago: int | None = None
    in_working_days: int | None = None
    in_days: int | None = None
    booked: int = 0
    chair: str = "Dawn Ellery"
    agencies: tuple[str, ...] = ("social-care", "police", "health", "education")
    report_shared: int | None = None
    decisions_sent: int | None = None
    record_sent: int | None = None
    contingency: str = ""


@dataclass(frozen=True)
class Planned:
    """Time under a plan. One for protection begins with the conference told before it."""

    who: tuple[str, ...]
    basis: str
    since: int
    by: str
    category: str = ""
    earlier: int | None = None
    visit_every: int | None = None


@dataclass(frozen=True)
class Met:
    """A core group, a review of a plan or a team around the family."""

    kind: str
    days_ago: int
    who: tuple[str, ...]
    by: str
    came: str
    words: str
    familys_words: str = ""
    sent: int | None = None


@dataclass(frozen=True)
class Fact:
    """A bare dated fact: `kind` is a word of `Happened`. `hours_ago` where the minute counts.

    `birthday` takes the day the children had that birthday.
    """

    kind: str
    who: tuple[str, ...]
    by: str
    days_ago: int = 0
    note: str = ""
    hours_ago: float | None = None
    birthday: int | None = None


@dataclass(frozen=True)
class Facts:
    """Several bare facts by the same person: (kind, days ago), or (kind, days ago, note)."""

    who: tuple[str, ...]
    by: str
    each: tuple[tuple[str, int] | tuple[str, int, str], ...] = field(default=())


@dataclass(frozen=True)
class Moved:
    """A step up or down: what they had ends that day, and the other plan begins."""

    days_ago: int
    who: tuple[str, ...]
    to_basis: str
    by: str
    driver: str
    why: str
    familys_view: str
    network_plan: str = ""
    step_up_again_if: str = ""
    agreed: tuple[str, ...] = ()
    heard: tuple[tuple[str, str, str], ...] = ()
    """Who was heard: what they said, and what it changed."""
    changes: str = ""
    least_formal: str = ""


@dataclass(frozen=True)
class Closed:
    """The closing of the last time these children were in need: asked for and agreed so many days ago."""

    asked: int
    agreed: int
    who: tuple[str, ...]
    by: str
    summary: str
    family_told: str
    way_back: str
    named_person: str
    network_plan: str
    goodbye: str
    manager: str = "Ruth Adeyemi"
    answer: str = ""


Step = Came | Assessed | Strategy | Conferred | Planned | Met | Moved | Closed | Fact | Facts
