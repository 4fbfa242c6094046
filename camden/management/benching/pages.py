"""What is measured: one entry for each page.

To add a page, add an entry to `PAGES`: whose page it is, how it is asked for, and its floor, which is the least SQL
that fetches or writes the same facts in one statement, rule of access included. The first column of a floor is the
record a row belongs to; before anything is timed, the records of the floor are compared with those of the page.
"""
# ruff: noqa: S608 - the statements are put together from constants of this file

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Person:
    """Somebody signed in, what they reach, and families that are theirs: (record, children)."""

    key: int
    teams: list[int]
    families: list[tuple[int, list[int]]]
    session: str


@dataclass(frozen=True)
class Turn:
    """One request: who asks, about which family, in which words."""

    person: Person
    case: int
    children: list[int]
    name: tuple[str, str]
    today: date

    def facts(self) -> dict[str, Any]:
        """What a floor's SQL may name."""
        return {
            "user": self.person.key,
            "teams": self.person.teams,
            "case": self.case,
            "children": self.children,
            "first": f"%{self.name[0].lower()}%",
            "words": [f"%{word.lower()}%" for word in self.name],
            "name": [word.lower() for word in self.name],
            "long": sorted((word.lower() for word in self.name), key=lambda word: (-len(word), word))[0],
            "today": self.today,
            "account": ACCOUNT,
        }


@dataclass(frozen=True)
class Page:
    """One line of the table. `part` is what `--pages` names; `who` is "worker", "manager" or "team-manager"."""

    part: str
    name: str
    who: str
    url: Callable[[Turn], str]
    floor: str
    method: str = "GET"
    data: Callable[[Turn], dict[str, str]] | None = None
    answer: int = 200
    is_long: bool = False
    """Asked of a family with `LONG` entries on its timeline."""
    is_wide: bool = False
    """Asked of a family of three generations, of `WIDE` people and more."""


LONG, WIDE = 5000, 16
ACCOUNT = "We sat in the kitchen and talked about school, sleep and the week that was. " * 10

# The rule of cases/access.py, as short as it can be written.
SEES = """((not c.is_restricted and c.team_ids && %(teams)s::bigint[])
        or c.id = any(array(select case_id from cases_involvement
                            where worker_id = %(user)s and ended_on is null and scope in ('full', 'duty', 'audit'))))
   and not c.id = any(array(select case_id from cases_exclusion where stands_against = %(user)s))"""
NEWEST = "order by c.opened_on desc, c.id desc limit 26"
LINES = """
select f.id, f.name, f.opened_on, f.closed_on, m.id, m.given_name, m.family_name, m.la_child_id, m.born_on,
       m.expected_on, m.died_on, u.name
from found f join cases_member m on m.case_id = f.id and m.kind = 'child'
left join cases_involvement i on i.child_id = m.id and i.role = 'lead' and i.ended_on is null and not i.is_cover
left join camden_user u on u.id = i.worker_id
order by f.opened_on desc, f.id desc, m.born_on, m.id"""

MINE = f"""with found as (
    select c.* from cases_case c
    where c.closed_on is null and {SEES}
      and c.id = any(array(select case_id from cases_involvement where worker_id = %(user)s and ended_on is null))
    {NEWEST}) {LINES}"""
TEAM = f"with found as (select c.* from cases_case c where {SEES} {NEWEST}) {LINES}"
WAITING = f"""with found as (
    select c.* from cases_case c
    where c.closed_on is null and {SEES} and exists (
        select from cases_episode e where e.case_id = c.id and e.closed_on is null and not exists (
            select from cases_involvement i
            where i.child_id = e.child_id and i.role = 'lead' and i.ended_on is null and not i.is_cover))
    {NEWEST}) {LINES}"""
SEARCH = f"""with people as (
    select m.case_id
    from cases_membersearch s join cases_member m on m.id = s.member_id join cases_case c on c.id = m.case_id
    where s.words like %(first)s and s.words like all (%(words)s) and {SEES}
    order by camden_fold(m.family_name), camden_fold(m.given_name), m.la_child_id, m.id limit 50
), alike as (
    select s.case_id
    from cases_membersearch s join cases_member m on m.id = s.member_id join cases_case c on c.id = s.case_id
    cross join lateral (
        select min(word_similarity(w, s.words)) near,
               bool_and((length(w) > 3 and word_similarity(w, s.words) >= 0.5) or s.sounds && camden_sounds(w)) alike
        from unnest(%(name)s) w) a
    where (word_similarity(%(long)s, s.words) >= 0.5 or s.sounds && camden_sounds(%(long)s))
      and not s.words like all (%(words)s) and (select count(*) from people) < 5 and a.alike and {SEES}
    order by a.near desc, camden_fold(m.family_name), camden_fold(m.given_name), m.id
    limit (select least(20, 50 - count(*)) from people)
), found as (
    select c.* from cases_case c where c.id in (select case_id from people union select case_id from alike)) {LINES}"""
# People, ties, goals, questions, colleagues, other visits and plans come once, beside the first child's line.
VISIT_FORM = f"""
select c.id, c.name, m.id, m.given_name, m.family_name, m.la_child_id, h.id, h.name,
    (select jsonb_agg(jsonb_build_array(a.id, a.given_name, a.family_name, (select array_agg(r.kind)
         from cases_relationship r where r.one_id = a.id and r.ended_on is null)))
     from cases_member a where a.case_id = c.id and a.kind = 'adult' and a.merged_into_id is null
         and a.mistaken_on is null),
    (select jsonb_agg(jsonb_build_array(n.id, n.contact_name, n.organisation))
     from cases_networktie n where n.case_id = c.id and n.ended_on is null),
    (select jsonb_agg(jsonb_build_array(g.id, g.words)) from cases_goal g
     where g.case_id = c.id and g.ended_on is null),
    (select jsonb_agg(jsonb_build_array(q.id, q.first_sentence, q.agreed_in)) from cases_action q
     where q.case_id = c.id and q.closed_on is null and q.first_sentence like '%%?%%'),
    (select jsonb_agg(distinct jsonb_build_array(u.id, u.name)) from camden_user u where u.id in (
        select i.worker_id from cases_involvement i where i.case_id = c.id and i.ended_on is null
        union select s.user_id from camden_membership s where s.team_id = any(c.team_ids) and s.ended_on is null)),
    (select jsonb_agg(jsonb_build_array(v.id, v.visited_on, v.worker_id)) from cases_visit v
     where v.case_id = c.id and v.visited_on >= %(today)s::date - 1 and v.struck_on is null),
    (select jsonb_agg(p.id) from cases_plannedvisit p
     where p.case_id = c.id and p.worker_id = %(user)s and p.planned_on = %(today)s and p.visit_id is null)
from cases_case c join cases_member m on m.case_id = c.id and m.kind = 'child'
left join cases_householdmembership s on s.member_id = m.id and s.ended_on is null
left join cases_household h on h.id = s.household_id
where c.id = %(case)s and {SEES}
order by m.born_on, m.id"""
VISIT = f"""with visit as (
    insert into cases_visit (case_id, worker_id, visited_on, kind)
    select c.id, %(user)s, %(today)s, 'home' from cases_case c where c.id = %(case)s and {SEES}
    returning id, case_id, worker_id, visited_on
), account as (
    insert into cases_visitaccount (visit_id, case_id, words) select id, case_id, %(account)s from visit
), parts as (
    insert into cases_visitchild (case_id, visit_id, child_id, seen)
    select case_id, id, unnest(%(children)s::bigint[]), 'not-seen' from visit
), entry as (
    insert into cases_chronologyentry (case_id, happened_on, kind, summary, subject_id)
    select case_id, visited_on, 'visit', 'Somebody visited at home: did not see anybody', id from visit
    returning id, case_id, happened_on
), about as (
    insert into cases_chronologychild (case_id, entry_id, child_id, happened_on)
    select case_id, id, unnest(%(children)s::bigint[]), happened_on from entry
)
insert into camden_recorded (user_id, action, subject, subject_id, case_id)
select worker_id, 'logged a visit', 'cases.Visit', id, case_id from visit
returning case_id"""


ENTRIES = """select e.case_id, e.id, e.happened_on, e.kind, e.summary, e.subject_id, e.written_by_id, e.struck_on,
       e.is_kept_from_family, e.kept_from, s.id event"""
TIMELINE = f"""with record as (select c.id from cases_case c where c.id = %(case)s and {SEES}),
people as (select m.id, m.given_name, m.family_name from cases_member m join record r on m.case_id = r.id)
{ENTRIES}, (select json_agg(p) from people p) people
from cases_chronologyentry e join record r on r.id = e.case_id left join cases_significantevent s on s.entry_id = e.id
order by e.happened_on desc, e.id desc limit 21"""
# What the head, the short form of *Before you meet them* and how to work with the family say, with the marks of what is
# not to be shared; and where the child stands, from the plans, enquiries and other facts the status is read from.
KNOWN = """select json_build_object(
    'people', (select json_agg(json_build_array(p.id, p.kind, p.given_name, p.family_name, p.la_child_id, p.interpreter,
         p.died_on)) from cases_member p where p.case_id = r.id and p.merged_into_id is null
         and p.mistaken_on is null),
    'ties', (select json_agg(json_build_array(t.one_id, t.other_id, t.kind, t.is_kept_from_family, t.kept_from))
         from cases_relationship t where t.case_id = r.id and t.ended_on is null),
    'homes', (select json_agg(json_build_array(h.name, h.is_safe_to_share,
         (select array_agg(s.member_id) from cases_householdmembership s
          where s.household_id = h.id and s.ended_on is null))) from cases_household h where h.case_id = r.id),
    'parts', (select json_agg(json_build_array(b.kind, b.words, b.told_by_id, b.written_on, u.name,
         b.is_kept_from_family, b.kept_from))
         from cases_briefpart b join camden_user u on u.id = b.written_by_id
         where b.case_id = r.id and b.ended_on is null),
    'reaches', (select json_agg(json_build_array(c.member_id, c.kind, c.value, c.is_safe, c.remark))
         from cases_contactpoint c where c.case_id = r.id and c.ended_on is null
           and not c.is_kept_from_family and c.kept_from = '{}'),
    'quotes', (select json_agg(json_build_array(q.speaker_id, q.words, q.said_on)) from cases_quote q
         where q.case_id = r.id and q.headed_on is not null and q.struck_on is null
           and not q.is_kept_from_family and q.kept_from = '{}'),
    'portraits', (select json_agg(json_build_array(d.portrait_of_id, d.id)) from cases_document d
         left join cases_consent g on g.id = d.consent_id
         where d.case_id = r.id and d.portrait_of_id is not null and d.struck_on is null and g.withdrawn_on is null
           and coalesce(g.until_on >= %(today)s::date, true))) family"""
STANDS = """select json_build_object(
    'episodes', (select json_agg(json_build_array(x.referred_on, x.no_further_action, x.closed_on, x.closure_reason))
         from cases_episode x where x.child_id = m.id),
    'plans', (select json_agg(json_build_array(x.basis, x.started_on, x.ended_on)) from cases_planspell x
         where x.child_id = m.id),
    'enquiries', (select json_agg(json_build_array(x.started_on, x.ended_on)) from cases_enquiry x
         where x.child_id = m.id),
    'assessments', (select json_agg(json_build_array(x.started_on, x.ended_on)) from cases_assessmentchild x
         where x.child_id = m.id),
    'referrals', (select json_agg(json_build_array(y.received_at, y.decided_at))
         from cases_referralchild x join cases_referral y on y.id = x.referral_id where x.child_id = m.id),
    'milestones', (select json_agg(json_build_array(x.kind, x.happened_on)) from cases_milestone x
         where x.child_id = m.id and x.struck_on is null)) stands"""
# What stands still is reckoned from these, and what is to come is said.
STILL = """select json_build_object(
    'since', (select json_agg(json_build_array(x.id, x.born_on, x.expected_on, (select min(y.referred_on)
         from cases_episode y where y.child_id = x.id and y.closed_on is null and not y.no_further_action)))
         from cases_member x where x.case_id = r.id and x.kind = 'child' and x.died_on is null),
    'plans', (select json_agg(json_build_array(x.id, x.child_id, x.basis, x.started_on)) from cases_planspell x
         where x.case_id = r.id and x.ended_on is null),
    'goals', (select json_agg(json_build_array(x.id, x.child_id, x.set_on, (select json_agg(json_build_array(
         z.id, z.visited_on, y.moved)) from cases_goaltouched y join cases_visit z on z.id = y.visit_id
         where y.goal_id = x.id and z.struck_on is null))) from cases_goal x
         where x.case_id = r.id and x.ended_on is null),
    'actions', (select json_agg(json_build_array(x.id, x.due_on, x.first_due_on, x.moved_times, (select array_agg(
         y.child_id) from cases_actionchild y where y.action_id = x.id))) from cases_action x
         where x.case_id = r.id and x.closed_on is null and x.moved_times >= 1),
    'seen', (select json_agg(y.latest) from cases_planspell x cross join lateral (select json_agg(l) latest from (
         select z.id, z.visited_on, y.child_id, y.seen, y.chose_company from cases_visitchild y
         join cases_visit z on z.id = y.visit_id where y.child_id = x.child_id and y.seen in ('alone', 'with-others')
           and z.struck_on is null order by z.visited_on desc limit 12) l) y
         where x.case_id = r.id and x.ended_on is null),
    'talked', (select json_agg(json_build_array(x.happened_on, (select array_agg(y.child_id)
         from cases_chronologychild y where y.entry_id = x.id))) from cases_chronologyentry x
         where x.case_id = r.id and x.kind = 'reflection' and x.struck_on is null
           and x.happened_on >= %(today)s::date - 400),
    'looks', json_build_array(
         (select max(x.written_on) from cases_oversight x where x.case_id = r.id),
         (select max(x.checked_on) from cases_assessment x where x.case_id = r.id),
         (select max(x.authorised_on) from cases_assessment x where x.case_id = r.id),
         (select max(x.ended_on) from cases_enquiry x where x.case_id = r.id),
         (select max(x.decided_on) from cases_closure x where x.case_id = r.id),
         (select max(x.made_on) from cases_decision x where x.case_id = r.id and x.dropped_on is null),
         (select max(x.agreed_on) from cases_clockexception x where x.case_id = r.id)),
    'waits', (select json_agg(json_build_array(x.id, x.asked_on, x.due_on)) from cases_decision x
         where x.case_id = r.id and x.made_on is null and x.dropped_on is null and x.due_on < %(today)s::date),
    'moves', (select json_agg(json_build_array(x.id, x.moved_on, x.from_basis, x.to_basis, y.id, (select array_agg(
         z.child_id) from cases_thresholdchild z where z.move_id = x.id)))
         from cases_thresholdmove x left join cases_stepcheck y on y.move_id = x.id where x.case_id = r.id),
    'answers', (select json_agg(json_build_array(x.kind, x.child_id, x.subject_id, x.quiet_until_on))
         from cases_driftanswer x where x.case_id = r.id and x.quiet_until_on > %(today)s::date),
    'limits', (select json_agg(json_build_array(x.code, x.amount, x.unit, x.is_ticking)) from camden_timescalerow x
         where x.code in ('CN5a', 'CN5b', 'CP17a', 'CP17b', 'CP17c', 'CP17d', 'PR1a', 'PR1b')),
    'holidays', (select json_agg(x) from camden_localholiday x),
    'meetings', (select json_agg(json_build_array(x.id, x.kind, x.planned_at)) from cases_plannedmeeting x
         where x.case_id = r.id and x.called_off_on is null and x.held_as_id is null
           and x.planned_at >= %(today)s::date),
    'conferences', (select json_agg(json_build_array(x.id, x.kind, x.planned_on)) from cases_protectionconference x
         where x.case_id = r.id and x.called_off_on is null and x.held_on is null
           and x.planned_on >= %(today)s::date)) still"""
CHILD = f"""with record as (select c.id, c.name, c.is_restricted from cases_case c where c.id = %(case)s and {SEES})
{ENTRIES}, r.name, r.is_restricted, m.given_name, m.family_name, m.born_on, m.language, m.la_child_id, w.workers,
    v.last_seen, v.last_alone, k.due, a.agreed, o.introduced, f.family, t.stands, n.still,
    (e.kind = 'visit' and exists (select from cases_visit x left join cases_visitaccount y on y.visit_id = x.id
        where x.id = e.subject_id and y.visit_id is null and x.struck_on is null and x.missed_why = '')) waits,
    (select json_agg(json_build_array(d.said_by, d.member_id, d.words, d.said_on)) from cases_disagreement d
     where d.entry_id = e.id) others
from record r join cases_member m on m.case_id = r.id and m.id = (%(children)s::bigint[])[1]
left join lateral (select json_agg(json_build_array(i.role, i.started_on, i.ended_on, i.is_cover, u.name)) workers
    from cases_involvement i join camden_user u on u.id = i.worker_id where i.child_id = m.id) w on true
left join lateral (select max(v.visited_on) filter (where p.seen <> 'not-seen') last_seen,
    max(v.visited_on) filter (where p.seen = 'alone') last_alone
    from cases_visitchild p join cases_visit v on v.id = p.visit_id where p.child_id = m.id) v on true
left join lateral (select json_agg(json_build_array(k.rule, k.due_on)) due from cases_clock k
    where k.child_id = m.id and k.met_on is null and k.ended_on is null) k on true
left join lateral (select json_agg(json_build_array(a.what, a.due_on, a.promised_to, a.agreed_in, u.name)) agreed
    from cases_action a join camden_user u on u.id = a.keeper_id
    where a.case_id = r.id and a.closed_on is null) a on true
left join lateral (select json_build_array(o.changed_on, o.told_on, o.goodbye_on, o.hello_on) introduced
    from cases_introduction o where o.child_id = m.id order by o.changed_on desc, o.id desc limit 1) o on true
left join lateral ({KNOWN}) f on true
left join lateral ({STANDS}) t on true
left join lateral ({STILL}) n on true
join lateral (select e.* from cases_chronologychild about join cases_chronologyentry e on e.id = about.entry_id
    where about.child_id = m.id order by about.happened_on desc, about.entry_id desc limit 21) e on true
left join cases_significantevent s on s.entry_id = e.id"""


# Every person, tie and home, what is between them and around them, the order they stand in, and what was drawn by hand.
GENOGRAM = f"""
select c.id,
    (select jsonb_agg(jsonb_build_array(x.id, x.kind, x.given_name, x.family_name, x.la_child_id, x.born_on,
         x.born_about, x.expected_on, x.died_on, x.died_about, x.has_died, x.loss, x.sex, x.gender, x.gender_words))
     from cases_member x where x.case_id = c.id and x.merged_into_id is null and x.mistaken_on is null),
    (select jsonb_agg(jsonb_build_array(x.one_id, x.other_id, x.kind, x.couple, x.couple_ended, x.is_of_one_blood,
         x.started_on, x.started_about, x.ended_on, x.ended_about, x.parental_responsibility, x.responsible_from_on,
         x.responsible_until_on)) from cases_relationship x where x.case_id = c.id and not x.was_mistake),
    (select jsonb_agg(jsonb_build_array(x.household_id, x.member_id, x.started_on, x.ended_on, h.name,
         h.is_safe_to_share)) from cases_householdmembership x join cases_household h on h.id = x.household_id
     where x.case_id = c.id),
    (select jsonb_agg(jsonb_build_array(x.one_id, x.other_id, x.kind, x.view_of_id, u.name, x.seen_on))
     from cases_emotionaltie x left join camden_user u on u.id = x.view_of_worker_id
     where x.case_id = c.id and x.struck_on is null),
    (select jsonb_agg(jsonb_build_array(x.id, x.member_id, x.kind, x.organisation, x.contact_name, x.started_on,
         x.ended_on, (select jsonb_agg(jsonb_build_array(y.strength, y.flow, y.view_of_id, y.seen_on))
         from cases_tieseen y where y.tie_id = x.id and y.struck_on is null)))
     from cases_networktie x where x.case_id = c.id),
    (select jsonb_agg(jsonb_build_array(x.id, x.mother_id, x.other_parent_id, x.kind, x.name, x.lost_about))
     from cases_pastloss x where x.case_id = c.id and x.struck_on is null),
    (select jsonb_agg(jsonb_build_array(x.member_id, x.kind, x.started_about, x.ended_on))
     from cases_healthmark x where x.case_id = c.id and x.struck_on is null),
    (select jsonb_agg(jsonb_build_array(x.child_id, x.kind, x.happened_on)) from cases_milestone x
     where x.case_id = c.id and x.struck_on is null and x.happened_on <= %(today)s::date),
    (select jsonb_agg(jsonb_build_array(x.child_id, x.role, x.ended_on, u.name)) from cases_involvement x
     join camden_user u on u.id = x.worker_id where x.case_id = c.id and x.started_on <= %(today)s::date),
    (select jsonb_agg(to_jsonb(x)) from cases_genogramorder x where x.case_id = c.id and x.made_for = 'staff'),
    (select jsonb_agg(jsonb_build_array(x.id, x.title, x.content_type)) from cases_document x
     where x.case_id = c.id and x.kind = 'genogram' and x.struck_on is null)
from cases_case c where c.id = %(case)s and {SEES}"""


# The table of a team or service: who leads for whom, changes of lead in a year, what is late or due, who was talked
# about and offered a conference; beside each family that waits, the longest first.
TABLE = f"""with seen as materialized (select c.id from cases_case c where {SEES}),
people as (select distinct user_id from camden_membership where team_id = any(%(teams)s::bigint[]) and ended_on is null
    and role in ('social-worker', 'early-career-worker', 'family-help-practitioner', 'senior-practitioner',
                 'lead-child-protection-practitioner', 'personal-adviser')),
led as materialized (select i.child_id, i.case_id, i.worker_id from cases_involvement i
    where i.role = 'lead' and not i.is_cover and i.ended_on is null and i.case_id in (select id from seen)
      and (i.worker_id in (select user_id from people) or i.team_id = any(%(teams)s::bigint[]))),
waits as materialized (select e.child_id, e.case_id, greatest(e.referred_on, (select max(p.ended_on)
        from cases_involvement p where p.child_id = e.child_id and p.role = 'lead' and not p.is_cover)) since
    from cases_episode e join cases_case c on c.id = e.case_id and c.team_ids && %(teams)s::bigint[]
    where e.closed_on is null and not e.no_further_action and e.case_id in (select id from seen)
      and not exists (select from cases_involvement i where i.child_id = e.child_id and i.leads_now)),
facts as materialized (select
    (select jsonb_agg(x) from (select worker_id, count(*), count(distinct case_id) from led group by 1) x) held,
    (select jsonb_agg(x) from (select l.worker_id, count(*) from led l join (select child_id, started_on,
        lag(worker_id) over (partition by child_id order by started_on) before, worker_id from cases_involvement
        where role = 'lead' and not is_cover) s on s.child_id = l.child_id and s.before <> s.worker_id
        and s.started_on > %(today)s::date - 365 group by 1) x) changed,
    (select jsonb_agg(x) from (select k.case_id, k.rule, min(k.due_on) from cases_clock k
        where k.met_on is null and k.ended_on is null and k.due_on <= %(today)s::date + 40
          and (k.child_id in (select child_id from led) or k.child_id in (select child_id from waits))
        group by 1, 2) x) due,
    (select jsonb_agg(x) from (select d.case_id, max(y.held_on) from supervision_discussionchild d
        join supervision_discussion y on y.id = d.discussion_id where d.case_id in (select case_id from led)
        group by 1) x) talked,
    (select jsonb_agg(distinct o.case_id) from conferences_conferencestage o where o.stage = 'offered'
        and o.happened_on > %(today)s::date - 365 and o.case_id in (select case_id from led)) offered)
select w.case_id, min(w.since), count(*), jsonb_agg(facts) from facts cross join waits w
group by 1 order by 2, 1 limit 10"""


def _list(**query: str) -> Callable[[Turn], str]:
    return lambda turn: reverse("cases:list", query=query)


def _find(turn: Turn) -> str:
    return reverse("cases:find", query={"q": " ".join(turn.name)})


def _visit_new(turn: Turn) -> str:
    return reverse("cases:visit-new", args=[turn.case])


def _visit(turn: Turn) -> dict[str, str]:
    # Not seen: the one answer there is for a child of any age.
    said = {f"seen_{child}": "not-seen" for child in turn.children}
    return said | {"visited_on_quick": "", "visited_on": turn.today.isoformat(), "kind": "home", "account": ACCOUNT}


def _timeline(turn: Turn) -> str:
    return reverse("cases:timeline", args=[turn.case])


def _child(turn: Turn) -> str:
    return reverse("cases:child", args=[turn.case, turn.children[0]])


def _team(turn: Turn) -> str:
    return reverse("overview:team", args=[min(turn.person.teams)])


def _genogram(turn: Turn) -> str:
    return reverse("cases:genogram", args=[turn.case])


PAGES = [
    Page("list", "My families", "worker", _list(), MINE),
    Page("list", "My team's families", "worker", _list(show="team"), TEAM),
    Page("list", "My team's families", "manager", _list(show="team"), TEAM),
    Page("list", "Waiting for a worker", "worker", _list(show="waiting"), WAITING),
    Page("list", "Waiting for a worker", "manager", _list(show="waiting"), WAITING),
    Page("list", "Find a child", "manager", _find, SEARCH),
    Page("timeline", "Timeline, 5,000 entries", "worker", _timeline, TIMELINE, is_long=True),
    Page("child", "A child, 5,000 entries", "worker", _child, CHILD, is_long=True),
    Page("genogram", f"Genogram, {WIDE} people", "worker", _genogram, GENOGRAM, is_wide=True),
    Page("team", "A service as a table", "manager", _team, TABLE),
    Page("team", "A team as a table", "team-manager", _team, TABLE),
    Page("visit-new", "Log a visit", "worker", _visit_new, VISIT_FORM),
    Page("visit-new", "Log a visit", "worker", _visit_new, VISIT, "POST", _visit, 302),
]
