"""The thread of an assessment: three children, facts the parents dispute, from the referral to the manager's word.

It is shared, answered by both parents (one agrees, one does not), given back once, changed, shared again and
authorised. Nothing that stood on the record before is typed again: every form that is sent is kept here and compared
with what was known. The disagreement is printed as large as what we wrote.
"""

import re
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from docx import Document

from camden.operations.files import read as file_of
from camden.principal import acting_as
from cases.models import (
    Assessment,
    ChronologyEntry,
    Disagreement,
    Export,
    FamilySays,
    HouseholdMembership,
    Quote,
    SharedView,
    Sharing,
    Writing,
)
from cases.operations.disagreements import disagree
from cases.operations.quotes import keep_quote
from cases.operations.visits import ChildPart, log_visit
from tests.factories.cases import HouseholdFactory
from tests.factories.record_voice import SafeContactFactory, parent_of
from tests.reading import Page

TODAY, DAY = "2026-11-03", date(2026, 11, 3)
BEFORE = date(2026, 10, 20)
FRIDGE = "The fridge was empty on 20 October and the children had not eaten since the day before."
SHOPPED = "I had shopped that morning. The bags stood in the hall, nobody looked."
ANISA_SAID = "I do the milk at night because Mum’s back hurts."
SHIRIN_SAID = "I ask her because nobody else is there."
ACCOUNT = "Imran drew a lorry with five wheels and asked whether we come again next week."
KNOWN = (FRIDGE, SHOPPED, ANISA_SAID, SHIRIN_SAID, ACCOUNT)
OURS = "Without a second grown-up at night, Anisa goes on getting up for Zayd and misses more school."


class Typist:
    """A browser that remembers every text somebody sent: what was typed, not what a box or button says."""

    def __init__(self, browser: Any, typed: list[str]) -> None:
        self.browser, self.typed = browser, typed

    def get(self, url: str) -> str:
        answer = self.browser.get(url, follow=True)
        assert answer.status_code == 200, (url, answer.status_code)
        return str(answer.content.decode())

    def post(self, url: str, given: dict[str, str] | None = None, **sent: Any) -> str:
        """Send a form. `given` is what the page held filled in and goes back as it came; the rest was typed."""
        self._note(sent)
        answer = self.browser.post(url, (given or {}) | sent)
        assert answer.status_code == 302, _problems(answer.content.decode())
        return str(answer["Location"])

    def tap(self, url: str, **sent: Any) -> None:
        """Press a button that takes something over: the page comes back with it."""
        self._note(sent)
        assert self.browser.post(url, sent, follow=True).status_code == 200

    def _note(self, sent: dict[str, Any]) -> None:
        for value in sent.values():
            self.typed += [str(each) for each in (value if isinstance(value, list) else [value])]


@pytest.fixture
def known(cast: SimpleNamespace, settings: Any, tmp_path: Path) -> SimpleNamespace:
    """A family about which much is known already: a visit, words, an entry that the father disputes."""
    settings.DATA = tmp_path
    cast.shirin, cast.jamal = parent_of(cast.children, "Shirin"), parent_of(cast.children, "Jamal", "father")
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=cast.shirin)
    HouseholdFactory(case=cast.case, name="Luton", people=[cast.jamal])
    SafeContactFactory(member=cast.shirin)
    with acting_as(cast.amara):
        parts = [ChildPart(child=child, seen="with-others") for child in cast.children]
        cast.visit = log_visit(
            case=cast.case, by=cast.amara, visited_on=BEFORE, kind="home", account=ACCOUNT, parts=parts
        )
        said: dict[str, Any] = {"case": cast.case, "said_on": BEFORE, "by": cast.amara, "on": BEFORE}
        cast.hers = keep_quote(speaker=cast.children[0], words=ANISA_SAID, **said)
        keep_quote(speaker=cast.shirin, words=SHIRIN_SAID, **said)
        cast.entry = ChronologyEntry.objects.create(
            case=cast.case, kind="note", summary=FRIDGE, happened_on=BEFORE, written_by=cast.amara
        )
        disagree(entry=cast.entry, words=SHOPPED, said_on=BEFORE, by=cast.amara, on=BEFORE, member=cast.jamal)
    return cast


def test_an_assessment_is_shared_answered_given_back_and_authorised_and_nothing_is_typed_twice(
    known: SimpleNamespace, browser_for: Any
) -> None:
    typed: list[str] = []
    amara, bilal = (Typist(browser_for(person), typed) for person in (known.amara, known.bilal))
    assessment, writing = _begun(known, amara)
    url = f"/cases/{known.case.pk}/writing/{writing.pk}/"
    _written(known, amara, url)
    _the_disputed_fact_is_taken_over(known, amara, url)
    first = _read_by(known.shirin, amara, url, remarks="That is how it is. Thank you for asking.")
    assert first.writing == writing
    _read_by(known.jamal, amara, url, remarks="Farida would come. You never asked her.", copy="by-hand")
    step = assessment.get_absolute_url()
    amara.post(f"{step}submission/", x="1")
    read = bilal.get(f"{step}authorisation/")
    for words in (SHOPPED, FRIDGE, "Farida would come."):
        assert words in read, "the manager reads both sides before deciding"
    bilal.post(f"{step}authorisation/", became="give-back", decision="What does Farida say? Then share it again.")
    _changed(amara, url)
    row = Sharing.objects.get(member=known.jamal)
    answer = {"answered_on": "3 11 2026", "_version": str(row.version)}
    amara.post(f"{url}sharing/{row.pk}/answer/", remarks="", changed="We asked her: she comes on Fridays.", **answer)
    _read_by(known.jamal, amara, url, remarks="Good. About the fridge I stay with what I said.")
    amara.post(f"{step}submission/", x="1")
    _authorised(known, bilal, step)
    _nothing_was_typed_again(known, typed)
    _printed_as_large(known, amara, url)


def _begun(known: SimpleNamespace, amara: Typist) -> tuple[Assessment, Writing]:
    children = [str(child.pk) for child in known.children]
    amara.post(
        f"/cases/{known.case.pk}/assessments/new/", children=children, legal_basis="need",
        counts_from_on="20 8 2026", started_on_quick=TODAY,
    )  # fmt: skip
    assessment = Assessment.objects.get()
    return assessment, Writing.objects.get(assessment=assessment)


def _written(known: SimpleNamespace, amara: Typist, url: str) -> None:
    """Our own words are new; what was known is taken with a tap."""
    anisa, imran, zayd = (child.pk for child in known.children)
    for part, words in (
        ("risk/", OURS),
        (f"day/?child={anisa}", "She is awake when the baby is, and tired in the morning."),
        (f"day/?child={imran}", "He waits at the window until she is back from school."),
        (f"day/?child={zayd}", "He is carried, fed and laughed with."),
    ):
        amara.post(f"{url}parts/{part}", words=words)
    assert SHIRIN_SAID in amara.get(f"{url}parts/risk/?_kind=quote"), "it is offered beside the form"
    hers = Quote.objects.get(speaker=known.shirin)
    for taken in (f"quote-{hers.pk}", f"visit-{known.visit.pk}"):
        amara.tap(f"{url}parts/risk/", take=taken, words=OURS)
    assert FamilySays.objects.get().words == SHIRIN_SAID


def _the_disputed_fact_is_taken_over(known: SimpleNamespace, amara: Typist, url: str) -> None:
    assert SHOPPED in amara.get(f"{url}views/")
    statement = Disagreement.objects.get()
    amara.post(f"{url}views/", take=f"statement-{statement.pk}", stand="differ")
    view = SharedView.objects.get()
    assert (view.our_words, view.their_words, view.member) == (FRIDGE, SHOPPED, known.jamal)
    says = FamilySays.objects.get()
    amara.post(f"{url}views/", take=f"says-{says.pk}", stand="agree")


def _read_by(who: Any, amara: Typist, url: str, *, remarks: str, copy: str = "none") -> Sharing:
    sent = {"how": "given" if copy != "none" else "together", "copy": copy, "shared_on_quick": TODAY}
    there = amara.post(f"{url}sharing/new/?person={who.pk}", **sent)
    row = Sharing.objects.filter(member=who).latest("pk")
    amara.post(there, remarks=remarks, changed="", answered_on_quick=TODAY, _version=str(row.version))
    return row


def _changed(amara: Typist, url: str) -> None:
    version = _page(amara.get(f"{url}parts/risk/")).filled["_version"]
    amara.post(f"{url}parts/risk/", words=f"{OURS} Farida, whom we asked, sleeps there on Fridays.", _version=version)


def _authorised(known: SimpleNamespace, bilal: Typist, step: str) -> None:
    said = bilal.get(f"{step}authorisation/")
    assert SHOPPED in said and "I stay with what I said." in said
    given, typed = _who_was_heard(known, _page(said))
    typed |= {f"need_{child.pk}": "yes" for child in known.children}
    typed |= {"became": "authorise", "decision": "A plan with the family, Fridays in it.", "factors": ["16A"]}
    bilal.post(f"{step}authorisation/", given, **typed)
    assert Assessment.objects.get().authorised_on


def _who_was_heard(known: SimpleNamespace, page: Page) -> tuple[dict[str, str], dict[str, Any]]:
    """What the form asks of each person: what is on the record stands there and goes back; the rest is new."""
    given: dict[str, str] = {}
    typed: dict[str, Any] = {"decided_why": "They need each other, and sleep.", "least_formal": "Farida, and school."}
    for person in (*known.children, known.shirin, known.jamal):
        name = f"heard_{person.pk}"
        if page.filled.get(f"{name}_words"):
            given[f"{name}_words"] = page.filled[f"{name}_words"]
            typed[f"{name}_how"] = "recorded"
        else:
            typed |= {f"{name}_words": "Laughed, and fell asleep on an arm.", f"{name}_how": "observed"}
        typed[f"{name}_changed"] = "We wrote the Fridays in."
    return given, typed


def _page(text: str) -> Page:
    page = Page()
    page.feed(text)
    return page


def _nothing_was_typed_again(known: SimpleNamespace, typed: list[str]) -> None:
    facts = [*KNOWN, *(child.name for child in known.children), known.shirin.name, known.jamal.name, known.case.name]
    low = "\n".join(typed).casefold()
    assert [fact for fact in facts if fact.casefold() in low] == []
    # Nor half of it: no run of its words.
    for fact in KNOWN:
        words = fact.casefold().split()
        runs = [" ".join(words[start : start + 4]) for start in range(len(words) - 3)]
        assert [run for run in runs if run in low] == []


def _printed_as_large(known: SimpleNamespace, amara: Typist, url: str) -> None:
    """On paper, on the page and in Word: one size and one style for both sides."""
    for layout in ("word", "pdf"):
        amara.browser.post(f"{url}file/new/", {"layout": layout, "reader": str(known.jamal.pk), "words_for": "adult"})
        export = Export.objects.latest("pk")
        call_command("make_export", str(export.pk), "--for", str(known.amara.pk))
        export.refresh_from_db()
        content = file_of(export.sha256)
        if layout == "word":
            _same_in_word(content)
        else:
            assert _sizes(content) <= {18, 14.5, 12.5, 11, 8.5}, "titles, headings, foot: and one size for all words"
    page = amara.get(f"{url}family/?person={known.jamal.pk}")
    for words in (FRIDGE, SHOPPED):
        assert re.search(rf'<div class="sides__words"[^>]*>\s*<p>{re.escape(words)}</p>', page), words


def _same_in_word(content: bytes) -> None:
    document = Document(BytesIO(content))
    cells = {cell.text: cell for table in document.tables for row in table.rows for cell in row.cells}
    ours, theirs = cells[FRIDGE], cells[SHOPPED]
    assert ours.width == theirs.width
    for cell in (ours, theirs):
        assert [paragraph.style.name for paragraph in cell.paragraphs] == ["Normal"]
        assert all(run.font.size is None and not run.bold for run in cell.paragraphs[0].runs)


def _sizes(pdf: bytes) -> set[float]:
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    words = [zlib.decompress(each) for each in streams if each[:1] == b"\x78"]
    return {round(float(size), 1) for each in words for size in re.findall(rb"/\w+ ([\d.]+) Tf", each)}


def _problems(page: str) -> str:
    found = re.search(r"govuk-error-summary.*?</ul>", page, re.S)
    return re.sub(r"<[^>]+>|\s+", " ", found[0] if found else page)[:600]
