import camden.migrations._together
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('camden', '__first__'),
        ('cases', '0003_actions_and_duty_notes'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.CreateModel(
                name='FamilyConference',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('referred_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('referred_on', models.DateField()),
                    ('coordinator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('before_proceedings', models.BooleanField(default=None, null=True)),
                    ('plan_given_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-referred_on', '-id'], name='conference_of_case'), models.Index(condition=models.Q(('coordinator__isnull', False)), fields=['coordinator'], name='conference_coordinator')],
                },
            ), migrations.CreateModel(
                name='Mandate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('words', models.TextField()),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('given_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='AgencyAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('answer', models.CharField(choices=[('agreed', 'We agree to the plan'), ('awaiting', 'Not decided yet: it waits for a manager'), ('not-safe', 'We cannot agree yet, because of a danger')], max_length=10)),
                    ('words', models.TextField(blank=True)),
                    ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_on', models.DateField()),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('mandate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.mandate')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', 'not-safe'), _negated=True), models.Q(('words', ''), _negated=True), _connector='OR'), name='a_refusal_names_the_danger'), models.CheckConstraint(condition=models.Q(models.Q(('answer', 'awaiting'), ('decided_by', None)), models.Q(models.Q(('answer', 'awaiting'), _negated=True), ('decided_by__isnull', False)), _connector='OR'), name='an_answer_says_who_decided')],
                },
            ), migrations.CreateModel(
                name='Brief',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='brief', to='conferences.familyconference')),
                    ('reason', models.TextField()),
                    ('questions', models.TextField(blank=True)),
                    ('bottom_lines', models.TextField(blank=True)),
                    ('safety', models.CharField(choices=[('known', 'Yes: an order, bail, a safe address, or people who must not meet'), ('nothing-known', 'We asked, and nothing is known')], max_length=14)),
                    ('safety_facts', models.TextField(blank=True)),
                    ('shared', models.TextField(blank=True)),
                    ('shared_agreed_by', models.CharField(blank=True, max_length=120)),
                    ('shared_agreed_on', models.DateField(blank=True, null=True)),
                    ('arrangements', models.TextField(blank=True)),
                    ('childrens_views', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('safety', 'known'), models.Q(('safety_facts', ''), _negated=True)), models.Q(('safety', 'nothing-known'), ('safety_facts', '')), _connector='OR'), name='what_keeps_people_safe_is_said'), models.CheckConstraint(condition=models.Q(models.Q(('shared', ''), ('shared_agreed_by', ''), ('shared_agreed_on', None)), models.Q(models.Q(('shared', ''), _negated=True), models.Q(('shared_agreed_by', ''), _negated=True), ('shared_agreed_on__isnull', False)), _connector='OR'), name='a_shared_fact_has_somebody_who_agreed')],
                },
            ), migrations.CreateModel(
                name='ConferenceChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('first_name', models.CharField(max_length=80)),
                    ('age', models.CharField(blank=True, max_length=60)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'child'), name='a_conference_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='ConferenceStage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('stage', models.CharField(choices=[('considered', 'Thought of'), ('offered', 'Offered'), ('declined', 'Not wanted at present'), ('no-response', 'No answer yet after asking'), ('exempt', 'Not offered, in the child’s interest'), ('accepted', 'Wanted by the family'), ('allocated', 'With the coordinator'), ('preparing', 'Preparing'), ('ready', 'Ready to meet'), ('held', 'The family has met'), ('plan-agreed', 'Plan agreed'), ('plan-not-agreed', 'Plan not agreed yet'), ('no-plan', 'Met without a plan'), ('active', 'The plan is being lived'), ('reviewed', 'Reviewed'), ('closed', 'Finished'), ('paused', 'Paused'), ('withdrawn', 'Withdrawn')], max_length=20)),
                    ('happened_on', models.DateField()),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reason', models.TextField(blank=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['conference', '-id'], include=('stage', 'happened_on'), name='stage_of_conference')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('stage__in', ['exempt', 'paused', 'withdrawn', 'no-plan']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='a_stop_or_an_exemption_says_why')],
                },
            ), migrations.CreateModel(
                name='FamilyAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('who', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, max_length=160)),
                    ('answer', models.CharField(choices=[('yes', 'Yes, would like one'), ('thinking', 'Asked, wants time to think'), ('no', 'Asked, does not want one now')], max_length=10)),
                    ('asked_on', models.DateField()),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('asked_by__isnull', False), ('asked_on__isnull', False)), name='an_answer_says_who_asked_and_when')],
                },
            ), migrations.CreateModel(
                name='FamilyMeeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('held_on', models.DateField()),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('private_from', models.TimeField(blank=True, null=True)),
                    ('private_until', models.TimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'held_on'), name='a_family_meets_once_a_day'), models.CheckConstraint(condition=models.Q(('private_until', None), models.Q(('private_from__isnull', False), ('private_until__gt', models.F('private_from'))), _connector='OR'), name='private_time_ends_after_it_begins')],
                },
            ), migrations.CreateModel(
                name='FamilyPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='plan', to='conferences.familyconference')),
                    ('contingency', models.TextField(blank=True)),
                    ('childs_message', models.TextField(blank=True)),
                    ('plan_keeper', models.CharField(blank=True, max_length=120)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Invitee',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('name', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, max_length=120)),
                    ('side', models.CharField(choices=[('mother', 'Mother’s side'), ('father', 'Father’s side'), ('other', 'Neither, or both')], max_length=10)),
                    ('kind', models.CharField(choices=[('family', 'Family'), ('friend', 'Friend, neighbour or somebody else close'), ('professional', 'Professional who brings information')], max_length=14)),
                    ('answer', models.CharField(choices=[('not-asked', 'Not asked yet'), ('coming', 'Will come'), ('another-way', 'Takes part in another way'), ('not-coming', 'Will not come'), ('not-invited', 'Is not invited, to keep somebody safe')], default='not-asked', max_length=14)),
                    ('reach', models.TextField(blank=True)),
                    ('safe_contact', models.TextField(blank=True)),
                    ('taking_part', models.TextField(blank=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['conference', 'id'], name='invitee_of_conference')],
                },
            ), migrations.CreateModel(
                name='PlanAnswer',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('place', models.PositiveSmallIntegerField()),
                    ('question', models.CharField(max_length=500)),
                    ('words', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('conference', 'place'), name='a_question_is_answered_once')],
                },
            ), migrations.CreateModel(
                name='PlanItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='conferences.familyconference')),
                    ('what', models.CharField(max_length=300)),
                    ('who', models.CharField(max_length=120)),
                    ('whose', models.CharField(choices=[('family', 'Family or friend'), ('professional', 'A professional who does not work here'), ('ours', 'Somebody who works here')], max_length=14)),
                    ('when', models.CharField(blank=True, max_length=160)),
                    ('how_we_know', models.CharField(blank=True, max_length=300)),
                    ('promised_to', models.CharField(blank=True, max_length=120)),
                    ('keeper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.action')),
                    ('removed_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['conference', 'id'], name='item_of_conference')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('keeper__isnull', False), ('whose', 'ours')), models.Q(('action', None), ('due_on', None), ('keeper', None)), _connector='OR'), name='a_relatives_promise_stays_the_familys_own'), models.CheckConstraint(condition=models.Q(models.Q(('whose', 'ours'), _negated=True), ('keeper__isnull', False), _connector='OR'), name='our_promise_has_a_keeper')],
                },
            ), migrations.CreateModel(
                name='AgencyAnswerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.agencyanswer')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('answer', models.CharField(choices=[('agreed', 'We agree to the plan'), ('awaiting', 'Not decided yet: it waits for a manager'), ('not-safe', 'We cannot agree yet, because of a danger')], max_length=10)),
                    ('words', models.TextField(blank=True)),
                    ('answered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_on', models.DateField()),
                    ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('mandate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.mandate')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='BriefEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.brief')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('reason', models.TextField()),
                    ('questions', models.TextField(blank=True)),
                    ('bottom_lines', models.TextField(blank=True)),
                    ('safety', models.CharField(choices=[('known', 'Yes: an order, bail, a safe address, or people who must not meet'), ('nothing-known', 'We asked, and nothing is known')], max_length=14)),
                    ('safety_facts', models.TextField(blank=True)),
                    ('shared', models.TextField(blank=True)),
                    ('shared_agreed_by', models.CharField(blank=True, max_length=120)),
                    ('shared_agreed_on', models.DateField(blank=True, null=True)),
                    ('arrangements', models.TextField(blank=True)),
                    ('childrens_views', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ConferenceChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.conferencechild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('first_name', models.CharField(max_length=80)),
                    ('age', models.CharField(blank=True, max_length=60)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ConferenceStageEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.conferencestage')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('stage', models.CharField(choices=[('considered', 'Thought of'), ('offered', 'Offered'), ('declined', 'Not wanted at present'), ('no-response', 'No answer yet after asking'), ('exempt', 'Not offered, in the child’s interest'), ('accepted', 'Wanted by the family'), ('allocated', 'With the coordinator'), ('preparing', 'Preparing'), ('ready', 'Ready to meet'), ('held', 'The family has met'), ('plan-agreed', 'Plan agreed'), ('plan-not-agreed', 'Plan not agreed yet'), ('no-plan', 'Met without a plan'), ('active', 'The plan is being lived'), ('reviewed', 'Reviewed'), ('closed', 'Finished'), ('paused', 'Paused'), ('withdrawn', 'Withdrawn')], max_length=20)),
                    ('happened_on', models.DateField()),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('reason', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyAnswerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.familyanswer')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('who', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, max_length=160)),
                    ('answer', models.CharField(choices=[('yes', 'Yes, would like one'), ('thinking', 'Asked, wants time to think'), ('no', 'Asked, does not want one now')], max_length=10)),
                    ('asked_on', models.DateField()),
                    ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyConferenceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.familyconference')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('referred_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('referred_on', models.DateField()),
                    ('coordinator', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('before_proceedings', models.BooleanField(default=None, null=True)),
                    ('plan_given_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyMeetingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.familymeeting')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('held_on', models.DateField()),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('private_from', models.TimeField(blank=True, null=True)),
                    ('private_until', models.TimeField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='FamilyPlanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.familyplan')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('contingency', models.TextField(blank=True)),
                    ('childs_message', models.TextField(blank=True)),
                    ('plan_keeper', models.CharField(blank=True, max_length=120)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='InviteeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.invitee')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('name', models.CharField(max_length=120)),
                    ('tie', models.CharField(blank=True, max_length=120)),
                    ('side', models.CharField(choices=[('mother', 'Mother’s side'), ('father', 'Father’s side'), ('other', 'Neither, or both')], max_length=10)),
                    ('kind', models.CharField(choices=[('family', 'Family'), ('friend', 'Friend, neighbour or somebody else close'), ('professional', 'Professional who brings information')], max_length=14)),
                    ('answer', models.CharField(choices=[('not-asked', 'Not asked yet'), ('coming', 'Will come'), ('another-way', 'Takes part in another way'), ('not-coming', 'Will not come'), ('not-invited', 'Is not invited, to keep somebody safe')], default='not-asked', max_length=14)),
                    ('reach', models.TextField(blank=True)),
                    ('safe_contact', models.TextField(blank=True)),
                    ('taking_part', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='MandateEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.mandate')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('words', models.TextField()),
                    ('given_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('given_on', models.DateField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlanAnswerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.plananswer')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('place', models.PositiveSmallIntegerField()),
                    ('question', models.CharField(max_length=500)),
                    ('words', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PlanItemEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='conferences.planitem')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('conference', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='conferences.familyconference')),
                    ('what', models.CharField(max_length=300)),
                    ('who', models.CharField(max_length=120)),
                    ('whose', models.CharField(choices=[('family', 'Family or friend'), ('professional', 'A professional who does not work here'), ('ours', 'Somebody who works here')], max_length=14)),
                    ('when', models.CharField(blank=True, max_length=160)),
                    ('how_we_know', models.CharField(blank=True, max_length=300)),
                    ('promised_to', models.CharField(blank=True, max_length=120)),
                    ('keeper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                    ('removed_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyconference',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyconferenceevent" ("before_proceedings", "case_id", "coordinator_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_given_on", "referred_by_id", "referred_on", "version") VALUES (NEW."before_proceedings", NEW."case_id", NEW."coordinator_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_given_on", NEW."referred_by_id", NEW."referred_on", NEW."version"); RETURN NULL;', hash='030bd61f2c00e450edea24d2adffb4569295f306', operation='INSERT', pgid='pgtrigger_insert_insert_e8ff9', table='conferences_familyconference', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyconference',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyconferenceevent" ("before_proceedings", "case_id", "coordinator_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_given_on", "referred_by_id", "referred_on", "version") VALUES (NEW."before_proceedings", NEW."case_id", NEW."coordinator_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_given_on", NEW."referred_by_id", NEW."referred_on", NEW."version"); RETURN NULL;', hash='8d51af80d011fe32eb3e13e782b30589840ad1fa', operation='UPDATE', pgid='pgtrigger_update_update_25597', table='conferences_familyconference', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyanswerevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='14f97b7f0cbb880e92277d8f8d61652e98e6231d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6e4a2', table='conferences_familyanswerevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyanswer',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyanswerevent" ("answer", "asked_by_id", "asked_on", "case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tie", "version", "who") VALUES (NEW."answer", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."tie", NEW."version", NEW."who"); RETURN NULL;', hash='4c6eae448e4cf4bacc9f33b5930e663482ec36d6', operation='INSERT', pgid='pgtrigger_insert_insert_e75e1', table='conferences_familyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyanswer',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyanswerevent" ("answer", "asked_by_id", "asked_on", "case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tie", "version", "who") VALUES (NEW."answer", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."tie", NEW."version", NEW."who"); RETURN NULL;', hash='57063a299f56d97031ce8fbaec5ce4a4353198ed', operation='UPDATE', pgid='pgtrigger_update_update_08186', table='conferences_familyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencestageevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4250a4fb551df7141a9f5bdaae768b0eb27c23ab', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d2feb', table='conferences_conferencestageevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencestage',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_conferencestageevent" ("case_id", "conference_id", "created_at", "happened_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "stage", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."said_by_id", NEW."stage", NEW."version"); RETURN NULL;', hash='4ef3c3398f3af15468f6acd804e8f00df634d025', operation='INSERT', pgid='pgtrigger_insert_insert_7692b', table='conferences_conferencestage', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencestage',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_conferencestageevent" ("case_id", "conference_id", "created_at", "happened_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "stage", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."happened_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."said_by_id", NEW."stage", NEW."version"); RETURN NULL;', hash='de2f75660d925a5284140741f11165c3dad76f61', operation='UPDATE', pgid='pgtrigger_update_update_bb00f', table='conferences_conferencestage', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencechildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5755706013ce8dcb6f96478ea9931a7535bedbf0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_62280', table='conferences_conferencechildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencechild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_conferencechildevent" ("age", "case_id", "child_id", "conference_id", "created_at", "first_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."age", NEW."case_id", NEW."child_id", NEW."conference_id", NEW."created_at", NEW."first_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='bcee63bdd3e8c64e8fd17fdf0e5d7d9c9001698c', operation='INSERT', pgid='pgtrigger_insert_insert_5e697', table='conferences_conferencechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='conferencechild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_conferencechildevent" ("age", "case_id", "child_id", "conference_id", "created_at", "first_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."age", NEW."case_id", NEW."child_id", NEW."conference_id", NEW."created_at", NEW."first_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='0ddd867cebf6074fa361dcd7ee2123aceda981da', operation='UPDATE', pgid='pgtrigger_update_update_c444f', table='conferences_conferencechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='briefevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='157e04254478bce20173664efe9b4d20de5586f0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5004d', table='conferences_briefevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='brief',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_briefevent" ("arrangements", "bottom_lines", "case_id", "childrens_views", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questions", "reason", "safety", "safety_facts", "shared", "shared_agreed_by", "shared_agreed_on", "version") VALUES (NEW."arrangements", NEW."bottom_lines", NEW."case_id", NEW."childrens_views", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."questions", NEW."reason", NEW."safety", NEW."safety_facts", NEW."shared", NEW."shared_agreed_by", NEW."shared_agreed_on", NEW."version"); RETURN NULL;', hash='714b23ec27d37afc8a6907124b449752107f8bef', operation='INSERT', pgid='pgtrigger_insert_insert_347dc', table='conferences_brief', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='brief',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_briefevent" ("arrangements", "bottom_lines", "case_id", "childrens_views", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "questions", "reason", "safety", "safety_facts", "shared", "shared_agreed_by", "shared_agreed_on", "version") VALUES (NEW."arrangements", NEW."bottom_lines", NEW."case_id", NEW."childrens_views", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."questions", NEW."reason", NEW."safety", NEW."safety_facts", NEW."shared", NEW."shared_agreed_by", NEW."shared_agreed_on", NEW."version"); RETURN NULL;', hash='efff062c8f3bf08b5854847b9b9313a4aa8e1561', operation='UPDATE', pgid='pgtrigger_update_update_1b040', table='conferences_brief', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyconferenceevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='867cf590ce2c6d3e59a76cd41233b40269e96195', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f7bce', table='conferences_familyconferenceevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familymeeting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familymeetingevent" ("case_id", "conference_id", "created_at", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private_from", "private_until", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."private_from", NEW."private_until", NEW."version"); RETURN NULL;', hash='f041493bfaddd29cf973448fcdf47a6089c7fba5', operation='INSERT', pgid='pgtrigger_insert_insert_07094', table='conferences_familymeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familymeeting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familymeetingevent" ("case_id", "conference_id", "created_at", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "private_from", "private_until", "version") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."private_from", NEW."private_until", NEW."version"); RETURN NULL;', hash='a880098435b4fd37e2493a765af8c8106262df91', operation='UPDATE', pgid='pgtrigger_update_update_2c510', table='conferences_familymeeting', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familymeetingevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4ca945aa2f664d9a0cf44a2b07239b4aa01f11a7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_baf50', table='conferences_familymeetingevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyplan',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_familyplanevent" ("case_id", "childs_message", "conference_id", "contingency", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_keeper", "version") VALUES (NEW."case_id", NEW."childs_message", NEW."conference_id", NEW."contingency", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_keeper", NEW."version"); RETURN NULL;', hash='c160c27aca6b00a60e4239808cbbe2c59dc50989', operation='INSERT', pgid='pgtrigger_insert_insert_fa224', table='conferences_familyplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyplan',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_familyplanevent" ("case_id", "childs_message", "conference_id", "contingency", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_keeper", "version") VALUES (NEW."case_id", NEW."childs_message", NEW."conference_id", NEW."contingency", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_keeper", NEW."version"); RETURN NULL;', hash='79e06ea21e3a34e91620780378316c4798bca120', operation='UPDATE', pgid='pgtrigger_update_update_d6ead', table='conferences_familyplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='familyplanevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='49bad8b798c519c4c1bca5cca02279a369488f0c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_06722', table='conferences_familyplanevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitee',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_inviteeevent" ("answer", "case_id", "conference_id", "created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "safe_contact", "side", "taking_part", "tie", "version") VALUES (NEW."answer", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reach", NEW."safe_contact", NEW."side", NEW."taking_part", NEW."tie", NEW."version"); RETURN NULL;', hash='8c9d24c301e859d20a642778bda80f30ed2134ee', operation='INSERT', pgid='pgtrigger_insert_insert_6c230', table='conferences_invitee', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitee',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_inviteeevent" ("answer", "case_id", "conference_id", "created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "safe_contact", "side", "taking_part", "tie", "version") VALUES (NEW."answer", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reach", NEW."safe_contact", NEW."side", NEW."taking_part", NEW."tie", NEW."version"); RETURN NULL;', hash='7326c2cde92fc59aec6c51f7d1b21f4289a9d2c5', operation='UPDATE', pgid='pgtrigger_update_update_2407b', table='conferences_invitee', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='inviteeevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0e50985aad123a0911c62a70b04a79cbee9ae95d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57213', table='conferences_inviteeevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='mandate',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_mandateevent" ("case_id", "conference_id", "created_at", "given_by_id", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='d4b5a77054cb16a6cca27006aa0ac46ad34dd709', operation='INSERT', pgid='pgtrigger_insert_insert_622b5', table='conferences_mandate', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='mandate',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_mandateevent" ("case_id", "conference_id", "created_at", "given_by_id", "given_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."given_by_id", NEW."given_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='e9de6cbca1e467e4e91c9975a97470cd2d11addb', operation='UPDATE', pgid='pgtrigger_update_update_c3610', table='conferences_mandate', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agencyanswerevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fc4cc6ec4425477525555715ad49060e9463b1a1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_18c17', table='conferences_agencyanswerevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agencyanswer',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_agencyanswerevent" ("answer", "answered_by_id", "answered_on", "case_id", "conference_id", "created_at", "decided_by_id", "id", "mandate_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."decided_by_id", NEW."id", NEW."mandate_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='f8b9ec8f4cb3b2e51740d4c1ebf1da91d02780a0', operation='INSERT', pgid='pgtrigger_insert_insert_44544', table='conferences_agencyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agencyanswer',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_agencyanswerevent" ("answer", "answered_by_id", "answered_on", "case_id", "conference_id", "created_at", "decided_by_id", "id", "mandate_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."decided_by_id", NEW."id", NEW."mandate_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='901ae70158e38c5d838343225157b4d9833f3e1d', operation='UPDATE', pgid='pgtrigger_update_update_5bfe1', table='conferences_agencyanswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='mandateevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7a486e9ea9d5fa9b1c77553825cae78a1a35fc20', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ba932', table='conferences_mandateevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plananswer',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_plananswerevent" ("case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."question", NEW."version", NEW."words"); RETURN NULL;', hash='5fabe7f7308c9d6eb38f23f6a18e740cfc352460', operation='INSERT', pgid='pgtrigger_insert_insert_e7829', table='conferences_plananswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plananswer',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_plananswerevent" ("case_id", "conference_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "version", "words") VALUES (NEW."case_id", NEW."conference_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."question", NEW."version", NEW."words"); RETURN NULL;', hash='60699032650803217c18de8b65d2457e5d05b60a', operation='UPDATE', pgid='pgtrigger_update_update_7783d', table='conferences_plananswer', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='plananswerevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54e92b7c6eb52f39894335613e94a6bd07793097', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a8d05', table='conferences_plananswerevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planitem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "conferences_planitemevent" ("action_id", "case_id", "conference_id", "created_at", "due_on", "how_we_know", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "removed_on", "version", "what", "when", "who", "whose") VALUES (NEW."action_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."due_on", NEW."how_we_know", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."promised_to", NEW."removed_on", NEW."version", NEW."what", NEW."when", NEW."who", NEW."whose"); RETURN NULL;', hash='291bf2ee60bce3b94845a82d8bc4fe957a4ffad7', operation='INSERT', pgid='pgtrigger_insert_insert_5f2de', table='conferences_planitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planitem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "conferences_planitemevent" ("action_id", "case_id", "conference_id", "created_at", "due_on", "how_we_know", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "removed_on", "version", "what", "when", "who", "whose") VALUES (NEW."action_id", NEW."case_id", NEW."conference_id", NEW."created_at", NEW."due_on", NEW."how_we_know", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."promised_to", NEW."removed_on", NEW."version", NEW."what", NEW."when", NEW."who", NEW."whose"); RETURN NULL;', hash='d3513b3ace2a4f9716a3b9dba62f6f8774f81a4a', operation='UPDATE', pgid='pgtrigger_update_update_28902', table='conferences_planitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='planitemevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='69300f78c8790552fdc2a7db19108df15e8e7885', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_60c35', table='conferences_planitemevent', when='BEFORE')),
            )],
        ),
    ]
