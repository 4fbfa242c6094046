-- The facts of records as clocks and pages read them: asked once whether the principal sees a record, not once for each
-- of the thirty tables beneath the view (docs/adr/0013). Nothing comes back of a record that is not open to them; a command of
-- the owner's own hand, which imports or seeds, reads all.
create or replace function happenings_of(p_cases bigint[], p_kinds text[])
returns table (case_id bigint, child_id bigint, kind text, happened_on date, happened_at timestamptz, amount int)
language plpgsql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp
-- One plan for all: to plan thirty tables anew for each record takes three times as long as to read them.
set plan_cache_mode = force_generic_plan as $$
declare
    v_seen bigint[] := array(select c from unnest(p_cases) c where app_as_owner() or app_sees(c));
begin
    if cardinality(v_seen) > 0 then
        return query select h.case_id, h.child_id, h.kind::text, h.happened_on, h.happened_at, h.amount
            from cases_happening h where h.case_id = any(v_seen) and (p_kinds is null or h.kind = any(p_kinds))
            -- One who was merged into another, or was a mistake, has nothing of their own any more.
            and not exists (select 1 from cases_member m where m.id = h.child_id
                            and (m.merged_into_id is not null or m.mistaken_on is not null));
    end if;
end
$$;
revoke execute on function happenings_of from public;
grant execute on function happenings_of to camden_app, camden_worker;
