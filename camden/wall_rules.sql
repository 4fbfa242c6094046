-- Timescales, the days not worked, and how people want to be reminded.

grant select on camden_timescalerow, camden_localholiday, camden_workday to camden_app, camden_worker;

-- What somebody does not want to be reminded of, and their calendar's address, are their own.
alter table camden_mute enable row level security;
drop policy if exists their_own on camden_mute;
create policy their_own on camden_mute using (person_id = (select app_user()) or (select app_all()));
grant select, insert, delete on camden_mute to camden_app;
grant select on camden_mute to camden_worker;
alter table camden_calendarfeed enable row level security;
drop policy if exists their_own on camden_calendarfeed;
create policy their_own on camden_calendarfeed using (person_id = (select app_user()) or (select app_all()));
grant select, insert on camden_calendarfeed to camden_app;
grant update (revoked_at) on camden_calendarfeed to camden_app;

-- Who is read at a private address: its hash is the proof. Nobody for one that was revoked, or of somebody who left.
create or replace function calendar_reader(p_sha256 text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select f.person_id from public.camden_calendarfeed f join public.camden_user u on u.id = f.person_id
    where f.token_sha256 = p_sha256 and f.revoked_at is null and u.is_active and not u.is_system
$$;
revoke execute on function calendar_reader from public;
grant execute on function calendar_reader to camden_app;

-- Timescales and local days off are written by these functions alone, and by migrate. Each asks whether the principal
-- looks after settings, and writes down in words what was changed: that is the history people read.

-- An amount as people say it: 1 working day, 6 weeks.
create or replace function app_limit_in_words(p_amount int, p_unit text) returns text language sql immutable as $$
    select p_amount || ' ' || case p_unit when 'wd' then 'working day' when 'd' then 'day' when 'w' then 'week'
        when 'm' then 'month' else 'hour' end || case when p_amount = 1 then '' else 's' end
$$;
create or replace function app_day_in_words(p_day date) returns text language sql immutable as $$
    select to_char(p_day, 'FMDD FMMonth YYYY')
$$;

-- The latest row of a timescale, locked, if it is still the one that was shown.
create or replace function app_timescale(p_code text, p_version int) returns camden_timescalerow
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_row camden_timescalerow;
begin
    perform app_keeping(null);
    select * into v_row from camden_timescalerow where code = p_code order by begins_on desc nulls last limit 1 for update;
    if v_row.id is null then
        raise exception 'no such timescale' using errcode = 'no_data_found';
    end if;
    if v_row.version is distinct from p_version then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    if v_row.ends_on is not null then
        raise exception 'no such timescale' using errcode = 'no_data_found';
    end if;
    return v_row;
end
$$;

-- Changes a timescale that this council may set. `p_facts` holds amount, unit, warn_days, owner, is_ticking and source.
-- Another limit holds for what counts from `p_from` on, so that nothing that was late or in time is told otherwise
-- afterwards; everything else holds at once, for all rows of the code.
create or replace function change_timescale(p_code text, p_version int, p_from date, p_facts jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_row camden_timescalerow := app_timescale(p_code, p_version);
    v_said record;
    v_id bigint := v_row.id;
    v_is_other boolean;
begin
    if v_row.basis not in ('local', 'practice') then
        raise exception 'law is not changed here' using errcode = 'insufficient_privilege';
    end if;
    if v_row.kind = 'marker' then
        raise exception 'a marker has no limit' using errcode = 'check_violation';
    end if;
    select * into v_said from jsonb_to_record(p_facts)
        f(amount int, unit text, warn_days int, owner text, is_ticking boolean, source text);
    if v_said.is_ticking and v_row.silent <> '' then
        raise exception 'nothing says when' using errcode = 'check_violation';
    end if;
    if not coalesce(v_said.amount between 1 and 1000 and v_said.unit in ('wd', 'd', 'w', 'm', 'h')
                    and v_said.warn_days between 0 and 250 and v_said.source <> '', false) then
        raise exception 'out of bounds' using errcode = 'check_violation';
    end if;
    v_is_other := (v_said.amount, v_said.unit) is distinct from (v_row.amount::int, v_row.unit::text);
    if v_is_other and p_from is null then
        raise exception 'from which day' using errcode = 'check_violation';
    end if;
    if v_is_other and p_from < v_row.begins_on then
        raise exception 'a later limit is set' using errcode = 'check_violation';
    end if;
    if v_is_other and p_from is distinct from v_row.begins_on then
        insert into camden_timescalerow (code, title, kind, amount, unit, then_amount, then_unit, warn_days, owner, ladder,
            basis, source, silent, begins_on, is_commenced, is_ticking, edited_at, edited_by_id, version)
        select code, title, kind, v_said.amount, v_said.unit, then_amount, then_unit, warn_days, owner, ladder, basis,
            source, silent, p_from, is_commenced, is_ticking, now(), app_user(), version
        from camden_timescalerow where id = v_row.id returning id into v_id;
        update camden_timescalerow set ends_on = p_from where id = v_row.id;
    end if;
    update camden_timescalerow set amount = v_said.amount, unit = v_said.unit, source = v_said.source where id = v_id;
    update camden_timescalerow set warn_days = v_said.warn_days, owner = v_said.owner, is_ticking = v_said.is_ticking,
        edited_at = now(), edited_by_id = app_user(), version = v_row.version + 1
    where code = p_code;
    if v_is_other then
        perform app_kept('limit: ' || app_limit_in_words(v_said.amount, v_said.unit) || ', was '
            || app_limit_in_words(v_row.amount, v_row.unit) || ', for what counts from ' || app_day_in_words(p_from),
            'camden.TimescaleRow', v_id);
    end if;
    if v_said.warn_days <> v_row.warn_days then
        perform app_kept('first reminder: ' || app_limit_in_words(v_said.warn_days, 'wd') || ' before, was '
            || v_row.warn_days, 'camden.TimescaleRow', v_id);
    end if;
    if v_said.owner <> v_row.owner then
        perform app_kept('reminds: ' || v_said.owner || ', was ' || v_row.owner, 'camden.TimescaleRow', v_id);
    end if;
    if v_said.is_ticking <> v_row.is_ticking then
        perform app_kept(case when v_said.is_ticking then 'switched on' else 'switched off' end,
                         'camden.TimescaleRow', v_id);
    end if;
    if v_said.source <> v_row.source then
        perform app_kept('where it is written was changed', 'camden.TimescaleRow', v_id);
    end if;
    return v_id;
end
$$;

-- Law that Parliament passed and nobody had begun is in force from a day: the one thing about law that is written here.
-- `p_source` says where that day stands, and stays readable beneath the law's own source.
create or replace function commence_timescale(p_code text, p_version int, p_on date, p_source text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_row camden_timescalerow := app_timescale(p_code, p_version);
begin
    if v_row.basis <> 'law' or (v_row.is_commenced and strpos(v_row.source, E'\n\nIn force here: ') = 0) then
        raise exception 'law is not changed here' using errcode = 'insufficient_privilege';
    end if;
    if p_on is null or coalesce(p_source, '') = '' then
        raise exception 'out of bounds' using errcode = 'check_violation';
    end if;
    update camden_timescalerow set begins_on = p_on, is_commenced = true, is_ticking = kind <> 'marker', silent = '',
        source = split_part(source, E'\n\nIn force here: ', 1) || E'\n\nIn force here: ' || p_source,
        edited_at = now(), edited_by_id = app_user(), version = version + 1
    where id = v_row.id;
    perform app_kept('in force from ' || app_day_in_words(p_on), 'camden.TimescaleRow', v_row.id);
    return v_row.id;
end
$$;

-- Law, guidance or what an inspector counts that came switched off is switched on, and never off again.
create or replace function switch_timescale_on(p_code text, p_version int) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_row camden_timescalerow := app_timescale(p_code, p_version);
begin
    if v_row.silent <> '' or v_row.kind = 'marker' or not v_row.is_commenced then
        raise exception 'nothing says when' using errcode = 'check_violation';
    end if;
    update camden_timescalerow set is_ticking = true, edited_at = now(), edited_by_id = app_user(),
        version = v_row.version + 1
    where code = p_code;
    perform app_kept('switched on', 'camden.TimescaleRow', v_row.id);
    return v_row.id;
end
$$;

-- What was changed here about a timescale, by whom and when; the latest first. Everybody who works here may read it.
create or replace function timescale_history(p_code text) returns table (at timestamptz, name text, action text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select r.at, u.name::text, r.action::text from public.camden_recorded r join public.camden_user u on u.id = r.user_id
    where public.app_user() is not null and r.case_id is null and r.subject = 'camden.TimescaleRow'
      and r.subject_id in (select id from public.camden_timescalerow where code = p_code)
    order by r.at desc, r.id desc limit 50
$$;

-- A day this council does not work, and one that it works after all.
create or replace function close_day(p_on date, p_name text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_new bigint;
begin
    perform app_keeping(null);
    if exists (select 1 from camden_localholiday where closed_on = p_on) then
        raise exception 'closed already' using errcode = 'check_violation';
    end if;
    insert into camden_localholiday (closed_on, name, added_by_id) values (p_on, p_name, app_user())
    returning id into v_new;
    perform app_kept('not worked: ' || app_day_in_words(p_on), 'camden.LocalHoliday', v_new);
    return v_new;
end
$$;
create or replace function reopen_day(p_holiday bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_on date;
begin
    perform app_keeping(null);
    delete from camden_localholiday where id = p_holiday returning closed_on into v_on;
    if v_on is null then
        raise exception 'changed meanwhile' using errcode = 'serialization_failure';
    end if;
    perform app_kept('worked after all: ' || app_day_in_words(v_on), 'camden.LocalHoliday', p_holiday);
end
$$;

revoke execute on function app_timescale, change_timescale, commence_timescale, switch_timescale_on, timescale_history,
    close_day, reopen_day from public;
grant execute on function change_timescale, commence_timescale, switch_timescale_on, timescale_history, close_day,
    reopen_day to camden_app;
