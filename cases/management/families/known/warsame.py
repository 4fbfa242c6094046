"""Before you meet Hodan and her five. The harm to Abdi is outside the home."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Differs, Event, Held, Record, Talked

HANA = "Hana Suzuki"

BEFORE = Before(
    says=(
        Says(
            "why",
            "Some older people make Abdi carry things for them, and they frighten him when he says no. He has been gone"
            " from home three times. It is not his fault and not his mum’s. We help so that he can stop and stay safe,"
            " and so that Ayaan, Idil, Bilal and Bushra can walk to school without being afraid.",
            HANA,
            21,
        ),
        Says(
            "working",
            "Hodan rings at once, and keeps a list on the fridge. Delroy walks Abdi back from training on Tuesdays and"
            " Thursdays. Mahad has him from Friday to Sunday. Idil goes to the homework club on the green way.",
            HANA,
            12,
        ),
        Says(
            "tonight",
            "Abdi home by nine, or he texts Hodan one word. No word by half past: Hodan rings the police’s named"
            " officer, then Mahad, who drives. Ayaan walks by the library side. Everybody else is home.",
            HANA,
            12,
        ),
        Says(
            "danger",
            "A debt is spoken of, and a threat with a knife. Men in a dark car wait by the shops; Ayaan is taken for"
            " Abdi from behind. Never wear a badge on the street, never meet Abdi at the shops, never text him about"
            " what he told us: others read his phone.",
            HANA,
            12,
        ),
        Says(
            "how",
            "Start with what went well this week, then ask the hard thing. Tell me first and the letter second. In"
            " Somali when it is serious. I am not the problem, I am the one who looks.",
            HANA,
            33,
            told_by="Hodan",
        ),
    ),
    reaches=(
        Reach("Hodan", "mobile", "07700 900231", True, "Ring at any hour; she would rather be woken"),
        Reach("Mahad", "mobile", "07700 900248", True, "Ring; he drives"),
        Reach("Delroy", "mobile", "07700 900266", True, "Not during training"),
        Reach("Yusuf", "other", "Video call through Hodan", True, "Hargeisa is three hours ahead"),
        Reach("Abdi", "mobile", "07700 900279", False, "Others read it; ask Hodan to call him"),
    ),
    around=(
        Around("Abdi", "school", "Invented school in Kentish Town", "Mr Aziz, head of year", "020 7946 0231"),
        Around("Ayaan", "school", "Invented school in Kentish Town", "Ms Lund, art", "", "Lets him in early"),
        Around("Idil", "school", "Invented primary school", "Ms Perrin"),
        Around("Bilal", "school", "Invented primary school", "Mr Cole"),
        Around("Bushra", "school", "Invented primary school", "Mr Cole"),
        Around("Abdi", "club", "Football, Tuesdays and Thursdays", "Delroy Finch"),
        Around("Abdi", "police", "", "Sergeant Okello, named officer", "020 7946 0240"),
        Around("Hodan", "gp", "Invented surgery in Queen’s Crescent", "Dr Farah"),
    ),
    talks=(
        Talks("Hodan", "needed", "Somali when it is serious; English for the rest"),
        Talks("Yusuf", "needed", "Somali, by video"),
    ),
    headed=(
        Headed("Abdi", "Two Tuesdays. Don’t make it a thing.", HANA, 31),
        Headed("Ayaan", "I want to draw the way so that it is all green.", HANA, 33),
        Headed("Idil", "I got a sticker for the longest book.", HANA, 33),
        Headed("Bilal", "I did six pancakes.", HANA, 12),
        Headed("Bushra", "Bilal did six. I ate seven.", HANA, 12),
    ),
    met=(
        Met("Hodan", 69),
        Met("Delroy", 47),
        Met("Delroy", 31),
        Met("Mahad", 21),
        Met("Hodan", 12),
        Met("Mahad", 12),
    ),
)

RECORD = Record(
    talked=(
        Talked(
            20,
            HANA,
            "call",
            "By video from Hargeisa, with a Somali interpreter and Hodan beside me. Yusuf had heard of Kent from a"
            " cousin and was ashamed that he had not heard it from us. He wants to speak with Abdi on Fridays, about"
            " football first.",
            people=("Yusuf", "Hodan"),
            who=("Abdi",),
            title="Father, by video",
            interpreting="interpreter",
            said=(("Yusuf", "I am far, I am not gone."),),
            agreed=(("Tell Yusuf myself when something happens, on the same day", 25, "Yusuf"),),
        ),
        Talked(
            33,
            HANA,
            "direct-work",
            "A map of the way to school in three colours. Ayaan coloured it and numbered the corners.",
            who=("Ayaan",),
            tool="ecomap",
            learned="There are two red corners, and one hour at which they are red.",
            changed="He may come in early by the library side, if the school agrees.",
        ),
        Talked(
            9,
            HANA,
            "observation",
            "Training from the bench. Abdi put the cones out before anybody asked. He looked at the car park four times"
            " in an hour. When Delroy said “last ball”, he laughed.",
            who=("Abdi",),
            title="Training on a Thursday",
        ),
    ),
    aims=(
        Aim(40, HANA, "Home every night, and somebody to walk back with", "Abdi"),
        Aim(37, HANA, "A way to school that is all green", "Ayaan"),
        Aim(37, HANA, "Mum sleeps a whole night"),
    ),
    held=(
        Held(31, "Abdi", "If she knew how much, she’d sell the car. Don’t let her.", HANA, ("Hodan",)),
        Held(33, "Ayaan", "People think I’m him from behind.", HANA, ("Abdi",)),
    ),
    differs=(
        Differs(
            36,
            "Hodan",
            "conference",
            "You wrote neglect. I rang, and I rang, and I wrote down the times. Neglect is the one thing I did not do.",
            HANA,
        ),
    ),
    agrees=(
        Agrees(39, "Hodan", "contacting", "interpreted", "Delroy and the school may know where Abdi is to be", HANA),
    ),
    events=(
        Event(
            71,
            "Abdi is found on a train in Kent with drugs and cash.",
            HANA,
            {"Abdi": "He said nothing but his name.", "Ayaan": "Two days off school."},
            "Somebody older decides where he goes. His mother had rung three times that night.",
            "British Transport Police",
        ),
    ),
)
