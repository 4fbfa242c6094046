"""Gospel Oak and Luton: Lorraine with Tyrell and Maisie, Noah in his foster home, and Jayden, who is twenty."""

from cases.management.families.known import carter_mensah as known
from cases.management.families.steps import Closed, Fact, Facts
from cases.management.families.telling import (
    Adult,
    Child,
    Family,
    Home,
    Place,
    Promise,
    Referral,
    Role,
    Seen,
    Tie,
    Ties,
    Told,
    Work,
    regular,
)

WITH_LORRAINE = ("Tyrell", "Maisie")
THREE = (*WITH_LORRAINE, "Noah")

FAMILY = Family(
    name="Carter–Mensah",
    team="REGENTS",
    opened=2600,
    children=(
        Child("Jayden", "Holloway", "M", 20, 100, "MWBC", "English"),
        Child("Tyrell", "Carter", "M", 7, 190, "MWBC", "English"),
        Child("Maisie", "Carter", "F", 4, 260, "MWBC", "English"),
        Child("Noah", "Mensah", "M", 1, 62, "MWBA", "English"),
    ),
    adults=(
        Adult("Lorraine", "Carter", "F", 58, "English"),
        Adult("Kelly", "Carter", "F", 29, "English"),
        Adult("Dean", "Holloway", "M", 41, "English"),
        Adult("Kofi", "Mensah", "M", 33, "English and Twi"),
        Adult("Pauline", "Archer", "F", 49, "English"),
    ),
    ties=(
        Ties("Kelly", Tie.MOTHER, ("Tyrell", "Maisie", "Noah"), pr=True),
        Ties("Dean", Tie.FATHER, ("Tyrell", "Maisie"), pr=True),
        Ties("Dean", Tie.FATHER, ("Jayden",)),
        Ties("Kofi", Tie.FATHER, ("Noah",), pr=True),
        Ties("Lorraine", Tie.GRANDPARENT, ("Tyrell", "Maisie", "Noah")),
        Ties("Lorraine", Tie.CARER, WITH_LORRAINE),  # approved for the time being as their kin carer
        Ties("Pauline", Tie.CARER, ("Noah",)),
        Ties("Tyrell", Tie.SIBLING, ("Maisie",)),
        Ties("Noah", Tie.HALF_SIBLING, WITH_LORRAINE),
        Ties("Jayden", Tie.HALF_SIBLING, WITH_LORRAINE),
    ),
    homes=(
        Home("Lorraine’s house", ("Lorraine", *WITH_LORRAINE), "Gospel Oak, London NW5", since=133),
        Home("Noah’s foster home", ("Noah", "Pauline"), "Luton", is_safe_to_share=False, since=133),
        Home("Jayden’s flat", ("Jayden",), "Camden Town", since=400),
        Home("Kelly’s room", ("Kelly",), "A hostel, Holloway"),
        Home("Prison", ("Dean",)),
        Home("Kofi’s flat", ("Kofi",), "Willesden"),
    ),
    referrals=(
        Referral(WITH_LORRAINE, 640, "5D", "N1"),
        Referral(("Noah",), 410, "3B", "N1"),
        Referral(("Jayden",), 2600, "5A", "N1", closed=830, closing="RC7"),
    ),
    work=(
        Work("Kwesi Boadi", "REGENTS", WITH_LORRAINE, 638),
        Work("Kwesi Boadi", "REGENTS", ("Noah",), 408),
        Work("Liam Docherty", "REGENTS", WITH_LORRAINE, 300, reason="MANAGE"),
        Work("Liam Docherty", "REGENTS", ("Noah",), 300, reason="MANAGE"),
        Work("Marta Kowal", "CARE", ("Noah",), 118, reason="TSPROC"),
        Work("Colin Marsh", "QUALITY", ("Tyrell", "Maisie", "Noah"), 130, Role.REVIEWING_OFFICER),
        Work("Jo Marlowe", "CARE", ("Jayden",), 700, Role.PERSONAL_ADVISER),
    ),
    visits=(
        *regular(
            "Liam Docherty",
            (128, 121, 114, 87),
            {"Tyrell": Seen.ALONE, "Maisie": Seen.WITH_OTHERS},
            "At Lorraine’s, as agreed. Both children were seen, their beds as well, and Lorraine had her questions on"
            " the back of an envelope. I answered four of five.\n\nNext: the fifth.",
        ),
        *regular(
            "Marta Kowal",
            (127, 114, 85),
            {"Noah": Seen.OBSERVED},
            "In Luton. Noah was seen, fed and looked at by everybody in turn. Pauline writes down what he likes, for"
            " whoever reads it later.\n\nNext: as agreed.",
        ),
        Told(
            61,
            "Liam Docherty",
            "Lorraine had both of them at the table with the glue out. Tyrell is making his mum a card for when she is"
            " better, and did not want help with the spelling. Maisie sat on Lorraine’s feet. Lorraine is doing this on"
            " a bad hip and no sleep and says so, laughing.\n\nNext: someone for the school run on Mondays.",
            {
                "Tyrell": (Seen.ALONE, "Is Noah’s house the same as ours or different?"),
                "Maisie": (Seen.WITH_OTHERS, "Noah has my blanket."),
            },
        ),
        Told(
            44,
            "Marta Kowal",
            "Luton. Noah pulls himself up on the sofa and looks round to see who saw. Pauline keeps Maisie’s blanket on"
            " his bed and sends a photograph every Friday. Kofi came for family time, brought mango and stayed for the"
            " whole hour.\n\nNext: ask Lorraine whether the Friday photograph may go on the fridge.",
            {"Noah": (Seen.OBSERVED, "Lifted both arms when Kofi came through the door.")},
        ),
        Told(
            33,
            "Liam Docherty",
            "Family time at the centre, all three children. Kelly came, was on time and had cut up fruit small enough"
            " for Noah. She went before the end because it was too much, and told Tyrell so herself: that she was sad"
            " and not cross.\n\nNext: write down for Tyrell’s book what she said, in her words.",
            {
                "Tyrell": (Seen.WITH_OTHERS, "She said it wasn’t because of us."),
                "Maisie": (Seen.WITH_OTHERS, ""),
                "Noah": (Seen.OBSERVED, ""),
            },
            Place.OUT,
        ),
        Told(
            16,
            "Marta Kowal",
            "Noah walked four steps, three of them towards Pauline. Health visitor there as well: he is well. We went"
            " through the calendar of who sees whom until the hearing.\n\nNext: film the steps for Lorraine and Kelly.",
            {"Noah": (Seen.OBSERVED, "Four steps.")},
        ),
        Told(
            10,
            "Liam Docherty",
            "I explained the guardian and the judge to Tyrell with the playmobil, because he had heard the word"
            " court at school. Maisie put the judge in the bath. Lorraine asks what special guardianship would mean for"
            " Noah, who is not with her.\n\nNext: the lawyer’s letter in plain words for Lorraine.",
            {
                "Tyrell": (Seen.ALONE, "Can I tell the judge or do you tell him?"),
                "Maisie": (Seen.ALONE, "The judge is clean now."),
            },
        ),
        Told(
            29,
            "Jo Marlowe",
            "Coffee by the lock. Jayden has the scan on his phone and looked at it more than at me. He asked what his"
            " file says about his dad, and whether it says the same about him. We agreed to ask for it together.\n\n"
            "Next: the pathway plan is overdue; he would like to write the first page himself.",
            {"Jayden": (Seen.ALONE, "I want to be boring. A boring dad. Every day the same.")},
            Place.OUT,
        ),
    ),
    promises=(
        Promise(
            10,
            "Liam Docherty",
            "Put the lawyer’s letter into plain words for Lorraine, one page",
            "A visit",
            WITH_LORRAINE,
            promised_to="Lorraine",
            due=1,
        ),
        Promise(
            29,
            "Jo Marlowe",
            "Sit down with Jayden and let him write the first page of his pathway plan",
            "Coffee by the lock",
            ("Jayden",),
            promised_to="Jayden",
            due=-8,
        ),
        Promise(16, "Marta Kowal", "Send the film of Noah’s steps to Lorraine and Kelly", "A visit", ("Noah",), due=5),
    ),
    journey=(
        Closed(
            asked=829,
            agreed=827,
            who=("Jayden",),
            by="Kwesi Boadi",
            summary="Jayden is eighteen. What he is still owed is owed to him as a young man who grew up with us: an"
            " adviser, a plan that is his, and somewhere to live. Nobody says goodbye to his brothers and sister.",
            family_told="Jayden over lunch, Lorraine on the phone the same day. He asked who keeps his file, and"
            " whether he may read it. He may.",
            way_back="The duty number is in his phone under “the council, but a person”. He rings, or Lorraine does.",
            named_person="Lorraine Carter",
            network_plan="Sundays at Lorraine’s. His old keyworker has him for Christmas dinner, as every year.",
            goodbye="Jayden: “You can close it. Don’t lose it.”",
            answer="Agreed. Thank you for telling him before the letter did.",
        ),
        # Before court, and since.
        Facts(
            THREE,
            "Liam Docherty",
            (
                ("looked-after-began", 133, "Kelly agreed, for the time being."),
                ("placement-started", 133),
                ("proceedings-issued", 131, "The third time."),
                ("court-allocated", 130),
                ("interim-order", 130),
                ("placement-notified", 129),
                ("placement-plan-signed", 128),
                ("reviewing-officer-named", 128, "Colin Marsh."),
                ("care-plan-signed", 122),
                ("case-management-hearing", 112),
                ("health-assessment", 110),
                ("looked-after-review", 108, "The first."),
                ("looked-after-decisions-sent", 104),
                ("permanence-agreed", 21, "Together at Lorraine’s for two; for Noah the court decides."),
                ("looked-after-review", 20, "The second."),
                ("looked-after-decisions-sent", 15),
            ),
        ),
        Facts(
            WITH_LORRAINE,
            "Liam Docherty",
            (
                ("temporary-approval", 133, "Lorraine, for sixteen weeks."),
                ("temporary-approval-extended", 24, "Once, by eight weeks."),
            ),
        ),
        Facts(("Tyrell",), "Liam Docherty", (("education-plan", 120), ("education-plan", 38))),
        Facts(
            ("Jayden",),
            "Jo Marlowe",
            (
                ("looked-after-ended", 830, "At eighteen."),
                ("pathway-plan-signed", 800),
                ("care-leaver-moved", 400, "His own flat."),
                ("pathway-plan-reviewed", 375, "After the move."),
                ("pathway-plan-reviewed", 191),
                ("adviser-visit", 395),
                ("adviser-visit", 337),
                ("adviser-visit", 278),
                ("adviser-visit", 219),
                ("adviser-visit", 160),
                ("adviser-visit", 101),
                ("adviser-visit", 60),
                ("adviser-visit", 29),
            ),
        ),
        Fact("birthday", ("Jayden",), "Jo Marlowe", note="Twenty.", birthday=20),
        Facts(("Jayden",), "Jo Marlowe", (("in-touch-recorded", 92),)),
    ),
    before=known.BEFORE,
    record=known.RECORD,
)
