"""What workers record of their work with a family, of every kind, for the records of random worlds."""

from datetime import date

from cases import models as facts

BEGAN = date(2026, 2, 2)


def settle_record(records: list[int], first: dict[int, int], worker: int) -> None:
    """A row of every kind beneath each record: the key of whatever has parts is the record's own."""
    rows: list[tuple[type, dict[str, object]]] = [
        (facts.CaseNote, {"kind": "call", "writer_id": worker, "happened_on": BEGAN}),
        (facts.Goal, {"words": "x", "set_on": BEGAN, "set_by_id": worker}),
        (facts.SignificantEvent, {"happened_on": BEGAN, "what": "x", "written_by_id": worker, "written_on": BEGAN}),
        (facts.BriefPart, {"kind": "why", "words": "x", "written_by_id": worker, "written_on": BEGAN}),
        (facts.PlannedVisit, {"worker_id": worker, "planned_on": BEGAN, "planned_by_id": worker}),
        (facts.Release, {"kind": "agreed", "title": "x", "given_to": "x", "how": "by-hand", "given_on": BEGAN,
                         "given_by_id": worker}),
        (facts.Export, {"what": "chronology", "layout": "word", "asked_by_id": worker,
                        "asked_at": "2026-11-03T09:00:00Z"}),
        (facts.Document, {"kind": "letter", "title": "x", "sha256": "0" * 64, "content_type": "application/pdf",
                          "size": 1, "added_by_id": worker, "added_on": BEGAN}),
        (facts.Disagreement, {"entry_id": None, "said_by": "x", "words": "x", "said_on": BEGAN,
                              "recorded_by_id": worker}),
        (facts.SetAside, {"entry_id": None, "set_by_id": worker, "set_on": BEGAN}),
        (facts.ActionHandover, {"action_id": None, "from_keeper_id": worker, "to_keeper_id": worker + 1,
                                "handed_on": BEGAN, "because": "x"}),
        (facts.Complaint, {"kind": "compliment", "said_by": "x", "how": "spoken", "words": "x", "received_on": BEGAN,
                           "recorded_by_id": worker}),
        (facts.Decision, {"kind": "plan", "question": "x", "asked_on": BEGAN, "asked_by_id": worker}),
        (facts.DecisionHeard, {"decision_id": None, "said_by": "x", "how": "not-yet", "ask_by_on": BEGAN,
                               "recorded_by_id": worker}),
        (facts.DecisionOption, {"decision_id": None, "words": "x", "formality": "network", "is_chosen": True,
                                "position": 1}),
        (facts.Dispute, {"about": "x", "words": "x", "wanted": "x", "raised_on": BEGAN, "raised_by_id": worker,
                         "answer_by_on": BEGAN}),
        (facts.DriftAnswer, {"kind": "no-oversight", "answer": "talk", "words": "x", "answered_on": BEGAN,
                             "answered_by_id": worker, "quiet_until_on": date(2026, 3, 2)}),
        (facts.PlannedMeeting, {"kind": "core-group", "planned_at": "2026-11-03T09:00:00Z", "arranged_by_id": worker,
                                "arranged_on": BEGAN}),
        (facts.Invitation, {"meeting_id": None, "name": "x"}),
        (facts.Question, {"what": "x", "whom": "x", "first_sentence": "x", "ask_by_id": worker, "ask_by_on": BEGAN,
                          "asked_for_in": "x", "planned_on": BEGAN}),
        (facts.Oversight, {"about": "x", "decision": "x", "rationale": "x", "written_on": BEGAN,
                           "written_by_id": worker}),
        (facts.RetentionHold, {"why": "x", "held_on": BEGAN, "held_by_id": worker}),
        (facts.Writing, {"paper": "plan", "begun_on": BEGAN}),
        (facts.WritingPart, {"writing_id": None, "section": "x", "written_by_id": worker,
                             "written_at": "2026-11-03T09:00:00Z"}),
        (facts.FamilySays, {"part_id": None, "said_by": "x", "words": "x", "said_on": BEGAN, "heard_by_id": worker}),
        (facts.PartSource, {"part_id": None, "kind": "visit", "subject_id": None, "words": "x", "source": "x",
                            "taken_by_id": worker, "taken_on": BEGAN}),
        (facts.SharedView, {"writing_id": None, "stand": "agree", "about": "x", "said_on": BEGAN,
                            "recorded_by_id": worker}),
        (facts.Sharing, {"writing_id": None, "shared_with": "x", "how": "together", "shared_on": BEGAN,
                         "shared_by_id": worker}),
        (facts.GenogramOrder, {"made_for": "staff"}),
        (facts.GenogramSnapshot, {"title": "x", "kept_for": "keeping", "made_for": "staff", "pictured_on": BEGAN,
                                  "facts": {}, "taken_by_id": worker, "taken_on": BEGAN}),
    ]  # fmt: skip
    for model, values in rows:
        _lay(model, ({"pk": r, **{n: r if v is None else v for n, v in values.items()}} for r in records), records)
    of_person: list[tuple[type, dict[str, object]]] = [
        (facts.OversightNote, {"child_id": 0, "thought_on": BEGAN, "thought_in": "x", "subject_id": 1,
                               "agreed_on": BEGAN, "agreed_by_id": worker}),
        (facts.ComplexityFactor, {"child_id": 0, "kind": "network", "why": "x", "proposed_on": BEGAN,
                                  "proposed_by_id": worker}),
        (facts.Introduction, {"child_id": 0, "worker_id": worker, "changed_on": BEGAN, "spoken": "discussed"}),
        (facts.Quote, {"speaker_id": 0, "words": "x", "said_on": BEGAN}),
        (facts.ContactPoint, {"member_id": 0, "kind": "mobile", "value": "x"}),
        (facts.Alias, {"member_id": 0, "kind": "known-as", "given_name": "x"}),
        (facts.NetworkTie, {"id": None, "member_id": 0, "kind": "school", "organisation": "x"}),
        (facts.Consent, {"member_id": 0, "purpose": "help", "how": "spoken", "given_on": BEGAN,
                         "recorded_by_id": worker}),
        (facts.FeedbackInvitation, {"member_id": 0, "token_sha256": None, "after": "visits", "invited_on": BEGAN,
                                    "invited_by_id": worker, "expires_on": BEGAN}),
        (facts.Feedback, {"member_id": 0, "answered_on": BEGAN}),
        (facts.Presence, {"member_id": 0, "visit_id": None, "happened_on": BEGAN}),
        (facts.CaseNoteChild, {"child_id": 0, "note_id": None}),
        (facts.SignificantEventChild, {"child_id": 0, "event_id": None}),
        (facts.DecisionChild, {"child_id": 0, "decision_id": None}),
        (facts.AsTold, {"told_by_id": 0, "kind": "person", "subject_id": None, "told_on": BEGAN,
                        "recorded_by_id": worker}),
        (facts.CulturalNote, {"member_id": 0, "kind": "language", "words": "x", "noted_by_id": worker,
                              "noted_on": BEGAN}),
        (facts.EmotionalTie, {"one_id": 0, "other_id": None, "kind": "close", "view_of_worker_id": worker,
                              "seen_on": BEGAN, "recorded_by_id": worker}),
        (facts.HealthMark, {"member_id": 0, "kind": "illness", "noted_by_id": worker, "noted_on": BEGAN}),
        (facts.PastLoss, {"mother_id": 0, "kind": "miscarriage", "recorded_by_id": worker, "recorded_on": BEGAN}),
        (facts.TieSeen, {"tie_id": None, "strength": "weak", "view_of_id": 0, "seen_on": BEGAN,
                         "recorded_by_id": worker}),
        (facts.MemberMerge, {"kept_id": 0, "merged_id": None, "merged_on": BEGAN, "merged_by_id": worker}),
    ]  # fmt: skip
    for model, values in of_person:
        told = ({n: first[r] if v == 0 else r if v is None else v for n, v in values.items()} for r in records)
        _lay(model, told, records)
    _lay(facts.CaseNoteAccount, ({"note_id": r, "words": "x"} for r in records), records)
    _lay(facts.GoalTouched, ({"visit_id": r, "goal_id": r} for r in records), records)


def _lay(model: type, told: object, records: list[int]) -> None:
    model._base_manager.bulk_create(  # type: ignore[attr-defined]
        model(case_id=r, **values)
        for r, values in zip(records, told, strict=True)  # type: ignore[call-overload]
    )
