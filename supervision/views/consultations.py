"""Pages about clinical consultation: one's own, ask, read, write, add, how the family agrees, visit together."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.lookup import get_case, living_children
from cases.operations.planned_visits import NotPlanned
from supervision.forms.consultations import AddendumForm, AskForm, ConsentForm, JointVisitForm, ThoughtForm
from supervision.lookup import get_consultation, get_consultation_of_record, get_consultation_to_write
from supervision.models import Consultation
from supervision.operations.consultations import (
    NotConsulted,
    Thought,
    add_to_consultation,
    ask_consultation,
    plan_joint_visit,
    say_how_family_agrees,
    withdraw_consultation,
    write_consultation,
)
from supervision.readings import consultations as readings
from supervision.rules.consulting import STAYS_ELSEWHERE

THOUGHT = ("held_on", "formulation", "suggestions", "worker_will", "look_again_on", "specialist_referral_on")


@needs(Permission.SUPERVISION_JOIN)
def list_(request: HttpRequest) -> HttpResponse:
    """What was asked of me as a clinician, and what I asked of one."""
    mine, asked = readings.consultations(request.user, timezone.localdate(), timezone.now())
    request.opened.add(*(line.case_pk for line in (*mine, *asked)))
    return render(request, "supervision/consultations.html", {"mine": mine, "asked": asked})


@needs(Permission.CASE_RECORD)
@keeps_words("a question to a clinician")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask a clinician to think about a family, by name once it agrees, or without."""
    case = get_case(request, case_pk)
    people = readings.clinicians(request.user)
    form = AskForm(request.POST or None, clinicians=people, children=living_children(case))
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("clinician", "question", "consent", "child", "family_told")}
        try:
            asked = ask_consultation(case=case, by=request.user, on=timezone.localdate(), **said)
        except NotConsulted as why:
            _refuse(form, why)
        else:
            messages.success(request, f"{asked.clinician.name} finds your question under Consultations.")
            return redirect("supervision:consultation", asked.pk)
    return render(request, "supervision/consultation_new.html", {"case": case, "form": form, "people": people})


@needs(Permission.CASE_READ)
def consultation(request: HttpRequest, consultation_pk: int) -> HttpResponse:
    """One consultation, for those who see the record and for its clinician."""
    return render(request, "supervision/consultation.html", _read(request, get_consultation(request, consultation_pk)))


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a consultation")
def writing(request: HttpRequest, consultation_pk: int) -> HttpResponse:
    """The clinician writes what was thought; for 48 hours they may change it."""
    found = get_consultation_to_write(request, consultation_pk)
    on, at = timezone.localdate(), timezone.now()
    page = readings.consultation(found, request.user, on, at)
    if not page.may_write:
        messages.info(request, page.locked or "There is nothing to write here any more.")
        return redirect("supervision:consultation", found.pk)
    initial = {name: getattr(found, name) for name in THOUGHT} | {"held_on": found.held_on or on}
    form = ThoughtForm(request.POST or None, on=on, version=found.version, initial=initial)
    if form.is_valid():
        thought = Thought(**{name: form.cleaned_data[name] for name in THOUGHT})
        try:
            write_consultation(consultation=found, by=request.user, thought=thought, at=at, version=form.version)
        except NotConsulted as why:
            _refuse(form, why)
        except Overtaken as meanwhile:
            form.overtaken(meanwhile)
        else:
            messages.success(request, "Saved. It can be changed for two days after it was first written.")
            return redirect("supervision:consultation", found.pk)
    context = {"said": page, "form": form, "elsewhere": STAYS_ELSEWHERE}
    return render(request, "supervision/consultation_writing.html", context)


@needs(Permission.CASE_READ)
@keeps_words("something to add to a consultation")
def addendum(request: HttpRequest, consultation_pk: int) -> HttpResponse:
    """Add to a consultation that was written."""
    found = get_consultation(request, consultation_pk)
    form = AddendumForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        try:
            add_to_consultation(consultation=found, by=request.user, words=words, at=timezone.now())
        except NotConsulted as why:
            _refuse(form, why)
        else:
            messages.success(request, "Added.")
            return redirect("supervision:consultation", found.pk)
    return render(request, "supervision/consultation_addendum.html", _read(request, found) | {"form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("how a family agrees to a consultation")
def consent(request: HttpRequest, consultation_pk: int) -> HttpResponse:
    """How the family agrees now. Leave that is taken back takes the name from the clinician at once."""
    found = get_consultation_of_record(request, consultation_pk)
    initial = {"consent": found.consent, "child": found.child_id, "family_told": found.family_told}
    given: dict[str, Any] = {"children": living_children(found.case), "may_withdraw": found.written_at is None}
    form = ConsentForm(request.POST or None, version=found.version, initial=initial, **given)
    if form.is_valid():
        said = form.cleaned_data
        agreed = {name: said[name] for name in ("consent", "child", "family_told")}
        try:
            if said.get("needs_no_more"):
                withdraw_consultation(consultation=found, on=timezone.localdate())
            else:
                say_how_family_agrees(consultation=found, version=form.version, **agreed)
        except NotConsulted as why:
            _refuse(form, why)
        except Overtaken as meanwhile:
            form.overtaken(meanwhile)
        else:
            messages.success(request, "Saved.")
            return redirect("supervision:consultation", found.pk)
    return render(request, "supervision/consultation_consent.html", _read(request, found) | {"form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("a visit with a clinician")
def visit(request: HttpRequest, consultation_pk: int) -> HttpResponse:
    """Plan a visit of the worker and the clinician together, with a family that agreed."""
    found = get_consultation_of_record(request, consultation_pk)
    on = timezone.localdate()
    form = JointVisitForm(request.POST or None, on=on)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("planned_on", "starts")}
        try:
            plan_joint_visit(consultation=found, by=request.user, on=on, **said)
        except NotPlanned as why:
            form.add_error("planned_on", str(why))
        except NotConsulted as why:
            _refuse(form, why)
        else:
            messages.success(request, f"Planned. {found.clinician.name} sees the day, and no more of the record.")
            return redirect("supervision:consultation", found.pk)
    return render(request, "supervision/consultation_visit.html", _read(request, found) | {"form": form})


def _read(request: HttpRequest, found: Consultation) -> dict[str, Any]:
    said = readings.consultation(found, request.user, timezone.localdate(), timezone.now())
    records = may(request.user, Permission.CASE_RECORD)
    return {"said": said, "may_record": records, "elsewhere": STAYS_ELSEWHERE}


def _refuse(form: Any, why: NotConsulted) -> None:
    """Say beside the answer it is about, or above all of them, why it cannot be so."""
    form.add_error(why.about if why.about in form.fields else None, str(why))
