"""Drafts are saved by the script, and are their author's alone."""

import json
import logging
import uuid
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camden.middleware import JsonLines
from camden.models import CaseOpened, Draft, Refusal, Submission
from camden.operations.drafts import Sheet, digest, my_drafts, save
from camden.principal import bind
from tests.camden.office.test_kept import hidden, said
from tests.conftest import AppClient, as_role

SECRET = "Anisa said her uncle hits her"
ME = uuid.uuid4()


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def page(cast: SimpleNamespace, amara: Any) -> dict[str, str]:
    """What the script reads from the form."""
    shown = amara.get(f"/cases/{cast.case.pk}/visits/new/")
    return {"ticket": hidden(shown, "_ticket"), "key": hidden(shown, "_key")}


def saves(client: Any, page: dict[str, Any], words: Any = SECRET, **more: Any) -> Any:
    """One save, as the script sends it."""
    sent = {"tab": str(ME), "base": max(0, _less_one(more.get("revision"))), "revision": 1}
    sent |= {"words": {"account": [words]}} | page | more
    return client.post("/drafts/", json.dumps(sent), content_type="application/json", HTTP_ACCEPT="application/json")


def _less_one(revision: Any) -> int:
    """What a tab was told of last, when it saves one by one."""
    return revision - 1 if type(revision) is int else 0


def texts() -> list[str]:
    return sorted(draft.words["account"][0] for draft in Draft.objects.all())


def test_what_is_typed_is_kept_with_its_form_and_record(cast: SimpleNamespace, amara: Any, page: Any) -> None:
    answer = saves(amara, page)
    assert answer.status_code == 200
    assert {"key": page["key"], "revision": 1, "apart": False}.items() <= answer.json().items()
    draft = Draft.objects.get()
    assert (draft.author, draft.form, draft.what) == (cast.amara, "cases:visit-new", "a visit")
    assert (draft.about, draft.record_id) == (f"/cases/{cast.case.pk}/visits/new/", cast.case.pk)
    assert draft.words == {"account": [SECRET]}


def test_a_tab_goes_on_from_what_it_saved_and_an_older_save_that_comes_late_changes_nothing(
    amara: Any, page: Any
) -> None:
    for revision, words in ((1, "one"), (2, "one two"), (9, "one two three"), (4, "one two th"), (8, "one")):
        assert saves(amara, page, words, revision=revision).json()["key"] == page["key"]
    assert texts() == ["one two three"]


def test_two_saves_of_one_tab_that_pass_one_another_leave_the_later(amara: Any, page: Any) -> None:
    saves(amara, page, "of the page before", tab=str(uuid.uuid4()))
    saves(amara, page, "and on, to the end", base=1, revision=3)
    saves(amara, page, "and on", base=1, revision=2)
    assert texts() == ["and on, to the end"]


def test_two_tabs_that_write_over_one_another_are_both_kept(amara: Any, page: Any) -> None:
    saves(amara, page, "before")
    first = saves(amara, page, "in one tab", tab=str(uuid.uuid4()), revision=2).json()
    other = {"tab": str(uuid.uuid4()), "revision": 2}
    second = saves(amara, page, "in the other", **other).json()
    assert first["key"] == page["key"] != second["key"] and second["apart"]
    assert texts() == ["in one tab", "in the other"]
    saves(amara, page | {"key": second["key"]}, "in the other, and on", **(other | {"revision": 3}))
    assert texts() == ["in one tab", "in the other, and on"]


def test_a_save_that_comes_after_the_form_was_sent_makes_no_draft_of_the_same_words(
    cast: SimpleNamespace, amara: Any, page: Any
) -> None:
    sent = said(cast, page["key"], account="Sent.")
    amara.post(f"/cases/{cast.case.pk}/visits/new/", sent)
    words = {name: [value] for name, value in sent.items() if not name.startswith("_")}
    answer = _again(amara, page, words)
    assert answer["location"] == cast.case.get_absolute_url() and not Draft.objects.exists()
    answer = _again(amara, page, words | {"account": ["Sent. And more."]})
    assert answer["key"] != page["key"] and texts() == ["Sent. And more."]


def _again(client: Any, page: Any, words: dict[str, list[str]]) -> dict[str, Any]:
    sent = {"tab": str(ME), "base": 0, "revision": 1, "words": words} | page
    return client.post("/drafts/", json.dumps(sent), content_type="application/json").json()


def test_the_script_asks_for_its_own_words_and_nobody_elses(
    cast: SimpleNamespace, amara: Any, page: Any, browser_for: Any
) -> None:
    saves(amara, page)
    address = f"/drafts/?key={page['key']}"
    assert amara.get(address).json()["words"] == {"account": [SECRET]}
    assert browser_for(cast.bilal).get(address).json() == {"key": page["key"], "revision": 0, "words": None}


def test_a_ticket_of_somebody_else_saves_nothing(
    cast: SimpleNamespace, amara: Any, page: Any, browser_for: Any
) -> None:
    answer = saves(browser_for(cast.bilal), page)
    assert answer.status_code == 409 and not Draft.objects.exists()


def test_somebody_elses_key_is_no_way_to_their_words(
    cast: SimpleNamespace, amara: Any, page: Any, browser_for: Any
) -> None:
    saves(amara, page)
    bilal = browser_for(cast.bilal)
    shown = bilal.get(f"/cases/{cast.case.pk}/visits/new/")
    saves(bilal, {"ticket": hidden(shown, "_ticket"), "key": page["key"]}, "Bilal's")
    assert texts() == [SECRET, "Bilal's"]


def test_the_database_shows_a_draft_to_its_author_alone(cast: SimpleNamespace, amara: Any, page: Any) -> None:
    saves(amara, page)
    for who, seen in ((cast.amara, 1), (cast.bilal, 0), (cast.cora, 0), (None, 0)):
        with as_role("camden_app"):
            bind(who, uuid.uuid4())
            assert Draft.objects.count() == seen
    bind(None, uuid.uuid4())


def test_a_script_of_somebody_signed_out_hears_so_and_is_led_nowhere(page: Any) -> None:
    answer = saves(AppClient(), page)
    assert (answer.status_code, answer.json()) == (401, {"signed_out": True, "sign_in": "/accounts/login/"})


HOSTILE = [
    b"", b"null", b"[]", b"1", b'"x"', b"{", b"\xff\xfe", b"[" * 100_000, b'{"words":' + b'{"a":' * 50_000,
    b'{"ticket": 1}', b'{"ticket": "x", "key": "x"}', b'{"ticket": null, "words": {}}', b"NaN", b"9" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_draft_is_refused_and_breaks_nothing(amara: Any, body: bytes) -> None:
    assert amara.post("/drafts/", body, content_type="application/json").status_code == 400
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"revision": 0}, {"revision": -1}, {"revision": 2**40}, {"revision": "1"}, {"revision": True},
        {"revision": 1.5},
        {"base": 1},
        {"base": -1},
        {"base": "0"}, {"tab": None}, {"tab": "x"}, {"key": 7}, {"key": ""}, {"ticket": "x:y:z"}, {"words": []},
        {"words": {"a": "x"}}, {"words": {"a": [1]}}, {"words": {"a": [["x"]]}}, {"words": {"": ["x"]}},
        {"words": {"a" * 201: ["x"]}}, {"words": {str(n): [] for n in range(2001)}}, {"words": {"a": {"b": ["x"]}}},
    ],
    ids=str,
)  # fmt: skip
def test_a_save_with_one_thing_wrong_is_refused(amara: Any, page: Any, wrong: dict[str, Any]) -> None:
    assert saves(amara, page, **wrong).status_code == 400
    assert not Draft.objects.exists()


def test_more_than_fits_is_refused(amara: Any, page: Any) -> None:
    assert saves(amara, page, "x" * 5_300_000).status_code == 413


@settings(
    max_examples=60, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.dictionaries(st.text(min_size=1, max_size=30), st.lists(st.text(max_size=60), max_size=3), max_size=5))
def test_every_text_a_browser_can_send_comes_back_as_it_was(amara: Any, page: Any, words: Any) -> None:
    page = page | {"key": str(uuid.uuid4())}
    answer = _again(amara, page, words)
    found = amara.get(f"/drafts/?key={answer['key']}").json()["words"]

    def as_kept(text: str) -> str:
        return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    if len({as_kept(name) for name in words}) == len(words):
        assert found == {as_kept(name): [as_kept(value) for value in values] for name, values in words.items()}


def test_half_a_pair_and_a_nul_are_marked_and_the_rest_is_kept(amara: Any, page: Any) -> None:
    body = '{"tab": "%s", "base": 0, "revision": 1, "ticket": "%s", "key": "%s", "words": %s}'
    sent = body % (ME, page["ticket"], page["key"], '{"account": ["a\\ud800b\\u0000c"]}')
    assert amara.post("/drafts/", sent, content_type="application/json").status_code == 200
    assert texts() == ["a\ufffdb\ufffdc"]


def test_my_drafts_are_listed_read_put_away_and_thrown_away(cast: SimpleNamespace, amara: Any, page: Any) -> None:
    saves(amara, page, SECRET + " <b>")
    draft = Draft.objects.get()
    shown = amara.get("/drafts/").content.decode()
    assert "A visit" in shown and "her uncle hits her &lt;b&gt;" in shown and f"_draft={draft.pk}" in shown
    assert "her uncle hits her &lt;b&gt;" in amara.get(draft.get_absolute_url()).content.decode()
    assert amara.post(f"/drafts/{draft.pk}/shelf/")["Location"] == "/drafts/"
    assert "Put away" in amara.get("/drafts/").content.decode()
    (line,) = my_drafts(cast.amara)
    assert line.is_put_away
    assert amara.post(f"/drafts/{draft.pk}/removal/")["Location"] == "/drafts/"
    assert "Nothing waits to be sent" in amara.get("/drafts/").content.decode()


def test_nobody_elses_draft_is_there(cast: SimpleNamespace, amara: Any, page: Any, browser_for: Any) -> None:
    saves(amara, page)
    draft, bilal = Draft.objects.get(), browser_for(cast.bilal)
    assert SECRET not in bilal.get("/drafts/").content.decode()
    assert bilal.get(f"/drafts/{draft.pk}/").status_code == 404
    for what in ("shelf", "removal"):
        assert bilal.post(f"/drafts/{draft.pk}/{what}/").status_code == 404
        assert amara.get(f"/drafts/{draft.pk}/{what}/").status_code == 405
    assert Draft.objects.get().put_away_at is None


def test_a_put_away_draft_that_is_typed_in_again_is_taken_up(cast: SimpleNamespace, amara: Any, page: Any) -> None:
    saves(amara, page)
    draft = Draft.objects.get()
    amara.post(f"/drafts/{draft.pk}/shelf/")
    draft.refresh_from_db()
    shown = amara.get(draft.goes_on_at)
    again = {"ticket": hidden(shown, "_ticket"), "key": hidden(shown, "_key")}
    saves(amara, again, "And on.", tab=str(uuid.uuid4()), revision=int(hidden(shown, "_revision")) + 1)
    assert texts() == ["And on."] and Draft.objects.get().put_away_at is None


def test_a_draft_writes_nothing_down_as_opened_and_no_word_is_in_a_log_or_a_refusal(
    cast: SimpleNamespace, amara: Any, page: Any, caplog: pytest.LogCaptureFixture
) -> None:
    before = CaseOpened.objects.count()
    with caplog.at_level(logging.INFO):
        saves(amara, page)
        saves(amara, page, revision="wrong")
        saves(AppClient(), page)
        amara.get(f"/drafts/?key={page['key']}")
        amara.get(f"/drafts/{Draft.objects.get().pk}/")
        amara.post(f"/cases/{cast.case.pk}/visits/new/", said(cast, page["key"], account=SECRET))
    lines = " ".join(JsonLines().format(record) for record in caplog.records)
    kept = lines + str(list(Submission.objects.values())) + str(list(Refusal.objects.values()))
    assert "office:draft-list" in lines
    for word in ("uncle", "Anisa", page["ticket"]):
        assert word not in kept
    assert CaseOpened.objects.count() == before + 1, "the visit"


def test_a_manager_of_the_team_sees_that_a_draft_exists_and_no_word_of_it(
    cast: SimpleNamespace, amara: Any, page: Any, browser_for: Any
) -> None:
    saves(amara, page)
    address = cast.case.get_absolute_url()
    for who, sees in ((cast.bilal, True), (cast.cora, True), (cast.amara, False)):
        shown = browser_for(who).get(address).content.decode()
        assert ("Amara Obi has begun to write up a visit" in shown) is sees
        assert "uncle" not in shown
    for who in (cast.dan, cast.eve, cast.amara):
        assert _drafts_seen_by(who, cast.case.pk) == []
    (row,) = _drafts_seen_by(cast.bilal, cast.case.pk)
    assert row[:3] == ("Amara Obi", "a visit", "cases:visit-new")
    Draft.objects.update(put_away_at=timezone.now())
    assert _drafts_seen_by(cast.bilal, cast.case.pk) == []


def _drafts_seen_by(who: Any, case_pk: int) -> list[Any]:
    with as_role("camden_app"), connection.cursor() as cursor:
        bind(who, uuid.uuid4())
        cursor.execute("select * from drafts_of_case(%s)", [case_pk])
        found = cursor.fetchall()
        bind(None, uuid.uuid4())
    return found


def test_saving_asks_the_database_seven_times_at_most(
    amara: Any, page: Any, django_assert_max_num_queries: Any
) -> None:
    saves(amara, page)
    with django_assert_max_num_queries(9 + 2):  # two of them change the role of the test's connection
        saves(amara, page, "more", revision=2)


def test_the_same_words_in_another_order_are_the_same_words(cast: SimpleNamespace) -> None:
    sheet = Sheet("x:y", "a y", "/y/")
    key, tab, at = uuid.uuid4(), uuid.uuid4(), timezone.now()
    words = {"a": ["1"], "b": ["2"]}
    Submission.objects.create(author=cast.amara, key=key, form="x:y", digest=digest(words), location="/there/")
    saved = save(
        by=cast.amara, sheet=sheet, key=key, tab=tab, base=0, revision=1, words=dict(reversed(words.items())), at=at
    )
    assert saved.sent and saved.sent.location == "/there/" and not Draft.objects.exists()
