"""What is written with families of the demo: an assessment that is read, one that is being written, a plan."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q

from cases.management.telling_record import Teller
from cases.models import Assessment, FamilySays, Quote, Visit, Writing, WritingPart
from cases.operations.writing import begin_writing, part_to_add_to, say, take_source, write_part
from cases.rules.audience import Marks

EVENING = time(17, 20)
ADE, ROSA, NIAMH = "Ade Fashola", "Rosa Begum", "Niamh Castellan"


@dataclass(frozen=True)
class Part:
    """One part, of the family or of a `child`. `said` are (who, how many days ago, their words); `quoted` are people
    whose words of the record stand beside it, `rests` says that the latest visit stands beneath it."""

    section: str
    words: str
    by: str
    days_ago: int
    child: str = ""
    said: tuple[tuple[str, int, str], ...] = ()
    quoted: tuple[str, ...] = ()
    rests: bool = False
    kept_from: tuple[str, ...] = ()


_RAHMAN_ASSESSMENT = (
    Part("why", "A teacher rang because Anisa had gone quiet and carried her mother’s letters in her school bag. Shirin"
         " had just got an order of the court: Jamal must live elsewhere and not come near. We were asked whether the"
         " children are safe, and what would make it easier to be eleven, eight and one in two rooms.", ADE, 74,
         said=(("Shirin", 72, "I went to the judge so that it stops. I did not go so that somebody takes my children."),
               ("Jamal", 71, "Nobody rang me. I heard it from my brother. It was words between a man and his wife."))),
    Part("people", "Shirin and the three children. Farida, Jamal’s sister, ten minutes away, who comes on Thursdays."
         " Rokeya in Sylhet, who rings every Friday. Jamal, who loves his children and whom we met at our office. His"
         " brother Kamal has a say in the family; we have not spoken with him.", ADE, 74,
         said=(("Farida", 72, "I am his sister and I am on the children’s side. Write both."),)),
    Part("day", "Anisa gets Zayd up, signs for parcels and knows what every letter says. At school she has a quiet"
         " table and one friend. On Thursdays, when Farida cooks, she goes out to play.", ADE, 73, "Anisa",
         said=(("Anisa", 72, "I only do the letters because they come to me."),)),
    Part("day", "Imran walks to school with Mr Osei’s class, draws vehicles and sleeps with the light on. He asks of"
         " every worker whether they will stay.", ADE, 73, "Imran", quoted=("Imran",)),
    Part("day", "Zayd walks. He goes to Shirin to be held and looks for her when a door bangs. At the clinic he weighs"
         " what he should.", ADE, 73, "Zayd"),
    Part("works", "Shirin went to court, changed the lock and put the children first. Farida, the women’s circle and"
         " Ms Kerr each do something, every week. Since the order all three have slept.", ADE, 73,
         said=(("Shirin", 72, "Write that I sleep. Nobody has written that I sleep."),)),
    Part("hypotheses", "1. Anisa is quiet because she keeps watch: for her mother’s words, and for her father’s steps."
         " For it: she sits by doors, and rests when Farida is there. Against it: she is as quiet in the library, and"
         " likes it.\n\n2. Two rooms do by themselves what we put down to fear.", ADE, 72,
         said=(("Shirin", 71, "She was always my quiet one. Ask her before you explain her."),)),
    Part("risk", "If Jamal comes to the door while Anisa is alone with the little ones, she opens, because he is her"
         " father. It is likeliest in the evenings around a court date.", ADE, 72, kept_from=("Jamal",),
         said=(("Jamal", 71, "I keep to the order. I would never hurt them."),)),
    Part("change", "An interpreter so that Anisa does not have to. A flat with a door between rooms. One grown-up each"
         " evening around the court dates. That could be done by agreement, with a plan and without a conference.",
         ADE, 72, said=(("Shirin", 71, "A flat. And that Ade stays."),)),
)  # fmt: skip
_RAHMAN_PLAN = (
    Part("worries", "Anisa does the talking for her mother and has gone quiet. If it goes on, she loses school and the"
         " year in which one is eleven.", ADE, 30,
         said=(("Shirin", 30, "That the flat makes everybody small."),), rests=True),
    Part("works", "Thursdays with Farida, Fridays with Rokeya, the women’s circle, the quiet table.", ADE, 30),
    Part("safe", "Nobody but a paid interpreter speaks for Shirin. Anisa has an hour of her own on two afternoons.",
         ADE, 30, "Anisa", said=(("Anisa", 29, "One afternoon would already be good."),)),
    Part("safe", "Imran is handed only to Shirin or Farida, and knows it.", ADE, 30, "Imran"),
    Part("helps", "Farida on Thursdays and around court dates. Ms Kerr at school. Ade writes to the housing office.",
         ADE, 28, said=(("Farida", 28, "Thursdays, and any night you ring."),)),
    Part("worse", "If Jamal comes near, what was bad begins again. Shirin keeps the door shut and rings 999, then"
         " Farida, who comes at any hour. She lets Ade know the next morning.", ADE, 28, kept_from=("Jamal",)),
)  # fmt: skip
_HOXHA_ASSESSMENT = (
    Part("why", "Neighbours rang the police because of shouting on the balcony. Arben, who has bipolar illness, had"
         " stopped his tablets in the summer; he is on the ward. Nobody was hurt. Leon had put the knives away.",
         ROSA, 5, said=(("Drita", 4, "My husband is ill. He is not bad. Write it in this order."),)),
    Part("people", "Drita, who cleans at night. Arben. Blerta, who is deaf and signs. Leon. Fatos, Drita’s brother in"
         " Enfield, who sleeps in the flat while she works.", NIAMH, 4),
    Part("voice", "Asked in sign, with a BSL interpreter and without her brother, Blerta told us more in ten minutes"
         " than in all the weeks before.", ROSA, 3, "Blerta", quoted=("Blerta",), rests=True),
    Part("day", "Leon checks the kitchen, then the front door, then his sister. He is tired and funny.", ROSA, 3,
         "Leon", quoted=("Leon",)),
    Part("works", "When Arben is well he cooks for the whole landing. Drita never misses a parents’ evening.",
         NIAMH, 3),
)  # fmt: skip


def tell_writing(name: str, teller: Teller) -> None:
    """After the record, of which much is made."""
    on = teller.ago(0)
    assessments = Assessment.objects.filter(case=teller.case).order_by("started_on", "pk")
    if name == "Rahman–Khatun":
        read = assessments.exclude(authorised_on=None).first()
        if read:
            _as_it_was(read, _RAHMAN_ASSESSMENT, teller)
        by = teller.world.people[ADE]
        _written(begin_writing(case=teller.case, paper="plan", by=by, on=teller.ago(30)), _RAHMAN_PLAN, teller)
    elif name == "Hoxha" and (open_one := assessments.filter(authorised_on=None, stopped_on=None).first()):
        by = teller.world.people[ROSA]
        begun = begin_writing(
            case=teller.case, paper="assessment", assessment=open_one, by=by, on=min(on, teller.ago(8))
        )
        _written(begun, _HOXHA_ASSESSMENT, teller)


def _written(writing: Writing, parts: tuple[Part, ...], teller: Teller) -> None:
    """With the operations everybody uses."""
    for told in parts:
        by, at = teller.world.people[told.by], _at(told, teller)
        child = teller.one(told.child) if told.child else None
        where = {"writing": writing, "section": told.section, "child": child, "by": by, "at": at}
        into = part_to_add_to(**where)
        write_part(**where, words=told.words, marks=_marks(told, teller), version=into.version)
        for who, days_ago, words in told.said:
            say(part=into, by=by, member=teller.one(who), words=words, said_on=teller.at_work(days_ago))
        for quote in _quotes(told, teller):
            say(part=into, by=by, quote=quote)
        visit = _visit(told, teller)
        if visit:
            take_source(part=into, kind="visit", subject_id=visit.pk, by=by, on=at.date())


def _as_it_was(assessment: Assessment, parts: tuple[Part, ...], teller: Teller) -> None:
    """One that was authorised long ago: it is written down as it was, since nothing is written in it any more."""
    writing = Writing.objects.create(
        case=teller.case,
        paper="assessment",
        assessment=assessment,
        begun_on=assessment.started_on,
        begun_by=teller.world.people[ADE],
    )
    for told in parts:
        by, marks = teller.world.people[told.by], _marks(told, teller)
        part = WritingPart.objects.create(
            case=teller.case,
            writing=writing,
            section=told.section,
            child=teller.one(told.child) if told.child else None,
            words=told.words,
            written_by=by,
            written_at=_at(told, teller),
            kept_from=list(marks.kept_from),
        )
        for who, days_ago, words in told.said:
            FamilySays.objects.create(
                case=teller.case, part=part, member=teller.one(who), words=words, said_on=teller.at_work(days_ago),
                heard_by=by,
            )  # fmt: skip
        for quote in _quotes(told, teller):
            FamilySays.objects.create(
                case=teller.case, part=part, member=quote.speaker, words=quote.words, how=quote.how,
                said_on=quote.said_on, quote=quote, heard_by=by,
            )  # fmt: skip


def _at(told: Part, teller: Teller) -> datetime:
    return datetime.combine(teller.ago(told.days_ago), EVENING, UTC) + timedelta(minutes=len(told.words) % 50)


def _marks(told: Part, teller: Teller) -> Marks:
    return Marks(kept_from=tuple(sorted(teller.one(name).pk for name in told.kept_from)))


def _quotes(told: Part, teller: Teller) -> list[Quote]:
    """The earliest words of each that had been said by then, of those that are kept from nobody."""
    open_to_all = Q(is_kept_from_family=False, kept_from=[], struck_on=None, said_on__lte=teller.ago(told.days_ago))
    found = [
        Quote.objects.filter(open_to_all, speaker=teller.one(name)).order_by("said_on", "pk").first()
        for name in told.quoted
    ]
    return [quote for quote in found if quote]


def _visit(told: Part, teller: Teller) -> Visit | None:
    if not told.rests:
        return None
    written = Visit.objects.filter(case=teller.case, account__isnull=False, struck_on=None)
    return written.order_by("-visited_on", "-pk").first()
