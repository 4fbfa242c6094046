"""The family ends help by agreement: in its own words, without a manager, and with the way back."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Consent, Episode, Household, PlanSpell, Quote, Release
from tests.factories.record_voice import parent_of
from tests.factories.steps import helped
from tests.queries import of_the_page

TODAY = "2026-11-03"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Any:
    mother = parent_of(cast.children, "Shirin")
    helped(cast.case, cast.children, mother, cast.amara)
    return mother


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/help/ending/"


def ended(cast: SimpleNamespace, shirin: Any, **more: Any) -> dict[str, Any]:
    keys = [str(child.pk) for child in cast.children]
    return {"children": keys, "member": str(shirin.pk), "words": "Thank you, we can do it now.",
            "told_how": "conversation", "ended_on_quick": TODAY, "way_back": "Ring us whenever you like.",
            "number": "020 7946 0000", "given_how": "none"} | more  # fmt: skip


def test_anybody_who_works_with_them_writes_it_down_and_nobody_has_to_agree(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    page = read(amara.get(url))
    assert "theirs to end" in page.said and f"/cases/{cast.case.pk}/contacts/new/" in page.links
    assert "Anisa, Imran and Zayd" in page.filled["way_back"] and "Amara Obi" in page.filled["way_back"]
    page = read(amara.post(url, ended(cast, shirin), follow=True))
    assert "Thank you, we can do it now." in page.said and "Ring us whenever you like." in page.said
    assert set(PlanSpell.objects.values_list("end_reason", "ended_by")) == {("family-ended", cast.amara.pk)}
    consent = Consent.objects.get()
    assert consent.withdrawn_words == "Thank you, we can do it now." and consent.withdrawn_on
    assert Quote.objects.get().words == "Thank you, we can do it now."
    timeline = read(amara.get(f"/cases/{cast.case.pk}/timeline/")).said
    assert "Shirin ended it for the family" in timeline and "took back: help by agreement" in timeline


def test_they_take_the_way_back_with_them_and_it_prints(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    page = read(amara.post(url, ended(cast, shirin, given_how="printed"), follow=True))
    for words in ("How to come back to us", "Ring us whenever you like.", "020 7946 0000"):
        assert words in page.said
    assert Release.objects.get().recipient == shirin


def test_no_paper_is_made_that_gives_away_what_is_kept_from_them(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    Quote.objects.create(case=cast.case, speaker=cast.children[0], words="I told my teacher about the belt.",
                         said_on=TODAY, kept_from=[shirin.pk])  # fmt: skip
    said = ended(cast, shirin, given_how="printed", way_back="Anisa: I told my teacher about the belt.")
    assert "not to be shared" in read(amara.post(url, said)).errors["way_back"]
    assert not PlanSpell.objects.exclude(ended_on=None).exists()


def test_it_says_when_nothing_else_runs_and_the_record_can_close(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    words = "Nothing else runs here: after the goodbye, close the record."
    one = ended(cast, shirin, children=[str(cast.children[0].pk)])
    assert words not in read(amara.post(url, one, follow=True)).said, "their brother has help still"
    Episode.objects.update(closed_on=TODAY, closure_reason="RC9")
    rest = ended(cast, shirin, children=[str(child.pk) for child in cast.children[1:]])
    assert words in read(amara.post(url, rest, follow=True)).said


def test_a_worry_has_its_own_way_and_stops_nothing(cast: SimpleNamespace, amara: Any, shirin: Any, url: str) -> None:
    answer = amara.post(url, ended(cast, shirin, worried="on"))
    assert answer.url == f"/cases/{cast.case.pk}/contacts/new/"
    assert not PlanSpell.objects.filter(ended_on=None).exists()


def test_help_that_goes_on_for_another_child_keeps_its_consent(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str
) -> None:
    amara.post(url, ended(cast, shirin, children=[str(cast.children[0].pk)]))
    assert PlanSpell.objects.filter(ended_on=None).count() == 2
    assert Consent.objects.get().withdrawn_on is None


def test_a_plan_that_is_not_by_agreement_does_not_end_so(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    PlanSpell.objects.update(basis="need")
    assert "No child here has help by agreement now" in read(amara.get(url)).said
    amara.post(url, ended(cast, shirin))
    assert not PlanSpell.objects.exclude(ended_on=None).exists()


def test_what_is_left_out_is_said_beside_the_field_and_a_day_before_it_began_is_refused(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str, read: Any
) -> None:
    assert {"children", "member", "words", "way_back"} <= set(read(amara.post(url, {"x": "1"})).errors)
    early = {"ended_on_quick": "other", "ended_on": "1 8 2026"}
    assert "when the help began" in read(amara.post(url, ended(cast, shirin) | early)).errors["ended_on"]


def test_the_plan_leads_there_and_the_form_asks_little(
    cast: SimpleNamespace, amara: Any, shirin: Any, url: str
) -> None:
    spell = PlanSpell.objects.all()[0]
    assert url in amara.get(spell.get_absolute_url()).content.decode()
    with CaptureQueriesContext(connection) as captured:
        assert amara.get(url).status_code == 200
    assert len(of_the_page(captured)) <= 14 and Household.objects.exists()
