"""What the pages about learning ask."""

from training.forms.capabilities import CapabilitiesForm
from training.forms.courses import CourseForm, DateForm, SheetForm, WorkshopForm
from training.forms.observing import ObservationForm
from training.forms.pieces import FromSessionForm, PieceForm, SharingForm
from training.forms.programmes import (
    AgreementForm,
    DatesForm,
    LogForm,
    OutcomeForm,
    OwnWordsForm,
    PanelForm,
    ProgrammeForm,
    ReviewForm,
    WeekForm,
)

__all__ = ["CourseForm", "DateForm", "FromSessionForm", "PieceForm", "SharingForm", "SheetForm", "WorkshopForm"]
__all__ += ["AgreementForm", "CapabilitiesForm", "DatesForm", "LogForm", "ObservationForm", "OutcomeForm"]
__all__ += ["OwnWordsForm", "PanelForm", "ProgrammeForm", "ReviewForm", "WeekForm"]
