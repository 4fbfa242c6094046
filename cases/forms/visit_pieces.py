"""Parts of the form for a visit: what is asked about each child, what happens next, questions agreed before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.template.loader import render_to_string

from camden.office.layout import Div, Field, Folded, PlainForm, Size, day_field
from cases.forms.marks import FAMILY
from cases.readings.homes import ChildHere
from cases.readings.visit_sheet import Choice, Question
from cases.rules.audience import Marks
from cases.rules.recording import QUOTE_HOW
from cases.rules.visit_prompts import SYSTEMIC, prompts

LONGEST_WORDS = 4000  # characters: what somebody said in one visit; the account holds a hundred thousand
ROWS = 3  # of what happens next; more can be agreed from the page of the family
NAMED = 12  # children whose chips the style sheet knows by number; what is asked of others is always open
ASKED, NOT_TODAY = "asked", "not-today"


@dataclass(frozen=True)
class ChildSaid:
    """What the form says of one child."""

    pk: int
    seen: str
    chose_company: bool
    saw_bedroom: bool | None
    why_not: str
    words: str
    how: str
    marks: Marks


@dataclass(frozen=True)
class NextSaid:
    """One thing that happens next: who keeps it by key, to whom in the family it was promised by name."""

    what: str
    keeper: int
    due_on: date | None
    promised_to: str


@dataclass(frozen=True)
class AnswerSaid:
    """A question that was asked: key of its action; who answered and their words, if somebody did."""

    action: int
    speaker: int | None
    words: str
    marks: Marks


class Prompts:
    """Hints beside the account: plain text, which only a tap takes into the words."""

    fields: tuple[str, ...] = ()

    def __init__(self, purpose: str = "") -> None:
        """`purpose` is that of a visit where the form does not ask for it."""
        self._purpose = purpose

    def render(self, form: forms.BaseForm, context: Any, template_pack: str = "", **_: Any) -> str:
        """Drawn from constants."""
        known = {"prompts": prompts(), "systemic": SYSTEMIC, "purpose": self._purpose}
        return render_to_string("cases/_visit_prompts.html", known)


def text(label: str, *, rows: int = 2, most: int = LONGEST_WORDS, hint: str = "") -> forms.CharField:
    """A text nobody has to write."""
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=most, widget=forms.Textarea(attrs={"rows": rows})
    )


def line(label: str, *, most: int, hint: str = "") -> forms.CharField:
    """A line nobody has to write."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=most)


def pick(label: str, choices: Sequence[tuple[str, str]], none: str, initial: str = "") -> forms.ChoiceField:
    """One of a list, or what `none` says."""
    return forms.ChoiceField(label=label, choices=[("", none), *choices], required=False, initial=initial)


def how_said(label: str) -> forms.ChoiceField:
    """In what way words were said."""
    return forms.ChoiceField(label=label, choices=list(QUOTE_HOW.items()), initial="said", required=False)


def kept_from(label: str, people: Sequence[Choice]) -> forms.MultipleChoiceField:
    """From whom words are kept: nobody is ticked."""
    choices = [(FAMILY, "The family"), *((str(key), name) for key, name in people)]
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple)


def marks_of(chosen: Sequence[str]) -> Marks:
    """The marks that were ticked."""
    return Marks(FAMILY in chosen, tuple(sorted(int(key) for key in chosen if key != FAMILY)))


def ask_of_child(form: PlainForm, child: ChildHere, people: Sequence[Choice]) -> None:
    """Fields about one child. Nothing is chosen: an untouched child is not spoken of."""
    key, name = child.pk, child.name
    form.fields[f"seen_{key}"] = forms.ChoiceField(
        label=name, choices=child.ways, widget=forms.RadioSelect, required=False
    )
    if child.is_asked_alone:
        form.fields[f"company_{key}"] = forms.BooleanField(label=f"{name} chose not to be seen alone", required=False)
    if child.asks_for:
        form.fields[f"bedroom_{key}"] = forms.ChoiceField(
            label=f"Did you see where {name} sleeps?",
            choices=[("yes", "Yes"), ("no", "No")],
            widget=forms.RadioSelect,
            required=False,
        )
        form.fields[f"why_{key}"] = line(f"Why was {name} not seen?", most=200)
        words = text(child.asks_for, rows=1)
        words.widget.attrs |= {"class": "words", "placeholder": " "}
        form.fields[f"words_{key}"] = words
        form.fields[f"how_{key}"] = how_said(f"How did {name} say it?")
        form.fields[f"kept_{key}"] = kept_from(f"{name}’s words are not to be shared with", people)


def chips(child: ChildHere, number: int) -> Div:
    """The row of chips of one child."""
    row = Field.radios(f"seen_{child.pk}", legend_size=Size.SMALL, inline=True)
    return Div(row, css_class=f"seen seen-{number}" if number <= NAMED else "seen")


def about(form: PlainForm, child: ChildHere, number: int) -> Div:
    """What else is asked of a child: shown once something was chosen, by the style sheet alone."""
    key = child.pk
    rows: list[Any] = []
    if f"company_{key}" in form.fields:
        rows.append(Div(f"company_{key}", css_class="if-seen"))
    if child.asks_for:
        rows += [
            Div(Field.radios(f"bedroom_{key}", legend_size=Size.SMALL, inline=True), css_class="if-home"),
            Div(f"why_{key}", css_class="if-not-seen"),
            Div(Field(f"words_{key}"), css_class="said"),
            Div(f"how_{key}", Folded("Not to be shared", Field.checkboxes(f"kept_{key}")), css_class="of-words"),
        ]
    has_errors = any(form[name].errors for name in form.fields if name.endswith(f"_{key}"))
    shown = " about--open" if has_errors else ""
    return Div(*rows, css_class=f"about about-{number}{shown}" if number <= NAMED else "about about--open")


def said_of_child(form: PlainForm, said: dict[str, Any], child: ChildHere) -> ChildSaid | None:
    """What was said of a child; None for one nothing was chosen for. Contradictions are errors beside the field."""
    key, name = child.pk, child.name
    seen, words, why = (said.get(f"{part}_{key}") or "" for part in ("seen", "words", "why"))
    if not seen:
        if words:
            form.add_error(f"seen_{key}", f"Choose how you saw {name}, or take out the words beneath.")
        elif why:
            form.add_error(f"seen_{key}", f"Choose how you saw {name}, or take out the reason beneath.")
        return None
    if why and seen != "not-seen":
        form.add_error(f"why_{key}", f"You chose that {name} was seen. Take this out, or choose “Not seen”.")
    bedroom = said.get(f"bedroom_{key}") if seen != "not-seen" and said.get("kind") == "home" else ""
    return ChildSaid(
        pk=key,
        seen=seen,
        chose_company=bool(said.get(f"company_{key}")) and seen == "with-others",
        saw_bedroom={"yes": True, "no": False}.get(bedroom or ""),
        why_not=why if seen == "not-seen" else "",
        words=words,
        how=said.get(f"how_{key}") or "said",
        marks=marks_of(said.get(f"kept_{key}") or []),
    )


def ask_next(form: PlainForm, keepers: Sequence[Choice], me: int, people: Sequence[Choice]) -> None:
    """Three empty rows of what happens next."""
    names = [(name.split(",")[0], name.split(",")[0]) for _, name in people]
    for number in range(1, ROWS + 1):
        form.fields[f"what_{number}"] = line("What will be done?", most=300)
        form.fields[f"keeper_{number}"] = forms.ChoiceField(
            label="Who does it?", required=False, choices=[(str(key), who) for key, who in keepers], initial=str(me)
        )
        form.fields[f"due_{number}"] = day_field(
            "By when?", ask="the day by when", future=True, recent=False, required=False
        )
        form.fields[f"promised_{number}"] = pick("Promised to", list(dict.fromkeys(names)), "Nobody in particular")


def next_rows(form: PlainForm) -> Folded:
    """What happens next, folded away while it is empty."""
    rows = [
        Div(f"what_{n}", f"keeper_{n}", f"due_{n}", f"promised_{n}", css_class="next__one") for n in range(1, ROWS + 1)
    ]
    return Folded("What happens next", *rows, css_class="next")


def said_next(form: PlainForm, said: dict[str, Any]) -> Iterator[NextSaid]:
    """What was agreed. Half a row is an error beside what it lacks."""
    for n in range(1, ROWS + 1):
        what, keeper, due_on, promised = (said.get(f"{part}_{n}") for part in ("what", "keeper", "due", "promised"))
        if what:
            if due_on and said.get("visited_on") and due_on < said["visited_on"]:
                form.add_error(f"due_{n}", "Choose a day after the visit.")
            if keeper:
                yield NextSaid(what, int(keeper), due_on, promised or "")
            elif f"keeper_{n}" not in form.errors:
                form.add_error(f"keeper_{n}", "Choose who will do it.")
        elif (due_on or promised) and f"what_{n}" not in form.errors:
            form.add_error(f"what_{n}", "Write what will be done, or take out the rest of this row.")


def ask_question(form: PlainForm, question: Question, everybody: Sequence[Choice], adults: Sequence[Choice]) -> None:
    """The card of one question agreed before: asked or not today, and the answer in their words."""
    key, of = question.pk, [(str(pk), name) for pk, name in question.of]
    form.fields[f"asked_{key}"] = forms.ChoiceField(
        label=f"{_whom(question)}“{question.sentence}”",
        help_text=question.agreed_in,
        choices=[(ASKED, "Asked"), (NOT_TODAY, "Not today")],
        widget=forms.RadioSelect,
        required=False,
    )
    answer = text("The answer, in their words", rows=1)
    answer.widget.attrs |= {"class": "words", "placeholder": " "}
    form.fields[f"answer_{key}"] = answer
    others = [(str(pk), name) for pk, name in everybody if (str(pk), name) not in of]
    initial = of[0][0] if len(of) == 1 else ""
    form.fields[f"answerer_{key}"] = pick("Whose answer?", of + others, "Choose one", initial)
    form.fields[f"answerkept_{key}"] = kept_from("The answer is not to be shared with", adults)


def question_card(question: Question) -> Div:
    """One question as a card at the top of the form."""
    key = question.pk
    kept = Folded("Not to be shared", Field.checkboxes(f"answerkept_{key}"))
    more = Div(f"answerer_{key}", kept, css_class="of-words")
    ask = Field.radios(f"asked_{key}", legend_size=Size.SMALL, inline=True)
    return Div(ask, Div(Div(f"answer_{key}", css_class="said"), more, css_class="answer"), css_class="question")


def said_to(form: PlainForm, said: dict[str, Any], question: Question) -> AnswerSaid | None:
    """What came of a question; None if it was not asked."""
    key = question.pk
    asked, words, speaker = (said.get(f"{part}_{key}") or "" for part in ("asked", "answer", "answerer"))
    if words and asked != ASKED:
        form.add_error(f"asked_{key}", "Choose “Asked”, or take out the answer.")
        return None
    if asked != ASKED:
        return None
    if words and not speaker:
        form.add_error(f"answerer_{key}", "Choose whose answer it is.")
    return AnswerSaid(key, int(speaker) if speaker else None, words, marks_of(said.get(f"answerkept_{key}") or []))


def _whom(question: Question) -> str:
    """Whom the sentence is for: one child by name, else as it was agreed. What is about every child may be for Dad."""
    names = [name for _, name in question.of]
    return f"Ask {names[0]}: " if len(names) == 1 else f"{question.what.rstrip('.')}: "
