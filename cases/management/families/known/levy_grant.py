"""Before you meet Noa and Eli, and Miriam and Alasdair, each by themselves."""

from cases.management.families.before import Around, Before, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Differs, Going, Record, Talked

KWESI = "Kwesi Boadi"
CHILDREN = ("Noa", "Eli")

BEFORE = Before(
    says=(
        Says(
            "why",
            "Noa has stopped eating enough and Eli wets the bed again. Mum and Dad live apart and argue in a court"
            " about who sees whom when. We ask Noa and Eli how it is for them, help with the doctor, and do not take"
            " sides.",
            KWESI,
            0,
        ),
        Says(
            "working",
            "Noa told her doctor. Both parents answered on the first day. Four grown-ups in two houses have time for"
            " the children, and Klara is there when they come home.",
            KWESI,
            0,
        ),
        Says(
            "tonight",
            "Noa and Eli are at Miriam’s, and Klara is home. The doctor sees Noa today; if she faints or refuses to"
            " drink: 999. Neither parent speaks about the court at supper: both have promised.",
            KWESI,
            0,
        ),
        Says(
            "danger",
            "Noa’s weight: how much she has lost is not known yet, and this can turn in days. What one child says goes"
            " to neither parent. Where Alasdair lives is not said to Miriam, and this record is named to nobody at"
            " the council: he works there.",
            KWESI,
            0,
        ),
        Says(
            "how",
            "Send us both the same letter on the same day. Do not be impressed and do not be sarcastic. Ask Noa"
            " nothing about food in front of her brother.",
            KWESI,
            0,
            told_by="Miriam",
        ),
    ),
    reaches=(
        Reach("Miriam", "mobile", "07700 900811", True, "Not in court hours; never the chambers"),
        Reach("Alasdair", "email", "a.grant@example.org", True, "His own address, never the council’s", ("Miriam",)),
        Reach("Alasdair", "phone", "020 7946 0816", False, "His desk at the council: colleagues answer"),
    ),
    around=(
        Around("Noa", "school", "Invented school in Belsize Park", "Dr Achebe, head of year"),
        Around("Eli", "school", "Invented primary school", "Ms Finch"),
        Around("Noa", "gp", "Invented surgery in Belsize Park", "Dr Sol", "020 7946 0824", "Sees Noa today"),
        Around("Noa", "mental-health", "Child and adolescent mental health", "", "", "First appointment this week"),
    ),
    talks=(Talks("Klara", "not-needed", "Swedish and English"),),
    met=(Met("Miriam", 0), Met("Alasdair", 0)),
)

RECORD = Record(
    talked=(
        Talked(
            0,
            KWESI,
            "note",
            "Who may open this record and who may not is settled: Alasdair works for the council, and a colleague is"
            " Miriam’s cousin by marriage. Letters go out by hand.",
            title="Who may read this",
        ),
    ),
    differs=(
        Differs(
            0,
            "Alasdair",
            "contact",
            "It says that both parents rang about the other. I rang about Noa. I want that written beside it.",
            KWESI,
        ),
    ),
    agrees=(Agrees(0, "Miriam", "clinical", "written", "The clinic may see Noa this week", KWESI),),
    going=(Going(1, (10, 0), KWESI, "school", "assessment", remark="Noa first, in the room she chooses; then Eli"),),
)
