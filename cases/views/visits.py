"""Visits: log one, read one, write one up later, say that one was unsuccessful, take one back."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.rulebook import calendar
from camden.rules.moments import recent_day
from cases.forms.asking import refuse
from cases.forms.visit_later import AccountForm, MissedForm, VisitStrikeForm
from cases.forms.visits import VisitForm
from cases.lookup import get_case, get_planned_visit, get_visit, get_visit_to_write_up
from cases.models import Case, Visit
from cases.operations.asking import AlreadySettled, NotAnswered
from cases.operations.marks import TOLD_AS
from cases.operations.visits import ChildPart, StruckAlready, WrittenUp, log_missed, log_visit, strike_visit, write_up
from cases.readings.disagreements import disagreements_about
from cases.readings.due import next_visit
from cases.readings.homes import homes_of_children
from cases.readings.visit import read_visit, waiting_to_be_written_up, write_up_by, written_again
from cases.readings.visit_sheet import sheet_for
from cases.rules.visits import seen_today
from cases.views.visit_said import besides, keep_words_for_later, parts_of


@needs(Permission.CASE_RECORD)
@keeps_words("a visit")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Log a visit once, for all the children it was about. `?child=` is the page it was opened from, `?plan=` the plan
    it fulfils, `?again=` a visit that was taken back and is written anew."""
    case = get_case(request, case_pk)
    on, at = timezone.localdate(), timezone.now()
    sheet = sheet_for(case, request.user, on, _key(request, "plan"))
    homes = homes_of_children(case, on, first=_child(request), at_home=sheet.planned.get("household_id"))
    form = VisitForm(
        request.POST or None,
        homes=homes,
        sheet=sheet,
        me=(request.user.pk, request.user.name),
        on=on,
        at=at,
        initial=_initial(request, case, sheet),
    )
    if form.is_valid():
        said = form.cleaned_data
        parts = parts_of(homes, said["parts"])
        is_later = said["is_later"]
        try:
            visit = log_visit(
                case=case,
                by=request.user,
                visited_on=said["visited_on"],
                kind=said["kind"],
                account="" if is_later else said["account"],
                meaning="" if is_later else said["meaning"],
                parts=parts,
                besides=besides(request, case, said, sheet),
                at=at,
            )
        except (AlreadySettled, NotAnswered) as why:
            refuse(form, why)
        else:
            return _logged(request, case, visit, parts, said, at)
    context = {"case": case, "form": form, "sheet": sheet, "back": case.get_absolute_url()}
    return render(request, "cases/visit_new.html", context)


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One visit: what was seen and heard, what was particular to each child, words, people, what was agreed."""
    visit = get_visit(request, case_pk, pk)
    reading = read_visit(visit, request.user, timezone.now())
    may_record = may(request.user, Permission.CASE_RECORD)
    context = {"case": visit.case, "visit": reading, "may_record": may_record}
    context["differs"] = disagreements_about(visit.case, TOLD_AS[Visit], visit.pk)
    return render(request, "cases/visit.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("the write-up of a visit")
def account(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Write up a visit that was saved without words. Only who was there writes it; until then nobody reads a word."""
    visit = get_visit_to_write_up(request, case_pk, pk)
    if hasattr(visit, "account") or visit.struck_on or visit.missed_why:
        return redirect(visit)
    form, at = AccountForm(request.POST or None, purpose=visit.purpose), timezone.now()
    if form.is_valid():
        said = form.cleaned_data
        try:
            write_up(visit=visit, by=request.user, at=at, words=said["account"], meaning=said["meaning"])
        except WrittenUp as why:
            refuse(form, why)
        else:
            messages.success(request, "Written up.")
            return redirect(visit)
    context = {"case": visit.case, "visit": read_visit(visit, request.user, at), "form": form}
    return render(request, "cases/visit_account.html", context)


@needs(Permission.CASE_READ)
def to_write_up(request: HttpRequest, case_pk: int) -> HttpResponse:
    """The visits of a family that wait to be written up: that they do, whose they are, and no draft."""
    case = get_case(request, case_pk)
    lines = waiting_to_be_written_up(case, request.user, timezone.now())
    mine = [line for line in lines if line.is_mine]
    if len(lines) == 1 and mine and may(request.user, Permission.CASE_RECORD):
        return redirect("cases:visit-account", case.pk, mine[0].pk)
    return render(request, "cases/visits_to_write_up.html", {"case": case, "lines": lines})


@needs(Permission.CASE_RECORD)
@keeps_words("an unsuccessful visit")
def missed(request: HttpRequest, case_pk: int) -> HttpResponse:
    """An unsuccessful visit: why, and when to try again. It is no visit to any clock."""
    case = get_case(request, case_pk)
    on, days = timezone.localdate(), calendar()
    plan = get_planned_visit(request, case, _key(request, "plan"), on)
    form = MissedForm(request.POST or None, on=on, soon=days.add(on, 1), later=days.add(on, 2))
    homes = homes_of_children(case, on, first=_child(request), at_home=plan.household_id if plan else None)
    if form.is_valid():
        said = form.cleaned_data
        log_missed(
            case=case,
            by=request.user,
            visited_on=said["visited_on"],
            kind=said["kind"],
            why=said["why"],
            children=[here.child for home in homes[:1] for here in home.children],
            again_on=said["again_on"],
            planned=plan,
        )
        again = f" Next try: {recent_day(said['again_on'], on)}." if said["again_on"] else ""
        messages.success(request, f"Unsuccessful visit noted.{again}")
        return redirect(case)
    return render(request, "cases/visit_missed.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("why a visit was not so")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back a visit that was not so. It stays to be read, and may be written anew from what was there."""
    visit = get_visit(request, case_pk, pk)
    form = VisitStrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_visit(visit=visit, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except StruckAlready as why:
            refuse(form, why)
            visit = get_visit(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. Nothing counts from it any more.")
            if form.cleaned_data["again"] and not visit.missed_why:
                return redirect(reverse("cases:visit-new", args=[case_pk], query={"again": pk}))
            return redirect(visit)
    context = {"case": visit.case, "visit": read_visit(visit, request.user, timezone.now()), "form": form}
    return render(request, "cases/visit_strike.html", context)


_NEAR = ("today", "yesterday")


def _logged(
    request: HttpRequest, case: Case, visit: Visit, parts: list[ChildPart], said: dict[str, Any], at: datetime
) -> HttpResponse:
    """Say what it settled, and go back to where it was opened from."""
    if said["is_later"]:
        keep_words_for_later(request, visit, said, at)
    messages.success(request, _told(visit, parts, said["is_later"], timezone.localdate(), at))
    came_from = next((part.child for part in parts if part.child.pk == _child(request)), None)
    return redirect(came_from or case)


def _told(visit: Visit, parts: list[ChildPart], is_later: bool, on: date, at: datetime) -> str:
    """What the visit settled, when the next is due, and until when it is to be written up."""
    day = recent_day(visit.visited_on, on)
    told = [seen_today([(part.child.first_name, part.seen) for part in parts], day if day in _NEAR else f"on {day}")]
    told.append(next_visit([part.child for part in parts], on))
    told.append(write_up_by(visit, at) if is_later else "")
    return " ".join(filter(None, told))


def _key(request: HttpRequest, name: str) -> int | None:
    key = request.GET.get(name, "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None


def _child(request: HttpRequest) -> int | None:
    return _key(request, "child")


def _initial(request: HttpRequest, case: Any, sheet: Any) -> dict[str, Any]:
    """What a plan knows; or what stood in a visit that was taken back, which its own words say of it."""
    if again := _key(request, "again"):
        return written_again(case, again)
    planned = {"kind": sheet.planned.get("kind"), "purpose": sheet.planned.get("purpose")}
    planned["companion"] = str(sheet.planned.get("companion_id") or "")
    return {name: value for name, value in planned.items() if value}
