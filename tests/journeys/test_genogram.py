"""The genogram at a browser: by mouse and by keyboard, larger and smaller, another day, and all without script."""

import re

import pytest
from playwright.sync_api import expect

PICTURE = "[data-geno-scroll]"


def at_the_genogram(service, somebody, more=""):
    somebody.sign_in("ade@example.org")
    somebody.page.goto(f"{service.url}/cases/1/genogram/{more}")
    return somebody.page


def whoever_has_the_focus(page):
    return page.evaluate("document.activeElement.dataset.select || document.activeElement.id")


def test_somebody_is_chosen_by_mouse_and_by_keyboard_and_keeps_the_focus(service, person):
    page = at_the_genogram(service, person())
    first = page.locator(f"{PICTURE} [data-select]").first
    key = first.get_attribute("data-select")
    first.click()
    expect(page.locator("#geno-person")).to_be_visible()
    assert whoever_has_the_focus(page) == key and f"person={key}" in page.url
    expect(page.locator("[data-geno-told]")).to_contain_text("Chosen:")
    page.keyboard.press("Tab")
    second = whoever_has_the_focus(page)
    assert second not in ("", key), "one stop of the keyboard for each person"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"person={second}"))
    assert whoever_has_the_focus(page) == second
    page.reload()
    assert whoever_has_the_focus(page) == second


@pytest.mark.parametrize("width", [1280, 640])  # 640: a window of 1280 at 200 per cent
def test_everything_that_moves_the_picture_is_a_key_and_a_button(service, person, width):
    ade = person(width=width)
    page = at_the_genogram(service, ade)
    wide = lambda: int(page.locator(f"{PICTURE} svg").get_attribute("width"))  # noqa: E731
    page.locator(PICTURE).focus()
    page.keyboard.press("0")
    whole = wide()
    for key in "+++":
        page.keyboard.press(key)
    assert wide() > whole * 1.8
    page.get_by_role("button", name="Smaller").click()
    page.get_by_role("button", name="Whole").press("Enter")
    assert wide() == whole
    assert ade.overflow() <= 0 and ade.axe() == []


def test_another_day_and_another_layer_are_there_at_once(service, person):
    page = at_the_genogram(service, person())
    page.get_by_label("Who works with them, and who is around them").check()
    expect(page.locator("[data-layer=around] [data-numbers]").first).to_be_visible()
    assert "around=1" in page.url
    people = page.locator(f"{PICTURE} [data-person]").count()
    page.get_by_label("Any day since").focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-geno-told]")).to_contain_text("Genogram")
    page.wait_for_function(f"document.querySelectorAll('{PICTURE} [data-person]').length < {people}")
    assert whoever_has_the_focus(page) == "geno-slider"


def test_without_script_the_same_is_a_few_clicks(service, person):
    page = at_the_genogram(service, person(scripts=False))
    page.locator(f"{PICTURE} [data-select]").first.click()
    expect(page.locator("#geno-person")).to_be_visible()
    page.get_by_label("Compare with").fill("2018-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name=re.compile("What changed from 1 January 2018"))).to_be_visible()
    assert page.locator(f"{PICTURE} svg").count() == 2


def test_a_projector_shows_the_whole_family_without_scrolling(service, person):
    ade = person(width=1920)
    page = at_the_genogram(service, ade, "full/")
    fits = "s => s.scrollHeight <= s.clientHeight && s.scrollWidth <= s.clientWidth"
    assert page.locator(PICTURE).evaluate(fits)
    assert ade.axe() == []


def test_two_fingers_change_the_size_and_hold_what_is_between_them(service, person):
    ade = person(width=390)
    page = at_the_genogram(service, ade)
    touch = ade.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    page.locator(PICTURE).evaluate("region => region.scrollIntoView()")
    box = page.locator(PICTURE).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 600) / 2

    def between():
        at = page.locator(f"{PICTURE} svg").bounding_box()
        return (x - at["x"]) / at["width"], (y - at["y"]) / at["height"], at["width"]

    def pinch(first, last):
        for kind, apart in [("Start", first), *(("Move", first + (last - first) * n / 8) for n in range(1, 9))]:
            points = [{"x": x - apart / 2, "y": y, "id": 0}, {"x": x + apart / 2, "y": y, "id": 1}]
            touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    across, down, wide = between()
    pinch(60, 180)
    assert between() == pytest.approx((across, down, wide * 3), rel=0.02)
    pinch(200, 20)
    assert between()[2] <= box["width"] and between()[1] <= 1, "the whole picture, and no smaller than fingers can find"
    assert page.evaluate("visualViewport.scale") == 1 and ade.overflow() <= 0
    assert "person=" not in page.url, "nobody was chosen by it"
