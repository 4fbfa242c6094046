"""A manager says who works with whom; the count of changes moves only when a lead changes."""

from playwright.sync_api import expect

from tests.journeys.road import hear


def of_family(ruth, name):
    ruth.page.goto(f"{ruth.service.url}/cases/1/")
    ruth.page.get_by_role("link", name=name).first.click()


def involve(ruth, child, role, who):
    of_family(ruth, child)
    ruth.page.get_by_role("link", name="Involve somebody").click()
    ruth.page.get_by_role("radio", name=role, exact=True).check()
    ruth.page.get_by_label("Who?").select_option(label=who)
    ruth.page.get_by_role("button", name="Involve").click()
    expect(ruth.page.get_by_role("status")).to_contain_text("now works with")


def lead(ruth, child, who, reason):
    of_family(ruth, child)
    ruth.page.get_by_role("link", name="Change the lead worker").click()
    ruth.page.get_by_label("Who will be the lead worker?").select_option(label=who)
    ruth.page.get_by_label("Why does the worker change?").select_option(label=reason)
    ruth.page.get_by_label("I have talked about it with the worker").check()
    hear(ruth.page)
    ruth.page.get_by_role("button", name="Allocate").click()
    expect(ruth.page.get_by_role("status")).to_contain_text("is now lead worker")


def test_two_children_of_a_family_have_two_leads_and_each_page_says_who_is_who(service, person):
    ruth = person(width=360)
    ruth.sign_in("ruth@example.org")
    lead(ruth, "Imran Rahman", "Rosa Begum, social worker, Primrose pod", "Child asked for a change")
    facts = ruth.page.locator(".facts").first
    expect(facts).to_contain_text("The lead worker has changed once; 2 lead workers in the last 12 months")
    involve(ruth, "Anisa Rahman", "Co-worker", "Rosa Begum, social worker, Primrose pod")
    involve(ruth, "Anisa Rahman", "Personal adviser", "Jo Marlowe, personal adviser, Children in Care and Leaving Care")
    involve(
        ruth,
        "Anisa Rahman",
        "Cover for the lead worker",
        "Tom Whitlock, social worker in their early career, Primrose pod",
    )
    facts = ruth.page.locator(".facts").first
    expect(facts).to_contain_text("Ade Fashola")
    expect(facts).to_contain_text("The lead worker has never changed")
    expect(facts).to_contain_text("Rosa Begum, co-worker, since")
    expect(facts).to_contain_text("Jo Marlowe, personal adviser, since")
    expect(facts).to_contain_text("Tom Whitlock, cover for the lead worker, since")
    assert ruth.axe() == []
    ruth.page.get_by_role("link", name="End the work of Tom Whitlock").click()
    assert ruth.axe() == []
    ruth.page.get_by_role("button", name="End it").click()
    expect(ruth.page.locator(".facts").first).to_contain_text("The lead worker has never changed")
    rosa = person()
    rosa.sign_in("rosa@example.org")
    rosa.page.goto(f"{service.url}/teams/mine/")
    expect(rosa.page.locator(".families")).to_contain_text("Co-worker since")
    expect(rosa.page.locator(".families")).to_contain_text("Lead worker since")
