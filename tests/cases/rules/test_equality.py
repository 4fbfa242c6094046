"""Figures by who the children are: nothing that can be worked out points at fewer than five of them."""

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.codesets import DISABILITY, ETHNICITY, SEX
from cases.rules.equality import FEWEST, NOT_KNOWN, cut, disability_group, ethnic_group, is_few, sex_group

pairs = st.integers(0, 14).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
figures = st.dictionaries(st.sampled_from([*"abcdefg"]), pairs, min_size=1)


@given(figures)
def test_what_is_shown_and_what_is_left_is_of_five_or_of_nobody_or_of_everybody(
    groups: dict[str, tuple[int, int]],
) -> None:
    shown = cut(groups)
    for name, each in shown.items():
        if each.of is not None and groups[name][1]:
            assert (each.count, each.of) == groups[name] and not is_few(*groups[name])
    hidden = [name for name, each in shown.items() if each.of is None]
    there = [name for name, (_, of) in groups.items() if of]
    if hidden and len(hidden) < len(there):
        # The sum is known: taking what is shown from it leaves these together, and no single one of them.
        assert len(hidden) > 1
        count, of = sum(groups[name][0] for name in hidden), sum(groups[name][1] for name in hidden)
        assert of >= FEWEST and (count == 0 or count >= FEWEST) and (count == of or of - count >= FEWEST)


@given(figures)
def test_nothing_is_hidden_where_nothing_is_few(groups: dict[str, tuple[int, int]]) -> None:
    if not any(is_few(*pair) for pair in groups.values() if pair[1]):
        assert all(each.of is not None for each in cut(groups).values())


def test_one_alone_is_never_hidden() -> None:
    shown = cut({"White": (9, 40), "Asian": (8, 30), "Black": (2, 20)})
    assert shown["Black"].of is None and shown["Asian"].of is None and shown["White"].count == 9


def test_every_code_has_a_group() -> None:
    assert {ethnic_group(code) for code in ETHNICITY} == {
        "White", "Mixed or multiple", "Asian", "Black", "Any other", NOT_KNOWN
    }  # fmt: skip
    assert {sex_group(code) for code in (*SEX, "")} == {"Girls", "Boys", "Not known, or not yet born"}
    assert {disability_group([code]) for code in DISABILITY} == {"A disability", "No disability"}
    assert disability_group([]) == "Not asked yet", "nobody asked, and no answer is made of it"
