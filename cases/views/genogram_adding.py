"""Somebody added beside somebody in the genogram; how two are or were together; what was a mistake."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.adding import RelativeForm
from cases.forms.asking import refuse
from cases.forms.couples import CoupleForm
from cases.forms.marks import said_marks
from cases.forms.merging import SureForm
from cases.lookup import get_beneath, get_member
from cases.models import Member, Relationship
from cases.operations.adding import add_relative, join_relative
from cases.operations.couples import change_couple, say_couple
from cases.operations.mistakes import NotAMistake, mistake_member, restore_member
from cases.operations.people import NotKnownSo
from cases.operations.relationships import NotRelatedSo
from cases.readings.adding import ADDED, near
from cases.readings.member import alike_elsewhere
from cases.readings.mistakes import slip_of
from cases.readings.people import people_of
from cases.rules.kinship_words import COUPLES
from cases.views.ways_back import picture_with, way_back


@needs(Permission.CASE_RECORD)
@keeps_words("somebody new")
def add(request: HttpRequest, case_pk: int, pk: int, kind: str) -> HttpResponse:
    """A relative of somebody: the smallest form, and back to the picture with the new one chosen."""
    of, on = get_member(request, case_pk, pk), timezone.localdate()
    if kind not in ADDED:
        raise Http404
    around = near(of, people_of(of.case))
    form = RelativeForm(
        request.POST or None,
        kind=kind,
        around=around,
        look=lambda said: alike_elsewhere(of.case, request.user, said, on),
        on=on,
    )
    request.opened.add(*(each.case_pk for each in form.elsewhere))
    form.put_right(request.kept.words)
    if form.is_valid():
        told: Any = {"bonds": form.bonds(), "by": request.user, "on": on}
        try:
            if known := form.existing():
                added = join_relative(member=known, **told)
            else:
                added = add_relative(case=of.case, person=form.person(), **told, **form.facts())
        except NotKnownSo as why:
            refuse(form, why)
        else:
            messages.success(request, f"{added.member.name} is in the record.")
            return redirect(picture_with(case_pk, added.member.pk))
    context = {"case": of.case, "of": of, "what": ADDED[kind], "form": form, "back": picture_with(case_pk, pk)}
    return render(request, "cases/genogram_add.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("how two are together")
def couple_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Two people of the record are, or were, together."""
    one, on = get_member(request, case_pk, pk), timezone.localdate()
    form = CoupleForm(request.POST or None, one=one, people=people_of(one.case), on=on)
    if form.is_valid():
        try:
            say_couple(
                one=one,
                other=form.other(),
                said=form.said(),
                marks=said_marks(form.cleaned_data),
                by=request.user,
                on=on,
            )
        except NotRelatedSo as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect(way_back(request, one).href)
    context = {"case": one.case, "title": f"{one.first_name} and a partner", "form": form}
    context["back"] = way_back(request, one)
    return render(request, "cases/people_form.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("how two are together")
def couple_edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """How two are or were together: the beginning, the end, and from whom it is kept. `?of=`: whose it was opened
    from."""
    tie, on = get_beneath(request, Relationship, case_pk, pk, "one", "other"), timezone.localdate()
    if tie.kind not in COUPLES or tie.was_mistake:
        raise Http404
    back = way_back(request, tie.other if request.GET.get("of") == str(tie.other_id) else tie.one)
    form = CoupleForm(request.POST or None, one=tie.one, people=people_of(tie.case), tie=tie, on=on)
    if form.is_valid():
        marks = said_marks(form.cleaned_data)
        try:
            change_couple(relationship=tie, version=form.version, said=form.said(), marks=marks, by=request.user, on=on)
        except NotRelatedSo as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, "Saved.")
            return redirect(back.href)
    context = {"case": tie.case, "title": f"{tie.one.first_name} and {tie.other.first_name}", "form": form}
    return render(request, "cases/people_form.html", context | {"back": back})


@needs(Permission.CASE_RECORD)
@keeps_words("a mistake")
def mistake(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody was written down by mistake; or, for whoever said so and on the same day, was not."""
    member, on = get_beneath(request, Member, case_pk, pk), timezone.localdate()
    if member.merged_into_id:
        raise Http404
    slip = slip_of(member)
    may_undo = slip is not None and slip.on == on and slip.by == request.user.pk
    save = "They belong in the record after all" if slip else "Take them out of the record"
    form = SureForm(request.POST or None, save=save) if may_undo or not slip else None
    if form and form.is_valid():
        try:
            act = restore_member if slip else mistake_member
            act(member=member, by=request.user, on=on)
        except NotAMistake as why:
            refuse(form, why)
        else:
            said = "{} is in the record again." if slip else "{} is taken out. You can take this back today."
            messages.success(request, said.format(member.name))
            return redirect("cases:member", case_pk, pk)
    context = {"case": member.case, "member": member, "slip": slip, "form": form}
    return render(request, "cases/member_mistake.html", context)
