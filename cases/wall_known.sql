-- Known to another team: what whoever takes a contact may learn of a child whose record is not open to them, and no more.

-- At most 5 children of ordinary records that are not open to the principal: who exactly these words and this day of
-- birth, or the council's number, mean, and which teams to ring. It answers whoever records, and only a whole name: of
-- the given and of the family name at least one word each, every word as it is recorded, never a part of one. A record
-- that is restricted, or from which the principal is kept, leaves no mark here; no adult is ever found. Each use is
-- written down, found or not, and each record that it names as looked at.
create or replace function known_elsewhere(p_words text, p_born date, p_page text)
returns table (given_name text, family_name text, la_child_id text, born_on date, teams text[])
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    v_request uuid := coalesce(nullif(current_setting('pghistory.context_id', true), '')::uuid, gen_random_uuid());
    v_whole text := btrim(camden_fold(p_words));
    v_said text[];
    v_most text;  -- the longest word, which walks the index of names and numbers
    v_found bigint[];
    v_cases bigint[];
begin
    if not exists (select 1 from camden_membership m
                   where m.user_id = app_user() and m.ended_on is null and app_records_visits(m.role)) then
        return;
    end if;
    perform app_recorded('looked whether another team knows a child', 'cases.Member', null, null, v_request);
    select array_agg(distinct w), (array_agg(w order by length(w) desc))[1] into v_said, v_most
    from regexp_split_to_table(v_whole, '[\s-]+') w where w <> '';
    select array_agg(f.id), array_agg(distinct f.case_id) into v_found, v_cases from (
        select m.id, m.case_id
        from cases_member m join cases_case c on c.id = m.case_id
        where camden_fold(m.given_name || ' ' || m.family_name || ' ' || m.la_child_id)
              like '%' || regexp_replace(v_most, '([\\%_])', '\\\1', 'g') || '%'
          and m.kind = 'child' and m.mistaken_on is null
          and not c.is_restricted
          and not c.id = any((select app_excluded())::bigint[])
          and not c.id = any((select app_cases())::bigint[])
          and not c.team_ids && (select app_teams())::bigint[]
          and ((m.la_child_id <> '' and camden_fold(m.la_child_id) = v_whole)
               or (m.born_on = p_born
                   and v_said && regexp_split_to_array(camden_fold(m.given_name), '[\s-]+')
                   and v_said && regexp_split_to_array(camden_fold(m.family_name), '[\s-]+')
                   and v_said <@ regexp_split_to_array(camden_fold(m.given_name || ' ' || m.family_name), '[\s-]+')
                   and cardinality(v_said) > 1))
        order by m.id limit 5) f;
    if v_found is null then
        return;
    end if;
    perform app_looked(app_user(), p_page, '', v_request, v_cases, 'elsewhere');
    return query
        select m.given_name::text, m.family_name::text, m.la_child_id::text, m.born_on,
               array(select t.name::text from camden_team t where t.id = any(c.team_ids) order by t.name)
        from cases_member m join cases_case c on c.id = m.case_id
        where m.id = any(v_found) order by m.family_name, m.given_name, m.id;
end
$$;
revoke execute on function known_elsewhere from public;
grant execute on function known_elsewhere to camden_app;
