"""A family's genogram from its record: the order it stands in is kept, and used again."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from camden.principal import acting_as
from cases.models import GenogramOrder, Member
from cases.operations.genogram import draw_afresh, keep_order, nudge
from cases.readings.genogram import linked, picture_of
from cases.rules.audience import FAMILY, STAFF
from cases.rules.genogram.family import Family, Parentage, Person, Union
from cases.rules.picture_order import NotMoved, best_rows, fingerprint, moved, shape_of
from tests.factories.record_people import AdultFactory, relates

ON = date(2026, 11, 3)
AT = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def by_amara(cast: SimpleNamespace) -> Iterator[None]:
    """Somebody does it: what is done is written down with who did it."""
    with acting_as(cast.amara):
        yield


@pytest.fixture
def parents(cast: SimpleNamespace) -> SimpleNamespace:
    """Shirin and Jamal, mother and father of the three, and two fathers of nobody here."""
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    jamal = AdultFactory(case=cast.case, given_name="Jamal", family_name="Rahman", sex="M")
    relates(shirin, "mother", *cast.children)
    relates(jamal, "father", *cast.children)
    return SimpleNamespace(shirin=shirin, jamal=jamal)


def look(cast: SimpleNamespace) -> GenogramOrder:
    keep_order(case=cast.case, picture=picture_of(cast.case, on=ON), on=ON, at=AT)
    return GenogramOrder.objects.get(case=cast.case, made_for="staff")


def test_everybody_of_the_record_is_in_the_picture_and_in_the_table(
    cast: SimpleNamespace, parents: SimpleNamespace
) -> None:
    picture = picture_of(cast.case, on=ON)
    keys = {f"m{member.pk}" for member in Member.objects.filter(case=cast.case)}
    assert len(keys) == 5
    assert {row.id for row in picture.people} == keys == {key for row in picture.rows for key in row}
    assert all(f'data-person="{key}"' in picture.svg for key in keys)


def test_a_second_look_at_the_same_facts_writes_nothing_and_draws_the_same(
    cast: SimpleNamespace, parents: SimpleNamespace
) -> None:
    first = picture_of(cast.case, on=ON)
    before = look(cast)
    assert look(cast).version == before.version == 1
    assert picture_of(cast.case, on=ON).svg == first.svg


def test_nobody_changes_sides_when_somebody_is_added(cast: SimpleNamespace, parents: SimpleNamespace) -> None:
    before = look(cast).rows
    granny = AdultFactory(case=cast.case, given_name="Rahima", sex="F")
    relates(granny, "mother", parents.shirin)
    after = look(cast)
    assert [[key for key in row if key != f"m{granny.pk}"] for row in after.rows if row != [f"m{granny.pk}"]] == before
    assert after.version == 2


def test_an_earlier_day_and_one_showing_keep_no_order(cast: SimpleNamespace, parents: SimpleNamespace) -> None:
    earlier = picture_of(cast.case, on=date(2019, 1, 1))
    keep_order(case=cast.case, picture=earlier, on=ON, at=AT)
    assert not GenogramOrder.objects.exists()


def test_the_family_has_an_order_of_its_own(cast: SimpleNamespace, parents: SimpleNamespace) -> None:
    for audience in (STAFF, FAMILY):
        keep_order(case=cast.case, picture=picture_of(cast.case, on=ON, audience=audience), on=ON, at=AT)
    assert sorted(GenogramOrder.objects.values_list("made_for", flat=True)) == ["family", "staff"]


def test_a_family_s_picture_tells_no_place_of_somebody_who_is_kept_from_them_since(
    cast: SimpleNamespace, parents: SimpleNamespace
) -> None:
    afresh = picture_of(cast.case, on=ON, audience=FAMILY)
    rows = [list(reversed(row)) if f"m{parents.shirin.pk}" in row else list(row) for row in afresh.rows]
    order = GenogramOrder.objects.create(case=cast.case, made_for="family", rows=rows, drawn_at=AT)
    turned = picture_of(cast.case, on=ON, audience=FAMILY)
    assert turned.svg != afresh.svg, "an order that was kept is drawn"
    karim = AdultFactory(case=cast.case, given_name="Karim", sex="M")
    relates(karim, "ex-partner", parents.shirin, is_kept_from_family=True)
    order.rows = [[f"m{karim.pk}", *row] if f"m{parents.shirin.pk}" in row else row for row in rows]
    order.save()
    assert picture_of(cast.case, on=ON, audience=FAMILY).svg == afresh.svg


def test_a_nudge_changes_sides_stays_and_is_let_go_only_when_somebody_says_so(
    cast: SimpleNamespace, parents: SimpleNamespace
) -> None:
    order = look(cast)
    (row,) = (row for row in order.rows if f"m{parents.shirin.pk}" in row)
    assert len(row) == 2
    picture = picture_of(cast.case, on=ON)
    asked = {"person": row[0], "past": row[1], "way": "right", "at": AT}
    nudge(case=cast.case, picture=picture, version=order.version, **asked)
    nudge(case=cast.case, picture=picture_of(cast.case, on=ON), version=order.version, **asked)  # a double click
    now = GenogramOrder.objects.get(pk=order.pk)
    assert (now.version, now.wishes) == (order.version + 1, [[row[1], row[0]]])
    assert [each for each in now.rows if row[0] in each] == [[row[1], row[0]]]
    assert look(cast).rows == now.rows, "the next look draws what was kept"
    draw_afresh(case=cast.case, made_for="staff", keeps_wishes=True)
    assert look(cast).wishes == now.wishes
    draw_afresh(case=cast.case, made_for="staff", keeps_wishes=False)
    assert look(cast).wishes == []


def test_brothers_and_sisters_keep_their_places_by_age(cast: SimpleNamespace, parents: SimpleNamespace) -> None:
    order = look(cast)
    anisa, imran, _ = (f"m{child.pk}" for child in cast.children)
    with pytest.raises(NotMoved, match="by age"):
        nudge(
            case=cast.case,
            picture=picture_of(cast.case, on=ON),
            version=order.version,
            person=anisa,
            past=imran,
            way="right",
            at=AT,
        )


def test_everybody_in_the_picture_is_a_link_with_the_words_that_are_spoken(
    cast: SimpleNamespace, parents: SimpleNamespace
) -> None:
    picture = picture_of(cast.case, on=ON)
    key = f"m{cast.children[0].pk}"
    svg = linked(picture.svg, "?homes=1&person=", key)
    assert svg.count("<a ") == svg.count("</a>") == svg.count("data-person=") == 5
    assert f'href="?homes=1&amp;person={key}#person" data-select="{key}" aria-current="true"' in svg
    assert "tabindex" not in svg, "one stop of the keyboard for each person"


def big(many: int, seed: int = 0) -> Family:
    """Couples with children over four generations; rows of the table in another order for every seed."""
    people, unions, children = [], [], []
    for at in range(many):
        people.append(Person(f"m{at}", f"Person {at}", ("male", "female")[at % 2], f"{1930 + 3 * at}"))
        if at >= 2:
            key = f"u{(at // 2 - 1) // 2}"
            children.append(Parentage(f"m{at}", key))
    used = {each.union for each in children}
    unions = [Union(key, (f"m{4 * int(key[1:])}", f"m{4 * int(key[1:]) + 1}")) for key in sorted(used)]
    random.Random(seed).shuffle(people)
    return Family(ON, tuple(people), tuple(unions), tuple(children))


def test_the_shape_sent_to_a_job_knows_no_name_and_no_day_and_finds_the_same_rows() -> None:
    shape = shape_of(big(26))
    assert "Person" not in str(shape) and "19" not in str(
        [person[2] for person in shape["people"] if person[2] > "0026"]
    )
    assert fingerprint(shape) == fingerprint(shape_of(big(26, seed=4)))
    assert sorted(key for row in best_rows(shape) for key in row) == sorted(f"m{at}" for at in range(26))


def test_a_move_needs_two_people_of_one_row() -> None:
    family = big(8)
    with pytest.raises(NotMoved, match="one row"):
        moved(family, best_rows(shape_of(family)), "m0", "m7", "left")
