"""The plan is the family's and the answer is the agency's: at the database too, and on each page."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from camden.principal import acting_as
from cases.operations.agreements import agree_action, close_action
from conferences.models import (
    AgencyAnswer,
    ConferenceStage,
    CouldCare,
    FamilyMeeting,
    FamilyPlan,
    Invitee,
    Letter,
    MayPromise,
    MustHave,
    MustHaveLooked,
    PlanEdition,
    PlanItem,
    PlanResource,
    PlanReview,
    PromisedAction,
    PromiseHeard,
    ResourceAnswer,
)
from conferences.readings.promises import items_of
from conferences.rules.paper import Paper, as_content
from tests.conferences.test_access import bound
from tests.conftest import as_role
from tests.factories.conferences import ConferenceFactory, fill

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)


@pytest.fixture
def agreed(conferred: SimpleNamespace) -> SimpleNamespace:
    """The family lives with its plan: Ngozi promised something, and so did Amara, with a day that has passed."""
    conferred.conference = fill(
        ConferenceFactory(
            case=conferred.case, referred_by=conferred.amara, coordinator=conferred.samira, stage="active"
        ),
        conferred.amara,
    )
    own = {"case": conferred.case, "conference": conferred.conference}
    conferred.own = own
    conferred.ours = PlanItem.objects.get()
    PlanItem.objects.update(due_on=date(2026, 10, 31))
    conferred.hers = PlanItem.objects.create(**own, what="Sleep here", who="Ngozi", whose="family", when="Saturdays")
    conferred.wish = PlanResource.objects.create(**own, what="Bus fares", cost=60)
    conferred.must = MustHave.objects.create(**own, place=1, words="Safe.", said_by=conferred.bilal, said_on=DAY)
    PlanEdition.objects.create(**own, edition=1, agreed_on=DAY, content=as_content(Paper(names=("Anisa",))))
    conferred.here = conferred.conference.get_absolute_url()
    return conferred


def test_the_database_lets_no_worker_write_a_line_of_the_familys_plan(agreed: SimpleNamespace) -> None:
    review = PlanReview.objects.create(**agreed.own, held_on=DAY, written_by=agreed.samira)
    rows = [
        PlanItem(**agreed.own, what="Ours", who="Us", whose="family"),
        CouldCare(**agreed.own, who="Ours"),
        PlanResource(**agreed.own, what="Ours"),
        PlanReview(**agreed.own, held_on=date(2026, 11, 3), written_by=agreed.amara),
        PromiseHeard(**agreed.own, review=review, item=agreed.hers, went="not"),
    ]
    for row in rows:
        with as_role("camden_app"):
            bound(agreed.amara)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                row.save()
    for model in (FamilyPlan, PlanItem, PlanResource):
        with as_role("camden_app"):
            bound(agreed.amara)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                model.objects.update(version=9)


def test_the_database_lets_no_coordinator_answer_or_read_a_sum(agreed: SimpleNamespace) -> None:
    said: dict[str, Any] = {"said_by": agreed.samira, "said_on": DAY}
    answered: dict[str, Any] = {"answered_by": agreed.samira, "answered_on": DAY}
    rows = [
        AgencyAnswer(**agreed.own, answer="agreed", decided_by=agreed.samira, **answered),
        MustHave(**agreed.own, place=2, words="Nothing", **said),
        MustHaveLooked(**agreed.own, must_have=agreed.must, is_met=True, **said),
        ResourceAnswer(**agreed.own, resource=agreed.wish, is_agreed=True, **answered),
        PlanEdition(**agreed.own, edition=2, agreed_on=DAY, content={}),
    ]
    for row in rows:
        with as_role("camden_app"):
            bound(agreed.samira)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                row.save()
    with as_role("camden_app"):
        bound(agreed.samira)
        assert not MayPromise.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from conferences_mandate")
            assert cursor.fetchone()[0] == 0


def test_the_coordinator_learns_that_a_worker_did_what_was_promised_and_no_word_of_it(agreed: SimpleNamespace) -> None:
    with acting_as(agreed.amara):
        action = agree_action(
            case=agreed.case, children=[], what="Secret", keeper=agreed.amara, by=agreed.amara, on=DAY, agreed_in="x"
        )
        PromisedAction.objects.create(**agreed.own, item=agreed.ours, action=action)
        close_action(action=action, by=agreed.amara, on=DAY, is_done=True)
    for name, done in (("samira", [agreed.ours.pk]), ("amara", [agreed.ours.pk])):
        with as_role("camden_app"):
            bound(getattr(agreed, name))
            assert {tuple(item.done) for item in items_of(agreed.conference)} == {tuple(done)}, name
    for name in ("dan", "aroha", "ended", "excluded"):
        with as_role("camden_app"):
            bound(getattr(agreed, name))
            with connection.cursor() as cursor:
                cursor.execute("select conference_promises_done(%s)", [agreed.case.pk])
                assert cursor.fetchone()[0] == [], name


def test_what_we_are_late_with_is_red_for_us_and_a_relative_is_never_late(
    agreed: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    PlanItem.objects.filter(pk=agreed.hers.pk).update(when="Last Saturday")
    story = f"{agreed.here}plan/story/"
    ours = browser_for(agreed.amara).get(story).content.decode()
    assert ours.count("tag--red") == 1 and read(browser_for(agreed.amara).get(story)).said.count("Late") == 1
    assert "tag--red" not in browser_for(agreed.samira).get(story).content.decode()
    review = PlanReview.objects.create(**agreed.own, held_on=DAY, written_by=agreed.samira)
    PromiseHeard.objects.create(**agreed.own, review=review, item=agreed.hers, went="not")
    page = read(browser_for(agreed.amara).get(story)).said
    assert "It went another way" in page and "family: 0" not in page
    of_child = f"/cases/{agreed.case.pk}/conferences/?child={agreed.children[0].pk}"
    page = browser_for(agreed.amara).get(of_child)
    short = read(page)
    assert "The family’s plan for Anisa" in short.said and "Ngozi: Sleep here" in short.said and story in short.links
    assert page.content.decode().count("tag--red") == 1


def test_who_referred_gives_no_mandate_and_the_coordinator_reads_no_sum(
    agreed: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    mandate = {"must_haves": "Safe.", "may_1": "Travel", "sum_1": "80", "up_to": "80"}
    agreed.conference.__class__.objects.filter(pk=agreed.conference.pk).update(referred_by=agreed.bilal)
    page = read(browser_for(agreed.bilal).post(f"{agreed.here}mandate/", mandate))
    assert "Another manager says this" in page.said and not MayPromise.objects.exists()
    agreed.conference.__class__.objects.filter(pk=agreed.conference.pk).update(referred_by=agreed.amara)
    assert browser_for(agreed.bilal).post(f"{agreed.here}mandate/", mandate).status_code == 302
    samira = browser_for(agreed.samira)
    for address in ("", "plan/", "plan/story/", "plan/paper/", "plan/editions/1/", "plan/reviews/new/"):
        said = read(samira.get(f"{agreed.here}{address}")).said
        assert "£80" not in said and "may be promised" not in said, address


def test_who_came_is_ticked_by_name_and_counted_by_side(agreed: SimpleNamespace, browser_for: Any, read: Any) -> None:
    ConferenceStage.objects.filter(conference=agreed.conference, stage__in=("plan-agreed", "active")).delete()
    FamilyMeeting.objects.all().delete()
    Letter.objects.all().delete()
    Invitee.objects.all().delete()
    made = {
        name: Invitee.objects.create(**agreed.own, name=name, side=side, kind=kind, **facts)
        for name, side, kind, facts in (
            ("Shirin", "mother", "family", {"is_parent": True}),
            ("Jamal", "father", "family", {"is_parent": True, "way": "shuttle"}),
            ("Farida", "father", "family", {}),
            ("Anisa", "mother", "family", {"is_child": True}),
            ("Zayd", "mother", "family", {"is_child": True, "advocate": "Tess"}),
            ("The teacher", "other", "professional", {}),
            ("Uncle", "father", "family", {"way": "not-invited", "why_not": "An order."}),
        )
    }
    samira = browser_for(agreed.samira)
    meeting = f"{agreed.here}meeting/"
    page = read(samira.get(meeting))
    assert "Shirin" in page.said and "Uncle" not in page.said and "shuttle" not in page.said.lower()
    came = [made[name].pk for name in ("Shirin", "Jamal", "Farida", "Anisa", "The teacher")]
    said = {"held_on_quick": "2026-11-03", "came": came, "began": "1"}
    assert samira.post(meeting, said)["Location"] == meeting
    kept = FamilyMeeting.objects.get()
    assert kept.private_from is not None and kept.private_until is None
    counts = (kept.mothers_side, kept.fathers_side, kept.others, kept.professionals)
    assert counts == (1, 2, 0, 1)
    assert (kept.father_came, kept.children_there, kept.children_with_advocate) == (True, 1, 1)
    late = read(samira.post(meeting, said | {"place": "Hall"}))  # somebody else noted it since this form was shown
    assert "Both texts are here" in late.said and FamilyMeeting.objects.get().place == ""
