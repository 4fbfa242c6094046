"""Pages of decisions: read, made, asked for, heard later; and the family's own copy."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Decision, Sharing
from tests.factories.deliberating import settle_decisions
from tests.factories.record_people import AdultFactory, relates
from tests.factories.record_voice import QuoteFactory
from tests.factories.writing import assessment_of, paper_of
from tests.queries import of_the_page

WORDS = "I want to sleep at Nani’s."


@pytest.fixture
def family(cast: SimpleNamespace) -> SimpleNamespace:
    cast.shirin = AdultFactory(case=cast.case, given_name="Shirin")
    cast.jamal = AdultFactory(case=cast.case, given_name="Jamal")
    relates(cast.shirin, "mother", *cast.children)
    relates(cast.jamal, "father", *cast.children)
    QuoteFactory(speaker=cast.children[0], words=WORDS, said_on=date(2026, 10, 20), kept_from=[cast.jamal.pk])
    return cast


def _page(name: str, cast: SimpleNamespace, *keys: int) -> str:
    return reverse(f"cases:{name}", args=[cast.case.pk, *keys])


def _answers(cast: SimpleNamespace, **more: Any) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "children": [cast.children[0].pk], "authority": "manager",
        "decided_what": "Anisa sleeps at Nani’s on school days.", "decided_why": "She asked for it.",
        "least_formal": "Nani, and a key of her own.",
    }  # fmt: skip
    for person in (cast.children[0], cast.shirin, cast.jamal):
        asked |= {
            f"heard_{person.pk}_how": "in-person",
            f"heard_{person.pk}_words": f"{person.given_name} said so.",
            f"heard_{person.pk}_changed": "It is what we do.",
            f"heard_{person.pk}_on": "20 10 2026",
        }
    return asked | more


def test_what_is_on_the_record_already_stands_in_the_form_with_its_mark(family: Any, browser_for: Any) -> None:
    page = browser_for(family.bilal).get(_page("decision-new", family))
    form = page.context["form"]
    anisa = family.children[0].pk
    assert form[f"heard_{anisa}_words"].value() == WORDS
    assert form[f"heard_{anisa}_kept"].value() == [str(family.jamal.pk)]
    assert not form[f"heard_{anisa}_how"].value(), "nobody counts as heard before somebody says how"


def test_only_where_a_child_lives_is_decided_here_and_the_rest_is_led_to(
    family: Any, browser_for: Any, read: Any
) -> None:
    page = read(browser_for(family.bilal).get(_page("decision-new", family)))
    assert "kind" not in page.offered
    assert {_page(name, family) for name in ("threshold-new", "plan-new", "closure-new")} <= set(page.links)
    page = read(browser_for(family.amara).get(_page("decision-new", family)))
    assert "Step up or down: a manager’s" in page.said and _page("threshold-new", family) not in page.links
    browser_for(family.bilal).post(_page("decision-new", family), _answers(family, kind="closing"))
    assert Decision.objects.get().kind == "placement"


def test_what_an_answer_to_a_paper_changed_is_not_typed_again(family: Any, browser_for: Any) -> None:
    Sharing.objects.create(
        case=family.case, writing=paper_of(assessment_of(family.case, family.children, family.amara)),
        member=family.shirin, how="aloud", shared_on=date(2026, 10, 21), shared_by=family.amara,
        remarks="Write that I sleep.", changed="It stands in “What works” now.", answered_on=date(2026, 10, 22),
    )  # fmt: skip
    form = browser_for(family.bilal).get(_page("decision-new", family)).context["form"]
    shirin = family.shirin.pk
    assert form[f"heard_{shirin}_words"].value() == "Write that I sleep."
    assert form[f"heard_{shirin}_changed"].value() == "It stands in “What works” now."
    assert not form[f"heard_{shirin}_how"].value(), "nobody counts as heard before somebody says how"


def test_why_it_was_not_safe_to_share_is_typed_once_and_kept_from_the_family(family: Any, browser_for: Any) -> None:
    why = {"how": "not-safe", "why_not": "He waits outside the school.", "shared_by": family.amara}
    paper = paper_of(assessment_of(family.case, family.children, family.amara))
    Sharing.objects.create(
        case=family.case, writing=paper, member=family.jamal, shared_on=date(2026, 10, 22), **why
    )  # fmt: skip
    browser, jamal = browser_for(family.bilal), family.jamal.pk
    form = browser.get(_page("decision-new", family)).context["form"]
    assert form[f"heard_{jamal}_words"].value() == "He waits outside the school."
    assert form[f"heard_{jamal}_kept"].value() == ["family"]
    assert not form[f"heard_{jamal}_how"].value(), "that it is still so is for whoever decides to say"
    assert "why it was not safe to share with them, 22 October 2026" in form[f"heard_{jamal}_words"].help_text
    assert not form[f"heard_{jamal}_on"].value(), "nobody was heard on that day"
    later = family.shirin.pk
    QuoteFactory(speaker=family.jamal, words="I am at my brother’s now.", said_on=date(2026, 10, 30))
    form = browser.get(_page("decision-new", family)).context["form"]
    assert form[f"heard_{jamal}_words"].value() == "I am at my brother’s now."
    assert not form[f"heard_{later}_words"].value()


@pytest.mark.parametrize("name", ["decision-new", "threshold-new", "plan-new"])
def test_words_can_be_kept_from_everybody_of_the_record_who_may_read_them(
    family: Any, browser_for: Any, name: str
) -> None:
    AdultFactory(case=family.case, given_name="Farida")
    AdultFactory(case=family.case, given_name="Died", died_on=date(2026, 1, 1))
    twice = AdultFactory(case=family.case, given_name="Twice")
    twice.merged_into = family.shirin
    twice.save()
    field = browser_for(family.bilal).get(_page(name, family)).context["form"][f"heard_{family.shirin.pk}_kept"]
    offered = [text for _, text in field.field.choices]
    assert offered[0] == "The whole family" and "Farida" in offered and "Jamal" in offered
    assert not {"Shirin", "Died", "Twice"} & set(offered)


def test_a_decision_is_final_when_everybody_was_heard(family: Any, browser_for: Any) -> None:
    answer = browser_for(family.bilal).post(_page("decision-new", family), _answers(family))
    decision = Decision.objects.get()
    assert answer.status_code == 302 and answer.url == decision.get_absolute_url()
    assert decision.heard.count() == 3
    assert decision.options.get().words == "Anisa sleeps at Nani’s on school days."


@pytest.mark.parametrize("missing", ["how", "words", "changed"])
def test_it_is_not_final_while_one_parent_was_not_heard(family: Any, browser_for: Any, missing: str) -> None:
    field = f"heard_{family.jamal.pk}_{missing}"
    answer = browser_for(family.bilal).post(_page("decision-new", family), _answers(family, **{field: ""}))
    assert answer.context["form"].errors[field]
    assert not Decision.objects.exists()


def test_not_yet_heard_takes_two_taps_and_says_by_when_we_ask(family: Any, browser_for: Any, today: date) -> None:
    short = {k: v for k, v in _answers(family).items() if not k.startswith("heard_")}
    browser = browser_for(family.bilal)
    answer = browser.post(_page("decision-new", family), short | {"urgent": "safety"}, follow=True)
    decision = Decision.objects.get()
    assert set(decision.heard.values_list("how", flat=True)) == {"not-yet"}
    assert decision.urgent_because == "Somebody would not have been safe until then."
    text = answer.content.decode()
    assert text.count("Not yet heard. We ask by") == 3
    row = decision.heard.get(member=family.shirin)
    said = {f"heard_{family.shirin.pk}_how": "phone", f"heard_{family.shirin.pk}_words": "Not without me."}
    page = _page("decision-hearing", family, decision.pk, row.pk)
    refused = browser_for(family.amara).post(page, said)
    assert f"heard_{family.shirin.pk}_changed" in refused.context["form"].errors
    more = {f"heard_{family.shirin.pk}_changed": "She is asked first.", f"heard_{family.shirin.pk}_on": "1 11 2026"}
    browser_for(family.amara).post(page, said | more)
    row.refresh_from_db()
    assert (row.how, row.words) == ("phone", "Not without me.")


def test_what_one_parent_said_is_kept_from_the_familys_copy(family: Any, browser_for: Any) -> None:
    kept = {f"heard_{family.shirin.pk}_kept": [family.jamal.pk], f"heard_{family.shirin.pk}_words": "He must not know."}
    browser = browser_for(family.bilal)
    browser.post(_page("decision-new", family), _answers(family, **kept))
    page = Decision.objects.get().get_absolute_url()
    assert "He must not know." in browser.get(page).content.decode()
    theirs = browser.get(page + "?for=family").content.decode()
    assert "He must not know." not in theirs and "Shirin" not in theirs
    assert "Jamal said so." in theirs and "Not to be shared" not in theirs


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("decided_what", "What was decided"),
        ("decided_why", "Why"),
        ("least_formal", "The least formal help that could be enough"),
        ("family_would_rather", "What the family would rather have"),
    ],
)
def test_our_own_words_that_repeat_what_is_kept_are_left_out_of_the_familys_copy(
    family: Any, browser_for: Any, read: Any, field: str, title: str
) -> None:
    browser = browser_for(family.bilal)
    browser.post(_page("decision-new", family), _answers(family, **{field: f"Anisa said: {WORDS.upper()}"}))
    page = Decision.objects.get().get_absolute_url()
    assert WORDS.upper() in read(browser.get(page)).said
    theirs = read(browser.get(page + "?for=family")).said
    assert WORDS.lower() not in theirs.lower() and "Jamal said so." in theirs
    assert f"words stand in it that are not to be shared: {title}" in theirs


def test_what_was_heard_and_kept_is_left_out_where_it_is_said_again(family: Any, browser_for: Any, read: Any) -> None:
    kept = {f"heard_{family.shirin.pk}_kept": [family.jamal.pk], f"heard_{family.shirin.pk}_words": "He must not know."}
    browser = browser_for(family.bilal)
    again = {f"heard_{family.jamal.pk}_changed": "We asked her, and she says: he must not know!"}
    browser.post(_page("decision-new", family), _answers(family, **kept, **again))
    theirs = read(browser.get(Decision.objects.get().get_absolute_url() + "?for=family")).said
    assert "must not know" not in theirs and "Jamal said so." not in theirs and "What Jamal said" in theirs


def test_a_worker_asks_and_a_manager_decides(family: Any, browser_for: Any) -> None:
    ask = {"kind": "placement", "children": [family.children[0].pk], "question": "Where does she sleep?"}
    unsaid = browser_for(family.amara).post(_page("decision-asked", family), ask | {"kind": "", "due_on": "5 11 2030"})
    assert unsaid.context["form"].errors["kind"], "nothing is chosen for them"
    browser_for(family.amara).post(_page("decision-asked", family), ask | {"due_on": "5 11 2030"})
    decision = Decision.objects.get()
    making = _page("decision-making", family, decision.pk)
    assert browser_for(family.amara).get(making).status_code == 403
    answer = browser_for(family.bilal).post(making, _answers(family))
    assert answer.status_code == 302
    decision.refresh_from_db()
    assert decision.made_by == family.bilal
    assert "decided or dropped meanwhile" in browser_for(family.bilal).get(making).content.decode()


def test_whoever_writes_second_reads_both_and_loses_no_word(family: Any, browser_for: Any) -> None:
    settle_decisions(family.case, family.children, family.amara, family.bilal)
    row = Decision.objects.exclude(made_on=None).get().heard.first()
    page = _page("decision-hearing", family, row.decision_id, row.pk)
    key = f"heard_{row.member_id}"
    first = {f"{key}_how": "phone", f"{key}_words": "Said to Amara.", f"{key}_changed": "He stays."}
    browser_for(family.amara).post(page, first)
    second = browser_for(family.bilal).post(page, first | {f"{key}_words": "Said to Bilal."}).content.decode()
    assert "Said to Amara." in second and "Said to Bilal." in second
    asked = Decision.objects.get(made_on=None)
    browser_for(family.amara).post(_page("decision-dropping", family, asked.pk), {"why": "She chose."})
    late = browser_for(family.bilal).post(_page("decision-making", family, asked.pk), _answers(family))
    assert "Anisa sleeps at Nani’s on school days." in late.content.decode()


def test_a_question_can_be_dropped(family: Any, browser_for: Any) -> None:
    settle_decisions(family.case, family.children, family.amara, family.bilal)
    asked = Decision.objects.get(made_on=None)
    browser_for(family.amara).post(_page("decision-dropping", family, asked.pk), {"why": "She chose."})
    asked.refresh_from_db()
    assert asked.dropped_why == "She chose."


@pytest.mark.parametrize("name", ["decisions", "decision-new", "decision-asked"])
def test_somebody_elsewhere_finds_nothing(family: Any, browser_for: Any, name: str) -> None:
    assert browser_for(family.dan).get(_page(name, family)).status_code == 404


def test_the_list_is_narrowed_to_a_child_and_the_question_comes_first(family: Any, browser_for: Any) -> None:
    settle_decisions(family.case, family.children[:1], family.amara, family.bilal)
    browser = browser_for(family.amara)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(_page("decisions", family))
    assert len(of_the_page(asked)) <= 15
    assert [line.is_made for line in page.context["decisions"]] == [False, True]
    other = browser.get(_page("decisions", family) + f"?child={family.children[1].pk}")
    assert not other.context["decisions"]


def test_a_decision_is_read_in_few_queries(family: Any, browser_for: Any) -> None:
    settle_decisions(family.case, family.children, family.amara, family.bilal)
    made = Decision.objects.get(made_on__isnull=False)
    browser = browser_for(family.amara)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(made.get_absolute_url()).status_code == 200
    assert len(of_the_page(asked)) <= 15
