"""Forms for holding a record beyond its time, and for lifting a hold."""

from camden.office.layout import PlainForm
from cases.forms.asking import words


class HoldForm(PlainForm):
    """Why a record must be kept, whatever its day."""

    save = "Hold the record"

    why = words(
        "Why must it be kept?", ask="Write why, even if it is one line.",
        help_text="For example: an inquiry asked for it; somebody brings a claim; a request for the record is open.",
    )  # fmt: skip


class LiftingForm(PlainForm):
    """Why a hold is over."""

    save = "Lift the hold"

    why = words("Why is the hold over?", ask="Write why, even if it is one line.")
