-- Open families of some teams, and whether every child of theirs was talked about since a day in a talk that begins PR1
-- anew, or had no lead worker before it. `supervision.rules.counting` says what begins it; a test of invented services
-- holds the two equal. Only of the records given, and of those the walls let through.
with families as materialized (
    select id, opened_on from cases_case
    where id = any(%(records)s::bigint[]) and team_ids && %(teams)s::bigint[]
      and opened_on <= %(on)s and (closed_on is null or closed_on > %(on)s)
), kids as materialized (
    select m.id child, m.case_id record, f.opened_on from cases_member m join families f on f.id = m.case_id
    where m.kind = 'child' and m.merged_into_id is null and m.mistaken_on is null and m.died_on is null
), watched as materialized (
    select case_id record from cases_planspell
    where case_id in (select id from families) and basis = 'protection' and started_on <= %(on)s
      and (ended_on is null or ended_on > %(on)s)
    union
    select case_id from (
        select distinct on (case_id, child_id) case_id, kind from cases_milestone
        where case_id in (select id from families) and kind = any(%(court)s) and struck_on is null
          and happened_on <= %(on)s
        order by case_id, child_id, happened_on desc, id desc) latest
    where kind = any(%(begins_court)s)
), council as (
    select coalesce(max(resets), %(resets)s::text[]) resets, coalesce(max(resets_watched), %(resets)s::text[]) watched
    from supervision_supervisionsettings where id = 1
), talks as (
    select c.child_id child, d.depth how
    from supervision_discussion d join supervision_discussionchild c on c.discussion_id = d.id
    where d.agreed_on is not null and d.held_on between %(since)s and %(on)s
    union all
    select c.child_id, 'one-to-one'
    from supervision_onetoonefamily f join supervision_onetoonechild c on c.family_id = f.id
    where f.agreed_on is not null and f.held_on between %(since)s and %(on)s
), heard as materialized (
    select distinct kids.child from kids join talks using (child) cross join council
    left join watched on watched.record = kids.record
    where talks.how = any(case when watched.record is null then council.resets else council.watched end)
), unheard as (
    select kids.record from kids
    where kids.child not in (select child from heard)
      and coalesce((select min(i.started_on) from cases_involvement i where i.child_id = kids.child and i.role = 'lead'
                    and i.scope = 'full' and i.started_on >= kids.opened_on), kids.opened_on) < %(since)s
)
select id, id not in (select record from unheard)
       and (opened_on >= %(since)s or id in (select record from kids)) is_heard
from families
