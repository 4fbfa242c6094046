"""Code lists of the Department for Education's children's returns, each code with its meaning in plain words.

The codes are facts of the Children in Need census and the SSDA903 (2025/26 and 2026/27) and stay exactly as
the department writes them, because every return speaks in them; the words beside them are ours where the
official label is long, badly typed or hard on a family who may one day read it. Order is the official one.
"""


def in_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: "School" and "A plan" become "school" and "a plan", "GP" stays "GP"."""
    return label if label[:2].isupper() and label[1:2].isalpha() else label[:1].lower() + label[1:]


# Children in Need census, N00783. Until 2023/24 the census asked for gender with numbers: see FORMER_SEX.
SEX: dict[str, str] = {
    "M": "Male",
    "F": "Female",
    "U": "Not known, or not yet born",
}

# GenderCurrent of the census up to 2023/24 (0 not known, 1 male, 2 female, 9 not specified) to today's code.
FORMER_SEX: dict[str, str] = {"1": "M", "2": "F", "0": "U", "9": "U"}

# Common basic data set, CS on ethnicity, as the census uses it.
ETHNICITY: dict[str, str] = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WOTH": "Any other White background",
    "WROM": "Gypsy or Roma",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Preferred not to say",
    "NOBT": "Not yet asked",
}

# Children in Need census. NONE stands alone (rule 8790), and each is said once (rule 8794).
DISABILITY: dict[str, str] = {
    "NONE": "No disability",
    "MOB": "Getting about",
    "HAND": "Using hands",
    "PC": "Personal care",
    "INC": "Continence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Sight",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism",
    "DDA": "Another disability",
}

# Children in Need census: who told us.
REFERRAL_SOURCE: dict[str, str] = {
    "1A": "Family member, relative or carer",
    "1B": "Someone who knows the family, such as a neighbour or childminder",
    "1C": "The child",
    "1D": "Another person, such as a member of the public",
    "2A": "School",
    "2B": "Education services",
    "3A": "GP",
    "3B": "Health visitor",
    "3C": "School nurse",
    "3D": "Other primary health services",
    "3E": "Accident and emergency",
    "3F": "Other health services, such as a hospice",
    "4": "Housing",
    "5A": "Council social care, such as adult services",
    "5B": "Another council service, such as youth justice",
    "5C": "Another council",
    "5D": "Early help",
    "6": "Police",
    "7": "Other legal agency, such as a court, probation, immigration, Cafcass or prison",
    "8": "Other, such as a children's centre, independent provider or charity",
    "9": "Anonymous",
    "10": "Not known",
}

# Children in Need census. N1 includes exploitation by name from the 2026 collection.
PRIMARY_NEED: dict[str, str] = {
    "N0": "Not stated",
    "N1": "Abuse, neglect or exploitation",
    "N2": "Child's disability or illness",
    "N3": "Parent's disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Not a child in need",
}

# Children in Need census. RC8 and RC9 only after an assessment (rule 8825).
CLOSURE_REASON: dict[str, str] = {
    "RC1": "Adopted",
    "RC2": "Child died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Moved to another council's services",
    "RC6": "Moved to adult social care",
    "RC7": "Services ended for another reason, including no longer in need",
    "RC8": "Closed after assessment, no further action",
    "RC9": "Closed after assessment, referred to early help",
}

# SSDA903 social worker episodes, SW_REASON: the same ten codes wherever a family changes worker.
WORKER_CHANGE_REASON: dict[str, str] = {
    "MANAGE": "Managing caseloads",
    "FCONTA": "First contact or new referral",
    "LEFTRL": "Previous worker left their role",
    "ORGRST": "Reorganisation",
    "TSPROC": "Usual transfer between teams",
    "ABSENC": "Covering an absence, or return from one",
    "CHCHAN": "Child asked for a change",
    "PCCHAN": "Parent or carer asked for a change",
    "SWDIED": "Previous worker died",
    "OTHERS": "Another reason",
}

# Why there is no unique pupil number. UN7 is confirmed by census rule 8772 and UN1 by 8770Q; the wording of
# UN2 to UN6 is from memory of the census guide and worth checking against it.
UPN_UNKNOWN: dict[str, str] = {
    "UN1": "Not of school age",
    "UN2": "Has never been to a state-funded school in England",
    "UN3": "Educated outside England",
    "UN4": "New to us at the end of the year, number not yet known",
    "UN5": "Records disagree, so the number cannot be relied on",
    "UN6": "In need but not looked after, number not available",
    "UN7": "Referral with no further action",
}

# Children in Need census: what an assessment found. 21 stands alone (rule 8869).
ASSESSMENT_FACTOR: dict[str, str] = {
    "1A": "Alcohol: the child",
    "1B": "Alcohol: a parent or carer",
    "1C": "Alcohol: another person in the household",
    "2A": "Drugs: the child",
    "2B": "Drugs: a parent or carer",
    "2C": "Drugs: another person in the household",
    "3A": "Domestic abuse: towards the child",
    "3B": "Domestic abuse: towards a parent or carer",
    "3C": "Domestic abuse: towards another person in the household",
    "4A": "Mental health: the child",
    "4B": "Mental health: a parent or carer",
    "4C": "Mental health: another person in the household",
    "5A": "Learning disability: the child",
    "5B": "Learning disability: a parent or carer",
    "5C": "Learning disability: another person in the household",
    "6A": "Physical disability or illness: the child",
    "6B": "Physical disability or illness: a parent or carer",
    "6C": "Physical disability or illness: another person in the household",
    "7A": "Young carer",
    "8B": "Privately fostered: overseas child who means to return",
    "8C": "Privately fostered: overseas child who means to stay",
    "8D": "Privately fostered: child from the UK placed for education",
    "8E": "Privately fostered: child from the UK, family's own arrangement",
    "8F": "Privately fostered: other",
    "9A": "Unaccompanied asylum-seeking child",
    "10A": "Missing, or at risk of going missing",
    "11A": "Child sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Socially unacceptable behaviour",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
    "18A": "Physical abuse (no longer used)",
    "18B": "Physical abuse by another child",
    "18C": "Physical abuse by an adult",
    "19A": "Sexual abuse (no longer used)",
    "19B": "Sexual abuse by another child",
    "19C": "Sexual abuse by an adult",
    "20": "Another factor",
    "21": "No factor found and no further action",
    "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief",
    "24A": "Child criminal exploitation",
}

# Queried by rules 8945Q and 8950Q: kept to read older files, not offered for new assessments.
RETIRED_FACTORS: frozenset[str] = frozenset({"18A", "19A"})

# Child protection plans, first and latest category.
ABUSE_CATEGORY: dict[str, str] = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "More than one category",
}

# How the census's form writes yes and no; its rules also accept true and false.
YES_NO: dict[str, str] = {
    "0": "No",
    "1": "Yes",
}

# Pre-proceedings outcome, CS131, 2026/27 collection. The codes are known, the meaning is not yet published
# where we could read it, so the label says no more than the code.
PRE_PROCEEDINGS_OUTCOME: dict[str, str] = {
    "A": "Outcome A",
    "B": "Outcome B",
    "C": "Outcome C",
}
