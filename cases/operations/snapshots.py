"""Verbs about pictures of a family: keep one as it is, show more of it once, give somebody a copy."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, GenogramSnapshot, Household, Member, Release, Writing
from cases.operations.chronology import note
from cases.operations.giving import check_given
from cases.readings.ecomap import EcomapPage, ecomap_of
from cases.readings.genogram import Picture, picture_of
from cases.readings.showings import token_of
from cases.readings.snapshots import FAMILYS, as_body, familys_mark, looked_at, text_of
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.drawing import Layers
from cases.rules.genogram.telling import title_of
from cases.rules.genogram.writing import as_object
from cases.rules.picturing import SNAPSHOT_FOR
from cases.rules.recording import GIVEN_HOW, GIVEN_KIND
from cases.rules.showing import MINUTES, as_number, in_words


@transaction.atomic
def keep_snapshot(
    *,
    case: Case,
    pictured_on: date,
    kept_for: str,
    by: User,
    on: date,
    layers: Layers | None = None,
    title: str = "",
    writing: Writing | None = None,
    household: Household | None = None,
    picture: Picture | None = None,
    audience: Audience = STAFF,
    around: EcomapPage | None = None,
) -> GenogramSnapshot:
    """Keep the genogram of a day with its facts and its order, so that it can be read as it was.

    `kept_for` is a code of SNAPSHOT_FOR. `picture` is the one on the screen; without it, the genogram of `pictured_on`
    is drawn for the `audience` with these `layers`. Of a `household` its ecomap is kept: the page `around` it that is
    on the screen, in the view that was chosen there; without it, as each of them sees it. With a `writing`, it is
    printed in that paper, for each reader as they may see it then. Roots of the `layers` are kept too.
    """
    layers = layers or Layers()
    rows: Sequence[Sequence[str]] = ()
    if household:
        around = around or ecomap_of(case, household, on=pictured_on, audience=audience)
        family, called = around.facts, around.title
    else:
        picture = picture or picture_of(case, on=pictured_on, audience=audience, layers=layers)
        family, rows, called = picture.family, picture.rows, title_of(picture.family).partition(" on ")[0]
    made_for = "staff" if audience.is_staff else f"family:{audience.person}" if audience.person else "family"
    kept = GenogramSnapshot(
        case=case,
        title=(title or called)[:160],
        kept_for=kept_for,
        made_for=made_for,
        pictured_on=pictured_on,
        facts=as_object(family),
        rows=[list(row) for row in rows],
        shown=asdict(layers) | (looked_at(around) if around else {}),
        household_id=household.pk if household else None,
        writing=writing,
        taken_by=by,
        taken_on=on,
    )
    kept.shown |= {FAMILYS: familys_mark(kept, on)}
    kept.save(force_insert=True)
    record(action=f"kept the picture of a family: {SNAPSHOT_FOR[kept_for].lower()}", subject=kept, case_id=case.pk)
    return kept


@transaction.atomic
def show_once(*, case: Case, person: Member | None, codes: Sequence[str], by: User, at: datetime) -> str:
    """Show a family more than their version holds, for some minutes, to whoever sits with them now.

    `codes` are keys of SHOWING. Nothing of it is stored but that it was done: what it returns is the end of the address
    that shows it, for this person signed in, this record and this reader.
    """
    until = at + timedelta(minutes=MINUTES)
    record(action=f"showed once: {in_words(codes)}", subject=case, case_id=case.pk)
    number = as_number(codes)
    return token_of(case=case.pk, person=person.pk if person else 0, by=by.pk, number=number, until=until)


@transaction.atomic
def give_picture(*, case: Case, recipient: Member, picture: Picture, how: str, by: User, on: date) -> Release:
    """Somebody of the family is given their version of the genogram: kept as it was sent, and on the timeline.

    `how` is a code of GIVEN_HOW. Raises `giving.NotGiven` for a way that is not safe for this person, and where a word
    stands in it that is kept from them.
    """
    body = as_body(picture, is_for_child=recipient.kind == Member.Kind.CHILD)
    check_given(recipient=recipient, words=text_of(picture), how=how)
    release = Release.objects.create(
        case=case,
        kind="genogram",
        title=GIVEN_KIND["genogram"],
        recipient=recipient,
        body=body,
        how=how,
        given_on=on,
        given_by=by,
    )
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.GIVEN,
        summary=f"{by.name} gave {recipient.first_name} “{release.title}”: {GIVEN_HOW[how].lower()}",
        children=[recipient]
        if recipient.kind == Member.Kind.CHILD
        else list(Member.objects.children().filter(case=case)),
        subject_id=release.pk,
        by=by,
    )
    record(action="gave a genogram", subject=release, case_id=case.pk)
    return release
