-- Row-level security of the floor: who the principal is, what their memberships open, and what is written down.
-- Applied after migrate, as owner, in one transaction with every other wall.sql, when any of them changed.
-- Every grant starts from nothing, so that a grant removed here is removed from the database.

revoke all on all tables in schema public from camden_app, camden_worker, public;
revoke all on all functions in schema public from camden_app, camden_worker;
revoke create on schema public from public;
grant usage on schema public to camden_app, camden_worker;

-- The person this transaction acts for: set by camden.principal, empty for anybody inactive or unknown.
create or replace function app_user() returns bigint
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select u.id from public.camden_user u
    where u.id = nullif(current_setting('app.user_id', true), '')::bigint and u.is_active
$$;

-- Whether this is a job of the system, which sees every record. The web role can name any person as its principal
-- but can never be this: the session's own role decides.
create or replace function app_all() returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select 1 from public.camden_user u
        where u.id = public.app_user() and u.is_system
          and (session_user = 'camden_worker' or session_user = pg_get_userbyid(
                (select relowner from pg_class where oid = 'public.camden_user'::regclass))))
$$;

-- Teams the principal belongs to, and all beneath them in the tree.
create or replace function app_member_teams() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct t.id), '{}')
    from public.camden_membership m join public.camden_team t on t.path @> array[m.team_id]
    where m.user_id = public.app_user() and m.ended_on is null and m.scope = 'team'
$$;

-- Teams whose ordinary records the principal reads: those they belong to, those they are on duty for at this moment,
-- and all beneath them.
create or replace function app_teams() returns bigint[]
language sql stable parallel safe security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct t), '{}') from (
        select unnest(public.app_member_teams()) t
        union all
        select t.id from public.camden_duty d join public.camden_team t on t.path @> array[d.team_id]
        where d.worker_id = public.app_user() and d.starts_at <= now() and d.ends_at > now() and d.withdrawn_at is null
    ) reached
$$;

-- One look: an event for each basis, and a narrow row for each record shown. The caller cannot say who they are, when
-- it was, or on what basis. Records that only a duty opens, and those of
-- which the principal has a part (a conference, a discussion) without the record, are told apart from the others.
create or replace function app_opened(p_page text, p_why text, p_request uuid, p_cases bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_user bigint := app_user();
    v_duty bigint[] := app_only_on_duty(p_cases);
    v_part bigint[] := app_only_in_part(p_cases);
    v_other bigint[] := array(select unnest(p_cases) except select unnest(v_duty || v_part));
begin
    if v_user is null then
        raise exception 'a look needs somebody who looks' using errcode = 'insufficient_privilege';
    end if;
    if v_other <> '{}' then
        perform app_looked(v_user, p_page, p_why, p_request, v_other,
                           case when v_other <@ app_cases() then 'involved' when app_all() then 'system' else 'team' end);
    end if;
    if v_part <> '{}' then
        perform app_looked(v_user, p_page, p_why, p_request, v_part, 'part');
    end if;
    if v_duty <> '{}' then
        perform app_looked(v_user, p_page, p_why, p_request, v_duty, 'duty');
    end if;
end
$$;

create or replace function app_looked(p_user bigint, p_page text, p_why text, p_request uuid, p_cases bigint[], p_basis text)
returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with event as (
        insert into public.camden_recordopened (id, at, user_id, page, basis, why, request_id)
        values (nextval('public.camden_recordopened_id_seq'), clock_timestamp(), p_user, left(p_page, 80), p_basis,
                coalesce(p_why, ''), p_request)
        returning id, at)
    insert into public.camden_caseopened (event_id, case_id, at)
    select distinct event.id, c, event.at from event, unnest(p_cases) c
$$;

-- One thing done, by the principal, now.
create or replace function app_recorded(p_action text, p_subject text, p_subject_id bigint, p_case bigint, p_request uuid)
returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into public.camden_recorded (at, user_id, action, subject, subject_id, case_id, request_id)
    values (clock_timestamp(), public.app_user(), left(p_action, 80), p_subject, p_subject_id, p_case, p_request)
$$;

-- Makes the partitions for read events from last month to `p_months` ahead. Rows outside them go to the default one,
-- and from there to their month's as soon as it is made.
create or replace function app_partitions(p_months int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
declare
    v_month date;
    v_next date;
    v_parent text;
    v_table text;
    v_made int := 0;
begin
    for i in -1 .. p_months loop
        v_month := (date_trunc('month', current_date) + make_interval(months => i))::date;
        v_next := (v_month + interval '1 month')::date;
        foreach v_parent in array array['camden_recordopened', 'camden_caseopened'] loop
            v_table := v_parent || to_char(v_month, '_YYYYMM');
            if to_regclass(format('public.%I', v_table)) is null then
                execute format('create table public.%I (like public.%I including all)', v_table, v_parent);
                execute format('with late as (delete from public.%I where at >= %L and at < %L returning *) '
                               'insert into public.%I select * from late', v_parent || '_other', v_month, v_next, v_table);
                execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
                               v_parent, v_table, v_month, v_next);
                v_made := v_made + 1;
            end if;
        end loop;
    end loop;
    return v_made;
end
$$;
select app_partitions(13);

revoke execute on function app_opened, app_looked, app_recorded, app_partitions, app_user, app_all, app_teams,
    app_member_teams from public;
grant execute on function app_opened, app_recorded, app_user, app_all, app_teams, app_member_teams
    to camden_app, camden_worker;
grant execute on function app_partitions to camden_worker;

-- Sign-in. The app can change a password and the day of the last sign-in; it can make nobody, and give nobody a role.
grant select on camden_user, camden_team, camden_membership to camden_app, camden_worker;
grant update (password, last_login) on camden_user to camden_app;
grant select, insert, update, delete on django_session, camden_cache to camden_app;
grant select, insert, update on account_emailaddress, account_emailconfirmation to camden_app;

-- A second proof. Who is signed in reaches their own and no other; at the door nobody is signed in yet, and the proof
-- of whoever comes in is read there, and marked as used. What is in a row is encrypted (camden.office.adapter).
alter table mfa_authenticator enable row level security;
drop policy if exists its_owner on mfa_authenticator;
drop policy if exists read_at_the_door on mfa_authenticator;
drop policy if exists used_at_the_door on mfa_authenticator;
create policy its_owner on mfa_authenticator using (user_id = (select app_user()));
create policy read_at_the_door on mfa_authenticator for select
    using (nullif(current_setting('app.user_id', true), '') is null);
create policy used_at_the_door on mfa_authenticator for update
    using (nullif(current_setting('app.user_id', true), '') is null);
grant select, insert, update, delete on mfa_authenticator to camden_app;

-- Whether somebody has a proof of one of these kinds (of any, when null). Right whoever asks: what a policy hides must
-- never look as if a password were enough.
create or replace function has_proof(p_user bigint, p_types text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select 1 from public.mfa_authenticator
                   where user_id = p_user and (p_types is null or type::text = any(p_types)))
$$;

-- A telephone is lost: whoever keeps accounts takes the proofs off somebody else's, never off their own. How many.
create or replace function forget_proofs(p_user bigint) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_gone int;
begin
    if p_user = app_user() or not exists (
        select 1 from camden_membership m
        where m.user_id = app_user() and m.role = 'system-administrator' and m.ended_on is null)
    then
        raise exception 'only somebody else who keeps accounts may do this' using errcode = 'insufficient_privilege';
    end if;
    delete from mfa_authenticator where user_id = p_user;
    get diagnostics v_gone = row_count;
    return v_gone;
end
$$;
revoke execute on function has_proof, forget_proofs from public;
grant execute on function has_proof, forget_proofs to camden_app;

-- Health.
grant select on django_migrations, camden_heartbeat, camden_wall to camden_app, camden_worker;
grant insert, update on camden_heartbeat to camden_worker;

-- A refusal is written after the request rolled back, by whoever was refused. Nobody but the owner reads it.
grant insert on camden_refusal to camden_app;

-- People, their employment and the rota: read here, written by the functions of `wall_people.sql`.
grant select on camden_employment, camden_duty to camden_app, camden_worker;

-- What was typed and not sent is its author's alone; what was sent, and how far somebody has read, too.
do $$
declare
    v_table text;
    v_whose text;
begin
    for v_table, v_whose in values ('camden_draft', 'author_id'), ('camden_submission', 'author_id'),
                                   ('camden_caughtup', 'user_id') loop
        execute format('alter table %I enable row level security', v_table);
        execute format('drop policy if exists its_owner on %I', v_table);
        execute format('create policy its_owner on %I using (%I = (select app_user()))', v_table, v_whose);
    end loop;
end
$$;
grant select, insert, update, delete on camden_draft to camden_app;
grant select, insert on camden_submission to camden_app;
grant select, insert, update on camden_caughtup to camden_app;

-- A form was sent: its key is used up, and its draft is not needed any more. As the principal, under the policies above.
create or replace function app_sent(p_key uuid, p_form text, p_digest text, p_location text) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
    delete from public.camden_draft where author_id = public.app_user() and key = p_key;
    insert into public.camden_submission (author_id, key, form, digest, location)
    values (public.app_user(), p_key, p_form, p_digest, p_location);
$$;

-- Words nobody touched for 30 days are gone, and keys of forms sent so long ago that no open page holds them.
-- Returns how many drafts went.
create or replace function forget_old_drafts() returns bigint
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with sent as (delete from public.camden_submission where sent_at < now() - interval '90 days'),
    gone as (delete from public.camden_draft where saved_at < now() - interval '30 days' returning 1)
    select count(*) from gone
$$;
revoke execute on function app_sent, forget_old_drafts from public;
grant execute on function app_sent to camden_app;
grant execute on function forget_old_drafts to camden_worker;

-- Messages: anybody's page may write one to anybody, only the recipient and the job that sends it read it.
alter table camden_message enable row level security;
drop policy if exists its_recipient on camden_message;
drop policy if exists written_by_anybody on camden_message;
create policy its_recipient on camden_message using (recipient_id = (select app_user()) or (select app_all()));
create policy written_by_anybody on camden_message for insert with check (true);
grant select, insert on camden_message to camden_app, camden_worker;
grant update (seen_at) on camden_message to camden_app;
grant update on camden_message to camden_worker;
