"""The questions of a decision that affects a family, in every form that decides: what else there was, who was heard.

Short by default: each person is one line to unfold, and what is on the record already stands there to be taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from camden.office.layout import Div, Field, Fieldset, Folded, PlainForm, Size, day_field
from cases.forms.asking import words
from cases.forms.marks import FAMILY, as_ticked
from cases.readings.decisions import Hearing, SaidBefore
from cases.rules.audience import Marks
from cases.rules.deciding import FORMALITY, HEARD_HOW, NOT_YET, Decided, Heard, Option, Person

OTHER = "other"  # somebody who is heard and is not of the record
# Why a decision could not wait, at one tap.
URGENT = {
    "safety": "Somebody would not have been safe until then.",
    "limit": "The law or a court sets the day.",
    "asked": "The family asked us not to wait.",
    OTHER: "Another reason",
}
LEAST = {
    "worker": (
        "What would it take for them to keep their worker?",
        "Write what it would take for them to keep their worker.",
    ),
    "placement": (
        "What is the least that could be enough for them to stay where they are, or with their own people?",
        "Write the least that could be enough for them to stay where they are, or with their own people.",
    ),
}
"""The question of the least formal way, by what is decided, and what to do without an answer."""
LEAST_FORMAL = (
    "What is the least formal help that could be enough?",
    "Write the least formal help that could be enough.",
)
# With these, words that stand elsewhere in the form are theirs: "" while nobody has said how.
IN_WORDS = ("in-person", "phone", "written", "advocate", "interpreter", "recorded")
WISHES = "What they wish about their worker, and what it changed"
_SEEN = "What did they say? Of a baby: how they are, as you saw it."
_SAID = "What did they say?"


def add_decision(
    form: PlainForm,
    hearing: Hearing,
    *,
    kind: str = "",
    optional: bool = False,
    asks: Sequence[str] = ("what", "why", "rather"),
) -> None:
    """Give a form the questions of a decision of `kind`, with the latest words of whoever must be heard.

    `asks` which of "what", "why" and "rather" the form does not ask itself. `optional`: the operation says what is
    missing.
    """
    said = {each.member: each for each in hearing.before}
    asked = _questions(kind, asks, optional=optional)
    for key, name, is_child in hearing.people:
        asked |= _of_person(str(key), name, said.get(key), hearing.names, is_child=is_child)
    asked["heard_other_by"] = forms.CharField(label="Who else was heard?", required=False, max_length=120)
    asked |= _of_person(OTHER, "them", None, hearing.names)
    form.fields |= asked
    form.decision_people = hearing.people  # type: ignore[attr-defined]
    form.decision_before = said  # type: ignore[attr-defined]


def decision_rows(form: PlainForm, legend: str = "Who was heard, and what it changed") -> list[Any]:
    """The questions as rows of the form's layout."""
    people: tuple[Person, ...] = form.decision_people  # type: ignore[attr-defined]
    said: dict[int, SaidBefore] = form.decision_before  # type: ignore[attr-defined]
    first = [name for name in ("decided_what", "decided_why") if name in form.fields]
    each = [_folded(name, str(key), said.get(key)) for key, name, _ in people]
    return [
        *first,
        Fieldset(
            Field("least_formal"),
            Field("why_not_least"),
            *([Field("family_would_rather")] if "family_would_rather" in form.fields else []),
            Folded(
                "How formal it is, and what else was thought about",
                "least_formality", "other_option", "other_formality", "other_why_not",
            ),
            legend="What else could be done", legend_size=Size.MEDIUM,
        ),
        Fieldset(
            Div(*each, css_class="hearing"),
            Folded("Somebody else", "heard_other_by", *hearing_rows(OTHER)),
            Folded("It could not wait: not everybody is heard yet", Field.radios("urgent"), "urgent_because"),
            legend=legend, legend_size=Size.MEDIUM,
        ),
    ]  # fmt: skip


def said_decision(
    cleaned: Mapping[str, Any],
    *,
    what: str = "",
    why: str = "",
    authority: str = "",
    rather: str = "",
    formality: str = "other",
    on: date | None = None,
) -> Decided:
    """What was decided, from a form's `cleaned_data`; `what`, `why` and `rather` where the form has its own words.

    `formality` is that of what was chosen, `on` the day for whom none was entered. Whoever has no answer is "not yet
    heard" once it could not wait.
    """
    reason = cleaned.get("urgent") or ""
    typed = cleaned.get("urgent_because") or ""
    because = typed if reason in ("", OTHER) else " ".join(filter(None, (URGENT[reason], typed)))
    what = what or cleaned.get("decided_what") or ""
    return Decided(
        what=what,
        why=why or cleaned.get("decided_why") or "",
        heard=tuple(_heard(cleaned, on, is_urgent=bool(reason or typed))),
        authority=authority or cleaned.get("authority") or "manager",
        options=tuple(_options(cleaned, what, formality)),
        least_formal=cleaned.get("least_formal") or "",
        family_would_rather=rather or cleaned.get("family_would_rather") or "",
        is_urgent=bool(reason or typed),
        urgent_because=because,
    )


def hearing_fields(
    key: str, name: str, *, names: Mapping[int, str], said: SaidBefore | None = None, is_child: bool = False
) -> dict[str, forms.Field]:
    """The questions about one person, for the form that hears somebody later."""
    return _of_person(key, name, said, names, is_child=is_child)


def said_heard(cleaned: Mapping[str, Any], key: str, on: date | None = None) -> Heard:
    """What was said of one person; `key` is theirs, or OTHER. `on`: when no day was entered."""
    chosen = cleaned.get(f"heard_{key}_kept") or []
    return Heard(
        member=None if key == OTHER else int(key),
        how=cleaned.get(f"heard_{key}_how") or "",
        words=cleaned.get(f"heard_{key}_words") or "",
        changed=cleaned.get(f"heard_{key}_changed") or "",
        heard_on=cleaned.get(f"heard_{key}_on") or on,
        said_by=(cleaned.get("heard_other_by") or "") if key == OTHER else "",
        marks=Marks(FAMILY in chosen, tuple(sorted(int(each) for each in chosen if each != FAMILY))),
    )


def _questions(kind: str, asks: Sequence[str], *, optional: bool) -> dict[str, forms.Field]:
    asked: dict[str, forms.Field] = {}
    if "what" in asks:
        asked["decided_what"] = forms.CharField(
            label="What is decided?", help_text="In one sentence.", max_length=300, required=not optional,
            error_messages={"required": "Write what was decided, in one sentence."},
        )  # fmt: skip
    if "why" in asks:
        asked["decided_why"] = words("Why is it decided so?", ask="" if optional else "Write why.")
    label, needed = LEAST.get(kind, LEAST_FORMAL)
    asked["least_formal"] = words(label, ask="" if optional else needed, rows=2)
    asked["why_not_least"] = words(
        "Why is that not enough now?", help_text="Leave it empty if it is what is decided.", rows=2
    )
    if "rather" in asks:
        asked["family_would_rather"] = words("What would the family rather have?", rows=2)
    levels = [("", "Choose"), *FORMALITY.items()]
    asked["least_formality"] = forms.ChoiceField(label="How formal is that help?", choices=levels, required=False)
    asked["other_option"] = forms.CharField(label="What else was thought about?", max_length=300, required=False)
    asked["other_formality"] = forms.ChoiceField(label="How formal is it?", choices=levels, required=False)
    asked["other_why_not"] = forms.CharField(label="Why was it not chosen?", max_length=300, required=False)
    asked["urgent"] = forms.ChoiceField(
        label="Why could it not wait?",
        help_text="Whoever has no answer above is then “not yet heard”, and we ask within five working days.",
        choices=list(URGENT.items()), required=False, widget=forms.RadioSelect,
    )  # fmt: skip
    asked["urgent_because"] = forms.CharField(label="In your words", max_length=500, required=False)
    return asked


def _of_person(
    key: str, name: str, said: SaidBefore | None, names: Mapping[int, str], *, is_child: bool = False
) -> dict[str, forms.Field]:
    when = day_field(
        "On which day?", ask=f"the day {name} was heard", recent=False, required=False,
        initial=said.on if said and not said.is_why_not else None,
        help_text="Leave it empty if it was on the day of the decision.",
    )  # fmt: skip
    hint = f"On the record already: {said.source}. Change it, or write what was said now." if said else ""
    if said and said.is_why_not:
        spoken_now = "Still so? Choose how above. Otherwise write what they said."
        hint = f"On the record already: {said.source}. {spoken_now}"
    spoken = words(_SEEN if is_child else _SAID, help_text=hint or "Or why they were not heard.", rows=3)
    spoken.initial = said.words if said else ""
    changed = words("What did it change, or why did it change nothing?", rows=2)
    changed.initial = said.changed if said else ""
    marked = said.marks.kept_from if said else ()
    names = {each: "somebody of the family" for each in marked} | dict(names)
    return {
        f"heard_{key}_how": forms.ChoiceField(
            label=f"How was {name} heard?" if key != OTHER else "How were they heard?",
            choices=[("", "Choose"), *((code, text) for code, text in HEARD_HOW.items() if code != NOT_YET)],
            required=False,
        ),
        f"heard_{key}_words": spoken,
        f"heard_{key}_changed": changed,
        f"heard_{key}_on": when,
        f"heard_{key}_kept": forms.MultipleChoiceField(
            label="Not to be shared with…",
            choices=[
                (FAMILY, "The whole family"),
                *((str(each), called) for each, called in names.items() if str(each) != key),
            ],
            required=False,
            initial=as_ticked(said.marks) if said else [],
            widget=forms.CheckboxSelectMultiple,
        ),
    }


def hearing_rows(key: str) -> list[Any]:
    """The questions about one person as rows; `key` is theirs, or OTHER."""
    return [
        Field(f"heard_{key}_how"),
        Field(f"heard_{key}_words"),
        Field(f"heard_{key}_changed"),
        Field(f"heard_{key}_on"),
        Folded("Not to be shared with…", Field.checkboxes(f"heard_{key}_kept")),
    ]


def _folded(name: str, key: str, said: SaidBefore | None) -> Any:
    how = "not asked on" if said and said.is_why_not else "said on"
    about = f"{name} · {how} {said.on.day} {said.on:%B}" if said else name
    return Folded(about, *hearing_rows(key))


def _heard(cleaned: Mapping[str, Any], on: date | None, *, is_urgent: bool) -> Iterable[Heard]:
    keys = [name.split("_")[1] for name in cleaned if name.startswith("heard_") and name.endswith("_how")]
    for key in keys:
        said = said_heard(cleaned, key, on)
        if said.how or said.said_by:
            yield said
        elif is_urgent and key != OTHER:
            yield Heard(member=int(key), how=NOT_YET)


def _options(cleaned: Mapping[str, Any], what: str, formality: str) -> Iterable[Option]:
    """What was decided and the least formal help; one option when they are the same."""
    least, why_not = cleaned.get("least_formal") or "", cleaned.get("why_not_least") or ""
    level = cleaned.get("least_formality") or "other"
    if why_not:
        yield Option(shortened(least), level, why_not=shortened(why_not))
    yield Option(what, formality if why_not else level if level != "other" else formality, is_chosen=True)
    if cleaned.get("other_option"):
        other = cleaned.get("other_formality") or "other"
        yield Option(cleaned["other_option"], other, why_not=cleaned.get("other_why_not") or "")


def shortened(text: str, most: int = 300) -> str:
    """A sentence that fits into one line of a decision."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
