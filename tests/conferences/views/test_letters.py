"""Letters on their pages and as files: who may, what is in them, what is refused, and what two people do at once."""

from types import SimpleNamespace
from typing import Any

import pytest

from conferences.models import FamilyConference, Invitee, KeptApart, Letter, PlanEdition, SafetyFact
from conferences.readings.paper import paper_as_written
from conferences.rules.paper import as_content
from tests.factories.conferences import fill
from tests.printed import read_back

pytestmark = pytest.mark.django_db
HOME = "14 Ossulston House, NW1 1AA"


@pytest.fixture
def writing(conferred: SimpleNamespace) -> SimpleNamespace:
    """A conference with its day and place; Farida sits with the others, Jamal takes part by shuttle."""
    fill(conferred.conference, conferred.amara)
    FamilyConference.objects.filter(pk=conferred.conference.pk).update(
        planned_on="2026-12-08", starts="10:00", place="Kingsgate Community Centre", coordinator=conferred.samira
    )
    own = {"case": conferred.case, "conference": conferred.conference, "kind": "family"}
    conferred.farida = Invitee.objects.get(name="Farida")
    conferred.shirin = Invitee.objects.create(
        **own, name="Shirin Khatun", side="mother", is_parent=True, protected=HOME, needs=["interpreter"]
    )
    conferred.jamal = Invitee.objects.create(**own, name="Jamal Rahman", side="father", is_parent=True, way="shuttle")
    pair = {"one": conferred.shirin, "two": conferred.jamal, "is_by_law": True}
    KeptApart.objects.create(case=conferred.case, conference=conferred.conference, **pair)
    conferred.top = f"/cases/{conferred.case.pk}/conferences/"
    conferred.here = conferred.conference.get_absolute_url()
    return conferred


def new(writing: SimpleNamespace, person: Invitee, kind: str, reader: str) -> str:
    return f"{writing.top}invitees/{person.pk}/letters/{kind}/{reader}/"


def kept(writing: SimpleNamespace, text: str, person: Invitee | None = None, **facts: Any) -> Letter:
    own = {"case": writing.case, "conference": writing.conference, "invitee": person or writing.shirin}
    return Letter.objects.create(**own, kind="offer", reader="parent", text=text, written_on="2026-11-02", **facts)


def test_the_coordinator_finds_everybody_with_their_letters_and_those_there_could_be(
    writing: SimpleNamespace, browser_for: Any, read: Any
) -> None:
    page = read(browser_for(writing.samira).get(f"{writing.here}letters/"))
    assert "Shirin Khatun" in page.said and "Would you like a meeting?" in page.said and "Not given yet" in page.said
    assert "Must not meet somebody" in page.said


@pytest.mark.parametrize("who", ["amara", "bilal", "cora", "aroha", "dan", "ended", "excluded"])
def test_nobody_but_the_familys_coordinator_opens_a_letter(
    writing: SimpleNamespace, browser_for: Any, who: str
) -> None:
    letter = kept(writing, "Dear Shirin,\n\nWe meet.\n\nSamira")
    browser = browser_for(getattr(writing, who))
    for address in (
        f"{writing.here}letters/", f"{writing.top}letters/{letter.pk}/", f"{writing.top}letters/{letter.pk}/file/",
        f"{writing.top}letters/{letter.pk}/wording/", new(writing, writing.shirin, "offer", "parent"),
    ):  # fmt: skip
        assert browser.get(address).status_code in (403, 404), (who, address)


def test_an_invitation_begins_with_what_is_arranged_and_is_kept_as_it_was_worded(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    browser, address = browser_for(writing.samira), new(writing, writing.shirin, "invitation", "parent")
    said = browser.get(address).content.decode()
    assert "Tuesday 8 December at 10 am" in said and "Kingsgate Community Centre" in said
    assert "Someone who speaks your language will be there." in said and "Jamal" not in said.partition("<form")[2]
    assert "(your number)" in said
    text = "Dear Shirin,\r\n\r\nWe meet. Ring (your number).\r\n\r\nSamira"
    refused = browser.post(address, {"text": text, "phone": ""})
    assert refused.status_code == 200 and "Write the number the family may ring." in refused.content.decode()
    answer = browser.post(address, {"text": text, "phone": "020 7946 0102"})
    letter = Letter.objects.get(invitee=writing.shirin)
    assert answer.status_code == 302 and "Ring 020 7946 0102." in letter.text and letter.sent_on is None


def test_whoever_takes_part_apart_reads_neither_hour_nor_place_nor_name_however_it_is_typed(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    browser, address = browser_for(writing.samira), new(writing, writing.jamal, "invitation", "parent")
    begun = browser.get(address).content.decode()
    assert "Kingsgate" not in begun and "10 am" not in begun and "They are on no paper" in begun
    for typed in ("At the Kingsgate\nCommunity Centre.", "Come at 10.00.", "Shirin comes too.", f"From {HOME}."):
        answer = browser.post(address, {"text": f"Dear Jamal,\n\n{typed}\n\nSamira"})
        assert answer.status_code == 200 and "must not" in answer.content.decode() or "hour" in answer.content.decode()
    assert not Letter.objects.filter(invitee=writing.jamal).exists()


def test_as_long_as_two_could_meet_neither_letter_says_where(writing: SimpleNamespace, browser_for: Any) -> None:
    Invitee.objects.filter(pk=writing.jamal.pk).update(way="together")
    browser = browser_for(writing.samira)
    for person in (writing.shirin, writing.jamal):
        assert "Kingsgate" not in browser.get(new(writing, person, "invitation", "parent")).content.decode()
    assert "Kingsgate" in browser.get(new(writing, writing.farida, "invitation", "wider-family")).content.decode()


@pytest.mark.parametrize("typed", ["14 Ossulston\nHouse", "NW11AA", "Ring 07700\n900 123", "9 Chalton Street"])
def test_a_letter_that_gives_somebody_away_is_not_printed_copied_or_given_and_says_why(
    writing: SimpleNamespace, browser_for: Any, typed: str
) -> None:
    """Kept before the address was protected: it is asked again each time. Numbers are those of other people, too."""
    said = {"kind": "safe-address", "about": "Shirin", "words": "She may be at 9 Chalton Street, say nothing of it."}
    own = {"case": writing.case, "conference": writing.conference}
    SafetyFact.objects.create(**own, **said, said_by=writing.amara, said_on="2026-11-01")
    letter = kept(writing, f"Dear Shirin,\n\n{typed}\n\nSamira")
    browser, address = browser_for(writing.samira), f"{writing.top}letters/{letter.pk}/"
    page = browser.get(address).content.decode()
    assert "must not be known stands in it" in page and "data-copies" not in page and "/file/" not in page
    answer = browser.get(f"{address}file/")
    assert answer.status_code == 302 and b"%PDF" not in answer.content
    browser.post(address, {"how": "post", "given_on": "2 11 2026", "_version": letter.version})
    assert Letter.objects.get(pk=letter.pk).sent_on is None


def test_the_file_of_a_letter_is_named_after_nobody_and_kept_nowhere(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    letter = kept(writing, "Dear Shirin,\n\nYou can have a family meeting.\n\nSamira Yusuf")
    answer = browser_for(writing.samira).get(f"{writing.top}letters/{letter.pk}/file/")
    assert answer["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert answer["Cache-Control"] == "no-store" and "You can have a family meeting." in read_back(answer.content).text


def test_a_letter_in_another_language_is_a_text_of_its_own_with_its_direction(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    browser, address = browser_for(writing.samira), new(writing, writing.shirin, "offer", "parent")
    page = browser.get(f"{address}?language=other").content.decode()
    assert "The same letter in English" in page and "Nothing is translated by a machine." in page
    said = {"text": "آپ کے خاندان 020 7946 0102", "language": "Urdu"}
    browser.post(f"{address}?language=other", said)
    letter = Letter.objects.get(invitee=writing.shirin)
    assert (letter.language, letter.is_right_to_left) == ("Urdu", True) and "020\u00a07946\u00a00102" in letter.text
    shown = browser.get(f"{writing.top}letters/{letter.pk}/").content.decode()
    assert 'dir="rtl" lang="ur"' in shown
    assert b"/Lang(ur)" in browser.get(f"{writing.top}letters/{letter.pk}/file/").content
    assert (
        "Say which language it is in."
        in browser.post(f"{address}?language=other", said | {"language": ""}).content.decode()
    )


def test_a_letter_is_given_once_and_stays_as_it_was_given(writing: SimpleNamespace, browser_for: Any) -> None:
    letter = kept(writing, "Dear Shirin,\n\nWe meet.\n\nSamira")
    browser, address = browser_for(writing.samira), f"{writing.top}letters/{letter.pk}/"
    answer = browser.post(address, {"how": "read-out", "given_on": "3 11 2026", "_version": letter.version})
    letter.refresh_from_db()
    assert answer.status_code == 302 and (letter.sent_how, str(letter.sent_on)) == ("read-out", "2026-11-03")
    again = browser.post(f"{address}wording/", {"text": "Other words", "_version": letter.version})
    assert "It was given as it is." in again.content.decode() and Letter.objects.get(pk=letter.pk).text == letter.text


def test_two_who_word_a_letter_at_once_see_both_texts(writing: SimpleNamespace, browser_for: Any) -> None:
    letter = kept(writing, "Dear Shirin,\n\nWe meet.\n\nSamira")
    browser, address = browser_for(writing.samira), f"{writing.top}letters/{letter.pk}/wording/"
    browser.post(address, {"text": "The first one’s words", "_version": letter.version})
    second = browser.post(address, {"text": "The second one’s words", "_version": letter.version}).content.decode()
    assert "The first one’s words" in second and "The second one’s words" in second
    assert Letter.objects.get(pk=letter.pk).text == "The first one’s words"


def test_whoever_is_not_invited_has_no_letter_and_nobody_reads_another_readers(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    Invitee.objects.filter(pk=writing.jamal.pk).update(way="not-invited", why_not="The order says so")
    browser = browser_for(writing.samira)
    assert browser.get(new(writing, writing.jamal, "offer", "parent")).status_code == 404
    assert browser.get(new(writing, writing.shirin, "offer", "professional")).status_code == 404
    assert browser.get(new(writing, writing.shirin, "asking", "child")).status_code == 404


def test_a_child_is_written_to_in_the_words_of_their_age(writing: SimpleNamespace, browser_for: Any, read: Any) -> None:
    own = {"case": writing.case, "conference": writing.conference, "kind": "family", "is_child": True}
    anisa = Invitee.objects.create(**own, name="Anisa", side="mother")
    page = read(browser_for(writing.samira).get(new(writing, anisa, "invitation", "child")))
    assert "Hello Anisa," in page.said and "You can go out and play" in page.said


@pytest.mark.parametrize(("who", "opens"), [("samira", True), ("amara", True), ("bilal", True), ("dan", False)])
def test_the_plan_is_printed_by_whoever_sees_the_conference(
    writing: SimpleNamespace, browser_for: Any, who: str, opens: bool
) -> None:
    for address in (f"{writing.here}plan/file/", f"{writing.here}plan/file/?for=children"):
        answer = browser_for(getattr(writing, who)).get(address)
        assert answer.status_code == (200 if opens else 404)
        assert not opens or b"/StructTreeRoot" in answer.content and "not agreed yet" in read_back(answer.content).text


def test_the_plan_that_was_agreed_is_printed_word_for_word_from_its_edition(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    from datetime import date

    conference = FamilyConference.objects.select_related("brief", "plan", "coordinator").get(pk=writing.conference.pk)
    content = as_content(paper_as_written(conference, edition=1, agreed_on=date(2026, 10, 31)))
    own = {"case": writing.case, "conference": writing.conference, "edition": 1, "agreed_on": "2026-10-31"}
    PlanEdition.objects.create(**own, content=content | {"contingency": "Ring Farida at any hour."})
    text = read_back(browser_for(writing.amara).get(f"{writing.here}plan/file/").content).text
    assert "Ring Farida at any hour." in text and "31 October 2026" in text and "not agreed" not in text


def test_a_plan_in_which_a_protected_address_stands_is_not_printed_and_says_why(
    writing: SimpleNamespace, browser_for: Any
) -> None:
    writing.conference.plan.contingency = "Go to 14 Ossulston\nHouse."
    writing.conference.plan.save()
    browser = browser_for(writing.samira)
    page = browser.get(f"{writing.here}plan/paper/").content.decode()
    assert "An address or number of Shirin Khatun" in page and "plan/file/" not in page
    for form in ("", "?for=children"):
        answer = browser.get(f"{writing.here}plan/file/{form}")
        assert b"Ossulston" not in answer.content
    assert browser.get(f"{writing.here}plan/file/").status_code == 302
