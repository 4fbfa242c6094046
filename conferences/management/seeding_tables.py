"""The demo's five families who sat, or nearly sat, around a table of their own: ready, paused, withdrawn, met without a
plan, and a plan that could not be agreed yet. Everybody is invented. `world` is what `manage.py demo` makes.
"""

from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any

from camden.access import Role
from camden.models import Membership, User
from cases.models import Involvement, Member
from conferences.models import FamilyConference, Invitee, NetworkPerson
from conferences.operations.answers import answer_plan
from conferences.operations.mandate import give_mandate
from conferences.operations.meeting import note_meeting
from conferences.operations.people import change_invitee, invite_from_network, log_contact
from conferences.operations.plans import give_plan, write_plan
from conferences.operations.preparing import ask_questions, plan_meeting
from conferences.operations.referrals import refer
from conferences.operations.stages import move
from conferences.readings.answering import to_answer
from conferences.readings.preparing import questions_asked
from conferences.readings.referral import of_the_record
from conferences.rules.mandate import MayPromise
from conferences.rules.questions import stamp_of
from conferences.rules.stages import Stage
from conferences.rules.words import AnswerSaid, Beside, BriefWords, ItemWords, LookSaid, PlanWords, WishAnswered

COMING = "coming"


@dataclass(frozen=True)
class _Told:
    """How far a family has come: referred so many days ago, in these words, with these people and questions."""

    days: int
    reason: str
    must_haves: tuple[str, ...]
    questions: tuple[str, ...] = ()
    views: str = ""
    asked: dict[str, str] = field(default_factory=dict)
    """What each grown-up of the record said, by given name."""


TOLD = {
    "Reyes–Kaplan": _Told(
        40,
        "Marisol goes back to nursing at night. Her side and Daniel’s have both said that they would like to share the"
        " boys’ week, and nobody has put the two halves next to each other.",
        ("A grown-up whom the boys know sleeps where they sleep.", "Nobody under eleven takes a little one to school."),
        ("Who is there on which night?", "Who walks them over the crossing?", "What if a night falls through?"),
        "Mateo: “I can do breakfast. Not the crossing.” Ilan wants Abuela on the telephone.",
        {"Marisol": "yes", "Daniel": "yes"},
    ),
    "Nguyen–Walsh": _Told(
        30,
        "Linh nurses her mother alone, and Mai whispers. Linh’s brother and Conor would both come if they were asked.",
        ("Somebody besides Linh is there for Mai every afternoon.",),
        ("Who sits with Bà, so that Linh can sit with Mai?",),
        "Mai: “Can it be in a room where you may be loud?”",
        {"Linh": "yes", "Conor": "thinking"},
    ),
    "Fenwick": _Told(
        36,
        "Gemma cannot wake for Poppy in the mornings. Her mother and Lee would like to help and have never planned it"
        " together.",
        ("Somebody is awake when Poppy is awake.",),
        ("Who has the mornings?",),
        "",
        {"Gemma": "yes", "Lee": "yes"},
    ),
    "Bright–Acheampong": _Told(
        44,
        "Zuri carries messages between two homes that do not speak. Both grandmothers would like that to stop.",
        ("Neither child carries a message between grown-ups.",),
        ("How do we tell each other things?", "Where is the handing over, and who is there?"),
        "Zuri: “I want a day off from being the phone.”",
        {"Desirée": "yes", "Kwabena": "yes"},
    ),
    "Dean–Kowalczyk": _Told(
        45,
        "Sean drinks since he lost his work, and drove the boys home once. He asked for his brother to be in on it.",
        ("Nobody drives the boys after drinking.", "Sean has a bed at his mother’s until he is well."),
        ("Who fetches the boys on which day?", "What do we do when Sean has a bad week?"),
        "Alfie: “I want Dad to come, but on the bus.”",
        {"Beata": "yes", "Sean": "yes"},
    ),
}


def demo(world: Any) -> None:
    """Adds a conference to each of these families that is there."""
    tells = {
        "Reyes–Kaplan": _ready,
        "Nguyen–Walsh": _paused,
        "Fenwick": _withdrawn,
        "Bright–Acheampong": _without_a_plan,
        "Dean–Kowalczyk": _not_agreed,
    }
    for name, tell in tells.items():
        if name in world.families:
            tell(world, _prepared(world, world.families[name].case, TOLD[name]))


def _ready(world: Any, conference: FamilyConference) -> None:
    """The day is next week, and everybody is prepared."""
    _ready_for(world, conference, in_days=5, at=time(13, 30), where="Kentish Town Community Centre, the big room")
    move(conference=conference, to=Stage.READY, by=_samira(world), on=world.on - timedelta(days=2))


def _paused(world: Any, conference: FamilyConference) -> None:
    """A grandmother died: the family is in mourning, and rings when it is ready."""
    why = "Bà has died. The family is in mourning for forty-nine days and asked us to wait. Linh rings Samira after it."
    move(conference=conference, to=Stage.PAUSED, by=_samira(world), on=world.on - timedelta(days=9), reason=why)


def _withdrawn(world: Any, conference: FamilyConference) -> None:
    """They sat down by themselves, which is the best of reasons."""
    why = "“We did it ourselves over a roast. Mum moves in, and Lee has the nursery.” They can always ask again."
    move(conference=conference, to=Stage.WITHDRAWN, by=_samira(world), on=world.on - timedelta(days=14), reason=why)


def _without_a_plan(world: Any, conference: FamilyConference) -> None:
    """They met, and used the time for something else that had to come first."""
    met_on = _met(world, conference, 8, time(14, 20), time(16, 55), "Queen’s Crescent Library")
    why = "The two sides spoke of the funeral, for the first time. There was no time left for a plan. They want to meet"
    why = f"{why} again after half-term, in the same room."
    move(conference=conference, to=Stage.NO_PLAN, by=_samira(world), on=met_on + timedelta(days=1), reason=why)


def _not_agreed(world: Any, conference: FamilyConference) -> None:
    """One danger is left in a plan that is otherwise good, and a manager said what would change the answer."""
    worker, manager = conference.referred_by, world.people["Peter Novak"]
    give_mandate(
        conference=conference, must_haves=TOLD["Dean–Kowalczyk"].must_haves, promises=[MayPromise("Travel", 120)],
        up_to=120, words="Bus fares for whoever fetches the boys.", by=manager, is_manager=True,
        on=world.on - timedelta(days=14),
    )  # fmt: skip
    met_on = _met(world, conference, 9, time(13, 10), time(14, 40), "Maureen’s church hall")
    plan = PlanWords(
        answers=[
            (TOLD["Dean–Kowalczyk"].questions[0], "Maureen on the bus, Monday to Thursday. Sean in the car on Friday."),
            (TOLD["Dean–Kowalczyk"].questions[1], "He rings Rob, and Rob comes. Nobody shouts."),
        ],
        items=[
            ItemWords(None, "Fetch the boys by bus", "Maureen", "family", "Monday to Thursday"),
            ItemWords(None, "Come when Sean rings, and stay the night", "Rob", "family"),
            ItemWords(
                None, "Find out about the group on Wednesdays", worker.name, "ours", promised_to="Sean",
                keeper_id=worker.pk, due_on=world.on + timedelta(days=10),
            ),
        ],
        contingency="If Sean has a bad week, the boys stay with Beata, and Rob comes to Sean.",
        warning_signs="Sean does not pick up. Sean says that he is fine.",
        childs_message="Alfie: “The bus is good. You can see into gardens.”",
        plan_keeper="Rob",
    )  # fmt: skip
    write_plan(conference=conference, words=plan, version=0, on=met_on)
    give_plan(conference=conference, on=met_on)
    first, second = (must.pk for must in to_answer(conference).must_haves)
    answer_plan(
        case=conference.case, conference=conference, answer="not-safe", by=worker, is_manager=False, decided_by=manager,
        on=met_on + timedelta(days=1),
        words="Nearly all of this is good, and it is yours. One danger is left: on Fridays Sean would drive the boys,"
        " and nobody would know whether he had been drinking.",
        will_change="Somebody else drives on Fridays, or they come by bus as on the other days.",
        looks=[
            LookSaid(first, False, "Not on Fridays yet."), LookSaid(second, True, "He stays at Maureen’s.")
        ],
        wishes=list[WishAnswered](),
    )  # fmt: skip


def _prepared(world: Any, case: Any, told: _Told) -> FamilyConference:
    """Offered, wanted, with Samira, and its people asked."""
    worker, samira, on = _lead(case.pk), _samira(world), world.on - timedelta(days=told.days)
    record = of_the_record(case, world.on)
    adults = {each.person.name.split(" ")[0]: each for each in record.to_ask if not each.person.is_child}
    place = Membership.objects.filter(user=samira, role=Role.CONFERENCE_COORDINATOR, ended_on=None)
    conference = refer(
        case=case,
        children=list(Member.objects.children().filter(case=case).order_by("pk")),
        by=worker,
        on=on,
        words=BriefWords(
            reason=told.reason, safety="nothing-known", questions="\n".join(told.questions), childrens_views=told.views
        ),
        answers=[
            AnswerSaid(adults[name].person.name, adults[name].tie, answer, on, adults[name].key,
                       adults[name].person.has_responsibility)
            for name, answer in told.asked.items()
        ],
        coordinator=place.select_related("user", "team")[0],
        beside=Beside(must_haves=told.must_haves, network=record.network, threshold="family-asked"),
    )  # fmt: skip
    move(conference=conference, to=Stage.PREPARING, by=samira, on=on + timedelta(days=2))
    if told.questions:
        ask_questions(
            conference=conference, questions=told.questions, shown=stamp_of(questions_asked(conference))
        )  # fmt: skip
    for days, person in enumerate(NetworkPerson.objects.filter(conference=conference).order_by("pk"), 4):
        one = invite_from_network(conference=conference, person=person)
        change_invitee(invitee=one, version=one.version, is_screened=True, answer=COMING)
        log_contact(invitee=one, by=samira, on=on + timedelta(days=days), how="visit", minutes=50)
    return FamilyConference.objects.select_related("referred_by", "case").get(pk=conference.pk)


def _ready_for(world: Any, conference: FamilyConference, *, in_days: int, at: time, where: str) -> None:
    plan_meeting(
        conference=conference, version=FamilyConference.objects.get(pk=conference.pk).version,
        planned_on=world.on + timedelta(days=in_days), starts=at, place=where,
    )  # fmt: skip


def _met(world: Any, conference: FamilyConference, days: int, began: time, opened: time, where: str) -> Any:
    """The family met so many days ago, with everybody who was on the list."""
    _ready_for(world, conference, in_days=-days, at=time(13), where=where)
    met_on = world.on - timedelta(days=days)
    move(conference=conference, to=Stage.READY, by=_samira(world), on=met_on - timedelta(days=3))
    everybody = set(Invitee.objects.filter(conference=conference).values_list("pk", flat=True))
    note_meeting(
        conference=conference, by=_samira(world), on=met_on, place=where, private_from=began, private_until=opened,
        came=everybody,
    )  # fmt: skip
    return met_on


def _samira(world: Any) -> User:
    found: User = world.people["Samira Yusuf"]
    return found


def _lead(case: int) -> User:
    """The family's lead worker."""
    lead = Involvement.objects.present().filter(case=case, role=Involvement.Role.LEAD).select_related("worker")
    return lead.order_by("pk")[0].worker
