"""Before you meet Arben, Drita, Blerta and Leon, and Fatos, who sleeps in the flat while Drita works."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Event, Going, Held, Record, Talked

ROSA = "Rosa Begum"
CHILDREN = ("Blerta", "Leon")

BEFORE = Before(
    says=(
        Says(
            "why",
            "Dad has an illness that makes his thoughts race. He stopped his tablets, and there was shouting on the"
            " balcony, and the police came. He is in hospital to get well. We are here so that Blerta and Leon are safe"
            " at home, and so that Leon can stop looking after everybody.",
            ROSA,
            4,
        ),
        Says(
            "working",
            "Arben is a loving father when he is well, and wants to be. Uncle Fatos came within the hour and stays."
            " Drita has never missed a shift. Blerta says what she thinks when somebody asks in her language.",
            ROSA,
            4,
        ),
        Says(
            "tonight",
            "Arben is on the ward. Fatos sleeps in the flat while Drita works, and the knives are at his house in"
            " Enfield. If Arben comes home early: Fatos rings the ward, then us, and takes the children to Enfield."
            " A light on Blerta’s door says that somebody is there.",
            ROSA,
            4,
        ),
        Says(
            "danger",
            "When Arben is unwell he does not sleep, and he stood on the balcony with the railing behind him: fourth"
            " floor. Lock the balcony, and nobody argues with him there. He may leave the ward by himself. Blerta"
            " cannot hear shouting or an alarm. Never ask Leon what happens at night in front of anybody.",
            ROSA,
            4,
        ),
        Says(
            "how",
            "Come after two, when I have slept. Bring Amir for Blerta, and look at her and not at him. Do not call my"
            " husband mad before my children. Drink the coffee.",
            ROSA,
            4,
            told_by="Drita",
        ),
    ),
    reaches=(
        Reach("Drita", "mobile", "07700 900512", True, "After two; before that she sleeps"),
        Reach("Arben", "phone", "020 7946 0521", True, "The ward; ask the nurse whether it is a good hour"),
        Reach("Fatos", "mobile", "07700 900527", True, "Any time"),
        Reach("Blerta", "mobile", "07700 900533", True, "Text, not calls; she likes a time and a name"),
    ),
    around=(
        Around("Blerta", "school", "Invented school with a deaf unit", "Ms Yeo, teacher of the deaf"),
        Around("Leon", "school", "Invented primary school", "Mr Dacosta", "020 7946 0540"),
        Around("Arben", "mental-health", "Invented ward", "Dr Lisle; named nurse Joyce", "020 7946 0521"),
        Around("Blerta", "other", "Sign language interpreter", "Amir", "", "Book him first, then the meeting"),
        Around("Leon", "club", "Football with Uncle Fatos, Saturdays"),
        Around("Drita", "gp", "Invented surgery in Kentish Town", "Dr Ray"),
    ),
    talks=(
        Talks("Blerta", "needed", "British Sign Language; Amir, a qualified interpreter, never Leon"),
        Talks("Drita", "needed", "Albanian for anything serious; not the neighbour"),
        Talks("Arben", "not-needed", "Short sentences while he is unwell"),
    ),
    headed=(
        Headed("Blerta", "Ask me. I have been waiting to be asked.", ROSA, 7),
        Headed("Leon", "I am quite good at washing boots.", ROSA, 4),
    ),
    met=(Met("Drita", 7),),
)

RECORD = Record(
    talked=(
        Talked(
            6,
            ROSA,
            "call",
            "Fatos offered before I asked: the nights, the knives, Saturdays. He would like one of us to tell his"
            " sister that taking help is not giving up her children.",
            people=("Fatos",),
            who=CHILDREN,
            title="Uncle Fatos",
        ),
        Talked(
            4,
            ROSA,
            "call",
            "Drita, with an Albanian interpreter on the line. I told her about the drawer as Leon and I had agreed."
            " She was quiet, and then she thanked him and not me.",
            people=("Drita",),
            who=("Leon",),
            title="The kitchen drawer",
            interpreting="interpreter",
        ),
        Talked(
            3,
            ROSA,
            "conversation",
            "On the ward, with Yael. Arben asked whether Leon had been frightened before he asked anything about"
            " himself. He would like the children to know that it is an illness, and that he did not mean the words.",
            people=("Arben",),
            others=("Yael Sharon",),
            who=CHILDREN,
            title="With Arben on the ward",
            meaning="He is ashamed, and shame keeps him from asking for help. He can be spoken with about a plan.",
            said=(("Arben", "Tell him he can put the counting down. It is my job."),),
            agreed=(("Write with Arben what the children may know, in his words", 6, "Arben"),),
        ),
        Talked(
            2,
            ROSA,
            "direct-work",
            "With Amir. Blerta and I laid out words and pictures of the night of the balcony. She put herself in the"
            " corridor, where nobody had drawn her, and asked who had told Leon to speak for her.",
            who=("Blerta",),
            tool="words-and-pictures",
            interpreting="signing",
            learned="She saw everything. Nobody had told her what was being said.",
            changed="Amir is booked for everything from now on; a light on her door.",
        ),
    ),
    aims=(
        Aim(6, ROSA, "I am asked in my own language, every time", "Blerta"),
        Aim(6, ROSA, "Be nine: somebody else counts", "Leon"),
    ),
    held=(
        Held(4, "Leon", "When he sings it’s fine. When he stops singing I count.", ROSA, ("Arben",)),
        Held(7, "Blerta", "Everyone asks Leon what I think. Leon is nine.", ROSA, ("Leon",)),
    ),
    agrees=(
        Agrees(5, "Arben", "contacting", "spoken", "The ward and we may speak about when he comes home", ROSA),
        Agrees(3, "Drita", "clinical", "interpreted", "Yael may see her and the children together", ROSA),
    ),
    events=(
        Event(
            9,
            "Police come to shouting on the balcony. Arben is taken to hospital, unwell.",
            ROSA,
            {"Blerta": "She saw it and was told nothing.", "Leon": "He had hidden the knives before anybody came."},
            "A crisis of an illness that can be treated. Leon has been the plan until now.",
            "Metropolitan Police",
        ),
    ),
    going=(Going(3, (14, 30), ROSA, "home", "see", "Kentish Town", "Lola Banks", "Amir comes; the crisis plan"),),
)
