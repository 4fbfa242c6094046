"""The people of a record: who is who, one of them, somebody new, a birth, a loss."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.marks import said_marks
from cases.forms.people import BirthForm, LossForm, MemberEditForm, MemberNewForm, asked_of
from cases.lookup import get_beneath, get_case, get_member
from cases.models import Member
from cases.operations.people import NotKnownSo, add_person, change_member, record_birth, record_loss
from cases.operations.relationships import NotRelatedSo, join_kin
from cases.readings.member import alike_elsewhere, person_page
from cases.readings.mistakes import slip_of
from cases.readings.people import people_of, who_is_who
from cases.readings.person_around import person_around
from cases.views.ways_back import way_back


@needs(Permission.CASE_READ)
def people(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Everybody of the record: how they are related, where they live, how to reach them, who is around them."""
    case = get_case(request, case_pk)
    may_record = may(request.user, Permission.CASE_RECORD)
    who = who_is_who(case, timezone.localdate())
    return render(request, "cases/people.html", {"case": case, "who": who, "may_record": may_record})


@needs(Permission.CASE_READ)
def member(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody of the record, with what was and who changed it. One who was merged leads to whoever stayed; of one who
    was a mistake the page says so, and no more."""
    found = get_beneath(request, Member, case_pk, pk)
    if found.merged_into_id:
        return redirect("cases:member", case_pk, found.merged_into_id)
    if slip := slip_of(found):
        return render(request, "cases/member_mistake.html", {"case": found.case, "member": found, "slip": slip})
    on, may_record = timezone.localdate(), may(request.user, Permission.CASE_RECORD)
    around = person_around(found.case, found, on, may_record=may_record)
    page = person_page(found, request.user, on, around.merges)
    request.opened.add(*(each.case_pk for each in page.elsewhere))
    context = {"case": found.case, "page": page, "around": around, "may_record": may_record}
    return render(request, "cases/member.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("somebody new")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Somebody new: `?as=mother&of=12` says for whom. Whoever may be the same is shown before anything is written."""
    case, on = get_case(request, case_pk), timezone.localdate()
    family = people_of(case)
    asked = asked_of(request.GET, family)
    form = MemberNewForm(
        request.POST or None,
        people=family,
        asked=asked,
        look=lambda said: alike_elsewhere(case, request.user, said, on),
        on=on,
    )
    request.opened.add(*(each.case_pk for each in form.elsewhere))
    if form.is_valid():
        told = {"kin": form.kin(), "marks": said_marks(form.cleaned_data), "by": request.user, "on": on}
        try:
            if known := form.existing():
                join_kin(member=known, **told)
            else:
                known = add_person(case=case, person=form.person(), **told, **form.facts())
        except (NotKnownSo, NotRelatedSo) as why:
            refuse(form, why)
        else:
            messages.success(request, f"{known.name} is in the record.")
            return redirect(f"{reverse('cases:people', args=[case.pk])}#person-{known.pk}")
    return render(request, "cases/member_new.html", {"case": case, "asked": asked, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("what is known of somebody")
def edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Correct or complete what is known of somebody."""
    found, on = get_member(request, case_pk, pk), timezone.localdate()
    form = MemberEditForm(request.POST or None, member=found, on=on)
    if form.is_valid():
        try:
            change_member(member=found, version=form.version, by=request.user, on=on, **form.facts())
        except NotKnownSo as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, "Saved.")
            return redirect(way_back(request, found).href)
    context = {"case": found.case, "member": found, "form": form, "back": way_back(request, found)}
    return render(request, "cases/member_edit.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("a birth")
def birth(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A child who was expected is born."""
    found, on = get_member(request, case_pk, pk), timezone.localdate()
    form = BirthForm(request.POST or None, on=on, initial={"family_name": found.family_name})
    if form.is_valid():
        try:
            record_birth(member=found, by=request.user, on=on, **form.cleaned_data)
        except NotKnownSo as why:
            refuse(form, why)
        else:
            tonight = reverse("cases:brief-part", args=[case_pk, "tonight"])
            said = "The birth is recorded. What was due before it stays due. Look again at {}."
            link = format_html('<a class="govuk-link" href="{}">what keeps the children safe tonight</a>', tonight)
            messages.success(request, format_html(said, link))
            return redirect(way_back(request, found).href)
    context = {"case": found.case, "member": found, "form": form, "back": way_back(request, found)}
    return render(request, "cases/birth.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("a loss")
def loss(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A child who was expected will not be born alive."""
    found, on = get_member(request, case_pk, pk), timezone.localdate()
    family = [each for each in people_of(found.case) if each.pk != found.pk]
    form = LossForm(request.POST or None, people=family, on=on)
    if form.is_valid():
        said = form.cleaned_data
        told = {"lost_on": said["lost_on"], "loss": said["what"], "marks": said_marks(said)}
        try:
            record_loss(member=found, by=request.user, on=on, **told)
        except NotKnownSo as why:
            refuse(form, why)
        else:
            messages.success(request, "Recorded.")
            return redirect(way_back(request, found).href)
    context = {"case": found.case, "member": found, "form": form, "back": way_back(request, found)}
    return render(request, "cases/loss.html", context)
