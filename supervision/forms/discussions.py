"""Forms about a family brought to a session, and what is said."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms

from camden.models import User
from camden.office.layout import Button, Field, Fieldset, Folded, PlainForm, Size, day_field
from camden.operations.versions import Overtaken
from supervision.models import AgreedAction, Discussion, DiscussionChild, Hypothesis
from supervision.readings import ChildAsked, UnheardLine
from supervision.rules.hypotheses import KeptBy
from supervision.rules.recorded import RISK_PARTS, SAYS, ChildsVoice
from supervision.rules.stages import MOST_KEPT
from supervision.rules.words import voice_asked

MOST_CONVERSATIONS = 6
NONE_KEPT = "none"  # said of a page that was shown with no idea kept: a page from before says nothing
RISK = tuple(name for name, *_ in RISK_PARTS)


class FamilyForm(PlainForm):
    """A family brought to a session. `families` are those that may be chosen; `people` who takes part."""

    save = "Bring this family"

    def __init__(
        self,
        *args: Any,
        families: Sequence[UnheardLine],
        people: Sequence[User],
        first: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        which = [(str(family.pk), _choice(family)) for family in families]
        self.fields["case"] = forms.ChoiceField(
            label="Which family?",
            help_text="Those not talked about for longest come first.",
            choices=[("", "Choose a family"), *which],
            initial=str(first or ""),
            error_messages={"required": "Choose a family."},
        )
        self.fields["presenter"] = forms.ChoiceField(
            label="Who presents?",
            choices=[("", "Choose who presents"), *((str(person.pk), person.name) for person in people)],
            error_messages={"required": "Choose who presents."},
        )
        self.fields["depth"] = forms.ChoiceField(
            label="How long for?",
            choices=Discussion.Depth.choices,
            initial=Discussion.Depth.DEEP,
            widget=forms.RadioSelect,
        )
        self.fields["reason"] = forms.ChoiceField(
            label="Why now?", choices=Discussion.Reason.choices, initial=Discussion.Reason.ROUTINE
        )

    def rows(self) -> list[Any]:
        return ["case", "presenter", Field.radios("depth", inline=True), "reason"]


class DiscussionForm(PlainForm):
    """What is said about one family, in the order in which it is said (REFERENCE 5.1). Nothing here is compulsory while
    people talk: what is missing is said when the session ends.

    `cleaned_data` has `conversations` as (key or None, what, why, first sentence, key of the keeper, day) and `voices`
    as `ChildsVoice`, `risk` by the columns of RISK_PARTS.
    """

    dilemma = forms.CharField(
        label="The dilemma", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    useful = forms.CharField(
        label="What would be most useful?", required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 2})
    )
    ideas = forms.CharField(label="Ideas, one to a line", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    safety = forms.CharField(
        label="Risk and safety",
        help_text="What is the worst that could really happen, how likely is it, what keeps the children safe tonight?"
        " In a few sentences, or part by part; the parts then stand together here.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    resonance = forms.CharField(
        label="What is different now?", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    minutes_spent = forms.IntegerField(
        label="Minutes we spent on this family", required=False, min_value=1, max_value=240
    )

    def __init__(
        self,
        *args: Any,
        discussion: Discussion,
        children: Sequence[ChildAsked],
        ideas: Sequence[Hypothesis],
        actions: Sequence[AgreedAction],
        keepers: Sequence[User],
        on: date,
        **kwargs: Any,
    ) -> None:
        self.discussion, self.children, self.actions = discussion, children, list(actions)
        self.known = [idea for idea in ideas if _may_be_kept(idea)]
        words = discussion.words
        initial = {name: getattr(words, name) for name in ("dilemma", "useful", "resonance", "safety", *RISK)}
        initial["minutes_spent"] = discussion.minutes_spent
        super().__init__(*args, initial=initial, on=on, version=words.version, **kwargs)
        who = discussion.presenter.name.split()[0]
        self.fields["dilemma"].help_text = f"In one sentence, as {who} puts it."
        self.fields["useful"].help_text = f"What {who} hopes to leave with."
        self.fields[
            "ideas"
        ].help_text = f"Tentative: perhaps, I wonder. They stay with the session; {who} takes up or leaves them."
        if self.known:
            self._ask_what_rang(who)
        self._ask_next(keepers)
        self._ask_voices()
        for name, label, _ in RISK_PARTS:
            self.fields[name] = forms.CharField(
                label=label, required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
            )

    def rows(self) -> list[Any]:
        steps: list[Any] = [self._step(f"{self.discussion.presenter.name} presents", "dilemma", "useful")]
        steps.append(
            self._step("The reflecting team wonders", "ideas", Button("bells", "Take these down", kind="secondary"))
        )
        if self.known:
            steps.append(self._step("What rang bells", Field.checkboxes("kept"), "resonance", css_id="bells"))
        steps += [self._next_conversation(number) for number in self._numbers()]
        voices = [f"{name}_{each.child.pk}" for each in self.children for name in ("voice", "kind", "source")]
        steps.append(self._step("If they were in the room", *[name for name in voices if name in self.fields]))
        steps.append(self._step("Where this leaves us", "safety", Folded("Part by part", *RISK)))
        return [*steps, "minutes_spent"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if len(said.get("kept", [])) > MOST_KEPT:
            self.add_error("kept", f"Keep at most {MOST_KEPT}. The others stay with the session.")
        if any(len(line) > 300 for line in said.get("ideas", "").splitlines()):
            self.add_error("ideas", "Keep each idea to one sentence: at most 300 characters to a line.")
        said["kept"] = [int(key) for key in said.get("kept", [])]
        before = said.get("kept_before", "")
        keys = [int(key) for key in before.split() if key.isascii() and key.isdigit() and len(key) < 18]
        said["kept_before"] = keys if before else None
        said["conversations"] = [self._conversation(number, said) for number in self._numbers()]
        said["voices"] = [self._voice(each, said) for each in self.children]
        said["risk"] = {name: said.get(name, "") for name in RISK}
        return said

    def as_it_is_now(self) -> Overtaken:
        """What somebody else saved meanwhile, in every answer: this form was made with the discussion as it is now."""
        asked = {name: field for name, field in self.fields.items() if name not in ("ideas", "kept", "kept_before")}
        now = {name: self.get_initial_for_field(field, name) for name, field in asked.items()}
        kept = {idea.pk: idea.text for idea in self.known if idea.status == Hypothesis.Status.KEPT}
        if set(kept) != set(self.cleaned_data.get("kept", [])):
            now["kept"] = "; ".join(kept.values())
        now = {name: "" if there is None else there for name, there in now.items()}
        theirs = SimpleNamespace(version=self.discussion.words.version, _meta=self.discussion.words._meta, **now)
        return Overtaken(theirs, frozenset(name for name, there in now.items() if there != self._mine(name)))

    def _mine(self, name: str) -> Any:
        mine = self.cleaned_data.get(name)
        return "" if mine is None else mine

    def _ask_what_rang(self, who: str) -> None:
        self.fields["kept"] = forms.MultipleChoiceField(
            label=f"Which does {who} want to keep?",
            help_text=f"At most {MOST_KEPT}. They are written on the file; the others are not.",
            choices=[(str(idea.pk), idea.text) for idea in self.known],
            initial=[str(idea.pk) for idea in self.known if idea.status == Hypothesis.Status.KEPT],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        stood = " ".join(str(idea.pk) for idea in self.known if idea.status == Hypothesis.Status.KEPT)
        self.fields["kept_before"] = forms.CharField(
            required=False, max_length=2000, initial=stood or NONE_KEPT, widget=forms.HiddenInput
        )

    def _ask_next(self, keepers: Sequence[User]) -> None:
        people = [("", "Choose who"), *((str(person.pk), person.name) for person in keepers)]
        for number in self._numbers():
            known = self.actions[number - 1] if number <= len(self.actions) else AgreedAction()
            self.fields[f"what_{number}"] = forms.CharField(
                label="Somebody will …", help_text="For example: ask Anisa who notices first when Mum is sad",
                required=False, max_length=300, initial=known.what,
            )  # fmt: skip
            self.fields[f"why_{number}"] = forms.CharField(label="Why", required=False, initial=known.why)
            self.fields[f"first_{number}"] = forms.CharField(
                label="How: the first sentence", required=False, initial=known.first_sentence
            )
            self.fields[f"keeper_{number}"] = forms.ChoiceField(
                label="Who", required=False, choices=people, initial=str(known.keeper_id or "")
            )
            self.fields[f"due_{number}"] = day_field(
                "By when", ask="the day by when", future=True, recent=False, required=False, initial=known.due_on
            )

    def _ask_voices(self) -> None:
        for each in self.children:
            child, on = each.child, self.discussion.held_on
            self.fields[f"voice_{child.pk}"] = forms.CharField(
                label=voice_asked(child.first_name, child.born_on, child.expected_on, on),
                required=False,
                initial=each.voice,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"source_{child.pk}"] = forms.CharField(
                label=f"How do we know this of {child.first_name}?", help_text=each.alone, required=False,
                max_length=200, initial=each.source,
            )  # fmt: skip
            if len(each.kinds) > 1:
                kinds = [(kind.value, kind.label) for kind in map(DiscussionChild.Kind, each.kinds)]
                self.fields[f"kind_{child.pk}"] = forms.ChoiceField(
                    label=f"Is this what {child.first_name} would say, or what we see?" if each.kinds[0] == SAYS
                    else f"Is this what we see of {child.first_name}, or what they will need?",
                    choices=kinds, initial=each.kind, required=False,
                )  # fmt: skip

    def _voice(self, each: ChildAsked, said: dict[str, Any]) -> ChildsVoice:
        key = each.child.pk
        kind = said.get(f"kind_{key}") or each.kind
        return ChildsVoice(key, said.get(f"voice_{key}", ""), said.get(f"source_{key}", ""), kind)

    def _numbers(self) -> range:
        """One more than there are, so that there is always room for another."""
        return range(1, min(len(self.actions) + 1, MOST_CONVERSATIONS) + 1)

    def _next_conversation(self, number: int) -> Fieldset:
        names = [f"{part}_{number}" for part in ("what", "why", "first", "keeper", "due")]
        first = "Next conversations" if number == 1 else "And another"
        return Fieldset(*names, legend=first, legend_size=Size.MEDIUM if number == 1 else Size.SMALL, css_class="step")

    def _conversation(
        self, number: int, said: dict[str, Any]
    ) -> tuple[int | None, str, str, str, int | None, date | None]:
        known = self.actions[number - 1].pk if number <= len(self.actions) else None
        what, keeper, due_on = (said.get(f"{part}_{number}") for part in ("what", "keeper", "due"))
        rest = [said.get(f"{part}_{number}") for part in ("why", "first")]
        if known is None and not what and any([keeper, due_on, *rest]) and f"what_{number}" not in self.errors:
            self.add_error(f"what_{number}", "Say what somebody will do.")
        if what and not keeper and f"keeper_{number}" not in self.errors:
            self.add_error(f"keeper_{number}", "Choose who will do it.")
        if due_on and due_on < self.discussion.held_on:
            self.add_error(f"due_{number}", "Choose a day after the session.")
        why, first = said.get(f"why_{number}", ""), said.get(f"first_{number}", "")
        return known, what or "", why, first, int(keeper) if keeper else None, due_on

    def _step(self, legend: str, *names: Any, **more: str) -> Fieldset:
        return Fieldset(*names, legend=legend, legend_size=Size.MEDIUM, css_class="step", **more)


def _may_be_kept(idea: Hypothesis) -> bool:
    """Whether the presenter may keep it or leave it: not one the supervisor keeps, and not one that went on."""
    status = Hypothesis.Status
    return idea.status in (status.PROPOSED, status.KEPT) and idea.kept_by != KeptBy.SUPERVISOR


def _choice(family: UnheardLine) -> str:
    return f"{family.name}: {'last discussed' if family.was_ever else 'not discussed,'} {_ago(family)}"


def _ago(family: UnheardLine) -> str:
    return f"{family.weeks} ago" if family.was_ever else f"open for {family.weeks}"
