"""Who may do what in the database, written out: a reviewer sees a wider grant, or a new function, here."""

# relation: web, worker. r reads, a adds, w changes, d deletes, - nothing. A relation that is not here has no grant.
GRANTS = """
account_emailaddress             raw   -
account_emailconfirmation        raw   -
camden_cache                     rawd  -
camden_calendarfeed              ra    -
camden_calendarfeed.revoked_at   w     -
camden_caughtup                  raw   -
camden_draft                     rawd  -
camden_duty                      r     r
camden_employment                r     r
camden_heartbeat                 r     raw
camden_localholiday              r     r
camden_membership                r     r
camden_message                   ra    raw
camden_message.seen_at           w     -
camden_mute                      rad   r
camden_refusal                   a     -
camden_submission                ra    -
camden_team                      r     r
camden_timescalerow              r     r
camden_user                      r     r
camden_user.last_login           w     -
camden_user.password             w     -
camden_wall                      r     r
camden_workday                   r     r
cases_action                     raw   r
cases_actionchild                raw   r
cases_actionchildevent           ra    -
cases_actionevent                ra    -
cases_actionhandover             ra    -
cases_actionhandoverevent        ra    -
cases_alias                      raw   -
cases_aliasevent                 ra    -
cases_anonymousfeedback          r     -
cases_assessment                 raw   -
cases_assessment.authorised_on   -     r
cases_assessment.case_id         -     r
cases_assessment.checked_on      -     r
cases_assessment.counts_from_on  -     r
cases_assessment.id              -     r
cases_assessment.shared_on       -     r
cases_assessment.started_on      -     r
cases_assessment.stopped_on      -     r
cases_assessmentchild            raw   r
cases_assessmentchildevent       ra    -
cases_assessmentevent            ra    -
cases_assessmentreturn           ra    -
cases_assessmentreturnevent      ra    -
cases_balancingrun               ra    ra
cases_briefpart                  raw   -
cases_briefpartevent             ra    -
cases_case                       r     r
cases_caseevent                  ra    -
cases_casenote                   raw   -
cases_casenoteaccount            raw   -
cases_casenoteaccountevent       ra    -
cases_casenotechild              raw   -
cases_casenotechildevent         ra    -
cases_casenoteevent              ra    -
cases_chronologychild            raw   r
cases_chronologychildevent       ra    -
cases_chronologyentry            raw   r
cases_chronologyentryevent       ra    -
cases_clock                      rawd  rawd
cases_clockexception             raw   -
cases_clockexception.agreed_on   -     r
cases_clockexception.anchor_on   -     r
cases_clockexception.case_id     -     r
cases_clockexception.child_id    -     r
cases_clockexception.id          -     r
cases_clockexception.recorded_on -     r
cases_clockexception.rule        -     r
cases_clockexceptionevent        ra    -
cases_closure                    raw   -
cases_closurechild               raw   r
cases_closurechildevent          ra    -
cases_closureevent               ra    -
cases_consent                    raw   -
cases_consentevent               ra    -
cases_contact                    raw   -
cases_contact.case_id            -     r
cases_contact.decided_at         -     r
cases_contact.id                 -     r
cases_contact.rating             -     r
cases_contact.received_at        -     r
cases_contact.told_at            -     r
cases_contactchild               raw   r
cases_contactchildevent          ra    -
cases_contactevent               ra    -
cases_contactpoint               raw   -
cases_contactpointevent          ra    -
cases_disagreement               ra    -
cases_disagreementevent          ra    -
cases_document                   raw   -
cases_documentevent              ra    -
cases_dutynote                   ra    -
cases_dutynoteevent              ra    -
cases_enquiry                    raw   -
cases_enquiry.case_id            -     r
cases_enquiry.child_id           -     r
cases_enquiry.ended_on           -     r
cases_enquiry.id                 -     r
cases_enquiry.not_required_on    -     r
cases_enquiry.started_on         -     r
cases_enquiryevent               ra    -
cases_episode                    raw   r
cases_episodeevent               ra    -
cases_exclusion                  r     r
cases_exclusionevent             ra    -
cases_export                     raw   -
cases_export.asked_at            -     r
cases_export.asked_by_id         -     r
cases_export.case_id             -     r
cases_export.failed_at           -     rw
cases_export.id                  -     r
cases_export.layout              -     r
cases_export.ready_at            -     r
cases_export.what                -     r
cases_exportevent                ra    -
cases_feedback                   raw   -
cases_feedbackevent              ra    -
cases_feedbackinvitation         raw   -
cases_feedbackinvitationevent    ra    -
cases_goal                       raw   -
cases_goalevent                  ra    -
cases_goaltouched                raw   -
cases_goaltouchedevent           ra    -
cases_happening                  r     r
cases_household                  raw   r
cases_householdevent             ra    -
cases_householdmembership        raw   r
cases_householdmembershipevent   ra    -
cases_involvement                r     r
cases_involvementevent           ra    -
cases_member                     raw   r
cases_memberevent                ra    -
cases_membermerge                r     -
cases_membermergeevent           ra    -
cases_milestone                  raw   -
cases_milestone.case_id          -     r
cases_milestone.child_id         -     r
cases_milestone.happened_at      -     r
cases_milestone.happened_on      -     r
cases_milestone.id               -     r
cases_milestone.kind             -     r
cases_milestone.struck_on        -     r
cases_milestoneevent             ra    -
cases_networktie                 raw   -
cases_networktieevent            ra    -
cases_person                     ra    -
cases_planmeeting                raw   -
cases_planmeeting.case_id        -     r
cases_planmeeting.held_on        -     r
cases_planmeeting.id             -     r
cases_planmeeting.kind           -     r
cases_planmeeting.record_sent_on -     r
cases_planmeetingchild           raw   r
cases_planmeetingchildevent      ra    -
cases_planmeetingevent           ra    -
cases_plannedvisit               raw   -
cases_plannedvisit.called_off_on -     r
cases_plannedvisit.case_id       -     r
cases_plannedvisit.id            -     r
cases_plannedvisit.planned_on    -     r
cases_plannedvisit.starts        -     r
cases_plannedvisit.visit_id      -     r
cases_plannedvisit.worker_id     -     r
cases_plannedvisitevent          ra    -
cases_planspell                  raw   r
cases_planspellevent             ra    -
cases_presence                   raw   -
cases_presenceevent              ra    -
cases_proposedmove               raw   raw
cases_protectionconference       raw   -
cases_protectionconference.called_off_on -     r
cases_protectionconference.case_id -     r
cases_protectionconference.decisions_sent_on -     r
cases_protectionconference.held_on -     r
cases_protectionconference.id    -     r
cases_protectionconference.kind  -     r
cases_protectionconference.planned_on -     r
cases_protectionconference.record_sent_on -     r
cases_protectionconference.report_shared_on -     r
cases_protectionconferencechild  raw   -
cases_protectionconferencechild.case_id -     r
cases_protectionconferencechild.child_id -     r
cases_protectionconferencechild.conference_id -     r
cases_protectionconferencechild.id -     r
cases_protectionconferencechildevent ra    -
cases_protectionconferenceevent  ra    -
cases_quote                      raw   -
cases_quoteevent                 ra    -
cases_referral                   raw   -
cases_referral.case_id           -     r
cases_referral.decided_at        -     r
cases_referral.id                -     r
cases_referral.received_at       -     r
cases_referral.told_at           -     r
cases_referralchild              raw   r
cases_referralchildevent         ra    -
cases_referralevent              ra    -
cases_relationship               raw   r
cases_relationshipevent          ra    -
cases_release                    raw   -
cases_releaseevent               ra    -
cases_setaside                   ra    -
cases_setasideevent              ra    -
cases_significantevent           raw   -
cases_significanteventchild      raw   -
cases_significanteventchildevent ra    -
cases_significanteventevent      ra    -
cases_snooze                     raw   -
cases_snooze.case_id             -     r
cases_snooze.id                  -     r
cases_snooze.person_id           -     r
cases_snooze.until_on            -     r
cases_snooze.work                -     r
cases_snoozeevent                ra    -
cases_sourcerow                  r     -
cases_strategychild              raw   r
cases_strategychildevent         ra    -
cases_strategydiscussion         raw   -
cases_strategydiscussion.case_id -     r
cases_strategydiscussion.cause_at -     r
cases_strategydiscussion.held_at -     r
cases_strategydiscussion.id      -     r
cases_strategydiscussionevent    ra    -
cases_thresholdchild             raw   r
cases_thresholdchildevent        ra    -
cases_thresholdmove              raw   -
cases_thresholdmoveevent         ra    -
cases_visit                      raw   r
cases_visitaccount               raw   -
cases_visitaccount.case_id       -     r
cases_visitaccount.visit_id      -     r
cases_visitaccount.written_at    -     r
cases_visitaccountevent          ra    -
cases_visitchild                 raw   -
cases_visitchild.case_id         -     r
cases_visitchild.child_id        -     r
cases_visitchild.id              -     r
cases_visitchild.seen            -     r
cases_visitchild.visit_id        -     r
cases_visitchildevent            ra    -
cases_visitevent                 ra    -
conferences_agencyanswer         ra    -
conferences_agencyanswerevent    ra    -
conferences_brief                ra    -
conferences_briefevent           ra    -
conferences_conferencechild      ra    r
conferences_conferencechildevent ra    -
conferences_conferencestage      ra    r
conferences_conferencestageevent ra    -
conferences_familyanswer         ra    -
conferences_familyanswerevent    ra    -
conferences_familyconference     raw   r
conferences_familyconferenceevent ra    -
conferences_familymeeting        raw   -
conferences_familymeetingevent   ra    -
conferences_familyplan           raw   -
conferences_familyplanevent      ra    -
conferences_invitee              raw   -
conferences_inviteeevent         ra    -
conferences_mandate              ra    -
conferences_mandateevent         ra    -
conferences_plananswer           raw   -
conferences_plananswerevent      ra    -
conferences_planitem             raw   -
conferences_planitemevent        ra    -
django_migrations                r     r
django_session                   rawd  -
mfa_authenticator                rawd  -
supervision_agreedaction         raw   -
supervision_agreedactionevent    a     -
supervision_attendance           r     r
supervision_discussion           raw   r
supervision_discussionchild      raw   -
supervision_discussionchildevent a     -
supervision_discussionevent      a     -
supervision_discussionwords      raw   -
supervision_discussionwordsevent a     -
supervision_group                r     r
supervision_groupmember          r     r
supervision_hypothesis           raw   -
supervision_hypothesisevent      a     -
supervision_session              raw   r
training_learning                r     -
training_piece                   raw   -
"""

# Functions that run as the owner, past every policy: who may call them.
DEFINERS = {
    "app_answers_for": "camden_app camden_worker",
    "app_as_owner": "",
    "app_keeping": "",
    "app_keeps_settings": "camden_app camden_worker",
    "app_kept": "",
    "app_off_the_rota": "",
    "app_plans_duty": "camden_app camden_worker",
    "app_takes_turns": "",
    "app_timescale": "",
    "change_timescale": "camden_app",
    "close_day": "camden_app",
    "commence_timescale": "camden_app",
    "reopen_day": "camden_app",
    "running_clocks": "camden_app",
    "switch_timescale_on": "camden_app",
    "timescale_history": "camden_app",
    "employ_person": "camden_app",
    "end_employment": "camden_app",
    "join_team": "camden_app",
    "leave_team": "camden_app",
    "let_person_in": "camden_app",
    "number_workdays": "camden_app",
    "open_team": "camden_app",
    "plan_duty": "camden_app",
    "rename_person": "camden_app",
    "rename_team": "camden_app",
    "welcome_person": "camden_app",
    "withdraw_duty": "camden_app",
    "app_all": "camden_app camden_worker",
    "app_attended": "camden_app camden_worker",
    "app_cases": "camden_app camden_worker",
    "app_conferences": "camden_app camden_worker",
    "app_consulted": "camden_app camden_worker",
    "app_convened": "camden_app camden_worker",
    "app_excluded": "camden_app camden_worker",
    "app_groups": "camden_app camden_worker",
    "app_heard": "camden_app camden_worker",
    "app_looked": "",
    "app_manages": "camden_app camden_worker",
    "app_member_teams": "camden_app camden_worker",
    "app_only_in_part": "",
    "app_only_on_duty": "",
    "calendar_reader": "camden_app",
    "refused_restricted": "camden_worker",
    "app_opened": "camden_app camden_worker",
    "app_partitions": "camden_worker",
    "app_recorded": "camden_app camden_worker",
    "app_sees": "camden_app camden_worker",
    "app_teams": "camden_app camden_worker",
    "app_keep_in_sight": "",
    "app_teams_of_case": "",
    "app_user": "camden_app camden_worker",
    "answer_link": "camden_app",
    "app_invitation": "",
    "app_unit": "",
    "open_link": "camden_app",
    "tell_of_danger": "",
    "close_case": "camden_app",
    "drafts_of_case": "camden_app",
    "end_involvement": "camden_app",
    "exclude_worker": "camden_app",
    "files_named": "camden_worker",
    "forget_old_drafts": "camden_worker",
    "forget_proofs": "camden_app",
    "happenings_of": "camden_app camden_worker",
    "has_proof": "camden_app",
    "heard_children": "camden_app",
    "involve_worker": "camden_app",
    "join_group": "camden_app",
    "known_elsewhere": "camden_app",
    "learning_in_teams": "camden_app",
    "lift_exclusion": "camden_app",
    "log_learning": "camden_app camden_worker",
    "looked_on_duty": "camden_app",
    "merge_members": "camden_app",
    "open_case": "camden_app",
    "open_group": "camden_app",
    "pieces_recorded": "camden_app camden_worker",
    "reopen_case": "camden_app",
    "restrict_case": "camden_app",
    "search_people": "camden_app",
    "search_notes": "camden_app",
    "app_keep_note": "",
    "app_keep_member": "",
    "app_note_words": "",
    "app_told_of": "",
    "take_part": "camden_app",
    "tie_people": "camden_app",
    "unmerge_members": "camden_app",
    "untie_person": "camden_app",
    "transfer_case": "camden_app",
    "who_opened": "camden_app",
}
