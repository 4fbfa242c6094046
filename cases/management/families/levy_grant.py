"""Belsize Park: Noa and Eli between two homes and a court. Restricted: a colleague is their mother's cousin."""

from cases.management.families.known import levy_grant as known
from cases.management.families.steps import Assessed, Came
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    Home,
    KeptOut,
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

CHILDREN = ("Noa", "Eli")

FAMILY = Family(
    name="Levy–Grant",
    team="REGENTS",
    opened=1,
    children=(
        Child("Noa", "Levy–Grant", "F", 12, 20, "WBRI", "English and some Hebrew"),
        Child("Eli", "Levy–Grant", "M", 8, 300, "WBRI", "English"),
    ),
    adults=(
        Adult("Miriam", "Levy", "F", 44, "English"),
        Adult("Alasdair", "Grant", "M", 47, "English"),
        Adult("Klara", "Lindahl", "F", 23, "Swedish and English"),
        Adult("Ruthie", "Levy", "F", 71, "English"),
        Adult("Hamish", "Grant", "M", 74, "English"),
    ),
    ties=(
        Ties("Miriam", Tie.MOTHER, CHILDREN, pr=True),
        Ties("Alasdair", Tie.FATHER, CHILDREN, pr=True),
        Ties("Klara", Tie.OTHER, CHILDREN),
        Ties("Ruthie", Tie.GRANDPARENT, CHILDREN),
        Ties("Hamish", Tie.GRANDPARENT, CHILDREN),
        Ties("Noa", Tie.SIBLING, ("Eli",)),
    ),
    homes=(
        Home("Miriam’s house", ("Miriam", "Klara", *CHILDREN), "Belsize Park, London NW3"),
        Home("Alasdair’s flat", ("Alasdair",), "Highgate", is_safe_to_share=False, since=120),
    ),
    referrals=(Referral(CHILDREN, 1, "3A", "N5"),),
    work=(
        Work("Kwesi Boadi", "REGENTS", CHILDREN, 1),
        Work("Ruth Adeyemi", "CIN-SOUTH", CHILDREN, 1, Role.OTHER),
        Work("Vera Quill", "CSSW", CHILDREN, 0, Role.OTHER),
        Work("Marek Nowak", "REGENTS", ("Noa",), 0, Role.CLINICIAN, scope="consultation"),
    ),
    visits=(
        Told(
            0,
            "Kwesi Boadi",
            "Two calls, one with each parent, the same words to both: that I will see Noa and Eli by themselves, that"
            " what a child tells me is not ammunition, and that I will write to both on the same day. Miriam asked for"
            " my qualifications. Alasdair asked who at the council can read this; I said who, and who cannot.\n\nNext:"
            " the children at school, each choosing the room; the doctor about Noa’s weight today.",
            {"Noa": (Seen.NOT_SEEN, ""), "Eli": (Seen.NOT_SEEN, "")},
            Place.ONLINE,
        ),
    ),
    promises=(
        Promise(
            0, "Kwesi Boadi", "Ring the doctor about Noa’s weight before five o’clock", "A first call", ("Noa",), due=0
        ),
        Promise(
            0,
            "Kwesi Boadi",
            "Write to both parents on the same day what happens next, the same letter",
            "A first call",
            CHILDREN,
            promised_to="Miriam and Alasdair",
            due=2,
        ),
    ),
    kept_out=(KeptOut("Liam Docherty", "Miriam Levy is his cousin by marriage. He told us himself.", 1),),
    is_restricted=True,
    journey=(
        Came(
            1,
            CHILDREN,
            "3A",
            "Chipo Moyo",
            "Noa has lost a great deal of weight and will not say since when. Eli wets the bed again. Both parents rang"
            " the surgery about the other. Noa to the doctor: “If I eat, they talk to each other.”",
            ("assessment",),
            "Two children between two homes and a court. Their names and their parents’ work change nothing.",
            teller="Their GP",
            agency="An invented surgery in Belsize Park",
            care="Each parent by themselves, the same words to both.",
            rating="amber",
        ),
        Assessed(CHILDREN, called=1, begun=1, worker="Kwesi Boadi"),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
