"""The pages of learning: one's own, courses, and those of whoever looks after what the service learns."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

_PIECE = ("rosa", "/learning/", r"^/learning/pieces/\d+/$")
LEARNING: dict[str, tuple[str, ...]] = {
    "training/passport.html": ("tom", "/learning/passport/"),
    "training/piece_text.html": (*_PIECE, r"/text/$"),
    "training/piece_sharing.html": (*_PIECE, r"/sharing/$"),
    "training/piece_from_session.html": ("ade", "/learning/", r"/from-supervision/\d+/$"),
    "training/courses.html": ("ade", "/learning/courses/"),
    "training/course.html": ("tom", "/learning/courses/", r"^/learning/courses/\d+/$"),
    "training/course_new.html": ("imogen", "/learning/courses/new/"),
    "training/course_date_new.html": ("imogen", "/learning/courses/", r"^/learning/courses/\d+/$", r"/dates/new/$"),
    "training/people.html": ("ruth", "/learning/people/"),
    "training/radar.html": ("imogen", "/learning/radar/"),
    "training/sheet_new.html": ("imogen", "/learning/sheets/new/"),
    # Early careers and observations.
    "training/programmes.html": ("imogen", "/learning/programmes/"),
    "training/programme.html": ("tom", "/learning/programmes/", r"^/learning/programmes/\d+/$"),
    "training/log_entry.html": (
        "tom",
        "/learning/programmes/",
        r"^/learning/programmes/\d+/$",
        r"^/learning/log/\d+/$",
    ),
    "training/observations.html": ("tom", "/learning/observations/"),
    "training/observation.html": ("tom", "/learning/observations/", r"^/learning/observations/\d+/$"),
    "training/register.html": ("niamh", "/learning/courses/", r"/dates/\d+/register/$"),
    "training/required.html": ("imogen", "/learning/required/"),
    "training/required_item.html": ("imogen", "/learning/required/", r"^/learning/required/new/$"),
    "training/required_rule.html": ("imogen", "/learning/required/", r"/rules/new/$"),
    "office/absences.html": ("ruth", "/absences/"),
    "office/absence_form.html": ("ruth", "/absences/", r"^/absences/new/$"),
    "office/absence_withdrawal.html": ("ruth", "/absences/", r"/absences/\d+/withdrawal/$"),
    "training/here.html": ("tom", "/learning/code/"),
    "training/feedback_new.html": ("tom", "/learning/", r"/dates/\d+/feedback/$"),
    "training/piece_from_occasion.html": ("tom", "/learning/", r"/from-course/\d+/$"),
    # Listening
    "training/answer.html": ("jo", "/learning/said/", r"^/learning/questions/\d+/$"),
    "training/said.html": ("ade", "/learning/said/"),
    "training/you_said.html": ("ade", "/learning/you-said/"),
    "training/you_said_form.html": ("imogen", "/learning/you-said/", r"^/learning/you-said/\d+/edit/$"),
    "training/promises.html": ("imogen", "/learning/promises/"),
    "training/promise_form.html": ("imogen", "/learning/promises/", r"/promises/new/$"),
    "training/promise_ending.html": ("imogen", "/learning/promises/", r"/ending/$"),
    "training/rounds.html": ("imogen", "/learning/rounds/"),
    "training/round_form.html": ("imogen", "/learning/rounds/", r"/rounds/new/$"),
    "training/round_calling_off.html": ("imogen", "/learning/rounds/", r"/calling-off/$"),
    "training/round_links.html": ("imogen", "/learning/rounds/", r"/links/$"),
    "training/one_form.html": ("niamh", "/learning/observations/", r"^/learning/observations/new/$"),
}

_BAD = [[7, ["rosa@example.org", "systemic-intro", "31/2/2026", "yes"], ["Write the day as 3/11/2026."]]]
RENDERED_LEARNING: dict[str, dict[str, Any]] = {
    "training/room_code.html": {
        "session": SimpleNamespace(pk=1, course=SimpleNamespace(title="Systemic conversations")),
        "code": "004 711",
        "until": "09:45",
    },
    "training/sheet_done.html": {
        "done": SimpleNamespace(
            file_name="attendance.csv",
            imported_at=datetime(2026, 11, 3, 9, tzinfo=UTC),
            imported_by=SimpleNamespace(name="Imogen Tate"),
            good=4800,
            bad=1,
            there=12,
            problems=_BAD,
        )
    },
}
