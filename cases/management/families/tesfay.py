"""Yonas, who came alone and lives in Barnet; his sister Selam in Malmö."""

from cases.management.families.known import tesfay as known
from cases.management.families.steps import Assessed, Came, Fact, Facts
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

YONAS = ("Yonas",)

FAMILY = Family(
    name="Tesfay",
    team="REGENTS",
    opened=150,
    children=(Child("Yonas", "Tesfay", "M", 16, 40, "BAFR", "Tigrinya; learning English fast", born_on_the=15),),
    adults=(
        Adult("Selam", "Tesfay", "F", 19, "Tigrinya and Swedish, by video from Malmö"),
        Adult("Letebrhan", "Gebre", "F", None, "Tigrinya"),
        Adult("Sandra", "Whitmore", "F", 54, "English"),
    ),
    ties=(
        Ties("Selam", Tie.SIBLING, YONAS),
        Ties("Letebrhan", Tie.MOTHER, YONAS, pr=True),
        Ties("Sandra", Tie.CARER, YONAS),
    ),
    homes=(
        Home("Foster home in Barnet", ("Sandra", "Yonas"), "Barnet", since=148),
        Home("Malmö", ("Selam",), ""),
    ),
    referrals=(Referral(YONAS, 150, "7", "N8"),),
    work=(
        Work("Gideon Amsel", "REGENTS", YONAS, 149),
        Work("Renske Visser", "REGENTS", YONAS, 96, reason="LEFTRL"),
        Work("Priya Shah", "REGENTS", YONAS, 38, reason="LEFTRL"),
        Work("Colin Marsh", "QUALITY", YONAS, 140, Role.REVIEWING_OFFICER),
        Work("Marek Nowak", "REGENTS", YONAS, 30, Role.CLINICIAN, scope="consultation"),
    ),
    visits=(
        Told(
            147,
            "Gideon Amsel",
            "With a Tigrinya interpreter. Yonas had eaten, slept and been to the park with Sandra. He asked"
            " three things:"
            " whether his sister may know where he is, whether there is a church, and whether I will stay. Sandra found"
            " the church before I had answered.\n\nNext: ring Selam with him.",
            {"Yonas": (Seen.ALONE, "How many months are you here?")},
        ),
        Told(
            119,
            "Gideon Amsel",
            "A Saturday market and back. Yonas knows the price of everything in two currencies. Sandra has found the"
            " right bread. He sleeps with the radio on.\n\nNext: college, and somebody to talk about the nights.",
            {"Yonas": (Seen.ALONE, "She leaves the light on in the stairs. I did not ask.")},
            Place.OUT,
        ),
        Told(
            92,
            "Renske Visser",
            "Introduced myself with Gideon on the screen to say goodbye, which Yonas had asked for. He shook both our"
            " hands. College has put him up a set in mathematics. He sleeps badly before court days that are not"
            " his.\n\nNext: nightmares: talk to Marek with Yonas’s leave.",
            {"Yonas": (Seen.WITH_OTHERS, "I will learn your name also.")},
        ),
        Told(
            50,
            "Renske Visser",
            "I told Yonas today that my contract ends, before anybody else could. We sat in the car for a while. He"
            " would like the next person to come to church once, outside, just to say hello to the priest.\n\nNext:"
            " Priya comes with me to say hello.",
            {"Yonas": (Seen.ALONE, "It is OK. I am used to airports.")},
            Place.OUT,
        ),
        Told(
            34,
            "Priya Shah",
            "My first visit by myself. I said: I am permanent, I live in London, I have no plan to go, and if that ever"
            " changes you will hear it from me first. He wrote the date down in his maths book. We rang Selam"
            " together.\n\nNext: Sunday, the church steps, eleven o’clock.",
            {"Yonas": (Seen.ALONE, "Then I will tell you about the desert. Not today.")},
        ),
        Told(
            8,
            "Priya Shah",
            "Yonas taught me the proof he likes best and I understood about half. The Home Office interview has a date;"
            " we made a list of who sits where, who interprets and how he can ask for a break. The health"
            " assessment has"
            " still not been booked and I said sorry for that.\n\nNext: the health assessment; a second"
            " interpreter whom"
            " he has not met in the community.",
            {"Yonas": (Seen.ALONE, "In numbers nobody asks how you came.")},
        ),
    ),
    promises=(
        Promise(
            12,
            "Priya Shah",
            "Book the health assessment, and tell Yonas the day yourself",
            "First review",
            YONAS,
            why="It is late, and he has stopped asking.",
            first_sentence="Yonas, I have a day, and I am coming with you.",
            promised_to="Yonas",
            due=-8,
        ),
        Promise(
            8,
            "Priya Shah",
            "Find an interpreter for the interview who does not know the family’s church",
            "A visit",
            YONAS,
            promised_to="Yonas",
            due=10,
        ),
    ),
    journey=(
        Came(
            150,
            YONAS,
            "7",
            "Owen Price",
            "Found at the coach station, alone. Through an interpreter: “I am sixteen at the next fast. I have a sister"
            " in the north.”",
            ("looked-after", "assessment"),
            "A child alone in the country, without anybody to look after him. Section 20, tonight.",
            teller="Immigration officer",
            agency="Border Force",
            consent="dispensed",
            consent_note="His mother cannot be reached; Yonas himself agrees.",
            rating="red",
        ),
        Assessed(
            YONAS,
            called=150,
            begun=149,
            worker="Gideon Amsel",
            checked=138,
            shared=105,
            ended=100,
            factors=("9A",),
            manager="Ruth Adeyemi",
            decision="He stays looked after. Section 20, in Barnet.",
            familys_answer="Yonas: “Write that I am good in mathematics. It is also true.”",
        ),  # fmt: skip
        Facts(
            YONAS,
            "Kwesi Boadi",
            (
                ("looked-after-began", 148, "Section 20."),
                ("placement-started", 148, "With Sandra, in Barnet."),
                ("placement-notified", 145),
                ("placement-plan-signed", 144),
                ("reviewing-officer-named", 142, "Colin Marsh."),
                ("care-plan-signed", 137),
                ("education-plan", 136, "The first one, with the college."),
                ("looked-after-review", 12, "The first, and late: two workers left in between."),
                ("looked-after-decisions-sent", 8),
            ),
        ),
        Fact("leaving-care-eligible", YONAS, "Kwesi Boadi", note="His sixteenth birthday.", birthday=16),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
