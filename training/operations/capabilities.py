"""Verbs about capabilities: what a piece, or something one learned from, shows."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from training.models import Capability, CapabilityLink, Learning, Piece


@transaction.atomic
def link_to(
    *, by: User, on: date, chosen: Iterable[Capability], offered: Iterable[Capability],
    piece: Piece | None = None, learning: Learning | None = None,
) -> None:  # fmt: skip
    """What a piece, or something learned from, shows: those `chosen` of those `offered`.

    What was not offered, of a framework that has ended, stays linked as it was. What was chosen before is kept with
    its day; what is chosen no more is taken back.
    """
    mine = CapabilityLink.objects.filter(person=by, piece=piece, learning=learning, taken_back_on=None)
    wanted = {each.pk for each in chosen}
    gone = {each.pk for each in offered} - wanted
    mine.filter(capability__in=gone).update(taken_back_on=on, version=F("version") + 1)
    there = set(mine.values_list("capability", flat=True))
    CapabilityLink.objects.bulk_create(
        CapabilityLink(person=by, capability_id=key, piece=piece, learning=learning, linked_on=on)
        for key in sorted(wanted - there)
    )
    record(action="linked learning to what it shows", subject=piece or learning)
