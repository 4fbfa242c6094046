-- The newest lines of a timeline, of a family or of one child: whether the principal sees the record is asked once. The
-- policy beneath every row makes the planner read all records they see, which took 4 ms of a borough's page.
-- p_before and p_key are the last line of the page before. Keys only: what stands in a line is read through its policy.
create or replace function newest_entries(p_case bigint, p_child bigint, p_before date, p_key bigint, p_most int)
returns setof bigint
language plpgsql stable security definer rows 21 set search_path = pg_catalog, public, pg_temp as $$
begin
    if not (app_as_owner() or app_sees(p_case)) then
        return;
    end if;
    if p_child is null then
        return query select e.id from cases_chronologyentry e
            where e.case_id = p_case and (p_before is null or (e.happened_on, e.id) < (p_before, p_key))
            order by e.happened_on desc, e.id desc limit p_most;
    else
        return query select a.entry_id from cases_chronologychild a
            where a.child_id = p_child and a.case_id = p_case
                and (p_before is null or (a.happened_on, a.entry_id) < (p_before, p_key))
            order by a.happened_on desc, a.entry_id desc limit p_most;
    end if;
end
$$;
revoke execute on function newest_entries from public;
grant execute on function newest_entries to camden_app;
