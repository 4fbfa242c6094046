"""What conferences hold of each record, in worlds nobody thought of: one row in every table."""

from datetime import date
from typing import Any

from camden.models import User
from conferences import models as conferences
from tests.guards.rooms_conferences import BY_ITS_WRITER, PREPARING, WITH_THE_RECORD_ALONE

ON = date(2026, 1, 5)


def rooms_of(table: str, *, right: set[int], coordinated: set[int]) -> set[int]:
    """The records of which somebody may read a table of conferences, by those they see and coordinate for."""
    base = table.removeprefix("conferences_").removesuffix("event")
    if base in PREPARING | BY_ITS_WRITER:
        return coordinated
    return right if base in WITH_THE_RECORD_ALONE else right | coordinated


def settle_conferences(records: list[int], first: dict[int, int], worker: int) -> None:
    """A conference for each record, with a row of every kind beneath it. Keys are those of the records."""
    outside = User.objects.create(email=f"writer-{records[0]}@example.org", name="Somebody outside").pk
    every = [{"case_id": r, "conference_id": r} for r in records]
    conferences.FamilyConference.objects.bulk_create(
        conferences.FamilyConference(pk=r, case_id=r, referred_by_id=worker, referred_on=ON) for r in records
    )
    said: dict[str, Any] = {"said_by_id": worker, "said_on": ON}
    rows: list[tuple[type[Any], dict[str, Any]]] = [
        (conferences.Brief, {"reason": "x", "safety": "nothing-known"}),
        (conferences.ConferenceStage, {"stage": "offered", "happened_on": ON, "said_by_id": worker}),
        (conferences.FamilyAnswer, {"who": "x", "answer": "yes", "asked_on": ON, "asked_by_id": worker}),
        (conferences.NotTakenUp, {"why": "not-now", "noted_on": ON, "noted_by_id": worker}),
        (conferences.SafetyFact, {"kind": "order", "about": "x", "words": "x", **said}),
        (conferences.NetworkPerson, {"name": "x", "side": "father"}),
        (conferences.Mandate, {"words": "x", "given_by_id": worker, "given_on": ON}),
        (conferences.MustHave, {"place": 1, "words": "x", **said}),
        (conferences.FamilyMeeting, {"held_on": ON}),
        (conferences.FamilyPlan, {}),
        (conferences.PlanAnswer, {"place": 1, "question": "x"}),
        (conferences.PlanItem, {"what": "x", "who": "x", "whose": "family"}),
        (conferences.PlanResource, {"what": "x"}),
        (conferences.CouldCare, {"who": "x"}),
        (conferences.PlanEdition, {"edition": 1, "agreed_on": ON, "content": {}}),
        (conferences.PlanReview, {"held_on": ON, "written_by_id": worker}),
        (conferences.AgencyAnswer, {"answer": "awaiting", "answered_by_id": worker, "answered_on": ON}),
        (conferences.DangerTold, {"words": "x", "children": [], "soon": "soon", "family": "told", "said_on": ON}),
        (conferences.Invitee, {"name": "x", "side": "father", "kind": "family"}),
        (conferences.PreparingNote, {"written_on": ON, "words": "x", "by_id": worker}),
        (conferences.Arrangement, {"need": "food"}),
        (conferences.InformationReport, {"who": "x", "written_by_id": outside}),
        (conferences.Outcome, {"timing": "start", "answered_on": ON}),
    ]
    for model, facts in rows:
        model.objects.bulk_create(model(pk=own["case_id"], **own, **facts) for own in every)
    conferences.ConferenceChild.objects.bulk_create(
        conferences.ConferenceChild(**own, child_id=first[own["case_id"]], first_name="x") for own in every
    )
    for late in (conferences.NotYetOffered, conferences.OfferInLetter):
        facts = {"letter_on": ON, "is_in_letter": True} if late is conferences.OfferInLetter else {"threshold": "help"}
        late.objects.bulk_create(late(case_id=r, **facts, **said) for r in records)
    beneath: list[tuple[type[Any], str, dict[str, Any]]] = [
        (conferences.MayPromise, "mandate", {"what": "x"}),
        (conferences.MustHaveLooked, "must_have", {"is_met": True, **said}),
        (conferences.ResourceAnswer, "resource", {"is_agreed": True, "answered_by_id": worker, "answered_on": ON}),
        (conferences.DangerAnswered, "danger", {"did": "x", "answered_by_id": worker, "answered_on": ON}),
        (conferences.Letter, "invitee", {"kind": "offer", "reader": "parent", "text": "x", "written_on": ON}),
        (conferences.PreparingContact, "invitee", {"happened_on": ON, "how": "visit", "by_id": worker}),
        (conferences.OutcomeWords, "outcome", {"words": "x"}),
    ]
    for model, above, facts in beneath:
        model.objects.bulk_create(model(**own, **{f"{above}_id": own["case_id"]}, **facts) for own in every)
    conferences.PromisedAction.objects.bulk_create(
        conferences.PromisedAction(**own, item_id=own["case_id"], action_id=own["case_id"]) for own in every
    )
    conferences.PromiseHeard.objects.bulk_create(
        conferences.PromiseHeard(**own, review_id=own["case_id"], item_id=own["case_id"]) for own in every
    )
    conferences.FamilyLink.objects.bulk_create(
        conferences.FamilyLink(**own, invitee_id=own["case_id"], opens="plan", token_sha256=f"x{own['case_id']}",
                               made_on=ON, expires_on=ON)
        for own in every
    )  # fmt: skip
    others = conferences.Invitee.objects.bulk_create(
        conferences.Invitee(pk=-own["case_id"], **own, name="y", side="mother", kind="family") for own in every
    )
    conferences.KeptApart.objects.bulk_create(
        conferences.KeptApart(case_id=two.case_id, conference_id=two.case_id, one_id=two.case_id, two=two)
        for two in others
    )
