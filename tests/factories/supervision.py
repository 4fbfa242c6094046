"""Group supervision for tests: a group that meets, a session, a family thought about."""

from datetime import date
from typing import Any

import factory

from supervision.models import (
    Attendance,
    Consultation,
    Discussion,
    DiscussionChild,
    DiscussionWords,
    Group,
    GroupMember,
    Hypothesis,
    HypothesisKept,
    ManagementDecision,
    Session,
)
from tests.factories.asking import QuestionFactory


class GroupFactory(factory.django.DjangoModelFactory[Group]):
    """A pod's group with its `people`."""

    class Meta:
        model = Group
        skip_postgeneration_save = True

    name = "Primrose group"

    @factory.post_generation
    def people(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for person in extracted or []:
            GroupMember.objects.create(group=self, person=person, started_on=date(2026, 1, 5))


class SessionFactory(factory.django.DjangoModelFactory[Session]):
    """A session in a room; `parts` are (person, part)."""

    class Meta:
        model = Session
        skip_postgeneration_save = True

    held_on = date(2026, 11, 3)
    setting = Session.Setting.ROOM
    supervisor = factory.LazyAttribute(lambda session: session.group.senior_practitioner)

    @factory.post_generation
    def parts(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for person, part in extracted or []:
            Attendance.objects.create(session=self, person=person, part=part)


class DiscussionFactory(factory.django.DjangoModelFactory[Discussion]):
    """A family thought about in depth, about these `children`; its words are `said`."""

    class Meta:
        model = Discussion
        skip_postgeneration_save = True

    held_on = factory.LazyAttribute(lambda discussion: discussion.session.held_on)
    depth = Discussion.Depth.DEEP
    reason = Discussion.Reason.ROUTINE

    @factory.post_generation
    def said(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        DiscussionWords.objects.create(case=self.case, discussion=self, **(extracted or {}))

    @factory.post_generation
    def children(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            DiscussionChild.objects.create(case=self.case, discussion=self, child=child)


def settle_what_came_next(case: Any, session: Session, worker: Any) -> Hypothesis:
    """A discussion that is agreed, an idea of it that rang a bell, and what was answered; one more question waits."""
    agreed = {"agreed_on": session.held_on, "agreed_by": worker}
    discussion = DiscussionFactory(session=session, case=case, presenter=worker, **agreed)
    idea = Hypothesis.objects.create(
        case=case, discussion=discussion, text="Perhaps Anisa keeps the peace", status="kept", kept_by="presenter"
    )
    asked = QuestionFactory(case=case, ask_by=worker, asked_on=session.held_on, asked_by=worker, answer="Auntie does.")
    HypothesisKept.objects.create(case=case, hypothesis=idea, question=asked)
    QuestionFactory(case=case, ask_by=worker)
    return idea


class ConsultationFactory(factory.django.DjangoModelFactory[Consultation]):
    """A clinician was asked, by name once the family agreed; nothing is written yet."""

    class Meta:
        model = Consultation

    asked_on = date(2026, 11, 2)
    question = "How do we hear a girl who answers for everybody?"
    consent = Consultation.Consent.GIVEN


def think_together(cast: Any) -> None:
    """The Rahmans in supervision: talked about by Amara with Bilal there, what came next, a consultation, and what
    Bilal is recommended."""
    group = GroupFactory(team=cast.pod, senior_practitioner=cast.amara, people=[cast.amara])
    session = SessionFactory(group=group, parts=[(cast.amara, "presenter"), (cast.bilal, "supervisor")])
    said = {"dilemma": "How do we hear Anisa?"}
    settle_what_came_next(cast.case, SessionFactory(group=group, parts=[(cast.amara, "presenter")]), cast.amara)
    ConsultationFactory(case=cast.case, asked_by=cast.bilal, clinician=cast.amara, question="How do we hear Anisa?")
    talked = DiscussionFactory(session=session, case=cast.case, presenter=cast.amara, children=cast.children, said=said)
    recommended = {"about": "plan", "what": "Review Anisa’s plan", "why": "Anisa asked", "said_by": cast.amara}
    ManagementDecision.objects.create(case=cast.case, discussion=talked, for_manager=cast.bilal, **recommended)
