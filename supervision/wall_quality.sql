drop function if exists group_ratings(bigint, integer);
-- How a group saw its own sessions, without who said it, up to a day: a week in which people still say it is left out,
-- so that nobody reads one answer out of two figures. For people of the group alone, never for whoever manages it: a
-- group has one supervisor, so a figure about the group that a manager reads is one about a person.
create or replace function group_ratings(p_group bigint, p_fewest integer, p_up_to date)
returns table (session_id bigint, held_on date, source text, band text, items jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, s.held_on, r.source, r.band, r.items
    from public.supervision_session s join public.supervision_sessionrating r on r.session_id = s.id
    where s.group_id = p_group and s.held_on <= p_up_to
      and exists (select 1 from public.supervision_groupmember m where m.group_id = p_group
                  and m.person_id = public.app_user() and m.ended_on is null and m.as_what <> 'guest')
      and (select count(*) from public.supervision_sessionrating o
           where o.session_id = s.id and o.source = r.source) >= case r.source when 'self' then greatest(p_fewest, 3) else 1 end
    order by s.held_on, s.id, r.source, r.band, r.items::text
$$;
revoke execute on function group_ratings from public;
grant execute on function group_ratings to camden_app;
