-- What is a family's record: kept hypotheses, agendas, consultations, families in one-to-one talks. Continues wall.sql.

-- Consultations the principal holds as clinician, but of families kept from them.
create or replace function app_consultations() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from public.supervision_consultation c
    where c.clinician_id = public.app_user() and not c.case_id = any(public.app_excluded())
$$;

-- Sessions with an agenda the principal was given to read.
create or replace function app_agendas() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(s.id), '{}') from public.supervision_session s
    where s.agenda_published_at is not null and s.id = any(public.app_attended())
$$;

-- Groups the principal supervises.
create or replace function app_supervised_groups() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(g.id), '{}') from public.supervision_group g
    where g.senior_practitioner_id = public.app_user()
$$;

do $$
declare
    v_table text;
begin
    foreach v_table in array array[
        'supervision_agendaitem', 'supervision_agendarequest', 'supervision_consultation',
        'supervision_consultationaddendum', 'supervision_hypothesiskept', 'supervision_hypothesisweighed',
        'supervision_needsanothersession', 'supervision_onetoonechild', 'supervision_onetoonefamily'] loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists of_record on %I', v_table);
        execute format('create policy of_record on %I using (exists (select 1 from cases_case c where c.id = %I.case_id))',
                       v_table, v_table);
        execute format('alter table %I enable row level security', v_table || 'event');
        execute format('drop policy if exists write_history on %I', v_table || 'event');
        execute format('create policy write_history on %I for insert with check (pg_trigger_depth() > 0)', v_table || 'event');
        execute format('grant insert on %I to camden_app', v_table || 'event');
    end loop;
end
$$;

-- A kept idea is read by those who were there too, guests among them.
drop policy if exists was_there on supervision_hypothesiskept;
create policy was_there on supervision_hypothesiskept for select using (
    hypothesis_id = any(array(select h.id from supervision_hypothesis h)));

-- An agenda is read by everybody expected, once it is published; never of a family kept from them.
drop policy if exists was_given on supervision_agendaitem;
create policy was_given on supervision_agendaitem for select using (
    session_id = any((select app_agendas())::bigint[]) and not case_id = any((select app_excluded())::bigint[]));

-- That a family needs another session is for whoever supervises, or for their manager where it is they who must not know.
drop policy if exists for_who_plans on supervision_needsanothersession;
create policy for_who_plans on supervision_needsanothersession as restrictive for select using (
    (not is_for_manager and group_id = any((select app_supervised_groups())::bigint[]))
    or (is_for_manager and exists (select 1 from supervision_group g
                                   where g.id = group_id and g.team_id = any((select app_manages())::bigint[]))));

-- A clinician reads and writes consultations of their own, and no more of the family.
drop policy if exists of_clinician on supervision_consultation;
create policy of_clinician on supervision_consultation for select using (
    id = any((select app_consultations())::bigint[]));
drop policy if exists by_clinician on supervision_consultation;
create policy by_clinician on supervision_consultation for update using (
    id = any((select app_consultations())::bigint[]));
drop policy if exists of_clinician on supervision_consultationaddendum;
create policy of_clinician on supervision_consultationaddendum for select using (
    consultation_id = any((select app_consultations())::bigint[]));
drop policy if exists by_clinician on supervision_consultationaddendum;
create policy by_clinician on supervision_consultationaddendum for insert with check (
    consultation_id = any((select app_consultations())::bigint[]) and written_by_id = (select app_user()));

-- A one-to-one belongs to its two people.
alter table supervision_onetoone enable row level security;
drop policy if exists of_the_two on supervision_onetoone;
create policy of_the_two on supervision_onetoone using ((select app_user()) in (worker_id, supervisor_id));
alter table supervision_onetoonewords enable row level security;
drop policy if exists of_the_two on supervision_onetoonewords;
create policy of_the_two on supervision_onetoonewords using (
    exists (select 1 from supervision_onetoone o where o.id = supervision_onetoonewords.one_to_one_id));

grant select, insert, update on supervision_agendaitem, supervision_agendarequest, supervision_consultation,
    supervision_hypothesiskept, supervision_onetoone, supervision_onetoonewords, supervision_onetoonefamily,
    supervision_onetoonechild, supervision_supervisionsettings, supervision_promptedit to camden_app;
grant select, insert on supervision_consultationaddendum, supervision_hypothesisweighed to camden_app;
grant select on supervision_needsanothersession to camden_app;
grant update (answered_on, answered_by_id, version) on supervision_needsanothersession to camden_app;
grant select on supervision_supervisionsettings to camden_worker;

revoke execute on function app_consultations, app_agendas, app_supervised_groups from public;
grant execute on function app_consultations, app_agendas, app_supervised_groups to camden_app, camden_worker;

-- The children's first names in items of agendas the principal was given to read. They may not see the record.
create or replace function agenda_children(p_items bigint[])
returns table (item_id bigint, first_name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select i.id, coalesce(nullif(m.given_name, ''), 'A child')
    from public.supervision_agendaitem i join public.cases_member m on m.case_id = i.case_id and m.kind = 'child'
    where i.id = any(p_items) and i.session_id = any(public.app_agendas()) and i.taken_off_on is null
      and i.accepted_on is not null and not i.case_id = any(public.app_excluded())
    order by m.born_on nulls last, m.id
$$;
revoke execute on function agenda_children from public;
grant execute on function agenda_children to camden_app;
