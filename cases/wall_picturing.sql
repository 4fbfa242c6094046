-- What a genogram and an ecomap are drawn from: who reads and writes it. Policies are those of wall.sql.

-- What people say and see, the app may write and correct; nothing may be deleted.
grant select, insert, update on cases_astold, cases_culturalnote, cases_emotionaltie, cases_genogramorder,
    cases_healthmark, cases_pastloss, cases_tieseen to camden_app;
-- A kept picture stays as it was.
grant select, insert on cases_genogramsnapshot to camden_app;

-- The order a job found for a picture drawn in a hurry, if it is waited for still: the same facts, the same nudges, and
-- nobody found one meanwhile. All a job may do with a family's picture; it is sent a shape without names, and reads none.
create or replace function keep_clearer_order(p_case bigint, p_made_for text, p_facts text, p_wishes jsonb, p_rows jsonb)
returns boolean language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if not coalesce(app_sees(p_case), false) then
        raise exception 'no such record' using errcode = 'insufficient_privilege';
    end if;
    update cases_genogramorder set rows = p_rows, drawn_at = now(), version = version + 1
    where case_id = p_case and made_for = p_made_for and facts_sha256 = p_facts and wishes = p_wishes
      and drawn_at is null and rows <> '[]'::jsonb;
    return found;
end
$$;
revoke execute on function keep_clearer_order from public;
grant execute on function keep_clearer_order to camden_worker;
