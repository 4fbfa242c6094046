"""What makes work with a child harder: proposed, confirmed and over, as people read it, and whom it waits for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject

from camden.access import Role
from camden.models import User
from camden.rules.names import day_in_words
from cases.measures.weighing import local_weights
from cases.models import Case, ComplexityFactor, Involvement, LocalWeight, Member
from cases.rules.carrying import COMPLEXITY, KIND_OF_COMPLEXITY, WARN_DAYS, Standing, standing
from cases.rules.weighting import SHIPPED, in_points, scheme_on
from cases.rules.weighting.facts import Factor

_LASTS = "complexity.lasts"
_NAMES = ("given_name", "family_name", "la_child_id")


@dataclass(frozen=True)
class FactorLine:
    """One factor: what and why, where it stands, who said what; what the reader may do with it."""

    pk: int
    kind: str
    words: str
    why: str
    proposed: str
    answered: str
    state: str
    state_kind: str
    until: str
    may_answer: bool
    may_withdraw: bool
    may_propose_again: bool


@dataclass(frozen=True)
class ComplexityPage:
    """What stands now, what is over; how much each adds and how many count at most, in words."""

    now: tuple[FactorLine, ...]
    over: tuple[FactorLine, ...]
    weighs: str


@dataclass(frozen=True)
class HarderWaits:
    """A factor somebody is told of: `is_ending`, or to be answered; of which child, by which day."""

    pk: int
    case_pk: int
    child_pk: int
    family: str
    names: tuple[str, str, str]
    kind: str
    is_ending: bool
    since: date
    due_on: date | None


def complexity_of(child: Member, user: User, on: date) -> ComplexityPage:
    """The factors of a child of a visible record, the latest first. Two queries."""
    scheme = scheme_on(on, local_weights(on))
    lasts, each, most = scheme[_LASTS].amount, scheme["complexity"].amount, scheme["complexity.most"].amount
    found = ComplexityFactor.objects.filter(child=child).select_related("proposed_by", "answered_by")
    rows = [(row, where_it_stands(row, on, lasts)) for row in found.order_by("-proposed_on", "-pk")]
    open_kinds = {row.kind for row, stands in rows if stands.waits}
    decides = bool(set(child.case.team_ids) & set(user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)))
    lines = [(_line(row, stands, user, decides, open_kinds), stands) for row, stands in rows]
    return ComplexityPage(
        now=tuple(line for line, stands in lines if stands.counts or stands.waits),
        over=tuple(line for line, stands in lines if not (stands.counts or stands.waits)),
        weighs=f"Each that is confirmed adds {in_points(each)} point{'' if each == 1000 else 's'} for {lasts} days; "
        f"{most} count at most.",
    )


def where_it_stands(row: ComplexityFactor, on: date, lasts: int) -> Standing:
    """Where one row stands on a day."""
    confirmed = row.answered_on if row.answer == "yes" else None
    factor = Factor(KIND_OF_COMPLEXITY[row.kind], row.proposed_on, confirmed, row.withdrawn_on)
    return standing(factor, is_declined=row.answer == "no", on=on, lasts=lasts)


def _line(row: ComplexityFactor, stands: Standing, user: User, decides: bool, open_kinds: set[str]) -> FactorLine:
    answered = ""
    if row.answered_by and row.answered_on:
        did = "Confirmed" if row.answer == "yes" else "Not confirmed"
        answered = f"{did} by {row.answered_by.name} on {day_in_words(row.answered_on)}"
    last = f"until {day_in_words(stands.last_on)}" if stands.last_on else ""
    return FactorLine(
        pk=row.pk,
        kind=row.kind,
        words=COMPLEXITY[row.kind],
        why=row.why,
        proposed=f"Proposed by {row.proposed_by.name} on {day_in_words(row.proposed_on)}",
        answered=answered + (f": {row.answer_words}" if answered and row.answer_words else ""),
        state=stands.word,
        state_kind="green" if stands.counts else "amber" if stands.waits else "grey",
        until=f"Counts {last}{', and ends soon: propose it again if it is still so' if stands.ends_soon else ''}"
        if stands.counts
        else "",
        may_answer=stands.waits and decides and row.proposed_by_id != user.pk,
        may_withdraw=stands.counts or stands.waits,
        may_propose_again=stands.ends_soon and row.kind not in open_kinds,
    )


def told_of_factors(user: User, on: date) -> Any:
    """Factors this person is told of, for one question with others: those they are to answer, as a manager of the
    family's team; and those that end soon, which they confirmed or of whose child they lead. No words: jobs ask too.
    """
    teams = user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    waits = Q(answer="", case__team_ids__overlap=teams) & ~Q(proposed_by=user)
    leads = Involvement.objects.filter(child=OuterRef("child"), worker=user, leads_now=True)
    again = ComplexityFactor.objects.filter(child=OuterRef("child"), kind=OuterRef("kind"), withdrawn_on=None)
    again = again.filter(pk__gt=OuterRef("pk")).exclude(answer="no")
    ends = Q(answer="yes", answered_on__gt=on - timedelta(days=_LONGEST)) & (Q(answered_by=user) | Exists(leads))
    rows = ComplexityFactor.objects.filter(withdrawn_on=None, case__in=Case.objects.visible_to(user).values("pk"))
    rows = rows.filter(waits | (ends & ~Exists(again)))
    own = LocalWeight.objects.filter(code=_LASTS, taken_back_at=None, begins_on__lte=on).order_by("-begins_on")
    lasts = Coalesce(Subquery(own.values("amount")[:1]), Value(SHIPPED.on(on)[_LASTS].amount))
    columns = {name: name for name in ("pk", "case_id", "child_id", "kind", "answer", "proposed_on", "answered_on")}
    names = {name: f"child__{name}" for name in _NAMES}
    return rows.order_by("proposed_on", "pk").values(
        says=JSONObject(**columns, **names, family=F("case__name"), lasts=lasts)
    )


_LONGEST = 1000  # days: the form takes no more


def factors_told(said: Iterable[Mapping[str, Any]], on: date) -> list[HarderWaits]:
    """What `told_of_factors` found, as far as it is to be said today. No query."""
    return [found for row in said if (found := _told(row, on))]


def _told(row: Mapping[str, Any], on: date) -> HarderWaits | None:
    proposed = date.fromisoformat(row["proposed_on"])
    who = (row["given_name"], row["family_name"], row["la_child_id"])
    keys = (row["pk"], row["case_id"], row["child_id"], row["family"], who, COMPLEXITY[row["kind"]])
    if not row["answer"]:
        return HarderWaits(*keys, is_ending=False, since=proposed, due_on=None)
    confirmed = date.fromisoformat(row["answered_on"])
    factor = Factor(KIND_OF_COMPLEXITY[row["kind"]], proposed, confirmed)
    stands = standing(factor, is_declined=False, on=on, lasts=row["lasts"])
    if not stands.ends_soon or stands.last_on is None:
        return None
    return HarderWaits(
        *keys, is_ending=True, since=stands.last_on - timedelta(days=WARN_DAYS - 1), due_on=stands.last_on
    )
