"""Letters and plans as files: read back in order, tagged, in their language, without a name or an address in them."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pyphen  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given, settings
from PIL import Image

from camden.papers.paper import Heading, Paper, Points, Words
from camden.papers.pdf import NoLetters, as_pdf, as_picture, as_tagged_pdf, pages_of
from conferences.models import Letter
from conferences.readings import printing
from conferences.readings.printing import childs_plan, letter_paper, plan_paper
from conferences.rules.languages import hold_numbers
from conferences.rules.paper import Paper as Plan
from conferences.rules.paper import WishLine, as_content, from_content
from conferences.rules.reading_age import HARDEST, grade, hyphenated, vowels
from tests.conferences.rules.test_paper import SMALL, papers
from tests.printed import read_back

COUNTERS = {"vowels": vowels} | {
    name: hyphenated(pyphen.Pyphen(lang=name).positions) for name in ("en_GB", "en_US")
}  # fmt: skip
ARABIC = hold_numbers("مرحبا شيرين\n\nسيجتمع أهلكم يوم الثلاثاء 8 كانون الأول 10:00 هنا\n\nالرقم 020 7946 0102 هنا")
URDU = "آپ کے خاندان کی ملاقات ہے"
BENGALI = "প্রিয় শিরিন, আপনাদের পারিবারিক বৈঠক"


def letter(text: str, **facts: object) -> Letter:
    return Letter(kind="offer", reader="parent", text=text, written_on=date(2026, 11, 3), **facts)


def test_a_letter_is_read_back_in_order_paragraph_for_paragraph() -> None:
    text = "Dear Shirin,\n\nYou can have a family meeting.\n\n- one thing\n- another\n\nSamira Yusuf"
    read = read_back(as_tagged_pdf(letter_paper(letter(text))))
    said = [line for line in read.lines if "of" not in line]
    assert said == ["Dear Shirin,", "You can have a family meeting.", "•one thing", "•another", "Samira Yusuf"]


def test_a_letter_is_tagged_says_its_language_and_names_nobody_outside_its_words() -> None:
    made = as_tagged_pdf(letter_paper(letter("Dear Shirin,\n\nWe meet.\n\nSamira Yusuf")))
    raw = read_back(made).raw
    assert b"/StructTreeRoot" in made and b"/Marked true" in made and b"/Lang(en-GB)" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw and b"/Title(Letter)" in made
    assert not re.search(rb"/(Author|Subject|Keywords)\b|dc:creator|dc:description", raw)
    assert b"Shirin" not in raw and b"Samira" not in raw


@pytest.mark.parametrize(("text", "language"), [(ARABIC, "Arabic"), (URDU, "Urdu")])
def test_a_letter_from_right_to_left_is_read_back_as_it_was_written(text: str, language: str) -> None:
    made = as_tagged_pdf(letter_paper(letter(text, language=language, is_right_to_left=True)))
    read = read_back(made)
    assert [line for line in text.split("\n\n") if line] == [line for line in read.from_right if "/" not in line]
    assert f"/Lang({language[:2].casefold()})".encode() in made and b"/Direction/R2L" in made


def test_a_number_in_an_arabic_letter_is_read_from_the_left() -> None:
    """Without its spaces held together the groups turn round: 0102 7946 020."""
    read = read_back(as_tagged_pdf(letter_paper(letter(ARABIC, language="Arabic", is_right_to_left=True))))
    assert "020\u00a07946\u00a00102" in read.text
    loose = letter(ARABIC.replace("\u00a0", " "), language="Arabic", is_right_to_left=True)
    assert "0102 7946 020" in read_back(as_tagged_pdf(letter_paper(loose))).text


def test_every_letter_of_arabic_urdu_and_bengali_has_its_shape_here() -> None:
    for language, text in (("Arabic", ARABIC), ("Urdu", URDU), ("Bengali", BENGALI)):
        as_tagged_pdf(letter_paper(letter(text, language=language)))
    with pytest.raises(NoLetters):
        as_tagged_pdf(letter_paper(letter("𐎀𐎁", language="Ugaritic")))
    assert as_pdf(letter_paper(letter("𐎀𐎁", language="Ugaritic"))).startswith(b"%PDF")


def test_a_letter_to_one_person_is_one_page_and_the_same_file_another_time() -> None:
    paper = letter_paper(letter("Dear Shirin,\n\nWe meet."))
    assert pages_of(paper) == 1 and as_tagged_pdf(paper) == as_tagged_pdf(paper)


@given(papers)
@settings(max_examples=30, deadline=None)
def test_the_file_says_every_word_of_the_plan(plan: Plan) -> None:
    said = plan_paper(plan).whole
    told = [*(words for answer in plan.answers for words in answer), *(line.what for line in plan.family)]
    told += [each.what for each in plan.wishes] + [each.how.strip() for each in plan.must_haves]
    told += [plan.family_time, plan.warning_signs, plan.contingency, plan.plan_keeper] if plan.names else []
    assert all(words in said for words in told if words.strip())
    assert ("not agreed yet" in said) != plan.is_agreed
    assert from_content(as_content(plan)) == plan


def test_a_plan_becomes_a_tagged_file_with_headings_in_both_forms() -> None:
    plan = replace(SMALL, answers=(("Who helps?", "Farida does."),), review="1 March 2027", plan_keeper="Farida")
    for printed in (plan_paper(plan), childs_plan(plan)):
        made = as_tagged_pdf(printed)
        assert b"/S/H1" in made and b"/S/L" in made and b"/Title(Our plan)" in made and b"/StructTreeRoot" in made
        assert b"Farida" not in made, "what is not compressed is tags and titles"
    assert "Not drink" in plan_paper(plan).whole and "drink" not in childs_plan(plan).whole
    assert childs_plan(plan).size > plan_paper(plan).size > 12


def test_no_plan_says_that_something_a_relative_promised_was_not_done() -> None:
    said = plan_paper(SMALL).whole.casefold()
    assert not any(word in said for word in ("late", "overdue", "not done", "failed", "refused"))


def ours(plan: Plan) -> list[str]:
    """The sentences and headings of both papers that are ours, with the names of one family."""
    empty = replace(
        plan, answers=(("Who helps?", ""),), family=(), professionals=(), childs_message="", in_childs_words=""
    )  # fmt: skip
    said = []
    for printed in (plan_paper(empty), childs_plan(empty)):
        said += [block.text for block in printed.blocks if isinstance(block, (Heading, Words))]
        said += [point for block in printed.blocks if isinstance(block, Points) for point in block.points]
    return [*said, *printing.HEADINGS.values()]


def test_our_own_words_on_both_plans_are_read_after_six_years_of_school() -> None:
    plan = replace(SMALL, plan_keeper="Nan", review="1 March 2027", coordinator="Samira Yusuf", agreed="")
    plan = replace(plan, wishes=(WishLine("A cot", True, cost=120), WishLine("A bed"), WishLine("A car", False, "x")))
    text = "\n".join(ours(plan))
    assert {name: found for name, count in COUNTERS.items() if (found := grade(text, count)) > HARDEST} == {}
    for name, count in COUNTERS.items():
        single = {said: grade(said, count) for said in (printing.CHILD_MAY_ASK, printing.NOT_AGREED,
                  f"Samira {printing.DECIDES_NOTHING}")}  # fmt: skip
        assert all(found <= HARDEST for found in single.values()), (name, single)


def test_a_letter_from_right_to_left_begins_at_the_right_edge() -> None:
    """Looked at: the ink of a short line lies in the right half of the page for Arabic, in the left for English."""
    assert _ink(Paper("x", blocks=[Words("مرحبا")], lang="ar", is_right_to_left=True, is_titled=False)) > 0.5
    assert _ink(Paper("x", blocks=[Words("Hello")], is_titled=False)) < 0.5


def _ink(paper: Paper) -> float:
    """Where on the page the middle of the ink of its upper half is, from 0 (left) to 1."""
    page = Image.open(BytesIO(as_picture(paper))).convert("L")
    upper = page.crop((0, 0, page.width, page.height // 2)).point(lambda shade: 255 if shade < 128 else 0)
    box = upper.getbbox()
    assert box, "nothing is printed"
    return (box[0] + box[2]) / 2 / page.width
