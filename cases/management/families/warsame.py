"""Queen's Crescent: Hodan and her five. The harm to Abdi is outside the home."""

from typing import Any

from cases.management.families.known import warsame as known
from cases.management.families.steps import Assessed, Came, Conferred, Fact, Met, Part, Planned, Strategy
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    HandOver,
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

CHILDREN = ("Abdi", "Ayaan", "Idil", "Bilal", "Bushra")
YOUNGER = CHILDREN[1:]
BOTH: Any = {"ethnicity": "BAFR", "language": "Somali and English", "disabilities": ("NONE",)}

FAMILY = Family(
    name="Warsame",
    team="REGENTS",
    opened=71,
    children=(
        Child("Abdi", "Warsame", "M", 16, 88, **BOTH),
        Child("Ayaan", "Warsame", "M", 14, 12, **BOTH),
        Child("Idil", "Warsame", "F", 10, 201, **BOTH),
        Child("Bilal", "Warsame", "M", 6, 150, **BOTH),
        Child("Bushra", "Warsame", "F", 6, 150, **BOTH),
    ),
    adults=(
        Adult("Hodan", "Warsame", "F", 41, "Somali; speaks English and prefers Somali when it is serious"),
        Adult("Yusuf", "Warsame", "M", 48, "Somali, by phone from Hargeisa"),
        Adult("Mahad", "Ali", "M", 37, "Somali and English"),
        Adult("Delroy", "Finch", "M", 52, "English"),
    ),
    ties=(
        Ties("Hodan", Tie.MOTHER, CHILDREN, pr=True),
        Ties("Yusuf", Tie.FATHER, CHILDREN, pr=True),
        Ties("Mahad", Tie.AUNT_OR_UNCLE, CHILDREN),
        Ties("Delroy", Tie.OTHER, ("Abdi", "Ayaan")),
        Ties("Abdi", Tie.SIBLING, YOUNGER),
        Ties("Bilal", Tie.SIBLING, ("Bushra",)),
    ),
    homes=(
        Home("Queen’s Crescent", ("Hodan", *CHILDREN), "An invented block, London NW5"),
        Home("Mahad’s flat", ("Mahad",), "Islington"),
        Home("Hargeisa", ("Yusuf",)),
    ),
    referrals=(Referral(("Abdi",), 71, "6", "N1"), Referral(YOUNGER, 66, "5A", "N4")),
    work=(
        Work("Hana Suzuki", "REGENTS", ("Abdi",), 70),
        Work("Hana Suzuki", "REGENTS", YOUNGER, 66),
        Work("Lola Banks", "CSSW", ("Abdi",), 55, Role.LEAD_CHILD_PROTECTION),
        Work("Dawn Ellery", "QUALITY", ("Abdi",), 52, Role.CHAIR),
    ),
    visits=(
        Told(
            69,
            "Hana Suzuki",
            "Hodan had the kettle on before I sat down. She has rung the police herself twice and been told he is"
            " probably with friends. She showed me the list she keeps on the fridge: times out, times in, what he wore."
            " Abdi came home while I was there, shook my hand and went to his room.\n\nNext: Abdi chooses where we"
            " talk; I ask the police for one named officer for Hodan.",
            {
                "Abdi": (Seen.WITH_OTHERS, ""),
                "Ayaan": (Seen.WITH_OTHERS, ""),
                "Idil": (Seen.WITH_OTHERS, ""),
                "Bilal": (Seen.WITH_OTHERS, ""),
                "Bushra": (Seen.WITH_OTHERS, "We have to be quiet when Mum is on the phone about Abdi."),
            },
        ),
        Told(
            47,
            "Hana Suzuki",
            "Abdi chose the football cage. Delroy, his coach, stayed in sight and out of earshot, which Abdi had asked"
            " for. He did not want to talk about Kent. He did say what it would take for him to come to training again:"
            " someone to walk back with. Delroy says he will.\n\nNext: tell Hodan only what Abdi agreed to:"
            " that he will"
            " train on Tuesdays.",
            {"Abdi": (Seen.ALONE, "You lot ask where I was. Nobody asks what happens if I don’t go.")},
            Place.OUT,
        ),
        Told(
            33,
            "Hana Suzuki",
            "An hour with Ayaan at school, in the art room. He takes the long way since the summer. We drew the way to"
            " school and coloured it: green as far as the library, red at the shops. Idil has a place at the homework"
            " club on the green part of his map.\n\nNext: ask the school whether Ayaan may come ten minutes early.",
            {
                "Ayaan": (Seen.ALONE, "People think I’m him from behind."),
                "Idil": (Seen.ALONE, "Ayaan walks me now but he looks round all the time."),
            },
            Place.SCHOOL,
        ),
        Told(
            31,
            "Hana Suzuki",
            "Tea on the wall outside training. Abdi had been twice this week, and Delroy had walked back with him both"
            " times. He showed me the pass for the college visit.\n\nNext: Hodan would like to hear of the good weeks"
            " as well; I ring her today.",
            {"Abdi": (Seen.ALONE, "Two Tuesdays. Don’t make it a thing.")},
            Place.OUT,
        ),
        Told(
            21,
            "Hana Suzuki",
            "At Mahad’s. Abdi has half of a shelf there now. We went through the night he was gone in his order and not"
            " in ours. Hodan joined on the phone at the end, because he said she may.\n\nNext: the shelf in writing.",
            {"Abdi": (Seen.ALONE, "I didn’t want to go. I went.")},
            Place.OUT,
        ),
        Told(
            12,
            "Hana Suzuki",
            "Everybody home for once, and pancakes. Hodan is tired to the bone and very clear: she wants help to keep"
            " him, not a lecture on keeping him in. Mahad offers Friday to Sunday in Islington. Abdi listened to that"
            " without a joke.\n\nNext: the weekend with Mahad in writing, with who rings whom and when.",
            {
                "Abdi": (Seen.ALONE, "Mahad’s is alright. Nobody knows me there."),
                "Ayaan": (Seen.WITH_OTHERS, ""),
                "Idil": (Seen.WITH_OTHERS, ""),
                "Bilal": (Seen.WITH_OTHERS, "I did six pancakes."),
                "Bushra": (Seen.WITH_OTHERS, ""),
            },
        ),
    ),
    promises=(
        Promise(
            12,
            "Hana Suzuki",
            "Write the weekend at Mahad’s down with Abdi, Hodan and Mahad, one page, their words",
            "A visit",
            ("Abdi",),
            promised_to="Hodan",
            due=3,
        ),
        Promise(
            12,
            "Hana Suzuki",
            "Ask the school whether Ayaan may come in ten minutes early by the library side",
            "A visit",
            ("Ayaan",),
            why="He is frightened at the shops, and says so only when walking.",
            promised_to="Ayaan",
            due=0,
        ),
        Promise(
            40,
            "Lola Banks",
            "Ask the police for one named officer whom Hodan can ring",
            "Strategy meeting",
            ("Abdi",),
            due=-33,
            done=34,
            outcome="Hodan has the name and the number.",
        ),
    ),
    hand_overs=(
        HandOver(
            1,
            "Liam Docherty",
            "Hodan rang: Abdi had not come home and did not answer.",
            "I rang the police with her and gave the clothes from her list. Mahad drove to the places Abdi knows. Abdi"
            " came in after two hours, cold and hungry, not hurt. Hodan made him eat. He said goodnight to me on the"
            " phone.",
            "A return home interview within 72 hours: Abdi would rather it was Delroy’s pitch than the office.",
        ),
    ),
    journey=(
        Came(
            71,
            ("Abdi",),
            "6",
            "Owen Price",
            "Officers found Abdi on a train in Kent with drugs and cash that were not his. He said nothing but his"
            " name. His mother had rung three times that night.",
            ("assessment",),
            "Somebody older is using him. His mother is an ally and very tired.",
            teller="Officer on the night desk",
            agency="British Transport Police",
            rating="amber",
        ),
        Came(
            66,
            YOUNGER,
            "5A",
            "Owen Price",
            "Ayaan takes the long way to school and the twins whisper at home. The harm is outside, and all of them"
            " live beside it.",
            ("assessment",),
            "The younger four need help of their own, whatever happens with Abdi.",
            teller="Hana Suzuki",
            agency="Regent’s pod",
            method="in-person",
        ),
        Assessed(
            ("Abdi",),
            called=71,
            begun=70,
            worker="Hana Suzuki",
            checked=58,
            shared=44,
            ended=42,
            factors=("10A", "13A", "24A"),
            decision="To conference: the harm continues outside the home.",
            familys_answer="Hodan: “Say that I rang. Say it every time I rang.”",
        ),  # fmt: skip
        Assessed(
            YOUNGER,
            called=66,
            begun=66,
            worker="Hana Suzuki",
            checked=54,
            shared=40,
            ended=38,
            factors=("13A",),
            decision="A child in need plan for the four: the way to school, and somebody to talk to.",
            familys_answer="Hodan agrees. Ayaan wants it not to say his street.",
        ),  # fmt: skip
        Fact("missing", ("Abdi",), "Hana Suzuki", 58, "Hodan rang the police at once."),
        Fact("returned", ("Abdi",), "Hana Suzuki", 57, "Brought back from Kent."),
        Fact("return-interview-offered", ("Abdi",), "Hana Suzuki", 57),
        Fact("return-interview", ("Abdi",), "Hana Suzuki", 55, "With somebody he chose."),
        Strategy(
            56,
            ("Abdi", "Ayaan"),
            "Hana Suzuki",
            "Police: a debt is spoken of, and a threat with a knife. School: attendance has halved. Health: a wound on"
            " the arm, treated and not explained. Hodan’s list from the fridge was read out.",
            "Abdi at Mahad’s until Monday. Delroy walks back with him. Hodan has the number for the night.",
            "Hana tells Hodan this afternoon, in Somali with an interpreter.",
            "An enquiry about Abdi, together with the police. Ayaan is not the one they want; help for him goes on.",
            enquired=("Abdi",),
            agencies=("social-care", "police", "health", "education"),
            concluded=43,
            ended=40,
            findings="He is being used to carry and is afraid to stop. The risk continues.",
        ),
        Conferred(
            "initial",
            {
                "Abdi": Part(
                    "plan",
                    "NEG",
                    "PN1",
                    "“You write neglect. My mum neglects nothing.”",
                    "Hodan, Delroy and the school do not agree with the category: the harm is outside the home, and"
                    " Hodan is the one who looks. The chair records this, and that no category of ours fits.",
                )
            },
            40,
            booked=54,
            report_shared=43,
            decisions_sent=36,
            record_sent=24,
            contingency="If there is another threat with a knife: the police at once, and Mahad’s flat that night.",
        ),
        Planned(("Abdi",), "protection", 40, "Hana Suzuki", category="NEG"),
        Planned(YOUNGER, "need", 37, "Hana Suzuki"),
        Met(
            "core-group",
            39,
            ("Abdi",),
            "Hana Suzuki",
            "Hodan, Abdi, Mahad, Delroy, the head of year, the police’s named officer, Hana, Lola",
            "Who rings whom when he is late; training on Tuesdays and Thursdays with Delroy walking back; a college"
            " visit in Islington.",
            "Abdi: “Keep the Tuesday.” Hodan: “One name at the police, not a switchboard.”",
            36,
        ),
        Fact("missing", ("Abdi",), "Hana Suzuki", 27, "Not home by midnight."),
        Fact("returned", ("Abdi",), "Hana Suzuki", 26, "Came home by himself in the morning."),
        Fact("return-interview-offered", ("Abdi",), "Hana Suzuki", 26),
        Fact("return-interview", ("Abdi",), "Hana Suzuki", 24, "On Delroy’s pitch."),
        Strategy(
            25,
            ("Abdi",),
            "Hana Suzuki",
            "Police: the same car as in the spring. School: he came on Tuesday. Hodan had written down the number.",
            "He sleeps at Mahad’s from Friday to Sunday.",
            "Hodan was there.",
            "No second enquiry: there is a plan, and it is made stronger. The police look at the car.",
        ),
        Fact("missing", ("Abdi",), "Hana Suzuki", note="The third time in sixty days.", hours_ago=44),
        Fact("returned", ("Abdi",), "Hana Suzuki", note="Cold and hungry, not hurt.", hours_ago=42),
        Fact(
            "return-interview-offered",
            ("Abdi",),
            "Hana Suzuki",
            note="Delroy’s pitch rather than the office.",
            hours_ago=20,
        ),  # fmt: skip
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
