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
