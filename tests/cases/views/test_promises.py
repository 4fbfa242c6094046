"""Promises of a family: who promised whom what, kept or explained or open, and through whose hands they went."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Action, ActionHandover, ChronologyEntry
from cases.operations.agreements import close_action
from tests.factories.cases import ActionFactory, ChildFactory, VisitFactory


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/promises/"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Any:
    return ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")


def promised(cast: SimpleNamespace, what: str, **more: Any) -> Action:
    return ActionFactory(**({"case": cast.case, "keeper": cast.amara, "promised_to": "Shirin", "what": what} | more))


def test_promises_stand_by_what_became_of_them(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    promised(cast, "Open thing", due_on=today + timedelta(days=1))
    for what, is_done in (("Kept thing", True), ("Explained thing", False)):
        with acting_as(cast.amara):
            close_action(
                action=promised(cast, what), by=cast.amara, on=today, is_done=is_done, outcome="The office shut."
            )
    ActionFactory(case=cast.case, keeper=cast.amara, what="Agreed with nobody of the family")
    said = read(amara.get(url)).said
    order = ["Still to keep", "Open thing", "Amara Obi, to Shirin", "tomorrow", "Kept thing", "Kept by Amara Obi",
             "Could not be kept, and why", "Explained thing", "The office shut."]  # fmt: skip
    places = []
    for words in order:
        places.append(said.index(words, places[-1] if places else 0))
    assert "Agreed with nobody" not in said


def test_a_promise_says_through_whose_hands_it_went(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, today: date
) -> None:
    ActionHandover.objects.create(case=cast.case, action=promised(cast, "One"), from_keeper=cast.dan,
                                  to_keeper=cast.amara, handed_on=today, because="x")  # fmt: skip
    assert "Promised by Dan Price, passed to Amara Obi, today" in read(amara.get(url)).said


def test_a_promise_is_written_down_for_its_keeper_and_on_the_timeline(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Any
) -> None:
    sent = {"what": "Ring the housing office", "to": shirin.pk, "keeper": cast.amara.pk, "due_on": "6 11 2026",
            "due_on_quick": "other", "children": [cast.children[0].pk], "kept_from": ["family"]}  # fmt: skip
    page = read(amara.post(f"{url}new/", sent, follow=True))
    assert "Ring the housing office" in page.said and "Not to be shared with the whole family" in page.said
    made = Action.objects.get()
    assert (made.promised_to, made.due_on, made.keeper) == ("Shirin", date(2026, 11, 6), cast.amara)
    assert made.is_kept_from_family and ChronologyEntry.objects.get().is_kept_from_family
    assert [part.child for part in made.parts.all()] == cast.children[:1]


def test_a_promise_made_in_a_visit_belongs_to_it(cast: SimpleNamespace, amara: Any, url: str, shirin: Any) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 11, 2))
    answer = amara.post(f"{url}new/?visit={visit.pk}", {"what": "Ring", "to": shirin.pk, "keeper": cast.amara.pk})
    assert answer["Location"] == f"/cases/{cast.case.pk}/visits/{visit.pk}/agreed/"
    assert Action.objects.get().visit == visit and Action.objects.get().agreed_in == "Visit, 2 November"


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"what": ""}, "what", "Write what was promised."),
        ({"to": ""}, "to", "Choose to whom"),
        ({"to": "other"}, "somebody", "Write to whom"),
        ({"keeper": "999999"}, "keeper", "Choose one of the answers"),
        ({"due_on": "2 11 2026", "due_on_quick": "other"}, "due_on", "Choose today or a day after it."),
    ],
)
def test_what_is_missing_is_said_beside_the_field(
    cast: SimpleNamespace, amara: Any, read: Any, url: str, shirin: Any, sent: dict, field: str, words: str
) -> None:
    whole = {"what": "Ring", "to": str(shirin.pk), "keeper": str(cast.amara.pk)}
    page = read(amara.post(f"{url}new/", whole | sent))
    assert words in page.errors[field] and not Action.objects.exists()


def test_a_family_without_promises_is_told_so_calmly(cast: SimpleNamespace, amara: Any, read: Any, url: str) -> None:
    assert "Nothing is promised at present." in read(amara.get(url)).said
