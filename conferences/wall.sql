-- Row-level security of family group conferences. A coordinator sees the conference and what was written down for it,
-- and never the record: says the same as conferences/access.py.

-- Families somebody coordinates for at present. The web may ask only about its own principal; jobs about anybody.
create or replace function app_convened(p_user bigint) returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct i.case_id), '{}') from public.cases_involvement i
    where i.worker_id = p_user and i.ended_on is null and i.scope = 'conference'
      and (session_user <> 'camden_app' or p_user = public.app_user())
      and not exists (select 1 from public.cases_exclusion e
                      where e.case_id = i.case_id and e.stands_against = p_user)
$$;
revoke execute on function app_convened from public;
grant execute on function app_convened to camden_app, camden_worker;

do $$
declare
    v_table text;
    v_sees text;
begin
    foreach v_table in array array[
        'conferences_agencyanswer', 'conferences_brief', 'conferences_conferencechild', 'conferences_conferencestage',
        'conferences_familyanswer', 'conferences_familyconference', 'conferences_familymeeting', 'conferences_familyplan',
        'conferences_invitee', 'conferences_mandate', 'conferences_plananswer', 'conferences_planitem'] loop
        v_sees := '(exists (select 1 from cases_case c where c.id = %1$I.case_id)'
                  ' or %1$I.case_id = any((select app_conferences())::bigint[]))';
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists of_conference on %I', v_table);
        execute format('create policy of_conference on %1$I using ' || v_sees, v_table);
        execute format('alter table %I enable row level security', v_table || 'event');
        execute format('drop policy if exists read_history on %I', v_table || 'event');
        execute format('drop policy if exists write_history on %I', v_table || 'event');
        execute format('create policy read_history on %1$I for select using ' || v_sees, v_table || 'event');
        execute format('create policy write_history on %I for insert with check (pg_trigger_depth() > 0)', v_table || 'event');
        execute format('grant select, insert on %I to camden_app', v_table || 'event');
    end loop;
end
$$;

-- The referral, what a manager said may be agreed, and the answer to a plan are written by those who see the record:
-- a coordinator reads them and decides nothing.
do $$
declare
    v_table text;
begin
    foreach v_table in array array[
        'conferences_agencyanswer', 'conferences_brief', 'conferences_conferencechild', 'conferences_familyanswer',
        'conferences_mandate'] loop
        execute format('alter policy of_conference on %1$I with check '
                       '(exists (select 1 from cases_case c where c.id = %1$I.case_id))', v_table);
    end loop;
end
$$;

-- What was decided and answered, and the brief as it was given, stand as they were written.
grant select, insert on conferences_agencyanswer, conferences_brief, conferences_conferencechild,
    conferences_conferencestage, conferences_familyanswer, conferences_mandate to camden_app;
grant select, insert, update on conferences_familyconference, conferences_familymeeting, conferences_familyplan,
    conferences_invitee, conferences_plananswer, conferences_planitem to camden_app;
-- Jobs read days and people, for reminders and figures: no brief, no words, nobody's number.
grant select on conferences_conferencechild, conferences_conferencestage, conferences_familyconference to camden_worker;
