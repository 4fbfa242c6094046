"""A form that another site sent, or that comes from a page too old, writes nothing and loses no words."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Visit
from tests.conftest import AppClient

WORDS = "Anisa showed me her <drawing> & we talked about school."


@pytest.fixture
def visit(cast: SimpleNamespace) -> tuple[str, dict[str, str]]:
    said = {"visited_on_quick": "2026-11-03", "kind": "home", "account": WORDS, "password": "secret-of-mine"}
    said |= {"csrfmiddlewaretoken": "a-token-of-long-ago", "next": "/nowhere/"}
    return f"/cases/{cast.case.pk}/visits/new/", said | {f"seen_{cast.children[0].pk}": "alone"}


def test_a_form_without_its_token_writes_nothing_and_gives_the_words_back(
    cast: SimpleNamespace, browser_for: Any, visit: Any
) -> None:
    answer = browser_for(cast.amara, enforce_csrf_checks=True).post(*visit)
    assert answer.status_code == 403
    assert not Visit.objects.exists()
    assert "Anisa showed me her &lt;drawing&gt; &amp; we talked about school." in answer.content.decode()


def test_secrets_and_machinery_are_not_given_back(cast: SimpleNamespace, browser_for: Any, visit: Any) -> None:
    page = browser_for(cast.amara, enforce_csrf_checks=True).post(*visit).content.decode()
    for secret in ("secret-of-mine", "a-token-of-long-ago", "/nowhere/", "<drawing>"):
        assert secret not in page


def test_a_day_that_was_chosen_is_given_back_under_its_own_name(
    cast: SimpleNamespace, browser_for: Any, visit: Any
) -> None:
    url, said = visit
    browser = browser_for(cast.amara, enforce_csrf_checks=True)
    chosen = browser.post(url, said).content.decode()
    assert "Visited on<" in chosen and "quick" not in chosen
    other = browser.post(url, said | {"visited_on_quick": "other", "visited_on": "1 11 2026"}).content.decode()
    assert "1 11 2026" in other and ">other<" not in other


def test_the_token_of_the_page_lets_the_same_form_through(cast: SimpleNamespace, browser_for: Any, visit: Any) -> None:
    client = browser_for(cast.amara, enforce_csrf_checks=True)
    url, said = visit
    client.get(url)
    token = client.cookies["csrftoken"].value
    assert client.post(url, said | {"csrfmiddlewaretoken": token}).status_code == 302
    assert Visit.objects.count() == 1


def test_another_site_cannot_use_the_token(cast: SimpleNamespace, browser_for: Any, visit: Any) -> None:
    client = browser_for(cast.amara, enforce_csrf_checks=True)
    url, said = visit
    client.get(url)
    token = client.cookies["csrftoken"].value
    answer = client.post(url, said | {"csrfmiddlewaretoken": token}, HTTP_ORIGIN="https://evil.example")
    assert answer.status_code == 403
    assert not Visit.objects.exists()


def test_a_sign_in_that_comes_too_late_does_not_print_the_password(db: None) -> None:
    client = AppClient(enforce_csrf_checks=True)
    answer = client.post("/accounts/login/", {"login": "amara@example.org", "password": "stairwell"})
    assert answer.status_code == 403
    assert b"stairwell" not in answer.content
