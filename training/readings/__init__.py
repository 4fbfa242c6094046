"""What the pages about learning show. A person's own, or days and numbers; never somebody else's words."""

from training.readings.capabilities import linked, shown_by, to_link
from training.readings.courses import catalogue, certificates, one_course, wishes_for
from training.readings.files import calendar_file, certificate_paper
from training.readings.mine import is_asked, mine, service, teams
from training.readings.observing import colleagues, observations, one_observation
from training.readings.passport import ends_on, passport
from training.readings.pieces import draft_from, shown_to, text_of
from training.readings.programmes import (
    assessors,
    has_programmes,
    may_sit,
    one_programme,
    programme_lists,
    to_begin,
    way_of,
    week_begins,
)
from training.readings.radar import my_people, radar, still_to_submit
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
__all__ += ["assessors", "colleagues", "has_programmes", "linked", "may_sit", "observations", "one_observation"]
__all__ += ["one_programme", "programme_lists", "shown_by", "to_begin", "to_link", "way_of", "week_begins"]
