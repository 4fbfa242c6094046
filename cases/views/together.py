"""Draw together: a worker and a family on one tablet. What the family may not know is on none of these pages."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.adding import RelativeForm
from cases.forms.asking import refuse
from cases.forms.merging import SureForm
from cases.lookup import get_beneath, get_case
from cases.models import AsTold
from cases.operations.adding import add_relative, join_relative
from cases.operations.genogram import keep_order
from cases.operations.people import NotKnownSo
from cases.operations.told import NotUndone, undo_told
from cases.readings.adding import ADDED
from cases.readings.together import address_of, beside_the_family, teller_of, together_page, who_may_tell
from cases.readings.told import told_in_one_go


@needs(Permission.CASE_RECORD)
@gzip_page
def page(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The family's own picture, and what can be added beside whoever was tapped. `?teller=12&person=m34`."""
    case, at = get_case(request, case_pk), timezone.now()
    on = timezone.localdate(at)
    shown = together_page(case, request.GET, on)
    keep_order(case=case, picture=shown.picture, on=on, at=at)
    return render(request, "cases/draw_together.html", {"case": case, "page": shown})


@needs(Permission.CASE_RECORD)
@keeps_words("somebody new")
def add(request: HttpRequest, case_pk: int, pk: int, kind: str) -> HttpResponse:
    """Somebody the family tells of, beside somebody of their picture. `?teller=12` says who is telling."""
    case, on = get_case(request, case_pk), timezone.localdate()
    around = beside_the_family(case, pk, on)
    if around is None or kind not in ADDED:
        raise Http404
    people = list(around.people)
    teller = teller_of(request.GET, people, on)
    tellers = () if teller else who_may_tell(people, on)
    form = RelativeForm(request.POST or None, kind=kind, around=around, on=on, is_family=True, tellers=tellers)
    form.put_right(request.kept.words)
    if form.is_valid():
        teller = teller or form.teller()
        told: Any = {"bonds": form.bonds(), "by": request.user, "on": on, "told_by": teller}
        try:
            if known := form.existing():
                added = join_relative(member=known, **told)
            else:
                added = add_relative(case=case, **told, **form.facts())
        except NotKnownSo as why:
            refuse(form, why)
        else:
            messages.success(request, f"{added.member.first_name} is drawn.")
            return redirect(address_of(case_pk, teller.pk if teller else None, pk) + "#person")
    back = address_of(case_pk, teller.pk if teller else None, pk)
    context = {"case": case, "of": around.of, "what": ADDED[kind], "form": form, "back": back, "teller": teller}
    return render(request, "cases/together_add.html", context)


@needs(Permission.CASE_RECORD)
def undo(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What was told today in one go was a slip. Asked twice, it stays undone. The button is on the page itself."""
    told, on = get_beneath(request, AsTold, case_pk, pk), timezone.localdate()
    if request.method != "POST":
        context = {"case": told.case, "title": "Undo what was told", "form": SureForm(save="Undo it")}
        return render(request, "cases/people_form.html", context)
    if told.told_on != on:
        messages.warning(request, "Only what was told today can be undone here.")
    else:
        try:
            undo_told(told=told_in_one_go(told), by=request.user, on=on)
        except NotUndone as why:
            messages.warning(request, str(why))
        else:
            messages.success(request, "Undone.")
    teller, person = (request.POST.get(name, "") for name in ("teller", "person"))
    keys = (int(key) if key.isdecimal() and len(key) < 19 else None for key in (teller, person))
    return redirect(address_of(case_pk, *keys) + "#person")
