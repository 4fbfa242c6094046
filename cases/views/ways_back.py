"""Where a form about people leads back to: the picture or page it was opened from, by a word in the address.

`?back=` is one of a few words and never an address, so that no link can send anybody elsewhere.
"""

from typing import NamedTuple

from django.http import HttpRequest
from django.urls import reverse

from cases.models import Member


class Way(NamedTuple):
    """An address, and what the page there is called."""

    href: str
    text: str


def picture_with(case_pk: int, pk: int) -> str:
    """The genogram with somebody chosen."""
    return f"{reverse('cases:genogram', args=[case_pk])}?person=m{pk}"


def way_back(request: HttpRequest, member: Member, otherwise: str = "") -> Way:
    """The genogram at this person, an ecomap (`?back=ecomap&home=4`), culture; else their own page.

    `otherwise` is a page of the record to lead to instead of theirs.
    """
    case_pk, pk = member.case_id, member.pk
    word, home = request.GET.get("back", ""), request.GET.get("home", "")
    if word == "genogram":
        return Way(picture_with(case_pk, pk), "Genogram")
    if word == "ecomap" and home.isascii() and home.isdigit() and len(home) < 18:
        return Way(reverse("cases:ecomap", args=[case_pk, int(home)]), "Ecomap")
    if word == "culture":
        return Way(f"{reverse('cases:culture', args=[case_pk])}#person-{pk}", "Where they come from")
    if otherwise:
        return Way(reverse(otherwise, args=[case_pk]), "Who is who")
    return Way(reverse("cases:member", args=[case_pk, pk]), member.name)
