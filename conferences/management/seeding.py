"""Conferences of the invented service: two families' for the demo, a share of all for a generated one.

`world` is what `manage.py demo` and `manage.py seed` make; see there. Everybody is invented.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from camden.access import Role
from camden.models import Membership, User
from cases.models import Involvement, Member
from conferences.management import seeding_offering, seeding_stages, seeding_tables
from conferences.management.seeding_afterwards import afterwards
from conferences.management.seeding_letters import letters
from conferences.management.seeding_people import prepare
from conferences.management.seeding_plan import agree, may_be_promised, plan_of_the_doyle_okafors
from conferences.management.seeding_safety import keep_safe
from conferences.models import (
    AgencyAnswer,
    Brief,
    ConferenceChild,
    ConferenceStage,
    FamilyAnswer,
    FamilyConference,
    FamilyMeeting,
    FamilyPlan,
    Invitee,
    PlanAnswer,
    PlanItem,
)
from conferences.operations.figures import keep_figures
from conferences.operations.people import add_invitee
from conferences.operations.plans import give_plan, write_plan
from conferences.operations.referrals import refer
from conferences.operations.stages import hold_meeting, move
from conferences.readings.evidence import of_the_service
from conferences.rules.stages import Stage
from conferences.rules.words import AnswerSaid, BriefWords

SHARE = 0.06  # of a generated service's families are offered a conference
WANTED = 0.72  # of those
KINDS = [
    "Brief", "ConferenceChild", "FamilyAnswer", "ConferenceStage", "Invitee",
    "FamilyMeeting", "FamilyPlan", "PlanAnswer", "PlanItem", "AgencyAnswer",
]  # fmt: skip


def demo(world: Any) -> None:
    """Adds a conference to the families that are there. Runs with a principal who sees every record."""
    for name, tell in (("Rahman–Khatun", _rahman_khatun), ("Doyle–Okafor", _doyle_okafor)):
        if name in world.families:
            tell(world, world.families[name])
    seeding_offering.demo(world)  # first: who is on the list is taken from the network of the record
    prepare(world)
    keep_safe(world)
    letters(world)
    seeding_stages.demo(world)
    seeding_tables.demo(world)
    keep_figures(evidence=of_the_service(world.on), on=world.on)


def _rahman_khatun(world: Any, family: Any) -> None:
    """Wanted by Shirin; Jamal's side is asked with care; being prepared."""
    worker, samira = _lead(family.case.pk), world.people["Samira Yusuf"]
    asked_on = world.on - timedelta(days=16)
    conference = refer(
        case=family.case,
        children=list(family.children.values()),
        by=worker,
        on=asked_on,
        words=BriefWords(
            reason="Shirin does a lot alone since the summer, and Anisa does too much of it with her. Both would like"
            " their own people round them, and a plan that is theirs, before the winter in two rooms.",
            safety=Brief.Safety.KNOWN,
            safety_facts="A non-molestation order protects Shirin and the children from Jamal. They must not meet, on"
            " the way there or on the way home either. Where Shirin lives must not be said to his side.",
            questions="Who is there for Anisa, Imran and Zayd when Mum needs a rest?\n"
            "Who can interpret, so that Anisa does not have to?\nHow do the children see their dad’s family safely?",
            bottom_lines="Jamal does not come to the flat or to school.\nNo child interprets for a grown-up.",
            shared="That the children miss their aunt on Dad’s side, and that Shirin would like her to come.",
            shared_agreed_by="Shirin",
            shared_agreed_on=asked_on,
            arrangements="Sylheti interpreter, a woman. Halal food. Not on a Friday at midday.",
            childrens_views="Anisa: “Only if I don’t have to translate.” Imran would like to bring his drawing.",
        ),
        answers=[
            AnswerSaid("Shirin Khatun", "mother", FamilyAnswer.Answer.YES, asked_on),
            AnswerSaid("Jamal Rahman", "father", FamilyAnswer.Answer.THINKING, asked_on),
        ],
        coordinator=_place_of(samira),
    )
    move(conference=conference, to=Stage.PREPARING, by=samira, on=asked_on + timedelta(days=2))
    for facts in (
        {"name": "Shirin", "tie": "Mum", "side": "mother", "answer": "coming"},
        {"name": "Nanu", "tie": "Mum’s mother, in Sylhet", "side": "mother", "answer": "another-way",
         "taking_part": "By video, in the morning there."},
        {"name": "Farida", "tie": "Dad’s sister", "side": "father", "answer": "coming",
         "reach": "Through the women’s circle", "safe_contact": "Not at home: he has a key."},
    ):  # fmt: skip
        add_invitee(conference=conference, kind="family", **facts)


def _doyle_okafor(world: Any, family: Any) -> None:
    """Held nine days ago, before court; Ngozi stands ready; the plan was agreed there and then."""
    worker, samira = _lead(family.case.pk), world.people["Samira Yusuf"]
    ruth = world.people["Ruth Adeyemi"]
    asked_on, met_on = world.on - timedelta(days=37), world.on - timedelta(days=9)
    conference = refer(
        case=family.case,
        children=list(family.children.values()),
        by=worker,
        on=asked_on,
        words=BriefWords(
            reason="Caitlin’s baby comes in about five weeks. She is doing well on her prescription and is afraid of"
            " losing this baby too. Emeka’s family only heard last month and want to help.",
            safety=Brief.Safety.NOTHING_KNOWN,
            questions="Who is with Caitlin and the baby in the first weeks?\nWho has the baby if Caitlin uses again?",
            bottom_lines="The baby is never alone with somebody who is using.\n"
            "Somebody of the family sees Caitlin and the baby every day.",
            arrangements="Not in the morning: Caitlin collects her prescription.",
        ),
        answers=[
            AnswerSaid("Caitlin", "mother", FamilyAnswer.Answer.YES, asked_on),
            AnswerSaid("Emeka", "father", FamilyAnswer.Answer.YES, asked_on),
        ],
        coordinator=_place_of(samira),
        before_proceedings=True,
    )
    move(conference=conference, to=Stage.PREPARING, by=samira, on=asked_on + timedelta(days=3))
    for facts in (
        {"name": "Caitlin", "tie": "Mum", "side": "mother", "answer": "coming"},
        {"name": "Bernie", "tie": "Mum’s aunt, has Saoirse", "side": "mother", "answer": "coming"},
        {"name": "Emeka", "tie": "Dad", "side": "father", "answer": "coming"},
        {"name": "Ngozi", "tie": "Dad’s mother", "side": "father", "answer": "coming"},
    ):
        add_invitee(conference=conference, kind="family", **facts)
    may_be_promised(conference, ruth, met_on - timedelta(days=3))
    Invitee.objects.filter(conference=conference).update(is_screened=True)
    FamilyConference.objects.filter(pk=conference.pk).update(
        planned_on=met_on, starts=time(13, 30), place="Community hall"
    )
    move(conference=conference, to=Stage.READY, by=samira, on=met_on - timedelta(days=2))
    hold_meeting(
        conference=conference,
        by=samira,
        on=met_on,
        place="Community hall",
        private_from=time(14, 5),
        private_until=time(15, 40),
    )
    write_plan(conference=conference, words=plan_of_the_doyle_okafors(worker, met_on), version=0, on=met_on)
    give_plan(conference=conference, on=met_on)
    yes = "Thank you. This is a careful plan, and it is yours."
    agree(conference, words=yes, by=worker, on=met_on)
    move(conference=conference, to=Stage.ACTIVE, by=samira, on=met_on + timedelta(days=1))
    afterwards(conference, samira, met_on, world.on)


def generate(world: Any) -> None:
    """Conferences for a share of the families, in bulk: the same seed, the same conferences."""
    places = list(Membership.objects.filter(role=Role.CONFERENCE_COORDINATOR, ended_on=None).order_by("pk"))
    chosen = [record for record in world.records if record.child_ids and world.random.random() < SHARE]
    children = Member.objects.in_bulk([key for record in chosen for key in record.child_ids])
    made: list[tuple[Any, FamilyConference]] = []
    for record in chosen:
        on = _between(world, record.opened_on + timedelta(days=14))
        is_wanted = world.random.random() < WANTED
        place = world.random.choice(places) if places and is_wanted else None
        made.append(
            (
                record,
                FamilyConference(
                    case_id=record.case_id,
                    referred_by_id=record.worker_id,
                    referred_on=on,
                    coordinator_id=place.user_id if place else None,
                ),
            )
        )
    FamilyConference.objects.bulk_create([conference for _, conference in made])
    rows: dict[str, list[Any]] = {name: [] for name in KINDS}
    for record, conference in made:
        for row in _rows(world, record, conference, children):
            rows[type(row).__name__].append(row)
    for name in KINDS:
        if rows[name]:
            type(rows[name][0])._base_manager.bulk_create(rows[name], batch_size=2000)
    _coordinate(made, {place.user_id: place for place in places})


_WAY = [Stage.OFFERED, Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY, Stage.HELD]
_WAY += [Stage.PLAN_AGREED, Stage.ACTIVE]
_DAYS = [0, 0, 2, 6, 24, 30, 30, 31]


def _rows(world: Any, record: Any, conference: FamilyConference, children: dict[int, Member]) -> Iterator[Any]:
    """Everything beneath one generated conference, as far as the days since the referral reach."""
    own: dict[str, Any] = {"case_id": record.case_id, "conference": conference}
    days = (world.on - conference.referred_on).days
    is_wanted = conference.coordinator_id is not None
    way = [(stage, day) for stage, day in zip(_WAY, _DAYS, strict=True) if day <= days]
    if not is_wanted:
        way = [(Stage.OFFERED, 0), (Stage.DECLINED, 0)]
    yield Brief(**own, reason="The family would like its own people round the children.", safety="nothing-known")
    for key in record.child_ids:
        child = children[key]
        yield ConferenceChild(**own, child_id=key, first_name=child.first_name, age=child.age(conference.referred_on))
    asked: dict[str, Any] = {"asked_on": conference.referred_on, "asked_by_id": record.worker_id}
    yield FamilyAnswer(**own, who="Mum", tie="mother", answer="yes" if is_wanted else "no", **asked)
    for stage, day in way:
        by = record.worker_id if stage in _WAY[:3] or stage is Stage.DECLINED else conference.coordinator_id
        by = record.worker_id if stage is Stage.PLAN_AGREED else by
        on = conference.referred_on + timedelta(days=day)
        yield ConferenceStage(**own, stage=stage, happened_on=on, said_by_id=by)
    reached = {stage for stage, _ in way}
    if Stage.PREPARING in reached:
        yield Invitee(**own, name="Nan", tie="Mum’s mother", side="mother", kind="family", answer="coming")
        yield Invitee(**own, name="Uncle", tie="Dad’s brother", side="father", kind="family", answer="coming")
    if Stage.HELD in reached:
        yield from _held(own, record, conference.referred_on + timedelta(days=30))


def _held(own: dict[str, Any], record: Any, on: date) -> Iterator[Any]:
    yield FamilyMeeting(**own, held_on=on, private_from=time(14, 0), private_until=time(15, 20))
    yield FamilyPlan(**own, contingency="Nan has the children, from that night.")
    yield PlanAnswer(**own, place=1, question="Who can help?", words="Nan on Mondays, and Uncle at weekends.")
    yield PlanItem(**own, what="Have the children to tea", who="Nan", whose="family", when="Mondays")
    yield AgencyAnswer(
        **own, answer="agreed", answered_by_id=record.worker_id, answered_on=on, decided_by_id=record.worker_id
    )


def _coordinate(made: list[tuple[Any, FamilyConference]], places: dict[int, Membership]) -> None:
    """What opens each conference to its coordinator."""
    wanted = [(record, conference) for record, conference in made if conference.coordinator_id]
    Involvement.objects.bulk_create(
        Involvement(
            case_id=record.case_id,
            child_id=child,
            worker_id=conference.coordinator_id,
            team_id=places[conference.coordinator_id].team_id,
            role=Involvement.Role.CONFERENCE_COORDINATOR,
            scope="conference",
            started_on=conference.referred_on,
        )
        for record, conference in wanted
        for child in record.child_ids
    )


def _between(world: Any, earliest: date) -> date:
    """A day of the last 20 months on which the record was open."""
    first = max(earliest, world.on - timedelta(days=600))
    return min(first + timedelta(days=world.random.randint(0, max((world.on - first).days, 0))), world.on)


def _lead(case: int) -> User:
    """The family's lead worker."""
    lead = Involvement.objects.present().filter(case=case, role=Involvement.Role.LEAD).select_related("worker")[0]
    return lead.worker


def _place_of(user: User) -> Membership:
    """Where somebody convenes conferences."""
    found = Membership.objects.filter(user=user, role=Role.CONFERENCE_COORDINATOR, ended_on=None)
    return found.select_related("user", "team")[0]
