"""Required learning: a rule is looked at before it asks anybody; people hear in good time of what ends."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from camden.principal import acting_as
from camden.reminders import Standing
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training_floor import AbsenceFactory, RequiredItemFactory
from tests.training.conftest import employ
from training.models import Nudge, RequiredDone, RequiredItem, RequiredRule
from training.reminders import due_for
from training.rules.reminding import STAYS_DAYS, renewal_said_since

TODAY = date(2026, 11, 3)
FROM_NOW = {"kind": "required", "from_on_quick": "2026-11-03"}


@pytest.fixture
def item(learners: SimpleNamespace) -> RequiredItem:
    """Safeguarding; Amara did it a year ago."""
    found = RequiredItemFactory(title="Safeguarding in our borough")
    RequiredDone.objects.create(person=learners.amara, item=found, done_on=date(2025, 11, 3), source="Before")
    return found


def test_whom_a_rule_would_ask_is_looked_at_before_it_asks(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any
) -> None:
    lead, url = browser_for(learners.imogen), f"/learning/required/{item.pk}/rules/new/"
    said = FROM_NOW | {"roles": ["social-worker", "clinician"], "teams": [str(learners.pod.pk)]}
    page = lead.post(url, said | {"look": "1"}).content.decode()
    assert "It would ask 2 people, 1 already has it" in page
    assert "The others have until 1 February 2027. Nothing is saved yet." in page
    assert "Amara Obi" in page
    assert "Dan Price" not in page.partition("<main")[2].partition("<form")[0], "he works elsewhere"
    assert not RequiredRule.objects.exists()
    done = lead.post(url, said | {"save": "1"}, follow=True).content.decode()
    assert "Saved. It asks: 2 people, 1 already has it." in done
    assert "Social worker or CAMHS clinician, in " in done
    rule = RequiredRule.objects.get()
    assert (rule.set_by, rule.roles, rule.teams) == (learners.imogen, ["social-worker", "clinician"], [learners.pod.pk])


def test_a_rule_that_asks_nobody_says_so(learners: SimpleNamespace, item: RequiredItem, browser_for: Any) -> None:
    said = FROM_NOW | {"roles": ["analyst"], "look": "1"}
    page = browser_for(learners.imogen).post(f"/learning/required/{item.pk}/rules/new/", said).content.decode()
    assert "It would ask Nobody" not in page
    assert "Nobody here has these roles or grades in these teams." in page


def test_a_shorter_time_ends_what_people_have(learners: SimpleNamespace, item: RequiredItem, browser_for: Any) -> None:
    RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1), grades=["social-worker"])
    lead, url = browser_for(learners.imogen), f"/learning/required/{item.pk}/edit/"
    amara = browser_for(learners.amara)
    assert "holds until 3 November 2028" in amara.get("/learning/passport/").content.decode()
    said = {"title": item.title, "months": "11", "first_days": "90", "_version": "1"}
    assert lead.post(url, said).status_code == 302
    assert "held until 3 October 2026: renew it" in amara.get("/learning/passport/").content.decode()
    page = lead.post(url, said | {"months": "24"}).content.decode()
    assert "changed this while you were writing" in page, "the second reads what the first saved"
    assert RequiredItem.objects.get(pk=item.pk).months == 11


def test_a_rule_is_ended_and_asks_nobody_any_more(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any
) -> None:
    rule = RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1))
    lead, url = browser_for(learners.imogen), f"/learning/required/rules/{rule.pk}/edit/"
    said = {"kind": "required", "from_on": "1 1 2026", "_version": "1", "save": "1"}
    page = lead.post(url, said | {"until_on": "1 1 2026"}).content.decode()
    assert "Enter a day after it begins." in page
    assert lead.post(url, said | {"until_on": "3 11 2026"}).status_code == 302
    assert "Over" in lead.get("/learning/required/").content.decode()
    assert item.title not in browser_for(learners.bilal).get("/learning/passport/").content.decode()


@pytest.mark.parametrize("who", ["amara", "bilal", "cora", "eve"])
def test_only_whoever_looks_after_learning_keeps_rules(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any, who: str
) -> None:
    rule = RequiredRule.objects.create(item=item, from_on=TODAY)
    client = browser_for(getattr(learners, who))
    for path in ("", "new/", f"{item.pk}/edit/", f"{item.pk}/rules/new/", f"rules/{rule.pk}/edit/", "word/"):
        assert client.get(f"/learning/required/{path}").status_code == 403
        assert client.post(f"/learning/required/{path}", FROM_NOW).status_code == 403
    with as_role("camden_app"), acting_as(getattr(learners, who)):
        assert RequiredRule.objects.update(is_required=False) == 0


def test_what_ends_is_on_the_radar_and_a_word_goes_out_in_two_clicks(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any
) -> None:
    RequiredRule.objects.create(item=item, from_on=date(2026, 8, 20), grades=["social-worker"])
    AbsenceFactory(person=learners.dan)
    lead = browser_for(learners.imogen)
    page = lead.get("/learning/radar/").content.decode()
    part = page.partition("Required learning: what ends")[2].partition("Early careers")[0]
    assert f"{item.title}: 5 people" in part or f"{item.title}: 4 people" in part
    assert "Amara Obi" not in part, "she holds it for two years more"
    people = set(RequiredDone.objects.values_list("person", flat=True))
    for _ in range(2):
        lead.post("/learning/required/word/")
    told = set(Nudge.objects.filter(about="required").values_list("person", flat=True))
    assert told
    assert learners.dan.pk not in told, "he is away"
    assert not told & people
    assert Nudge.objects.count() == len(told), "pressed twice, sent once"
    assert "about required learning" not in lead.get("/learning/radar/").content.decode().partition("main")[2]
    mine = browser_for(learners.bilal).get("/learning/").content.decode()
    assert "Imogen Tate sent you a word about required learning on 3 November 2026." in mine


def test_a_manager_sees_what_their_people_have_to_renew_and_of_nobody_else(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any
) -> None:
    RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1), grades=["social-worker"])
    RequiredDone.objects.all().delete()
    page = browser_for(learners.bilal).get("/learning/people/").content.decode()
    part = page.partition("Required learning")[2].partition("Pieces of learning")[0]
    assert "Amara Obi" in part
    assert "Safeguarding in our borough: wanted since 5 April 2026" in part
    assert "Dan Price" not in part
    assert "Bilal" not in part, "their own passport tells them of their own"


# --- Reminders


def reminded(person: Any, on: date, role: str = "camden_app") -> list[Any]:
    with as_role(role), acting_as(person):
        return [each for each in due_for(person, on) if each.kind == "required-learning"]


@pytest.mark.parametrize("role", ["camden_app", "camden_worker"])
def test_somebody_hears_of_a_renewal_three_months_before_it_ends(
    learners: SimpleNamespace, item: RequiredItem, role: str
) -> None:
    RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1), grades=["social-worker"])
    ends = date(2028, 11, 3)
    assert not reminded(learners.amara, date(2028, 8, 2), role)
    (line,) = reminded(learners.amara, date(2028, 8, 3), role)
    assert (line.text, line.due_on) == ("Book a course: “Safeguarding in our borough”", ends)
    assert line.standing(date(2028, 8, 3)) is Standing.SOON
    assert not reminded(learners.amara, date(2028, 8, 10), role), "a line stays a week"
    assert reminded(learners.amara, date(2028, 10, 3), role)
    assert reminded(learners.amara, date(2028, 10, 28), role)
    assert reminded(learners.amara, date(2028, 12, 3), role)
    assert not reminded(learners.amara, date(2028, 12, 20), role)


def test_nobody_hears_of_it_while_away_once_it_ended_or_of_what_is_recommended(
    learners: SimpleNamespace, item: RequiredItem
) -> None:
    rule = RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1), grades=["social-worker"])
    RequiredDone.objects.all().delete()
    wanted = date(2026, 4, 1)
    assert reminded(learners.amara, wanted)
    late = date(2026, 11, 3) + timedelta(days=3)
    assert reminded(learners.amara, late)
    AbsenceFactory(person=learners.amara)
    assert not reminded(learners.amara, late)
    RequiredRule.objects.filter(pk=rule.pk).update(is_required=False)
    assert not reminded(learners.dan, late)


@given(by_on=st.dates(date(2020, 1, 1), date(2040, 1, 1)), days=st.integers(-400, 800))
def test_a_renewal_is_said_for_a_week_at_a_time_and_never_before_three_months(by_on: date, days: int) -> None:
    on = by_on + timedelta(days=days)
    since = renewal_said_since(by_on, on)
    if since is not None:
        assert since <= on <= since + timedelta(days=STAYS_DAYS)
    if days < -93:
        assert since is None
    if -STAYS_DAYS <= days <= 0:
        assert since is not None, "the last week is never without a word"
    month = [renewal_said_since(by_on, on + timedelta(days=each)) for each in range(32)]
    if days > 0:
        assert any(month), "once in each month after it ended"
        assert not all(month), "and not on every day"


# --- How much is asked


def test_rules_of_many_people_ask_as_much_as_of_few(
    learners: SimpleNamespace, item: RequiredItem, browser_for: Any
) -> None:
    RequiredRule.objects.create(item=item, from_on=date(2026, 1, 1))
    lead = browser_for(learners.imogen)

    def asked() -> list[int]:
        found = []
        for send in (
            lambda: lead.get("/learning/required/"),
            lambda: lead.get("/learning/radar/"),
            lambda: lead.post(f"/learning/required/{item.pk}/rules/new/", FROM_NOW | {"look": "1"}),
        ):
            with CaptureQueriesContext(connection) as seen:
                assert send().status_code == 200
            found.append(len([each for each in seen if "authorization" not in each["sql"].lower()]))
        return found

    asked()
    few = asked()
    for _ in range(12):
        person = UserFactory()
        MembershipFactory(user=person, team=learners.pod)
        employ(person, "swe")
        RequiredDone.objects.create(person=person, item=item, done_on=date(2023, 12, 1), source="x")
    assert asked() == few
    assert few[0] <= 16
    assert few[2] <= 16
