"""Whatever is sent to whichever page, nothing breaks and nobody reads another family's name."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cases.models import Case, VisitChild
from cases.readings import caseload
from cases.views import visits
from conferences.models import Invitee
from tests.conftest import AppClient
from tests.factories.cases import CaseFactory, ChildFactory, HouseholdFactory, InvolvementFactory, VisitFactory
from tests.factories.conferences import ConferenceFactory, coordinator_of, fill
from tests.factories.journey_door import ClosureFactory, ContactFactory, ReferralFactory
from tests.factories.record_notes import CaseNoteFactory, DocumentFactory
from tests.factories.supervision import DiscussionFactory, GroupFactory, SessionFactory
from tests.guards.walk import urls

THEIRS = ("Lindqvist", "Tamsin", "Södermalm")
NOT_FOR = {"amara": THEIRS, "samira": THEIRS, "dan": ("Rahman", "Anisa", "Imran", "Zayd", "Somers Town")}
# Who looks after settings, and who plans the rota: their forms are sent nonsense too.
NOT_FOR |= {"eve": NOT_FOR["amara"] + NOT_FOR["dan"], "bilal": NOT_FOR["amara"]}
OF_A_COORDINATOR = [f"conferences:{page}" for page in ("stage", "meeting", "invitee-new", "invitee", "plan")]
# Shows parts of pages with names of its own, and opens no record.
MADE_UP = {"office:gallery"}

PAGES = {url.name: url.keys for url in urls()}
MOST_KEYS = max(map(len, PAGES.values()))
FIELDS = ["q", "show", "after", "child", "next", "login", "password", "email", "uid", "remember"]
FIELDS += ["group", "held_on", "place", "setting", "case", "presenter", "depth", "from", "activity", "done_on", "final"]
FIELDS += ["dilemma", "ideas", "kept", "what_1", "keeper_1", "due_1", "safety", "learned", "impact", "peer_with"]
FIELDS += ["visited_on", "visited_on_quick", "kind", "account", "to", "started_on", "started_on_quick", "reason", "x"]
FIELDS += ["name", "code", "version", "parent", "team", "role", "worker", "was_name", "was_email", "ended_on", "grade"]
FIELDS += ["per_cent", "is_agency", "programme", "programme_started_on", "registered_with", "registration_number"]
FIELDS += ["present", "among", "day", "day_quick", "starts", "until", "beneath"]
FIELDS += ["became", "outcome", "why", "done", "left_to_do", "until"]
FIELDS += ["happened_on", "happened_on_quick", "held_on_quick", "private_from", "private_until", "tie", "side"]
FIELDS += ["answer", "what_new1", "whose_new1", "who_new1", "due_new1", "answer_1", "contingency", "give", "children"]
FIELDS += ["safety_facts", "asked_0", "asked_on", "coordinator", "shared", "before_proceedings"]
FIELDS += ["role", "who", "ended_on", "ended_on_quick", "answer", "spoken", "because"]
FIELDS += [
    "legal_basis",
    "counts_from_on",
    "needs_all",
    "note",
    "shared_on",
    "answer_words",
    "why_not_shared",
    "factors",
]
FIELDS += [
    "decision",
    "stopped_on",
    "basis",
    "agreed",
    "visit_every",
    "every",
    "end_reason",
    "who_came",
    "familys_words",
]
FIELDS += ["words", "sent_on", "to_basis", "moved_on", "driver", "familys_view", "keeps_worker", "network_plan"]
FIELDS += ["part", "amount", "unit", "begins_on", "begins_on_quick", "warn_days", "owner", "is_ticking", "source"]
FIELDS += ["closed_on", "closed_on_quick", "_seen", "_version"]
FIELDS += ["born", "new", "received_on", "received_on_quick", "received_time", "method", "source", "consent", "worry"]
FIELDS += ["rating", "child_1_given", "child_1_day", "child_1_sex", "adult_1_name", "adult_1_tie", "rationale"]
FIELDS += ["outcomes", "primary_need", "told_on", "told_time", "how", "closed_on", "died_on", "summary", "named_person"]
FIELDS += [
    "person",
    "significant",
    "entry",
    "entries",
    "aside",
    "precision",
    "until_on",
    "source",
    "analysis",
    "impact_1",
]
FIELDS += ["kept_from", "layout", "length", "reader"]
FIELDS += ["others", "with_whom", "title", "tool", "interpreting", "meaning", "changed", "said_by", "said_words"]
FIELDS += ["kept_from", "words_kept_from", "promised_1", "made_on", "consent_how", "visit", "camera", "file"]
FIELDS += ["later", "purpose", "present", "present_other", "companion", "interpreting", "ended", "meaning", "plan"]
FIELDS += ["promised_1", "quote_who", "quote_words", "quote_how", "quote_kept", "kept_from", "again", "again_soon"]
FIELDS += ["again_on", "again_other", "words"]
FIELDS = list(dict.fromkeys(FIELDS))

NASTY = [
    "", " ", "0", "-1", "1e309", "٣", "99999999999999999999", "none", "true", "home", "alone", "mine", "team", "A",
    "1 1 0001", "31 12 9999", "31/2/2026", "2026-11-03", "3 11 2026", "00000000.0", "99991231.9", "00010101.1",
    "20261103.999999999999999999", "today", "other", "//evil.example", "https://evil.example/", "javascript:alert(1)",
    "\x00", "a\x00b", "\ud83d\ude00", "😀" * 50, "مُحَمَّد", "\u202eAnna", "<script>alert(1)</script>", "{{ 7|add:7 }}",
    "{% csrf_token %}", "'; drop table cases_case; --", "%", "\\", "_" * 200, "%%%\\\\", "x" * 5000,
    "\r\n\r\nSet-Cookie: a=b", "é" * 101,
]  # fmt: skip
# What the first key of a page's address is of, where it is not a family's record.
FIRST_KEYS = {"session_pk": "session", "discussion_pk": "discussion"}
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=40)).map(lambda text: as_sent(text))
raw = st.sampled_from(
    ["%FF%FE", "q=%ED%A0%80", "q", "&&&=", "q=a&q=b", "child=%00", "after=%F0%28%8C%BC", "q=%", "[]=1"]
)
keys = st.one_of(
    st.sampled_from(["case", "child", "visit", "their case", "their child", "their visit", "person", "team", "role"]),
    st.sampled_from(["session", "discussion", "their session", "their discussion"]),
    st.sampled_from(["note", "document"]),
    st.sampled_from(["conference", "invitee", "their conference", "contact", "referral", "closure"]),
    st.sampled_from([0, 1, 2**31, 2**63 - 1, 2**63, 10**40, 987_654_321]),
)
requests = st.fixed_dictionaries(
    {
        "who": st.sampled_from(sorted(NOT_FOR)),
        "page": st.sampled_from(sorted(PAGES)),
        "keys": st.lists(keys, min_size=MOST_KEYS, max_size=MOST_KEYS),
        "method": st.sampled_from(["get", "get", "post", "post", "post", "head", "put"]),
        "query": st.one_of(st.dictionaries(st.sampled_from(FIELDS), words, max_size=3), raw),
        "body": st.dictionaries(
            st.sampled_from([*FIELDS, "seen", "bedroom", "company", "their seen", "their words"]), words, max_size=8
        ),
        "headers": st.dictionaries(
            st.sampled_from(["HTTP_HX_REQUEST", "HTTP_REFERER", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_FOR"]),
            st.sampled_from(["true", "http://evil.example/", "cy, *;q=0", "not an address", "::1, 10.0.0.1"]),
            max_size=2,
        ),
    }
)
quick = settings(
    max_examples=160, deadline=None, database=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def as_sent(text: str) -> str:
    """What a browser can send: half a surrogate pair is no character."""
    return text.encode("utf-8", "replace").decode()


@pytest.fixture
def two_families(cast: SimpleNamespace) -> SimpleNamespace:
    """Amara's family and Dan's; and, signed in once, the cookies of both."""
    their = CaseFactory(name="Lindqvist", team_ids=[cast.elsewhere.pk])
    their_child = ChildFactory(case=their, given_name="Tamsin", family_name="Lindqvist")
    HouseholdFactory(case=their, name="Södermalm", people=[their_child])
    InvolvementFactory(child=their_child, worker=cast.dan, team=cast.elsewhere)
    seen = {}
    for case, child, worker in ((cast.case, cast.children[0], cast.amara), (their, their_child, cast.dan)):
        seen[case.pk] = VisitFactory(case=case, worker=worker)
        VisitChild.objects.create(case=case, visit=seen[case.pk], child=child, seen="alone")
    rows = {"case": cast.case, "child": cast.children[0], "visit": seen[cast.case.pk]}
    rows |= {"their case": their, "their child": their_child, "their visit": seen[their.pk]}
    rows |= {"person": cast.dan, "team": cast.team, "role": cast.dan.memberships.get()}
    for own, team, worker in (("", cast.pod, cast.amara), ("their ", cast.elsewhere, cast.dan)):
        group = GroupFactory(team=team, senior_practitioner=worker, people=[worker])
        rows[f"{own}session"] = SessionFactory(group=group, parts=[(worker, "presenter")])
        case, child = rows[f"{own}case"], rows[f"{own}child"]
        of = {"session": rows[f"{own}session"], "case": case, "children": [child]}
        rows[f"{own}discussion"] = DiscussionFactory(presenter=worker, said={"dilemma": child.name}, **of)
    cast.samira = coordinator_of(cast.children[0], cast.service)
    own = ConferenceFactory(case=cast.case, referred_by=cast.amara, coordinator=cast.samira, stage="held")
    rows["conference"] = fill(own, cast.amara)
    rows["contact"] = ContactFactory(case=cast.case, taken_by=cast.amara, about=cast.children[:1])
    rows["referral"] = ReferralFactory(case=cast.case, about=cast.children[1:])
    rows["closure"] = ClosureFactory(case=cast.case, asked_by=cast.amara, about=cast.children)
    rows["note"] = CaseNoteFactory(case=cast.case, writer=cast.amara, children=cast.children)
    rows["document"] = DocumentFactory(case=cast.case, added_by=cast.amara, child=cast.children[0])
    rows["invitee"] = Invitee.objects.get(conference=own)
    rows["their conference"] = ConferenceFactory(case=their, referred_by=cast.dan)
    cookies = {}
    for who in NOT_FOR:
        client = AppClient()
        client.force_login(getattr(cast, who))
        cookies[who] = client.cookies
    return SimpleNamespace(keys={name: row.pk for name, row in rows.items()}, cookies=cookies)


def check(sent: dict[str, Any], families: SimpleNamespace) -> HttpResponse:
    """Send it; an error of the server is raised here by the client."""
    client = AppClient()
    client.cookies = families.cookies[sent["who"]].copy()
    own = "their " if sent["who"] == "dan" else ""
    body = {}
    for name, value in sent["body"].items():
        if name.endswith(("seen", "words", "bedroom", "company")) and name != "quote_words":
            name = f"{name.split()[-1]}_{families.keys['their child' if name.startswith('their') else own + 'child']}"
        body[name] = value
    query = sent["query"]
    if isinstance(query, dict):
        query = "&".join(f"{name}={quote(value)}" for name, value in query.items())
    with transaction.atomic():
        extra = {"QUERY_STRING": query, **sent["headers"]}
        if sent["method"] == "post":
            answer = client.post(_address(sent, families), body, **extra)
        else:
            answer = getattr(client, sent["method"])(_address(sent, families), **extra)
        transaction.set_rollback(True)
    assert answer.status_code < 500 or answer.request["PATH_INFO"] == "/readyz"
    hidden = () if sent["page"] in MADE_UP else NOT_FOR[sent["who"]]
    shown = [name for name in hidden if name.encode() in answer.content]  # a page, or a file of a picture
    assert not shown, f"{sent['who']} reads {shown}"
    assert "evil.example" not in answer.get("Location", "").split("next=")[0]
    return answer


def _address(sent: dict[str, Any], families: SimpleNamespace) -> str:
    keys = [families.keys.get(key, key) for key in sent["keys"]]
    wanted = PAGES[sent["page"]]
    filled = dict(zip(wanted, [*keys, *[1] * (len(wanted) - len(keys))], strict=False))
    if sent["page"] == "account_reset_password_from_key":
        filled = {"uidb36": str(keys[0])[:13], "key": "-".join(map(str, keys))[:80]}
    return reverse(sent["page"], kwargs=filled)


@pytest.mark.django_db
def test_nothing_that_is_sent_breaks_a_page_or_shows_another_family(two_families: SimpleNamespace) -> None:
    @quick
    @given(requests)
    def send(sent: dict[str, Any]) -> None:
        check(sent, two_families)

    send()


@pytest.mark.long
@pytest.mark.django_db
def test_nothing_among_thousands_breaks_a_page(two_families: SimpleNamespace) -> None:
    @settings(quick, max_examples=2000, derandomize=False)
    @given(requests)
    def send(sent: dict[str, Any]) -> None:
        check(sent, two_families)

    send()


@pytest.mark.django_db
def test_each_nasty_text_in_each_field_of_each_page_breaks_nothing(two_families: SimpleNamespace) -> None:
    """All texts at once in one request for each page: so that no field is left to chance."""
    for page in PAGES:
        for start in range(0, len(NASTY), 9):
            texts = [NASTY[(start + number) % len(NASTY)] for number in range(len(FIELDS) + 2)]
            everything = dict(zip([*FIELDS, "seen", "words"], texts, strict=True))
            everything = {name: as_sent(text) for name, text in everything.items()}
            for who, keys in asked_by(page):
                sent = {"who": who, "page": page, "keys": keys, "headers": {}}
                check(sent | {"method": "get", "query": everything, "body": {}}, two_families)
                check(sent | {"method": "post", "query": {}, "body": everything}, two_families)


def asked_by(page: str) -> Iterator[tuple[str, list[Any]]]:
    """Who may open the page, with keys of rows they have."""
    first = FIRST_KEYS.get("".join(PAGES[page][:1]), "case")
    second = "child"
    if page.startswith("conferences:"):
        second = "invitee" if page == "conferences:invitee" else "conference"
    about = page.removeprefix("cases:").split("-")[0]
    if about in ("contact", "referral", "closure", "note", "document"):
        second = about
        yield "bilal", [first, second, 1]
    yield "samira" if page in OF_A_COORDINATOR else "amara", [first, second, 1]
    if page.startswith("office:"):
        yield "eve", ["person", "role", 1]
        yield "bilal", ["team", 1, 1]


@pytest.mark.django_db
def test_a_page_that_breaks_is_found(two_families: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was when the key in `?child=` went to int() unasked."""
    monkeypatch.setattr(visits, "_child", lambda request: int(request.GET.get("child", "0")))

    @settings(quick, phases=[Phase.generate])  # finding it is enough: no time for the smallest example
    @given(requests.map(lambda sent: sent | {"page": "cases:visit-new", "keys": ["case"], "who": "amara"}))
    def send(sent: dict[str, Any]) -> None:
        check(sent, two_families)

    with pytest.raises(ValueError, match="invalid literal"):
        send()


@pytest.mark.django_db
def test_another_familys_name_is_found(two_families: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    their = Case.objects.get(pk=two_families.keys["their case"])
    line = caseload.RecordLine(their.pk, their.name, their.opened_on, False, ())
    monkeypatch.setattr(caseload, "records", lambda **_: caseload.RecordPage((line,), ""))
    sent = {"who": "amara", "page": "cases:list", "keys": [], "method": "get", "query": {}, "body": {}, "headers": {}}
    with pytest.raises(AssertionError, match="amara reads"):
        check(sent, two_families)
