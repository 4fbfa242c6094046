"""Forms of listening: three questions to answer, a round, links for partners, a promise, what was said and done."""

import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from camden.office.layout import Button, Choice, Div, Field, Folded, PlainForm, day_field
from camden.rules.names import day_in_words
from training.models import Promise, Question
from training.rules.listening import LONGEST, QUESTIONS, Answer, Did, Whose

MOST_WORDS = 2000
MOST_LINKS = 60


class AnswerForm(PlainForm):
    """Three questions: one press each, and words if somebody wants to. What is left open is left open."""

    save = "Send"

    # Who sends, and a digest of what, is noted so that nothing is sent twice. With a number nobody keeps in it, nobody
    # can try out the few answers there are until the digest fits.
    lot = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        kwargs["initial"] = {"lot": uuid.uuid4().hex} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self._questions = questions
        for each in questions:
            self.fields[f"answer_{each.pk}"] = forms.ChoiceField(
                label=each.words,
                choices=[(answer.value, answer.value) for answer in Answer],
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"words_{each.pk}"] = forms.CharField(
                label="In your words",
                help_text="No names, yours neither: others may read it as you wrote it.",
                required=False,
                max_length=MOST_WORDS,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def rows(self) -> list[Any]:
        found: list[Any] = ["lot"]
        for each in self._questions:
            words = Folded("Say more, if you like", f"words_{each.pk}")
            found += [Field.radios(f"answer_{each.pk}", inline=True), words]
        return found

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for each in self._questions:
            if said.get(f"words_{each.pk}") and not said.get(f"answer_{each.pk}"):
                self.add_error(f"answer_{each.pk}", "Choose one of the four as well, so that your words are counted.")
        if not self.errors and not self.said:
            self.add_error(f"answer_{self._questions[0].pk}", "Answer one of them, or leave it for this time.")
        return said

    @property
    def said(self) -> dict[int, tuple[Answer, str]]:
        """What the operation takes."""
        return {
            each.pk: (Answer(answer), self.cleaned_data.get(f"words_{each.pk}") or "")
            for each in self._questions
            if (answer := self.cleaned_data.get(f"answer_{each.pk}"))
        }


class RoundForm(PlainForm):
    """A round: its days, and three questions with the promise each asks about."""

    save = "Plan it"

    opens_on = day_field("First day people can answer", ask="the first day", recent=False, future=True)
    closes_on = day_field("Last day, until midnight", ask="the last day", recent=False, future=True)

    def __init__(self, *args: Any, promises: Sequence[Promise], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._promises = {str(each.pk): each for each in promises}
        for place in range(1, QUESTIONS + 1):
            self.fields[f"promise_{place}"] = forms.ChoiceField(
                label="Which promise is it about?",
                choices=[("", "Choose a promise"), *((key, each.words) for key, each in self._promises.items())],
                error_messages={"required": "Choose the promise it asks about."},
            )
            self.fields[f"words_{place}"] = forms.CharField(
                label=f"Question {place}",
                help_text="One that can be answered with yes, mostly, seldom or no." if place == 1 else "",
                max_length=300,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": "Write the question. A round has three."},
            )

    def rows(self) -> list[Any]:
        asked = [f"{what}_{place}" for place in range(1, QUESTIONS + 1) for what in ("words", "promise")]
        return ["opens_on", "closes_on", *asked]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and self.on and opens <= self.on:
            self.add_error("opens_on", "Enter tomorrow or a later day, so that nobody answers while you write.")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Enter a last day that is not before the first.")
        if opens and closes and closes > opens + LONGEST:
            latest = day_in_words(opens + LONGEST)
            self.add_error("closes_on", f"Enter {latest} or an earlier day: what people said waits for it.")
        for place in range(1, QUESTIONS + 1):
            promise = self._promises.get(said.get(f"promise_{place}") or "")
            if opens and promise and not _holds(promise, opens):
                self.add_error(f"promise_{place}", f"It does not hold on {day_in_words(opens)}. Choose another.")
        return said

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        said = self.cleaned_data
        questions = [
            (self._promises[said[f"promise_{place}"]], said[f"words_{place}"]) for place in range(1, QUESTIONS + 1)
        ]
        return {"opens_on": said["opens_on"], "closes_on": said["closes_on"], "questions": questions}


class LinksForm(PlainForm):
    """E-mail addresses of partners, one in a line."""

    save = "Make the links"

    emails = forms.CharField(
        label="Whom do you send it to?",
        help_text="One e-mail address in a line. Each gets its own link, which answers once. We keep none of them.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter at least one e-mail address."},
    )

    def clean_emails(self) -> list[str]:
        """Each address once."""
        found = [line.strip() for line in self.cleaned_data["emails"].splitlines() if line.strip()]
        if len(found) > MOST_LINKS:
            raise ValidationError(f"Make {MOST_LINKS} at a time.")
        for each in found:
            try:
                validate_email(each)
            except ValidationError as error:
                raise ValidationError(f"“{each[:60]}” is no e-mail address, like name@example.com.") from error
        return list(dict.fromkeys(each.lower() for each in found))


class PromiseForm(PlainForm):
    """A new promise."""

    save = "Promise it"

    whose = forms.ChoiceField(
        label="Whom do you promise it to?",
        choices=[
            (Whose.FAMILIES.value, "Families"),
            (Whose.STAFF.value, "Staff: a line of the charter"),
            (Whose.PARTNERS.value, "Schools, health and police"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whom you promise it to."},
    )
    words = forms.CharField(
        label="What do you promise?",
        help_text="In words they would use: “You keep your worker as long as we possibly can.”",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what you promise."},
    )
    from_on = day_field("From which day?", ask="the day it begins", future=True)

    def rows(self) -> list[Any]:
        return [*(["whose"] if "whose" in self.fields else []), "words", Field.radios("from_on")]

    def clean_from_on(self) -> date:
        """Today or later: nobody was promised something yesterday."""
        day: date = self.cleaned_data["from_on"]
        if self.on and day < self.on:
            raise ValidationError("Enter today or a day to come: nobody was promised it before.")
        return day


class RewordForm(PromiseForm):
    """A promise in other words."""

    save = "Keep it"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["whose"]


class PromiseEndForm(PlainForm):
    """A promise that is held no more."""

    save = "End it"

    until_on = day_field("From which day is it no promise any more?", ask="that day", future=True)

    def rows(self) -> list[Any]:
        return [Field.radios("until_on")]

    def clean_until_on(self) -> date:
        """Today or later."""
        day: date = self.cleaned_data["until_on"]
        if self.on and day < self.on:
            raise ValidationError("Enter today or a day to come.")
        return day


class YouSaidForm(PlainForm):
    """Something people said, in the service's own words, and what was done about it."""

    save = ""

    heard = forms.MultipleChoiceField(
        label="Which question was it heard in?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the question it was heard in."},
    )
    words = forms.CharField(
        label="What did people say?",
        help_text="In your own words, so that nobody is known by theirs.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what people said."},
    )
    did = forms.ChoiceField(
        label="And you?", choices=[(each.value, each.value) for each in Did], widget=forms.RadioSelect, required=False
    )
    what = forms.CharField(
        label="What, or why not?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    will_by_on = day_field(
        "By when? Only for what you will do",
        ask="the day by which it is done",
        recent=False,
        future=True,
        required=False,
    )

    def __init__(self, *args: Any, questions: Sequence[Question], is_told: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._questions = {str(each.pk): each for each in questions}
        self._is_told = is_told
        self.fields["heard"].choices = [  # type: ignore[attr-defined]
            Choice(key, each.words, hint=f"Asked until {day_in_words(each.survey.closes_on)}")
            for key, each in self._questions.items()
        ]

    def rows(self) -> list[Any]:
        asked = ["heard", "words", Field.radios("did"), "what", "will_by_on"]
        if self._is_told:
            return [*asked, Button("tell", "Tell everybody anew")]
        draft = Button("draft", "Keep it as a draft", kind="secondary")
        return [*asked, Div(draft, Button("tell", "Tell everybody"), css_class="govuk-button-group")]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.is_telling:
            if not said.get("did") and "did" not in self.errors:
                self.add_error("did", "Say whether you did it, will do it, or cannot.")
            if not said.get("what") and "what" not in self.errors:
                self.add_error("what", "Say what you did, will do, or cannot do and why.")
        will_by = said.get("will_by_on")
        if said.get("did") == Did.WILL and "will_by_on" not in self.errors:
            if not will_by and self.is_telling:
                self.add_error("will_by_on", "Say by when.")
            elif will_by and self.on and will_by < self.on:
                self.add_error("will_by_on", "Enter today or a day to come, or say what became of it.")
        return said

    @property
    def is_telling(self) -> bool:
        """Whether everybody is told."""
        return "tell" in self.data

    @property
    def said(self) -> dict[str, Any]:
        """What the operation takes."""
        said = {name: self.cleaned_data[name] for name in ("words", "did", "what", "will_by_on")}
        heard = [self._questions[key] for key in self.cleaned_data["heard"]]
        return said | {"heard": heard, "is_told": self.is_telling}


def _holds(promise: Promise, on: date) -> bool:
    return promise.from_on <= on and (promise.until_on is None or promise.until_on > on)
