"""Who is asked to a conference or meeting, what they answer and need, who came, and the letter to each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.papers.paper import Paper, Words
from camden.papers.pdf import as_pdf
from camden.papers.word import as_word
from cases.forms.asking import refuse
from cases.forms.invitations import AttendanceForm, LetterForm, ListForm, WhoElseForm
from cases.lookup import children_of, get_beneath
from cases.models import Invitation, Member, PlannedMeeting, ProtectionConference, Release
from cases.operations.invitations import (
    Marked,
    NotInvited,
    NotMarked,
    give_letter,
    mark_list,
    put_on_list,
    secrets_from,
    take_off,
)
from cases.readings.genogram_paper import whose_version
from cases.readings.giving import read_given
from cases.readings.invitation_letter import given_before, letter_for
from cases.readings.invitations import Gathering, head_of, proposed_for, quorum_of, read_rows, rows_of
from cases.readings.snapshots import from_body as as_given
from cases.readings.writing_paper import BODY, BODY_CHILD
from cases.rules.visits import in_a_row
from cases.views.exports import TYPES
from cases.views.genogram_family import as_file

_MODELS: dict[str, Any] = {"meeting": PlannedMeeting, "conference": ProtectionConference}


@needs(Permission.MEETING_ARRANGE)
@keeps_words("a list of people asked to a meeting")
def list_(request: HttpRequest, case_pk: int, of: str, pk: int) -> HttpResponse:
    """Everybody who is asked, what they answered and need: one grid, saved at once."""
    gathering = _gathering(request, case_pk, of, pk)
    rows = rows_of(gathering)
    people = read_rows(rows)
    form = ListForm(request.POST or None, people=people)
    if form.is_valid() and _kept(request, form, rows):
        messages.success(request, "Saved.")
        return redirect("cases:invitations", case_pk, of, pk)
    return _page(request, "cases/invitations.html", gathering, {"form": form, "people": people})


@needs(Permission.MEETING_ARRANGE)
@keeps_words("who came to a meeting")
def attendance(request: HttpRequest, case_pk: int, of: str, pk: int) -> HttpResponse:
    """Who came, and how each child took part. What is decided afterwards begins with it."""
    gathering = _gathering(request, case_pk, of, pk)
    rows = rows_of(gathering)
    people, head = read_rows(rows), head_of(gathering)
    form = AttendanceForm(request.POST or None, people=people, held_on=head.on)
    if form.is_valid() and _kept(request, form, rows):
        messages.success(request, "Saved. The outcome of the meeting begins with it.")
        return redirect("cases:attendance", case_pk, of, pk)
    context = {"form": form, "people": people, "quorum": quorum_of(people) if of == "conference" else ""}
    return _page(request, "cases/attendance.html", gathering, context)


@needs(Permission.MEETING_ARRANGE)
@keeps_words("who is asked to a meeting")
def new(request: HttpRequest, case_pk: int, of: str, pk: int) -> HttpResponse:
    """Put people on the list: those proposed from the record, and somebody by name."""
    gathering = _gathering(request, case_pk, of, pk)
    form = WhoElseForm(request.POST or None, proposed=proposed_for(gathering, timezone.localdate()))
    if form.is_valid():
        try:
            made = put_on_list(gathering=gathering, people=form.asked(), by=request.user)
        except NotInvited as why:
            refuse(form, why)
        else:
            messages.success(request, f"On the list: {in_a_row([each.name for each in form.asked()])}.")
            return redirect("cases:invitations", case_pk, of, made[0].meeting_id or made[0].conference_id)
    return _page(request, "cases/invitation_new.html", gathering, {"form": form})


@needs(Permission.MEETING_ARRANGE)
@keeps_words("why somebody is not asked after all")
def taking_off(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody is not asked after all. What was said of it stays in the history."""
    invitation, of = _invitation(request, case_pk, pk)
    if request.method == "POST":
        try:
            take_off(invitation=invitation, by=request.user, on=timezone.localdate())
        except NotInvited as why:
            messages.warning(request, str(why))
        else:
            messages.success(request, f"{invitation} is not on the list any more.")
        return redirect("cases:invitations", case_pk, of, invitation.meeting_id or invitation.conference_id)
    context = {"invitation": invitation, "name": str(invitation)}
    return _page(request, "cases/invitation_taking_off.html", _of(invitation), context)


@needs(Permission.MEETING_ARRANGE)
@keeps_words("a letter of invitation")
def letter(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The letter to one person, edited, given in a way that is safe for them, and kept as it was given."""
    invitation, _ = _invitation(request, case_pk, pk)
    gathering = _of(invitation)
    head, secrets = head_of(gathering), secrets_from(invitation.member, case_pk)
    children = in_a_row([child.name for child in children_of(gathering.case)])
    begun = letter_for(invitation, head, secrets, request.user, children)
    form = LetterForm(
        request.POST or None, ways=begun.ways, initial={"words": begun.words, "number": begun.number}
    )  # fmt: skip
    if form.is_valid():
        try:
            made = give_letter(invitation=invitation, by=request.user, on=timezone.localdate(), **form.cleaned_data)
        except NotInvited as why:
            refuse(form, why)
        else:
            messages.success(request, f"Kept as {invitation} gets it.")
            return redirect("cases:given", case_pk, made.pk)
    context = {
        "form": form, "letter": begun, "name": str(invitation),
        "given": given_before(invitation),
    }  # fmt: skip
    return _page(request, "cases/invitation_letter.html", gathering, context)


@needs(Permission.CASE_READ)
def file(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A copy as it was given, as a file to print: `?as=word` or PDF."""
    release = get_beneath(request, Release, case_pk, pk, "recipient", "given_by")
    if "picture" in release.body:
        whose = whose_version(release.recipient.first_name if release.recipient else "")
        return as_file(as_given(release.body), whose, request, f"genogram-{release.pk}")
    if release.kind not in ("agreed", "invitation"):
        raise Http404
    given, layout = read_given(release), "word" if request.GET.get("as") == "word" else "pdf"
    blocks = [Words(part) for part in given.words.split("\n\n")]
    blocks += [Words(f"Our number: {given.number}")] if given.number else []
    is_childs = release.recipient is not None and release.recipient.kind == Member.Kind.CHILD
    paper = Paper(title=given.title, subtitle=given.day, blocks=blocks, size=BODY_CHILD if is_childs else BODY)
    answer = HttpResponse(as_word(paper) if layout == "word" else as_pdf(paper), content_type=TYPES[layout])
    ending = "docx" if layout == "word" else "pdf"
    answer["Content-Disposition"] = f'attachment; filename="invitation-{release.pk}.{ending}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _gathering(request: HttpRequest, case_pk: int, of: str, pk: int) -> Gathering:
    if of not in _MODELS:
        raise Http404
    found: Gathering = get_beneath(request, _MODELS[of], case_pk, pk)
    return found


def _invitation(request: HttpRequest, case_pk: int, pk: int) -> tuple[Invitation, str]:
    """An invitation that stands. Raises Http404 for one that was taken off."""
    found = get_beneath(request, Invitation, case_pk, pk, "member", "meeting", "conference")
    if found.taken_off_on:
        raise Http404
    return found, "meeting" if found.meeting_id else "conference"


def _of(invitation: Invitation) -> Gathering:
    gathering: Any = invitation.meeting or invitation.conference
    gathering.case = invitation.case
    return gathering  # type: ignore[no-any-return]


def _kept(request: HttpRequest, form: Any, rows: list[Invitation]) -> bool:
    """Whether all of it was kept; else the row that could not be says why."""
    by_key = {row.pk: row for row in rows}
    marks = [Marked(by_key[key], version, said) for key, version, said in form.marks()]
    try:
        mark_list(marks=marks, by=request.user, on=timezone.localdate())
    except NotMarked as found:
        form.refuse_row(found.marked.invitation.pk, found.why)
        return False
    return True


def _page(request: HttpRequest, template: str, gathering: Gathering, context: dict[str, Any]) -> HttpResponse:
    chairs = may(request.user, Permission.PROTECTION_CHAIR)
    records = may(request.user, Permission.CASE_RECORD) and not _is_over(gathering)
    shown = {"case": gathering.case, "head": head_of(gathering), "may_decide": chairs, "may_record": records}
    return render(request, template, shown | context)


def _is_over(gathering: Gathering) -> bool:
    """Whether it was written down, or called off."""
    return bool(gathering.called_off_on or getattr(gathering, "held_as_id", None))
