-- An invented service for `manage.py bench`, the same every time for a number of children and a day.
--
-- Reads bench.children and bench.today. A child in need is one of 1.6 in a family; four in ten families have been closed;
-- workers lead for about ten families each, six of them to a pod, four pods to a team. Every name is put together from
-- syllables. Rows lie in the order in which a service would have written them, so that a family's visits are scattered
-- over the table as they really are. History is off, and so are checks of keys where we may switch them off.

select case when rolsuper then set_config('session_replication_role', 'replica', false) end
from pg_roles where rolname = current_user;
set constraints all immediate;

do $$
declare
    v_table text;
begin
    for v_table in select tablename from pg_tables where schemaname = 'public' and tablename like 'cases\_%' loop
        execute format('alter table %I disable trigger user', v_table);
    end loop;
end
$$;

-- A number from 0 to n - 1 that looks like chance and is not.
create function pg_temp.pick(i bigint, salt int, n bigint) returns int language sql immutable parallel safe
return ((hashint8extended(i, salt) & 2147483647) % n)::int;

-- The same, but small numbers are commoner: names are.
create function pg_temp.common(i bigint, salt int, n bigint) returns int language sql immutable parallel safe
return (pg_temp.pick(i, salt, n)::bigint * pg_temp.pick(i, salt + 1000, n) / n)::int;

create function pg_temp.given_name(i bigint) returns text language sql immutable parallel safe
return (array['An','Bil','Cor','Da','El','Fa','Gi','Ha','Im','Jo','Ka','Lu','Ma','Na','Om','Pi','Ra','Sa','Ta','Za'])
           [1 + pg_temp.common(i, 1, 20)]
    || (array['isa','al','a','niel','len','rida','lan','run','ran','seph','lim','cas','ya','dir','ar','pa','hel','mir',
              'mara','yd'])[1 + pg_temp.common(i, 2, 20)];

create function pg_temp.family_name(i bigint) returns text language sql immutable parallel safe
return (array['Ash','Bar','Bel','Car','Dar','Ed','Far','Gar','Hal','Ing','Jar','Kel','Lam','Mar','Nor','Old','Par','Quin',
              'Rah','Sal','Tar','Ul','Var','Wal','Yar','Zel','Ok','Khat','Mir','Ste'])[1 + pg_temp.common(i, 3, 30)]
    || (array['man','ton','ley','field','worth','son','well','ford','by','wood','den','er','un','ova','oglu','ski','sen',
              'ard','ett','ing','ock','oro','ani','eke','ham','wick','stead','more','low','gate'])
           [1 + pg_temp.common(i, 4, 30)];

-- Thirty words nobody knows, of 20,000, some of them commoner: word 0 stands in one note of sixty, word 19,000 in ten.
create function pg_temp.word(k int) returns text language sql immutable parallel safe
return 'q' || translate(lpad(k::text, 5, '0'), '0123456789', 'abcdefghij');
create function pg_temp.words(i bigint) returns text language sql immutable parallel safe
return (select string_agg(pg_temp.word(pg_temp.common(i * 31 + n, 80, 20000)), ' ') from generate_series(1, 30) n)
    || case when pg_temp.pick(i, 82, 10) = 0 then ' The kettle was on.' else '' end;

create temp table said as
select current_setting('bench.children')::int children, current_setting('bench.today')::date today,
       (current_setting('bench.children')::int - 1) / 16 * 10
           + (array[1,1,2,3,4,4,4,4,5,6,6,7,8,9,9,10])[1 + (current_setting('bench.children')::int - 1) % 16] families,
       greatest(2, current_setting('bench.children')::int / 160) pods;

-- Teams: 1 is the service, then the teams, then the pods.
insert into camden_team (id, code, name, kind, parent_id, path)
select 1, 'S', 'Children''s Service', 'service', null, array[1]::bigint[];
insert into camden_team (id, code, name, kind, parent_id, path)
select 1 + t, 'T' || t, 'Team ' || t, 'team', 1, array[1, 1 + t]
from said, generate_series(1, (pods + 3) / 4) t;
insert into camden_team (id, code, name, kind, parent_id, path)
select 1 + (pods + 3) / 4 + p, 'P' || p, 'Pod ' || p, 'pod', 2 + (p - 1) / 4, array[1, 2 + (p - 1) / 4, 1 + (pods + 3) / 4 + p]
from said, generate_series(1, pods) p;

-- People: 1 manages the service, each team has its manager, each pod six workers.
insert into camden_user (id, password, email, name, is_active, is_system)
select i, '!', 'person' || i || '@bench.invalid', pg_temp.given_name(i) || ' ' || pg_temp.family_name(i), true, false
from said, generate_series(1, 1 + (pods + 3) / 4 + 6 * pods) i;
insert into camden_membership (user_id, team_id, role, scope, started_on)
select u.id,
       case when u.id <= 1 + (pods + 3) / 4 then u.id else 2 + (pods + 3) / 4 + (u.id - 2 - (pods + 3) / 4) / 6 end,
       case when u.id = 1 then 'service-manager' when u.id <= 1 + (pods + 3) / 4 then 'team-manager' else 'social-worker' end,
       'team', today - 900
from said, camden_user u;

-- Families, oldest first. `waits`: a child in need whom nobody leads for, mostly new ones.
create temp table family as
select f.*, (pg_temp.pick(id, 12, 100) < 45 and age > 60) is_closed,
       1 + (pods + 3) / 4 + 1 + pod team_id, 2 + (pods + 3) / 4 + pod * 6 + pg_temp.pick(id, 14, 6) worker_id,
       today - age opened_on
from (select f::bigint id, pods, today, pg_temp.pick(f, 13, pods) pod,
             1 + floor(1500 * power((families - f)::float8 / families, 1.3))::int age
      from said, generate_series(1, families) f) f;
alter table family add closed_on date, add waits boolean;
update family set
    closed_on = case when is_closed then opened_on + 30 + pg_temp.pick(id, 15, age - 40) end,
    waits = not is_closed and (pg_temp.pick(id, 16, 1000) < 6 or (age < 7 and pg_temp.pick(id, 17, 10) < 5));
alter table family add primary key (id);

-- Children: sixteen to ten families. One in twenty has another lead than the brothers and sisters, in another pod.
create temp table child as
select c.id, f.id case_id, place, f.opened_on, f.closed_on, f.waits, f.age, f.today,
       case when apart then 2 + (f.pods + 3) / 4 + (f.pod + 1) % f.pods else f.team_id end team_id,
       case when apart then 2 + (f.pods + 3) / 4 + ((f.pod + 1) % f.pods) * 6 + pg_temp.pick(c.id, 21, 6) else f.worker_id end worker_id
from (select c::bigint id, (c - 1) / 16 * 10 + (array[1,1,2,3,4,4,4,4,5,6,6,7,8,9,9,10])[1 + (c - 1) % 16] case_id,
             (array[1,2,1,1,1,2,3,4,1,1,2,1,1,1,2,1])[1 + (c - 1) % 16] place
      from said, generate_series(1, children) c) c
join family f on f.id = c.case_id
cross join lateral (select place > 1 and pg_temp.pick(c.id, 20, 20) = 0) x(apart);
alter table child add primary key (id), add colleague_id bigint;
update child set colleague_id = first + (worker_id - first) / 6 * 6 + (worker_id - first + 1) % 6
from (select 2 + (pods + 3) / 4 first from said) s;
create index on child (case_id);
analyze family, child;

insert into cases_case (id, name, is_restricted, team_ids, opened_on, closed_on)
select f.id, pg_temp.family_name(f.id), pg_temp.pick(f.id, 18, 100) = 0, c.teams, f.opened_on, f.closed_on
from family f join (select case_id, array_agg(distinct team_id order by team_id) teams from child group by 1) c
    on c.case_id = f.id
order by f.id;

-- People of the families: the children, a mother for each, a father for seven in ten.
create temp table member as
select id, case_id, 'child' kind, id named, case_id family_named from child
union all select children + f.id, f.id, 'adult', children + f.id, f.id from said, family f
union all select children + families + f.id, f.id, 'adult', children + families + f.id, children + f.id
from said, family f where pg_temp.pick(f.id, 30, 10) < 7;
insert into cases_person (id) select md5('person' || id)::uuid from member;
insert into cases_member (id, case_id, person_id, kind, given_name, family_name, la_child_id, born_on, sex, ethnicity, upn,
                          upn_unknown, language)
select m.id, m.case_id, md5('person' || m.id)::uuid, m.kind, pg_temp.given_name(m.named), pg_temp.family_name(m.family_named),
       case m.kind when 'child' then 'C' || lpad(m.id::text, 7, '0') else '' end,
       case m.kind when 'child' then today - 20 - pg_temp.pick(m.id, 31, 6300) else today - 7000 - pg_temp.pick(m.id, 31, 8000) end,
       case pg_temp.pick(m.id, 32, 2) when 0 then 'F' else 'M' end,
       (array['WBRI','ABAN','BAFR','WOTH','BCRB','MWBC'])[1 + pg_temp.common(m.id, 33, 6)], '', '',
       case when pg_temp.pick(m.id, 34, 5) = 0 then 'Bengali' else '' end
from said, member m order by m.case_id, m.id;

insert into cases_relationship (case_id, one_id, other_id, kind, parental_responsibility)
select c.case_id, children + c.case_id, c.id, 'mother', true from said, child c
union all select c.case_id, children + families + c.case_id, c.id, 'father', pg_temp.pick(c.id, 35, 2) = 0
from said, child c where pg_temp.pick(c.case_id, 30, 10) < 7;

-- A home for each family, and the father's own for every other.
insert into cases_household (id, case_id, name, address, is_safe_to_share)
select f.id, f.id, 'Home', (1 + pg_temp.pick(f.id, 36, 90)) || ' Invented Street', pg_temp.pick(f.id, 37, 20) > 0 from family f
union all select families + f.id, f.id, 'Father''s home', '', true
from said, family f where pg_temp.pick(f.id, 30, 10) < 4;
insert into cases_householdmembership (case_id, household_id, member_id, started_on)
select m.case_id,
       case when m.id > children + families and pg_temp.pick(m.case_id, 30, 10) < 4 then families + m.case_id else m.case_id end,
       m.id, f.opened_on
from said, member m join family f on f.id = m.case_id;

-- One child in four was in need before.
insert into cases_episode (case_id, child_id, referred_on, source, primary_need, no_further_action, closed_on, closure_reason)
select case_id, id, opened_on - 500, '6', 'N4', false, opened_on - 200, 'RC7' from child where pg_temp.pick(id, 40, 4) = 0
union all select case_id, id, opened_on, (array['2A','6','3A','1A'])[1 + pg_temp.pick(id, 41, 4)],
                 (array['N1','N5','N4','N2'])[1 + pg_temp.common(id, 42, 4)], false, closed_on,
                 case when closed_on is null then '' else 'RC7' end from child;

-- Leads: half the children have had another before. Then co-workers, reviewing officers and cover.
create temp table involved as
select case_id, id child_id, team_id, colleague_id worker_id, 'lead' as role, false is_cover,
       opened_on + 2 started_on, opened_on + 2 + age / 4 ended_on, 'FCONTA' change_reason
from child where closed_on is null and age > 90 and pg_temp.pick(id, 50, 2) = 0
union all
select case_id, id, team_id, worker_id, 'lead', false,
       case when closed_on is null and age > 90 and pg_temp.pick(id, 50, 2) = 0 then opened_on + 2 + age / 4 else least(opened_on + 2, today) end,
       closed_on, case when closed_on is null and age > 90 and pg_temp.pick(id, 50, 2) = 0 then 'LEFTRL' else 'FCONTA' end
from child where not waits
union all
select case_id, id, team_id, colleague_id, 'co-worker', false, opened_on + 10, closed_on, ''
from child where not waits and age > 10 and pg_temp.pick(id, 51, 100) < 15
union all
select c.case_id, c.id, 2 + pg_temp.pick(c.id, 52, (pods + 3) / 4), 2 + pg_temp.pick(c.id, 52, (pods + 3) / 4), 'reviewing-officer', false,
       c.opened_on + 20, c.closed_on, ''
from said, child c where c.age > 20 and pg_temp.pick(c.id, 53, 10) = 0
union all
select case_id, id, team_id, colleague_id, 'lead', true, today - 1, null, ''
from child where closed_on is null and not waits and pg_temp.pick(id, 54, 100) < 3;
insert into cases_involvement (case_id, child_id, worker_id, team_id, role, scope, is_cover, started_on, ended_on, change_reason)
select case_id, child_id, worker_id, team_id, role, 'full', is_cover, started_on,
       case when ended_on < started_on then started_on else ended_on end, change_reason
from involved order by started_on, child_id;

insert into cases_exclusion (case_id, worker_id, stands_against, reason, started_on)
select f.id, w.id, w.id, 'A relative', f.opened_on
from said, family f cross join lateral (select 2 + (f.pods + 3) / 4 + pg_temp.pick(f.id, 61, 6 * f.pods) id) w
where pg_temp.pick(f.id, 60, 250) = 0;

-- What happened, in the order of the days.
create temp table happening as
select row_number() over (order by happened_on, case_id, kind) id, h.*
from (select id case_id, opened_on happened_on, 'referral' kind from family
      union all select id, closed_on, 'closure' from family where closed_on is not null
      union all select case_id, started_on, 'allocation' from involved
      union all select id, d::date, 'visit' from family
      cross join lateral generate_series(greatest(opened_on + 1, today - 790), coalesce(closed_on, today - 1),
                                         make_interval(days => 28 + pg_temp.pick(id, 70, 40))) d) h;
analyze happening;
insert into cases_chronologyentry (id, case_id, happened_on, kind, summary, subject_id)
select h.id, h.case_id, h.happened_on, h.kind,
       case h.kind when 'visit' then u.name || ' visited at home: saw ' || pg_temp.given_name(h.case_id) || ' alone'
                   when 'allocation' then u.name || ' became lead worker'
                   when 'referral' then 'Referred by the school' else 'Closed: services ended' end,
       case h.kind when 'visit' then h.id end
from happening h join family f on f.id = h.case_id join camden_user u on u.id = f.worker_id order by h.id;
insert into cases_chronologychild (case_id, entry_id, child_id, happened_on)
select h.case_id, h.id, c.id, h.happened_on from happening h join child c on c.case_id = h.case_id
where h.kind <> 'allocation' or c.place = 1 order by h.id, c.id;
insert into cases_visit (id, case_id, worker_id, visited_on, kind)
select h.id, h.case_id, f.worker_id, h.happened_on, (array['home','school','office'])[1 + pg_temp.common(h.id, 71, 3)]
from happening h join family f on f.id = h.case_id where h.kind = 'visit' order by h.id;
-- Written up the same evening, one in five the day after.
insert into cases_visitaccount (visit_id, case_id, written_at, words)
select id, case_id, (happened_on + (pg_temp.pick(id, 76, 5) = 0)::int + time '18:00') at time zone 'Europe/London', left(repeat('We sat in the kitchen and talked about school, sleep and the week that was. ', 20), 300 + pg_temp.pick(id, 72, 900)) || '. ' || pg_temp.words(id)
from happening where kind = 'visit' order by id;
insert into cases_visitchild (case_id, visit_id, child_id, seen)
select h.case_id, h.id, c.id, (array['alone','with-others','alone','asleep','alone','not-seen'])[1 + pg_temp.common(h.id + c.id, 73, 6)]
from happening h join child c on c.case_id = h.case_id
where h.kind = 'visit' and pg_temp.pick(h.id + c.id, 75, 100) < 92 order by h.id, c.id;
insert into cases_quote (case_id, speaker_id, words, said_on, how, is_view, setting, heard_by_id, visit_id)
select h.case_id, c.id, 'I like it when you come.', h.happened_on, 'said', false, '', f.worker_id, h.id
from happening h join child c on c.case_id = h.case_id join family f on f.id = h.case_id
where h.kind = 'visit' and pg_temp.pick(h.id + c.id, 75, 100) < 92 and pg_temp.pick(h.id + c.id, 74, 5) < 2 order by h.id, c.id;
-- Calls and messages between the visits.
insert into cases_casenote (id, case_id, kind, writer_id, happened_on, title, tool, interpreting)
select h.id, h.case_id, 'call', f.worker_id, h.happened_on + 3, '', '', ''
from happening h join family f on f.id = h.case_id where h.kind = 'visit' and pg_temp.pick(h.id, 77, 20) < 11 order by h.id;
insert into cases_casenoteaccount (note_id, case_id, words, meaning, learned, changed)
select id, case_id, 'Rang about the week and school. ' || pg_temp.words(id + 500000000), '', '', '' from cases_casenote order by id;

-- Numbers go on where ours end; history and key checks are back.
do $$
declare
    v_column record;
begin
    for v_column in
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and is_identity = 'YES' and table_name in (
            select tablename from pg_tables where tablename like 'cases\_%' or tablename in ('camden_team', 'camden_user'))
    loop
        execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
                       v_column.table_name, v_column.column_name, v_column.column_name, v_column.table_name);
    end loop;
    for v_column in select tablename from pg_tables where schemaname = 'public' and tablename like 'cases\_%' loop
        execute format('alter table %I enable trigger user', v_column.tablename);
    end loop;
end
$$;
drop table said, family, child, member, involved, happening;
select case when rolsuper then set_config('session_replication_role', 'origin', false) end
from pg_roles where rolname = current_user;
