"""A closing ends statutory work: help by agreement goes on, on the same record and with the same worker."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from camden.principal import acting_as
from camden.rules.moments import moment_here
from cases.models import (
    Assessment,
    AssessmentBasis,
    AssessmentChild,
    Case,
    Clock,
    Closure,
    Episode,
    Involvement,
    PlannedMeeting,
    PlanSpell,
    Writing,
)
from cases.operations.clocks import keep_clocks
from cases.operations.closing import NotClosed, ask_for_closing, decide_closing
from cases.operations.plans import end_plans, start_plans
from cases.operations.record_days import RecordNotClosed, end_record
from cases.operations.thresholds import move_threshold
from cases.readings.closing import read_closing, still_open
from cases.readings.retention import read_retention
from cases.rules.closing import ClosingSaid
from tests.conftest import as_role
from tests.factories.deliberating import decided
from tests.factories.record_voice import parent_of

BEGAN = date(2026, 9, 1)


def stepped_down(cast: SimpleNamespace, today: date, children: Any) -> None:
    """Assessed, helped under section 17, and today a step down to help by agreement."""
    of = {"case": cast.case, "started_on": BEGAN}
    assessment = Assessment.objects.create(legal_basis="need", counts_from_on=BEGAN, **of)
    for child in children:
        AssessmentChild.objects.create(assessment=assessment, child=child, ended_on=date(2026, 9, 20), **of)
        PlanSpell.objects.create(child=child, basis="need", **of)
    shirin = parent_of(cast.children, "Shirin")
    with as_role("camden_app"), acting_as(cast.bilal):
        move_threshold(
            case=cast.case, children=children, to_basis="early-help", moved_on=today, driver="network",
            why="Aunt Farida is there each day.", familys_view="Stay as Amara.", keeps_worker=True, by=cast.bilal,
            decided=decided(cast.case, children), agreed_by=[shirin],
        )  # fmt: skip


def asked(cast: SimpleNamespace, today: date, children: Any, reason: str = "RC9") -> Closure:
    with as_role("camden_app"), acting_as(cast.amara):
        said = ClosingSaid(reason=reason, closed_on=today, summary="They manage.")
        return ask_for_closing(case=cast.case, by=cast.amara, on=today, children=children, said=said)


def agree(cast: SimpleNamespace, closure: Closure, today: date) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        children = list(closure.children.all())
        decide_closing(
            closure=closure, by=cast.bilal, on=today, is_agreed=True, decided=decided(closure.case, children)
        )


def test_on_the_day_of_the_step_down_statutory_work_closes_and_help_goes_on_with_the_same_worker(
    cast: SimpleNamespace, today: date
) -> None:
    stepped_down(cast, today, cast.children)
    changes = list(Involvement.objects.order_by("pk").values_list("pk", "worker", "ended_on"))
    agree(cast, asked(cast, today, cast.children), today)
    assert set(Episode.objects.values_list("closed_on", "closure_reason")) == {(today, "RC9")}
    running = PlanSpell.objects.filter(ended_on=None)
    assert {(each.child_id, each.basis) for each in running} == {(c.pk, "early-help") for c in cast.children}
    assert Case.objects.get(pk=cast.case.pk).closed_on is None, "the record stays open for the help"
    assert list(Involvement.objects.order_by("pk").values_list("pk", "worker", "ended_on")) == changes
    assert Writing.objects.get(paper="plan").closed_on is None, "the plan's text is the same one"
    keep_clocks(case=cast.case)
    codes = set(Clock.objects.filter(case=cast.case, ended_on=None, met_on=None).values_list("rule", flat=True))
    assert "EH1" in codes and not codes & {"CN2", "CN3", "CN1"}, codes


def booked(cast: SimpleNamespace, kind: str, day: date) -> PlannedMeeting:
    return PlannedMeeting.objects.create(
        case=cast.case, kind=kind, planned_at=moment_here(day, time(10)), arranged_by=cast.amara, arranged_on=BEGAN
    )


def test_the_review_of_the_ended_plan_is_called_off_and_the_team_around_the_family_still_meets(
    cast: SimpleNamespace, today: date
) -> None:
    stepped_down(cast, today, cast.children)
    review, team = (booked(cast, kind, today + timedelta(days=20)) for kind in ("need-review", "help-review"))
    perhaps_held = booked(cast, "need-review", today)
    anisa, *others = cast.children
    agree(cast, asked(cast, today, [anisa]), today)
    review.refresh_from_db()
    assert review.called_off_on is None, "the brothers are in need still"
    agree(cast, asked(cast, today, others), today)
    for meeting in (review, team, perhaps_held):
        meeting.refresh_from_db()
    assert (review.called_off_on, review.called_off_why) == (today, "The work it was to look at has ended")
    assert team.called_off_on is perhaps_held.called_off_on is None


def test_retention_waits_for_the_end_of_the_help(cast: SimpleNamespace, today: date) -> None:
    stepped_down(cast, today, cast.children)
    facts = {"first_category": "NEG", "latest_category": "NEG", "end_reason": "step-down"}
    days = {"started_on": date(2026, 8, 20), "ended_on": BEGAN}
    PlanSpell.objects.create(case=cast.case, child=cast.children[0], basis="protection", **days, **facts)
    agree(cast, asked(cast, today, cast.children), today)
    reading = read_retention(Case.objects.get(pk=cast.case.pk))
    assert reading.until == "" and "waits for the end of our work" in reading.why_none


def test_the_closing_says_with_whom_the_help_goes_on_before_and_after_it_is_agreed(
    cast: SimpleNamespace, today: date
) -> None:
    stepped_down(cast, today, cast.children[:1])
    assert "Anisa’s help by agreement goes on, with Amara Obi" in [
        each.what for each in still_open(cast.case, cast.children)
    ]
    closure = asked(cast, today, cast.children[:1])
    words = "Help by agreement goes on for Anisa, with Amara Obi"
    assert read_closing(closure).goes_on == words
    agree(cast, closure, today)
    assert read_closing(Closure.objects.get(pk=closure.pk)).goes_on == words


def test_with_help_running_no_further_action_is_no_reason(cast: SimpleNamespace, today: date) -> None:
    stepped_down(cast, today, cast.children)
    with pytest.raises(NotClosed, match="have help by agreement, which goes on") as found:
        asked(cast, today, cast.children, "RC8")
    assert found.value.about == "reason"


def test_help_that_goes_on_has_somebody_who_leads_it(cast: SimpleNamespace, today: date) -> None:
    stepped_down(cast, today, cast.children)
    closure = asked(cast, today, cast.children)
    Involvement.objects.filter(child=cast.children[0]).update(ended_on=today)
    with pytest.raises(NotClosed, match="Nobody leads the help for Anisa"):
        agree(cast, closure, today)
    assert Episode.objects.in_need().count() == 3


def test_a_child_who_moves_away_takes_the_help_with_them(cast: SimpleNamespace, today: date) -> None:
    stepped_down(cast, today - timedelta(days=7), cast.children)
    agree(cast, asked(cast, today, cast.children, "RC5"), today)
    ended = PlanSpell.objects.filter(basis="early-help")
    assert {(each.ended_on, each.end_reason) for each in ended} == {(today, "moved")}
    assert Writing.objects.get(paper="plan").closed_on == today, "the next plan begins with a text of its own"
    assert Case.objects.get(pk=cast.case.pk).closed_on == today


def test_a_closing_may_be_of_a_day_before_the_help_began(cast: SimpleNamespace, today: date) -> None:
    PlanSpell.objects.create(case=cast.case, child=cast.children[0], basis="early-help", started_on=today)
    before = today - timedelta(days=3)
    with as_role("camden_app"), acting_as(cast.amara):
        said = ClosingSaid(reason="RC7", closed_on=before, summary="They manage.")
        assert ask_for_closing(case=cast.case, by=cast.amara, on=today, children=cast.children, said=said).pk


def test_when_the_help_has_ended_a_worker_closes_the_record_and_the_lead_is_free(
    cast: SimpleNamespace, today: date
) -> None:
    stepped_down(cast, today - timedelta(days=30), cast.children)
    agree(cast, asked(cast, today - timedelta(days=30), cast.children), today - timedelta(days=30))
    case = Case.objects.get(pk=cast.case.pk)
    close: dict[str, Any] = {"case": case, "words": "They have our number.", "by": cast.amara, "today": today}
    with as_role("camden_app"), acting_as(cast.amara):
        with pytest.raises(RecordNotClosed, match="family help plan is open"):
            end_record(on=today, **close)
        with pytest.raises(DatabaseError, match="has a plan"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select close_case(%s, %s)", [case.pk, today])
        end_plans(case=case, spells=list(PlanSpell.objects.filter(basis="early-help")), ended_on=today,
                  reason="no-longer-needed", by=cast.amara, decided=None)  # fmt: skip
        with pytest.raises(RecordNotClosed, match="went on until 3 November 2026"):
            end_record(on=today - timedelta(days=1), **close)
        end_record(on=today, **close)
    assert Case.objects.get(pk=case.pk).closed_on == today
    assert not Involvement.objects.filter(leads_now=True).exists()


def test_a_plan_of_help_opens_a_closed_record(cast: SimpleNamespace, today: date) -> None:
    Episode.objects.update(closed_on=BEGAN, closure_reason="RC7")
    Case.objects.filter(pk=cast.case.pk).update(closed_on=BEGAN)
    case = Case.objects.get(pk=cast.case.pk)
    with as_role("camden_app"), acting_as(cast.bilal):
        start_plans(case=case, children=cast.children[:1], basis="early-help", started_on=today,
                    agreed="Shirin, by phone", by=cast.bilal, decided=decided(case, cast.children[:1]))  # fmt: skip
    assert Case.objects.get(pk=case.pk).closed_on is None


def test_an_assessment_begun_as_help_by_agreement_counts_from_the_day_it_became_statutory(
    cast: SimpleNamespace, today: date
) -> None:
    """As in the return: its start is never before the referral (1103), and without one there is no RC9 (8825)."""
    anisa, before = cast.children[0], date(2026, 8, 1)  # referred on 20 August
    assessment = Assessment.objects.create(
        case=cast.case, legal_basis="early-help", counts_from_on=before, started_on=before
    )
    part = AssessmentChild.objects.create(
        case=cast.case, assessment=assessment, child=anisa, started_on=before, ended_on=date(2026, 10, 1)
    )
    with pytest.raises(NotClosed, match="no assessment of Anisa"):
        asked(cast, today, [anisa])
    AssessmentBasis.objects.create(
        case=cast.case, assessment=assessment, before="early-help", legal_basis="need", began_on=date(2026, 8, 25),
        why="She asked for more.", decided_by=cast.bilal,
    )  # fmt: skip
    Assessment.objects.update(legal_basis="need")
    with (
        as_role("camden_app"),
        acting_as(cast.amara),
        pytest.raises(NotClosed, match="recorded for Anisa on 1 October"),
    ):
        early = ClosingSaid(reason="RC9", closed_on=date(2026, 9, 15), summary="They manage.")
        ask_for_closing(case=cast.case, by=cast.amara, on=today, children=[anisa], said=early)
    assert asked(cast, today, [anisa]).reason == "RC9"
    assert part.started_on == before, "what was written before stays in it"
