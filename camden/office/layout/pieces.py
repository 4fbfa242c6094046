"""The pieces of a layout, used as the manual of crispy-forms-gds says: `Field.radios("seen", inline=True)`.

The templates are ours (`templates/crispy/`). Those of crispy-forms-gds 2.0.1 print labels, legends and help
unescaped, lead from the error summary to ids of radios and checkboxes that do not exist, and disagree with
Django 5.2 about the ids in `aria-describedby`.
"""

from typing import Any

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.helper import FormHelper as GdsFormHelper
from crispy_forms_gds.layout import HTML, Field, Fieldset, Fixed, Fluid, Layout, Size
from crispy_forms_gds.layout import Div as GdsDiv
from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html

__all__ = [
    "HTML",
    "Button",
    "Choice",
    "Div",
    "Field",
    "Fieldset",
    "Fixed",
    "Fluid",
    "Folded",
    "FormHelper",
    "Layout",
    "Size",
]
# HTML is compiled as a template: never build it from what a person typed.


class FormHelper(GdsFormHelper):
    """Draws a form with our templates: posted, and without the browser's own pop-ups."""

    template_pack = "crispy"
    render_hidden_fields = True

    def __init__(self, form: forms.BaseForm | None = None) -> None:
        super().__init__(form)
        # Browsers remember single lines: on a shared machine, a child's name for whoever signs in next.
        self.attrs = {"novalidate": "", "autocomplete": "off"}


class Button:
    """A button inside a layout. `name` says which one was pressed where a form has several."""

    def __init__(self, name: str, text: str, *, kind: str = "") -> None:
        """`kind` is empty for what nearly everybody came to do, else `secondary`, `warning` or `quiet`."""
        self.name, self.text, self.kind = name, text, kind

    def render(self, form: forms.BaseForm, context: Any, template_pack: str = "", **_: Any) -> str:
        """Drawn by the same component as every other button."""
        return render_to_string("components/button.html", {"text": self.text, "name": self.name, "kind": self.kind})


class Div(GdsDiv):
    """A box around some fields. Drawn here and not by a template: the form for a visit has dozens."""

    def render(self, form: forms.BaseForm, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        """The fields between two tags."""
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        named = format_html(' id="{}"', self.css_id) if self.css_id else ""
        classes = format_html(' class="{}"', self.css_class) if self.css_class else ""
        return format_html("<div{}{}{}>{}</div>", named, classes, self.flat_attrs, fields)


class Folded(GdsDiv):
    """Questions most people have no answer to, folded away under `title` until somebody wants them.

    Open when something in it was answered or refused. The title is ours, or somebody's name in it: it is escaped.
    """

    template = "%s/layout/folded.html"

    def __init__(self, title: str, *fields: Any, **kwargs: Any) -> None:
        super().__init__(*fields, **kwargs)
        self.title, self.is_open = title, False

    def render(self, form: forms.BaseForm, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        """Drawn as <details>, which needs no script."""
        inside = [form[pointer.name] for pointer in self.get_field_names() if pointer.name in form.fields]
        self.is_open = any(_is_answered(field) for field in inside)
        return str(super().render(form, context, template_pack=template_pack, **kwargs))


def _is_answered(field: forms.BoundField) -> bool:
    """Whether somebody answered, or the form began with an answer that is not the field's own."""
    default, form = field.field.initial, field.form
    value = field.value() if form.is_bound else form.initial.get(field.name, default)
    said = "".join(map(str, value)) if isinstance(value, tuple) else value
    return bool(field.errors) or (
        said not in (None, "", [], False) and value not in (default, field.field.prepare_value(default))
    )
