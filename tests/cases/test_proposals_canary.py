"""A proposed change of worker sings on nobody's page but those of who decides, and changes no word or count elsewhere.

Every page there is, of the record and of none, is opened by everybody else before the proposal and after: the answers
are the same, to the letter. So are the messages.
"""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from camden.access import Role
from camden.models import Message
from camden.principal import acting_as
from cases.models import BalancingRun, Case, ProposedMove
from cases.operations.proposals import adjust
from tests.factories.camden import MembershipFactory
from tests.factories.cases import ProposedMoveFactory
from tests.guards.test_strangers import pages, record, signed_in  # noqa: F401 - fixtures of theirs
from tests.guards.walk import urls

CANARY = "Zebedee-Quillfeather"
# What differs from one answer to the next by itself: secrets of forms, and the moment.
OF_ITSELF = re.compile(
    rb'name="(?:csrfmiddlewaretoken|_key|_ticket)" value="[^"]*"|nonce="[^"]*"|"X-CSRFToken": ?"[^"]*"'
    rb'|value="\d\d:\d\d"'
    rb"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
ONES_OWN = {"account_logout", "cases:proposals"}
# The pages of whoever decides; and where it stands who looked, which this test does by looking.
OF_LOOKING = {"cases:proposal", "cases:proposal-adjustment", "cases:access-log"}


@pytest.fixture
def quiet(record: Case) -> Case:  # noqa: F811
    """The record with a row of every kind, and no proposal."""
    ProposedMove.objects.all().delete()
    BalancingRun.objects.all().delete()
    return record


def of_no_record() -> list[str]:
    return [reverse(url.name) for url in urls() if not url.keys and url.name not in ONES_OWN and "api" not in url.name]


def said_to(client: Client, addresses: list[str]) -> dict[str, tuple[int, bytes]]:
    found = {}
    for address in addresses:
        answer = client.get(address)
        is_page = not answer.streaming and answer["Content-Type"].startswith("text/html")
        content = answer.content if is_page else b""  # of a paper the page about it has told
        found[address] = (answer.status_code, OF_ITSELF.sub(b"", content))
    return found


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Any]:
    """Addresses that answer differently, with what is new."""
    found = []
    for address, (status, content) in after.items():
        old = before[address][1].splitlines()
        if (status, content) != before[address]:
            found.append((address, status, [line for line in content.splitlines() if line not in old][:2]))
    return found


@pytest.mark.long
def test_nobody_else_can_tell_that_a_change_is_proposed_or_chosen(
    cast: SimpleNamespace,
    pages: dict[str, str],  # noqa: F811
    quiet: Case,
    today: Any,  # noqa: F811
) -> None:
    rosa = MembershipFactory(user__name="Rosa Okri", team=cast.pod).user
    niamh = MembershipFactory(user__name="Niamh Castellan", team=cast.pod, role=Role.SENIOR_PRACTITIONER).user
    others = [cast.amara, rosa, niamh]
    addresses = [*of_no_record(), *(url for name, url in pages.items() if name not in OF_LOOKING)]
    assert len(addresses) > 150
    clients = {person.name: signed_in(person) for person in others}
    for client in clients.values():
        said_to(client, addresses)  # whatever a first look changes, of itself
    before = {name: said_to(client, addresses) for name, client in clients.items()}
    posted = Message.objects.count()

    about = {"team": cast.team, "to_worker": rosa, "to_team": cast.pod, "from_worker": cast.amara}
    move = ProposedMoveFactory(
        case=quiet, children=cast.children, why=f"{CANARY} is at 119 of 100.", change_reason="MANAGE", **about
    )
    with acting_as(cast.bilal):
        adjust(
            move=move, to=niamh, team=cast.pod, by=cast.bilal, on=today, at=move.run.looked_at, because=CANARY
        )  # fmt: skip
    after = {name: said_to(client, addresses) for name, client in clients.items()}
    assert {name: differences(before[name], after[name]) for name in clients} == {name: [] for name in clients}

    chosen = ProposedMove.objects.to_decide().get()
    assert all(CANARY.encode() not in content for said in after.values() for _, content in said.values())
    assert Message.objects.count() == posted, "and nobody is written to"
    for person in others:
        client = clients[person.name]
        for page in (f"/cases/{quiet.pk}/proposals/{move.pk}/", f"/cases/{quiet.pk}/proposals/{move.pk}/adjustment/"):
            assert client.get(page).status_code in (403, 404)
    bilal = signed_in(cast.bilal)
    assert CANARY.encode() in bilal.get(f"/cases/{quiet.pk}/proposals/{chosen.pk}/").content, "it sings where it may"
