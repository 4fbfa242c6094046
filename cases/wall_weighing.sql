-- What makes work weigh more than its plan says, who carries what beside a caseload, and who speaks what. Policies of
-- records are those of wall.sql.

grant select, insert, update on cases_complexityfactor, cases_waythere to camden_app;
-- Measures read days and codes at night, and no words.
grant select (id, case_id, child_id, kind, proposed_on, proposed_by_id, answer, answered_on, answered_by_id, withdrawn_on)
    on cases_complexityfactor to camden_worker;
grant select on cases_waythere to camden_worker;

-- What somebody carries beside a caseload is known to them and to whoever answers for their work, who notes it.
alter table cases_extraduty enable row level security;
drop policy if exists own_or_answered_for on cases_extraduty;
drop policy if exists noted_by_who_answers on cases_extraduty;
drop policy if exists ended_by_who_answers on cases_extraduty;
create policy own_or_answered_for on cases_extraduty for select using (
    person_id = (select app_user()) or person_id = any((select app_answers_for())::bigint[]) or (select app_all()));
create policy noted_by_who_answers on cases_extraduty for insert with check (
    person_id = any((select app_answers_for())::bigint[]) and person_id <> (select app_user())
    and noted_by_id = (select app_user()));
create policy ended_by_who_answers on cases_extraduty for update using (
    person_id = any((select app_answers_for())::bigint[]) and person_id <> (select app_user()));
grant select, insert on cases_extraduty to camden_app;
grant update (ended_on, version) on cases_extraduty to camden_app;
grant select on cases_extraduty to camden_worker;

-- Who speaks what is asked for at any door; each says it of themselves.
alter table cases_language enable row level security;
drop policy if exists everybody_reads on cases_language;
drop policy if exists said_of_oneself on cases_language;
drop policy if exists ended_by_oneself on cases_language;
create policy everybody_reads on cases_language for select using (true);
create policy said_of_oneself on cases_language for insert with check (person_id = (select app_user()));
create policy ended_by_oneself on cases_language for update using (person_id = (select app_user()));
grant select, insert on cases_language to camden_app;
grant update (ended_on, version) on cases_language to camden_app;
grant select on cases_language to camden_worker;

-- What an administrator who changes a number may know of caseloads: how many would weigh how much, and nothing of whom.
-- Children, families and homes have numbers made for this one answer, children an age in years and no birthday. Nothing
-- for anybody but who looks after settings. Says the same as `measures.weighing`: a test holds the two equal.
create or replace function caseloads_to_weigh(p_on date, p_milestones text[])
returns table (what text, worker bigint, child bigint, home bigint, family bigint, since date, until date, detail text, path bigint[])
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    with held as materialized (
        select distinct i.child_id, i.case_id from public.cases_involvement i
        where (select public.app_keeps_settings()) and i.role in ('lead', 'co-worker', 'lead-child-protection')
          and i.started_on <= p_on and (i.ended_on is null or i.ended_on > p_on)
    ), kids as materialized (
        select h.child_id, row_number() over (order by random()) as kid, h.case_id from held h
    ), families as materialized (
        select k.case_id, row_number() over (order by random()) as family from (select distinct case_id from kids) k
    ), homes as materialized (
        select m.household_id, row_number() over (order by random()) as home
        from (select distinct m.household_id from public.cases_householdmembership m join kids k on k.child_id = m.member_id) m
    ), told as (
        select e.child_id, 'episode' as detail, e.referred_on as since, e.closed_on as until, null::bigint as household_id, e.id
        from public.cases_episode e where not e.no_further_action
        union all select p.child_id, p.basis, p.started_on, p.ended_on, null, p.id from public.cases_planspell p
        union all select c.child_id, 'assessment', a.counts_from_on, c.ended_on, null, c.id
        from public.cases_assessmentchild c join public.cases_assessment a on a.id = c.assessment_id
        union all select q.child_id, 'enquiry', q.started_on, q.ended_on, null, q.id from public.cases_enquiry q
        union all select s.child_id, s.kind, s.happened_on, s.happened_on, null, s.id from public.cases_milestone s
        where s.struck_on is null and s.kind = any(p_milestones)
        union all select m.member_id, 'home', m.started_on, m.ended_on, m.household_id, m.id
        from public.cases_householdmembership m
        union all select m.member_id, 'way ' || w.team_id || ' ' || w.minutes, m.started_on, m.ended_on, m.household_id, m.id
        from public.cases_householdmembership m join public.cases_waythere w on w.household_id = m.household_id
        union all select f.child_id, 'factor ' || f.kind, f.answered_on, f.withdrawn_on, null, f.id
        from public.cases_complexityfactor f where f.answer = 'yes'
    ), answers as (
        select 1 as place, k.kid as within, 'child' as what, null::bigint as worker, k.kid as child, null::bigint as home, f.family,
               (p_on - make_interval(years => extract(year from age(p_on, m.born_on))::int))::date as since,
               null::date as until, '' as detail, null::bigint[] as path
        from kids k join families f on f.case_id = k.case_id join public.cases_member m on m.id = k.child_id
        union all
        select 2, i.id, 'hold', i.worker_id, k.kid, null, null, i.started_on, i.ended_on,
               i.role || case when i.is_cover then ' cover' else '' end, t.path
        from public.cases_involvement i join kids k on k.child_id = i.child_id join public.camden_team t on t.id = i.team_id
        where i.started_on <= p_on
        union all
        select 3, d.id, 'told', null, k.kid, h.home, null, d.since, d.until, d.detail, null
        from told d join kids k on k.child_id = d.child_id left join homes h on h.household_id = d.household_id
        union all
        select 4, a.id, 'away', a.person_id, null, null, null, a.from_on, a.back_on, '', null
        from public.camden_absence a where a.withdrawn_at is null and (select public.app_keeps_settings())
        union all
        select 5, x.id, 'duty', x.person_id, null, null, null, x.started_on, x.ended_on, x.duty, null
        from public.cases_extraduty x where (select public.app_keeps_settings())
          and x.started_on <= p_on and (x.ended_on is null or x.ended_on > p_on)
    )
    select a.what, a.worker, a.child, a.home, a.family, a.since, a.until, a.detail, a.path from answers a order by a.place, a.within
$$;
revoke execute on function caseloads_to_weigh from public;
grant execute on function caseloads_to_weigh to camden_app;
