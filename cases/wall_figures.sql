-- The records that figures of some teams are counted from: of families of these teams, of whoever works or worked in
-- one, and where they promised something; of those, only what the principal sees, as the policy of a record says it. A
-- command of the owner's own hand finds all of them.
-- Behind the policy alone no index on teams can be used: a team's table would walk every record of the service.
create or replace function records_of_teams(p_teams bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with people as materialized (
        select distinct user_id from public.camden_membership where team_id = any(p_teams)
    ), near as materialized (
        select id from public.cases_case where team_ids && p_teams
        union select i.case_id from public.cases_involvement i join people p on p.user_id = i.worker_id
        union select a.case_id from public.cases_action a join people p on p.user_id = a.keeper_id
    )
    select coalesce(array_agg(c.id), '{}') from near join public.cases_case c using (id)
    where (((not c.is_restricted and c.team_ids && (select public.app_teams()))
            or c.id = any((select public.app_cases())::bigint[]))
           and not c.id = any((select public.app_excluded())::bigint[]))
       or (select public.app_all() or public.app_as_owner())
$$;
revoke execute on function records_of_teams from public;
grant execute on function records_of_teams to camden_app, camden_worker;
