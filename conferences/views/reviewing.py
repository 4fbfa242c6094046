"""The plan and how it goes, and the family looking at it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from conferences.forms.reviewing import ReviewForm
from conferences.lookup import get_conference, get_edition
from conferences.operations.reviewing import LIVED, look_again
from conferences.operations.stages import NotThatWay, Overtaken
from conferences.readings.noted import review_on
from conferences.readings.promises import heard_last, items_of, promises_of
from conferences.readings.story import read_story
from conferences.rules.paper import from_content
from conferences.rules.stages import PLAN_IS_OPEN


@needs(Permission.CONFERENCE_READ)
def story(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What was promised, how it goes, each look at it, and every edition."""
    conference = get_conference(request, case_pk, pk)
    convenes = may(request.user, Permission.CONFERENCE_CONVENE)
    page = read_story(conference, on=timezone.localdate(), convenes=convenes)
    context = {
        "conference": conference,
        "page": page,
        "may_write": convenes and conference.stage in PLAN_IS_OPEN,
        "may_look_again": convenes and conference.stage in LIVED,
        "may_answer": may(request.user, Permission.CASE_RECORD) and conference.plan_given_on is not None,
        "may_mandate": may(request.user, Permission.CASE_ALLOCATE),
    }
    return render(request, "conferences/plan_story.html", context)


@needs(Permission.CONFERENCE_READ)
def edition(request: HttpRequest, case_pk: int, pk: int, number: int) -> HttpResponse:
    """The plan as it was agreed on a day, word for word."""
    conference = get_conference(request, case_pk, pk)
    kept = get_edition(conference, number)
    context = {"conference": conference, "paper": from_content(kept.content), "number": number}
    return render(request, "conferences/plan_edition.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("how a family’s plan went")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The family looks at its plan again. When somebody else wrote it down too, both texts are shown."""
    conference = get_conference(request, case_pk, pk)
    on = timezone.localdate()
    promises, before = promises_of(items_of(conference)), review_on(conference, on)
    said = heard_last(conference) if before else {}
    form = ReviewForm(request.POST or None, promises=promises, before=before, said=said, on=on)
    overtaken = None
    if form.is_valid():
        goes_on = "goes_on" in request.POST
        try:
            look_again(
                conference=conference, heard=form.heard(), words=form.words(), version=form.shown_version(),
                goes_on=goes_on, by=request.user, on=on,
            )  # fmt: skip
        except Overtaken:
            overtaken = review_on(conference, form.cleaned_data["held_on"])
            form.show_version(overtaken.version if overtaken else 0)
        except NotThatWay as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "What the family said is saved.")
            to = "conferences:plan" if goes_on else "conferences:plan-story"
            return redirect(reverse(to, args=[case_pk, pk]))
    context = {"conference": conference, "form": form, "overtaken": overtaken}
    return render(request, "conferences/plan_review_new.html", context | {"is_open": conference.stage in LIVED})
