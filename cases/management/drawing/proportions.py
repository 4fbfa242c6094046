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

# Days between visits to one family, from and until.  # invented proportion
RHYTHM = {(8, 12): 10, (17, 24): 30, (24, 34): 45, (35, 44): 15}
SOMEBODY_ELSE_VISITS = 0.06  # invented proportion
PLACE = {"home": 70, "school": 16, "out": 6, "office": 4, "online": 4}  # invented proportion
SEEN = {"alone": 46, "with-others": 42, "asleep-or-baby": 4, "not-seen": 8}  # invented proportion
PART_OF_VISIT = 0.88  # that a child of the home was part of it  # invented proportion
OWN_WORDS = 0.24  # that a child who was seen is quoted  # invented proportion

# People around the children.  # invented proportions
MOTHER, FATHER, FATHER_ELSEWHERE, STEP_PARENT, GRANDPARENT, AUNT = 0.95, 0.76, 0.48, 0.12, 0.26, 0.14
FATHER_HAS_RESPONSIBILITY, CHILD_ELSEWHERE, UNSAFE_ADDRESS = 0.72, 0.04, 0.06

# Work beside the lead's.  # invented proportions
CO_WORKER, REVIEWED, ADVISER, APART, COVER = 0.11, 0.13, 0.4, 0.03, 0.03
RESTRICTED, KEPT_OUT, HAND_OVER, HOSTILE_NAME = 0.006, 0.006, 0.015, 0.004

# Agreed actions for each open family, and what became of them.  # invented proportions
ACTIONS = {0: 35, 1: 38, 2: 19, 3: 8}
ACTION_DONE, ACTION_LATE = 0.45, 0.16

# National code, and the cultures of `names` its families' names come from.  # invented proportion
ETHNICITY = {
    "WBRI": 52, "WOTH": 9, "WIRI": 1, "WROM": 1, "MWBC": 5, "MWBA": 2, "MWAS": 2, "MOTH": 4, "APKN": 4, "ABAN": 4,
    "AIND": 1, "AOTH": 3, "BAFR": 6, "BCRB": 2, "BOTH": 1, "CHNE": 1, "OOTH": 2, "REFU": 1, "NOBT": 2,
}  # fmt: skip
