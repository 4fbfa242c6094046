"""Pages of child protection as they look when filled: a demo has few of them, and none at every stage."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from cases.forms.enquiries import AuthorisationForm, ConclusionForm
from cases.forms.milestones import MilestoneForm, StrikeForm
from cases.forms.protection_conferences import BookingForm, CallingOffForm, OutcomeForm, PapersForm
from cases.forms.strategy import StrategyForm
from cases.models import Member
from cases.readings.protection import (
    ChildAtConference,
    ChildDecided,
    ChildLine,
    ConferencePage,
    EnquiryPage,
    MilestonePage,
    StrategyPage,
)
from cases.rules.enquiries import Stage
from cases.rules.protection import outcomes_for, ways_to_take_part

_ON, _AT = date(2026, 11, 3), datetime(2026, 11, 3, 12, tzinfo=UTC)
_BORN = {"Anisa": date(2015, 5, 17), "Imran": date(2018, 5, 17), "Zayd": date(2025, 5, 17)}
_CHILDREN = [
    Member(pk=number, case_id=1, given_name=name, family_name="Rahman", born_on=born, kind=Member.Kind.CHILD)
    for number, (name, born) in enumerate(_BORN.items(), 1)
]
_CASE = {"case": SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")}
_ANISA = ChildLine(1, "Anisa Rahman", "AR", "Enquiry begun", 1)
_WORDS = "Anisa told her teacher that she is afraid to go home. " * 6
_LONG = (("What each of them shared", _WORDS), ("What was decided, and why", _WORDS))
_STRATEGY = StrategyPage(
    held="3 November 2026 at 10:30",
    cause="3 November 2026 at 08:00",
    agencies="Children’s social care and police",
    missing="health",
    joint="Joint with the police",
    decided_by="Ruth Adeyemi",
    recorded_by="Ade Fashola",
    words=_LONG,
    children=(_ANISA, ChildLine(2, "Imran Rahman", "IR", "No new enquiry")),
)
_ENQUIRY = EnquiryPage(
    pk=1,
    child=_ANISA,
    stage=Stage.CONCLUDED,
    began="3 November 2026",
    strategy=1,
    outcome="Not substantiated",
    findings=_WORDS,
    why_no_conference="She is safe with her mother.",
    concluded="Ade Fashola, 20 November 2026",
    not_required="",
    not_required_why="",
    ended="",
    conference_by="Tuesday 24 November 2026",
    happened=(("20 November 2026", "Ade Fashola concluded the enquiry about Anisa: not substantiated"),),
)
_CONFERENCE = ConferencePage(
    pk=1,
    kind="Initial child protection conference",
    day="Tuesday 24 November 2026",
    state="planned",
    chair="Dawn Ellery",
    booked="3 November 2026",
    agencies="Children’s social care, police and health",
    is_quorate=True,
    contingency="Farida has the children until a new meeting.",
    called_off="",
    children=(
        ChildDecided(
            1,
            "Anisa Rahman",
            "AR",
            "A child protection plan",
            "Emotional abuse",
            "Came, and an advocate spoke for them",
            "I want Mum to sleep.",
            "Shirin: it is over now that he is gone.",
        ),
    ),
    papers=(("Report shared with the family", "20 November 2026"), ("Record of the conference sent", "Not yet")),
)
_AT_CONFERENCE = [
    ChildAtConference(
        child=child,
        pk=child.pk,
        name=child.given_name,
        title=f"{child.given_name}, {child.age(_ON)}",
        has_plan=False,
        is_born=child.expected_on is None,
        voice_hint="In their own words.",
        outcomes=tuple(outcomes_for("initial", has_plan=False)),
        ways=tuple(ways_to_take_part(child.born_on, _ON)),
    )
    for child in _CHILDREN
]
_FACT = MilestonePage(
    1, "Went missing", _ANISA, "2 November 2026 at 21:15", "From school.", "Ade Fashola", "", ""
)  # fmt: skip
_STRUCK = MilestonePage(
    1, "Went missing", _ANISA, "2 November 2026 at 21:15", "", "Ade Fashola", "Ruth Adeyemi, 3 November 2026", "Home."
)  # fmt: skip
_LIMIT = "For Anisa by Tuesday 24 November 2026, 15 working days after the strategy discussion."
_MAY = {"may_record": True, "may_decide": True, "may_call_off": True, "may_conclude": True, "may_authorise": True}

PROTECTION: dict[str, dict[str, Any]] = {
    "cases/strategy_new.html": _CASE | {"form": StrategyForm({}, children=_CHILDREN, managers=[], at=_AT, on=_ON)},
    "cases/strategy.html": _CASE | _MAY | {"strategy": _STRATEGY},
    "cases/enquiry.html": _CASE | _MAY | {"enquiry": _ENQUIRY},
    "cases/enquiry_conclusion.html": _CASE
    | {"enquiry": _ENQUIRY, "stage": "open", "form": ConclusionForm({}, on=_ON, version=1)},
    "cases/enquiry_authorisation.html": _CASE
    | {"enquiry": _ENQUIRY, "stage": "concluded", "form": AuthorisationForm({}, needs_reason=True, version=1)},
    "cases/protection_conference_new.html": _CASE
    | {"form": BookingForm({}, children=_CHILDREN, chairs=[], limit=_LIMIT, on=_ON)},
    "cases/protection_conference.html": _CASE | _MAY | {"conference": _CONFERENCE},
    "cases/protection_conference_outcome.html": _CASE
    | {"conference": _CONFERENCE, "form": OutcomeForm({}, kind="initial", children=_AT_CONFERENCE, on=_ON, version=1)},
    "cases/protection_conference_papers.html": _CASE
    | {"conference": _CONFERENCE, "form": PapersForm({"record_sent_on": "x"}, is_held=True, on=_ON, version=1)},
    "cases/protection_conference_calling_off.html": _CASE | {"conference": _CONFERENCE, "form": CallingOffForm({})},
    "cases/milestone_new.html": _CASE | {"form": MilestoneForm({}, children=_CHILDREN, at=_AT, on=_ON)},
    "cases/milestone.html": _CASE | {"fact": _STRUCK},
    "cases/milestone_strike.html": _CASE | {"fact": _FACT, "form": StrikeForm({})},
}
