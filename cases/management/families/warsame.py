"""Queen's Crescent: Hodan and her five. The harm to Abdi is outside the home."""

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
BOTH = {"ethnicity": "BAFR", "language": "Somali and English"}

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
            "Hodan rang at 22:50: Abdi had not come home and did not answer.",
            "I rang the police with her and gave the clothes from her list. Mahad drove to the places Abdi knows. Abdi"
            " came in at 00:40, cold and hungry, not hurt. Hodan made him eat. He said goodnight to me on the phone.",
            "A return home interview within 72 hours: Abdi would rather it was Delroy’s pitch than the office.",
        ),
    ),
)
