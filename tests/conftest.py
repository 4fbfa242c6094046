"""What every test stands on: the cast, clients that act as the application's own role, one day that is today."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.models.signals import post_init
from django.test import Client
from django.urls import get_resolver
from hypothesis import HealthCheck, settings

from camden.access import Role
from camden.models import Team
from cases.models.case import Case, OfCase
from tests.factories.camden import MembershipFactory, TeamFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, HouseholdFactory, InvolvementFactory
from tests.guards.sockets import this_machine_only  # noqa: F401

# How quickly examples are made says something of the machine and nothing of the rule.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    # One connection: what a test does is rolled back, refusals and throttles included.
    settings.ASIDE = "default"
    settings.DATABASES.pop("aside", None)
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    settings.DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.SECOND_FACTOR = False  # whatever the machine's environment says; test_mfa.py turns it on


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Hold this connection by row-level security, as the web (`camden_app`) or Celery (`camden_worker`) is held."""
    with connection.cursor() as cursor:
        cursor.execute(f"set session authorization {role}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("reset session authorization")


class AppClient(Client):
    """A browser whose every request is held by row-level security, and that demands a read event.

    A page rendered from rows of a record whose request noted no record as opened is an error of the page.
    """

    def request(self, **request: Any) -> Any:
        assert get_resolver().url_patterns  # pages first: some make a row for its defaults
        loaded: list[Any] = []

        def note(sender: Any, instance: Any, **kwargs: Any) -> None:
            if isinstance(instance, (Case, OfCase)):
                loaded.append(instance)

        post_init.connect(note)
        try:
            with as_role("camden_app"):
                response = super().request(**request)
        finally:
            post_init.disconnect(note)
        opened = getattr(response.wsgi_request, "opened", None)
        if response.status_code == 200 and loaded and not (opened and opened.cases):
            raise AssertionError(f"{request.get('PATH_INFO')} shows a record and wrote down nothing as opened")
        return response


@pytest.fixture
def today() -> date:
    """A Tuesday on which nothing else happens."""
    return date(2026, 11, 3)


@pytest.fixture
def cast(db: None, today: date) -> SimpleNamespace:
    """Amara holds the case, Bilal manages her team, Cora manages the service, Dan works elsewhere.

    The case is a family of three children in one home; Amara leads for all of them. Eve keeps the settings.
    """
    service = TeamFactory(code="SERVICE", name="Children’s Service", kind=Team.Kind.SERVICE)
    team = TeamFactory(code="NORTH", name="North team", parent=service)
    pod = TeamFactory(code="PRIMROSE", name="Primrose", kind=Team.Kind.POD, parent=team)
    elsewhere = TeamFactory(code="SOUTH", name="South team", parent=service)
    people = {
        "amara": ("Amara Obi", pod, Role.SOCIAL_WORKER),
        "bilal": ("Bilal Aziz", team, Role.TEAM_MANAGER),
        "cora": ("Cora Lynch", service, Role.SERVICE_MANAGER),
        "dan": ("Dan Price", elsewhere, Role.SOCIAL_WORKER),
        "eve": ("Eve Storey", service, Role.SYSTEM_ADMINISTRATOR),
    }
    cast = SimpleNamespace(service=service, team=team, pod=pod, elsewhere=elsewhere)
    for key, (name, where, role) in people.items():
        user = UserFactory(name=name, email=f"{key}@example.org")
        MembershipFactory(user=user, team=where, role=role)
        setattr(cast, key, user)
    cast.case = CaseFactory(name="Rahman–Khatun", team_ids=[pod.pk])
    cast.children = [
        ChildFactory(case=cast.case, given_name=name, family_name="Rahman", born_on=date(year, 5, 17))
        for name, year in (("Anisa", 2015), ("Imran", 2018), ("Zayd", 2025))
    ]
    home = HouseholdFactory(case=cast.case, name="Somers Town", people=cast.children)
    cast.home = home
    for child in cast.children:
        EpisodeFactory(case=cast.case, child=child, referred_on=date(2026, 8, 20))
        InvolvementFactory(case=cast.case, child=child, worker=cast.amara, team=pod, started_on=date(2026, 8, 21))
    return cast


@pytest.fixture
def browser_for(db: None) -> Any:
    """A signed-in browser for somebody, held by row-level security."""

    def sign_in(user: Any, **extra: Any) -> AppClient:
        client = AppClient(**extra)
        client.force_login(user)
        return client

    return sign_in
