"""The form that logs a visit: one screen, chips first."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django import forms

from camden.office.layout import (
    Button,
    Div,
    Field,
    Fieldset,
    Folded,
    FormHelper,
    Layout,
    PlainForm,
    Size,
    day_field,
    hour_field,
)
from camden.rules.moments import moment_here
from cases.forms.marks import add_marks, marks_row, said_marks
from cases.forms.visit_pieces import (
    Prompts,
    about,
    ask_next,
    ask_of_child,
    ask_question,
    chips,
    how_said,
    kept_from,
    line,
    marks_of,
    next_rows,
    pick,
    question_card,
    said_next,
    said_of_child,
    said_to,
    text,
)
from cases.forms.visit_questions import ask_planned, planned_card, said_of_planned, settled_meanwhile
from cases.models import Visit
from cases.readings.homes import ChildHere, Home
from cases.readings.visit_sheet import Choice, Sheet
from cases.rules.recording import GOAL_MOVED, INTERPRETING, VISIT_PURPOSE

LATER = "later"
NO_ACCOUNT = "Write what you saw and heard, even if it is one line, or press “Visited, write up later”."


def account_field() -> forms.CharField:
    """What was seen and heard: facts, apart from what one thinks of them."""
    return forms.CharField(
        label="What I saw and heard",
        help_text="What happened, as somebody else there would have seen it.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


def meaning_field() -> forms.CharField:
    """An opinion is kept apart from facts, and says whose it is (REFERENCE 10.4)."""
    return text("What I think it means", rows=3, most=20_000, hint="Your own view, kept apart from what happened.")


class VisitForm(PlainForm):
    """One visit to any of a family's children. Nothing is ticked before the worker ticks it.

    `homes` are the family's children by where they live, `sheet` what is known of everybody around them, `me` the key
    of whoever visited, `at` the present moment. `cleaned_data` holds `parts`, `next`, `answers`, `told`, `goals`,
    `quote`, `there` (keys of members and of the network, and a name), `marks`, `ended_at` and `is_later`.
    """

    save = "Save the visit"

    visited_on = day_field("When did you visit?", ask="the day you visited")
    kind = forms.ChoiceField(
        label="Where?",
        choices=Visit.Kind.choices,
        initial=Visit.Kind.HOME,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you met."},
    )
    purpose = pick("What was it for?", list(VISIT_PURPOSE.items()), "Nothing in particular")
    ended = hour_field("When did it end?", required=False, hint="For example 14:05. The write-up counts from there.")
    account = account_field()
    meaning = meaning_field()

    def __init__(
        self, *args: Any, homes: Sequence[Home], sheet: Sheet, me: Choice, on: date, at: datetime, **kwargs: Any
    ) -> None:
        self.homes, self.sheet, self._me, self._at = homes, sheet, me, at
        kwargs["initial"] = {"visited_on": on} | kwargs.get("initial", {})
        super().__init__(*args, on=on, **kwargs)
        self._everybody = [(child.pk, child.name) for child in self.children()] + list(sheet.adults)
        for child in self.children():
            ask_of_child(self, child, sheet.adults)
        for question in sheet.questions:
            ask_question(self, question, self._everybody, sheet.adults)
        for planned in sheet.to_ask:
            ask_planned(self, planned, self._everybody, sheet.adults)
        self._ask_who_was_there()
        keepers = [me, *(one for one in sheet.colleagues if one[0] != me[0])]
        ask_next(self, keepers, me[0], self._everybody)
        for key, words in sheet.goals:
            self.fields[f"goal_{key}"] = forms.ChoiceField(
                label=words,
                choices=[("touched", "Talked about"), *GOAL_MOVED.items()],
                widget=forms.RadioSelect,
                required=False,
            )
        self.fields["quote_who"] = pick("Who said it?", [(str(k), n) for k, n in self._everybody], "Choose one")
        self.fields["quote_words"] = text("Their words")
        self.fields["quote_how"] = how_said("How did they say it?")
        self.fields["quote_kept"] = kept_from("These words are not to be shared with", sheet.adults)
        add_marks(self, self._everybody, "This visit is not to be shared with")

    def _ask_who_was_there(self) -> None:
        sheet = self.sheet
        known = [(f"m{key}", name) for key, name in sheet.adults] + [(f"n{key}", name) for key, name in sheet.network]
        self.fields["present"] = forms.MultipleChoiceField(
            label="Who else was there?", choices=known, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.fields["present_other"] = line("Somebody else", most=120, hint="A name, or who they are.")
        others = [(str(key), name) for key, name in sheet.colleagues if key != self._me[0]]
        self.fields["companion"] = pick("Who came with you?", others, "Nobody")
        self.fields["interpreting"] = pick("Who interpreted?", list(INTERPRETING.items()), "Not said")

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        later = Button(LATER, "Visited, write up later", kind="secondary")
        helper.layout = Layout(
            Div(*self.rows(), css_class="visit"), Div(Button("", self.save), later, css_class="visit__save")
        )
        return helper

    def rows(self) -> list[Any]:
        rows: list[Any] = [planned_card(planned) for planned in self.sheet.to_ask]
        rows += [question_card(question) for question in self.sheet.questions]
        number = 0
        for place, home in enumerate(self.homes):
            numbered = list(enumerate(home.children, number + 1))
            number += len(numbered)
            asked = [chips(child, n) for n, child in numbered] + [about(self, child, n) for n, child in numbered]
            rows.append(Fieldset(*asked, legend=self._legend(home, place), legend_size=Size.MEDIUM))
        when = Div(Field.radios("visited_on"), Field.radios("kind", inline=True), css_class="visit__when")
        rows += [when, "purpose", self._there(), Field("account"), Prompts(), Field("meaning"), next_rows(self)]
        if self.sheet.goals:
            goals = [Field.radios(f"goal_{key}", inline=True) for key, _ in self.sheet.goals]
            rows.append(Folded("Goals it was about", *goals))
        quote = ("quote_who", "quote_words", "quote_how", Field.checkboxes("quote_kept"))
        return [
            *rows,
            Folded("Words of somebody else in the family", *quote),
            Folded("When it ended; not to be shared", "ended", marks_row()),
        ]

    def _there(self) -> Folded:
        known = [Field.checkboxes("present")] if self.fields["present"].choices else []
        return Folded("Who else was there", *known, "present_other", "companion", "interpreting")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        said["is_later"] = LATER in self.data
        found = (said_of_child(self, said, child) for child in self.children())
        said["parts"] = [part for part in found if part]
        said["next"] = list(said_next(self, said))
        answers = (said_to(self, said, question) for question in self.sheet.questions)
        said["answers"] = [answer for answer in answers if answer]
        told = (said_of_planned(self, said, planned) for planned in self.sheet.to_ask)
        said["told"] = [each for each in told if each]
        for words in settled_meanwhile(self):
            self.add_error(None, f"Somebody asked this meanwhile. Copy what you need of your answer: “{words}”")
        said["goals"] = [(key, said[f"goal_{key}"]) for key, _ in self.sheet.goals if said.get(f"goal_{key}")]
        said["quote"] = self._quote(said)
        said["marks"] = said_marks(said)
        said["ended_at"] = self._ended(said)
        if not said.get("account") and not said["is_later"] and "account" not in self.errors:
            self.add_error("account", NO_ACCOUNT)
        if not self.homes:
            self.add_error(None, "There are no children in this record to visit.")
        elif not said["parts"] and not any(name.startswith("seen_") for name in self.errors):
            self.add_error(f"seen_{self.homes[0].children[0].pk}", "Choose how you saw at least one child.")
        return said

    def _quote(self, said: dict[str, Any]) -> tuple[int, str, str, Any] | None:
        who, words = said.get("quote_who"), said.get("quote_words")
        if words and not who and "quote_who" not in self.errors:
            self.add_error("quote_who", "Choose whose words they are.")
        if not words or not who:
            return None
        return int(who), words, said.get("quote_how") or "said", marks_of(said.get("quote_kept") or [])

    def _ended(self, said: dict[str, Any]) -> datetime | None:
        """When the visit ended, if it was said; for one of today that is written up later, now."""
        ended_at = moment_here(said.get("visited_on"), said.get("ended"))
        if ended_at and ended_at > self._at:
            self.add_error("ended", "Enter a time that has passed.")
        is_today = said.get("visited_on") == self.on
        return ended_at or (self._at if said["is_later"] and is_today else None)

    def children(self) -> Iterator[ChildHere]:
        """Every child the form asks about, those at home first."""
        for home in self.homes:
            yield from home.children

    def _legend(self, home: Home, place: int) -> str:
        if place:
            return f"Living elsewhere: {home.name}" if home.name else "Living elsewhere"
        return f"Whom did you see at {home.name}?" if home.name else "Whom did you see?"
