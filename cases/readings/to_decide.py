"""What waits for a manager's decision, as *My day* shows it: one line for one thing somebody else prepared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import TruncDate
from django.urls import reverse

from camden.models import User
from camden.rules.moments import HERE, short_day
from cases.models import Assessment, Clock, ClockException, Closure, Contact, Decision, Enquiry, Oversight, Referral

MOST = 100  # rows in all: the oldest, and the board at the front door holds the rest
AT_THE_DOOR = {"contact": ("contacts", "Contact"), "referral": ("referrals", "Referral")}
WAYS = {
    "assessment": ("Authorise the assessment", "cases:assessment-authorisation"),
    "enquiry": ("Authorise the enquiry’s conclusion", "cases:enquiry-authorisation"),
    "closure": ("Answer about closing", "cases:closure-decision"),
    "look-again": ("Look again at what you decided", "cases:oversight"),
    "decision": ("Decide what somebody asked", "cases:decision-making"),
    "exception": ("Agree to why something is late", "cases:clock-exception-agreement"),
}


@dataclass(frozen=True)
class ToDecide:
    """One thing that waits for a decision. `family` is empty for the front door's; `since` is in words, with who."""

    what: str
    href: str
    family: str
    case_pk: int | None
    since: str


def to_decide(user: User, on: date) -> tuple[ToDecide, ...]:
    """What others prepared and this person may decide, the oldest first; nothing of their own work. One query.

    Contacts and referrals are one line each: the board puts them in the order of their limits.
    """
    kinds: list[QuerySet[Any]] = [*_at_the_door(user), *_of_families(user), _exceptions(user), _again(user, on)]
    found = kinds[0].union(*kinds[1:], all=True).order_by("since", "case", "thing")
    rows = list(found.values_list("of_kind", "case", "thing", "since", "named", "by_whom")[:MOST])
    return (*_door_lines(rows, on), *_family_lines(rows, on))


def _at_the_door(user: User) -> Iterator[QuerySet[Any]]:
    for kind, model in (("contact", Contact), ("referral", Referral)):
        waiting: Any = model._default_manager.filter(decided_at=None)
        since = TruncDate("received_at", tzinfo=HERE)
        yield _rows(waiting, user, kind, since, Value("", output_field=CharField()))


def _of_families(user: User) -> Iterator[QuerySet[Any]]:
    submitted = Assessment.objects.filter(submitted_on__isnull=False, authorised_on=None, stopped_on=None)
    by_others = submitted.filter(_not_by(user, "submitted_by"), _not_by(user, "worker"))
    yield _rows(by_others, user, "assessment", F("submitted_on"), F("submitted_by__name"))
    concluded = Enquiry.objects.filter(_not_by(user, "concluded_by"), concluded_on__isnull=False, ended_on=None)
    yield _rows(concluded, user, "enquiry", F("concluded_on"), F("concluded_by__name"))
    asked = Closure.objects.filter(_not_by(user, "asked_by"), decided_on=None)
    yield _rows(asked, user, "closure", F("asked_on"), F("asked_by__name"))
    to_come = Decision.objects.filter(made_on=None, dropped_on=None)
    yield _rows(to_come, user, "decision", F("asked_on"), F("asked_by__name"))


def _exceptions(user: User) -> QuerySet[Any]:
    """The clock's key is the thing: its page is where one agrees. None of a clock that is met or over."""
    same = {name: OuterRef(name) for name in ("child", "rule", "anchor_on")}
    clock = Clock.objects.filter(**same, met_on=None, ended_on=None).order_by("pk").values("pk")[:1]
    waiting = ClockException.objects.filter(_not_by(user, "recorded_by"), agreed_on=None)
    waiting = waiting.annotate(clock=Subquery(clock)).filter(clock__isnull=False)
    return _rows(waiting, user, "exception", F("recorded_on"), F("recorded_by__name"), F("clock"))


def _again(user: User, on: date) -> QuerySet[Any]:
    """Notes of this person's own whose day has come, until somebody noted something about the same row since."""
    since = Oversight.objects.filter(case=OuterRef("case"), about=OuterRef("about"), pk__gt=OuterRef("pk"))
    mine = Oversight.objects.filter(~Exists(since), written_by=user, look_again_on__lte=on)
    return _rows(mine, user, "look-again", F("look_again_on"), Value("", output_field=CharField()))


def _not_by(user: User, field: str) -> Q:
    """Not this person's own, which they may not decide; an imported row says nobody."""
    return Q(**{field: None}) | ~Q(**{field: user.pk})


def _rows(found: Any, user: User, kind: str, since: Any, who: Any, thing: Any = None) -> QuerySet[Any]:
    of_kind = Value(kind, output_field=CharField())
    shown: QuerySet[Any] = found.visible_to(user).annotate(
        of_kind=of_kind, thing=thing or F("pk"), since=since, named=F("case__name"), by_whom=who
    )
    return shown.values("of_kind", "case", "thing", "since", "named", "by_whom")


def _door_lines(rows: list[Any], on: date) -> Iterator[ToDecide]:
    for kind, (show, word) in AT_THE_DOOR.items():
        waiting = [since for each, _, _, since, _, _ in rows if each == kind]
        if waiting:
            what = f"{word} to decide" if len(waiting) == 1 else f"{len(waiting)} {word.lower()}s to decide"
            href = f"{reverse('cases:front-door')}?show={show}"
            first = "came" if len(waiting) == 1 else "the first came"
            yield ToDecide(what, href, "", None, f"{first} {_day(min(waiting), on)}")


def _family_lines(rows: list[Any], on: date) -> Iterator[ToDecide]:
    of_families = [row for row in rows if row[0] in WAYS]
    for _, alike in groupby(of_families, key=lambda row: row if row[0] != "exception" else (row[0], row[1], *row[3:])):
        kind, case, thing, since, family, who = next(alike)
        what, name = WAYS[kind]
        by = f"{who}, {_day(since, on)}" if who else _day(since, on)
        yield ToDecide(what, reverse(name, args=[case, thing]), family, case, by)


def _day(day: date, on: date) -> str:
    said = short_day(day, on)
    return said if said in ("today", "yesterday") else f"on {said}"
