-- The agenda of a session: a family kept from anybody who could read it is never on it, whoever puts it there and
-- whatever happens afterwards. What the night proposes comes in by functions; jobs read days and people, and no words.

grant select (id, case_id, discussion_id, child_id) on supervision_discussionchild to camden_worker;
grant select (id, case_id, wants, asked_on, answered_on) on supervision_agendarequest to camden_worker;

-- Everybody who could read a session's agenda, there or not.
create or replace function agenda_readers(p_session bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct r.person), '{}') from (
        select s.supervisor_id person from public.supervision_session s where s.id = p_session
        union all
        select g.senior_practitioner_id from public.supervision_session s
            join public.supervision_group g on g.id = s.group_id where s.id = p_session
        union all
        select a.person_id from public.supervision_attendance a where a.session_id = p_session
        union all
        select m.person_id from public.supervision_session s
            join public.supervision_groupmember m on m.group_id = s.group_id and m.ended_on is null
            where s.id = p_session) r
$$;

-- Whether a record is kept from somebody of them. A restricted record takes the same way: from outside they look alike.
create or replace function agenda_keeps_off(p_session bigint, p_case bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.cases_case c where c.id = p_case and c.is_restricted)
        or exists (select 1 from public.cases_exclusion e
                   where e.case_id = p_case and e.stands_against = any(public.agenda_readers(p_session)))
$$;

-- Whoever supervises learns that a family needs another session, and not why; where it is they who must not know,
-- their manager does.
create or replace function agenda_elsewhere(p_session bigint, p_case bigint, p_on date) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into public.supervision_needsanothersession
        (created_at, version, case_id, group_id, since_on, is_for_manager)
    select now(), 1, p_case, s.group_id, p_on, exists (
        select 1 from public.cases_exclusion e
        where e.case_id = p_case and e.stands_against in (s.supervisor_id, g.senior_practitioner_id))
    from public.supervision_session s join public.supervision_group g on g.id = s.group_id where s.id = p_session
    on conflict (case_id, group_id) where answered_on is null do nothing
$$;

-- Who takes a family off where no person does: the account that jobs act as, else whoever supervises.
create or replace function agenda_taken_off_by(p_session bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((select min(u.id) from public.camden_user u where u.is_system),
                    (select s.supervisor_id from public.supervision_session s where s.id = p_session))
$$;

create or replace function agenda_refuses() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if new.taken_off_on is null and agenda_keeps_off(new.session_id, new.case_id) then
        raise exception 'not on this agenda' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create or replace trigger refuses before insert or update on supervision_agendaitem
    for each row execute function agenda_refuses();

-- Kept from somebody, or somebody comes from whom it is kept: it leaves the agendas of sessions that are still to be.
create or replace function agenda_lets_go() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new jsonb := to_jsonb(new);
    v_item record;
begin
    for v_item in
        select i.id, i.session_id, i.case_id, s.held_on
        from supervision_agendaitem i join supervision_session s on s.id = i.session_id
        where i.taken_off_on is null and s.agreed_on is null and s.cancelled_on is null
          and case tg_table_name
              when 'cases_exclusion' then i.case_id = (v_new ->> 'case_id')::bigint
              when 'cases_case' then i.case_id = (v_new ->> 'id')::bigint
              when 'supervision_attendance' then s.id = (v_new ->> 'session_id')::bigint
              else s.group_id = (v_new ->> 'group_id')::bigint end
          and agenda_keeps_off(i.session_id, i.case_id)
    loop
        update supervision_agendaitem set taken_off_on = least(current_date, v_item.held_on),
            taken_off_by_id = agenda_taken_off_by(v_item.session_id), accepted_on = null, accepted_by_id = null, version = version + 1 where id = v_item.id;
        perform agenda_elsewhere(v_item.session_id, v_item.case_id, least(current_date, v_item.held_on));
    end loop;
    return null;
end
$$;
create or replace trigger lets_go_of_agendas after insert or update of stands_against on cases_exclusion
    for each row when (new.stands_against is not null) execute function agenda_lets_go();
create or replace trigger lets_go_of_agendas after update of is_restricted on cases_case
    for each row when (new.is_restricted) execute function agenda_lets_go();
create or replace trigger lets_go_of_agendas after insert on supervision_attendance
    for each row execute function agenda_lets_go();
create or replace trigger lets_go_of_agendas after insert or update on supervision_groupmember
    for each row when (new.ended_on is null) execute function agenda_lets_go();

-- What the night proposes for one session, all of it or nothing: [{"case", "depth", "place", "why", "words", "minutes",
-- "due_on", "needs_cover"}]. What somebody accepted, took off or published stays as they left it. How many families
-- are proposed now.
create or replace function propose_agenda(p_session bigint, p_on date, p_items jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_count integer;
begin
    if not app_all() then
        raise exception 'only jobs propose' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from supervision_session s where s.id = p_session and s.agreed_on is null and s.cancelled_on is null
        and s.begun_at is null and s.agenda_published_at is null for update;
    if not found then
        return 0;
    end if;
    update supervision_agendaitem set taken_off_on = p_on, taken_off_by_id = app_user(), version = version + 1
    where session_id = p_session and accepted_on is null and taken_off_on is null
      and not case_id in (select (item ->> 'case')::bigint from jsonb_array_elements(p_items) item);
    insert into supervision_agendaitem (created_at, version, session_id, case_id, depth, place, why, words, minutes,
                                        due_on, needs_cover, proposed_on)
    select now(), 1, p_session, (item ->> 'case')::bigint, item ->> 'depth', (item ->> 'place')::smallint,
           array(select jsonb_array_elements_text(item -> 'why')),
           array(select jsonb_array_elements_text(item -> 'words')),
           (item ->> 'minutes')::smallint, (item ->> 'due_on')::date, (item ->> 'needs_cover')::boolean, p_on
    from jsonb_array_elements(p_items) item
    where not agenda_keeps_off(p_session, (item ->> 'case')::bigint)
    on conflict (session_id, case_id) do update
    set depth = excluded.depth, place = excluded.place, why = excluded.why, words = excluded.words,
        minutes = excluded.minutes, due_on = excluded.due_on, needs_cover = excluded.needs_cover, taken_off_on = null,
        taken_off_by_id = null,
        proposed_on = excluded.proposed_on, version = supervision_agendaitem.version + 1
    where supervision_agendaitem.accepted_on is null and (supervision_agendaitem.taken_off_by_id is null
        or supervision_agendaitem.taken_off_by_id in (select u.id from camden_user u where u.is_system));
    select count(*) into v_count from supervision_agendaitem
    where session_id = p_session and taken_off_on is null and accepted_on is null;
    return v_count;
end
$$;

-- Of one group: the families that need another session now. Whatever does no longer is over.
create or replace function tell_another_session(p_session bigint, p_on date, p_cases bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_all() then
        raise exception 'only jobs tell' using errcode = 'insufficient_privilege';
    end if;
    perform agenda_elsewhere(p_session, each, p_on) from unnest(p_cases) each;
    update supervision_needsanothersession n set answered_on = p_on, answered_by_id = app_user(), version = n.version + 1
    from supervision_session s
    where s.id = p_session and n.group_id = s.group_id and n.answered_on is null and not n.case_id = any(p_cases)
      and not agenda_keeps_off(p_session, n.case_id);
end
$$;

-- Somebody who sees the record wanted to put it on an agenda where it cannot be: whoever supervises learns of it.
create or replace function ask_another_session(p_session bigint, p_case bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if app_sees(p_case) and agenda_keeps_off(p_session, p_case) and exists (
            select 1 from supervision_session s where s.id = p_session and s.group_id = any(app_groups())) then
        perform agenda_elsewhere(p_session, p_case, p_on);
    end if;
end
$$;

-- How a group meets and who leads it. Only whose own team it is, or who leads it now.
create or replace function change_group(p_group bigint, p_version integer, p_name text, p_kind text, p_cadence integer,
    p_weekday integer, p_starts time, p_minutes integer, p_senior bigint, p_clinician bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not coalesce(app_all() or exists (select 1 from supervision_group g where g.id = p_group
            and (g.team_id = any(app_member_teams()) or g.senior_practitioner_id = app_user())), false) then
        raise exception 'group out of reach' using errcode = 'insufficient_privilege';
    end if;
    if exists (select 1 from unnest(array[p_senior, p_clinician]) person where person is not null and not exists (
            select 1 from supervision_groupmember m where m.group_id = p_group and m.person_id = person
            and m.ended_on is null)) then
        raise exception 'not of this group' using errcode = 'check_violation';
    end if;
    update supervision_group set name = p_name, kind = p_kind, cadence_weeks = p_cadence, weekday = p_weekday,
        starts = p_starts, minutes = p_minutes, senior_practitioner_id = p_senior, clinician_id = p_clinician,
        version = version + 1
    where id = p_group and version = p_version;
    return found;
end
$$;

-- Somebody's place in a group from a day on, and as what; empty ends it. Whoever leads a group keeps a place in it.
create or replace function place_in_group(p_group bigint, p_person bigint, p_as text, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not coalesce(app_all() or exists (select 1 from supervision_group g where g.id = p_group
            and g.team_id = any(app_member_teams())), false) then
        raise exception 'group out of reach' using errcode = 'insufficient_privilege';
    end if;
    if p_as = '' then
        if exists (select 1 from supervision_group g where g.id = p_group
                   and p_person in (g.senior_practitioner_id, g.clinician_id)) then
            raise exception 'leads this group' using errcode = 'check_violation';
        end if;
        update supervision_groupmember set ended_on = greatest(p_on, started_on), version = version + 1
        where group_id = p_group and person_id = p_person and ended_on is null;
        return;
    end if;
    if not exists (select 1 from camden_user u where u.id = p_person and u.is_active and not u.is_system) then
        raise exception 'nobody of that key' using errcode = 'check_violation';
    end if;
    insert into supervision_groupmember (group_id, person_id, started_on, as_what)
    values (p_group, p_person, p_on, p_as)
    on conflict (group_id, person_id) where ended_on is null do update
    set as_what = excluded.as_what, version = supervision_groupmember.version + 1;
end
$$;

revoke execute on function agenda_readers, agenda_keeps_off, agenda_elsewhere, agenda_refuses, agenda_lets_go,
    agenda_taken_off_by, propose_agenda, tell_another_session, ask_another_session, change_group, place_in_group from public;
grant execute on function propose_agenda, tell_another_session to camden_worker;
grant execute on function ask_another_session, change_group, place_in_group to camden_app;
