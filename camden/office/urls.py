"""Health, roles, settings, the duty rota, drafts and sign-in."""

from allauth.account import views as account
from allauth.mfa.base import views as proof
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from django.urls import path, re_path

from camden.office import absences, drafts, gallery, look, people, rota, teams, timescales, views
from camden.office.second_proof import SetUpApp
from camden.office.tryout import SignIn

app_name = "office"
urlpatterns = [
    path("livez", views.livez, name="livez"),
    path("readyz", views.readyz, name="readyz"),
    path("roles/", views.roles, name="roles"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("look.css", look.stylesheet, name="look"),
    path("logo", look.logo, name="logo"),
    path("rota/", rota.list_, name="rota"),
    path("rota/new/", rota.duty_new, name="duty-new"),
    path("rota/<int:pk>/withdrawal/", rota.withdrawal, name="duty-withdrawal"),
    path("absences/", absences.list_, name="absences"),
    path("absences/new/", absences.absence_new, name="absence-new"),
    path("absences/<int:pk>/edit/", absences.absence_edit, name="absence-edit"),
    path("absences/<int:pk>/withdrawal/", absences.absence_withdrawal, name="absence-withdrawal"),
    path("settings/", teams.settings, name="settings"),
    path("settings/teams/", teams.list_, name="teams"),
    path("settings/teams/new/", teams.new, name="team-new"),
    path("settings/teams/<int:pk>/name/", teams.name, name="team-name"),
    path("settings/people/", people.list_, name="people"),
    path("settings/people/new/", people.person_new, name="person-new"),
    path("settings/people/<int:pk>/", people.person, name="person"),
    path("settings/people/<int:pk>/name/", people.name, name="person-name"),
    path("settings/people/<int:pk>/closure/", people.closure, name="person-closure"),
    path("settings/people/<int:pk>/reopening/", people.reopening, name="person-reopening"),
    path("settings/people/<int:pk>/lost-telephone/", people.lost_telephone, name="person-lost-telephone"),
    path("settings/people/<int:pk>/roles/new/", people.role_new, name="role-new"),
    path("settings/people/<int:pk>/roles/<int:role_pk>/ending/", people.role_ending, name="role-ending"),
    path("settings/people/<int:pk>/employment/", people.employment, name="employment"),
    path("settings/people/<int:pk>/employment/ending/", people.employment_ending, name="employment-ending"),
    path("settings/timescales/", timescales.list_, name="timescales"),
    path("settings/timescales/<int:pk>/", timescales.detail, name="timescale"),
    path("settings/timescales/<slug:code>/", timescales.by_code, name="timescale-of"),
    path("settings/timescales/<int:pk>/edit/", timescales.edit, name="timescale-edit"),
    path("settings/holidays/", timescales.days_off, name="holidays"),
    path("settings/holidays/new/", timescales.day_off_new, name="holiday-new"),
    path("settings/holidays/<int:pk>/removal/", timescales.day_off_removal, name="holiday-removal"),
    path("drafts/", drafts.list_, name="draft-list"),
    path("drafts/<int:pk>/", drafts.detail, name="draft"),
    path("drafts/<int:pk>/shelf/", drafts.shelf, name="draft-shelf"),
    path("drafts/<int:pk>/removal/", drafts.removal, name="draft-removal"),
]

# Only what people use: nobody signs up or changes an e-mail address here. Names are allauth's own.
accounts = [
    path("login/", SignIn.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("proof/", proof.index, name="mfa_index"),
    path("proof/code/", proof.authenticate, name="mfa_authenticate"),
    path("proof/again/", proof.reauthenticate, name="mfa_reauthenticate"),
    path("proof/app/new/", SetUpApp.as_view(), name="mfa_activate_totp"),
    path("proof/app/end/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("proof/codes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("proof/codes/new/", spare.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("proof/codes/file/", spare.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[0-9A-Za-z-]{1,80})/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
