"""The form in which the referrer, or a manager, answers the family's plan: all of it on one page, in one press."""

from collections.abc import Sequence
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Choice, Field, Fieldset, Folded, PlainForm, Size
from conferences.models import AgencyAnswer, MustHave, PlanResource
from conferences.readings.answering import ToAnswer
from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE
from conferences.rules.mandate import MayPromise
from conferences.rules.words import LookSaid, WishAnswered

_HINTS = {
    AGREED: "What we promised is each worker’s to do at once, and the plan is kept as it is.",
    AWAITING: "Say below what it waits for, and until when.",
    NOT_SAFE: "A manager decides this. The family reads which danger is left, and what would make it safe.",
}
_YES, _NO = "yes", "no"


class AnswerForm(PlainForm):
    """`here` is the plan, `answers` the codes this person may give, `managers` who may decide that a danger is left.

    `managers` is empty where a manager answers. `facts()` is what the operation takes.
    """

    save = "Give this answer"

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    answer = forms.ChoiceField(
        label="What do you answer the family?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you answer the family."},
    )
    words = forms.CharField(
        label="In words the family reads",
        help_text="If a danger is left, which one. If it waits, what for.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    will_change = forms.CharField(
        label="What would have to be different for a yes?",
        help_text="The family reads this, and knows what to do.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    decided_by = forms.ChoiceField(label="Which manager decided it?", required=False)

    def __init__(
        self, *args: Any, here: ToAnswer, answers: Sequence[str], managers: Sequence[User], **kwargs: Any
    ) -> None:
        self.here = here
        super().__init__(*args, initial={"version": here.written.version}, **kwargs)
        kinds = AgencyAnswer.Answer
        self.fields["answer"].choices = [Choice(code, kinds(code).label, hint=_HINTS[code]) for code in answers]
        self._managers = {str(person.pk): person for person in managers}
        self.fields["decided_by"].choices = [
            ("", "Choose who decided"),
            *((key, person.name) for key, person in self._managers.items()),
        ]
        if not managers:
            del self.fields["decided_by"]
        for must in here.must_haves:
            self._add_must_have(must)
        for wish in here.written.wishes:
            self._add_wish(wish, here.mandate.promises)

    def rows(self) -> list[Any]:
        musts = [
            Fieldset(
                Field.radios(f"must_{must.pk}", inline=True),
                f"must_how_{must.pk}",
                css_class="answer-line",
            )
            for must in self.here.must_haves
        ]
        wishes = [
            Fieldset(
                Field.radios(f"wish_{wish.pk}", inline=True),
                f"wish_cost_{wish.pk}",
                *([f"wish_of_{wish.pk}"] if f"wish_of_{wish.pk}" in self.fields else []),
                f"wish_reason_{wish.pk}",
                css_class="answer-line",
            )
            for wish in self.here.written.wishes
        ]
        parts = []
        if musts:
            title = "What must happen for the children to be safe"
            parts.append(Fieldset(*musts, legend=title, legend_size=Size.MEDIUM))
        if wishes:
            parts.append(Fieldset(*wishes, legend="What the family asks for", legend_size=Size.MEDIUM))
        decided = ["decided_by"] if "decided_by" in self.fields else []
        mine = [Field.radios("answer"), "words", Folded("If a danger is left", "will_change", *decided)]
        return ["version", *parts, Fieldset(*mine, legend="Your answer", legend_size=Size.MEDIUM)]

    def show_version(self, version: int) -> None:
        """The family changed its plan meanwhile: keep what was typed, for the plan as it is now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        for wish in self.here.written.wishes:
            if said.get(f"wish_{wish.pk}") == _NO and not said.get(f"wish_reason_{wish.pk}"):
                self.add_error(f"wish_reason_{wish.pk}", "Write why not, in words the family can read.")
        if said.get("answer") == NOT_SAFE:
            for name, problem in (
                ("words", "Name the danger that is left, in words the family can read."),
                ("will_change", "Write what would have to be different, so that the family knows what to do."),
            ):
                if not said.get(name):
                    self.add_error(name, problem)
            if "decided_by" in self.fields and not said.get("decided_by"):
                self.add_error("decided_by", "Choose the manager who decided it. If none has yet, let the plan wait.")
        if said.get("answer") == AWAITING and not said.get("words"):
            self.add_error("words", "Write what it waits for, in words the family can read.")
        return said

    def facts(self) -> dict[str, Any]:
        """What the operation takes."""
        said = self.cleaned_data
        is_unsafe = said["answer"] == NOT_SAFE
        return {
            "answer": said["answer"],
            "words": said["words"],
            "will_change": said["will_change"] if is_unsafe else "",
            "decided_by": self._managers.get(said.get("decided_by", "")) if is_unsafe else None,
            "version": said["version"] or 0,
            "looks": [self._look(must, said) for must in self.here.must_haves],
            "wishes": [self._answered(wish, said) for wish in self.here.written.wishes],
        }

    def _add_must_have(self, must: MustHave) -> None:
        before = self.here.looks.get(must.pk)
        self.fields[f"must_{must.pk}"] = forms.ChoiceField(
            label=must.words,
            choices=[(_YES, "The plan does this"), (_NO, "Not yet")],
            widget=forms.RadioSelect,
            required=False,
            initial=(_YES if before.is_met else _NO) if before else None,
        )
        self.fields[f"must_how_{must.pk}"] = forms.CharField(
            label="How?", required=False, max_length=500, initial=before.how if before else ""
        )

    def _add_wish(self, wish: PlanResource, promises: Sequence[MayPromise]) -> None:
        before = self.here.wishes.get(wish.pk)
        support = ", as family network support" if wish.is_network_support else ""
        self.fields[f"wish_{wish.pk}"] = forms.ChoiceField(
            label=wish.what,
            help_text=f"About £{wish.cost:,}{support}" if wish.cost else support.lstrip(", ").capitalize(),
            choices=[(_YES, "Agreed"), (_NO, "No, because")],
            widget=forms.RadioSelect,
            required=False,
            initial=(_YES if before.is_agreed else _NO) if before else None,
        )
        self.fields[f"wish_cost_{wish.pk}"] = forms.IntegerField(
            label="Up to, in pounds",
            required=False,
            min_value=0,
            max_value=1_000_000,
            initial=before.cost if before and before.is_agreed else wish.cost,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
        )
        if promises:
            only = promises[0].what if len(promises) == 1 else ""
            self.fields[f"wish_of_{wish.pk}"] = forms.ChoiceField(
                label="Which of the things that may be promised is it?",
                required=False,
                choices=[("", "Something else: it waits for a manager"), *((one.what, one.what) for one in promises)],
                initial=before.of if before else only,
            )
        self.fields[f"wish_reason_{wish.pk}"] = forms.CharField(
            label="Why not, or what goes with it", required=False, max_length=500,
            initial=before.reason if before else "",
        )  # fmt: skip

    def _look(self, must: MustHave, said: dict[str, Any]) -> LookSaid:
        is_met = {_YES: True, _NO: False}.get(said[f"must_{must.pk}"])
        return LookSaid(must.pk, is_met, said[f"must_how_{must.pk}"])

    def _answered(self, wish: PlanResource, said: dict[str, Any]) -> WishAnswered:
        return WishAnswered(
            wish.pk,
            {_YES: True, _NO: False}.get(said[f"wish_{wish.pk}"]),
            cost=said[f"wish_cost_{wish.pk}"] or 0,
            of=said.get(f"wish_of_{wish.pk}", ""),
            reason=said[f"wish_reason_{wish.pk}"],
        )
