"""The page of the genogram, through the browser."""

import gzip
import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from camden.celery import app
from camden.principal import acting_as
from cases.models import CulturalNote, Document, EmotionalTie, GenogramOrder, HouseholdMembership, Member, Relationship
from cases.operations.genogram import CLEARER, keep_clearer
from cases.rules.picture_order import fingerprint
from cases.tasks import find_clearer_order
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.cases import ChildFactory, HouseholdFactory
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/genogram/"


@pytest.fixture
def kin(cast: SimpleNamespace) -> SimpleNamespace:
    """Shirin and Jamal with their three children; Rahima, mother of Shirin; Jamal moved out in 2024."""
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    jamal = AdultFactory(case=cast.case, given_name="Jamal", family_name="Rahman", sex="M")
    rahima = AdultFactory(case=cast.case, given_name="Rahima", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children)
    relates(jamal, "father", *cast.children)
    relates(rahima, "mother", shirin)
    HouseholdFactory(case=cast.case, name="Flat 4", people=[])
    HouseholdMembership.objects.create(
        case=cast.case, household=cast.home, member=jamal, started_on=date(2015, 1, 1), ended_on=date(2024, 2, 3)
    )
    return SimpleNamespace(shirin=shirin, jamal=jamal, rahima=rahima)


def words(read: Any, response: Any) -> str:
    assert response.status_code == 200
    return " ".join(read(response).said.split())


def test_the_table_says_who_is_in_the_picture_and_how_they_are_related(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    response = amara.get(url)
    said = words(read, response)
    assert "People (6)" in said
    assert "Rahima Khatungrandmother (mother's side)" in said
    for member in Member.objects.filter(case=cast.case):
        assert response.content.count(f'data-select="m{member.pk}"'.encode()) == 2, "in the picture and in the table"


def test_whoever_is_chosen_stands_beside_the_picture_without_script(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    key = f"m{kin.shirin.pk}"
    plain = words(read, amara.get(url))
    assert "Choose somebody in the picture" in plain
    response = amara.get(url, {"person": key})
    said = words(read, response)
    assert "Shirin Khatun: child of Rahima Khatun" in said and "Change what is written" in said
    assert (
        f'id="at-{key}" href="?person={key}#person" data-select="{key}" aria-current="true"'
        in response.content.decode()
    )
    assert "Choose somebody in the picture" in words(read, amara.get(url, {"person": "m999999"})), "nobody's id"


def test_what_to_add_stands_first_beside_whoever_is_chosen_and_says_of_which_day_it_speaks(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    key = f"m{kin.shirin.pk}"
    said = words(read, amara.get(url, {"person": key}))
    assert said.index("+ partner") < said.index("Shirin Khatun: child of") < said.index("Change what is written")
    assert f"To {cast.children[0].name}mother" in said and "As it was on 3 November 2026" not in said
    assert "As it was on 1 January 2020" in words(read, amara.get(url, {"person": key, "on": "2020-01-01"}))


def test_every_child_at_the_centre_is_called_so_in_the_table(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    response = amara.get(url)
    assert response.content.count(b'data-part="index"') == 3
    assert words(read, response).count("child at the centre of this record") == 3


def test_a_layer_without_anything_to_draw_says_so_and_leads_to_where_it_is_written(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    asked = {"layers": "chosen", "culture": "1"}
    assert "ethnicity is written down in their own words yet" in words(read, amara.get(url, asked))
    CulturalNote.objects.create(
        case=cast.case, member=kin.shirin, kind="ethnicity", words="Sylheti", noted_by=cast.amara,
        noted_on=date(2026, 10, 1),
    )  # fmt: skip
    response = amara.get(url, asked)
    assert b"data-culture" in response.content and "roots: Sylheti" in words(read, response)
    assert "their own words yet" not in words(read, response)


def test_who_works_with_them_is_drawn_and_said_on_the_page_full_screen_and_in_the_file(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    Relationship.objects.filter(one=kin.shirin).update(parental_responsibility=True)
    asked = {"layers": "chosen", "around": "1"}
    response = amara.get(url, asked)
    assert response.content.count(b"data-responsible=") == 1 and b"data-numbers=" in response.content
    said = words(read, response)
    children = [child.name for child in cast.children]
    assert f"Shirin Khatunhas parental responsibility for{children[0]}, {children[1]} and {children[2]}" in said
    for there in ("full/", "file/"):
        assert b"data-numbers=" in amara.get(url + there, asked | {"for": "staff", "as": "svg"}).content
    assert b"data-responsible" not in amara.get(f"{url}full/", asked).content, "the family's own has no badge"


def test_two_days_are_drawn_beside_one_another_with_what_changed(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    response = amara.get(url, {"on": "2018-01-01", "and": "2026-11-03"})
    said = words(read, response)
    assert response.content.count(b"<svg xmlns") == 2
    assert "What changed from 1 January 2018 to 3 November 2026" in said
    assert "Zayd Rahman was born on 17 May 2025." in said and "Imran Rahman was born on 17 May 2018." in said
    assert "Jamal Rahman does not live at Somers Town any more." in said
    ids = [part.split('"')[0] for part in response.content.decode().split(' id="')[1:]]
    assert len(ids) == len(set(ids)), "two pictures, and no id twice"


@pytest.mark.parametrize(
    "query",
    [
        "?on=yesterday",
        "?on=9999-99-99",
        "?on=0001-01-01&and=2999-01-01",
        "?ties=%00&layers=1",
        "?person=<svg>",
        "?centre=m0",
    ],
)
def test_nothing_wrong_can_be_asked(amara: Any, url: str, kin: SimpleNamespace, query: str) -> None:
    assert amara.get(url + query).status_code == 200


def test_the_slider_goes_back_to_the_first_day_that_is_known(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace
) -> None:
    said = amara.get(url, {"on": "2020-06-01"}).content.decode()
    assert 'data-first="2015-01-01"' in said
    assert "?on=2018-05-17" in said and "?on=2024-02-03" in said, "the changes before and after"


def test_layers_are_ticks_of_a_form_and_ties_say_whose_view_they_are(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    EmotionalTie.objects.create(
        case=cast.case, one=kin.shirin, other=kin.rahima, kind="cut_off", view_of=kin.shirin,
        seen_on=date(2026, 10, 1), recorded_by=cast.amara,
    )  # fmt: skip
    assert b"data-emotional" not in amara.get(url).content
    response = amara.get(url, {"layers": "chosen", "homes": "1", "ties": "all"})
    said = words(read, response)
    assert b"data-emotional" in response.content and b"data-household" in response.content
    assert "cut off, as Shirin Khatun sees it on 1 October 2026" in said
    hers = amara.get(url, {"layers": "chosen", "ties": f"view-m{kin.shirin.pk}"}).content
    his = amara.get(url, {"layers": "chosen", "ties": f"view-m{kin.jamal.pk}"}).content
    assert b"data-emotional" in hers and b"data-household" not in hers
    assert b"data-emotional" not in his
    of_jamal = amara.get(url, {"layers": "chosen", "ties": "person", "person": f"m{kin.jamal.pk}"}).content
    assert b"data-emotional" not in of_jamal


def test_only_the_child_is_known(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    said = words(read, amara.get(url))
    assert "People (6)" in said and said.count("Parents not known") == 6, "a gap to ask about, never nobody"
    Member.objects.exclude(pk=cast.children[0].pk).update(mistaken_on=date(2026, 11, 1))
    said = words(read, amara.get(url))
    assert "People (2)" in said and "Anisa Rahmanchild ofParents not known" in said


def test_names_hostile_to_markup_are_words(cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace) -> None:
    Member.objects.filter(pk=kin.shirin.pk).update(given_name='"><script>alert(1)</script>', family_name="O'Neill & Co")
    response = amara.get(url, {"person": f"m{kin.shirin.pk}"})
    assert b"<script>alert" not in response.content
    picture = amara.get(f"{url}picture/")
    assert b"<script>" not in picture.content and picture["Content-Type"].startswith("image/svg+xml")


def test_the_full_screen_shows_what_the_family_may_see_unless_asked(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    Relationship.objects.filter(one=kin.jamal).update(is_kept_from_family=True)
    said = words(read, amara.get(f"{url}full/"))
    assert "For everybody in the room" in said
    assert b"Jamal" not in amara.get(f"{url}full/").content
    everything = amara.get(f"{url}full/", {"for": "staff"})
    assert "Only for people who work here" in words(read, everything) and b"Jamal" in everything.content


def test_a_nudge_by_two_people_at_once_is_told_to_the_second(
    cast: SimpleNamespace, amara: Any, url: str, kin: SimpleNamespace, read: Any
) -> None:
    amara.get(url)
    row = next(row for row in GenogramOrder.objects.get().rows if f"m{kin.shirin.pk}" in row)
    left, right = row
    asked = {"person": left, "move": f"right:{right}", "version": "1"}
    response = amara.post(f"{url}nudge/", asked)
    assert response.headers["Location"] == f"{url}?person={left}"
    other = amara.post(f"{url}nudge/", {"person": left, "move": f"left:{right}", "version": "1"}, follow=True)
    assert "Somebody else moved people meanwhile" in words(read, other)
    assert [each for each in GenogramOrder.objects.get().rows if left in each] == [[right, left]]
    assert "forget who was moved" in words(read, amara.get(url))
    assert "drawn afresh" in words(read, amara.post(f"{url}afresh/", {"nudges": "let-go"}, follow=True))
    assert GenogramOrder.objects.get().wishes == []


def test_whoever_only_reads_moves_nobody(cast: SimpleNamespace, browser_for: Any, url: str) -> None:
    assert browser_for(cast.dan).get(url).status_code == 404
    assert browser_for(cast.amara).get(f"{url}nudge/").status_code == 200
    assert browser_for(cast.amara).get(f"{url}afresh/").status_code == 200
    assert not [wish for order in GenogramOrder.objects.all() for wish in order.wishes]


def test_a_picture_drawn_by_hand_stands_beside(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    Document.objects.create(
        case=cast.case, kind="genogram", title="At the kitchen table", sha256="a" * 64, content_type="image/jpeg",
        size=9, added_by=cast.amara, added_on=date(2026, 11, 1),
    )  # fmt: skip
    response = amara.get(url)
    assert (
        "Drawn by hand At the kitchen table" in words(read, response)
        and b'alt="At the kitchen table"' in response.content
    )


def a_large_family(cast: SimpleNamespace, couples: int) -> None:
    """Couples with two children each, one of whom is of the next couple: five people more for every couple."""
    parent = cast.children[0]
    for at in range(couples):
        mother, father, aunt = (
            AdultFactory(case=cast.case, given_name=f"{name}{at}", sex=sex)
            for name, sex in (("Mina", "F"), ("Tom", "M"), ("Ada", "F"))
        )
        for one, kind in ((mother, "mother"), (father, "father")):
            relates(one, kind, *([parent, aunt] if at else [*cast.children]))
        parent = mother


def test_the_page_is_small_and_takes_few_questions_at_sixteen_people(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    a_large_family(cast, 4)
    ChildFactory(case=cast.case)
    amara.get(url)
    with CaptureQueriesContext(connection) as captured:
        response = amara.get(url, {"person": f"m{cast.children[0].pk}"}, headers={"Accept-Encoding": "gzip"})
    asked = of_the_page(captured.captured_queries)
    assert len(asked) <= 15, "\n".join(sql[:130] for sql in asked)
    assert b"People" in gzip.decompress(response.content)
    assert gzip.decompress(response.content).count(b"data-person=") >= 16
    assert len(response.content) <= 30_000
    with CaptureQueriesContext(connection) as captured:
        amara.get(url, {"person": f"m{cast.children[0].pk}", "on": "2020-01-01", "and": "2026-11-03"})
    assert len(of_the_page(captured.captured_queries)) <= 15


def waiting() -> list[Any]:
    """The jobs that wait in Valkey, taken off the queue: their names and what they were given."""
    found = []
    with app.connection_for_read() as there, there.SimpleQueue("celery") as queue:
        while True:
            try:
                message = queue.get(block=False)
            except queue.Empty:
                return found
            found.append((message.headers["task"], message.payload[0], message.body))
            message.ack()


def test_a_large_family_is_drawn_at_once_and_a_job_without_names_finds_a_clearer_order(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, django_capture_on_commit_callbacks: Any
) -> None:
    UserFactory(is_system=True)
    a_large_family(cast, 9)
    waiting()
    for _ in range(2):  # the first job was killed, its work lost: the next look asks again
        with django_capture_on_commit_callbacks(execute=True):
            assert "A clearer drawing is being made" in words(read, amara.get(url))
        ((task, given, body),) = waiting()
        assert task == CLEARER
    order = GenogramOrder.objects.get()
    assert order.drawn_at is None and sum(map(len, order.rows)) == 30
    said = body if isinstance(body, str) else bytes(body).decode()
    assert "Mina" not in json.dumps(given) + said and "Anisa" not in said and "2015" not in json.dumps(given)
    with as_role("camden_worker"):
        find_clearer_order(*given)
    clearer = GenogramOrder.objects.get()
    assert clearer.drawn_at and sorted(sum(clearer.rows, [])) == sorted(sum(order.rows, []))
    with as_role("camden_worker"):
        find_clearer_order(*given)  # twice: nobody waits for it any more
    assert GenogramOrder.objects.get().version == clearer.version
    with django_capture_on_commit_callbacks(execute=True):
        assert "A clearer drawing" not in words(read, amara.get(url))
    assert waiting() == []


def test_a_job_for_facts_that_changed_meanwhile_changes_nothing(
    cast: SimpleNamespace, amara: Any, url: str, django_capture_on_commit_callbacks: Any
) -> None:
    system = UserFactory(is_system=True)
    a_large_family(cast, 9)
    with django_capture_on_commit_callbacks():
        amara.get(url)
    order = GenogramOrder.objects.get()
    shape = {"people": [], "couples": [], "children": [], "twins": [], "homes": [], "links": []}
    given = {"case_pk": cast.case.pk, "made_for": "staff", "rows": [["m1"]]}
    with as_role("camden_worker"), acting_as(system):
        assert not keep_clearer(facts_sha256=fingerprint(shape), wishes=[], **given)
        assert not keep_clearer(facts_sha256=order.facts_sha256, wishes=[["m1", "m2"]], **given)
    assert GenogramOrder.objects.get().version == order.version


def test_a_job_reads_no_order_and_keeps_none_of_a_record_its_principal_does_not_see(cast: SimpleNamespace) -> None:
    nobody = UserFactory()
    given = {"case_pk": cast.case.pk, "made_for": "staff", "facts_sha256": "", "wishes": [], "rows": []}
    with as_role("camden_worker"), acting_as(nobody):
        with pytest.raises(ProgrammingError, match="no such record"), transaction.atomic():
            keep_clearer(**given)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            list(GenogramOrder.objects.values_list("rows"))


def test_a_queue_that_does_not_answer_does_not_keep_the_page(
    cast: SimpleNamespace, amara: Any, url: str, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    a_large_family(cast, 9)
    before = app.conf.broker_url
    app.conf.broker_url = "redis://127.0.0.1:1/0"
    try:
        with django_capture_on_commit_callbacks(execute=True):
            assert amara.get(url).status_code == 200
    finally:
        app.conf.broker_url = before
