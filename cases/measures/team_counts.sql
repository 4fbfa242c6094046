-- The figures of many teams on a day, counted where the rows are. `team_rows.py` fetches the same rows, so that a figure
-- opens into them; a test of invented services holds the two equal. Only of the records given, and of those the walls
-- let through. A child's lead decides where it counts: the unit of the person, else of the team they were given to,
-- else 0. One row for each figure and unit; of families, their keys, because a family may count in two.
with seen as materialized (
    select id from cases_case where id = any(%(records)s::bigint[])
), place (worker, unit) as (
    select * from unnest(%(workers)s::bigint[], %(units)s::bigint[])
), base (team, unit) as (
    select * from unnest(%(teams)s::bigint[], %(bases)s::bigint[])
), leads as materialized (
    select i.child_id child, i.case_id record, i.worker_id worker, i.team_id team, i.started_on as day
    from cases_involvement i
    where i.case_id in (select id from seen) and i.role = 'lead' and not i.is_cover
      and i.started_on <= %(on)s and (i.ended_on is null or i.ended_on > %(on)s)
      and (i.worker_id in (select worker from place) or i.team_id in (select team from base))
), waiting as materialized (
    select e.child_id child, e.case_id record, c.team_ids[1] team, c.name,
           greatest(e.referred_on, (select max(i.ended_on) from cases_involvement i where i.child_id = e.child_id
                                    and i.role = 'lead' and not i.is_cover and i.ended_on <= %(on)s)) as day
    from cases_episode e join cases_case c on c.id = e.case_id
    where e.case_id in (select id from seen) and c.team_ids && %(teams)s::bigint[]
      and not e.no_further_action and e.referred_on <= %(on)s and (e.closed_on is null or e.closed_on > %(on)s)
      and e.child_id not in (select child from leads)  -- few are left to ask of every lead there is
      and not exists (select from cases_involvement i where i.child_id = e.child_id and i.role = 'lead'
                      and not i.is_cover and i.started_on <= %(on)s and (i.ended_on is null or i.ended_on > %(on)s))
), holders as materialized (
    select h.*, coalesce(place.unit, base.unit, 0) unit
    from (select child, record, worker, team, day, false waits from leads
          union all select child, record, 0, team, day, true from waiting) h
    left join place on place.worker = h.worker left join base on base.team = h.team
), held_by as (
    select distinct on (child) * from holders order by child, waits desc, day desc, record desc, worker desc
), spells as (
    select i.child_id child, i.case_id record, i.worker_id worker, i.started_on as day, i.change_reason reason,
           lag(i.worker_id) over (partition by i.child_id
                                  order by i.started_on, coalesce(i.ended_on, 'infinity'), i.id) before
    from cases_involvement i
    where i.role = 'lead' and not i.is_cover and i.child_id in (select child from leads)
), changes as materialized (
    select * from spells where before <> worker and day > %(year_before)s and day <= %(on)s
), works as (
    select held_by.unit, min(c.due_on) due_on
    from cases_clock c join held_by on held_by.child = c.child_id
    join unnest(%(rules)s::text[], %(works)s::text[], %(theirs)s::bool[]) r (rule, work, is_theirs) on r.rule = c.rule
    where (c.anchor_on <= %(on)s or c.amount < 0) and (c.met_on is null or c.met_on > %(on)s)
      and (c.ended_on is null or c.ended_on > %(on)s) and c.due_on <= %(until)s
    group by c.case_id, r.work, held_by.worker, held_by.team, r.is_theirs, held_by.unit
), families as (
    select distinct on (record, worker) record, unit, waits from holders order by record, worker, waits, day, child
)
select 'children' code, unit, count(distinct (child, record, day)) n, null::bigint[] records, null::bigint child,
       null::date as day, null::text said
from holders where not waits group by unit
union all
select 'changes', unit, count(distinct (c.child, c.record, c.day, c.reason)), null, null, null, null
from changes c join held_by using (child) group by unit
union all
select 'unsettled', unit, count(*), null, null, null, null
from (select child from changes group by child having count(*) >= %(unsettled)s) c join held_by using (child) group by unit
union all
select b.code, unit, count(*), null, null, null, null
from works join unnest(%(bands)s::text[], %(firsts)s::date[], %(lasts)s::date[]) b (code, first_on, last_on)
     on works.due_on between b.first_on and b.last_on
group by b.code, unit
union all
select 'families', unit, null, array_agg(distinct record), null, null, null from holders where not waits group by unit
union all
select 'held', unit, null, array_agg(record), null, null, null from families group by unit
union all
select 'waiting', unit, null, array[record], child, day, name
from waiting join holders using (child, record, day) where waits
order by code, day, records, child
