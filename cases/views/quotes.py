"""What people of a family said: all of it, one thing, write it down, choose it for the header, take it back."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.marks import said_marks
from cases.forms.quotes import VIEW, QuoteForm, QuoteStrikeForm
from cases.lookup import get_beneath, get_case
from cases.models import Quote
from cases.operations.quotes import (
    NotForTheHeader,
    NotKept,
    TakenBackAlready,
    head_with,
    keep_quote,
    strike_quote,
    unhead,
)
from cases.readings.marks import mark_history, members_of, people_of
from cases.readings.quotes import quote_page, read_quote


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What was said in this family, newest first. `?child=` narrows it to one person."""
    case = get_case(request, case_pk)
    names, person = people_of(case), _person(request)
    page = quote_page(case=case, names=names, speaker=person, after=request.GET.get("after", ""))
    older = f"?{urlencode({'child': person or '', 'after': page.older})}" if page.older else ""
    context = {"case": case, "page": page, "people": names, "person": person, "name": names.get(person or 0, "")}
    context["older"] = older
    return render(request, "cases/quotes.html", context | {"may_record": may(request.user, Permission.CASE_RECORD)})


@needs(Permission.CASE_RECORD)
@keeps_words("somebody’s words")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down somebody's words, or how they see things. `?child=` is chosen already."""
    case = get_case(request, case_pk)
    people, on = members_of(case), timezone.localdate()
    form = QuoteForm(request.POST or None, people=people, on=on, initial={"speaker": str(_person(request))})
    if form.is_valid():
        said = form.cleaned_data
        try:
            quote = keep_quote(
                case=case,
                speaker=said["speaker"],
                words=said["words"],
                said_on=said["said_on"],
                by=request.user,
                on=on,
                how=said["how"],
                is_view=said["what"] == VIEW,
                setting=said["setting"],
                marks=said_marks(said),
            )
        except NotKept as why:
            refuse(form, why)
        else:
            messages.success(request, f"Kept: the words of {quote.speaker.first_name}.")
            return redirect("cases:quote", case.pk, quote.pk)
    return render(request, "cases/quote_new.html", {"case": case, "form": form, "has_people": bool(people)})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One quote: who said it, when, how and where; where it is from; from whom it is kept, and since when."""
    quote = _get(request, case_pk, pk)
    names = people_of(quote.case)
    context = {"case": quote.case, "quote": read_quote(quote, names), "history": mark_history(quote, names)}
    context["may_record"] = may(request.user, Permission.CASE_RECORD) and not quote.struck_on
    return render(request, "cases/quote.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("words for a child’s header")
def header(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Choose these words for the header of the child's page, or take them out again (`out`)."""
    quote = _get(request, case_pk, pk)
    refused = ""
    if request.method == "POST":
        try:
            if request.POST.get("out"):
                unhead(quote=quote)
                messages.success(request, "The header shows no words now. They stay in the record.")
            else:
                head_with(quote=quote, by=request.user, on=timezone.localdate())
                messages.success(request, f"These words stand in the header of {quote.speaker.first_name}’s page.")
            return redirect("cases:quote", case_pk, pk)
        except NotForTheHeader as why:
            refused = str(why)
    context = {"case": quote.case, "quote": read_quote(quote, people_of(quote.case)), "refused": refused}
    return render(request, "cases/quote_header.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("why words were not said so")
def strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back words that were not said so. They stay to be read, crossed out."""
    quote = _get(request, case_pk, pk)
    form = QuoteStrikeForm(request.POST or None)
    if form.is_valid():
        try:
            strike_quote(quote=quote, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except TakenBackAlready as why:
            refuse(form, why)
            quote = _get(request, case_pk, pk)
        else:
            messages.success(request, "Taken back. The words stay to be read, crossed out.")
            return redirect("cases:quote", case_pk, pk)
    context = {"case": quote.case, "quote": read_quote(quote, people_of(quote.case)), "form": form}
    return render(request, "cases/quote_strike.html", context)


def _get(request: HttpRequest, case_pk: int, pk: int) -> Quote:
    return get_beneath(request, Quote, case_pk, pk, "speaker", "heard_by", "visit", "note", "struck_by")


def _person(request: HttpRequest) -> int | None:
    key = request.GET.get("child", "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
