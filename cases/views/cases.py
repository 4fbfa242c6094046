"""The list of families, and a family's page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.forms.search import SearchForm
from cases.lookup import get_case
from cases.readings import caseload, drafts, due, head, header
from cases.readings.agreed import open_actions
from cases.readings.duty import seen_on_duty_until
from cases.readings.family import read_family
from cases.readings.timeline import timeline
from cases.rules.audience import FAMILY


@needs(Permission.CASE_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """Families: mine first, my team's, those waiting for a worker."""
    tabs = caseload.lists_for(request.user)
    show = next((each for each in tabs if each.value == request.GET.get("show", "")), caseload.Show.MINE)
    page = caseload.records(user=request.user, show=show, on=timezone.localdate(), after=request.GET.get("after", ""))
    request.opened.add(*(line.pk for line in page.lines))
    return render(
        request, "cases/list.html", {"find": SearchForm(), "page": page, "show": show, "tabs": _tabs(tabs, show)}
    )


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A family's story: its head, its children side by side, how to work with them, who is who, what happened last."""
    case = get_case(request, pk)
    on = timezone.localdate()
    ahead = due.ahead_of(case.pk, on)
    family = read_family(case, on, FAMILY, with_drift=True)
    kids = head.kids_of(header.children_of(case, on, ahead), family)
    names = {kid.card.pk: kid.card.first_name for kid in kids}
    dates = due.lines(case.pk, ahead.running, names, on)[: due.NEXT]
    return render(
        request,
        "cases/detail.html",
        {
            "case": case,
            "family": family,
            "kids": kids,
            "head": head.family_head(case, kids, family, dates),
            "begun": drafts.begun(case, request.user),
            "agreed": open_actions(case, on),
            "timeline": timeline(case=case, after=request.GET.get("after", "")),
            "on_duty_until": seen_on_duty_until(case, request.user, timezone.now()),
            "may_record": may(request.user, Permission.CASE_RECORD),
            "may_allocate": may(request.user, Permission.CASE_ALLOCATE),
        },
    )


def _tabs(tabs: list[caseload.Show], show: caseload.Show) -> list[dict[str, Any]]:
    return [{"text": tab.tab, "href": f"?show={tab.value}", "current": tab is show} for tab in tabs]
