"""The timescales of learning (REFERENCE 2.7). They are the person's own affair and never a child's clock."""

from enum import StrEnum

from camden.rules.timescales import Basis, Kind, Owner, Span, Timescale, Unit

WEEKS, DAYS, MONTHS = Unit.WEEKS, Unit.DAYS, Unit.MONTHS
PROGRAMME = "Programme rule for newly qualified workers (from memory)"
NO_EARLY_CAREER = "Nothing in this service records the supervision of newly qualified workers yet."
NO_REMINDERS = "Nobody is reminded of their own learning by a clock: the page of learning says what is there."


class Learned(StrEnum):
    """What happens in a worker's learning."""

    EARLY_CAREER_STARTED = "early-career-started"
    EARLY_CAREER_ENDED = "early-career-ended"
    EARLY_CAREER_SUPERVISION = "early-career-supervision"
    REGISTRATION_YEAR = "registration-year"
    """A year of registration began on 1 December."""
    REGISTRATION_RENEWED = "registration-renewed"
    FRAMEWORK_CHANGED = "framework-changed"


L = Learned
SUPERVISION = (L.EARLY_CAREER_SUPERVISION,)

# fmt: off
ROWS = (
    Timescale(
        code="PR4a", title="Supervise a newly qualified worker, in the first six weeks",
        kind=Kind.TIER, amount=1, unit=WEEKS, starts=(L.EARLY_CAREER_STARTED,), meets=SUPERVISION,
        ends=(L.EARLY_CAREER_ENDED,), is_repeat=True, until=Span(6, WEEKS), basis=Basis.PRACTICE, source=PROGRAMME,
        warn_days=2, owner=Owner.SUPERVISOR, work="early-career-supervision", silent=NO_EARLY_CAREER,
        note="Weekly for six weeks, then every two weeks to six months, then monthly.",
    ),
    Timescale(
        code="PR4b", title="Supervise a newly qualified worker, until six months",
        kind=Kind.TIER, amount=2, unit=WEEKS, opens=(L.EARLY_CAREER_STARTED,), starts=SUPERVISION, meets=SUPERVISION,
        ends=(L.EARLY_CAREER_ENDED,), is_repeat=True, since=Span(6, WEEKS), until=Span(6, MONTHS),
        basis=Basis.PRACTICE, source=PROGRAMME, warn_days=3, owner=Owner.SUPERVISOR, work="early-career-supervision",
        silent=NO_EARLY_CAREER,
    ),
    Timescale(
        code="PR4c", title="Supervise a newly qualified worker, after six months",
        kind=Kind.TIER, amount=1, unit=MONTHS, opens=(L.EARLY_CAREER_STARTED,), starts=SUPERVISION, meets=SUPERVISION,
        ends=(L.EARLY_CAREER_ENDED,), is_repeat=True, since=Span(6, MONTHS), basis=Basis.PRACTICE, source=PROGRAMME,
        owner=Owner.SUPERVISOR, work="early-career-supervision", silent=NO_EARLY_CAREER,
    ),
    Timescale(
        code="CPD1", title="Renew the registration: two different pieces of learning, one of them with a peer",
        kind=Kind.WINDOW, amount=12, unit=MONTHS, yearly=(11, 30), window=Span(-3, MONTHS),
        starts=(L.REGISTRATION_YEAR,), meets=(L.REGISTRATION_RENEWED,), basis=Basis.REGULATOR,
        source="Social Work England [S66][S67]", warn_days=15, owner=Owner.WORKER, work="registration",
        silent=NO_REMINDERS,
        note="The year runs from 1 December to 30 November 23:59; renewal is open from 1 September.",
    ),
    Timescale(
        code="CPD2", title="The framework and the programme for new workers change",
        kind=Kind.MARKER, amount=0, unit=DAYS, starts=(L.FRAMEWORK_CHANGED,), basis=Basis.REGULATOR,
        source="Early career standards [S11]", owner=Owner.WORKER, work="framework",
        note=(
            "It is a change on two dates: early career standards from 1 April 2027, and the two-year programme in place"
            " of the assessed year from September 2027."
        ),
    ),
)
# fmt: on
