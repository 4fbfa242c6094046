"""King's Cross: Caitlin, Emeka, a baby on the way, and Saoirse, who lives with her great-aunt Bernie."""

from cases.management.families.known import doyle_okafor as known
from cases.management.families.steps import Assessed, Came, Closed, Conferred, Facts, Met, Part, Planned, Strategy
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

FAMILY = Family(
    name="Doyle–Okafor",
    team="PRIMROSE",
    opened=1480,
    children=(
        Child("Saoirse", "Doyle", "F", 5, 60, "WIRI", "English"),
        Child("Baby", "Doyle–Okafor", "U", ethnicity="MWBA", expected_in=35),
    ),
    adults=(
        Adult("Caitlin", "Doyle", "F", 24, "English"),
        Adult("Emeka", "Okafor", "M", 27, "English and Igbo"),
        Adult("Ngozi", "Okafor", "F", 55, "Igbo and English"),
        Adult("Bernie", "Doyle", "F", 58, "English"),
    ),
    ties=(
        Ties("Caitlin", Tie.MOTHER, ("Saoirse",), pr=True),
        Ties("Caitlin", Tie.MOTHER, ("Baby",)),
        Ties("Emeka", Tie.FATHER, ("Baby",)),
        Ties("Emeka", Tie.PARTNER, ("Caitlin",)),
        Ties("Ngozi", Tie.GRANDPARENT, ("Baby",)),
        Ties("Bernie", Tie.CARER, ("Saoirse",), pr=True),  # special guardian
        Ties("Bernie", Tie.AUNT_OR_UNCLE, ("Caitlin",)),
        Ties("Saoirse", Tie.HALF_SIBLING, ("Baby",)),
    ),
    homes=(
        Home("King’s Cross", ("Caitlin",), "A flat with the recovery service, London N1"),
        Home("Bernie’s house", ("Bernie", "Saoirse"), "Kilburn", since=1300),
        Home("Ngozi’s house", ("Ngozi", "Emeka"), "Peckham"),
    ),
    referrals=(
        Referral(("Saoirse",), 1480, "3B", "N1", closed=1290, closing="RC4"),
        Referral(("Baby",), 98, "3D", "N1"),
    ),
    work=(
        Work("Niamh Castellan", "PRIMROSE", ("Saoirse",), 1478, ended=1290),
        Work("Ines Duarte", "PRIMROSE", ("Baby",), 97),
        Work("Tom Whitlock", "PRIMROSE", ("Baby",), 80, Role.CO_WORKER),
        Work("Lola Banks", "CSSW", ("Baby",), 70, Role.LEAD_CHILD_PROTECTION),
        Work("Dawn Ellery", "QUALITY", ("Baby",), 62, Role.CHAIR),
    ),
    visits=(
        Told(
            94,
            "Ines Duarte",
            "Caitlin came to the door and said she knew who I was. I asked her to tell me about Saoirse first, and she"
            " did, for half an hour, with photographs. She is on her script, she has not missed, and she is frightened"
            " that none of it will count. I said what will be looked at, and that I would tell her before I tell a"
            " meeting.\n\nNext: ask Caitlin who in the family knows about the baby and who may.",
            {"Baby": (Seen.UNBORN, "")},
        ),
        Told(
            52,
            "Ines Duarte",
            "With the midwife at the clinic. Caitlin’s keyworker joined by phone. Everyone heard the same thing at the"
            " same time, which Caitlin had asked for. Emeka has told his mother.\n\nNext: Ngozi asked for a visit of"
            " her own.",
            {"Baby": (Seen.UNBORN, "")},
            Place.OUT,
        ),
        Told(
            38,
            "Ines Duarte",
            "The flat with the recovery service. Caitlin has painted one wall. She had read the letter three times and"
            " underlined the offer of a family meeting. We read it a fourth time together, with the solicitor’s number"
            " on the table.\n\nNext: Emeka, by himself, about the same letter.",
            {"Baby": (Seen.UNBORN, "")},
        ),
        Told(
            24,
            "Tom Whitlock",
            "Niamh came with me. Ngozi had cooked for eight. She said plainly what she can do and for how long,"
            " and asked"
            " what happens if Caitlin manages, which nobody had asked yet. Emeka wants to be there at the birth.\n\n"
            "Next: Ines and I go through the contingency plan with Caitlin before the meeting, not in it.",
            {"Baby": (Seen.UNBORN, "")},
        ),
        Told(
            13,
            "Ines Duarte",
            "Bernie invited us. Saoirse knows that a baby is coming and has drawn it a house. Caitlin sees her on"
            " Saturdays at Bernie’s, and the two of them have a song.\n\nNext: Caitlin would like a copy of the drawing"
            " for her bag.",
            {
                "Saoirse": (Seen.WITH_OTHERS, "The baby can have the top window."),
                "Baby": (Seen.UNBORN, ""),
            },
        ),
    ),
    promises=(
        Promise(
            13,
            "Ines Duarte",
            "Copy Saoirse’s drawing for Caitlin’s hospital bag",
            "A visit",
            ("Baby",),
            promised_to="Caitlin",
            due=6,
        ),
        Promise(
            24,
            "Tom Whitlock",
            "Ask probation whether Emeka’s appointments can move for the birth",
            "A visit",
            ("Baby",),
            promised_to="Emeka",
            due=-10,
            done=11,
            outcome="They can: he rings on the day.",
        ),
    ),
    journey=(
        Closed(
            asked=1289,
            agreed=1286,
            who=("Saoirse",),
            by="Niamh Castellan",
            summary="Saoirse lives with Bernie, by an order of the court that Caitlin did not fight. She sleeps, she"
            " eats, and she is somebody’s. Caitlin sees her on Sundays.",
            family_told="Bernie and Caitlin in one room, at Bernie’s table, and both have it on paper.",
            way_back="Bernie rings Niamh’s team, and asks for help for special guardians whenever she wants it.",
            named_person="Bernie Doyle",
            network_plan="Caitlin’s Sundays stay hers. Bernie’s sister has Saoirse when Bernie is on shift.",
            goodbye="Caitlin: “I am not saying goodbye to her, so do not write goodbye.” We wrote: until Sunday.",
            answer="Agreed. Caitlin’s sentence belongs on the first page.",
        ),
        Came(
            98,
            ("Baby",),
            "3D",
            "Chipo Moyo",
            "Caitlin booked late and told the midwife everything herself: her script, Saoirse, and that she is afraid"
            " of us. She asked the midwife to ring while she was in the room.",
            ("assessment",),
            "A baby is expected, an older child was removed, and a mother who tells. Assess with her, from now.",
            teller="Specialist midwife",
            agency="An invented hospital, antenatal clinic",
            consent_note="Caitlin was there when the midwife rang.",
            rating="green",
        ),
        Assessed(
            ("Baby",),
            called=98,
            begun=97,
            worker="Ines Duarte",
            checked=85,
            shared=69,
            ended=67,
            factors=("2B",),
            familys_answer="Caitlin: “It is fair. It is hard to read and it is fair.”",
            decision="Strategy discussion about the baby, and a conference before the birth.",
        ),
        Strategy(
            64,
            ("Baby",),
            "Ines Duarte",
            "Recovery service: no missed script in five months. Health: the baby grows. Police: nothing since the"
            " spring. Probation: Emeka keeps his appointments.",
            "Nobody is in danger tonight: the baby is not born. Caitlin has the midwife’s number.",
            "Ines tells Caitlin and Emeka today, before a letter does.",
            "An enquiry, so that there is a plan before the birth and nobody decides on a ward.",
            enquired=("Baby",),
            agencies=("social-care", "police", "health", "other"),
            concluded=52,
            ended=49,
            findings="Substance use in the past year and an earlier removal: likely harm without a plan.",
        ),
        Conferred(
            "pre-birth",
            {
                "Baby": Part(
                    "plan",
                    "NEG",
                    "PN0",
                    "Not born yet. Caitlin spoke for the baby: “Let her come home with me.”",
                )
            },
            49,
            booked=60,
            agencies=("social-care", "police", "health", "other"),
            report_shared=53,
            decisions_sent=44,
            record_sent=29,
            contingency="If Caitlin uses again: Ngozi has the baby, in Peckham, the same day.",
        ),
        Planned(("Baby",), "protection", 49, "Ines Duarte", category="NEG"),
        Facts(
            ("Baby",),
            "Ruth Adeyemi",
            (
                ("letter-planned", 46, "The legal planning meeting chose pre-proceedings."),
                ("family-meeting-offered", 38, "In the letter, and by Ines at the kitchen table."),
                ("letter-before-proceedings", 38, "With the offer of a family group conference inside."),
                ("family-meeting-accepted", 34, "Caitlin and Emeka, each by themselves."),
                ("pre-proceedings-meeting", 31, "Both parents with their solicitors."),
                ("family-meeting-held", 9, "Ngozi stands ready if Caitlin cannot."),
            ),
        ),
        Met(
            "core-group",
            40,
            ("Baby",),
            "Ines Duarte",
            "Caitlin, Emeka, the midwife, the recovery worker, probation, Ines, Lola",
            "The script until the birth, the cot and where it stands, who is there at night.",
            "Caitlin: “Say what good looks like, then I can do it.”",
            37,
        ),
        Met(
            "core-group",
            12,
            ("Baby",),
            "Ines Duarte",
            "Caitlin, Emeka, Ngozi, the midwife, the recovery worker, Ines, Tom",
            "The family’s plan was read aloud and goes into ours unchanged. The bag is packed.",
            "Ngozi: “You have my number. Use it before the door, not at the door.”",
            9,
        ),
        Conferred("review", {"Baby": Part()}, in_days=28, booked=10),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
