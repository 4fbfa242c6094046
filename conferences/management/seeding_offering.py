"""The demo's offers: each person who was asked, what must happen, who is around, and one not taken up.

Everybody is invented. `world` is what `manage.py demo` makes.
"""

from datetime import timedelta
from typing import Any

from cases.models import Involvement, Member
from conferences.models import FamilyConference, MustHave
from conferences.operations.offering import ask, note_not_taken_up, set_network
from conferences.operations.referrals import refer
from conferences.operations.settings import set_conferences
from conferences.readings.referral import of_the_record
from conferences.rules.not_taken_up import Why
from conferences.rules.words import AnswerSaid, Beside, BriefWords


def demo(world: Any) -> None:
    """Completes the offers that are there, and adds one that a family does not take up at present."""
    if "Rahman–Khatun" in world.families:
        _rahman_khatun(world, world.families["Rahman–Khatun"])
    if "Nowicka–Mirza" in world.families:
        _not_now(world, world.families["Nowicka–Mirza"])
    if "Sol Hathaway" in world.people:
        set_conferences(
            by=world.people["Sol Hathaway"], commenced_on=None, leave_to="https://www.bbc.co.uk/weather",
            duty_phone="020 7946 0999",
        )  # fmt: skip


def _rahman_khatun(world: Any, family: Any) -> None:
    """Shirin was asked again with an interpreter who is not of the family; Anisa and Imran were asked as well."""
    conference = FamilyConference.objects.filter(case=family.case).order_by("pk")[0]
    by, on = conference.referred_by, conference.referred_on
    own = {"case": family.case, "conference": conference, "said_by": by, "said_on": on}
    must = ("Jamal does not come to the flat or to school.", "No child interprets for a grown-up.")
    if not MustHave.objects.filter(conference=conference).exists():
        for place, words in enumerate(must, 1):
            MustHave.objects.create(**own, place=place, words=words)
    record = of_the_record(family.case, world.on)
    set_network(conference=conference, there=record.network, on=on)
    people = {each.person.name.split(" ")[0]: each for each in record.to_ask}
    said = {
        "Shirin": {"answer": "yes", "language": "Sylheti", "interpreter": "Mrs Begum, of the interpreting service",
                   "shares": ("reach", "language", "school")},
        "Anisa": {"answer": "yes", "words": "Only if I don’t have to translate."},
        "Imran": {"answer": "thinking", "words": "Can I bring my drawing?"},
    }  # fmt: skip
    for name, facts in said.items():
        if name in people:
            each = people[name]
            answer = AnswerSaid(
                each.person.name, each.tie, asked_on=on + timedelta(days=1), member_id=each.key,
                has_responsibility=each.person.has_responsibility, is_child=each.person.is_child, **facts,
            )  # fmt: skip
            ask(conference=conference, answer=answer, by=by)


def _not_now(world: Any, family: Any) -> None:
    """Offered seven weeks ago, and not now: it can be offered again."""
    lead = Involvement.objects.present().filter(case=family.case, role=Involvement.Role.LEAD).select_related("worker")
    worker, on = lead[0].worker, world.on - timedelta(days=49)
    record = of_the_record(family.case, world.on)
    adults = [each for each in record.to_ask if not each.person.is_child][:1]
    conference = refer(
        case=family.case,
        children=list(Member.objects.children().filter(case=family.case).order_by("pk")),
        by=worker,
        on=on,
        words=BriefWords(
            reason="There are more people who care for the children than any one of them knows.",
            safety="nothing-known",
        ),
        answers=[
            AnswerSaid(each.person.name, each.tie, "thinking", on, each.key, each.person.has_responsibility)
            for each in adults
        ],
        beside=Beside(network=record.network),
    )
    note_not_taken_up(
        conference=conference, why=Why.NOT_NOW, by=worker, on=on + timedelta(days=5),
        words="Not while I am starting the new job. Ask me again after Christmas.",
    )  # fmt: skip
