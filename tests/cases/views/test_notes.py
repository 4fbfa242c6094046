"""Notes through the browser."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Action, CaseNote, Member, Presence, Quote
from cases.rules.notes import ASKED
from tests.factories.cases import ChildFactory
from tests.factories.record_notes import CaseNoteFactory, QuoteFactory
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    return ChildFactory(
        case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun", born_on=date(1990, 1, 2)
    )


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/notes/new/"


def said(**more: Any) -> dict[str, Any]:
    """What every note says."""
    return {"happened_on_quick": "2026-11-03", "words": "She sounded tired.", **more}


def test_a_call_is_written_down_and_found_on_the_timeline_of_whom_it_was_about(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, shirin: Member
) -> None:
    anisa, imran = cast.children[:2]
    sent = said(
        children=[str(anisa.pk)], with_whom=[f"m{shirin.pk}"], others="Ms Hart, Mr Low", starts="9.30",
        interpreting="interpreter", title="school", meaning="She needs a night’s sleep.",
    )  # fmt: skip
    sent |= {f"words_{anisa.pk}": "I was late.", "said_by": str(shirin.pk), "said_words": "We overslept."}
    sent |= {"what_1": "Ring the school", "due_1": "6 11 2026", "promised_1": str(shirin.pk)}
    shown = read(amara.post(f"{url}?kind=call", sent, follow=True))
    note = CaseNote.objects.get()
    words = ["Phone call", "school", "3 November 2026, 09:30", "Shirin Khatun", "Ms Hart", "Mr Low", "An interpreter"]
    words += ["She sounded tired.", "I was late.", "We overslept.", "She needs a night’s sleep.", "Amara Obi"]
    assert [word for word in words if word not in shown.said] == []
    assert f"/cases/{cast.case.pk}/notes/{note.pk}/" in read(amara.get(anisa.get_absolute_url())).links
    assert f"/cases/{cast.case.pk}/notes/{note.pk}/" not in read(amara.get(imran.get_absolute_url())).links
    assert Action.objects.get().promised_to == "Shirin Khatun"
    assert Presence.objects.count() == 3


def test_a_calls_page_shows_what_was_agreed_in_it_and_not_what_was_agreed_in_the_next(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    of = {"children": [str(cast.children[0].pk)]}
    for what in ("Ring the school", "Ask for the bus pass"):
        amara.post(f"{url}?kind=call", said(**of, what_1=what, due_1="6 11 2026"))
    pages = [read(amara.get(note.get_absolute_url())) for note in CaseNote.objects.order_by("pk")]
    assert ["Ring the school" in page.said for page in pages] == [True, False]
    assert ["Ask for the bus pass" in page.said for page in pages] == [False, True]
    assert f"/cases/{cast.case.pk}/actions/{Action.objects.get(what='Ring the school').pk}/" in pages[0].links


def test_nobody_is_chosen_before_the_worker_chooses_but_the_child_whose_page_it_was(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    assert not read(amara.get(url)).ticked.get("children")
    shown = read(amara.get(f"{url}?kind=direct-work&child={cast.children[1].pk}"))
    assert shown.ticked["children"] == str(cast.children[1].pk)
    assert not read(amara.get(f"{url}?kind=nonsense&child=x")).ticked.get("children")


@pytest.mark.parametrize("kind", sorted(ASKED))
def test_each_kind_has_its_own_questions(amara: Any, url: str, read: Any, kind: str) -> None:
    shown = read(amara.get(f"{url}?kind={kind}"))
    assert ASKED[kind].heading in shown.said
    assert ASKED[kind].words in shown.said
    assert ("tool" in shown.offered) == (kind == "direct-work")
    assert ("title" in shown.offered) == (kind != "direct-work")
    assert ("interpreting" in shown.offered) == ASKED[kind].interpreting
    assert ("others" in shown.offered) == bool(ASKED[kind].with_whom)


@pytest.mark.parametrize(
    ("kind", "more", "field", "words"),
    [
        ("call", {"words": ""}, "words", "Write it down, even if it is one line."),
        ("note", {"title": ""}, "title", "Write in a few words what it was about."),
        ("direct-work", {"tool": "three-houses"}, "children", "Choose at least one child."),
        ("direct-work", {"tool": ""}, "tool", "Choose what you worked with."),
        ("call", {"happened_on_quick": "2026-11-04"}, "happened_on", "cannot be after today"),
        ("call", {"said_words": "Help."}, "said_by", "Choose whose words these are."),
        ("call", {"due_1": "6 11 2026"}, "what_1", "Write what you will do, or take out the rest."),
        ("call", {"what_1": "Ring", "due_1": "1 11 2026"}, "due_1", "on or after the day it happened"),
        ("call", {"others": "a,b,c,d,e,f,g"}, "others", "at most 6 names"),
    ],
)
def test_what_a_note_lacks_is_said_beside_the_answer_and_nothing_typed_is_lost(
    amara: Any, url: str, read: Any, shirin: Member, kind: str, more: dict[str, Any], field: str, words: str
) -> None:
    shown = read(amara.post(f"{url}?kind={kind}", said(meaning="Keep me.", **more)))
    assert words in shown.errors[field]
    assert shown.filled["meaning"] == "Keep me."
    assert not CaseNote.objects.exists()


def test_a_mark_is_set_while_one_writes_and_is_said_on_the_page(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, shirin: Member
) -> None:
    sent = said(kept_from=[str(shirin.pk)], words_kept_from=["family"])
    sent[f"words_{cast.children[0].pk}"] = "Don’t tell Mum."
    shown = read(amara.post(f"{url}?kind=call", sent, follow=True))
    assert "Shirin Khatun" in shown.said
    assert "Not for the family, Shirin Khatun" in shown.said
    quote, note = Quote.objects.get(), CaseNote.objects.get()
    assert (quote.is_kept_from_family, quote.kept_from) == (True, [shirin.pk])
    assert (note.is_kept_from_family, note.kept_from) == (False, [shirin.pk])


def test_somebody_of_another_record_cannot_be_named(cast: SimpleNamespace, amara: Any, url: str) -> None:
    other = ChildFactory()
    for field in ("children", "kept_from", "words_kept_from", "said_by", "promised_1"):
        amara.post(f"{url}?kind=call", said(**{field: [str(other.pk)], "what_1": "x", "said_words": "x"}))
    amara.post(f"{url}?kind=call", said(with_whom=[f"m{other.pk}"]))
    assert not CaseNote.objects.exists()


def test_taken_back_it_is_crossed_out_and_says_who_and_why(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    note = CaseNoteFactory(case=cast.case, writer=cast.bilal, children=cast.children[:1])
    page = note.get_absolute_url()
    assert f"{page}striking/" in read(amara.get(page)).links
    assert "Write why it was not so" in read(amara.post(f"{page}striking/", {"why": ""})).errors["why"]
    shown = read(amara.post(f"{page}striking/", {"why": "It was another day."}, follow=True))
    assert "Taken back" in shown.said
    assert "It was another day." in shown.said
    assert "Amara Obi, 3 November 2026" in shown.said
    assert f"{page}striking/" not in shown.links
    again = read(amara.post(f"{page}striking/", {"why": "Again."}))
    assert "Somebody else has taken this back already." in again.said


def test_words_that_were_taken_back_by_themselves_are_crossed_out(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    note = CaseNoteFactory(case=cast.case, writer=cast.amara)
    quote = QuoteFactory(speaker=cast.children[0], note=note)
    assert "Taken back" not in read(amara.get(note.get_absolute_url())).said
    Quote.objects.filter(pk=quote.pk).update(struck_on=date(2026, 11, 3), struck_by=cast.bilal, struck_why="Imran’s.")
    assert f"<s>{quote.words}</s>" in amara.get(note.get_absolute_url()).content.decode()
    assert "Taken back" in read(amara.get(note.get_absolute_url())).said


def test_whoever_may_not_record_reads_and_writes_nothing(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    note = CaseNoteFactory(case=cast.case, writer=cast.amara)
    for stranger in (cast.dan, cast.eve):
        assert browser_for(stranger).get(note.get_absolute_url()).status_code in (403, 404)
        assert browser_for(stranger).post(url, said(title="x")).status_code in (403, 404)
    assert CaseNote.objects.count() == 1


@pytest.mark.parametrize(("page", "most"), [("form", 12), ("note", 15)])
def test_the_pages_ask_few_questions_however_many_children(
    cast: SimpleNamespace, amara: Any, url: str, page: str, most: int
) -> None:
    note = CaseNoteFactory(case=cast.case, writer=cast.amara, children=cast.children)
    with CaptureQueriesContext(connection) as captured:
        amara.get(f"{url}?kind=call" if page == "form" else note.get_absolute_url())
    asked = of_the_page(captured)
    assert len(asked) <= most, asked
