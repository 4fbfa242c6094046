"""`manage.py due`: the golden dates, one answer for each of the 103 rules, and plain refusals."""

import json
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.management import call_command

from camden.management.asking import answer, tiers_of
from camden.management.timescales import EVERY, KINDS
from camden.rules.timescales import Timescale, Unit
from tests.camden.rules.test_workdays import is_ordinary, walked
from tests.camden.servers.running import ROOT, environment

# Hand-counted from Monday 23 November 2026: due, and what to do it by where that is another day.
FROM_A_MONDAY = """
FD1 2026-11-24            FD2 2026-11-23T14:00      FD2b 2026-11-24           FD2c 2026-11-26
FD3 2026-11-24            EH1 2027-02-15            AS1 2027-01-28            AS2 2026-12-07
AS3 2026-12-07            AS4 2026-11-23            CP1 2026-11-24T10:00      CP2 2026-11-26T10:00
CP3 2026-12-01            CP4 2026-12-14            CP5 2026-11-19            CP5b 2026-11-16
CP6 2026-11-30            CP7 2026-12-21            CP8 2026-12-07            CP9 2027-01-04
CP10 2027-02-23           CP11 2027-05-23/05-21     CP12 2026-12-07           CP14 2026-12-21
CP14b 2027-01-04          CP15 2026-11-25T10:00     CP16 2026-12-14           CP17 2027-08-23
CP17b 2028-02-23          CP17c 2028-05-23          CP17d 2028-11-23          CP19 2026-09-28
CP20 2026-11-30           CP20b 2026-12-14          CP21 2026-11-24           CN1 2026-12-07
CN2 2026-12-21            CN3 2027-02-23            CN4 2026-11-28/11-27      CN5 2027-08-23
CN5b 2027-11-23           PL1 2026-12-07            PL2 2027-01-18            PL3 2027-03-15
PL4 2026-11-23            PL5 2026-11-23            PL6 2026-11-25            PL7 2026-12-17
PL8 2027-05-23/05-21      PL9 2027-01-18            LA1 2026-12-07            LA2 2026-11-30
LA3 2026-11-30            LA4 2026-11-30            LA5 2027-01-04            LA6 2027-02-23
LA7 2027-01-04            LA8 2027-05-23/05-21      LA9 2026-11-30            LA10 2026-11-30
LA11 2026-11-30           LA12 2026-11-30           LA13 2027-03-15           LA14 2026-12-21
LA15 2027-02-23           LA16 2027-05-23/05-21     LA17 2026-11-23           LA18 2026-11-23
LA19 2026-11-30           LA20 2026-11-30           LA20b 2026-12-14          LA21 2027-03-23
LA22 2026-12-21           LA23 2027-05-23/05-21     LA23b 2027-11-23          LA24 2027-11-23
LA25 2027-11-23           LA26 2026-12-07           LA26b 2027-03-23          LA27 2026-12-21
LA28 2026-11-26T10:00     LA29 2026-12-10           LA30 2026-11-26T10:00     LA30b 2026-12-23
LA30c 2027-02-23          AD1 2026-12-02            AD2 2026-11-30            AD3 2026-12-21
AD3b 2027-02-23           AD3c 2027-05-23/05-21     LC1 2027-02-23            LC2 2026-12-07
LC3 2027-05-23/05-21      LC3b 2026-12-21           LC4 2026-11-30            LC5 2026-12-23
PF1 2026-10-12            PF2 2026-12-02            PF3 2027-01-04            PF4 2026-11-25T10:00
PR1 2027-01-18            PR1b 2027-01-04           PR2 2026-12-07            PR3 2026-12-21
PR4 2026-11-30            PR4b 2026-12-07           PR4c 2026-12-23           PR5 2026-11-25
PR6 2027-01-18            PR7 2027-02-15            PR8 2027-05-23/05-21      PR8b 2027-11-23
PR6a 2026-11-25           PR8c 2027-02-23
PR9 2026-11-30            PR9b 2026-11-23           PR10 2026-12-23           CPD1 2026-11-30
IG1 2026-12-23            IG2 2026-12-21            IG3 2026-11-26T10:00      IG4 2026-12-07
IG4b 2026-12-30           IG4c 2027-01-07
"""
COUNTED = [each.split(" ") for each in re.findall(r"[A-Z]+\d+[a-d]? [\d:T/-]+", FROM_A_MONDAY)]
MARKERS = {"FD4", "CP13", "CP18", "LA31", "CPD2"}


def ask(code: str, on: str, *events: str) -> dict[str, Any]:
    """What the command prints."""
    out = StringIO()
    words = [word for event in events for word in ("--event", event)]
    call_command("due", code, "--on", on, *words, stdout=out)
    return dict(json.loads(out.getvalue()))


def refused(code: str, on: str, *events: str) -> str:
    """The sentence of a refusal."""
    said = StringIO()
    words = [word for event in events for word in ("--event", event)]
    with pytest.raises(SystemExit) as stopped:
        call_command("due", code, "--on", on, *words, stdout=StringIO(), stderr=said)
    assert stopped.value.code == 2
    sentence = said.getvalue().strip()
    assert sentence.endswith(".") and "Traceback" not in sentence and "\n" not in sentence
    return sentence


def test_every_rule_is_counted_here_by_hand_or_is_a_marker() -> None:
    codes = {code for code, _ in COUNTED}
    assert len({rule.base for rule in EVERY}) == 103
    assert {rule.base for rule in EVERY} == codes & {rule.base for rule in EVERY} | MARKERS
    assert {rule.code for rule in EVERY if rule.is_clock} <= codes | {f"{code}a" for code in codes}


@pytest.mark.parametrize(("code", "expected"), COUNTED, ids=lambda each: each)
def test_each_rule_from_a_monday_counted_by_hand(code: str, expected: str) -> None:
    due, _, do_by = expected.partition("/")
    found = ask(code, "2026-11-23T10:00")
    if "T" in due:
        assert found["due_at"] == found["breach_after"] == f"{due}:00+00:00"
        return
    assert found["due_on"] == found["breach_after"] == due
    assert found["do_by"] == (f"{due[:4]}-{do_by}" if do_by else due)


@pytest.mark.parametrize(
    ("code", "on", "due", "do_by"),
    [
        ("FD1", "2026-11-20", "2026-11-23", "2026-11-23"),
        ("FD1", "2026-12-24", "2026-12-29", "2026-12-29"),
        ("AS1", "2026-11-23", "2027-01-28", "2027-01-28"),
        ("CP4", "2026-12-14", "2027-01-07", "2027-01-07"),
        ("CP8", "2026-12-18", "2027-01-06", "2027-01-06"),
        ("LA14", "2026-12-07", "2027-01-07", "2027-01-07"),
        ("CP6", "2026-12-23", "2027-01-04", "2027-01-04"),
        ("CP10", "2026-11-30", "2027-02-28", "2027-02-26"),
        ("LA15", "2027-01-08", "2027-04-08", "2027-04-08"),
        # Others that are awkward: leap day, Easter, a trigger on a Sunday, a whole year of clipping.
        ("LA16", "2027-08-31", "2028-02-29", "2028-02-29"),
        ("CP12", "2027-03-24", "2027-04-09", "2027-04-09"),
        ("CP12", "2026-11-22", "2026-12-04", "2026-12-04"),
        ("LA4", "2026-12-18", "2026-12-25", "2026-12-24"),
        ("CP9", "2026-11-21", "2027-01-02", "2026-12-31"),
        ("PL8", "2026-11-02", "2027-05-02", "2027-04-30"),
        ("CP5", "2027-01-05", "2026-12-31", "2026-12-31"),
        ("CP5b", "2027-01-05", "2026-12-24", "2026-12-24"),
    ],
)
def test_the_golden_dates(code: str, on: str, due: str, do_by: str) -> None:
    found = ask(code, on)
    assert (found["due_on"], found["do_by"], found["breach_after"]) == (due, do_by, due)


def test_seventy_two_hours_over_christmas_and_over_a_change_of_the_clocks() -> None:
    found = ask("LA28", "2026-12-24T16:30")
    assert found["due_at"] == found["breach_after"] == "2026-12-27T16:30:00+00:00"
    assert found["do_by"] == "2026-12-24" and "due_on" not in found
    assert ask("CP2", "2027-03-27T12:00")["due_at"] == "2027-03-30T13:00:00+01:00"
    assert ask("IG3", "2026-10-24T12:00")["due_at"] == "2026-10-27T11:00:00+00:00"
    assert ask("CP2", "2026-07-01T11:00Z")["due_at"] == "2026-07-04T12:00:00+01:00"


def test_a_visit_is_written_up_in_a_day_and_at_most_in_two() -> None:
    found = ask("CP15", "2026-11-23T15:00")
    assert found["do_by"] == "2026-11-24T15:00:00+00:00"
    assert found["due_at"] == found["breach_after"] == "2026-11-25T15:00:00+00:00"


def test_windows_say_when_they_open() -> None:
    assert ask("LC5", "2026-11-23")["opens_on"] == "2026-08-23"
    assert ask("PL7", "2026-11-23")["opens_on"] == "2026-12-09"
    assert ask("CP19", "2026-11-23")["opens_on"] == "2026-08-31"
    found = ask("CPD1", "2026-12-01")
    assert (found["opens_on"], found["due_on"]) == ("2027-09-01", "2027-11-30")


def test_a_later_success_moves_a_repeat() -> None:
    found = ask("CP12", "2026-11-23", "child-seen=2026-12-01", "child-seen=2026-12-04")
    assert (found["counts_from"], found["due_on"]) == ("2026-12-04", "2026-12-18")
    assert "met_on" not in found


def test_a_success_meets_a_clock_in_time_or_late() -> None:
    found = ask("CP4", "2026-12-14", "initial-conference=2027-01-07")
    assert (found["due_on"], found["met_on"], found["late"]) == ("2027-01-07", "2027-01-07", False)
    assert ask("cp4", "2026-12-14", "conference-not-required=2027-01-08")["late"] is True
    assert ask("LA28", "2026-12-24T16:30", "return-interview=2026-12-27T16:31")["late"] is True
    assert ask("LA28", "2026-12-24T16:30", "return-interview=2026-12-27T16:30")["late"] is False


def test_an_end_leaves_nothing_due() -> None:
    found = ask("CP9", "2026-11-23", "protection-plan-ended=2026-12-01")
    assert found["due_on"] is found["do_by"] is found["breach_after"] is None
    assert (found["ended_on"], found["was_due_on"]) == ("2026-12-01", "2027-01-04")


def test_extensions_are_counted_as_often_as_the_law_grants_them() -> None:
    once, twice = "emergency-order-extended=2026-11-30", "emergency-order-extended=2026-12-05"
    assert ask("CP3", "2026-11-23", once)["due_on"] == ask("CP3", "2026-11-23", once, twice)["due_on"] == "2026-12-08"
    assert ask("LA13", "2026-11-23", "temporary-approval-extended=2027-03-01")["due_on"] == "2027-05-10"
    assert ask("IG1", "2026-11-23", "subject-request-extended=2026-12-01")["due_on"] == "2027-02-23"
    more = ("proceedings-extended=2027-05-01", "proceedings-extended=2027-07-01")
    assert ask("PL8", "2026-11-23", more[0])["due_on"] == "2027-07-18"
    assert ask("PL8", "2026-11-23", *more)["due_on"] == "2027-09-12"
    assert ask("IG4", "2026-11-23", "complaint-extended=2026-12-01")["due_on"] == "2026-12-21"


def test_an_interval_that_changes_says_both_and_moves_with_the_event() -> None:
    found = ask("LA10", "2026-11-23")
    assert (found["due_on"], found["then"]["due_on"]) == ("2026-11-30", "2026-12-21")
    assert ask("LA10", "2026-11-23", "looked-after-review=2026-11-27")["due_on"] == "2026-12-21"
    assert ask("LA9", "2026-11-23", "looked-after-review=2026-11-27")["due_on"] == "2027-01-04"
    assert ask("LA11", "2026-11-23", "child-seen=2026-11-25")["due_on"] == "2027-01-06"
    assert ask("LC4", "2026-11-23", "adviser-visit=2026-11-25")["due_on"] == "2027-01-25"
    assert ask("PF3", "2026-11-23", "private-fostering-visit=2027-11-24")["due_on"] == "2028-02-16"


def test_a_rule_with_tiers_answers_with_the_first_and_lists_all() -> None:
    found = ask("CP17", "2026-11-23")
    assert (found["code"], found["tier"]) == ("CP17", "CP17a")
    assert [each["due_on"] for each in found["tiers"]] == ["2027-08-23", "2028-02-23", "2028-05-23", "2028-11-23"]
    assert "tiers" not in ask("CP17b", "2026-11-23")


@pytest.mark.parametrize(
    ("code", "event", "tier", "due"),
    [
        ("FD2", "contact-rated-amber=2026-11-23", "FD2b", "2026-11-24"),
        ("FD2", "contact-rated-green=2026-11-23", "FD2c", "2026-11-26"),
        ("AD3", "adoption-review=2026-12-14", "AD3b", "2027-03-14"),
        ("PR4", "early-career-supervision=2027-01-11", "PR4b", "2027-01-25"),
        ("LA26", "education-plan=2026-12-01", "LA26b", "2027-04-01"),
        ("IG4", "complaint-investigation=2026-12-01", "IG4b", "2027-01-08"),
        ("CP14", "child-seen=2026-11-30", "CP14a", "2026-12-28"),
    ],
)
def test_an_event_leads_to_the_tier_that_holds_then(code: str, event: str, tier: str, due: str) -> None:
    found = ask(code, "2026-11-23", event)
    assert (found["tier"], found["due_on"]) == (tier, due)


def test_law_that_is_not_in_force_says_so_and_is_answered() -> None:
    found = ask("PL4", "2026-11-23")
    assert found["is_commenced"] is False and found["is_on"] is False and "commencement" in found["silent"]


@pytest.mark.parametrize("code", sorted(MARKERS | {"LA29b"}))
def test_a_marker_is_no_clock_and_says_what_it_is(code: str) -> None:
    assert f"{code} is no clock" in refused(code, "2026-11-23")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("XX1", "2026-11-23"), "There is no rule XX1"),
        (("CP4", "23/11/2026"), "--on needs a day"),
        (("CP4", "2026-02-30"), "--on needs a day"),
        (("CP4", "20261123"), "--on needs a day"),
        (("CP4", "2026-11-23T25:00"), "--on needs a day"),
        (("LA28", "2026-11-23"), "give a time too"),
        (("FD2", "2026-11-23"), "give a time too"),
        (("CP4", "2026-11-23", "nonsense=2026-12-01"), "There is no event nonsense"),
        (("CP4", "2026-11-23", "core-group=2026-12-01"), "It listens to conference-not-required, died, initial-conf"),
        (("CP4", "2026-11-23", "died=2026-11-22"), "was before 2026-11-23"),
        (("CP4", "2026-11-23", "died"), "--event needs a kind and a day"),
        (("CP4", "2026-11-23", "died=soon"), "--event needs a day"),
        (("CP4", "1926-11-23"), "Timescales are counted from"),
        (("CP17", "2080-06-01"), "Timescales are counted from"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    assert sentence in refused(*words)


def test_what_counts_back_takes_facts_from_before_its_day() -> None:
    found = ask("CP5", "2026-12-14", "report-shared=2026-12-09")
    assert (found["due_on"], found["met_on"], found["late"]) == ("2026-12-10", "2026-12-09", False)
    assert ask("CP5", "2026-12-14", "report-shared=2026-12-11")["late"] is True


# ----- ten thousand days, over all rules


def months_on(day: date, months: int) -> date:
    """The same day of another month or the last one it has, by stepping back from what does not exist."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def counted_plainly(rule: Timescale, day: date) -> date | None:
    """When a rule is due by another hand; None for those counted in their own way, which stand in tables above."""
    if rule.yearly or rule.is_inclusive or rule.unit is Unit.HOURS:
        return None
    if rule.unit is Unit.WORKING_DAYS:
        return walked(day, rule.amount, -1 if rule.is_back else 1)
    if rule.unit is Unit.MONTHS:
        return months_on(day, rule.amount)
    days = rule.amount * (7 if rule.unit is Unit.WEEKS else 1)
    return day - timedelta(days=days) if rule.is_back else day + timedelta(days=days)


def test_ten_thousand_random_days_are_counted_right_and_in_order() -> None:
    chance, clocks = Random(2026), [rule for rule in EVERY if rule.is_clock]
    for n in range(10_000):
        rule, day = clocks[n % len(clocks)], date(2025, 4, 1) + timedelta(days=chance.randrange(900))
        found, later = (answer(rule.code, f"{each}T09:30", []) for each in (day, day + timedelta(days=1)))
        due = date.fromisoformat((found.get("due_on") or found["due_at"])[:10])
        do_by = date.fromisoformat(found["do_by"][:10])
        assert rule.is_back or day <= do_by
        assert do_by <= due and (is_ordinary(do_by) or rule.target or not any_ordinary(day, due))
        assert (found.get("due_on") or found["due_at"]) <= (later.get("due_on") or later["due_at"])
        assert (plain := counted_plainly(rule, day)) is None or due == plain, (rule.code, day)
        if rule.unit is Unit.HOURS:
            start, end = datetime.fromisoformat(found["on"]), datetime.fromisoformat(found["due_at"])
            assert end - start == timedelta(hours=rule.amount)


def any_ordinary(first: date, last: date) -> bool:
    """Whether a working day lies between two days."""
    return any(is_ordinary(first + timedelta(days=n)) for n in range((last - first).days + 1))


# ----- from the outside


def test_it_answers_without_a_database_and_writes_nothing(tmp_path: Path) -> None:
    words = [sys.executable, "manage.py", "due", "CP4", "--on", "2026-12-14"]
    done = subprocess.run(words, cwd=ROOT, env=environment(tmp_path / "none"), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["due_on"] == "2027-01-07"
    assert not (tmp_path / "none").exists()
    done = subprocess.run(
        [*words[:3], "FD4", *words[4:]], cwd=ROOT, env=environment(tmp_path / "none"), capture_output=True
    )
    assert done.returncode == 2 and b"no clock" in done.stderr and not done.stdout


def test_the_help_lists_every_code_and_every_kind_of_event() -> None:
    words = [sys.executable, "manage.py", "due", "--help"]
    done = subprocess.run(words, cwd=ROOT, env=environment(Path("/nowhere")), capture_output=True, text=True)
    told = set(done.stdout.split())
    assert {rule.base for rule in EVERY} <= told
    assert {kind for kinds in KINDS.values() for kind in kinds} <= told


def test_small_letters_find_a_rule() -> None:
    assert tiers_of("cp17B")[0].code == "CP17b"
