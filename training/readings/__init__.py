"""What the pages about learning show. A person's own, or days and numbers; never somebody else's words."""

from training.readings.courses import catalogue, certificates, one_course, wishes_for
from training.readings.files import calendar_file, certificate_paper
from training.readings.mine import is_asked, mine, service, teams
from training.readings.passport import ends_on, passport
from training.readings.pieces import (
    draft_from,
    draft_from_conference,
    learned_from,
    shown_to,
    text_of,
)
from training.readings.radar import my_people, radar, still_to_submit
from training.readings.register import dates_been_to, dates_run, may_say, my_dates, register, registers_open
from training.readings.required import ending, required_items, required_of_my_people, who_would_be_asked
from training.readings.sheets import NotASheet, read_sheet

__all__ = [
    "NotASheet",
    "catalogue",
    "certificates",
    "calendar_file",
    "certificate_paper",
    "dates_been_to",
    "dates_run",
    "draft_from",
    "draft_from_conference",
    "ending",
    "ends_on",
    "is_asked",
    "learned_from",
    "may_say",
    "mine",
    "my_dates",
    "my_people",
    "one_course",
    "passport",
    "radar",
    "read_sheet",
    "register",
    "registers_open",
    "required_items",
    "required_of_my_people",
    "service",
    "shown_to",
    "still_to_submit",
    "teams",
    "text_of",
    "who_would_be_asked",
    "wishes_for",
]
