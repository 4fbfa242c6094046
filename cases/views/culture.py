"""The cultural genogram as a page: where everybody comes from, as they told it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.culture import CulturalNoteForm
from cases.forms.marks import said_marks
from cases.lookup import get_beneath, get_case, get_member
from cases.models import CulturalNote
from cases.operations.culture import NotToldSo, note_culture
from cases.readings.culture import DIFFERENCES, culture_page
from cases.readings.marks import members_of
from cases.readings.people import people_of
from cases.rules.picturing import CULTURE
from cases.views.hardships import no_longer
from cases.views.ways_back import way_back


@needs(Permission.CASE_READ)
def culture(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Where everybody comes from, by side of the family: what they told, who told it and when."""
    case, on = get_case(request, case_pk), timezone.localdate()
    may_record = may(request.user, Permission.CASE_RECORD)
    sides = culture_page(case, people_of(case), on, may_record=may_record)
    genogram = reverse("cases:genogram", args=[case_pk])
    context = {"case": case, "sides": sides, "may_record": may_record, "genogram": genogram}
    return render(request, "cases/culture.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("where somebody comes from")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Something of where somebody comes from, in their own words. `?kind=` is chosen already."""
    member, on = get_member(request, case_pk, pk), timezone.localdate()
    begun = {"kind": kind if (kind := request.GET.get("kind", "")) in CULTURE else ""}
    form = CulturalNoteForm(request.POST or None, member=member, tellers=members_of(member.case), on=on, initial=begun)
    if form.is_valid():
        try:
            note_culture(member=member, by=request.user, on=on, marks=said_marks(form.cleaned_data), **form.facts())
        except NotToldSo as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect(way_back(request, member).href)
    href, text = way_back(request, member)
    context = {"case": member.case, "form": form, "back_href": href, "back_text": text, "differences": DIFFERENCES}
    return render(request, "cases/cultural_note_new.html", context | {"member": member})


@needs(Permission.CASE_RECORD)
@keeps_words("the end of where somebody comes from")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It holds no more, or was never so."""
    return no_longer(request, get_beneath(request, CulturalNote, case_pk, pk, "member"))
