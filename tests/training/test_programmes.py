"""Early-career programmes, by those who have a part in one: each does one thing, and the others find it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.models import Employment
from camden.principal import acting_as
from cases.measures import caseload_of
from cases.models import Case
from cases.readings.teams import worker_load
from cases.rules.weighting import Zone
from tests.conftest import AppClient, as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.training_floor import (
    AgreementFactory,
    LogEntryFactory,
    ObservationFactory,
    ProgrammeFactory,
    ReviewFactory,
)
from tests.training.conftest import employ
from training.models import LogEntry, PanelMember, Programme, ProgrammeAgreement, ProgrammeReview, ProtectedTime

AGREED = {
    "agreed_on": "2 11 2026",
    "wants_to_learn": "To sit with silence.",
    "support": "Joint visits for six weeks.",
    "together": "on",
}
REVIEWED = {"held_on": "2 11 2026", "going_well": "Children come to the door.", "comes_next": "A first conference."}


@pytest.fixture
def year(learners: SimpleNamespace) -> SimpleNamespace:
    """Nell is newly qualified since September; Petra assesses; Grace and Kofi are the panel; Bilal manages."""
    for key, name, role, team in (
        ("nell", "Nell Okoro", Role.EARLY_CAREER_WORKER, learners.pod),
        ("petra", "Petra Lang", Role.PRACTICE_EDUCATOR, learners.service),
        ("grace", "Grace Onuoha", Role.PRINCIPAL_SOCIAL_WORKER, learners.service),
        ("kofi", "Kofi Mensah", Role.SENIOR_PRACTITIONER, learners.elsewhere),
    ):
        person = UserFactory(name=name, email=f"{key}@example.org")
        MembershipFactory(user=person, team=team, role=role)
        setattr(learners, key, person)
    employ(learners.nell, "swe")
    learners.programme = ProgrammeFactory(person=learners.nell, assessor=learners.petra)
    for person in (learners.grace, learners.kofi):
        PanelMember.objects.create(programme=learners.programme, person=person, started_on=date(2026, 9, 7))
    learners.url = f"/learning/programmes/{learners.programme.pk}/"
    return learners


@contextmanager
def refused(person: Any, words: str = "row-level security") -> Iterator[None]:
    """The database itself says no to somebody, whatever page they come from."""
    with as_role("camden_app"), acting_as(person), pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


def whole(year: SimpleNamespace) -> None:
    """Everything the panel needs is there."""
    AgreementFactory(programme=year.programme)
    for month in (9, 10, 11, 12, 8):
        ReviewFactory(programme=year.programme, held_by=year.petra, held_on=date(2026, month, 3))
    for day in (1, 2, 3):
        ObservationFactory(
            worker=year.nell, observer=year.amara, programme=year.programme, observed_on=date(2026, 10, day),
            given_on=date(2026, 10, 20), by_registered=True,
        )  # fmt: skip


def test_a_training_lead_begins_a_programme_and_the_caseload_knows_of_the_cap(
    year: SimpleNamespace, browser_for: Any
) -> None:
    new = MembershipFactory(user__name="Obi Nwosu", team=year.pod, role=Role.EARLY_CAREER_WORKER).user
    employ(new, "swe")
    lead = browser_for(year.imogen)
    page = lead.get("/learning/programmes/new/").content.decode()
    assert "Obi Nwosu" in page and "Nell Okoro" not in page.partition("<main")[2], "who is on one is not offered"
    said = {"person": new.pk, "assessor": year.petra.pk, "started_on": "1 10 2026", "per_cent": "80"}
    assert lead.post("/learning/programmes/new/", said).status_code == 302
    programme = Programme.objects.get(person=new)
    assert (programme.code, programme.fte_permille, programme.assessor) == ("asye", 800, year.petra)
    noted = Employment.objects.get(user=new)
    assert (noted.programme, noted.programme_started_on) == ("asye", date(2026, 10, 1))


def test_somebody_without_an_employment_begins_and_the_lead_is_told_that_no_caseload_knows(
    year: SimpleNamespace, browser_for: Any
) -> None:
    new = MembershipFactory(team=year.pod, role=Role.EARLY_CAREER_WORKER).user
    said = {"person": new.pk, "assessor": year.petra.pk, "started_on": "1 10 2027", "per_cent": "100"}
    page = browser_for(year.imogen).post("/learning/programmes/new/", said, follow=True).content.decode()
    assert "No employment is noted for them" in page
    assert Programme.objects.get(person=new).code == "ecdp", "who starts from September 2027 is on the new one"


def test_the_worker_sees_where_they_are_and_what_protects_them(year: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(year.nell).get(year.url).content.decode()
    for words in (
        "Week 9 of 52",
        "80 of 100 until 6 March 2027, early in a career",
        "every 2 weeks until 6 March 2027",
        "3 hours 42 minutes a week",
        "Petra Lang",
        "Grace Onuoha, Kofi Mensah",
        "Learning agreement was wanted by 21 September 2026. It is for the three who agree to find a day.",
        "Review at 3 months",
    ):
        assert words in page, words


def test_each_part_has_its_own_buttons_and_nobody_elses(year: SimpleNamespace, browser_for: Any) -> None:
    buttons = {
        "nell": {"Write the agreement", "Note a week", "Write a page"},
        "petra": {"Write the agreement", "Write down a review"},
        "bilal": {"Write the agreement"},
        "grace": {"What the panel decided", "Assessor and dates", "Name somebody to the panel"},
        "kofi": {"What the panel decided"},
        "imogen": {"Assessor and dates", "Name somebody to the panel"},
    }
    every = set().union(*buttons.values())
    for who, theirs in buttons.items():
        page = browser_for(getattr(year, who)).get(year.url).content.decode()
        assert {each for each in every if each in page} == theirs, who
        assert f'{year.url}"' in browser_for(getattr(year, who)).get("/learning/programmes/").content.decode(), who


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_whoever_has_no_part_in_it_finds_nothing(year: SimpleNamespace, browser: type[Client]) -> None:
    LogEntryFactory(programme=year.programme)
    review = ReviewFactory(programme=year.programme, held_by=year.petra)
    member = PanelMember.objects.order_by("pk").first()
    for who, closed in (
        ("dan", ["", "agreement/", "reviews/new/", "week/", "outcome/", "log/new/"]),
        ("amara", ["", "agreement/", "reviews/new/", "week/", "outcome/", "log/new/"]),
        ("bilal", ["reviews/new/", "week/", "outcome/", "log/new/"]),
        ("petra", ["week/", "outcome/", "log/new/"]),
        ("kofi", ["agreement/", "reviews/new/", "week/", "log/new/"]),
        ("imogen", ["agreement/", "reviews/new/", "week/", "outcome/", "log/new/"]),
    ):
        client = browser()
        client.force_login(getattr(year, who))
        for path in closed:
            for send in (client.get, client.post):
                assert send(f"{year.url}{path}").status_code == 404, (who, path)
        if who != "nell":
            assert client.get(f"/learning/reviews/{review.pk}/answer/").status_code == 404
        if who not in ("imogen", "grace"):
            for path in ("dates/", "panel/", f"panel/{member.pk}/ending/"):
                assert client.post(f"{year.url}{path}").status_code == 403, (who, path)


def test_the_three_agree_once_and_the_second_who_writes_keeps_their_words(
    year: SimpleNamespace, browser_for: Any
) -> None:
    nell, bilal = browser_for(year.nell), browser_for(year.bilal)
    alone = nell.post(f"{year.url}agreement/", {**AGREED, "together": ""}).content.decode()
    assert "It is an agreement of the three." in alone and "To sit with silence." in alone
    assert nell.post(f"{year.url}agreement/", AGREED).status_code == 302
    page = bilal.post(f"{year.url}agreement/", {**AGREED, "wants_to_learn": "Something else."}).content.decode()
    assert "It was agreed on 2 November 2026" in page and "Something else." in page
    assert ProgrammeAgreement.objects.get().wants_to_learn == "To sit with silence."
    assert "To sit with silence." in browser_for(year.kofi).get(year.url).content.decode(), "the panel reads it"
    page = nell.get(f"{year.url}agreement/", follow=True).content.decode()
    assert "The agreement is written already" in page and "<textarea" not in page, "nobody writes it a second time"


def test_what_the_worker_says_of_their_support_is_read_by_their_assessor_alone(
    year: SimpleNamespace, browser_for: Any
) -> None:
    assert browser_for(year.petra).post(f"{year.url}reviews/new/", REVIEWED).status_code == 302
    review = ProgrammeReview.objects.get()
    nell = browser_for(year.nell)
    said = {"worker_says": "Fridays were lonely.", "_version": str(review.version)}
    assert nell.post(f"/learning/reviews/{review.pk}/answer/", said).status_code == 302
    again = nell.post(f"/learning/reviews/{review.pk}/answer/", {**said, "worker_says": "Other."}).content.decode()
    assert "Both texts are here" in again and "Fridays were lonely." in again and "Other." in again
    for who, sees in (("nell", 2), ("petra", 2), ("kofi", 1), ("grace", 1), ("bilal", 0), ("cora", 0), ("imogen", 0)):
        page = browser_for(getattr(year, who)).get(year.url).content.decode()
        assert ("Children come to the door." in page, "Fridays were lonely." in page) == (sees > 0, sees > 1), who
    with as_role("camden_app"), acting_as(year.kofi):
        assert not ProgrammeReview.objects.exists(), "the database itself gives a panel no such row"


def test_two_reviews_of_one_day_are_one_and_the_words_stay_in_the_form(year: SimpleNamespace, browser_for: Any) -> None:
    petra = browser_for(year.petra)
    petra.post(f"{year.url}reviews/new/", REVIEWED)
    page = petra.post(f"{year.url}reviews/new/", {**REVIEWED, "going_well": "Even better."}).content.decode()
    assert "A review was held that day already." in page and "Even better." in page


def test_nothing_of_a_programme_was_before_it_began_whatever_year_was_typed(
    year: SimpleNamespace, browser_for: Any
) -> None:
    said = "The programme began on 7 September 2026."
    petra, nell, imogen = (browser_for(each) for each in (year.petra, year.nell, year.imogen))
    for browser, path, form in (
        (petra, "reviews/new/", {**REVIEWED, "held_on": "6 9 2026"}),
        (nell, "agreement/", {**AGREED, "agreed_on": "14 6 2026"}),
        (nell, "log/new/", {"written_on": "6 9 2026", "words": "Early."}),
    ):
        assert said in browser.post(f"{year.url}{path}", form).content.decode(), path
    assert nell.post(f"{year.url}agreement/", {**AGREED, "agreed_on": "31 8 2026"}).status_code == 302, "a week before"
    form = {"assessor": year.petra.pk, "_version": str(year.programme.version), "extended_to_on": "6 9 2027"}
    page = imogen.post(f"{year.url}dates/", form).content.decode()
    assert "It goes on until 7 September 2027 anyway. Enter a later day" in page
    begin = {"person": year.nell.pk, "assessor": year.petra.pk, "started_on": "1 1 1900", "per_cent": "100"}
    assert "too long ago" in imogen.post("/learning/programmes/new/", begin).content.decode()
    seen = {"worker": year.nell.pk, "observed_on": "1 1 1900", "setting": "home", "consent": "given", "draft": "1"}
    assert "too long ago" in petra.post("/learning/observations/new/", seen).content.decode()
    assert not ProgrammeReview.objects.exists() and not LogEntry.objects.exists()


def test_protected_time_is_two_fields_and_giving_way_is_said_to_the_worker_first(
    year: SimpleNamespace, browser_for: Any
) -> None:
    nell = browser_for(year.nell)
    page = nell.get(f"{year.url}week/").content.decode()
    assert page.count('inputmode="decimal"') == 2 and "The week of 26 October 2026" in page and 'value="3.7"' in page
    for monday in ("2026-10-12", "2026-10-19", "2026-10-26"):
        said = {"planned": "3.5", "had": "1"}
        assert nell.post(f"{year.url}week/?week={monday}", said).status_code == 302
    assert set(ProtectedTime.objects.values_list("planned_minutes", "had_minutes")) == {(210, 60)}
    words = "Protected time has given way to other work since 12 October 2026. It is for the manager to make room"
    assert words in nell.get(year.url).content.decode()
    for who in ("bilal", "imogen", "petra"):
        page = browser_for(getattr(year, who)).get(year.url).content.decode()
        assert words not in page, "3 November is its second day"
    ProtectedTime.objects.filter(week_on=date(2026, 10, 26)).delete()
    ProtectedTime.objects.create(
        programme=year.programme, week_on=date(2026, 10, 5), planned_minutes=210, had_minutes=0
    )
    for who in ("bilal", "imogen", "petra", "nell"):
        client = browser_for(getattr(year, who))
        said = "Protected time has given way to other work since 5 October 2026."
        assert said in client.get(year.url).content.decode(), who
        assert said in client.get("/learning/programmes/").content.decode(), who
    for who in ("bilal", "imogen"):
        assert "1 hour of" not in browser_for(getattr(year, who)).get(year.url).content.decode(), "no hours of a week"


def test_a_week_said_again_is_changed_and_hours_that_are_none_are_asked_for_again(
    year: SimpleNamespace, browser_for: Any
) -> None:
    nell = browser_for(year.nell)
    nell.post(f"{year.url}week/?week=2026-10-26", {"planned": "3", "had": "0"})
    nell.post(f"{year.url}week/?week=2026-10-26", {"planned": "3", "had": "2.5"})
    assert ProtectedTime.objects.get().had_minutes == 150
    page = nell.post(f"{year.url}week/?week=2026-10-26", {"planned": "all", "had": "-1"}).content.decode()
    assert page.count("Enter hours, like 3 or 3.5.") >= 2


def test_a_page_of_a_log_is_shown_for_good_and_says_so(year: SimpleNamespace, browser_for: Any) -> None:
    nell, petra = browser_for(year.nell), browser_for(year.petra)
    nell.post(f"{year.url}log/new/", {"written_on": "2 11 2026", "words": "I was afraid at the door."})
    entry = LogEntry.objects.get()
    endless = LogEntryFactory(programme=year.programme, words="y" * 5000)
    assert "y" * 200 not in nell.get(year.url).content.decode(), "a list shows how it begins, and not a page of it"
    endless.delete()
    one = f"/learning/log/{entry.pk}/"
    assert petra.get(one).status_code == 404
    assert "You cannot take it back" in nell.get(one).content.decode()
    changed = {"written_on": "2 11 2026", "words": "I was afraid, and rang.", "_version": str(entry.version)}
    assert nell.post(f"{one}edit/", changed).status_code == 302
    assert petra.post(f"{one}showing/").status_code == 404
    nell.post(f"{one}showing/")
    assert "I was afraid, and rang." in petra.get(one).content.decode()
    entry.refresh_from_db()
    page = nell.post(f"{one}edit/", {**changed, "words": "No.", "_version": str(entry.version)}).content.decode()
    assert "its words stay as they were read" in page and "No." in page
    with as_role("camden_app"), acting_as(year.nell):
        assert LogEntry.objects.update(shown_on=None) == 0, "the database itself takes nothing back"
    for who in ("bilal", "kofi", "grace", "imogen", "cora", "amara"):
        client = browser_for(getattr(year, who))
        assert client.get(one).status_code == 404, who
        assert b"I was afraid" not in client.get(year.url).content, who


def test_a_panel_passes_when_all_is_there_and_never_by_the_manager_or_one_alone(
    year: SimpleNamespace, browser_for: Any
) -> None:
    kofi = browser_for(year.kofi)
    said = {"outcome": "passed", "_version": str(year.programme.version)}
    page = kofi.post(f"{year.url}outcome/", said).content.decode()
    assert "Still wanted: the learning agreement" in page
    whole(year)
    PanelMember.objects.create(programme=year.programme, person=year.bilal, started_on=date(2026, 9, 7))
    page = browser_for(year.bilal).post(f"{year.url}outcome/", said).content.decode()
    assert "somebody else of the panel writes down" in page
    PanelMember.objects.exclude(person=year.kofi).update(ended_on=date(2026, 11, 1))
    assert "A panel is two people or more." in kofi.post(f"{year.url}outcome/", said).content.decode()
    PanelMember.objects.filter(person=year.grace).update(ended_on=None)
    assert kofi.post(f"{year.url}outcome/", said).status_code == 302
    year.programme.refresh_from_db()
    assert (year.programme.outcome, year.programme.decided_by) == ("passed", year.kofi)
    assert "The panel says: passed, 3 November 2026." in browser_for(year.nell).get(year.url).content.decode()
    assert kofi.post(f"{year.url}outcome/", said).status_code == 404, "it is decided"


def test_a_panel_extends_and_the_programme_goes_on(year: SimpleNamespace, browser_for: Any) -> None:
    kofi = browser_for(year.kofi)
    said = {"outcome": "extended", "_version": str(year.programme.version)}
    assert "Enter the day until which it goes on." in kofi.post(f"{year.url}outcome/", said).content.decode()
    assert kofi.post(f"{year.url}outcome/", {**said, "until": "1 12 2027"}).status_code == 302
    page = browser_for(year.nell).get(year.url).content.decode()
    assert "Extended until 1 December 2027." in page and "until 1 December 2027</dd>" in page


def test_who_may_sit_is_checked_by_the_page_and_by_the_database(year: SimpleNamespace, browser_for: Any) -> None:
    lead = browser_for(year.imogen)
    page = lead.get(f"{year.url}panel/").content.decode().partition("<main")[2]
    assert "Nell Okoro</option>" not in page and "Petra Lang" not in page and "Cora Lynch" in page
    for person in (year.nell, year.petra):
        answer = lead.post(f"{year.url}panel/", {"person": person.pk}).content.decode()
        assert "Choose one of the answers on the list." in answer
        with refused(year.imogen):
            PanelMember.objects.create(programme=year.programme, person=person, started_on=date(2026, 11, 3))
    said = {"assessor": year.kofi.pk, "_version": str(year.programme.version)}
    assert "They sit on the panel." in lead.post(f"{year.url}dates/", said).content.decode()
    with refused(year.imogen):
        Programme.objects.filter(pk=year.programme.pk).update(assessor=year.kofi)
    for who in ("petra", "bilal", "imogen", "nell"):
        with refused(getattr(year, who), "no such programme"), connection.cursor() as cursor:
            values = [year.programme.pk, year.programme.version]
            cursor.execute("select decide_programme(%s, %s, 'failed', null, '2026-11-03')", values)


def test_two_leads_at_once_see_both_texts(year: SimpleNamespace, browser_for: Any) -> None:
    lead, version = browser_for(year.imogen), str(year.programme.version)
    assert lead.post(f"{year.url}dates/", {"assessor": year.amara.pk, "_version": version}).status_code == 200
    assert (
        lead.post(
            f"{year.url}dates/", {"assessor": year.petra.pk, "extended_to_on": "1 12 2027", "_version": version}
        ).status_code
        == 302
    )
    page = lead.post(
        f"{year.url}dates/", {"assessor": year.petra.pk, "extended_to_on": "1 1 2028", "_version": version}
    ).content.decode()
    assert "Both texts are here" in page and "2027-12-01" in page or "1 December 2027" in page


def test_a_page_asks_as_much_of_a_long_programme_as_of_a_short_one(year: SimpleNamespace, browser_for: Any) -> None:
    def asked(who: str, url: str) -> int:
        client = browser_for(getattr(year, who))
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        return len([each for each in found if "authorization" not in each["sql"].lower()])

    urls = [("nell", year.url), ("imogen", "/learning/programmes/"), ("petra", "/learning/observations/")]
    whole(year)
    few = [asked(*each) for each in urls]
    for day in range(1, 20):
        LogEntryFactory(programme=year.programme, written_on=date(2026, 10, day))
    for _ in range(4):
        worker = MembershipFactory(team=year.pod, role=Role.EARLY_CAREER_WORKER).user
        ProgrammeFactory(person=worker, assessor=year.petra)
        ObservationFactory(worker=worker, observer=year.petra, given_on=date(2026, 10, 20))
    many = [asked(*each) for each in urls]
    assert many == few and max(many) <= 26, (few, many)


def test_a_load_above_the_cap_is_said_on_the_caseload_to_whoever_can_lighten_it(year: SimpleNamespace) -> None:
    on = date(2026, 11, 3)
    load = caseload_of(cases=Case.objects.visible_to(year.nell), user=year.nell, on=on)
    assert load is not None
    says = "Holds more than the cap of an early career: it is for the manager to lighten it"
    notes = {zone: says in worker_load(replace(load, zone=zone), on).notes for zone in Zone}
    assert {zone for zone, is_said in notes.items() if is_said} == {Zone.OVER, Zone.UNSAFE}
    assert says not in worker_load(replace(load, zone=Zone.OVER, is_early_career=False), on).notes


@pytest.mark.parametrize(("began", "says"), [(date(2026, 9, 7), "80 of 100"), (date(2026, 1, 7), "90 of 100")])
def test_the_caseload_weighs_by_the_same_cap(year: SimpleNamespace, began: date, says: str) -> None:
    Employment.objects.filter(user=year.nell).update(programme="asye", programme_started_on=began)
    load = caseload_of(cases=Case.objects.visible_to(year.nell), user=year.nell, on=date(2026, 11, 3))
    assert load is not None
    assert worker_load(load, date(2026, 11, 3)).capacity == says.partition(" ")[0]
