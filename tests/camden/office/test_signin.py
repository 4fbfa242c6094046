"""Who gets in: people of the service with their password, and nobody else learns anything at the door."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.urls import NoReverseMatch, reverse

from camden.access import Role
from camden.models import User
from camden.office import tryout
from camden.operations.people import welcome
from camden.servers import supervisor
from tests.conftest import AppClient
from tests.factories.camden import PASSWORD, UserFactory

NOTE = """Everybody's password is demo-otter-kettle-7
  eve@example.org     System administrator
  amara@example.org   Social worker
  second@example.org  Social worker
  tom@example.org     Social worker in their early career
"""
LOGIN, RESET = "/accounts/login/", "/accounts/password/reset/"
NEW = "lantern-otter-quay-7"


@pytest.fixture
def clock(today: Any) -> Iterator[Any]:
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False) as clock:
        yield clock


def sign_in(client: AppClient, email: str = "amara@example.org", password: str = PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"login": email, "password": password, **more})


def is_in(client: AppClient) -> bool:
    return "_auth_user_id" in client.session


def words(answer: Any, *typed: str) -> str:
    """What a page says, without the token and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
    for each in typed:
        text = text.replace(each, "…")
    return text


def test_the_right_password_signs_in(cast: SimpleNamespace) -> None:
    client = AppClient()
    answer = sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(cast.amara.pk)
    assert b"Rahman" in client.get("/cases/").content
    cast.amara.refresh_from_db()
    assert cast.amara.last_login


def test_capitals_in_the_address_do_not_matter(cast: SimpleNamespace) -> None:
    client = AppClient()
    sign_in(client, "Amara@Example.ORG")
    assert is_in(client)


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(cast: SimpleNamespace) -> None:
    wrong, unknown = AppClient(), AppClient()
    answers = [sign_in(wrong, password="not-it-at-all"), sign_in(unknown, email="stranger@example.org")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert not is_in(wrong) and not is_in(unknown)
    pages = [words(answer, "amara@example.org", "stranger@example.org") for answer in answers]
    assert pages[0] == pages[1]
    assert "do not belong together" in pages[0]
    assert PASSWORD not in pages[1]


@pytest.mark.parametrize("email", ["amara@example.org", "stranger@example.org"])
def test_after_five_wrong_passwords_an_address_waits_five_minutes(
    cast: SimpleNamespace, clock: Any, email: str
) -> None:
    """The same for an address that nobody has: the wait does not tell who works here."""
    for _ in range(5):
        assert b"do not belong together" in sign_in(AppClient(), email, "guess").content
    client = AppClient(REMOTE_ADDR="10.1.2.3")
    assert b"Too many attempts" in sign_in(client, email).content, "from another machine, with the right password"
    assert not is_in(client)
    clock.shift(timedelta(minutes=5, seconds=1))
    sign_in(client, email)
    assert is_in(client) == (email == "amara@example.org")


def test_other_people_still_get_in_meanwhile(cast: SimpleNamespace, clock: Any) -> None:
    for _ in range(6):
        sign_in(AppClient(), "amara@example.org", "guess")
    client = AppClient()
    sign_in(client, "bilal@example.org")
    assert is_in(client)


def test_one_machine_may_guess_ten_times_a_minute_over_all_addresses(cast: SimpleNamespace, clock: Any) -> None:
    for number in range(10):
        assert b"do not belong together" in sign_in(AppClient(), f"guess{number}@example.org", "guess").content
    assert b"Too many attempts" in sign_in(AppClient(), "bilal@example.org").content


def test_somebody_inactive_does_not_get_in(cast: SimpleNamespace) -> None:
    User.objects.filter(pk=cast.amara.pk).update(is_active=False)
    client = AppClient()
    sign_in(client)
    assert not is_in(client)
    assert client.get("/cases/").status_code == 302


def test_somebody_who_becomes_inactive_is_out_at_once(cast: SimpleNamespace, browser_for: Any) -> None:
    client = browser_for(cast.amara)
    assert client.get("/cases/").status_code == 200
    User.objects.filter(pk=cast.amara.pk).update(is_active=False)
    answer = client.get("/cases/")
    assert answer["Location"].startswith(LOGIN)


def test_a_job_of_the_system_has_no_password_and_opens_no_page(cast: SimpleNamespace, browser_for: Any) -> None:
    job = welcome(name="Nightly job", email="job@example.org", is_system=True)
    client = AppClient()
    for password in ("", "None", "!", job.password):
        sign_in(client, "job@example.org", password)
        assert not is_in(client)
    somehow = browser_for(job, raise_request_exception=False)
    assert somehow.get(f"/cases/{cast.case.pk}/").status_code >= 400


@pytest.mark.parametrize(
    "next_",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "https:evil.example", "javascript:alert(1)"],
)
def test_signing_in_never_leads_to_another_site(cast: SimpleNamespace, next_: str) -> None:
    for answer in (
        sign_in(AppClient(), next=next_),
        AppClient().post(f"{LOGIN}?next={next_}", {"login": "amara@example.org", "password": PASSWORD}),
    ):
        assert (answer.status_code, answer["Location"]) == (302, "/")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(cast: SimpleNamespace) -> None:
    asked = AppClient().get(f"/cases/{cast.case.pk}/")
    assert asked["Location"] == f"{LOGIN}?next=/cases/{cast.case.pk}/"
    assert sign_in(AppClient(), next=f"/cases/{cast.case.pk}/")["Location"] == f"/cases/{cast.case.pk}/"


def test_nobody_signs_up_or_changes_an_address(db: None) -> None:
    for name in ("account_signup", "account_email", "account_change_password", "account_set_password"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for path in ("signup/", "email/", "3rdparty/", "social/signup/"):
        assert AppClient().get(f"/accounts/{path}").status_code in (302, 404)
        AppClient().post(f"/accounts/{path}", {"email": "new@example.org", "password1": NEW, "password2": NEW})
    assert not User.objects.exists()


def test_signing_out_takes_a_post_and_ends_the_session(cast: SimpleNamespace, browser_for: Any) -> None:
    client = browser_for(cast.amara)
    client.get("/accounts/logout/")
    assert is_in(client)
    client.post("/accounts/logout/")
    assert client.get("/cases/").status_code == 302


def test_the_session_is_kept_from_scripts_and_other_sites(cast: SimpleNamespace) -> None:
    client = AppClient()
    cookie = sign_in(client).cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert not cookie["max-age"] and not cookie["expires"], "gone when the browser is closed"


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(cast: SimpleNamespace) -> None:
    client = AppClient()
    assert client.post(RESET, {"email": "Amara@example.org"})["Location"] == f"{RESET}done/"
    (message,) = mail.outbox
    assert message.to == ["amara@example.org"]
    (link,) = re.findall(r"http://testserver(/\S+)", message.body)
    page = client.get(link, follow=True)
    form = page.redirect_chain[-1][0]
    assert link not in page.content.decode(), "the key is not where a referrer or a screen would show it"
    weak = client.post(form, {"password1": "password", "password2": "password"})
    assert weak.status_code == 200 and b"too" in weak.content
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    sign_in(client)
    assert not is_in(client), "the old one is gone"
    again = AppClient().get(link, follow=True)
    assert b"password1" not in again.content, "it worked once"
    sign_in(client, password=NEW)
    assert is_in(client)


def test_a_new_password_ends_every_session(cast: SimpleNamespace, browser_for: Any) -> None:
    thief = browser_for(cast.amara)
    assert thief.get("/cases/").status_code == 200
    AppClient().post(RESET, {"email": "amara@example.org"})
    client = AppClient()
    page = client.get(re.findall(r"http://testserver(/\S+)", mail.outbox[0].body)[0], follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert thief.get("/cases/").status_code == 302


def test_asking_for_a_new_password_tells_nobody_who_works_here(cast: SimpleNamespace) -> None:
    User.objects.filter(pk=cast.dan.pk).update(is_active=False)
    answers = []
    for email in ("amara@example.org", "stranger@example.org", "dan@example.org"):
        answer = AppClient().post(RESET, {"email": email})
        answers.append((answer.status_code, answer["Location"], words(AppClient().get(answer["Location"]))))
    assert answers[0] == answers[1] == answers[2]
    links = [message.to[0] for message in mail.outbox if "/password/reset/key/" in message.body]
    assert links == ["amara@example.org"]


def test_a_reset_changes_the_password_and_nothing_else(cast: SimpleNamespace) -> None:
    before = User.objects.values("email", "name", "is_active", "is_system").get(pk=cast.amara.pk)
    client = AppClient()
    client.post(RESET, {"email": "amara@example.org"})
    page = client.get(re.findall(r"http://testserver(/\S+)", mail.outbox[0].body)[0], follow=True)
    more = {"is_system": "1", "email": "x@example.org", "name": "x"}
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW, **more})
    assert User.objects.values("email", "name", "is_active", "is_system").get(pk=cast.amara.pk) == before


@pytest.mark.parametrize(
    "typed", ["a\x00b", "x" * 100_000, "😀@example.org", "مُحَمَّد@example.org", "' or 1=1 --", "%", ""]
)
def test_nothing_typed_at_the_door_breaks_it(cast: SimpleNamespace, typed: str) -> None:
    for sent in ({"login": typed, "password": typed}, {"login": "amara@example.org", "password": typed}, {}):
        assert AppClient().post(LOGIN, sent).status_code == 200
    for sent in ({"email": typed}, {}):
        assert AppClient().post(RESET, sent).status_code in (200, 302)


def test_a_job_of_the_system_gets_no_link_to_a_new_password(db: None, client: Any, mailoutbox: list[Any]) -> None:
    UserFactory(email="jobs@example.org", is_system=True)
    assert client.post("/accounts/password/reset/", {"email": "jobs@example.org"}).status_code == 302
    assert mailoutbox == []


@pytest.fixture
def note_of_a_demo(settings: Any, tmp_path: Any) -> Any:
    settings.DATA = tmp_path
    (tmp_path / "sign-ins.txt").write_text(NOTE.replace("demo-otter-kettle-7", PASSWORD), encoding="utf-8")
    return tmp_path


def test_in_a_demo_one_person_of_each_role_is_a_click_away(
    cast: SimpleNamespace, settings: Any, note_of_a_demo: Any, django_assert_num_queries: Any
) -> None:
    settings.DEMO = True
    with django_assert_num_queries(0):
        shown = tryout.people()
    assert [(one.role, one.email) for one in shown] == [
        ("Social worker", "amara@example.org"),
        ("Social worker in their early career", "tom@example.org"),
        ("System administrator", "eve@example.org"),
    ]
    assert all(one.idea for one in shown)
    page = AppClient().get(LOGIN).content.decode()
    sent = dict(
        re.findall(r'<input type="hidden" name="(login|password)" value="([^"]+)">', page.split("<li class")[1])
    )
    client = AppClient()
    client.post(LOGIN, sent)
    assert is_in(client)


@pytest.mark.parametrize("error", ["no note", "another's note"])
def test_outside_a_demo_nobody_and_no_password_is_offered(
    cast: SimpleNamespace, settings: Any, note_of_a_demo: Any, error: str
) -> None:
    """The note alone, say in a folder that was copied, offers nothing."""
    if error == "no note":
        settings.DEMO = True
        (note_of_a_demo / "sign-ins.txt").unlink()
    page = AppClient().get(LOGIN).content.decode()
    assert "Try it as" not in page and PASSWORD not in page and "@example.org" not in page


@pytest.mark.parametrize(
    ("said", "kind", "is_one"),
    [("1", "demo", True), ("1", "up", False), ("1", None, False), ("0", "demo", False), (None, "demo", False)],
)
def test_a_demo_is_what_the_supervisor_says_and_the_folder_too(
    tmp_path: Any, said: str | None, kind: str | None, is_one: bool
) -> None:
    """Asked of a process of its own: settings are read once."""
    if kind:
        (tmp_path / "kind").write_text(kind)
    environment = {k: v for k, v in os.environ.items() if k != "CAMDEN_DEMO"} | {"CAMDEN_DATA": str(tmp_path)}
    environment |= {"CAMDEN_DEMO": said} if said else {}
    asked = [sys.executable, "-c", "import camden.settings as s; print(s.DEMO)"]
    done = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(is_one)


@pytest.mark.parametrize(("kind", "demo", "second"), [("demo", "1", "0"), ("up", None, "1")])
def test_a_real_service_offers_nobody_and_demands_a_second_proof(
    kind: str, demo: str | None, second: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {"SECRET_KEY": "x", "CAMDEN_DEMO": "1"})
    supervisor._set_environment(tmp_path, SimpleNamespace(kind=kind, host="127.0.0.1", port=8000))
    assert (os.environ.get("CAMDEN_DEMO"), os.environ["CAMDEN_SECOND_FACTOR"]) == (demo, second)


def test_every_role_that_signs_in_has_something_to_try() -> None:
    assert {role.says.label for role in Role if role.has_account} == set(tryout.TRY)


@pytest.mark.parametrize(
    ("proxies", "header", "forwarded", "shared"),
    [(0, None, "{}", True), (1, None, "203.0.113.77, {}", False), (0, "X-Real-Ip", "{}", False)],
)
def test_throttles_count_people_behind_a_balancer_of_ours_and_believe_nobody_else(
    cast: SimpleNamespace, clock: Any, settings: Any, proxies: int, header: str | None, forwarded: str, shared: bool
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT, settings.ALLAUTH_TRUSTED_CLIENT_IP_HEADER = proxies, header

    def client(address: str) -> AppClient:
        said = forwarded.format(address)
        return AppClient(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=said, HTTP_X_REAL_IP=address)

    for number in range(10):
        sign_in(client("198.51.100.1"), f"guess{number}@example.org", "guess")
    assert b"Too many attempts" in sign_in(client("198.51.100.1"), "bilal@example.org").content
    other = client("198.51.100.2")
    sign_in(other, "cora@example.org")
    assert is_in(other) is not shared


def test_a_cookie_with_a_nul_is_nobodys_session_and_breaks_nothing(client: Any) -> None:
    client.cookies["sessionid"] = "aaaaaaaaaaaa\0"
    assert client.get("/cases/").status_code == 302
