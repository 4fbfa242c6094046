"""People in the settings area: found, added, given a role, employed, and let out again, without a shell."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.utils import timezone

from camden.access import ROLES, Role
from camden.models import Employment, Recorded, User
from camden.office.people_reading import PAGE, people
from camden.operations.people import employ, join_team, welcome
from tests.conftest import AppClient
from tests.factories.camden import MembershipFactory, UserFactory

EMPLOYED = {"grade": "social-worker", "per_cent": "60", "present": ""}


@pytest.fixture
def eve(cast: SimpleNamespace, browser_for: Any) -> AppClient:
    """The browser of the administrator."""
    return browser_for(cast.eve)


def page_of(user: User, rest: str = "") -> str:
    return f"/settings/people/{user.pk}/{rest}"


def today_typed() -> str:
    return timezone.localdate().isoformat()


def test_everybody_is_listed_by_name_with_their_role(cast: SimpleNamespace, eve: AppClient) -> None:
    page = eve.get("/settings/people/")
    assert [line.name for line in page.context["page"].lines] == [
        "Amara Obi",
        "Bilal Aziz",
        "Cora Lynch",
        "Dan Price",
        "Eve Storey",
    ]
    assert "Social worker, Primrose" in page.content.decode()


@pytest.mark.parametrize(
    ("words", "found"),
    [("obi amara", ["Amara Obi"]), ("DAN@", ["Dan Price"]), ("%", []), ("oe", ["Zoë Böhm"]), ("bohm", ["Zoë Böhm"])],
)
def test_somebody_is_found_by_any_words_of_their_name_or_address(
    cast: SimpleNamespace, eve: AppClient, words: str, found: list[str]
) -> None:
    UserFactory(name="Zoë Böhm")
    assert [line.name for line in eve.get("/settings/people/", {"q": words}).context["page"].lines] == found


def test_a_team_lists_those_beneath_it_too_and_nobody_who_left(cast: SimpleNamespace, eve: AppClient) -> None:
    MembershipFactory(user=cast.dan, team=cast.pod, ended_on="2026-10-01")
    page = eve.get("/settings/people/", {"team": cast.team.pk}).context["page"]
    assert [line.name for line in page.lines] == ["Amara Obi", "Bilal Aziz"]


def test_jobs_of_the_system_are_no_people(cast: SimpleNamespace, eve: AppClient) -> None:
    job = welcome(name="Aardvark", email="job@localhost", is_system=True)
    assert "Aardvark" not in eve.get("/settings/people/").content.decode()
    assert eve.get(page_of(job)).status_code == 404


def test_five_thousand_people_are_walked_page_by_page_and_nobody_twice(
    cast: SimpleNamespace, eve: AppClient, at_most: Any
) -> None:
    User.objects.bulk_create(User(name=f"Worker {n % 700}", email=f"w{n}@x.org", password="!") for n in range(5000))
    with at_most(10):
        first = eve.get("/settings/people/").context["page"]
    seen, page = [line.pk for line in first.lines], first
    for _ in range(3):
        page = people(after=int(page.more))
        seen += [line.pk for line in page.lines]
    assert len(seen) == len(set(seen)) == 4 * PAGE
    assert [line.name for line in people(words="W4999@").lines] == ["Worker 99"]


def test_somebody_is_added_and_chooses_their_own_password(cast: SimpleNamespace, eve: AppClient) -> None:
    answer = eve.post("/settings/people/new/", {"name": "Femi Ojo", "email": "Femi@EXAMPLE.org"}, follow=True)
    assert "Femi Ojo is added." in answer.content.decode()
    femi = User.objects.get(email="femi@example.org")
    assert not femi.has_usable_password() and not femi.is_system
    AppClient().post("/accounts/password/reset/", {"email": "femi@example.org"})
    (link,) = re.findall(r"/accounts/password/reset/key/\S+", mail.outbox[0].body)
    browser = AppClient()
    form = browser.get(link, follow=True)
    new = {"password1": "lantern-otter-quay-7", "password2": "lantern-otter-quay-7"}
    browser.post(form.request["PATH_INFO"], new)
    browser.post("/accounts/login/", {"login": "femi@example.org", "password": "lantern-otter-quay-7"})
    assert browser.session["_auth_user_id"] == str(femi.pk)


def test_nobody_is_added_twice(cast: SimpleNamespace, eve: AppClient) -> None:
    answer = eve.post("/settings/people/new/", {"name": "Another", "email": "AMARA@example.org"})
    assert "Somebody here has this e-mail address already." in answer.content.decode()


def test_a_role_is_given_with_its_sentence_before_ones_eyes(cast: SimpleNamespace, eve: AppClient) -> None:
    url = page_of(cast.dan, "roles/new/")
    page = eve.get(url).content.decode()
    for role, says in ROLES.items():
        assert (says.sentence.replace("'", "&#x27;") in page) == role.has_account
    said = {"role": "senior-practitioner", "team": cast.pod.pk, "started_on_quick": today_typed()}
    answer = eve.post(url, said, follow=True)
    assert "Dan Price is now Senior practitioner in Primrose." in answer.content.decode()
    assert Role.SENIOR_PRACTITIONER in User.objects.get(pk=cast.dan.pk).roles
    assert [done.action for done in Recorded.objects.filter(user_id=cast.eve.pk)] == ["gave a role"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"role": "social-worker", "team": "elsewhere"}, "This person has this role in this team already."),
        ({"role": "partner-practitioner"}, "Choose one of the answers on the list."),
        ({"started_on": "1 1 2030", "started_on_quick": "other"}, "cannot be after today"),
    ],
)
def test_a_role_that_cannot_be_given_says_why(
    cast: SimpleNamespace, eve: AppClient, said: dict[str, Any], told: str
) -> None:
    whole = {"role": "clinician", "team": "pod", "started_on_quick": today_typed()} | said
    whole["team"] = getattr(cast, whole["team"]).pk
    assert told in eve.post(page_of(cast.dan, "roles/new/"), whole).content.decode()
    assert cast.dan.memberships.count() == 1


def test_a_role_ends_and_stays_to_be_read(cast: SimpleNamespace, eve: AppClient, browser_for: Any) -> None:
    role = cast.dan.memberships.get()
    url = page_of(cast.dan, f"roles/{role.pk}/ending/")
    assert "before" not in eve.get(url).content.decode()
    early = eve.post(url, {"ended_on": "1 1 2025", "ended_on_quick": "other"})
    assert "Enter a day on or after the day the role began." in early.content.decode()
    page = eve.post(url, {"ended_on_quick": today_typed()}, follow=True).content.decode()
    assert "Dan Price is no longer Social worker in South team." in page
    assert "Earlier roles" in page and "5 January 2026 to" in page
    assert eve.get(url).status_code == 404
    assert browser_for(cast.dan).get("/cases/").status_code == 403


def test_employment_is_written_down_and_changed(cast: SimpleNamespace, eve: AppClient) -> None:
    url = page_of(cast.dan, "employment/")
    said = EMPLOYED | {"started_on": "5 1 2026", "started_on_quick": "other"}
    said |= {"programme": "asye", "programme_started_on": "5 1 2026", "registered_with": "swe"}
    said["registration_number"] = "SW12345"
    page = eve.post(url, said, follow=True).content.decode()
    for words in ("60% of full time", "Assessed and supported year", "Social Work England, SW12345", "The council"):
        assert words in page
    first = Employment.objects.get()
    more = said | {"per_cent": "100", "started_on_quick": today_typed(), "started_on": "", "present": first.pk}
    page = eve.post(url, more, follow=True).content.decode()
    assert "Full time" in page and "Earlier" in page
    assert list(cast.dan.employments.order_by("pk").values_list("fte_permille", "ended_on")) == [
        (600, timezone.localdate()),
        (1000, None),
    ]
    assert 'value="SW12345"' in eve.get(url).content.decode()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"per_cent": "120"}, "Nobody works more than full time"),
        ({"per_cent": "half"}, "Enter a number, for example 60."),
        ({"programme": "asye"}, "Enter the day the programme began"),
        ({"programme_started_on": "5 1 2026"}, "Choose the programme"),
        ({"registration_number": "SW1"}, "Choose who registers them"),
        ({"grade": ""}, "Choose a grade."),
    ],
)
def test_an_employment_that_makes_no_sense_says_why(
    cast: SimpleNamespace, eve: AppClient, said: dict[str, str], told: str
) -> None:
    whole = EMPLOYED | {"started_on_quick": today_typed()} | said
    assert told in eve.post(page_of(cast.dan, "employment/"), whole).content.decode()
    assert not Employment.objects.exists()


def test_two_administrators_at_one_employment_see_both(cast: SimpleNamespace, eve: AppClient, today: Any) -> None:
    employ(user=cast.dan, on=today, grade="manager", fte_permille=500)
    answer = eve.post(page_of(cast.dan, "employment/"), EMPLOYED | {"started_on_quick": today_typed()})
    page = answer.content.decode()
    assert "it is now Manager, 50%. Save again to keep yours." in page
    assert 'value="60"' in page
    again = EMPLOYED | {"started_on_quick": today_typed(), "present": answer.context["form"]["present"].value()}
    eve.post(page_of(cast.dan, "employment/"), again)
    assert Employment.objects.get(ended_on=None).fte_permille == 600


def test_an_employment_ends(cast: SimpleNamespace, eve: AppClient, today: Any) -> None:
    url = page_of(cast.dan, "employment/ending/")
    assert eve.get(url).status_code == 404
    employ(user=cast.dan, on=today, grade="manager")
    eve.post(url, {"ended_on_quick": today_typed()})
    assert Employment.objects.get().ended_on == timezone.localdate()


def test_a_closed_account_is_out_at_once_and_back_when_opened(
    cast: SimpleNamespace, eve: AppClient, browser_for: Any
) -> None:
    dan = browser_for(cast.dan)
    assert dan.get("/roles/").status_code == 200
    eve.get(page_of(cast.dan, "closure/"))
    assert dan.get("/roles/").status_code == 200, "asking is not closing"
    assert "They are signed out." in eve.post(page_of(cast.dan, "closure/"), follow=True).content.decode()
    assert dan.get("/roles/").status_code == 302
    eve.post(page_of(cast.dan, "reopening/"))
    assert browser_for(cast.dan).get("/roles/").status_code == 200


def test_whoever_lost_their_telephone_sets_up_a_new_second_proof(cast: SimpleNamespace, eve: AppClient) -> None:
    for user in (cast.dan, cast.eve):
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    assert "ring them" in eve.get(page_of(cast.dan, "lost-telephone/")).content.decode()
    page = eve.post(page_of(cast.dan, "lost-telephone/"), follow=True).content.decode()
    assert "Dan Price sets up a new one at the next sign-in." in page
    own = eve.post(page_of(cast.eve, "lost-telephone/")).content.decode()
    assert "Ask another administrator to do this for you." in own
    assert [proof.user for proof in Authenticator.objects.all()] == [cast.eve]


def test_a_name_is_put_right_and_an_address_only_before_its_first_use(cast: SimpleNamespace, eve: AppClient) -> None:
    femi = welcome(name="Femi Oyo", email="fermi@example.org")
    seen = {"was_name": "Femi Oyo", "was_email": "fermi@example.org"}
    eve.post(page_of(femi, "name/"), {"name": "Femi Ojo", "email": "femi@example.org", **seen})
    femi.refresh_from_db()
    assert (femi.name, femi.email) == ("Femi Ojo", "femi@example.org")
    User.objects.filter(pk=femi.pk).update(last_login=timezone.now())
    assert "could take over the account" in eve.get(page_of(femi, "name/")).content.decode()
    seen = {"was_name": "Femi Ojo", "was_email": "femi@example.org"}
    eve.post(page_of(femi, "name/"), {"name": "Femi Ojo-Bell", "email": "eve@elsewhere.org", **seen})
    femi.refresh_from_db()
    assert (femi.name, femi.email) == ("Femi Ojo-Bell", "femi@example.org")


def test_whoever_is_overtaken_at_a_name_sees_both(cast: SimpleNamespace, eve: AppClient) -> None:
    said = {"name": "Daniel Price", "was_name": "Dan Preis", "was_email": "dan@example.org", "email": "dan@example.org"}
    page = eve.post(page_of(cast.dan, "name/"), said).content.decode()
    assert "it is now “Dan Price”, dan@example.org" in page and 'value="Daniel Price"' in page


def test_an_administrator_changes_nothing_about_themselves_but_their_name(
    cast: SimpleNamespace, eve: AppClient
) -> None:
    own = eve.get(page_of(cast.eve)).content.decode()
    assert "This is you." in own and "Give a role" not in own and "Close the account" not in own
    role = cast.eve.memberships.get()
    day = {"started_on_quick": today_typed(), "ended_on_quick": today_typed()}
    for rest, said in {
        "roles/new/": {"role": "service-manager", "team": cast.service.pk},
        f"roles/{role.pk}/ending/": {},
        "employment/": EMPLOYED,
        "closure/": {},
        "reopening/": {},
    }.items():
        answer = eve.post(page_of(cast.eve, rest), day | said)
        assert "Nobody changes their own roles" in answer.content.decode(), rest
    cast.eve.refresh_from_db()
    assert cast.eve.roles == [Role.SYSTEM_ADMINISTRATOR] and cast.eve.is_active
    seen = {"was_name": cast.eve.name, "was_email": cast.eve.email, "email": cast.eve.email}
    assert eve.post(page_of(cast.eve, "name/"), {"name": "Eve Storey-Hall", **seen}).status_code == 302


def test_an_administrator_reads_no_family(cast: SimpleNamespace, eve: AppClient) -> None:
    for path in ("/settings/people/", page_of(cast.amara), "/settings/teams/"):
        page = eve.get(path)
        assert b"Rahman" not in page.content and not page.wsgi_request.opened.cases


def test_pages_of_one_person_stay_within_their_budget(
    cast: SimpleNamespace, eve: AppClient, at_most: Any, today: Any
) -> None:
    for role in (Role.CLINICIAN, Role.ANALYST, Role.TRAINING_LEAD):
        join_team(user=cast.dan, team=cast.pod, role=role, on=today)
    employ(user=cast.dan, on=today, grade="manager")
    for rest in ("", "name/", "roles/new/", "employment/", "closure/"):
        with at_most(10):
            assert eve.get(page_of(cast.dan, rest)).status_code == 200
