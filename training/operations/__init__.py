"""Verbs about learning. Others write down here that somebody learned; nobody but the author reads a piece."""

from training.operations.capabilities import link_to
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
from training.operations.observing import (
    GIVEN,
    StillWanted,
    answer_observation,
    look_again,
    take_consent_back,
    write_observation,
)
from training.operations.pieces import (
    AlreadyFinal,
    NotFinal,
    WrittenAlready,
    end_share,
    show_piece,
    turn_into_piece,
    write_piece,
)
from training.operations.programmes import (
    AgreedAlready,
    agree_on_learning,
    begin_programme,
    change_programme,
    decide_programme,
    end_on_panel,
    hold_review,
    keep_week,
    name_to_panel,
    say_of_support,
)
from training.operations.reflecting import ShownAlready, change_log, show_log, write_log

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
__all__ += ["GIVEN", "AgreedAlready", "ShownAlready", "StillWanted", "agree_on_learning", "answer_observation"]
__all__ += ["begin_programme", "change_log", "change_programme", "decide_programme", "end_on_panel", "hold_review"]
__all__ += ["keep_week", "link_to", "look_again", "name_to_panel", "say_of_support", "show_log", "take_consent_back"]
__all__ += ["write_log", "write_observation"]
