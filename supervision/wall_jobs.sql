-- What jobs read to remind people of: keys, days and who, never words. Continues wall.sql.
grant select (id, case_id, discussion_id, about, for_manager_id, decide_by_on, answered_on, withdrawn_on)
    on supervision_managementdecision to camden_worker;
grant select on supervision_sessionreading to camden_worker;
grant select (id, case_id, asked_by_id, asked_on, clinician_id, written_at, look_again_on, withdrawn_on)
    on supervision_consultation to camden_worker;
grant select (id, case_id, consultation_id, written_at) on supervision_consultationaddendum to camden_worker;
grant select (id, case_id, discussion_id, status) on supervision_hypothesis to camden_worker;
grant select (hypothesis_id, case_id, question_id) on supervision_hypothesiskept to camden_worker;
grant select (hypothesis_id, case_id) on supervision_hypothesisweighed to camden_worker;
grant select (id, worker_id, supervisor_id, held_on, next_on) on supervision_onetoone to camden_worker;
