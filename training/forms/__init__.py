"""What the pages about learning ask."""

from training.forms.courses import CourseForm, DateForm, SheetForm, WorkshopForm
from training.forms.pieces import FromSessionForm, PieceForm, SharingForm
from training.forms.register import CodeForm, FeedbackForm, RegisterForm

__all__ = [
    "CodeForm",
    "CourseForm",
    "DateForm",
    "FeedbackForm",
    "FromSessionForm",
    "PieceForm",
    "RegisterForm",
    "SharingForm",
    "SheetForm",
    "WorkshopForm",
]
