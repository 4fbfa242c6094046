"""What every form promises: clear words, nothing typed lost, and markup whose parts know one another."""

import time
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from camden.office.layout import Button, Choice, Field, Fieldset, PlainForm, Size, day_field

ON = date(2026, 11, 3)  # a Tuesday
CONTROLS = [chr(n) for n in (*range(9), *range(14, 32), *range(127, 160))] + ["\ud83d"]


class Visit(PlainForm):
    visited_on = day_field("When did you visit?", ask="the day you visited")
    seen = forms.MultipleChoiceField(
        label="Who did you see?",
        choices=[Choice("1", "Noah <b>Doyle</b>", hint="7 years"), ("2", "Zayd Okafor")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Only children you saw <i>yourself</i>.",
    )
    alone = forms.ChoiceField(label="Alone?", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
    where = forms.ChoiceField(label="Where?", choices=[("", "Choose"), ("home", "At home")])
    who = forms.CharField(label="Who else & why?", required=False, max_length=20, help_text="Names.")
    account = forms.CharField(label="What happened", widget=forms.Textarea, max_length=200)
    told = forms.BooleanField(label="The family knows")
    key = forms.CharField(widget=forms.HiddenInput, required=False)

    def rows(self) -> list[Any]:
        rest = Fieldset("where", "who", legend="At <i>home</i>", legend_size=Size.MEDIUM)
        return ["visited_on", "seen", Field.radios("alone", inline=True), rest, "account", "told"]


class Born(PlainForm):
    born_on = day_field("When were they born?", ask="the child's birthday", recent=False, required=False)


class Plan(PlainForm):
    next_on = day_field("When is the next visit?", ask="the day of the next visit", future=True)


class Reading(HTMLParser):
    """The page as a screen reader walks it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] or "" for _, attrs in self.tags if attribute in attrs]


def drawn(form: PlainForm) -> str:
    summary = "{% include 'components/error_summary.html' with form=form only %}"
    page = "{% load crispy_forms_tags %}" + summary + "{% crispy form %}"
    return Template(page).render(Context({"form": form}))


def asked(typed: str, form: type[PlainForm] = Visit, name: str = "visited_on", **more: str) -> Any:
    """The day a form reads, or the sentence it says instead."""
    answered = form({name: typed, **{f"{name}_{key}": value for key, value in more.items()}}, on=ON)
    return answered.errors[name][0] if name in answered.errors else answered.cleaned_data[name]


# --- Days ---------------------------------------------------------------------------------------------------


IN_NUMBERS = ["3/11/2026", "03/11/2026", "3.11.2026", "3-11-2026", "3 11 2026", "3/11/26", "3/11", " 3.11 "]
IN_WORDS = ["3 Nov 2026", "3 november 2026", "3rd Nov, 2026", "3rd of November 2026", "3 nov", "November 3"]
OF_OTHERS = ["2026-11-03", "2026/11/3", "Nov 3, 2026"]


@pytest.mark.parametrize("typed", IN_NUMBERS + IN_WORDS + OF_OTHERS)
def test_a_day_is_read_as_people_write_it(typed):
    assert asked(typed) == ON


def test_the_months_stand_second_as_in_britain():
    assert asked("4/3/2026") == date(2026, 3, 4)


def test_a_recent_day_without_its_year_is_the_latest_there_was():
    assert asked("20 Dec") == date(2025, 12, 20)
    assert asked("2 Nov") == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Enter the day you visited, for example 3 11 2026."),
        ("last Tuesday", "We cannot read that day. Enter the day you visited, for example 3 11 2026."),
        ("11", "We cannot read that day. Enter the day you visited, for example 3 11 2026."),
        ("3 Mo 2026", "We cannot read that day. Enter the day you visited, for example 3 11 2026."),
        ("٣/١١/٢٠٢٦", "We cannot read that day. Enter the day you visited, for example 3 11 2026."),
        ("31 Feb 2026", "There is no 31 February 2026. Check the day you visited."),
        ("29 2", "There is no 29 February 2026. Check the day you visited."),
        ("1/13/2026", "There is no month 13. Check the day you visited."),
        ("0/1/2026", "There is no 0 January 2026. Check the day you visited."),
        ("1/1/0001", "Check the year: 1 January 0001 is too long ago."),
        ("1/1/0000", "There is no 1 January 0000. Check the day you visited."),
        ("4/11/2026", "The day you visited cannot be after today, 3 November 2026."),
        ("31/12/9999", "The day you visited cannot be after today, 3 November 2026."),
    ],
)
def test_a_day_we_cannot_keep_is_refused_in_words_that_help(typed, says):
    assert asked(typed) == says


def test_a_birthday_needs_its_whole_year_and_may_be_left_out():
    assert asked("3 Nov 2019", Born, "born_on") == date(2019, 11, 3)
    assert asked("", Born, "born_on") is None
    for typed in ("3 Nov", "3/11/19"):
        assert asked(typed, Born, "born_on") == "Give the year with four digits, for example 2026."


def test_a_planned_day_may_lie_ahead_but_not_beyond_a_working_life():
    assert asked("4/11/2026", Plan, "next_on") == date(2026, 11, 4)
    assert asked("31/12/9999", Plan, "next_on") == "Check the year: 31 December 9999 is too far ahead."


def test_today_and_yesterday_take_one_tap_and_mean_the_days_that_were_on_the_page():
    html = drawn(Visit(on=ON))
    assert 'value="2026-11-03"' in html and "Tuesday 3 November" in html
    assert 'value="2026-11-02"' in html and "Yesterday" in html
    assert asked("", quick="2026-11-02") == date(2026, 11, 2)
    assert "Tomorrow" in drawn(Plan(on=ON))


def test_another_day_is_the_one_typed():
    assert asked("1 Nov", quick="other") == date(2026, 11, 1)
    assert asked("", quick="other") == "Enter the day you visited, for example 3 11 2026."


def test_two_different_days_are_a_question_and_never_a_guess():
    says = "You chose 3 November 2026 and typed “1 Nov”. Keep one of them."
    assert asked("1 Nov", quick="2026-11-03") == says
    assert asked("3 Nov", quick="2026-11-03") == ON


def test_a_refused_day_comes_back_as_it_was_typed():
    html = drawn(Visit({"visited_on": "31 Feb", "visited_on_quick": "other"}, on=ON))
    assert 'value="31 Feb"' in html
    assert 'value="other" checked' in html
    assert 'href="#id_visited_on"' in html


def test_a_day_that_is_known_already_is_shown():
    assert 'value="2026-11-03" checked' in drawn(Visit(on=ON, initial={"visited_on": ON}))
    assert 'value="1 March 2026"' in drawn(Visit(on=ON, initial={"visited_on": date(2026, 3, 1)}))


def test_a_form_that_asks_for_a_day_must_be_told_which_day_it_is():
    with pytest.raises(TypeError, match="pass on="):
        Visit()


@given(
    day=st.dates(date(1900, 1, 1), ON),
    form=st.sampled_from(["{0:%d/%m/}{1}", "{1}-{0:%m-%d}", "{0:%d %b }{1}"]),
)
def test_every_day_there_was_is_read_back(day, form):
    assert asked(form.format(day, day.year)) == day


@given(typed=st.text(max_size=60) | st.from_regex(r"\A[0-9a-z/ .-]{1,20}\Z"), quick=st.text(max_size=12))
def test_whatever_is_typed_a_day_is_a_real_past_one_or_a_sentence(typed, quick):
    answer = asked(typed, quick=quick)
    if isinstance(answer, date):
        assert date(1900, 1, 1) <= answer <= ON
    else:
        assert answer.endswith(".")


@given(days=st.integers(0, 7000), typed=st.text(max_size=30))
def test_no_day_ahead_passes_where_only_the_past_is_asked(days, typed):
    ahead = ON + timedelta(days=days + 1)
    assert isinstance(asked(ahead.isoformat()), str)
    assert isinstance(asked("", quick=ahead.isoformat()), str)


# --- Words --------------------------------------------------------------------------------------------------


class Words(PlainForm):
    line = forms.CharField(required=False)
    account = forms.CharField(label="What happened", widget=forms.Textarea, required=False)


@pytest.mark.parametrize("character", CONTROLS, ids=ascii)
def test_characters_nobody_can_keep_are_refused_beside_the_field(character):
    form = Words({"line": f"saw{character}Noah", "account": f"first line\nsaw{character}Noah"})
    says = "Take out the unusual character after “saw”: we cannot keep it."
    assert form.errors == {"line": [says], "account": [says]}


@pytest.mark.parametrize(
    "text", ["👩🏾‍👧", "مرحبا بالعالم", "שלום", "Zoë\tO’Brien", "\u200fنور", "Nguyễn", "%s %(n)d {{ x }}"]
)
def test_every_language_and_emoji_is_kept(text):
    form = Words({"line": text, "account": text})
    assert form.is_valid()
    assert form.cleaned_data == {"line": text, "account": text}


def test_line_ends_of_other_systems_are_line_ends_and_count_once():
    form = Words({"account": "a\r\nb\rc\x0bd\x0ce\u2028f"})
    assert form.is_valid()
    assert form.cleaned_data["account"] == "a\nb\nc\nd\ne\nf"


def test_a_single_line_has_no_second_one():
    assert "line" in Words({"line": "Noah\nBcc: somebody"}).errors


def test_too_many_words_are_told_by_how_many():
    for length, over in ((100_001, "1 character"), (101_234, "1,234 characters")):
        says = f"“What happened” is {over} too long. We can keep 100,000."
        assert Words({"account": "a" * length}).errors["account"] == [says]
    assert Words({"account": "a" * 100_000}).is_valid()


def test_the_browser_never_cuts_pasted_words_short():
    assert "maxlength" not in drawn(Visit(on=ON))


def test_a_million_letters_are_answered_at_once_and_come_back_whole():
    million = "ü&" * 500_000
    began = time.perf_counter()
    form = Visit({"visited_on": million, "account": million, "who": million}, on=ON)
    html = drawn(form)
    assert time.perf_counter() - began < 2
    assert html.count("ü&amp;" * 500_000) == 3


@given(text=st.text(max_size=300))
def test_whatever_is_typed_is_kept_or_answered_with_a_sentence(text):
    form = Words({"line": text, "account": text})
    for name in ("line", "account"):
        if name in form.errors:
            assert all(error.endswith(".") for error in form.errors[name])
        else:
            assert not set(form.cleaned_data[name]) & set(CONTROLS)
    drawn(form)


def test_every_field_says_what_it_misses_in_its_own_words():
    assert {name: errors[0] for name, errors in Visit({}, on=ON).errors.items()} == {
        "visited_on": "Enter the day you visited, for example 3 11 2026.",
        "seen": "Choose an answer to “Who did you see?”.",
        "alone": "Choose an answer to “Alone?”.",
        "where": "Choose an answer to “Where?”.",
        "account": "Fill in “What happened”.",
        "told": "Tick “The family knows” to go on.",
    }


def test_an_answer_that_is_not_on_the_list_is_not_repeated():
    form = Visit({"alone": "<script>", "seen": ["9"]}, on=ON)
    assert form.errors["alone"] == form.errors["seen"] == ["Choose one of the answers on the list."]


def test_a_form_may_say_it_better():
    class Own(PlainForm):
        why = forms.CharField(error_messages={"required": "Write why, even if it is one line."})

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.fields["later"] = forms.CharField(label="Later")

    form = Own({"later": "\x00"})
    assert form.errors["why"] == ["Write why, even if it is one line."]
    assert form.errors["later"][0].startswith("Take out")


# --- Markup -------------------------------------------------------------------------------------------------

REFUSED = {
    "visited_on": "31 Feb",
    "seen": ["2"],
    "alone": "no",
    "who": "a" * 21,
    "account": "\x00",
    "key": "k",
}
FORMS = {
    "fresh": lambda: Visit(on=ON),
    "empty": lambda: Visit({}, on=ON),
    "refused": lambda: Visit(REFUSED, on=ON),
    "prefixed": lambda: Visit({}, on=ON, prefix="child-3"),
    "planned": lambda: Plan({"next_on": "x"}, on=ON),
}


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_id_that_is_spoken_of_is_there_once(make):
    page = Reading(drawn(make()))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    described = page.all("aria-describedby") + page.all("aria-labelledby")
    spoken_of = [one for listed in described for one in listed.split()]
    spoken_of += page.all("for") + [href[1:] for href in page.all("href")]
    assert set(spoken_of) <= set(ids)


@pytest.mark.parametrize("make", FORMS.values(), ids=FORMS)
def test_every_problem_leads_to_something_that_can_be_typed_into(make):
    page = Reading(drawn(make()))
    typed_into = {attrs.get("id") for tag, attrs in page.tags if tag in ("input", "select", "textarea")}
    assert {href[1:] for href in page.all("href")} <= typed_into


def test_groups_have_a_legend_and_tell_their_hint_and_errors():
    html = drawn(Visit({}, on=ON))
    page = Reading(html)
    groups = [attrs for tag, attrs in page.tags if tag == "fieldset"]
    assert len(groups) == sum(tag == "legend" for tag, _ in page.tags) == 4
    assert [group.get("aria-describedby") for group in groups] == [
        "id_visited_on_error",
        "id_seen_hint id_seen_error",
        "id_alone_error",
        None,
    ]
    assert 'aria-describedby="id_who_hint"' in html
    assert 'aria-invalid="true" aria-describedby="id_account_error"' in html


def test_names_and_hints_are_text_wherever_they_stand():
    html = drawn(Visit({"alone": "'><script>alert(1)</script>"}, on=ON))
    assert "Noah &lt;b&gt;Doyle&lt;/b&gt;" in html
    assert "At &lt;i&gt;home&lt;/i&gt;" in html
    assert "you saw &lt;i&gt;yourself&lt;/i&gt;" in html
    assert "Who else &amp; why?" in html
    assert not [tag for tag, _ in Reading(html).tags if tag in ("b", "i", "script", "style")]


def test_choices_come_back_ticked():
    page = Reading(drawn(Visit({"seen": ["2"], "alone": "no", "told": "on"}, on=ON)))
    ticked = [attrs["id"] for _, attrs in page.tags if "checked" in attrs]
    assert ticked == ["id_seen_1", "id_alone_1", "id_told"]


def test_nothing_is_ticked_before_anybody_ticked_it():
    assert "checked" not in drawn(Visit(on=ON))


def test_the_browser_neither_remembers_nor_interrupts():
    html = drawn(Visit(on=ON))
    assert 'autocomplete="off"' in html and "novalidate" in html
    assert "required" not in html


def test_hidden_fields_are_sent_even_when_the_layout_forgets_them():
    assert 'name="key"' in drawn(Visit(on=ON, initial={"key": "k1"}))


def test_a_form_may_have_several_buttons_and_their_words_are_text():
    class Two(PlainForm):
        save = ""
        why = forms.CharField()

        def rows(self) -> list[Any]:
            return ["why", Button("later", "Write up later {{ 1|add:1 }} <b>", kind="secondary")]

    html = drawn(Two())
    assert html.count("<button") == 1
    assert 'name="later"' in html and "Write up later {{ 1|add:1 }} &lt;b&gt;" in html


# --- Pages that need nothing --------------------------------------------------------------------------------


def test_the_page_for_our_own_mistakes_needs_nothing_to_be_drawn():
    html = Template("{% extends '500.html' %}").render(Context())
    assert "It is our fault, not yours." in html


def test_the_page_for_what_is_not_there_says_nothing_of_what_was_asked(rf):
    ask = {"request": rf.get("/cases/77/"), "request_path": "/cases/77/", "exception": "Doyle"}
    assert render_to_string("404.html", ask) == render_to_string("404.html")


def test_a_page_that_was_open_too_long_gives_the_words_back():
    html = render_to_string("csrf.html", {"typed": [("What happened", "\nSaw <Noah> today")]})
    assert ">\n\nSaw &lt;Noah&gt; today</textarea>" in html
    assert "readonly" in html
