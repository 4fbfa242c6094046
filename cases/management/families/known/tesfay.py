"""Before you meet Yonas, who came alone, Sandra with whom he lives, and Selam in Malmö."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Event, Going, Held, Record, Talked

PRIYA = "Priya Shah"
YONAS = ("Yonas",)

BEFORE = Before(
    says=(
        Says(
            "why",
            "Yonas came here alone after two years on the way. His mother cannot be reached and his sister Selam lives"
            " in Sweden. He lives with Sandra. We look after him like a parent should: school, a doctor, papers, and"
            " people who stay.",
            PRIYA,
            34,
        ),
        Says(
            "working",
            "Sandra, who found the church and the right bread. Mathematics: he has gone up a set. Selam on Sundays."
            " He tells people when he has a question.",
            PRIYA,
            8,
        ),
        Says(
            "tonight",
            "Yonas is at Sandra’s, with the light on in the stairs and the radio. After a nightmare he wakes Sandra,"
            " which he did not do before. His phone has her number, Selam’s and ours.",
            PRIYA,
            8,
        ),
        Says(
            "danger",
            "Somebody rang him in the summer about money for the journey; he changed his number. Do not give it to"
            " anybody, not at church either. Nightmares are worst before days at court or the Home Office. Another"
            " change of worker would harm him: he asks everybody how long.",
            PRIYA,
            8,
        ),
        Says(
            "how",
            "Say your name and how many months. Be on time, I wait at the window. Do not ask about the desert, I will"
            " tell. If you do not know, say you do not know.",
            PRIYA,
            8,
            told_by="Yonas",
        ),
    ),
    reaches=(
        Reach("Yonas", "mobile", "07700 900614", True, "Text first; he does not answer numbers he does not know"),
        Reach("Sandra", "phone", "020 7946 0620", True, "Any time"),
        Reach("Selam", "other", "Video call, with Yonas", True, "Sundays after church; an hour ahead"),
    ),
    around=(
        Around("Yonas", "school", "Invented college in Barnet", "Mr Haddow, mathematics", "020 7946 0628"),
        Around("Yonas", "faith", "An Orthodox church in Barnet", "Father Kidane", "", "Sundays at eleven"),
        Around("Yonas", "solicitor", "Invented law centre", "Ms Pereira", "020 7946 0633", "Home Office interview"),
        Around("Yonas", "gp", "Invented surgery in Barnet", "Dr Cohen"),
        Around("Yonas", "club", "Running, Wednesdays"),
    ),
    talks=(Talks("Yonas", "needed", "Tigrinya for anything serious; nobody from his church"),),
    headed=(Headed("Yonas", "In numbers nobody asks how you came.", PRIYA, 8),),
    met=(Met("Sandra", 147), Met("Selam", 34), Met("Sandra", 8)),
)

RECORD = Record(
    talked=(
        Talked(
            28,
            PRIYA,
            "conversation",
            "On the church steps at eleven. Yonas introduced me to the priest as “the one who stays”. I said hello, and"
            " that I would come again.",
            who=YONAS,
            others=("Father Kidane",),
            title="Hello on the church steps",
        ),
        Talked(
            15,
            PRIYA,
            "call",
            "The tracing service has nothing new of Letebrhan: last heard of in Sudan. Yonas asked me to ring every"
            " month and to tell him also when there is nothing.",
            who=YONAS,
            others=("The tracing service",),
            title="Looking for his mother",
            agreed=(("Ring the tracing service each month and tell Yonas also when there is nothing", 15, "Yonas"),),
        ),
        Talked(
            20,
            PRIYA,
            "direct-work",
            "A scale from one to ten for the nights. He put this month on four and the last on two, drew the curve and"
            " extended it.",
            who=YONAS,
            tool="scaling",
            learned="What helps is the light, the radio, and knowing in the evening what the next day holds.",
            changed="Sandra and he say the next day aloud after supper.",
        ),
    ),
    aims=(
        Aim(34, PRIYA, "The same worker until I am eighteen", "Yonas"),
        Aim(34, PRIYA, "Go to Malmö once, with papers to come back", "Yonas"),
    ),
    held=(Held(50, "Yonas", "My sister thinks I sleep well. Let her.", PRIYA, ("Selam",)),),
    agrees=(Agrees(30, "Yonas", "clinical", "interpreted", "Priya may ask Marek about the nights", PRIYA),),
    events=(
        Event(
            148,
            "Yonas is looked after: section 20, with Sandra in Barnet.",
            PRIYA,
            {"Yonas": "He ate, slept and asked how many months."},
            "Safe, and far from everything. Three workers in five months have cost him trust.",
        ),
    ),
    going=(Going(5, (16, 0), PRIYA, "home", "see", "Foster home in Barnet"),),
)
