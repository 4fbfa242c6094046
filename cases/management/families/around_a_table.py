"""Five families of early help who sit, or nearly sat, around a table of their own: each shows where a family group
conference can stand besides the ways of the other ten.
"""

from cases.management.families.steps import Assessed, Came, Planned, Step
from cases.management.families.telling import Adult, Child, Family, Home, Referral, Seen, Tie, Ties, Told, Work

TEAM = "LANTERN"


def _helped(worker: str, who: tuple[str, ...], opened: int, worry: str, decision: str, answer: str) -> tuple[Step, ...]:
    """The way into help by agreement, which is the same for all of them: asked, looked at together, begun."""
    return (
        Came(
            opened, who, "5D", "Chipo Moyo", worry, ("assessment",), "They ask early. Family help, by agreement.",
            rating="green",
        ),
        Assessed(
            who, called=opened, begun=opened - 2, worker=worker, shared=opened - 8, ended=opened - 9,
            manager="Peter Novak", basis="early-help", factors=("4B",), decision=decision, familys_answer=answer,
        ),
        Planned(who, "early-help", opened - 10, worker),
    )  # fmt: skip


READY = Family(
    name="Reyes–Kaplan",
    team=TEAM,
    opened=52,
    children=(
        Child("Mateo", "Kaplan", "M", 9, 40, "MOTH", "Spanish and English"),
        Child("Ilan", "Kaplan", "M", 6, 120, "MOTH", "Spanish and English"),
    ),
    adults=(
        Adult("Marisol", "Reyes", "F", 36, "Spanish and English"),
        Adult("Daniel", "Kaplan", "M", 38, "English"),
        Adult("Ruthie", "Kaplan", "F", 66, "English"),
        Adult("Elena", "Reyes", "F", 41, "Spanish and English"),
    ),
    ties=(
        Ties("Marisol", Tie.MOTHER, ("Mateo", "Ilan"), pr=True),
        Ties("Daniel", Tie.FATHER, ("Mateo", "Ilan"), pr=True),
        Ties("Ruthie", Tie.MOTHER, ("Daniel",)),
        Ties("Elena", Tie.SIBLING, ("Marisol",)),
        Ties("Mateo", Tie.SIBLING, ("Ilan",)),
    ),
    homes=(
        Home("Leighton Road", ("Marisol", "Mateo", "Ilan"), "An invented terrace, London NW5"),
        Home("Daniel’s flat", ("Daniel",), "Archway"),
    ),
    referrals=(Referral(("Mateo", "Ilan"), 52, "5D", "N4"),),
    work=(Work("Bea Lindqvist", TEAM, ("Mateo", "Ilan"), 50),),
    visits=(
        Told(
            46, "Bea Lindqvist",
            "Marisol starts nights on the ward in five weeks. She has written the week on the back of an envelope, and"
            " every gap on it has a name with a question mark.\n\nNext: ask the names.",
            {"Mateo": (Seen.ALONE, "I can do Ilan’s breakfast. I just can’t do the crossing."),
             "Ilan": (Seen.WITH_OTHERS, "")},
        ),
        Told(
            18, "Bea Lindqvist",
            "Both sides have said that they come. Ilan has drawn who sits where.\n\nNext: the day itself.",
            {"Mateo": (Seen.WITH_OTHERS, ""), "Ilan": (Seen.ALONE, "Abuela is on the telephone, so she gets a chair.")},
        ),
    ),
    journey=_helped(
        "Bea Lindqvist", ("Mateo", "Ilan"), 52,
        "Marisol rang. She goes back to nursing, at night, and does not want two boys with a key around their necks.",
        "Help by agreement until the nights are covered by people the boys know.", "Marisol: “Ask Daniel’s mum too.”",
    ),
)  # fmt: skip

PAUSED = Family(
    name="Nguyen–Walsh",
    team=TEAM,
    opened=50,
    children=(Child("Mai", "Walsh", "F", 8, 75, "MWAS", "Vietnamese and English"),),
    adults=(
        Adult("Linh", "Nguyen", "F", 34, "Vietnamese and English"),
        Adult("Conor", "Walsh", "M", 39, "English"),
        Adult("Tuan", "Nguyen", "M", 37, "Vietnamese and English"),
    ),
    ties=(
        Ties("Linh", Tie.MOTHER, ("Mai",), pr=True),
        Ties("Conor", Tie.FATHER, ("Mai",), pr=True),
        Ties("Tuan", Tie.SIBLING, ("Linh",)),
    ),
    homes=(
        Home("Plender Street", ("Linh", "Mai"), "An invented block, London NW1"),
        Home("Conor’s flat", ("Conor",), "Kensal Rise"),
    ),
    referrals=(Referral(("Mai",), 50, "5D", "N4"),),
    work=(Work("Callum Reid", TEAM, ("Mai",), 48),),
    visits=(
        Told(
            44, "Callum Reid",
            "Linh’s mother is dying at home, and Linh nurses her alone. Mai does her homework on the stairs, so that it"
            " is quiet.\n\nNext: who could sit with Bà, so that Linh can sit with Mai.",
            {"Mai": (Seen.ALONE, "I whisper now. I whisper at school as well.")},
        ),
        Told(
            9, "Callum Reid",
            "Bà died. I came to pay my respects, and for nothing else.\n\nNext: when Linh rings.",
            {"Mai": (Seen.WITH_OTHERS, "I put an orange there for her.")},
        ),
    ),
    journey=_helped(
        "Callum Reid", ("Mai",), 50,
        "The school nurse rang, with Linh beside her. Mai has stopped speaking up, and her grandmother is very ill.",
        "Help by agreement: somebody for the grandmother’s afternoons.", "Linh: “First my mother, then the rest.”",
    ),
)  # fmt: skip

WITHDRAWN = Family(
    name="Fenwick",
    team=TEAM,
    opened=55,
    children=(Child("Poppy", "Fenwick", "F", 4, 200, "WBRI", "English"),),
    adults=(
        Adult("Gemma", "Fenwick", "F", 26, "English"),
        Adult("Carol", "Fenwick", "F", 53, "English"),
        Adult("Lee", "Farr", "M", 28, "English"),
    ),
    ties=(
        Ties("Gemma", Tie.MOTHER, ("Poppy",), pr=True),
        Ties("Lee", Tie.FATHER, ("Poppy",), pr=True),
        Ties("Carol", Tie.MOTHER, ("Gemma",)),
    ),
    homes=(
        Home("Castle Road", ("Gemma", "Poppy"), "An invented block, London NW1"),
        Home("Carol’s house", ("Carol",), "Harlow"),
    ),
    referrals=(Referral(("Poppy",), 55, "5D", "N4"),),
    work=(Work("Joy Mbatha", TEAM, ("Poppy",), 53),),
    visits=(
        Told(
            47, "Joy Mbatha",
            "Gemma’s tablets make her sleep until eleven. Poppy gets herself biscuits. Gemma told me this before I had"
            " sat down.\n\nNext: the mornings, with the doctor and with Carol.",
            {"Poppy": (Seen.WITH_OTHERS, "I know where the biscuits live.")},
        ),
        Told(
            13, "Joy Mbatha",
            "Carol has moved in, with two cases and the dog. Lee fetches Poppy from nursery. They settled it over a"
            " roast and were rather proud.\n\nNext: a last visit in a month.",
            {"Poppy": (Seen.ALONE, "Nan’s dog sleeps on my feet.")},
        ),
    ),
    journey=_helped(
        "Joy Mbatha", ("Poppy",), 55,
        "Gemma asked at the children’s centre. New tablets, and she cannot wake up for Poppy in the mornings.",
        "Help by agreement with the mornings.", "Gemma: “Just the mornings.”",
    ),
)  # fmt: skip

WITHOUT_A_PLAN = Family(
    name="Bright–Acheampong",
    team=TEAM,
    opened=54,
    children=(
        Child("Zuri", "Bright", "F", 10, 15, "BCRB", "English"),
        Child("Micah", "Bright", "M", 7, 300, "BCRB", "English"),
    ),
    adults=(
        Adult("Desirée", "Bright", "F", 33, "English"),
        Adult("Kwabena", "Acheampong", "M", 35, "Twi and English"),
        Adult("Sylvia", "Bright", "F", 61, "English"),
        Adult("Akua", "Acheampong", "F", 64, "Twi and English"),
    ),
    ties=(
        Ties("Desirée", Tie.MOTHER, ("Zuri", "Micah"), pr=True),
        Ties("Kwabena", Tie.FATHER, ("Zuri", "Micah"), pr=True),
        Ties("Sylvia", Tie.MOTHER, ("Desirée",)),
        Ties("Akua", Tie.MOTHER, ("Kwabena",)),
        Ties("Zuri", Tie.SIBLING, ("Micah",)),
    ),
    homes=(
        Home("Weedington Road", ("Desirée", "Zuri", "Micah"), "An invented block, London NW5"),
        Home("Kwabena’s flat", ("Kwabena",), "Tottenham"),
    ),
    referrals=(Referral(("Zuri", "Micah"), 54, "5D", "N4"),),
    work=(Work("Bea Lindqvist", TEAM, ("Zuri", "Micah"), 52),),
    visits=(
        Told(
            45, "Bea Lindqvist",
            "Two families who have not spoken since a funeral, and two children who are handed over on a pavement."
            "\n\nNext: ask each side whether they would sit in one room, with somebody who is on nobody’s.",
            {"Zuri": (Seen.ALONE, "I tell Dad’s things to Mum in my own words, so they come out nicer."),
             "Micah": (Seen.WITH_OTHERS, "")},
        ),
        Told(
            6, "Bea Lindqvist",
            "They met. Nothing is written down, and on Sunday Akua rang Sylvia.\n\nNext: wait, and be there.",
            {"Zuri": (Seen.WITH_OTHERS, ""), "Micah": (Seen.ALONE, "Both nans cried and then they both had cake.")},
        ),
    ),
    journey=_helped(
        "Bea Lindqvist", ("Zuri", "Micah"), 54,
        "Desirée rang. Zuri carries messages between two homes that do not speak, and cannot sleep on Sundays.",
        "Help by agreement, with both sides of the family.", "Kwabena: “If my mother is asked properly.”",
    ),
)  # fmt: skip

NOT_AGREED = Family(
    name="Dean–Kowalczyk",
    team=TEAM,
    opened=53,
    children=(
        Child("Alfie", "Dean", "M", 6, 20, "WBRI", "English and some Polish"),
        Child("Jude", "Dean", "M", 3, 90, "WBRI", "English and some Polish"),
    ),
    adults=(
        Adult("Beata", "Kowalczyk", "F", 31, "Polish and English"),
        Adult("Sean", "Dean", "M", 34, "English"),
        Adult("Rob", "Dean", "M", 40, "English"),
        Adult("Maureen", "Dean", "F", 67, "English"),
    ),
    ties=(
        Ties("Beata", Tie.MOTHER, ("Alfie", "Jude"), pr=True),
        Ties("Sean", Tie.FATHER, ("Alfie", "Jude"), pr=True),
        Ties("Rob", Tie.SIBLING, ("Sean",)),
        Ties("Maureen", Tie.MOTHER, ("Sean",)),
        Ties("Alfie", Tie.SIBLING, ("Jude",)),
    ),
    homes=(
        Home("Prince of Wales Road", ("Beata", "Alfie", "Jude"), "An invented block, London NW5"),
        Home("Maureen’s house", ("Maureen", "Sean"), "Finchley", since=70),
    ),
    referrals=(Referral(("Alfie", "Jude"), 53, "5D", "N4"),),
    work=(Work("Callum Reid", TEAM, ("Alfie", "Jude"), 51),),
    visits=(
        Told(
            45, "Callum Reid",
            "Sean sleeps at his mother’s since he drove the boys home after three pints. He brought it up himself and"
            " could not look at me.\n\nNext: both of them, and his brother Rob, about the weekends.",
            {"Alfie": (Seen.ALONE, "Dad sang and the car went wobbly. It was funny, and then it wasn’t."),
             "Jude": (Seen.OBSERVED, "")},
        ),
        Told(
            7, "Callum Reid",
            "We read our answer to the plan together, line by line. Sean: “So it’s only the Friday.” It is only the"
            " Friday.\n\nNext: Samira sits with them about the Friday.",
            {"Alfie": (Seen.ALONE, "Uncle Rob’s van has three seats. I counted."), "Jude": (Seen.WITH_OTHERS, "")},
        ),
    ),
    journey=_helped(
        "Callum Reid", ("Alfie", "Jude"), 53,
        "Beata asked the health visitor for help. Sean drinks since he lost his work, and he loves the boys.",
        "Help by agreement, with Sean’s own people beside him.", "Sean: “My brother should be in on this.”",
    ),
)  # fmt: skip

AROUND_A_TABLE = [READY, PAUSED, WITHDRAWN, WITHOUT_A_PLAN, NOT_AGREED]
