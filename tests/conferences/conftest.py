"""The cast of a conference: Samira coordinates for the Rahmans; Aroha coordinates for other families."""

from types import SimpleNamespace

import pytest

from camden.access import Role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ExclusionFactory
from tests.factories.conferences import ConferenceFactory, coordinator_of


@pytest.fixture
def conferred(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast, with Amara's referral of the Rahmans that Samira has; and others who must see nothing of it."""
    cast.samira = coordinator_of(cast.children[0], cast.service)
    cast.conference = ConferenceFactory(case=cast.case, referred_by=cast.amara, coordinator=cast.samira)
    cast.aroha = UserFactory(name="Aroha Ngata")
    MembershipFactory(user=cast.aroha, team=cast.service, role=Role.CONFERENCE_COORDINATOR)
    cast.ended = coordinator_of(cast.children[0], cast.service, "Noor Haddad", ended_on="2026-10-30")
    cast.excluded = coordinator_of(cast.children[0], cast.service, "Piotr Wolski")
    ExclusionFactory(case=cast.case, worker=cast.excluded)
    return cast
