"""What the pages about learning ask."""

from training.forms.capabilities import CapabilitiesForm
from training.forms.courses import (
    CallOffForm,
    CourseForm,
    DateForm,
    SheetForm,
    WorkshopForm,
)
from training.forms.listening import (
    AnswerForm,
    LinksForm,
    PromiseEndForm,
    PromiseForm,
    RewordForm,
    RoundForm,
    YouSaidForm,
)
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
from training.forms.register import CodeForm, FeedbackForm, RegisterForm
from training.forms.required import ItemForm, RuleForm

__all__ = [
    "AgreementForm",
    "AnswerForm",
    "CapabilitiesForm",
    "CodeForm",
    "CallOffForm",
    "CourseForm",
    "DateForm",
    "DatesForm",
    "FeedbackForm",
    "FromSessionForm",
    "ItemForm",
    "LinksForm",
    "LogForm",
    "ObservationForm",
    "OutcomeForm",
    "OwnWordsForm",
    "PanelForm",
    "PieceForm",
    "ProgrammeForm",
    "PromiseEndForm",
    "PromiseForm",
    "RegisterForm",
    "ReviewForm",
    "RewordForm",
    "RoundForm",
    "RuleForm",
    "SharingForm",
    "SheetForm",
    "WeekForm",
    "WorkshopForm",
    "YouSaidForm",
]
