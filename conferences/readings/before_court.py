"""The page *Before court*: the trail of section 31ZA from the record, and the paragraph for the letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.names import day_in_words
from cases.models import Case, Member, Milestone
from cases.rules.happenings import Happened
from conferences.models import ConferenceStage, FamilyAnswer, FamilyConference, FamilyMeeting, NotTakenUp, OfferInLetter
from conferences.readings.referral import OfTheRecord, of_the_record
from conferences.readings.settings import settings_row
from conferences.rules.before_court import (
    Before,
    Census,
    Exempt,
    Law,
    Line,
    Offer,
    census,
    is_in_force_in_words,
    trail,
)
from conferences.rules.letters import Facts, offer_in_letter
from conferences.rules.not_taken_up import Why, is_exemption
from conferences.rules.stages import Stage

TO_ANSWER = timedelta(days=10)
"""How long a family has to answer the paragraph, where nobody says otherwise. DESIGN: before the first meeting."""


@dataclass(frozen=True)
class BeforeCourtPage:
    """All of the page. `paragraph` is for the letter; `letter_on` the letter's day, None before one has gone."""

    in_force: str
    is_in_force: bool
    lines: tuple[Line, ...]
    census: Census
    paragraph: str
    letter_on: date | None
    said: str
    """What was last noted about the letter, by whom; empty while nobody said anything."""
    asked_apart: tuple[str, ...]


def before_court(case: Case, on: date) -> BeforeCourtPage:
    """A fixed number of queries, however many people and offers."""
    row, record = settings_row(), of_the_record(case, on)
    law = Law(row.commenced_on)
    before, said = _before(case, record, on)
    return BeforeCourtPage(
        in_force=is_in_force_in_words(law),
        is_in_force=law.binds(on),
        lines=trail(before, law, on=on),
        census=census(before),
        paragraph=_paragraph(case, row.duty_phone, on),
        letter_on=before.letter_on,
        said=said,
        asked_apart=record.asked_apart,
    )


def letter_of(case: Case, on: date) -> date | None:
    """The day of the last letter before proceedings. One query."""
    return _days(case, on).get(Happened.LETTER_BEFORE_PROCEEDINGS)


def _days(case: Case, on: date) -> dict[Happened, date]:
    """The last letter before proceedings and the first application after it. One query."""
    kinds = (Happened.LETTER_BEFORE_PROCEEDINGS, Happened.PROCEEDINGS_ISSUED)
    found = Milestone.objects.filter(case=case, struck_on=None, happened_on__lte=on, kind__in=kinds)
    letter, issued = None, []
    for kind, day in found.order_by("happened_on", "pk").values_list("kind", "happened_on"):
        if kind == Happened.LETTER_BEFORE_PROCEEDINGS:
            letter = day
        else:
            issued.append(day)
    application = next((day for day in issued if letter is None or day >= letter), None)
    days = {Happened.LETTER_BEFORE_PROCEEDINGS: letter, Happened.PROCEEDINGS_ISSUED: application}
    return {kind: day for kind, day in days.items() if day}


def _before(case: Case, record: OfTheRecord, on: date) -> tuple[Before, str]:
    days = _days(case, on)
    letter_on = days.get(Happened.LETTER_BEFORE_PROCEEDINGS)
    noted = OfferInLetter.objects.filter(case=case).select_related("said_by").order_by("-pk").first()
    holds = noted if noted and (letter_on is None or noted.letter_on >= letter_on) else None
    since = _since(case, letter_on)
    before = Before(
        letter_on=holds.letter_on if holds else letter_on,
        is_in_letter=holds.is_in_letter if holds else None,
        offers=_offers(case, record, since),
        exempt=_exempt(case, since),
        held_on=FamilyMeeting.objects.filter(conference__in=since)
        .order_by("-held_on")
        .values_list("held_on", flat=True)
        .first(),
        application_on=days.get(Happened.PROCEEDINGS_ISSUED),
    )
    said = f"{noted.said_by.name}, {day_in_words(noted.said_on)}" if noted else ""
    return before, said


def _since(case: Case, letter_on: date | None) -> list[int]:
    """The conferences that belong to this time before court: those said to be before it, or that still went on then."""
    found = FamilyConference.objects.filter(case=case).with_stage().order_by("pk")
    over = {Stage.CLOSED, Stage.WITHDRAWN}
    return [
        each.pk for each in found
        if each.before_proceedings or each.threshold == "before-court"
        or (letter_on is not None and (each.stage not in over or each.stage_on >= letter_on))
    ]  # fmt: skip


def _offers(case: Case, record: OfTheRecord, conferences: Sequence[int]) -> tuple[Offer, ...]:
    """A line for each parent, and for everybody else with parental responsibility, with the first offer and the last
    word."""
    every = list(FamilyAnswer.objects.filter(case=case, is_child=False).order_by("asked_on", "pk"))
    rows = [row for row in every if row.conference_id in conferences]
    earlier = [row for row in every if row.conference_id not in conferences]
    letters = OfferInLetter.objects.filter(case=case, is_in_letter=True).values_list("letter_on", flat=True)
    in_letter = set(letters)
    asked = [each for each in record.to_ask if each.person.has_responsibility or each.is_parent]
    known = {each.key: each.person.name for each in asked}
    others = {row.member_id or 0: row.who for row in rows if row.has_responsibility and row.member_id not in known}
    return tuple(
        _offer(name, _of(key, name, rows), in_letter, _of(key, name, earlier))
        for key, name in {**known, **others}.items()
    )


def _of(key: int, name: str, rows: Iterable[FamilyAnswer]) -> list[FamilyAnswer]:
    return [row for row in rows if row.member_id == key or (row.member_id is None and row.who == name)]


def _offer(
    name: str, rows: Sequence[FamilyAnswer], in_letter: Iterable[date], earlier: Sequence[FamilyAnswer]
) -> Offer:
    asked = [row for row in rows if row.answer != FamilyAnswer.Answer.NOT_ASKED]
    if not asked:
        before = [row.asked_on for row in earlier if row.answer != FamilyAnswer.Answer.NOT_ASKED]
        because = rows[-1].not_asked_because if rows else ""
        return Offer(name, not_offered_because=because, asked_before=before[-1] if before else None)
    answer = asked[-1].answer if asked[-1].answer in ("yes", "no") else ""
    return Offer(name, asked[0].asked_on, asked[0].asked_on in in_letter, answer)


def _exempt(case: Case, conferences: Sequence[int]) -> Exempt | None:
    """The authority's decision against it, while it stands: an offer after it ends it."""
    found = NotTakenUp.objects.filter(conference__in=conferences).select_related("decided_by").order_by("-pk").first()
    if found is None or found.decided_by is None or not is_exemption(Why(found.why)):
        return None
    again = ConferenceStage.objects.filter(conference=found.conference_id, stage=Stage.OFFERED)
    if again.filter(happened_on__gt=found.noted_on).exists():
        return None
    return Exempt(found.noted_on, found.decided_by.name, found.evidence)


def _paragraph(case: Case, phone: str, on: date) -> str:
    """The paragraph to copy. A council that keeps no number of duty gets a gap to fill, never a wrong number."""
    found = Member.objects.children().filter(case=case).order_by("pk")
    children = tuple(each.given_name or "the baby" for each in found)
    facts = Facts(
        name="", children=children, coordinator="", phone=phone or "[our telephone number]",
        day=day_in_words(on + TO_ANSWER),
    )  # fmt: skip
    return offer_in_letter(facts)
