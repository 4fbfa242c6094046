-- The days of many years with their working-day numbers: written by this function alone, for whoever keeps settings.

-- `p_working` has a 1 or a 0 for each day from `p_first` on. Answers how many days were written.
create or replace function number_workdays(p_first date, p_working text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_written bigint;
begin
    perform app_keeping(null);
    with days as (
        select p_first + (place - 1)::int day_on, count(*) filter (where said = '1') over (order by place) number,
            said = '1' is_working
        from regexp_split_to_table(p_working, '') with ordinality d (said, place)
    ), written as (
        insert into camden_workday (day_on, number, is_working) select * from days
        on conflict (day_on) do update set number = excluded.number, is_working = excluded.is_working
        where (camden_workday.number, camden_workday.is_working) <> (excluded.number, excluded.is_working) returning 1
    )
    select count(*) into v_written from written;
    return v_written;
end
$$;
revoke execute on function number_workdays from public;
grant execute on function number_workdays to camden_app;
