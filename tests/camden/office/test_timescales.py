"""The pages of timescales: read by everybody, local ones kept by an administrator who sees what follows first."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from camden.models import TimescaleRow, Workday
from camden.rules.dates import Unit, counted
from camden.rules.workdays import england
from cases.models import Clock

URL = "/settings/timescales/"


def at(code: str, more: str = "") -> str:
    """The address of a timescale's page."""
    return f"{URL}{TimescaleRow.objects.filter(code=code).latest('pk').pk}/{more}"


def said(code: str, **more: Any) -> dict[str, Any]:
    """What the form holds when nothing is changed, and then what is."""
    row = TimescaleRow.objects.filter(code=code).latest("pk")
    names = ("amount", "unit", "warn_days", "owner", "is_ticking", "source")
    return {name: str(getattr(row, name)) for name in names} | {"_version": row.version} | more


def clock(cast: SimpleNamespace, rule: str, anchor_on: date, days: int, **more: Any) -> Clock:
    """A clock of the first child that runs for so many working days."""
    due_on = counted(anchor_on, days, Unit.WORKING_DAYS, england())
    whole = {"rule": rule, "anchor_on": anchor_on, "amount": days, "unit": "wd", "due_on": due_on, "do_by": due_on}
    return Clock.objects.create(case=cast.case, child=cast.children[0], **whole | more)


def save(browser: Any, code: str, **more: Any) -> Any:
    """Look at what follows, then save it: both answers of the form."""
    shown = browser.post(at(code, "edit/"), said(code, **more))
    assert shown.status_code == 200 and shown.context["form"].preview, shown.context["form"].errors
    seen = shown.context["form"].data["_seen"]
    return browser.post(at(code, "edit/"), said(code, **more, _seen=seen), follow=True)


def test_everybody_who_works_here_reads_what_is_counted_and_why(cast: SimpleNamespace, browser_for: Any) -> None:
    for somebody in (cast.amara, cast.bilal, cast.eve):
        page = browser_for(somebody).get(URL)
        words = page.content.decode()
        assert "Complete the assessment and have it authorised" in words and "45 working days" in words.lower()
        assert {line.state for line in page.context["page"].lines} == {"Counted"}
    assert "/edit/" not in browser_for(cast.amara).get(at("CN2")).content.decode()


def test_the_parts_of_the_journey_hold_every_timescale_once(cast: SimpleNamespace, browser_for: Any) -> None:
    amara, codes = browser_for(cast.amara), []
    for part in ("door", "protection", "need", "court", "care", "after", "practice"):
        codes += [line.code for line in amara.get(URL, {"part": part}).context["page"].lines]
    assert sorted(codes) == sorted(TimescaleRow.objects.values_list("code", flat=True))


def test_one_that_nothing_starts_yet_says_so(cast: SimpleNamespace, browser_for: Any) -> None:
    silent = TimescaleRow.objects.get(code="CP16").silent
    amara = browser_for(cast.amara)
    for page in (amara.get(URL, {"part": "protection"}), amara.get(at("CP16"))):
        assert "Not counted yet" in page.content.decode() and silent in page.content.decode()


def test_the_whole_story_stands_on_one_page(cast: SimpleNamespace, browser_for: Any) -> None:
    words = browser_for(cast.amara).get(at("CP4")).content.decode()
    for told in ("15 working days", "Enquiry started", "Initial conference", "conference not required", "[S23]"):
        assert told in words
    assert "Nothing: it is as it came." in words


def test_law_says_why_it_is_not_changed_and_where_it_stands(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    for code, told in (("LA14", "It rests on law"), ("AS1", "It rests on national guidance"), ("FD4", "An inspector")):
        for page in (eve.get(at(code)), eve.get(at(code, "edit/"))):
            assert told in page.content.decode()
        sent = eve.post(at(code, "edit/"), {"amount": 90, "unit": "wd", "is_ticking": "False"})
        assert sent.status_code == 200 and sent.context["form"] is None


def test_nobody_else_changes_one(cast: SimpleNamespace, browser_for: Any) -> None:
    for somebody in (cast.amara, cast.bilal, cast.cora):
        assert browser_for(somebody).get(at("CN2", "edit/")).status_code == 403
        assert browser_for(somebody).get("/settings/holidays/new/").status_code == 403


def test_what_follows_is_shown_in_figures_before_it_is_saved(cast: SimpleNamespace, browser_for: Any) -> None:
    today = timezone.localdate()
    for ago in (35, 24, 7):
        clock(cast, "CN2", today - timedelta(days=ago), 20)
    clock(cast, "CN2", today - timedelta(days=60), 20)
    clock(cast, "CN3", today - timedelta(days=24), 20)
    begins = today - timedelta(days=40)
    sent = said("CN2", amount=10, begins_on=begins.isoformat())
    page = browser_for(cast.eve).post(at("CN2", "edit/"), sent)
    assert page.context["form"].preview[1] == (
        f"Of 3 running clocks that count from {begins.day} {begins:%B} {begins.year} or later,"
        " 3 move to another day: 1 becomes late."
    )
    assert "Rahman" not in page.content.decode() and "Nothing has changed yet." in page.content.decode()
    assert TimescaleRow.objects.filter(code="CN2").count() == 1


def test_a_change_is_saved_from_its_day_and_told_afterwards(cast: SimpleNamespace, browser_for: Any) -> None:
    eve, day = browser_for(cast.eve), timezone.localdate() + timedelta(days=30)
    words = save(eve, "CN2", amount=15, begins_on=day.isoformat(), warn_days=3).content.decode()
    assert "CN2 is saved. Due days follow in the coming night." in words
    old, new = TimescaleRow.objects.filter(code="CN2").order_by("pk")
    assert (old.ends_on, new.begins_on, new.amount) == (day, day, 15)
    page = browser_for(cast.amara).get(f"{URL}{old.pk}/").content.decode()
    assert "every 15 working days" in page and "Every 20 working days" in page
    assert "Eve Storey" in page and "Limit: 15 working days, was 20 working days" in page
    assert "Changed here" in browser_for(cast.amara).get(URL, {"part": "here"}).content.decode()


def test_other_words_after_looking_are_shown_anew_and_not_saved(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    seen = eve.post(at("CN2", "edit/"), said("CN2", warn_days=3)).context["form"].data["_seen"]
    again = eve.post(at("CN2", "edit/"), said("CN2", warn_days=4, _seen=seen))
    assert again.status_code == 200 and "4 working days before, instead of 5" in again.content.decode()
    assert TimescaleRow.objects.get(code="CN2").warn_days == 5


def test_the_second_of_two_administrators_sees_what_the_first_saved(cast: SimpleNamespace, browser_for: Any) -> None:
    eve, before = browser_for(cast.eve), said("CN2")
    url, theirs = at("CN2", "edit/"), before | {"warn_days": 9}
    seen = eve.post(url, theirs).context["form"].data["_seen"]
    save(eve, "CN2", warn_days=3)
    page = eve.post(url, theirs | {"_seen": seen})
    assert "Eve Storey changed this while you were writing." in page.content.decode()
    assert TimescaleRow.objects.get(code="CN2").warn_days == 3
    form = page.context["form"]
    assert form["warn_days"].theirs == "3" and form["warn_days"].value() == "9"
    save(eve, "CN2", warn_days=9)
    assert TimescaleRow.objects.get(code="CN2").warn_days == 9


def test_a_limit_needs_its_day_and_no_change_is_no_change(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    words = eve.post(at("CN2", "edit/"), said("CN2", amount=15)).content.decode()
    assert "Enter the day from which the new limit holds." in words
    assert "Nothing is different from what holds now." in eve.post(at("CN2", "edit/"), said("CN2")).content.decode()


def test_switching_off_says_how_many_clocks_stop(cast: SimpleNamespace, browser_for: Any) -> None:
    clock(cast, "CN2", date(2026, 11, 2), 20)
    eve = browser_for(cast.eve)
    page = eve.post(at("CN2", "edit/"), said("CN2", is_ticking="False")).content.decode()
    assert "1 running clock stops, and nobody is reminded of it any more." in page
    save(eve, "CN2", is_ticking="False")
    assert not TimescaleRow.objects.get(code="CN2").is_ticking
    assert "Switched off" in browser_for(cast.amara).get(at("CN2")).content.decode()


def test_one_without_facts_offers_no_switch(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    assert "is_ticking" not in eve.get(at("PL1", "edit/")).context["form"].fields
    save(eve, "PL1", warn_days=4)
    assert (TimescaleRow.objects.get(code="PL1").warn_days, TimescaleRow.objects.get(code="PL1").is_ticking) == (
        4,
        False,
    )


def test_law_that_came_switched_off_is_switched_on_for_good(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    page = eve.get(at("LA22", "edit/"))
    assert "it cannot be switched off again" in page.content.decode()
    assert eve.post(at("LA22", "edit/"), {"_version": 1}).status_code == 302
    assert TimescaleRow.objects.get(code="LA22").is_ticking
    assert eve.get(at("LA22", "edit/")).context["form"] is None


def test_the_offer_of_family_decision_making_waits_for_its_day(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    assert "Not in force yet" in eve.get(at("PL4")).content.decode()
    answers = {"begins_on": "1 4 2027", "source": "SI 2027/1 reg 2", "_version": 1}
    shown = eve.post(at("PL4", "edit/"), answers)
    assert "from 1 April 2027 on" in shown.content.decode()
    assert TimescaleRow.objects.get(code="PL4").begins_on is None
    done = eve.post(at("PL4", "edit/"), answers | {"_seen": shown.context["form"].data["_seen"]}, follow=True)
    assert "In force: SI 2027/1 reg 2" in done.content.decode() and "From 1 April 2027" in done.content.decode()
    assert TimescaleRow.objects.get(code="PL4").is_ticking


def test_the_pages_cost_few_queries(cast: SimpleNamespace, browser_for: Any, at_most: Any) -> None:
    eve = browser_for(cast.eve)
    story, edit = at("CN2"), at("CN2", "edit/")
    with at_most(8):
        eve.get(URL)
    with at_most(9):
        eve.get(story)
    with at_most(12):
        eve.get(edit)


def test_the_longest_list_is_light(cast: SimpleNamespace, browser_for: Any) -> None:
    assert len(browser_for(cast.amara).get(URL, {"part": "care"}).content) < 40_000


def test_a_day_off_is_added_after_a_look_and_taken_back(cast: SimpleNamespace, browser_for: Any) -> None:
    eve, today = browser_for(cast.eve), timezone.localdate()
    day = counted(today, 3, Unit.WORKING_DAYS, england())
    clock(cast, "CN2", today, 5)
    before = Workday.objects.get(pk=day).number
    answers = {"closed_on": day.isoformat(), "name": "Offices closed"}
    shown = eve.post("/settings/holidays/new/", answers)
    assert "Of 1 running clock that counts working days across it, 1 moves to another day" in shown.content.decode()
    seen = shown.context["form"].data["_seen"]
    done = eve.post("/settings/holidays/new/", answers | {"_seen": seen}, follow=True).content.decode()
    assert "Offices closed" in done and "Added by" in done
    assert Workday.objects.get(pk=day).number == before - 1
    reader = browser_for(cast.amara).get("/settings/holidays/").content.decode()
    assert "Offices closed" in reader and "removal" not in reader
    ours = eve.get("/settings/holidays/").context["ours"][0]
    url = f"/settings/holidays/{ours.pk}/removal/"
    assert eve.get(url).status_code == 200
    assert "is worked." in eve.post(url, follow=True).content.decode()
    assert eve.get(url).status_code == 404
    assert Workday.objects.get(pk=day).number == before


def test_a_day_nobody_works_anyhow_says_so(cast: SimpleNamespace, browser_for: Any) -> None:
    eve, answers = browser_for(cast.eve), {"closed_on": "25 12 2026", "name": "Closed"}
    seen = eve.post("/settings/holidays/new/", answers).context["form"].data["_seen"]
    page = eve.post("/settings/holidays/new/", answers | {"_seen": seen}).content.decode()
    assert "Nobody works on this day anyhow" in page


def test_bank_holidays_of_three_years_stand_there_by_name(cast: SimpleNamespace, browser_for: Any) -> None:
    england_ = browser_for(cast.amara).get("/settings/holidays/").context["england"]
    assert [year for year, _ in england_] == [timezone.localdate().year + more for more in range(3)]
    assert all(len(days) == 8 for _, days in england_) and england_[0][1][0].name.startswith("New Year’s Day")


def test_whoever_knows_the_code_only_is_led_there(cast: SimpleNamespace, browser_for: Any) -> None:
    assert "Every 6 months" in browser_for(cast.amara).get(f"{URL}cp11/", follow=True).content.decode()


def test_what_repeats_says_that_it_counts_again_each_time(cast: SimpleNamespace, browser_for: Any) -> None:
    words = browser_for(cast.amara).get(at("CP12")).content.decode()
    assert "Protection plan started; then again from each time it was met" in words
    assert "The child was seen" in words


@pytest.mark.parametrize("path", ["999999/", "999999/edit/", "XX9/"])
def test_one_that_is_not_there_answers_404(cast: SimpleNamespace, browser_for: Any, path: str) -> None:
    assert browser_for(cast.eve).get(URL + path).status_code == 404
