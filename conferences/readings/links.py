"""Links without an account, as their coordinator sees them; and what their pages need of this council."""

from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from conferences.models import ConferenceSettings, FamilyConference, FamilyLink, Invitee, PlanEdition
from conferences.models.asking import WHEN
from conferences.rules.inviting import Way
from conferences.rules.links import LEAVES_TO, For, Link, is_open, why_not_made

OPENS = {For.PLAN: "The plan", For.CHILDS_PLAN: "The plan for the children", For.ASKING: "How it went"}


@dataclass(frozen=True)
class LinkLine:
    """One link: whose, what it opens, and what became of it, in words."""

    pk: int
    who: str
    what: str
    made: str
    by: str
    state: str
    is_open: bool


def leaves_to() -> str:
    """Where *Leave this page* leads."""
    return ConferenceSettings.objects.values_list("leave_to", flat=True).first() or LEAVES_TO


def ring() -> str:
    """The number to ring when something cannot wait, as this council set it; empty without one."""
    return ConferenceSettings.objects.values_list("duty_phone", flat=True).first() or ""


def links_of(conference: FamilyConference, on: date) -> tuple[LinkLine, ...]:
    """Every link of a conference, the last first. One query."""
    found = FamilyLink.objects.filter(conference=conference).select_related("invitee", "made_by").order_by("-pk")
    return tuple(_line(row, on) for row in found)


def is_agreed(conference: FamilyConference) -> bool:
    """Whether the family's plan was agreed: only then a link opens it. One query."""
    return PlanEdition.objects.filter(conference=conference).exists()


def who_may_have(conference: FamilyConference) -> tuple[list[Invitee], list[tuple[Invitee, str]]]:
    """Who may be given a link, and who may not with the reason why, in a sentence. One query.

    Whether a plan is agreed is no matter of the person: see `is_agreed`.
    """
    may: list[Invitee] = []
    may_not: list[tuple[Invitee, str]] = []
    people = Invitee.objects.filter(conference=conference).exclude(kind=Invitee.Kind.PROFESSIONAL)
    for one in people.order_by("name", "pk"):
        why = why_not(one, For.PLAN, is_agreed=True)
        if why:
            may_not.append((one, why))
        else:
            may.append(one)
    return may, may_not


def why_not(invitee: Invitee, opens: For, *, is_agreed: bool) -> str:
    """Why this person is given no link, in a sentence; empty when they may have one."""
    if opens is For.ASKING and invitee.wants_no_asking:
        return f"{invitee.name} wants no more questions."
    is_invited = invitee.kind != Invitee.Kind.PROFESSIONAL and invitee.answer != Invitee.Answer.NOT_INVITED
    return why_not_made(
        is_safe=invitee.is_safe_to_write,
        is_invited=is_invited and invitee.way != Way.NOT_INVITED,
        is_child=invitee.is_child,
        opens=opens,
        is_agreed=is_agreed,
    )


def _line(row: FamilyLink, on: date) -> LinkLine:
    opens = For(row.opens)
    timing = dict(WHEN).get(row.timing, "")
    link = Link(opens, row.made_on, row.expires_on, row.closed_on, row.answered_on)
    return LinkLine(
        pk=row.pk,
        who=row.invitee.name,
        what=f"{OPENS[opens]}, {timing[:1].lower()}{timing[1:]}" if timing else OPENS[opens],
        made=day_in_words(row.made_on),
        by=row.made_by.name if row.made_by else "sent by itself",
        state=_state(row, on),
        is_open=is_open(link, on=on),
    )


def _state(row: FamilyLink, on: date) -> str:
    if row.answered_on:
        return f"Answered on {day_in_words(row.answered_on)}"
    if row.closed_on:
        return f"Closed on {day_in_words(row.closed_on)}"
    if row.expires_on < on:
        return f"Over since {day_in_words(row.expires_on)}"
    times = "Not opened yet" if not row.opened else "Opened once" if row.opened == 1 else f"Opened {row.opened} times"
    return f"{times}. Open until {day_in_words(row.expires_on)}"
