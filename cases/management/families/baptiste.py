"""Two sisters with two lead workers: Naomi, seventeen, in her foster home, and Esme, twelve, at home."""

from typing import Any

from cases.management.families.known import baptiste as known
from cases.management.families.steps import Assessed, Came, Closed, Facts, Met, Moved, Planned
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    Home,
    Place,
    Promise,
    Referral,
    Role,
    Seen,
    Tie,
    Ties,
    Told,
    Work,
    regular,
)

SISTERS = ("Naomi", "Esme")
BOTH: Any = {"ethnicity": "BCRB", "language": "English", "disabilities": ("NONE",)}

FAMILY = Family(
    name="Baptiste",
    team="LANTERN",
    opened=540,
    children=(
        Child("Naomi", "Baptiste", "F", 17, 95, **BOTH),
        Child("Esme", "Baptiste", "F", 12, 170, **BOTH),
    ),
    adults=(
        Adult("Colette", "Baptiste", "F", 45, "English and Kwéyòl"),
        Adult("Marcia", "Joseph", "F", 60, "English"),
        Adult("Winston", "Baptiste", "M", 49, "English"),
    ),
    ties=(
        Ties("Colette", Tie.MOTHER, SISTERS, pr=True),
        Ties("Winston", Tie.FATHER, SISTERS, pr=True),
        Ties("Marcia", Tie.CARER, ("Naomi",)),
        Ties("Naomi", Tie.SIBLING, ("Esme",)),
    ),
    homes=(
        Home("Gospel Oak", ("Colette", "Esme"), "An invented terrace, London NW5"),
        Home("Naomi’s foster home", ("Marcia", "Naomi"), "Islington", since=420),
        Home("Winston’s flat", ("Winston",), "Tottenham"),
    ),
    referrals=(Referral(("Naomi",), 540, "1C", "N5"), Referral(("Esme",), 120, "2A", "N4", closed=50, closing="RC9")),
    work=(
        Work("Ines Duarte", "PRIMROSE", ("Naomi",), 538),
        Work("Marta Kowal", "CARE", ("Naomi",), 210, reason="TSPROC"),
        # Naomi asked to keep Ines, who stays beside the new lead worker.
        Work("Ines Duarte", "PRIMROSE", ("Naomi",), 210, Role.CO_WORKER),
        Work("Jo Marlowe", "CARE", ("Naomi",), 60, Role.PERSONAL_ADVISER),
        Work("Colin Marsh", "QUALITY", ("Naomi",), 415, Role.REVIEWING_OFFICER),
        Work("Bea Lindqvist", "LANTERN", ("Esme",), 118),
    ),
    visits=(
        *regular(
            "Ines Duarte",
            (414, 376, 337, 298, 258, 218),
            {"Naomi": Seen.ALONE},
            "At Marcia’s. Naomi and I went through the week, then through the list she keeps for me. School holds."
            " Sunday lunch was good.\n\nNext: her list.",
        ),
        *regular(
            "Marta Kowal",
            (166, 126, 85),
            {"Naomi": Seen.ALONE},
            "At Marcia’s. Naomi had made coffee and three points. We got through two, and the third is for next"
            " time, because it is about being eighteen.\n\nNext: the third point first.",
        ),
        Told(
            206,
            "Marta Kowal",
            "Ines brought me, and stayed. Naomi had three questions written down: how often will you come, do"
            " you answer"
            " messages, and can Ines still come to my review. Once a month, yes, and yes.\n\nNext: the three of"
            " us again"
            " before the review.",
            {"Naomi": (Seen.WITH_OTHERS, "I’m not being difficult. I just did this already with her.")},
        ),
        Told(
            100,
            "Bea Lindqvist",
            "Esme has missed eleven Mondays. Sundays are with her dad in Tottenham and Mondays start in Tottenham too."
            " Nobody had put the two next to each other before. Colette laughed out loud, then drew the bus route.\n\n"
            "Next: Winston brings her on Sunday evening, for a month, and we see.",
            {"Esme": (Seen.ALONE, "It’s not that I don’t want to go. It’s just really far on a Monday.")},
        ),
        Told(
            75,
            "Bea Lindqvist",
            "Two Mondays out of two. Winston waited in the car until she waved from the window. Colette made him a"
            " sandwich, which Esme reports as news.\n\nNext: one more Monday, then we talk about less of us.",
            {"Esme": (Seen.ALONE, "He waited till I waved. I waved twice.")},
        ),
        Told(
            45,
            "Marta Kowal",
            "Naomi cooked for Marcia and me. College is going well, the second year is in her sights. She would like"
            " Sunday lunch at her mum’s every week and not every second, and Esme wants that too.\n\nNext: ask Colette,"
            " with Bea, so that both sisters hear the same answer.",
            {"Naomi": (Seen.ALONE, "Esme tells me everything. She’s got nobody else who’s been a Baptiste girl.")},
        ),
        Told(
            22,
            "Bea Lindqvist",
            "Four Mondays out of four. Esme has put the bus pass on the fridge with the hours. Colette starts her new"
            " shifts in two weeks and asked what happens then.\n\nNext: Winston and Colette on one call about the new"
            " shifts.",
            {"Esme": (Seen.WITH_OTHERS, "Four out of four. Write that down.")},
        ),
        Told(
            15,
            "Jo Marlowe",
            "First proper meeting. We walked along the canal; Naomi did the talking. She wants to know what turning"
            " eighteen is in money, keys and people, in that order. I said we would make it one page.\n\nNext: the"
            " page.",
            {"Naomi": (Seen.ALONE, "People. Put people first actually.")},
            Place.OUT,
        ),
    ),
    promises=(
        Promise(
            15,
            "Jo Marlowe",
            "Write what turning eighteen is on one page: people, keys, money",
            "A walk along the canal",
            ("Naomi",),
            promised_to="Naomi",
            due=4,
        ),
        Promise(
            22,
            "Bea Lindqvist",
            "Get Winston and Colette on one call about the new shifts",
            "A visit",
            ("Esme",),
            due=-2,
        ),
    ),
    journey=(
        Facts(
            ("Naomi",),
            "Ines Duarte",
            (
                ("looked-after-began", 420, "Section 20, as Naomi and Colette both asked."),
                ("placement-started", 420, "With Marcia, in Islington."),
                ("placement-notified", 417),
                ("placement-plan-signed", 416),
                ("reviewing-officer-named", 415, "Colin Marsh."),
                ("care-plan-signed", 410),
                ("education-plan", 409),
                ("health-assessment", 398),
                ("looked-after-review", 395),
                ("leaving-care-eligible", 329, "Thirteen weeks looked after."),
                ("permanence-agreed", 306, "With Marcia until she is eighteen, and after."),
                ("looked-after-review", 305),
                ("placement-meant-to-last", 305),
                ("pathway-needs-assessment", 250),
                ("pathway-plan-signed", 240),
                ("looked-after-review", 127),
                ("pathway-plan-reviewed", 70),
                ("education-plan", 62),
                ("dental-check", 55),
                ("strengths-questionnaire", 50),
                ("health-assessment", 40),
            ),
        ),
        Came(
            120,
            ("Esme",),
            "2A",
            "Chipo Moyo",
            "Esme has missed eleven Mondays. The school asked her why and she said: “It depends which house the Monday"
            " starts in.”",
            ("assessment",),
            "A girl between two houses. Family help, beside her sister’s worker.",
            teller="Head of year",
            agency="An invented school in Gospel Oak",
            rating="green",
        ),
        Assessed(
            ("Esme",),
            called=120,
            begun=118,
            worker="Bea Lindqvist",
            shared=97,
            ended=96,
            manager="Peter Novak",
            factors=("20",),
            decision="A child in need plan until the Mondays hold, with one page for the two houses.",
            familys_answer="Colette drew the bus route under it.",
        ),  # fmt: skip
        Planned(("Esme",), "need", 94, "Bea Lindqvist"),
        Moved(
            57,
            ("Esme",),
            "early-help",
            "Peter Novak",
            "network",
            "Three Mondays in a row. Winston and Colette settle the Sunday evening between them, and Esme says so"
            " herself. What is left is help by agreement, with the same worker.",
            "Colette: “Then stay as Bea and not as the council.” Esme: “Can we still count?” We still count.",
            "Winston brings her on Sunday at six. If he is on shift, Marcia drives and Naomi comes along.",
            "Three Mondays missed in one month, or Esme says that it is far again.",
            agreed=("Colette", "Winston"),
            heard=(
                ("Esme", "Can we still count?", "We still count the Mondays together, every other week."),
                ("Colette", "Then stay as Bea and not as the council.", "Bea stays, and the council’s reviews end."),
                (
                    "Winston",
                    "I will drive. Tell me the night before, not in the morning.",
                    "Bea sends the message on Saturday.",
                ),
            ),
            changes="Bea stays and comes every other week; the council’s reviews end.",
            least_formal="The two of them and Marcia, and help by agreement with the worker Esme knows.",
        ),
        Closed(
            asked=49,
            agreed=47,
            who=("Esme",),
            by="Bea Lindqvist",
            manager="Peter Novak",
            summary="The Mondays hold. What Esme and her parents still want from us they want by agreement, and from"
            " Bea: family help goes on.",
            family_told="Esme, Colette and Winston on one call. Winston asked whether it was all right to be pleased.",
            way_back="They have Bea, every other week. After her, the number on the fridge, under the bus pass.",
            named_person="Esme’s head of year",
            network_plan="Sunday at six, and Marcia when Winston is on shift.",
            goodbye="No goodbye: Bea stays. Esme: “So only the paper goes.”",
            answer="Agreed. Only the paper goes.",
        ),
        Met(
            "help-review",
            22,
            ("Esme",),
            "Bea Lindqvist",
            "Esme, Colette, Winston by phone, her head of year, Bea",
            "Four Mondays out of four. What changes with the new shifts, and who brings her then.",
            "Esme: “Four out of four. Write that down.”",
            20,
        ),  # fmt: skip
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
