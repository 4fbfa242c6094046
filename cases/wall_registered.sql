-- Who of some people is no registered social worker: by their employment, and where nobody wrote that down by their
-- roles. Whoever asks reads nothing else of how somebody is employed; the register itself is public.
create or replace function not_registered(p_users bigint[]) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(u.id order by u.id), '{}')
    from camden_user u left join camden_employment e on e.user_id = u.id and e.ended_on is null
    where u.id = any(p_users) and public.app_user() is not null
      and case when e.id is not null then e.registered_with <> 'swe'
          else exists (select 1 from camden_membership m where m.user_id = u.id and m.ended_on is null)
               and not exists (select 1 from camden_membership m where m.user_id = u.id and m.ended_on is null
                               and m.role not in ('family-help-practitioner', 'personal-adviser', 'business-support'))
          end
$$;
revoke all on function not_registered(bigint[]) from public;
grant execute on function not_registered(bigint[]) to camden_app;

-- A referral that was taken while an assessment ran counts from its own day, so jobs read when its basis changed.
grant select (id, case_id, assessment_id, before, began_on) on cases_assessmentbasis to camden_worker;
