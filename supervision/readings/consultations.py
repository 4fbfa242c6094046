"""Consultations as somebody reads them: those who see the record, and the clinician, who sees no more of the family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import connection
from django.db.models import Q

from camden.access import Role
from camden.models import Membership, User
from camden.rules.moments import day_here, recent_day, until_in_words
from camden.rules.names import day_in_words
from cases.models import Case
from cases.rules.planning import hour_in_words
from supervision.models import Consultation
from supervision.rules.consulting import WITHOUT_NAMES, is_locked, locked_at, names_a_family

NOT_NAMED = "A family, named once it agrees"
NOBODY = "Without names"
MOST = 100  # consultations on a list


@dataclass(frozen=True)
class ConsultationLine:
    """A consultation on a list. `whom` is no name where the family is not known by one."""

    pk: int
    case_pk: int
    whom: str
    question: str
    who: str
    """Who asked whom: "Ade Fashola asked Yael Sharon, 3 November 2026"."""
    state: str
    kind: str
    is_waiting: bool
    to_write: bool
    """Whether it waits for the person who looks."""
    look_again: str


@dataclass(frozen=True)
class Added:
    """An addendum: what, and who added it when."""

    words: str
    who: str


@dataclass(frozen=True)
class ConsultationPage:
    """One consultation. `case` is None for a clinician who does not see the record, and wherever no names are given."""

    line: ConsultationLine
    case: Case | None
    is_unnamed: bool
    consent: str
    family_told: str
    held_on: str
    formulation: str
    suggestions: str
    worker_will: str
    referral: str
    joint_visit: str
    locked: str
    """Until when it can be written, or that it stays; empty while nothing is written."""
    may_write: bool
    may_add: bool
    may_say_consent: bool
    may_visit: bool
    addenda: tuple[Added, ...]


@dataclass(frozen=True)
class _About:
    first_name: str
    visit_on: date | None = None
    visit_starts: time | None = None


def clinicians(user: User) -> list[User]:
    """Whom one may ask: everybody who works here as a clinician, in the order of their names."""
    here = Membership.objects.filter(role=Role.CLINICIAN, ended_on=None, user__is_active=True).exclude(user=user)
    return list(User.objects.filter(pk__in=here.values("user")).order_by("name", "pk"))


def consultations(user: User, on: date, at: datetime) -> tuple[list[ConsultationLine], list[ConsultationLine]]:
    """What was asked of this person as a clinician, and what they asked: what waits first, then the newest."""
    found = Consultation.objects.visible_to(user).filter(Q(clinician=user) | Q(asked_by=user), withdrawn_on=None)
    lines = _lines(found.order_by("-asked_on", "-pk"), user, on)
    held = [(each, line) for each, line in lines]
    mine = [line for each, line in held if each.clinician_id == user.pk]
    asked = [line for each, line in held if each.clinician_id != user.pk]
    return sorted(mine, key=lambda line: not line.is_waiting), sorted(asked, key=lambda line: not line.is_waiting)


def consultations_of(case: Case, user: User, on: date) -> list[ConsultationLine]:
    """Consultations about one family, the newest first, for somebody who sees its record."""
    found = Consultation.objects.filter(case=case, withdrawn_on=None)
    return [line for _, line in _lines(found.order_by("-asked_on", "-pk"), user, on)]


def consultation(found: Consultation, user: User, on: date, at: datetime) -> ConsultationPage:
    """One consultation for this person. Whether they see the record decides what they may do to it."""
    case = Case.objects.visible_to(user).filter(pk=found.case_id).first()
    about = _about([found.pk]).get(found.pk)
    line = _line(found, user, on, case, about)
    locked = is_locked(found.written_at, at)
    is_clinician = found.clinician_id == user.pk
    is_open = found.withdrawn_on is None
    return ConsultationPage(
        line=line,
        case=case if found.consent != WITHOUT_NAMES else None,
        is_unnamed=found.consent == WITHOUT_NAMES,
        consent=found.get_consent_display(),
        family_told=found.family_told if case is not None or names_a_family(found.consent) else "",
        held_on=day_in_words(found.held_on) if found.held_on else "",
        formulation=found.formulation,
        suggestions=found.suggestions,
        worker_will=found.worker_will,
        referral=day_in_words(found.specialist_referral_on) if found.specialist_referral_on else "",
        joint_visit=_visit(found, case, about, on),
        locked=_locked(found, locked, at),
        may_write=is_clinician and is_open and not locked,
        may_add=found.written_at is not None and is_open,
        may_say_consent=case is not None and is_open,
        may_visit=case is not None and is_open and names_a_family(found.consent),
        addenda=tuple(
            Added(each.words, f"{each.written_by.name}, {day_in_words(day_here(each.written_at))}")
            for each in found.addenda.select_related("written_by").order_by("written_at", "pk")
        ),
    )


def _lines(found: Sequence[Consultation], user: User, on: date) -> list[tuple[Consultation, ConsultationLine]]:
    rows = list(found.select_related("asked_by", "clinician", "child")[:MOST])  # type: ignore[attr-defined]
    seen = {case.pk: case for case in Case.objects.visible_to(user).filter(pk__in={each.case_id for each in rows})}
    about = _about([each.pk for each in rows if each.clinician_id == user.pk and each.case_id not in seen])
    return [(each, _line(each, user, on, seen.get(each.case_id), about.get(each.pk))) for each in rows]


def _line(found: Consultation, user: User, on: date, case: Case | None, about: _About | None) -> ConsultationLine:
    state, kind = _state(found)
    is_waiting = found.written_at is None and found.withdrawn_on is None
    again = found.look_again_on
    return ConsultationLine(
        pk=found.pk,
        case_pk=found.case_id,
        whom=_whom(found, case, about),
        question=found.question,
        who=f"{found.asked_by.name} asked {found.clinician.name}, {day_in_words(found.asked_on)}",
        state=state,
        kind=kind,
        is_waiting=is_waiting,
        to_write=is_waiting and found.clinician_id == user.pk,
        look_again=recent_day(again, on) if again else "",
    )


def _whom(found: Consultation, case: Case | None, about: _About | None) -> str:
    """Whom it is about, for this person: a name only by leave, and to those who see the record."""
    if found.consent == WITHOUT_NAMES:
        return NOBODY
    if case is not None:
        return found.child.first_name if found.child else case.name
    if names_a_family(found.consent):
        return (about.first_name if about else "") or "A family"
    return NOT_NAMED


def _state(found: Consultation) -> tuple[str, str]:
    if found.withdrawn_on:
        return "Taken back", "grey"
    return ("Written", "green") if found.written_at else ("Asked for", "blue")


def _locked(found: Consultation, locked: bool, at: datetime) -> str:
    if found.written_at is None:
        return ""
    if locked:
        return "Written more than two days ago. It stays as it is; more can be added."
    return f"Can be changed by {found.clinician.name} until {until_in_words(locked_at(found.written_at), at)}."


def _visit(found: Consultation, case: Case | None, about: _About | None, on: date) -> str:
    """The day of the visit they plan together; nothing for one that was called off."""
    day = starts = None
    if case is not None and found.joint_visit and not found.joint_visit.called_off_on:
        day, starts = found.joint_visit.planned_on, found.joint_visit.starts
    elif about is not None:
        day, starts = about.visit_on, about.visit_starts
    if day is None:
        return ""
    return f"{day_in_words(day)}, {hour_in_words(starts)}" if starts else day_in_words(day)


def _about(keys: Sequence[int]) -> dict[int, _About]:
    """What a clinician may know of whom their consultations are about. A function of the database holds the rule."""
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute("select * from consulted_about(%s::bigint[])", [list(keys)])
        return {key: _About(name or "", day, starts) for key, name, day, starts in cursor.fetchall()}
