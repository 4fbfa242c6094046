"""Before you meet Naomi at Marcia’s, Esme with Colette, and Winston."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says
from cases.management.families.record import Agrees, Aim, Answered, Event, Going, Held, Record, Talked

MARTA, BEA, JO = "Marta Kowal", "Bea Lindqvist", "Jo Marlowe"

BEFORE = Before(
    says=(
        Says(
            "why",
            "Naomi and her mum hurt each other with words for a long time, and Naomi asked to live somewhere else. She"
            " lives with Marcia, and will be eighteen next year. Esme lives with Mum and missed many Mondays because"
            " Sundays are far away at Dad’s. We help Naomi get ready, and we help Esme’s weeks to fit.",
            MARTA,
            45,
        ),
        Says(
            "working",
            "Marcia, and the list Naomi keeps for us. College. Colette and Winston speak again about Mondays: four out"
            " of four. Esme tells Naomi everything.",
            BEA,
            22,
        ),
        Says(
            "tonight",
            "Naomi is at Marcia’s, Esme at her mum’s. Naomi goes to Colette’s for Sunday lunch and home when she says"
            " so: Marcia drives, nobody asks why. Esme rings Naomi first, then Bea.",
            MARTA,
            22,
        ),
        Says(
            "danger",
            "No danger is known tonight. What hurt before were rows between Naomi and Colette that went on after"
            " midnight: do not carry messages between them, and do not bring up the past at the door. Turning eighteen"
            " without people frightens Naomi more than money does.",
            MARTA,
            22,
        ),
        Says(
            "how",
            "Read my list before you come. Say how often and then come that often. Don’t say “good question”. Ines can"
            " come too.",
            MARTA,
            45,
            told_by="Naomi",
        ),
    ),
    reaches=(
        Reach("Naomi", "mobile", "07700 901014", True, "Messages; she answers after college"),
        Reach("Marcia", "phone", "020 7946 1020", True, "Any time"),
        Reach("Colette", "mobile", "07700 901022", True, "From next week she works nights: after two"),
        Reach("Winston", "mobile", "07700 901029", True, "Not while he drives; after seven"),
    ),
    around=(
        Around("Naomi", "school", "Invented college in Islington", "Mr Grey, tutor"),
        Around("Esme", "school", "Invented school in Gospel Oak", "Ms Adair, head of year", "020 7946 1030"),
        Around("Naomi", "gp", "Invented surgery in Islington", "Dr Osman"),
        Around("Esme", "club", "Steel band, Thursdays"),
    ),
    headed=(
        Headed("Naomi", "People. Put people first actually.", JO, 15),
        Headed("Esme", "Four out of four. Write that down.", BEA, 22),
    ),
    met=(Met("Marcia", 85), Met("Colette", 100), Met("Colette", 75), Met("Marcia", 45), Met("Colette", 22)),
)

RECORD = Record(
    talked=(
        Talked(
            20,
            BEA,
            "call",
            "Winston, in the lorry park. He can do Sundays at six until the new year, and then his shifts change too."
            " He would rather say it now.",
            people=("Winston",),
            who=("Esme",),
            title="Sundays at six",
            said=(("Winston", "I don’t want to promise her a thing and then drive past it."),),
        ),
        Talked(
            45,
            MARTA,
            "direct-work",
            "Naomi drew who is around her, with herself off the middle. Esme is nearest; Ines has a line of her own.",
            who=("Naomi",),
            tool="ecomap",
            learned="She counts on four people, and two of them are paid.",
            changed="The page about turning eighteen begins with people.",
        ),
    ),
    aims=(
        Aim(45, MARTA, "Sunday lunch at Mum’s every week", "Naomi"),
        Aim(100, BEA, "Mondays that start in one place", "Esme", 57, "Three in a row, and Esme says so herself."),
    ),
    held=(Held(85, "Naomi", "I still check if Mum’s light is on when the bus goes past.", MARTA, ("Colette",)),),
    agrees=(
        Agrees(206, "Naomi", "contacting", "spoken", "Ines may come to reviews and read the papers for them", MARTA),
        Agrees(57, "Colette", "help", "spoken", "Bea goes on, every other week", BEA),
    ),
    events=(
        Event(
            420,
            "Naomi is looked after, as she and Colette both asked.",
            MARTA,
            {
                "Naomi": "She sleeps, and does her own washing by choice.",
                "Esme": "She lost her sister across the landing.",
            },
            "A decision of the two of them, made without a court. It ended the rows and not the tie.",
        ),
    ),
    going=(Going(4, (15, 0), MARTA, "home", "plan", "Naomi’s foster home", "Jo Marlowe"),),
    answered=(Answered(70, "worker-change", (9, 8, 9, 9, 8), "I got to keep the one I knew. Do that for everyone."),),
)
