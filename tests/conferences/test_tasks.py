"""The night's figures, as Celery runs it."""

import logging
from datetime import date
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from camden.access import Role
from conferences.models import ServiceFigures
from conferences.tasks import count_conferences
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.conferences import fill

pytestmark = pytest.mark.django_db


def counted(day: date) -> None:
    with time_machine.travel(f"{day} 03:30:00+00:00", tick=False), as_role("camden_worker"):
        count_conferences()


def test_the_figures_of_a_month_are_kept_once_and_name_nobody(
    conferred: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    UserFactory(is_system=True)
    fill(conferred.conference, conferred.amara)
    with caplog.at_level(logging.INFO, logger="conferences.tasks"):
        for day in (date(2026, 11, 3), date(2026, 11, 4), date(2026, 12, 1)):
            counted(day)
    assert list(ServiceFigures.objects.order_by("made_on").values_list("made_on", flat=True)) == [
        date(2026, 11, 3),
        date(2026, 12, 1),
    ]
    text = str(ServiceFigures.objects.latest("made_on").content) + caplog.text
    assert "few" in text
    for name in ("Anisa", "Rahman", "Shirin", "Farida", "Amara", "Samira"):
        assert name not in text


def test_an_analyst_reads_the_services_figures_and_no_familys(conferred: SimpleNamespace, client: Client) -> None:
    UserFactory(is_system=True)
    counted(date(2026, 11, 3))
    analyst = UserFactory(name="Nils Aaltonen")
    MembershipFactory(user=analyst, team=conferred.service, role=Role.ANALYST)
    client.force_login(analyst)
    for address in ("", "?of=service", "?of=families"):
        page = client.get(reverse("conferences:evidence") + address)
        assert page.status_code == 200
        assert "Figures of the whole service, made on 3 November 2026" in page.content.decode()
    assert client.get(conferred.conference.get_absolute_url()).status_code in (403, 404)


def test_a_worker_without_the_figures_permission_does_not_open_them(conferred: SimpleNamespace, client: Client) -> None:
    client.force_login(conferred.amara)
    assert client.get(reverse("conferences:evidence")).status_code == 403
