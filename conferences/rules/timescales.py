"""The timescales of family group conferences (REFERENCE 2.7). None of them is ever a family's."""

from enum import StrEnum

from camden.rules.timescales import Basis, Kind, Owner, Span, Timescale, Unit

WORKING_DAYS, WEEKS, MONTHS = Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS
NO_CLOCK = "The stages of a conference are dated on its own page; no clock reads them yet."


class Convened(StrEnum):
    """What happens on the way to a family group conference, and after it."""

    FAMILY_WANTS_ONE = "family-wants-a-conference"
    """Somebody with parental responsibility said yes."""
    REFERRAL_ACCEPTED = "conference-referral-accepted"
    FAMILY_CONFERENCE = "family-conference"
    FAMILY_REVIEW = "family-review"
    NOT_TAKEN_UP = "not-taken-up"
    """The family did not take it up, or it was withdrawn."""
    OUTCOME_ASKED_SOON = "outcome-asked-soon"
    OUTCOME_ASKED = "outcome-asked"
    YEAR_STATUS_ASKED = "year-status-asked"


C = Convened

# fmt: off
ROWS = (
    Timescale(
        code="PR6", title="Hold the family group conference",
        kind=Kind.CLOCK, amount=8, unit=WEEKS, window=Span(4, WEEKS), starts=(C.REFERRAL_ACCEPTED,),
        meets=(C.FAMILY_CONFERENCE,), ends=(C.NOT_TAKEN_UP,), basis=Basis.PRACTICE,
        source="Practice elsewhere, four to eight weeks [S48]", warn_days=15, owner=Owner.COORDINATOR,
        work="family-conference", silent=NO_CLOCK,
        note="Four to eight weeks; the longest is shipped. The family sets the day.",
    ),
    Timescale(
        code="PR6a", title="A coordinator takes up what a family said yes to",
        kind=Kind.TIER, amount=2, unit=WORKING_DAYS, starts=(C.FAMILY_WANTS_ONE,), meets=(C.REFERRAL_ACCEPTED,),
        ends=(C.NOT_TAKEN_UP,), basis=Basis.LOCAL, source="Local practice (from memory)", warn_days=1,
        owner=Owner.COORDINATOR, work="conference-take-up", silent=NO_CLOCK,
    ),
    Timescale(
        code="PR7", title="Review the family's plan with the family",
        kind=Kind.CLOCK, amount=12, unit=WEEKS, window=Span(6, WEEKS), starts=(C.FAMILY_CONFERENCE,),
        meets=(C.FAMILY_REVIEW,), ends=(C.NOT_TAKEN_UP,), basis=Basis.LOCAL, source="Local practice (from memory)",
        warn_days=15, owner=Owner.COORDINATOR, work="family-review", silent=NO_CLOCK,
        note="Six to twelve weeks; the longest is shipped. A second review is for the family to want.",
    ),
    Timescale(
        code="PR8a", title="Ask how it went, six months after the conference",
        kind=Kind.TIER, amount=6, unit=MONTHS, starts=(C.FAMILY_CONFERENCE,), meets=(C.OUTCOME_ASKED,),
        basis=Basis.PRACTICE, source="Camden asked within six months [S45]", warn_days=15, owner=Owner.COORDINATOR,
        work="outcome", silent="Nothing in this service records the asking yet.",
    ),
    Timescale(
        code="PR8b", title="Look where the children are, twelve months after the conference",
        kind=Kind.TIER, amount=12, unit=MONTHS, starts=(C.FAMILY_CONFERENCE,), meets=(C.YEAR_STATUS_ASKED,),
        basis=Basis.PRACTICE, source="The trial looked after twelve months [S50]", warn_days=15,
        owner=Owner.COORDINATOR, work="outcome", silent="Nothing in this service records the asking yet.",
    ),
    Timescale(
        code="PR8c", title="Ask how it is, three months after the conference",
        kind=Kind.TIER, amount=3, unit=MONTHS, starts=(C.FAMILY_CONFERENCE,), meets=(C.OUTCOME_ASKED_SOON,),
        basis=Basis.LOCAL, source="This service's own first asking", warn_days=15, owner=Owner.COORDINATOR,
        work="outcome", silent="Nothing in this service records the asking yet.",
    ),
)
# fmt: on
