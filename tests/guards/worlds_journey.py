"""A step of the journey of every kind, for the records of random worlds."""

from datetime import date

from cases import models as facts

BEGAN = date(2026, 2, 2)


def settle_journey(records: list[int], first: dict[int, int], worker: int) -> None:
    """One step of every kind for each record: the key of whatever has children is the record's own."""
    at = "2026-11-03T09:00:00Z"
    days = {"started_on": BEGAN}
    rows: list[tuple[type, dict[str, object]]] = [
        (facts.Contact, {"received_at": at, "taken_by_id": worker, "worry": "x", "source": "2A"}),
        (facts.Referral, {"received_at": at}),
        (facts.Assessment, {"legal_basis": "need", "counts_from_on": BEGAN, **days}),
        (facts.StrategyDiscussion, {"cause_at": at, "held_at": at}),
        (facts.ProtectionConference, {"kind": "initial", "planned_on": BEGAN}),
        (facts.PlanMeeting, {"kind": "core-group", "held_on": BEGAN}),
        (
            facts.ThresholdMove,
            {"moved_on": BEGAN, "to_basis": "need", "why": "x", "keeps_worker": True, "decided_by_id": worker},
        ),
        (facts.Closure, {"closed_on": BEGAN, "asked_on": BEGAN, "asked_by_id": worker, "reason": "RC7"}),
    ]
    for model, values in rows:
        model._base_manager.bulk_create(model(pk=r, case_id=r, **values) for r in records)
    episodes = {episode.child_id: episode.pk for episode in facts.Episode.objects.filter(child__in=first.values())}
    of_child: list[tuple[type, dict[str, object]]] = [
        (facts.ContactChild, {"contact_id": None}),
        (facts.ReferralChild, {"referral_id": None}),
        (facts.AssessmentChild, {"assessment_id": None, **days}),
        (facts.StrategyChild, {"strategy_id": None, "is_enquired": True}),
        (facts.Enquiry, {"strategy_id": None, **days}),
        (facts.ProtectionConferenceChild, {"conference_id": None}),
        (facts.PlanMeetingChild, {"meeting_id": None}),
        (facts.ThresholdChild, {"move_id": None}),
        (facts.PlanSpell, {"basis": "need", **days}),
        (facts.Milestone, {"kind": "missing", "happened_on": BEGAN}),
        (facts.Clock, {"rule": "CN2", "anchor_on": BEGAN, "amount": 1, "unit": "wd", "due_on": BEGAN, "do_by": BEGAN}),
        (
            facts.ClockException,
            {"rule": "CN2", "anchor_on": BEGAN, "reason": "x", "recorded_on": BEGAN, "recorded_by_id": worker},
        ),
    ]
    for model, values in of_child:
        model._base_manager.bulk_create(
            model(
                case_id=r, child_id=first[r], **{name: r if value is None else value for name, value in values.items()}
            )
            for r in records
        )
    facts.ClosureChild.objects.bulk_create(
        facts.ClosureChild(case_id=r, closure_id=r, child_id=first[r], episode_id=episodes[first[r]]) for r in records
    )
    facts.AssessmentReturn.objects.bulk_create(
        facts.AssessmentReturn(case_id=r, assessment_id=r, returned_on=BEGAN, returned_by_id=worker, why="x")
        for r in records
    )
    facts.Snooze.objects.bulk_create(
        facts.Snooze(case_id=r, person_id=worker, work="visit", until_on=BEGAN, reason="x", snoozed_on=BEGAN)
        for r in records
    )
    facts.AssessmentBasis.objects.bulk_create(
        facts.AssessmentBasis(
            case_id=r, assessment_id=r, before="early-help", legal_basis="need", began_on=BEGAN, why="x",
            decided_by_id=worker,
        )
        for r in records
    )  # fmt: skip
    facts.StepCheck.objects.bulk_create(
        facts.StepCheck(case_id=r, move_id=r, holds="holds", words="x", checked_on=BEGAN, checked_by_id=worker)
        for r in records
    )
