"""A family tells us how we did, by a link without an account."""

import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test import Client

from camden.models import Duty, Message
from camden.principal import acting_as
from cases.models import AnonymousFeedback, ChronologyEntry, Feedback, FeedbackInvitation
from cases.operations.feedback import invite, make_link_anew
from cases.rules.feedback import ITEMS, speaks_of_danger
from tests.conftest import AppClient, as_role
from tests.factories.record_voice import SafeContactFactory, parent_of

NEVER = "/f/never-was-a-link/"
FULL = {"listened": "9", "did_as_said": "8", "understood": "7", "respected": "10", "better": "6", "name": "unnamed"}


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Any:
    member = parent_of(cast.children, "Shirin")
    SafeContactFactory(member=member, case=cast.case)
    return member


@pytest.fixture
def link(cast: SimpleNamespace, shirin: Any, today: date) -> str:
    with acting_as(cast.amara):
        _, secret = invite(case=cast.case, member=shirin, after="visits", handed="contact", by=cast.amara, on=today)
    return f"/f/{secret}/"


def anybody() -> AppClient:
    return AppClient()


def test_five_questions_are_asked_without_an_account_and_an_answer_arrives(link: str, read: Any) -> None:
    page = read(anybody().get(link))
    for item in ITEMS:
        assert item.sentence in page.said
    answer = anybody().post(link, FULL | {"words": "She came when she said.", "name": "named"})
    assert (answer.status_code, answer["Location"]) == (302, "/f/thank-you/")
    told = Feedback.objects.get()
    assert (told.listened, told.better, told.words) == (9, 6, "She came when she said.")
    assert told.member is not None and told.member.given_name == "Shirin"
    assert ChronologyEntry.objects.get(kind="feedback").summary == "Somebody told us how we did"


def test_the_page_says_what_happens_with_a_danger_before_anything_is_written(link: str) -> None:
    said = anybody().get(link).content.decode()
    assert said.index("cannot stay without a name") < said.index("<textarea")
    assert "999" in said


def test_nothing_on_it_says_which_service_it_is_or_comes_from_elsewhere(link: str, settings: Any) -> None:
    for page in (link, "/f/thank-you/", NEVER):
        answer = anybody().get(page)
        said = answer.content.decode()
        for word in (settings.COUNCIL_NAME, "Children", "record", "social work", "Rahman", "Shirin", "Amara"):
            assert word not in re.sub(r"<link[^>]*>", "", said).replace("better for the children", "")
        assert "<script" not in said and "http" not in said.replace("http-equiv", "")
        assert "noindex" in answer["X-Robots-Tag"] and answer["Referrer-Policy"] == "strict-origin"
        assert answer["Cache-Control"] == "no-store"


def test_without_a_name_nothing_ties_the_answer_to_the_family(cast: SimpleNamespace, link: str) -> None:
    before = FeedbackInvitation.objects.values("answered_on", "version").get()
    anybody().post(link, FULL | {"words": "Fine."})
    kept = AnonymousFeedback.objects.get()
    assert (kept.listened, kept.words, kept.team, kept.answered_on.day) == (9, "Fine.", cast.team, 1)
    assert (kept.created_at.day, kept.created_at.hour, kept.created_at.minute) == (1, 0, 0)
    assert not Feedback.objects.exists() and not ChronologyEntry.objects.filter(kind="feedback").exists()
    assert FeedbackInvitation.objects.values("answered_on", "version").get() == before
    assert not {field.name for field in AnonymousFeedback._meta.fields} & {"case", "invitation", "member"}


@pytest.mark.parametrize("said", [{"words": "He hits me."}, {"worried": "on"}])
def test_a_danger_is_told_at_once_and_kept_with_the_family(
    cast: SimpleNamespace, link: str, said: dict[str, str]
) -> None:
    now = datetime.now(UTC)
    shift = {"starts_at": now - timedelta(days=9000), "ends_at": now + timedelta(days=9000), "planned_by": cast.cora}
    Duty.objects.create(worker=cast.dan, team=cast.service, kind="day", **shift)
    anybody().post(link, FULL | said)
    told = Feedback.objects.get()
    assert told.speaks_of_danger and told.case == cast.case and told.member is not None
    assert not AnonymousFeedback.objects.exists()
    heard = Message.objects.filter(kind="alert-family", subject="cases.Feedback", subject_id=told.pk)
    assert {message.recipient for message in heard} == {cast.amara, cast.bilal, cast.cora, cast.dan}
    assert all(message.due_on == told.answered_on for message in heard)


def test_of_a_restricted_record_only_its_own_people_hear(cast: SimpleNamespace, link: str) -> None:
    cast.case.is_restricted = True
    cast.case.save()
    anybody().post(link, FULL | {"worried": "on"})
    assert {message.recipient for message in Message.objects.filter(kind="alert-family")} == {cast.amara}


def test_used_over_made_anew_and_never_are_the_same_page(
    cast: SimpleNamespace, link: str, shirin: Any, today: date
) -> None:
    never = anybody().get(NEVER)
    assert never.status_code == 404
    closed = []
    invitation = FeedbackInvitation.objects.get()
    with acting_as(cast.amara):
        fresh = f"/f/{make_link_anew(invitation=invitation, by=cast.amara, on=today)}/"
    closed.append(anybody().get(link))
    anybody().post(fresh, FULL)
    closed += [anybody().get(fresh), anybody().post(fresh, FULL)]
    FeedbackInvitation.objects.update(expires_on=date(2020, 1, 1))
    closed.append(anybody().get(fresh))
    for answer in closed:
        assert (answer.status_code, answer.content) == (404, never.content)
    assert AnonymousFeedback.objects.count() == 1


def test_an_opening_is_counted_and_whoever_is_signed_in_beside_it_changes_nothing(
    cast: SimpleNamespace, link: str, browser_for: Any
) -> None:
    anybody().get(link)
    assert browser_for(cast.dan).get(link).status_code == 200
    assert FeedbackInvitation.objects.get().opened == 2


def test_an_empty_answer_is_given_back(link: str, read: Any) -> None:
    assert "Answer one of them" in read(anybody().post(link, {"name": "unnamed"})).errors["listened"]
    assert not Feedback.objects.exists() and not AnonymousFeedback.objects.exists()


def test_asking_too_often_is_refused_whether_or_not_it_is_a_link(db: None, settings: Any) -> None:
    settings.FEEDBACK_RATES = {"feedback": "2/h/key"}
    assert [Client().get(NEVER).status_code for _ in range(3)] == [404, 404, 429]


def test_the_web_has_no_other_way_to_write_an_answer_without_a_name(cast: SimpleNamespace) -> None:
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(ProgrammingError), transaction.atomic():
        AnonymousFeedback.objects.create(team=cast.team, answered_on=date(2026, 11, 1))


def test_without_a_link_the_functions_open_nothing(cast: SimpleNamespace, link: str) -> None:
    with as_role("camden_app"), connection.cursor() as cursor, transaction.atomic():
        for words in ("", "0" * 64):
            cursor.execute("select set_config('app.link', %s, true)", [words])
            cursor.execute("select open_link(true), answer_link('{9}', '', true, true)")
            assert cursor.fetchone() == (False, False)


def test_no_log_holds_the_link(link: str, caplog: Any) -> None:
    with caplog.at_level("INFO"):
        anybody().get(link)
    lines = [f"{entry.getMessage()} {getattr(entry, 'facts', '')}" for entry in caplog.records]
    assert [line for line in lines if "feedback-link" in line]
    assert not [line for line in lines if link.split("/")[2] in line]


def test_kind_words_are_no_danger() -> None:
    assert not speaks_of_danger("She kept in touch, was kind and did what she said. Different from before.")
