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
from training.operations.pieces import (
    AlreadyFinal,
    NotFinal,
    WrittenAlready,
    end_share,
    show_piece,
    turn_into_piece,
    write_piece,
)
from training.operations.promises import end_promise, make_promise, reword_promise
from training.operations.rounds import answer_by_link, answer_round, leave_for_now, make_links, open_by_link, plan_round
from training.operations.telling import write_you_said

__all__ = [
    "AlreadyFinal",
    "NotFinal",
    "WrittenAlready",
    "answer_wish",
    "ask_for_place",
    "end_share",
    "give_place_back",
    "import_sheet",
    "log_learning",
    "note_workshop",
    "nudge_all",
    "open_course",
    "plan_date",
    "show_piece",
    "turn_into_piece",
    "write_piece",
]
__all__ += ["answer_by_link", "answer_round", "end_promise", "leave_for_now", "make_links", "make_promise"]
__all__ += ["open_by_link", "plan_round", "reword_promise", "write_you_said"]
