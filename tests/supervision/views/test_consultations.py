"""A worker asks Yael, who reads the question and no more of the family, and writes for two days."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from camden.access import Role
from camden.principal import acting_as
from cases.models import PlannedVisit
from supervision.models import Consultation, ConsultationAddendum
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ExclusionFactory
from tests.factories.supervision import ConsultationFactory
from tests.queries import of_the_page

MOST = 15  # questions to the database on a page
FAMILY = ("Rahman", "Khatun", "Anisa", "Imran", "Zayd", "Somers Town")
REAL = time_machine.escape_hatch.datetime.datetime


@pytest.fixture
def yael(cast: SimpleNamespace) -> Any:
    """A clinician who belongs to no team of these families."""
    yael = UserFactory(name="Yael Sharon", email="yael@example.org")
    MembershipFactory(user=yael, team=cast.elsewhere, role=Role.CLINICIAN)
    return yael


@pytest.fixture
def asked(cast: SimpleNamespace, yael: Any) -> Consultation:
    """Amara asked her about Anisa, by name."""
    return ConsultationFactory(case=cast.case, child=cast.children[0], asked_by=cast.amara, clinician=yael)


@pytest.fixture
def now() -> Iterator[datetime]:
    """The hour of the database, which counts the 48 hours by its own clock."""
    at = REAL.now(UTC)
    with time_machine.travel(at, tick=False):
        yield at


def ask(cast: SimpleNamespace, browser: Any, yael: Any, **more: Any) -> Any:
    said = {"clinician": yael.pk, "question": "How do we hear a girl who answers for everybody?", "consent": "given"}
    return browser.post(f"/cases/{cast.case.pk}/consultations/new/", said | more)


def thought(on: str = "3 11 2026", **more: str) -> dict[str, str]:
    words = {
        "held_on": on,
        "formulation": "Perhaps to answer for others keeps her close to all of them.",
        "suggestions": "Ask who would notice first if she stopped.",
        "worker_will": "Walk to the shop with her on Thursday, and ask her that.",
    }
    return words | more


def page_of(answer: Any) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_amara_asks_yael_writes_and_both_read_the_five_fields(
    cast: SimpleNamespace, yael: Any, browser_for: Any
) -> None:
    came = ask(cast, browser_for(cast.amara), yael, child=cast.children[0].pk, family_told="Her mother knows.")
    found = Consultation.objects.get()
    assert came.url == f"/supervision/consultations/{found.pk}/"
    hers = browser_for(yael)
    assert "Write what you thought together" in page_of(hers.get("/supervision/consultations/"))
    wrote = hers.post(f"{came.url}writing/", thought(look_again_on="1 12 2026", _version=found.version))
    assert wrote.url == came.url
    for person in (cast.amara, yael):
        page = page_of(browser_for(person).get(came.url))
        for words in (found.question, *list(thought().values())[1:], "1 December", "Her mother knows.", "Anisa"):
            assert words in page, (person, words)
    family = page_of(browser_for(cast.amara).get(f"/cases/{cast.case.pk}/supervision/"))
    assert "Amara Obi asked Yael Sharon" in family


def test_yael_opens_no_page_of_the_family_and_its_name_is_on_none_of_hers(
    cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any
) -> None:
    hers = browser_for(yael)
    here = f"/supervision/consultations/{asked.pk}/"
    for url in (f"/cases/{cast.case.pk}/", f"/cases/{cast.case.pk}/supervision/", f"{here}consent/", f"{here}visit/"):
        assert hers.get(url).status_code in (403, 404), url
    page = page_of(hers.get(here)) + page_of(hers.get("/supervision/consultations/"))
    assert "Anisa" in page
    assert not [name for name in FAMILY if name in page and name != "Anisa"]
    with as_role("camden_app"), acting_as(yael), transaction.atomic():
        taken = Consultation.objects.filter(pk=asked.pk)
        with pytest.raises(IntegrityError, match="a_clinician_writes_their_own"), transaction.atomic():
            taken.update(consent="given", family_told="They agreed, I suppose")


@pytest.mark.parametrize("consent", ["asked", "anonymous", "refused"])
def test_without_leave_no_name_is_on_a_clinicians_page_whoever_wrote_it(
    cast: SimpleNamespace, yael: Any, browser_for: Any, consent: str
) -> None:
    child = None if consent == "anonymous" else cast.children[0]
    people = {"asked_by": cast.amara, "clinician": yael}
    told = "" if consent == "anonymous" else "Mrs Rahman was told."
    held = ConsultationFactory(case=cast.case, child=child, consent=consent, family_told=told, **people)
    hers, here = browser_for(yael), f"/supervision/consultations/{held.pk}/"
    pages = [page_of(hers.get(url)) for url in ("/supervision/consultations/", here, f"{here}writing/")]
    assert not [name for name in FAMILY for page in pages if name in page]


def test_without_names_shows_none_even_to_the_worker_and_refuses_what_names_somebody(
    cast: SimpleNamespace, yael: Any, browser_for: Any
) -> None:
    amara = browser_for(cast.amara)
    for more, words in (
        ({"question": "How do we hear ANISA?"}, "Anisa can be read here."),
        ({"family_told": "Mrs Rahman knows"}, "Rahman can be read here."),
        ({"child": cast.children[0].pk}, "Choose no child"),
    ):
        assert words in page_of(ask(cast, amara, yael, consent="anonymous", **more))
    assert "Anisa can be read here." in page_of(ask(cast, amara, yael, consent="asked", question="How is Anisa?"))
    assert not Consultation.objects.exists()
    came = ask(cast, amara, yael, consent="anonymous")
    page = page_of(amara.get(came.url))
    assert "Without names" in page
    assert not [name for name in FAMILY if name in page]


def test_leave_that_is_taken_back_takes_the_name_from_the_clinician_though_it_is_locked(
    cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any, now: datetime
) -> None:
    Consultation.objects.update(written_at=now - timedelta(days=9), held_on=date(2026, 11, 3), formulation="x")
    here = f"/supervision/consultations/{asked.pk}/"
    assert "Anisa" in page_of(browser_for(yael).get(here))
    said = {"consent": "refused", "child": cast.children[0].pk, "_version": Consultation.objects.get().version}
    assert browser_for(cast.amara).post(f"{here}consent/", said).status_code == 302
    assert "Anisa" not in page_of(browser_for(yael).get(here))


@pytest.mark.parametrize(("hours", "writes"), [(47, True), (49, False)])
def test_what_was_written_is_locked_after_forty_eight_hours_by_the_page_and_by_the_database(
    yael: Any, asked: Consultation, browser_for: Any, now: datetime, hours: int, writes: bool
) -> None:
    written = now - timedelta(hours=hours)
    Consultation.objects.update(written_at=written, held_on=date(2026, 11, 3), formulation="First words")
    here, version = f"/supervision/consultations/{asked.pk}/", Consultation.objects.get().version
    said = thought(on=f"{now:%d %m %Y}", formulation="Second words", _version=str(version))
    answer = browser_for(yael).post(f"{here}writing/", said, follow=True)
    words = "Second words" if writes else "First words"
    assert (Consultation.objects.get().formulation, Consultation.objects.get().written_at) == (words, written)
    assert ("It stays as it is" in page_of(answer)) is not writes
    with as_role("camden_app"), acting_as(yael), transaction.atomic():
        found = Consultation.objects.filter(pk=asked.pk)
        if writes:
            assert found.update(suggestions="More") == 1
        else:
            with pytest.raises(IntegrityError, match="a_consultation_is_locked"), transaction.atomic():
                found.update(suggestions="More")
        with pytest.raises(IntegrityError, match="a_consultation_is_theirs"), transaction.atomic():
            found.update(written_at=now)  # nobody turns the clock back


def test_what_comes_to_mind_later_is_added_by_either_and_changed_by_nobody(
    cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any
) -> None:
    here = f"/supervision/consultations/{asked.pk}/"
    early = browser_for(yael).post(f"{here}addenda/new/", {"words": "Too early"})
    assert "Nothing is written yet" in page_of(early)
    Consultation.objects.update(
        written_at=datetime(2026, 10, 1, tzinfo=UTC), held_on=date(2026, 10, 1), formulation="x"
    )
    for person, words in ((yael, "Her aunt may know."), (cast.amara, "Her aunt does know.")):
        assert browser_for(person).post(f"{here}addenda/new/", {"words": words}).status_code == 302
        assert words in page_of(browser_for(yael).get(here))
    assert ConsultationAddendum.objects.count() == 2


def test_nobody_but_the_clinician_writes_the_clinicians_words(
    cast: SimpleNamespace, asked: Consultation, browser_for: Any
) -> None:
    url = f"/supervision/consultations/{asked.pk}/writing/"
    for person in (cast.amara, cast.bilal, cast.dan):
        assert browser_for(person).post(url, thought()).status_code == 404
    with as_role("camden_app"), acting_as(cast.amara), transaction.atomic():
        hers = Consultation.objects.filter(pk=asked.pk)
        assert hers.update(question="May Amara ask something else?") == 1
        with pytest.raises(IntegrityError, match="a_clinician_writes_their_own"), transaction.atomic():
            hers.update(formulation="What I would have liked to hear")


def test_another_clinician_dan_and_somebody_excluded_find_nothing(
    cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any
) -> None:
    marek = UserFactory(name="Marek Nowak")
    MembershipFactory(user=marek, team=cast.pod, role=Role.CLINICIAN)
    here = f"/supervision/consultations/{asked.pk}/"
    for person in (marek, cast.dan, cast.eve):
        assert browser_for(person).get(here).status_code in (403, 404)
    assert "No consultations yet" in page_of(browser_for(marek).get("/supervision/consultations/"))
    ExclusionFactory(case=cast.case, worker=yael)
    assert browser_for(yael).get(here).status_code == 404
    assert "Anisa" not in page_of(browser_for(yael).get("/supervision/consultations/"))


def test_they_visit_together_once_the_family_agreed_and_yael_reads_the_day(
    cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any
) -> None:
    here, amara = f"/supervision/consultations/{asked.pk}/", browser_for(cast.amara)
    Consultation.objects.update(consent="asked")
    said = {"planned_on": "10 11 2026", "starts": "16:00"}
    assert "only once it has agreed" in page_of(amara.post(f"{here}visit/", said))
    assert not PlannedVisit.objects.exists()
    Consultation.objects.update(consent="given")
    assert amara.post(f"{here}visit/", said).status_code == 302
    planned = PlannedVisit.objects.get()
    assert (planned.worker, planned.companion, planned.planned_on) == (cast.amara, yael, date(2026, 11, 10))
    for person in (cast.amara, yael):
        assert "Visit together: 10 November 2026" in page_of(browser_for(person).get(here))


def test_the_pages_ask_few_questions(cast: SimpleNamespace, yael: Any, asked: Consultation, browser_for: Any) -> None:
    for _ in range(5):
        ConsultationFactory(case=cast.case, child=cast.children[1], asked_by=cast.amara, clinician=yael)
    for person in (cast.amara, yael):
        client = browser_for(person)
        for url in ("/supervision/consultations/", f"/supervision/consultations/{asked.pk}/"):
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                client.get(url)
            assert len(of_the_page(captured.captured_queries)) <= MOST, url
