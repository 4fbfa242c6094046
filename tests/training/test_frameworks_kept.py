"""Frameworks as they are kept: shipped once, and a link outlives the end of the framework it was made to."""

from datetime import date
from types import SimpleNamespace

from tests.factories.training import PieceFactory
from training.management.offering import ship
from training.models import Capability, CapabilityLink, Correspondence, Framework, RequiredItem
from training.rules.capabilities import CORRESPONDS, LAST_DAY_OF_KSS, SHIPPED
from training.rules.frameworks import Link, seen


def test_what_is_shipped_is_kept_once_and_nothing_is_written_over(db: None) -> None:
    ship()
    Framework.objects.filter(code="kss").update(title="As we call it here")
    before = [model.objects.count() for model in (Framework, Capability, Correspondence, RequiredItem)]
    ship()
    assert [model.objects.count() for model in (Framework, Capability, Correspondence, RequiredItem)] == before
    assert Framework.objects.get(code="kss").title == "As we call it here"
    assert set(Capability.objects.values_list("code", flat=True)) == {
        area.code for each in SHIPPED for area in each.areas
    }
    assert Correspondence.objects.count() == sum(len(close_to) for close_to in CORRESPONDS.values())


def test_a_link_outlives_the_framework_it_was_made_to(learners: SimpleNamespace) -> None:
    ship()
    piece = PieceFactory(person=learners.amara)
    area = Capability.objects.get(code="kss.9")
    CapabilityLink.objects.create(person=learners.amara, piece=piece, capability=area, linked_on=date(2026, 11, 3))
    kept = [
        Link(link.piece_id, link.capability.code, link.linked_on)
        for link in CapabilityLink.objects.select_related("capability")
    ]
    (before,) = seen(kept, LAST_DAY_OF_KSS)
    (after,) = seen(kept, date(2027, 4, 1))
    assert (before.is_of_today, after.is_of_today) == (True, False)
    assert (after.title, [each.code for each in after.close_to]) == (before.title, ["ecs.5"])
