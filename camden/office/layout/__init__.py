"""How forms are laid out, and what every form refuses. The only room that knows crispy-forms.

Forms import all they need from here and never `crispy_forms`, so that the package can be left one day.
"""

from camden.office.layout.days import DayField, day_field
from camden.office.layout.hours import HourField, hour_field
from camden.office.layout.pieces import (
    HTML,
    Button,
    Choice,
    Div,
    Field,
    Fieldset,
    Fixed,
    Fluid,
    Folded,
    FormHelper,
    Layout,
    Size,
)
from camden.office.layout.plain import PlainForm

__all__ = [
    "HTML",
    "Button",
    "Choice",
    "DayField",
    "Div",
    "Field",
    "Fieldset",
    "Fixed",
    "Fluid",
    "Folded",
    "FormHelper",
    "HourField",
    "Layout",
    "PlainForm",
    "Size",
    "day_field",
    "hour_field",
]
