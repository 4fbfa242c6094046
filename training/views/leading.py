"""Pages of whoever looks after what the service learns, and of managers: days and how many of two, never a word."""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.files import NotThere, keep, read
from training import readings
from training.forms import SheetForm, WorkshopForm
from training.lookup import get_import
from training.operations import import_sheet, note_workshop, nudge_all
from training.rules.requirements import registration_year

SALT = "training.sheet"
SHOWN = 300  # rows somebody looks at on a page; all of them are kept with the import


@needs(Permission.LEARNING_LEAD)
def radar(request: HttpRequest) -> HttpResponse:
    """Who is still to submit, what is due, and who has which step."""
    return render(request, "training/radar.html", {"radar": readings.radar(timezone.localdate())})


@needs(Permission.LEARNING_LEAD)
def nudge(request: HttpRequest) -> HttpResponse:
    """A word to all who are on the list now; pressed again, to nobody."""
    on = timezone.localdate()
    if request.method == "POST":
        many = nudge_all(people=readings.still_to_submit(on).to_nudge, by=request.user, on=on)
        word = "Nobody was left to write to." if not many else f"Sent to {many} {'person' if many == 1 else 'people'}."
        messages.success(request, word)
    return redirect("training:radar")


@needs(Permission.TEAM_READ)
def people(request: HttpRequest) -> HttpResponse:
    """My people: how many of two each has recorded, and what is to renew; nothing else. And wishes that wait for me."""
    on = timezone.localdate()
    context = {
        "people": readings.my_people(request.user, on),
        "required": readings.required_of_my_people(request.user, on),
        "wishes": readings.wishes_for(request.user, on),
        "year": registration_year(on),
    }
    return render(request, "training/people.html", context)


@needs(Permission.LEARNING_LEAD)
def service(request: HttpRequest) -> HttpResponse:
    """In each team, how many have recorded what their year asks. No names."""
    on = timezone.localdate()
    year = registration_year(on)
    context = {"teams": readings.service(on), "year": year, "told": readings.told(on)[:2]}
    return render(request, "training/service.html", context)


@needs(Permission.LEARNING_LEAD)
@keeps_words("a workshop")
def workshop(request: HttpRequest) -> HttpResponse:
    """Note for a whole team what it took part in, so that each person finds it among their own learning."""
    form = WorkshopForm(request.POST or None, teams=readings.teams(), on=timezone.localdate())
    if form.is_valid():
        many = note_workshop(**form.cleaned_data)
        messages.success(request, f"Noted for {many} {'person' if many == 1 else 'people'}.")
        return redirect("training:service")
    return render(request, "training/workshop_new.html", {"form": form})


@needs(Permission.LEARNING_LEAD)
def sheet_new(request: HttpRequest) -> HttpResponse:
    """Choose an attendance sheet, and see what it would do before anything is written."""
    form = SheetForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        found = form.cleaned_data["sheet"]
        content = found.read()
        try:
            run = readings.read_sheet(content, timezone.localdate())
        except readings.NotASheet as error:
            form.add_error("sheet", str(error))
        else:
            # It rests under its digest until it is written or, in a day, swept away: no row names it.
            said = {"sha256": keep(content), "name": found.name, "by": request.user.pk}
            context |= {"run": run, "shown": run.bad[:SHOWN], "ticket": signing.dumps(said, salt=SALT)}
    return render(request, "training/sheet_new.html", context)


@needs(Permission.LEARNING_LEAD)
def sheet(request: HttpRequest) -> HttpResponse:
    """Write the good rows of the sheet that was looked at, once however often it is pressed."""
    if request.method != "POST":
        return redirect("training:sheet-new")
    on = timezone.localdate()
    try:
        said = signing.loads(request.POST.get("ticket", ""), salt=SALT, max_age=86_400)
        if said["by"] != request.user.pk:
            raise NotThere
        run = readings.read_sheet(read(said["sha256"]), on)
    except (signing.BadSignature, NotThere, readings.NotASheet):
        messages.warning(request, "This sheet is not here any more. Choose it again.")
        return redirect("training:sheet-new")
    names = {"sha256": said["sha256"], "file_name": said["name"]}
    done, new = import_sheet(run=run, by=request.user, on=on, at=timezone.now(), **names)
    word = f"{new:,} new rows are in the register" if new else "Everything usable in this sheet was there already"
    messages.success(request, f"{word}; {len(run.bad):,} rows still to look at." if run.bad else f"{word}.")
    return redirect("training:sheet-done", done.pk)


@needs(Permission.LEARNING_LEAD)
def sheet_done(request: HttpRequest, import_pk: int) -> HttpResponse:
    """What became of a sheet, and the rows nobody could use."""
    return render(request, "training/sheet_done.html", {"done": get_import(request, import_pk)})
