"""Before you meet Agata with Dawid and the twins, Faisal, and Halina on the telephone."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Answered, Record, Talked

CALLUM = "Callum Reid"
CHILDREN = ("Dawid", "Lena", "Kasia")

BEFORE = Before(
    says=(
        Says(
            "why",
            "Dawid could not sleep, and Mum was so tired that she asked for help. Mum and Dad live in two homes since"
            " the summer. Callum comes to make the nights better, one small thing at a time, until Mum says stop.",
            CALLUM,
            27,
        ),
        Says(
            "working",
            "A lamp, a blanket, the same story. Two bad nights a week instead of seven. Faisal has all three on"
            " Saturdays. Halina tells the story on the telephone and does the voices.",
            CALLUM,
            6,
        ),
        Says(
            "tonight",
            "All three sleep at Swiss Cottage with Agata. After a night with no sleep she rings Faisal, who comes"
            " before work, and puts the twins in their cots and shuts the door for ten minutes.",
            CALLUM,
            6,
        ),
        Says(
            "danger",
            "Nothing is known. Watch one thing: when Agata has slept less than three hours for a week she says that"
            " she is fine. Ask how many hours.",
            CALLUM,
            6,
        ),
        Says(
            "how",
            "One thing only, not five. Do not come at six, that is the bad hour. If I say I am fine, ask how many hours"
            " I slept.",
            CALLUM,
            27,
            told_by="Agata",
        ),
    ),
    reaches=(
        Reach("Agata", "mobile", "07700 900911", True, "Text; not between five and eight"),
        Reach("Faisal", "mobile", "07700 900918", True, "After four"),
        Reach("Halina", "other", "Telephone in Poland, through Agata", True, "At bedtime"),
    ),
    around=(
        Around("Dawid", "school", "Invented primary school", "Ms Varga, reception"),
        Around("Lena", "nursery", "The children’s centre", "Ola"),
        Around("Kasia", "nursery", "The children’s centre", "Ola"),
        Around("Lena", "health-visitor", "", "Ruth Obi", "020 7946 0930"),
    ),
    talks=(Talks("Halina", "needed", "Polish, by telephone; Agata or an interpreter"),),
    headed=(
        Headed("Dawid", "Babcia does the voices.", CALLUM, 27),
        Headed("Lena", "Again the bear.", CALLUM, 6),
        Headed("Kasia", "Miś śpi.", CALLUM, 6),
    ),
    met=(Met("Agata", 54), Met("Agata", 27), Met("Agata", 6)),
)

RECORD = Record(
    talked=(
        Talked(
            40,
            CALLUM,
            "call",
            "Faisal asked what he can do that is useful and not in the way. Saturdays, all three, until six.",
            people=("Faisal",),
            who=CHILDREN,
            title="Saturdays",
            said=(("Faisal", "I can do nights too. Nobody has asked me."),),
        ),
        Talked(
            27,
            CALLUM,
            "call",
            "Agata handed me the telephone at bedtime. Halina, through an interpreter: the story has a bear, and the"
            " bear sleeps.",
            people=("Halina",),
            who=("Dawid",),
            title="Grandmother, at bedtime",
            interpreting="interpreter",
        ),
    ),
    aims=(
        Aim(
            54, CALLUM, "One night in the week when everybody sleeps", "", 20, "Reached: a Tuesday, and then a Friday."
        ),
        Aim(27, CALLUM, "Sleep the whole long hand and the whole short hand", "Dawid"),
    ),
    agrees=(Agrees(54, "Agata", "help", "spoken", "Family help, one thing at a time, until she says stop", CALLUM),),
    answered=(
        Answered(
            8,
            "visits",
            (10, 9, 9, 9, 9),
            "He wrote one night down with me. Nobody did that before.",
            "Agata",
            CALLUM,
            "Thank you. The page is yours; we keep a copy only if you want.",
            6,
        ),
    ),
)
