"""Planned questions on the form for a visit: asked and answered, not today, or not any more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from camden.office.layout import Div, Field, Folded, PlainForm, Size
from camden.rules.names import day_in_words
from cases.forms.visit_pieces import ASKED, NOT_TODAY, kept_from, line, marks_of, pick, text
from cases.readings.visit_sheet import Choice, ToAsk
from cases.rules.audience import Marks

ASIDE = "aside"


@dataclass(frozen=True)
class ToldOf:
    """What came of a planned question: the answer and whose words it is, or why nobody will ask any more."""

    pk: int
    answer: str = ""
    speaker: int | None = None
    marks: Marks = Marks()  # noqa: RUF009 - frozen
    why_not: str = ""


def ask_planned(form: PlainForm, one: ToAsk, everybody: Sequence[Choice], adults: Sequence[Choice]) -> None:
    """The card of one planned question. Nothing is chosen: untouched, it waits for the next visit."""
    key = one.pk
    form.fields[f"told_{key}"] = forms.ChoiceField(
        label=f"Ask {one.whom}: {one.what}",
        help_text=_hint(one),
        choices=[(ASKED, "Asked"), (NOT_TODAY, "Not today"), (ASIDE, "Not any more")],
        widget=forms.RadioSelect,
        required=False,
    )
    answer = text("What was answered, or how it was met", rows=2)
    answer.widget.attrs |= {"class": "words", "placeholder": " "}
    form.fields[f"telling_{key}"] = answer
    people = [(str(pk), name) for pk, name in everybody]
    form.fields[f"teller_{key}"] = pick("Are these somebody’s own words?", people, "No, mine")
    form.fields[f"tellingkept_{key}"] = kept_from("The answer is not to be shared with", adults)
    form.fields[f"aside_{key}"] = line("Not any more, because …", most=300)


def planned_card(one: ToAsk) -> Div:
    """One planned question as a card at the top of the form."""
    key = one.pk
    kept = Folded("Not to be shared", Field.checkboxes(f"tellingkept_{key}"))
    answer = Div(
        Div(f"telling_{key}", css_class="said"), Div(f"teller_{key}", kept, css_class="of-words"), css_class="answer"
    )
    ask = Field.radios(f"told_{key}", legend_size=Size.SMALL, inline=True)
    return Div(ask, answer, Div(f"aside_{key}", css_class="if-aside"), css_class="question")


def said_of_planned(form: PlainForm, said: dict[str, Any], one: ToAsk) -> ToldOf | None:
    """What came of a planned question; None while it waits. Contradictions are errors beside the field."""
    key = one.pk
    told, words, teller, why = (said.get(f"{part}_{key}") or "" for part in ("told", "telling", "teller", "aside"))
    if words and told != ASKED:
        form.add_error(f"told_{key}", "Choose “Asked”, or take out the answer.")
    elif why and told != ASIDE:
        form.add_error(f"told_{key}", "Choose “Not any more”, or take out the reason.")
    elif told == ASKED:
        return _answered(form, said, one, ToldOf(key, words, int(teller or 0) or None, _marks(said, key)))
    elif told == ASIDE:
        if why:
            return ToldOf(key, why_not=why)
        form.add_error(f"aside_{key}", "Write why, even if it is one line.")
    return None


def settled_meanwhile(form: PlainForm) -> Iterator[str]:
    """Answers that were typed to questions which somebody else asked, or put aside, while this form was open."""
    for name in form.data:
        if name.startswith("telling_") and name not in form.fields and (words := form.data[name].strip()):
            yield words


def _answered(form: PlainForm, said: dict[str, Any], one: ToAsk, told: ToldOf) -> ToldOf | None:
    on = said.get("visited_on")
    if on and on < one.planned_on:
        planned = day_in_words(one.planned_on)
        form.add_error(f"told_{one.pk}", f"This was planned on {planned}, after that visit. Check the day.")
    if not told.answer:
        form.add_error(f"telling_{one.pk}", "Write what was answered. Silence is an answer too: how was it met?")
    return told if told.answer else None


def _marks(said: dict[str, Any], key: int) -> Marks:
    return marks_of(said.get(f"tellingkept_{key}") or [])


def _hint(one: ToAsk) -> str:
    begin = f"Begin: “{one.first_sentence}” " if one.first_sentence.strip() != one.what.strip() else ""
    return f"{begin}{one.planned_in} · {one.asker}, by {day_in_words(one.by_on)}"
