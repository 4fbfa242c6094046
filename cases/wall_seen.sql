-- Who opened one record: for whoever sees the record, and for nobody else (docs: architecture, audit).

-- Looks at one record by its own pages, folded by person, day and basis, the latest day first. Lists are left out: a
-- name on somebody's list is no look at the record. p_before and p_user are the last line of the page before.
create or replace function who_opened(p_case bigint, p_before date, p_user bigint, p_most int)
returns table (on_day date, user_id bigint, bases text[], first_at timestamptz, last_at timestamptz, looks bigint,
               pages text[], whys text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with looked as (
        select (e.at at time zone 'Europe/London')::date as on_day, e.user_id, e.basis, e.at, e.page, e.why
        from public.camden_caseopened o join public.camden_recordopened e on e.id = o.event_id and e.at = o.at
        where o.case_id = p_case and public.app_sees(p_case)
          and (p_before is null or o.at < (p_before + 1)::timestamp at time zone 'Europe/London')
          and e.page not in ('cases:list', 'cases:find', 'cases:proposals', 'overview:my-day', 'overview:late')
    )
    select l.on_day, l.user_id, array_agg(distinct l.basis::text), min(l.at), max(l.at), count(*),
           array_agg(distinct l.page::text), array_agg(distinct l.why::text) filter (where l.why <> '')
    from looked l
    where p_before is null or l.on_day < p_before or l.user_id > p_user
    group by l.on_day, l.user_id
    order by l.on_day desc, l.user_id
    limit least(greatest(p_most, 1), 101)
$$;
revoke execute on function who_opened from public;
grant execute on function who_opened to camden_app;
