"""Reading a census: what is understood, doubted, refused. That nothing is lost: test_cin_xml."""

import io
from datetime import date
from pathlib import Path

import pytest

from cases.returns.cin_census import NotACensus, read
from tests.cases.returns.xml import census, child, element, episode, problems, read_children

SAMPLES = Path(__file__).parent / "samples"


def one(*parts: str, **facts: str | None):
    """The only child of a file with one child."""
    [found] = read_children(census(child(*parts, **facts)))
    return found


def test_a_plain_child_is_read_without_a_doubt() -> None:
    found = one("C1", episode("2025-04-01", "2025-06-30", "RC7"), more=element("UPN", "A123456789123"))
    assert found.facts == {
        "la_child_id": "C1",
        "born_on": date(2015, 5, 17),
        "sex": "F",
        "upn": "A123456789123",
        "ethnicity": "WBRI",
    }
    assert found.episodes[0].facts == {
        "referred_on": date(2025, 4, 1),
        "source": "6",
        "primary_need": "N1",
        "closed_on": date(2025, 6, 30),
        "closure_reason": "RC7",
        "no_further_action": False,
    }
    assert problems(found) == {}


def test_a_value_says_what_it_was_taken_as() -> None:
    taken = {row.path: row.taken_as for row in one("C1", episode()).rows}
    assert taken["ChildIdentifiers[1]/PersonBirthDate[1]"] == "birth date"
    assert taken["CINdetails[1]/CINreferralDate[1]"] == "referral date"


def test_places_count_elements_of_the_same_name() -> None:
    more = "<Assessments><AssessmentActualStartDate>2025-04-02</AssessmentActualStartDate></Assessments>"
    found = one("C1", episode(closed="2025-04-30", reason="RC7"), episode("2025-05-01", more=more * 2))
    assert "CINdetails[2]/Assessments[2]/AssessmentActualStartDate[1]" in {row.path for row in found.rows}


def test_the_header_is_kept_whole() -> None:
    file = read(io.BytesIO(census(child())))
    assert len(list(file.children())) == 1
    assert file.year == 2026
    assert file.reference_on == date(2026, 3, 31)
    assert file.header["Header[1]/Source[1]/LEA[1]"] == "202"
    assert [row for row in file.outside if row.problem] == []


def test_a_file_without_a_header_is_read_and_reported() -> None:
    file = read(io.BytesIO(census(child(), header="")))
    assert len(list(file.children())) == 1
    assert (file.year, file.reference_on) == (None, None)
    assert ["does not say which collection" in row.problem for row in file.outside] == [True]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("2025-13-01", "There is no such day in the calendar."),
        ("2025-02-29", "There is no such day in the calendar."),
        ("0001-01-01", "The year is not between 1900 and 2100."),
        ("1066-10-14", "The year is not between 1900 and 2100."),
        ("9999-12-31", "The year is not between 1900 and 2100."),
        ("0000-00-00", "There is no such day in the calendar."),
        ("01/04/2025", "This is not a day written as YYYY-MM-DD."),
        ("2025-4-1", "This is not a day written as YYYY-MM-DD."),
        ("yesterday", "This is not a day written as YYYY-MM-DD."),
        ("٢٠٢٥-٠٤-٠١", "This is not a day written as YYYY-MM-DD."),
        ("", "Nothing is written here."),
        ("x" * 1_000_000, "This is not a day written as YYYY-MM-DD."),
    ],
)
def test_a_day_that_cannot_be_read_is_kept_and_reported(written: str, sentence: str) -> None:
    found = one("C1", episode(), born=written)
    assert "born_on" not in found.facts
    assert problems(found) == {"PersonBirthDate[1]": sentence}
    assert written in [row.value for row in found.rows]


@pytest.mark.parametrize("written", ["2025-04-01", " 2025-04-01\n", "2025-04-01Z", "2025-04-01+01:00"])
def test_days_as_the_form_allows_them_are_read(written: str) -> None:
    assert one("C1", episode(written)).episodes[0].facts["referred_on"] == date(2025, 4, 1)


def test_a_day_with_a_time_is_read_with_a_remark() -> None:
    found = one("C1", episode("2025-04-01T00:00:00"))
    assert found.episodes[0].facts["referred_on"] == date(2025, 4, 1)
    assert "only the day was used" in problems(found)["CINreferralDate[1]"]


@pytest.mark.parametrize(
    ("name", "written", "sex"),
    [("Sex", "1", "M"), ("Sex", "2", "F"), ("Sex", "0", "U"), ("Sex", "9", "U"), ("Sex", "m", "M")]
    + [("GenderCurrent", "1", "M"), ("GenderCurrent", "9", "U"), ("GenderCurrent", "F", "F")],
)
def test_former_codes_of_sex_become_those_of_today(name: str, written: str, sex: str) -> None:
    found = one("C1", episode(), sex=None, more=element(name, written))
    assert found.facts["sex"] == sex
    assert [row.value for row in found.rows if row.taken_as == "sex"] == [written]
    # A number in the former element is right; in today's element it is worth a look.
    assert bool(problems(found)) == (name == "Sex")


@pytest.mark.parametrize("written", ["1", "true", "True", " 1 "])
def test_yes_is_read_in_each_way_it_is_written(written: str) -> None:
    assert one("C1", episode(nfa=written)).episodes[0].facts["no_further_action"] is True


@pytest.mark.parametrize("written", ["0", "false", "FALSE"])
def test_no_is_read_in_each_way_it_is_written(written: str) -> None:
    assert one("C1", episode(nfa=written)).episodes[0].facts["no_further_action"] is False


def test_neither_yes_nor_no_is_reported() -> None:
    assert "ReferralNFA[1]" in problems(one("C1", episode(nfa="maybe")))


def test_unknown_codes_are_kept_and_reported() -> None:
    found = one("C1", episode(source="99", need="N44"), ethnicity="XXXX")
    assert set(problems(found)) == {"ReferralSource[1]", "PrimaryNeedCode[1]", "Ethnicity[1]"}
    assert "source" not in found.episodes[0].facts


def test_retired_and_unknown_factors_are_reported_and_kept() -> None:
    factors = "".join(element("AssessmentFactors", code) for code in ("1C", "RB", "18A"))
    more = element("Assessments", element("FactorsIdentifiedAtAssessment", factors))
    found = one("C1", episode(more=more))
    assert set(problems(found)) == {"AssessmentFactors[2]", "AssessmentFactors[3]"}
    assert [row.value for row in found.rows if "Factors[" in row.path] == ["1C", "RB", "18A"]


def test_unknown_elements_attributes_and_stray_text_are_kept_and_reported() -> None:
    found = one("C1", episode(more="<Mood when='Monday'>low</Mood>oops"), more="PersonBirthDate\n  ")
    assert problems(found) == {
        "Mood[1]": "The census has no such element here.",
        "@when": "The census has no attributes.",
        "text()[1]": "This text stands between elements and belongs to none of them.",
    }
    assert {"low", "Monday", "oops", "PersonBirthDate\n  "} <= {row.value for row in found.rows}


def test_comments_and_instructions_are_kept_without_a_word() -> None:
    found = one("C1", episode(more="<!-- seen by Amara --><?printer page?>"))
    assert problems(found) == {}
    assert {" seen by Amara ", "printer page"} <= {row.value for row in found.rows}


def test_cdata_is_text() -> None:
    assert one("<![CDATA[C1]]>", episode()).la_child_id == "C1"


def test_a_namespace_changes_nothing() -> None:
    plain = census(child("C1", episode()))
    spaced = plain.replace(b"<Message>", b"<Message xmlns='urn:cin' xmlns:x='urn:x'>", 1)
    prefixed = plain.replace(b"</", b"</c:").replace(b"<", b"<c:").replace(b"<c:/c:", b"</c:")
    [facts] = {str(read_children(file)[0].facts) for file in (plain, spaced, prefixed)}
    assert "C1" in facts


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "windows-1252", "iso-8859-1"])
def test_files_in_other_encodings_are_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig").removesuffix("-le")}"?>'
    [found] = read_children((text + census(child("Zoë", episode())).decode()).encode(encoding))
    assert found.la_child_id == "Zoë"


@pytest.mark.parametrize("number", ["😀 C1", "\u202eמספר 1\u202c", "child_fails_assessments", "ÿ"])
def test_a_number_may_be_written_in_any_letters(number: str) -> None:
    assert one(number, episode()).la_child_id == number


def test_elements_in_another_order_are_read_all_the_same() -> None:
    swapped = (
        "<Child><CINdetails><ReferralNFA>0</ReferralNFA><CINreferralDate>2025-04-01</CINreferralDate>"
        "</CINdetails><ChildIdentifiers><Sex>M</Sex><LAchildID>C1</LAchildID></ChildIdentifiers></Child>"
    )
    [found] = read_children(census(swapped))
    assert found.la_child_id == "C1"
    assert found.episodes[0].facts == {"no_further_action": False, "referred_on": date(2025, 4, 1)}


def test_a_value_given_twice_is_used_once() -> None:
    found = one("C1", episode(), more=element("PersonBirthDate", "2016-01-01"))
    assert found.facts["born_on"] == date(2015, 5, 17)
    assert "more than once" in problems(found)["PersonBirthDate[2]"]


def test_a_birth_date_wins_over_an_expected_one() -> None:
    found = one("C1", episode(), more=element("ExpectedPersonBirthDate", "2015-05-01"))
    assert "expected_on" not in found.facts
    assert problems(found) == {
        "ExpectedPersonBirthDate[1]": "A birth date is given as well, so the expected date was not used."
    }
    assert not [row for row in found.rows if row.taken_as == "expected birth date"]


def test_the_sex_of_an_unborn_child_is_not_known() -> None:
    expected = element("ExpectedPersonBirthDate", "2026-09-01")
    assert problems(one("C1", episode(), born=None, sex="U", more=expected)) == {}
    assert set(problems(one("C1", episode(), born=None, sex="M", more=expected))) == {"Sex[1]"}


def test_a_death_before_the_birth_is_not_used() -> None:
    found = one("C1", episode(), more=element("PersonDeathDate", "2014-01-01"))
    assert "died_on" not in found.facts
    assert "before the birth date" in problems(found)["PersonDeathDate[1]"]


def test_a_child_without_a_number_or_a_referral_is_read_and_reported() -> None:
    found = one(None)
    assert found.la_child_id == ""
    [sentence] = problems(found).values()
    assert "LAchildID" in sentence
    assert "No referral" in sentence


def test_an_empty_child_is_still_a_child() -> None:
    [found] = read_children(census("<Child/>"))
    assert [(row.path, row.value) for row in found.rows] == [(".", "")]
    assert found.rows[0].problem


def test_a_number_too_long_to_search_for_is_kept_but_not_used() -> None:
    found = one("x" * 41, episode())
    assert found.la_child_id == ""
    assert "40 characters" in problems(found)["LAchildID[1]"]


def test_the_fingerprint_follows_every_value() -> None:
    same, again, other = one(None, episode()), one(None, episode()), one(None, episode("2025-04-02"))
    assert same.fingerprint == again.fingerprint != other.fingerprint


def test_other_peoples_files_are_read_with_the_mistakes_they_are_known_for() -> None:
    reported = {}
    for path in sorted(SAMPLES.glob("*.xml")):
        found = read_children(path.read_bytes())
        reported[path.stem] = (len(found), sum(len(problems(each)) for each in found))
    assert reported == {
        "BAR_cin_2022": (1, 1),  # both birth dates
        "CIN_Census_2021": (1, 2),  # stray text; 1066
        "CIN_Census_2024": (2, 4),  # stray text; sex 1; factor RB; no factor at all
        "CIN_Census_2026": (2, 4),
        "own_2026": (8, 0),
        "own_fgdm_2027": (8, 0),
    }


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"", "This file is empty."),
        (b"\n", "This file is not XML"),
        (b'{"Children": []}', "This file is not XML"),
        (b"CHILD,SEX,DOB\n1,M,01/01/2020\n", "This file is not XML"),
        (b"PK\x03\x04 a workbook", "This file is not XML"),
        (b"<html><body><p>Sign in</body></html>", "starts with <html>"),
        (b"<!DOCTYPE html><html></html>", "document type (html)"),
        (census(header="").replace(b"Message", b"Register"), "starts with <Register>"),
        (
            census(child(), header="").replace(b"<Children>", b"<Children><Child>", 1),
            "damaged or cut short at",
        ),
        (census(child())[:-30], "damaged or cut short at line 1, column"),
        (census(child()) + b"<Message/>", "junk after document element"),
        (census(child("C\x001")), "line 1, column"),
        (census(child("C&#0;1")), "invalid character number"),
        (census(child("C&nbsp;1")), "undefined entity"),
        (census(child("Zo\u00eb")).decode().encode("latin-1"), "Saving it again as UTF-8 may help."),
        (b"<?xml version='1.0' encoding='klingon'?><Message/>", "letters of this file cannot be read"),
        (b"<?xml version='1.0' encoding='shift-jis'?><Message/>", "letters of this file cannot be read"),
        (b"<?xml version='1.0' encoding='utf-16'?><Message/>", "encoding"),
        (census(), "without a single child"),
        (b"<Message/>", "without a single child"),
        (b"<Message>" + b"<a>" * 100_000, "more than 64 deep"),
        (census(child()).replace(b">CIN<", b">CSWW<"), "collection “CSWW”"),
        (census(child()).replace(b">CIN<", b">" + b"y" * 5000 + b"<"), "collection “yyyy"),
    ],
    ids=lambda part: part[:24].decode("ascii", "replace") if isinstance(part, bytes) else "",
)
def test_what_is_no_census_is_refused_in_words(file: bytes, sentence: str) -> None:
    with pytest.raises(NotACensus) as refused:
        read_children(file)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "trap",
    [
        "<!DOCTYPE m [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>",
        "<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE m SYSTEM 'https://example.org/m.dtd'>",
        "<!DOCTYPE m [<!ENTITY % a SYSTEM 'https://example.org/a'> %a;]>",
    ],
)
def test_traps_are_refused_unread(trap: str) -> None:
    with pytest.raises(NotACensus, match="document type"):
        read_children(trap.encode() + census(child("&a;")))
