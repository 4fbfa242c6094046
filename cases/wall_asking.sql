-- Questions to a family and notes of what was thought about a child. Policies are those of wall.sql.

grant select, insert, update on cases_question to camden_app;
-- A note of what was agreed stays as it was; only from whom it is kept may change.
grant select, insert on cases_oversightnote to camden_app;
grant update (is_kept_from_family, kept_from, version) on cases_oversightnote to camden_app;
-- Jobs remind people of questions that wait, and read no words.
grant select (id, case_id, ask_by_id, ask_by_on, planned_on, asked_on, put_aside_on) on cases_question to camden_worker;
