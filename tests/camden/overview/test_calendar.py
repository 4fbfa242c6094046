"""A calendar's file."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from camden.overview.calendar import Entry, calendar_file

VISIT = Entry("visit /cases/1/", date(2026, 3, 13), "A. R., I. R.: visit", "https://c.example/cases/1/visits/new/")


def made(*entries: Entry) -> str:
    return calendar_file(entries, name="Due", host="c.example").decode()


def unfolded(file: str) -> dict[str, str]:
    lines = file.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def test_an_event_lasts_the_whole_day_and_holds_nobodys_time() -> None:
    said = unfolded(made(VISIT))
    assert (said["DTSTART;VALUE=DATE"], said["DTEND;VALUE=DATE"]) == ("20260313", "20260314")
    assert said["TRANSP"] == "TRANSPARENT" and said["URL"] == VISIT.url
    assert said["SUMMARY"] == r"A. R.\, I. R.: visit"


def test_the_same_thing_on_another_day_is_the_same_event_and_another_thing_is_another() -> None:
    moved = Entry(VISIT.key, date(2026, 3, 20), VISIT.text, VISIT.url)
    other = Entry("review /cases/1/", VISIT.on, VISIT.text, VISIT.url)
    ids = [unfolded(made(entry))["UID"] for entry in (VISIT, moved, other)]
    assert ids[0] == ids[1] != ids[2] and ids[0].endswith("@c.example")


def test_an_empty_calendar_is_a_calendar() -> None:
    assert made().startswith("BEGIN:VCALENDAR\r\n") and made().endswith("END:VCALENDAR\r\n")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_line_is_longer_than_the_standard_allows_and_no_text_breaks_out_of_its_own(text: str) -> None:
    file = made(Entry("k", VISIT.on, text.replace("\x00", ""), "https://c.example/"))
    assert all(len(line.encode()) <= 75 for line in file.split("\r\n"))
    assert file.split("\r\n").count("BEGIN:VEVENT") == 1
    assert "\n" not in file.replace("\r\n", "")
