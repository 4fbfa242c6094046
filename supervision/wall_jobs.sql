-- What jobs read to remind people of: keys, days and who, never words. Continues wall.sql.
grant select (id, case_id, discussion_id, for_manager_id, answered_on) on supervision_managementdecision to camden_worker;
grant select on supervision_sessionreading to camden_worker;
grant select (id, case_id, asked_by_id, asked_on, clinician_id, written_at, withdrawn_on)
    on supervision_consultation to camden_worker;
