"""The few words in which a family of the demo is told: plain values, days counted from the day it is shown.

`days_ago` and `since` count backwards from that day; a promise's `due` counts forwards, so that -1 is yesterday.
"""

from dataclasses import dataclass, field

from cases.management.families.before import Before
from cases.management.families.record import Record
from cases.management.families.steps import Step
from cases.models import Involvement, Relationship, Visit, VisitChild

Tie, Role, Place, Seen = Relationship.Kind, Involvement.Role, Visit.Kind, VisitChild.Seen


@dataclass(frozen=True)
class Child:
    """A child the record is about. An age in years and days more; or the days until the birth is expected."""

    given: str
    family: str
    sex: str
    years: int = 0
    days: int = 0
    ethnicity: str = "NOBT"
    language: str = ""
    number: str = ""
    born_on_the: int = 0
    """The day of the month that was agreed on, where nobody knows the birthday."""
    expected_in: int | None = None
    disabilities: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adult:
    """Somebody in the children's life. No age when nobody asked yet."""

    given: str
    family: str
    sex: str
    years: int | None = None
    language: str = ""
    ethnicity: str = ""


@dataclass(frozen=True)
class Ties:
    """`one` is `kind` of each of `others`, all by given name. `pr` is parental responsibility, where it is known."""

    one: str
    kind: str
    others: tuple[str, ...]
    pr: bool | None = None


@dataclass(frozen=True)
class Home:
    """Where some of them live."""

    name: str
    who: tuple[str, ...]
    address: str = ""
    is_safe_to_share: bool = True
    since: int | None = None


@dataclass(frozen=True)
class Referral:
    """Who told us of these children, and why they are in need; closed when `closed` says how long ago."""

    who: tuple[str, ...]
    days_ago: int
    source: str
    need: str
    closed: int | None = None
    closing: str = ""


@dataclass(frozen=True)
class Work:
    """Somebody's work with some of the children. `reason` belongs to a change of lead."""

    worker: str
    team: str
    who: tuple[str, ...]
    since: int
    role: str = Role.LEAD
    reason: str = ""
    scope: str = "full"
    is_cover: bool = False
    ended: int | None = None


@dataclass(frozen=True)
class Told:
    """One visit: by whom, where, the account, and for each child how they were seen and what they said."""

    days_ago: int
    worker: str
    account: str
    children: dict[str, tuple[str, str]]
    place: str = Place.HOME


def regular(worker: str, days: tuple[int, ...], seen: dict[str, str], account: str) -> tuple[Told, ...]:
    """Visits of an ordinary kind: `seen` says how each child was."""
    return tuple(Told(day, worker, account, {who: (how, "") for who, how in seen.items()}) for day in days)


@dataclass(frozen=True)
class Promise:
    """What a worker agreed to do. `done` says how long ago it was done, and `outcome` what came of it.

    Put aside instead, and explained, when it `could_not_be`.
    """

    days_ago: int
    keeper: str
    what: str
    agreed_in: str
    who: tuple[str, ...] = ()
    why: str = ""
    first_sentence: str = ""
    promised_to: str = ""
    due: int | None = None
    done: int | None = None
    outcome: str = ""
    could_not_be: bool = False


@dataclass(frozen=True)
class HandOver:
    """What somebody on duty left for the family's workers."""

    days_ago: int
    writer: str
    why: str
    done: str
    left_to_do: str = ""


@dataclass(frozen=True)
class KeptOut:
    """A colleague who must not see the record."""

    worker: str
    reason: str
    since: int


@dataclass(frozen=True)
class Family:
    """One family of the demo, whole."""

    name: str
    team: str
    opened: int
    children: tuple[Child, ...]
    adults: tuple[Adult, ...]
    ties: tuple[Ties, ...]
    homes: tuple[Home, ...]
    referrals: tuple[Referral, ...]
    work: tuple[Work, ...]
    visits: tuple[Told, ...] = ()
    promises: tuple[Promise, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    kept_out: tuple[KeptOut, ...] = field(default=())
    is_restricted: bool = False
    journey: tuple[Step, ...] = ()
    """The steps from the front door on, in the order in which they happened."""
    before: Before = field(default_factory=Before)
    """What one must know before one meets them."""
    record: Record = field(default_factory=Record)
    """What is on the record besides visits."""
