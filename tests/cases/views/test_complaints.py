"""What people say of our work: in their words, answered in its days, and read by nobody they would have to meet."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import Message, User
from camden.overview.digest import words, write_digests
from camden.principal import acting_as
from camden.rules.workdays import england
from cases.models import ChronologyEntry, Complaint
from cases.readings.timeline import timeline
from cases.reminders import due_for
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.record_voice import parent_of
from tests.factories.steps import RECEIVED, complained
from tests.queries import of_the_page

TODAY = "2026-11-03"
SAID = "Nobody rang me back."


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def bilal(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.bilal)


@pytest.fixture
def said(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/complaints/"


def asked(user: User, on: date, role: str) -> list[Any]:
    with as_role(role), acting_as(user):
        return [line for line in due_for(User.objects.get(pk=user.pk), on) if line.kind == "complaint"]


def complaint(**more: str) -> dict[str, str]:
    return {"kind": "complaint", "who": "other", "said_by": "Nasreen", "how": "phone", "words": SAID,
            "wanted": "A call each Friday.", "received_on_quick": TODAY} | more  # fmt: skip


def test_a_complaint_is_kept_in_their_words_and_answered_by_a_manager(
    cast: SimpleNamespace, bilal: Any, said: str, read: Any
) -> None:
    page = read(bilal.post(f"{said}new/", complaint(), follow=True))
    for words_ in (SAID, "A call each Friday.", "Nasreen", "Local resolution", "10 working days", "17 November 2026"):
        assert words_ in page.said
    made = Complaint.objects.get()
    bilal.post(f"{made.get_absolute_url()}course/", {"what": "acknowledged", "day_quick": TODAY})
    answer = {"words": "We are sorry. We ring on Fridays.", "outcome": "upheld", "learned": "Who covers rings back.",
              "answered_on_quick": TODAY}  # fmt: skip
    page = read(bilal.post(f"{made.get_absolute_url()}answer/", answer, follow=True))
    for words_ in ("upheld", "We are sorry.", "Who covers rings back.", "Bilal Aziz", "Answered"):
        assert words_ in page.said
    assert "already" in read(bilal.post(f"{made.get_absolute_url()}answer/", answer)).said


def test_the_worker_of_the_family_reads_it_on_no_page_no_search_no_timeline_and_in_no_history(
    cast: SimpleNamespace, amara: Any, bilal: Any, said: str, read: Any
) -> None:
    bilal.post(f"{said}new/", complaint(words=f"{SAID} canary"))
    made = Complaint.objects.get()
    for url in (made.get_absolute_url(), f"{made.get_absolute_url()}answer/", f"{made.get_absolute_url()}course/"):
        assert amara.get(url).status_code in (403, 404)
        assert bilal.get(url).status_code == 200
    case = f"/cases/{cast.case.pk}/"
    for page in (said, case, f"{case}timeline/", f"{case}access-log/", f"{case}journey/", f"{case}legal/", "/my-day/",
                 f"{case}retention/", f"{case}chronology/", "/cases/find/?q=canary", "/drafts/"):  # fmt: skip
        answer = amara.get(page)
        text = answer.content.decode().replace("q=canary", "").replace('value="canary"', "").replace("“canary”", "")
        assert answer.status_code == 200 and SAID not in text, page
    assert "Nothing here for you to read" in read(amara.get(said)).said and SAID in read(bilal.get(said)).said
    assert not ChronologyEntry.objects.filter(kind__in=["compliment", "feedback"]).exists()
    assert not [entry for entry in timeline(case=cast.case).entries if "canary" in entry.summary]
    with as_role("camden_app"), acting_as(cast.amara):
        events = apps.get_model("cases", "ComplaintEvent")
        assert not Complaint._base_manager.exists() and not events._base_manager.exists()
        assert not Complaint._base_manager.update(words="Nothing happened.")
    with as_role("camden_app"), acting_as(cast.bilal):
        assert Complaint._base_manager.get().words == f"{SAID} canary"


def test_colleagues_who_hear_what_is_being_written_do_not_hear_that_it_is_a_complaint(
    cast: SimpleNamespace, amara: Any, browser_for: Any, said: str
) -> None:
    senior = MembershipFactory(user__name="Niamh Doyle", team=cast.pod, role="senior-practitioner").user
    form = amara.get(f"{said}new/").content.decode()
    ticket = form.split('name="_ticket" value="')[1].split('"')[0]
    assert signing.loads(ticket, salt="camden.office.kept")[2] == "what somebody said of our work"
    made = complained(cast.case, cast.bilal)
    assert browser_for(senior).get(made.get_absolute_url()).status_code == 404


def test_both_walls_say_the_same_of_who_reads_a_complaint(cast: SimpleNamespace) -> None:
    complained(cast.case, cast.amara)
    complained(cast.case, cast.bilal, kind="compliment", words="Thank you.")
    for person, sees in ((cast.amara, 2), (cast.bilal, 2), (cast.cora, 2), (cast.dan, 0), (cast.eve, 0)):
        with as_role("camden_app"), acting_as(person):
            assert Complaint._base_manager.count() == sees
        assert Complaint.objects.visible_to(User.objects.get(pk=person.pk)).count() == sees
    Complaint.objects.update(recorded_by=cast.cora)
    with as_role("camden_app"), acting_as(cast.amara):
        assert [each.kind for each in Complaint._base_manager.all()] == ["compliment"]
    assert [each.kind for each in Complaint.objects.visible_to(cast.amara)] == ["compliment"]


@pytest.mark.parametrize("role", ["camden_app", "camden_worker"])
def test_managers_are_told_in_time_and_workers_never(cast: SimpleNamespace, today: date, role: str) -> None:
    made = complained(cast.case, cast.amara)
    due = england().add(RECEIVED, 10)
    (line,) = asked(cast.bilal, today, role)
    assert (line.text, line.due_on, line.about) == ("Answer a complaint", due, "Rahman–Khatun")
    assert line.told_on == england().back(due, 3) and line.url == made.get_absolute_url()
    assert asked(cast.amara, today, role) == [] and asked(cast.dan, today, role) == []
    Complaint.objects.update(answered_on=today, answered_by=cast.bilal, answer="x", outcome="upheld")
    assert asked(cast.bilal, today, role) == []


def test_the_managers_letter_says_that_one_waits_and_no_word_of_it(cast: SimpleNamespace, today: date) -> None:
    complained(cast.case, cast.bilal, received_on=today - timedelta(30))
    with as_role("camden_worker"):
        write_digests(on=today)
        with acting_as(cast.bilal):
            letter = words(User.objects.get(pk=cast.bilal.pk), today)
    assert letter and any("complaint to answer" in line for line in letter["lines"])
    assert not any(SAID in line or "Rahman" in line for line in letter["lines"])
    assert cast.amara.pk not in Message.objects.values_list("recipient", flat=True)


def test_a_stage_takes_longer_once_and_the_next_one_keeps_the_answer_before(
    cast: SimpleNamespace, bilal: Any, read: Any
) -> None:
    made = complained(cast.case, cast.bilal)
    url = f"{made.get_absolute_url()}course/"
    assert "why" in read(bilal.post(url, {"what": "longer", "day_quick": TODAY})).errors
    page = read(bilal.post(url, {"what": "longer", "why": "She is away.", "day_quick": TODAY}, follow=True))
    assert "20 working days" in page.said and "She is away." in page.said
    assert "longer" not in bilal.get(url).content.decode().split("<form")[-1].replace("takes longer", "")
    answer = {"words": "We rang.", "outcome": "partly", "answered_on_quick": TODAY}
    bilal.post(f"{made.get_absolute_url()}answer/", answer)
    page = read(bilal.post(url, {"what": "further", "day_quick": TODAY}, follow=True))
    for words_ in ("Investigation", "25 working days", "Local resolution: partly upheld", "We rang."):
        assert words_ in page.said
    made.refresh_from_db()
    assert (made.stage, made.answered_on, made.extended_on) == (2, None, None)


def test_only_a_manager_answers(cast: SimpleNamespace, amara: Any) -> None:
    made = complained(cast.case, cast.amara)
    assert amara.get(made.get_absolute_url()).status_code == 200
    for page in ("answer", "course"):
        assert amara.post(f"{made.get_absolute_url()}{page}/", {"words": "x"}).status_code == 403


def test_a_compliment_is_good_news_for_whoever_works_with_them(
    cast: SimpleNamespace, amara: Any, bilal: Any, said: str, read: Any
) -> None:
    shirin = parent_of(cast.children, "Shirin")
    thanks = complaint(kind="compliment", who=str(shirin.pk), said_by="", words="She listens before she writes.")
    bilal.post(f"{said}new/", thanks)
    made = Complaint.objects.get()
    for page in (said, f"/cases/{cast.case.pk}/timeline/", made.get_absolute_url(), "/my-day/"):
        assert "She listens before she writes." in read(amara.get(page)).said, page
    assert made.get_absolute_url() in read(amara.get(f"/cases/{cast.case.pk}/timeline/")).links
    assert bilal.post(f"{made.get_absolute_url()}answer/", {"words": "x", "outcome": "upheld"}).status_code == 200
    assert not Complaint.objects.get().answer


def test_what_is_left_out_is_said_beside_the_field(amara: Any, said: str, read: Any) -> None:
    assert {"kind", "who", "words"} <= set(read(amara.post(f"{said}new/", {"x": "1"})).errors)
    assert "said_by" in read(amara.post(f"{said}new/", complaint(said_by=""))).errors
    assert "received_on" in read(amara.post(f"{said}new/", complaint(received_on_quick="2031-01-01"))).errors


def test_the_family_keeps_a_page_on_how_to_complain(amara: Any, said: str, read: Any) -> None:
    page = read(amara.get(f"{said}how/"))
    for words_ in ("10 working days", "25 working days", "30 working days", "need not be your worker"):
        assert words_ in page.said
    assert "Rahman" not in page.said.split("Tell us what you think of us")[-1]


def test_the_pages_ask_little_of_the_database(cast: SimpleNamespace, bilal: Any, said: str) -> None:
    made = complained(cast.case, cast.bilal)
    for url, most in ((said, 12), (made.get_absolute_url(), 12), (f"{said}new/", 11)):
        with CaptureQueriesContext(connection) as captured:
            assert bilal.get(url).status_code == 200
        assert len(of_the_page(captured)) <= most, (url, len(of_the_page(captured)))
