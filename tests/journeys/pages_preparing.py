"""Pages of the coordinator's own room: who looks, where they begin, which links they follow."""

from types import SimpleNamespace

from conferences.forms.preparing import ReportForm

_LIST, _CONFERENCE = "/conferences/", r"/conferences/1/$"
_PEOPLE, _PREPARING, _PERSON = r"/people/$", r"/preparing/$", r"/invitees/\d+/$"
LIVE_PREPARING: dict[str, tuple[str, ...]] = {
    "conferences/people.html": ("samira", _LIST, _CONFERENCE, _PEOPLE),
    "conferences/invitee_new.html": ("samira", _LIST, _CONFERENCE, _PEOPLE, r"/invitees/new/$"),
    "conferences/invitee.html": ("samira", _LIST, _CONFERENCE, _PEOPLE, _PERSON),
    "conferences/contact.html": ("samira", _LIST, _CONFERENCE, _PEOPLE, _PERSON, r"/contacts/new/\?how=phone$"),
    "conferences/apart.html": ("samira", _LIST, _CONFERENCE, _PEOPLE, r"/apart/$"),
    "conferences/apart_ending.html": ("samira", _LIST, _CONFERENCE, _PEOPLE, r"/apart/$", r"/apart/\d+/ending/$"),
    "conferences/preparing.html": ("samira", _LIST, _CONFERENCE, _PREPARING),
    "conferences/when.html": ("samira", _LIST, _CONFERENCE, _PREPARING, r"/when/$"),
    "conferences/arrangement.html": ("samira", _LIST, _CONFERENCE, _PREPARING, r"/arrangements/venue/$"),
    "conferences/questions.html": ("samira", _LIST, _CONFERENCE, _PREPARING, r"/questions/$"),
    "conferences/report_new.html": ("samira", _LIST, _CONFERENCE, _PREPARING, r"/reports/new/$"),
    "conferences/report.html": ("samira", _LIST, _CONFERENCE, _PREPARING, r"/reports/\d+/$"),
}
_HERE = SimpleNamespace(pk=1, case_id=1, get_absolute_url="/")
# Reached from the conference's page by whoever works with the family.
RENDERED_PREPARING = {
    "conferences/own_report.html": {
        "conference": _HERE,
        "report": None,
        "form": ReportForm(report=None, may_ready=False),
    },
}
