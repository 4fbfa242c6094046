"""What came in between since a change of worker was proposed, in a sentence."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from camden.models import Employment, Membership
from cases.models import Episode, Exclusion, Involvement, Member, ProposedMove
from cases.rules.visits import in_a_row

LEAD_CHANGED = "Somebody has changed the lead worker since this was proposed. Look again."
SEPARATED = "The children have different lead workers by now. Look again."


def overtaken_by(moves: Sequence[ProposedMove], on: date) -> dict[int, str]:
    """For each proposal that cannot be followed any more, why. Six queries, for one proposal as for many.

    Of a conflict of interest no more is said than that the person cannot take the record.
    """
    keys = [child for move in moves for child in move.child_ids]
    leads = dict(Involvement.objects.filter(child__in=keys, leads_now=True).values_list("child", "worker"))
    in_need = set(Episode.objects.in_need().filter(child__in=keys).values_list("child", flat=True))
    children = {child.pk: child for child in Member.objects.filter(pk__in=keys).order_by("born_on", "pk")}
    people = {move.to_worker_id for move in moves}
    standing = Exclusion.objects.filter(case__in=[move.case_id for move in moves], stands_against__in=people)
    closed = set(standing.values_list("case", "stands_against"))
    works = Membership.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), user__in=people, user__is_active=True)
    places = set(works.values_list("user", "team"))
    running = Employment.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), user__in=people)
    known = set(Employment.objects.filter(user__in=people).values_list("user", flat=True))
    left = known - set(running.values_list("user", flat=True)) if known else set()
    found = {}
    for move in moves:
        said = _children_moved_on(move, leads, in_need, children)
        if not said and ((move.to_worker_id, move.to_team_id) not in places or move.to_worker_id in left):
            said = f"{move.to_worker.name} does not work in that team any more. Look again."
        if not said and (move.case_id, move.to_worker_id) in closed:
            said = f"{move.to_worker.name} cannot take this record. Look again."
        if said:
            found[move.pk] = said
    return found


def _children_moved_on(
    move: ProposedMove, leads: dict[int, int], in_need: set[int], children: dict[int, Member]
) -> str:  # fmt: skip
    closed = [children[key] for key in move.child_ids if key in children and key not in leads and key not in in_need]
    if closed:
        return f"The work with {in_a_row([child.first_name for child in closed])} has ended. Look again."
    present = {leads.get(key) for key in move.child_ids}
    if len(present) > 1 and None not in present:
        return SEPARATED
    return "" if present == {move.from_worker_id} else LEAD_CHANGED
