"""The demo's plan of a family: what a manager said before, what the family decided, and the answer in the room."""

from datetime import date, timedelta

from camden.models import User
from conferences.models import FamilyConference
from conferences.operations.answers import answer_plan
from conferences.operations.mandate import give_mandate
from conferences.readings.answering import to_answer
from conferences.rules.mandate import MayPromise
from conferences.rules.words import CareWords, ItemWords, LookSaid, PlanWords, WishAnswered, WishWords

SECOND_HOME, TRAVEL = "Equipment for a second home", "Travel for Ngozi"


def may_be_promised(conference: FamilyConference, ruth: User, on: date) -> None:
    """Ruth says what Ade may agree to."""
    give_mandate(
        conference=conference,
        must_haves=[
            "The baby is never alone with somebody who is using.",
            "Somebody of the family sees Caitlin and the baby every day.",
        ],
        promises=[MayPromise(SECOND_HOME, 300), MayPromise(TRAVEL, 80)],
        up_to=380,
        words="A viability assessment for Ngozi at once, if she wants one.",
        by=ruth,
        is_manager=True,
        on=on,
    )


def plan_of_the_doyle_okafors(worker: User, met_on: date) -> PlanWords:
    """What the family decided, in its words."""
    return PlanWords(
        answers=[
            (
                "Who is with Caitlin and the baby in the first weeks?",
                "Emeka is there at night. Ngozi comes every afternoon from two. Bernie brings Saoirse on Sundays.",
            ),
            (
                "Who has the baby if Caitlin uses again?",
                "Ngozi, from that night, at hers. The cot is up before the baby comes.",
            ),
        ],
        items=[
            ItemWords(
                None, "Come every afternoon and ring Bernie if nobody opens", "Ngozi", "family", "From two o’clock"
            ),
            ItemWords(None, "Bring Saoirse to see her mum and the baby", "Bernie", "family", "Sundays"),
            ItemWords(
                None,
                "Order the cot for Ngozi’s flat",
                worker.name,
                "ours",
                promised_to="Ngozi",
                keeper_id=worker.pk,
                due_on=met_on + timedelta(days=12),
                how_we_know="Ngozi says when it is up",
            ),
            ItemWords(
                None, "Come to see Caitlin at home", "Her midwife", "professional", "In the first week, and then weekly"
            ),
        ],
        family_time="Saoirse sees her mum and the baby on Sundays, at Bernie’s.",
        warning_signs="Caitlin does not pick up for a whole day. She misses her prescription.",
        contingency="If Caitlin uses again: she or anybody rings Ngozi, at any hour. Ngozi has the baby from that night"
        " and rings the social worker in the morning.",
        childs_message="Saoirse: “I want to hold the baby first.”",
        in_childs_words="When the baby is born, Dad is there at night and Nana Ngozi comes every day. You see Mum and"
        " the baby every Sunday. If Mum gets poorly again, the baby stays with Nana Ngozi for a while.",
        plan_keeper="Ngozi",
        review_on=met_on + timedelta(days=56),
        could_care=[CareWords(None, "Ngozi", "Dad’s mother", for_long=True)],
        wishes=[
            WishWords(None, "A cot and bedding for Ngozi’s flat", 240, is_network_support=True),
            WishWords(None, "Bus fares for Ngozi, every afternoon", 60, is_network_support=True),
        ],
    )


def agree(conference: FamilyConference, *, words: str, by: User, on: date) -> None:
    """The worker who referred looks at each must-have, answers each wish and agrees, within the mandate."""
    here = to_answer(conference)
    hows = ["Ngozi is there in the afternoon and Emeka at night.", "Ngozi every day, and Bernie on Sundays."]
    of = [SECOND_HOME, TRAVEL]
    answer_plan(
        case=conference.case,
        conference=conference,
        answer="agreed",
        words=words,
        by=by,
        is_manager=False,
        on=on,
        looks=[LookSaid(must.pk, True, how) for must, how in zip(here.must_haves, hows, strict=True)],
        wishes=[
            WishAnswered(wish.pk, True, cost=wish.cost, of=name)
            for wish, name in zip(here.written.wishes, of, strict=True)
        ],
    )
