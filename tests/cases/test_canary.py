"""Words that are marked *not to be shared* sing on no page that somebody of the family may read.

The words are laid in every way there is: written down by themselves, in a visit, marked for one person, for the
family, marked later. Then every page of `tests.cases.audiences.FAMILY` is opened, with every row it could be about.
"""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from camden.operations import notices, reminding
from camden.operations.people import welcome_jobs
from camden.outbox import enqueue_all
from camden.principal import acting_as
from cases.models import (
    Case,
    ChronologyEntry,
    Decision,
    DecisionOption,
    FamilySays,
    PartSource,
    Quote,
    Relationship,
    SharedView,
    ThresholdMove,
    Writing,
)
from cases.operations.marks import change_marks
from cases.operations.quotes import head_with, keep_quote
from cases.operations.snapshots import keep_snapshot
from cases.readings.audience import shown_to
from cases.readings.quotes import header_quotes
from cases.rules.audience import FAMILY as THE_FAMILY
from cases.rules.audience import STAFF, Audience, Marks
from cases.rules.sections import SECTIONS
from supervision.models import Discussion
from tests.cases.audiences import ASKED_FOR, FAMILY, STAFF_ONLY
from tests.factories.cases import VisitFactory
from tests.factories.picturing import with_secrets
from tests.factories.record_voice import parent_of
from tests.factories.writing import part_of
from tests.guards.test_strangers import keys_of, record, record_urls, signed_in  # noqa: F401 - a fixture of theirs
from tests.guards.walk import urls

CANARY = "canary"
ENOUGH = 4  # rows that a page was opened for
CHOSEN = "I want to be a vet."  # in the header: without it, the pages of a header would prove nothing
OF_RECORDS = sorted(
    {url.name for url in urls() if url.keys}
    & set(FAMILY)
    # Secrets of their own, which show nothing of a record: their own tests ask.
    - {"feedback-link", "overview:calendar-feed", "supervision:join"}
    - {"training:partner-link"}  # tests/training/test_listening_partners.py asks
    - {"conferences:family-link", "conferences:family-link-closed"}  # tests/conferences/views/test_family_link.py asks
)
# Pages of a session, asked for the family that is talked about.
OF_A_TALK = {"supervision:room", "supervision:room-state"}


@pytest.fixture
def sung(cast: SimpleNamespace, record: Case, today: date) -> SimpleNamespace:  # noqa: F811
    """Words of every child, kept from their father, from the family, and marked only later."""
    cast.jamal, cast.today = parent_of(cast.children, "Jamal", "father"), today
    said: dict[str, Any] = {"case": record, "by": cast.amara, "on": today, "said_on": date(2026, 11, 2)}
    visit = VisitFactory(case=record, worker=cast.amara, account="We played.")
    ways = [Marks(kept_from=(cast.jamal.pk,)), Marks(is_kept_from_family=True)]
    with acting_as(cast.amara):
        for child in cast.children:
            for where in (None, visit):
                for marks in ways:
                    keep_quote(
                        **said, speaker=child, words=f"A {CANARY} of {child.first_name}.", visit=where, marks=marks
                    )
                later = keep_quote(**said, speaker=child, words=f"A later {CANARY}.", visit=where)
                head_with(quote=later, by=cast.amara, on=today)
                change_marks(row=later, marks=ways[0], by=cast.amara, on=today)
            head_with(quote=keep_quote(**said, speaker=child, words=CHOSEN), by=cast.amara, on=today)
    write_it(cast, record)
    return cast


def write_it(cast: SimpleNamespace, record: Case) -> None:  # noqa: F811
    """The same in what is written: in a part, beside it, beneath it, on the last page; typed where nobody marked it."""
    writing, jamal = Writing.objects.filter(case=record).order_by("pk").first(), cast.jamal.pk
    assert writing
    kept = Quote.objects.filter(case=record, words__contains=CANARY, kept_from=[jamal]).first()
    assert kept
    sections = [each.code for each in SECTIONS if each.paper == writing.paper and each.for_each == "family"]
    codes = [code for code in sections if not writing.parts.filter(section=code).exists()]
    whole = part_of(writing, codes[0], f"A {CANARY} of ours.", cast.amara, kept_from=[jamal])
    part_of(writing, codes[1], f"She said: {kept.words}", cast.amara)
    bare = part_of(writing, codes[2], "We met.", cast.amara)
    of_it = {"case": record, "said_on": date(2026, 11, 2)}
    for part, marks in ((whole, []), (bare, [jamal])):
        FamilySays.objects.create(part=part, member=cast.children[0], words=f"A {CANARY}.", heard_by=cast.amara,
                                  kept_from=marks, **of_it)  # fmt: skip
    PartSource.objects.create(case=record, part=bare, kind="quote", subject_id=kept.pk, words=kept.words,
                              source="Anisa", taken_by=cast.amara, taken_on=date(2026, 11, 2))  # fmt: skip
    said = f"She said: {kept.words}"
    of_record = Decision.objects.filter(case=record)
    of_record.update(question=said)
    assert of_record.exclude(made_on=None).update(
        what=said, why=said, least_formal=said, family_would_rather=said, urgent_because=said, dropped_why=""
    )
    assert DecisionOption.objects.filter(case=record).update(words=said)
    assert ThresholdMove.objects.filter(case=record).update(network_plan=said, step_up_again_if=said)
    SharedView.objects.create(writing=writing, stand="differ", about="Nights", our_words=f"A {CANARY}.",
                              their_words="No.", said_by="Shirin", recorded_by=cast.amara, kept_from=[jamal],
                              **of_it)  # fmt: skip


@pytest.fixture
def drawn(sung: SimpleNamespace) -> SimpleNamespace:
    """The same in a genogram: a private father, a child who was given up, an affair, a loss; and in one that was kept
    before anybody marked them."""
    parents = SimpleNamespace(shirin=parent_of(sung.children, "Shirin"), jamal=sung.jamal)
    fathers = Relationship.objects.filter(one=with_secrets(sung, parents, CANARY).father)
    fathers.update(is_kept_from_family=False)
    with acting_as(sung.amara):
        keep_snapshot(case=sung.case, pictured_on=sung.today, kept_for="keeping", by=sung.amara, on=sung.today)
    fathers.update(is_kept_from_family=True)
    return sung


def singing(answer: Any) -> bool:
    return CANARY in answer.content.decode(errors="ignore").lower()


def test_every_address_says_who_reads_it() -> None:
    """Staff alone, or the family too: decide, and write it into tests/cases/audiences.py."""
    names = {url.name for url in urls()}
    assert sorted(names - STAFF_ONLY - set(FAMILY)) == []
    assert sorted(STAFF_ONLY & set(FAMILY)) == []


@pytest.mark.parametrize("name", OF_RECORDS)
def test_no_page_that_the_family_may_read_sings(sung: SimpleNamespace, record: Case, name: str) -> None:  # noqa: F811
    none_sings(sung, record, name)


@pytest.mark.parametrize("name", [name for name in OF_RECORDS if "genogram" in name or "snapshot" in name])
def test_no_picture_sings_of_people_who_are_not_to_be_known(
    drawn: SimpleNamespace,
    record: Case,  # noqa: F811
    name: str,
) -> None:
    none_sings(drawn, record, name)


def test_the_picture_of_those_who_work_here_sings(drawn: SimpleNamespace) -> None:
    """So the test above can fail."""
    assert singing(signed_in(drawn.amara).get(f"/cases/{drawn.case.pk}/genogram/file/?as=svg"))
    assert singing(signed_in(drawn.amara).get(f"/cases/{drawn.case.pk}/genogram/kept/2/"))


def none_sings(sung: SimpleNamespace, record: Case, name: str) -> None:  # noqa: F811
    people = [sung.amara, sung.bilal, sung.samira, sung.dawn]
    query = ASKED_FOR.get(name, "").format(jamal=sung.jamal.pk)
    addresses = [url + query for each, url in record_urls(record.pk, keys_of(record)) if each == name]
    if name in OF_A_TALK:  # two keys that have to fit
        talks = Discussion.objects.filter(case=record).values_list("session", "pk")
        addresses = [f"{reverse(name, args=[session])}?family={talk}" for session, talk in talks]
    seen = 0
    for person in people:
        browser = signed_in(person)
        for answer in map(browser.get, addresses if seen < ENOUGH else []):
            seen += answer.status_code == 200
            assert not singing(answer), f"{person} reads it at {answer.request['PATH_INFO']}"
            if seen >= ENOUGH:
                break
    assert seen, f"nobody opened {name}: a row for it belongs into tests/guards/test_strangers.py::record"


def test_no_search_shows_a_snippet_of_it(sung: SimpleNamespace) -> None:
    answer = signed_in(sung.amara).get("/cases/find/", {"q": CANARY})
    assert answer.status_code == 200
    said = answer.content.decode().lower()
    assert f"a {CANARY}" not in said and f"later {CANARY}" not in said  # what was typed is given back


def test_no_calendar_sings(sung: SimpleNamespace) -> None:
    with acting_as(sung.amara):
        token = reminding.make_address(person=sung.amara)
    answer = Client().get(reverse("overview:calendar-feed", args=[token]))
    assert answer.status_code == 200 and not singing(answer)


def test_no_letter_that_leaves_the_house_sings(sung: SimpleNamespace, today: date) -> None:
    welcome_jobs()
    quote = Quote.objects.filter(words__contains=CANARY).first()
    with acting_as(sung.amara):
        for kind in ("alert-family", "contact", "message"):
            enqueue_all(kind=kind, recipient_ids=[sung.bilal.pk, sung.amara.pk], subject=quote, due_on=today)
    notices.drain(at=timezone.now(), on=max(today, timezone.localdate()))
    assert mail.outbox
    assert not [letter for letter in mail.outbox if CANARY in f"{letter.subject}{letter.body}".lower()]


def test_the_family_reads_what_is_kept_from_nobody_and_the_worker_reads_all(sung: SimpleNamespace) -> None:
    rows = Quote.objects.filter(case=sung.case)
    read = {quote.words for quote in shown_to(THE_FAMILY, rows)}
    assert CHOSEN in read and not [words for words in read if CANARY in words]
    assert not [q for q in shown_to(Audience(person=sung.jamal.pk), rows) if CANARY in q.words]
    assert [q for q in shown_to(STAFF, rows) if CANARY in q.words]
    assert {quote.words for quote in header_quotes(sung.children).values()} == {CHOSEN}


def test_the_canary_is_there_to_sing(sung: SimpleNamespace) -> None:
    """On the worker's own page it does: so these tests can fail."""
    assert singing(signed_in(sung.amara).get(f"/cases/{sung.case.pk}/words/"))
    assert ChronologyEntry.objects.filter(case=sung.case, kind="quote").exists()
    assert not ChronologyEntry.objects.filter(case=sung.case, summary__icontains=CANARY).exists()
