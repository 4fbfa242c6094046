"""A danger heard in preparation: who is told, what is left to do, and that it waits until somebody answers."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from camden.models import Membership, Message
from camden.overview.digest import words, write_digests
from camden.overview.reminders import due_for
from camden.principal import acting_as
from cases.models import Case, Exclusion, Involvement
from conferences.models import ConferenceChild, DangerAnswered, DangerTold, PreparingNote
from tests.conftest import as_role
from tests.factories.camden import DutyFactory, UserFactory
from tests.factories.cases import ExclusionFactory

pytestmark = pytest.mark.django_db
WORDS = "Jamal said on the telephone that he will wait at the school gate."


@pytest.fixture
def heard(conferred: SimpleNamespace, browser_for: Any) -> SimpleNamespace:
    """Samira heard something, and has notes that are hers."""
    own = {"case": conferred.case, "conference": conferred.conference}
    PreparingNote.objects.create(**own, written_on="2026-11-02", words="Quagga", by=conferred.samira)
    child = ConferenceChild.objects.filter(conference=conferred.conference).order_by("pk")[0]
    conferred.said = {"words": WORDS, "children": [child.pk], "soon": "soon", "family": "told"}
    conferred.here = conferred.conference.get_absolute_url()
    conferred.tell = lambda **more: browser_for(conferred.samira).post(
        f"{conferred.here}danger/new/", conferred.said | more
    )
    return conferred


def told() -> set[str]:
    return set(Message.objects.filter(kind="conference-danger").values_list("recipient__name", flat=True))


def is_out_of_hours() -> bool:
    """By the database's clock, which decides whom it tells."""
    with connection.cursor() as cursor:
        cursor.execute("""select extract(isodow from t) > 5 or extract(hour from t) not between 9 and 16
                          from (select now() at time zone 'Europe/London' t) x""")
        return bool(cursor.fetchone()[0])


def test_the_worker_and_her_managers_are_told_and_the_page_says_who(
    heard: SimpleNamespace,
    browser_for: Any,
    read: Any,
) -> None:
    answer = heard.tell()
    danger = DangerTold.objects.get()
    assert answer.status_code == 302 and answer["Location"] == danger.get_absolute_url()
    assert told() == {"Amara Obi", "Bilal Aziz", "Cora Lynch"}
    page = read(browser_for(heard.samira).get(danger.get_absolute_url())).said
    assert "Amara Obi, Bilal Aziz and Cora Lynch" in page and WORDS in page


def test_nothing_else_of_the_preparation_goes_with_it(heard: SimpleNamespace, browser_for: Any) -> None:
    heard.tell()
    page = browser_for(heard.amara).get(DangerTold.objects.get().get_absolute_url()).content.decode()
    assert WORDS in page and "Quagga" not in page


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"words": "He"}, "words"),
        ({"children": []}, "children"),
        ({"soon": ""}, "soon"),
        ({"family": ""}, "family"),
        ({"family": "would-harm"}, "why_family_not_told"),
    ],
)
def test_what_is_not_said_is_asked_for_and_nothing_is_sent(
    heard: SimpleNamespace,
    read: Any,
    more: dict[str, Any],
    field: str,
) -> None:
    page = read(heard.tell(**more))
    assert field in page.errors and not DangerTold.objects.exists() and not told()


def test_what_cannot_wait_asks_to_be_rung_as_well(heard: SimpleNamespace, browser_for: Any, read: Any) -> None:
    heard.tell(soon="tonight", family="not-yet")
    page = read(browser_for(heard.samira).get(DangerTold.objects.get().get_absolute_url())).said
    assert "Ring them now" in page and "Tell the family that you passed it on" in page


def test_duty_hears_it_out_of_hours(heard: SimpleNamespace) -> None:
    duty = DutyFactory(worker=UserFactory(name="Tam Duty"), team=heard.team)
    heard.tell()
    assert ("Tam Duty" in told()) == is_out_of_hours()
    assert duty.worker.pk


def test_duty_hears_it_at_any_hour_when_nobody_else_does(heard: SimpleNamespace) -> None:
    DutyFactory(worker=UserFactory(name="Tam Duty"), team=heard.team)
    Involvement.objects.exclude(scope="conference").update(ended_on="2026-11-02")
    Membership.objects.filter(user__in=[heard.bilal, heard.cora]).update(ended_on="2026-11-02")
    heard.tell()
    assert told() == {"Tam Duty"}


def test_somebody_who_is_kept_from_the_record_is_never_told(heard: SimpleNamespace) -> None:
    ExclusionFactory(case=heard.case, worker=heard.bilal)
    assert Exclusion.objects.exists()
    heard.tell()
    assert told() == {"Amara Obi", "Cora Lynch"}


def test_of_a_restricted_record_only_those_who_are_involved_are_told(heard: SimpleNamespace) -> None:
    DutyFactory(worker=UserFactory(name="Tam Duty"), team=heard.team)
    Case.objects.filter(pk=heard.case.pk).update(is_restricted=True)
    heard.tell()
    assert told() == {"Amara Obi"}


def test_when_nobody_is_there_the_number_of_duty_is_shown_and_nothing_is_lost(
    heard: SimpleNamespace,
    browser_for: Any,
    read: Any,
    settings: Any,
) -> None:
    settings.DUTY_PHONE = "020 7946 0999"
    Involvement.objects.exclude(scope="conference").update(ended_on="2026-11-02")
    Membership.objects.filter(user__in=[heard.bilal, heard.cora]).update(ended_on="2026-11-02")
    heard.tell()
    danger = DangerTold.objects.get()
    assert danger.words == WORDS and danger.told == []
    assert "020 7946 0999" in read(browser_for(heard.samira).get(danger.get_absolute_url())).said


def test_it_waits_for_whoever_was_told_until_one_of_them_answers(
    heard: SimpleNamespace,
    browser_for: Any,
    read: Any,
    today: Any,
) -> None:
    heard.tell()
    danger = DangerTold.objects.get()
    waits = [each.url for each in due_for(heard.amara, today)]
    assert danger.get_absolute_url() in waits
    alerts = read(browser_for(heard.amara).get("/alerts/"))
    assert danger.get_absolute_url() in alerts.links
    answer = browser_for(heard.amara).post(danger.get_absolute_url(), {"did": "I go to the school now."})
    assert answer.status_code == 302 and DangerAnswered.objects.get().answered_by == heard.amara
    for person in (heard.amara, heard.bilal):
        assert danger.get_absolute_url() not in [each.url for each in due_for(person, today)]
    assert "I go to the school now." in read(browser_for(heard.samira).get(danger.get_absolute_url())).said


@pytest.mark.parametrize(("role", "about"), [("camden_app", "Anisa"), ("camden_worker", "")])
def test_the_mornings_message_tells_of_it_and_the_job_that_writes_it_reads_no_child_and_no_word(
    heard: SimpleNamespace, today: Any, role: str, about: str
) -> None:
    heard.tell()
    danger = DangerTold.objects.get()
    for person in (heard.amara, heard.bilal):
        with as_role(role), acting_as(person):
            (line,) = [each for each in due_for(person, today) if each.kind == "conference-danger"]
            assert (line.url, line.about) == (danger.get_absolute_url(), about)
            said = words(person, today)
        assert said and any("A. R." in each and "danger to read and answer" in each for each in said["lines"])
        assert "Anisa" not in str(said) and "gate" not in str(said)
    with as_role("camden_worker"):
        assert write_digests(on=today).failed == 0
        for column in ("words", "children", "told"):
            with acting_as(heard.amara), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                list(DangerTold.objects.values_list(column))
    DangerAnswered.objects.create(
        case=heard.case,
        conference=heard.conference,
        danger=danger,
        did="I go.",
        answered_by=heard.amara,
        answered_on=today,
    )
    with as_role(role), acting_as(heard.amara):
        assert "conference-danger" not in {each.kind for each in due_for(heard.amara, today)}


def test_nobody_who_is_kept_from_the_record_hears_which_child_it_is(heard: SimpleNamespace) -> None:
    heard.tell()
    danger = DangerTold.objects.get()
    ExclusionFactory(case=heard.case, worker=heard.bilal)
    for person, children in ((heard.amara, ["Anisa"]), (heard.samira, ["Anisa"]), (heard.bilal, []), (heard.dan, [])):
        with as_role("camden_app"), acting_as(person), connection.cursor() as cursor:
            cursor.execute("select conference_danger_about(%s)", [danger.pk])
            assert cursor.fetchone()[0] == children


def test_a_coordinator_does_not_answer_what_she_told(heard: SimpleNamespace, browser_for: Any) -> None:
    heard.tell()
    browser_for(heard.samira).post(DangerTold.objects.get().get_absolute_url(), {"did": "All is well."})
    assert not DangerAnswered.objects.exists()
