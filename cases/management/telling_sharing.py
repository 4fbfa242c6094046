"""How what is written was shared with families of the demo: who read it, what they said, where they differ."""

from dataclasses import dataclass
from datetime import date

from cases.management.telling_record import Teller
from cases.models import SharedView, Sharing, Writing
from cases.operations.sharing import answer, share

ADE, ROSA = "Ade Fashola", "Rosa Begum"


@dataclass(frozen=True)
class Read:
    """One person and a paper, so many days after it was first shared: how, what they said and what it changed."""

    who: str
    how: str
    later: int = 0
    remarks: str = ""
    changed: str = ""
    why_not: str = ""
    copy: str = ""


@dataclass(frozen=True)
class View:
    """One thing of the last page."""

    stand: str
    about: str
    ours: str
    theirs: str
    who: str


_RAHMAN_ASSESSMENT = (
    Read("Shirin", "interpreted", remarks="It is fair. But you write as if Anisa had no childhood. She has Thursdays.",
         changed="We wrote in the Thursdays, and that she chose the library herself."),
    Read("Jamal", "together", 1, remarks="I do not agree that I frighten anybody. I want that in it, in my words.",
         changed="We did not take our words out: the court found it so. His stand beside them."),
    Read("Anisa", "aloud", 2, remarks="You can leave in the bit about the letters. It is true.",
         changed="We left it in."),
    Read("Imran", "aloud", 2),
)  # fmt: skip
_RAHMAN_VIEWS = (
    View("agree", "Interpreting", "Anisa should not have to speak for her mother, and a paid interpreter comes to every"
         " visit.", "Yes. Not once more.", "Shirin"),
    View("agree", "Thursdays", "Farida’s Thursdays are the best of the week.", "They are.", "Farida"),
    View("differ", "Before the order", "The court found that Jamal controlled whom Shirin saw, what she spent and when"
         " she slept. The children were there.", "It was words between a man and his wife, and I shouted less than my"
         " father did. The children were asleep. Nobody asked them in front of me.", "Jamal"),
    View("differ", "Why Anisa is quiet", "We think that she keeps watch for her mother, and rests when another grown-up"
         " is there.", "She was always my quiet one. Ask her before you explain her.", "Shirin"),
)  # fmt: skip
_RAHMAN_PLAN = (
    Read("Shirin", "interpreted", remarks="The flat must stand first, not last.", changed="It stands first now.",
         copy="by-hand"),
    Read("Anisa", "together", 1, remarks="One afternoon would already be good.",
         changed="We wrote two, and will see whether one is enough for her."),
)  # fmt: skip
_HOXHA_ASSESSMENT = (
    Read("Drita", "interpreted", remarks="Write first that he is ill, and then what happened.",
         changed="We changed the order of the first page."),
    Read("Arben", "not-reached", why_not="He is on the ward. His nurse asks us to wait until he sleeps again."),
    Read("Blerta", "interpreted"),
)  # fmt: skip
_HOXHA_VIEWS = (
    View("agree", "Signing", "Blerta is asked in sign, and never through her brother.", "That is right.", "Drita"),
    View("differ", "The knives", "Leon put the knives away because he was afraid for everybody in the flat.",
         "He tidies. He always tidied. I do not want him to be the boy with the knives.", "Drita"),
)  # fmt: skip


def tell_sharing(name: str, teller: Teller) -> None:
    """After what was written, for the families whose papers are told."""
    papers = {each.paper: each for each in Writing.objects.filter(case=teller.case).order_by("-pk")}
    assessment, plan = papers.get("assessment"), papers.get("plan")
    if name == "Rahman–Khatun":
        if assessment and assessment.assessment and assessment.assessment.shared_on:
            _shared(assessment, _RAHMAN_ASSESSMENT, _RAHMAN_VIEWS, assessment.assessment.shared_on, ADE, teller)
        if plan:
            _shared(plan, _RAHMAN_PLAN, (), teller.at_work(26), ADE, teller)
    elif name == "Hoxha" and assessment:
        _shared(assessment, _HOXHA_ASSESSMENT, _HOXHA_VIEWS, teller.at_work(1), ROSA, teller)


def _shared(
    writing: Writing, reads: tuple[Read, ...], views: tuple[View, ...], day: date, worker: str, teller: Teller
) -> None:
    by, on = teller.world.people[worker], teller.ago(0)
    first = max(day, writing.begun_on)
    for told in reads:
        shared_on = min(date.fromordinal(first.toordinal() + told.later), on)
        row: Sharing = share(
            writing=writing, member=teller.one(told.who), how=told.how, on=shared_on, by=by, why_not=told.why_not,
            copy=told.copy,
        )  # fmt: skip
        if told.remarks:
            answer(
                sharing=row, remarks=told.remarks, changed=told.changed, on=shared_on, by=by, version=row.version
            )  # fmt: skip
    for view in views:  # as they stood: nothing is added to what is authorised
        SharedView.objects.create(
            case=teller.case, writing=writing, stand=view.stand, about=view.about, our_words=view.ours,
            their_words=view.theirs, member=teller.one(view.who), said_on=first, recorded_by=by,
        )  # fmt: skip
