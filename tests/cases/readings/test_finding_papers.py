"""What a search finds in papers of families, in decisions about them and in what managers wrote."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from cases.models import (
    Complaint,
    DecisionHeard,
    DecisionOption,
    FamilySays,
    Quote,
    SharedView,
    Sharing,
    WritingPart,
)
from tests.cases.readings.test_finding import kinds, notes
from tests.factories.camden import MembershipFactory
from tests.factories.cases import ExclusionFactory
from tests.factories.found import write_papers

pytestmark = pytest.mark.django_db
PAPERS = {
    "Part of a paper",
    "The family says",
    "Where we agree or differ",
    "Shared and answered",
    "Decision",
    "Heard for a decision",
    "Oversight",
    "Not moving: answered",
}


class TestPapers:
    """In what is written with families, and in what is decided about them."""

    def test_papers_decisions_and_oversight_are_found_like_notes(
        self, cast: SimpleNamespace, today: date, browser_for: Any
    ) -> None:
        there = write_papers(cast, today)
        assert set(kinds(cast.amara, "kettle")) == PAPERS
        stands = {note.label: note.href for note in notes(cast.amara, "kettle").lines}
        assert stands["Part of a paper"] == stands["The family says"] == there.writing.get_absolute_url()
        assert stands["Heard for a decision"] == stands["Decision"] == there.decision.get_absolute_url()
        browser = browser_for(cast.amara)
        assert {browser.get(href).status_code for href in stands.values()} == {200}

    def test_a_page_of_them_costs_few_questions(
        self, cast: SimpleNamespace, today: date, browser_for: Any, django_assert_max_num_queries: Any
    ) -> None:
        write_papers(cast, today)
        browser = browser_for(cast.amara)
        browser.get("/cases/find/", {"q": "kettle"})
        with django_assert_max_num_queries(15):
            assert b"Part of a paper" in browser.get("/cases/find/", {"q": "kettle"}).content

    def test_a_part_that_is_written_anew_is_found_by_what_it_says_now(self, cast: SimpleNamespace, today: date) -> None:
        there = write_papers(cast, today)
        WritingPart.objects.filter(pk=there.part.pk).update(words="A teapot")
        FamilySays.objects.update(left_out_on=today)
        SharedView.objects.update(left_out_on=today)
        assert set(kinds(cast.amara, "kettle")) == PAPERS - {
            "Part of a paper", "The family says", "Where we agree or differ"
        }  # fmt: skip
        assert kinds(cast.amara, "teapot") == ["Part of a paper"]
        WritingPart.objects.update(words="")
        assert kinds(cast.amara, "teapot") == []

    def test_an_option_that_was_not_chosen_is_found_with_its_decision(self, cast: SimpleNamespace, today: date) -> None:
        there = write_papers(cast, today)
        DecisionOption.objects.create(
            case=cast.case, decision=there.decision, words="Her aunt in Luton", formality="network", is_chosen=False,
            why_not="Too far from school", position=1,
        )  # fmt: skip
        assert kinds(cast.amara, "luton school") == ["Decision"]

    def test_words_taken_from_a_quote_are_found_once(self, cast: SimpleNamespace, today: date) -> None:
        there = write_papers(cast, today, "Nothing")
        quote = Quote.objects.create(case=cast.case, speaker=cast.children[0], words="My kettle", said_on=today)
        FamilySays.objects.create(
            case=cast.case, part=there.part, words="My kettle", quote=quote, member=cast.children[0], said_on=today,
            heard_by=cast.amara,
        )  # fmt: skip
        assert kinds(cast.amara, "kettle") == ["In their words"]

    @pytest.mark.parametrize("mark", [{"is_kept_from_family": True}, {"kept_from": [7]}])
    def test_what_is_marked_in_them_is_found_and_not_repeated(
        self, cast: SimpleNamespace, today: date, mark: dict[str, Any]
    ) -> None:
        write_papers(cast, today)
        marked: tuple[Any, ...] = (WritingPart, FamilySays, SharedView, DecisionHeard)
        for model in marked:
            model.objects.update(**mark)
        kept = {note.label for note in notes(cast.amara, "kettle").lines if note.is_kept and not note.snippet}
        assert kept == {"Part of a paper", "The family says", "Where we agree or differ", "Heard for a decision"}

    def test_why_it_was_not_safe_is_never_repeated(self, cast: SimpleNamespace, today: date) -> None:
        there = write_papers(cast, today, "Nothing")
        why = {"how": "not-safe", "recorded_by": cast.amara, "words": "He broke the kettle"}
        DecisionHeard.objects.create(case=cast.case, decision=there.decision, said_by="Their father", **why)
        Sharing.objects.create(
            case=cast.case, writing=there.writing, shared_with="Their father", how="not-safe",
            why_not="He broke the kettle", shared_on=today, shared_by=cast.amara,
        )  # fmt: skip
        found = notes(cast.amara, "kettle").lines
        assert {note.label for note in found} == {"Heard for a decision", "Shared and answered"}
        assert all(note.is_kept and not note.snippet for note in found)

    def test_whoever_reads_and_writes_nothing_opens_what_was_found(
        self, cast: SimpleNamespace, today: date, browser_for: Any
    ) -> None:
        reader = MembershipFactory(role=Role.BUSINESS_SUPPORT, team=cast.team).user
        write_papers(cast, today)
        lines = notes(reader, "kettle").lines
        assert "Shared and answered" in {line.label for line in lines}
        for line in lines:
            assert browser_for(reader).get(line.href).status_code == 200, line.label

    def test_a_complaint_is_never_found(self, cast: SimpleNamespace, today: date) -> None:
        Complaint.objects.create(
            case=cast.case, kind="complaint", words="The kettle", received_on=today, recorded_by=cast.amara,
            said_by="Their aunt", how="letter",
        )  # fmt: skip
        assert kinds(cast.amara, "kettle") == kinds(cast.bilal, "kettle") == []

    def test_none_of_it_is_found_of_a_record_one_does_not_see(self, cast: SimpleNamespace, today: date) -> None:
        write_papers(cast, today)
        for person in (cast.dan, cast.eve):
            assert kinds(person, "kettle") == []
        ExclusionFactory(case=cast.case, worker=cast.amara)
        assert kinds(cast.amara, "kettle") == kinds(cast.amara, "kettle", case=cast.case) == []
