"""What happened next: a family's living formulation, and what the answers made of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import User
from camden.office.kept import keeps_words
from cases.lookup import get_case
from cases.readings.planned import may_come_along
from supervision import readings
from supervision.forms.weighing import WeighingForm
from supervision.lookup import get_hypothesis_to_weigh
from supervision.operations import Next, NotWeighed, weigh
from supervision.readings.settings import to_think_with
from supervision.rules.hypotheses import State


@needs(Permission.CASE_READ)
def formulation(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What is held as possible about one family, what was asked, and what was let go."""
    case = get_case(request, case_pk)
    context = {"case": case, "formulation": readings.formulation(case, timezone.localdate())}
    context["may_record"] = may(request.user, Permission.CASE_RECORD)
    return render(request, "supervision/formulation.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("what became of an idea")
def weighing(request: HttpRequest, hypothesis_pk: int) -> HttpResponse:
    """Strengthened, revised or let go, with what showed it. Whoever comes second reads what the first wrote."""
    found, on = get_hypothesis_to_weigh(request, hypothesis_pk), timezone.localdate()
    idea, case = readings.read_hypothesis(found, on), found.discussion.case
    was_asked = idea.state is State.ASKED
    people = [(request.user.pk, request.user.name), *may_come_along(case, request.user)] if was_asked else []
    form = WeighingForm(request.POST or None, on=on, people=people, me=request.user.pk, was_asked=was_asked)
    if form.is_valid():
        said = form.cleaned_data
        becomes = None
        if said["verdict"] == State.REVISED:
            asked = {name: said[name] for name in ("ask_by_on", "first_sentence", "not_asked_because")}
            becomes = Next(said["now"], said["ask_what"], said["ask_whom"], ask_by=_asker(said["ask_by"]), **asked)
        try:
            weigh(
                hypothesis=found,
                verdict=said["verdict"],
                evidence=said["evidence"],
                by=request.user,
                on=on,
                becomes=becomes,
            )
        except NotWeighed as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
            idea = readings.read_hypothesis(get_hypothesis_to_weigh(request, hypothesis_pk), on)
        else:
            messages.success(request, "Saved: the next discussion of this family begins with it.")
            return redirect("supervision:formulation", case.pk)
    context = {"case": case, "idea": idea, "form": form}
    context["to_think_with"] = to_think_with(on.toordinal() + found.pk) if was_asked else ()
    return render(request, "supervision/weighing.html", context)


def _asker(key: int) -> User | None:
    """Whoever was chosen of those who may come along."""
    return User.objects.filter(pk=key).first() if key else None
