"""A conference from the child's page to the promise kept, by the people who do it."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from camden.models import Message
from camden.principal import acting_as
from cases.models import Action, ChronologyEntry, Involvement, Relationship
from cases.operations.agreements import close_action
from conferences.models import (
    AgencyAnswer,
    ConferenceStage,
    FamilyConference,
    FamilyMeeting,
    Invitee,
    MustHave,
    PlanEdition,
    PlanItem,
    PlanResource,
)
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ChildFactory

pytestmark = pytest.mark.django_db

SAFETY = "Non-molestation order against Jamal. They must not meet. Shirin’s address is safe and stays so."
REFERRAL = {
    "reason": "Shirin does a lot alone since the summer and would like her own people round her.",
    "safety": "known",
    "safety_facts": SAFETY,
    "asked_on_quick": "2026-11-03",
    "questions": "Who can be there on Thursdays?\nWho interprets, so that Anisa does not have to?",
    "bottom_lines": "Jamal does not come to the flat.",
}


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast, with Shirin and Jamal in the record, and a coordinator who knows nobody yet."""
    for name, kind in (("Shirin", Relationship.Kind.MOTHER), ("Jamal", Relationship.Kind.FATHER)):
        adult = ChildFactory(case=cast.case, given_name=name, family_name="", kind="adult", born_on=None)
        setattr(cast, name.lower(), adult)
        for child in cast.children:
            Relationship.objects.create(case=cast.case, one=adult, other=child, kind=kind)
    cast.samira = UserFactory(name="Samira Yusuf")
    cast.place = MembershipFactory(user=cast.samira, team=cast.service, role=Role.CONFERENCE_COORDINATOR)
    cast.home_of = f"/cases/{cast.case.pk}/conferences/"
    return cast


def referred(family: SimpleNamespace, browser_for: Any) -> FamilyConference:
    """Amara refers; the form offers the children of one home first, and its only coordinator."""
    answers = {f"asked_{family.shirin.pk}": "yes", f"asked_{family.jamal.pk}": "thinking"}
    said = REFERRAL | answers | {"children": [child.pk for child in family.children], "coordinator": family.place.pk}
    answer = browser_for(family.amara).post(f"{family.home_of}new/?child={family.children[0].pk}", said)
    assert answer.status_code == 302, answer.content.decode()
    return FamilyConference.objects.get()


def stages() -> list[str]:
    return list(ConferenceStage.objects.order_by("pk").values_list("stage", flat=True))


def test_a_worker_refers_with_a_paragraph_and_the_coordinator_is_told(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    page = read(browser_for(family.amara).get(f"{family.home_of}new/?child={family.children[0].pk}"))
    assert page.ticked["children"] and "safety" not in page.ticked
    conference = referred(family, browser_for)
    assert stages() == ["offered", "accepted", "allocated"]
    mine = Involvement.objects.filter(worker=family.samira)
    assert {i.scope for i in mine} == {"conference"} and mine.count() == 3
    told = Message.objects.get(recipient=family.samira)
    assert (told.kind, told.subject_id) == ("conference-referred", conference.pk)
    summaries = ChronologyEntry.objects.filter(kind="family-plan").values_list("summary", flat=True)
    assert list(summaries) == ["Amara Obi referred the family to Samira Yusuf: family group conference"]


def test_the_coordinator_reads_the_brief_and_not_the_record(
    family: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    conference = referred(family, browser_for)
    samira = browser_for(family.samira)
    page = read(samira.get("/conferences/"))
    assert "Anisa, Imran and Zayd" in page.said and conference.get_absolute_url() in page.links
    page = read(samira.get(conference.get_absolute_url()))
    assert SAFETY in page.said and "Shirin" in page.said and "Jamal does not come to the flat." in page.said
    assert samira.get(f"/cases/{family.case.pk}/").status_code == 404
    assert samira.get(family.home_of).status_code == 404


def test_the_whole_way_to_a_promise_on_the_workers_list(family: SimpleNamespace, browser_for: Any, read: Any) -> None:
    conference = referred(family, browser_for)
    amara, samira, bilal = (browser_for(each) for each in (family.amara, family.samira, family.bilal))
    here = conference.get_absolute_url()

    jamal = {"name": "Jamal", "tie": "Dad", "side": "father", "kind": "family", "answer": "another-way"}
    private = {"reach": "07700 900456", "safe_contact": "Evenings", "taking_part": "By video from Aylesbury Road"}
    assert samira.post(f"{here}invitees/new/", jamal).status_code == 302
    dad = f"{family.home_of}invitees/{Invitee.objects.get().pk}/"
    known = jamal | private | {"way": "by-video", "_version": "1"}
    assert samira.post(dad, known).status_code == 302
    assert "Father’s side has 1 person so far: who else?" in read(samira.get(here)).said
    ready = {"to": "ready", "happened_on_quick": "2026-11-03"}
    assert samira.post(f"{here}stage/", ready | {"to": "preparing"}).status_code == 302
    waits = read(samira.post(f"{here}stage/", ready))
    assert "The day and the place." in waits.errors["to"] and "Ask who is safe with whom: 1 not asked" in waits.said
    met = {"held_on_quick": "2026-11-03", "private_from": "14:10", "private_until": "15:40"}
    assert samira.post(f"{here}meeting/", met).status_code == 302
    meeting = FamilyMeeting.objects.get()
    assert (str(meeting.private_from), str(meeting.private_until)) == ("14:10:00", "15:40:00")

    mandate = {"must_haves": "Jamal does not come to the flat.", "may_1": "Travel", "sum_1": "80", "up_to": "80"}
    assert bilal.post(f"{here}mandate/", mandate).status_code == 302
    plan = {
        "version": "0",
        "answer_1": "Auntie Farida comes on Thursdays and stays for tea.",
        "answer_2": "Nobody under eighteen interprets at the doctor’s.",
        "what_new1": "Sleep at ours when Mum needs a night off",
        "whose_new1": "family",
        "who_new1": "Ngozi",
        "when_new1": "Saturdays",
        "what_new2": "Book the same interpreter for every visit",
        "whose_new2": str(family.amara.pk),
        "promised_to_new2": "Ngozi",
        "due_new2": "10 11 2026",
        "wish_new1": "Bus fares for Farida",
        "wish_cost_new1": "60",
        "care_who_new1": "Farida",
        "care_how_new1": "long",
        "give": "1",
    }
    answer = samira.post(f"{here}plan/", plan)
    assert answer.status_code == 302, answer.content.decode()
    assert Message.objects.filter(recipient=family.amara, kind="family-plan-given").count() == 1

    must, wish = MustHave.objects.get().pk, PlanResource.objects.get().pk
    yes = {"answer": "agreed", "version": "1", f"must_{must}": "yes", f"must_how_{must}": "Farida opens the door."}
    yes |= {f"wish_{wish}": "yes", f"wish_cost_{wish}": "60", f"wish_of_{wish}": "Travel"}
    assert "£80" in read(amara.get(f"{here}agreement/")).said
    answer = amara.post(f"{here}agreement/", yes)
    assert answer.status_code == 302, answer.content.decode()
    said = AgencyAnswer.objects.get()
    assert (said.answer, said.answered_by, said.decided_by) == ("agreed", family.amara, family.bilal)
    action, offer = Action.objects.order_by("pk")
    assert (offer.what, offer.keeper) == ("Offer Farida a viability assessment, to care for long", family.amara)
    assert (action.keeper, action.promised_to, str(action.due_on)) == (family.amara, "Ngozi", "2026-11-10")
    assert action.agreed_in == "Family group conference, 3 November 2026"
    assert stages()[-2:] == ["held", "plan-agreed"]
    assert not hasattr(PlanItem.objects.get(whose="family"), "promised")
    assert Message.objects.filter(recipient=family.samira, kind="family-plan-answered").count() == 1

    lines = read(amara.get(f"/cases/{family.case.pk}/conferences/?child={family.children[0].pk}"))
    assert f"{here}plan/paper/" in lines.links
    paper = read(amara.get(f"{here}plan/paper/")).said
    assert "Auntie Farida comes on Thursdays" in paper and "Amara Obi: Book the same interpreter" in paper
    for secret in (*private.values(), "Evenings"):
        assert secret not in paper
        assert secret not in read(amara.get(here)).said
    invitee = f"{family.home_of}invitees/{Invitee.objects.get().pk}/"
    assert invitee in read(samira.get(here)).links
    assert read(samira.get(invitee)).filled["reach"] == private["reach"]
    own = f"/cases/{family.case.pk}/conferences/invitees/{Invitee.objects.get().pk}/"
    assert samira.get(own).status_code == 200 and amara.get(own).status_code in (403, 404)
    assert Invitee.objects.count() == 1

    # The worker did what they promised; the family looks at its plan again, goes on from it, and is answered again.
    with acting_as(family.amara):
        close_action(action=action, by=family.amara, on=action.agreed_on, is_done=True)
    review = f"{here}plan/reviews/new/"
    ngozi, ours = PlanItem.objects.order_by("pk")
    page = read(samira.get(review))
    assert page.ticked[f"went_{ours.pk}"] == "done"
    said = {"version": "0", "held_on_quick": "2026-11-03", f"went_{ngozi.pk}": "not", f"went_{ours.pk}": "done"}
    said |= {f"note_{ngozi.pk}": "Farida has them instead.", "went_well": "The interpreter came.", "goes_on": "1"}
    answer = samira.post(review, said)
    assert answer.status_code == 302 and answer["Location"] == f"{here}plan/"
    story = read(samira.get(f"{here}plan/story/")).said
    assert "It went another way" in story and "Farida has them instead." in story
    assert "not done" not in story.lower() and "late" not in story.lower().split()
    second = {
        "version": read(samira.get(f"{here}plan/")).filled["version"],
        "answer_1": "Farida, on Saturdays.",
        "give": "1",
    }
    second |= {f"what_{ngozi.pk}": "Sleep at Farida’s", f"whose_{ngozi.pk}": "family", f"who_{ngozi.pk}": "Farida"}
    answer = samira.post(f"{here}plan/", second)
    assert answer.status_code == 302, answer.content.decode()
    yes = {"answer": "agreed", f"must_{must}": "yes", f"must_how_{must}": "As before."}
    answer = amara.post(f"{here}agreement/", yes | {"version": read(amara.get(f"{here}agreement/")).filled["version"]})
    assert answer.status_code == 302, answer.content.decode()
    assert list(PlanEdition.objects.order_by("edition").values_list("edition", flat=True)) == [1, 2]
    assert Action.objects.count() == 2  # nothing is promised twice
    before, now = (read(amara.get(f"{here}plan/editions/{number}/")).said for number in (1, 2))
    assert "Sleep at ours" in before and "Sleep at Farida’s" in now and "Sleep at ours" not in now
    assert amara.get(f"{here}plan/editions/3/").status_code == 404
