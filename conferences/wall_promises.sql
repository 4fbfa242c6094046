-- What became of a promise of ours, for the family's coordinator, who cannot open the record. Continues wall.sql.

-- Keys of the promises of a family whose action its keeper did: no words, no day, nothing else of the record.
create or replace function conference_promises_done(p_case bigint) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(p.item_id order by p.item_id), '{}')
    from public.conferences_promisedaction p
    join public.cases_action a on a.id = p.action_id and a.is_done
    where p.case_id = p_case and (public.app_coordinates(p_case) or public.app_sees(p_case))
$$;
revoke execute on function conference_promises_done from public;
grant execute on function conference_promises_done to camden_app;
