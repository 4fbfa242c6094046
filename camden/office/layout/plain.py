"""The form all our forms are, and the field as our templates draw it."""

import re
from collections.abc import Iterator
from contextvars import ContextVar
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.forms.utils import pretty_name

from camden.office.layout.days import OTHER, DayAnswer, DayField, DayWidget
from camden.office.layout.pieces import Button, FormHelper, Layout
from camden.operations.versions import Overtaken

LONGEST_ACCOUNT = 100_000  # characters of a long text: a night's whole account, fifty pages
LONGEST_LINE = 500
SENT_ALREADY: ContextVar[str] = ContextVar("SENT_ALREADY", default="")
"""While this says why, no form is valid: `camden.office.kept` shows one again that was sent before."""
# Line ends of other systems, and the soft ends that Word and PDFs paste, are line ends.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# PostgreSQL cannot keep NUL; no page can show the rest. Half a surrogate pair is no character at all.
_UNKEPT = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_UNKEPT_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Option(NamedTuple):
    """One radio or checkbox, ready to draw."""

    id: str
    value: str
    label: str
    hint: str
    divider: str
    checked: bool


class PlainBoundField(forms.BoundField):
    """A field as the templates need it: what to draw, and ids that agree with one another."""

    _KINDS = {
        forms.CheckboxSelectMultiple: "checkboxes",  # which Django makes a kind of radios
        forms.RadioSelect: "radios",
        forms.CheckboxInput: "checkbox",
        forms.Select: "select",
        forms.Textarea: "textarea",
        forms.FileInput: "file",
    }
    _CLASSES = {"checkbox": "govuk-checkboxes__input", "file": "govuk-file-upload", "day": ""}

    theirs = ""
    theirs_said = ""
    """What somebody else saved here meanwhile, in words; set by `PlainForm.overtaken`."""

    @property
    def data(self) -> Any:
        """What was typed, with one kind of line end, so that lengths are what people count."""
        data = super().data
        return _LINE_ENDS.sub("\n", data) if isinstance(data, str) else data

    @cached_property
    def kind(self) -> str:
        """Which part of the field template draws it."""
        widget = self.field.widget
        if isinstance(widget, DayWidget):
            return "day"
        return next((kind for known, kind in self._KINDS.items() if isinstance(widget, known)), "input")

    @property
    def aria_describedby(self) -> str:
        """Ids of the hint and the errors that are on the page, and of nothing else."""
        shown = {"hint": self.help_text, "error": self.errors}
        return " ".join(f"{self.auto_id}_{part}" for part, there in shown.items() if there)

    @property
    def first_id(self) -> str:
        """Where an error in the summary leads: the first thing that can be typed into or chosen."""
        if self.kind in ("radios", "checkboxes"):
            return f"{self.auto_id}_0"
        if self.kind == "day" and self.field.recent and not any(self.value() or ()):
            return f"{self.auto_id}_quick_0"
        return self.auto_id

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        if not widget.is_hidden:
            classes = [self._CLASSES.get(self.kind, f"govuk-{self.kind}"), widget.attrs.get("class", "")]
            if self.errors and self.kind in ("input", "select", "textarea", "file"):
                classes.append("govuk-input--error")
            attrs["class"] = " ".join(filter(None, classes))
        return attrs

    def options(self) -> Iterator[Option]:
        """Radios and checkboxes of this field."""
        chosen = self.value()
        chosen = {str(one) for one in (chosen if isinstance(chosen, (list, tuple, set)) else [chosen])}
        for number, choice in enumerate(self.field.widget.choices):
            value, label = choice
            hint, divider = getattr(choice, "hint", ""), getattr(choice, "divider", "")
            yield Option(f"{self.auto_id}_{number}", str(value), label, hint, divider, str(value) in chosen)

    def quick(self) -> Iterator[Option]:
        """Today and the day beside it, and another day: one tap for most."""
        answer = self.value() or DayAnswer("", "")
        choices = [(day.isoformat(), name, f"{day:%A} {day.day} {day:%B}") for name, day in self.field.quick_days()]
        choices.append((OTHER, "Another day", ""))
        offered = answer.quick in [value for value, _, _ in choices]
        chosen = answer.quick if offered else OTHER if any(answer) else ""
        for number, (value, label, hint) in enumerate(choices):
            yield Option(f"{self.auto_id}_quick_{number}", value, label, hint, "", value == chosen)


class PlainForm(forms.Form):
    """Clear words beside the field, no characters we cannot keep, nothing typed lost.

    `on` is today, passed in by the view; only a form with a `day_field` needs it. `save` is on the button. A form that
    changes what exists takes `version`, that of the row it shows, and gives `form.version` to the operation.
    """

    bound_field_class = PlainBoundField
    use_required_attribute = False
    save = "Save"

    def __init__(self, *args: Any, on: date | None = None, version: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.version = self.version_now = _version(self.data.get("_version")) if self.is_bound else version
        for name, field in self.fields.items():
            self._make_plain(name, field)

    def full_clean(self) -> None:
        for name, field in self.fields.items():  # those that the form's own __init__ added
            self._make_plain(name, field)
        super().full_clean()
        if self.is_bound and (why := SENT_ALREADY.get()):
            self.add_error(None, why)

    def overtaken(self, found: Overtaken, *, who: str = "") -> None:
        """Show what somebody else saved meanwhile beside each field it differs in; what was typed here stays.

        `who` in words, if it is known: "Rosa Begum, today at 14:05". Sent again, it goes over theirs knowingly.
        """
        self.version_now = found.theirs.version
        for bound in self:
            theirs = getattr(found.theirs, bound.name, None)
            if bound.name in found.fields and theirs != self.cleaned_data.get(bound.name):
                choices = dict(getattr(bound.field, "choices", None) or ())
                bound.theirs = _said(theirs, choices)
        said = f"{who or 'Somebody'} changed this while you were writing."
        self.add_error(None, f"{said} Both texts are here: make of them what is right, then save.")

    def rows(self) -> list[Any]:
        """What the form asks, in order: names of fields, or pieces of a layout."""
        return list(self.fields)

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.layout = Layout(*self.rows(), *([Button("", self.save)] if self.save else []))
        return helper

    def problems(self) -> Iterator[tuple[str, str]]:
        """Each error with the id it leads to, for the summary above the page."""
        shown = [field for field in self if not field.is_hidden]
        hidden = [error for field in self if field.is_hidden for error in field.errors]
        for error in [*self.non_field_errors(), *hidden]:
            yield error, shown[0].first_id if shown else ""
        for field in shown:
            for error in field.errors:
                yield error, field.first_id

    def _make_plain(self, name: str, field: forms.Field) -> None:
        if getattr(field, "is_plain", False):
            return
        field.is_plain = True
        label = str(field.label or pretty_name(name))
        if isinstance(field, DayField):
            if self.on is None:
                raise TypeError(f"{type(self).__name__} asks for a day: pass on=, the day it is today.")
            field.on = self.on
        if isinstance(field, forms.CharField):
            _keep_text_plain(field, label)
        standard: dict[str, Any] = {}
        for ancestor in reversed(type(field).__mro__):
            standard |= getattr(ancestor, "default_error_messages", {})
        for code, words in _words(field, label).items():
            if field.error_messages.get(code) is standard.get(code):
                field.error_messages[code] = words


def _said(theirs: Any, choices: dict[Any, Any]) -> str:
    """What somebody else saved, as a person reads it: labels for codes, yes and no, several in a row."""
    if theirs in (None, "", []):
        return "Nothing"
    if isinstance(theirs, list):
        return ", ".join(str(choices.get(each, each)) for each in theirs)
    known = choices.get(theirs, choices.get(str(theirs)))
    if known is None and isinstance(theirs, bool):
        return "Yes" if theirs else "No"
    return str(theirs if known is None else known)


def _version(text: Any) -> int:
    """The version a form was shown with; 0, which no row has, when a page sends none."""
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _words(field: forms.Field, label: str) -> dict[str, str]:
    """Django's messages in our words; what a form says itself is left alone."""
    listed = "Choose one of the answers on the list."
    words = {"invalid_choice": listed, "invalid_list": listed, "invalid_pk_value": listed}
    if isinstance(field, forms.BooleanField):
        return {"required": f"Tick “{label}” to go on."}
    if hasattr(field, "choices"):
        return words | {"required": f"Choose an answer to “{label}”."}
    if isinstance(field, forms.EmailField):
        words["invalid"] = "Enter an e-mail address, like name@example.com."
    elif isinstance(field, forms.IntegerField):
        words["invalid"] = "Enter a whole number, for example 3."
        words["min_value"] = f"“{label}” is at least {field.min_value}."
        words["max_value"] = f"“{label}” is at most {field.max_value}."
    return words | {"required": f"Fill in “{label}”."}


def _keep_text_plain(field: forms.CharField, label: str) -> None:
    """Swaps Django's checks of length and NUL for ones that say what to do."""
    lines = isinstance(field.widget, forms.Textarea)
    longest = field.max_length or (LONGEST_ACCOUNT if lines else LONGEST_LINE)
    unkept = _UNKEPT_IN_LINES if lines else _UNKEPT
    # The attribute would cut off pasted text without a word.
    field.widget.attrs.pop("maxlength", None)

    def keepable(text: str) -> None:
        if found := unkept.search(text):
            before = text[max(0, found.start() - 20) : found.start()].split("\n")[-1]
            where = f"after “{before}”" if before else "at the beginning of a line"
            raise ValidationError(f"Take out the unusual character {where}: we cannot keep it.", code="unusual")
        if len(text) > longest:
            over = f"{len(text) - longest:,} character{'' if len(text) == longest + 1 else 's'}"
            raise ValidationError(f"“{label}” is {over} too long. We can keep {longest:,}.", code="max_length")

    field.validators = [
        keepable,
        *(v for v in field.validators if not isinstance(v, (MaxLengthValidator, ProhibitNullCharactersValidator))),
    ]
