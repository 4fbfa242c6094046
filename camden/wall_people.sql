-- People of the service, their employment and the duty rota: the only hands that write them, and whom they obey.
-- The web may call these functions and grant itself nothing: each asks for itself whether the principal may.

-- Whether this is the owner's own hand: a command, also before anybody exists who could be asked. Never web or Celery.
create or replace function app_as_owner() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select session_user = pg_get_userbyid((select relowner from pg_class where oid = 'public.camden_user'::regclass))
$$;

-- Whether the principal looks after settings now.
create or replace function app_keeps_settings() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.camden_membership m
                   where m.user_id = public.app_user() and m.ended_on is null and m.role = 'system-administrator')
$$;

-- People whose work the principal answers for: those in the teams that they lead or manage, and beneath.
create or replace function app_answers_for() returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct p.user_id), '{}')
    from public.camden_membership m join public.camden_team t on t.path @> array[m.team_id]
    join public.camden_membership p on p.team_id = t.id and p.ended_on is null
    where m.user_id = public.app_user() and m.ended_on is null
      and m.role in ('senior-practitioner', 'team-manager', 'service-manager')
$$;

-- How somebody is employed: they themselves know it, whoever answers for their work, and who looks after settings.
alter table camden_employment enable row level security;
drop policy if exists own_or_answered_for on camden_employment;
create policy own_or_answered_for on camden_employment for select using (
    user_id = (select app_user()) or user_id = any((select app_answers_for())::bigint[])
    or (select app_keeps_settings()) or (select app_all()));

-- The furthest a membership in this role may reach, and whether the role records visits. A test holds both equal to
-- ROLES in camden/access.py. Nothing for a role that nobody can be given.
create or replace function app_reach_of(p_role text) returns text language sql immutable as $$
    select case
        when p_role in ('social-worker', 'early-career-worker', 'family-help-practitioner', 'senior-practitioner',
                        'team-manager', 'service-manager', 'business-support') then 'team'
        when p_role in ('lead-child-protection-practitioner', 'clinician', 'conference-coordinator', 'reviewing-officer',
                        'principal-social-worker', 'training-lead', 'practice-educator', 'personal-adviser', 'analyst',
                        'information-governance', 'system-administrator') then 'own' end
$$;
create or replace function app_records_visits(p_role text) returns boolean language sql immutable as $$
    select p_role in ('social-worker', 'early-career-worker', 'family-help-practitioner',
                      'lead-child-protection-practitioner', 'senior-practitioner', 'team-manager', 'service-manager',
                      'reviewing-officer', 'personal-adviser')
$$;

-- Refuses whoever does not look after settings, and anything they would do about themselves: nobody lets themselves in.
create or replace function app_keeping(p_about bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if app_as_owner() then
        return;
    end if;
    if not app_keeps_settings() then
        raise exception 'only an administrator keeps settings' using errcode = 'insufficient_privilege';
    end if;
    if p_about = app_user() then
        raise exception 'nobody keeps their own roles' using errcode = 'check_violation';
    end if;
    if p_about is not null and not exists (select 1 from camden_user where id = p_about and not is_system) then
        raise exception 'no such person' using errcode = 'no_data_found';
    end if;
end
$$;

-- Writes down what was kept, by whom. A command of the owner before anybody exists has nobody to name.
create or replace function app_kept(p_action text, p_subject text, p_id bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select public.app_recorded(p_action, p_subject, p_id, null,
                               nullif(current_setting('pghistory.context_id', true), '')::uuid)
    where public.app_user() is not null
$$;

-- Whether somebody may be on duty for a team: their account is open, and a role of theirs in the same service records
-- visits.
create or replace function app_takes_turns(p_worker bigint, p_team bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select 1 from public.camden_user u join public.camden_membership m on m.user_id = u.id and m.ended_on is null
        join public.camden_team home on home.id = m.team_id
        join public.camden_team served on served.id = p_team and served.path[1] = home.path[1]
        where u.id = p_worker and u.is_active and public.app_records_visits(m.role))
$$;

-- Takes somebody off the rota where they may not be on duty any more: or a role that ended would go on opening records.
create or replace function app_off_the_rota(p_worker bigint) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update public.camden_duty d set withdrawn_at = now(), version = version + 1
    where d.worker_id = p_worker and d.withdrawn_at is null and d.ends_at > now()
      and not public.app_takes_turns(p_worker, d.team_id)
$$;

create or replace function open_team(p_code text, p_name text, p_kind text, p_parent bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_parent camden_team;
    v_sizes text[] := array['service', 'team', 'pod'];
    v_new bigint;
begin
    perform app_keeping(null);
    if p_parent is not null then
        select * into v_parent from camden_team where id = p_parent;
        if v_parent.id is null then
            raise exception 'no such team' using errcode = 'no_data_found';
        end if;
        if array_position(v_sizes, p_kind) <= array_position(v_sizes, v_parent.kind::text)
           and not (p_kind = 'service' and v_parent.kind = 'service') then
            raise exception 'a team stands beneath a larger one' using errcode = 'check_violation';
        end if;
    end if;
    v_new := nextval(pg_get_serial_sequence('camden_team', 'id'));
    insert into camden_team (id, code, name, kind, parent_id, path)
    values (v_new, p_code, p_name, p_kind, p_parent, coalesce(v_parent.path, '{}') || v_new);
    perform app_kept('opened a team', 'camden.Team', v_new);
    return v_new;
end
$$;

-- `p_version` is the one the caller saw; nothing when they need not have seen it.
create or replace function rename_team(p_team bigint, p_name text, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform app_keeping(null);
    update camden_team set name = p_name, version = version + 1
    where id = p_team and version = coalesce(p_version, version);
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    perform app_kept('renamed a team', 'camden.Team', p_team);
end
$$;

-- Only a command makes a job of the system, or gives a password: everybody else chooses their own by e-mail.
create or replace function welcome_person(p_name text, p_email text, p_password text, p_system boolean) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    perform app_keeping(null);
    if not app_as_owner() and (p_system or left(p_password, 1) <> '!') then
        raise exception 'people choose their own password' using errcode = 'insufficient_privilege';
    end if;
    insert into camden_user (name, email, password, is_active, is_system)
    values (p_name, lower(p_email), p_password, true, p_system) returning id into v_new;
    perform app_kept('added a person', 'camden.User', v_new);
    return v_new;
end
$$;

-- The name may be put right at any time, by anybody who looks after settings, their own too. The address only until
-- its person signed in for the first time: whoever could change it later could take over the account.
create or replace function rename_person(p_user bigint, p_name text, p_email text, p_was_name text, p_was_email text)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_before camden_user;
begin
    perform app_keeping(nullif(p_user, app_user()));
    select * into v_before from camden_user where id = p_user for update;
    if v_before.id is null or (v_before.name, v_before.email)
       <> (coalesce(p_was_name, v_before.name), coalesce(p_was_email, v_before.email)) then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    if p_email <> v_before.email then
        if v_before.last_login is not null and not app_as_owner() then
            raise exception 'the address is in use' using errcode = 'check_violation';
        end if;
        delete from account_emailaddress where user_id = p_user;
    end if;
    update camden_user set name = p_name, email = p_email where id = p_user;
    perform app_kept('renamed a person', 'camden.User', p_user);
end
$$;

create or replace function let_person_in(p_user bigint, p_active boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform app_keeping(p_user);
    update camden_user set is_active = p_active where id = p_user;
    perform app_off_the_rota(p_user);
    perform app_kept(case when p_active then 'opened an account' else 'closed an account' end, 'camden.User', p_user);
end
$$;

-- How far the membership reaches is said by the caller, and never further than the role does.
create or replace function join_team(p_user bigint, p_team bigint, p_role text, p_scope text, p_on date) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    perform app_keeping(p_user);
    if app_reach_of(p_role) is null and not app_as_owner() then
        raise exception 'nobody can be given this role' using errcode = 'check_violation';
    end if;
    if p_scope <> 'own' and p_scope is distinct from app_reach_of(p_role) then
        raise exception 'the role does not reach so far' using errcode = 'check_violation';
    end if;
    if not app_as_owner() and p_on > (now() at time zone 'Europe/London')::date then
        raise exception 'a role begins when it is given' using errcode = 'check_violation';  -- it opens records at once
    end if;
    insert into camden_membership (user_id, team_id, role, scope, started_on)
    values (p_user, p_team, p_role, p_scope, p_on) returning id into v_new;
    perform app_kept('gave a role', 'camden.Membership', v_new);
    return v_new;
end
$$;

create or replace function leave_team(p_membership bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_user bigint;
begin
    select user_id into v_user from camden_membership where id = p_membership;
    perform app_keeping(v_user);
    update camden_membership set ended_on = p_on, version = version + 1 where id = p_membership and ended_on is null;
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    perform app_off_the_rota(v_user);
    perform app_kept('ended a role', 'camden.Membership', p_membership);
end
$$;

-- Ends the employment that the caller saw as the present one (nothing: there was none).
create or replace function end_employment(p_user bigint, p_was bigint, p_on date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform app_keeping(p_user);
    perform 1 from camden_user where id = p_user for update;
    if p_was is distinct from (select id from camden_employment where user_id = p_user and ended_on is null) then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    if p_was is not null then
        update camden_employment set ended_on = p_on, version = version + 1 where id = p_was;
        perform app_kept('ended an employment', 'camden.Employment', p_was);
    end if;
end
$$;

-- Begins an employment, and ends the one before. `p_facts` holds grade, fte_permille, is_agency, programme,
-- programme_started_on, registered_with and registration_number.
create or replace function employ_person(p_user bigint, p_was bigint, p_on date, p_facts jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    perform end_employment(p_user, p_was, p_on);
    -- An extended programme is extended whatever contract somebody goes on with.
    insert into camden_employment (user_id, started_on, grade, fte_permille, is_agency, programme, programme_started_on,
                                   programme_extended_to_on, registered_with, registration_number)
    select p_user, p_on, f.grade, f.fte_permille, f.is_agency, f.programme, f.programme_started_on,
           (select was.programme_extended_to_on from camden_employment was
            where was.id = p_was and was.programme = f.programme
              and was.programme_extended_to_on >= f.programme_started_on),
           f.registered_with, f.registration_number
    from jsonb_to_record(p_facts) f(grade text, fte_permille smallint, is_agency boolean, programme text,
                                    programme_started_on date, registered_with text, registration_number text)
    returning id into v_new;
    perform app_kept('wrote down an employment', 'camden.Employment', v_new);
    return v_new;
end
$$;

-- Whether the principal plans duty for a team: a team manager or service manager of that team, of one above it, or of
-- one beneath it, who takes their part in the wider team's rota.
create or replace function app_plans_duty(p_team bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select 1 from public.camden_membership m join public.camden_team mine on mine.id = m.team_id
        join public.camden_team served on served.id = p_team
        where m.user_id = public.app_user() and m.ended_on is null and m.role in ('team-manager', 'service-manager')
          and (served.path @> array[mine.id] or mine.path @> array[served.id]))
$$;

-- Somebody of the same service answers for a team and all beneath it, for some hours. `p_by` is the principal; only a
-- command may name another.
create or replace function plan_duty(
    p_worker bigint, p_team bigint, p_kind text, p_starts timestamptz, p_ends timestamptz, p_by bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    if not app_as_owner() then
        if p_by is distinct from app_user() or not app_plans_duty(p_team) then
            raise exception 'duty for this team is planned by others' using errcode = 'insufficient_privilege';
        end if;
        if p_worker = app_user() and not p_team = any(app_member_teams()) then
            raise exception 'nobody widens their own reach' using errcode = 'check_violation';
        end if;
        if p_ends <= now() then
            raise exception 'the turn is over' using errcode = 'check_violation';
        end if;
    end if;
    if p_ends - p_starts > interval '24 hours' then
        raise exception 'a turn lasts a day at most' using errcode = 'check_violation';
    end if;
    perform 1 from camden_user where id = p_worker for update;  -- two people planning take turns
    if not app_takes_turns(p_worker, p_team) then
        raise exception 'this person cannot take a turn here' using errcode = 'check_violation';
    end if;
    if exists (select 1 from camden_duty d where d.worker_id = p_worker and d.withdrawn_at is null
               and d.starts_at < p_ends and d.ends_at > p_starts) then
        raise exception 'this person has another turn then' using errcode = 'check_violation';
    end if;
    insert into camden_duty (worker_id, team_id, kind, starts_at, ends_at, planned_by_id)
    values (p_worker, p_team, p_kind, p_starts, p_ends, p_by) returning id into v_new;
    perform app_kept('planned a duty', 'camden.Duty', v_new);
    return v_new;
end
$$;

-- A turn does not happen, or not any longer: what it opened closes at once.
create or replace function withdraw_duty(p_duty bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_team bigint;
begin
    select team_id into v_team from camden_duty where id = p_duty;
    if v_team is null or not (app_as_owner() or app_plans_duty(v_team)) then
        raise exception 'duty for this team is planned by others' using errcode = 'insufficient_privilege';
    end if;
    update camden_duty set withdrawn_at = now(), version = version + 1
    where id = p_duty and withdrawn_at is null and (ends_at > now() or app_as_owner());
    if not found then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    perform app_kept('withdrew a duty', 'camden.Duty', p_duty);
end
$$;

revoke execute on function app_as_owner, app_keeps_settings, app_answers_for, app_keeping, app_kept, app_plans_duty,
    app_takes_turns, app_off_the_rota, open_team, rename_team, welcome_person, rename_person, let_person_in, join_team, leave_team, end_employment,
    employ_person, plan_duty, withdraw_duty from public;
grant execute on function app_keeps_settings, app_answers_for, app_plans_duty to camden_app, camden_worker;
grant execute on function open_team, rename_team, welcome_person, rename_person, let_person_in, join_team, leave_team,
    end_employment, employ_person, plan_duty, withdraw_duty to camden_app;
