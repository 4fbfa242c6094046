"""Who may do what in the database, written out: a reviewer sees a wider grant, or a new function, here."""

# History that triggers write: read through the record, added to, never changed. Each table here has its `…event`.
_HISTORY = """
cases_action cases_actionchild cases_actionhandover cases_alias cases_assessment cases_assessmentbasis
cases_assessmentchild cases_assessmentreturn cases_astold cases_briefpart cases_case cases_casenote
cases_casenoteaccount cases_casenotechild cases_chronologychild cases_chronologyentry cases_clockexception
cases_closure cases_closurechild cases_complaint cases_complexityfactor cases_consent cases_contact cases_contactchild
cases_contactpoint cases_culturalnote cases_decision cases_decisionchild cases_decisionheard
cases_decisionoption cases_disagreement cases_dispute cases_document cases_driftanswer cases_dutynote
cases_emotionaltie cases_enquiry cases_episode cases_exclusion cases_export cases_familysays cases_feedback
cases_feedbackinvitation cases_genogramorder cases_genogramsnapshot cases_goal cases_goaltouched
cases_healthmark cases_household cases_householdmembership cases_introduction cases_invitation cases_involvement
cases_member cases_membermerge cases_milestone cases_networktie cases_oversight cases_oversightnote cases_partsource
cases_pastloss cases_planmeeting cases_planmeetingchild cases_plannedmeeting cases_plannedvisit
cases_planspell cases_presence cases_protectionconference cases_protectionconferencechild cases_question
cases_quote cases_referral cases_referralchild cases_relationship cases_release cases_retentionhold
cases_setaside cases_sharedview cases_sharing cases_significantevent cases_significanteventchild cases_snooze
cases_stepcheck cases_strategychild cases_strategydiscussion cases_thresholdchild cases_thresholdmove
cases_tieseen cases_visit cases_visitaccount cases_visitchild cases_waythere cases_workerasked cases_writing
cases_writingpart
conferences_agencyanswer conferences_arrangement conferences_brief conferences_conferencechild
conferences_conferencestage conferences_couldcare conferences_dangeranswered conferences_dangertold
conferences_familyanswer conferences_familyconference conferences_familylink conferences_familymeeting
conferences_familyplan conferences_informationreport conferences_invitee conferences_keptapart
conferences_letter conferences_mandate conferences_maypromise conferences_musthave conferences_musthavelooked
conferences_networkperson conferences_nottakenup conferences_notyetoffered conferences_offerinletter
conferences_outcome conferences_outcomewords conferences_plananswer conferences_planedition conferences_planitem
conferences_planresource conferences_planreview conferences_preparingcontact conferences_preparingnote
conferences_promisedaction conferences_promiseheard conferences_resourceanswer conferences_safetyfact
"""
# relation: web, worker. r reads, a adds, w changes, d deletes, - nothing. A relation that is not here has no grant.
_LIVE = """
account_emailaddress             raw   -
account_emailconfirmation        raw   -
camden_absence                   raw   r
camden_cache                     rawd  -
camden_calendarfeed              ra    -
camden_caughtup                  raw   -
camden_draft                     rawd  -
camden_duty                      r     r
camden_employment                r     r
camden_figureanswer              raw   -
camden_heartbeat                 r     raw
camden_localholiday              r     r
camden_membership                r     r
camden_message                   ra    raw
camden_mute                      rad   r
camden_refusal                   a     -
camden_submission                ra    -
camden_team                      r     r
camden_timescalerow              r     r
camden_user                      r     r
camden_wall                      r     r
camden_workday                   r     r
cases_action                     raw   r
cases_actionchild                raw   r
cases_actionhandover             ra    -
cases_alias                      raw   -
cases_anonymousfeedback          r     -
cases_assessment                 raw   -
cases_assessmentbasis            ra    -
cases_assessmentchild            raw   r
cases_assessmentreturn           ra    -
cases_astold                     raw   -
cases_balancingrun               raw   raw
cases_briefpart                  raw   -
cases_case                       r     r
cases_casenote                   raw   -
cases_casenoteaccount            raw   -
cases_casenotechild              raw   -
cases_chronologychild            raw   r
cases_chronologyentry            raw   r
cases_clock                      rawd  rawd
cases_clockexception             raw   -
cases_closure                    raw   -
cases_closurechild               raw   r
cases_complaint                  raw   -
cases_complexityfactor           raw   -
cases_consent                    raw   -
cases_contact                    raw   -
cases_contactchild               raw   r
cases_contactpoint               raw   -
cases_culturalnote               raw   -
cases_decision                   raw   -
cases_decisionchild              ra    r
cases_decisionheard              raw   -
cases_decisionoption             ra    -
cases_disagreement               ra    -
cases_dispute                    raw   -
cases_document                   raw   -
cases_driftanswer                ra    -
cases_dutynote                   ra    -
cases_emotionaltie               raw   -
cases_enquiry                    raw   -
cases_episode                    raw   r
cases_exclusion                  r     r
cases_export                     raw   -
cases_extraduty                  ra    r
cases_familysays                 raw   -
cases_feedback                   raw   -
cases_feedbackinvitation         raw   -
cases_genogramorder              raw   -
cases_genogramsnapshot           ra    -
cases_goal                       raw   -
cases_goaltouched                raw   -
cases_happening                  r     r
cases_healthmark                 raw   -
cases_household                  raw   r
cases_householdmembership        raw   r
cases_introduction               raw   -
cases_invitation                 raw   -
cases_involvement                r     r
cases_language                   ra    r
cases_localsection               r     r
cases_localweight                ra    r
cases_member                     raw   r
cases_membermerge                r     -
cases_milestone                  raw   -
cases_networktie                 raw   -
cases_oversight                  ra    -
cases_oversightnote              ra    -
cases_partsource                 raw   -
cases_pastloss                   raw   -
cases_person                     ra    -
cases_planmeeting                raw   -
cases_planmeetingchild           raw   r
cases_plannedmeeting             raw   -
cases_plannedvisit               raw   -
cases_planspell                  raw   r
cases_presence                   raw   -
cases_proposedmove               raw   raw
cases_protectionconference       raw   -
cases_protectionconferencechild  raw   -
cases_question                   raw   -
cases_quote                      raw   -
cases_referral                   raw   -
cases_referralchild              raw   r
cases_relationship               raw   r
cases_release                    raw   -
cases_retentionhold              raw   -
cases_setaside                   ra    -
cases_sharedview                 raw   -
cases_sharing                    raw   -
cases_significantevent           raw   -
cases_significanteventchild      raw   -
cases_snooze                     raw   -
cases_sourcerow                  r     -
cases_stepcheck                  ra    -
cases_strategychild              raw   r
cases_strategydiscussion         raw   -
cases_thresholdchild             raw   r
cases_thresholdmove              raw   -
cases_tieseen                    raw   -
cases_visit                      raw   r
cases_visitaccount               raw   -
cases_visitchild                 raw   -
cases_waythere                   raw   r
cases_workerasked                raw   -
cases_writing                    raw   -
cases_writingpart                raw   -
conferences_agencyanswer         ra    -
conferences_arrangement          raw   -
conferences_brief                ra    -
conferences_conferencechild      ra    r
conferences_conferencesettings   raw   r
conferences_conferencestage      ra    r
conferences_couldcare            raw   -
conferences_dangeranswered       ra    -
conferences_dangertold           ra    -
conferences_dangerword           raw   r
conferences_familyanswer         ra    -
conferences_familyconference     raw   r
conferences_familylink           raw   -
conferences_familymeeting        raw   -
conferences_familyplan           raw   -
conferences_informationreport    raw   -
conferences_invitee              raw   -
conferences_keptapart            raw   -
conferences_letter               raw   -
conferences_mandate              ra    -
conferences_maypromise           ra    -
conferences_musthave             raw   -
conferences_musthavelooked       ra    -
conferences_networkperson        raw   -
conferences_nottakenup           ra    -
conferences_notyetoffered        ra    -
conferences_offerinletter        ra    -
conferences_outcome              ra    r
conferences_outcomewords         raw   -
conferences_plananswer           raw   -
conferences_planedition          ra    -
conferences_planitem             raw   -
conferences_planresource         raw   -
conferences_planreview           raw   -
conferences_preparingcontact     raw   -
conferences_preparingnote        ra    -
conferences_promisedaction       ra    -
conferences_promiseheard         raw   -
conferences_resourceanswer       ra    -
conferences_safetyfact           raw   -
conferences_servicefigures       r     raw
django_migrations                r     r
django_session                   rawd  -
mfa_authenticator                rawd  -
supervision_agendaitem           raw   -
supervision_agendaitemevent      a     -
supervision_agendarequest        raw   -
supervision_agendarequestevent   a     -
supervision_agreedaction         raw   -
supervision_agreedactionevent    a     -
supervision_attendance           r     r
supervision_consultation         raw   -
supervision_consultationaddendum ra    -
supervision_consultationaddendumevent a     -
supervision_consultationevent    a     -
supervision_differencenote       raw   -
supervision_differencenoteevent  a     -
supervision_discussion           raw   r
supervision_discussionchild      raw   -
supervision_discussionchildevent a     -
supervision_discussionevent      a     -
supervision_discussionpart       raw   -
supervision_discussionpartevent  a     -
supervision_discussionstep       ra    -
supervision_discussionstepevent  a     -
supervision_discussionwords      raw   -
supervision_discussionwordsevent a     -
supervision_dissent              r     -
supervision_dissentevent         a     -
supervision_group                r     r
supervision_groupmember          r     r
supervision_hypothesis           raw   -
supervision_hypothesisevent      a     -
supervision_hypothesiskept       raw   -
supervision_hypothesiskeptevent  a     -
supervision_hypothesisweighed    ra    -
supervision_hypothesisweighedevent a     -
supervision_managementdecision   raw   -
supervision_managementdecisionevent a     -
supervision_needsanothersession  r     -
supervision_needsanothersessionevent a     -
supervision_onetoone             raw   -
supervision_onetoonechild        raw   -
supervision_onetoonechildevent   a     -
supervision_onetoonefamily       raw   -
supervision_onetoonefamilyevent  a     -
supervision_onetoonewords        raw   -
supervision_position             raw   -
supervision_positionevent        a     -
supervision_promptedit           raw   -
supervision_reflection           raw   -
supervision_roomquestion         raw   -
supervision_roomquestionevent    a     -
supervision_session              raw   r
supervision_sessionpulse         r     -
supervision_sessionrating        raw   -
supervision_sessionreading       ra    r
supervision_sessionwords         raw   -
supervision_supervisionsettings  raw   r
training_attendancecode          ra    -
training_attendanceimport        ra    -
training_booking                 r     -
training_capability              ra    -
training_capabilitylink          ra    -
training_certificate             r     -
training_correspondence          rad   -
training_course                  raw   -
training_coursesession           raw   -
training_decidedperiod           -     ra
training_feedbackgiven           r     -
training_framework               raw   -
training_hasanswered             r     -
training_heardin                 rad   -
training_joiningdetails          raw   -
training_learning                r     -
training_logentry                ra    -
training_nudge                   ra    -
training_observation             raw   -
training_observationskill        rawd  -
training_panelmember             ra    -
training_piece                   raw   -
training_pieceshare              raw   -
training_programme               ra    -
training_programmeagreement      ra    -
training_programmereview         ra    -
training_promise                 raw   r
training_protectedtime           ra    -
training_question                r     r
training_requireddone            ra    r
training_requireditem            raw   r
training_requiredrule            raw   r
training_shownanswer             r     ra
training_survey                  r     r
training_surveyanswer            -     rd
training_systemichours           raw   -
training_systemictraining        raw   -
training_yousaid                 raw   -
"""
# The same for single columns of a relation: web, worker, and which.
_COLUMNS = """
camden_calendarfeed w - revoked_at
camden_message w - seen_at
camden_user w - last_login password
cases_assessment - r authorised_on case_id checked_on counts_from_on id shared_on started_on stopped_on
cases_assessmentbasis - r assessment_id before began_on case_id id
cases_assessmentreturn - r assessment_id case_id id returned_on
cases_clockexception - r agreed_on anchor_on case_id child_id id recorded_on rule
cases_closure - r case_id decided_on id
cases_complaint - r acknowledged_on answered_on case_id extended_on id kind received_on stage stage_since_on
cases_complexityfactor - r answer answered_by_id answered_on case_id child_id id kind proposed_by_id proposed_on
cases_complexityfactor - r withdrawn_on
cases_contact - r case_id decided_at id rating received_at told_at
cases_decision - r asked_by_id asked_on case_id dropped_on due_on id kind made_by_id made_on
cases_decisionheard - r ask_by_on case_id decision_id how id
cases_dispute - r answer_by_on answered_on case_id id raised_on settled_on
cases_driftanswer - r answered_on case_id child_id id kind quiet_until_on subject_id
cases_enquiry - r case_id child_id ended_on id not_required_on started_on
cases_export - r asked_at asked_by_id case_id id layout ready_at what
cases_export - rw failed_at
cases_extraduty w - ended_on version
cases_goal - r case_id child_id ended_on id set_on
cases_goaltouched - r case_id goal_id id moved visit_id
cases_importedchild r r case_id created_at
cases_introduction - r case_id changed_on child_id goodbye_on hello_on id told_on worker_id
cases_language w - ended_on version
cases_localweight w - taken_back_at taken_back_by_id version
cases_milestone - r case_id child_id happened_at happened_on id kind struck_on
cases_oversight - r about_code case_id child_id id look_again_on written_on
cases_oversightnote w - is_kept_from_family kept_from version
cases_planmeeting - r case_id held_on id kind record_sent_on
cases_plannedmeeting - r called_off_on case_id held_as_id id kind planned_at
cases_plannedvisit - r called_off_on case_id id planned_on starts visit_id worker_id
cases_protectionconference - r called_off_on case_id decisions_sent_on held_on id kind planned_on record_sent_on
cases_protectionconference - r report_shared_on
cases_protectionconferencechild - r case_id child_id conference_id id
cases_question - r ask_by_id ask_by_on asked_on case_id id planned_on put_aside_on
cases_referral - r case_id decided_at id received_at told_at
cases_sharing - r answered_on case_id how id shared_on writing_id
cases_snooze - r case_id id person_id until_on work
cases_stepcheck - r case_id checked_on id move_id
cases_strategydiscussion - r case_id cause_at held_at id
cases_thresholdmove - r case_id from_basis id moved_on to_basis
cases_visitaccount - r case_id visit_id written_at
cases_visitchild - r case_id child_id chose_company id seen visit_id
cases_writing - r assessment_id begun_on case_id closed_on id paper
conferences_agencyanswer - r answer case_id conference_id id
conferences_dangeranswered - r case_id danger_id id
conferences_dangertold - r case_id conference_id id said_on
conferences_familymeeting - r case_id children_there children_with_advocate conference_id father_came fathers_side
conferences_familymeeting - r held_on id mothers_side others professionals
conferences_familyplan - r case_id conference_id id review_on
conferences_informationreport - r asked_on case_id conference_id id ready_on version written_by_id
conferences_nottakenup - r case_id conference_id id noted_on why
conferences_notyetoffered - r case_id id said_on
conferences_planreview - r case_id held_on id
conferences_promiseheard - r case_id conference_id id item_id review_id went
supervision_agendarequest - r answered_on asked_on case_id id wants
supervision_consultation - r asked_by_id asked_on case_id clinician_id id look_again_on withdrawn_on written_at
supervision_consultationaddendum - r case_id consultation_id id written_at
supervision_discussionchild - r case_id child_id discussion_id id
supervision_hypothesis - r case_id discussion_id id status
supervision_hypothesiskept - r case_id hypothesis_id question_id
supervision_hypothesisweighed - r case_id hypothesis_id
supervision_managementdecision - r about answered_on case_id decide_by_on discussion_id for_manager_id id withdrawn_on
supervision_onetoone - r held_on id next_on supervisor_id worker_id
supervision_needsanothersession w - answered_by_id answered_on version
training_attendanceimport w - problems version
training_capabilitylink w - taken_back_on version
training_logentry w - shown_on version words written_on
training_panelmember w - ended_on version
training_programme w - assessor_id extended_to_on version
training_protectedtime w - had_minutes planned_minutes version
training_survey - w decided_at version
"""
GRANTS = "\n".join(
    sorted(
        [
            *_LIVE.split("\n")[1:-1],
            *(f"{table + 'event':<32} ra    -" for table in _HISTORY.split()),
            *(
                f"{table + '.' + column:<32} {web:<5} {worker}"
                for table, web, worker, *columns in map(str.split, _COLUMNS.strip().splitlines())
                for column in columns
            ),
        ]
    )
)
