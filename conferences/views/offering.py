"""After the offer: ask again, not taken up and why, not yet because, who belongs to the network."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from cases.models import Case
from conferences.forms.asking import AskingForm
from conferences.forms.offering import NetworkForm, NotTakenUpForm, NotYetForm, key_of
from conferences.lookup import case_if_seen, get_conference
from conferences.models import FamilyConference
from conferences.operations.offering import (
    StillMissing,
    ask,
    note_not_taken_up,
    offer_again,
    put_off,
    set_network,
)
from conferences.operations.stages import NotThatWay, history_of
from conferences.readings.offering import names_of, network_of, not_taken_up_of, offering_of, who_may_be_asked
from conferences.readings.prompting import prompt_of
from conferences.readings.referral import of_the_record
from conferences.rules.not_taken_up import codes_open

WRITES = (Permission.CONFERENCE_CONVENE, Permission.CASE_RECORD)


@needs(Permission.CONFERENCE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """How the offer stands: who was asked, what they said, what is still to ask; and not taken up, and why."""
    conference = get_conference(request, case_pk, pk)
    case = case_if_seen(request, case_pk)
    record = of_the_record(case, timezone.localdate()) if case else None
    context = {
        "conference": conference,
        "title": names_of(conference),
        "offering": offering_of(conference, record),
        "not_taken_up": not_taken_up_of(conference),
        "may_offer": any(may(request.user, each) for each in WRITES),
        "may_record": bool(case) and may(request.user, Permission.CASE_RECORD),
    }
    return render(request, "conferences/offer.html", context)


@needs(Permission.CONFERENCE_READ)
@keeps_words("what somebody said about a conference")
def asking(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Ask somebody, or ask them again: each time is a line of its own, and the last word holds."""
    conference, case = _opened(request, case_pk, pk)
    on = timezone.localdate()
    record = of_the_record(case, on) if case else None
    offering = offering_of(conference, record)
    people = who_may_be_asked(conference, record)
    form = AskingForm(request.POST or None, people=people, first=_key(request), on=on)
    if form.is_valid():
        ask(conference=conference, answer=form.said(), by=request.user)
        messages.success(request, f"Noted. What {form.said().who} says last holds.")
        return redirect(conference)
    context = {"conference": conference, "form": form, "offering": offering, "title": names_of(conference)}
    return render(request, "conferences/asking.html", context)


@needs(Permission.CONFERENCE_READ)
@keeps_words("why a conference is not taken up")
def not_taken_up(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """*Not taken up, and why*: the stage follows by itself. On the family's papers only their own words stand."""
    conference, _ = _opened(request, case_pk, pk)
    is_manager = may(request.user, Permission.CASE_ALLOCATE)
    codes = codes_open(history_of(conference), is_manager=is_manager)
    form = NotTakenUpForm(request.POST or None, on=timezone.localdate(), codes=codes)
    if codes and form.is_valid():
        said, why = form.cleaned_data, form.code()
        by = request.user
        decided_by = by if is_manager and why == why.NOT_IN_INTEREST else None
        try:
            note_not_taken_up(
                conference=conference, why=why, by=by, on=said["noted_on"], words=said["words"],
                attempts=form.attempts(), decided_by=decided_by, evidence=said.get("evidence", ""),
            )  # fmt: skip
        except StillMissing as lacks:
            form.add_error("why", f"Still missing: {lacks}.")
        except NotThatWay as why_not:
            form.add_error("why", str(why_not))
        else:
            messages.success(request, "Noted. It can be offered again at any time, and is at each change.")
            return redirect(conference)
    context = {"conference": conference, "form": form, "title": names_of(conference), "codes": codes}
    return render(request, "conferences/not_taken_up.html", context)


@needs(Permission.CONFERENCE_READ)
def again(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Offer once more what was not taken up; whoever is asked then is asked on the next page."""
    conference, _ = _opened(request, case_pk, pk)
    if request.method != "POST":  # somebody who only looks is led to where the button is
        return redirect("conferences:offer", case_pk, pk)
    try:
        offer_again(conference=conference, by=request.user, on=timezone.localdate())
    except NotThatWay as why:
        messages.error(request, str(why))
        return redirect(conference)
    messages.success(request, "Offered again. Note what each of them says.")
    return redirect("conferences:asking-new", conference.case_id, conference.pk)


@needs(Permission.CASE_RECORD)
@keeps_words("why a conference is not offered yet")
def not_yet(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A worker is asked to offer a conference, and says why not yet."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    prompt = prompt_of(case, on)
    form = NotYetForm(request.POST or None)
    if prompt and form.is_valid():
        put_off(case=case, threshold=prompt.threshold, why=form.cleaned_data["why"], by=request.user, on=on)
        messages.success(request, "Noted. You are asked again at the next change.")
        return redirect("conferences:for-case", case.pk)
    return render(request, "conferences/not_yet.html", {"case": case, "form": form, "prompt": prompt})


@needs(Permission.CASE_RECORD)
@keeps_words("a family’s network")
def network(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Who belongs to the network, after the referral: from the picture of the family, and by name."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    on = timezone.localdate()
    known, there = network_of(conference, of_the_record(case, on))
    form = NetworkForm(request.POST or None, known=known, there=[key_of(each) for each in there])
    if form.is_valid():
        set_network(conference=conference, there=form.there(), on=on)
        messages.success(request, "The coordinator sees who belongs to the family.")
        return redirect(conference)
    context = {"case": case, "conference": conference, "form": form}
    return render(request, "conferences/network.html", context)


def _opened(request: Any, case_pk: int, pk: int) -> tuple[FamilyConference, Case | None]:
    """The conference, and the record where it opens. Whoever may only read may not write here."""
    convenes, records = (may(request.user, each) for each in WRITES)
    conference = get_conference(request, case_pk, pk)
    if not (convenes or records):
        raise PermissionDenied
    return conference, case_if_seen(request, case_pk) if records else None


def _key(request: HttpRequest) -> int | None:
    key = request.GET.get("of", "")
    return int(key) if key.lstrip("-").isascii() and key.lstrip("-").isdigit() and len(key) < 18 else None
