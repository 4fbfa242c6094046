"""The genogram: its page, the picture alone."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, needs
from cases.lookup import get_case
from cases.operations.genogram import keep_order
from cases.readings.genogram import drawn_for
from cases.readings.genogram_asked import asked_of
from cases.rules.audience import FAMILY, STAFF


@needs(Permission.CASE_READ)
@gzip_page
def picture(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The drawing alone, for other pages to show: the same words in the address as the page of the genogram takes."""
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.GET, timezone.localdate(at))
    drawn = drawn_for(case, asked, FAMILY if asked.is_family else STAFF)
    keep_order(case=case, picture=drawn, on=asked.today, at=at)
    return HttpResponse(drawn.svg, content_type="image/svg+xml; charset=utf-8")
