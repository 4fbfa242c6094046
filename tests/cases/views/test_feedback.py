"""Whom we ask how we did, what they told us, and what we did with it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import Message
from cases.models import AnonymousFeedback, Consent, Feedback, FeedbackInvitation, Household
from tests.conftest import AppClient
from tests.factories.cases import HouseholdFactory
from tests.factories.record_voice import (
    ConsentFactory,
    FeedbackFactory,
    InvitationFactory,
    SafeContactFactory,
    parent_of,
)
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Any:
    return parent_of(cast.children, "Shirin")


@pytest.fixture
def told(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/feedback/"


def asking(member: Any, **more: str) -> dict[str, str]:
    return {"member": str(member.pk), "after": "visits", "handed": "in-person"} | more


def test_a_link_and_its_code_are_shown_once_and_open(amara: Any, told: str, shirin: Any) -> None:
    answer = amara.post(f"{told}invitations/new/", asking(shirin))
    said = answer.content.decode()
    address = said.split('slip__address">')[1].split("<")[0]
    token = address.rsplit("/", 2)[1]
    assert FeedbackInvitation.objects.get().token_sha256 not in said and len(token) >= 43
    assert "<svg" in said and "<title>A few questions</title>" in said and "<script" not in said
    assert AppClient().get(f"/f/{token}/").status_code == 200
    assert token not in amara.get(told).content.decode()


def test_a_family_is_asked_once_in_eight_weeks(amara: Any, told: str, shirin: Any, today: date, read: Any) -> None:
    InvitationFactory(member=shirin, invited_on=today - timedelta(55), expires_on=today)
    page = read(amara.post(f"{told}invitations/new/", asking(shirin)))
    assert "This family was asked in the last eight weeks." in page.said
    FeedbackInvitation.objects.update(invited_on=today - timedelta(56))
    assert "slip__code" in amara.post(f"{told}invitations/new/", asking(shirin)).content.decode()


@pytest.mark.parametrize("is_safe", [None, False])
def test_nothing_is_sent_to_somebody_without_a_safe_contact(
    cast: SimpleNamespace, amara: Any, told: str, shirin: Any, is_safe: bool | None, read: Any
) -> None:
    SafeContactFactory(member=shirin, case=cast.case, is_safe=is_safe)
    page = read(amara.post(f"{told}invitations/new/", asking(shirin, handed="contact")))
    assert "no safe way to reach Shirin" in page.errors["handed"]
    assert not FeedbackInvitation.objects.exists()


def test_no_slip_is_carried_to_an_address_that_is_not_safe(
    cast: SimpleNamespace, amara: Any, told: str, shirin: Any, read: Any
) -> None:
    HouseholdFactory(case=cast.case, people=[shirin])
    Household.objects.filter(memberships__member=shirin).update(is_safe_to_share=False)
    page = read(amara.post(f"{told}invitations/new/", asking(shirin)))
    assert "a slip of paper could be found" in page.errors["handed"]


def test_whoever_does_not_want_to_be_asked_is_not(
    cast: SimpleNamespace, amara: Any, told: str, shirin: Any, today: date, read: Any
) -> None:
    withdrawn = {"withdrawn_on": today, "withdrawn_to": cast.amara}
    ConsentFactory(member=shirin, case=cast.case, purpose="feedback", recorded_by=cast.amara, **withdrawn)
    page = read(amara.post(f"{told}invitations/new/", asking(shirin)))
    assert "do not want to be asked" in page.errors["member"]


def test_a_lost_link_is_made_anew_and_the_old_one_stops(amara: Any, told: str, shirin: Any, today: date) -> None:
    asked = InvitationFactory(member=shirin, invited_on=today, expires_on=today + timedelta(28), token_sha256="0" * 64)
    assert "slip__code" in amara.post(f"{told}invitations/{asked.pk}/").content.decode()
    asked.refresh_from_db()
    assert asked.token_sha256 != "0" * 64


def test_paper_is_written_down_and_a_danger_on_it_is_told(
    cast: SimpleNamespace, amara: Any, told: str, shirin: Any, read: Any
) -> None:
    sent = {"who": str(shirin.pk), "answered_on_quick": "2026-11-03", "listened": "4", "words": "I am scared."}
    page = read(amara.post(f"{told}new/", sent | {"worried": "on"}, follow=True))
    assert "I am scared." in page.said and "4 of 10" in page.said and "duty was told" in page.said
    heard = {message.recipient for message in Message.objects.filter(kind="alert-family")}
    assert {cast.amara, cast.bilal} <= heard


def test_we_say_what_we_did_with_it_once(cast: SimpleNamespace, amara: Any, told: str, shirin: Any, read: Any) -> None:
    row = FeedbackFactory(member=shirin, case=cast.case)
    page = read(amara.post(f"{told}{row.pk}/reply/", {"reply": "We ring before we come."}, follow=True))
    assert "You said. We did:" in page.said and "We ring before we come." in page.said and "Amara Obi" in page.said
    assert "already" in read(amara.post(f"{told}{row.pk}/reply/", {"reply": "Again."})).said
    assert Feedback.objects.get().reply == "We ring before we come."


def test_an_alert_leads_to_what_was_told(
    cast: SimpleNamespace, amara: Any, told: str, shirin: Any, browser_for: Any, read: Any
) -> None:
    sent = {"who": str(shirin.pk), "answered_on_quick": "2026-11-03", "words": "x", "worried": "on"}
    amara.post(f"{told}new/", sent)
    page = read(browser_for(cast.bilal).get("/alerts/"))
    assert "Somebody of a family told us of a danger" in page.said and told in page.links


def test_consent_is_recorded_counts_and_is_taken_back(
    cast: SimpleNamespace, amara: Any, shirin: Any, read: Any
) -> None:
    consents = f"/cases/{cast.case.pk}/consents/"
    sent = {"member": str(shirin.pk), "purpose": "contacting", "words": "Ms Lee may know.", "how": "spoken"}
    page = read(amara.post(f"{consents}new/", sent | {"given_on_quick": "2026-11-02"}, follow=True))
    for shown in ("Shirin: Talking with somebody else", "Counts", "Ms Lee may know.", "Said so, 2 November 2026"):
        assert shown in page.said
    back = f"{consents}{Consent.objects.get().pk}/withdrawal/"
    page = read(amara.post(back, {"withdrawn_on_quick": "2026-11-03", "words": "Not any more."}, follow=True))
    assert "Taken back: 3 November 2026, to Amara Obi: Not any more." in page.said and "Counts" not in page.said


def test_a_consent_does_not_end_before_it_is_given(cast: SimpleNamespace, amara: Any, shirin: Any, read: Any) -> None:
    sent = {"member": str(shirin.pk), "purpose": "help", "how": "spoken", "given_on_quick": "2026-11-03"}
    page = read(amara.post(f"/cases/{cast.case.pk}/consents/new/", sent | {"until_on": "1 11 2026"}))
    assert "ends before it was given" in page.errors["until_on"]


def test_the_forms_say_that_words_need_no_consent(cast: SimpleNamespace, amara: Any, shirin: Any, read: Any) -> None:
    for page in ("", "new/"):
        said = read(amara.get(f"/cases/{cast.case.pk}/consents/{page}")).said
        assert "need no consent to be kept" in said


@pytest.mark.parametrize("page", ["feedback/", "feedback/new/", "feedback/invitations/new/", "consents/"])
def test_the_pages_stay_within_their_queries(cast: SimpleNamespace, amara: Any, shirin: Any, page: str) -> None:
    FeedbackFactory(member=shirin, case=cast.case)
    ConsentFactory(member=shirin, case=cast.case, recorded_by=cast.amara)
    amara.get(f"/cases/{cast.case.pk}/{page}")
    with CaptureQueriesContext(connection) as captured:
        amara.get(f"/cases/{cast.case.pk}/{page}")
    assert len(of_the_page(captured.captured_queries)) <= 13


def test_what_is_said_without_a_name_is_read_by_whoever_decides_and_only_when_there_is_enough(
    cast: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    for number in range(5):
        page = read(browser_for(cast.bilal).get("/cases/feedback/")).said
        assert "Too slow" not in page
        AnonymousFeedback.objects.create(
            team=cast.team, answered_on=date(2026, 10, 1), listened=5 + number, words="Too slow."
        )
    AnonymousFeedback.objects.create(team=cast.elsewhere, answered_on=date(2026, 10, 1), words="Elsewhere.")
    page = read(browser_for(cast.bilal).get("/cases/feedback/")).said
    assert "North team 5 answers" in page and "Too slow." in page and "7 of 10, in the middle" in page
    assert "South" not in page
    assert browser_for(cast.amara).get("/cases/feedback/").status_code == 403
