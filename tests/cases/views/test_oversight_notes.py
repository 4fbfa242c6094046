"""What was thought about a child stands on that child's file, and on no brother's or sister's."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import ChronologyEntry, Member, OversightNote
from cases.readings.oversight_notes import oversight_notes
from cases.rules.audience import FAMILY, STAFF, Audience
from tests.queries import of_the_page

HEARD = "Ask me, and not only when Mum is there."


def note_of(cast: SimpleNamespace, child: Member, today: date, **more: Any) -> OversightNote:
    """What a group agreed about one child."""
    said = [["What we thought about", "How do we hear Anisa?"], ["What this child would want us to hear", HEARD]]
    values: dict[str, Any] = {"thought_on": today, "thought_in": "Group supervision, 3 November", "said": said}
    values |= {"subject_id": 1, "agreed_on": today, "agreed_by": cast.bilal}
    return OversightNote.objects.create(case=cast.case, child=child, **(values | more))


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def test_it_is_read_on_the_childs_file_and_not_on_their_brothers(
    cast: SimpleNamespace, amara: Any, today: date, read: Any
) -> None:
    note_of(cast, cast.children[0], today)
    anisa, imran = (f"/cases/{cast.case.pk}/children/{child.pk}/" for child in cast.children[:2])
    assert "What we thought about Anisa together" in read(amara.get(anisa)).said
    page = read(amara.get(f"{anisa}thought-together/"))
    assert HEARD in page.said
    assert "Agreed by Bilal Aziz, 3 November 2026" in page.said
    assert HEARD not in read(amara.get(f"{imran}thought-together/")).said


def test_a_long_list_asks_as_much_of_the_database_as_a_short_one(
    cast: SimpleNamespace, amara: Any, today: date, read: Any
) -> None:
    asked = []
    for more in (1, 21):
        for number in range(more):
            note_of(cast, cast.children[0], today, subject_id=more * 100 + number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = read(amara.get(f"/cases/{cast.case.pk}/children/{cast.children[0].pk}/thought-together/"))
        asked.append(len(of_the_page(queries)))
    assert asked[0] == asked[1] <= 11, asked
    assert "Older notes" in page.said


def test_a_note_is_kept_from_somebody_and_opened_again_with_a_reason(
    cast: SimpleNamespace, amara: Any, today: date, read: Any
) -> None:
    note = note_of(cast, cast.children[0], today, is_kept_from_family=True)
    page = f"/cases/{cast.case.pk}/thought-together/{note.pk}/"
    assert "Not to be shared with the family" in read(amara.get(page)).said
    amara.post(f"{page}marks/", {"why": "We read it with her."})
    note.refresh_from_db()
    assert not note.is_kept_from_family
    entry = ChronologyEntry.objects.get()
    assert "what was thought together about Anisa on 3 November 2026. We read it with her." in entry.summary
    assert (entry.kind, list(entry.children.all())) == ("shared", cast.children[:1])


def test_what_is_kept_from_the_family_is_read_by_those_who_work_here_alone(cast: SimpleNamespace, today: date) -> None:
    child = cast.children[0]
    note_of(cast, child, today, is_kept_from_family=True)
    note_of(cast, child, today, subject_id=2, kept_from=[child.pk])
    note_of(cast, child, today, subject_id=3)
    counts = [
        len(oversight_notes(child, {}, audience=each).notes)
        for each in (STAFF, FAMILY, Audience(person=child.pk), Audience(person=cast.children[1].pk))
    ]
    assert counts == [3, 1, 1, 2]


def test_a_stranger_is_told_there_is_nothing(cast: SimpleNamespace, browser_for: Any, today: date) -> None:
    note = note_of(cast, cast.children[0], today)
    assert browser_for(cast.dan).get(f"/cases/{cast.case.pk}/thought-together/{note.pk}/").status_code == 404
