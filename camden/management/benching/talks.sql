-- Families thought about together, and offered a conference: laid upon what `service.sql` wrote. Reads bench.today.
--
-- Each pod meets every week; each of its families comes up every five to eleven weeks, one in four times in depth; what
-- was said is agreed within the week. One family in six has been offered a conference. No words: no page asks for them.

select case when rolsuper then set_config('session_replication_role', 'replica', false) end
from pg_roles where rolname = current_user;
set constraints all immediate;

insert into supervision_group (id, team_id, name, senior_practitioner_id)
select t.id, t.id, 'Group', min(m.user_id) from camden_team t join camden_membership m on m.team_id = t.id
where t.kind = 'pod' group by t.id;
insert into supervision_session (id, group_id, held_on, setting, place, supervisor_id, agreed_on, agreed_by_id)
select g.id * 1000 + week, g.id, today - 7 * week, 'room', '', g.senior_practitioner_id, today - 7 * week + 3,
       g.senior_practitioner_id
from supervision_group g, (select current_setting('bench.today')::date today) t, generate_series(1, 60) week;

insert into supervision_discussion (case_id, session_id, held_on, presenter_id, depth, reason, agreed_on, agreed_by_id)
select c.id, s.id, s.held_on, s.supervisor_id, case when (c.id + week) % 4 = 0 then 'deep' else 'quick' end, 'routine',
       s.agreed_on, s.supervisor_id
from cases_case c, generate_series(1 + c.id % 9, 60, 5 + c.id % 7) week
join supervision_session s on true
where s.id = c.team_ids[1] * 1000 + week and s.held_on > c.opened_on + 14 and s.held_on < coalesce(c.closed_on, s.held_on + 1)
order by s.held_on, c.id;
insert into supervision_discussionchild (case_id, discussion_id, child_id, voice, source)
select d.case_id, d.id, m.id, '', '' from supervision_discussion d join cases_member m on m.case_id = d.case_id
where m.kind = 'child' order by d.id, m.id;

insert into conferences_familyconference (id, case_id, referred_by_id, referred_on, threshold, place, asks_no_more)
select c.id, c.id, 1, c.opened_on + 45, '', '', false
from cases_case c, (select current_setting('bench.today')::date today) t where c.id % 6 = 1 and c.opened_on + 60 < today;
insert into conferences_conferencestage (case_id, conference_id, stage, happened_on, said_by_id, reason)
select case_id, id, 'offered', referred_on, 1, '' from conferences_familyconference;

select setval(pg_get_serial_sequence(name, 'id'), 10000000, false)
from unnest(array['supervision_group', 'supervision_session', 'conferences_familyconference']) name;
select case when rolsuper then set_config('session_replication_role', 'origin', false) end
from pg_roles where rolname = current_user;
