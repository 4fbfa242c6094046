"""What stands still, read from rows: of one family and of forty with one question, and by whoever may see it."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import TimescaleRow, User
from camden.principal import acting_as
from camden.reminders import Reminder
from cases.models import (
    Action,
    AssessmentReturn,
    Case,
    ChronologyChild,
    ChronologyEntry,
    Decision,
    DriftAnswer,
    Episode,
    GoalTouched,
    ImportedChild,
    ImportRun,
    Oversight,
    StepCheck,
    ThresholdChild,
    ThresholdMove,
    Visit,
)
from cases.operations.chronology import note
from cases.operations.oversight import answer_drift
from cases.readings.drift import drift_of, families_drift
from cases.readings.drift_told import in_charge
from cases.reminders import STILL, due_for, on_screen
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import (
    ActionFactory,
    CaseFactory,
    ChildFactory,
    EpisodeFactory,
    ExclusionFactory,
    InvolvementFactory,
    VisitFactory,
)
from tests.factories.drift import long_plan, looked_at, overseen, seen_with_others, still_goal
from tests.factories.writing import assessment_of


@pytest.fixture
def niamh(cast: SimpleNamespace) -> User:
    niamh = UserFactory(name="Niamh Castellan", email="niamh@example.org")
    MembershipFactory(user=niamh, team=cast.pod, role=Role.SENIOR_PRACTITIONER)
    return niamh


@pytest.fixture(autouse=True)
def looked(cast: SimpleNamespace, today: date) -> None:
    """Somebody looked, and the pod talked, so that each test sees only what it is about."""
    looked_at(cast.case, cast.children, cast.cora, on=today - timedelta(days=3))


def kinds(cast: SimpleNamespace, on: date) -> list[str]:
    return [sign.kind for sign in drift_of([cast.case.pk], on).get(cast.case.pk, ())]


def test_a_family_that_moves_is_left_out(cast: SimpleNamespace, today: date) -> None:
    assert drift_of([cast.case.pk], today) == {}


def test_each_kind_is_found_in_the_rows(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    plan = long_plan(anisa)
    goal = still_goal(cast.case, cast.amara, anisa)
    action = ActionFactory(case=cast.case, keeper=cast.amara, agreed_on=date(2026, 9, 1), due_on=date(2026, 10, 30),
                           first_due_on=date(2026, 9, 20), moved_times=1, children=[imran])  # fmt: skip
    seen_with_others(anisa, cast.amara, date(2026, 10, 1), date(2026, 10, 20))
    asked = Decision.objects.create(case=cast.case, kind="plan", question="Does the plan go on?", asked_by=cast.amara,
                                    asked_on=date(2026, 10, 1), due_on=date(2026, 10, 9))  # fmt: skip
    move = ThresholdMove.objects.create(case=cast.case, moved_on=date(2026, 8, 1), from_basis="protection",
                                        to_basis="need", driver="asked", why="x", keeps_worker=True,
                                        decided_by=cast.bilal)  # fmt: skip
    ThresholdChild.objects.create(case=cast.case, move=move, child=anisa)
    found = {sign.kind: sign for sign in drift_of([cast.case.pk], today)[cast.case.pk]}
    assert {kind: sign.key for kind, sign in found.items()} == {
        "plan-long": plan.pk, "goal-still": goal.pk, "late-twice": action.pk, "not-alone": anisa.pk,
        "decision-waits": asked.pk, "step-check": move.pk,
    }  # fmt: skip
    assert found["late-twice"].about == (imran.pk,)
    Action.objects.update(due_on=today)
    Decision.objects.update(dropped_on=today, dropped_why="They moved.")
    StepCheck.objects.create(
        case=cast.case, move=move, holds="holds", words="x", checked_on=today, checked_by=cast.amara
    )
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 30))
    GoalTouched.objects.create(case=cast.case, visit=visit, goal=goal, moved="closer")
    assert kinds(cast, today) == ["plan-long", "not-alone"]


def test_a_manager_who_gave_an_assessment_back_has_looked(cast: SimpleNamespace, today: date) -> None:
    later = today + timedelta(days=100)
    assert "no-oversight" in kinds(cast, later)
    assessment = assessment_of(cast.case, cast.children, cast.amara)
    AssessmentReturn.objects.create(case=cast.case, assessment=assessment, returned_on=later - timedelta(days=5),
                                    returned_by=cast.bilal, why="Imran's voice is missing.")  # fmt: skip
    with as_role("camden_worker"):
        assert "no-oversight" not in [
            sign.kind for sign in drift_of([cast.case.pk], later, with_words=False).get(cast.case.pk, ())
        ]
    (sign,) = [
        sign for sign in drift_of([cast.case.pk], later + timedelta(days=90))[cast.case.pk]
        if sign.kind == "no-oversight"
    ]  # fmt: skip
    assert "an assessment given back" in sign.evidence[0].words
    assert (sign.evidence[0].page, sign.evidence[0].key) == ("cases:assessment", assessment.pk)


def test_an_imported_family_is_no_drift_the_day_after_the_import(cast: SimpleNamespace, today: date) -> None:
    """What was done before stands in another system: from the day of the import somebody here can look."""
    ChronologyChild.objects.all().delete()
    ChronologyEntry.objects.all().delete()
    Oversight.objects.all().delete()
    Episode.objects.filter(case=cast.case).update(referred_on=today - timedelta(days=300))
    assert {"no-oversight", "no-supervision"} <= set(kinds(cast, today))
    at = datetime.combine(today - timedelta(days=1), time(12), UTC)
    run = ImportRun.objects.create(collection="cin", file_name="a.xml", sha256="1" * 64, team=cast.team, at=at)
    for number, child in enumerate(cast.children, 1):
        ImportedChild.objects.create(case=cast.case, run=run, child=child, number=number, fingerprint="1" * 64)
    ImportedChild.objects.update(created_at=at)
    Case.objects.filter(pk=cast.case.pk).update(created_at=at)
    assert kinds(cast, today) == []
    Case.objects.filter(pk=cast.case.pk).update(created_at=at - timedelta(days=30))
    assert "no-oversight" in kinds(cast, today), "a record that was here already has its own past"


def test_a_visit_that_was_taken_back_is_no_evidence(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    long_plan(anisa, began=date(2026, 9, 1))
    seen_with_others(anisa, cast.amara, date(2026, 10, 1), date(2026, 10, 20))
    assert kinds(cast, today) == ["not-alone"]
    Visit.objects.filter(visited_on=date(2026, 10, 20)).update(struck_on=today, struck_by=cast.amara, struck_why="x")
    assert kinds(cast, today) == []


def test_without_a_discussion_or_a_look_of_a_manager_it_says_so(cast: SimpleNamespace) -> None:
    later = date(2027, 2, 1)
    assert kinds(cast, later) == ["no-supervision", "no-oversight"]
    overseen(cast.case, cast.bilal, on=date(2027, 1, 30))
    assert kinds(cast, later) == ["no-supervision"]
    note(case=cast.case, on=date(2027, 1, 31), kind="reflection", summary="x", children=cast.children[:1])
    (sign,) = drift_of([cast.case.pk], later)[cast.case.pk]
    assert sign.about == tuple(child.pk for child in cast.children[1:])


def test_the_months_an_administrator_wrote_are_the_months_that_count(cast: SimpleNamespace, today: date) -> None:
    long_plan(cast.children[0], began=date(2026, 4, 20))
    assert kinds(cast, today) == []
    TimescaleRow.objects.filter(code="CN5a").update(amount=6, is_ticking=False)
    assert kinds(cast, today) == ["plan-long"]


def test_a_closed_record_stands_still_no_more(cast: SimpleNamespace, today: date) -> None:
    long_plan(cast.children[0])
    Case.objects.filter(pk=cast.case.pk).update(closed_on=today)
    assert drift_of([cast.case.pk], today) == {}


def test_answering_it_silences_that_sign_until_its_day_and_no_other(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    long_plan(anisa), long_plan(imran), still_goal(cast.case, cast.amara)
    (plan, goal) = sorted(drift_of([cast.case.pk], today)[cast.case.pk], key=lambda sign: sign.kind, reverse=True)
    assert (plan.kind, goal.kind) == ("plan-long", "goal-still")
    until = today + timedelta(days=28)
    with acting_as(cast.amara):
        rows = answer_drift(
            case=cast.case,
            sign=plan,
            children=cast.children,
            answer="talk",
            words="In Thursday’s group.",
            quiet_until_on=until,
            by=cast.amara,
            on=today,
        )
    assert [row.child_id for row in rows] == [anisa.pk, imran.pk]
    assert rows[0].evidence == [fact.words for fact in plan.evidence]
    assert kinds(cast, today) == ["goal-still"]
    assert "plan-long" not in kinds(cast, until - timedelta(days=1))
    assert "plan-long" in kinds(cast, until)


@pytest.mark.parametrize("size", [1, 6, 40])
def test_one_question_for_however_many_families(cast: SimpleNamespace, today: date, size: int) -> None:
    cases = [cast.case.pk]
    for _ in range(size - 1):
        child = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        EpisodeFactory(child=child)
        long_plan(child)
        still_goal(child.case, cast.amara, child)
        seen_with_others(child, cast.amara, date(2026, 10, 1), date(2026, 10, 20))
        cases.append(child.case_id)
    long_plan(cast.children[0])
    with CaptureQueriesContext(connection) as captured:
        found = drift_of(cases, today)
    assert len(found) == size and len(captured) == 1
    with CaptureQueriesContext(connection) as captured:
        assert len(families_drift(in_charge(User.objects.get(pk=cast.bilal.pk)).values("pk"), today)) == size
    assert len(captured) <= 3  # who bilal is, where he works, and the one question


def told(user: User, on: date, *, screen: bool = False) -> list[Reminder]:
    """What a job (or a screen) tells somebody of, held by row-level security."""
    with as_role("camden_app" if screen else "camden_worker"), acting_as(user):
        found = (on_screen if screen else due_for)(User.objects.get(pk=user.pk), on)
    return [each for each in found if each.kind == STILL]


def test_the_worker_sees_it_on_my_day_and_no_letter_says_it(cast: SimpleNamespace, today: date) -> None:
    still_goal(cast.case, cast.amara, words="Sleep")
    (line,) = told(cast.amara, today, screen=True)
    assert (line.family, line.url) == ("Rahman–Khatun", f"/cases/{cast.case.pk}/drift/")
    assert line.because == ("A goal does not move.",) and "Sleep" not in str(line)
    assert told(cast.amara, today) == []


def test_it_goes_up_to_whoever_leads_the_pod_after_a_week_and_to_the_manager_after_two(
    cast: SimpleNamespace, niamh: User
) -> None:
    still_goal(cast.case, cast.amara)
    since = date(2026, 7, 1) + timedelta(weeks=12)
    for days, who in ((0, []), (6, []), (7, [niamh]), (13, [niamh]), (14, [niamh, cast.bilal])):
        people = [user for user in (niamh, cast.bilal, cast.cora, cast.dan) if told(user, since + timedelta(days=days))]
        assert people == who, days


def test_a_long_plan_is_the_managers_own_from_its_first_day(cast: SimpleNamespace, niamh: User, today: date) -> None:
    long_plan(cast.children[0])
    assert told(cast.bilal, today) and not told(niamh, today) and not told(cast.amara, today, screen=True)


def test_many_families_are_one_line_in_a_managers_letter(cast: SimpleNamespace, today: date) -> None:
    for number in range(5):
        child = ChildFactory(case=CaseFactory(name=f"Family {number}", team_ids=[cast.pod.pk]))
        long_plan(child)
    (line,) = told(cast.bilal, today)
    assert line.short == "5 families in which something stands still" and len(line.case_ids) == 5
    assert line.about.endswith("and 2 more")


def test_where_the_councils_clock_speaks_no_second_line_is_written(cast: SimpleNamespace, today: date) -> None:
    long_plan(cast.children[0])
    TimescaleRow.objects.filter(code="CN5a").update(is_ticking=True)
    assert told(cast.bilal, today) == [] and kinds(cast, today) == ["plan-long"]


def test_a_step_down_is_not_told_its_worker_twice_and_goes_up_like_any_other(
    cast: SimpleNamespace, niamh: User, today: date
) -> None:
    move = ThresholdMove.objects.create(case=cast.case, moved_on=date(2026, 7, 20), from_basis="protection",
                                        to_basis="need", driver="asked", why="x", keeps_worker=True,
                                        decided_by=cast.bilal)  # fmt: skip
    ThresholdChild.objects.create(case=cast.case, move=move, child=cast.children[0])
    assert kinds(cast, today) == ["step-check"]
    assert told(cast.amara, today, screen=True) == []
    assert told(niamh, today) and told(cast.bilal, today)


def test_nobody_is_told_of_what_is_closed_to_them(cast: SimpleNamespace, today: date) -> None:
    long_plan(cast.children[0])
    ExclusionFactory(case=cast.case, worker=cast.bilal)
    assert told(cast.bilal, today) == []
    with as_role("camden_app"), acting_as(cast.bilal):
        assert drift_of([cast.case.pk], today) == {}


def test_whose_families_a_page_shows(cast: SimpleNamespace, niamh: User) -> None:
    beside = ChildFactory(case=CaseFactory(name="Of the pod", team_ids=[cast.pod.pk]))
    away = ChildFactory(case=CaseFactory(name="Elsewhere", team_ids=[cast.elsewhere.pk]))
    InvolvementFactory(child=away, worker=cast.amara, team=cast.elsewhere, role="co-worker")

    def names(user: Any) -> set[str]:
        return set(in_charge(User.objects.get(pk=user.pk)).values_list("name", flat=True))

    assert names(cast.amara) == {"Rahman–Khatun", "Elsewhere"}  # her own, not the pod's
    assert names(niamh) == names(cast.bilal) == {"Rahman–Khatun", beside.case.name}
    assert names(cast.cora) == {"Rahman–Khatun", "Of the pod", "Elsewhere"}
    assert names(cast.dan) == set()


def test_an_answer_stands_on_the_timeline_for_the_children_it_is_about(cast: SimpleNamespace, today: date) -> None:
    long_plan(cast.children[0])
    (sign,) = drift_of([cast.case.pk], today)[cast.case.pk]
    with acting_as(cast.amara):
        answer_drift(
            case=cast.case,
            sign=sign,
            children=cast.children,
            answer="going-on",
            words="She asked us to stay.",
            quiet_until_on=today + timedelta(days=14),
            by=cast.amara,
            on=today,
        )
    entry = ChronologyEntry.objects.get(kind="drift")
    assert entry.summary == "The plan has run for a long time. We go on as we are: She asked us to stay."
    assert [part.child for part in entry.about.all()] == cast.children[:1]
    assert DriftAnswer.objects.get().subject_id == sign.key
