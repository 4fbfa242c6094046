"""The chronology through the browser: curated, with what it meant for each child, never erased."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import ChronologyEntry, SetAside, SignificantEvent, SignificantEventChild
from cases.operations.chronology import note

ON = date(2026, 10, 1)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/chronology/"


def said(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    """Something that happened to Anisa two years ago, as the form sends it."""
    anisa = cast.children[0]
    sent = {"what": "Anisa saw her father hit the wall.", "happened_on": "1 3 2024", "precision": "month"}
    return (
        sent
        | {
            "source": "Shirin told Amara",
            "children": [str(anisa.pk)],
            f"impact_{anisa.pk}": "She stopped bringing friends home.",
            "analysis": "She learned early to read the room.",
        }
        | more
    )


def test_something_of_before_is_written_with_what_it_meant_for_each_child(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    shown = read(amara.post(f"{url}new/", said(cast), follow=True))
    for words in (
        "March 2024",
        "Shirin told Amara",
        "She stopped bringing friends home.",
        "Amara Obi, 3 November 2026",
    ):
        assert words in shown.said
    event = SignificantEvent.objects.get()
    assert (event.happened_on, event.precision) == (date(2024, 3, 1), "month")
    assert "For Anisa:" in read(amara.get(url)).said
    imran = cast.children[1]
    assert "Anisa saw" not in read(amara.get(f"{url}?child={imran.pk}")).said


def test_one_event_stands_once_for_many_children_and_the_oldest_comes_first(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    everybody = [str(child.pk) for child in cast.children]
    amara.post(f"{url}new/", said(cast, children=everybody))
    amara.post(f"{url}new/", said(cast, what="They moved to Somers Town.", happened_on="2 2 2019", precision="year"))
    assert SignificantEvent.objects.count() == 2 and SignificantEventChild.objects.count() == 4
    page = read(amara.get(url)).said
    assert page.index("They moved to Somers Town.") < page.index("Anisa saw her father hit the wall.")
    assert page.count("Anisa saw her father hit the wall.") == 1


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"what": ""}, "what", "Write what happened."),
        ({"children": []}, "children", "Choose at least one child."),
        ({"happened_on": "1 3 2027"}, "happened_on", "cannot be after today"),
        ({"until_on": "1 1 2023"}, "until_on", "It ended before it began"),
        ({"impact_IMRAN": "He hid."}, "children", "Choose Imran too"),
        ({"what": "x" * 601}, "what", "1 character too long"),
    ],
)
def test_what_an_entry_lacks_is_said_beside_the_answer(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, more: dict[str, Any], field: str, words: str
) -> None:
    more = {name.replace("IMRAN", str(cast.children[1].pk)): value for name, value in more.items()}
    shown = read(amara.post(f"{url}new/", said(cast, **more)))
    assert words in shown.errors[field]
    assert shown.filled["analysis"] == "She learned early to read the room."
    assert not SignificantEvent.objects.exists()


def test_an_entry_of_the_timeline_comes_with_its_words_and_is_taken_once(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    entry = note(
        case=cast.case, on=date(2026, 10, 1), kind="visit", summary="Amara visited", children=cast.children[:1]
    )
    form = read(amara.get(f"{url}new/?entry={entry.pk}"))
    assert (form.filled["what"], form.filled["source"]) == ("Amara visited", "Visit")
    assert amara.post(f"{url}new/?entry={entry.pk}", said(cast)).status_code == 302
    again = read(amara.post(f"{url}new/?entry={entry.pk}", said(cast, what="Once more")))
    assert "Somebody has taken this into the chronology already." in again.said
    assert SignificantEvent.objects.get().entry == entry


def test_what_matters_is_offered_from_the_record_and_taken_or_set_aside(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    about: dict[str, Any] = {"case": cast.case, "on": date(2026, 10, 1), "children": cast.children[:1]}
    plan, missing, call = (note(kind=kind, summary=kind, **about) for kind in ("plan", "milestone", "call"))
    offered = amara.get(f"{url}proposals/").content.decode()
    assert (
        f'value="{plan.pk}"' in offered and f'value="{missing.pk}"' in offered and f'value="{call.pk}"' not in offered
    )
    amara.post(f"{url}proposals/", {"entries": [plan.pk]})
    amara.post(f"{url}proposals/", {"entries": [missing.pk], "aside": "1"})
    event = SignificantEvent.objects.get()
    assert (event.what, event.entry, event.written_by) == ("plan", plan, cast.amara)
    assert list(event.children.all()) == cast.children[:1]
    assert SetAside.objects.get().entry == missing
    assert "Nothing waits" in read(amara.get(f"{url}proposals/")).said
    assert ChronologyEntry.objects.filter(pk=missing.pk, struck_on=None).exists()


def test_what_says_the_same_of_brothers_and_sisters_becomes_one_event(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    entries = [
        note(case=cast.case, on=ON, kind="plan", summary=f"Plan for {child.first_name} begun", children=[child])
        for child in cast.children
    ]
    amara.post(f"{url}proposals/", {"entries": [entry.pk for entry in entries]})
    event = SignificantEvent.objects.get()
    assert event.what == "Plan for Anisa, Imran and Zayd begun"
    assert event.children.count() == 3
    assert "Nothing waits" in amara.get(f"{url}proposals/").content.decode()


def test_taking_the_same_entry_twice_makes_one_event(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str
) -> None:
    entry = note(case=cast.case, on=date(2026, 10, 1), kind="plan", summary="A plan", children=[])
    before = amara.get(f"{url}proposals/")
    assert before.status_code == 200
    amara.post(f"{url}proposals/", {"entries": [entry.pk]})
    browser_for(cast.bilal).post(f"{url}proposals/", {"entries": [entry.pk]})
    event = SignificantEvent.objects.get()
    assert event.children.count() == len(cast.children)  # about nobody in particular: about every child who lives


def test_an_entry_taken_back_stays_to_be_read_and_its_source_is_free_again(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    entry = note(case=cast.case, on=date(2026, 10, 1), kind="plan", summary="A plan", children=cast.children[:1])
    amara.post(f"{url}proposals/", {"entries": [entry.pk]})
    event = SignificantEvent.objects.get()
    assert read(amara.post(f"{url}{event.pk}/striking/", {"why": ""})).errors["why"]
    amara.post(f"{url}{event.pk}/striking/", {"why": "It was another family."})
    assert "A plan" not in read(amara.get(url)).said
    page = read(amara.get(f"{url}{event.pk}/")).said
    assert "It was another family." in page and "Amara Obi, 3 November 2026" in page
    assert amara.post(f"{url}new/?entry={entry.pk}", said(cast)).status_code == 302
    assert SignificantEvent.objects.filter(struck_on=None).get().entry == entry
    assert "already" in read(amara.post(f"{url}{event.pk}/striking/", {"why": "Again"})).said


def test_a_stranger_finds_nothing(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    dan = browser_for(cast.dan)
    assert {dan.get(url + more).status_code for more in ("", "new/", "proposals/", "1/", "1/striking/")} == {404}
