"""Before you meet Caitlin, Emeka and the baby who is expected; and Saoirse, who lives with Bernie."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Differs, Event, Going, Held, Missed, Record, Talked

INES, TOM = "Ines Duarte", "Tom Whitlock"

BEFORE = Before(
    says=(
        Says(
            "why",
            "Caitlin is going to have a baby. She used to take a drug that makes it hard to look after a child, and"
            " Saoirse went to live with her great-aunt Bernie. Caitlin takes a medicine now so that she can stop. We"
            " are here to plan with her, Emeka and their families so that the baby is safe from the first day.",
            INES,
            38,
        ),
        Says(
            "working",
            "Caitlin tells us things herself and has missed no script in five months. Emeka keeps his appointments."
            " Ngozi comes with food and a plan. Saturdays with Saoirse at Bernie’s, and a song.",
            INES,
            13,
        ),
        Says(
            "tonight",
            "The baby is not born. Caitlin is in the recovery flat, with staff all night and the midwife’s number."
            " If labour starts: hospital, Emeka, then us. Saoirse is at Bernie’s.",
            INES,
            13,
        ),
        Says(
            "danger",
            "If Caitlin uses again the baby can be harmed before anybody sees it. Sudden quiet is the sign, or a missed"
            " script: then visit the same day. Methadone is locked up; ask where. Caitlin’s old dealer knows the"
            " street, not the flat: never say the name of the flat in front of others. The baby may be ill at first:"
            " the ward decides when they go home.",
            INES,
            13,
        ),
        Says(
            "how",
            "Ask me about Saoirse first. Say the hard thing to my face before it is in a letter. Don’t look at my arms"
            " when you think I’m not looking. Tell me what good looks like and I’ll do it.",
            INES,
            38,
            told_by="Caitlin",
        ),
    ),
    reaches=(
        Reach("Caitlin", "mobile", "07700 900305", True, "Text first, then ring; not before ten"),
        Reach("Emeka", "mobile", "07700 900317", True, "After four, when he is off shift"),
        Reach("Ngozi", "mobile", "07700 900322", True, "“Use it before the door, not at the door”"),
        Reach("Bernie", "phone", "020 7946 0331", None, "Caitlin must not ring it after nine"),
    ),
    around=(
        Around("Baby", "midwife", "Invented hospital", "Siobhan Reyes, specialist midwife", "020 7946 0340"),
        Around("Caitlin", "substance", "Invented recovery service", "Dele, keyworker", "020 7946 0344"),
        Around("Emeka", "probation", "Probation, King’s Cross", "Ms Hart"),
        Around("Saoirse", "school", "Invented primary school in Kilburn", "Ms Dunne"),
        Around("Caitlin", "solicitor", "Invented firm", "Mr Levin", "020 7946 0349"),
    ),
    talks=(Talks("Ngozi", "not-needed", "Igbo with Emeka, English with us"),),
    headed=(Headed("Saoirse", "The baby can have the top window.", INES, 13),),
    met=(
        Met("Caitlin", 94),
        Met("Caitlin", 52),
        Met("Caitlin", 38),
        Met("Ngozi", 24),
        Met("Emeka", 24),
        Met("Caitlin", 13),
        Met("Bernie", 13),
    ),
)

RECORD = Record(
    talked=(
        Talked(
            34,
            INES,
            "conversation",
            "Emeka by himself, about the letter. He had underlined “alternative carers” and wanted to know if that"
            " meant him. I said that he is a father and not an alternative. He would like to be asked things first"
            " sometimes.",
            people=("Emeka",),
            who=("Baby",),
            title="The same letter, with Emeka",
            said=(("Emeka", "Nobody has asked me a question that was not about her."),),
        ),
        Talked(
            6,
            INES,
            "call",
            "Caitlin rang: a bad night and no more than that. She had rung her keyworker first. We went through the"
            " night hour by hour.",
            people=("Caitlin",),
            who=("Baby",),
            title="A bad night",
            agreed=(("Visit in the first hour after a bad night, if she rings", 40, "Caitlin"),),
        ),
    ),
    aims=(
        Aim(40, INES, "Ready for the baby: the script, the cot, somebody at night", "Baby"),
        Aim(13, INES, "Saturdays with Mum go on when the baby is there", "Saoirse"),
    ),
    held=(Held(24, "Ngozi", "If she cannot, I will. Do not tell her that I said it so quickly.", TOM, ("Caitlin",)),),
    differs=(
        Differs(
            42,
            "Caitlin",
            "conference",
            "It says neglect on the front. The baby is not born and I have neglected nobody yet. I know why you write"
            " it. I want it written that I told you myself.",
            INES,
        ),
    ),
    agrees=(
        Agrees(
            50, "Caitlin", "contacting", "signed", "The keyworker and the midwife may tell us of a missed script", INES
        ),
        Agrees(34, "Emeka", "conference", "spoken", "His mother and his uncle may be asked", INES),
    ),
    events=(
        Event(
            1300,
            "Saoirse goes to live with Bernie, by a special guardianship order.",
            INES,
            {"Saoirse": "She has a home that stays, and her mother every week."},
            "Caitlin did not fight it. What she learned from it is why she tells us now.",
            "Court order",
            "month",
        ),
        Event(
            98,
            "Caitlin asks her midwife to ring us while she is in the room.",
            INES,
            {"Baby": "Planning begins months before the birth. For Saoirse it began after it."},
            "The strongest sign of change there is: she tells before she is asked.",
            "Midwife",
        ),
        Event(
            38,
            "Letter before proceedings, with the offer of a family group conference.",
            INES,
            {"Baby": "Family on both sides now plan together."},
            "The letter frightened both parents, and both read it with us.",
        ),
    ),
    missed=(Missed(18, INES, "nobody-in", ("Baby",), again=13),),
    going=(Going(3, (11, 0), INES, "home", "plan", "King’s Cross", TOM, "The cot is being delivered"),),
)
