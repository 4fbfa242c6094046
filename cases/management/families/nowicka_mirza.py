"""Swiss Cottage: Agata, newly on her own with twins and a boy who does not sleep. Early help, because she asked."""

from cases.management.families.known import nowicka_mirza as known
from cases.management.families.steps import Assessed, Came, Planned
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    Home,
    Promise,
    Referral,
    Seen,
    Tie,
    Ties,
    Told,
    Work,
)

CHILDREN = ("Dawid", "Lena", "Kasia")

FAMILY = Family(
    name="Nowicka–Mirza",
    team="LANTERN",
    opened=58,
    children=(
        Child("Dawid", "Mirza", "M", 5, 10, "MOTH", "Polish, English and some Urdu"),
        Child("Lena", "Mirza", "F", 2, 190, "MOTH", "Polish and English"),
        Child("Kasia", "Mirza", "F", 2, 190, "MOTH", "Polish and English"),
    ),
    adults=(
        Adult("Agata", "Nowicka", "F", 33, "Polish and English"),
        Adult("Faisal", "Mirza", "M", 36, "Urdu and English"),
        Adult("Halina", "Nowicka", "F", 60, "Polish"),
    ),
    ties=(
        Ties("Agata", Tie.MOTHER, CHILDREN, pr=True),
        Ties("Faisal", Tie.FATHER, CHILDREN, pr=True),
        Ties("Halina", Tie.GRANDPARENT, CHILDREN),
        Ties("Dawid", Tie.SIBLING, ("Lena", "Kasia")),
        Ties("Lena", Tie.SIBLING, ("Kasia",)),
    ),
    homes=(
        Home("Swiss Cottage", ("Agata", *CHILDREN), "An invented house, London NW3"),
        Home("Faisal’s room", ("Faisal",), "Wembley", since=90),
        Home("Her flat in Poland", ("Halina",)),
    ),
    referrals=(Referral(CHILDREN, 58, "5D", "N4"),),
    work=(Work("Callum Reid", "LANTERN", CHILDREN, 56),),
    visits=(
        Told(
            54,
            "Callum Reid",
            "Agata asked for help herself, which she said was the hardest phone call of the year. Dawid is up from two"
            " until five most nights. We wrote one night down, hour by hour, and she saw for the first time that she"
            " gets up nine times.\n\nNext: one thing only: the two o’clock hour.",
            {
                "Dawid": (Seen.WITH_OTHERS, "In the night the house is too big."),
                "Lena": (Seen.WITH_OTHERS, ""),
                "Kasia": (Seen.OBSERVED, ""),
            },
        ),
        Told(
            27,
            "Callum Reid",
            "A lamp, a blanket and the same story every night. Five bad nights last week instead of seven. Faisal has"
            " the three on Saturdays and Agata slept until ten. Halina rings at bedtime and tells the story in"
            " Polish.\n\nNext: the group at the children’s centre, if Agata wants company for it I come along.",
            {
                "Dawid": (Seen.ALONE, "Babcia does the voices."),
                "Lena": (Seen.WITH_OTHERS, ""),
                "Kasia": (Seen.WITH_OTHERS, ""),
            },
        ),
        Told(
            6,
            "Callum Reid",
            "Two bad nights. Agata had her hair cut. She wants to do the next month by herself and ring if she needs"
            " to.\n\nNext: a last visit in four weeks, and a card with the number.",
            {
                "Dawid": (Seen.WITH_OTHERS, "I slept the whole long hand and the whole short hand."),
                "Lena": (Seen.WITH_OTHERS, ""),
                "Kasia": (Seen.WITH_OTHERS, ""),
            },
        ),
    ),
    promises=(
        Promise(6, "Callum Reid", "Write Agata a card with the number and what worked", "A visit", CHILDREN, due=8),
    ),
    journey=(
        Came(
            58,
            CHILDREN,
            "5D",
            "Chipo Moyo",
            "Agata rang herself. Dawid is awake from two until five, the twins from six, and she is on her own since"
            " the summer. “I do not want anybody in trouble. I want to sleep.”",
            ("assessment",),
            "A mother who asks early. Family help, by agreement.",
            teller="Agata Nowicka",
            rating="green",
        ),
        Assessed(
            CHILDREN,
            called=58,
            begun=56,
            worker="Callum Reid",
            shared=50,
            ended=49,
            manager="Peter Novak",
            basis="early-help",
            factors=("4B",),
            decision="Family help, one small thing at a time.",
            familys_answer="Agata: “Yes. And no more than that.”",
        ),  # fmt: skip
        Planned(CHILDREN, "early-help", 48, "Callum Reid"),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
