"""Decisions of a session: whose authority they rest on, and what waits for a named manager."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from camden.access import Role
from camden.models import Membership, Team, User
from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case, Decision
from cases.readings.deciders import managers_of
from supervision.models import Discussion, ManagementDecision
from supervision.rules.deciding import NEEDS, WORDS, About, Authority, Decided

OF_ROLE: dict[str, Authority] = {
    Role.SENIOR_PRACTITIONER: Authority.SENIOR_PRACTITIONER,
    Role.TEAM_MANAGER: Authority.TEAM_MANAGER,
    Role.SERVICE_MANAGER: Authority.SERVICE_MANAGER,
}
SAYS: dict[Authority, str] = {
    Authority.SENIOR_PRACTITIONER: "senior practitioner",
    Authority.TEAM_MANAGER: "team manager",
    Authority.SERVICE_MANAGER: "service manager",
}
RECENT = 12  # decisions of a family that may be the answer


@dataclass(frozen=True)
class Manager:
    """Somebody who may decide about a family, and how far."""

    person: User
    authority: Authority

    @property
    def says(self) -> str:
        """As a list names them: "Bilal Hart, team manager"."""
        return f"{self.person.name}, {SAYS[self.authority]}"


@dataclass(frozen=True)
class DecidedLine:
    """A decision or recommendation, as it is read. `waits_for` is the manager who has not answered yet, by `by_day`.

    `answered` says who answered and when; `withdrawn` who withdrew it, when and why.
    """

    pk: int
    about: str
    what: str
    why: str
    said_by: str
    authority: str
    waits_for: str = ""
    by_day: str = ""
    answered: str = ""
    answer: str = ""
    decision: Decision | None = None
    withdrawn: str = ""
    withdrawn_why: str = ""
    may_withdraw: bool = False


@dataclass(frozen=True)
class RecommendedLine:
    """What waits for this manager, or was answered by them. `instead_of` is the manager it was for, if another;
    `by_day` the day by which it is answered."""

    pk: int
    family: str
    case_pk: int
    about: str
    what: str
    why: str
    said: str
    answered: str
    is_agreed: bool
    by_day: str = ""
    instead_of: str = ""


def authorities(people: Iterable[User], case: Case) -> dict[int, Authority]:
    """How far each of these people may decide about this family, by key: only above its own teams. Two queries."""
    paths = Team.objects.filter(pk__in=case.team_ids).values_list("path", flat=True)
    above = {team for path in paths for team in path}
    keys = [person.pk for person in people]
    found = Membership.objects.filter(ended_on=None, user__in=keys, team__in=above, role__in=list(OF_ROLE))
    most: dict[int, Authority] = {}
    for user, role in found.values_list("user", "role"):
        most[user] = max(most.get(user, OF_ROLE[role]), OF_ROLE[role])
    return most


def deciders(case: Case, by: User) -> tuple[Authority | None, list[Manager]]:
    """How far `by` decides about this family, and whom a recommendation of theirs may be for: the other managers above
    its teams who see its record. Four queries."""
    found = managers_of(case)
    most = authorities([by, *found], case)
    others = [Manager(each, most[each.pk]) for each in found if each.pk in most and each.pk != by.pk]
    return most.get(by.pk), others


def decisions(discussion: Discussion, user: User | None = None) -> tuple[DecidedLine, ...]:
    """What was decided and recommended about one family, in the order in which it was said. One query; two more where
    `user`, who sees the record, is asked which of it they may withdraw."""
    related = ("said_by", "for_manager", "answered_by", "decision", "withdrawn_by")
    rows = list(discussion.decisions.select_related(*related).order_by("pk"))
    level = authorities([user], discussion.case).get(user.pk) if user and rows else None
    return tuple(_line(each, bool(user) and _is_to_withdraw(each, user, level)) for each in rows)


def may_withdraw(row: ManagementDecision, user: User) -> bool:
    """Whoever said it, or somebody who may decide as much about this family. Not what was answered. Two queries."""
    return _is_to_withdraw(row, user, authorities([user], row.case).get(user.pk))


def _is_to_withdraw(row: ManagementDecision, user: Any, level: Authority | None) -> bool:
    if row.answered_on is not None or row.withdrawn_on is not None:
        return False
    return row.said_by_id == user.pk or (
        level is not None and level >= (row.authority or Authority.SENIOR_PRACTITIONER)
    )


def decided(discussion: Discussion) -> tuple[Decided, ...]:
    """The same without what was withdrawn, as the rules of a closing know it. One query."""
    return tuple(as_rule(each) for each in discussion.decisions.filter(withdrawn_on=None).order_by("pk"))


def as_rule(row: ManagementDecision) -> Decided:
    """One decision as the rules know it."""
    authority = Authority(row.authority) if row.authority else None
    return Decided(About(row.about), row.what, row.why, authority, row.for_manager_id)


def recommended_to(user: User, on: date, *, answered: bool = False) -> tuple[RecommendedLine, ...]:
    """What waits for this manager, the most urgent first, also what was for one who cannot answer it; or what they
    answered, the newest first. One query."""
    related = ("case", "discussion", "said_by", "for_manager")
    if answered:
        found = ManagementDecision.objects.visible_to(user).exclude(answered_on=None)
        found = found.filter(Q(answered_by=user) | Q(answered_by=None, for_manager=user)).order_by(
            "-answered_on", "-pk"
        )
        rows = list(found.select_related(*related)[:RECENT])
    else:
        waiting = ManagementDecision.objects.to_answer(user, on).select_related(*related)
        rows = list(waiting.order_by(F("decide_by_on").asc(nulls_last=True), "discussion__held_on", "pk"))
    return tuple(_recommended(each, user, on) for each in rows)


def decisions_to_name(recommendation: ManagementDecision, user: User) -> list[Decision]:
    """Decisions this manager made about the family since the session, that no recommendation names yet."""
    named = ManagementDecision.objects.filter(decision__isnull=False).values("decision")
    made = Decision.objects.visible_to(user).filter(case=recommendation.case_id, made_by=user)
    since: date = recommendation.discussion.held_on
    return list(made.filter(made_on__gte=since).exclude(pk__in=named).order_by("-made_on", "-pk")[:RECENT])


def _line(row: ManagementDecision, may_withdraw: bool) -> DecidedLine:
    is_open = as_rule(row).is_recommendation and row.answered_on is None and row.withdrawn_on is None
    by = row.answered_by or row.for_manager
    instead = f" for {row.for_manager}" if row.for_manager and row.for_manager != by else ""
    return DecidedLine(
        pk=row.pk,
        about=WORDS[About(row.about)],
        what=row.what,
        why=row.why,
        said_by=row.said_by.name,
        authority=SAYS[Authority(row.authority)] if row.authority else "",
        waits_for=row.for_manager.name if is_open and row.for_manager else "",
        by_day=day_in_words(row.decide_by_on) if is_open and row.decide_by_on else "",
        answered=f"{by}{instead}, {day_in_words(row.answered_on)}" if row.answered_on else "",
        answer=row.answer,
        decision=row.decision,
        withdrawn=f"{row.withdrawn_by}, {day_in_words(row.withdrawn_on)}" if row.withdrawn_on else "",
        withdrawn_why=row.withdrawn_why,
        may_withdraw=may_withdraw,
    )


def _recommended(row: ManagementDecision, user: User, on: date) -> RecommendedLine:
    return RecommendedLine(
        pk=row.pk,
        family=row.case.name,
        case_pk=row.case_id,
        about=WORDS[About(row.about)],
        what=row.what,
        why=row.why,
        said=f"{row.said_by.name}, {day_in_words(row.discussion.held_on)}",
        answered=day_in_words(row.answered_on) if row.answered_on else "",
        is_agreed=row.discussion.agreed_on is not None,
        by_day=f"{day_in_words(row.decide_by_on)} ({day_away(row.decide_by_on, on)})" if row.decide_by_on else "",
        instead_of=row.for_manager.name if row.for_manager and row.for_manager_id != user.pk else "",
    )


def needs_in_words(about: About) -> str:
    """Who may decide such a thing: "a team manager"."""
    return f"a {SAYS[NEEDS[about]]}"
