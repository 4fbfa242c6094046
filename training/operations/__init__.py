"""Verbs about learning. Others write down here that somebody learned; nobody but the author reads a piece."""

from training.operations.capabilities import link_to
from training.operations.courses import (
    answer_wish,
    ask_for_place,
    call_off_date,
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
from training.operations.promises import end_promise, make_promise, reword_promise
from training.operations.reflecting import (
    ShownAlready,
    change_log,
    show_log,
    write_log,
)
from training.operations.register import (
    RegisterChanged,
    give_feedback,
    keep_register,
    show_code,
    sign_with_code,
)
from training.operations.required import keep_item, keep_rule
from training.operations.rounds import (
    answer_by_link,
    answer_round,
    call_off_round,
    leave_for_now,
    make_links,
    open_by_link,
    plan_round,
)
from training.operations.telling import write_you_said

__all__ = [
    "AgreedAlready",
    "AlreadyFinal",
    "GIVEN",
    "NotFinal",
    "RegisterChanged",
    "ShownAlready",
    "StillWanted",
    "WrittenAlready",
    "agree_on_learning",
    "answer_by_link",
    "answer_observation",
    "answer_round",
    "answer_wish",
    "ask_for_place",
    "begin_programme",
    "call_off_date",
    "call_off_round",
    "change_log",
    "change_programme",
    "decide_programme",
    "end_on_panel",
    "end_promise",
    "end_share",
    "give_feedback",
    "give_place_back",
    "hold_review",
    "import_sheet",
    "keep_item",
    "keep_register",
    "keep_rule",
    "keep_week",
    "leave_for_now",
    "link_to",
    "log_learning",
    "look_again",
    "make_links",
    "make_promise",
    "name_to_panel",
    "note_workshop",
    "nudge_all",
    "open_by_link",
    "open_course",
    "plan_date",
    "plan_round",
    "reword_promise",
    "say_of_support",
    "show_code",
    "show_log",
    "show_piece",
    "sign_with_code",
    "take_consent_back",
    "turn_into_piece",
    "write_from_occasion",
    "write_log",
    "write_observation",
    "write_piece",
    "write_you_said",
]
