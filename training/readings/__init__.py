"""What the pages about learning show. A person's own, or days and numbers; never somebody else's words."""

from training.readings.courses import catalogue, certificates, one_course, wishes_for
from training.readings.files import calendar_file, certificate_paper
from training.readings.listening import (
    by_link,
    days_of,
    heard_in,
    questions_of,
    to_answer,
    to_tell,
    told,
    what_people_said,
)
from training.readings.mine import is_asked, mine, service, teams
from training.readings.passport import ends_on, passport
from training.readings.pieces import draft_from, shown_to, text_of
from training.readings.radar import my_people, radar, still_to_submit
from training.readings.rounds import as_written, examples, planned, promised, promises, round_in_words, rounds
from training.readings.sheets import NotASheet, read_sheet

__all__ = [
    "NotASheet",
    "catalogue",
    "certificates",
    "calendar_file",
    "certificate_paper",
    "draft_from",
    "ends_on",
    "is_asked",
    "mine",
    "my_people",
    "one_course",
    "passport",
    "radar",
    "read_sheet",
    "service",
    "shown_to",
    "still_to_submit",
    "teams",
    "text_of",
    "wishes_for",
]
__all__ += ["as_written", "by_link", "days_of", "examples", "heard_in", "planned", "promised", "promises"]
__all__ += ["questions_of", "round_in_words", "rounds", "to_answer", "to_tell", "told", "what_people_said"]
