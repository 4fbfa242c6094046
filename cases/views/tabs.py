"""The tabs of a record that only read: family, plan, reviews, health and education, legal, people, access log."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, may, needs
from cases.lookup import children_of, get_case
from cases.models import Case, Member
from cases.readings import health, legal, people_around, plan_tab, reviews
from cases.readings.access_log import access_log
from cases.readings.drift import drift_of
from cases.readings.family import read_family
from cases.readings.planned_meetings import to_come
from cases.rules.audience import STAFF


@needs(Permission.CASE_READ)
def family(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who is who, how they are related, who lives where."""
    case = get_case(request, case_pk)
    return render(
        request,
        "cases/family.html",
        {"case": case, "family": read_family(case, timezone.localdate(), STAFF)} | _may(request),
    )


@needs(Permission.CASE_READ)
def plan(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Plans, what should be different, who does what, what works."""
    case = get_case(request, case_pk)
    said, child = _narrowed(request, case)
    on = timezone.localdate()
    still = drift_of([case.pk], on, with_words=False).get(case.pk, ())
    here = tuple(sign for sign in still if child is None or not sign.about or child.pk in sign.about)
    return _tab(request, case, "plan_tab", said | {"still": here}, plan_tab.plan_tab(case, child, on))


@needs(Permission.CASE_READ)
def meetings(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Reviews, meetings and conferences; what is due next."""
    case = get_case(request, case_pk)
    said, child = _narrowed(request, case)
    on, chairs = timezone.localdate(), may(request.user, Permission.PROTECTION_CHAIR)
    records = may(request.user, Permission.CASE_RECORD)
    ahead = to_come(case, on)
    sections = reviews.reviews_tab(case, child, said["children"], on, booked=ahead, chairs=chairs, records=records)
    arranges = {"to_come": ahead, "may_arrange": may(request.user, Permission.MEETING_ARRANGE)}
    return _tab(request, case, "reviews", said | arranges, sections)


@needs(Permission.CASE_READ)
def health_and_education(request: HttpRequest, case_pk: int) -> HttpResponse:
    """How to talk with each of them, who looks after their health and learning."""
    case = get_case(request, case_pk)
    said, child = _narrowed(request, case)
    sections = health.health_tab(case, read_family(case, timezone.localdate(), STAFF), child)
    return _tab(request, case, "health", said, sections)


@needs(Permission.CASE_READ)
def law(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Parental responsibility, orders and court, consent; whoever is kept out, only to those who decide."""
    case = get_case(request, case_pk)
    said, child = _narrowed(request, case)
    decides = may(request.user, Permission.CASE_ALLOCATE)
    return _tab(request, case, "legal", said, legal.legal_tab(case, child, says_who_is_kept_out=decides))


@needs(Permission.CASE_READ)
def people(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who works with whom and who covered; who else is around the family."""
    case = get_case(request, case_pk)
    said, child = _narrowed(request, case)
    sections = people_around.people_tab(case, read_family(case, timezone.localdate(), STAFF), child)
    return _tab(request, case, "people_around", said, sections)


@needs(Permission.CASE_READ)
def opened(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who opened this record, on what basis, why and when."""
    case = get_case(request, case_pk)
    return render(
        request, "cases/access_log.html", {"case": case, "log": access_log(case, request.GET.get("after", ""))}
    )


def _tab(request: HttpRequest, case: Case, name: str, said: dict[str, Any], sections: Any) -> HttpResponse:
    return render(request, f"cases/{name}.html", {"case": case, "sections": sections} | said | _may(request))


def _may(request: HttpRequest) -> dict[str, Any]:
    return {"may_record": may(request.user, Permission.CASE_RECORD)}


def _narrowed(request: HttpRequest, case: Case) -> tuple[dict[str, Any], Member | None]:
    """The children of the record, and the one `?child=` narrows the page to, if it is one of them."""
    children = children_of(case)
    child = next((each for each in children if str(each.pk) == request.GET.get("child")), None)
    return {"children": children, "child": child.pk if child else 0}, child
