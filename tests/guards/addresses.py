"""What the addresses of pages say: which keys are of no record, which are of a group, and which words stand in them."""

import re
from typing import Any

# Their keys are those of a person who forgot a password, and of drafts: their author's alone, tested with them.
NOT_OF_RECORDS = {"account_reset_password_from_key", "office:draft", "office:draft-shelf", "office:draft-removal"}
# Keys of people, teams and turns on duty: nothing of a family is on these pages.
NOT_OF_RECORDS |= {"office:absence-edit", "office:absence-withdrawal"}
NOT_OF_RECORDS |= {"office:team-name", "office:duty-withdrawal", "office:person", "office:person-name"}
NOT_OF_RECORDS |= {"office:person-closure", "office:person-reopening", "office:role-new", "office:role-ending"}
NOT_OF_RECORDS |= {"office:employment", "office:employment-ending", "office:person-lost-telephone"}
# Keys of timescales and days off.
NOT_OF_RECORDS |= {"office:timescale", "office:timescale-of", "office:timescale-edit", "office:holiday-removal"}
# Its keys are those of somebody's own learning, which hangs beneath no record: tests/training/test_access.py asks.
NOT_OF_RECORDS |= {"training:piece", "training:piece-edit", "training:piece-text", "training:piece-sharing"}
NOT_OF_RECORDS |= {"training:piece-sharing-ending", "training:piece-from-session", "training:certificate"}
# The key of a team, and figures of it: tests/cases/views/test_fairer_shares.py asks.
NOT_OF_RECORDS |= {"cases:fairer-shares"}
# Keys of courses, their dates and wishes for places: nothing of a family is there. tests/training/views asks.
NOT_OF_RECORDS |= {"training:course", "training:course-date-new", "training:place", "training:place-return"}
NOT_OF_RECORDS |= {"training:course-calendar", "training:wish-answer", "training:sheet-done"}
# Keys of programmes and observations of one's own work, or of those one has a part in: tests/training asks.
NOT_OF_RECORDS |= {f"training:programme{what}" for what in ("", "-agreement", "-dates", "-outcome", "-panel")}
NOT_OF_RECORDS |= {"training:programme-panel-ending", "training:protected-week", "training:review-new"}
NOT_OF_RECORDS |= {"training:review-answer", "training:log-new", "training:log-entry", "training:log-edit"}
NOT_OF_RECORDS |= {"training:log-showing", "training:piece-capabilities", "training:learning-capabilities"}
NOT_OF_RECORDS |= {f"training:observation{what}" for what in ("", "-again", "-answer", "-consent", "-edit")}
NOT_OF_RECORDS |= {"training:register", "training:room-code", "training:feedback-new", "training:piece-from-course"}
# A key of somebody's own learning; and of a conference, of which nothing is asked or said: any number answers alike.
NOT_OF_RECORDS |= {"training:piece-from-observation", "training:piece-from-conference"}
# Keys of promises, rounds and teams, and a signed link to three questions: tests/training/test_listening_pages.py asks.
NOT_OF_RECORDS |= {"training:promise-edit", "training:promise-ending", "training:round-edit", "training:round-links"}
NOT_OF_RECORDS |= {"training:round-calling-off", "training:course-date-calling-off"}
NOT_OF_RECORDS |= {"training:answer", "training:not-now", "training:said-of", "training:you-said-edit"}
NOT_OF_RECORDS |= {"training:partner-link"}
NOT_OF_RECORDS |= {"training:required-edit", "training:rule-new", "training:rule-edit"}
# What an address calls a record, or something beneath one.
OF_A_RECORD = r"/(cases|sessions|discussions|hypotheses|consultations|recommendations)/\d+/"
# A session is its group's: a colleague from whom a family is kept opens it, and finds not a word of that family there.
OF_A_GROUP = {"supervision:session", "supervision:attendance", "supervision:closure"}
OF_A_GROUP |= {"supervision:join-code", "supervision:reflection", "supervision:reading"}
OF_A_GROUP |= {"supervision:room", "supervision:room-beginning"}
# Leads whoever may open it on to the family of the room, whose address holds two keys that have to fit.
ROOM = ("", "-beginning", "-step", "-sentence", "-prompt", "-bell")
LEADS_ON = {f"supervision:room{what}": r"/supervision/sessions/\d+/room/" for what in ROOM}
# Presses of a conference's pages: whoever may open it and only looks is led to where the button is.
LEADS_ON |= {f"conferences:{press}": r"/cases/\d+/conferences/\d+/afterwards/$" for press in (
    "link-closing", "no-more", "outcome-reading")}  # fmt: skip
LEADS_ON |= {"conferences:offer-again": r"/cases/\d+/conferences/\d+/offer/$"}
# Whoever may allocate and names nobody, or children who do not wait, is led to who could take them.
LEADS_ON |= {f"cases:{page}": r"/cases/\d+/who-could-take/$" for page in ("allocation-together", "worker-asked-new")}
# What the room asks every two seconds, of two keys that have to fit: tests/supervision/test_under_attack.py asks.
NOT_OF_RECORDS |= {"supervision:room-state"}
OF_A_GROUP |= {"supervision:agenda", "supervision:agenda-item-new", "supervision:quick-round"}
# A talk of two people, who alone open it: tests/supervision/views/test_one_to_ones.py asks.
NOT_OF_RECORDS |= {"supervision:one-to-one"}
OF_A_GROUP |= {"supervision:rating", "supervision:trend"}
OF_A_GROUP |= {"supervision:coverage", "supervision:coverage-list"}
OF_A_GROUP |= {"supervision:group", "supervision:group-edit", "supervision:rhythm", "supervision:cancellation"}
# The secret of somebody's own calendar: it opens what that person may see. tests/camden/overview/views asks.
NOT_OF_RECORDS |= {"overview:calendar-feed"}
# The secret of a link without an account: it shows nothing of any record. tests/cases/views/test_feedback_link.py asks.
NOT_OF_RECORDS |= {"feedback-link"}
# A family's link to its own plan: nothing else opens. tests/conferences/views/test_family_link.py asks.
NOT_OF_RECORDS |= {"conferences:family-link", "conferences:family-link-closed"}
# The code of a phone in a session: the same. tests/supervision/views/test_phones.py asks.
NOT_OF_RECORDS |= {"supervision:join"}
NOT_OF_RECORDS |= {"overview:team", "overview:team-worker", "overview:team-list", "overview:team-sheet"}
NOT_OF_RECORDS |= {"overview:team-practice", "overview:team-equality"}
# Keys of extra duties and languages of people who work here: tests/cases/views/test_carrying.py asks.
NOT_OF_RECORDS |= {"cases:extra-duty-ending", "cases:language-ending"}
# The code of a number of the weighting: nothing of a family is on these pages.
NOT_OF_RECORDS |= {"cases:weight", "cases:weight-edit", "cases:weight-withdrawal"}
# The key of somebody one manages, the name of a figure, a kind of file: tests/camden/overview/test_continuity.py asks.
NOT_OF_RECORDS |= {"overview:continuity-sheet"}
NOT_OF_RECORDS |= {"overview:continuity-person", "overview:continuity-measure"}
# The name of a promise, and figures of teams: tests/camden/overview/test_worth.py asks.
NOT_OF_RECORDS |= {"overview:worth-promise"}
# Words that name a figure of one’s own: tests/camden/overview/test_own_figures.py asks.
NOT_OF_RECORDS |= {"overview:my-figure", "overview:my-figure-answer"}
# Words that name a section of a paper: nothing of a family is on these pages.
NOT_OF_RECORDS |= {"cases:section-new", "cases:section-edit"}
# The code of a question in the library.
NOT_OF_RECORDS |= {"supervision:prompt-edit"}
WORDS = {
    "figure": "voice",
    "section": "why",
    "work": "visit",
    "kind": "why",
    "of": "meeting",
    "need": "food",
    "measure": "c3",
    "promise": "steady",
}  # what stands in an address in words
WORDS_OF = {
    "conferences:letter-new": {"kind": "offer", "reader": "wider-family"},
    "cases:drift-answer": {"kind": "goal-still"},
    "cases:genogram-add": {"kind": "mother"},
    "cases:together-add": {"kind": "mother"},
}  # where a word of the address says something else there
ASKED_OF = {"cases:writing-new": "assessment"}  # which row a page is about, where its query says so


def opens(name: str, answer: Any) -> bool:
    """Whether a page is there for whoever asked; a press without a word on it, whether it leads on."""
    led = name in LEADS_ON and answer.status_code == 302 and re.match(LEADS_ON[name], answer["Location"])
    return answer.status_code == 200 or bool(led)
