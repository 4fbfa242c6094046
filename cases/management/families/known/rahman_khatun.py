"""Before you meet Shirin, Anisa, Imran and Zayd; and Jamal, who lives elsewhere by order of a court."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import (
    Agrees,
    Aim,
    Answered,
    Differs,
    Event,
    Going,
    Held,
    Later,
    Missed,
    Record,
    Talked,
)
from cases.models import Visit

ADE = "Ade Fashola"
CHILDREN = ("Anisa", "Imran", "Zayd")

BEFORE = Before(
    says=(
        Says(
            "why",
            "Mum and Dad fought for a long time, and Dad decided everything: who Mum could ring, when she could go"
            " out. A judge said that Dad must live somewhere else and not come near. Now Mum, Anisa, Imran and Zayd"
            " live in two rooms. We come so that it stays calm, so that there is more room, and so that Anisa can"
            " be eleven and does not have to do the talking for Mum.",
            "Ade Fashola",
            40,
        ),
        Says(
            "working",
            "Shirin sleeps again, and says so. Aunt Farida comes on Thursdays and laughs with everybody."
            " The women’s circle at the mosque. Ms Kerr keeps the quiet table at school for Anisa and a friend."
            " Imran and Zayd come to be held.",
            "Ade Fashola",
            29,
        ),
        Says(
            "tonight",
            "Shirin keeps the door chain on and opens to nobody she does not expect. Anisa has Farida’s number by"
            " heart. If Jamal comes: nobody opens, Shirin rings 999, then Farida, who is there in ten minutes. The"
            " school hands Imran only to Shirin or Farida.",
            "Ade Fashola",
            19,
        ),
        Says(
            "danger",
            "Jamal followed Shirin and read her phone for years. The order of the court ends his visits until"
            " spring; he tested it once, in September, through his brother Kamal, who answers the flat’s phone when"
            " he is there. Do not ring the flat, do not say on the stairs who you are, and do not tell Kamal when"
            " you come back. Anisa must not interpret.",
            "Ade Fashola",
            19,
            kept_from=("Jamal",),
        ),
        Says(
            "how",
            "Text before you come and write only “Ade, Tuesday 4”. Take your shoes off. Bring the interpreter lady,"
            " not the phone one. Ask me first and then the children. Do not stop when I cry, I can cry and talk.",
            "Ade Fashola",
            52,
            told_by="Shirin",
        ),
    ),
    reaches=(
        Reach("Shirin", "mobile", "07700 900114", True, "Text only, before five"),
        Reach("Shirin", "phone", "020 7946 0112", False, "The flat: Jamal’s brother sometimes answers"),
        Reach("Farida", "mobile", "07700 900187", True, "Her mobile, never her home: Jamal has a key"),
    ),
    around=(
        Around("Anisa", "school", "Invented school in Somers Town", "Ms Kerr, form tutor", "020 7946 0190"),
        Around("Imran", "school", "Invented primary school", "Mr Osei"),
        Around("Zayd", "health-visitor", "", "Grace Ampah", "020 7946 0155", "Clinic on Mondays"),
        Around("Shirin", "gp", "Invented surgery", "Dr Malik", "", "Books an interpreter when asked twice"),
        Around("Shirin", "faith", "Women’s circle at the mosque", "", "", "Fridays"),
    ),
    talks=(
        Talks("Shirin", "needed", "Sylheti; a woman, in the room, never Anisa"),
        Talks("Rokeya", "needed", "Sylheti, by video; mornings"),
    ),
    headed=(
        Headed("Anisa", "If I don’t go with her they just talk slower, they don’t talk different.", "Ade Fashola", 56),
        Headed("Imran", "I like it when Auntie comes. She makes Mum laugh.", "Ade Fashola", 40),
    ),
    met=(Met("Shirin", 73), Met("Shirin", 40), Met("Shirin", 19), Met("Farida", 52), Met("Farida", 40)),
)

RECORD = Record(
    talked=(
        Talked(
            62,
            ADE,
            "call",
            "The housing office has the flat down as two rooms and one child. I asked what they need to put it right:"
            " three birth certificates, and a letter from us.",
            others=("The housing office",),
            title="Two rooms and one child",
        ),
        Talked(
            36,
            ADE,
            "conversation",
            "At our office, with an interpreter. Jamal brought photographs of the children when they were small. He"
            " says that the order is unfair and that he keeps to it. He asked how Zayd walks. I said what I may tell"
            " him and what I may not, and that where they live is not something I talk about.",
            people=("Jamal",),
            title="What he may ask us, and what not",
            interpreting="interpreter",
            meaning="He loves them and decides for them in the same sentence. He listened when I said no.",
            said=(("Jamal", "I only want that somebody tells me when they are ill."),),
        ),
        Talked(
            33,
            ADE,
            "call",
            "By video, with the interpreter on the line. Rokeya rings every Friday and sings Zayd to sleep. She asked"
            " nothing about Jamal and a great deal about the winter.",
            people=("Shirin", "Rokeya"),
            title="Grandmother in Sylhet",
            interpreting="interpreter",
        ),
        Talked(
            24,
            ADE,
            "direct-work",
            "Anisa drew three houses at the quiet table. In the house of worries she drew the telephone of the flat,"
            " and nobody beside it. In the house of dreams: a door that is hers.",
            who=("Anisa",),
            tool="three-houses",
            learned="The telephone of the flat is what frightens her: who rings, and that she has to answer.",
            changed="Shirin has had the number changed. I ring Shirin’s mobile and nothing else.",
            said=(("Anisa", "In the good house you knock at my door."),),
        ),
    ),
    aims=(
        Aim(56, ADE, "Be eleven at the doctor’s: somebody else does the words", "Anisa"),
        Aim(52, ADE, "A bed of his own, with the football cover", "Imran"),
        Aim(40, ADE, "Home is calm, and nobody is afraid of the telephone"),
        Aim(66, ADE, "School knows who collects Imran", "Imran", 52, "Ms Kerr has the names, the office the order."),
    ),
    held=(
        Held(24, "Anisa", "Dad asked me on the phone which floor we are on. I said I forgot.", ADE, ("Jamal",)),
        Held(19, "Shirin", "If the review says it is over, who do I ring then?", ADE, ("Jamal",)),
    ),
    differs=(
        Differs(
            30,
            "Jamal",
            "assessment",
            "You write that I decided everything. I worked fourteen hours and somebody had to decide. I never hit one"
            " of them.",
            ADE,
        ),
    ),
    agrees=(
        Agrees(52, "Shirin", "contacting", "interpreted", "Talk with Ms Kerr and the surgery, not with Kamal", ADE),
        Agrees(24, "Anisa", "artefact", "spoken", "A photo of the three houses, for her file and not for school", ADE),
    ),
    events=(
        Event(
            430,
            "Shirin’s telephone is taken away for the first time.",
            ADE,
            {"Anisa": "She learned to remember numbers by heart.", "Imran": "He was told not to ask."},
            "The beginning of what the court later called controlling. Nobody outside the home saw it.",
            "Shirin, through an interpreter",
            "month",
        ),
        Event(
            82,
            "The court ends Jamal’s visits and has him live elsewhere: a non-molestation order.",
            ADE,
            {
                "Anisa": "She sleeps again, and listens at the door.",
                "Imran": "He asks when Dad comes back, and whether it was his fault.",
                "Zayd": "He settles with Shirin and with Farida.",
            },
            "Home is safer, and smaller. The children lost a frightening father and the one who carried them to bed.",
            "The order",
            "about",
        ),
        Event(
            76,
            "Anisa tells Ms Kerr that she does the talking at the doctor’s.",
            ADE,
            {"Anisa": "First time she says it to somebody who can change it."},
            "A strong girl who carries what is not hers. Interpreters are the help, before anything else.",
            "School",
        ),
        Event(
            40,
            "Shirin talks with us through an interpreter, and Anisa does her homework.",
            ADE,
            {
                "Anisa": "One hour of being a child in the next room.",
                "Imran": "He said for the first time that it is good when Auntie comes.",
            },
            "The first visit at which no child worked.",
            "Visit",
        ),
    ),
    missed=(Missed(23, ADE, "not-today", CHILDREN, again=19),),
    later=(
        Later(
            ADE,
            Visit.Kind.OUT,
            {"Zayd": ("not-seen", "At Farida’s with a cold; Shirin and the health visitor were at the clinic")},
            ("Shirin",),
            "interpreter",
        ),
    ),
    going=(
        Going(0, (12, 30), ADE, Visit.Kind.SCHOOL, "direct-work", remark="The quiet table; Anisa knows I am coming"),
        Going(1, (16, 0), ADE, purpose="plan", home="Somers Town", remark="Mrs Begum interprets, in the room"),
    ),
    answered=(
        Answered(
            30,
            "visits",
            (9, 7, 8, 9, 8),
            "He takes his shoes off. He rings the housing and it is the same as when I ring, but he stays on the line.",
            "Shirin",
            ADE,
            "Thank you. I ring them with you again on Thursday, and I write down who said what.",
            26,
        ),
    ),
)
