"""A paper on the screen: ours and what the family says are equally large, and nothing typed is lost."""

import re
import uuid
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import FamilySays, NetworkTie, PartSource, Quote, Writing, WritingPart
from tests.factories.cases import CaseFactory, ChildFactory, VisitFactory
from tests.factories.record_voice import QuoteFactory, parent_of
from tests.factories.writing import assessment_of, paper_of, part_of
from tests.queries import of_the_page

MOST = 15
ON = date(2026, 11, 3)


@pytest.fixture
def told(cast: SimpleNamespace) -> SimpleNamespace:
    """An assessment that is being written, of a family the record knows something of."""
    cast.assessment = assessment_of(cast.case, cast.children, cast.amara)
    cast.paper = paper_of(cast.assessment)
    cast.shirin = parent_of(cast.children, "Shirin")
    cast.url = f"/cases/{cast.case.pk}/writing/{cast.paper.pk}/"
    cast.quote = QuoteFactory(speaker=cast.children[0], words="I like maths")
    cast.visit = VisitFactory(case=cast.case, worker=cast.amara, account="We sat in the kitchen")
    return cast


def typed(words: str, version: int = 0, **more: str) -> dict[str, str]:
    return {"words": words, **({"_version": str(version)} if version else {}), **more}


def box(page: Any) -> str:
    found = re.search(r'<textarea name="words"[^>]*>(.*?)</textarea>', page.content.decode(), re.S)
    assert found
    return found[1].strip()


def test_two_browsers_write_two_sections_at_once_and_lose_no_word(told: SimpleNamespace, browser_for: Any) -> None:
    amara, bilal = browser_for(told.amara), browser_for(told.bilal)
    for client, section in ((amara, "why"), (bilal, "history")):
        assert client.get(f"{told.url}parts/{section}/").status_code == 200
    amara.post(f"{told.url}parts/why/", typed("Amara’s words", _key=str(uuid.uuid4())))
    bilal.post(f"{told.url}parts/history/", typed("Bilal’s words", _key=str(uuid.uuid4())))
    said = amara.get(told.url).content.decode()
    assert "Amara’s words" in said and "Bilal’s words" in said
    assert "Written by Amara Obi and Bilal Aziz" in said


def test_two_browsers_in_one_section_both_see_both_texts_and_save_what_they_make_of_them(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    part = part_of(told.paper, "why", "He came late.", told.cora)
    amara, bilal, url = browser_for(told.amara), browser_for(told.bilal), f"{told.url}parts/why/"
    amara.post(url, typed("He came home late.", part.version))
    answer = bilal.post(url, typed("He came late, twice.", part.version))
    assert answer.status_code == 200 and box(answer) == "He came late, twice."
    page = read(answer)
    assert "Amara Obi" in page.said and "changed this while you were writing" in page.said
    assert "He came home late." in page.said, "theirs stands beneath the box"
    assert "<ins> home</ins>" in answer.content.decode(), "and what they changed is marked"
    version = re.search(r'name="_version" value="(\d+)"', answer.content.decode())
    assert version
    bilal.post(url, typed("He came home late, twice.", int(version[1])))
    assert WritingPart.objects.get().words == "He came home late, twice."


def test_a_tap_takes_a_quote_beside_ours_and_what_is_typed_stays_typed(told: SimpleNamespace, browser_for: Any) -> None:
    client, url = browser_for(told.amara), f"{told.url}parts/voice/?child={told.children[0].pk}"
    page = client.get(url).content.decode()
    assert f'name="take" value="quote-{told.quote.pk}"' in page and 'form="part"' in page
    answer = client.post(url, typed("She told me", take=f"quote-{told.quote.pk}", _key=str(uuid.uuid4())))
    assert box(answer) == "She told me"
    row = FamilySays.objects.get()
    assert (row.quote, row.part.child, row.part.words) == (told.quote, told.children[0], "")
    assert f'value="quote-{told.quote.pk}"' not in answer.content.decode(), "taken, it is not offered again"
    saved = client.post(url, typed("She told me", _key=str(uuid.uuid4())))
    assert saved.status_code == 302 and WritingPart.objects.get().words == "She told me"


def test_a_tap_takes_anything_else_beneath_ours_and_another_takes_it_out(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    client, url = browser_for(told.amara), f"{told.url}parts/why/"
    answer = client.post(url, typed("Mine", take=f"visit-{told.visit.pk}"))
    assert "Visit by Amara Obi, 1 October 2026" in read(answer).said and box(answer) == "Mine"
    row = PartSource.objects.get()
    answer = client.post(url, typed("Mine still", leave=f"source-{row.pk}"))
    assert box(answer) == "Mine still" and PartSource.objects.get().left_out_on


def test_an_empty_part_begins_with_what_an_earlier_assessment_said_and_says_where_it_is_from(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    anisa, imran = told.children[:2]
    old = part_of(told.paper, "day", "She gets up first.", told.amara, anisa, kept_from=[told.shirin.pk])
    part_of(told.paper, "day", "He plays football.", told.amara, imran)
    told.assessment.parts.update(ended_on=told.assessment.started_on)
    told.paper = paper_of(assessment_of(told.case, told.children, told.amara))
    url = f"/cases/{told.case.pk}/writing/{told.paper.pk}/parts/day/"
    client = browser_for(told.amara)
    page = read(client.get(f"{url}?child={anisa.pk}"))
    assert "Begin with what the assessment of 1 September 2026 said" in page.said
    answer = client.post(f"{url}?child={anisa.pk}", typed("", begin=f"assessment-{old.pk}", _key=str(uuid.uuid4())))
    assert box(answer) == "She gets up first." and "Change what is no longer so" in answer.content.decode()
    assert answer.context["form"]["kept_from"].value() == [str(told.shirin.pk)], "marks come with the words"
    source = PartSource.objects.get()
    assert (source.kind, source.subject_id, source.part.words) == ("assessment", old.pk, ""), "nothing is saved unread"
    version = answer.context["form"].version
    client.post(f"{url}?child={anisa.pk}", typed("She still gets up first.", version or 1))
    assert WritingPart.objects.get(writing=told.paper).words == "She still gets up first."
    assert "Begin with" not in read(client.get(f"{url}?child={anisa.pk}")).said, "it has begun"
    assert "Begin with" not in read(client.get(f"{url.replace('day', 'risk')}")).said, "nothing was said there"


def test_an_authorised_paper_shows_no_facts_of_today(told: SimpleNamespace, browser_for: Any, read: Any) -> None:
    url = f"{told.url}parts/voice/?child={told.children[0].pk}"
    client, facts = browser_for(told.amara), 'class="known-facts"'
    NetworkTie.objects.create(
        case=told.case, member=told.children[0], kind="school", organisation="Elm School", phone="020 7946 0000"
    )
    assert facts in client.get(url).content.decode()
    done = {"shared_on": ON, "submitted_on": ON, "submitted_by": told.amara, "authorised_on": ON}
    type(told.assessment).objects.filter(pk=told.assessment.pk).update(**done, authorised_by=told.bilal)
    for address in (url, told.url):
        assert facts not in client.get(address).content.decode()


@pytest.mark.parametrize("taken", ["quote-999999", "visit-999999", "nonsense", "person-0", "entry-1"])
def test_what_is_not_in_the_record_is_said_to_be_missing_and_nothing_typed_is_lost(
    told: SimpleNamespace, browser_for: Any, taken: str
) -> None:
    answer = browser_for(told.amara).post(f"{told.url}parts/why/", typed("Mine", take=taken))
    assert answer.status_code == 200 and box(answer) == "Mine"
    assert not PartSource.objects.exists()


def test_nothing_of_another_paper_is_taken_out_here(told: SimpleNamespace, browser_for: Any) -> None:
    other = Writing.objects.create(case=told.case, paper="plan", begun_on=date(2026, 9, 1))
    part = part_of(other, "worries", "x", told.amara)
    row = FamilySays.objects.create(
        case=told.case, part=part, said_by="Farida", words="No", said_on=date(2026, 9, 2), heard_by=told.amara
    )
    browser_for(told.amara).post(f"{told.url}parts/why/", typed("Mine", leave=f"says-{row.pk}"))
    row.refresh_from_db()
    assert row.left_out_on is None


def test_the_panel_is_asked_for_a_kind_a_child_and_words(told: SimpleNamespace, browser_for: Any, read: Any) -> None:
    QuoteFactory(speaker=told.children[1], words="Football on Saturday")
    client, url = browser_for(told.amara), f"{told.url}parts/why/"
    assert {"I like maths", "Football on Saturday", "We sat in the kitchen"} <= set(_words(client.get(url)))
    assert _words(client.get(f"{url}?_kind=visit")) == ["We sat in the kitchen"]
    assert _words(client.get(f"{url}?_of={told.children[1].pk}")) == ["Football on Saturday"]
    assert _words(client.get(f"{url}?_find=MATHS")) == ["I like maths"]
    people = _words(client.get(f"{url}?_kind=person"))
    assert any("Shirin" in words and "mother of Anisa" in words for words in people)
    assert "Nothing of this kind" in read(client.get(f"{url}?_find=zebra")).said


def _words(page: Any) -> list[str]:
    return [one.words for one in page.context["known"]]


def test_what_is_known_of_a_child_stands_ready_made_above_their_part(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    said = read(browser_for(told.amara).get(f"{told.url}parts/needs/?child={told.children[0].pk}")).said
    for known in ("Anisa Rahman, 11 years", "Shirin", "at Somers Town with Imran and Zayd", "Last seen"):
        assert known in said, known


def test_words_that_are_not_on_the_record_yet_are_typed_once_and_are_on_both(
    told: SimpleNamespace, browser_for: Any, today: date
) -> None:
    url = f"{told.url}parts/why/says/new/"
    said = {"who": str(told.shirin.pk), "words": "It was one time", "said_on_quick": "other", "how": "said"}
    said |= {"said_on": "2/11/2026", "kept_from": []}
    answer = browser_for(told.amara).post(url, said)
    assert answer.status_code == 302, answer.content.decode()
    row = FamilySays.objects.get()
    assert row.quote and (row.words, row.quote.words, row.quote.speaker) == ("It was one time",) * 2 + (told.shirin,)
    browser_for(told.amara).post(url, said | {"who": "other", "said_by": "Aunt Farida"})
    assert FamilySays.objects.filter(quote=None, said_by="Aunt Farida").exists()
    assert Quote.objects.count() == 2


def test_ours_and_theirs_are_equally_large(told: SimpleNamespace, browser_for: Any) -> None:
    part = part_of(told.paper, "why", "A neighbour rang", told.amara)
    FamilySays.objects.create(
        case=told.case, part=part, member=told.shirin, words="She never liked us", said_on=date(2026, 10, 1),
        heard_by=told.amara,
    )  # fmt: skip
    page = browser_for(told.amara).get(told.url).content.decode()
    for words in ("A neighbour rang", "She never liked us"):
        before = page[: page.index(words)]
        assert "beside__words" in before[before.rindex("<blockquote" if "never" in words else "<div") :], words
    style = Path("static/writing.css").read_text(encoding="utf-8")
    assert re.search(r"\.beside__words, \.write__main #id_words \{[^}]*font-size: 1\.125rem", style)
    assert "grid-template-columns: minmax(0, 1fr) minmax(0, 1fr)" in style
    assert not re.search(r"\.says-line__words \{|\.beside__side--theirs \{[^}]*font-size", style)


def test_an_empty_part_says_so_kindly_and_what_the_family_is_asked(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    said = read(browser_for(told.amara).get(told.url)).said
    assert "Nobody has written this part yet, and the family has not been asked: “What brought us" in said
    part_of(told.paper, "why", "A neighbour rang", told.amara)
    said = read(browser_for(told.amara).get(told.url)).said
    assert "Not asked yet: “What brought us together, as you see it?”" in said


def test_submitted_the_page_says_why_nothing_is_written_and_what_was_typed_is_still_there(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    told.assessment.submitted_on = date(2026, 11, 2)
    told.assessment.save()
    client, url = browser_for(told.amara), f"{told.url}parts/why/"
    page = client.get(url)
    assert "waits for a manager’s decision" in read(page).said and "<textarea" not in page.content.decode()
    answer = client.post(url, typed("Too late"))
    assert answer.status_code == 200 and box(answer) == "Too late" and not WritingPart.objects.exists()


def test_an_older_assessment_gets_its_text_when_it_is_first_opened(told: SimpleNamespace, browser_for: Any) -> None:
    told.paper.delete()
    client, url = browser_for(told.amara), f"/cases/{told.case.pk}/writing/new/?assessment={told.assessment.pk}"
    assert client.get(url).status_code == 200 and not Writing.objects.exists()
    answer = client.post(url)
    writing = Writing.objects.get()
    assert answer["Location"] == client.get(url)["Location"] == writing.get_absolute_url()
    assert writing.assessment == told.assessment
    plan = client.post(f"/cases/{told.case.pk}/writing/new/")
    assert plan["Location"] == Writing.objects.get(paper="plan").get_absolute_url()


def test_words_that_come_back_do_not_hide_what_somebody_wrote_since(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    from camden.models import Draft

    url = f"{told.url}parts/why/"
    Draft.objects.create(
        author=told.amara, key=uuid.uuid4(), form="cases:writing-part", about=url, record_id=told.case.pk,
        words={"words": ["Mine"]}, started_at="2026-10-19T10:00:00Z",
    )  # fmt: skip
    part_of(told.paper, "why", "Bilal wrote this", told.bilal)
    said = read(browser_for(told.amara).get(url)).said
    assert "Somebody wrote here after you began" in said
    assert said.count("Bilal wrote this") == 2, "in the box, and beneath it when my words are back"


def test_whoever_left_a_page_that_showed_both_texts_finds_both_again(
    told: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    from camden.models import Draft

    url = f"{told.url}parts/why/"
    part_of(told.paper, "why", "Bilal wrote this", told.bilal)
    draft = Draft.objects.create(
        author=told.amara, key=uuid.uuid4(), form="cases:writing-part", about=url, record_id=told.case.pk,
        words={"words": ["Mine"]}, started_at="2099-10-19T10:00:00Z",
    )  # fmt: skip
    said = read(browser_for(told.amara).get(url)).said
    assert "What is saved stands beneath the box" in said
    assert said.count("Bilal wrote this") == 2, "in the box, and beneath it when my words are back"
    Draft.objects.filter(pk=draft.pk).update(words={"words": ["Bilal  wrote\r\nthis, and I go on"]})
    assert "What is saved stands" not in read(browser_for(told.amara).get(url)).said, "mine holds all of it"


@pytest.mark.parametrize("who", ["dan", "eve"])
def test_nobody_without_the_record_opens_a_page_of_it(told: SimpleNamespace, browser_for: Any, who: str) -> None:
    client = browser_for(getattr(told, who))
    for url in (told.url, f"{told.url}parts/why/", f"{told.url}parts/why/says/new/"):
        assert client.get(url).status_code in (403, 404)


def test_a_part_or_a_child_that_is_not_there_is_not_found(told: SimpleNamespace, browser_for: Any) -> None:
    client, other = browser_for(told.amara), ChildFactory(case=CaseFactory())
    assert client.get(f"{told.url}parts/nonsense/").status_code == 404
    anisa = f"{told.url}parts/day/?child={told.children[0].pk}"
    for url in (f"{told.url}parts/day/?child={other.pk}", f"{told.url}parts/day/"):
        assert client.get(url)["Location"] == anisa, "one address for each part, and none of another family's child"
    client.post(f"{told.url}parts/day/", typed("x", take=f"quote-{told.quote.pk}"))
    assert FamilySays.objects.get().part.child == told.children[0]


def test_the_pages_ask_the_database_few_questions_however_much_was_written(
    told: SimpleNamespace, browser_for: Any
) -> None:
    for child in told.children:
        for section in ("seen", "voice", "day", "needs"):
            part = part_of(told.paper, section, "x" * 500, told.amara, child)
            FamilySays.objects.create(
                case=told.case, part=part, member=child, words="y", said_on=date(2026, 10, 1), heard_by=told.amara
            )
    client = browser_for(told.amara)
    for url in (told.url, f"{told.url}parts/day/?child={told.children[0].pk}", f"{told.url}parts/why/"):
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        asked = of_the_page(captured)
        assert len(asked) <= MOST, (url, len(asked), "\n".join(asked))
