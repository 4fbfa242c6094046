"""Losses, health, where somebody comes from: what is written down, and what ends it."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.operations.versions import Overtaken
from camden.principal import acting_as
from cases.models import CulturalNote, HealthMark, Member, PastLoss
from cases.operations.culture import NotToldSo, note_culture
from cases.operations.hardships import NotNotedSo, end_note, note_health, note_loss
from cases.rules.audience import Marks
from tests.factories.cases import CaseFactory
from tests.factories.record_people import AdultFactory

ON = date(2026, 11, 3)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    return AdultFactory(case=cast.case, given_name="Shirin")


def test_a_loss_is_kept_with_its_marks_and_as_much_of_its_day_as_is_known(
    cast: SimpleNamespace, shirin: Member
) -> None:
    told = {"name": "Yusuf", "lost_about": "2014-05", "marks": Marks(is_kept_from_family=True)}
    with acting_as(cast.amara):
        note_loss(mother=shirin, kind="miscarriage", by=cast.amara, on=ON, **told)
    loss = PastLoss.objects.get()
    assert (loss.name, loss.lost_about, loss.is_kept_from_family) == ("Yusuf", "2014-05", True)


def test_the_other_parent_of_a_loss_is_somebody_else_of_this_family(cast: SimpleNamespace, shirin: Member) -> None:
    stranger = AdultFactory(case=CaseFactory(name="Others", team_ids=[cast.pod.pk]))
    for other in (shirin, stranger):
        with acting_as(cast.amara), pytest.raises(NotNotedSo):
            note_loss(mother=shirin, kind="stillbirth", other_parent=other, by=cast.amara, on=ON)


def test_one_mark_of_a_kind_holds_and_another_may_follow_when_it_has_ended(
    cast: SimpleNamespace, shirin: Member
) -> None:
    with acting_as(cast.amara):
        mark = note_health(member=shirin, kind="mental_health", by=cast.amara, on=ON)
        with pytest.raises(NotNotedSo):
            note_health(member=shirin, kind="mental_health", by=cast.amara, on=ON)
        end_note(what=mark, version=mark.version, on=ON, ended_on=date(2026, 10, 1))
        note_health(member=shirin, kind="mental_health", by=cast.amara, on=ON)
    assert HealthMark.objects.filter(ended_on=None).count() == 1


def test_two_who_end_it_at_once_do_not_go_over_one_another(cast: SimpleNamespace, shirin: Member) -> None:
    with acting_as(cast.amara):
        mark = note_health(member=shirin, kind="illness", by=cast.amara, on=ON)
        end_note(what=mark, version=mark.version, on=ON, ended_on=ON)
        with pytest.raises(Overtaken):
            end_note(what=mark, version=mark.version, on=ON, ended_on=date(2026, 10, 1))


def test_would_rather_not_say_is_an_answer_and_silence_is_none(cast: SimpleNamespace, shirin: Member) -> None:
    told = {"member": shirin, "kind": "faith", "by": cast.amara, "on": ON, "told_by": shirin}
    with acting_as(cast.amara):
        with pytest.raises(NotToldSo):
            note_culture(**told)
        with pytest.raises(NotToldSo):
            note_culture(**told, words="Muslim", is_declined=True)
        note_culture(**told, is_declined=True)
    assert CulturalNote.objects.get().is_declined
