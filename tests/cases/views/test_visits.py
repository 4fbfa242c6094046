"""Logging a visit once, for the children it was about, and reading it on each child's page."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import ChronologyEntry, Episode, Member, Quote, Visit, VisitAccount, VisitChild
from cases.rules.visits import ways_to_be_seen
from tests.factories.cases import CaseFactory, ChildFactory, HouseholdFactory, InvolvementFactory, VisitFactory

MEGABYTE = "The kettle was on. " * 55_000
TABLES = (Visit, VisitAccount, VisitChild, ChronologyEntry)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/visits/new/"


def said(cast: SimpleNamespace, **more: str) -> dict[str, str]:
    """A visit to Anisa today, as the form sends it; `None` leaves a field out."""
    sent = {"visited_on_quick": "2026-11-03", "visited_on": "", "kind": "home", "account": "We baked bread."}
    sent |= {f"seen_{cast.children[0].pk}": "alone"} | more
    return {name: value for name, value in sent.items() if value is not None}


def nothing_was_written() -> bool:
    return not any(model.objects.exists() for model in TABLES)


def test_new_is_logged_once_and_is_on_the_page_of_each_child_it_was_about(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    anisa, imran, zayd = cast.children
    more = {f"seen_{imran.pk}": "with-others", f"seen_{zayd.pk}": "observed", f"words_{anisa.pk}": "I like maths"}
    answer = amara.post(url, said(cast, **more), follow=True)
    assert answer.redirect_chain == [(f"/cases/{cast.case.pk}/", 302)]
    assert "Anisa, Imran and Zayd seen today." in read(answer).said
    assert [model.objects.count() for model in TABLES] == [1, 1, 3, 1]
    visit = Visit.objects.get()
    for child in cast.children:
        page = read(amara.get(child.get_absolute_url()))
        assert "Amara Obi visited at home: saw Anisa, Imran and Zayd; Anisa alone" in page.said
        assert visit.get_absolute_url() in page.links
    page = read(amara.get(visit.get_absolute_url()))
    for words in ("We baked bread.", "I like maths", "3 November 2026", "At home", "Amara Obi"):
        assert words in page.said


def test_new_writes_nothing_of_a_child_nothing_was_said_about(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    anisa, imran, _ = cast.children
    amara.post(url, said(cast))
    assert not VisitChild.objects.exclude(child=anisa).exists()
    page = read(amara.get(imran.get_absolute_url()))
    assert "visited" not in page.said
    assert "Not seen so far" in page.said
    assert "Imran" not in read(amara.get(Visit.objects.get().get_absolute_url())).said


def test_new_leads_back_to_the_child_it_was_opened_from_if_the_visit_was_about_them(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    anisa, imran, _ = cast.children
    assert amara.post(f"{url}?child={anisa.pk}", said(cast))["Location"] == anisa.get_absolute_url()
    assert amara.post(f"{url}?child={imran.pk}", said(cast))["Location"] == cast.case.get_absolute_url()


def test_new_has_nothing_ticked_for_any_child(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    for address in (url, f"{url}?child={cast.children[0].pk}"):
        page = read(amara.get(address))
        assert {f"seen_{child.pk}" for child in cast.children} <= set(page.offered)
        assert not [name for name in page.ticked if name.startswith("seen_")]
        assert not [words for name, words in page.filled.items() if name.startswith("words_") and words]
        assert page.filled["account"] == ""


def test_new_offers_a_child_who_lives_elsewhere_after_those_at_home(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    away = ChildFactory(case=cast.case, given_name="Noor", born_on=date(2010, 1, 1))
    HouseholdFactory(case=cast.case, name="Grandmother's", people=[away])
    order = [name for name in read(amara.get(url)).offered if name.startswith("seen_")]
    assert order == [f"seen_{child.pk}" for child in (*cast.children, away)]
    order = [name for name in read(amara.get(f"{url}?child={away.pk}")).offered if name.startswith("seen_")]
    assert order[0] == f"seen_{away.pk}"


def test_new_asks_of_each_child_what_fits_their_age(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    zayd = cast.children[2]
    assert len(ways_to_be_seen(zayd.born_on, None, date(2026, 11, 3))) == 3
    page = read(amara.post(url, said(cast, **{f"seen_{zayd.pk}": "alone"})))
    assert "list" in page.errors[f"seen_{zayd.pk}"]
    assert nothing_was_written()


def test_new_with_words_and_no_choice_says_so_beside_that_child_and_keeps_the_words(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    imran = cast.children[1]
    page = read(amara.post(url, said(cast, **{f"words_{imran.pk}": "My brother hides"})))
    assert "Choose how you saw Imran, or take out the words beneath." in page.errors[f"seen_{imran.pk}"]
    assert page.filled[f"words_{imran.pk}"] == "My brother hides"
    assert page.filled["account"] == "We baked bread."
    assert page.ticked[f"seen_{cast.children[0].pk}"] == "alone"
    assert nothing_was_written()


def test_new_about_nobody_says_so(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    page = read(amara.post(url, said(cast, **{f"seen_{cast.children[0].pk}": ""})))
    assert "Choose how you saw at least one child." in page.errors[f"seen_{cast.children[0].pk}"]
    assert nothing_was_written()


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"visited_on_quick": "other", "visited_on": "31 2 2026"}, "visited_on", "There is no 31 February 2026"),
    ({"visited_on_quick": "other", "visited_on": "1 1 0001"}, "visited_on", "too long ago"),
    ({"visited_on_quick": "other", "visited_on": "31/12/1899"}, "visited_on", "too long ago"),
    ({"visited_on_quick": "other", "visited_on": "31 12 9999"}, "visited_on", "cannot be after today"),
    ({"visited_on_quick": "other", "visited_on": "4 11 2026"}, "visited_on", "cannot be after today"),
    ({"visited_on_quick": "other", "visited_on": "0 0 0000"}, "visited_on", ""),
    ({"visited_on_quick": "other", "visited_on": "soon"}, "visited_on", "cannot read that day"),
    ({"visited_on_quick": "other", "visited_on": "3\x0011 2026"}, "visited_on", "cannot read that day"),
    ({"visited_on_quick": "other", "visited_on": "٣ ١١ ٢٠٢٦"}, "visited_on", ""),
    ({"visited_on_quick": "other", "visited_on": "1" * 5000}, "visited_on", "cannot read that day"),
    ({"visited_on_quick": "", "visited_on": ""}, "visited_on", "Enter the day you visited"),
    ({"visited_on_quick": None, "visited_on": None}, "visited_on", "Enter the day you visited"),
    ({"visited_on_quick": "2026-11-03", "visited_on": "2 11 2026"}, "visited_on", "Keep one of them"),
    ({"visited_on_quick": "9999-99-99"}, "visited_on", ""),
    ({"kind": "moon"}, "kind", "Choose one of the answers"),
    ({"kind": None}, "kind", "Choose where you met."),
    ({"account": ""}, "account", "Write what you saw and heard"),
    ({"account": "   \n "}, "account", "Write what you saw and heard"),
    ({"account": None}, "account", "Write what you saw and heard"),
    ({"account": "One\x00two"}, "account", "Take out the unusual character after “One”"),
    ({"account": MEGABYTE}, "account", "too long. We can keep 100,000."),
]


@pytest.mark.parametrize(("bad", "where", "words"), BAD)
def test_new_says_what_is_wrong_beside_the_field_and_keeps_the_words(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, bad: dict, where: str, words: str
) -> None:
    imran = cast.children[1]
    told = {"account": "ليلى said: “it’s fine” 😀", f"words_{imran.pk}": "Me & <him>", f"seen_{imran.pk}": "not-seen"}
    sent = said(cast, **(told | bad))
    page = read(amara.post(url, sent))
    assert words in page.errors[where]
    assert page.errors[where].endswith(".")
    assert page.filled["account"].strip() == sent.get("account", "").strip()
    assert page.filled[f"words_{imran.pk}"] == "Me & <him>"
    assert page.ticked[f"seen_{imran.pk}"] == "not-seen"
    if bad.get("visited_on") and "\x00" not in bad["visited_on"]:
        assert page.filled["visited_on"] == bad["visited_on"]
    assert nothing_was_written()


def test_new_says_at_once_all_that_is_wrong(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    page = read(amara.post(url, {"kind": "moon", "x": "1"}))
    assert {"visited_on", "kind", "account"} <= set(page.errors)
    assert "There is a problem" in page.said


@pytest.mark.parametrize(
    ("field", "value"),
    [("seen", "through a window"), ("seen", "\x00"), ("seen", "x" * 5000), ("words", "a\x00b"), ("words", MEGABYTE)],
)
def test_new_refuses_what_cannot_be_said_of_a_child(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, field: str, value: str
) -> None:
    anisa = cast.children[0]
    page = read(amara.post(url, said(cast, **{f"{field}_{anisa.pk}": value})))
    assert page.errors[f"{field}_{anisa.pk}"]
    assert nothing_was_written()


@pytest.mark.parametrize("words", ["😀" * 2000, "مُحَمَّد قال: «أنا بخير»", "e\u0301" * 100, "<b>&amp;</b>", "a\r\nb", "‮x"])
def test_new_keeps_every_script_as_it_was_typed(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, words: str
) -> None:
    anisa = cast.children[0]
    amara.post(url, said(cast, account=words, **{f"words_{anisa.pk}": words}))
    kept = words.replace("\r\n", "\n")
    assert VisitAccount.objects.get().words == Quote.objects.get().words == kept
    page = amara.get(Visit.objects.get().get_absolute_url()).content.decode()
    assert "<b>" not in page.split("<main")[1]
    assert kept.split("\n")[0].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page


def test_new_never_takes_a_child_of_another_family(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    theirs = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]), given_name="Tamsin")
    page = read(
        amara.post(
            url, {"visited_on_quick": "2026-11-03", "kind": "home", "account": "x", f"seen_{theirs.pk}": "alone"}
        )
    )
    assert page.errors
    assert nothing_was_written()
    amara.post(url, said(cast, **{f"seen_{theirs.pk}": "alone", f"words_{theirs.pk}": "x"}))
    assert [part.child for part in VisitChild.objects.all()] == [cast.children[0]]
    assert not VisitChild.objects.filter(child=theirs).exists()


@pytest.mark.parametrize("child", ["", "0", "-1", "x", "\x00", "9" * 40, "٣", "1e9", "😀"])
def test_new_takes_nonsense_in_child_for_none(cast: SimpleNamespace, amara: Any, url: str, child: str) -> None:
    assert amara.get(url, {"child": child}).status_code == 200
    assert amara.post(f"{url}?child=9999999", said(cast))["Location"] == cast.case.get_absolute_url()


def test_new_in_a_record_without_children_says_so_and_writes_nothing(
    cast: SimpleNamespace, amara: Any, read: Any
) -> None:
    empty = CaseFactory(team_ids=[cast.pod.pk])
    url = f"/cases/{empty.pk}/visits/new/"
    assert "No children in this record yet" in read(amara.get(url)).said
    page = read(amara.post(url, {"visited_on_quick": "2026-11-03", "kind": "home", "account": "x"}))
    assert "There are no children in this record to visit." in page.said
    assert nothing_was_written()


def test_new_is_for_those_who_record(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    for who, status in (("bilal", 200), ("cora", 200), ("dan", 404), ("eve", 403)):
        assert browser_for(getattr(cast, who)).get(url).status_code == status


def test_a_double_click_is_one_visit(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    key = read(amara.get(url)).filled["_key"]
    for _ in range(2):
        assert amara.post(url, said(cast, _key=key))["Location"] == cast.case.get_absolute_url()
    assert Visit.objects.count() == 1


def test_detail_shows_each_childs_part_and_lets_nothing_run(cast: SimpleNamespace, amara: Any) -> None:
    visit = VisitFactory(case=cast.case, worker=cast.amara, account="<script>alert(1)</script>")
    about = {"case": cast.case, "visit": visit}
    VisitChild.objects.create(child=cast.children[0], seen="alone", **about)
    words = "<img src=x onerror=alert(1)>"
    Quote.objects.create(speaker=cast.children[0], words=words, said_on=visit.visited_on, **about)
    page = amara.get(visit.get_absolute_url()).content.decode()
    assert "<script>alert" not in page and "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_detail_of_a_visit_of_another_family_is_not_found_beneath_ones_own(cast: SimpleNamespace, amara: Any) -> None:
    theirs = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
    InvolvementFactory(child=theirs, worker=cast.amara, team=cast.pod)
    visit = VisitFactory(case=theirs.case, worker=cast.amara)
    assert amara.get(visit.get_absolute_url()).status_code == 200
    assert amara.get(f"/cases/{cast.case.pk}/visits/{visit.pk}/").status_code == 404


def test_a_visit_does_not_need_an_open_episode(cast: SimpleNamespace, amara: Any, url: str) -> None:
    Episode.objects.update(closed_on=date(2026, 10, 1), closure_reason="RC1")
    amara.post(url, said(cast))
    assert Visit.objects.count() == 1
    assert Member.objects.count() == 3
