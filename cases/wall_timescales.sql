-- What an administrator who changes a timescale or a day off may know of clocks: how many run, and nothing of whom.

-- Running clocks, counted by what their due day is made of. `p_rule`: of one timescale only. `p_from`: that count from
-- this day on. `p_day`: that count working days across this day. Nothing for anybody but who looks after settings.
create or replace function running_clocks(p_rule text, p_from date, p_day date)
returns table (anchor_on date, anchor_at timestamptz, amount int, unit text, due_on date, due_at timestamptz, clocks int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.anchor_on, c.anchor_at, c.amount::int, c.unit::text, c.due_on, c.due_at, count(*)::int
    from public.cases_clock c
    where public.app_keeps_settings() and c.met_on is null and c.ended_on is null
      and (p_rule is null or c.rule = p_rule) and (p_from is null or c.anchor_on >= p_from)
      and (p_day is null or c.unit = 'wd' and p_day between least(c.anchor_on, c.due_on)
                                                       and greatest(c.anchor_on, c.due_on))
    group by 1, 2, 3, 4, 5, 6
$$;
revoke execute on function running_clocks from public;
grant execute on function running_clocks to camden_app;
