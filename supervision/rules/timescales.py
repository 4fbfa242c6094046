"""The timescales of supervision (REFERENCE 2.7)."""

from enum import StrEnum

from camden.rules.timescales import Basis, Kind, Owner, Timescale, Unit

WD, WEEKS = Unit.WORKING_DAYS, Unit.WEEKS
OURS = "This service's own design"


class Supervised(StrEnum):
    """What happens in supervision. The value is what the command line and the database say."""

    ALLOCATED = "allocated"
    """A child has a lead worker: from then on somebody thinks about them together with others."""
    DISCUSSED = "discussed"
    """The child was discussed in supervision, deeply or in a quick round, with nothing left to finish."""
    DISCUSSION_NO_LONGER_NEEDED = "discussion-no-longer-needed"
    """The record closed, or the child died."""
    GROUP_SESSION = "group-session"
    ONE_TO_ONE = "one-to-one"
    SESSION_HELD = "session-held"
    SESSION_AGREED = "session-agreed"


S = Supervised

# fmt: off
ROWS = (
    Timescale(
        code="PR1a", title="Discuss the child in supervision",
        kind=Kind.TIER, amount=8, unit=WEEKS, starts=(S.ALLOCATED,), meets=(S.DISCUSSED,),
        ends=(S.DISCUSSION_NO_LONGER_NEEDED,), is_repeat=True, basis=Basis.PRACTICE, source=OURS, warn_days=10,
        owner=Owner.SUPERVISOR, work="discussion",
        silent="Discussions are kept in supervision, which counts them itself; no clock reads them yet.",
    ),
    Timescale(
        code="PR1b", title="Discuss the child with a protection plan, or before court, in supervision",
        kind=Kind.TIER, amount=6, unit=WEEKS, starts=(S.ALLOCATED,), meets=(S.DISCUSSED,),
        ends=(S.DISCUSSION_NO_LONGER_NEEDED,), is_repeat=True, basis=Basis.PRACTICE, source=OURS, warn_days=10,
        owner=Owner.SUPERVISOR, work="discussion",
        silent="Supervision does not yet hear when a protection plan or the time before court starts.",
        note="Four to six weeks; the longest is shipped.",
    ),
    Timescale(
        code="PR2", title="Hold the group session of the pod",
        kind=Kind.REPEAT, amount=2, unit=WEEKS, starts=(S.GROUP_SESSION,), meets=(S.GROUP_SESSION,), is_repeat=True,
        basis=Basis.LOCAL, source="Local practice; weekly in Hull [S95]", owner=Owner.SUPERVISOR, work="group-session",
        silent="A session belongs to a pod and to no child; its clock comes with the pods' own calendar.",
        note="Weekly or every two weeks; the longest is shipped.",
    ),
    Timescale(
        code="PR3", title="Hold one-to-one supervision",
        kind=Kind.REPEAT, amount=4, unit=WEEKS, starts=(S.ONE_TO_ONE,), meets=(S.ONE_TO_ONE,), is_repeat=True,
        basis=Basis.LOCAL, source="Local practice (from memory)", owner=Owner.SUPERVISOR, work="one-to-one",
        silent="A talk belongs to two people and to no child: their own page says when the next one is.",
    ),
    Timescale(
        code="PR5", title="Finish the record of the session",
        kind=Kind.CLOCK, amount=2, unit=WD, starts=(S.SESSION_HELD,), meets=(S.SESSION_AGREED,), basis=Basis.PRACTICE,
        source=OURS, warn_days=0, owner=Owner.SUPERVISOR, work="session-record",
        silent="A session belongs to several families; its clock comes with the pods' own calendar.",
        note="Two working days are local.",
    ),
)
# fmt: on
