"""What the pages about learning ask."""

from training.forms.courses import CourseForm, DateForm, SheetForm, WorkshopForm
from training.forms.pieces import FromSessionForm, PieceForm, SharingForm
from training.forms.register import CodeForm, FeedbackForm, RegisterForm
from training.forms.required import ItemForm, RuleForm

__all__ = [
    "CodeForm",
    "CourseForm",
    "DateForm",
    "FeedbackForm",
    "FromSessionForm",
    "ItemForm",
    "PieceForm",
    "RegisterForm",
    "RuleForm",
    "SharingForm",
    "SheetForm",
    "WorkshopForm",
]
