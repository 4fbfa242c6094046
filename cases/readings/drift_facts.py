"""The facts that drift detection reads, of any number of records in one question.

`facts_of` is an expression beneath a query of records, so that another page can ask it along with its own.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject, TruncDate

from camden.models import TimescaleRow
from camden.rules.dates import Span, Unit
from camden.rules.moments import HERE
from cases.models import (
    Action,
    ActionChild,
    Assessment,
    AssessmentReturn,
    ChronologyChild,
    ChronologyEntry,
    ClockException,
    Closure,
    Decision,
    DriftAnswer,
    Enquiry,
    Episode,
    Goal,
    GoalTouched,
    ImportedChild,
    Member,
    Oversight,
    PlanSpell,
    StepCheck,
    ThresholdChild,
    ThresholdMove,
    VisitChild,
)
from cases.rules.drift import Answer, Sign, drift
from cases.rules.drift_facts import (
    SHIPPED,
    Child,
    Facts,
    Look,
    Moved,
    Plan,
    Seen,
    Talked,
    Touch,
    Waits,
)
from cases.rules.drift_facts import (
    Action as Agreed,
)
from cases.rules.drift_facts import (
    Goal as Aim,
)

BACK = timedelta(days=400)  # discussions older than that fire the same sign as none
MOST = 12  # of each kind of row beneath one child or goal; what is older changes nothing

_CHILD = ("pk", "born_on", "expected_on", "given_name", "family_name", "la_child_id", "since")

# When and in what way a manager looks: the rows, the day, its page, and what is said of it.
_LOOKS: dict[str, tuple[QuerySet[Any], str, str, str]] = {
    "oversight": (Oversight.objects.order_by(), "written_on", "cases:oversight", "a note on oversight"),
    "checkpoint": (Assessment.objects.order_by(), "checked_on", "cases:assessment", "an assessment looked at half-way"),
    "authorised": (Assessment.objects.order_by(), "authorised_on", "cases:assessment", "an assessment authorised"),
    "returned": (AssessmentReturn.objects.order_by(), "returned_on", "cases:assessment", "an assessment given back"),
    "enquiry": (Enquiry.objects.order_by(), "ended_on", "cases:enquiry", "a section 47 enquiry authorised"),
    "closing": (Closure.objects.order_by(), "decided_on", "cases:closure", "a closing answered"),
    "step": (ThresholdMove.objects.order_by(), "moved_on", "cases:threshold", "a step up or down decided"),
    "decision": (Decision.objects.filter(dropped_on=None), "made_on", "cases:decision", "a decision made"),
    "late": (ClockException.objects.order_by(), "agreed_on", "", "a reason for something late agreed"),
}


_PAGE_OF = {"returned": "assessment_id"}  # whose page it stands on, where that is not its own


@lru_cache(maxsize=8)  # a day's expression, for as many queries as resolve it: to build it costs more than to ask it
def facts_of(on: date, *, with_words: bool = True) -> JSONObject:
    """All that the rules ask of a record, as JSON. Beneath a query of `Case`.

    Without words no job reads what people wrote (docs/adr/0012): it says of what kind a sign is, and no more.
    """
    return JSONObject(
        children=_rows(_children(), *_CHILD),
        plans=_rows(PlanSpell.objects.filter(ended_on=None), "pk", "child_id", "basis", "started_on"),
        goals=_rows(
            Goal.objects.filter(ended_on=None), "pk", "child_id", "set_on", *(["words"] if with_words else []),
            touched=_touched(),
        ),
        actions=_rows(
            Action.objects.filter(closed_on=None, moved_times__gte=1), "pk", "due_on", "first_due_on", "moved_times",
            *(["what"] if with_words else []),
            children=ArraySubquery(ActionChild.objects.filter(action=OuterRef("pk")).values("child")),
        ),
        seen=ArraySubquery(_seen()),
        talked=_rows(
            ChronologyEntry.objects.filter(
                kind=ChronologyEntry.Kind.REFLECTION, struck_on=None, happened_on__gte=on - BACK
            ), "happened_on",
            children=ArraySubquery(ChronologyChild.objects.filter(entry=OuterRef("pk")).values("child")),
        ),
        looks=JSONObject(**{
            name: _last(rows, day, on, _PAGE_OF.get(name, "pk")) for name, (rows, day, *_) in _LOOKS.items()
        }),
        imported=_imported(),
        waits=_rows(
            Decision.objects.filter(made_on=None, dropped_on=None, due_on__lt=on), "pk", "asked_on", "due_on",
            *(["question"] if with_words else []),
        ),
        moves=_rows(
            ThresholdMove.objects.annotate(checked=Exists(StepCheck.objects.filter(move=OuterRef("pk")))),
            "pk", "moved_on", "from_basis", "to_basis", "checked",
            children=ArraySubquery(ThresholdChild.objects.filter(move=OuterRef("pk")).values("child")),
        ),
        answers=_rows(
            DriftAnswer.objects.filter(quiet_until_on__gt=on), "kind", "child_id", "subject_id", "answered_on",
            "quiet_until_on",
        ),
        limits=ArraySubquery(_limits(on)),
    )  # fmt: skip


def read_facts(said: Mapping[str, Any]) -> Facts:
    """The facts, from JSON, which knows no days."""
    return Facts(
        children=tuple(
            Child(row["pk"], date.fromisoformat(row["since"]), _day(row["born_on"]), bool(row["expected_on"]))
            for row in said["children"]
            if row["since"]
        ),
        plans=tuple(
            Plan(row["pk"], row["child_id"], row["basis"], _known(row["started_on"])) for row in said["plans"]
        ),
        goals=tuple(
            Aim(row["pk"], row["child_id"], _known(row["set_on"]), row.get("words", ""), _touches(row["touched"]))
            for row in said["goals"]
        ),
        actions=tuple(
            Agreed(row["pk"], tuple(row["children"]), _day(row["due_on"]), _day(row["first_due_on"]),
                   row["moved_times"], row.get("what", ""))
            for row in said["actions"]
        ),
        seen=tuple(
            Seen(row["visit"], row["child"], _known(row["on"]), row["seen"] == VisitChild.Seen.ALONE, row["chose"])
            for child in said["seen"]
            for row in child["visits"]
        ),
        talked=tuple(Talked(_known(row["happened_on"]), tuple(row["children"])) for row in said["talked"]),
        looks=tuple(
            Look(_known(row["on"]), _LOOKS[name][3], _LOOKS[name][2], row["pk"])
            for name, row in said["looks"].items()
            if row
        ),
        waits=tuple(
            Waits(row["pk"], _day(row["asked_on"]), _known(row["due_on"]), row.get("question", ""))
            for row in said["waits"]
        ),
        moves=tuple(
            Moved(row["pk"], _known(row["moved_on"]), row["from_basis"], row["to_basis"], tuple(row["children"]),
                  row["checked"])
            for row in said["moves"]
        ),
        known_from=_day(said["imported"]),
        limits={row["code"]: Span(row["amount"], Unit(row["unit"])) for row in said["limits"]},
        ticking=frozenset(row["code"] for row in said["limits"] if row["ticks"]),
        alone_from=settings.SEEN_ALONE_FROM_AGE,
    )  # fmt: skip


def read_answers(said: Mapping[str, Any]) -> list[Answer]:
    """Answers that are still to keep something quiet."""
    return [
        Answer(row["kind"], row["child_id"], row["subject_id"], _known(row["answered_on"]),
               _known(row["quiet_until_on"]))
        for row in said["answers"]
    ]  # fmt: skip


def signs_in(said: Mapping[str, Any], on: date) -> tuple[Sign, ...]:
    """What stands still and is not quiet, from the JSON of `facts_of`."""
    return drift(read_facts(said), read_answers(said), on)


def _rows(found: Any, *fields: str, **more: Any) -> ArraySubquery:
    """Rows beneath the record as objects."""
    found = found.filter(case=OuterRef("pk")).order_by("pk")
    return ArraySubquery(found.values(says=JSONObject(**{name: name for name in fields}, **more)))


def _children() -> Any:
    """Children in need: `since` is the day of the open referral, and empty for those who have none."""
    open_ = Episode.objects.in_need().filter(child=OuterRef("pk")).values("referred_on")[:1]
    return Member.objects.children().filter(died_on=None).annotate(since=Subquery(open_))


def _touched() -> ArraySubquery:
    """The latest visits that touched a goal, and those that came closer."""
    found: Any = GoalTouched.objects.filter(goal=OuterRef("pk"), visit__struck_on=None)
    found = found.order_by("-visit__visited_on", "-pk")
    return ArraySubquery(found.values(says=JSONObject(visit="visit_id", on="visit__visited_on", moved="moved")))


def _seen() -> Any:
    """Of each child the latest visits that saw them alone, or with others there."""
    ways = (VisitChild.Seen.ALONE, VisitChild.Seen.WITH_OTHERS)
    parts: Any = VisitChild.objects.filter(child=OuterRef("pk"), visit__struck_on=None, seen__in=ways)
    parts = parts.order_by("-visit__visited_on", "-visit")
    says = JSONObject(visit="visit_id", child="child_id", on="visit__visited_on", seen="seen", chose="chose_company")
    planned = PlanSpell.objects.filter(child=OuterRef("pk"), ended_on=None)
    found = Member.objects.children().filter(Exists(planned), case=OuterRef("pk"), died_on=None).order_by("pk")
    return found.values(says=JSONObject(visits=ArraySubquery(parts.values(says=says)[:MOST])))


def _last(found: QuerySet[Any], day: str, on: date, key: str) -> Subquery:
    rows = found.filter(case=OuterRef("pk"), **{f"{day}__lte": on}).order_by(F(day).desc(), "-pk")
    return Subquery(rows.values(says=JSONObject(pk=key, on=day))[:1])


def _imported() -> Subquery:
    """The day a file brought the record here. A child of a file who was known already brought none."""
    opened = OuterRef("created_at") + timedelta(days=1)
    rows = ImportedChild.objects.filter(case=OuterRef("pk"), created_at__lte=opened).order_by("created_at")
    return Subquery(rows.values(on=TruncDate("created_at", tzinfo=HERE))[:1])


def _limits(on: date) -> Any:
    """The amounts of the rows as this council keeps them; switched on or not, they say what is long here."""
    begun = Q(begins_on=None) | Q(begins_on__lte=on)
    found = TimescaleRow.objects.filter(begun, code__in=list(SHIPPED), amount__isnull=False).exclude(unit="h")
    found = found.order_by(F("begins_on").asc(nulls_first=True), "pk")  # the latest that holds comes last
    return found.values(says=JSONObject(code="code", amount="amount", unit="unit", ticks="is_ticking"))


def _touches(rows: Any) -> tuple[Touch, ...]:
    return tuple(Touch(row["visit"], _known(row["on"]), row["moved"]) for row in rows)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _known(said: str) -> date:
    return date.fromisoformat(said)
