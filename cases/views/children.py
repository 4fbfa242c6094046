"""A child's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.lookup import get_child
from cases.readings import head, header, introducing
from cases.readings.agreed import open_actions
from cases.readings.duty import seen_on_duty_until
from cases.readings.family import read_family
from cases.readings.timeline import timeline
from cases.rules.audience import FAMILY


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A child: who works with them, when they were last seen, what happened."""
    child = get_child(request, case_pk, pk, introduced=introducing.latest())
    on = timezone.localdate()
    family = read_family(child.case, on, FAMILY, with_drift=True)
    (kid,) = head.kids_of([header.child_header(child, on, family.episodes)], family)
    return render(
        request,
        "cases/child.html",
        {
            "case": child.case,
            "visit_new": f"{reverse('cases:visit-new', args=[child.case_id])}?child={child.pk}",
            "child": kid.card,
            "who": kid.who,
            "introduction": introducing.of_child(child),
            "family": family,
            "still": family.still_of(child.pk),
            "head": head.child_head(child.case, kid, family),
            "agreed": open_actions(child.case, on, child),
            "on_duty_until": seen_on_duty_until(child.case, request.user, timezone.now()),
            "timeline": timeline(case=child.case, child=child, after=request.GET.get("after", "")),
            "may_record": may(request.user, Permission.CASE_RECORD),
            "may_allocate": may(request.user, Permission.CASE_ALLOCATE),
        },
    )
