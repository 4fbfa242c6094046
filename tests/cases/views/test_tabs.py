"""The tabs of a record: each says what there is, or that there is nothing; `?child=` narrows it to one child."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.access import Role
from cases.models import (
    Clock,
    Goal,
    GoalTouched,
    Involvement,
    Milestone,
    PlanMeeting,
    PlanSpell,
    ProtectionConference,
    Relationship,
)
from tests.cases.views.test_query_budgets import MOST, asked, grow, no_looks_left, one  # noqa: F401
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ActionFactory, ChildFactory, ExclusionFactory, InvolvementFactory, VisitFactory
from tests.factories.record_pages import BriefPartFactory, NetworkTieFactory

TABS = ("family", "plan", "reviews", "health", "legal", "people-around", "access-log")
# BEGIN, COMMIT, session, person, principal and read event included.
BUDGETS = {"family": 9, "plan": 14, "reviews": 15, "health": 11, "legal": 11, "people-around": 11, "access-log": 10}


@pytest.fixture
def page(cast: SimpleNamespace, browser_for: Any, read: Any) -> Callable[..., Any]:
    """A tab as Amara sees it, or somebody else."""

    def look(tab: str, who: Any = None) -> Any:
        return read(browser_for(who or cast.amara).get(f"/cases/{cast.case.pk}/{tab}"))

    return look


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_says_which_one_it_is_and_leads_to_the_others(page: Any, cast: SimpleNamespace, tab: str) -> None:
    links = page(f"{tab}/").links
    assert {f"/cases/{cast.case.pk}/{other}/" for other in TABS} <= set(links)


def test_a_record_with_nothing_in_it_says_so_and_what_to_do(page: Any) -> None:
    assert "No plan yet" in page("plan/").said and "No goal is written down" in page("plan/").said
    assert "No review is due" in page("reviews/").said and "No meeting so far" in page("reviews/").said
    assert "No school or nursery is written down" in page("health/").said
    assert "Nobody wrote down who has parental responsibility" in page("legal/").said
    assert "Nobody is written down yet" in page("people-around/").said
    assert "No adult is written down yet" in page("family/").said


def test_plan_shows_goals_actions_by_whom_and_what_works(page: Any, cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    for child in (anisa, imran):
        PlanSpell.objects.create(case=cast.case, child=child, basis="need", started_on=date(2026, 9, 1))
    goal = Goal.objects.create(case=cast.case, child=anisa, words="Be eleven", set_on=today, set_by=cast.amara)
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    GoalTouched.objects.create(case=cast.case, visit=visit, goal=goal, moved="closer")
    ActionFactory(case=cast.case, keeper=cast.amara, promised_to="Shirin", children=[imran])
    BriefPartFactory(case=cast.case, written_by=cast.amara, kind="working", words="Thursdays with Farida")
    said = page("plan/").said
    for words in ("Child in need plan: Anisa and Imran", "Runs now", "Be eleven", "Closer", "What Amara Obi does",
                  "Promised to Shirin", "Thursdays with Farida"):  # fmt: skip
        assert words in said
    narrowed = page(f"plan/?child={imran.pk}").said
    assert "Ring the school" in narrowed and "Be eleven" not in narrowed
    assert "Ring the school" not in page(f"plan/?child={anisa.pk}").said


def test_reviews_show_what_was_held_and_of_whom(page: Any, cast: SimpleNamespace) -> None:
    meeting = PlanMeeting.objects.create(case=cast.case, kind="need-review", held_on=date(2026, 10, 5))
    meeting.children.add(cast.children[0], through_defaults={"case": cast.case})
    assert "Child in need review" in page(f"reviews/?child={cast.children[0].pk}").said
    assert "Child in need review" not in page(f"reviews/?child={cast.children[1].pk}").said


@pytest.mark.parametrize("is_booked", [True, False])
def test_what_is_due_leads_to_the_conference_that_is_booked_for_it(
    page: Any, cast: SimpleNamespace, today: date, is_booked: bool
) -> None:
    runs: dict[str, Any] = {"child": cast.children[0], "rule": "CP10", "anchor_on": date(2026, 8, 20)}
    due_on = date(2026, 11, 20)
    Clock.objects.create(case=cast.case, **runs, amount=3, unit="m", due_on=due_on, do_by=due_on)
    where = f"/cases/{cast.case.pk}/protection-conferences/new/"
    if is_booked:
        row = ProtectionConference.objects.create(
            case=cast.case, kind="review", planned_on=date(2026, 11, 18), booked_on=today
        )
        where = row.get_absolute_url()
    shown = page("reviews/")
    assert ("Booked for Wednesday 18 November" in shown.said) is is_booked
    assert where in shown.links
    assert (f"/cases/{cast.case.pk}/protection-conferences/new/" in shown.links) is not is_booked


def test_health_shows_schools_doctors_and_how_to_talk_with_them(page: Any, cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    NetworkTieFactory(member=anisa, contact_name="Ms Kerr")
    NetworkTieFactory(member=anisa, kind="gp", organisation="An invented surgery")
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", interpreter="needed", language="Sylheti")
    said = page("health/").said
    for words in (
        "Anisa: Ms Kerr, An invented school",
        "An invented surgery",
        "Needs an interpreter",
        "Speaks Sylheti",
    ):
        assert words in said
    assert "Nobody wrote down how to talk with them" in page(f"health/?child={anisa.pk}").said
    assert shirin.name not in page(f"health/?child={anisa.pk}").said


def test_legal_shows_who_has_parental_responsibility_and_what_it_rests_on(page: Any, cast: SimpleNamespace) -> None:
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")
    for child in cast.children:
        Relationship.objects.create(
            case=cast.case, one=shirin, other=child, kind="mother", parental_responsibility=True,
            responsibility_basis="mother",
        )  # fmt: skip
    Milestone.objects.create(
        case=cast.case, child=cast.children[0], kind="interim-order", happened_on=date(2026, 10, 1), note="Until spring"
    )
    said = page("legal/").said
    assert "Shirin Khatun, mother of Anisa, Imran and Zayd" in said and "Rests on: mother" in said
    assert "Interim order made: Anisa" in said and "Until spring" in said


def test_whoever_is_kept_out_is_named_to_those_who_decide_and_to_nobody_else(page: Any, cast: SimpleNamespace) -> None:
    ExclusionFactory(case=cast.case, worker=cast.dan)
    assert "Dan Price" in page("legal/", cast.bilal).said
    assert "Dan Price" not in page("legal/").said and "must not see" not in page("legal/").said


def test_people_shows_who_works_with_whom_who_covers_and_who_did_before(page: Any, cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    tom, hana = UserFactory(name="Tom Whitlock"), UserFactory(name="Hana Suzuki")
    InvolvementFactory(child=anisa, worker=tom, team=cast.pod, is_cover=True)
    InvolvementFactory(child=anisa, worker=hana, team=cast.pod, started_on=date(2026, 1, 5), ended_on=date(2026, 8, 20))
    Involvement.objects.filter(worker=cast.amara, child=anisa).update(change_reason="LEFTRL")
    said = page("people-around/").said
    now, before = said.split("Who worked with them before")
    assert "Lead worker of Imran and Zayd" in now and "Covers for the lead worker: Anisa" in now
    assert "Took over: previous worker left their role" in now
    assert "Hana Suzuki" in before and "5 January 2026 to 20 August 2026" in before


def test_family_says_who_was_not_spoken_with(page: Any, cast: SimpleNamespace) -> None:
    ChildFactory(case=cast.case, kind="adult", given_name="Jamal")
    assert "Not spoken with yet" in page("family/").said


@pytest.mark.parametrize("nonsense", ["", "x", "0", "99999999999999999999", "-1", "\x00", "1 or 1=1", "😀"])
def test_nonsense_narrows_nothing(page: Any, cast: SimpleNamespace, nonsense: str) -> None:
    for tab in ("plan/", "legal/", "people-around/", "health/", "reviews/"):
        assert page(f"{tab}?child={nonsense}").said == page(tab).said


def test_a_child_of_another_family_narrows_nothing(page: Any, cast: SimpleNamespace) -> None:
    other = ChildFactory(given_name="Hidden")
    assert "Hidden" not in page(f"plan/?child={other.pk}").said


# --- Who opened this record ---------------------------------------------------------------------------------------


def looked(user: Any, case: Any, at: datetime, page: str = "cases:detail", basis: str = "team", why: str = "") -> None:
    """A look in the past, as `app_opened` writes one today."""
    with connection.cursor() as cursor:
        cursor.execute(
            "with event as (insert into camden_recordopened (id, at, user_id, page, basis, why, request_id)"
            " values (nextval('camden_recordopened_id_seq'), %s, %s, %s, %s, %s, gen_random_uuid()) returning id, at)"
            " insert into camden_caseopened (event_id, case_id, at) select id, %s, at from event",
            [at, user.pk, page, basis, why, case.pk],
        )


def test_access_log_folds_the_looks_of_one_person_and_day_and_says_the_basis_and_why(
    page: Any, cast: SimpleNamespace
) -> None:
    for minute in (0, 20, 40):
        looked(cast.cora, cast.case, datetime.fromisoformat(f"2026-10-01T09:{minute:02}:00Z"))
    looked(cast.dan, cast.case, datetime.fromisoformat("2026-10-02T19:05:00Z"), basis="duty", why="Shirin rang")
    said = page("access-log/", cast.amara).said
    assert "10:00 to 10:40, 3 pages" in said and said.count("Cora Lynch") == 1
    assert "On duty" in said and "Shirin rang" in said
    assert said.index("2 October 2026") < said.index("1 October 2026")


def test_a_name_on_a_list_is_no_look_at_the_record(page: Any, cast: SimpleNamespace) -> None:
    looked(cast.cora, cast.case, datetime.fromisoformat("2026-10-01T09:00:00Z"), page="cases:list")
    assert "Cora Lynch" not in page("access-log/").said


def test_access_log_leads_on_to_older_looks_and_shows_each_once(page: Any, cast: SimpleNamespace) -> None:
    start = datetime.fromisoformat("2026-10-01T09:00:00Z")
    for number in range(20):
        for who in (cast.bilal, cast.cora):
            looked(who, cast.case, start - timedelta(days=number))
    first = page("access-log/")
    (older,) = [link for link in first.links if "after=" in link]
    second = page(f"access-log/{older}")
    seen = [page.said.count("Cora Lynch") + page.said.count("Bilal Aziz") for page in (first, second)]
    assert sum(seen) == 40 and seen[0] == 25
    assert not [link for link in second.links if "after=" in link]


@pytest.mark.parametrize("nonsense", ["", "x", "20261399.42", "00010101.1", "99991231.1", "[]", "\x00"])
def test_access_log_takes_nonsense_for_some_page(page: Any, nonsense: str) -> None:
    assert page(f"access-log/?after={nonsense}").said


def test_the_function_tells_a_stranger_nothing_even_when_asked_by_hand(cast: SimpleNamespace) -> None:
    looked(cast.cora, cast.case, datetime.fromisoformat("2026-10-01T09:00:00Z"))

    def told(who: Any) -> int:
        with as_role("camden_app"), connection.cursor() as cursor:
            cursor.execute("select set_config('app.user_id', %s, true)", [str(who.pk)])
            cursor.execute("select count(*) from who_opened(%s, null, null, 50)", [cast.case.pk])
            return int(cursor.fetchone()[0])

    assert told(cast.amara) == 1 and told(cast.dan) == 0
    excluded = UserFactory(name="Excluded")
    MembershipFactory(user=excluded, team=cast.pod, role=Role.SOCIAL_WORKER)
    assert told(excluded) == 1
    ExclusionFactory(case=cast.case, worker=excluded)
    assert told(excluded) == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("no_looks_left")
def test_every_tab_keeps_its_budget_for_one_child_and_for_forty(one: SimpleNamespace, browser_for: Any) -> None:  # noqa: F811
    client = browser_for(one.amara)
    counts = []
    for size in (1, 40):
        if size == 40:
            grow(one)
        found = {}
        for tab in TABS:
            url = f"/cases/{one.case.pk}/{tab}/"
            client.get(url)  # the first time reads templates
            found[tab] = len(asked(lambda url=url: client.get(url), 200))
        counts.append(found)
    assert counts[0] == counts[1], "the same for one and for forty"
    assert counts[1] == BUDGETS and max(BUDGETS.values()) <= MOST
