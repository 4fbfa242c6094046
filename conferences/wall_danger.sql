-- What must reach somebody whatever else is closed to them. Continues wall.sql.

-- What the record itself knows that keeps people safe, for the family's coordinator, who cannot open the record: whose
-- home must not be known, and which ways to reach somebody are not safe. No address and no number is among it.
create or replace function conference_safety(p_case bigint)
returns table (kind text, about text, words text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct 'safe-address', trim(m.given_name || ' ' || m.family_name), ''
    from public.cases_householdmembership l
    join public.cases_household h on h.id = l.household_id and not h.is_safe_to_share
    join public.cases_member m on m.id = l.member_id
    where l.case_id = p_case and l.ended_on is null
      and (public.app_coordinates(p_case) or public.app_sees(p_case))
    union
    select 'danger', trim(m.given_name || ' ' || m.family_name),
           case p.kind when 'phone' then 'A telephone that is not safe' when 'email' then 'An e-mail that is not safe'
                else 'A way to reach them that is not safe' end
    from public.cases_contactpoint p join public.cases_member m on m.id = p.member_id
    where p.case_id = p_case and p.ended_on is null and p.is_safe = false
      and (public.app_coordinates(p_case) or public.app_sees(p_case))
    order by 1, 2, 3
$$;

-- A danger is told to the children's workers and their managers; to duty as well out of hours, or when nobody else
-- hears it; of a restricted record, only to those who are involved. Nobody who is kept from the record. The names of
-- who was told are written with it.
create or replace function conference_tells_of_danger() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_now timestamp := now() at time zone 'Europe/London';
    v_told bigint[];
begin
    with record as (
        select c.id, c.team_ids, c.is_restricted from cases_case c where c.id = new.case_id),
    above as (
        select distinct unnest(t.path) as team from record join camden_team t on t.id = any(record.team_ids)),
    own as (
        select i.worker_id as person from record join cases_involvement i on i.case_id = record.id
        where i.ended_on is null and i.scope in ('full', 'duty') and i.role in ('lead', 'co-worker', 'lead-child-protection')
        union
        select m.user_id from record, above join camden_membership m on m.team_id = above.team
        where not record.is_restricted and m.ended_on is null and m.role in ('team-manager', 'service-manager')),
    duty as (
        select d.worker_id as person from record, above join camden_duty d on d.team_id = above.team
        where not record.is_restricted and d.starts_at <= now() and d.ends_at > now() and d.withdrawn_at is null
          and (extract(isodow from v_now) > 5 or extract(hour from v_now) not between 9 and 16
               or not exists (select 1 from own))),
    people as (select person from own union select person from duty)
    select coalesce(array_agg(u.id order by u.name, u.id), '{}') into v_told
    from people p join camden_user u on u.id = p.person and u.is_active and not u.is_system
    where not exists (select 1 from cases_exclusion e where e.case_id = new.case_id and e.stands_against = u.id);
    insert into camden_message (recipient_id, kind, subject, subject_id, due_on, tries)
    select person, 'conference-danger', 'conferences.DangerTold', new.id, new.said_on, 0 from unnest(v_told) person
    on conflict do nothing;
    select coalesce(array_agg(u.name order by u.name, u.id), '{}') into new.told from camden_user u where u.id = any(v_told);
    return new;
end
$$;
create or replace trigger tells_of_danger before insert on conferences_dangertold
    for each row execute function conference_tells_of_danger();

-- Which children a danger is about, for My day of whoever sees the record. A job, which writes initials of the family
-- only, is told none: it may read keys and days.
create or replace function conference_danger_about(p_danger bigint) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select d.children::text[] from public.conferences_dangertold d
                     where d.id = p_danger and session_user <> 'camden_worker'
                       and (public.app_coordinates(d.case_id) or public.app_sees(d.case_id))), '{}')
$$;

revoke execute on function conference_danger_about, conference_safety, conference_tells_of_danger from public;
grant execute on function conference_safety to camden_app;
grant execute on function conference_danger_about to camden_app, camden_worker;
