"""The timeline: everything that happened, or what is asked for; the question stands in the address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from camden.access import Permission, may, needs
from cases.lookup import get_case, people_of
from cases.models import Member
from cases.readings.timeline import Filter, timeline
from cases.rules.chronology import GROUPS


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A family's timeline. `?kind=` (more than once), `?person=`, `?significant=1` and `?after=` narrow it."""
    case = get_case(request, case_pk)
    people = people_of(case)
    asked = _asked(request.GET, people)
    return render(
        request,
        "cases/timeline.html",
        {
            "case": case,
            "timeline": timeline(case=case, asked=asked, after=request.GET.get("after", "")),
            "asked": asked,
            "groups": [{"value": key, "text": text, "on": key in asked.groups} for key, (text, _) in GROUPS.items()],
            "people": [{"value": person.pk, "text": person.name, "on": person == asked.person} for person in people],
            "query": _query(request.GET),
            "may_record": may(request.user, Permission.CASE_RECORD),
        },
    )


def _asked(query: QueryDict, people: list[Member]) -> Filter:
    chosen = query.get("person", "")
    return Filter(
        groups=tuple(group for group in GROUPS if group in query.getlist("kind")),
        person=next((person for person in people if str(person.pk) == chosen), None),
        is_significant=query.get("significant") == "1",
    )


def _query(query: QueryDict) -> str:
    """The question as it stands in the address, without the mark of the page."""
    rest: Any = query.copy()
    rest.pop("after", None)
    return f"{rest.urlencode()}&" if rest else ""
