"""Verbs about learning. Others write down here that somebody learned; nobody but the author reads a piece."""

from training.operations.courses import (
    answer_wish,
    ask_for_place,
    give_place_back,
    import_sheet,
    open_course,
    plan_date,
)
from training.operations.leading import nudge_all
from training.operations.learning import log_learning, note_workshop
from training.operations.occasions import write_from_occasion
from training.operations.pieces import (
    AlreadyFinal,
    NotFinal,
    WrittenAlready,
    end_share,
    show_piece,
    turn_into_piece,
    write_piece,
)
from training.operations.register import (
    RegisterChanged,
    give_feedback,
    keep_register,
    show_code,
    sign_with_code,
)
from training.operations.required import keep_item, keep_rule

__all__ = [
    "AlreadyFinal",
    "NotFinal",
    "RegisterChanged",
    "WrittenAlready",
    "answer_wish",
    "ask_for_place",
    "end_share",
    "give_feedback",
    "give_place_back",
    "import_sheet",
    "keep_item",
    "keep_register",
    "keep_rule",
    "log_learning",
    "note_workshop",
    "nudge_all",
    "open_course",
    "plan_date",
    "show_code",
    "show_piece",
    "sign_with_code",
    "turn_into_piece",
    "write_from_occasion",
    "write_piece",
]
