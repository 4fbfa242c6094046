"""What leaves the house about courses: a date for one's own calendar, and a certificate."""

from datetime import UTC

from icalendar import Calendar, Event

from camden.papers.paper import Paper, Words
from camden.rules.names import day_in_words
from training.models import Certificate, CourseSession, JoiningDetails
from training.rules.learning_hours import in_hours


def calendar_file(session: CourseSession, host: str) -> bytes:
    """One date as a calendar's file, with how to join. Only for somebody with a place. The same date, the same file."""
    details = JoiningDetails.objects.filter(session=session).first()
    event = Event()
    event.add("uid", f"course-{session.pk}@{host}")
    event.add("dtstamp", session.created_at.astimezone(UTC))
    event.add("dtstart", session.starts_at.astimezone(UTC))
    event.add("dtend", session.ends_at.astimezone(UTC))
    event.add("summary", session.course.title)
    event.add("location", session.venue or "Online")
    if details and (details.link or details.words):
        event.add("description", "\n".join(filter(None, [details.link, details.words])))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Children's record//Courses//EN")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def certificate_paper(certificate: Certificate) -> Paper:
    """The certificate of somebody who took part."""
    return Paper(
        title="Certificate of attendance",
        subtitle=certificate.title,
        foot=f"Certificate {certificate.number}",
        blocks=(
            Words(certificate.person.name),
            Words(
                f"took part in “{certificate.title}” on {day_in_words(certificate.held_on)},"
                f" for {in_hours(certificate.minutes)}."
            ),
            Words(f"Issued on {day_in_words(certificate.issued_on)}."),
        ),
        dated=certificate.issued_on,
    )
