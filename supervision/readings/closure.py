"""What the page that ends a session shows: of each family, what flows where, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from camden.models import User
from supervision.models import AgreedAction, Discussion, Hypothesis, HypothesisKept, ManagementDecision, Session
from supervision.readings.discussions import DiscussionLine, of_session

_NOTE = (
    "A note on the file of {}, each with their own line; kept from the family until somebody who works with them opens "
    "it, with a reason"
)
OFFERED = Hypothesis.Status.PROPOSED


@dataclass(frozen=True)
class Goes:
    """Where something goes, and what: a line for each. Without lines, nothing goes there."""

    where: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class FamilyEnding:
    """A family of a session as it ends: what is missing stands in its line; `stays` is what goes nowhere."""

    line: DiscussionLine
    goes: tuple[Goes, ...]
    stays: str


def endings(session: Session, user: User) -> tuple[FamilyEnding, ...]:
    """Each family of a session that this person may read about. One query besides those of its lines."""
    lines = of_session(session, user)
    told = Discussion.objects.filter(pk__in=[line.pk for line in lines]).annotate(
        kept=ArraySubquery(_ideas().exclude(status=OFFERED).values("text")),
        offered=ArraySubquery(_ideas().filter(status=OFFERED).values("pk")),
        asks=ArraySubquery(_questions().values("first_sentence")),
        does=ArraySubquery(_beneath(AgreedAction).exclude(what="").values("what")),
        who=ArraySubquery(_beneath(AgreedAction).exclude(what="").values("keeper__name")),
        managers=ArraySubquery(
            _beneath(ManagementDecision)
            .filter(for_manager__isnull=False, withdrawn_on=None)
            .values("for_manager__name")
        ),
    )
    names = ("pk", "kept", "offered", "asks", "does", "who", "managers")
    found = {row["pk"]: row for row in told.values(*names)}
    return tuple(_ending(line, found[line.pk]) for line in lines)


def _ending(line: DiscussionLine, told: Mapping[str, Any]) -> FamilyEnding:
    actions = [f"{who} will {what[:1].lower()}{what[1:]}" for who, what in zip(told["who"], told["does"], strict=True)]
    note = _NOTE.format(line.children) if line.children else ""
    goes = [
        Goes("On each child’s file", (note,) if note else ()),
        Goes("With their keepers", tuple(actions)),
        Goes("In the family’s living formulation", tuple(told["kept"])),
        Goes("On the checklist of the next visit", tuple(told["asks"])),
        Goes("On a manager’s list, who decides", tuple(dict.fromkeys(told["managers"]))),
    ]
    return FamilyEnding(line, tuple(each for each in goes if each.what), _stays(len(told["offered"])))


def _stays(ideas: int) -> str:
    return f"{ideas} idea{'' if ideas == 1 else 's'} that {'was' if ideas == 1 else 'were'} not kept" if ideas else ""


def _beneath(model: Any) -> Any:
    return model._base_manager.filter(discussion=OuterRef("pk")).order_by("pk")


def _ideas() -> Any:
    return _beneath(Hypothesis)


def _questions() -> Any:
    found = HypothesisKept.objects.filter(hypothesis__discussion=OuterRef("pk")).exclude(hypothesis__status=OFFERED)
    return found.filter(~Q(first_sentence=""), not_asked_because="").order_by("pk")
