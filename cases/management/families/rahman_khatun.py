"""Somers Town: Shirin, her three children, their aunt, and Jamal, who lives elsewhere by order of a court."""

from typing import Any

from cases.management.families.known import rahman_khatun as known
from cases.management.families.steps import Assessed, Came, Planned
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    Home,
    Place,
    Promise,
    Referral,
    Seen,
    Tie,
    Ties,
    Told,
    Work,
)

CHILDREN = ("Anisa", "Imran", "Zayd")
BOTH: Any = {"ethnicity": "ABAN", "language": "Sylheti and English", "disabilities": ("NONE",)}

FAMILY = Family(
    name="Rahman–Khatun",
    team="PRIMROSE",
    opened=76,
    children=(
        Child("Anisa", "Rahman", "F", 11, 130, **BOTH),
        Child("Imran", "Rahman", "M", 8, 40, **BOTH),
        Child("Zayd", "Rahman", "M", 1, 30, **BOTH),
    ),
    adults=(
        Adult("Shirin", "Khatun", "F", 34, "Sylheti; an interpreter is needed, and never Anisa"),
        Adult("Jamal", "Rahman", "M", 39, "Sylheti and English"),
        Adult("Farida", "Rahman", "F", 45, "Sylheti and English"),
        Adult("Rokeya", "Khatun", "F", 61, "Sylheti, by video from Sylhet"),
    ),
    ties=(
        Ties("Shirin", Tie.MOTHER, CHILDREN, pr=True),
        Ties("Jamal", Tie.FATHER, CHILDREN, pr=True),
        Ties("Farida", Tie.AUNT_OR_UNCLE, CHILDREN),
        Ties("Rokeya", Tie.GRANDPARENT, CHILDREN),
        Ties("Anisa", Tie.SIBLING, ("Imran", "Zayd")),
        Ties("Imran", Tie.SIBLING, ("Zayd",)),
    ),
    homes=(
        Home("Somers Town", ("Shirin", *CHILDREN), "Flat 12, an invented house, London NW1", is_safe_to_share=False),
        Home("Jamal’s room", ("Jamal",), "A shared house in Haringey", since=74),
        Home("Farida’s flat", ("Farida",), "Ten minutes away"),
        Home("Sylhet", ("Rokeya",)),
    ),
    referrals=(Referral(CHILDREN, 76, "2A", "N1"),),
    work=(Work("Ade Fashola", "PRIMROSE", CHILDREN, 75),),
    visits=(
        Told(
            73,
            "Ade Fashola",
            "My first visit, with Mrs Begum interpreting by phone. Shirin told me what the last year had been like and"
            " that the order has let her sleep. She wants the children to see that she is all right. Anisa made tea and"
            " stayed close to the door, listening. I said to all three what my job is, and that I would come back.\n\n"
            "Next: a second visit with an interpreter in the room; find out which school each child goes to and who"
            " there knows.",
            {
                "Anisa": (Seen.WITH_OTHERS, ""),
                "Imran": (Seen.WITH_OTHERS, "Are you going to be our one or will it be somebody else?"),
                "Zayd": (Seen.OBSERVED, ""),
            },
        ),
        Told(
            56,
            "Ade Fashola",
            "I met Anisa with her form tutor, Ms Kerr. Her marks hold, but she has stopped putting up her hand. Ms Kerr"
            " will keep the quiet table at lunch for her and one friend. Anisa asked whether she may keep her phone on"
            " in case Mum needs words at the doctor’s.\n\nNext: talk with Shirin about who else could interpret.",
            {"Anisa": (Seen.ALONE, "If I don’t go with her they just talk slower, they don’t talk different.")},
            Place.SCHOOL,
        ),
        Told(
            52,
            "Ade Fashola",
            "Shirin and Farida had cooked, and the interpreter ate too. Imran counted the beds for me: three, and a"
            " mattress. Zayd pulled himself up on my bag. We agreed that every third week is not too often.\n\nNext:"
            " ask about the winter.",
            {"Imran": (Seen.WITH_OTHERS, ""), "Zayd": (Seen.OBSERVED, "")},
        ),
        Told(
            40,
            "Ade Fashola",
            "Shirin talked through an interpreter, so that Anisa did not have to. She worries about the winter in two"
            " rooms. Farida was there and will come on Thursdays. Imran showed me his drawing of the mosque’s garden."
            "\n\nNext: the interpreter is booked again; I ask the school how Anisa is in class.",
            {
                "Anisa": (Seen.WITH_OTHERS, ""),
                "Imran": (Seen.ALONE, "I like it when Auntie comes. She makes Mum laugh."),
                "Zayd": (Seen.OBSERVED, "Reached for the interpreter’s bracelet and laughed."),
            },
        ),
        Told(
            29,
            "Ade Fashola",
            "A short one, after school. Anisa had homework on the stairs because it is quiet there. Imran read me a"
            " page. Zayd was being carried about by Farida and did not mind.\n\nNext: the walk to the shop that Anisa"
            " asked for.",
            {
                "Anisa": (Seen.WITH_OTHERS, ""),
                "Imran": (Seen.WITH_OTHERS, ""),
                "Zayd": (Seen.OBSERVED, ""),
            },
        ),
        Told(
            19,
            "Ade Fashola",
            "Anisa walked to the shop with me. She has stopped going to the after-school club and did not say why at"
            " first. Zayd slept. Shirin has heard from the housing office.\n\nNext: ask Anisa who notices first when"
            " Mum is sad; talk with Shirin about who else could interpret at the doctor’s.",
            {
                "Anisa": (Seen.ALONE, "At school I just say I’m tired. It’s easier."),
                "Imran": (Seen.WITH_OTHERS, ""),
                "Zayd": (Seen.OBSERVED, ""),
            },
        ),
    ),
    promises=(
        Promise(
            19,
            "Ade Fashola",
            "Ring the housing office with Shirin and write down what they say about the two rooms",
            "A visit",
            CHILDREN,
            why="Shirin has rung three times and been asked each time to ring again.",
            first_sentence="I am ringing together with Mrs Khatun, who is beside me.",
            promised_to="Shirin",
            due=-1,
        ),
        Promise(
            19,
            "Ade Fashola",
            "Ask the surgery to book an interpreter for every appointment",
            "A visit",
            ("Anisa",),
            why="Anisa should be able to be eleven at the doctor’s.",
            promised_to="Anisa",
            due=4,
        ),
        Promise(
            19,
            "Ade Fashola",
            "Ask Shirin and the children what must be in place before we step down next month",
            "A visit",
            CHILDREN,
            why="The review next month decides whether the plan is still needed.",
            promised_to="Shirin",
            due=20,
        ),
        Promise(
            52,
            "Ade Fashola",
            "Get Imran a place in the Saturday football before half-term",
            "A visit",
            ("Imran",),
            promised_to="Imran",
            due=-35,
            done=34,
            outcome="It was full. I told Imran myself; he is on the list for January and has the ball until then.",
            could_not_be=True,
        ),
        Promise(
            56,
            "Ade Fashola",
            "Tell Ms Kerr who may collect Imran and who may not",
            "A meeting at school",
            ("Imran",),
            due=-50,
            done=52,
            outcome="Ms Kerr has the names; the office has a copy of the order.",
        ),
    ),
    journey=(
        Came(
            76,
            CHILDREN,
            "2A",
            "Chipo Moyo",
            "Anisa told Ms Kerr: “I do the talking at the doctor’s because Mum’s words run out.” She has gone quiet in"
            " class. Dad left after the court’s order; Mum and three children are in two rooms.",
            ("assessment",),
            "Three children in two rooms, a mother newly safe, and a daughter who carries the words. We offer help.",
            teller="Ms Kerr, form tutor",
            agency="An invented school in Somers Town",
            reach="Through the school office, mornings",
            strengths="Shirin’s sister-in-law Farida and the women’s circle at the mosque.",
            care="Never leave a message at the flat: Jamal’s brother sometimes answers. Book a Sylheti interpreter.",
            rating="amber",
        ),
        Assessed(
            CHILDREN,
            called=76,
            begun=75,
            worker="Ade Fashola",
            checked=72,
            shared=71,
            ended=70,
            factors=("3B", "7A"),
            familys_answer="Shirin: “Yes, it is like that. Write also that we laugh.”",
            decision="A child in need plan, so that help is agreed and visited. Shirin would like it.",
        ),
        Planned(CHILDREN, "need", 70, "Ade Fashola", visit_every=15),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
