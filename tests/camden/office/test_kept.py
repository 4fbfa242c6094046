"""A form that is sent twice writes once; a form that cannot be saved gives its words back."""

import re
import uuid
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from camden.models import Draft, Submission
from camden.office.kept import SomebodyElses, read_ticket
from camden.operations.drafts import digest
from cases.models import Visit, VisitAccount
from tests.conftest import AppClient

WORDS = "Anisa showed me her <drawing> & we talked; مُحَمَّد laughed."


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/visits/new/"


def said(cast: SimpleNamespace, key: Any = None, **more: str) -> dict[str, str]:
    """A visit to Anisa, as its form sends it under a key."""
    sent = {"visited_on_quick": timezone.localdate().isoformat(), "visited_on": "", "kind": "home", "account": WORDS}
    sent |= {f"seen_{cast.children[0].pk}": "alone"} | ({"_key": str(key)} if key else {}) | more
    return sent


def hidden(answer: Any, name: str) -> str:
    """What a hidden field of the page holds."""
    found = re.search(f'name="{name}" value="([^"]*)"', answer.content.decode())
    assert found, f"no {name} on the page"
    return found[1]


def test_each_time_the_form_is_shown_it_has_a_key_of_its_own(amara: Any, url: str) -> None:
    keys = {hidden(amara.get(url), "_key") for _ in range(3)}
    assert len(keys) == 3 and all(uuid.UUID(key) for key in keys)


def test_a_replay_is_led_where_the_first_was_led_and_writes_nothing(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    key = uuid.uuid4()
    first, second = (amara.post(url, said(cast, key)) for _ in range(2))
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert (Visit.objects.count(), Submission.objects.count()) == (1, 1)
    assert "once, however often it was sent" in amara.get(second["Location"]).content.decode()


def test_line_ends_and_the_order_of_fields_make_no_new_words(cast: SimpleNamespace, amara: Any, url: str) -> None:
    key = uuid.uuid4()
    amara.post(url, said(cast, key, account="One\r\ntwo"))
    amara.post(url, dict(reversed(said(cast, key, account="One\ntwo").items())))
    assert Visit.objects.count() == 1


@pytest.mark.parametrize("times", [50, pytest.param(1000, marks=pytest.mark.long)])
def test_however_often_it_is_sent_there_is_one_row(cast: SimpleNamespace, amara: Any, url: str, times: int) -> None:
    """A thousand take half a minute, so they run with the long tests."""
    key = uuid.uuid4()
    answers = {amara.post(url, said(cast, key))["Location"] for _ in range(times)}
    assert answers == {cast.case.get_absolute_url()}
    assert (Visit.objects.count(), Submission.objects.count()) == (1, 1)


def test_other_words_under_the_same_key_are_shown_again_and_not_swallowed(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    key = uuid.uuid4()
    amara.post(url, said(cast, key))
    again = amara.post(url, said(cast, key, account="Something else happened."))
    page = again.content.decode()
    assert again.status_code == 200 and Visit.objects.count() == 1
    assert "You have changed words since" in page and "Something else happened." in page
    assert f'href="{cast.case.get_absolute_url()}">see what was sent' in page
    new = hidden(again, "_key")
    assert new != str(key)
    assert amara.post(url, said(cast, new, account="Something else happened.")).status_code == 302
    assert Visit.objects.count() == 2


def test_a_form_that_was_refused_keeps_its_key_and_can_be_sent(cast: SimpleNamespace, amara: Any, url: str) -> None:
    key = uuid.uuid4()
    refused = amara.post(url, said(cast, key, account="", _revision="7"))
    assert refused.status_code == 200 and not Submission.objects.exists()
    assert (hidden(refused, "_key"), hidden(refused, "_revision")) == (str(key), "7")
    assert amara.post(url, said(cast, key)).status_code == 302


def test_a_form_without_a_key_or_with_nonsense_for_one_is_saved_as_ever(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    for key in (None, "x", "\x00", "9" * 5000, "00000000"):
        assert amara.post(url, said(cast, key)).status_code == 302
    assert Visit.objects.count() == 5 and not Submission.objects.exists()


def test_somebody_elses_key_is_only_a_key(cast: SimpleNamespace, amara: Any, browser_for: Any, url: str) -> None:
    key = uuid.uuid4()
    amara.post(url, said(cast, key))
    theirs = browser_for(cast.bilal).post(url, said(cast, key))
    assert theirs.status_code == 302 and Visit.objects.count() == 2


def test_a_form_that_another_person_opened_writes_nothing_under_this_ones_name(
    cast: SimpleNamespace, amara: Any, browser_for: Any, url: str
) -> None:
    page = amara.get(url)
    ticket, key = hidden(page, "_ticket"), hidden(page, "_key")
    answer = browser_for(cast.bilal).post(url, said(cast, key, _ticket=ticket))
    assert answer.status_code == 409 and not Visit.objects.exists()
    assert "her &lt;drawing&gt; &amp; we talked" in answer.content.decode()
    with pytest.raises(SomebodyElses):
        read_ticket(ticket, cast.bilal)
    assert read_ticket(ticket, cast.amara).record_id == cast.case.pk


def test_sending_drops_the_draft_and_failing_keeps_it(cast: SimpleNamespace, amara: Any, url: str) -> None:
    key = uuid.uuid4()
    Draft.objects.create(author=cast.amara, key=key, form="cases:visit-new", about=url, words={"account": [WORDS]})
    amara.post(url, said(cast, key, account=""))
    assert Draft.objects.count() == 1
    amara.post(url, said(cast, key))
    assert not Draft.objects.exists()


def test_a_draft_comes_back_into_its_form_with_its_key(cast: SimpleNamespace, amara: Any, url: str) -> None:
    draft = {"author": cast.amara, "form": "cases:visit-new"}
    here = Draft.objects.create(**draft, key=uuid.uuid4(), about=url, words={"account": ["</script><b>x"]}, revision=4)
    beside = Draft.objects.create(**draft, key=uuid.uuid4(), about=f"{url}?child=1")
    Draft.objects.create(**draft, key=uuid.uuid4(), about=url, put_away_at=timezone.now())
    page = amara.get(url)
    assert (hidden(page, "_key"), hidden(page, "_revision")) == (str(here.key), "4")
    assert "\\u003C/script\\u003E" in page.content.decode()
    assert f'href="{url}?child=1&amp;_draft={beside.pk}"' in page.content.decode()
    assert hidden(amara.get(beside.goes_on_at), "_key") == str(beside.key)


def test_nobody_elses_draft_comes_back(cast: SimpleNamespace, amara: Any, url: str) -> None:
    their = Draft.objects.create(
        author=cast.bilal, key=uuid.uuid4(), form="cases:visit-new", about=url, words={"account": ["Bilal's"]}
    )
    page = amara.get(f"{url}?_draft={their.pk}")
    assert hidden(page, "_key") != str(their.key) and "Bilal's" not in page.content.decode()


def test_a_session_that_ended_gives_the_words_back_and_saves_nothing(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    key = uuid.uuid4()
    Session.objects.all().delete()
    answer = amara.post(url, said(cast, key))
    page = answer.content.decode()
    assert answer.status_code == 403 and not Visit.objects.exists()
    assert "her &lt;drawing&gt; &amp; we talked" in page and "/accounts/login/" in page
    assert f"\n{key}</textarea>" in page, "sent again, it is the same form"


def test_a_form_without_a_key_is_led_to_the_sign_in_as_ever(cast: SimpleNamespace, url: str, db: None) -> None:
    assert AppClient().post(url, said(cast)).status_code == 302


def test_a_failure_gives_the_words_back_with_a_button_that_is_safe_to_press(
    cast: SimpleNamespace, browser_for: Any, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    amara, key = browser_for(cast.amara, raise_request_exception=False), uuid.uuid4()
    monkeypatch.setattr(VisitAccount.objects, "create", lambda **_: 1 / 0)
    answer = amara.post(url, said(cast, key, password="secret-of-mine"))
    page = answer.content.decode()
    assert answer.status_code == 500 and not Visit.objects.exists() and not Submission.objects.exists()
    assert "her &lt;drawing&gt; &amp; we talked" in page and "secret-of-mine" not in page
    page = amara.post(url, said(cast, key)).content.decode()
    assert "Try again" in page and f'action="{url}"' in page and f"\n{key}</textarea>" in page
    monkeypatch.undo()
    for _ in range(2):
        assert amara.post(url, said(cast, key)).status_code == 302
    assert Visit.objects.count() == 1


def test_a_form_whose_family_was_closed_to_its_writer_meanwhile_gives_the_words_back(
    cast: SimpleNamespace, browser_for: Any, url: str
) -> None:
    answer = browser_for(cast.dan).post(url, said(cast, uuid.uuid4()))
    assert answer.status_code == 404 and "her &lt;drawing&gt; &amp; we talked" in answer.content.decode()
    assert "Rahman" not in answer.content.decode()


def test_the_same_words_have_the_same_digest_and_others_do_not() -> None:
    one = {"a": ["x", "y"], "b": [""]}
    assert digest(one) == digest({"b": [""], "a": ["x", "y"]}) != digest({"a": ["x"], "b": ["y"]})
    assert digest(one) != digest(one, [("f", "letter.pdf", "0" * 64)])
    assert digest({"a": ["1", "2"]}) != digest({"a": ["12"]}) != digest({"a": ["2", "1"]})


def test_old_keys_and_drafts_are_forgotten_and_young_ones_are_not(cast: SimpleNamespace) -> None:
    from camden.operations.drafts import forget_old_drafts
    from tests.conftest import as_role

    for days in (29, 31):
        at = timezone.now() - timedelta(days=days)
        Draft.objects.create(author=cast.amara, key=uuid.uuid4(), form="x", about="/x/", saved_at=at)
    for days in (89, 91):
        at = timezone.now() - timedelta(days=days)
        Submission.objects.create(author=cast.amara, key=uuid.uuid4(), form="x", digest="x", sent_at=at)
    with as_role("camden_worker"):
        assert forget_old_drafts() == 1
    assert (Draft.objects.count(), Submission.objects.count()) == (1, 1)
