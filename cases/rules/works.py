"""Pieces of work that timescales ask for: what each is called, and the form that answers it."""

from collections.abc import Mapping
from dataclasses import dataclass

from camden.rules.rows import Basis, Timescale
from camden.rules.telling import is_whole
from cases.rules.timescales import ROWS

_NEVER = (Basis.LAW, Basis.GUIDANCE)
BY_CODE: Mapping[str, Timescale] = {rule.code: rule for rule in ROWS}


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work. `text` for a screen, `short` for a letter that names nobody; `page` answers it.

    `page` is the name of a form for the record, with `query` behind it; empty where one has to look at the journey
    first to know which row it is about.
    """

    text: str
    short: str
    page: str = ""
    query: str = ""
    is_visit: bool = False
    """Whether somebody goes to see the family for it, so that a visit can be planned from it."""
    act: str = ""
    """What the button says that answers it; empty where "Open the form" will do."""

    @property
    def many(self) -> str:
        """What several are called in a letter: "visits", "decisions to pass on"."""
        for word in (" to ", " of ", " that ", " after ", " before ", " for "):
            head, middle, tail = self.short.partition(word)
            if middle:
                return f"{_plural(head)}{middle}{tail}"
        return _plural(self.short)


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


def _meeting(text: str, short: str, kind: str) -> Work:
    return Work(text, short, "cases:plan-meeting-new", f"?kind={kind}")


WORKS: Mapping[str, Work] = {
    "visit": Work("Visit", "visit", "cases:visit-new", is_visit=True, act="Log the visit"),
    "visit-record": Work("Write up the visit", "visit to write up", "cases:visits-to-write-up"),
    "referral-decision": Work("Decide what the referral needs", "referral to decide"),
    "triage": Work("Decide the contact", "contact to decide"),
    "referrer-told": Work("Tell the referrer and the family what was decided", "decision to pass on"),
    "re-referral": Work("Read why the family was referred before", "repeated referral"),
    "assessment": Work("Complete the assessment", "assessment", is_visit=True),
    "assessment-checkpoint": Work("Look at the assessment half-way", "assessment to look at"),
    "assessment-start": Work("Begin the assessment", "assessment to begin", "cases:assessment-new", is_visit=True),
    "plan": Work("Agree a plan with the family", "plan to agree", "cases:plan-new", is_visit=True),
    "need-review": _meeting("Review the plan", "review of a plan", "need-review"),
    "help-review": _meeting("Review the help with the family", "review of help", "help-review"),
    "review-record": Work("Send the record of the review", "record to send"),
    "drift": Work("Ask what is stuck", "long plan to talk about"),
    "core-group": _meeting("Hold the core group", "core group", "core-group"),
    "strategy-discussion": Work("Hold the strategy discussion", "strategy discussion", "cases:strategy-new"),
    "initial-conference": Work(
        "Hold the child protection conference", "child protection conference", "cases:protection-conference-new"
    ),
    "review-conference": Work("Hold the review conference", "review conference", "cases:protection-conference-new"),
    "transfer-in-conference": Work(
        "Hold the conference for a child who moved here", "conference after a move", "cases:protection-conference-new"
    ),
    "conference-report": Work("Share the report with the family", "report to share"),
    "conference-decisions": Work("Send the decisions of the conference", "decisions to send"),
    "conference-record": Work("Send the record of the conference", "record to send"),
    "emergency-powers": Work("Decide before the emergency powers end", "end of emergency powers"),
    "return-interview": Work(
        "Offer and hold the return interview",
        "return interview",
        "cases:milestone-new",
        "?kind=return-interview",
        is_visit=True,
    ),
    "looked-after-review": Work(
        "Hold the review of the looked-after child", "review", "cases:milestone-new", "?kind=looked-after-review"
    ),
    "pre-proceedings": Work("Conclude the time before proceedings", "end of the time before court"),
    "proceedings": Work("Bring the proceedings to their end", "proceedings"),
    "needs-assessment": Work("Complete the assessment of what leaving care needs", "assessment for leaving care"),
}


def work_of(rule: Timescale) -> Work:
    """The piece of work that meets a rule; in the rule's own words where nobody gave it others."""
    return WORKS.get(rule.work) or Work(rule.title, rule.work.replace("-", " "))


def may_be_muted(work: str) -> bool:
    """Whether no rule that asks for this work is law, national guidance or a child's safety."""
    return not any(rule.work == work and (is_whole(rule) or rule.basis in _NEVER) for rule in ROWS)
