"""What we agreed in a visit: the words to begin with, whom it may be given to and how, and a copy as it was given."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, JSONObject

from camden.models import User
from camden.rules.names import initials
from cases.models import (
    Action,
    ActionChild,
    Alias,
    BriefPart,
    Case,
    Clock,
    ContactPoint,
    DecisionHeard,
    Goal,
    Household,
    Member,
    PlannedVisit,
    Quote,
    Release,
    Visit,
)
from cases.readings.audience import shown_to
from cases.rules.audience import FAMILY, Audience
from cases.rules.giving import Ways, day_for_them, is_theirs, ways_to_give, what_we_agreed
from cases.rules.planning import hour_in_words
from cases.rules.recording import GIVEN_HOW, GIVEN_KIND
from cases.rules.works import BY_CODE

# What may carry a mark, and the words by which it would be known in a letter.
_MARKED: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (Action, ("what", "why", "first_sentence")), (Quote, ("words",)), (Goal, ("words",)), (BriefPart, ("words",)),
    (ContactPoint, ("value",)), (Alias, ("given_name", "family_name")), (DecisionHeard, ("words",)),
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
    found = Member.objects.living().filter(case=case, expected_on=None)
    found = found.order_by("kind", F("born_on").asc(nulls_last=True), "pk")
    return [Reader(each.pk, each.name, initials(each.name), each.kind == Member.Kind.CHILD) for each in found]


def ways_of(recipient: Member) -> Ways:
    """How something may reach somebody today: where they live and what is safe. One query."""
    homes: Any = recipient.households.filter(ended_on=None).order_by("pk")
    points = ContactPoint.objects.filter(member=OuterRef("pk"), ended_on=None)
    lives = homes.values(says=JSONObject(name="household__name", is_safe="household__is_safe_to_share"))
    asked: Any = Member.objects.filter(pk=recipient.pk)
    found: Any = asked.values_list(ArraySubquery(lives), ArraySubquery(points.values("is_safe"))).first() or ([], [])
    return ways_to_give(recipient.first_name, [(each["name"], each["is_safe"]) for each in found[0]], found[1])


def kept_from(recipient: Member) -> list[str]:
    """Words that must not stand in anything this person is given: what is marked, and addresses that are not to be
    shared. One query."""
    return kept_from_reader(recipient.case_id, Audience(person=recipient.pk))


def kept_from_reader(case: Case | int, audience: Audience) -> list[str]:
    """The same for whoever will read, the family together too: for them, what is kept from anybody. One query."""
    asked = []
    for model, fields in _MARKED:
        all_ = model.objects.filter(case=case)
        kept = all_.exclude(pk__in=shown_to(audience, all_).values("pk"))
        asked += [kept.exclude(**{field: ""}).order_by().values_list(Cast(field, TextField())) for field in fields]
    unsafe = Household.objects.filter(case=case, is_safe_to_share=False).exclude(address="")
    asked.append(unsafe.order_by().values_list(Cast("address", TextField())))
    return [words for (words,) in asked[0].union(*asked[1:])]


def words_to_begin_with(visit: Visit, recipient: Member, user: User, on: date) -> tuple[str, str]:
    """Half a page made from what was agreed in the visit, without what is kept from this person; and the number that
    whoever writes gave to a family last. One query."""
    last = Release.objects.filter(given_by=user, kind="agreed").order_by("-pk").annotate(said=KT("body__number"))
    said = shown_to(FAMILY, Quote.objects.filter(visit=visit, speaker=recipient)).order_by("pk")  # paper lies about
    planned, due = _comings(visit, recipient, on)
    asked: Any = User.objects.filter(pk=user.pk)  # one row, so that one question brings all
    agreed, words, comes, by, number = asked.values_list(
        ArraySubquery(_agreed(visit, recipient)), ArraySubquery(said.values("words")[:3]), ArraySubquery(planned),
        ArraySubquery(due), Subquery(last.values("said")[:1])
    ).get()  # fmt: skip
    text = what_we_agreed(
        name=recipient.first_name,
        is_child=recipient.kind == Member.Kind.CHILD,
        day=day_for_them(visit.visited_on),
        worker=visit.worker.name,
        actions=[_task(each, visit) for each in agreed if is_theirs(each["promised_to"], recipient.first_name)],
        said=words,
        comes_again=_comes_again(comes, by),
    )
    return text, number or ""


def _agreed(visit: Visit, recipient: Member) -> Any:
    """What was agreed in the visit, and what was promised to them that day though nobody said where; for a child what
    is about them, or about nobody in particular."""
    that_day = Q(visit=None, agreed_on=visit.visited_on, keeper=visit.worker) & Q(
        promised_to__in=[recipient.first_name, recipient.name]
    )
    found = Action.objects.filter(Q(visit=visit) | that_day, case=visit.case_id)
    if recipient.kind == Member.Kind.CHILD:
        about = ActionChild.objects.filter(action=OuterRef("pk"))
        found = found.filter(~Exists(about) | Exists(about.filter(child=recipient)))
    says = JSONObject(what="what", keeper="keeper", name="keeper__name", due="due_on", promised_to="promised_to")
    shown = shown_to(Audience(person=recipient.pk), found)
    return shown.order_by(F("due_on").asc(nulls_last=True), "pk").values(says=says)


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


def _task(said: dict[str, Any], visit: Visit) -> tuple[str, str, str]:
    who = "" if said["keeper"] == visit.worker_id else said["name"]
    return who, said["what"], day_for_them(date.fromisoformat(said["due"])) if said["due"] else ""


def _comings(visit: Visit, recipient: Member, on: date) -> tuple[Any, Any]:
    """When the worker comes next, and by when they have to: only to those who live where they go, and nothing of an
    unannounced visit."""
    homes = recipient.households.filter(ended_on=None).values("household")
    planned = PlannedVisit.objects.waiting().filter(case=visit.case_id, worker=visit.worker_id, planned_on__gte=on)
    planned = planned.exclude(purpose="unannounced").filter(Q(household__in=homes) | Q(household=None, kind="office"))
    first = planned.order_by("planned_on", F("starts").asc(nulls_last=True), "pk")
    codes = [code for code, rule in BY_CODE.items() if rule.work == "visit"]
    due = Clock.objects.running().filter(case=visit.case_id, rule__in=codes, due_on__gte=on)
    due = due.filter(child__households__household__in=homes, child__households__ended_on=None).order_by("due_on")
    return first.values(says=JSONObject(day="planned_on", starts="starts"))[:1], due.values("due_on")[:1]


def _comes_again(comes: list[dict[str, Any]], by: list[date]) -> str:
    if comes:
        at = time.fromisoformat(comes[0]["starts"]) if comes[0]["starts"] else None
        return f"I come again on {day_for_them(date.fromisoformat(comes[0]['day']))}" + (
            f" at {hour_in_words(at)}." if at else "."
        )
    return f"I come again by {day_for_them(by[0])} at the latest." if by else "I will tell you when I come next."
