"""What learning shows: linked under the framework of the day, and found again under the one that follows."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from tests.factories.training import LearningFactory, PieceFactory
from training.models import Capability, CapabilityLink, Correspondence, Framework


def area(code: str) -> Capability:
    return Capability.objects.get(code=code)


def ticks(*codes: str) -> dict[str, list[int]]:
    """What a browser sends for these areas."""
    found: dict[str, list[int]] = {}
    for code in codes:
        found.setdefault(f"of_{area(code).framework_id}", []).append(area(code).pk)
    return found


def test_a_council_has_the_frameworks_from_the_first_day(db: None) -> None:
    assert set(Framework.objects.values_list("code", flat=True)) == {"kss", "ecs", "kss-ps", "pcf", "swe", "ladder"}
    assert Correspondence.objects.exists()


def test_a_piece_is_linked_to_areas_in_force_and_shown_in_the_passport(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    piece, amara = PieceFactory(person=learners.amara), browser_for(learners.amara)
    url = f"/learning/pieces/{piece.pk}/capabilities/"
    page = amara.get(url).content.decode()
    assert "Child development" in page and "Critical reflection and analysis" in page
    assert "Anti-discriminatory practice" not in page, "it holds from April"
    assert "Emotionally intelligent practice supervision" not in page, "it is for those who supervise"
    assert amara.post(url, ticks("kss.2", "kss.9", "pcf.6")).status_code == 302
    passport = amara.get("/learning/passport/").content.decode()
    for words in ("What your learning shows", "Communication", "The role of supervision", "Critical reflection"):
        assert words in passport
    amara.post(url, ticks("kss.9"))
    assert set(CapabilityLink.objects.filter(taken_back_on=None).values_list("capability__code", flat=True)) == {
        "kss.9"
    }
    assert "Communication" not in amara.get("/learning/passport/").content.decode()


def test_what_somebody_learned_from_is_linked_as_well(learners: SimpleNamespace, browser_for: Any) -> None:
    learning = LearningFactory(person=learners.amara, kind="course", source="Course, Primrose", role_played="")
    amara = browser_for(learners.amara)
    url = f"/learning/learned/{learning.pk}/capabilities/"
    assert url in amara.get("/learning/").content.decode()
    amara.post(url, ticks("ladder.1"))
    assert (
        "Course, Primrose" in amara.get("/learning/passport/").content.decode().partition("What your learning shows")[2]
    )


@pytest.mark.parametrize("who", ["dan", "bilal", "imogen"])
def test_nobody_links_or_reads_anothers(learners: SimpleNamespace, browser_for: Any, who: str) -> None:
    piece, learning = PieceFactory(person=learners.amara), LearningFactory(person=learners.amara)
    client = browser_for(getattr(learners, who))
    for url in (f"/learning/pieces/{piece.pk}/capabilities/", f"/learning/learned/{learning.pk}/capabilities/"):
        assert client.get(url).status_code == 404 and client.post(url, ticks("kss.2")).status_code == 404
    assert not CapabilityLink.objects.exists()


def test_the_switch_on_its_day_loses_no_link_and_shows_it_under_what_it_is_close_to(
    learners: SimpleNamespace, browser_for: Any
) -> None:
    piece, amara = PieceFactory(person=learners.amara), browser_for(learners.amara)
    amara.post(f"/learning/pieces/{piece.pk}/capabilities/", ticks("kss.9", "pcf.6"))
    Correspondence.objects.filter(area__code="kss.3").delete()
    amara.post(f"/learning/pieces/{piece.pk}/capabilities/", ticks("kss.9", "kss.3", "pcf.6"))
    for on, under in (
        (datetime(2027, 3, 31, 22, 59, tzinfo=UTC), "kss"),
        (datetime(2027, 3, 31, 23, 0, tzinfo=UTC), "ecs"),
    ):
        with time_machine.travel(on, tick=False):
            page = browser_for(learners.amara).get("/learning/passport/").content.decode().partition("What your")[2]
        assert ("Knowledge and skills: child and family practitioners</h3>" in page) is (under == "kss"), on
        assert ("Early career standards: child and family social workers</h3>" in page) is (under == "ecs"), on
        assert "Critical reflection and analysis" in page, "what has not ended stays as it was"
        if under == "ecs":
            assert "Reflection and learning" in page
            assert "linked before to “The role of supervision”, which is close to it" in page
            assert "Child development" in page.partition("From frameworks that have ended")[2]
    assert CapabilityLink.objects.filter(taken_back_on=None).count() == 3
    with time_machine.travel(datetime(2027, 4, 2, 10, tzinfo=UTC), tick=False):
        amara = browser_for(learners.amara)
        page = amara.get(f"/learning/pieces/{piece.pk}/capabilities/").content.decode()
        assert "Anti-discriminatory practice" in page and "Child development" in page, "of its own day, and of today"
        amara.post(f"/learning/pieces/{piece.pk}/capabilities/", ticks("kss.9", "kss.3", "pcf.6", "ecs.1"))
    assert CapabilityLink.objects.get(capability__code="kss.9").linked_on == date(2026, 11, 3), "never linked anew"
