"""The genogram: its page, the picture alone, full screen for a projector; who stands where."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, may, needs
from camden.operations.versions import Overtaken
from cases.lookup import get_case
from cases.operations.genogram import draw_afresh, keep_order, nudge
from cases.readings.genogram import drawn_for, made_for
from cases.readings.genogram_asked import asked_of
from cases.readings.genogram_page import genogram_page, on_the_wall, panels_of
from cases.rules.audience import FAMILY, STAFF
from cases.rules.picture_order import LEFT, RIGHT, NotMoved


@needs(Permission.CASE_READ)
@gzip_page
def page(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The picture of one day or two, the same as tables, and whoever is chosen beside it."""
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.GET, timezone.localdate(at))
    shown = genogram_page(case, asked)
    keep_order(case=case, picture=shown.now.picture, on=asked.today, at=at)
    may_record = may(request.user, Permission.CASE_RECORD)
    said = {"case": case, "page": shown, "asked": asked, "may_record": may_record}
    return render(request, "cases/genogram.html", said | panels_of(case, shown.person, asked, may_record))


@needs(Permission.CASE_READ)
@gzip_page
def picture(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The drawing alone, for other pages to show: the same words in the address as the page of the genogram takes."""
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.GET, timezone.localdate(at))
    drawn = drawn_for(case, asked, FAMILY if asked.is_family else STAFF)
    keep_order(case=case, picture=drawn, on=asked.today, at=at)
    return HttpResponse(drawn.svg, content_type="image/svg+xml; charset=utf-8")


@needs(Permission.CASE_READ)
@gzip_page
def full(request: HttpRequest, case_pk: int) -> HttpResponse:
    """For a projector: what the family may see, unless whoever shows it asks for everything."""
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.GET, timezone.localdate(at))
    shown = on_the_wall(case, asked, STAFF if asked.is_all else FAMILY)
    keep_order(case=case, picture=shown.picture, on=asked.today, at=at)
    return render(request, "cases/genogram_full.html", {"case": case, "shown": shown, "asked": asked})


@needs(Permission.CASE_RECORD)
def nudged(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Somebody is moved past whoever stands beside them, to the left or to the right. Without a POST, nobody is."""
    if request.method != "POST":
        return page(request, case_pk)
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.POST, timezone.localdate(at))
    way, _, past = request.POST.get("move", "").partition(":")
    said = request.POST.get("version", "")
    if way in (LEFT, RIGHT):
        version = int(said) if said.isdecimal() and len(said) < 10 else None
        move = {"version": version, "person": asked.person, "past": past, "way": way}
        try:
            nudge(case=case, picture=drawn_for(case, asked.plain), at=at, **move)
        except NotMoved as why:
            messages.warning(request, str(why))
        except Overtaken:
            messages.warning(request, "Somebody else moved people meanwhile. This is how they stand now.")
    return redirect(f"{reverse('cases:genogram', args=[case.pk])}{asked.address()}")


@needs(Permission.CASE_RECORD)
def afresh(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The picture is laid out anew, with the nudges or without. Without a POST, it stays as it is."""
    if request.method != "POST":
        return page(request, case_pk)
    case = get_case(request, case_pk)
    asked = asked_of(request.POST, timezone.localdate())
    draw_afresh(case=case, made_for=made_for(STAFF), keeps_wishes=request.POST.get("nudges") != "let-go")
    messages.success(request, "The genogram is drawn afresh.")
    return redirect(f"{reverse('cases:genogram', args=[case.pk])}{asked.address()}")
