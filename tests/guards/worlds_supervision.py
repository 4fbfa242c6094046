"""What group supervision holds of each record, in worlds nobody thought of: one row in every table."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from camden.models import User
from supervision import models as talks

ON, AT = date(2026, 1, 5), datetime(2026, 1, 5, 10, tzinfo=UTC)

# Read by who was there and by nobody else, whoever sees the record; in these worlds nobody was.
STAYS_IN_THE_ROOM = frozenset(
    {"supervision_differencenote", "supervision_dissent", "supervision_position", "supervision_roomquestion"}
)
# Read by whoever plans the sessions of a group; in these worlds somebody who sees nothing supervises.
FOR_WHO_PLANS = frozenset({"supervision_needsanothersession"})


def settle_thinking(records: Sequence[int], first: dict[int, int], worker: int, session: talks.Session) -> None:
    """One row of each kind for every record; discussions and hypotheses have the keys of their records."""
    ideas = {each.case_id: each.pk for each in talks.Hypothesis.objects.filter(case__in=records)}
    outside = User.objects.create(email=f"outside-{session.pk}@example.org", name="Somebody outside")
    group = talks.Group.objects.create(team=session.group.team, name="Another", senior_practitioner=outside)
    talk = talks.OneToOne.objects.create(worker_id=worker, supervisor=outside, held_on=ON)
    of_discussion: list[tuple[type[Any], dict[str, Any]]] = [
        (talks.DiscussionPart, {"person_id": worker, "part": "scribe"}),
        (talks.DiscussionStep, {"step": "roles", "entered_at": AT, "entered_by_id": worker}),
        (talks.RoomQuestion, {"text": "x"}),
        (talks.DifferenceNote, {"lens": "class", "whose": "team"}),
        (talks.Dissent, {"person_id": worker, "words": "x"}),
        (talks.Position, {"person_id": worker, "words": "x"}),
        (talks.ManagementDecision, {"about": "risk", "what": "x", "said_by_id": worker}),
    ]
    for model, facts in of_discussion:
        model.objects.bulk_create(model(case_id=r, discussion_id=r, **facts) for r in records)
    talks.HypothesisKept.objects.bulk_create(talks.HypothesisKept(case_id=r, hypothesis_id=ideas[r]) for r in records)
    talks.HypothesisWeighed.objects.bulk_create(
        talks.HypothesisWeighed(
            case_id=r, hypothesis_id=ideas[r], verdict="dropped", evidence="x", weighed_on=ON, weighed_by_id=worker
        )
        for r in records
    )
    talks.AgendaItem.objects.bulk_create(
        # Taken off: on the agenda itself the database lets no family that is kept from anybody.
        talks.AgendaItem(
            case_id=r, session=session, depth="deep", proposed_on=ON, taken_off_on=ON, taken_off_by=outside
        )
        for r in records
    )
    talks.AgendaRequest.objects.bulk_create(
        talks.AgendaRequest(case_id=r, asked_by_id=worker, asked_on=ON, wants="group") for r in records
    )
    talks.NeedsAnotherSession.objects.bulk_create(
        talks.NeedsAnotherSession(case_id=r, group=group, since_on=ON) for r in records
    )
    held = talks.Consultation.objects.bulk_create(
        talks.Consultation(case_id=r, asked_by_id=worker, asked_on=ON, question="x", clinician=outside, consent="given")
        for r in records
    )
    talks.ConsultationAddendum.objects.bulk_create(
        talks.ConsultationAddendum(
            case_id=each.case_id, consultation=each, words="x", written_by_id=worker, written_at=AT
        )
        for each in held
    )
    families = talks.OneToOneFamily.objects.bulk_create(
        talks.OneToOneFamily(case_id=r, one_to_one=talk, held_on=ON) for r in records
    )
    talks.OneToOneChild.objects.bulk_create(
        talks.OneToOneChild(case_id=each.case_id, family=each, child_id=first[each.case_id]) for each in families
    )
