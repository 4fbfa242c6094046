"""Where a form about the people of a record leads when it is saved: where it was opened from, by a word in the address.

`?back=` is one of a few words and never an address, so that no link can send anybody elsewhere.
"""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from cases.models import Member


def way_back(request: HttpRequest, member: Member) -> tuple[str, str]:
    """An address and what it is called: the genogram at this person, an ecomap, culture, or the person's page."""
    case_pk, member_pk = member.case_id, member.pk
    word, home = request.GET.get("back", ""), request.GET.get("home", "")
    if word == "genogram" and (picture := genogram(case_pk)):
        return f"{picture}?person=m{member_pk}", "Genogram"
    if word == "ecomap" and home.isascii() and home.isdigit() and len(home) < 18:
        return reverse("cases:ecomap", args=[case_pk, int(home)]), "Ecomap"
    if word == "culture":
        return f"{reverse('cases:culture', args=[case_pk])}#person-{member_pk}", "Where they come from"
    return reverse("cases:member", args=[case_pk, member_pk]), member.name


def genogram(case_pk: int) -> str:
    """The address of the genogram."""
    try:
        return reverse("cases:genogram", args=[case_pk])
    except NoReverseMatch:
        return ""
