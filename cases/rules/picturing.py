"""Code lists of what a genogram, an ecomap and a cultural genogram are drawn from, in plain words (REFERENCE 8)."""

# How somebody sees themselves, where it is not what the sex in the returns says.
GENDER: dict[str, str] = {
    "female": "Girl or woman",
    "male": "Boy or man",
    "other": "Another gender",
}
# A pregnancy that did not end with a child who lives. Never in a family version unless chosen for one showing.
LOSS: dict[str, str] = {
    "miscarriage": "Miscarriage",
    "termination": "Termination",
    "stillbirth": "Stillbirth",
}
# Of two partners: how they are, or were, together.
COUPLE: dict[str, str] = {
    "married": "Married",
    "civil_partnership": "Civil partners",
    "cohabiting": "Living together",
    "relationship": "Together, living apart",
    "brief": "A brief relationship",
    "affair": "A relationship beside another",
}
COUPLE_ENDED: dict[str, str] = {
    "separated": "Separated",
    "divorced": "Divorced",
    "widowed": "One of them died",
}
# What is between two people, in somebody's view. Of the last group one is the source and the other is meant.
EMOTION: dict[str, str] = {
    "close": "Close",
    "very_close": "Very close",
    "distant": "Distant",
    "conflict": "In conflict",
    "close_conflict": "Close and in conflict",
    "hostile": "Hostile",
    "cut_off": "Cut off",
    "repaired": "Cut off once, and repaired",
    "focused": "Focused on them",
    "caretaker": "Takes care of them",
    "controlling": "Controlling",
    "neglect": "Neglect",
    "emotional_abuse": "Emotional abuse",
    "physical_abuse": "Physical abuse",
    "sexual_abuse": "Sexual abuse",
    "none": "Nothing of this any more",
}
TIE_STRENGTH: dict[str, str] = {
    "strong": "Strong",
    "moderate": "A link",
    "weak": "Weak",
    "stressful": "Stressful",
}
TIE_FLOW: dict[str, str] = {
    "none": "Neither way",
    "to": "Gives them strength",
    "from": "Takes strength from them",
    "both": "Both ways",
}
# REFERENCE 8.4. Nothing here is ever inferred.
CULTURE: dict[str, str] = {
    "birthplace": "Where they were born",
    "migration": "Coming from one country to another",
    "language": "Languages",
    "faith": "Faith or what they live by",
    "ethnicity": "Ethnicity, in their own words",
    "work": "Work and class",
    "immigration": "Immigration status",
    "story": "Something they are proud of",
    "shame": "Something that is hard to speak of",
    "racism": "Racism and being treated unfairly",
    "naming": "Names, and what people call each other",
}
# Half-filled symbols, with a legend; never in a family version unless chosen for one showing.
HEALTH_MARK: dict[str, str] = {
    "substance": "Drugs or alcohol",
    "mental_health": "Mental health",
    "illness": "Illness or disability",
}
# What was told while drawing together, by the table it stands in.
TOLD: dict[str, str] = {
    "person": "Somebody",
    "relationship": "How two are related",
    "stay": "Where somebody lives",
    "emotion": "What is between two people",
    "loss": "A loss",
    "culture": "Where they come from",
    "network": "Somebody around them",
    "strength": "What somebody around them is to them",
}
SNAPSHOT_FOR: dict[str, str] = {
    "keeping": "To look back at",
    "supervision": "Group supervision",
    "conference": "A conference or meeting",
    "assessment": "An assessment or plan",
    "court": "Court",
    "family": "The family's own copy",
}
