"""What the pages about learning ask."""

from training.forms.courses import CourseForm, DateForm, SheetForm, WorkshopForm
from training.forms.pieces import FromSessionForm, PieceForm, SharingForm

__all__ = ["CourseForm", "DateForm", "FromSessionForm", "PieceForm", "SharingForm", "SheetForm", "WorkshopForm"]
