"""Where somebody goes today and tomorrow, what they have yet to write up, and what was passed on: one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from camden.models import User
from camden.rules.moments import short_day, until_in_words
from camden.rules.names import initials
from cases.models import (
    Action,
    ActionChild,
    ActionHandover,
    AssessmentReturn,
    ContactPoint,
    HouseholdMembership,
    Involvement,
    Member,
    PlannedVisit,
    Question,
    Visit,
    VisitChild,
)
from cases.readings.agreed import first_name
from cases.readings.disputes import ToAnswer, to_answer, waiting_for
from cases.readings.planned import way
from cases.readings.planned_meetings import MeetingToCome, in_order, of_mine
from cases.readings.visit import write_up_due
from cases.rules.planning import day_ahead, hour_in_words
from cases.rules.recording import CONTACT_BY, VISIT_PURPOSE
from cases.rules.visits import in_a_row, ways_to_be_seen

BACK, AHEAD = timedelta(days=14), timedelta(days=28)  # plans nobody answered, and plans to come
MOST = 40  # of each
_NAMES = ("given_name", "family_name", "la_child_id")


@dataclass(frozen=True)
class ChildToSee:
    """A child of a family to visit; when they were last seen and seen alone, in words, empty for never.

    `asks_alone` is false for a baby and before birth: nobody is asked to see them alone.
    """

    pk: int
    name: str
    initials: str
    last_seen: str
    last_alone: str
    asks_alone: bool


@dataclass(frozen=True)
class WayToReach:
    """A phone or another way: whose, and whether it is safe. `safety` is "safe", "unsafe" or "unknown"."""

    whose: str
    by: str
    value: str
    remark: str
    safety: str


@dataclass(frozen=True)
class VisitToMake:
    """A planned visit of this person, with all one has to know on the way. Days and times in words."""

    pk: int
    case_pk: int
    family: str
    on: date
    day: str
    time: str
    place: str
    home: str
    address: str
    is_safe_to_share: bool
    purpose: str
    remark: str
    with_whom: str
    """Who comes along, or whom one goes with."""
    children: tuple[ChildToSee, ...]
    questions: tuple[tuple[str, str, str], ...]
    """First sentences agreed to say: the sentence, of whom, and the address of the action."""
    reach: tuple[WayToReach, ...]
    log_url: str
    missed_url: str
    href: str


@dataclass(frozen=True)
class ToWriteUp:
    """A visit that counts already and has no account yet. `by` says until when; empty once that has passed."""

    case_pk: int
    family: str
    what: str
    by: str
    href: str


@dataclass(frozen=True)
class PassedOn:
    """Something promised or agreed that passed with a change of worker, to this person or from them."""

    case_pk: int
    family: str
    text: str
    href: str


@dataclass(frozen=True)
class Today:
    """A person's day outside the office, and what it left to do.

    `planned` are days of plans by record, of anybody: (day, who, whether it is this person's), the soonest first.
    """

    today: tuple[VisitToMake, ...]
    tomorrow: tuple[VisitToMake, ...]
    unanswered: tuple[VisitToMake, ...]
    """Planned for a day that has passed, and nobody said what came of it."""
    to_write_up: tuple[ToWriteUp, ...]
    passed_on: tuple[PassedOn, ...]
    planned: Mapping[int, str]
    meetings: tuple[MeetingToCome, ...] = ()
    """Meetings and conferences of the families this person works with."""
    to_answer: tuple[ToAnswer, ...] = ()
    """What a chair or reviewing officer raised with this person."""
    given_back: tuple[ToWriteUp, ...] = ()
    """Assessments of this person's that a manager gave back to be completed; `by` says who and when."""


def today_of(user: User, on: date, at: datetime, since: datetime) -> Today:
    """One query, however many visits. `since` is from when on what was passed on is told."""
    asked = User.objects.filter(pk=user.pk)  # one row, so that one question brings all
    parts = (
        _plans(user, on),
        _unwritten(user),
        _passed_on(user, since),
        *of_mine(user, on),
        waiting_for(user),
        _returned(user),
    )
    found: Any = asked.values_list(*(ArraySubquery(part) for part in parts)).first() or ([],) * len(parts)
    plans = found[0]
    visits = [_visit(said, user, on) for said in plans if user.pk in (said["worker"], said["companion"])]
    return Today(
        today=tuple(each for each in visits if each.on == on),
        tomorrow=tuple(each for each in visits if each.on == on + timedelta(days=1)),
        unanswered=tuple(each for each in visits if each.on < on),
        to_write_up=tuple(_to_write_up(said, at) for said in found[1]),
        passed_on=tuple(_passed(said, user) for said in found[2]),
        planned=_by_record(plans, user, on),
        meetings=in_order([*found[3], *found[4]], on),
        to_answer=to_answer(found[5], on),
        given_back=tuple(_given_back(said, on) for said in found[6]),
    )


def planned_by_record(user: User, on: date) -> Mapping[int, str]:
    """For each family of mine that somebody plans to visit: "Planned for Thursday 5 November, 10 am". One query."""
    return _by_record(list(_plans(user, on).values_list("says", flat=True)), user, on)


def _plans(user: User, on: date) -> Any:
    """Plans of this person, alone or along, and of anybody with the families they work with."""
    mine = Q(worker=user) | Q(companion=user)
    families = Involvement.objects.present().filter(worker=user).values("case")
    found: Any = PlannedVisit.objects.waiting().visible_to(user)
    found = found.filter(mine & Q(planned_on__gte=on - BACK) | Q(case__in=families, planned_on__gte=on))
    found = found.filter(planned_on__lte=on + AHEAD)
    asked = Action.objects.open().filter(case=OuterRef("case"), first_sentence__contains="?")  # else for other ears
    asked = asked.filter(Q(keeper=user) | Q(keeper=OuterRef("worker")))
    says = JSONObject(
        pk="pk", case="case", family="case__name", day="planned_on", starts="starts", kind="kind", purpose="purpose",
        remark="remark", worker="worker", worker_name="worker__name", companion="companion",
        companion_name="companion__name", home="household__name", address="household__address",
        is_safe="household__is_safe_to_share", children=ArraySubquery(_children()),
        asked=ArraySubquery(
            asked.values(says=JSONObject(pk="pk", sentence="first_sentence", of=ArraySubquery(_asked_of())))
        ), planned=ArraySubquery(_to_ask(user)), reach=ArraySubquery(_reach()),
    )  # fmt: skip
    return found.order_by("planned_on", F("starts").asc(nulls_last=True), "pk").values(says=says)[:MOST]


def _lives_there() -> Exists:
    """Whether a row's `member` lives where the visit goes to."""
    return Exists(
        HouseholdMembership.objects.filter(
            member=OuterRef("member_key"), household=OuterRef(OuterRef("household")), ended_on=None
        )
    )


def _children() -> Any:
    """The children of the family, with the last days they were seen, and whether they live where the visit goes to."""
    seen: Any = VisitChild.objects.filter(child=OuterRef("pk"), visit__struck_on=None, visit__missed_why="")
    seen = seen.order_by("-visit__visited_on").values("visit__visited_on")
    found = Member.objects.children().filter(case=OuterRef("case"), died_on=None).annotate(member_key=F("pk"))
    not_seen = (VisitChild.Seen.NOT_SEEN, VisitChild.Seen.UNBORN)
    says = JSONObject(
        pk="pk", born="born_on", expected="expected_on", given="given_name", surname="family_name",
        number="la_child_id",
        seen=Subquery(seen.exclude(seen__in=not_seen)[:1]), alone=Subquery(seen.filter(seen=VisitChild.Seen.ALONE)[:1]),
        here=_lives_there(),
    )  # fmt: skip
    return found.values(says=says)


def _reach() -> Any:
    """How to reach the people of the family: what is safe, what is not, what nobody has asked."""
    found: Any = ContactPoint.objects.filter(case=OuterRef("case"), ended_on=None).annotate(member_key=F("member"))
    names = {name: f"member__{name}" for name in _NAMES}
    says = JSONObject(
        kind="kind", value="value", is_safe="is_safe", remark="remark", here=_lives_there(), **names
    )  # fmt: skip
    return found.order_by(F("is_safe").desc(nulls_last=True), "member", "pk").values(says=says)


def _asked_of() -> Any:
    parts = ActionChild.objects.filter(action=OuterRef("pk")).order_by("child__born_on", "child")
    return parts.values(says=JSONObject(**{name: f"child__{name}" for name in _NAMES}))


def _to_ask(user: User) -> Any:
    """Questions planned for the family. A question kept from anybody of it is read on its own page, not at the door."""
    found: Any = Question.objects.waiting().filter(case=OuterRef("case"), is_kept_from_family=False, kept_from=[])
    found = found.filter(Q(ask_by=user) | Q(ask_by=OuterRef("worker")))
    return found.values(says=JSONObject(sentence="first_sentence", whom="whom"))


def _unwritten(user: User) -> Any:
    """Visits of this person that count already and are not written up."""
    found: Any = Visit.objects.visible_to(user).filter(worker=user, account=None, struck_on=None, missed_why="")
    says = JSONObject(pk="pk", case="case", family="case__name", day="visited_on", ended="ended_at")
    return found.order_by("visited_on", "pk").values(says=says)[:MOST]


def _returned(user: User) -> Any:
    """Assessments of this person that were given back and are not submitted again, with the latest return of each."""
    found: Any = AssessmentReturn.objects.visible_to(user).filter(
        assessment__worker=user, assessment__submitted_on=None, assessment__authorised_on=None,
        assessment__stopped_on=None,
    )  # fmt: skip
    says = JSONObject(pk="assessment", case="case", family="case__name", day="returned_on", who="returned_by__name")
    return found.order_by("assessment", "-pk").distinct("assessment").values(says=says)[:MOST]


def _passed_on(user: User, since: datetime) -> Any:
    """What passed to this person or from them with a change of worker, and is still open."""
    found: Any = ActionHandover.objects.visible_to(user).filter(Q(to_keeper=user) | Q(from_keeper=user))
    found = found.filter(created_at__gt=since, action__closed_on=None)
    says = JSONObject(
        case="case", family="case__name", action="action", what="action__what", promised_to="action__promised_to",
        keeper="to_keeper", from_name="from_keeper__name", to_name="to_keeper__name",
    )  # fmt: skip
    return found.order_by("-pk").values(says=says)[:MOST]


def _visit(said: Mapping[str, Any], user: User, on: date) -> VisitToMake:
    day, case = date.fromisoformat(said["day"]), said["case"]
    at_home = said["kind"] == Visit.Kind.HOME
    there = said["companion_name"] if said["worker"] == user.pk else said["worker_name"]
    return VisitToMake(
        pk=said["pk"],
        case_pk=case,
        family=said["family"],
        on=day,
        day=day_ahead(day, on),
        time=hour_in_words(_hour(said["starts"])),
        place="" if at_home and said["home"] else Visit.Kind(said["kind"]).label,
        home=(said["home"] or "") if at_home else "",
        address=(said["address"] or "") if at_home else "",
        is_safe_to_share=said["is_safe"] is not False,
        purpose=VISIT_PURPOSE.get(said["purpose"], ""),
        remark=said["remark"],
        with_whom=there or "",
        children=tuple(_child(each, on) for each in _those_there(said["children"])),
        questions=(
            *((each["sentence"], each["whom"], way("cases:questions", case)) for each in said["planned"]),
            *(_question(each, case) for each in said["asked"]),
        ),
        reach=tuple(_way_to_reach(each) for each in _those_there(said["reach"])[:4]),
        log_url=way("cases:visit-new", case, more=f"?plan={said['pk']}"),
        missed_url=way("cases:visit-missed", case, more=f"?plan={said['pk']}"),
        href=way("cases:planned-visit", case, said["pk"]),
    )


def _those_there(found: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Who lives where the visit goes to; everybody, where that is nobody's home."""
    return [each for each in found if each["here"]] or list(found)


def _child(said: Mapping[str, Any], on: date) -> ChildToSee:
    born, expected = _day(said["born"]), _day(said["expected"])
    name = first_name(said["given"], said["surname"], said["number"])
    return ChildToSee(
        pk=said["pk"],
        name=name,
        initials=initials(f"{said['given']} {said['surname']}"),
        last_seen=_short(said["seen"], on),
        last_alone=_short(said["alone"], on),
        asks_alone=VisitChild.Seen.ALONE in dict(ways_to_be_seen(born, expected, on)),
    )


def _question(said: Mapping[str, Any], case: int) -> tuple[str, str, str]:
    of = in_a_row([first_name(*(each[name] for name in _NAMES)) for each in said["of"]])
    return said["sentence"], of, way("cases:action", case, said["pk"])


def _way_to_reach(said: Mapping[str, Any]) -> WayToReach:
    safety = {True: "safe", False: "unsafe", None: "unknown"}[said["is_safe"]]
    whose = first_name(*(said[name] for name in _NAMES))
    return WayToReach(whose, CONTACT_BY[said["kind"]], said["value"], said["remark"], safety)


def _to_write_up(said: Mapping[str, Any], at: datetime) -> ToWriteUp:
    """Until when the account is to be written, as the visit's own page says it."""
    day, ended = date.fromisoformat(said["day"]), datetime.fromisoformat(said["ended"]) if said["ended"] else None
    by, case, pk = write_up_due(day, ended), said["case"], said["pk"]
    what = f"Visit of {day.day} {day:%B}"
    href = way("cases:visit-account", case, pk) or way("cases:visit", case, pk)
    return ToWriteUp(case, said["family"], what, until_in_words(by, at) if by >= at else "", href)


def _given_back(said: Mapping[str, Any], on: date) -> ToWriteUp:
    case, day = said["case"], short_day(date.fromisoformat(said["day"]), on)
    when = day if day in ("today", "yesterday") else f"on {day}"
    href = way("cases:assessment", case, said["pk"])
    return ToWriteUp(case, said["family"], "Complete the assessment", f"{said['who']} gave it back {when}", href)


def _passed(said: Mapping[str, Any], user: User) -> PassedOn:
    """ "Promised to Shirin by Ade: …" for whoever keeps it now; who keeps it now, for whoever promised."""
    what = said["what"][:1].lower() + said["what"][1:]
    promised = f"Promised to {said['promised_to']}" if said["promised_to"] else "Agreed"
    if said["keeper"] == user.pk:
        text = f"{promised} by {said['from_name']}: {what}. It is yours to keep now."
    else:
        text = f"{promised} by you: {what}. {said['to_name']} keeps it now."
    return PassedOn(said["case"], said["family"], text, way("cases:action", said["case"], said["action"]))


def _by_record(plans: Sequence[Mapping[str, Any]], user: User, on: date) -> dict[int, str]:
    """The next visit that is planned with each family, in words."""
    found: dict[int, str] = {}
    for said in plans:
        day = date.fromisoformat(said["day"])
        if day >= on:
            hour = hour_in_words(_hour(said["starts"]))
            who = "" if user.pk in (said["worker"], said["companion"]) else f", {said['worker_name']}"
            found.setdefault(said["case"], f"Planned for {day_ahead(day, on)}" + (f", {hour}" if hour else "") + who)
    return found


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _short(said: str | None, on: date) -> str:
    return short_day(date.fromisoformat(said), on) if said else ""


def _hour(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None
