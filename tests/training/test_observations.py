"""Practice observations, by the two who read them and by those who do not."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from camden.principal import acting_as
from tests.conftest import AppClient, as_role
from tests.factories.training_floor import ObservationFactory, ProgrammeFactory
from training.models import Learning, Observation

SEEN = {
    "observed_on": "2 11 2026",
    "setting": "home",
    "consent": "given",
    "asked_how": "by their worker, two days before",
    "focus": "How we begin",
    "strengths": "You waited, and the youngest spoke first.",
    "skill_curiosity": "4",
    "skill_empathy": "",
    "family_said": "He did not write while we talked.",
    "agreed_learning": "To ask who else thinks so.",
}


def written(cast: SimpleNamespace, browser_for: Any, press: str, **other: Any) -> Any:
    """Bilal writes what he saw of Amara's work, and presses a button."""
    return browser_for(cast.bilal).post(
        "/learning/observations/new/", {**SEEN, "worker": cast.amara.pk, press: "1", **other}
    )


def test_an_observation_is_a_draft_until_it_is_given_and_then_both_read_it(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    ProgrammeFactory(person=learners.amara, assessor=learners.cora)
    assert written(learners, browser_for, "draft").status_code == 302
    seen = Observation.objects.get()
    one, amara, bilal = f"/learning/observations/{seen.pk}/", browser_for(learners.amara), browser_for(learners.bilal)
    assert amara.get(one).status_code == 404
    assert "Draft" in bilal.get(one).content.decode()
    said = {**SEEN, "worker": learners.amara.pk, "skill_curiosity": "5", "_version": str(seen.version), "give": "1"}
    assert bilal.post(f"{one}edit/", said).status_code == 302
    seen.refresh_from_db()
    assert (seen.given_on, seen.by_registered, seen.programme.person) == (date(2026, 11, 3), True, learners.amara)
    page = amara.get(one).content.decode()
    assert page.index("the youngest spoke first") < page.index("There throughout, and others could learn from it")
    assert "He did not write while we talked." in page and "Empathy" not in page, "a skill nobody saw is no 1"
    assert one in amara.get("/learning/observations/").content.decode()
    piece = f"/learning/from-observation/{seen.pk}/"
    assert piece in page and amara.get(piece).content.decode().count("<textarea") == 2, "one click and two fields"
    rows = Learning.objects.filter(source_key=f"observation {seen.pk}").values_list(
        "person__name", "role_played", "peers"
    )
    assert set((who, part, tuple(with_)) for who, part, with_ in rows) == {
        ("Amara Obi", "Observed", ("Bilal Aziz",)),
        ("Bilal Aziz", "Observed somebody", ("Amara Obi",)),
    }


@pytest.mark.parametrize(
    ("without", "wanted"),
    [
        ({"strengths": ""}, "Still wanted: at least one strength."),
        ({"focus": ""}, "Still wanted: the focus you agreed before."),
        ({"agreed_learning": ""}, "Still wanted: what you agreed to learn next."),
        ({"skill_curiosity": ""}, "Still wanted: at least one skill you saw."),
        ({"consent": "not-asked", "family_said": ""}, "Still wanted: ask the family first."),
        ({"consent": "refused", "family_said": ""}, "Still wanted: the family said no."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    learners: SimpleNamespace, browser_for: Any, without: dict[str, str], wanted: str
) -> None:
    answer = written(learners, browser_for, "give", **without)
    page = answer.content.decode()
    assert answer.status_code == 200 and wanted in page
    assert all(words in page for name, words in SEEN.items() if name in ("asked_how",) and name not in without)
    assert not Observation.objects.exists()
    assert written(learners, browser_for, "draft", **without).status_code == 302, "a draft may be as empty as it likes"


def test_a_familys_words_are_kept_with_their_consent_only(learners: SimpleNamespace, browser_for: Any) -> None:
    page = written(learners, browser_for, "draft", consent="refused").content.decode()
    assert "Their words are kept with their consent only" in page and "He did not write" in page


def test_words_that_look_like_a_name_are_asked_about(learners: SimpleNamespace, browser_for: Any) -> None:
    other = {"family_said": "He asked little Shirin what she likes."}
    page = written(learners, browser_for, "give", **other).content.decode()
    assert "“Shirin” looks like a name" in page
    assert written(learners, browser_for, "give", looked="on", **other).status_code == 302


def test_nobody_observes_themselves_or_somebody_elsewhere(learners: SimpleNamespace, browser_for: Any) -> None:
    for who in (learners.bilal, learners.dan):
        page = written(learners, browser_for, "draft", worker=who.pk).content.decode()
        assert "Choose one of the answers on the list." in page
    with as_role("camden_app"), acting_as(learners.dan), pytest.raises(DatabaseError), transaction.atomic():
        ObservationFactory(worker=learners.amara, observer=learners.bilal)


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_a_draft_is_its_observers_alone(learners: SimpleNamespace, browser: type[Client]) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.dan)
    for who, status in (("dan", 200), ("amara", 404), ("bilal", 404), ("imogen", 404)):
        client = browser()
        client.force_login(getattr(learners, who))
        assert client.get(f"/learning/observations/{seen.pk}/").status_code == status, who
        assert ("You waited." in client.get("/learning/passport/").content.decode()) is False
        assert client.get(f"/learning/observations/{seen.pk}/answer/").status_code == 404


def test_the_worker_answers_and_two_tabs_see_both_texts(learners: SimpleNamespace, browser_for: Any) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.dan, given_on=date(2026, 10, 14))
    amara, answer = browser_for(learners.amara), f"/learning/observations/{seen.pk}/answer/"
    assert amara.post(answer, {"worker_says": "I want to keep that.", "_version": "1"}).status_code == 302
    page = amara.post(answer, {"worker_says": "Something else.", "_version": "1"}).content.decode()
    assert "Both texts are here" in page and "I want to keep that." in page and "Something else." in page
    assert (
        "I want to keep that." in browser_for(learners.dan).get(f"/learning/observations/{seen.pk}/").content.decode()
    )
    for who in ("dan", "bilal", "imogen"):
        assert browser_for(getattr(learners, who)).post(answer, {"worker_says": "x"}).status_code == 404


def test_the_family_takes_its_consent_back_and_its_words_go_everywhere(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.dan, given_on=date(2026, 10, 14))
    amara = browser_for(learners.amara)
    assert "He did not write" in amara.get("/learning/passport/").content.decode()
    assert browser_for(learners.bilal).post(f"/learning/observations/{seen.pk}/consent/").status_code == 404
    amara.post(f"/learning/observations/{seen.pk}/consent/")
    seen.refresh_from_db()
    assert (seen.family_said, seen.consent, seen.strengths) == ("", "taken-back", "You waited.")
    for url in (f"/learning/observations/{seen.pk}/", "/learning/passport/"):
        assert "He did not write" not in amara.get(url).content.decode()


def test_what_was_given_stays_as_the_two_read_it(learners: SimpleNamespace, browser_for: Any) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.bilal, given_on=date(2026, 10, 14))
    said = {**SEEN, "worker": learners.amara.pk, "_version": str(seen.version), "draft": "1"}
    page = browser_for(learners.bilal).post(f"/learning/observations/{seen.pk}/edit/", said).content.decode()
    assert "its words stay as the two of you read them" in page and "the youngest spoke first" in page
    with as_role("camden_app"), acting_as(learners.bilal):
        assert Observation.objects.update(strengths="Everything") == 0
    bilal = browser_for(learners.bilal)
    for _ in range(2):
        bilal.post(f"/learning/observations/{seen.pk}/again/")
    assert "Looked at again on 3 November 2026" in bilal.get(f"/learning/observations/{seen.pk}/").content.decode()


@pytest.mark.parametrize("browser", [AppClient, Client], ids=["both walls", "the first alone"])
def test_a_manager_sees_that_it_happened_and_when_and_nobody_else_anything(
    learners: SimpleNamespace, browser: type[Client]
) -> None:
    seen = ObservationFactory(worker=learners.amara, observer=learners.dan, given_on=date(2026, 10, 14))
    ObservationFactory(worker=learners.amara, observer=learners.dan, observed_on=date(2026, 9, 9))
    for who, sees in (("bilal", True), ("cora", True), ("yael", False), ("imogen", False), ("eve", False)):
        client = browser()
        client.force_login(getattr(learners, who))
        page = client.get("/learning/observations/").content.decode()
        assert ("12 October 2026, by Dan Price" in page) is sees, who
        assert "9 September 2026" not in page, "a draft has not happened for anybody else"
        assert "You waited." not in page and "He did not write" not in page
        for path in ("", "edit/", "answer/", "consent/", "again/"):
            for send in (client.get, client.post):
                assert send(f"/learning/observations/{seen.pk}/{path}").status_code == 404, (who, path)
