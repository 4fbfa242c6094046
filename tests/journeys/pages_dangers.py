"""Pages of what keeps people safe at a conference, and of a danger that is passed on."""

from types import SimpleNamespace

from conferences.forms.danger import DidForm
from conferences.readings.danger import DangerLine

_CONFERENCE = r"/conferences/1/$"
LIVE_DANGERS: dict[str, tuple[str, ...]] = {
    "conferences/safety_new.html": ("ruth", "/conferences/", _CONFERENCE, r"/safety/new/$"),
    "conferences/safety_ending.html": ("ruth", "/conferences/", r"/conferences/1/$", r"/safety/\d+/ending/$"),
    "conferences/danger_new.html": ("samira", "/conferences/", _CONFERENCE, r"/danger/new/$"),
}
_LINE = DangerLine(
    pk=1, case_pk=1, words="He said he will wait at the school gate.", children="Anisa", is_tonight=True,
    soon="Somebody could be hurt before tomorrow.", family="The family knows that it was passed on.", why_not="",
    spoken_with="", told="Ade Fashola and Ruth Adeyemi", who="Samira Yusuf, 3 November 2026", left=(), did=(),
)  # fmt: skip
# Nobody in the demo has heard of a danger; test_danger.py walks it with a real one.
RENDERED_DANGERS = {
    "conferences/danger.html": {
        "danger": SimpleNamespace(pk=1, is_convened=False, conference=SimpleNamespace(get_absolute_url="/")),
        "line": _LINE,
        "form": DidForm(),
        "duty_phone": "020 7946 0999",
    },
}
