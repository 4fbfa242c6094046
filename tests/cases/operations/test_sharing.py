"""Shared before it is decided, person by person; answered by them; and what follows from it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.operations.versions import Overtaken
from camden.principal import acting_as
from cases.models import (
    Assessment,
    ChronologyEntry,
    ContactPoint,
    Disagreement,
    FamilySays,
    Household,
    HouseholdMembership,
    Member,
    ProtectionConference,
    ProtectionConferenceChild,
    Quote,
    Release,
    SharedView,
    Sharing,
    Writing,
)
from cases.operations.assessments import NotAssessed, submit_assessment
from cases.operations.disagreements import disagree
from cases.operations.reports import begin_report
from cases.operations.sharing import NotShared, answer, share
from cases.operations.views_shared import NotSeen, add_view, take_out_view, take_says, take_statement
from cases.readings.readers import readers_of
from cases.readings.report import sources_of
from cases.readings.sharing import read_shared
from cases.readings.views_shared import offers_of
from cases.readings.writing_paper import from_body
from cases.rules.answers import read_answer
from tests.factories.cases import HouseholdFactory
from tests.factories.record_voice import parent_of
from tests.factories.writing import assessment_of, paper_of, part_of

DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)


@pytest.fixture
def them(cast: SimpleNamespace) -> SimpleNamespace:
    """A mother at home who can be reached, a father elsewhere whom nobody asked what is safe, and an assessment."""
    cast.shirin = parent_of(cast.children, "Shirin")
    HouseholdMembership.objects.create(case=cast.case, household=cast.home, member=cast.shirin)
    ContactPoint.objects.create(case=cast.case, member=cast.shirin, kind="mobile", value="07700 900111", is_safe=True)
    cast.jamal = parent_of(cast.children, "Jamal", "father")
    HouseholdFactory(case=cast.case, name="Luton", people=[cast.jamal])
    cast.assessment = assessment_of(cast.case, cast.children, cast.amara)
    cast.writing = paper_of(cast.assessment)
    cast.risk = part_of(cast.writing, "risk", "If nobody helps, Anisa goes on caring for Zayd at night.", cast.amara)
    return cast


def told(them: SimpleNamespace, who: Member | None, how: str = "together", **more: Any) -> Sharing:
    with acting_as(them.amara):
        return share(writing=them.writing, member=who, how=how, by=them.amara, **({"on": DAY} | more))


def test_each_person_reads_it_for_themselves_and_what_they_say_becomes_the_assessments_answer(
    them: SimpleNamespace,
) -> None:
    hers = told(them, them.shirin)
    told(them, them.jamal, "not-reached", why_not="His number does not work")
    with acting_as(them.amara):
        answer(sharing=hers, remarks="We are tired.", changed="", on=NEXT, by=them.amara, version=hers.version)
    now = Assessment.objects.get()
    assert now.shared_on == DAY
    said = read_answer(now.familys_answer)
    assert said.words == "Shirin Khatun: We are tired."
    assert said.not_reached == (("Jamal Khatun", "His number does not work"),)
    summaries = list(ChronologyEntry.objects.filter(kind="shared").values_list("summary", flat=True))
    assert summaries[0] == "Amara Obi shared the assessment with Shirin: read together"
    assert "Shirin answered to the assessment" in summaries


def test_new_remarks_add_up_and_two_people_do_not_write_over_each_other(them: SimpleNamespace) -> None:
    row = told(them, them.shirin)
    with acting_as(them.amara):
        said: dict[str, Any] = {"on": NEXT, "by": them.amara}
        row = answer(sharing=row, remarks="We are tired.", changed="", version=row.version, **said)
        now = answer(sharing=row, remarks="And proud.", changed="Said so.", version=row.version, **said)
        assert now.remarks == "We are tired.\n\nAnd proud." and now.changed == "Said so."
        with pytest.raises(Overtaken):
            answer(sharing=row, remarks="Something else.", changed="", version=row.version, **said)


def test_it_is_not_submitted_while_a_parent_is_forgotten(them: SimpleNamespace) -> None:
    told(them, them.shirin)
    with acting_as(them.amara), pytest.raises(NotAssessed, match="whether Jamal has read or heard it"):
        submit_assessment(assessment=them.assessment, by=them.amara, on=NEXT)
    told(them, them.jamal, "not-safe", why_not="He threatened to come to the flat")
    with acting_as(them.amara):
        submit_assessment(assessment=them.assessment, by=them.amara, on=NEXT)
    assert Assessment.objects.get().submitted_on == NEXT


def test_that_it_was_not_safe_to_share_is_kept_from_the_person(them: SimpleNamespace) -> None:
    told(them, them.jamal, "not-safe", why_not="He threatened to come to the flat")
    entry = ChronologyEntry.objects.get(kind="shared")
    assert entry.kept_from == [them.jamal.pk] and "threatened" not in entry.summary
    assert Assessment.objects.get().shared_on is None


@pytest.mark.parametrize("how", ["not-reached", "not-safe"])
def test_whoever_was_not_reached_has_a_reason(them: SimpleNamespace, how: str) -> None:
    with pytest.raises(NotShared, match="Write why"):
        told(them, them.jamal, how)


def test_a_copy_is_frozen_as_it_was_read(them: SimpleNamespace) -> None:
    row = told(them, them.shirin, "given", copy="copied")
    them.risk.words = "Something else by now."
    them.risk.save()
    release = Release.objects.get()
    assert (row.release, release.kind, release.recipient, release.how) == (release, "assessment", them.shirin, "copied")
    version = from_body(release.body)
    assert version.sections[0].parts[0].ours == "If nobody helps, Anisa goes on caring for Zayd at night."


@pytest.mark.parametrize("how", ["copied", "posted"])
def test_no_copy_goes_to_a_place_that_is_not_safe(them: SimpleNamespace, how: str) -> None:
    with pytest.raises(NotShared, match="no safe way to reach Jamal"):
        told(them, them.jamal, "given", copy=how)
    ContactPoint.objects.create(case=them.case, member=them.jamal, kind="mobile", value="07700 900112", is_safe=True)
    Household.objects.filter(name="Luton").update(is_safe_to_share=False)
    with pytest.raises(NotShared, match="not to be shared"):
        told(them, them.jamal, "given", copy=how)
    assert not Release.objects.exists() and not Sharing.objects.exists()


def test_words_that_are_kept_from_somebody_are_in_no_copy_of_theirs(them: SimpleNamespace) -> None:
    Quote.objects.create(
        case=them.case, speaker=them.children[0], words="Dad hits the wall", said_on=DAY, kept_from=[them.jamal.pk]
    )
    part_of(them.writing, "works", "Anisa said: dad hits the wall.", them.amara)
    with pytest.raises(NotShared, match="“What works” is not to be shared with Jamal"):
        told(them, them.jamal, "given", copy="by-hand")
    assert told(them, them.shirin, "given", copy="by-hand").release


def test_what_stands_on_the_record_is_taken_over_word_for_word_with_its_marks(them: SimpleNamespace) -> None:
    entry = ChronologyEntry.objects.create(
        case=them.case, kind="visit", summary="The fridge was empty", happened_on=DAY, kept_from=[them.jamal.pk]
    )
    with acting_as(them.amara):
        statement = disagree(
            entry=entry, words="I shop on Fridays.", said_on=DAY, by=them.amara, on=DAY, member=them.shirin
        )
        says = FamilySays.objects.create(
            case=them.case, part=them.risk, member=them.shirin, words="She likes to help.", said_on=DAY,
            heard_by=them.amara,
        )  # fmt: skip
        assert {offer.theirs for offer in offers_of(them.writing)} == {"I shop on Fridays.", "She likes to help."}
        first = take_statement(writing=them.writing, statement=Disagreement.objects.get(pk=statement.pk), by=them.amara)
        second = take_says(writing=them.writing, says=says, stand="differ", by=them.amara)
    assert (first.our_words, first.their_words, first.member) == (entry.summary, statement.words, them.shirin)
    assert first.kept_from == [them.jamal.pk]
    assert (second.about, second.our_words) == ("What could happen", them.risk.words)
    assert not offers_of(them.writing)


def test_a_difference_has_both_sides_and_can_be_taken_out(them: SimpleNamespace) -> None:
    said: dict[str, Any] = {"writing": them.writing, "stand": "differ", "about": "Bedtimes", "said_on": DAY}
    with acting_as(them.amara):
        with pytest.raises(NotSeen, match="what we see"):
            add_view(**said, our_words="", their_words="They sleep.", member=them.shirin, by=them.amara)
        view = add_view(**said, our_words="Late.", their_words="Early.", member=them.shirin, by=them.amara)
        take_out_view(view=view, by=them.amara, on=NEXT)
        with pytest.raises(NotSeen, match="already"):
            take_out_view(view=view, by=them.amara, on=NEXT)


def test_a_report_begins_with_what_is_written_and_the_familys_words_beside_it(
    them: SimpleNamespace, today: date
) -> None:
    anisa, imran, _ = them.children
    part_of(them.writing, "day", "She gets up first.", them.amara, anisa)
    part_of(them.writing, "needs", "Sleep.", them.amara, anisa, kept_from=[them.jamal.pk])
    part_of(them.writing, "day", "He plays football.", them.amara, imran)
    FamilySays.objects.create(
        case=them.case, part=them.risk, member=them.shirin, words="She likes to help.", said_on=DAY, heard_by=them.amara
    )
    conference = ProtectionConference.objects.create(
        case=them.case, kind="initial", planned_on=date(2026, 11, 12), booked_on=today
    )
    ProtectionConferenceChild.objects.create(case=them.case, conference=conference, child=anisa)
    with acting_as(them.amara):
        add_view(writing=them.writing, stand="differ", about="Nights", our_words="Hard.", their_words="Fine.",
                 member=them.jamal, said_on=DAY, by=them.amara)  # fmt: skip
        said: dict[str, Any] = {"case": them.case, "conference": conference, "by": them.amara, "on": today}
        at = "2026-11-03T09:00:00Z"
        report = begin_report(sources=sources_of(them.case.pk), at=at, **said)
        assert begin_report(sources=[], at=at, **said) == report
    parts = {(part.section, part.child): part for part in report.parts.all()}
    assert set(parts) == {("risk", None), ("day", anisa)}, "nothing of a child the conference is not about"
    assert parts[("risk", None)].taken_from == them.risk
    assert parts[("day", anisa)].words == "She gets up first.\n\nSleep."
    assert parts[("day", anisa)].kept_from == [them.jamal.pk]
    assert [says.words for says in parts[("risk", None)].says.all()] == ["She likes to help."]
    assert SharedView.objects.filter(writing=report, their_words="Fine.").exists()
    assert Writing.objects.count() == 2


def test_the_reports_clock_stops_when_the_last_parent_had_it(them: SimpleNamespace, today: date) -> None:
    conference = ProtectionConference.objects.create(
        case=them.case, kind="initial", planned_on=date(2026, 11, 12), booked_on=today
    )
    ProtectionConferenceChild.objects.create(case=them.case, conference=conference, child=them.children[0])
    them.writing = Writing.objects.create(
        case=them.case, paper="conference-report", conference=conference, begun_on=DAY
    )
    told(them, them.shirin)
    conference.refresh_from_db()
    assert conference.report_shared_on is None
    told(them, them.jamal, on=NEXT)
    conference.refresh_from_db()
    assert conference.report_shared_on == NEXT


def test_children_old_enough_are_on_the_list_and_what_changed_since_is_said(them: SimpleNamespace) -> None:
    told(them, them.shirin, on=date(2026, 10, 19))
    shared = read_shared(them.writing, readers_of(them.writing), NEXT)
    assert [one.first_name for one in shared.needed] == ["Shirin", "Jamal", "Anisa", "Imran"], "Zayd is one year old"
    assert shared.needed[0].newer == ("What could happen",)
    assert [one.first_name for one in shared.still_open] == ["Jamal", "Anisa", "Imran"]
