-- What workers record of their work with a family: who reads and writes it. Policies are those of wall.sql.

-- What people type, the app may write and correct; nothing may be deleted.
grant select, insert, update on cases_alias, cases_briefpart, cases_casenote, cases_casenoteaccount, cases_casenotechild,
    cases_consent, cases_contactpoint, cases_document, cases_export, cases_feedback, cases_feedbackinvitation, cases_goal,
    cases_goaltouched, cases_networktie, cases_plannedvisit, cases_presence, cases_quote, cases_release,
    cases_significantevent, cases_significanteventchild to camden_app;
grant select, insert on cases_actionhandover, cases_disagreement, cases_setaside to camden_app;
-- Who is the same as whom, only the functions that merge write.
grant select on cases_membermerge to camden_app;

-- Jobs read days, by column: no narrative is theirs (docs/adr/0012).
grant select (visit_id, case_id, written_at) on cases_visitaccount to camden_worker;
grant select (id, case_id, worker_id, planned_on, starts, visit_id, called_off_on) on cases_plannedvisit to camden_worker;
grant select (id, case_id, what, layout, asked_by_id, asked_at, ready_at, failed_at) on cases_export to camden_worker;
grant update (failed_at) on cases_export to camden_worker;

-- What was said without a name hangs beneath no record: whoever decides for
-- the team reads it, and a link alone adds it.
alter table cases_anonymousfeedback enable row level security;
drop policy if exists for_who_decides on cases_anonymousfeedback;
create policy for_who_decides on cases_anonymousfeedback for select
    using (team_id = any((select app_manages())::bigint[]) or (select app_all()));
grant select on cases_anonymousfeedback to camden_app;
