"""How often things are so in a generated service. One table, so that nobody mistakes a guess for a finding.

Only figures marked REFERENCE are published ones, with their section. **Every other one is an invented proportion**:
chosen so that a service looks like an English one, and worth no more than that. Weights need not add up to 100.
"""

HISTORY = 790  # days: 26 months

# Children with an open episode at the end, of all known in 26 months. Follows from the durations below; measured.
OPEN_SHARE = 0.41
CASES_FOR_EACH_WORKER = 16.0  # REFERENCE 9.1: England 2023, cases ÷ full-time equivalents who hold cases
AGENCY = 0.178  # REFERENCE 9.1: September 2023
SLIPS = 0.08  # REFERENCE 14: deliberate breaches, of open records; none in the perfect pods

FAMILY_SIZE = {1: 44, 2: 29, 3: 16, 4: 7, 5: 4}  # invented proportion
SEX = {"M": 52, "F": 48}  # invented proportion

# Age at the referral, in years from and until. The first is a baby on the way.  # invented proportion
AGE = {(-1, 0): 3, (0, 1): 6, (1, 5): 21, (5, 10): 26, (10, 16): 34, (16, 18): 10}

# Who told us.  # invented proportion
SOURCE = {
    "6": 28, "2A": 20, "5A": 9, "3A": 4, "3B": 4, "3E": 5, "3F": 4, "3D": 2, "1A": 7, "1B": 2, "1C": 1, "1D": 3,
    "2B": 3, "3C": 1, "4": 3, "5B": 4, "5C": 3, "5D": 5, "7": 4, "8": 5, "9": 2, "10": 1,
}  # fmt: skip

# Why a child is in need. N0 and N9 are not reasons to help.  # invented proportion
NEED = {"N1": 57, "N5": 14, "N4": 9, "N2": 8, "N3": 4, "N6": 3, "N8": 4, "N7": 1}
OTHER_NEED = 0.08  # a child of a family whose need differs from the others'  # invented proportion

NO_FURTHER_ACTION = 0.07  # of referrals  # invented proportion
REFERRED_AGAIN_AFTER_NONE = 0.30  # after one that led to nothing  # invented proportion
REFERRED_AGAIN = 0.27  # after a closing, within a year; a fifth or so of all referrals  # invented proportion

# How long an episode lasts, in days from and until, and how it ends.  # invented proportion
SHORT, MIDDLE, LONG = (15, 62), (80, 320), (300, 1100)
DURATION = {SHORT: 30, MIDDLE: 36, LONG: 34}
CLOSING = {
    SHORT: {"RC8": 68, "RC9": 26, "RC5": 6},
    MIDDLE: {"RC7": 84, "RC5": 12, "RC3": 3, "RC4": 1},
    LONG: {"RC7": 70, "RC5": 8, "RC4": 9, "RC1": 5, "RC3": 5, "RC6": 3},
}

# Why the lead worker changed, other than because they left.  # invented proportion
CHANGE = {"MANAGE": 30, "TSPROC": 30, "ABSENC": 14, "ORGRST": 8, "PCCHAN": 7, "CHCHAN": 5, "OTHERS": 6}
DAYS_BETWEEN_CHANGES = 620  # on average, while a family is with us  # invented proportion

# What an assessment leads to. Most children in need have a plan for it; about one in eight a protection plan.
BASIS = {"need": 60, "protection": 22, "early-help": 11, "care": 7}  # invented proportion
ASSESSED_IN = (18, 52)  # days from the first to the authorisation: 45 working days are 63  # invented proportion
ENQUIRED = 0.08  # enquiries that lead to no conference, of other families  # invented proportion
PLAN_ENDS_AT_REVIEW = 0.35  # of protection plans, at each review conference  # invented proportion
CATEGORY = {"NEG": 49, "EMO": 37, "PHY": 7, "SAB": 4, "MUL": 3}  # invented proportion
# Factors of an assessment by what a child is in need for.  # invented proportion
FACTORS = {
    "N1": {"3B": 30, "16A": 25, "17A": 20, "4B": 15, "2B": 10}, "N2": {"5A": 50, "6A": 50}, "N3": {"4B": 60, "6B": 40},
    "N4": {"3B": 50, "4B": 50}, "N5": {"17A": 50, "14A": 50}, "N6": {"14A": 70, "13A": 30}, "N7": {"20": 100},
    "N8": {"9A": 60, "20": 40},
}  # fmt: skip
# What is done when a child comes into care, and after how many days: each within its limit.
CARE_BEGINS = (
    ("looked-after-began", 0), ("placement-started", 0), ("placement-notified", 3), ("placement-plan-signed", 4),
    ("reviewing-officer-named", 4), ("care-plan-signed", 9), ("education-plan", 10), ("health-assessment", 17),
)  # fmt: skip

# Days between visits, from and until, by what the children are under: each below its limit, with a weekend to spare.
# "" is while they are assessed, before a plan.  # invented proportion
RHYTHM = {"": (6, 11), "protection": (7, 11), "need": (15, 24), "early-help": (20, 32), "care": (24, 36)}
SOMEBODY_ELSE_VISITS = 0.06  # invented proportion
PLACE = {"home": 70, "school": 16, "out": 6, "office": 4, "online": 4}  # invented proportion
SEEN = {"alone": 50, "with-others": 46, "asleep": 4}  # invented proportion
NOBODY_IN = 0.05  # of visits; another follows within days  # invented proportion
OWN_WORDS = 0.24  # that a child who was seen is quoted  # invented proportion

# People around the children.  # invented proportions
MOTHER, FATHER, FATHER_ELSEWHERE, STEP_PARENT, GRANDPARENT, AUNT = 0.95, 0.76, 0.48, 0.12, 0.26, 0.14
FATHER_HAS_RESPONSIBILITY, CHILD_ELSEWHERE, UNSAFE_ADDRESS = 0.72, 0.04, 0.06

# Work beside the lead's.  # invented proportions
CO_WORKER, ADVISER, APART, COVER = 0.11, 0.4, 0.03, 0.03
RESTRICTED, KEPT_OUT, HAND_OVER, HOSTILE_NAME = 0.006, 0.006, 0.015, 0.004

# Agreed actions for each open family, and what became of them.  # invented proportions
ACTIONS = {0: 35, 1: 38, 2: 19, 3: 8}
ACTION_DONE, ACTION_LATE = 0.45, 0.16

# National code, and the cultures of `names` its families' names come from.  # invented proportion
ETHNICITY = {
    "WBRI": 52, "WOTH": 9, "WIRI": 1, "WROM": 1, "MWBC": 5, "MWBA": 2, "MWAS": 2, "MOTH": 4, "APKN": 4, "ABAN": 4,
    "AIND": 1, "AOTH": 3, "BAFR": 6, "BCRB": 2, "BOTH": 1, "CHNE": 1, "OOTH": 2, "REFU": 1, "NOBT": 2,
}  # fmt: skip

# Of a hundred children whose need is another, how many have a disability; and of how many anybody asked.
DISABLED, DISABILITY_ASKED = 6, 85  # invented proportion
