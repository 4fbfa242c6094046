"""The family's version of the genogram: on the screen, as a file, as a copy somebody is given; more of it, once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.family_plan import GivingForm
from cases.forms.snapshots import ShowingForm
from cases.lookup import get_case, people_of
from cases.models import Case, Member
from cases.operations.genogram import keep_order
from cases.operations.giving import NotGiven
from cases.operations.snapshots import give_picture, show_once
from cases.readings import giving
from cases.readings.genogram_asked import Asked, asked_of
from cases.readings.genogram_paper import FOR_STAFF, file_of, is_small, whose_version
from cases.readings.genogram_shown import familys_picture, staff_picture
from cases.readings.showings import NOTHING_MORE, Showing, showing_of
from cases.rules.audience import FAMILY, Audience
from cases.rules.genogram.telling import title_of

TYPES = {"pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml; charset=utf-8"}


@needs(Permission.CASE_READ)
@gzip_page
def page(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What the family may see together; `?person=` as one of them may. `?showing=` is what was chosen for this once."""
    case, at = get_case(request, case_pk), timezone.now()
    reader, asked = _reader(case, request.GET.get("person", "")), asked_of(request.GET, timezone.localdate(at))
    showing = _showing(request, case, reader, at)
    theirs = familys_picture(case, asked, _audience(reader), showing)
    picture = theirs.picture
    keep_order(case=case, picture=picture, on=asked.today, at=at)
    shown = {
        "case": case,
        "picture": picture,
        "title": title_of(picture.family),
        "note": f"What is between people is drawn as {theirs.viewed} sees it." if theirs.viewed else "",
        "theirs": theirs,
        "reader": reader,
        "showing": showing,
        "is_small": is_small((picture.width, picture.height)),
        "query": _query(reader, asked, showing),
        "may_record": may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "cases/genogram_family.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("what is shown once")
def showing_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Choose what is shown for this once, and say why. The answer is the page that shows it, for some minutes."""
    case, at = get_case(request, case_pk), timezone.now()
    reader = _reader(case, request.GET.get("person", ""))
    form = ShowingForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        token = show_once(case=case, person=reader, codes=said["codes"], by=request.user, at=at)
        request.opened.why = said["why"]  # type: ignore[attr-defined]
        to = redirect("cases:genogram-family", case.pk)
        to["Location"] += f"?person={reader.pk}&showing={token}" if reader else f"?showing={token}"
        return to
    return render(request, "cases/genogram_showing_new.html", {"case": case, "reader": reader, "form": form})


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The picture that is on the screen as a file: `?as=` pdf, svg or png, `?paper=` a4 or a3; `?for=family` theirs."""
    case, at = get_case(request, case_pk), timezone.now()
    asked = asked_of(request.GET, timezone.localdate(at))
    if asked.is_family:
        reader = _reader(case, request.GET.get("person", ""))
        showing = _showing(request, case, reader, at)
        picture = familys_picture(case, asked, _audience(reader), showing).picture
        whose = whose_version(reader.first_name if reader else "", is_more=bool(showing.codes))
    else:
        picture, whose = staff_picture(case, asked), FOR_STAFF
    return as_file(picture, whose, request, f"genogram-{asked.on:%Y%m%d}")


@needs(Permission.CASE_RECORD)
@keeps_words("a copy of the genogram")
def given_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """First whom it is for; then (`?to=`) their version as they will have it, and how they get it."""
    case, on = get_case(request, case_pk), timezone.localdate()
    recipient = _reader(case, request.GET.get("to", ""))
    if recipient is None:
        return render(request, "cases/genogram_given_new.html", {"case": case, "readers": giving.readers_of(case)})
    ways = giving.ways_of(recipient)
    picture = familys_picture(case, Asked(on, on), Audience(person=recipient.pk), NOTHING_MORE).picture
    form = GivingForm(request.POST or None, ways=ways)
    if form.is_valid():
        how = form.cleaned_data["how"]
        try:
            made = give_picture(case=case, recipient=recipient, picture=picture, how=how, by=request.user, on=on)
        except NotGiven as why:
            refuse(form, why)
        else:
            messages.success(request, f"Kept as {recipient.first_name} gets it.")
            return redirect("cases:given", case.pk, made.pk)
    shown = {"case": case, "recipient": recipient, "ways": ways, "picture": picture, "form": form}
    return render(request, "cases/genogram_given_new.html", shown)


def as_file(picture: Any, whose: str, request: HttpRequest, name: str) -> HttpResponse:
    """A picture as a file of the kind an address asks for. Its name says nothing of the family."""
    kind = request.GET.get("as", "")
    kind = kind if kind in TYPES else "pdf"
    content = file_of(picture, kind, whose, "a3" if request.GET.get("paper") == "a3" else "a4")
    answer = HttpResponse(content, content_type=TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _reader(case: Case, key: str) -> Member | None:
    """Somebody of this record who could read it; the family together without a key. Raises Http404."""
    if not key:
        return None
    found = next((member for member in people_of(case) if str(member.pk) == key and _may_read(member)), None)
    if found is None:
        raise Http404
    return found


def _may_read(member: Member) -> bool:
    return not (member.died_on or member.died_about or member.has_died or member.expected_on)


def _audience(reader: Member | None) -> Audience:
    return Audience(person=reader.pk) if reader else FAMILY


def _showing(request: HttpRequest, case: Case, reader: Member | None, at: Any) -> Showing:
    """What was chosen for this once; the look is written down with it."""
    token = request.GET.get("showing", "")
    showing = showing_of(token, case=case, person=reader.pk if reader else None, by=request.user, at=at)
    if showing.codes:
        request.opened.why = f"Shown once: {showing.words}"  # type: ignore[attr-defined]
    return showing


def _query(reader: Member | None, asked: Asked, showing: Showing) -> str:
    """The look as the end of the address of its file."""
    said = ["for=family", f"person={reader.pk}" if reader else "", asked.address("person").lstrip("?")]
    return "&".join(filter(None, [*said, f"showing={showing.token}" if showing.codes else ""]))
