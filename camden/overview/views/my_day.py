"""My day: what happened meanwhile, what waits, and my families."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from camden.access import Permission, may, needs
from camden.operations.catching_up import arrive, catch_up
from camden.operations.drafts import my_drafts
from camden.overview import reminders
from camden.overview.day import due_lines, next_things
from camden.rules.moments import day_here, span_in_words, until_in_words
from cases.readings.mine import MyFamily, my_families
from cases.readings.news import news_since
from cases.readings.to_decide import to_decide

FIRST_TIME = timedelta(days=7)  # who was never here before is told of the last week
LONGEST_AGO = timedelta(days=400)


@needs(Permission.CASE_RECORD)
def my_day(request: HttpRequest) -> HttpResponse:
    """Since you were last here; what waits for my decision; late or slipping, today and soon; drafts; my families."""
    on, at, user = timezone.localdate(), timezone.now(), request.user
    here = arrive(user=user, on=on)
    families = my_families(user, on)
    since = here.read_at or at - FIRST_TIME
    names = {family.pk: family.name for family in families}
    news = news_since(user=user, families=names, since=since, on=on, new=here.new)
    found = reminders.due_for(user, on, on_screen=True)
    decisions = to_decide(user, on) if may(user, Permission.CASE_AUTHORISE) else ()
    request.opened.add(*names, *(case for reminder in found for case in reminder.case_ids))
    request.opened.add(*(line.case_pk for line in decisions if line.case_pk))
    context = {
        "duties": [(duty.team, until_in_words(duty.until, at)) for duty in user.duties_now if duty.until],
        "news": news,
        "days": (on - day_here(here.read_at)).days if here.read_at else None,
        "until": here.complete_at.isoformat(),
        "decisions": decisions,
        "due": due_lines(found, on, names),
        "drafts": _unsent(user, on, names),
        "families": _with_next(families, next_things(found, on)),
    }
    return render(request, "overview/my_day.html", context)


@needs(Permission.CASE_RECORD)
@require_POST
def caught_up(request: HttpRequest) -> HttpResponse:
    """What the page showed is read: until the moment the page was made, and no later."""
    until = _moment(request.POST.get("until", ""))
    if until:
        catch_up(user=request.user, until=until)
    return redirect("overview:my-day")


def _unsent(user: Any, on: date, names: dict[int, str]) -> list[dict[str, Any]]:
    """What this person began to write and did not send, and did not put away either."""
    lines = [line for line in my_drafts(user, most=12) if not line.is_put_away]
    return [
        {
            "text": line.what,
            "about": " · ".join(said for said in (names.get(line.record_id or 0), line.begins) if said),
            "href": line.goes_on_at,
            "saved": span_in_words(line.saved_at, line.saved_at, on),
        }
        for line in lines
    ]


def _with_next(families: tuple[MyFamily, ...], first: dict[int, Any]) -> list[tuple[MyFamily, Any]]:
    return [(family, first.get(family.pk)) for family in families]


def _moment(text: str) -> datetime | None:
    """The moment a page was made, as that page says it; nothing for nonsense."""
    try:
        moment, now = datetime.fromisoformat(text), timezone.now()
        # Python knows offsets that PostgreSQL does not.
        return min(moment, now).astimezone(UTC) if moment.tzinfo and moment > now - LONGEST_AGO else None
    except (ValueError, OverflowError):
        return None
