"""What we agreed: write it for somebody of the family, and read it as it was given."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.giving import WhatWeAgreedForm
from cases.lookup import get_beneath, people_of
from cases.models import Case, Member, Release, Visit
from cases.operations.exports import PDF, WORD, ask_given
from cases.operations.giving import NotGiven, give_what_we_agreed
from cases.readings import giving
from cases.readings.snapshots import from_body as as_given
from cases.readings.writing_paper import from_body, sides
from cases.rules.giving import trade_words_in


@needs(Permission.CASE_RECORD)
@keeps_words("what we agreed")
def agreed_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """First whom it is for; then (`?to=`) the words for them, edited, and how they get it."""
    visit, on = get_beneath(request, Visit, case_pk, pk, "worker"), timezone.localdate()
    case = visit.case
    recipient = _recipient(case, request.GET.get("to", ""))
    if recipient is None or visit.struck_on:
        context = {"readers": giving.readers_of(case), "given": giving.given_in(visit)}
        return render(request, "cases/agreed_new.html", {"case": case, "visit": visit} | context)
    ways = giving.ways_of(recipient)
    begun = ("", "") if request.POST else giving.words_to_begin_with(visit, recipient, request.user, on)
    initial = dict(zip(("words", "number"), begun, strict=True))
    form = WhatWeAgreedForm(request.POST or None, ways=ways, initial=initial)
    if form.is_valid():
        try:
            made = give_what_we_agreed(visit=visit, recipient=recipient, by=request.user, on=on, **form.cleaned_data)
        except NotGiven as refused:
            form.add_error(refused.about, str(refused))
        else:
            messages.success(request, f"Kept as {recipient.first_name} gets it.")
            return redirect("cases:given", case.pk, made.pk)
    hints = trade_words_in(form["words"].value() or "")
    context = {"recipient": recipient, "form": form, "ways": ways, "hints": hints}
    return render(request, "cases/agreed_new.html", {"case": case, "visit": visit} | context)


@needs(Permission.CASE_READ)
def given(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A copy as somebody got it: to read, to print again, and to copy where that is safe for them."""
    release = get_beneath(request, Release, case_pk, pk, "recipient", "given_by")
    if "paper" in release.body:
        return _paper(request, release)
    if "picture" in release.body:
        shown = {"case": release.case, "given": giving.read_given(release), "drawn": as_given(release.body)}
        return render(request, "cases/given_genogram.html", shown)
    if release.kind not in ("agreed", "invitation"):
        raise Http404
    return render(request, "cases/given.html", {"case": release.case, "given": giving.read_given(release)})


def _paper(request: HttpRequest, release: Release) -> HttpResponse:
    """A copy of what was written; posted with a `layout`, the same as a file."""
    may_record = may(request.user, Permission.CASE_RECORD)
    if request.method == "POST" and may_record:
        layout = WORD if request.POST.get("layout") == WORD else PDF
        export = ask_given(release=release, layout=layout, by=request.user, at=timezone.now())
        return redirect("cases:export", release.case_id, export.pk)
    version = from_body(release.body)
    shown = {"case": release.case, "given": giving.read_given(release), "version": version, "sides": sides(version)}
    return render(request, "cases/given_paper.html", shown | {"may_record": may_record})


def _recipient(case: Case, key: str) -> Member | None:
    """Somebody of this record; nobody for nonsense, for who died or is not born yet."""
    there = (member for member in people_of(case) if member.died_on is None and member.expected_on is None)
    return next((member for member in there if str(member.pk) == key), None)
