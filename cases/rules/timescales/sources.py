"""Where the rules come from, in words a worker can look up; the numbers are those of the domain reference."""

from cases.rules.happenings import Happened as H

WORKING_TOGETHER = "Working Together to Safeguard Children [S19]"
CARE_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
HANDBOOK = "Independent Reviewing Officers' Handbook (from memory)"
PRACTICE_DIRECTION = "Practice Direction 12A"
OURS = "This service's own design"

# What ends nearly everything: the time a child was in need is over, or the child has died.
CLOSED = (H.NEED_ENDED, H.DIED)

CARE_COMES_LATER = "The forms for looked-after children come later; nothing records this yet."
COURT_COMES_LATER = "The forms for court come later; nothing records this yet."
NOT_RECORDED = "Nothing in this service records this yet."
