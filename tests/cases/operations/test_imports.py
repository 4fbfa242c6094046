"""Holding a census: every child and every value, all of a file or nothing, nothing twice."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import F

from camden.models import Team
from cases.models import Case, ChronologyEntry, Episode, ImportRun, Member, SourceRow
from cases.operations import imports
from cases.operations.imports import Problem, hold
from cases.returns.cin_census import NotACensus, read
from tests.cases.operations.importing import AT, everything, sentences, take
from tests.cases.returns.xml import census, child, element, episode
from tests.factories.camden import TeamFactory, UserFactory
from tests.factories.cases import ChildFactory, InvolvementFactory

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parent.parent / "returns" / "samples"


@pytest.fixture
def team() -> Team:
    return TeamFactory(code="NORTH")


def test_a_child_comes_onto_the_teams_unallocated_list(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01"))))
    [case] = Case.objects.unallocated()
    assert case.name == "Name not recorded (C1)"
    assert case.team_ids == [team.pk]
    assert (case.opened_on, case.closed_on) == (date(2025, 4, 1), None)
    found = Member.objects.get()
    assert (found.la_child_id, found.born_on, found.sex) == ("C1", date(2015, 5, 17), "F")
    held = Episode.objects.get()
    assert (held.child, held.case, held.source, held.primary_need) == (found, case, "6", "N1")


def test_a_closed_episode_closes_the_record_and_both_are_on_the_timeline(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01", "2025-06-30", "RC4", source="3A"))))
    assert Case.objects.get().closed_on == date(2025, 6, 30)
    assert not Case.objects.unallocated()
    lines = ChronologyEntry.objects.order_by("happened_on").values_list("happened_on", "kind", "summary")
    assert list(lines) == [
        (date(2025, 4, 1), "referral", "Referral about C1 from GP"),
        (date(2025, 6, 30), "closure", "Work with C1 closed: special guardianship order"),
    ]
    assert {entry.children.get() for entry in ChronologyEntry.objects.all()} == {Member.objects.get()}


def test_a_referral_with_no_further_action_opens_no_record(team: Team) -> None:
    outcome = take(team, census(child("C1", episode("2025-04-01", nfa="1"))))
    assert outcome.counts["episodes with no further action"] == 1
    assert Case.objects.get().closed_on == date(2025, 4, 1)
    assert Episode.objects.get().no_further_action


def test_every_value_of_every_sample_is_held(team: Team) -> None:
    for path in sorted(SAMPLES.glob("*.xml")):
        outcome = take(team, path.read_bytes())
        run = ImportRun.objects.latest("pk")
        for found in read(io.BytesIO(path.read_bytes())).children():
            rows = SourceRow.objects.filter(run=run, number=found.number).order_by("position")
            assert list(rows.values_list("path", "value")) == [(row.path, row.value) for row in found.rows]
            assert rows.values("child").distinct().count() == 1
        assert run.counts == dict(outcome.counts)
        assert run.rows.count() == outcome.counts["rows"]
        assert run.header["Header[1]/CollectionDetails[1]/Collection[1]"] == "CIN"
        assert run.year in (2022, 2023, 2026, 2027)
    assert not SourceRow.objects.exclude(case=F("child__case")).exists()


def test_values_that_are_facts_say_so(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01", closed="2025-03-01", reason="RC7"))))
    taken = dict(SourceRow.objects.values_list("path", "taken_as"))
    assert taken["ChildIdentifiers[1]/LAchildID[1]"] == "child's number"
    # The episode was refused, so none of it is a fact.
    assert {words for path, words in taken.items() if path.startswith("CINdetails")} == {""}
    problem = SourceRow.objects.exclude(problem="").get()
    assert problem.path == "CINdetails[1]/CINclosureDate[1]"
    assert problem.problem.startswith("The closing is before the referral")


def test_the_same_file_twice_changes_nothing(team: Team) -> None:
    file = census(child("C1", episode()), child(None, episode()))
    take(team, file)
    before = everything()
    outcome = take(team, file)
    assert outcome.already == ImportRun.objects.get()
    assert everything() == before


def test_the_same_children_in_another_file_are_the_same_children(team: Team) -> None:
    take(team, census(child("C1", episode()), child(None, episode())))
    before = everything()
    outcome = take(team, census(child(None, episode()), child("C1", episode())))
    assert (outcome.counts["children already held"], outcome.counts["children new"]) == (2, 0)
    assert outcome.counts["episodes already held"] == 2
    after = everything()
    assert {name for name in after if after[name] != before[name]} == {
        "ImportRun", "ImportedChild", "SourceRow",
    }  # fmt: skip


def test_children_without_a_number_who_are_described_alike_are_still_two(team: Team) -> None:
    twins = [child(None, episode(), born=None)] * 2
    assert take(team, census(*twins)).counts["children new"] == 2
    assert take(team, census(child("C9"), *twins)).counts["children already held"] == 2
    assert Member.objects.count() == 3
    assert Case.objects.earliest("pk").name == "Child 1 of cin.xml"


def test_a_number_that_comes_twice_in_a_file_is_one_child_with_both_parts(team: Team) -> None:
    first = child("C1", episode("2024-04-01", "2024-05-01", "RC7"))
    told: list[Problem] = []
    outcome = take(team, census(first, child("C1", episode("2025-04-01"), born="2015-05-18")), told)
    assert (outcome.counts["children"], outcome.counts["children new"]) == (2, 1)
    assert Episode.objects.filter(child=Member.objects.get()).count() == 2
    assert SourceRow.objects.values("number").distinct().count() == 2
    assert "differs from what is held (17 May 2015)" in sentences(told)["PersonBirthDate[1]"]
    assert Case.objects.get().closed_on is None


def test_a_record_somebody_works_with_is_not_closed_by_a_file(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01"))))
    found = Member.objects.get()
    InvolvementFactory(child=found, worker=UserFactory(), team=team)
    take(team, census(child("C1", episode("2025-04-01", "2025-05-01", "RC7"))))
    assert Episode.objects.get().closed_on == date(2025, 5, 1)
    assert Case.objects.get().closed_on is None


def test_a_closed_record_opens_again_with_a_new_referral(team: Team) -> None:
    take(team, census(child("C1", episode("2025-04-01", "2025-05-01", "RC7"))))
    take(team, census(child("C1", episode("2024-01-01", "2024-02-01", "RC7"), episode("2025-09-01"))))
    case = Case.objects.get()
    assert (case.opened_on, case.closed_on) == (date(2024, 1, 1), None)
    assert list(Case.objects.unallocated()) == [case]


def test_a_child_somebody_typed_is_not_taken_for_one_of_a_file(team: Team) -> None:
    ChildFactory(la_child_id="C1")
    take(team, census(child("C1", episode())))
    assert Member.objects.filter(la_child_id="C1").count() == 2


def test_a_rehearsal_tells_the_same_and_leaves_nothing(team: Team) -> None:
    file = census(child("C1", episode("2025-02-30")), child("C2", episode()))
    told: list[Problem] = []
    rehearsed = take(team, file, told, is_rehearsal=True)
    assert set(everything().values()) == {0}
    told_again: list[Problem] = []
    assert take(team, file, told_again).counts == rehearsed.counts
    assert told_again == told


def test_a_file_that_breaks_off_leaves_nothing(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "BATCH", 1)
    monkeypatch.setattr("cases.returns.cin_xml.CHUNK", 256)
    file = census(*(child(f"C{n}", episode()) for n in range(20)))
    with pytest.raises(NotACensus):
        take(team, file[:-20])
    assert set(everything().values()) == {0}


def test_no_history_is_written_for_an_import(team: Team) -> None:
    events = apps.get_model("cases.MemberEvent").objects
    take(team, census(child("C1", episode())))
    take(team, census(child("C1", episode(), more=element("UPN", "A123456789123"))))
    assert Member.objects.get().upn
    assert not events.exists()


def test_what_is_wrong_outside_the_children_is_told_too(team: Team) -> None:
    told: list[Problem] = []
    file = census(child("C1", episode())).replace(b"</Header>", b"<Mood>low</Mood></Header>")
    take(team, file, told)
    assert [(problem.child, problem.number, problem.value) for problem in told] == [("", 0, "low")]
    assert ImportRun.objects.get().header["Header[1]/Mood[1]"] == "low"


def test_statements_do_not_grow_with_children(team: Team, django_assert_num_queries: Any) -> None:
    def file(start: int, children: int) -> bytes:
        closed = episode("2024-04-01", "2024-05-01", "RC7")
        return census(*(child(f"C{start + n}", closed, episode()) for n in range(children)))

    with django_assert_num_queries(25):
        take(team, file(0, 3))
    with django_assert_num_queries(25):
        take(team, file(100, 60))


@pytest.mark.long
def test_twenty_five_thousand_children_are_held_in_bounded_memory(team: Team, tmp_path: Path) -> None:
    import resource

    path = tmp_path / "large.xml"
    with path.open("wb") as out:
        head, tail = census("|").split(b"|")
        out.write(head)
        for n in range(25_000):
            out.write(child(f"C{n}", episode("2024-04-01", "2024-05-01", "RC7"), episode()).encode())
        out.write(tail)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with path.open("rb") as stream:
        hold(
            census=read(stream),
            file_name="large.xml",
            sha256="0" * 64,
            team=team,
            on=AT.date(),
            at=AT,
            tell=print,
        )
    assert Member.objects.count() == 25_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024
