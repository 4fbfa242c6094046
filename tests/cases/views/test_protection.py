"""Child protection through the browser: strategy discussion, enquiry, conference, each with its page."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from cases.models import Decision, Enquiry, PlanSpell, ProtectionConference, StrategyDiscussion
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.deliberating import typed_decision
from tests.factories.journey_protect import (
    EnquiryFactory,
    PlanSpellFactory,
    ProtectionConferenceFactory,
    StrategyFactory,
    chair_of,
)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def chair(cast: SimpleNamespace) -> Any:
    return chair_of(cast.service)


@pytest.fixture
def dawn(cast: SimpleNamespace, browser_for: Any, chair: Any) -> Any:
    """The chair, involved with Anisa."""
    InvolvementFactory(child=cast.children[0], worker=chair.user, team=chair.team, role="chair")
    return browser_for(chair.user)


def page(cast: SimpleNamespace, rest: str) -> str:
    return f"/cases/{cast.case.pk}/{rest}"


def discussed(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    """An enquiry about Anisa decided this morning, as the form sends it."""
    sent = {
        "cause_on_quick": "2026-11-03", "cause_clock": "8:00", "held_on_quick": "2026-11-03", "held_clock": "9.30 am",
        "agencies": ["social-care", "education"], "shared": "She is afraid.", "decision": "Enquire.",
        "safety_tonight": "Farida stays.", "telling_parents": "Amara, at four.", "is_joint": "joint",
        "decided_by": str(cast.bilal.pk), f"child_{cast.children[0].pk}": "enquire",
        f"child_{cast.children[1].pk}": "talked",
    }  # fmt: skip
    return {name: value for name, value in (sent | more).items() if value is not None}


def test_a_strategy_discussion_is_recorded_once_and_each_child_has_their_own_decision(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    answer = amara.post(page(cast, "strategy-discussions/new/"), discussed(cast), follow=True)
    shown = read(answer)
    discussion = StrategyDiscussion.objects.get()
    assert answer.redirect_chain == [(discussion.get_absolute_url(), 302)]
    assert "An enquiry about Anisa has begun." in shown.said
    assert "Usually there too: police and health. Tell them what was decided." in shown.said
    for words in ("3 November 2026 at 09:30", "Joint with the police", "Bilal Aziz", "Farida stays.", "No new enquiry"):
        assert words in shown.said
    assert Enquiry.objects.get().get_absolute_url() in shown.links
    assert "Zayd" not in shown.said
    assert discussion.get_absolute_url() in read(amara.get(cast.case.get_absolute_url())).links


def test_nothing_of_a_strategy_discussion_is_chosen_before_somebody_chooses_it(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    form = read(amara.get(page(cast, "strategy-discussions/new/")))
    assert not [name for name in form.ticked if name.startswith(("child_", "agencies", "is_joint"))]
    assert not form.filled["shared"]


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"held_clock": "23:00"}, "held_clock", "Enter a time that has passed."),
        ({"held_clock": "soon"}, "held_clock", "Enter the time the discussion began, for example 9.30 or 14:05."),
        ({"held_clock": ""}, "held_clock", "Enter the time the discussion began: hours count from it."),
        ({"cause_clock": ""}, "cause_clock", "Enter the time the cause was identified: hours count from it."),
        ({"held_clock": "7:00"}, "held_on", "A strategy discussion follows its cause"),
        ({"is_joint": ""}, "is_joint", "ours alone or joint"),
        ({"decided_by": ""}, "decided_by", "Choose the manager who decided."),
        ({"safety_tonight": ""}, "safety_tonight", "Write what keeps the children safe tonight"),
        ({"agencies": None}, "agencies", "Choose who took part."),
    ],
)
def test_what_a_strategy_discussion_lacks_is_said_beside_the_answer(
    cast: SimpleNamespace, amara: Any, read: Any, more: dict[str, Any], field: str, words: str
) -> None:
    shown = read(amara.post(page(cast, "strategy-discussions/new/"), discussed(cast, **more)))
    assert words.removeprefix("A strategy discussion follows its cause") in shown.errors[field]
    assert not StrategyDiscussion.objects.exists()


def test_an_open_enquiry_is_named_beside_its_child(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    EnquiryFactory(child=cast.children[0])
    shown = read(amara.post(page(cast, "strategy-discussions/new/"), discussed(cast)))
    assert "open since 2 November 2026" in shown.errors[f"child_{cast.children[0].pk}"]


def test_those_who_decide_are_the_managers_who_see_the_record(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    shown = amara.get(page(cast, "strategy-discussions/new/")).content.decode()
    assert ">Bilal Aziz<" in shown
    assert ">Cora Lynch<" in shown
    assert ">Dan Price<" not in shown
    assert ">Eve Storey<" not in shown


def test_an_enquiry_is_concluded_given_back_concluded_again_and_authorised(
    cast: SimpleNamespace, amara: Any, bilal: Any, read: Any
) -> None:
    enquiry = EnquiryFactory(child=cast.children[0])
    url = enquiry.get_absolute_url()
    assert f"{url}conclusion/" in read(amara.get(url)).links
    said = {"outcome": "not-substantiated", "findings": "A kettle.", "concluded_on_quick": "2026-11-03"}
    refused = read(amara.post(f"{url}conclusion/", said | {"_version": "1"}))
    assert "Write why no conference is needed" in refused.errors["why_no_conference"]
    assert refused.filled["findings"] == "A kettle."
    amara.post(f"{url}conclusion/", said | {"why_no_conference": "She is safe.", "_version": "1"})
    shown = read(bilal.get(url))
    assert "Concluded, waiting for a manager" in shown.said
    assert f"{url}authorisation/" in shown.links
    form = read(bilal.get(f"{url}authorisation/"))
    assert form.filled["why_not_required"] == "She is safe."
    bilal.post(f"{url}authorisation/", {"decision": "more", "why": "What does Anisa say?", "_version": "2"})
    form = read(amara.get(f"{url}conclusion/"))
    assert "Bilal Aziz asks for more in the enquiry about Anisa: What does Anisa say?" in form.said
    assert (form.filled["findings"], form.filled["why_no_conference"]) == ("A kettle.", "She is safe.")
    amara.post(f"{url}conclusion/", said | {"outcome": "conference", "_version": "3"})
    answer = bilal.post(f"{url}authorisation/", {"decision": "agreed", "_version": "4"}, follow=True)
    shown = read(answer)
    assert "Enquiry authorised." in shown.said
    assert "by Monday 23 November 2026" in shown.said
    assert Enquiry.objects.get().ended_by == cast.bilal


def test_a_manager_who_concluded_is_told_that_another_authorises(cast: SimpleNamespace, bilal: Any, read: Any) -> None:
    enquiry = EnquiryFactory(
        child=cast.children[0], outcome="conference", concluded_on=date(2026, 11, 3), concluded_by=cast.bilal
    )
    url = enquiry.get_absolute_url()
    assert f"{url}authorisation/" not in read(bilal.get(url)).links
    said = "You wrote this conclusion, so another manager authorises it."
    assert said in read(bilal.get(f"{url}authorisation/")).said
    assert said in read(bilal.post(f"{url}authorisation/", {"decision": "agreed", "_version": "1"})).said
    assert Enquiry.objects.get().ended_on is None


def test_a_worker_authorises_nothing(cast: SimpleNamespace, amara: Any) -> None:
    url = EnquiryFactory(child=cast.children[0]).get_absolute_url()
    assert amara.post(f"{url}authorisation/", {"decision": "agreed"}).status_code == 403


def test_a_second_conclusion_shows_the_first_and_keeps_the_words(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    enquiry = EnquiryFactory(
        child=cast.children[0], outcome="conference", findings="Theirs.", concluded_on=date(2026, 11, 3)
    )
    said = {"outcome": "conference", "findings": "Mine.", "concluded_on_quick": "2026-11-03", "_version": "1"}
    shown = read(amara.post(f"{enquiry.get_absolute_url()}conclusion/", said))
    assert "has its conclusion already" in shown.said
    assert "Theirs." in shown.said
    assert shown.filled["findings"] == "Mine."


def booking(cast: SimpleNamespace, chair: Any, **more: Any) -> dict[str, Any]:
    children = [str(child.pk) for child in cast.children]
    return {"kind": "initial", "children": children, "planned_on": "20 11 2026", "chair": str(chair.pk)} | more


def test_a_conference_is_booked_and_its_chair_can_read_the_record(
    cast: SimpleNamespace, amara: Any, browser_for: Any, chair: Any, read: Any
) -> None:
    StrategyFactory(case=cast.case, enquired=cast.children[:2])
    form = read(amara.get(page(cast, "protection-conferences/new/")))
    limit = "For Anisa and Imran by Monday 23 November 2026, 15 working days after the strategy discussion."
    assert limit in form.said
    dawn = browser_for(chair.user)
    assert dawn.get(cast.case.get_absolute_url()).status_code == 404
    answer = amara.post(page(cast, "protection-conferences/new/"), booking(cast, chair), follow=True)
    conference = ProtectionConference.objects.get()
    assert answer.redirect_chain == [(conference.get_absolute_url(), 302)]
    assert "Dawn Ellery chairs it and can read this record now." in read(answer).said
    shown = read(dawn.get(conference.get_absolute_url()))
    assert "Friday 20 November 2026" in shown.said
    assert f"{conference.get_absolute_url()}outcome/" in shown.links


def test_a_weekend_is_refused_beside_the_day(cast: SimpleNamespace, amara: Any, chair: Any, read: Any) -> None:
    sent = booking(cast, chair, planned_on="21 11 2026")
    shown = read(amara.post(page(cast, "protection-conferences/new/"), sent))
    assert "No conference is held at a weekend, and Saturday 21 November" in shown.errors["planned_on"]
    assert not ProtectionConference.objects.exists()


def test_nobody_of_the_familys_line_management_is_offered_as_its_chair(
    cast: SimpleNamespace, amara: Any, chair: Any
) -> None:
    for where, name in ((cast.team, "Nadia Line"), (cast.service, "Omar Line")):
        twice = MembershipFactory(user__name=name, team=where, role=Role.TEAM_MANAGER)
        MembershipFactory(user=twice.user, team=chair.team, role=Role.REVIEWING_OFFICER)
    shown = amara.get(page(cast, "protection-conferences/new/")).content.decode()
    assert "Dawn Ellery" in shown
    assert "Line" not in shown.replace("Line management", "")


def decided(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = {
        "held_on_quick": "2026-11-03", "agencies": ["social-care", "police", "health"], "visit_every": "5",
        "contingency": "Farida has them.", "_version": "1",
    }  # fmt: skip
    for number, child in enumerate(cast.children):
        sent |= {
            f"outcome_{child.pk}": ("plan", "plan", "no-plan")[number],
            f"category_{child.pk}": ("EMO", "NEG", "")[number],
            f"participation_{child.pk}": ("PN2", "PN6", "PN0")[number],
            f"views_{child.pk}": ("I want Mum to sleep.", "", "")[number],
            f"dissent_{child.pk}": ("", "Shirin: it is over now.", "")[number],
        }
    sent |= typed_decision(cast.children)
    return {name: value for name, value in (sent | more).items() if value is not None}


def test_what_a_conference_decides_is_written_down_child_by_child(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    PlanSpellFactory(child=cast.children[0])
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    shown = read(dawn.post(f"{conference.get_absolute_url()}outcome/", decided(cast), follow=True))
    for words in (
        "A child protection plan", "Emotional abuse", "I want Mum to sleep.", "Shirin: it is over now.",
        "Came, and an advocate spoke for them", "Under four years old", "No child protection plan", "Farida has them.",
    ):  # fmt: skip
        assert words in shown.said
    assert PlanSpell.objects.filter(basis="protection", started_on="2026-11-03", visit_every=5).count() == 2
    assert "Fewer than two agencies" not in shown.said


def test_a_child_not_born_yet_is_not_asked_how_they_took_part_nor_what_they_say(
    cast: SimpleNamespace, dawn: Any, read: Any
) -> None:
    baby = ChildFactory(case=cast.case, given_name="Baby", born_on=None, expected_on="2026-12-24")
    conference = ProtectionConferenceFactory(case=cast.case, about=[*cast.children, baby])
    address = f"{conference.get_absolute_url()}outcome/"
    asked = read(dawn.get(address)).offered
    assert f"outcome_{baby.pk}" in asked
    assert f"participation_{baby.pk}" not in asked and f"views_{baby.pk}" not in asked
    sent = decided(cast) | {f"outcome_{baby.pk}": "plan", f"category_{baby.pk}": "NEG"}
    assert dawn.post(address, sent).status_code == 302
    assert conference.parts.get(child=baby).participation == "PN0"


def test_a_conference_without_a_quorum_is_kept_with_a_note(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    sent = decided(cast, agencies=["social-care", "police"])
    shown = read(dawn.post(f"{conference.get_absolute_url()}outcome/", sent, follow=True))
    assert "Fewer than two agencies beside social care: note why it went ahead." in shown.said


def test_what_the_grid_lacks_is_said_beside_the_child(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    anisa = cast.children[0].pk
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    url = f"{conference.get_absolute_url()}outcome/"
    for more, field, words in (
        ({f"category_{anisa}": ""}, f"category_{anisa}", "Choose the category of Anisa’s plan."),
        ({f"outcome_{anisa}": None}, f"outcome_{anisa}", "Choose what was decided for Anisa."),
        ({f"participation_{anisa}": "PN0"}, f"participation_{anisa}", "Choose one of the answers on the list."),
        ({"held_on_quick": "other", "held_on": "1 11 2026"}, "held_on", "No conference is held at a weekend"),
        ({"visit_every": "11"}, "visit_every", "Enter 10 working days or fewer."),
        ({"agencies": None}, "agencies", "Choose who was there."),
    ):
        assert words in read(dawn.post(url, decided(cast, **more))).errors[field]
    assert not PlanSpell.objects.exists()


def test_a_second_writer_sees_what_the_first_one_saved(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    url = f"{conference.get_absolute_url()}outcome/"
    dawn.post(url, decided(cast))
    anisa = cast.children[0].pk
    shown = read(dawn.post(url, decided(cast, **{f"views_{anisa}": "Mine."})))
    assert "written down already" in shown.said
    assert "I want Mum to sleep." in shown.said
    assert shown.filled[f"views_{anisa}"] == "Mine."


def test_only_a_chair_writes_down_what_was_decided(cast: SimpleNamespace, amara: Any, bilal: Any) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    for client in (amara, bilal):
        assert client.post(f"{conference.get_absolute_url()}outcome/", decided(cast)).status_code == 403


def test_a_review_ends_a_plan_with_its_reason(cast: SimpleNamespace, dawn: Any, read: Any) -> None:
    anisa = cast.children[0]
    PlanSpellFactory(child=anisa, protection=True)
    conference = ProtectionConferenceFactory(case=cast.case, kind="review", about=[anisa])
    url = f"{conference.get_absolute_url()}outcome/"
    key = anisa.pk
    sent = {"held_on_quick": "2026-11-03", "agencies": ["social-care", "police", "health"], "_version": "1"}
    sent |= {f"outcome_{key}": "ends", f"participation_{key}": "PN1"} | typed_decision([anisa])
    assert f"why_ended_{key}" in read(dawn.post(url, sent)).errors
    dawn.post(url, sent | {f"why_ended_{key}": "step-down"})
    assert PlanSpell.objects.get().end_reason == "step-down"


def test_a_conference_without_who_was_heard_decides_nothing_and_keeps_what_was_typed(
    cast: SimpleNamespace, dawn: Any, read: Any
) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    key = cast.children[1].pk
    sent = decided(cast, contingency="Ring Farida.", **{f"heard_{key}_how": None})
    page = read(dawn.post(f"{conference.get_absolute_url()}outcome/", sent))
    assert "Say how Imran was heard, or why not." in page.said
    assert page.filled["contingency"] == "Ring Farida."
    conference.refresh_from_db()
    assert conference.held_on is None and not Decision.objects.exists() and not PlanSpell.objects.exists()


def test_what_was_sent_is_noted_and_a_second_writer_sees_the_first(
    cast: SimpleNamespace, amara: Any, bilal: Any, read: Any
) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, held_on=date(2026, 11, 2), about=cast.children)
    url = f"{conference.get_absolute_url()}papers/"
    amara.post(url, {"report_shared_on": "30 10 2026", "decisions_sent_on": "3 11 2026", "_version": "1"})
    assert "3 November 2026" in read(amara.get(conference.get_absolute_url())).said
    late = {"decisions_sent_on": "1 11 2026", "_version": "2"}
    assert "held on 2 November 2026" in read(bilal.post(url, late)).errors["decisions_sent_on"]
    stale = {"record_sent_on": "3 11 2026", "_version": "1"}
    assert "changed this while you were writing" in read(bilal.post(url, stale)).said


def test_a_conference_is_called_off_with_its_reason(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children)
    url = f"{conference.get_absolute_url()}calling-off/"
    assert "Write why it is called off" in read(amara.post(url, {"why": ""})).errors["why"]
    shown = read(amara.post(url, {"why": "No interpreter."}, follow=True))
    assert "3 November 2026: No interpreter." in shown.said
    assert "held or called off already" in read(amara.post(url, {"why": "Again."})).said


def test_another_familys_steps_are_not_there(cast: SimpleNamespace, amara: Any) -> None:
    other = ChildFactory(case=CaseFactory())
    enquiry = EnquiryFactory(child=other)
    conference = ProtectionConferenceFactory(case=other.case, about=[other])
    mine = f"/cases/{cast.case.pk}"
    for url in (
        enquiry.get_absolute_url(), conference.get_absolute_url(), f"{mine}/enquiries/{enquiry.pk}/",
        f"{mine}/protection-conferences/{conference.pk}/",
    ):  # fmt: skip
        assert amara.get(url).status_code == 404
