"""Code lists of the journey, from the front door to a protection plan, in plain words.

Where the Standard Safeguarding Dataset or a return has a code of its own (categories of abuse, who told us), that list
is in `codesets`; these are the words REFERENCE 1.1 to 1.7 uses for steps that no return asks about.
"""

# REFERENCE 1.1: what may come of a contact.
CONTACT_OUTCOME: dict[str, str] = {
    "information": "Information or advice given",
    "signpost": "Told about another service",
    "early-help": "Early help, if the family would like it",
    "referral": "Referral to children’s social care",
    "open-to-worker": "Passed to the family’s own worker",
    "other-authority": "Passed to another council",
}
# REFERENCE 1.1: how soon the checks must be done (London practice; hours and working days are FD2's).
CONTACT_RATING: dict[str, str] = {
    "red": "Red: a child may be in danger today",
    "amber": "Amber: by tomorrow",
    "green": "Green: within three working days",
}
CONTACT_METHOD: dict[str, str] = {
    "phone": "Phone",
    "form": "Online form or e-mail",
    "letter": "Letter",
    "in-person": "In person",
}
# REFERENCE 1.1 and 10.3: agreement is asked for help, never needed to keep a child safe.
CONSENT: dict[str, str] = {
    "given": "The family knows and agrees",
    "refused": "The family knows and does not agree",
    "not-asked": "Not asked yet",
    "dispensed": "Not asked, because asking could put a child at risk",
}
# REFERENCE 1.1: a decision may name several.
REFERRAL_OUTCOME: dict[str, str] = {
    "assessment": "Single assessment",
    "strategy": "Strategy discussion",
    "conference": "Child protection conference",
    "transfer-in": "Child protection plan moves here from another council",
    "looked-after": "Request to look after the child",
    "private-fostering": "Private fostering",
    "care-leaver": "Care leaver",
    "adoption": "Non-agency adoption",
    "other": "Something else",
    "no-further-action": "No further action",
}
# REFERENCE 1.2: one assessment and one plan whose legal basis is a dated fact.
LEGAL_BASIS: dict[str, str] = {
    "early-help": "Help by agreement",
    "need": "Child in need (section 17)",
    "protection": "Child protection (section 47)",
}
PLAN_NAME: dict[str, str] = {
    "early-help": "Family help plan",
    "need": "Child in need plan",
    "protection": "Child protection plan",
}
# REFERENCE 1.6, 1.7: why a plan ended.
PLAN_ENDING: dict[str, str] = {
    "step-up": "More formal help",
    "step-down": "Less formal help",
    "no-longer-needed": "No longer needed",
    "looked-after": "The child is looked after",
    "eighteen": "The young person is 18",
    "moved": "Moved to another council’s services",
    "family-ended": "The family ended it",
    "died": "The child died",
    "not-said": "Not said",
}
# REFERENCE 1.4.
ENQUIRY_OUTCOME: dict[str, str] = {
    "not-substantiated": "Not substantiated",
    "no-continuing-risk": "Substantiated, no continuing risk",
    "conference": "Substantiated, and a continuing risk: conference",
    "legal-action": "Legal action",
    "not-said": "Not said",
}
# REFERENCE 1.5.
CONFERENCE_KIND: dict[str, str] = {
    "initial": "Initial child protection conference",
    "review": "Review child protection conference",
    "transfer-in": "Transfer-in conference",
    "pre-birth": "Pre-birth conference",
}
# The work a conference is, as timescales and reminders call it (cases.rules.works).
CONFERENCE_WORK: dict[str, str] = {
    "initial": "initial-conference",
    "review": "review-conference",
    "transfer-in": "transfer-in-conference",
    "pre-birth": "initial-conference",
}
CONFERENCE_OUTCOME: dict[str, str] = {
    "plan": "A child protection plan",
    "no-plan": "No child protection plan",
    "continues": "The plan continues",
    "ends": "The plan ends",
}
# REFERENCE 12.3.
PARTICIPATION: dict[str, str] = {
    "PN0": "Under four years old",
    "PN1": "Came, and spoke for themselves",
    "PN2": "Came, and an advocate spoke for them",
    "PN3": "Came, and conveyed their views without speaking",
    "PN4": "Came, and did not convey their views",
    "PN5": "Did not come, and an advocate was briefed",
    "PN6": "Did not come, and sent their views another way",
    "PN7": "Did not come, and sent no views",
}
MEETING_KIND: dict[str, str] = {
    "core-group": "Core group",
    "need-review": "Child in need review",
    "help-review": "Team around the family",
}
# REFERENCE 4.6: what drove a step up or down.
THRESHOLD_DRIVER: dict[str, str] = {
    "safer": "The children are safer",
    "network": "The family’s network carries it",
    "worry": "A new or greater worry",
    "asked": "The family asked",
    "no-change": "Help so far has not changed enough",
    "other": "Another reason",
}
# REFERENCE 1.4: who sat in a strategy discussion.
AGENCY: dict[str, str] = {
    "social-care": "Children’s social care",
    "police": "Police",
    "health": "Health",
    "education": "Education",
    "referrer": "Whoever referred",
    "other": "Another agency",
}
