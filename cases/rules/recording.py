"""Code lists of what workers record of their work with a family, in plain words."""

# REFERENCE 13 (a): what a visit is for. A goodbye and a hello tell a joint introduction (REFERENCE 4.5, C6).
VISIT_PURPOSE: dict[str, str] = {
    "see": "See the children and how things are",
    "unannounced": "Unannounced visit",
    "assessment": "Assessment",
    "direct-work": "Direct work with a child",
    "plan": "Talk about the plan",
    "hello": "First visit of a new worker",
    "goodbye": "Goodbye visit",
    "urgent": "Something urgent",
}
# PRACTICE: an unsuccessful visit is never a failed one.
VISIT_MISSED: dict[str, str] = {
    "nobody-in": "Nobody was in",
    "not-today": "The family asked for another day",
    "not-let-in": "We were not let in",
    "child-away": "The children were somewhere else",
    "ours": "We could not come",
}
INTERPRETING: dict[str, str] = {
    "not-needed": "Not needed",
    "interpreter": "An interpreter",
    "signing": "A sign language interpreter",
    "worker": "The worker speaks the language",
    "adult": "Another adult of the family",
    "child": "A child of the family",
}
NOTE_KIND: dict[str, str] = {
    "call": "Phone or video call",
    "message": "Message or letter",
    "conversation": "Meeting or conversation",
    "note": "Case note",
    "direct-work": "Direct work",
    "observation": "Observation",
}
# REFERENCE 4.7.
DIRECT_WORK_TOOL: dict[str, str] = {
    "three-houses": "Three houses",
    "wishes-and-fears": "Wishes and fears",
    "safety-house": "Safety house",
    "genogram": "Genogram drawn by the child",
    "words-and-pictures": "Words and pictures",
    "life-story": "Life story",
    "ecomap": "Ecomap",
    "differences-cards": "Differences that may matter: cards",
    "scaling": "Scaling",
    "play": "Play or drawing",
    "other": "Something else",
}
GOAL_MOVED: dict[str, str] = {
    "closer": "Closer",
    "same": "The same",
    "further": "Further away",
}
QUOTE_HOW: dict[str, str] = {
    "said": "Said",
    "written": "Written",
    "drawn": "Drawn",
    "signed": "Signed",
    "interpreted": "Said through an interpreter",
    "shown": "Shown, without words",
}
# REFERENCE 10.3: words need no consent; these do. One register serves all.
CONSENT_FOR: dict[str, str] = {
    "artefact": "Keeping a drawing, photo or recording",
    "help": "Help by agreement",
    "conference": "A family group conference",
    "clinical": "Talking with a clinician",
    "contacting": "Talking with somebody else about the family",
    "feedback": "Being asked how we did",
}
CONSENT_HOW: dict[str, str] = {
    "spoken": "Said so",
    "written": "Wrote so",
    "signed": "Signed",
    "interpreted": "Said so through an interpreter",
}
DOCUMENT_KIND: dict[str, str] = {
    "drawing": "Drawing or something made",
    "photo": "Photo",
    "letter": "Letter",
    "report": "Report",
    "scan": "Scanned paper",
    "genogram": "Genogram or ecomap drawn by hand",
    "other": "Something else",
}
GIVEN_HOW: dict[str, str] = {
    "by-hand": "By hand",
    "printed": "Printed",
    "copied": "Copied into a message",
    "posted": "By post",
}
GIVEN_KIND: dict[str, str] = {
    "agreed": "What we agreed",
    "before-you-meet": "Before you meet them",
    "chronology": "Chronology",
    "assessment": "Assessment",
    "plan": "Plan",
    "plan-child": "Plan, for the child",
    "report": "Report",
    "invitation": "Invitation",
    "genogram": "Genogram",
}
# REFERENCE 4.7: after what a family is asked how we did.
FEEDBACK_AFTER: dict[str, str] = {
    "visits": "Visits",
    "assessment": "Assessment",
    "family-conference": "Family group conference",
    "conference": "Child protection conference",
    "worker-change": "A change of worker",
    "closing": "The ending of our work",
}
BRIEF_PART: dict[str, str] = {
    "why": "Why we are involved",
    "working": "What is working",
    "tonight": "What keeps the children safe tonight",
    "danger": "What is dangerous",
    "how": "How to work with us",
}
CONTACT_BY: dict[str, str] = {
    "mobile": "Mobile",
    "phone": "Phone",
    "email": "E-mail",
    "other": "Another way",
}
ALIAS_KIND: dict[str, str] = {
    "known-as": "Known as",
    "former": "Former name",
    "spelling": "Other spelling",
}
NETWORK_KIND: dict[str, str] = {
    "school": "School",
    "nursery": "Nursery or childminder",
    "gp": "GP",
    "health-visitor": "Health visitor or school nurse",
    "hospital": "Hospital or paediatrician",
    "mental-health": "Mental health service",
    "dentist": "Dentist",
    "midwife": "Midwife",
    "substance": "Drug or alcohol service",
    "housing": "Housing",
    "police": "Police",
    "probation": "Probation",
    "solicitor": "Solicitor",
    "faith": "Faith community",
    "club": "Club or activity",
    "friend": "Friend or neighbour",
    "other": "Somebody else",
}
PRECISION: dict[str, str] = {
    "day": "On that day",
    "month": "In that month",
    "year": "In that year",
    "about": "About then",
}
# REFERENCE 1.0: parental responsibility is a fact apart from being a parent and from caring.
RESPONSIBILITY_BASIS: dict[str, str] = {
    "mother": "Mother",
    "registered": "Registered as father or second parent",
    "married": "Married to the mother",
    "agreement": "Agreement",
    "order": "Order of a court",
    "special-guardian": "Special guardian",
    "adoption": "Adoption",
}
NEEDS_INTERPRETER = "needed"
INTERPRETER: dict[str, str] = {
    NEEDS_INTERPRETER: "Needs an interpreter",
    "not-needed": "Needs no interpreter",
}
