-- Assessments, plans and reports as they are written, decisions and who was heard, oversight, complaints, meetings to come:
-- who reads and writes them. Policies are those of wall.sql.

-- What people type, the app may write and correct; nothing may be deleted.
grant select, insert, update on cases_complaint, cases_decision, cases_decisionheard, cases_dispute, cases_familysays,
    cases_invitation, cases_partsource, cases_plannedmeeting, cases_retentionhold, cases_sharedview, cases_sharing,
    cases_writing, cases_writingpart to camden_app;
-- Once said, it stands; a correction is another row.
grant select, insert on cases_assessmentbasis, cases_decisionchild, cases_decisionoption, cases_driftanswer,
    cases_oversight, cases_stepcheck to camden_app;
-- Sections of papers are everybody's to read; a function changes them.
grant select on cases_localsection to camden_app, camden_worker;

-- A complaint is read by whoever wrote it down and by managers of the family's teams: nobody must meet their worker
-- over it. What was said in thanks, and what is no complaint, is everybody's who sees the record.
do $$
declare
    v_table text;
begin
    foreach v_table in array array['cases_complaint', 'cases_complaintevent'] loop
        execute format('drop policy if exists for_who_answers on %I', v_table);
        execute format('create policy for_who_answers on %I as restrictive using (kind <> ''complaint'' '
                       'or recorded_by_id = (select app_user()) or (select app_all()) '
                       'or exists (select 1 from cases_case c where c.id = %I.case_id '
                       'and c.team_ids && (select app_manages())::bigint[]))', v_table, v_table);
    end loop;
end
$$;

-- Jobs read days, by column: no narrative is theirs (docs/adr/0012).
grant select (id, case_id, kind, asked_by_id, asked_on, due_on, made_on, made_by_id, dropped_on) on cases_decision to camden_worker;
grant select (id, case_id, decision_id, how, ask_by_on) on cases_decisionheard to camden_worker;
grant select on cases_decisionchild to camden_worker;
grant select (id, case_id, kind, child_id, subject_id, answered_on, quiet_until_on) on cases_driftanswer to camden_worker;
grant select (id, case_id, child_id, about_code, written_on, look_again_on) on cases_oversight to camden_worker;
grant select (id, case_id, move_id, checked_on) on cases_stepcheck to camden_worker;
grant select (id, case_id, moved_on, from_basis, to_basis) on cases_thresholdmove to camden_worker;
grant select (id, case_id, kind, planned_at, called_off_on, held_as_id) on cases_plannedmeeting to camden_worker;
grant select (id, case_id, child_id, set_on, ended_on) on cases_goal to camden_worker;
grant select (id, case_id, visit_id, goal_id, moved) on cases_goaltouched to camden_worker;
grant select (id, case_id, paper, assessment_id, begun_on, closed_on) on cases_writing to camden_worker;
grant select (id, case_id, writing_id, how, shared_on, answered_on) on cases_sharing to camden_worker;
grant select (id, case_id, kind, received_on, stage, stage_since_on, acknowledged_on, extended_on, answered_on)
    on cases_complaint to camden_worker;
grant select (id, case_id, raised_on, answer_by_on, answered_on, settled_on) on cases_dispute to camden_worker;
-- What stands still is told at night of the same days (cases/readings/drift_facts.py).
grant select (id, case_id, decided_on) on cases_closure to camden_worker;
grant select (id, case_id, assessment_id, returned_on) on cases_assessmentreturn to camden_worker;
-- When a file brought a record here, and nothing of what the file says.
grant select (case_id, created_at) on cases_importedchild to camden_app, camden_worker;
grant select (chose_company) on cases_visitchild to camden_worker;
