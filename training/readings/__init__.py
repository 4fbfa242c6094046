"""What the pages about learning show. A person's own, or days and numbers; never somebody else's words."""

from training.readings.capabilities import linked, shown_by, to_link
from training.readings.courses import (
    catalogue,
    certificates,
    course_of,
    one_course,
    wishes_for,
)
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
from training.readings.mine import (
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
    ends_anyway,
    has_programmes,
    is_agreed,
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
    my_dates,
    register,
    registers_open,
)
from training.readings.required import (
    ending,
    required_items,
    required_of_my_people,
    who_would_be_asked,
)
from training.readings.rounds import (
    as_written,
    examples,
    planned,
    promised,
    promises,
    round_in_words,
    rounds,
)
from training.readings.sheets import NotASheet, read_sheet

__all__ = [
    "NotASheet",
    "as_written",
    "assessors",
    "by_link",
    "calendar_file",
    "catalogue",
    "certificate_paper",
    "certificates",
    "colleagues",
    "course_of",
    "dates_been_to",
    "dates_run",
    "days_of",
    "draft_from",
    "draft_from_conference",
    "ending",
    "ends_anyway",
    "ends_on",
    "examples",
    "has_programmes",
    "heard_in",
    "is_agreed",
    "learned_from",
    "linked",
    "may_say",
    "may_sit",
    "mine",
    "my_dates",
    "my_people",
    "observations",
    "one_course",
    "one_observation",
    "one_programme",
    "passport",
    "planned",
    "programme_lists",
    "promised",
    "promises",
    "questions_of",
    "radar",
    "read_sheet",
    "register",
    "registers_open",
    "required_items",
    "required_of_my_people",
    "round_in_words",
    "rounds",
    "service",
    "shown_by",
    "shown_to",
    "still_to_submit",
    "teams",
    "text_of",
    "to_answer",
    "to_begin",
    "to_link",
    "to_tell",
    "told",
    "way_of",
    "week_begins",
    "what_people_said",
    "who_would_be_asked",
    "wishes_for",
]
