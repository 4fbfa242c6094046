"""A census's assessments, enquiries, conferences and plans: facts, or kept with a sentence where a rule forbids it."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from camden.models import Team
from cases.models import (
    Assessment,
    AssessmentChild,
    ChronologyChild,
    ChronologyEntry,
    Enquiry,
    Member,
    PlanSpell,
    ProtectionConference,
    SourceRow,
)
from cases.operations.imports import Problem
from tests.cases.operations.importing import sentences, take
from tests.cases.operations.importing_journey import FILE, JOURNEY, again, everything, of
from tests.cases.returns.xml import assessment, census, child, element, enquiry, episode, need_plan, protection_plan
from tests.factories.camden import TeamFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="NORTH")


def taken() -> dict[str, str]:
    """What each value became, by the last step of its path."""
    rows = SourceRow.objects.filter(path__startswith="CINdetails").values_list("path", "taken_as")
    return {path.rpartition("/")[2]: words for path, words in rows}


# What becomes a fact.


def test_an_assessment_counts_from_its_referral_and_keeps_its_checkpoint_and_factors(team: Team) -> None:
    take(team, of(assessment("2025-04-02", "2025-05-20", "16A", "1B", checked="2025-04-14")))
    held, part = Assessment.objects.get(), AssessmentChild.objects.get()
    assert (held.counts_from_on, held.started_on) == (date(2025, 4, 1), date(2025, 4, 2))
    assert (held.checked_on, held.authorised_on) == (date(2025, 4, 14), date(2025, 5, 20))
    assert (part.ended_on, part.factors, part.child) == (date(2025, 5, 20), ["16A", "1B"], Member.objects.get())
    assert taken()["AssessmentFactors[2]"] == "assessment factor"
    told = ChronologyEntry.objects.filter(kind="assessment").order_by("happened_on").values_list("summary", flat=True)
    assert list(told) == ["Assessment of C1 begun", "Assessment of C1 authorised"]


def test_an_enquiry_leads_to_a_conference_and_a_plan_begins_with_it(team: Team) -> None:
    plan = protection_plan("2025-04-24", "2025-12-01", "2025-07-15", latest="EMO", earlier="2")
    take(team, of(enquiry("2025-04-07", "2025-04-24"), plan))
    found = Enquiry.objects.get()
    assert (found.started_on, found.ended_on, found.outcome) == (date(2025, 4, 7), date(2025, 4, 24), "conference")
    initial, review = ProtectionConference.objects.order_by("held_on")
    assert (initial.held_on, initial.kind, review.kind) == (date(2025, 4, 24), "initial", "review")
    assert (initial.parts.get().outcome, initial.parts.get().category) == ("plan", "NEG")
    spell = PlanSpell.objects.get()
    assert spell.conference == initial
    assert (spell.first_category, spell.latest_category, spell.earlier_plans) == ("NEG", "EMO", 2)
    assert (spell.ended_on, spell.end_reason) == (date(2025, 12, 1), "not-said")
    assert taken()["CPPreviewDate[1]"] == "review conference"
    assert ChronologyEntry.objects.filter(kind="conference").count() == 2


def test_an_enquiry_without_need_of_a_conference_is_over_and_says_what_is_not_known(team: Team) -> None:
    take(team, of(enquiry("2025-04-07", not_required="true")))
    found = Enquiry.objects.get()
    assert (found.outcome, found.ended_on) == ("not-said", date(2025, 4, 7))
    assert "neither the day nor the reason" in found.not_required_why
    take(team, of(enquiry("2025-04-08")))
    assert Enquiry.objects.get(ended_on=None).started_on == date(2025, 4, 8)


def test_the_conference_of_a_referral_is_held_once_however_often_it_is_named(team: Team) -> None:
    take(team, of(element("DateOfInitialCPC", "2025-04-24"), enquiry("2025-04-07", "2025-04-24"), protection_plan()))
    assert ProtectionConference.objects.count() == 1
    assert SourceRow.objects.filter(taken_as="initial conference").count() == 2


def test_plans_follow_one_another_on_the_same_day(team: Team) -> None:
    take(team, of(need_plan("2025-04-10", "2025-04-24"), protection_plan("2025-04-24", "2025-09-01"),
                  need_plan("2025-09-01")))  # fmt: skip
    bases = list(PlanSpell.objects.order_by("started_on").values_list("basis", flat=True))
    assert bases == ["need", "protection", "need"]
    connection.check_constraints()


# What cannot be one.


@pytest.mark.parametrize(
    ("activities", "more", "path", "sentence"),
    [
        ([assessment(None, "2025-05-01")], {}, "AssessmentAuthorisationDate[1]", "no start that can be read"),
        ([assessment("2025-02-30")], {}, "AssessmentActualStartDate[1]", "no such day"),
        ([assessment("2025-03-31")], {}, "AssessmentActualStartDate[1]", "before the referral"),
        ([enquiry("2025-03-31")], {}, "S47ActualStartDate[1]", "before the referral"),
        ([need_plan("2025-03-31")], {}, "CINPlanStartDate[1]", "before the referral"),
        ([protection_plan("2025-03-31")], {}, "CPPstartDate[1]", "before the referral"),
        ([element("DateOfInitialCPC", "2025-03-31")], {}, "DateOfInitialCPC[1]", "before the referral"),
        ([assessment("2027-01-04")], {}, "AssessmentActualStartDate[1]", "after the day of the import"),
        ([assessment("2025-04-02", "2027-01-04")], {}, "AssessmentAuthorisationDate[1]", "after the day of the import"),
        ([assessment("2025-04-02", "2025-04-01")], {}, "AssessmentAuthorisationDate[1]", "end is before the start"),
        ([need_plan("2025-04-02", "2025-04-02")], {}, "CINPlanEndDate[1]", "begin and end on one day"),
        ([protection_plan("2025-04-24", "2025-04-24")], {}, "CPPendDate[1]", "begin and end on one day"),
        ([protection_plan(first=None, latest="NEG")], {}, "CPPstartDate[1]", "first category"),
        ([protection_plan(first="BAD")], {}, "InitialCategoryOfAbuse[1]", "not in the list"),
        ([protection_plan(earlier="400")], {}, "NumberOfPreviousCPP[1]", "not possible"),
        ([assessment("2025-04-02", checked="2025-04-01")], {}, "AssessmentInternalReviewDate[1]", "before the assess"),
        ([assessment("2025-04-02", None, "16A")], {}, "AssessmentFactors[1]", "not completed"),
        ([assessment("2025-04-02", "2025-05-01", "16A", "21")], {}, "AssessmentFactors[2]", "stands alone"),
        ([assessment("2025-04-02", "2025-05-01", "16A", "16A")], {}, "AssessmentFactors[2]", "more than once"),
        ([enquiry("2025-04-07", "2025-04-26")], {}, "DateOfInitialCPC[1]", "weekend"),
        ([enquiry("2025-04-07", "2025-04-04")], {}, "DateOfInitialCPC[1]", "before the enquiry began"),
        ([element("DateOfInitialCPC", "2025-04-26")], {}, "DateOfInitialCPC[1]", "weekend"),
        ([protection_plan("2025-04-24", None, "2025-04-24")], {}, "CPPreviewDate[1]", "not after the plan began"),
        ([protection_plan("2025-04-24", "2025-05-24", "2025-06-24")], {}, "CPPreviewDate[1]", "after the plan ended"),
        ([protection_plan("2025-04-24", None, "2025-07-12")], {}, "CPPreviewDate[1]", "weekend"),
        ([assessment("2025-04-02"), assessment("2025-05-02")], {}, "AssessmentActualStartDate[1]", "overlaps"),
        ([enquiry("2025-04-07"), enquiry("2025-04-09")], {}, "S47ActualStartDate[1]", "overlaps"),
        ([need_plan("2025-04-07", "2025-06-01"), need_plan("2025-05-09")], {}, "CINPlanStartDate[1]", "overlaps"),
        ([need_plan("2025-04-07"), protection_plan("2025-04-24")], {}, "CINPlanStartDate[1]", "overlaps"),
        ([protection_plan(), protection_plan("2025-05-01")], {}, "CPPstartDate[1]", "overlaps"),
        ([need_plan("2025-04-07"), need_plan("2025-04-07")], {}, "CINPlanStartDate[1]", "given twice"),
        ([assessment()], {"nfa": "1"}, "AssessmentActualStartDate[1]", "no further action"),
        ([element("DateOfInitialCPC", "2025-04-24")], {"nfa": "1"}, "DateOfInitialCPC[1]", "no further action"),
        (
            [assessment("2025-06-02", "2025-06-03")],
            {"closed": "2025-05-01"},
            "AssessmentActualStartDate[1]",
            "ended on",
        ),
        ([assessment("2025-04-02")], {"closed": "2025-05-01"}, "AssessmentActualStartDate[1]", "this has no end"),
        ([enquiry("2025-04-07")], {"closed": "2025-05-01"}, "S47ActualStartDate[1]", "this has no end"),
        ([protection_plan()], {"closed": "2025-05-01"}, "CPPstartDate[1]", "this has no end"),
        ([element("DateOfInitialCPC", "2025-06-02")], {"closed": "2025-05-01"}, "DateOfInitialCPC[1]", "ended on"),
        ([assessment()], {"closed": "2025-03-01"}, "AssessmentActualStartDate[1]", "referral this belongs to"),
    ],
)
def test_what_a_rule_forbids_is_kept_with_a_sentence(
    team: Team, activities: list[str], more: dict[str, Any], path: str, sentence: str
) -> None:
    if "closed" in more:
        more = {**more, "reason": "RC7"}
    told: list[Problem] = []
    outcome = take(team, of(*activities, **more), told)
    said = [problem.sentence for problem in told if problem.path.endswith(path)]
    assert any(sentence in each for each in said), told
    assert outcome.counts["rows"] == SourceRow.objects.count()
    connection.check_constraints()


def test_nothing_begins_after_the_childs_death(team: Team) -> None:
    told: list[Problem] = []
    died = element("PersonDeathDate", "2025-05-01")
    take(team, census(child("C1", episode("2025-04-01", more=need_plan("2025-05-02")), more=died)), told)
    assert "after the child's death" in sentences(told)["CINPlanStartDate[1]"]
    assert not PlanSpell.objects.exists()


def test_of_a_plan_that_cannot_be_held_no_value_says_it_was_taken(team: Team) -> None:
    take(team, of(protection_plan("2025-04-24", "2025-04-24", "2025-07-15")))
    assert {words for step, words in taken().items() if step.startswith(("CPP", "Init", "Lat", "Num"))} == {""}
    assert not ProtectionConference.objects.exists()


# Another file about the same child.


def test_a_later_file_ends_what_was_open_and_adds_what_is_new(team: Team) -> None:
    take(team, of(assessment(), enquiry(), protection_plan("2025-04-24", earlier=None)))
    told: list[Problem] = []
    outcome = take(
        team,
        of(assessment("2025-04-02", "2025-05-20", "16A", checked="2025-04-14"), enquiry("2025-04-07", "2025-04-24"),
           protection_plan("2025-04-24", "2025-12-01", "2025-07-15", earlier="1"), need_plan("2025-12-01")),
        told,
    )  # fmt: skip
    assert told == []
    assert (outcome.counts["facts already held"], outcome.counts["facts ended now"]) == (3, 2)
    assert Assessment.objects.get().authorised_on == date(2025, 5, 20)
    assert AssessmentChild.objects.get().factors == ["16A"]
    assert Enquiry.objects.get().outcome == "conference"
    protection, need = PlanSpell.objects.order_by("started_on")
    assert (protection.ended_on, protection.earlier_plans, need.basis) == (date(2025, 12, 1), 1, "need")
    assert ChronologyEntry.objects.filter(summary="Child protection plan for C1 ended").count() == 1


def test_nothing_that_is_held_is_written_over(team: Team) -> None:
    take(team, of(assessment("2025-04-02", "2025-05-20", "16A", checked="2025-04-14"),
                  protection_plan("2025-04-24", "2025-12-01")))  # fmt: skip
    before = [list(model.objects.order_by("pk").values()) for model in JOURNEY]
    told: list[Problem] = []
    take(team, of(assessment("2025-04-02", "2025-05-21", "1B", checked="2025-04-15"),
                  protection_plan("2025-04-24", "2025-12-02", first="EMO", latest="EMO", earlier="3")),
         told)  # fmt: skip
    assert [list(model.objects.order_by("pk").values()) for model in JOURNEY] == before
    assert set(sentences(told)) == {
        "AssessmentAuthorisationDate[1]", "AssessmentInternalReviewDate[1]", "AssessmentFactors[1]", "CPPendDate[1]",
        "InitialCategoryOfAbuse[1]", "LatestCategoryOfAbuse[1]", "NumberOfPreviousCPP[1]",
    }  # fmt: skip
    assert all("differs from what is held" in sentence for sentence in sentences(told).values())


def test_an_assessment_people_write_here_is_not_ended_by_a_file(team: Team) -> None:
    take(team, of(assessment()))
    Assessment.objects.update(worker=UserFactory())
    told: list[Problem] = []
    take(team, of(assessment("2025-04-02", "2025-05-20")), told)
    assert Assessment.objects.get().authorised_on is None
    assert "which was kept" in sentences(told)["AssessmentAuthorisationDate[1]"]


# Kept values, without their file.


def forget() -> None:
    """As a version left it that made no facts of this."""
    entries = ChronologyEntry.objects.filter(kind__in=["assessment", "enquiry", "conference", "plan"])
    ChronologyChild.objects.filter(entry__in=entries).delete()
    entries.delete()
    for model in JOURNEY:
        model._default_manager.all().delete()
    for row in SourceRow.objects.filter(path__startswith="CINdetails["):
        if row.path.count("/") > 1 or "DateOfInitialCPC" in row.path:
            row.taken_as = ""
            row.save(update_fields=["taken_as"])


def test_kept_values_become_the_facts_the_file_would_have_become(team: Team) -> None:
    take(team, FILE)
    expected = everything()
    forget()
    again()
    assert everything() == expected


def test_a_second_time_changes_nothing(team: Team) -> None:
    take(team, FILE)
    before = everything()
    told: list[Problem] = []
    counts = again(told)
    assert everything() == before
    assert told == []
    assert counts["facts already held"] == 3
    assert counts["assessments"] == counts["plans"] == counts["problems"] == 0


@pytest.mark.parametrize("is_first", [True, False], ids=["held first", "refused first"])
def test_what_was_refused_is_not_held_because_another_began_on_that_day(team: Team, is_first: bool) -> None:
    held, refused = assessment("2025-04-01", "2025-04-01"), assessment("2025-04-01", "2027-01-04")
    take(team, of(*((held, refused) if is_first else (refused, held)), closed="2025-04-01", reason="RC7"))
    before = everything()
    again()
    assert everything() == before
    assert AssessmentChild.objects.get().ended_on == date(2025, 4, 1)


def test_a_rehearsal_of_it_leaves_nothing(team: Team) -> None:
    take(team, FILE)
    forget()
    before = everything()
    counts = again(is_rehearsal=True)
    assert counts["assessments"] == 1
    assert everything() == before


def test_what_had_not_come_yet_becomes_a_fact_when_it_has(team: Team) -> None:
    take(team, of(assessment("2026-11-20")))
    assert again()["assessments"] == 0
    assert again(on=date(2026, 11, 21))["assessments"] == 1
    assert SourceRow.objects.get(path__contains="AssessmentActualStartDate").problem == ""


def test_what_people_ended_since_stays_as_they_left_it(team: Team) -> None:
    take(team, of(need_plan("2025-06-02")))
    spell = PlanSpell.objects.get()
    spell.ended_on, spell.end_reason = date(2025, 9, 1), "no-longer-needed"
    spell.save()
    Member.objects.get().episodes.update(closed_on=date(2025, 9, 2), closure_reason="RC7")
    before = everything()
    again()
    assert everything() == before


def test_statements_do_not_grow_with_children_here_either(team: Team, django_assert_max_num_queries: Any) -> None:
    whole = episode(more=assessment() + enquiry() + protection_plan())
    take(team, census(*(child(f"C{n}", whole) for n in range(60))))
    forget()
    with django_assert_max_num_queries(40):
        again()
    assert PlanSpell.objects.count() == 60


# Whatever the file says.
