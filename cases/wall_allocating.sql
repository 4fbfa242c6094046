-- Who was asked to take a family, how a new worker was introduced, and this council's own weights. Policies of records are
-- those of wall.sql.

grant select, insert, update on cases_workerasked, cases_introduction to camden_app;
-- Measures read days at night, and no words.
grant select (id, case_id, child_id, worker_id, changed_on, told_on, goodbye_on, hello_on) on cases_introduction to camden_worker;

-- That a family may move is known to whoever was asked and to whoever decides for their team, and to nobody else who reads
-- the record: the history too.
do $$
declare
    v_table text;
begin
    foreach v_table in array array['cases_workerasked', 'cases_workeraskedevent'] loop
        execute format('drop policy if exists for_who_is_asked on %I', v_table);
        execute format('create policy for_who_is_asked on %I as restrictive using (worker_id = (select app_user()) '
                       'or (select app_all()) or team_id = any((select app_manages())::bigint[]))', v_table);
    end loop;
end
$$;
-- The worker reads what they are asked and answers it, whether or not the record is open to them.
drop policy if exists was_asked on cases_workerasked;
create policy was_asked on cases_workerasked for select using (
    worker_id = (select app_user()) and not case_id = any((select app_excluded())::bigint[]));
drop policy if exists answers on cases_workerasked;
create policy answers on cases_workerasked for update using (
    worker_id = (select app_user()) and not case_id = any((select app_excluded())::bigint[]));

-- Everybody's score is made of these numbers, so everybody reads them; whoever keeps settings writes them.
alter table cases_localweight enable row level security;
drop policy if exists everybody_reads on cases_localweight;
drop policy if exists kept_with_the_settings on cases_localweight;
drop policy if exists changed_with_the_settings on cases_localweight;
create policy everybody_reads on cases_localweight for select using (true);
create policy kept_with_the_settings on cases_localweight for insert with check (
    (select app_keeps_settings()) and set_by_id = (select app_user()));
create policy changed_with_the_settings on cases_localweight for update using ((select app_keeps_settings()));
grant select, insert on cases_localweight to camden_app;
grant update (taken_back_at, taken_back_by_id, version) on cases_localweight to camden_app;
grant select on cases_localweight to camden_worker;
