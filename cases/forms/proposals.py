"""The forms in which a manager decides a proposed change of worker, names somebody else, or pays for fairer shares."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Field, PlainForm
from cases.forms.deciding import WISHES, add_decision, decision_rows, said_decision
from cases.models import ProposedMove
from cases.readings.decisions import Hearing
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.deciding import Decided

ACCEPT, LEAVE = "accept", "leave"


class DecisionForm(PlainForm):
    """Accept, after talking with the worker or because it is urgent; or leave things as they are, and say why.

    `reason` is asked only of a change of worker; `hearing` is given where somebody leads now. `cleaned_data["because"]`
    belongs to urgent, or to leaving.
    """

    save = "Decide"

    answer = forms.ChoiceField(label="What do you decide?", widget=forms.RadioSelect)
    spoken = forms.ChoiceField(
        label="Have you talked about it with the worker who would take this on?",
        choices=[choice for choice in ProposedMove.Spoken.choices if choice[0]],
        widget=forms.RadioSelect,
        required=False,
    )
    reason = forms.ChoiceField(
        label="Why does the worker change?",
        choices=[("", "Choose a reason"), *WORKER_CHANGE_REASON.items()],
        required=False,
    )
    because = forms.CharField(
        label="Why is it urgent, or why do you leave things as they are?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=2000,
    )

    def __init__(
        self,
        *args: Any,
        to_name: str,
        asks_reason: bool,
        on: date,
        suggested: str = "",
        hearing: Hearing | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("reason", suggested)
        super().__init__(*args, on=on, **kwargs)
        self.fields["answer"].choices = [
            (ACCEPT, f"{to_name} becomes lead worker"),
            (LEAVE, "Leave things as they are"),
        ]
        if not asks_reason:
            del self.fields["reason"]
        self._asked, self._hearing, self._to = list(self.fields), hearing, to_name
        if hearing:
            add_decision(self, hearing, kind="worker", asks=("why", "rather"), optional=True)

    def rows(self) -> list[Any]:
        first = [Field.radios(name) if name in ("answer", "spoken") else Field(name) for name in self._asked]
        return [*first, *decision_rows(self, WISHES)] if self._hearing else first

    def decided(self, names: str) -> Decided | None:
        """What these children and their parents wish about their worker; None where nobody leads now."""
        if not self._hearing:
            return None
        return said_decision(self.cleaned_data, what=f"{self._to} becomes lead worker of {names}.", on=self.on)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        answer, spoken, because = said.get("answer"), said.get("spoken"), said.get("because", "").strip()
        if answer == ACCEPT and not spoken and "spoken" not in self.errors:
            self.add_error("spoken", "Talk with the worker first, or say that it is urgent.")
        if answer == ACCEPT and spoken == ProposedMove.Spoken.URGENT and not because:
            self.add_error("because", "Say why it cannot wait until you have talked.")
        if answer == ACCEPT and "reason" in self.fields and not said.get("reason") and "reason" not in self.errors:
            self.add_error("reason", "Choose why the worker changes.")
        if answer == LEAVE and not because and "because" not in self.errors:
            self.add_error("because", "Say in a few words why you leave things as they are.")
        return said


class AdjustForm(PlainForm):
    """Somebody else to lead for these children, and why; the rest is looked at again around it.

    `could` are (key, words) of everybody who may be asked, by name.
    """

    save = "Plan with this worker"

    to = forms.ChoiceField(label="Who else could lead for them?", widget=forms.RadioSelect)
    because = forms.CharField(
        label="Why them?",
        help_text="The family, the worker or you may have said something that no figure knows.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=400,
    )

    def __init__(self, *args: Any, could: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(str(key), words) for key, words in could]

    def rows(self) -> list[Any]:
        return [Field.radios("to"), Field("because")]


class BuyForm(PlainForm):
    """How many weighted changes of worker fairer shares are worth; nothing is chosen before somebody chooses.

    `prices` are (budget, words), those that cost something.
    """

    save = "Look for changes within this"

    budget = forms.ChoiceField(label="How much change would you ask of families for it?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, prices: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["budget"].choices = [(str(budget), words) for budget, words in prices]

    def rows(self) -> list[Any]:
        return [Field.radios("budget")]
