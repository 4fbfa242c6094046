"""Kilburn: Larissa, who stays with her mother's friend Dona Célia while her mother is treated in São Paulo."""

from cases.management.families.known import silva_moraes as known
from cases.management.families.steps import Assessed, Came, Fact
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
)

LARISSA = ("Larissa",)

FAMILY = Family(
    name="Silva–Moraes",
    team="PRIMROSE",
    opened=5,
    children=(Child("Larissa", "Moraes", "F", 13, 222, "OOTH", "Portuguese and English"),),
    adults=(
        Adult("Célia", "Silva", "F", 61, "Portuguese; an interpreter is needed, and not Larissa"),
        Adult("Patrícia", "Moraes", "F", 44, "Portuguese, by video from São Paulo"),
        Adult("Caio", "Moraes", "M", 22, "Portuguese and English"),
    ),
    ties=(
        Ties("Patrícia", Tie.MOTHER, LARISSA, pr=True),
        Ties("Célia", Tie.CARER, LARISSA),
        Ties("Caio", Tie.HALF_SIBLING, LARISSA),
    ),
    homes=(
        Home("Dona Célia’s flat", ("Célia", "Larissa"), "Kilburn, London NW6", since=80),
        Home("Caio’s room", ("Caio",), "Stratford"),
        Home("São Paulo", ("Patrícia",)),
    ),
    referrals=(Referral(LARISSA, 5, "2A", "N8"),),
    work=(
        Work("Tom Whitlock", "PRIMROSE", LARISSA, 4),
        Work("Niamh Castellan", "PRIMROSE", LARISSA, 4, Role.CO_WORKER),
    ),
    visits=(
        Told(
            3,
            "Tom Whitlock",
            "A first call, so that nobody is surprised by a letter, with an interpreter on the line. I said"
            " that looking"
            " after a friend’s child is a kindness the law wants to know about, not a fault. Dona Célia was relieved"
            " and then worried. Larissa held the phone and translated me anyway, until the interpreter asked her"
            " gently to let her.\n\nNext: I come on Thursday with Niamh and the interpreter; Patrícia by video"
            " at a time"
            " between treatments.",
            {"Larissa": (Seen.NOT_SEEN, "Will you tell my mum it’s all fine? She needs it to be fine.")},
            Place.ONLINE,
        ),
    ),
    promises=(
        Promise(
            3,
            "Tom Whitlock",
            "Find a Portuguese interpreter for Thursday who can also join São Paulo by video",
            "A first call",
            LARISSA,
            promised_to="Larissa",
            due=1,
        ),
        Promise(
            3, "Niamh Castellan", "Ask the law centre for an immigration appointment", "A first call", LARISSA, due=7
        ),
    ),
    journey=(
        Came(
            5,
            LARISSA,
            "2A",
            "Owen Price",
            "Larissa gave the school a new address and said she lives with her mum’s friend since the summer. Everybody"
            " is kind to her. Nobody had known that this is something to tell us.",
            ("private-fostering", "assessment"),
            "A private fostering arrangement nobody had named. A visit, and help with the papers.",
            teller="Attendance officer",
            agency="An invented school in Kilburn",
            rating="green",
        ),
        Fact("private-fostering-notified", LARISSA, "Tom Whitlock", 5, "The school told us; we know since then."),
        Assessed(LARISSA, called=5, begun=4, worker="Tom Whitlock"),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
