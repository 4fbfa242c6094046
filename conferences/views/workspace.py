"""A conference: all that is known of it, and what waits for whoever opens it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from conferences.lookup import get_conference
from conferences.readings.workspace import ConferencePage, read_conference
from conferences.rules.stages import PLAN_IS_OPEN, Stage

TO_ASK = {Stage.CONSIDERED: "Ask the family", Stage.OFFERED: "Note what somebody says"}
BEFORE_THE_FAMILY_MEETS = frozenset({Stage.ALLOCATED, Stage.PREPARING, Stage.READY})


@needs(Permission.CONFERENCE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What keeps people safe, where it stands, the brief, the plan; the people for the coordinator alone."""
    conference = get_conference(request, case_pk, pk)
    convenes = conference.is_convened  # type: ignore[attr-defined]
    page = read_conference(conference, timezone.localdate())
    may_refer = not convenes and may(request.user, Permission.CASE_RECORD)
    may_mandate = not convenes and may(request.user, Permission.CASE_ALLOCATE) and not page.is_agreed
    context = {
        "conference": conference,
        "page": page,
        "convenes": convenes,
        "may_refer": may_refer,
        "may_mandate": may_mandate,
        "may_meet": convenes and page.stage in {Stage.PREPARING, Stage.READY, Stage.HELD},
        "may_write": convenes and page.stage in PLAN_IS_OPEN,
        "needs_coordinator": not convenes and page.stage is Stage.ACCEPTED,
        "ask": TO_ASK.get(page.stage, "") if may_refer else "",
        "todo": _waits(conference, page, may_mandate=may_mandate) if may_refer else (),
    }
    return render(request, "conferences/conference.html", context)


def _waits(conference: Any, page: ConferencePage, *, may_mandate: bool) -> list[tuple[str, str]]:
    """What the family's worker or a manager does next, in the order in which it presses: words, and the way there."""
    here = [conference.case_id, conference.pk]
    found = [
        ("Read a danger that was heard, and say what you do", reverse("conferences:danger", args=[here[0], line.pk]))
        for line in page.dangers
        if not line.did
    ]
    if page.given:
        found.append((f"Answer the family’s plan, given on {page.given}", reverse("conferences:agreement", args=here)))
    if may_mandate and page.stage in BEFORE_THE_FAMILY_MEETS and page.mandate is None:
        found.append(("Say what may be agreed in the room", reverse("conferences:mandate", args=here)))
    return found
