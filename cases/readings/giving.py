"""What we agreed in a visit: the words to begin with, whom it may be given to and how, and a copy as it was given."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, TextField
from django.db.models.functions import Cast

from camden.rules.names import initials
from cases.models import (
    Action,
    ActionChild,
    Alias,
    BriefPart,
    Case,
    Clock,
    ContactPoint,
    Goal,
    Household,
    HouseholdMembership,
    Member,
    PlannedVisit,
    Quote,
    Release,
    Visit,
)
from cases.readings.audience import shown_to
from cases.rules.audience import Audience
from cases.rules.giving import Ways, day_for_them, is_theirs, ways_to_give, what_we_agreed
from cases.rules.planning import hour_in_words
from cases.rules.recording import GIVEN_HOW, GIVEN_KIND
from cases.rules.works import BY_CODE

# What may carry a mark, and the words by which it would be known in a letter.
_MARKED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Action, ("what", "why", "first_sentence")), (Quote, ("words",)), (Goal, ("words",)), (BriefPart, ("words",)),
    (ContactPoint, ("value",)), (Alias, ("given_name", "family_name")),
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """Somebody of the family something can be given to."""

    pk: int
    name: str
    initials: str
    is_child: bool


@dataclass(frozen=True)
class Given:
    """A copy as it was given: the words as they stood, to whom, how, when and by whom, in words.

    `ways` are those of today: what was safe then may not be now.
    """

    pk: int
    title: str
    to: str
    words: str
    number: str
    is_for_child: bool
    how: str
    day: str
    by: str
    visit_pk: int | None
    ways: Ways | None


def readers_of(case: Case) -> list[Reader]:
    """The people of a record who could be given something, grown-ups first. One query."""
    found = Member.objects.filter(case=case, died_on=None, expected_on=None)
    found = found.order_by("kind", F("born_on").asc(nulls_last=True), "pk")
    return [Reader(each.pk, each.name, initials(each.name), each.kind == Member.Kind.CHILD) for each in found]


def ways_of(recipient: Member) -> Ways:
    """How something may reach somebody today: where they live and what is safe. Two queries."""
    stays = HouseholdMembership.objects.filter(member=recipient, ended_on=None)
    homes = list(stays.order_by("pk").values_list("household__name", "household__is_safe_to_share"))
    points = ContactPoint.objects.filter(member=recipient, ended_on=None)
    return ways_to_give(recipient.first_name, homes, list(points.values_list("is_safe", flat=True)))


def kept_from(recipient: Member) -> list[str]:
    """Words that must not stand in anything this person is given: what is marked, and addresses that are not to be
    shared. One query."""
    audience, asked = Audience(person=recipient.pk), []
    for model, fields in _MARKED:
        all_ = model.objects.filter(case=recipient.case_id)
        kept = all_.exclude(pk__in=shown_to(audience, all_).values("pk"))
        asked += [kept.exclude(**{field: ""}).order_by().values_list(Cast(field, TextField())) for field in fields]
    unsafe = Household.objects.filter(case=recipient.case_id, is_safe_to_share=False).exclude(address="")
    asked.append(unsafe.order_by().values_list(Cast("address", TextField())))
    return [words for (words,) in asked[0].union(*asked[1:])]


def words_to_begin_with(visit: Visit, recipient: Member, on: date) -> str:
    """Half a page made from what was agreed in the visit, without what is kept from this person. Four queries or so."""
    audience, is_child = Audience(person=recipient.pk), recipient.kind == Member.Kind.CHILD
    # What was promised to them that day was agreed in the visit too, though nobody said so.
    that_day = Q(visit=None, agreed_on=visit.visited_on, keeper=visit.worker) & Q(
        promised_to__in=[recipient.first_name, recipient.name]
    )
    agreed = shown_to(audience, Action.objects.filter(Q(visit=visit) | that_day, case=visit.case_id))
    if is_child:
        about = ActionChild.objects.filter(action=OuterRef("pk"))
        agreed = agreed.filter(~Exists(about) | Exists(about.filter(child=recipient)))
    found = agreed.select_related("keeper").order_by(F("due_on").asc(nulls_last=True), "pk")
    said = shown_to(audience, Quote.objects.filter(visit=visit, speaker=recipient)).order_by("pk")
    return what_we_agreed(
        name=recipient.first_name,
        is_child=is_child,
        day=day_for_them(visit.visited_on),
        worker=visit.worker.name,
        actions=[_task(each, visit) for each in found if is_theirs(each.promised_to, recipient.first_name)],
        said=list(said.values_list("words", flat=True)[:3]),
        comes_again=_comes_again(visit, recipient, on),
    )


def my_number(user: Any) -> str:
    """The number this person gave to a family last. One query."""
    last = Release.objects.filter(given_by=user, kind="agreed").order_by("-pk").values_list("body__number", flat=True)
    return last.first() or ""


def read_given(release: Release) -> Given:
    """A copy, with how one may give it today. Two queries: recipient and worker come with it."""
    body = release.body
    return Given(
        pk=release.pk,
        title=release.title or GIVEN_KIND[release.kind],
        to=release.recipient.name if release.recipient else release.given_to,
        words=body.get("words", ""),
        number=body.get("number", ""),
        is_for_child=body.get("version") == "child",
        how=GIVEN_HOW[release.how],
        day=day_for_them(release.given_on),
        by=release.given_by.name,
        visit_pk=release.visit_id,
        ways=ways_of(release.recipient) if release.recipient else None,
    )


def given_in(visit: Visit) -> list[tuple[int, str]]:
    """What was given to the family after a visit, as (key, "Shirin Khatun, by hand, Tuesday 3 November"). One query."""
    found = Release.objects.filter(visit=visit).select_related("recipient").order_by("pk")
    return [
        (each.pk, f"{each.recipient.name if each.recipient else each.given_to}, {GIVEN_HOW[each.how].lower()}, "
                  f"{day_for_them(each.given_on)}")
        for each in found
    ]  # fmt: skip


def _task(action: Action, visit: Visit) -> tuple[str, str, str]:
    who = "" if action.keeper_id == visit.worker_id else action.keeper.name
    return who, action.what, day_for_them(action.due_on) if action.due_on else ""


def _comes_again(visit: Visit, recipient: Member, on: date) -> str:
    """When the worker comes next: only to those who live where they go, and nothing of an unannounced visit."""
    homes = list(recipient.households.filter(ended_on=None).values_list("household", flat=True))
    planned = PlannedVisit.objects.waiting().filter(case=visit.case_id, worker=visit.worker_id, planned_on__gte=on)
    planned = planned.exclude(purpose="unannounced").filter(Q(household__in=homes) | Q(household=None, kind="office"))
    first = planned.order_by("planned_on", F("starts").asc(nulls_last=True), "pk").first()
    if first:
        at = f" at {hour_in_words(first.starts)}" if first.starts else ""
        return f"I come again on {day_for_them(first.planned_on)}{at}."
    codes = [code for code, rule in BY_CODE.items() if rule.work == "visit"]
    due = Clock.objects.running().filter(case=visit.case_id, rule__in=codes, due_on__gte=on)
    due = due.filter(child__households__household__in=homes, child__households__ended_on=None)
    by = due.order_by("due_on").values_list("due_on", flat=True).first()
    return f"I come again by {day_for_them(by)} at the latest." if by else "I will tell you when I come next."
