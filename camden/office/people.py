"""The settings area: people of the service, their accounts, roles and employment."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.models import Employment, Membership, Team, User
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm, EmploymentForm, EndingForm, NameForm, PersonForm, RoleForm
from camden.office.people_reading import people, person_card
from camden.office.teams_reading import team_choices
from camden.operations.people import (
    close_account,
    employ,
    end_employment,
    join_team,
    leave_team,
    open_account,
    rename_person,
    welcome,
)
from camden.operations.proofs import forget_proofs
from camden.operations.refusals import NotDone, Overtaken


@needs(Permission.STAFF_KEEP)
def list_(request: HttpRequest) -> HttpResponse:
    """Everybody by name, found by words of their name or address, or by team."""
    words, team, after = request.GET.get("q", "")[:100], _key(request, "team"), _key(request, "after")
    page = people(words=words.replace("\0", ""), team=team, after=after)
    teams = team_choices(list(Team.objects.all()))
    context = {"page": page, "words": words, "team": str(team or ""), "teams": teams, "after": after}
    return render(request, "office/people.html", context)


@needs(Permission.STAFF_KEEP)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: account, roles present and past, employment. Their own is read, not changed."""
    user = _somebody(pk)
    return render(request, "office/person.html", {"person": person_card(user), "is_self": user == request.user})


@needs(Permission.STAFF_KEEP)
@keeps_words("somebody new")
def person_new(request: HttpRequest) -> HttpResponse:
    """Add somebody. They choose their own password."""
    form = PersonForm(request.POST or None)
    if form.is_valid():
        try:
            user = welcome(**form.cleaned_data)
        except NotDone as why:
            _tell(form, why)
        else:
            messages.success(request, f"{user.name} is added. Give them a role next.")
            return redirect("office:person", user.pk)
    return render(request, "office/person_new.html", {"form": form})


@needs(Permission.STAFF_KEEP)
@keeps_words("a name")
def name(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a name right, or the address of somebody who has not signed in yet."""
    user = _somebody(pk)
    form = NameForm(request.POST or None, person=user)
    if form.is_valid():
        said = form.cleaned_data
        try:
            rename_person(user=user, name=said["name"], email=said["email"], was=said["was"])
        except Overtaken:
            form.show_both()
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, "Saved.")
    return _ask(request, user, form, "Name and address", signed_in=bool(user.last_login))


@needs(Permission.STAFF_KEEP)
def closure(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account: somebody has left."""
    user = _somebody(pk)
    form = AgreeForm(_posted(request), save="Close the account")
    if form.is_valid():
        try:
            close_account(user=user)
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, f"The account of {user.name} is closed. They are signed out.")
    words = (
        "They are signed out at once and off the duty rota. What they wrote stays. End their roles and employment too."
    )
    return _ask(request, user, form, "Close the account", words=words)


@needs(Permission.STAFF_KEEP)
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a closed account again."""
    user = _somebody(pk)
    form = AgreeForm(_posted(request), save="Open the account again")
    if form.is_valid():
        try:
            open_account(user=user)
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, f"{user.name} can sign in again.")
    words = "They sign in as before, and every role that has not ended opens what it opened. Look at their roles first."
    return _ask(request, user, form, "Open the account again", words=words)


@needs(Permission.STAFF_KEEP)
def lost_telephone(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody's second proof off, so that they set up a new one. Another administrator does it for oneself."""
    user = _somebody(pk)
    form = AgreeForm(_posted(request), save="Take the second proof off")
    if form.is_valid() and user == request.user:
        form.add_error(None, "Ask another administrator to do this for you.")
    elif form.is_valid():
        gone = forget_proofs(user=user)
        said = "sets up a new one at the next sign-in" if gone else "had none"
        return _back(request, user, f"The second proof is off: {user.name} {said}.")
    words = (
        "Until they set up a new one, their password alone lets them in. Be sure that it is they who ask: ring them."
    )
    return _ask(request, user, form, "A telephone is lost", words=words)


@needs(Permission.STAFF_KEEP)
@keeps_words("a role")
def role_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a role in a team."""
    user = _somebody(pk)
    form = RoleForm(request.POST or None, teams=list(Team.objects.all()), on=timezone.localdate())
    if form.is_valid():
        said = form.cleaned_data
        try:
            join_team(user=user, team=said["team"], role=said["role"], on=said["started_on"])
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, f"{user.name} is now {said['role'].says.label} in {said['team'].name}.")
    return _ask(request, user, form, "Give a role")


@needs(Permission.STAFF_KEEP)
@keeps_words("the end of a role")
def role_ending(request: HttpRequest, pk: int, role_pk: int) -> HttpResponse:
    """End a role. What it opened closes at once."""
    user = _somebody(pk)
    role = _found(Membership.objects.select_related("team").filter(pk=role_pk, user=user, ended_on=None))
    form = EndingForm(request.POST or None, save="End this role", on=timezone.localdate())
    if form.is_valid():
        try:
            leave_team(membership=role, on=form.cleaned_data["ended_on"])
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, f"{user.name} is no longer {role.role_label} in {role.team.name}.")
    words = f"{role.role_label}, {role.team.name}. The records it opened close at once."
    return _ask(request, user, form, "End a role", words=words)


@needs(Permission.STAFF_KEEP)
@keeps_words("an employment")
def employment(request: HttpRequest, pk: int) -> HttpResponse:
    """How somebody is employed from a day on. The contract before ends that day and stays to be read."""
    user = _somebody(pk)
    present = _present(user)
    form = EmploymentForm(request.POST or None, present=present, on=timezone.localdate())
    if form.is_valid():
        seen = Employment.objects.filter(user=user, pk=_number(form.cleaned_data["present"]) or 0).first()
        try:
            employ(user=user, was=seen, on=form.cleaned_data["started_on"], **form.facts())
        except Overtaken:
            form.show_both(present)
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, "Employment saved.")
    return _ask(request, user, form, "Change the employment" if present else "Employment")


@needs(Permission.STAFF_KEEP)
@keeps_words("the end of an employment")
def employment_ending(request: HttpRequest, pk: int) -> HttpResponse:
    """End the present contract, when nothing follows it."""
    user = _somebody(pk)
    present = _found(Employment.objects.filter(user=user, ended_on=None))
    form = EndingForm(request.POST or None, save="End the employment", on=timezone.localdate())
    if form.is_valid():
        try:
            end_employment(employment=present, on=form.cleaned_data["ended_on"])
        except NotDone as why:
            _tell(form, why)
        else:
            return _back(request, user, "Employment ended. The account is open until you close it.")
    return _ask(request, user, form, "End the employment", words=present.get_grade_display())


def _somebody(pk: int) -> User:
    """A person of the service, never a job of the system. Raises Http404."""
    return _found(User.objects.filter(is_system=False, pk=pk))


def _posted(request: HttpRequest) -> Any:
    """What was sent, also when a form asks nothing."""
    return request.POST if request.method == "POST" else None


def _present(user: User) -> Employment | None:
    return Employment.objects.filter(user=user, ended_on=None).first()


def _ask(request: HttpRequest, user: User, form: Any, title: str, **more: Any) -> HttpResponse:
    """A page with one form about one person."""
    context = {"person": user, "form": form, "title": title, **more}
    return render(request, "office/person_form.html", context)


def _back(request: HttpRequest, user: User, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("office:person", user.pk)


def _tell(form: Any, why: NotDone) -> None:
    shown = why.about if why.about in form.fields else "ended_on" if "ended_on" in form.fields else None
    form.add_error(shown, str(why))


def _key(request: HttpRequest, name: str) -> int | None:
    return _number(request.GET.get(name, ""))


def _number(text: str) -> int | None:
    """A key that somebody sent; None for anything that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _found(rows: Any) -> Any:
    """The one row, or 404: people and their posts are no family's record, and this page opens none."""
    return get_object_or_404(rows)  # nosemgrep: shortcut-that-names-what-is-missing - people are no record
