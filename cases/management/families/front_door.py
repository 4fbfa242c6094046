"""At the front door: four families who came to us today or yesterday, and whom nobody has decided about yet."""

from cases.management.families.steps import Came
from cases.management.families.telling import Adult, Child, Family, Home, Tie, Ties

TEAM = "FRONT-DOOR"

RED = Family(
    name="Aydın–Clarke",
    team=TEAM,
    opened=0,
    children=(Child("Deniz", "Clarke", "M", 7, 100, "MOTH", "English and Turkish"),),
    adults=(Adult("Sevgi", "Aydın", "F", 32, "Turkish and English"), Adult("Mark", "Clarke", "M", 35, "English")),
    ties=(Ties("Sevgi", Tie.MOTHER, ("Deniz",), pr=True), Ties("Mark", Tie.FATHER, ("Deniz",), pr=True)),
    homes=(Home("Agar Grove", ("Sevgi", "Mark", "Deniz"), "An invented block, London NW1"),),
    referrals=(),
    work=(),
    journey=(
        Came(
            0,
            ("Deniz",),
            "2A",
            "Chipo Moyo",
            "Deniz has a mark on his cheek and does not want to go home today. He said: “Dad got loud and then he got"
            " near.” He is with his teacher and has eaten.",
            decided_by="",
            teller="Ms Ostrowska, headteacher",
            agency="An invented school at Agar Grove",
            reach="Her mobile; she stays until five",
            consent="dispensed",
            consent_note="Asking first could put Deniz at risk this afternoon.",
            strengths="His grandmother Emine collects him on Fridays and lives two streets away.",
            care="Do not ring the home number before somebody has spoken with Deniz.",
            rating="red",
            hours_ago=2,
        ),
    ),
)

AMBER = Family(
    name="Petrosyan",
    team=TEAM,
    opened=1,
    children=(
        Child("Ani", "Petrosyan", "F", 10, 30, "WOTH", "Armenian and English"),
        Child("Tigran", "Petrosyan", "M", 4, 12, "WOTH", "Armenian and English"),
    ),
    adults=(Adult("Lusine", "Petrosyan", "F", 38, "Armenian; some English"),),
    ties=(Ties("Lusine", Tie.MOTHER, ("Ani", "Tigran"), pr=True), Ties("Ani", Tie.SIBLING, ("Tigran",))),
    homes=(Home("Torriano Avenue", ("Lusine", "Ani", "Tigran"), "Two rooms, London NW5"),),
    referrals=(),
    work=(),
    journey=(
        Came(
            1,
            ("Ani", "Tigran"),
            "6",
            "Owen Price",
            "Neighbours rang about shouting on the stairs. Lusine’s former partner had come for his things. He left"
            " when officers came. Both children had been woken by it.",
            decided_by="",
            teller="Response officer",
            agency="Metropolitan Police",
            method="form",
            consent="not-asked",
            strengths="Lusine rang a friend at once, who stayed the night.",
            care="Never a text message: he knows her phone.",
            rating="amber",
            hours_ago=19,
        ),
    ),
)

GREEN = Family(
    name="Okonjo–Reilly",
    team=TEAM,
    opened=1,
    children=(Child("Fionn", "Reilly", "M", 2, 200, "MWBA", "English"),),
    adults=(Adult("Grainne", "Reilly", "F", 27, "English"), Adult("Chidi", "Okonjo", "M", 29, "English and Igbo")),
    ties=(Ties("Grainne", Tie.MOTHER, ("Fionn",), pr=True), Ties("Chidi", Tie.FATHER, ("Fionn",), pr=True)),
    homes=(Home("A room in a hostel", ("Grainne", "Chidi", "Fionn"), "London NW1"),),
    referrals=(),
    work=(),
    journey=(
        Came(
            1,
            ("Fionn",),
            "4",
            "Chipo Moyo",
            "The family moved here last week and has one room. Fionn has no doctor and no nursery yet. Grainne asked"
            " the housing officer whom one may ask.",
            decided_by="",
            teller="Housing officer",
            agency="An invented hostel",
            method="form",
            strengths="Two parents who ask, and a little boy who laughs at everybody.",
            rating="green",
            hours_ago=22,
        ),
    ),
)

REFERRED = Family(
    name="Sandhu",
    team=TEAM,
    opened=1,
    children=(Child("Jasleen", "Sandhu", "F", 14, 140, "AIND", "Punjabi and English"),),
    adults=(Adult("Manpreet", "Sandhu", "F", 41, "Punjabi and English"),),
    ties=(Ties("Manpreet", Tie.MOTHER, ("Jasleen",), pr=True),),
    homes=(Home("Malden Road", ("Manpreet", "Jasleen"), "An invented terrace, London NW5"),),
    referrals=(),
    work=(),
    journey=(
        Came(
            1,
            ("Jasleen",),
            "3A",
            "Owen Price",
            "Jasleen told her doctor that she cuts her arms when the house is quiet. “Don’t tell my mum like an alarm."
            " Tell her like a person.” Her mother is frightened and wants help.",
            rationale="A girl who hurts herself and says so, and a mother who asks. More than advice is needed.",
            teller="Dr Abara",
            agency="An invented surgery in Malden Road",
            reach="Through reception until six",
            strengths="She told somebody. Her mother sat with her through the night.",
            care="Ring Manpreet before two, when Jasleen is at school.",
            rating="amber",
            hours_ago=20,
        ),
    ),
)

FRONT_DOOR = [RED, AMBER, GREEN, REFERRED]
