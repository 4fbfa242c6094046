"""Who is asked to a meeting and who came: arranged and invited by business support, and never a letter that gives a
safe address, a number or an arrival away."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Invitation, NetworkTie, PlannedMeeting, Release
from tests.factories.cases import ExclusionFactory, InvolvementFactory
from tests.factories.journey_help import helped
from tests.factories.journey_protect import ProtectionConferenceFactory, chair_of, settle_protection
from tests.factories.meetings import (
    ARRIVES,
    NUMBER,
    SECRET,
    InvitedFactory,
    PlannedMeetingFactory,
    business_support,
    parents_apart,
)
from tests.factories.record_voice import parent_of
from tests.queries import of_the_page

MOST = 15  # statements of a page


@pytest.fixture
def bo(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(business_support(cast))


@pytest.fixture
def meeting(cast: SimpleNamespace) -> PlannedMeeting:
    return PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara, place="The town hall")


def list_of(meeting: Any, of: str = "meeting") -> str:
    return f"/cases/{meeting.case_id}/invitations/{of}/{meeting.pk}/"


def sent(page: Any) -> dict[str, Any]:
    """What a browser would send of a page's form as it stands."""
    form = page.context["form"]
    data: dict[str, Any] = {}
    for bound in form:
        if bound.value() == []:  # no box is ticked: a browser sends nothing
            continue
        data[bound.html_name] = bound.value() or ""
        if bound.field.show_hidden_initial:
            data[bound.html_initial_name] = bound.value() or ""
    return data


# --- The list ----------------------------------------------------------------------------------------------------


def test_business_support_finds_everybody_proposed_and_puts_them_on_the_list_at_once(
    cast: SimpleNamespace, bo: Any, read: Any, meeting: PlannedMeeting
) -> None:
    shirin, jamal = parents_apart(cast)
    NetworkTie.objects.create(
        case=cast.case, member=cast.children[0], kind="school", organisation="Edith Primary", contact_name="Ms Lee"
    )
    NetworkTie.objects.create(case=cast.case, member=cast.children[0], kind="friend", contact_name="Aunt Bee")
    parent_of([shirin], "Rokeya")
    page = bo.get(f"{list_of(meeting)}new/")
    said = read(page).said
    assert "Shirin" in said and "Jamal" in said and "Anisa Rahman" in said and "Amara Obi" in said
    assert "Ms Lee, Edith Primary" in said and "Aunt Bee" not in said
    assert "Rokeya" not in said, "a parent, but not of the children"
    keys = [key for key, label in page.context["form"].fields["people"].choices if "Jamal" not in str(label)]
    answer = bo.post(f"{list_of(meeting)}new/", {"people": keys, "name": "PC Hale", "agency": "police"})
    assert answer["Location"] == list_of(meeting)
    there = {str(row): row.agency for row in Invitation.objects.all()}
    assert there["PC Hale"] == "police" and there["Ms Lee, Edith Primary"] == "education"
    assert there["Amara Obi"] == "social-care" and there[shirin.name] == ""
    left = [str(label) for _, label in bo.get(f"{list_of(meeting)}new/").context["form"].fields["people"].choices]
    assert left == [jamal.name]  # once is enough


def test_the_whole_grid_is_saved_at_once_and_what_nobody_touched_stays(
    cast: SimpleNamespace, bo: Any, meeting: PlannedMeeting
) -> None:
    anisa = InvitedFactory(meeting=meeting, member=cast.children[0])
    lee = InvitedFactory(meeting=meeting, name="Ms Lee", agency="education")
    page = bo.get(list_of(meeting))
    said = sent(page) | {f"how_{lee.pk}": "phone", f"answer_{lee.pk}": "coming", f"needs_{lee.pk}": ["lift"]}
    Invitation.objects.filter(pk=anisa.pk).update(answer="cannot", version=anisa.version + 1)  # by somebody else
    answer = bo.post(list_of(meeting), said)
    assert answer.status_code == 302, answer.context["form"].errors
    anisa.refresh_from_db()
    lee.refresh_from_db()
    assert (lee.how, lee.answer, lee.needs) == ("phone", "coming", "A lift there and back")
    assert lee.invited_by and lee.invited_on and anisa.answer == "cannot"


def test_of_two_people_who_write_about_one_person_the_second_sees_both_and_nothing_is_lost(
    cast: SimpleNamespace, bo: Any, read: Any, meeting: PlannedMeeting
) -> None:
    lee = InvitedFactory(meeting=meeting, name="Ms Lee", agency="education")
    said = sent(bo.get(list_of(meeting))) | {f"answer_{lee.pk}": "coming"}
    Invitation.objects.filter(pk=lee.pk).update(answer="cannot", version=lee.version + 1)
    answer = bo.post(list_of(meeting), said)
    assert "Somebody wrote about Ms Lee meanwhile: Cannot come" in read(answer).said
    lee.refresh_from_db()
    assert lee.answer == "cannot"
    again = said | {f"version_{lee.pk}": answer.context["form"][f"version_{lee.pk}"].value()}
    assert bo.post(list_of(meeting), again).status_code == 302
    lee.refresh_from_db()
    assert lee.answer == "coming"


def test_somebody_taken_off_the_list_is_kept_and_may_be_asked_again(
    cast: SimpleNamespace, bo: Any, meeting: PlannedMeeting
) -> None:
    row = InvitedFactory(meeting=meeting, member=cast.children[0])
    url = f"/cases/{cast.case.pk}/invitations/{row.pk}/taking-off/"
    assert "not asked to this meeting after all" in bo.get(url).content.decode()
    assert bo.post(url)["Location"] == list_of(meeting)
    row.refresh_from_db()
    assert row.taken_off_on and bo.get(url).status_code == 404
    assert bo.post(f"{list_of(meeting)}new/", {"people": [f"m{cast.children[0].pk}"]}).status_code == 302


def test_a_child_says_how_they_took_part_in_plain_words(
    cast: SimpleNamespace, bo: Any, read: Any, meeting: Any
) -> None:
    anisa = InvitedFactory(meeting=meeting, member=cast.children[0])
    page = bo.get(f"{list_of(meeting)}attendance/")
    said = read(page).said
    assert "Came, and an advocate spoke for them" in said and "PN2" not in said and "Under four" not in said
    told = sent(page) | {f"attended_{anisa.pk}": "came", f"participation_{anisa.pk}": "PN2"}
    assert bo.post(f"{list_of(meeting)}attendance/", told).status_code == 302
    anisa.refresh_from_db()
    assert (anisa.attended, anisa.participation) == ("came", "PN2")


# --- Never a letter that gives somebody away ------------------------------------------------------------------------


def letter_url(row: Invitation) -> str:
    return f"/cases/{row.case_id}/invitations/{row.pk}/letter/"


@pytest.fixture
def apart(cast: SimpleNamespace, meeting: PlannedMeeting) -> tuple[Invitation, Invitation]:
    """Mother and father, asked to one meeting; what she needs must never reach him."""
    shirin, jamal = parents_apart(cast)
    hers = InvitedFactory(
        meeting=meeting, member=shirin, needs=f"Comes and leaves apart from somebody; {ARRIVES}", answer="coming"
    )
    return hers, InvitedFactory(meeting=meeting, member=jamal)


def test_fathers_papers_never_say_mothers_address_number_arrival_or_that_she_comes(
    cast: SimpleNamespace, bo: Any, apart: tuple[Invitation, Invitation]
) -> None:
    hers, his = apart
    papers = [bo.get(letter_url(his)).content.decode()]
    begun = bo.get(letter_url(his)).context["form"].initial
    answer = bo.post(letter_url(his), {"words": begun["words"], "number": "020 7946 0000", "how": "copied"})
    assert answer.status_code == 302, answer.context["form"].errors
    papers += [bo.get(answer["Location"]).content.decode()]
    release = Release.objects.get(kind="invitation")
    papers += [str(release.body), bo.get(f"{answer['Location']}file/?as=word").content.decode(errors="ignore")]
    for paper in papers:
        for secret in (SECRET, "Hidden Row", "refuge", NUMBER, ARRIVES, "back door", "Shirin"):
            assert secret not in paper
    assert his.case_id and "Tuesday 10 November at 10 am" in str(release.body)
    assert hers.needs in bo.get(list_of(hers.meeting)).content.decode()  # the worker's own list says it: it could sing


@pytest.mark.parametrize("said", [SECRET, "nw9 9zz", NUMBER, "Come to the refuge"])
def test_a_letter_that_says_it_all_the_same_is_refused_with_a_sentence(
    bo: Any, read: Any, apart: tuple[Invitation, Invitation], said: str
) -> None:
    _, his = apart
    told = {"words": f"Dear Jamal, we meet: {said}.", "number": "", "how": "by-hand"}
    assert "Take this out: it is not to be shared with Jamal" in read(bo.post(letter_url(his), told)).said
    assert not Release.objects.exists()


def test_a_meeting_at_a_home_that_is_not_to_be_shared_is_not_in_the_letter(
    bo: Any, read: Any, apart: tuple[Invitation, Invitation]
) -> None:
    _, his = apart
    PlannedMeeting.objects.update(place=f"At {SECRET}")
    page = bo.get(letter_url(his))
    assert "The place of this meeting is not to be shared with Jamal" in read(page).said
    assert SECRET not in page.content.decode()


def test_nothing_is_posted_to_somebody_whose_home_is_not_to_be_shared(
    bo: Any, read: Any, apart: tuple[Invitation, Invitation]
) -> None:
    hers, _ = apart
    page = bo.get(letter_url(hers))
    assert "nothing is posted there or sent" in read(page).said
    assert bo.post(letter_url(hers), {"words": "Dear Shirin", "number": "", "how": "posted"}).status_code == 200
    grid = sent(bo.get(list_of(hers.meeting))) | {f"how_{hers.pk}": "post"}
    assert "nothing is posted there" in read(bo.post(list_of(hers.meeting), grid)).said
    assert not Release.objects.exists() and not Invitation.objects.exclude(how="").exists()


def test_nobody_is_rung_on_a_number_that_is_not_safe(bo: Any, read: Any, apart: tuple[Invitation, Invitation]) -> None:
    _, his = apart
    his.member.contact_points.update(is_safe=False)
    grid = sent(bo.get(list_of(his.meeting))) | {f"how_{his.pk}": "phone"}
    assert "We know no number that is safe for Jamal" in read(bo.post(list_of(his.meeting), grid)).said


def test_a_letter_sent_twice_is_one_letter(bo: Any, apart: tuple[Invitation, Invitation]) -> None:
    _, his = apart
    page = bo.get(letter_url(his))
    told = {"words": "Dear Jamal, come.", "number": "", "how": "by-hand", "_key": str(page.context["kept"].key)}
    first, second = bo.post(letter_url(his), told), bo.post(letter_url(his), told)
    assert first["Location"] == second["Location"] and Release.objects.count() == 1


# --- What follows from who came -------------------------------------------------------------------------------------


def test_what_the_list_says_is_not_typed_again_when_the_meeting_is_written_down(
    cast: SimpleNamespace, browser_for: Any, meeting: PlannedMeeting
) -> None:
    helped(cast.case, cast.children, worker=cast.amara, manager=cast.bilal)
    PlannedMeeting.objects.update(kind="help-review")
    InvitedFactory(meeting=meeting, member=cast.children[0], attended="came", participation="PN1")
    InvitedFactory(meeting=meeting, name="Ms Lee", agency="education", attended="apologies")
    amara = browser_for(cast.amara)
    url = f"/cases/{cast.case.pk}/meetings/new/?planned={meeting.pk}"
    first = amara.get(url).context["form"].initial
    assert first["who_came"] == "Anisa Rahman. Did not come: Ms Lee (Education)."
    assert first["kind"] == "help-review" and len(first["children"]) == 3
    told = {"kind": "help-review", "children": first["children"], "held_on_quick": "2026-11-03",
            "who_came": first["who_came"], "words": "Sleep first."}  # fmt: skip
    answer = amara.post(url, told)
    assert answer.status_code == 302, answer.context["form"].errors
    meeting.refresh_from_db()
    assert meeting.held_as and "It was held" in amara.get(meeting.get_absolute_url()).content.decode()
    assert "written this meeting down already" in amara.post(url, told).content.decode()


def test_the_outcome_of_a_conference_begins_with_who_came(cast: SimpleNamespace, browser_for: Any, read: Any) -> None:
    chair = chair_of(cast.service).user
    conference = ProtectionConferenceFactory(case=cast.case, about=cast.children[:1], chair=chair)
    InvolvementFactory(child=cast.children[0], worker=chair, team=cast.pod, role="chair")
    for name, agency in (("Amara Obi", "social-care"), ("PC Hale", "police")):
        InvitedFactory(conference=conference, name=name, agency=agency, attended="came")
    InvitedFactory(conference=conference, member=cast.children[0], attended="came", participation="PN1")
    dawn = browser_for(chair)
    said = read(dawn.get(f"{list_of(conference, 'conference')}attendance/")).said
    assert "A quorum is children’s social care and 2 other agencies" in said
    InvitedFactory(conference=conference, name="Dr Roe", agency="health", attended="online")
    assert "a quorum." in read(dawn.get(f"{list_of(conference, 'conference')}attendance/")).said
    first = dawn.get(f"{conference.get_absolute_url()}outcome/").context["form"].initial
    assert first["agencies"] == ["social-care", "police", "health"]
    assert first[f"participation_{cast.children[0].pk}"] == "PN1"


# --- Who may ------------------------------------------------------------------------------------------------------


def test_business_support_invites_and_decides_nothing(cast: SimpleNamespace, bo: Any, meeting: PlannedMeeting) -> None:
    settle_protection(cast)
    case = f"/cases/{cast.case.pk}"
    assert bo.get(f"{case}/planned-meetings/new/").status_code == 200
    for refused in ("meetings/new/", "disputes/new/", "visits/new/", "plans/new/", "protection-conferences/new/"):
        assert bo.get(f"{case}/{refused}").status_code == 403, refused


def test_nobody_who_must_not_see_the_family_sees_a_list(
    cast: SimpleNamespace, browser_for: Any, meeting: PlannedMeeting
) -> None:
    kept_out = business_support(cast, "Kit Moss")
    ExclusionFactory(case=cast.case, worker=kept_out)
    for user in (cast.dan, kept_out):
        browser = browser_for(user)
        for url in (list_of(meeting), f"{list_of(meeting)}attendance/", f"{list_of(meeting)}new/"):
            assert browser.get(url).status_code == 404
    cast.case.is_restricted = True
    cast.case.save()
    assert browser_for(business_support(cast, "Lu Park")).get(list_of(meeting)).status_code == 404


@pytest.mark.parametrize("page", ["", "new/", "attendance/"])
def test_the_list_asks_as_many_questions_of_twenty_people_as_of_two(
    bo: Any, meeting: PlannedMeeting, page: str
) -> None:
    for number in range(2):
        InvitedFactory(meeting=meeting, name=f"Guest {number}", agency="health")
    with CaptureQueriesContext(connection) as few:
        bo.get(f"{list_of(meeting)}{page}")
    for number in range(18):
        InvitedFactory(meeting=meeting, name=f"More {number}", agency="health")
    with CaptureQueriesContext(connection) as many:
        bo.get(f"{list_of(meeting)}{page}")
    assert len(of_the_page(many)) == len(of_the_page(few)) <= MOST, [sql[:90] for sql in of_the_page(many)]


def test_every_answer_in_the_grid_has_a_label_that_names_the_person(
    cast: SimpleNamespace, bo: Any, meeting: PlannedMeeting
) -> None:
    row = InvitedFactory(meeting=meeting, member=cast.children[0])
    html = bo.get(list_of(meeting)).content.decode()
    for name in ("how", "answer", "other"):
        assert f'for="id_{name}_{row.pk}"' in html and f'id="id_{name}_{row.pk}"' in html
    assert "tabindex" not in html.split('<table class="grid">')[1].split("</table>")[0]
