"""Timescales and the days this council does not work: everybody reads them, an administrator keeps the local ones."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import LocalHoliday, TimescaleRow
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from camden.office.timescales_forms import CommenceForm, HolidayForm, SwitchOnForm, TimescaleForm
from camden.office.timescales_preview import commencing, effects
from camden.office.timescales_reading import Card, card, holidays, of_day, timescales
from camden.operations import rules, versions
from camden.operations.refusals import NotDone, Overtaken
from camden.rules.names import day_in_words

_FOLLOWS = "Due days follow in the coming night."
_FOLLOWS_SOON = "Due days follow within the hour."


@needs(Permission.STAFF_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """Every timescale, by part of the journey."""
    page = timescales(request.GET.get("part", ""), timezone.localdate())
    return render(request, "office/timescales.html", {"page": page})


@needs(Permission.STAFF_READ)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole story of one timescale."""
    found = _card(pk)
    may_keep = may(request.user, Permission.RULES_KEEP)
    return render(request, "office/timescale.html", {"timescale": found, "may_keep": may_keep})


@needs(Permission.STAFF_READ)
def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """The same, for whoever knows its code only: why somebody is told of a thing."""
    row = TimescaleRow.objects.filter(code__iexact=code).order_by("pk").first()
    if row is None:
        raise Http404
    return redirect("office:timescale", row.pk)


@needs(Permission.RULES_KEEP)
@keeps_words("a timescale")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what this council sets, or write down when law begins. It is shown what follows before it is saved."""
    on = timezone.localdate()
    found = _card(pk)
    row = rules.latest(found.line.code)
    form: Any = None
    if found.may == "change":
        form = TimescaleForm(request.POST or None, row=row, on=on)
        done = form.is_valid() and _change(form, row, timezone.localtime())
    elif found.may == "commence":
        form = CommenceForm(request.POST or None, version=row.version, on=on)
        done = form.is_valid() and _commence(form, row)
    elif found.may == "switch-on":
        form = SwitchOnForm(request.POST if request.method == "POST" else None, version=row.version)
        done = form.is_valid() and _switch_on(form, row)
    if form and done:
        messages.success(request, f"{found.line.code} is saved. {_FOLLOWS}")
        return redirect("office:timescale", row.pk)
    return render(request, "office/timescale_edit.html", {"timescale": found, "form": form})


@needs(Permission.STAFF_READ)
def days_off(request: HttpRequest) -> HttpResponse:
    """England's bank holidays, and the days this council does not work beside them."""
    ours, england = holidays(timezone.localdate())
    may_keep = may(request.user, Permission.RULES_KEEP)
    return render(request, "office/holidays.html", {"ours": ours, "england": england, "may_keep": may_keep})


@needs(Permission.RULES_KEEP)
@keeps_words("a day off")
def day_off_new(request: HttpRequest) -> HttpResponse:
    """Add a day this council does not work."""
    form = HolidayForm(request.POST or None, on=timezone.localdate())
    if form.is_valid():
        said = form.cleaned_data
        if not form.is_seen:
            form.tell(
                [of_day(rules.impact_of_day(said["closed_on"], is_closed=True, at=timezone.localtime())), _FOLLOWS_SOON]
            )
        else:
            try:
                rules.close_day(on=said["closed_on"], name=said["name"])
            except NotDone as why:
                _refuse(form, why)
            else:
                messages.success(request, f"{day_in_words(said['closed_on'])} is not worked. {_FOLLOWS_SOON}")
                return redirect("office:holidays")
    return render(request, "office/holiday_new.html", {"form": form})


@needs(Permission.RULES_KEEP)
def day_off_removal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day off the list: it is worked after all."""
    day = LocalHoliday.objects.filter(pk=pk).first()
    if day is None:
        raise Http404
    form = AgreeForm(request.POST if request.method == "POST" else None, save="Take this day off the list")
    if form.is_valid():
        try:
            rules.reopen_day(holiday=day)
        except Overtaken:
            messages.info(request, "This day was off the list already.")
        else:
            messages.success(request, f"{day_in_words(day.closed_on)} is worked. {_FOLLOWS_SOON}")
        return redirect("office:holidays")
    effect = of_day(rules.impact_of_day(day.closed_on, is_closed=False, at=timezone.localtime()))
    return render(request, "office/holiday_removal.html", {"form": form, "day": day, "effect": effect})


def _card(pk: int) -> Card:
    """The timescale one of whose rows this is. Raises Http404."""
    try:
        return card(pk, timezone.localdate())
    except TimescaleRow.DoesNotExist as gone:
        raise Http404 from gone


def _change(form: TimescaleForm, row: TimescaleRow, at: datetime) -> bool:
    """Save, if what follows was seen; else show it. Whether it was saved."""
    if not form.is_seen:
        form.tell(effects(form, row, at))
        return False
    try:
        rules.change_timescale(code=row.code, version=form.version, **form.facts())
    except Overtaken:
        _show_both(form, row, frozenset(form.now))
    except NotDone as why:
        _refuse(form, why)
    else:
        return True
    return False


def _commence(form: CommenceForm, row: TimescaleRow) -> bool:
    said = form.cleaned_data
    if not form.is_seen:
        form.tell(commencing(said["begins_on"]))
        return False
    try:
        rules.commence(code=row.code, version=form.version, on=said["begins_on"], source=said["source"])
    except Overtaken:
        _show_both(form, row, frozenset({"begins_on"}))
    except NotDone as why:
        _refuse(form, why)
    else:
        return True
    return False


def _switch_on(form: SwitchOnForm, row: TimescaleRow) -> bool:
    try:
        rules.switch_on(code=row.code, version=form.version)
    except NotDone as why:
        form.add_error(None, str(why))
        return False
    return True


def _show_both(form: Any, row: TimescaleRow, fields: frozenset[str]) -> None:
    """Somebody else was quicker: theirs stands beside what was typed, and what follows is shown anew."""
    theirs = rules.latest(row.code)
    form.overtaken(versions.Overtaken(theirs, fields), who=theirs.edited_by.name if theirs.edited_by else "")
    form.look_again()


def _refuse(form: Any, why: NotDone) -> None:
    form.add_error(why.about if why.about in form.fields else None, str(why))
    form.look_again()
