"""How far a home is, what people carry beside their families, and who speaks what: noted by those who know it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone
from django.utils.html import strip_tags
from pytest import raises

from cases import measures
from cases.models import Case, ExtraDuty, Language, WayThere
from tests.conftest import as_role
from tests.factories.allocating import ExtraDutyFactory, LanguageFactory, WayThereFactory
from tests.factories.camden import MembershipFactory


def words(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def load_of(cast: SimpleNamespace, on: date) -> measures.Caseload:
    return measures.caseloads(cases=Case.objects.all(), team_ids=[cast.pod.pk], on=on, worker=cast.amara.pk)[0]


def test_the_way_to_a_home_counts_for_each_child_there(cast: SimpleNamespace, browser_for: Any) -> None:
    page, amara = f"/cases/{cast.case.pk}/people/homes/{cast.home.pk}/way/", browser_for(cast.amara)
    on = timezone.localdate()
    before = load_of(cast, on).score.load
    assert "North team" in words(amara.get(page)), "the base of the team, and of the pods beneath it"
    assert "Choose whose base it is." in words(amara.post(page, {"minutes": "70"}))
    assert amara.post(page, {"team": cast.team.pk, "minutes": "70"}).status_code == 302
    assert load_of(cast, on).score.load == before + 3 * 1000
    assert "From North team: 70 minutes, noted by Amara Obi" in words(amara.get(page))
    amara.post(page, {"team": cast.team.pk, "minutes": "40"})
    assert WayThere.objects.get().minutes == 40 and load_of(cast, on).score.load == before + 3 * 500


def test_the_way_from_the_nearer_base_counts(cast: SimpleNamespace, today: date) -> None:
    near = load_of(cast, today).score.load
    WayThereFactory(case=cast.case, household=cast.home, team=cast.service, minutes=130, noted_by=cast.amara)
    assert load_of(cast, today).score.load == near + 3 * 2000
    WayThereFactory(case=cast.case, household=cast.home, team=cast.pod, minutes=10, noted_by=cast.amara)
    assert load_of(cast, today).score.load == near
    WayThereFactory(case=cast.case, household=cast.home, team=cast.elsewhere, minutes=130, noted_by=cast.amara)
    assert load_of(cast, today).score.load == near, "a way from another team's base is nobody's here"


def test_a_manager_notes_what_somebody_carries_and_ends_it(cast: SimpleNamespace, browser_for: Any) -> None:
    bilal, on = browser_for(cast.bilal), timezone.localdate()
    before = load_of(cast, on).score.load
    sent = {"person": cast.amara.pk, "duty": "practice-educator", "started_on": on.isoformat(), "about": "A student"}
    said = bilal.post("/cases/extra-duties/new/", sent, follow=True)
    assert "Practice educator" in words(said) and "A student" in words(said)
    assert load_of(cast, on).score.load == before + 8000
    assert "carries this already" in words(bilal.post("/cases/extra-duties/new/", sent))
    assert "Practice educator" in words(browser_for(cast.amara).get("/cases/extra-duties/"))
    row = ExtraDuty.objects.get()
    end, tomorrow = f"/cases/extra-duties/{row.pk}/ending/", on + timedelta(days=1)
    early = bilal.post(end, {"ended_on": (on - timedelta(days=1)).isoformat()})
    assert "It began on" in words(early)
    assert bilal.post(end, {"ended_on": tomorrow.isoformat()}).status_code == 302
    assert load_of(cast, on).score.load == before + 8000 and load_of(cast, tomorrow).score.load == before


def test_nobody_notes_what_they_or_strangers_carry(cast: SimpleNamespace, browser_for: Any) -> None:
    row = ExtraDutyFactory(person=cast.amara, noted_by=cast.bilal)
    for person in (cast.amara, cast.dan):
        assert browser_for(person).get("/cases/extra-duties/new/").status_code == 403
    stranger = MembershipFactory(team=cast.elsewhere, role="team-manager").user
    assert browser_for(stranger).get(f"/cases/extra-duties/{row.pk}/ending/").status_code == 404
    assert "Amara" not in words(browser_for(stranger).get("/cases/extra-duties/"))
    sent = {"person": cast.bilal.pk, "duty": "champion", "started_on": "2026-11-01"}
    assert browser_for(cast.bilal).post("/cases/extra-duties/new/", sent).status_code == 200
    assert ExtraDuty.objects.count() == 1


def test_the_wall_lets_nobody_write_duties_or_languages_of_others(cast: SimpleNamespace) -> None:
    row, spoken = ExtraDutyFactory(person=cast.amara, noted_by=cast.bilal), LanguageFactory(person=cast.amara)
    for person, sees in ((cast.amara, 1), (cast.bilal, 1), (cast.cora, 1), (cast.dan, 0), (cast.eve, 0)):
        with as_role("camden_app"), connection.cursor() as cursor:
            cursor.execute("select set_config('app.user_id', %s, false)", [str(person.pk)])
            assert ExtraDuty.objects.count() == sees, person.name
            assert Language.objects.count() == 1
            ended = ExtraDuty.objects.filter(pk=row.pk).update(ended_on="2026-12-01")
            assert bool(ended) == (person in (cast.bilal, cast.cora))
            assert Language.objects.filter(pk=spoken.pk).update(ended_on=None) == (person == cast.amara)
    with as_role("camden_app"), connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, false)", [str(cast.dan.pk)])
        with raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Language.objects.create(person=cast.amara, name="French", started_on="2026-11-01")
        with raises(ProgrammingError, match="row-level security"), transaction.atomic():
            ExtraDutyFactory(person=cast.amara, noted_by=cast.dan, duty="champion")


def test_somebody_says_which_languages_they_speak(cast: SimpleNamespace, browser_for: Any) -> None:
    amara = browser_for(cast.amara)
    said = words(amara.post("/cases/languages/", {"name": "  sylheti "}, follow=True))
    assert "Sylheti is on your list." in said and "SylhetiAmara Obi" in said
    assert "on your list already" in words(amara.post("/cases/languages/", {"name": "SYLHETI"}))
    row = Language.objects.get()
    assert browser_for(cast.dan).get(f"/cases/languages/{row.pk}/ending/").status_code == 404
    assert "Amara Obi" in words(browser_for(cast.dan).get("/cases/languages/"))
    assert amara.post(f"/cases/languages/{row.pk}/ending/").status_code == 302
    assert "Nobody has said so yet" in words(amara.get("/cases/languages/"))


def test_who_could_take_a_family_says_who_speaks_with_them_and_how_far_it_is(cast: Any, browser_for: Any) -> None:
    rosa = MembershipFactory(user__name="Rosa Begum", team=cast.pod).user
    anisa = cast.children[0]
    anisa.language = "Sylheti"
    anisa.save()
    LanguageFactory(person=rosa, name="sylheti")
    WayThereFactory(case=cast.case, household=cast.home, team=cast.team, minutes=75, noted_by=cast.amara)
    said = words(browser_for(cast.bilal).get(f"/cases/{cast.case.pk}/who-could-take/?child={anisa.pk}"))
    assert "Speaks Sylheti" in said and "Has 75 minutes to go, one way" in said
