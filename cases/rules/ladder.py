"""The one highest status of a child, from dated facts: computed, never typed (REFERENCE 1.0)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cases.rules.happenings import Happened as H


class Status(StrEnum):
    """The rungs, lowest first."""

    UNKNOWN = "unknown"
    CLOSED = "closed"
    DIED = "died"
    HELP = "help"
    REFERRED = "referred"
    ASSESSED = "assessed"
    NEED = "need"
    ENQUIRY = "enquiry"
    PROTECTION = "protection"
    LOOKED_AFTER = "looked-after"

    @property
    def words(self) -> str:
        """As a page says it."""
        return _WORDS[self]


_WORDS = {
    Status.UNKNOWN: "Nothing open",
    Status.CLOSED: "Closed",
    Status.DIED: "Died",
    Status.HELP: "Help by agreement",
    Status.REFERRED: "Referred",
    Status.ASSESSED: "Being assessed",
    Status.NEED: "Child in need plan",
    Status.ENQUIRY: "Section 47 enquiry",
    Status.PROTECTION: "Child protection plan",
    Status.LOOKED_AFTER: "Looked after",
}


class Overlay(StrEnum):
    """What is so beside the highest status, whichever that is."""

    BEFORE_COURT = "before proceedings"
    IN_COURT = "in care proceedings"
    STILL_PROTECTED = "child protection plan still open"
    LEAVING_CARE = "leaving care"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a child stands, since when, and what is so beside it."""

    status: Status
    since: date | None
    beside: tuple[Overlay, ...] = ()

    @property
    def words(self) -> str:
        """The status with what is so beside it: "Child protection plan, in care proceedings"."""
        return ", ".join((self.status.words, *self.beside))

    @property
    def tag(self) -> str:
        """How a page marks it: nothing open is grey, an enquiry or a protection plan stands out, calmly."""
        if self.status in (Status.UNKNOWN, Status.CLOSED, Status.DIED):
            return "grey"
        return "amber" if self.status in (Status.ENQUIRY, Status.PROTECTION) else "blue"


# What begins each rung and what ends it. A plan may begin anew on the day one ended; a step that begins and ends on one
# day is over.
_PLANS = {
    Status.HELP: ((H.HELP_PLAN_STARTED,), (H.HELP_PLAN_ENDED,)),
    Status.NEED: ((H.NEED_PLAN_STARTED,), (H.NEED_PLAN_ENDED,)),
    Status.PROTECTION: ((H.PROTECTION_PLAN_STARTED,), (H.PROTECTION_PLAN_ENDED,)),
    Status.LOOKED_AFTER: ((H.LOOKED_AFTER_BEGAN,), (H.LOOKED_AFTER_ENDED,)),
}
_STEPS = {
    Status.REFERRED: ((H.REFERRAL_RECEIVED,), (H.REFERRAL_DECIDED,)),
    Status.ASSESSED: ((H.ASSESSMENT_STARTED,), (H.ASSESSMENT_AUTHORISED, H.ASSESSMENT_ENDED)),
    Status.ENQUIRY: ((H.ENQUIRY_STARTED,), (H.ENQUIRY_ENDED,)),
}
_BESIDE = {
    Overlay.BEFORE_COURT: ((H.LETTER_BEFORE_PROCEEDINGS,), (H.PRE_PROCEEDINGS_ENDED, H.PROCEEDINGS_ISSUED)),
    Overlay.IN_COURT: ((H.PROCEEDINGS_ISSUED,), (H.FINAL_ORDER,)),
    Overlay.LEAVING_CARE: ((H.LEAVING_CARE_ELIGIBLE,), (H.LEAVING_CARE_ENDED,)),
}
COUNTED = frozenset(
    kind for table in (_PLANS, _STEPS, _BESIDE) for both in table.values() for kinds in both for kind in kinds
) | {H.NEED_ENDED, H.DIED}


def standing(last: Mapping[str, date], in_need_since: date | None = None) -> Standing:
    """The highest status. `last` has the last day of each kind of happening; `in_need_since` the open episode's day."""
    if H.DIED in last:
        return Standing(Status.DIED, last[H.DIED])
    found = [
        Standing(status, since)
        for table, may_restart in ((_PLANS, True), (_STEPS, False))
        for status, (starts, ends) in table.items()
        if (since := _open_since(last, starts, ends, may_restart=may_restart))
    ]
    if in_need_since and Status.HELP not in {each.status for each in found}:
        # An open episode with nothing begun yet. Under a family help plan, that is where the child stands.
        found.append(Standing(Status.REFERRED, in_need_since))
    beside = [
        overlay for overlay, (starts, ends) in _BESIDE.items() if _open_since(last, starts, ends, may_restart=False)
    ]
    statuses = {each.status for each in found}
    if statuses >= {Status.LOOKED_AFTER, Status.PROTECTION}:
        beside.append(Overlay.STILL_PROTECTED)
    if not found:
        over = last.get(H.NEED_ENDED)
        return Standing(Status.CLOSED if over else Status.UNKNOWN, over, tuple(beside))
    highest = max(found, key=lambda each: _RANK[each.status])
    return Standing(highest.status, highest.since, tuple(beside))


_RANK = {status: rank for rank, status in enumerate(Status)}


def _open_since(
    last: Mapping[str, date], starts: tuple[H, ...], ends: tuple[H, ...], *, may_restart: bool
) -> date | None:
    began = max((last[kind] for kind in starts if kind in last), default=None)
    ended = max((last[kind] for kind in ends if kind in last), default=None)
    if began is None or (ended and (ended > began or (ended == began and not may_restart))):
        return None
    return began
