-- Row-level security of group supervision. Says the same as supervision/access.py; a test of random worlds holds them
-- equal. What was said about a family is seen through its record, or by having been there; an exclusion beats both.

-- Groups of the principal's own teams, never of a duty, and groups they belong to now as more than a guest.
create or replace function app_groups() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(g.id), '{}') from public.supervision_group g
    where g.team_id = any(public.app_member_teams())
       or exists (select 1 from public.supervision_groupmember m
                  where m.group_id = g.id and m.person_id = public.app_user() and m.ended_on is null
                    and m.as_what <> 'guest')
$$;

-- Sessions the principal takes or took part in.
create or replace function app_attended() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(a.session_id), '{}') from public.supervision_attendance a
    where a.person_id = public.app_user()
$$;

-- Discussions the principal is there for, but for families kept from them.
create or replace function app_heard() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(d.id), '{}') from public.supervision_discussion d
    where d.session_id = any(public.app_attended()) and not d.case_id = any(public.app_excluded())
$$;

-- Sessions the principal takes or took part in, of groups they belong to now: what stays in the room ends with leaving.
create or replace function app_still_there() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(a.session_id), '{}')
    from public.supervision_attendance a join public.supervision_session s on s.id = a.session_id
    where a.person_id = public.app_user()
      and exists (select 1 from public.supervision_groupmember m where m.group_id = s.group_id
                  and m.person_id = public.app_user() and m.ended_on is null)
$$;

-- Discussions of those sessions, but for families kept from the principal.
create or replace function app_still_heard() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(d.id), '{}') from public.supervision_discussion d
    where d.session_id = any(public.app_still_there()) and not d.case_id = any(public.app_excluded())
$$;

alter table supervision_session enable row level security;
drop policy if exists of_group on supervision_session;
drop policy if exists was_there on supervision_session;
create policy of_group on supervision_session using (
    group_id = any((select app_groups())::bigint[]) or (select app_all()));
create policy was_there on supervision_session for select using (id = any((select app_attended())::bigint[]));

alter table supervision_attendance enable row level security;
drop policy if exists of_session on supervision_attendance;
create policy of_session on supervision_attendance for select using (
    exists (select 1 from supervision_session s where s.id = supervision_attendance.session_id));

-- Written through the record; read through the record or by having been there.
do $$
declare
    v_table text;
    v_key text;
begin
    for v_table, v_key in values
        ('supervision_discussion', 'id'), ('supervision_discussionwords', 'discussion_id'),
        ('supervision_discussionchild', 'discussion_id'), ('supervision_hypothesis', 'discussion_id'),
        ('supervision_agreedaction', 'discussion_id'), ('supervision_discussionpart', 'discussion_id'),
        ('supervision_discussionstep', 'discussion_id'), ('supervision_roomquestion', 'discussion_id'),
        ('supervision_differencenote', 'discussion_id'), ('supervision_dissent', 'discussion_id'),
        ('supervision_position', 'discussion_id'), ('supervision_managementdecision', 'discussion_id') loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists of_record on %I', v_table);
        execute format('create policy of_record on %I using (exists (select 1 from cases_case c where c.id = %I.case_id))',
                       v_table, v_table);
        execute format('drop policy if exists was_there on %I', v_table);
        execute format('create policy was_there on %I for select using (%I = any((select app_heard())::bigint[]))',
                       v_table, v_key);
        execute format('alter table %I enable row level security', v_table || 'event');
        execute format('drop policy if exists write_history on %I', v_table || 'event');
        execute format('create policy write_history on %I for insert with check (pg_trigger_depth() > 0)', v_table || 'event');
        -- Nobody reads this history here: what was offered and not kept would be in it.
        execute format('grant insert on %I to camden_app', v_table || 'event');
    end loop;
end
$$;

-- Ideas that were offered and not kept stay with those who were in the room, while they belong to the group.
drop policy if exists stays_in_the_room on supervision_hypothesis;
create policy stays_in_the_room on supervision_hypothesis as restrictive for select using (
    status <> 'proposed' or discussion_id = any((select app_still_heard())::bigint[]) or (select app_all()));

grant select on supervision_group, supervision_groupmember, supervision_attendance to camden_app, camden_worker;
grant select, insert, update on supervision_session, supervision_discussion, supervision_discussionwords,
    supervision_discussionchild, supervision_hypothesis, supervision_agreedaction to camden_app;
-- Jobs read days and people; what was said is not theirs.
grant select on supervision_session, supervision_discussion to camden_worker;

-- The children's first names in discussions the principal is there for. They do not see the record those stand in.
create or replace function heard_children(p_discussions bigint[])
returns table (discussion_id bigint, child_id bigint, first_name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.discussion_id, m.id, coalesce(nullif(m.given_name, ''), 'A child')
    from public.supervision_discussionchild d join public.cases_member m on m.id = d.child_id
    where d.discussion_id = any(p_discussions) and d.discussion_id = any(public.app_heard())
    order by m.born_on nulls last, m.id
$$;

-- A team begins to meet. Only somebody whose own team it is.
create or replace function open_group(p_team bigint, p_name text, p_senior bigint, p_clinician bigint, p_on date)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    if not coalesce(app_all() or p_team = any(app_member_teams()), false) then
        raise exception 'team out of reach' using errcode = 'insufficient_privilege';
    end if;
    insert into supervision_group (team_id, name, senior_practitioner_id, clinician_id)
    values (p_team, p_name, p_senior, p_clinician) returning id into v_new;
    return v_new;
end
$$;

-- Somebody joins a group. Only somebody whose own team meets in it: nobody lets themselves into another team's.
create or replace function join_group(p_group bigint, p_person bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not coalesce(app_all() or exists (select 1 from supervision_group g where g.id = p_group
                                         and g.team_id = any(app_member_teams())), false) then
        raise exception 'group out of reach' using errcode = 'insufficient_privilege';
    end if;
    insert into supervision_groupmember (group_id, person_id, started_on) values (p_group, p_person, p_on)
    on conflict do nothing;
end
$$;

-- Who takes part in a session, and in what part; an empty part takes them off again. It opens what is said there, so
-- only people of the group are put down, by its supervisor or somebody of the team, until the session is agreed.
create or replace function take_part(p_session bigint, p_person bigint, p_part text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_group bigint;
begin
    select s.group_id into v_group from supervision_session s join supervision_group g on g.id = s.group_id
    where s.id = p_session and s.agreed_on is null
      and (app_all() or s.supervisor_id = app_user() or g.team_id = any(app_member_teams()));
    if v_group is null then
        raise exception 'no such session' using errcode = 'no_data_found';
    end if;
    if p_part = '' then
        delete from supervision_attendance where session_id = p_session and person_id = p_person;
        return;
    end if;
    if not exists (select 1 from supervision_groupmember m join camden_user u on u.id = m.person_id and u.is_active
                   where m.group_id = v_group and m.person_id = p_person and m.ended_on is null) then
        raise exception 'not of this group' using errcode = 'check_violation';
    end if;
    insert into supervision_attendance (session_id, person_id, part) values (p_session, p_person, p_part)
    on conflict (session_id, person_id) do update set part = excluded.part, version = supervision_attendance.version + 1;
end
$$;

revoke execute on function app_groups, app_attended, app_heard, app_still_there, app_still_heard, heard_children, open_group, join_group, take_part
    from public;
grant execute on function app_groups, app_attended, app_heard, app_still_there, app_still_heard to camden_app, camden_worker;
grant execute on function heard_children, open_group, join_group, take_part to camden_app;
