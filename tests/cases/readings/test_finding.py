"""What a search finds in a service of families: people and why, what was written, and nothing that is hidden."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from camden.principal import acting_as
from cases.models import (
    Alias,
    Case,
    CaseNote,
    CaseNoteAccount,
    ContactPoint,
    DutyNote,
    Household,
    HouseholdMembership,
    Member,
    NetworkTie,
    Quote,
    SignificantEvent,
    SignificantEventChild,
    Visit,
    VisitAccount,
)
from cases.readings.finding import NOTES, FoundNotes, FoundPerson, find_notes, find_people
from cases.rules.searching import read_sought
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, ChildFactory, DutyNoteFactory, ExclusionFactory, VisitFactory
from tests.factories.found import write_papers

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 3)


def people(user: Any, words: str) -> list[FoundPerson]:
    with as_role("camden_app"), acting_as(user):
        return list(find_people(user=user, sought=read_sought(words, ON), on=ON))


def called(user: Any, words: str) -> list[str]:
    return [one.name for one in people(user, words)]


def notes(user: Any, words: str, **more: Any) -> FoundNotes:
    with as_role("camden_app"), acting_as(user):
        return find_notes(user=user, words=words, **more)


def kinds(user: Any, words: str, **more: Any) -> list[str]:
    return [note.label for note in notes(user, words, **more).lines]


@pytest.fixture
def leon(cast: SimpleNamespace) -> Member:
    """A boy of another family of Amara's team, with a second name, a phone and an address."""
    record = CaseFactory(name="Okafor", team_ids=[cast.pod.pk])
    child = ChildFactory(
        case=record, given_name="Léon", family_name="Okafor", la_child_id="C000777", upn="H801200001001",
        born_on=date(2015, 4, 3),
    )  # fmt: skip
    Alias.objects.create(case=record, member=child, kind="known-as", given_name="Zee", family_name="Cooper")
    ContactPoint.objects.create(case=record, member=child, kind="mobile", value="07700 900 123")
    home = Household.objects.create(case=record, name="Home", address="12 Elm Row, London NW1 2AB")
    HouseholdMembership.objects.create(case=record, household=home, member=child)
    return child


class TestPeople:
    """By whatever one knows of them."""

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            ("leon okafor", ""),
            ("OKAFOR Léon", ""),
            ("leo oka", ""),
            ("kafo", ""),
            ("c000777", "That is their number"),
            ("H801200001001", "That is their number"),
            ("zee", "Known as Zee Cooper"),
            ("Cooper Zee", "Known as Zee Cooper"),
            ("Leone Okaffor", "Spelled alike"),
            ("Leighon Ocafor", "Sounds alike"),
            ("3.4.2015", "Born that day"),
            ("leon 03/04/2015", ""),
            ("07700900123", "By a phone number"),
            ("+44 7700 900123", "By a phone number"),
            ("0044 7700 900 123", "By a phone number"),
            ("900 123", "By a phone number"),
            ("12 elm row", "Lives or lived at 12 Elm Row, London NW1 2AB"),
            ("nw12ab", "Lives or lived at 12 Elm Row, London NW1 2AB"),
        ],
    )
    def test_somebody_is_found_and_it_is_said_why(
        self, cast: SimpleNamespace, leon: Member, words: str, why: str
    ) -> None:
        (one,) = people(cast.amara, words)
        assert (one.name, one.why, one.family, one.age) == ("Léon Okafor", why, "Okafor", "11 years")

    @pytest.mark.parametrize(
        "words", ["leon 4.4.2015", "leon rahman", "07700 900 124", "99 elm row", "c000778", "qqq", "55"]
    )
    def test_one_word_that_does_not_fit_finds_nobody(self, cast: SimpleNamespace, leon: Member, words: str) -> None:
        assert called(cast.amara, words) == []

    def test_a_network_phone_finds_whose_network_it_is(self, cast: SimpleNamespace, leon: Member) -> None:
        NetworkTie.objects.create(
            case_id=leon.case_id, member=leon, kind="school", organisation="Elm School", phone="(020) 7946 0000"
        )
        assert called(cast.amara, "+442079460000") == ["Léon Okafor"]

    def test_what_must_not_be_shared_finds_and_is_not_said(self, cast: SimpleNamespace, leon: Member) -> None:
        Alias.objects.update(is_kept_from_family=True)
        Household.objects.update(is_safe_to_share=False)
        assert [one.why for one in people(cast.amara, "zee")] == ["Known by another name"]
        assert [one.why for one in people(cast.amara, "12 elm row")] == ["By an address"]

    def test_exact_comes_before_beginnings_before_pieces_before_other_names(self, cast: SimpleNamespace) -> None:
        for given, family in (("Bannan", "A"), ("Annabel", "B"), ("Ann", "C")):
            ChildFactory(case=cast.case, given_name=given, family_name=family)
        other = ChildFactory(case=cast.case, given_name="Zoe", family_name="D")
        Alias.objects.create(case=cast.case, member=other, kind="former", given_name="Ann")
        assert called(cast.amara, "ann") == ["Ann C", "Annabel B", "Bannan A", "Zoe D"]

    def test_what_changed_is_found_as_it_is_now(self, cast: SimpleNamespace, leon: Member) -> None:
        Member.objects.filter(pk=leon.pk).update(given_name="Noel")
        Alias.objects.update(given_name="Bee", family_name="")
        ContactPoint.objects.update(value="020 7946 0001")
        Household.objects.filter(case=leon.case_id).update(address="7 Oak Lane")
        for gone in ("leon", "zee", "07700900123", "elm row"):
            assert called(cast.amara, gone) == [], gone
        for now in ("noel", "bee", "02079460001", "oak lane"):
            assert called(cast.amara, now) == ["Noel Okafor"], now

    def test_somebody_merged_is_found_as_the_one_who_stayed(self, cast: SimpleNamespace, leon: Member) -> None:
        twice = ChildFactory(case=leon.case, given_name="Leonard", family_name="Okafor-Hill")
        assert sorted(called(cast.amara, "okafor")) == ["Leonard Okafor-Hill", "Léon Okafor"]
        Member.objects.filter(pk=twice.pk).update(merged_into=leon)
        assert called(cast.amara, "okafor") == ["Léon Okafor"]
        assert called(cast.amara, "leonard hill") == ["Léon Okafor"]
        Member._base_manager.filter(pk=twice.pk).update(merged_into=None)
        assert called(cast.amara, "leonard hill") == ["Leonard Okafor-Hill"]

    def test_an_adult_is_found_too_and_leads_to_the_family(self, cast: SimpleNamespace) -> None:
        ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")
        (one,) = people(cast.amara, "shirin")
        assert (one.family, one.is_child) == ("Rahman–Khatun", False)

    @pytest.mark.parametrize("words", ["rahman", "rahmann", "anisa 17.5.2015", "17.5.2015", "somers town road"])
    def test_nobody_is_found_of_a_record_one_does_not_see(self, cast: SimpleNamespace, words: str) -> None:
        Household.objects.update(address="1 Somers Town Road")
        assert called(cast.amara, words)
        for person in (cast.dan, cast.eve):
            assert called(person, words) == []
        ExclusionFactory(case=cast.case, worker=cast.amara)
        assert called(cast.amara, words) == []
        Case.objects.update(is_restricted=True)
        assert called(cast.bilal, words) == []


def write_everything(cast: SimpleNamespace, day: date, words: str = "A kettle was there") -> SimpleNamespace:
    """The same words as an account, a note, a quote, a hand-over and an event of the chronology."""
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=day, account=words)
    note = CaseNote.objects.create(case=cast.case, kind="call", writer=cast.amara, happened_on=day)
    CaseNoteAccount.objects.create(case=cast.case, note=note, words="Rang.", learned=words)
    quote = Quote.objects.create(case=cast.case, speaker=cast.children[0], words=words, said_on=day)
    duty = DutyNoteFactory(case=cast.case, writer=cast.amara, why=words)
    event = SignificantEvent.objects.create(
        case=cast.case, happened_on=day, what="Moved", written_by=cast.amara, written_on=day
    )
    SignificantEventChild.objects.create(case=cast.case, event=event, child=cast.children[0], impact=words)
    return SimpleNamespace(visit=visit, note=note, quote=quote, duty=duty, event=event)


class TestNotes:
    """In what workers wrote and families said."""

    def test_words_are_found_wherever_they_were_written(self, cast: SimpleNamespace, today: date) -> None:
        write_everything(cast, today)
        everything = {"Visit", "Note", "In their words", "Duty", "Chronology"}
        for words in ("kettle", "KETTLES", "kéttle there", "there, kettle"):
            assert set(kinds(cast.amara, words)) == everything, words
        assert kinds(cast.amara, "kettle teapot") == kinds(cast.amara, "kett") == kinds(cast.amara, "") == []

    def test_the_place_is_shown_and_where_it_stands(self, cast: SimpleNamespace, today: date) -> None:
        visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=today, account="A <b>kettle</b> boiled.")
        (note,) = notes(cast.amara, "kettle").lines
        assert [part.text for part in note.snippet if part.is_found] == ["kettle"]
        assert "".join(part.text for part in note.snippet) == "A <b>kettle</b> boiled."
        assert (note.href, note.family, note.day) == (
            f"/cases/{cast.case.pk}/visits/{visit.pk}/",
            "Rahman–Khatun",
            "3 November 2026",
        )

    def test_names_that_are_small_words_are_found(self, cast: SimpleNamespace, today: date) -> None:
        VisitFactory(case=cast.case, worker=cast.amara, visited_on=today, account="Will and mother/father came.")
        for words in ("will", "father", "and"):
            assert kinds(cast.amara, words) == ["Visit"]

    def test_what_was_changed_is_found_as_it_is_now(self, cast: SimpleNamespace, today: date) -> None:
        written = write_everything(cast, today)
        VisitAccount.objects.update(words="A teapot")
        CaseNoteAccount.objects.update(learned="", meaning="A teapot")
        Quote.objects.update(words="A teapot")
        SignificantEventChild.objects.update(impact="A teapot")
        assert kinds(cast.amara, "kettle") == ["Duty"]
        assert len(kinds(cast.amara, "teapot")) == 4
        Visit.objects.filter(pk=written.visit.pk).update(visited_on=today - timedelta(days=400))
        assert notes(cast.amara, "teapot").lines[-1].label == "Visit"
        VisitAccount.objects.all().delete()
        assert len(kinds(cast.amara, "teapot")) == 3

    def test_what_was_taken_back_is_found_and_said_to_be(self, cast: SimpleNamespace, today: date) -> None:
        written = write_everything(cast, today)
        struck = {"struck_on": today, "struck_by": cast.amara, "struck_why": "Another family"}
        Visit.objects.filter(pk=written.visit.pk).update(**struck)
        assert {note.label for note in notes(cast.amara, "kettle").lines if note.is_struck} == {"Visit"}

    @pytest.mark.parametrize("mark", [{"is_kept_from_family": True}, {"kept_from": [7]}])
    def test_what_must_not_be_shared_is_found_and_no_word_of_it_is_shown(
        self, cast: SimpleNamespace, today: date, mark: dict[str, Any]
    ) -> None:
        write_everything(cast, today, "canary kettle")
        for model in (Visit, CaseNote, Quote, SignificantEvent):
            model.objects.update(**mark)
        DutyNote.objects.all().delete()
        found = notes(cast.amara, "kettle").lines
        assert len(found) == 4
        assert all(note.is_kept and not note.snippet for note in found)
        with as_role("camden_app"), acting_as(cast.amara), connection.cursor() as cursor:
            cursor.execute("select string_agg(words, '') from search_notes('kettle', 50)")
            assert cursor.fetchone() == ("",)

    def test_newest_first_and_page_after_page(self, cast: SimpleNamespace, today: date) -> None:
        for number in range(2 * NOTES + 5):
            VisitFactory(case=cast.case, worker=cast.amara, visited_on=today - timedelta(days=number // 3))
        days, mark = [], ""
        while True:
            page = notes(cast.amara, "kitchen", after=mark)
            days += [(note.iso, note.href) for note in page.lines]
            if not (mark := page.older):
                break
        assert len(set(days)) == 2 * NOTES + 5
        assert [day for day, _ in days] == sorted((day for day, _ in days), reverse=True)

    def test_one_family_can_be_looked_in_alone(self, cast: SimpleNamespace, today: date) -> None:
        other = CaseFactory(team_ids=[cast.pod.pk])
        VisitFactory(case=other, worker=cast.amara, visited_on=today)
        VisitFactory(case=cast.case, worker=cast.amara, visited_on=today)
        assert len(notes(cast.amara, "kitchen").lines) == 2
        assert [note.case_pk for note in notes(cast.amara, "kitchen", case=other).lines] == [other.pk]
        assert notes(cast.dan, "kitchen", case=other).lines == ()

    def test_nothing_is_found_of_a_record_one_does_not_see(self, cast: SimpleNamespace, today: date) -> None:
        write_everything(cast, today)
        for person in (cast.dan, cast.eve):
            assert kinds(person, "kettle") == []
        ExclusionFactory(case=cast.case, worker=cast.amara)
        assert kinds(cast.amara, "kettle") == kinds(cast.amara, "kettle", case=cast.case) == []
        Case.objects.update(is_restricted=True)
        assert kinds(cast.bilal, "kettle") == []


def test_every_road_of_the_search_finds_the_same(cast: SimpleNamespace, today: date) -> None:
    """Few from the index of words, many by day, many record by record: the same notes, and none that are hidden."""
    others = [
        CaseFactory(team_ids=[cast.pod.pk if number % 3 else cast.elsewhere.pk], is_restricted=number % 7 == 0)
        for number in range(700)
    ]
    for record in others[1:30]:
        for who in (cast.amara, cast.dan, cast.cora):
            ExclusionFactory(case=record, worker=who)
    visits = Visit.objects.bulk_create(
        Visit(case=record, worker=cast.amara, visited_on=today - timedelta(days=number % 90 * 3 + lot), kind="home")
        for lot in range(3)
        for number, record in enumerate(others)
    )
    VisitAccount.objects.bulk_create(
        VisitAccount(case_id=visit.case_id, visit=visit, words="A kettle" + " teapot" * (number % 2))
        for number, visit in enumerate(visits)
    )
    for who, own in ((cast.amara, cast.pod), (cast.dan, cast.elsewhere), (cast.cora, None)):
        seen = Visit.objects.filter(case__in=Case.objects.visible_to(who))
        for words, some in (("kettle", seen), ("teapot", seen.filter(account__words__contains="teapot"))):
            right = [
                f"{day:%Y-%m-%d}" for day in some.order_by("-visited_on").values_list("visited_on", flat=True)[:NOTES]
            ]
            found = notes(who, words).lines
            assert [note.iso for note in found] == right, (who, words)
            assert own is None or {note.case_pk for note in found} <= {c.pk for c in others if c.team_ids == [own.pk]}


def test_to_build_all_of_it_anew_changes_nothing(cast: SimpleNamespace, leon: Member, today: date) -> None:
    write_everything(cast, today)
    write_papers(cast, today)
    rows = "select case_id, kind, subject_id, happened_on, tsv::text from cases_notesearch order by 2, 3"
    people_of = "select * from cases_membersearch order by member_id"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        noted = cursor.fetchall()
        cursor.execute(people_of)
        known = cursor.fetchall()
        assert len(noted) >= 5 and len(known) >= 4
        cursor.execute("delete from cases_notesearch; delete from cases_membersearch; select rebuild_search()")
        cursor.execute(rows)
        assert cursor.fetchall() == noted
        cursor.execute(people_of)
        assert cursor.fetchall() == known


def test_nobody_asks_the_tables_of_the_search(cast: SimpleNamespace) -> None:
    for table in ("cases_notesearch", "cases_membersearch", "cases_notesource", "cases_membersource"):
        for role in ("camden_app", "camden_worker"):
            with as_role(role), pytest.raises(Exception, match="permission denied"), transaction.atomic():  # noqa: B017, PT011
                connection.cursor().execute(f"select count(*) from {table}")  # noqa: S608
