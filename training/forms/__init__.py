"""What the pages about learning ask."""

from training.forms.courses import CourseForm, DateForm, SheetForm, WorkshopForm
from training.forms.listening import (
    AnswerForm,
    LinksForm,
    PromiseEndForm,
    PromiseForm,
    RewordForm,
    RoundForm,
    YouSaidForm,
)
from training.forms.pieces import FromSessionForm, PieceForm, SharingForm

__all__ = ["CourseForm", "DateForm", "FromSessionForm", "PieceForm", "SharingForm", "SheetForm", "WorkshopForm"]
__all__ += ["AnswerForm", "LinksForm", "PromiseEndForm", "PromiseForm", "RewordForm", "RoundForm", "YouSaidForm"]
