"""A paper with a family: begin its text, read the whole, write one part beside what the family says."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.marks import as_ticked, said_marks
from cases.forms.writing import PartForm, SaysForm
from cases.lookup import get_beneath, get_case, of_case
from cases.models import Assessment, FamilySays, Member, PartSource, Quote, Writing
from cases.operations.quotes import NotKept
from cases.operations.writing import (
    NotWritten,
    begin_writing,
    part_to_add_to,
    say,
    say_anew,
    take_out,
    take_source,
    write_part,
)
from cases.readings.known_already import OFFERED, Asked, Known, begins_with, known_already
from cases.readings.known_facts import facts_of
from cases.readings.marks import members_of, names_of
from cases.readings.snapshots import kept_with
from cases.readings.writing import PartReading, WritingReading, in_words, read_writing
from cases.readings.writing_now import compared, writing_of
from cases.rules.audience import STAFF
from cases.rules.writing import SOURCE_KIND

BEGIN = "begin"  # the button that begins a part with the words of an earlier paper


@needs(Permission.CASE_READ)
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Begin the text of an assessment (`?assessment=`), or the family's plan; lead to the one there is."""
    case, on = get_case(request, case_pk), timezone.localdate()
    assessment = None
    if key := request.GET.get("assessment"):
        assessment = of_case(Assessment, case, [_number(key)]).get(_number(key))
        if assessment is None:
            raise Http404
    paper = "assessment" if assessment else "plan"
    if found := writing_of(case, assessment):
        return redirect(found)
    may_record = may(request.user, Permission.CASE_RECORD)
    if request.method == "POST":
        if not may_record:
            raise PermissionDenied
        return redirect(begin_writing(case=case, paper=paper, assessment=assessment, by=request.user, on=on))
    return render(request, "cases/writing_new.html", {"case": case, "assessment": assessment, "may_record": may_record})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The whole paper as it reads: ours and what the family says, side by side."""
    writing, on = _get(request, case_pk, pk), timezone.localdate()
    reading, facts = read_writing(writing, STAFF), facts_of(writing.case, on, STAFF)
    shown = {
        "case": writing.case,
        "writing": writing,
        "paper": reading,
        "children": [(key, name, facts.get(key, ()), reading.of_child(key)) for key, name in reading.children],
        "may_write": may(request.user, Permission.CASE_RECORD) and not reading.locked,
    }
    return render(request, "cases/writing.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("a part of what is written with a family")
def part(request: Any, case_pk: int, pk: int, section: str) -> HttpResponse:
    """Write one part. What the record holds is beside it: a tap takes it, and what is typed stays typed."""
    writing, on = _get(request, case_pk, pk), timezone.localdate()
    paper = read_writing(writing, STAFF)
    now = _part(paper, section, _number(request.GET.get("child")))
    if request.method == "GET" and now.child and request.GET.get("child") != str(now.child):
        return redirect(now.href)  # one address for each part: what is typed is kept by it
    earlier = None if now.words or paper.locked else begins_with(writing, now.section, now.child)
    taken = _took(request, writing, now) if request.method == "POST" else None
    if taken:
        paper = read_writing(writing, STAFF)
        now = _part(paper, section, now.child)
    form = PartForm(_typed(request, earlier) or None, part=now, people=paper.people)
    if taken:
        _say_taken(request, form, taken)
    elif form.is_valid() and _saved(request, writing, now, form):
        messages.success(request, f"Saved: {now.title}.")
        return redirect(now.href)
    elif not form.is_bound:
        _show_what_came_after(request, form, now)
    shown = _panel(request, writing, now, paper.people) | _around(paper, now)
    shown["facts"] = facts_of(writing.case, on, STAFF).get(now.child, ()) if now.child else ()
    says_new = reverse("cases:part-says-new", args=[case_pk, pk, section]) + (f"?child={now.child}" * bool(now.child))
    shown |= {"may_leave": not paper.locked, "here": request.get_full_path(), "says_new": says_new}
    shown |= {"earlier": earlier, "case": writing.case, "writing": writing, "paper": paper, "part": now, "form": form}
    return render(request, "cases/writing_part.html", shown)


@needs(Permission.CASE_RECORD)
@keeps_words("what a family says to a part")
def says_new(request: HttpRequest, case_pk: int, pk: int, section: str) -> HttpResponse:
    """What somebody of the family says to a part, in words that are not on the record yet."""
    writing, on = _get(request, case_pk, pk), timezone.localdate()
    paper = read_writing(writing, STAFF)
    now = _part(paper, section, _number(request.GET.get("child")))
    people = members_of(writing.case)
    form = SaysForm(request.POST or None, people=people, names=names_of(people), on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            say_anew(
                part=_to_add_to(request, writing, now),
                by=request.user,
                on=on,
                member=form.speaker(),
                said_by=said["said_by"],
                words=said["words"],
                how=said["how"],
                said_on=said["said_on"],
                marks=said_marks(said),
            )
        except (NotWritten, NotKept) as why:
            refuse(form, why)
        else:
            messages.success(request, "Written down: it stands beside ours, as large.")
            return redirect(now.href)
    return render(
        request, "cases/part_says_new.html", {"case": writing.case, "paper": paper, "part": now, "form": form}
    )


def _get(request: HttpRequest, case_pk: int, pk: int) -> Writing:
    return get_beneath(request, Writing, case_pk, pk, "assessment", "conference", "meeting")


def _part(paper: WritingReading, section: str, child: int) -> PartReading:
    """The part that was asked for; of a section for each child the first child's, when none was named."""
    found = paper.part(section, child) or next((each for each in paper.parts if each.section == section), None)
    if found is None:
        raise Http404
    return found


def _saved(request: Any, writing: Writing, now: PartReading, form: PartForm) -> bool:
    """Whether it was saved. When somebody wrote it meanwhile, both texts stand on the form."""
    said = form.cleaned_data
    try:
        write_part(
            writing=writing,
            section=now.section,
            child=_child(writing, now),
            words=said["words"],
            marks=said_marks(said),
            by=request.user,
            at=timezone.now(),
            version=form.version,
        )
    except Overtaken as found:
        theirs = found.theirs
        form.changed = compared(theirs, form.version or 0)
        form.overtaken(found, who=in_words(theirs.written_by.name, theirs.written_at))
        return False
    except NotWritten as why:
        refuse(form, why)
        return False
    return True


def _show_what_came_after(request: Any, form: PartForm, now: PartReading) -> None:
    """Words of mine that come back and do not hold what is saved: that stands beneath them before I save.

    Whoever left a page that showed both texts comes back to mine alone, under the version they have seen.
    """
    draft = request.kept.draft
    if not draft or not now.words:
        return
    mine = (draft.words.get("words") or [""])[0]
    if _flat(now.words) in _flat(mine):
        return
    form["words"].theirs, form["words"].theirs_said = now.words, f"Saved: {now.written}"
    form.came_after = bool(now.written_at and draft.started_at < now.written_at)
    form.came_back = not form.came_after


def _flat(words: str) -> str:
    return " ".join(words.split())


def _took(request: Any, writing: Writing, now: PartReading) -> tuple[str, str] | None:
    """What a tap took into the part, or out of it, as (word for the page, why not); None when the form was saved."""
    for name in ("take", BEGIN, "leave"):
        if key := request.POST.get(name):
            try:
                return _leave(request, writing) if name == "leave" else _take(request, writing, now, key)
            except NotWritten as why:
                return "", str(why)
    return None


def _typed(request: Any, earlier: Known | None) -> Any:
    """What was sent; beneath it the words of an earlier paper, with their marks, when they were asked for."""
    if not earlier or request.POST.get(BEGIN) != earlier.key:
        return request.POST
    typed = request.POST.copy()
    typed["words"] = "\n\n".join(filter(None, (typed.get("words", "").strip(), earlier.words)))
    typed.setlist("kept_from", list(dict.fromkeys([*typed.getlist("kept_from"), *as_ticked(earlier.marks)])))
    return typed


def _take(request: Any, writing: Writing, now: PartReading, key: str) -> tuple[str, str]:
    kind, subject = _split(key)
    on, into = timezone.localdate(), _to_add_to(request, writing, now)
    if kind == "quote":
        quote = of_case(Quote, writing.case, [subject]).get(subject)
        if quote is None:
            raise NotWritten("These words are not in the record.")
        say(part=into, by=request.user, quote=quote)
        return "Taken: it stands beside ours, in their words.", ""
    take_source(part=into, kind=kind, subject_id=subject, by=request.user, on=on)
    return "Taken: it stands beneath ours, with its source.", ""


def _leave(request: Any, writing: Writing) -> tuple[str, str]:
    kind, pk = _split(request.POST["leave"])
    model: Any = FamilySays if kind == "says" else PartSource
    row = of_case(model, writing.case, [pk]).get(pk)
    if row is None or row.part.writing_id != writing.pk:
        raise NotWritten("This does not stand here any more.")
    take_out(row=row, on=timezone.localdate())
    return "Taken out again.", ""


def _say_taken(request: Any, form: PartForm, taken: tuple[str, str]) -> None:
    """The form comes back as it was typed, with what the tap did above it. It was not sent."""
    done, why_not = taken
    if not why_not and BEGIN in request.POST:
        messages.success(request, "Begun with what was written before. Change what is no longer so, and save it.")
    elif why_not:
        messages.warning(request, why_not)
    else:
        messages.success(request, f"{done} What you typed is still here.")


def _panel(request: HttpRequest, writing: Writing, now: PartReading, names: Any) -> dict[str, Any]:
    """*What we already have*, as far as it is asked for: `_kind`, `_of` whom, `_find` which words."""
    asked = Asked(
        kind=request.GET.get("_kind", ""),
        child=_number(request.GET.get("_of", now.child)),
        find=request.GET.get("_find", "")[:80].strip(),
    )
    taken = {f"quote-{line.quote}" for line in now.says} | {f"{line.kind}-{line.subject}" for line in now.sources}
    known = known_already(
        writing.case, asked, timezone.localdate(), names=names, taken=frozenset(taken), paper=writing.pk
    )
    kinds = [("", "Everything"), *((kind, SOURCE_KIND[kind]) for kind in OFFERED)]
    pictures = {"pictures": kept_with(writing)}
    return pictures | {
        "known": known,
        "asked": asked,
        "kinds": kinds,
        "is_asked": any(key.startswith("_") for key in request.GET),
    }


def _around(paper: WritingReading, now: PartReading) -> dict[str, Any]:
    """The parts before and after this one, and the same section of each child."""
    parts = paper.parts
    at = parts.index(now)
    return {
        "before": parts[at - 1] if at else None,
        "after": parts[at + 1] if at + 1 < len(parts) else None,
        "same": [each for each in parts if each.section == now.section],
    }


def _to_add_to(request: Any, writing: Writing, now: PartReading) -> Any:
    return part_to_add_to(
        writing=writing, section=now.section, child=_child(writing, now), by=request.user, at=timezone.now()
    )


def _child(writing: Writing, now: PartReading) -> Member | None:
    return of_case(Member, writing.case, [now.child])[now.child] if now.child else None


def _split(said: str) -> tuple[str, int]:
    kind, _, key = said.rpartition("-")
    return kind, _number(key)


def _number(text: Any) -> int:
    return int(text) if str(text).isascii() and str(text).isdigit() and len(str(text)) < 16 else 0
