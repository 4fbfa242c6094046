"""Where a form about people leads back to: the picture it was opened from, or somebody's own page."""

from django.http import HttpRequest
from django.urls import reverse

from cases.readings.sections import page

GENOGRAM = "genogram"


def picture_with(case_pk: int, pk: int) -> str:
    """The genogram with somebody chosen; their own page while there is no picture."""
    picture = page("cases:genogram", case_pk)
    return f"{picture}?person=m{pk}" if picture else reverse("cases:member", args=[case_pk, pk])


def way_back(request: HttpRequest, case_pk: int, pk: int, otherwise: str = "") -> str:
    """Back to the picture for `?back=genogram`, else to the person's own page, or to `otherwise` of the record.

    No other address is taken.
    """
    if request.GET.get("back") == GENOGRAM:
        return picture_with(case_pk, pk)
    return reverse(otherwise, args=[case_pk]) if otherwise else reverse("cases:member", args=[case_pk, pk])
