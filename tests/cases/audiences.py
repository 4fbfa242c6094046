"""Who reads each address of the service: one table. A new address is a word here; a test says so when it is missing.

STAFF pages are read by people who work here, alone. On every other page, nothing that is marked *not to be shared* may
stand: a parent reads it over the worker's shoulder or on the wall, holds it as paper, or opened it by a link.
"""

# What a family reads: the address, and how.
FAMILY = {
    "cases:detail": "the header of the family, over the worker’s shoulder",
    "cases:child": "the header of a child, over the worker’s shoulder",
    "cases:genogram-full": "projected, with the family or guests in the room",
    "cases:find": "snippets of a search, on a screen that others see",
    "cases:list": "a list on a screen that others see",
    "cases:decision": "a decision as the family is given it; the worker’s copy is for people who work here",
    "cases:plan": "a plan that is talked through and given to the family",
    "cases:plan-meeting": "what was agreed in a meeting about the plan, and sent to whoever came",
    "cases:protection-conference": "what a conference decided, read with the family",
    "cases:protection-conference-papers": "papers of a conference that the family is given",
    "cases:before-you-meet": "the family’s own copy of it; the worker’s copy is for people who work here",
    "cases:agreed-new": "What we agreed, shown to the family before it is given",
    "cases:given": "a copy as it was given",
    "feedback-link": "a link without an account",
    "feedback-thanks": "where that link ends",
    "conferences:family-link": "a link without an account to the family’s own plan",
    "conferences:family-link-closed": "where somebody closes that link",
    "conferences:family-link-done": "where that link ends",
    "training:partner-link": "a link without an account, for schools, health and police",
    "training:partner-thanks": "where that link ends",
    "supervision:session": "projected while a group talks",
    "supervision:join": "on a phone without an account, while a group talks",
    "supervision:join-code": "projected while a group talks",
    "supervision:discussion": "projected while a group talks",
    "conferences:conference": "the conference, beside the family",
    "conferences:offer": "who was asked and what they said, beside the family",
    "conferences:plan": "the family’s plan, on the screen while the family speaks",
    "conferences:plan-paper": "the plan the family takes home",
    "conferences:plan-file": "the same as a file, for grown-ups and for the children",
    "conferences:letter": "a letter, read out to whom it is for",
    "conferences:letter-file": "the same letter as a file to print",
    "conferences:plan-edition": "the plan as it was agreed, beside the family",
    "conferences:plan-story": "how the plan goes, beside the family",
    "conferences:plan-review-new": "how the plan went, on the screen while the family speaks",
    "overview:calendar-feed": "on the lock screen of a telephone",
    "overview:my-day": "on a telephone, at the door",
    "cases:writing-family": "what was written, as the family reads it",
    "cases:complaint-paper": "how to complain, for the family to keep",
    "cases:threshold-paper": "a step up or down, for the family to keep",
    "cases:plan-family": "the family’s own version of the plan",
    "cases:plan-given": "a copy of the plan as it was given",
    "cases:plan-given-new": "the plan as somebody will have it, shown before it is given",
    "cases:given-file": "the same copy as a file to print",
    "cases:genogram-family": "the family’s own version of the genogram, on the screen between us",
    "cases:genogram-file": "the same as a file; the worker’s is for people who work here",
    "cases:genogram-given-new": "the genogram as somebody will have it, shown before it is given",
    "cases:ecomap-family": "what is around a home, as the family sees it together",
    "cases:ecomap-file": "the same as a file; the worker’s is for people who work here",
    "cases:snapshot": "the family’s copy of a picture that was kept; as it was kept is for people who work here",
    "cases:snapshot-file": "the same copy as a file",
    "cases:draw-together": "the picture that a family draws with its worker, on one tablet",
    "cases:together-add": "somebody added to that picture, beside the family",
    "supervision:room": "projected while a group talks; everything is for people who work here, when they ask",
    "supervision:room-state": "what changes on that page",
}
# How the family's version is asked for, where the address alone shows that of people who work here.
ASKED_FOR = {
    "cases:before-you-meet": "?for=family",
    "cases:decision": "?for=family",
    "cases:agreed-new": "?to={jamal}",
    "cases:writing-family": "?person={jamal}",
    "cases:plan-family": "?person={jamal}",
    "cases:plan-given-new": "?to={jamal}",
    "cases:genogram-file": "?for=family&as=svg",
    "cases:genogram-given-new": "?to={jamal}",
    "cases:ecomap-file": "?for=family&as=svg",
    "cases:snapshot": "?for=family",
    "cases:snapshot-file": "?for=family&as=svg",
}
# What people who work here read alone: by app. Names that are to come are here already.
STAFF = {
    "": """account_inactive account_login account_logout account_reauthenticate account_reset_password
        account_reset_password_done account_reset_password_from_key account_reset_password_from_key_done home
        mfa_activate_totp mfa_authenticate mfa_deactivate_totp mfa_download_recovery_codes
        mfa_generate_recovery_codes mfa_index mfa_reauthenticate mfa_view_recovery_codes""",
    "office": """absence-edit absence-new absence-withdrawal absences draft draft-list draft-removal draft-shelf
        duty-new duty-withdrawal employment employment-ending gallery holiday-new holiday-removal holidays
        livez logo look people person person-closure person-lost-telephone person-name person-new
        person-reopening readyz role-ending role-new roles rota settings team-name team-new teams telephone
        timescale timescale-edit timescale-of timescales""",
    "overview": """alerts caught-up continuity continuity-child continuity-measure continuity-person
        continuity-sheet drift late meetings my-caseload my-continuity my-figure my-figure-answer
        reminder-mute reminders team team-equality team-list team-practice team-sheet team-worker teams worth
        worth-promise worth-service worth-sheet worth-steps""",
    "cases": """access-log action action-closure action-day alias-new allocation-new asked assessment
        assessment-authorisation assessment-basis assessment-checkpoint assessment-ending assessment-new
        assessment-sharing assessment-submission attendance authorisation before-meeting
        before-planned-meeting birth brief-part chronology chronology-proposals
        clock-exception-agreement clock-exception-new closure closure-decision closure-new complaint
        complaint-answer complaint-course complaint-new complaints conclusion conference-calling-off
        consent-new consent-withdrawal consents contact contact-decision contact-feedback contact-for
        contact-new contact-point-edit contact-point-ending contact-point-new couple-edit couple-new
        cultural-note-ending cultural-note-new culture decision-asked decision-dropping decision-hearing
        decision-making decision-new decisions disagreement-new dispute dispute-answer dispute-further
        dispute-new dispute-settling disputes document document-file document-new document-strike
        documents drift drift-answer duty-note duty-note-new ecomap edit emotional-tie-new
        emotional-tie-strike ending enquiry enquiry-authorisation enquiry-conclusion entry-marks event
        event-new event-strike exception-new export export-file export-new fairer-shares family feedback
        feedback-invitation feedback-invitation-new feedback-new feedback-reply feedback-unnamed
        front-door genogram genogram-add genogram-afresh genogram-nudge genogram-picture
        genogram-showing-new goal-action-new goal-actions goal-edit goal-ending goal-new goals-offered
        health health-mark-ending health-mark-new help-ending hold-lifting hold-new household-edit
        household-new invitation-letter invitation-new invitation-taking-off invitations
        involvement-ending involvement-new journey legal loss meeting-new meeting-sending member
        member-edit member-mistake member-new merge merge-undo milestone milestone-new milestone-strike
        move network-ending network-new new note note-marks note-new note-strike off oversight
        oversight-new oversight-note oversight-note-marks oversight-notes oversights part-says-new
        past-loss-new past-loss-strike people people-around person-tie person-untie plan-ending
        plan-file-new plan-joining plan-meeting-new plan-meeting-sending plan-new plan-tab plan-visits
        plan-whole planned-meeting planned-meeting-calling-off planned-meeting-new planned-visit
        planned-visit-calling-off planned-visit-new portrait-new promise-new promises proposal proposal-adjustment
        proposals
        protection-conference-calling-off protection-conference-new protection-conference-outcome quote
        quote-header quote-marks quote-new quote-strike quotes referral referral-decision
        referral-feedback relationship-edit relationship-ending relationship-new report-new retention
        reviews section-edit section-new sections sharing-answer sharing-new snapshot-new snapshots
        snooze step-check strategy strategy-new strike threshold threshold-new tie-seen-new
        tie-seen-strike timeline told-undoing transfer unnamed view-new views visit visit-account
        visit-marks visit-missed visit-new visit-strike visits-to-write-up writing writing-file-new
        writing-new writing-part""",
    "supervision": """attendance closure discussion-edit discussion-new for-case list room-beginning room-bell
        room-parts room-prompt room-sentence room-step session-new
        decisions kept-ideas reading recommendation recommendations reflection room-notes withdrawal""",
    "training": "mine piece piece-edit piece-new service workshop-new",
    "conferences": "agreement coordinator for-case invitee invitee-new list mandate meeting new stage",
}
STAFF["training"] += " certificate course course-calendar course-date-new course-new courses nudge passport people"
STAFF["training"] += " piece-from-session piece-sharing piece-sharing-ending piece-text place place-return radar"
STAFF["training"] += " course-date-calling-off sheet sheet-done sheet-new wish-answer"
STAFF["training"] += " learning-capabilities log-edit log-entry log-new log-showing observation observation-again"
STAFF["training"] += " observation-answer observation-consent observation-edit observation-new observations"
STAFF["training"] += " piece-capabilities programme programme-agreement programme-dates programme-new programme-outcome"
STAFF["training"] += " programme-panel programme-panel-ending programmes protected-week review-answer review-new"
STAFF["training"] += " feedback-new here piece-from-conference piece-from-course piece-from-observation register"
STAFF["training"] += " room-code"
STAFF["training"] += " answer not-now promise-edit promise-ending promise-new promises round-edit round-links round-new"
STAFF["training"] += " round-calling-off rounds said said-of you-said you-said-edit you-said-new"
STAFF["training"] += " required required-edit required-new required-nudge room-code rule-edit rule-new"
STAFF["conferences"] += " asking-new before-court danger-word letter-held network not-taken-up not-yet offer-again"
STAFF["conferences"] += " settings"
STAFF["conferences"] += " afterwards link-closing link-new no-more outcome-new outcome-reading"
STAFF["supervision"] += " agenda agenda-item-new agenda-request-new quick-round"
STAFF["supervision"] += " formulation weighing"
STAFF["cases"] += " question-answer questions"
STAFF["cases"] += " allocation-together introduction who-could-take worker-asked worker-asked-new"
STAFF["cases"] += " complexity complexity-answer complexity-new complexity-withdrawal"
STAFF["cases"] += " extra-duties extra-duty-ending extra-duty-new language-ending languages way-there"
STAFF["cases"] += " weight weight-edit weight-withdrawal weights"
STAFF["supervision"] += " reading reflection"
STAFF["supervision"] += " coverage coverage-list prompt-edit prompt-new prompts rating settings trend"
STAFF["supervision"] += " cancellation group group-edit rhythm"
STAFF["supervision"] += " consultation consultation-addendum consultation-consent consultation-new consultation-visit"
STAFF["supervision"] += " consultation-writing consultations one-to-one one-to-one-new one-to-ones"
STAFF["conferences"] += " apart apart-ending arrangement contact contact-new own-report people preparing questions"
STAFF["conferences"] += " report report-new when"
STAFF["conferences"] += " danger danger-new safety-ending safety-new"
STAFF["conferences"] += " report report-new when evidence"
STAFF["conferences"] += " letter-new letter-wording letters"
STAFF_ONLY = frozenset(f"{app}:{name}" if app else name for app, names in STAFF.items() for name in names.split())
