-- What a manager is recommended: who may answer it, and that what was answered or withdrawn stays. Continues wall.sql.

-- How far somebody may decide about a record the principal sees: 3 for a service manager above its teams, 2 for a team
-- manager, null for whoever is neither, has left, or must not know the family. (supervision/rules/deciding.py)
create or replace function authority_over(p_person bigint, p_case bigint) returns smallint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select max(case m.role when 'service-manager' then 3 else 2 end)::smallint
    from public.cases_case c join public.camden_team t on t.id = any(c.team_ids)
    join public.camden_membership m on t.path @> array[m.team_id]
    join public.camden_user u on u.id = m.user_id and u.is_active
    where c.id = p_case and public.app_sees(p_case) and m.user_id = p_person and m.ended_on is null
      and m.role in ('team-manager', 'service-manager')
      and not exists (select 1 from public.cases_exclusion e where e.case_id = p_case and e.stands_against = p_person)
$$;

-- The named manager answers, or another who manages the team; each says it for themselves. What was answered or
-- withdrawn stays as it is.
create or replace function supervision_decision_keeps() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if session_user <> 'camden_app' then
        return new;
    end if;
    if old.answered_on is not null or old.withdrawn_on is not null then
        raise exception 'answered or withdrawn: "a_decision_stays"'
            using errcode = 'check_violation', constraint = 'a_decision_stays';
    end if;
    if new.answered_on is not null and (new.answered_by_id is distinct from app_user()
            or (old.for_manager_id is distinct from app_user() and authority_over(app_user(), old.case_id) is null)) then
        raise exception 'this is for a manager to answer: "a_manager_answers"'
            using errcode = 'check_violation', constraint = 'a_manager_answers';
    end if;
    if new.withdrawn_on is not null and new.withdrawn_by_id is distinct from app_user() then
        raise exception 'each withdraws for themselves: "who_withdraws_says_so"'
            using errcode = 'check_violation', constraint = 'who_withdraws_says_so';
    end if;
    return new;
end
$$;
drop trigger if exists keeps on supervision_managementdecision;
create trigger keeps before update on supervision_managementdecision
    for each row execute function supervision_decision_keeps();
revoke execute on function authority_over from public;
grant execute on function authority_over to camden_app, camden_worker;
