"""One human being who was written down twice."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from camden.principal import acting_as
from cases.forms.merging import MergeForm
from cases.models import (
    ChronologyEntry,
    Clock,
    Episode,
    HouseholdMembership,
    Involvement,
    Member,
    MemberMerge,
    Relationship,
    VisitChild,
)
from cases.operations.merging import CHOSEN, NotMerged, merge, tie, undo_merge, untie
from cases.readings.header import adults_of
from cases.readings.people import who_is_who
from tests.conftest import as_role
from tests.factories.cases import CaseFactory, VisitFactory
from tests.factories.record_people import AdultFactory, relates


@pytest.fixture
def twice(cast: SimpleNamespace) -> tuple[Member, Member]:
    """Shirin, written down twice: both mother of Anisa, both living at home, one of them alone mother of Imran."""
    anisa, imran, _ = cast.children
    kept = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F", language="Sylheti")
    merged = AdultFactory(case=cast.case, given_name="Shireen", family_name="Khatun", born_on=date(1992, 1, 2))
    relates(kept, "mother", anisa)
    relates(merged, "mother", anisa, imran)
    for each in (kept, merged):
        HouseholdMembership.objects.create(
            case=cast.case, household=cast.home, member=each, started_on=date(2026, 1, 1)
        )
    return kept, merged


@pytest.fixture(autouse=True)
def as_amara(cast: SimpleNamespace, twice: tuple[Member, Member]) -> Iterator[None]:
    with as_role("camden_app"), acting_as(cast.amara):
        yield


def test_two_become_one_and_what_both_have_is_said_once(
    cast: SimpleNamespace, twice: tuple[Member, Member], today: date
) -> None:
    kept, merged = twice
    merge(kept=kept, merged=merged, by=cast.amara, on=today, facts={"born_on": merged.born_on})
    kept.refresh_from_db()
    assert (kept.born_on, kept.language) == (date(1992, 1, 2), "Sylheti")
    now = Relationship.objects.filter(ended_on=None)
    assert {(tie.one_id, tie.other_id) for tie in now} == {(kept.pk, c.pk) for c in cast.children[:2]}
    assert [line.ties for line in adults_of(cast.case, today)] == [("mother of Anisa and Imran",)]
    lives = cast.home.memberships.filter(ended_on=None).order_by("pk")
    assert [each.member.first_name for each in lives] == ["Anisa", "Imran", "Zayd", "Shirin"]
    assert [each.name for each in who_is_who(cast.case, today).others] == ["Shirin Khatun"]
    entry = ChronologyEntry.objects.get(kind="people")
    assert entry.summary == "Shireen Khatun and Shirin Khatun are the same person: one of the two stays in the record"


def test_they_can_be_two_again(cast: SimpleNamespace, twice: tuple[Member, Member], today: date) -> None:
    kept, merged = twice
    found = merge(kept=kept, merged=merged, by=cast.amara, on=today, facts={"born_on": merged.born_on})
    undo_merge(merge=found, by=cast.amara, on=today)
    kept.refresh_from_db()
    assert kept.born_on is None
    assert Member.objects.filter(pk=merged.pk).exists()
    assert Relationship.objects.filter(one=merged, ended_on=None).count() == 2
    assert HouseholdMembership.objects.filter(member=merged, ended_on=None).count() == 1
    with pytest.raises(NotMerged, match="Somebody else has changed this already"):
        undo_merge(merge=found, by=cast.amara, on=today)


def test_of_two_the_disabilities_of_one_are_chosen_and_go_back(
    cast: SimpleNamespace, twice: tuple[Member, Member], today: date
) -> None:
    kept, merged = twice
    form = MergeForm(None, kept=Member(disabilities=["NONE"]), merged=Member(disabilities=["LD"]), facts=CHOSEN)
    assert [words for _, words in form.fields["disabilities"].choices] == ["No disability", "Learning"]
    found = merge(kept=kept, merged=merged, by=cast.amara, on=today, facts={"disabilities": ["LD"]})
    assert Member.objects.get(pk=kept.pk).disabilities == ["LD"]
    undo_merge(merge=found, by=cast.amara, on=today)
    assert Member.objects.get(pk=kept.pk).disabilities == []


def test_what_was_corrected_since_is_not_undone(
    cast: SimpleNamespace, twice: tuple[Member, Member], today: date
) -> None:
    kept, merged = twice
    found = merge(kept=kept, merged=merged, by=cast.amara, on=today, facts={"born_on": merged.born_on})
    Member.objects.filter(pk=kept.pk).update(born_on=date(1992, 2, 1))
    undo_merge(merge=found, by=cast.amara, on=today)
    assert Member.objects.get(pk=kept.pk).born_on == date(1992, 2, 1)


def test_nobody_is_merged_twice_or_into_themselves(
    cast: SimpleNamespace, twice: tuple[Member, Member], today: date
) -> None:
    kept, merged = twice
    said = {"by": cast.amara, "on": today, "facts": {}}
    with pytest.raises(NotMerged):
        merge(kept=kept, merged=kept, **said)
    with pytest.raises(NotMerged, match="Keep the child"):
        merge(kept=kept, merged=cast.children[0], **said)
    merge(kept=kept, merged=merged, **said)
    with pytest.raises(NotMerged):
        merge(kept=kept, merged=merged, **said)
    assert MemberMerge.objects.count() == 1


def test_a_mother_who_was_said_to_be_the_partner_of_herself_is_not(
    cast: SimpleNamespace, twice: tuple[Member, Member], today: date
) -> None:
    kept, merged = twice
    relates(merged, "partner", kept)
    found = merge(kept=kept, merged=merged, by=cast.amara, on=today, facts={})
    assert Relationship.objects.get(kind="partner").ended_on == today
    undo_merge(merge=found, by=cast.amara, on=today)
    assert Relationship.objects.get(kind="partner").ended_on is None


def test_two_open_referrals_are_a_decision_and_no_matter_of_names(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    with pytest.raises(NotMerged, match="Both have an open referral"):
        merge(kept=anisa, merged=imran, by=cast.amara, on=today, facts={})
    assert Member.objects.filter(pk=imran.pk).exists()
    assert Episode.objects.filter(child=imran).count() == 1


def test_of_a_child_who_was_merged_nothing_is_due(cast: SimpleNamespace, today: date) -> None:
    anisa, imran, _ = cast.children
    Episode.objects.filter(child=imran).update(closed_on=date(2026, 10, 1), closure_reason="RC7")
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    for child in (anisa, imran):
        VisitChild.objects.create(case=cast.case, visit=visit, child=child, seen="alone")
    found = merge(kept=anisa, merged=imran, by=cast.amara, on=today, facts={})
    assert [part.child_id for part in VisitChild.objects.order_by("pk")] == [anisa.pk, imran.pk]
    assert not Clock.objects.filter(child=imran).exists()
    assert Involvement.objects.filter(child=anisa, leads_now=True).count() == 1
    assert not Involvement.objects.filter(child=imran, leads_now=True).exists()
    undo_merge(merge=found, by=cast.amara, on=today)
    assert Involvement.objects.filter(child=imran, leads_now=True).count() == 1


def test_two_records_know_one_human_being_and_nobody_sees_more(
    cast: SimpleNamespace, twice: tuple[Member, Member]
) -> None:
    shirin, _ = twice
    with owner():
        khan = CaseFactory(name="Khan", team_ids=[cast.pod.pk])
        hidden = CaseFactory(name="Hidden", team_ids=[cast.elsewhere.pk])
        there, unseen = AdultFactory(case=khan), AdultFactory(case=hidden)
        Member.objects.filter(pk=unseen.pk).update(person=shirin.person)
    with pytest.raises(NotMerged):
        tie(member=shirin, other=unseen.pk, case=hidden.pk)
    tie(member=shirin, other=there.pk, case=khan.pk)
    assert Member.objects.get(pk=shirin.pk).person_id == there.person_id
    assert not Member.objects.filter(pk=unseen.pk).exists()  # as little to be seen as before
    with owner():
        assert Member.objects.get(pk=unseen.pk).person_id == there.person_id
    untie(member=shirin)
    assert Member.objects.get(pk=shirin.pk).person_id != there.person_id


def test_a_stranger_merges_and_ties_nobody(cast: SimpleNamespace, twice: tuple[Member, Member], today: date) -> None:
    kept, merged = twice
    calls = [
        ("merge_members(%s, %s, %s, '{}')", [kept.pk, merged.pk, today]),
        ("tie_people(%s, %s)", [kept.pk, merged.pk]),
        ("untie_person(%s)", [kept.pk]),
    ]
    with acting_as(cast.dan):
        for call, said in calls:
            with pytest.raises(DatabaseError, match="no such"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"select {call}", said)


class owner:  # noqa: N801 - a pair of hands
    """What the policies do not hold, in between."""

    def __enter__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("reset session authorization")

    def __exit__(self, *_: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("set session authorization camden_app")
