"""The demo's other families: one at each stretch of the way that the first three do not show.

Everybody is invented. `world` is what `manage.py demo` makes.
"""

from datetime import date, timedelta
from typing import Any

from camden.access import Role
from camden.models import Membership, User
from cases.models import Involvement, Member
from conferences.models import FamilyConference
from conferences.operations.offering import note_not_taken_up
from conferences.operations.plans import give_plan, write_plan
from conferences.operations.referrals import refer
from conferences.operations.stages import hold_meeting, move, write_stage
from conferences.readings.referral import of_the_record
from conferences.rules.not_taken_up import Why
from conferences.rules.stages import Stage
from conferences.rules.words import AnswerSaid, Beside, BriefWords, ItemWords, PlanWords


def demo(world: Any) -> None:
    """Adds a conference to each of these families that is there and has a lead worker."""
    tells = {
        "Hoxha": _offered,
        "Silva–Moraes": _accepted,
        "Tesfay": _not_in_his_interest,
        "Warsame": _allocated,
        "Carter–Mensah": _held,
        "Baptiste": _closed,
    }
    for name, tell in tells.items():
        if name in world.families and (worker := _lead(world.families[name].case.pk)):
            tell(world, world.families[name].case, worker)


def _offered(world: Any, case: Any, worker: User) -> None:
    _referral(world, case, worker, 9, "thinking", "Blerta signs for everybody. There are cousins in Enfield who ask"
              " how they can help.")  # fmt: skip


def _accepted(world: Any, case: Any, worker: User) -> None:
    _referral(world, case, worker, 3, "yes", "Dona Célia and Larissa’s mother would like to plan together how it goes"
              " on, one of them by video.")  # fmt: skip


def _allocated(world: Any, case: Any, worker: User) -> None:
    reason = "Hodan’s brothers and Abdi’s coach want to keep Abdi safe on his way home. They have never sat together."
    _referral(world, case, worker, 6, "yes", reason, is_sent=True)


def _not_in_his_interest(world: Any, case: Any, worker: User) -> None:
    on = world.on - timedelta(days=40)
    conference = _referral(world, case, worker, 40, "", "Yonas has a sister in Malmö and asked whether she could come.")
    note_not_taken_up(
        conference=conference, why=Why.NOT_IN_INTEREST, by=worker, on=on + timedelta(days=6),
        decided_by=world.people["Ruth Adeyemi"],
        evidence="Contact through us could put his family in danger where they live. He talks with Selam as he wants.",
    )  # fmt: skip


def _held(world: Any, case: Any, worker: User) -> None:
    """The family met yesterday; its plan waits for the worker's answer."""
    samira, met_on = world.people["Samira Yusuf"], world.on - timedelta(days=1)
    reason = "Lorraine would like her sisters and the Mensahs in Luton to share what she does alone."
    conference = _referral(world, case, worker, 43, "yes", reason, is_sent=True)
    move(conference=conference, to=Stage.PREPARING, by=samira, on=met_on - timedelta(days=36))
    hold_meeting(conference=conference, by=samira, on=met_on, place="Gospel Oak library")
    plan = PlanWords(
        answers=[("Who is there when Lorraine cannot be?", "Auntie Pearl on school days. Grandad Kofi at weekends.")],
        items=[
            ItemWords(None, "Have the children to tea", "Auntie Pearl", "family", "Tuesdays and Thursdays"),
            ItemWords(None, "Ask the school for a place at breakfast club", worker.name, "ours",
                      promised_to="Lorraine", keeper_id=worker.pk, due_on=world.on + timedelta(days=14)),
        ],
        contingency="If Lorraine is unwell, she rings Pearl, at any hour.",
        plan_keeper="Auntie Pearl",
    )  # fmt: skip
    write_plan(conference=conference, words=plan, version=0, on=met_on)
    give_plan(conference=conference, on=met_on)


def _closed(world: Any, case: Any, worker: User) -> None:
    """A year ago: held, agreed by a manager, looked at again, finished."""
    samira = world.people["Samira Yusuf"]
    conference = _referral(world, case, worker, 400, "yes", "So that Naomi and Esme stay sisters in two homes.")
    on = conference.referred_on
    FamilyConference.objects.filter(pk=conference.pk).update(coordinator=samira)
    for stage, days in (
        (Stage.ALLOCATED, 2), (Stage.PREPARING, 5), (Stage.READY, 30), (Stage.HELD, 36), (Stage.PLAN_AGREED, 36),
        (Stage.ACTIVE, 37), (Stage.REVIEWED, 106), (Stage.CLOSED, 180),
    ):  # fmt: skip
        by = worker if stage in (Stage.ALLOCATED, Stage.PLAN_AGREED) else samira
        write_stage(conference=conference, stage=stage, by=by, on=on + timedelta(days=days))


def _referral(
    world: Any, case: Any, worker: User, days: int, answer: str, reason: str, *, is_sent: bool = False
) -> FamilyConference:
    on: date = world.on - timedelta(days=days)
    record = of_the_record(case, world.on)
    adults = [each for each in record.to_ask if not each.person.is_child]
    asked = sorted(adults, key=lambda each: not each.person.has_responsibility)[:1] if answer else []
    place = Membership.objects.filter(
        user=world.people["Samira Yusuf"], role=Role.CONFERENCE_COORDINATOR, ended_on=None
    ).select_related("user", "team")[0]
    return refer(
        case=case,
        children=list(Member.objects.children().filter(case=case).order_by("pk")),
        by=worker,
        on=on,
        words=BriefWords(reason=reason, safety="nothing-known"),
        answers=[
            AnswerSaid(each.person.name, each.tie, answer, on, each.key, each.person.has_responsibility)
            for each in asked
        ],
        coordinator=place if is_sent else None,
        beside=Beside(network=record.network),
    )


def _lead(case: int) -> User | None:
    found = Involvement.objects.present().filter(case=case, role=Involvement.Role.LEAD).select_related("worker")
    lead = found.order_by("pk").first()
    return lead.worker if lead else None
