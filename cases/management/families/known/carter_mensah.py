"""Before you meet Lorraine with Tyrell and Maisie, Noah in Luton, Jayden, and their mother and fathers."""

from cases.management.families.before import Around, Before, Headed, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Answered, Differs, Event, Going, Held, Record, Talked

LIAM, MARTA, JO = "Liam Docherty", "Marta Kowal", "Jo Marlowe"
THREE = ("Tyrell", "Maisie", "Noah")

BEFORE = Before(
    says=(
        Says(
            "why",
            "Mum loves Tyrell, Maisie and Noah, and she drank so much that nobody was looking after them. Nana Lorraine"
            " has Tyrell and Maisie, and Noah lives with Pauline in Luton. A judge decides where they grow up. Jayden"
            " is grown up and is going to be a dad; Jo helps him with that.",
            LIAM,
            33,
        ),
        Says(
            "working",
            "Lorraine, on a bad hip and no sleep. Pauline writes down what Noah likes. Kelly comes to family time on"
            " time, and says herself when it is too much. Kofi stays the whole hour. A photograph every Friday.",
            LIAM,
            16,
        ),
        Says(
            "tonight",
            "Tyrell and Maisie are with Lorraine, Noah with Pauline. The interim orders stand: nobody takes a child"
            " out of either house without us. If Kelly comes to the door after drinking: Lorraine says “tomorrow at"
            " the centre”, shuts it, and rings duty.",
            LIAM,
            16,
        ),
        Says(
            "danger",
            "Kelly drinks most in the week before a hearing. Dean has threatened Kelly from prison and does not know"
            " where Noah lives: nobody says Luton on the phone, in family time or on a photograph. Lorraine is"
            " exhausted and will not say so: ask, and look.",
            LIAM,
            10,
            kept_from=("Dean", "Kelly"),
        ),
        Says(
            "how",
            "Put the kettle on, ask me first, write it large, I have left my glasses. Tell Tyrell the truth, he knows"
            " it anyway. And when you say Thursday, come on Thursday.",
            LIAM,
            61,
            told_by="Lorraine",
        ),
    ),
    reaches=(
        Reach("Lorraine", "phone", "020 7946 0412", True, "Let it ring; the hip. Not at the school run"),
        Reach("Kelly", "mobile", "07700 900418", True, "Text, mornings; never about Luton", ("Dean",)),
        Reach("Kofi", "mobile", "07700 900425", True, "After six"),
        Reach("Pauline", "mobile", "07700 900433", True, "Never given to anybody in the family", ("Kelly", "Dean")),
        Reach("Dean", "other", "By letter to the prison", None, "Read by others there: nothing about addresses"),
    ),
    around=(
        Around("Tyrell", "school", "Invented primary in Gospel Oak", "Miss Boyle", "020 7946 0440"),
        Around("Maisie", "nursery", "Nursery of Tyrell’s school", "Ms Tran"),
        Around("Noah", "health-visitor", "Luton", "Nadia Khan"),
        Around("Kelly", "substance", "Invented alcohol service", "Rhys, keyworker"),
        Around("Dean", "probation", "Invented prison", "Mr Platt, offender manager"),
        Around("Jayden", "housing", "Invented housing association", "Ms Addo"),
        Around("Tyrell", "solicitor", "The children’s guardian", "Helen Frost", "020 7946 0448"),
    ),
    talks=(
        Talks("Lorraine", "", "Large print; hears badly on the left"),
        Talks("Kofi", "not-needed", "English; Twi with Noah"),
    ),
    headed=(
        Headed("Tyrell", "Can I tell the judge or do you tell him?", LIAM, 10),
        Headed("Maisie", "The judge is clean now.", LIAM, 10),
        Headed("Jayden", "I want to be boring. A boring dad. Every day the same.", JO, 29),
    ),
    met=(
        Met("Lorraine", 128),
        Met("Pauline", 85),
        Met("Lorraine", 61),
        Met("Kofi", 44),
        Met("Pauline", 44),
        Met("Kelly", 33),
        Met("Pauline", 16),
        Met("Lorraine", 10),
    ),
)

RECORD = Record(
    talked=(
        Talked(
            25,
            LIAM,
            "message",
            "To Dean, in prison, the second time: that he is asked what he wants for Tyrell and Maisie, that his"
            " solicitor has the papers, and that I would come. No answer yet to either letter.",
            who=("Tyrell", "Maisie"),
            title="A second letter to Dean",
            agreed=(("Ask the prison for a video link with Dean before the hearing", 6, ""),),
        ),
        Talked(
            31,
            LIAM,
            "direct-work",
            "Tyrell’s book: a page on what Mum said at the centre, in her words. He stuck it in himself and asked for"
            " a page about Noah’s house.",
            who=("Tyrell",),
            tool="life-story",
            learned="He thinks that Noah was given away because he cried.",
            changed="Pauline and I make the page about Noah’s house with photographs, without the street.",
            said=(("Tyrell", "You have to put why. Otherwise it’s just pictures."),),
        ),
        Talked(
            12,
            MARTA,
            "call",
            "Kofi asked whether he can take the bus with Noah one day. I said what the court must agree first, and that"
            " asking is right.",
            people=("Kofi",),
            who=("Noah",),
            title="One day on the bus",
            agreed=(("Ask the guardian what the court needs to see from Kofi", 4, "Kofi"),),
        ),
        Talked(
            14,
            MARTA,
            "observation",
            "Family time, Kelly and Noah on the mat. She followed what he looked at and named it. He fell asleep on"
            " her. Nobody woke him until the hour was over.",
            who=("Noah",),
            title="Family time",
        ),
    ),
    aims=(
        Aim(122, LIAM, "Know where I am going to live, and be told by somebody who comes back", "Tyrell"),
        Aim(122, LIAM, "See my sister and brothers every week", "Maisie"),
        Aim(118, MARTA, "Noah knows all of his family by their faces", "Noah"),
        Aim(29, JO, "The first page of my plan in my words", "Jayden"),
    ),
    held=(
        Held(61, "Tyrell", "Mummy was sleeping and I made the bottle. It was too hot.", LIAM, ("Kelly", "Dean")),
        Held(29, "Jayden", "What if I’m him? Don’t tell Nan I said that.", JO, ("Lorraine",)),
    ),
    differs=(
        Differs(
            15,
            "Kelly",
            "milestone",
            "You write permanence agreed as if I agreed. I said that Mum is right for the two of them. I did not say"
            " that for Noah, and I will say so to the judge.",
            LIAM,
        ),
    ),
    agrees=(
        Agrees(44, "Lorraine", "artefact", "spoken", "The Friday photograph on the fridge, without the street", LIAM),
        Agrees(29, "Jayden", "contacting", "written", "Jo may ask for his file with him", JO),
    ),
    events=(
        Event(
            2600,
            "Jayden, thirteen, comes into care: his father is in prison, and nobody else can have him.",
            LIAM,
            {"Jayden": "Three homes in his first year; then one until eighteen."},
            "The first time the council knew the family. Dean was gone, and nobody told Jayden for how long.",
            "Jayden’s file",
            "year",
        ),
        Event(
            640,
            "Neighbours ring: Tyrell is on the stairs at night with Maisie.",
            LIAM,
            {"Tyrell": "He looked after his sister.", "Maisie": "She was not yet three, and looked to Tyrell."},
            "The beginning of the long neglect in this record.",
            "Police",
            "about",
        ),
        Event(
            133,
            "Tyrell and Maisie go to Lorraine, and Noah to Pauline in Luton.",
            LIAM,
            {
                "Tyrell": "He sleeps through. He asks about Noah every day.",
                "Maisie": "She lost her blanket to Noah and gave it to him.",
                "Noah": "He has settled, at the price of weeks without the others.",
            },
            "Separated by age and by beds, not by wish. Contact between them is the first thing to protect.",
        ),
        Event(
            33,
            "Kelly leaves family time early and tells Tyrell why herself.",
            LIAM,
            {"Tyrell": "First time he heard that it was not because of them."},
            "Small, and new: she can name what she cannot do.",
            "Visit",
        ),
    ),
    going=(
        Going(4, (15, 30), LIAM, "home", "plan", "Lorraine’s house", "", "The lawyer’s letter in plain words"),
        Going(6, (10, 0), MARTA, "home", "see", "Noah’s foster home"),
    ),
    answered=(
        Answered(50, "visits", (8, 6, 9, 8, 7), "You answer four of five. That is one more than the last one."),
        Answered(
            45,
            "visits",
            (8, 7, 8, 9, 8),
            "He plays the judge so that they understand it. He could ring when he is late.",
            "Lorraine",
            LIAM,
            "You are right. I ring from the bus from now on.",
            40,
        ),
    ),
)
