-- What interrupts: somebody asked for a restricted record that is not open to them.

-- Who was refused a restricted record since then, and on which day: so that those who look after restrictions hear of
-- it, without a word about which record. Whoever works with the family mistyped an address and is left out. Only for
-- jobs of the system; nobody reads refusals otherwise.
create or replace function refused_restricted(p_since timestamptz) returns table(user_id bigint, on_day date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not app_all() then
        raise exception 'only a job of the system asks this' using errcode = 'insufficient_privilege';
    end if;
    return query
        select distinct r.user_id, (r.at at time zone 'Europe/London')::date
        from camden_refusal r
        cross join lateral (select coalesce(substring(r.asked_for from '(?:^|,)case_pk=(\d{1,18})(?:,|$)'),
            case when r.page = 'cases:detail' then substring(r.asked_for from '^pk=(\d{1,18})$') end)::bigint id) asked
        join cases_case c on c.id = asked.id and c.is_restricted
        where r.at >= p_since and r.user_id is not null and not exists (
            select 1 from cases_involvement i
            where i.case_id = c.id and i.worker_id = r.user_id and i.ended_on is null);
end
$$;
revoke execute on function refused_restricted from public;
grant execute on function refused_restricted to camden_worker;
