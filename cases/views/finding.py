"""The search: people, then what was written."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from camden.access import Permission, needs
from camden.middleware import page_name
from cases.forms.search import SearchForm
from cases.lookup import get_case
from cases.models import Case
from cases.operations.elsewhere import KnownElsewhere, look_elsewhere
from cases.readings.finding import FoundPerson, find_notes, find_people
from cases.rules.searching import Sought, read_sought


@needs(Permission.CASE_READ)
def find(request: HttpRequest) -> HttpResponse:
    """Find anybody in a record, and what was written. `?case=` is one family only, `?after=` the notes that follow."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    case, after = _case(request), request.GET.get("after", "")
    context = {"form": form, "case": case, "after": after}
    if form.is_valid():
        on = timezone.localdate()
        sought = read_sought(form.cleaned_data["q"], on)
        people = find_people(user=request.user, sought=sought, on=on) if not (case or after) else ()
        notes = find_notes(user=request.user, words=sought.words, case=case, after=after)
        request.opened.add(*(one.case_pk for one in people), *(note.case_pk for note in notes.lines))
        elsewhere = () if case or after else _elsewhere(request, sought, people)
        older = _older(form.cleaned_data["q"], case, notes.older)
        context |= {"people": people, "notes": notes, "elsewhere": elsewhere, "older": older, "is_asked": True}
    return render(request, "cases/find.html", context)


def _case(request: HttpRequest) -> Case | None:
    """The one family to look in, if the address names one; a name that is no number names none."""
    said = request.GET.get("case", "")
    return get_case(request, int(said)) if said.isascii() and said.isdigit() and len(said) < 19 else None


def _older(words: str, case: Case | None, mark: str) -> str:
    """The address of the notes that follow, or empty."""
    where = {"case": case.pk} if case else {}
    return f"?{urlencode({'q': words, **where, 'after': mark})}" if mark else ""


def _elsewhere(request: HttpRequest, sought: Sought, people: tuple[FoundPerson, ...]) -> tuple[KnownElsewhere, ...]:
    """Whether another team knows a child of exactly this name and birthday, or number, whom nobody here is."""
    is_exact = (sought.is_whole_name and sought.born_on is not None) or sought.is_number
    if not is_exact or any(one.is_exact for one in people):
        return ()
    return look_elsewhere(words=sought.words, born_on=sought.born_on, page=page_name(request))
