"""What an address says of an occasion."""

from camden.office.layout import PlainForm, day_field


class DayForm(PlainForm):
    """The day on which something was, as a link says it: "3 November 2026"."""

    day = day_field("When was it?", ask="the day it was", recent=False)
