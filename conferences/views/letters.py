"""Letters to those who may come: the coordinator's alone, on the page, in a message and as a file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from camden.papers.pdf import NoLetters, as_tagged_pdf
from conferences.forms.letters import GivenForm, LetterForm
from conferences.lookup import get_invitee, get_letter, get_prepared
from conferences.operations.letters import NotToBeGiven, give_letter, keep_letter, reword_letter
from conferences.readings.letters import KIND_SAYS, around, begin, kept_off, line_of, read_letters, readers_of
from conferences.readings.printing import letter_paper
from conferences.rules.kept_off import NAME_OF_FILE, why_not_printed
from conferences.rules.languages import code_of, is_right_to_left
from conferences.rules.letters import LETTERS, Kind, Reader
from conferences.views.files import as_download


@needs(Permission.CONFERENCE_CONVENE)
def list_(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Everybody who may come, their letters, and those there could be."""
    conference = get_prepared(request, case_pk, pk)
    return render(request, "conferences/letters.html", {"conference": conference, "people": read_letters(conference)})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a letter of a conference")
def new(request: HttpRequest, case_pk: int, pk: int, kind: str, reader: str) -> HttpResponse:
    """Write a letter to one person, begun in plain words; `?language=other` for a text beside the English."""
    invitee = get_invitee(request, case_pk, pk)
    conference = get_prepared(request, case_pk, invitee.conference_id)
    known = around(conference)
    which = _which(kind, reader)
    if invitee.way == "not-invited" or which[1] not in readers_of(invitee, known.children):
        raise Http404
    begun, is_other = begin(conference, invitee, known, *which, request.user), "language" in request.GET
    first = {"language": invitee.language, "is_right_to_left": is_right_to_left(invitee.language)}
    form = LetterForm(
        request.POST or None, is_other=is_other, initial={"text": begun} if not is_other else first
    )  # fmt: skip
    if form.is_valid():
        try:
            letter = keep_letter(
                invitee=invitee, kind=kind, reader=reader, kept=kept_off(conference, invitee, known),
                on=timezone.localdate(), **form.words(),
            )  # fmt: skip
        except NotToBeGiven as why:
            form.add_error("text", str(why))
        else:
            messages.success(request, f"The letter to {invitee.name} is kept. It has not been given yet.")
            return redirect("conferences:letter", case_pk, letter.pk)
    context = {"conference": conference, "invitee": invitee, "form": form, "says": KIND_SAYS[which[0]]}
    return render(request, "conferences/letter_new.html", context | {"english": begun if is_other else ""})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("that a letter was given")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One letter: to read out, to copy, to print; and that it was given."""
    letter = get_letter(request, case_pk, pk)
    kept = kept_off(letter.conference, letter.invitee, around(letter.conference))
    form = GivenForm(request.POST or None, on=timezone.localdate(), version=letter.version)
    if form.is_valid() and not letter.sent_on:
        said = form.cleaned_data
        try:
            give_letter(letter=letter, version=form.version, how=said["how"], kept=kept, on=said["given_on"])
        except NotToBeGiven as why:
            form.add_error(None, str(why))
        except Overtaken as found:
            form.overtaken(found)
            letter.text = found.theirs.text
        else:
            messages.success(request, f"Noted: {letter.invitee.name} has the letter.")
            return redirect("conferences:letters", case_pk, letter.conference_id)
    why_not = "" if letter.sent_on else why_not_printed(letter.text, kept)
    context = {"letter": letter, "line": line_of(letter, why_not), "form": form, "conference": letter.conference}
    context["lang"] = code_of(letter.language)
    return render(request, "conferences/letter.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a letter of a conference")
def wording(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Word a letter anew before it goes. Two people who change it at once both see it."""
    letter = get_letter(request, case_pk, pk)
    is_other = bool(letter.language)
    first = {name: getattr(letter, name) for name in ("text", "language", "is_right_to_left")}
    form = LetterForm(request.POST or None, is_other=is_other, initial=first, version=letter.version)
    if form.is_valid():
        kept = kept_off(letter.conference, letter.invitee, around(letter.conference))
        try:
            reword_letter(letter=letter, version=form.version, kept=kept, **form.words())
        except NotToBeGiven as why:
            form.add_error("text", str(why))
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "The letter is kept.")
            return redirect("conferences:letter", case_pk, letter.pk)
    context: dict[str, Any] = {"conference": letter.conference, "invitee": letter.invitee, "form": form}
    return render(request, "conferences/letter_new.html", context | {"letter": letter, "says": line_of(letter).says})


@needs(Permission.CONFERENCE_CONVENE)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The letter as a PDF without anybody's name in its own; none that says what it must not."""
    letter = get_letter(request, case_pk, pk)
    kept = kept_off(letter.conference, letter.invitee, around(letter.conference))
    paper = letter_paper(letter)
    try:
        if why := why_not_printed(f"{paper.whole}\n{NAME_OF_FILE['letter']}", kept):
            raise NotToBeGiven(why)
        made = as_tagged_pdf(paper)
    except (NotToBeGiven, NoLetters) as error:
        said = str(error) if isinstance(error, NotToBeGiven) else NOT_IN_OUR_LETTERS
        messages.warning(request, f"Not printed. {said}")
        return redirect("conferences:letter", case_pk, pk)
    return as_download(made, NAME_OF_FILE["letter"])


NOT_IN_OUR_LETTERS = "There are no letters here for its script. Copy the text, or write it by hand."


def _which(kind: str, reader: str) -> tuple[Kind, Reader]:
    if (kind, reader) not in LETTERS:
        raise Http404
    return Kind(kind), Reader(reader)
