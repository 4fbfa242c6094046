"""What the pages about learning show. A person's own, or days and numbers; never somebody else's words."""

from training.readings.capabilities import linked, shown_by, to_link
from training.readings.courses import (
    catalogue,
    certificates,
    one_course,
    wishes_for,
)
from training.readings.files import calendar_file, certificate_paper
from training.readings.mine import (
    is_asked,
    mine,
    service,
    teams,
)
from training.readings.observing import colleagues, observations, one_observation
from training.readings.passport import ends_on, passport
from training.readings.pieces import (
    draft_from,
    draft_from_conference,
    learned_from,
    shown_to,
    text_of,
)
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
from training.readings.register import (
    dates_been_to,
    dates_run,
    may_say,
    register,
    registers_open,
)
from training.readings.required import (
    ending,
    required_items,
    required_of_my_people,
    who_would_be_asked,
)
from training.readings.sheets import NotASheet, read_sheet

__all__ = [
    "NotASheet",
    "assessors",
    "calendar_file",
    "catalogue",
    "certificate_paper",
    "certificates",
    "colleagues",
    "dates_been_to",
    "dates_run",
    "draft_from",
    "draft_from_conference",
    "ending",
    "ends_on",
    "has_programmes",
    "is_asked",
    "learned_from",
    "linked",
    "may_say",
    "may_sit",
    "mine",
    "my_people",
    "observations",
    "one_course",
    "one_observation",
    "one_programme",
    "passport",
    "programme_lists",
    "radar",
    "read_sheet",
    "register",
    "registers_open",
    "required_items",
    "required_of_my_people",
    "service",
    "shown_by",
    "shown_to",
    "still_to_submit",
    "teams",
    "text_of",
    "to_begin",
    "to_link",
    "way_of",
    "week_begins",
    "who_would_be_asked",
    "wishes_for",
]
