"""Whoever looks after settings keeps the sections of papers on a page; nobody else opens it."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import LocalSection

URL = "/cases/papers/sections/"


def test_a_section_is_added_changed_and_taken_out_of_use(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    eve = browser_for(cast.eve)
    said = {"title": "How … sleeps", "for_each": "child", "prompt": "", "familys_title": "How are the nights?"}
    assert eve.post(f"{URL}assessment/new/", said | {"after": "voice"}).status_code == 302
    row = LocalSection.objects.get()
    page = read(eve.get(f"{URL}?paper=assessment")).said
    assert "How … sleeps" in page and "How are the nights?" in page and "Changed here" in page
    edit = f"{URL}assessment/{row.code}/edit/"
    eve.post(edit, {"title": "Nights of …", "after": "-", "_version": str(row.version)})
    row.refresh_from_db()
    assert (row.title, row.position < 100) == ("Nights of …", True)
    eve.post(edit, {"retire": "1", "_version": str(row.version)})
    row.refresh_from_db()
    assert row.retired_on and "Out of use" in read(eve.get(URL)).said


def test_two_who_change_one_section_are_told(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    eve, edit = browser_for(cast.eve), f"{URL}assessment/works/edit/"
    assert eve.post(edit, {"title": "Strengths", "after": "needs"}).status_code == 302
    answer = eve.post(edit, {"title": "What is strong", "after": "needs"})
    assert answer.status_code == 200 and "What is strong" in answer.content.decode()
    assert "Somebody else changed this" in read(answer).said


def test_a_heading_for_the_family_names_no_child(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    said = {"title": "How … sleeps", "for_each": "family", "after": "voice"}
    answer = browser_for(cast.eve).post(f"{URL}assessment/new/", said)
    assert "stands for a child’s name" in read(answer).said and not LocalSection.objects.exists()


@pytest.mark.parametrize("who", ["amara", "bilal", "cora"])
def test_nobody_else_opens_it(cast: SimpleNamespace, browser_for: Any, who: str) -> None:
    client = browser_for(getattr(cast, who))
    for url in (URL, f"{URL}assessment/new/", f"{URL}assessment/works/edit/"):
        assert client.get(url).status_code == 403


def test_a_paper_or_a_section_that_is_not_there_is_not_found(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    assert eve.get(f"{URL}nonsense/new/").status_code == 404
    assert eve.get(f"{URL}assessment/nonsense/edit/").status_code == 404
