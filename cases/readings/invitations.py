"""Who is asked to a conference or meeting: the list, who could be asked, and what becomes of who came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.urls import reverse

from camden.rules.moments import HERE, day_here
from camden.rules.names import day_in_words
from cases.models import (
    ContactPoint,
    HouseholdMembership,
    Invitation,
    Involvement,
    PlannedMeeting,
    ProtectionConference,
)
from cases.readings.family import PARENTAL, Who, read_family
from cases.rules.audience import STAFF
from cases.rules.inviting import AGENCY_OF, THERE, agencies_there, needs_of, quorum_in_words
from cases.rules.journey import AGENCY, PARTICIPATION
from cases.rules.overseeing import ATTENDED, INVITE_ANSWER, INVITED_HOW
from cases.rules.planning import hour_in_words
from cases.rules.visits import in_a_row

# Of those who work with the family, who sits in its meetings. A chair has a part of their own.
_WORK = (
    Involvement.Role.LEAD, Involvement.Role.CO_WORKER, Involvement.Role.LEAD_CHILD_PROTECTION,
    Involvement.Role.PERSONAL_ADVISER, Involvement.Role.STUDENT, Involvement.Role.OTHER,
)  # fmt: skip
Gathering = ProtectionConference | PlannedMeeting


@dataclass(frozen=True)
class Asked:
    """Somebody to put on a list: of the family by the key of the member, anybody else by agency and how to reach them.

    `name` is said in either case, and kept only where there is no member.
    """

    name: str
    member: int | None = None
    agency: str = ""
    reached_by: str = ""


@dataclass(frozen=True)
class Invited:
    """Somebody on the list. Words are empty where nobody said anything; codes are those of rules.overseeing.

    `care` says what to mind before one writes or rings; `reached_by` is a professional's, never one of the family's.
    """

    pk: int
    version: int
    name: str
    note: str
    is_family: bool
    is_child: bool
    born_on: date | None
    how: str
    asked: str
    answer: str
    needs: str
    attended: str
    participation: str
    agency: str
    reached_by: str
    care: str
    letter: str
    taking_off: str

    @property
    def need_codes(self) -> tuple[str, ...]:
        """The needs on the list."""
        return needs_of(self.needs)[0]

    @property
    def need_other(self) -> str:
        """What else they need."""
        return needs_of(self.needs)[1]

    @property
    def says(self) -> str:
        """What they answered and need, in a row."""
        return ". ".join(filter(None, [INVITE_ANSWER.get(self.answer, ""), self.needs]))

    @property
    def came(self) -> str:
        """Whether they came and how a child took part, in words; empty while nobody said."""
        return ". ".join(filter(None, [ATTENDED.get(self.attended, ""), PARTICIPATION.get(self.participation, "")]))


@dataclass(frozen=True)
class Proposed:
    """Somebody who could be asked: a key for the form, who they are, and what would be kept of them."""

    key: str
    name: str
    note: str
    asked: Asked


@dataclass(frozen=True)
class Head:
    """What the pages of a list begin with. `of` is "meeting" or "conference", as in their addresses."""

    of: str
    pk: int
    kind: str
    kind_code: str
    on: date
    day: str
    iso: str
    hour: str
    place: str
    href: str
    is_off: bool


def head_of(gathering: Gathering) -> Head:
    """No query."""
    is_meeting = isinstance(gathering, PlannedMeeting)
    on = day_here(gathering.planned_at) if isinstance(gathering, PlannedMeeting) else _day(gathering)
    return Head(
        of="meeting" if is_meeting else "conference",
        pk=gathering.pk,
        kind=gathering.get_kind_display(),
        kind_code=gathering.kind,
        on=on,
        day=f"{on:%A} {day_in_words(on)}",
        iso=on.isoformat(),
        hour=hour_in_words(gathering.planned_at.astimezone(HERE).time())
        if isinstance(gathering, PlannedMeeting)
        else "",
        place=gathering.place if isinstance(gathering, PlannedMeeting) else "",
        href=gathering.get_absolute_url(),
        is_off=bool(gathering.called_off_on),
    )


def rows_of(gathering: Gathering) -> list[Invitation]:
    """Everybody on the list, the family first, in the order they were put there. One query."""
    lives = HouseholdMembership.objects.filter(member=OuterRef("member"), ended_on=None)
    safe = ContactPoint.objects.filter(member=OuterRef("member"), ended_on=None, is_safe=True)
    found: Any = Invitation.objects.filter(taken_off_on=None, **_of(gathering)).annotate(
        lives_unsafe=Exists(lives.filter(household__is_safe_to_share=False)), is_reached=Exists(safe)
    )
    return list(found.select_related("member").order_by(F("member__kind").asc(nulls_last=True), "pk"))


def read_rows(rows: Iterable[Invitation]) -> tuple[Invited, ...]:
    """Rows of `rows_of` as pages show them. No query."""
    return tuple(_invited(row) for row in rows)


def who_is_asked(gathering: Gathering) -> tuple[Invited, ...]:
    """The list as pages show it. One query."""
    return read_rows(rows_of(gathering))


def proposed_for(gathering: Gathering, on: date) -> tuple[Proposed, ...]:
    """Who could be asked and is not on the list: parents and children, those around them, who works with them, and who
    came before. Four queries."""
    case = gathering.case
    family = read_family(case, on, STAFF)
    rows = Invitation.objects.filter(case=case, taken_off_on=None).order_by("-pk")
    rows_now = [row for row in rows if _is_of(row, gathering)]
    there = {row.member_id for row in rows_now} | {row.name for row in rows_now if row.name}
    working = Involvement.objects.filter(case=case, ended_on=None, role__in=_WORK).select_related("worker")
    found = [*_of_family(family.adults, family.children), *_around(family.people)]
    workers = {each.worker_id: each for each in working.order_by("-leads_now", "pk")}
    found += [
        Proposed(
            f"w{key}", each.worker.name, each.get_role_display(), Asked(name=each.worker.name, agency="social-care")
        )
        for key, each in workers.items()
    ]
    before = {row.name: row for row in rows if row.name and not _is_of(row, gathering)}
    found += [
        Proposed(f"b{row.pk}", name, f"Was asked before. {AGENCY.get(row.agency, '')}".strip(),
                 Asked(name=name, agency=row.agency, reached_by=row.reached_by))
        for name, row in before.items()
    ]  # fmt: skip
    unique: dict[Any, Proposed] = {}
    for each in found:
        unique.setdefault(each.asked.member or each.name, each)
    return tuple(each for key, each in unique.items() if key not in there)


def as_attended(conference: ProtectionConference) -> dict[str, Any]:
    """What the form of its outcome begins with: the agencies that were there, how each child took part. One query."""
    rows = Invitation.objects.filter(taken_off_on=None, conference=conference)
    said = list(rows.values_list("agency", "attended", "member", "participation"))
    agencies = agencies_there((agency, attended) for agency, attended, _, _ in said)
    codes = {f"participation_{member}": code for _, _, member, code in said if member and code}
    return codes | ({"agencies": list(agencies)} if agencies else {})


def who_came(asked: Sequence[Invited]) -> str:
    """Who came, as the account of a meeting begins: "Shirin Khatun, Ms Lee (Education). Did not come: …"."""
    there = [_named(each) for each in asked if each.attended in THERE]
    away = [_named(each) for each in asked if each.attended and each.attended not in THERE]
    said = f"{in_a_row(there)}." if there else ""
    return f"{said} Did not come: {in_a_row(away)}.".strip() if away else said


def quorum_of(asked: Sequence[Invited]) -> str:
    """The hint about a quorum, from whom the list says came."""
    return quorum_in_words(agencies_there((each.agency, each.attended) for each in asked))


def _named(each: Invited) -> str:
    return f"{each.name} ({AGENCY[each.agency]})" if each.agency and not each.is_family else each.name


def _invited(row: Any) -> Invited:
    member = row.member
    asked = f"{INVITED_HOW[row.how]}, {day_in_words(row.invited_on)}" if row.how and row.invited_on else ""
    return Invited(
        pk=row.pk,
        version=row.version,
        name=member.name if member else row.name,
        note=("Child" if member.kind == "child" else "Family") if member else AGENCY.get(row.agency, ""),
        is_family=member is not None,
        is_child=bool(member and member.kind == "child"),
        born_on=member.born_on if member else None,
        how=row.how,
        asked=asked,
        answer=row.answer,
        needs=row.needs,
        attended=row.attended,
        participation=row.participation,
        agency=row.agency,
        reached_by=row.reached_by,
        care=_care(row),
        letter=reverse("cases:invitation-letter", args=[row.case_id, row.pk]),
        taking_off=reverse("cases:invitation-taking-off", args=[row.case_id, row.pk]),
    )


def _care(row: Any) -> str:
    if row.member is None:
        return ""
    if row.lives_unsafe:
        return "Nothing by post: where they live is not to be shared."
    return "" if row.is_reached or row.member.kind == "child" else "No safe way to reach them is written down."


def _of_family(adults: Sequence[Who], children: Sequence[Who]) -> Iterator[Proposed]:
    for who in (*(each for each in adults if each.nearness < PARENTAL), *children):
        if not who.died and not (who.is_child and not who.age):
            yield Proposed(f"m{who.pk}", who.name, who.age if who.is_child else "; ".join(who.ties),
                           Asked(who.name, member=who.pk))  # fmt: skip


def _around(people: Sequence[Who]) -> Iterator[Proposed]:
    for who in people:
        for number, each in enumerate(who.around):
            if each.kind in AGENCY_OF:
                agency = AGENCY_OF[each.kind]
                name, note = each.name or each.label, f"{each.label} of {who.first_name}"
                asked = Asked(name[:120], agency=agency, reached_by=each.phone)
                yield Proposed(f"n{who.pk}-{number}", name, note, asked)


def _of(gathering: Gathering) -> dict[str, Any]:
    return {"conference" if isinstance(gathering, ProtectionConference) else "meeting": gathering}


def _is_of(row: Invitation, gathering: Gathering) -> bool:
    key = row.conference_id if isinstance(gathering, ProtectionConference) else row.meeting_id
    return key == gathering.pk


def _day(conference: ProtectionConference) -> date:
    day: date | None = conference.held_on or conference.planned_on
    assert day is not None  # a constraint of the table
    return day
