"""Fetching is checking: what cannot be fetched here does not exist for the person who asks."""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Exists, Func, OuterRef, Q
from django.http import Http404

from camden.access import Permission, Role
from cases.lookup import get_case
from cases.models import Case, Member
from supervision.models import (
    AgendaItem,
    Consultation,
    Discussion,
    Group,
    GroupMember,
    Hypothesis,
    ManagementDecision,
    NeedsAnotherSession,
    OneToOne,
    Session,
)
from supervision.readings.decisions import may_withdraw
from supervision.readings.formulation import with_all_of_it


def groups_of(request: Any) -> list[Group]:
    """Groups of the person's own teams, and groups they belong to (`is_mine`), in the order of their names."""
    found = Group.objects.visible_to(request.user).told_whose(request.user)
    return list(found.select_related("senior_practitioner").order_by("name", "pk"))


def get_session(request: Any, pk: int) -> Session:
    """A session, of which the families are each their own matter. Raises Http404."""
    found = Session.objects.visible_to(request.user).filter(pk=pk)
    session = found.select_related("group", "supervisor").first()
    if session is None:
        raise Http404
    return session


def get_session_i_am_at(request: Any, pk: int) -> Session:
    """A session for somebody who takes part in it: only they write down what is said. Raises Http404."""
    session = get_session(request, pk)
    if not session.attendances.filter(person=request.user).exists():
        raise Http404
    return session


def get_family_to_bring(request: Any, pk: int) -> tuple[Case, list[Member]]:
    """A family whose record this person sees, and its children. Raises Http404."""
    case = get_case(request, pk)
    return case, list(Member.objects.children().filter(case=case))


def get_discussion(request: Any, pk: int) -> Discussion:
    """What was said about a family, for those who see its record or were there. Raises Http404."""
    discussion = Discussion.objects.visible_to(request.user).filter(pk=pk).first()
    if discussion is None:
        raise Http404
    request.opened.add(discussion.case_id)
    return discussion


def get_discussion_to_write(request: Any, pk: int) -> Discussion:
    """A discussion for somebody who was there and sees the family's record. Raises Http404."""
    seen = Case.objects.visible_to(request.user)
    found = Discussion.objects.visible_to(request.user).heard_by(request.user)
    found = found.filter(pk=pk, case__in=seen.values("pk")).select_related(
        "presenter", "words", "case", "session__group"
    )
    discussion = found.first()
    if discussion is None:
        raise Http404
    request.opened.add(discussion.case_id)
    return discussion


def get_discussion_heard(request: Any, pk: int) -> Discussion:
    """A discussion for somebody who was there, with `is_writable`: whether they see the family's record too, as only
    those write about it. Raises Http404."""
    seen = Case.objects.visible_to(request.user).filter(pk=OuterRef("case"))
    found = Discussion.objects.visible_to(request.user).heard_by(request.user).filter(pk=pk)
    discussion = found.annotate(is_writable=Exists(seen)).select_related("session").first()
    if discussion is None:
        raise Http404
    request.opened.add(discussion.case_id)
    return discussion


def get_recommendation(request: Any, pk: int, on: date) -> ManagementDecision:
    """What waits for this manager, or was theirs to answer and is answered or withdrawn, of a record they see.
    Raises Http404."""
    waiting = ManagementDecision.objects.to_answer(request.user, on).values("pk")
    done = ManagementDecision.objects.answerable(request.user).exclude(answered_on=None, withdrawn_on=None)
    found = ManagementDecision.objects.filter(Q(pk__in=waiting) | Q(pk__in=done.values("pk")), pk=pk)
    related = ("discussion", "case", "said_by", "decision", "for_manager", "answered_by", "withdrawn_by")
    recommendation = found.select_related(*related).first()
    if recommendation is None:
        raise Http404
    request.opened.add(recommendation.case_id)
    return recommendation


def get_decision_to_withdraw(request: Any, pk: int) -> ManagementDecision:
    """What this person said in a session, or may decide as much about. Raises Http404."""
    found = ManagementDecision.objects.visible_to(request.user).filter(pk=pk)
    decision = found.select_related("discussion", "case", "withdrawn_by").first()
    is_done = decision is not None and (decision.answered_on or decision.withdrawn_on)
    if decision is None or not (is_done or may_withdraw(decision, request.user)):
        raise Http404
    request.opened.add(decision.case_id)
    return decision


def get_room(request: Any, pk: int) -> Session:
    """A session for somebody who takes part in it, with how often something of it changed. Raises Http404.

    `kept` are the keys of all records, of this session or not, that are kept from them.
    """
    found = Session.objects.visible_to(request.user).filter(pk=pk, attendances__person=request.user)
    kept = Func(function="app_excluded", output_field=ArrayField(BigIntegerField()))
    session = found.select_related("group", "supervisor", "pulse").annotate(kept=kept).first()
    if session is None:
        raise Http404
    return session


def supervises(request: Any, session: Session) -> bool:
    """Whether they plan a session: its supervisor, the group’s senior, or who holds supervision for its team."""
    if request.user.pk in (session.supervisor_id, session.group.senior_practitioner_id):
        return True
    return session.group.team_id in request.user.team_ids_for(Permission.SUPERVISION_HOLD)


def get_session_i_supervise(request: Any, pk: int) -> Session:
    """A session for whoever plans it. Raises Http404."""
    session = get_session(request, pk)
    if not supervises(request, session):
        raise Http404
    return session


def get_agenda_item(request: Any, session: Session, key: str) -> AgendaItem:
    """A family on an agenda whose record this person sees. `key` as it was sent. Raises Http404."""
    found = AgendaItem.objects.visible_to(request.user).filter(pk=_key(key), session=session)
    item = found.select_related("session", "case").first()
    if item is None:
        raise Http404
    request.opened.add(item.case_id)
    return item


def get_another(request: Any, key: str) -> NeedsAnotherSession:
    """A family that needs another session, for whoever plans it: the supervisor, or the manager. Raises Http404."""
    manages = request.user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    mine = Q(is_for_manager=False, group__senior_practitioner=request.user)
    mine |= Q(is_for_manager=True, group__team__in=manages)
    need = NeedsAnotherSession.objects.visible_to(request.user).filter(mine, pk=_key(key)).first()
    if need is None:
        raise Http404
    request.opened.add(need.case_id)
    return need


def _key(sent: str) -> int:
    """A key as a button sent it. Raises Http404."""
    if not sent.isascii() or not sent.isdigit() or len(sent) > 17:
        raise Http404
    return int(sent)


def get_hypothesis_to_weigh(request: Any, pk: int) -> Hypothesis:
    """An idea that rang a bell, of a discussion that is agreed, for whoever sees the record. Raises Http404."""
    seen = Case.objects.visible_to(request.user)
    found = Hypothesis.objects.filter(pk=pk, case__in=seen.values("pk"), discussion__agreed_on__isnull=False)
    found = found.exclude(status=Hypothesis.Status.PROPOSED)
    idea = with_all_of_it(found).select_related("discussion__case").first()
    if idea is None:
        raise Http404
    request.opened.add(idea.case_id)
    return idea


def get_consultation(request: Any, pk: int) -> Consultation:
    """A consultation, for those who see the record and for its clinician. Raises Http404."""
    found = Consultation.objects.visible_to(request.user).filter(pk=pk)
    consultation = found.select_related("asked_by", "clinician", "child", "joint_visit").first()
    if consultation is None:
        raise Http404
    request.opened.add(consultation.case_id)
    return consultation


def get_consultation_to_write(request: Any, pk: int) -> Consultation:
    """A consultation of one's own as clinician. Raises Http404 for everybody else's."""
    consultation = get_consultation(request, pk)
    if consultation.clinician_id != request.user.pk:
        raise Http404
    return consultation


def get_consultation_of_record(request: Any, pk: int) -> Consultation:
    """A consultation about a family whose record this person sees, with `case` set. Raises Http404."""
    consultation = get_consultation(request, pk)
    consultation.case = get_case(request, consultation.case_id)
    return consultation


def get_one_to_one(request: Any, pk: int) -> OneToOne:
    """A talk of this person, as worker or as whoever supervises, with its words. Raises Http404."""
    mine = Q(worker=request.user) | Q(supervisor=request.user)
    found = OneToOne.objects.filter(mine, pk=pk).select_related("worker", "supervisor", "words")
    talk = found.first()
    if talk is None:
        raise Http404
    return talk


def get_group_i_belong_to(request: Any, pk: int) -> Group:
    """A group for its own people, guests and managers left out. Raises Http404."""
    mine = GroupMember.objects.filter(person=request.user, ended_on=None).exclude(as_what=GroupMember.As.GUEST)
    group = Group.objects.visible_to(request.user).filter(pk=pk, pk__in=mine.values("group")).first()
    if group is None:
        raise Http404
    return group


def get_group(request: Any, pk: int) -> Group:
    """A group of the person's own teams, or one they belong to. Raises Http404."""
    found = Group.objects.visible_to(request.user).filter(pk=pk).select_related("senior_practitioner", "clinician")
    group = found.first()
    if group is None:
        raise Http404
    return group


def leads(request: Any, group: Group) -> bool:
    """Whether they plan for a group: its senior practitioner, or whoever holds supervision for its team."""
    if request.user.pk == group.senior_practitioner_id:
        return True
    return group.team_id in request.user.team_ids_for(Permission.SUPERVISION_HOLD)


def get_group_i_lead(request: Any, pk: int) -> Group:
    """A group for whoever plans for it. Raises Http404."""
    group = get_group(request, pk)
    if not leads(request, group):
        raise Http404
    return group
