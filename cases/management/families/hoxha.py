"""Kentish Town: Arben, who is ill, Drita, who works nights, Blerta, who signs, and Leon, who watches over everybody."""

from cases.management.families.known import hoxha as known
from cases.management.families.steps import Assessed, Came, Conferred, Part, Strategy
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

CHILDREN = ("Blerta", "Leon")

FAMILY = Family(
    name="Hoxha",
    team="PRIMROSE",
    opened=9,
    children=(
        Child(
            "Blerta",
            "Hoxha",
            "F",
            13,
            75,
            "WOTH",
            "British Sign Language: book a qualified interpreter, not Leon",
            disabilities=("HEAR",),
        ),
        Child(
            "Leon", "Hoxha", "M", 9, 310, "WOTH", "Albanian, English and British Sign Language", disabilities=("NONE",)
        ),
    ),
    adults=(
        Adult("Arben", "Hoxha", "M", 46, "Albanian and English"),
        Adult("Drita", "Hoxha", "F", 42, "Albanian; some English"),
        Adult("Fatos", "Krasniqi", "M", 38, "Albanian and English"),
    ),
    ties=(
        Ties("Arben", Tie.FATHER, CHILDREN, pr=True),
        Ties("Drita", Tie.MOTHER, CHILDREN, pr=True),
        Ties("Arben", Tie.PARTNER, ("Drita",)),
        Ties("Fatos", Tie.AUNT_OR_UNCLE, CHILDREN),
        Ties("Blerta", Tie.SIBLING, ("Leon",)),
    ),
    homes=(
        Home("Kentish Town", ("Arben", "Drita", *CHILDREN), "Fourth floor, an invented block, London NW5"),
        Home("Fatos’s house", ("Fatos",), "Enfield"),
    ),
    referrals=(Referral(CHILDREN, 9, "6", "N3"),),
    work=(
        Work("Rosa Begum", "PRIMROSE", CHILDREN, 8),
        Work("Lola Banks", "CSSW", CHILDREN, 6, Role.LEAD_CHILD_PROTECTION),
        Work("Yael Sharon", "PRIMROSE", CHILDREN, 5, Role.CLINICIAN, scope="consultation"),
        Work("Dawn Ellery", "QUALITY", CHILDREN, 2, Role.CHAIR),
    ),
    visits=(
        Told(
            7,
            "Rosa Begum",
            "With Amir, a registered sign language interpreter. I spoke with Blerta before anybody else, for the first"
            " time without her brother between us. She has a great deal to say. Drita was home from nights and cried"
            " from tiredness; Arben was in hospital for assessment and knew that we were coming.\n\nNext: Leon by"
            " himself; ask the ward what Arben would like the children to know.",
            {
                "Blerta": (Seen.ALONE, "Everyone asks Leon what I think. Leon is nine."),
                "Leon": (Seen.WITH_OTHERS, ""),
            },
        ),
        Told(
            4,
            "Rosa Begum",
            "Leon and I washed up his uncle’s football boots in the school sink. He told me about the kitchen drawer"
            " and where things are now. I thanked him, and said that grown-ups will look after the drawer. He wanted to"
            " know if Dad will be cross that he said.\n\nNext: tell Drita that the knives go to Fatos this evening;"
            " Yael and I see Arben on the ward.",
            {"Leon": (Seen.ALONE, "When he sings it’s fine. When he stops singing I count.")},
            Place.SCHOOL,
        ),
    ),
    promises=(
        Promise(
            4,
            "Rosa Begum",
            "Tell Leon who looks after the kitchen drawer now, and that he did right",
            "A visit",
            ("Leon",),
            why="He has been counting for a long time.",
            first_sentence="Leon, you can stop counting at home: this is who counts now.",
            promised_to="Leon",
            due=0,
        ),
        Promise(
            6,
            "Rosa Begum",
            "Book Amir for every meeting Blerta comes to, the conference first",
            "Strategy discussion",
            ("Blerta",),
            promised_to="Blerta",
            due=2,
        ),
        Promise(
            6, "Lola Banks", "Agree with the ward who writes the crisis plan", "Strategy discussion", CHILDREN, due=5
        ),
    ),
    journey=(
        Came(
            9,
            CHILDREN,
            "6",
            "Chipo Moyo",
            "A neighbour rang about shouting on a balcony. Officers found Arben very unwell and everybody else very"
            " quiet. Leon had hidden the knives before they came. “I count them,” he said.",
            ("assessment",),
            "A loving father who is ill, a boy who watches over everybody, a girl nobody has asked in her language.",
            teller="Response officer",
            agency="Metropolitan Police",
            strengths="Uncle Fatos came within the hour. Drita has never missed a shift.",
            care="Blerta signs: a qualified interpreter, never Leon. Drita sleeps until two.",
            rating="red",
        ),
        Assessed(CHILDREN, called=9, begun=8, worker="Rosa Begum"),
        Strategy(
            6,
            CHILDREN,
            "Rosa Begum",
            "Police: no weapon was raised. Adult mental health: Arben stopped his tablets in the summer, and is on the"
            " ward. School: Leon is tired and funny; Blerta’s interpreter hears more than her teachers do.",
            "The knives are at Fatos’s. Fatos sleeps in the flat while Drita works.",
            "Rosa tells Drita today; Yael and the ward tell Arben when he can hear it.",
            "An enquiry about both, together with the police. Emotional harm is what worries us.",
            enquired=CHILDREN,
            agencies=("social-care", "police", "health", "education", "other"),
        ),
        Conferred("initial", {name: Part(category="EMO") for name in CHILDREN}, in_working_days=7, booked=2),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
