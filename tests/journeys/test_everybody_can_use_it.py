"""Every page, for an accessibility checker and at the width of a small phone."""

import pytest

PAGES = [
    "/cases/",
    "/cases/?show=team",
    "/cases/?show=waiting",
    "/cases/find/?q=rahman",
    "/cases/find/?q=",
    "/cases/1/",
    "/cases/1/children/1/",
    "/cases/1/visits/new/?child=1",
    "/cases/1/visits/1/",
    "/roles/",
    "/cases/999999/",
]


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_an_accessibility_violation(service, person, width):
    ade = person(width=width)
    ade.page.goto(service.url)
    found = {"sign-in": ade.axe()}
    ade.sign_in("ade@example.org")
    for path in PAGES:
        ade.page.goto(service.url + path)
        found[path] = ade.axe()
    ade.faults[:] = [fault for fault in ade.faults if "404" not in fault]
    assert {path: violations for path, violations in found.items() if violations} == {}


def test_a_refused_form_and_a_managers_pages_have_no_violation(service, person):
    ruth = person(width=360)
    ruth.sign_in("ruth@example.org")
    ruth.page.goto(f"{service.url}/cases/1/visits/new/")
    ruth.page.get_by_role("button", name="Log the visit").click()
    assert ruth.axe() == []
    ruth.page.goto(f"{service.url}/cases/1/children/1/allocation/")
    assert ruth.axe() == []
    ruth.page.set_viewport_size({"width": 320, "height": 800})
    assert ruth.overflow() <= 0
    ruth.page.get_by_role("button", name="Allocate").click()
    assert ruth.axe() == []


def test_nothing_scrolls_sideways_at_320_pixels(service, person):
    ade = person(width=320)
    ade.sign_in("ade@example.org")
    wide = {}
    for path in PAGES:
        ade.page.goto(service.url + path)
        wide[path] = ade.overflow()
    ade.faults[:] = [fault for fault in ade.faults if "404" not in fault]
    assert {path: pixels for path, pixels in wide.items() if pixels > 0} == {}
