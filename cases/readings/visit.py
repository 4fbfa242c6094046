"""One visit, as its page shows it; visits that wait to be written up; a visit as it is written again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject
from django.urls import NoReverseMatch, reverse

from camden.models import User
from camden.rules.dates import hours_after, midnight
from camden.rules.moments import clock, day_here, until_in_words
from camden.rules.names import day_in_words, display_name, initials
from cases.models import Action, Case, Document, GoalTouched, Member, Presence, Quote, Release, Visit
from cases.rules.recording import GIVEN_HOW, GOAL_MOVED, INTERPRETING, VISIT_MISSED, VISIT_PURPOSE
from cases.rules.visits import in_a_row, seen_in_words
from cases.rules.works import BY_CODE

_NAMES = ("given_name", "family_name", "la_child_id")
WRITE_UP = "CP15"


@dataclass(frozen=True)
class QuoteLine:
    """Words of somebody. `kept` says from whom they are kept, or nothing; `answers` the question they answer."""

    pk: int
    who: str
    words: str
    how: str
    kept: str
    answers: str
    is_struck: bool


@dataclass(frozen=True)
class PartLine:
    """What was particular to one child: how they were seen, what else was said of it, and their own words."""

    child: int
    name: str
    initials: str
    seen: str
    notes: tuple[str, ...]
    quotes: tuple[QuoteLine, ...]


@dataclass(frozen=True)
class VisitReading:
    """A visit. Days and people in words; what nobody said is empty.

    `waits` says when it has to be written up; only `is_mine` may. `facts` are (label, words) about who was there and
    how. `actions`, `given` and `others` (visits of the same day: two people may have written down one) are (address or
    nothing, words), `goals` (key, words, whether it ended).
    """

    pk: int
    day: str
    iso: str
    title: str
    place: str
    worker: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[PartLine, ...]
    quotes: tuple[QuoteLine, ...]
    account: str
    meaning: str
    written: str
    waits: str
    is_mine: bool
    missed: str
    kept: str
    struck: str
    struck_why: str
    actions: tuple[tuple[str, str], ...]
    goals: tuple[tuple[int, str, bool], ...]
    given: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    """Photos and papers of the visit that nobody took back."""


@dataclass(frozen=True)
class WaitingLine:
    """A visit that waits to be written up."""

    pk: int
    day: str
    iso: str
    worker: str
    by: str
    is_late: bool
    is_mine: bool
    is_nobodys: bool
    """Nobody who was there works here any more: it can be taken back, and not be written up."""


def read_visit(visit: Visit, user: User, at: datetime) -> VisitReading:
    """Three queries: the children's parts, words, and everything else; the account comes with the visit."""
    parts = list(visit.parts.select_related("child").order_by("child__born_on", "child_id"))
    quotes = list(visit.quotes.select_related("speaker", "action").order_by("pk"))
    present, actions, goals, given, others, names, documents = _beside(visit)
    called = {each["pk"]: _name(each) for each in names}
    of_child: dict[int, list[QuoteLine]] = defaultdict(list)
    children = {part.child_id for part in parts}
    for quote in quotes:
        of_child[quote.speaker_id if quote.speaker_id in children else 0].append(_quote(quote, called))
    account = getattr(visit, "account", None)
    is_open = not (account or visit.struck_on or visit.missed_why)
    return VisitReading(
        pk=visit.pk,
        day=day_in_words(visit.visited_on),
        iso=visit.visited_on.isoformat(),
        title="Unsuccessful visit" if visit.missed_why else "Visit",
        place=visit.get_kind_display(),
        worker=visit.worker.name,
        facts=tuple(_facts(visit, [each["name"] or _name(each) for each in present])),
        parts=tuple(_part(part, tuple(of_child[part.child_id])) for part in parts),
        quotes=tuple(of_child[0]),
        account=account.words if account else "",
        meaning=account.meaning if account else "",
        written=_written(visit, account),
        waits=write_up_by(visit, at) if is_open else "",
        is_mine=user.pk in (visit.worker_id, visit.companion_id),
        missed=VISIT_MISSED.get(visit.missed_why, ""),
        kept=_kept(visit.is_kept_from_family, visit.kept_from, called),
        struck=f"{visit.struck_by.name}, {day_in_words(visit.struck_on)}"
        if visit.struck_by and visit.struck_on
        else "",
        struck_why=visit.struck_why,
        actions=tuple(_action(visit, each) for each in actions),
        goals=tuple((each["pk"], _goal(each), each["ended"] is not None) for each in goals),
        given=tuple(_given(visit, each) for each in given),
        others=tuple(_other(visit, each) for each in others),
        documents=tuple(
            (reverse("cases:document", args=[visit.case_id, each["pk"]]), each["title"]) for each in documents
        ),
    )


def write_up_by(visit: Visit, at: datetime) -> str:
    """Until when a visit is to be written up, in a sentence: the aim, and the limit as long as it is ahead."""
    due_at, rule = write_up_due(visit.visited_on, visit.ended_at), BY_CODE[WRITE_UP]
    limit = hours_after(visit.ended_at or midnight(visit.visited_on), rule.amount)
    if due_at >= at:
        return f"Write-up by {until_in_words(due_at, at)}, at the latest {rule.amount - rule.target} hours after that."
    if limit >= at:
        return f"The write-up is due now, at the latest by {until_in_words(limit, at)}."
    return "The write-up is due now."


def write_up_due(visited_on: date, ended_at: datetime | None) -> datetime:
    """When a visit should be written up (CP15): 24 hours after its end; after its midnight where that is unknown."""
    due_at: datetime = hours_after(ended_at or midnight(visited_on), BY_CODE[WRITE_UP].target)
    return due_at


def waiting_to_be_written_up(case: Case, user: User, at: datetime) -> tuple[WaitingLine, ...]:
    """Visits of a family that wait to be written up, the oldest first. One query."""
    found = Visit.objects.filter(case=case, account=None, struck_on=None, missed_why="").select_related(
        "worker", "companion"
    )
    return tuple(
        WaitingLine(
            pk=visit.pk,
            day=day_in_words(visit.visited_on),
            iso=visit.visited_on.isoformat(),
            worker=visit.worker.name,
            by=write_up_by(visit, at),
            is_late=write_up_due(visit.visited_on, visit.ended_at) < at,
            is_mine=user.pk in (visit.worker_id, visit.companion_id),
            is_nobodys=not any(who and who.is_active for who in (visit.worker, visit.companion)),
        )
        for visit in found.order_by("visited_on", "pk")
    )


def written_again(case: Case, pk: int) -> dict[str, Any]:
    """What stood in a visit that was taken back, as the form's fields: only its own words are said again."""
    visit = Visit.objects.filter(case=case, pk=pk, struck_on__isnull=False).select_related("account").first()
    if visit is None:
        return {}
    account = getattr(visit, "account", None)
    said: dict[str, Any] = {
        "visited_on": visit.visited_on,
        "kind": visit.kind,
        "purpose": visit.purpose,
        "interpreting": visit.interpreting,
        "companion": str(visit.companion_id or ""),
        "account": account.words if account else "",
        "meaning": account.meaning if account else "",
        "kept_from": _marked(visit),
        "present": [f"m{key}" for key in visit.present.exclude(member=None).values_list("member", flat=True)],
        "present_other": ", ".join(visit.present.filter(member=None).values_list("name", flat=True))[:120],
    }
    if visit.ended_at:
        said["ended"] = clock(visit.ended_at)
    for part in visit.parts.all():
        said[f"seen_{part.child_id}"] = part.seen
        said[f"company_{part.child_id}"] = part.chose_company
        said[f"bedroom_{part.child_id}"] = {True: "yes", False: "no", None: ""}[part.saw_bedroom]
        said[f"why_{part.child_id}"] = part.why_not
    for quote in visit.quotes.filter(action=None).order_by("pk"):
        said |= _said_again(quote, f"seen_{quote.speaker_id}" in said)
    return said


def _said_again(quote: Quote, is_of_child: bool) -> dict[str, Any]:
    marked = _marked(quote)
    if is_of_child:
        key = quote.speaker_id
        return {f"words_{key}": quote.words, f"how_{key}": quote.how, f"kept_{key}": marked}
    return {
        "quote_who": str(quote.speaker_id),
        "quote_words": quote.words,
        "quote_how": quote.how,
        "quote_kept": marked,
    }


def _marked(fact: Any) -> list[str]:
    return ["family"] * fact.is_kept_from_family + [str(key) for key in fact.kept_from]


def _beside(visit: Visit) -> Sequence[Sequence[Mapping[str, Any]]]:
    """Who was there, what was agreed, goals, copies given, other visits, names, documents. One query."""
    who = {name: f"member__{name}" for name in _NAMES}
    present = Presence.objects.filter(visit=visit).order_by("pk").values(says=JSONObject(name="name", **who))
    agreed = JSONObject(pk="pk", what="what", keeper="keeper__name", due="due_on", to="promised_to", closed="closed_on")
    actions = Action.objects.filter(visit=visit).order_by("pk").values(says=agreed)
    touched = JSONObject(pk="goal", words="goal__words", moved="moved", ended="goal__ended_on")
    goals = GoalTouched.objects.filter(visit=visit).order_by("pk").values(says=touched)
    copies = JSONObject(pk="pk", title="title", on="given_on", how="how", to="given_to")
    given = Release.objects.filter(visit=visit).order_by("given_on", "pk").values(says=copies)
    called = JSONObject(pk="pk", **{name: name for name in _NAMES})
    names = Member._base_manager.filter(case=visit.case_id).order_by("pk").values(says=called)
    that_day = Visit.objects.filter(case=visit.case_id, visited_on=visit.visited_on, struck_on=None).exclude(
        pk=visit.pk
    )
    others = that_day.order_by("pk").values(says=JSONObject(pk="pk", who="worker__name", kind="kind"))[:5]
    papers = Document.objects.filter(visit=visit, struck_on=None).order_by("pk")
    documents = papers.values(says=JSONObject(pk="pk", title="title"))
    asked = (present, actions, goals, given, others, names, documents)
    here = Case.objects.filter(pk=visit.case_id)  # nosemgrep: record-not-asked-for-a-person - fetched through lookup
    found = here.values_list(*(ArraySubquery(each) for each in asked)).first()
    return found or [[]] * len(asked)


def _name(said: Mapping[str, Any]) -> str:
    return display_name(*(said[name] or "" for name in _NAMES))


def _facts(visit: Visit, present: Sequence[str]) -> list[tuple[str, str]]:
    ended = f"{day_in_words(day_here(visit.ended_at))}, {clock(visit.ended_at)}" if visit.ended_at else ""
    facts = [
        ("What for", VISIT_PURPOSE.get(visit.purpose, "")),
        ("Who else was there", in_a_row(present)),
        ("Came with", visit.companion.name if visit.companion else ""),
        ("Interpreting", INTERPRETING.get(visit.interpreting, "")),
        ("Ended", ended),
    ]
    return [(label, words) for label, words in facts if words]


def _part(part: Any, quotes: tuple[QuoteLine, ...]) -> PartLine:
    bedroom = {True: "Where they sleep was seen", False: "Where they sleep was not seen", None: ""}[part.saw_bedroom]
    return PartLine(
        child=part.child_id,
        name=part.child.name,
        initials=initials(part.child.name),
        seen=seen_in_words(part.seen, part.chose_company),
        notes=tuple(filter(None, (part.why_not, bedroom))),
        quotes=quotes,
    )


def _quote(quote: Quote, called: Mapping[int, str]) -> QuoteLine:
    return QuoteLine(
        pk=quote.pk,
        who=quote.speaker.name,
        words=quote.words,
        how="" if quote.how == "said" else quote.get_how_display(),
        kept=_kept(quote.is_kept_from_family, quote.kept_from, called),
        answers=quote.action.first_sentence if quote.action else "",
        is_struck=quote.struck_on is not None,
    )


def _kept(from_family: bool, keys: Sequence[int], called: Mapping[int, str]) -> str:
    """From whom a fact is kept, in words; empty when from nobody."""
    who = ["the family"] * from_family + [called[key] for key in keys if key in called]
    return f"Not to be shared with {in_a_row(who)}" if who else ""


def _written(visit: Visit, account: Any) -> str:
    """Who wrote it and when, as the database says."""
    said = f"Saved by {visit.worker.name}, {_moment(visit.created_at)}"
    if account and day_here(account.written_at) > visit.visited_on:
        said += f"; written up {_moment(account.written_at)}"
    return said


def _moment(moment: datetime) -> str:
    return f"{day_in_words(day_here(moment))} at {clock(moment)}"


def _action(visit: Visit, said: Mapping[str, Any]) -> tuple[str, str]:
    by = f", by {day_in_words(date.fromisoformat(said['due']))}" if said["due"] else ""
    to = f"; promised to {said['to']}" if said["to"] else ""
    done = " (closed)" if said["closed"] else ""
    return reverse("cases:action", args=[visit.case_id, said["pk"]]), f"{said['what']}: {said['keeper']}{by}{to}{done}"


def _goal(said: Mapping[str, Any]) -> str:
    moved = GOAL_MOVED.get(said["moved"] or "", "")
    return f"{said['words']}: {moved.lower()}" if moved else said["words"]


def _other(visit: Visit, said: Mapping[str, Any]) -> tuple[str, str]:
    words = f"{said['who']}, {Visit.Kind(said['kind']).label.lower()}"
    return reverse("cases:visit", args=[visit.case_id, said["pk"]]), words


def _given(visit: Visit, said: Mapping[str, Any]) -> tuple[str, str]:
    words = f"{said['title']}, {GIVEN_HOW[said['how']].lower()}, {day_in_words(date.fromisoformat(said['on']))}"
    try:
        return reverse("cases:given", args=[visit.case_id, said["pk"]]), words
    except NoReverseMatch:
        return "", words
