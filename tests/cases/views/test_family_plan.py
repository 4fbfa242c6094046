"""The one plan of a family: on one page, as each of them may read it, as a copy and as a file."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from camden.operations.files import read as read_file
from camden.principal import acting_as
from cases.models import (
    Action,
    ChronologyEntry,
    Clock,
    Export,
    FamilySays,
    Goal,
    GoalTouched,
    HouseholdMembership,
    Invitation,
    Member,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    Relationship,
    Release,
    Writing,
)
from cases.operations.exports import make_export
from cases.operations.plans import end_plans, start_plans
from cases.operations.thresholds import move_threshold
from cases.readings.plan_paper import as_body, copy_for, from_body
from cases.readings.whole_plan import whole_plan
from cases.rules.audience import STAFF
from tests.cases.views.test_query_budgets import MOST
from tests.conftest import as_role
from tests.factories.cases import ActionFactory, ChildFactory, HouseholdFactory, VisitFactory
from tests.factories.deliberating import decided
from tests.factories.family_plans import planned
from tests.factories.meetings import InvitedFactory, PlannedMeetingFactory, parents_apart
from tests.queries import of_the_page

CANARY = "Canary: the address of the refuge"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def plan(cast: SimpleNamespace) -> SimpleNamespace:
    return planned(cast.case, cast.children, cast.amara)


@pytest.fixture
def case(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/"


def parent(cast: SimpleNamespace, name: str, *, of: list[Member], lives_there: bool = False) -> Member:
    found: Member = ChildFactory(case=cast.case, kind="adult", given_name=name, family_name="Khatun")
    for child in of:
        Relationship.objects.create(case=cast.case, one=found, other=child, kind="parent")
    if lives_there:
        HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=found)
    return found


def test_the_whole_plan_says_who_has_what_why_who_does_it_and_how_we_will_know(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    page = read(amara.get(f"{case}plan/whole/"))
    order = (
        "Child in need plan: Anisa, Imran and Zayd", "Since 1 September 2026", "The winter in two rooms.",
        "We are tired, that is all.", "Everybody sleeps", "Two rooms for four.", "Ring the housing office",
        "No mattress.", "Anisa is eleven", "promised to Anisa", "Nobody opens the door at night.", "Lead worker",
    )  # fmt: skip
    said = " ".join(page.said.split())
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    for name in ("goals/new/?from=plan", f"goals/{plan.ours.pk}/edit/", f"goals/{plan.ours.pk}/actions/new/",
                 f"actions/{plan.late.pk}/day/", "plan/family/", "plan/given/new/"):  # fmt: skip
        assert f"{case}{name}" in page.links
    assert f"{case}plan/whole/" in read(amara.get(f"{case}plan/")).links
    one = read(amara.get(f"{case}plan/whole/?child={cast.children[1].pk}")).said
    assert "Everybody sleeps" in one and "Anisa is eleven" not in one


def test_the_page_asks_no_more_than_it_may(cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str) -> None:
    for address, most in ((f"{case}plan/whole/", MOST), (f"{case}plan/family/", MOST + 2)):
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(address).status_code == 200
        asked = of_the_page(captured)
        assert len(asked) <= most, "\n".join(asked)


def test_a_plan_without_anything_says_what_comes_first(cast: SimpleNamespace, amara: Any, case: str, read: Any) -> None:
    page = read(amara.get(f"{case}plan/whole/"))
    assert "No plan runs now" in page.said and "No goal is written down" in page.said
    amara.post(f"{case}plan/whole/")
    amara.post(f"{case}plan/whole/")
    assert Writing.objects.filter(case=cast.case, paper="plan", closed_on=None).count() == 1
    assert amara.get(f"{case}plan/family/").status_code == 200
    assert "no plan to give" in read(amara.get(f"{case}plan/given/new/?to={cast.children[0].pk}")).said


def test_the_text_is_one_whatever_the_basis_becomes_and_closes_with_the_last_plan(cast: SimpleNamespace) -> None:
    said: dict[str, Any] = {"case": cast.case, "by": cast.bilal}
    with as_role("camden_app"), acting_as(cast.bilal):
        heard = decided(cast.case, cast.children)
        begins: dict[str, Any] = {"started_on": date(2026, 9, 1), "agreed": "Shirin, at home", "decided": heard}
        start_plans(children=cast.children, basis="early-help", **begins, **said)
        text = Writing.objects.get(case=cast.case, paper="plan")
        moved: dict[str, Any] = {"driver": "asked", "why": "x", "familys_view": "x", "keeps_worker": True}
        moved["decided"] = decided(cast.case, cast.children)
        move_threshold(children=cast.children, to_basis="need", moved_on=date(2026, 9, 20), **moved, **said)
        assert Writing.objects.get(case=cast.case, paper="plan").closed_on is None
        running = list(PlanSpell.objects.filter(case=cast.case, ended_on=None).select_related("child"))
        end: dict[str, Any] = {"ended_on": date(2026, 10, 20), "reason": "no-longer-needed", "decided": heard}
        end_plans(spells=running[:1], **end, **said)
        assert Writing.objects.get(pk=text.pk).closed_on is None
        end_plans(spells=running[1:], **end, **said)
    assert Writing.objects.get(case=cast.case, paper="plan").closed_on == date(2026, 10, 20)


def test_a_familys_version_is_never_late_and_keeps_what_is_ours_to_ourselves(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str
) -> None:
    ActionFactory(case=cast.case, keeper=cast.amara, what="Ask supervision what we do not see")
    ActionFactory(case=cast.case, keeper=cast.amara, what="Bring the map", promised_to="the family")
    staff = amara.get(f"{case}plan/whole/").content.decode()
    assert "due--late" in staff and "Ask supervision" in staff
    theirs = amara.get(f"{case}plan/family/").content.decode()
    assert "due--" not in theirs and "ago" not in theirs and "Ask supervision" not in theirs
    for words in ("Ring the housing office", "By 1 October 2026", "Bring the map", "We are tired, that is all.",
                  "section 17 of the Children Act 1989", "Your words go beside ours"):  # fmt: skip
        assert words in theirs


def test_a_child_reads_their_own_in_plain_words(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    anisa, imran = cast.children[:2]
    plan.safe.words = "Her siblings know whom to ring, within 10 working days, before we step down."
    plan.safe.save()
    FamilySays.objects.create(case=cast.case, part=plan.safe, member=anisa, words="My siblings first.",
                              said_on=date(2026, 10, 1), heard_by=cast.amara)  # fmt: skip
    PlanSpell.objects.update(visit_every=15)
    said = read(amara.get(f"{case}plan/family/?child={anisa.pk}")).said
    assert "Anisa’s plan" in said and "Amara Obi will book an interpreter, by 1 October 2026." in said
    assert "Her brothers and sisters know whom to ring, within 2 weeks, before we do less." in said
    assert "We come at least every 3 weeks." in said and "working day" not in said
    assert "My siblings first." in said, "what a child said stays as they said it"
    assert "What must happen so that you are safe" in said
    for words in (
        "Her siblings",
        "step down",
        "section 17",
        "Child in need",
        "Two rooms for four",
        "The winter in two rooms",
    ):
        assert words not in said.split("Hello Anisa")[1]
    his = read(amara.get(f"{case}plan/family/?child={imran.pk}")).said
    assert "Everybody sleeps" in his and "eleven" not in his and "whom to ring" not in his


def test_a_plan_says_when_the_next_meeting_is_to_those_who_are_asked_to_it(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    shirin, jamal = parents_apart(cast)
    runs: dict[str, Any] = {"child": cast.children[0], "rule": "CN3", "anchor_on": date(2026, 8, 20)}
    due_on = date(2026, 11, 20)
    Clock.objects.create(case=cast.case, **runs, amount=3, unit="m", due_on=due_on, do_by=due_on)
    meeting = PlannedMeetingFactory(case=cast.case, kind="need-review", arranged_by=cast.amara)
    InvitedFactory(meeting=meeting, member=shirin, invited_on=date(2026, 11, 2))
    InvitedFactory(meeting=meeting, member=jamal)
    page = read(amara.get(f"{case}plan/whole/"))
    assert "Booked for Tuesday 10 November 2026" in page.said and meeting.get_absolute_url() in page.links
    hers = read(amara.get(f"{case}plan/family/?person={shirin.pk}")).said
    assert "We meet about the plan on Tuesday 10 November 2026." in hers and "meeting about the plan is by" not in hers
    for address in (f"?person={jamal.pk}", f"?child={cast.children[0].pk}", ""):
        said = read(amara.get(f"{case}plan/family/{address}")).said
        assert "The next meeting about the plan is by 20 November." in said and "10 November" not in said, address
    Invitation.objects.update(invited_on=date(2026, 11, 2))
    parent(cast, "Rokeya", of=[shirin])  # a parent, but not of the children: nobody waits for her
    assert "We meet about the plan on" in read(amara.get(f"{case}plan/family/")).said


def test_words_of_the_trade_are_hinted_at_to_the_worker_alone(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str
) -> None:
    Goal.objects.filter(pk=plan.hers.pk).update(words="The multi-agency intervention works")
    page = amara.get(f"{case}plan/family/?child={cast.children[0].pk}").content.decode()
    assert "Words of the trade" in page and "people who help you" in page
    assert "screen-only" in page[page.index("notice--info") - 5 : page.index("Words of the trade")]


def test_what_is_kept_from_somebody_is_in_no_version_of_theirs(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    shirin = parent(cast, "Shirin", of=cast.children, lives_there=True)
    jamal = parent(cast, "Jamal", of=cast.children)
    kept: dict[str, Any] = {"case": cast.case, "kept_from": [jamal.pk]}
    secret = Goal.objects.create(words=CANARY, set_on=date(2026, 9, 1), set_by=cast.amara, **kept)
    ActionFactory(keeper=cast.amara, what=f"{CANARY} again", goal=secret, case=cast.case)
    ActionFactory(keeper=cast.amara, what=f"{CANARY} too", goal=plan.ours, **kept)
    plan.text.parts.filter(section="worries").update(words=f"She moved. {CANARY}.")  # typed without a mark
    for key, sings in ((jamal.pk, False), (shirin.pk, True), (None, False)):
        address = f"{case}plan/family/" + (f"?person={key}" if key else "")
        assert ("Canary" in amara.get(address).content.decode()) == sings
    copy = copy_for(cast.case, jamal, date(2026, 11, 3))
    assert "What we worry about" in copy.withheld and "Canary" not in str(as_body(copy))
    with acting_as(cast.amara):
        assert CANARY in str(whole_plan(cast.case, STAFF, date(2026, 11, 3)))
    plan.text.parts.filter(section="worries").update(kept_from=[jamal.pk])
    assert "Not to be shared with somebody of the family" in read(amara.get(f"{case}plan/whole/")).said
    assert "Not to be shared" not in read(amara.get(f"{case}plan/family/?person={shirin.pk}")).said


def test_a_father_of_one_reads_nothing_of_the_others(cast: SimpleNamespace, plan: SimpleNamespace) -> None:
    tom = parent(cast, "Tom", of=cast.children[2:])
    copy = copy_for(cast.case, tom, date(2026, 11, 3))
    assert "Zayd has a child in need plan" in copy.text and "Everybody sleeps" in copy.text
    assert "Anisa is eleven" not in copy.text and "Imran" not in copy.text and "door at night" not in copy.text


def test_what_a_conference_said_goes_to_those_whose_child_has_its_plan(
    cast: SimpleNamespace, today: date, browser_for: Any
) -> None:
    category = {"first_category": "NEG", "latest_category": "NEG"}
    anisa = cast.children[0]
    PlanSpell.objects.create(case=cast.case, child=anisa, basis="protection", started_on=date(2026, 9, 1), **category)
    planned(cast.case, cast.children, cast.amara)
    held = ProtectionConference.objects.create(
        case=cast.case, kind="initial", held_on=date(2026, 9, 1), contingency="Farida takes them in."
    )
    ProtectionConferenceChild.objects.create(
        case=cast.case, conference=held, child=anisa, outcome="plan", category="NEG"
    )
    hers, his = parent(cast, "Shirin", of=cast.children[:1]), parent(cast, "Tom", of=cast.children[2:])
    assert "Farida takes them in." in browser_for(cast.amara).get(f"/cases/{cast.case.pk}/plan/whole/").content.decode()
    assert "Farida takes them in." in copy_for(cast.case, hers, today).text
    assert "Farida takes them in." not in copy_for(cast.case, his, today).text
    assert "A review conference looks at it again" in copy_for(cast.case, hers, today).text


def test_a_copy_is_given_and_stays_as_it_was_given(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    anisa = cast.children[0]
    new = f"{case}plan/given/new/"
    assert f"?to={anisa.pk}" in read(amara.get(new)).links
    assert read(amara.post(f"{new}?to={anisa.pk}", {"x": "1"})).errors["how"]
    assert "Choose one of the ways" in read(amara.post(f"{new}?to={anisa.pk}", {"how": "posted"})).errors["how"]
    url = amara.post(f"{new}?to={anisa.pk}", {"how": "by-hand"})["Location"]
    release = Release.objects.get()
    assert (release.kind, release.recipient, release.how) == ("plan-child", anisa, "by-hand")
    entry = ChronologyEntry.objects.get(kind="given")
    assert "Amara Obi gave Anisa “Plan, for the child”" in entry.summary
    Action.objects.filter(pk=plan.book.pk).update(what="Something else")
    page = read(amara.get(url)).said
    assert "book an interpreter" in page and "Something else" not in page
    assert from_body(release.body).title == "Anisa’s plan"
    assert url in read(amara.get(new)).links


def test_somebody_with_an_unsafe_address_gets_it_by_hand_only(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    kamal = parent(cast, "Kamal", of=cast.children)
    HouseholdFactory(case=cast.case, name="Kept", people=[kamal], is_safe_to_share=False)
    page = read(amara.post(f"{case}plan/given/new/?to={kamal.pk}", {"how": "posted"}))
    assert page.errors["how"] and "is not to be shared" in page.said and not Release.objects.exists()


@pytest.mark.parametrize("layout", ["pdf", "word"])
def test_the_plan_is_a_file_for_parents_and_for_the_child(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any, layout: str
) -> None:
    said = {"reader": str(cast.children[0].pk), "layout": layout}
    url = amara.post(f"{case}plan/file/new/", said)["Location"]
    export = Export.objects.get()
    assert (export.what, export.asked) == ("plan", {"reader": cast.children[0].pk})
    with acting_as(cast.amara):
        make_export(export=export, on=date(2026, 11, 3), at=timezone.now())
    page = read(amara.get(url))
    assert "The plan as a file" in page.said and f"{case}plan/family/" in page.links
    content = amara.get(f"{url}download/").content
    export.refresh_from_db()
    assert content == read_file(export.sha256)
    assert content.startswith(b"%PDF" if layout == "pdf" else b"PK")


def test_nobody_else_opens_it(cast: SimpleNamespace, plan: SimpleNamespace, browser_for: Any, case: str) -> None:
    dan = browser_for(cast.dan)
    names = ["plan/whole/", "plan/family/", "plan/given/new/", "plan/file/new/", "goals/offered/"]
    goal = f"goals/{plan.ours.pk}/"
    for name in [*names, f"{goal}edit/", f"{goal}actions/", f"{goal}actions/new/", f"actions/{plan.late.pk}/day/"]:
        assert dan.get(f"{case}{name}").status_code == 404
    assert dan.get("/cases/987654321/plan/whole/").status_code == 404


def test_a_version_for_somebody_elses_family_does_not_exist(cast: SimpleNamespace, amara: Any, case: str) -> None:
    other = ChildFactory(given_name="Tamsin")
    for query in (f"?person={other.pk}", f"?child={other.pk}", "?person=x"):
        assert amara.get(f"{case}plan/family/{query}").status_code == 404


def test_the_familys_words_are_as_large_as_ours() -> None:
    css = (Path(settings.BASE_DIR) / "static" / "plan.css").read_text(encoding="utf-8")
    rules = [line for line in css.splitlines() if "plan-text__ours" in line and "plan-text__theirs" in line]
    assert rules and all("font-size" in line for line in rules if "{" in line and "padding" in line)
    assert not [line for line in css.splitlines() if line.startswith((".plan-text__theirs p {", ".paper__said p {"))]
    assert ".paper__said" in css and "font-size: 1em" in css


def test_whoever_writes_down_a_meeting_has_the_goals_before_them(
    cast: SimpleNamespace, plan: SimpleNamespace, amara: Any, case: str, read: Any
) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 20))
    GoalTouched.objects.create(case=cast.case, visit=visit, goal=plan.hers, moved="closer")
    page = read(amara.get(f"{case}meetings/new/"))
    said = " ".join(page.said.split())
    assert "Everybody sleeps" in said and "How we will all know: No mattress." in said
    assert "Anisa is eleven at the doctor’s Closer" in said and "last talked about 20 October 2026" in said
    assert f"{case}plan/whole/" in page.links
