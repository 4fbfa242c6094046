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
from camden.operations.rulebook import calendar
from camden.overview import reminders
from camden.overview.day import due_lines, next_things, slipping
from camden.reminders import Reminder, Standing
from camden.rules.moments import day_here, span_in_words, until_in_words
from cases.readings.mine import MyFamily, my_families
from cases.readings.news import News, news_since
from cases.readings.planned_meetings import arranged_by_work
from cases.readings.to_decide import to_decide
from cases.readings.today import Today, VisitToMake, planned_by_record, today_of

FIRST_TIME = timedelta(days=7)  # who was never here before is told of the last week
LONGEST_AGO = timedelta(days=400)
SOON = 2  # working days: what may still be kept, if it is planned today


@needs(Permission.CASE_RECORD)
def my_day(request: HttpRequest) -> HttpResponse:
    """Where I go today; what happened since I was here; what waits for my decision, is late or soon; my families."""
    on, at, user = timezone.localdate(), timezone.now(), request.user
    here = arrive(user=user, on=on)
    since = here.read_at or at - FIRST_TIME
    families = my_families(user, on, since=day_here(since))
    names = {family.pk: family.name for family in families}
    news = news_since(user=user, families=names, since=since, on=on, new=here.new)
    today = today_of(user, on, at, since)
    found = reminders.due_for(user, on, on_screen=True)
    decisions = (*today.to_answer, *(to_decide(user, on) if may(user, Permission.CASE_AUTHORISE) else ()))
    request.opened.add(*names, *(case for reminder in found for case in reminder.case_ids), *_records(today))
    request.opened.add(*(line.case_pk for line in (*decisions, *today.meetings) if line.case_pk))
    next_ = next_things(found, on)
    context = {
        "duties": [(duty.team, until_in_words(duty.until, at)) for duty in user.duties_now if duty.until],
        "visits": [(visit, _why(visit, found)) for visit in today.today],
        "today": today,
        "to_plan": _to_plan(found, on, today),
        "tomorrow": [(visit, _why(visit, found)) for visit in today.tomorrow],
        "news": news,
        "told": _told(news, families, next_, today),
        "days": (on - day_here(here.read_at)).days if here.read_at else None,
        "until": here.complete_at.isoformat(),
        "decisions": decisions,
        "due": due_lines(_not_twice(found, today), on, names, {**today.planned, **arranged_by_work(today.meetings)}),
        "drafts": _unsent(user, on, names),
        "families": _with_next(families, next_),
    }
    return render(request, "overview/my_day.html", context)


@needs(Permission.CASE_RECORD)
def late(request: HttpRequest) -> HttpResponse:
    """Only what is late, due within two working days or passed up, by family, with the ways to act on each line."""
    on, user = timezone.localdate(), request.user
    found = reminders.due_for(user, on, on_screen=True)
    planned = planned_by_record(user, on)
    due = slipping(found, on, calendar().add(on, SOON), {**planned})
    request.opened.add(*planned, *(case for reminder in found for case in reminder.case_ids))
    return render(request, "overview/late.html", {"due": due})


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


def _records(today: Today) -> set[int]:
    """Keys of the records that a person's day names."""
    visits = (*today.today, *today.tomorrow, *today.unanswered)
    return {each.case_pk for each in (*visits, *today.to_write_up, *today.given_back, *today.passed_on)} | set(
        today.planned
    )


def _why(visit: VisitToMake, found: list[Reminder]) -> Reminder | None:
    """What asks for the visit: the first thing due for the family that a visit answers."""
    return next((each for each in found if each.plan_url and visit.case_pk in each.case_ids and each.has_ladder), None)


def _to_plan(found: list[Reminder], on: date, today: Today) -> int:
    """How many families wait for a visit that is late or soon, and that nobody plans yet."""
    now = [each for each in found if each.plan_url and each.has_ladder and each.standing(on) is not Standing.AHEAD]
    return len({case for each in now for case in each.case_ids} - set(today.planned))


def _not_twice(found: list[Reminder], today: Today) -> list[Reminder]:
    """Without what stands under *To write up* already."""
    told = {each.case_pk for each in today.to_write_up}
    return [each for each in found if each.kind != "visit-record" or not told & set(each.case_ids)]


def _told(news: News, families: tuple[MyFamily, ...], first: dict[int, Any], today: Today) -> list[tuple[Any, Any]]:
    """What happened in each family, with who covered, what is planned and what is next."""
    covers = {family.pk: family.covers for family in families}
    return [
        (told, {"covers": covers[key], "next": first.get(key), "planned": today.planned.get(key, "")})
        for told in news.families
        for key in [told.case_pk]
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
