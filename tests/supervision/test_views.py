"""A senior practitioner opens a session, types what is said, and ends it."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Action, ChronologyEntry
from supervision.models import Discussion, Hypothesis, HypothesisKept, Session
from tests.factories.cases import CaseFactory, ChildFactory, InvolvementFactory
from tests.factories.supervision import DiscussionFactory
from tests.queries import of_the_page
from training.models import Learning

MOST = 15  # questions to the database on a main page


def typed(pod: SimpleNamespace, **more: str) -> dict[str, str]:
    """What one scribe types while people talk."""
    words = {
        "dilemma": "How do we hear Anisa?",
        "useful": "A first sentence.",
        "ideas": "Perhaps silence keeps the peace\nI wonder whom Imran tells",
        "what_1": "Ask Anisa who notices first when Mum is sad",
        "why_1": "She went quiet at school",
        "first_1": "Who notices first?",
        "keeper_1": str(pod.amara.pk),
        "due_1": "10 11 2026",
        "safety": "Farida is there tonight.",
    }
    for child in pod.children:
        words |= {f"voice_{child.pk}": "Ask me", f"source_{child.pk}": "Her teacher"}
    return words | more


def test_niamh_opens_a_session_types_and_ends_it_and_amara_has_her_action(
    pod: SimpleNamespace, browser_for: Any
) -> None:
    niamh = browser_for(pod.niamh)
    parts = {
        f"part_{pod.niamh.pk}": "supervisor",
        f"part_{pod.amara.pk}": "presenter",
        f"part_{pod.yael.pk}": "observer",
    }
    opened = niamh.post(
        "/supervision/sessions/new/", {"held_on_quick": "2026-11-03", "setting": "room", "place": "", **parts}
    )
    session = Session.objects.get()
    assert opened.url == f"/supervision/sessions/{session.pk}/"
    brought = niamh.post(
        f"{opened.url}discussions/new/",
        {"case": pod.case.pk, "presenter": pod.amara.pk, "depth": "deep", "reason": "stuck"},
    )
    discussion = Discussion.objects.get()
    assert brought.url == f"/supervision/discussions/{discussion.pk}/edit/"
    for _ in range(2):  # pressed twice
        assert niamh.post(brought.url, typed(pod)).url == brought.url
    keep = Hypothesis.objects.get(text="Perhaps silence keeps the peace")
    niamh.post(brought.url, typed(pod, ideas="", kept=str(keep.pk)))
    HypothesisKept.objects.create(case=pod.case, hypothesis=keep, not_asked_because="Her aunt has told us.")
    ended = niamh.post(f"{opened.url}closure/", follow=True)
    assert "The session has ended." in ended.content.decode()
    action = Action.objects.get(keeper=pod.amara)
    assert (action.what, action.due_on) == ("Ask Anisa who notices first when Mum is sad", date(2026, 11, 10))
    entry = ChronologyEntry.objects.get(kind=ChronologyEntry.Kind.REFLECTION)
    assert "Perhaps silence keeps the peace" in entry.summary
    assert "whom Imran tells" not in entry.summary
    amara = browser_for(pod.amara)
    page = amara.get(f"/cases/{pod.case.pk}/").content.decode()
    assert "Amara Obi will ask Anisa who notices first when Mum is sad" in page
    assert "whom Imran tells" not in page + amara.get(f"/cases/{pod.case.pk}/supervision/").content.decode()
    assert set(Learning.objects.values_list("person", flat=True)) == {pod.niamh.pk, pod.amara.pk, pod.yael.pk}


def test_what_was_agreed_refuses_later_edits_in_words(pod: SimpleNamespace, session: Session, browser_for: Any) -> None:
    discussion = DiscussionFactory(
        session=session, case=pod.case, presenter=pod.amara, children=pod.children[:0],
        said={"dilemma": "How?", "safety": "Safe tonight"},
    )  # fmt: skip
    niamh = browser_for(pod.niamh)
    niamh.post(f"/supervision/sessions/{session.pk}/closure/")
    for url, data in (
        (f"/supervision/discussions/{discussion.pk}/edit/", {"dilemma": "Other words"}),
        (f"/supervision/sessions/{session.pk}/closure/", {}),
        (f"/supervision/sessions/{session.pk}/attendance/", {f"part_{pod.niamh.pk}": "scribe"}),
    ):
        page = niamh.post(url, data, follow=True).content.decode()
        assert "This was agreed on 3 November 2026. What was written stays as it is." in page, url
    discussion.words.refresh_from_db()
    assert discussion.words.dilemma == "How?"


def test_a_session_that_could_not_finish_says_what_is_left(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children, said={"dilemma": "x"})
    niamh = browser_for(pod.niamh)
    asked = niamh.get(f"/supervision/sessions/{session.pk}/closure/").content.decode()
    assert "Still to write: Anisa’s voice, Imran’s voice, Zayd’s voice, risk and safety" in asked
    ended = niamh.post(f"/supervision/sessions/{session.pk}/closure/", follow=True).content.decode()
    assert "One family is still to finish, within two working days" in ended


def test_somebody_from_whom_a_family_is_kept_is_refused_without_saying_why(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    said = {"case": pod.case.pk, "presenter": pod.finn.pk, "depth": "deep", "reason": "stuck"}
    page = browser_for(pod.niamh).post(f"/supervision/sessions/{session.pk}/discussions/new/", said).content.decode()
    assert "Choose somebody else for this family." in page
    assert "exclu" not in page.lower()
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    edit = f"/supervision/discussions/{Discussion.objects.get().pk}/edit/"
    form = browser_for(pod.niamh).get(edit).content.decode()
    assert "In the room for this family: Amara Obi, Niamh Castellan, Yael Sharon." in form
    assert f'value="{pod.finn.pk}"' not in form
    assert f'value="{pod.yael.pk}"' not in form, "a clinician is never made to hold a case"


def test_a_refused_form_says_what_to_do(pod: SimpleNamespace, session: Session, browser_for: Any) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    words = typed(pod, keeper_1="", due_1="1 11 2026", ideas="x" * 301)
    page = browser_for(pod.niamh).post(f"/supervision/discussions/{found.pk}/edit/", words).content.decode()
    for sentence in ("Choose who will do it.", "Choose a day after the session.", "Keep each idea to one sentence"):
        assert sentence in page


PAGES = [
    "/supervision/",
    "/supervision/sessions/{session}/",
    "/supervision/sessions/{session}/discussions/new/",
    "/supervision/sessions/{session}/closure/",
    "/supervision/discussions/{discussion}/",
    "/supervision/discussions/{discussion}/edit/",
    "/supervision/discussions/{discussion}/room-notes/",
    "/supervision/discussions/{discussion}/decisions/",
    "/cases/{case}/supervision/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_as_much_for_one_family_as_for_ten(
    pod: SimpleNamespace, session: Session, browser_for: Any, path: str
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    url = path.format(session=session.pk, discussion=found.pk, case=pod.case.pk)
    niamh = browser_for(pod.niamh)
    counts = []
    for _ in range(2):
        niamh.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert niamh.get(url).status_code == 200
        counts.append(len(of_the_page(asked)))
        for number in range(9):
            case = CaseFactory(name=f"Family {number}", team_ids=[pod.pod.pk])
            child = ChildFactory(case=case)
            InvolvementFactory(case=case, child=child, worker=pod.amara, team=pod.pod)
            DiscussionFactory(session=session, case=case, presenter=pod.amara, children=[child])
    assert counts[0] == counts[1] <= MOST, counts


def test_of_two_who_write_at_once_the_second_reads_the_first_and_loses_nothing(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    url, version = f"/supervision/discussions/{found.pk}/edit/", str(found.words.version)
    voice = f"voice_{pod.children[0].pk}"
    first = typed(pod, dilemma="Hers", _version=version) | {voice: "Ask me alone", "what_1": "Ring the school"}
    second = typed(pod, dilemma="His", _version=version) | {voice: "Ask Imran", "what_1": "Ring Farida"}
    assert browser_for(pod.niamh).post(url, first).status_code == 302
    amara = browser_for(pod.amara)
    page = amara.post(url, second).content.decode()
    for words in ("Hers", "His", "Ask me alone", "Ask Imran", "Ring the school", "Ring Farida"):
        assert words in page, words
    assert "changed this while you were writing" in page
    found.words.refresh_from_db()
    assert found.words.dilemma == "Hers", "nothing is written over before it was read"
    again = second | {"dilemma": "Theirs together", "_version": str(found.words.version)}
    assert amara.post(url, again).status_code == 302
    found.words.refresh_from_db()
    assert found.words.dilemma == "Theirs together"


def test_an_idea_that_rang_a_bell_in_the_room_meanwhile_stays_kept(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    texts = ("Kept all along", "Kept meanwhile", "Let go")
    stays, rang, goes = (Hypothesis.objects.create(case=pod.case, discussion=found, text=text) for text in texts)
    kept, niamh = Hypothesis.Status.KEPT, browser_for(pod.niamh)
    url = f"/supervision/discussions/{found.pk}/edit/"
    none = niamh.get(url).context["form"]["kept_before"].value()
    Hypothesis.objects.filter(pk__in=(stays.pk, goes.pk)).update(status=kept, kept_by="presenter")
    shown = niamh.get(url).context["form"]["kept_before"].value()
    Hypothesis.objects.filter(pk=rang.pk).update(status=kept, kept_by="presenter")
    niamh.post(url, typed(pod, ideas="", kept=str(stays.pk), kept_before=shown))
    niamh.post(url, typed(pod, ideas="", kept_before=none))
    assert set(Hypothesis.objects.filter(status=kept)) == {stays, rang}


def test_of_ideas_kept_on_two_pages_at_once_a_fourth_is_refused_in_words(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    rows = [Hypothesis.objects.create(case=pod.case, discussion=found, text=f"Perhaps {one}") for one in "abcd"]
    keys = [row.pk for row in rows]
    Hypothesis.objects.filter(pk__in=keys[:3]).update(status=Hypothesis.Status.KEPT, kept_by="presenter")
    sent = typed(pod, ideas="", kept=str(keys[3]), kept_before="none")
    page = browser_for(pod.niamh).post(f"/supervision/discussions/{found.pk}/edit/", sent).content.decode()
    assert "Others were kept meanwhile: 3 in all." in page
    assert not Hypothesis.objects.filter(pk=keys[3], status=Hypothesis.Status.KEPT).exists()


def test_a_why_without_a_what_is_asked_about_and_not_dropped(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    found = DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children)
    url = f"/supervision/discussions/{found.pk}/edit/"
    page = browser_for(pod.niamh).post(url, typed(pod, what_1="")).content.decode()
    assert "Say what somebody will do." in page
    assert "She went quiet at school" in page


def test_a_clinician_who_was_there_finds_the_children_by_first_name_on_her_list(
    pod: SimpleNamespace, session: Session, browser_for: Any
) -> None:
    DiscussionFactory(session=session, case=pod.case, presenter=pod.amara, children=pod.children, said={"dilemma": "x"})
    page = browser_for(pod.yael).get("/supervision/").content.decode()
    assert "Anisa, Imran and Zayd" in page
    assert "Rahman" not in page
