"""A second proof: nobody passes with a password alone where it is demanded, and nobody reaches another's."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from cryptography.fernet import InvalidToken
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from camden.operations.proofs import forget_proofs, has_proof
from camden.principal import acting_as
from tests.conftest import AppClient, as_role
from tests.factories.camden import PASSWORD, MembershipFactory

LOGIN, SET_UP, CODE = "/accounts/login/", "/accounts/proof/app/new/", "/accounts/proof/code/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def clock(today: Any) -> Iterator[Any]:
    with time_machine.travel(datetime(2026, 11, 3, 10, tzinfo=UTC), tick=False) as clock:
        yield clock


@pytest.fixture
def demanded(settings: Any) -> None:
    settings.SECOND_FACTOR = True


def code(secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(client: AppClient, email: str = "amara@example.org") -> Any:
    return client.post(LOGIN, {"login": email, "password": PASSWORD})


def once_more(client: AppClient) -> None:
    """What concerns one's own account asks for the password again: a screen left open must not be enough."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def with_app(user: Any) -> Any:
    return TOTP.activate(user, SECRET).instance


def opens(client: AppClient, cast: SimpleNamespace) -> bool:
    answers = [client.get(f"/cases/{cast.case.pk}/"), client.get("/cases/"), client.get("/")]
    return [answer.status_code for answer in answers[:2]] == [200, 200]


def test_who_has_none_is_led_to_set_one_up_before_any_page(cast: SimpleNamespace, demanded: None) -> None:
    client = AppClient()
    sign_in(client)
    for path in ("/", "/cases/", f"/cases/{cast.case.pk}/", "/roles/", f"/cases/{cast.case.pk}/visits/new/"):
        for answer in (client.get(path), client.post(path, {"account": "x"})):
            assert (path, answer.status_code, answer.get("Location")) == (path, 302, SET_UP)
    answer = client.post("/cases/", headers={"X-Requested-With": "fetch"})
    assert (answer.status_code, answer.json()["sign_in"]) == (401, SET_UP)
    assert client.get("/livez").status_code == 200


def test_setting_one_up_gives_spare_codes_and_opens_the_way(cast: SimpleNamespace, demanded: None) -> None:
    client = AppClient()
    sign_in(client)
    assert client.get(SET_UP)["Location"].startswith("/accounts/reauthenticate/")
    once_more(client)
    page = client.get(SET_UP)
    assert b"<svg" in page.content
    secret = page.context["form"].secret
    answer = client.post(SET_UP, {"code": code(secret)})
    assert answer["Location"] == "/accounts/proof/codes/"
    codes = client.get("/accounts/proof/codes/")
    assert len(codes.context["unused_codes"]) == 10 and codes.context["unused_codes"][0] in codes.content.decode()
    assert opens(client, cast)


def test_a_wrong_code_opens_nothing(cast: SimpleNamespace, demanded: None) -> None:
    client = AppClient()
    sign_in(client)
    once_more(client)
    client.get(SET_UP)
    assert b"That code is not right" in client.post(SET_UP, {"code": "000000"}).content
    assert not Authenticator.objects.exists()
    assert not opens(client, cast)


def test_who_has_one_shows_it_at_the_door(cast: SimpleNamespace, demanded: None) -> None:
    with_app(cast.amara)
    client = AppClient()
    assert sign_in(client)["Location"].startswith(CODE)
    assert "_auth_user_id" not in client.session, "a password alone is nobody"
    assert not opens(client, cast)
    assert b"That code is not right" in client.post(CODE, {"code": "000000"}).content
    assert client.post(CODE, {"code": code()}).status_code == 302
    assert opens(client, cast)
    assert Authenticator.objects.get(user=cast.amara).last_used_at


def test_the_door_asks_for_it_even_where_it_is_not_demanded(cast: SimpleNamespace) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    assert not opens(client, cast)
    client.post(CODE, {"code": code()})
    assert opens(client, cast)


def test_a_code_works_once(cast: SimpleNamespace) -> None:
    with_app(cast.amara)
    first, second = AppClient(), AppClient()
    sign_in(first), sign_in(second)
    shown = code()
    first.post(CODE, {"code": shown})
    second.post(CODE, {"code": shown})
    assert opens(first, cast) and not opens(second, cast)


def test_after_five_wrong_codes_one_waits(cast: SimpleNamespace, clock: Any) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    for _ in range(5):
        client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code()})
    assert not opens(client, cast)


def test_a_session_from_before_shows_it_too(cast: SimpleNamespace, demanded: None, browser_for: Any) -> None:
    """Signed in with a password on another machine, before the app was set up."""
    client = browser_for(cast.amara)
    with_app(cast.amara)
    assert client.get("/cases/")["Location"] == "/accounts/proof/again/"
    client.post("/accounts/proof/again/", {"code": code()})
    assert opens(client, cast)


def test_a_page_costs_no_query_more_once_it_was_shown(cast: SimpleNamespace, browser_for: Any, settings: Any) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    client.post(CODE, {"code": code()})
    counts = []
    for settings.SECOND_FACTOR in (False, True):
        with CaptureQueriesContext(connection) as asked:
            client.get("/roles/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_where_it_is_demanded_the_app_stays(cast: SimpleNamespace, demanded: None, browser_for: Any) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    client.post(CODE, {"code": code()})
    once_more(client)
    page = client.post("/accounts/proof/app/end/")
    assert "Everybody here needs a second proof" in page.content.decode()
    assert Authenticator.objects.count() == 1


def test_elsewhere_one_may_stop_using_it(cast: SimpleNamespace) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    client.post(CODE, {"code": code()})
    once_more(client)
    assert "In use" in client.get("/accounts/proof/").content.decode()
    assert client.post("/accounts/proof/app/end/").status_code == 302
    assert not Authenticator.objects.exists()


def test_a_spare_code_signs_in_once_when_the_telephone_is_lost(cast: SimpleNamespace, demanded: None) -> None:
    client = AppClient()
    sign_in(client)
    once_more(client)
    secret = client.get(SET_UP).context["form"].secret
    client.post(SET_UP, {"code": code(secret)})
    spare = client.get("/accounts/proof/codes/").context["unused_codes"][0]
    first, second = AppClient(), AppClient()
    for somebody in (first, second):
        sign_in(somebody)
        somebody.post(CODE, {"code": spare})
    assert opens(first, cast) and not opens(second, cast)


def test_what_stands_in_the_database_opens_nothing_by_itself(cast: SimpleNamespace, settings: Any) -> None:
    row = with_app(cast.amara)
    assert SECRET not in str(row.data)
    assert get_adapter().decrypt(row.data["secret"]) == SECRET
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert get_adapter().decrypt(row.data["secret"]) == SECRET, "a new key does not lock everybody out"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        get_adapter().decrypt(row.data["secret"])


def rows() -> list[int]:
    return sorted(Authenticator.objects.values_list("user_id", flat=True))


def test_whoever_is_signed_in_reaches_their_own_and_no_other(cast: SimpleNamespace) -> None:
    for person in (cast.amara, cast.bilal):
        with_app(person)
    with as_role("camden_app"), acting_as(cast.amara):
        assert rows() == [cast.amara.pk]
        assert Authenticator.objects.filter(user=cast.bilal).update(data={}) == 0
        assert Authenticator.objects.filter(user=cast.bilal).delete()[0] == 0
        assert has_proof(user_id=cast.bilal.pk), "whether there is one is told, so that none is ever passed over"
        with pytest.raises(DatabaseError), transaction.atomic():
            with_app(cast.dan)


def test_at_the_door_proofs_are_read_and_none_is_made_or_taken_away(cast: SimpleNamespace) -> None:
    with_app(cast.amara)
    with as_role("camden_app"):
        assert rows() == [cast.amara.pk]
        assert Authenticator.objects.all().delete()[0] == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            with_app(cast.bilal)
    with as_role("camden_worker"), pytest.raises(DatabaseError), transaction.atomic():
        rows()


def test_an_administrator_takes_a_lost_telephone_off_somebody_elses_account(cast: SimpleNamespace) -> None:
    with_app(cast.amara)
    with as_role("camden_app"), acting_as(cast.eve):
        assert forget_proofs(user=cast.amara) == 1
        assert not has_proof(user_id=cast.amara.pk)
    with connection.cursor() as cursor:
        cursor.execute("select user_id, action, subject_id from camden_recorded")
        assert cursor.fetchall() == [(cast.eve.pk, "took the second proof off an account", cast.amara.pk)]


def test_nobody_else_does_and_an_administrator_not_for_themselves(cast: SimpleNamespace) -> None:
    former = MembershipFactory(user=cast.dan, role="system-administrator", ended_on="2026-10-01")
    for person in (cast.amara, cast.eve):
        with_app(person)
    for asker, whose in (
        (cast.amara, cast.amara),
        (cast.bilal, cast.amara),
        (former.user, cast.amara),
        (cast.eve, cast.eve),
    ):
        with as_role("camden_app"), acting_as(asker), pytest.raises(DatabaseError), transaction.atomic():
            forget_proofs(user=whose)
    assert rows() == sorted([cast.amara.pk, cast.eve.pk])


def test_the_limits_of_a_session_hold_for_a_proof_too(cast: SimpleNamespace, demanded: None, clock: Any) -> None:
    with_app(cast.amara)
    client = AppClient()
    sign_in(client)
    client.post(CODE, {"code": code()})
    clock.shift(timedelta(hours=2))
    assert client.get("/cases/")["Location"].startswith(LOGIN)
    assert sign_in(client)["Location"].startswith(CODE), "the next session asks again"
