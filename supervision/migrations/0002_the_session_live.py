import camden.migrations._together
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import supervision.models.settings
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: what is added to groups, sessions and discussions stands empty or has a default."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0005_timescales'),
        ('camden', '__first__'),
        ('cases', '0010_questions_and_oversight_notes'),
        ('supervision', '0001_groups_and_sessions'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[pgtrigger.migrations.RemoveTrigger(
                model_name='discussion',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='discussion',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='discussionchild',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='discussionchild',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='discussionwords',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='discussionwords',
                name='update_update',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='hypothesis',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='hypothesis',
                name='update_update',
            ), migrations.AddField(
                model_name='discussion',
                name='genogram',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.genogramsnapshot'),
            ), migrations.AddField(
                model_name='discussion',
                name='minutes_spent',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='discussion',
                name='place',
                field=models.PositiveSmallIntegerField(db_default=0, default=0),
            ), migrations.AddField(
                model_name='discussion',
                name='standing',
                field=models.CharField(blank=True, choices=[('', 'Ordinary'), ('protection', 'Protection'), ('court', 'Court')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='discussionchild',
                name='kind',
                field=models.CharField(choices=[('says', 'What they would say'), ('shows', 'What we see'), ('needs', 'What this child will need')], db_default='says', default='says', max_length=5),
            ), migrations.AddField(
                model_name='discussionchildevent',
                name='kind',
                field=models.CharField(choices=[('says', 'What they would say'), ('shows', 'What we see'), ('needs', 'What this child will need')], db_default='says', default='says', max_length=5),
            ), migrations.AddField(
                model_name='discussionevent',
                name='genogram',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.genogramsnapshot'),
            ), migrations.AddField(
                model_name='discussionevent',
                name='minutes_spent',
                field=models.PositiveSmallIntegerField(blank=True, null=True),
            ), migrations.AddField(
                model_name='discussionevent',
                name='place',
                field=models.PositiveSmallIntegerField(db_default=0, default=0),
            ), migrations.AddField(
                model_name='discussionevent',
                name='standing',
                field=models.CharField(blank=True, choices=[('', 'Ordinary'), ('protection', 'Protection'), ('court', 'Court')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='discussionwords',
                name='bottom_line',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='changed',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='contingency',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='next_step',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='resonance',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='risk_likely',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='risk_worst',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='safe_tonight',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwords',
                name='worry',
                field=models.CharField(blank=True, choices=[('up', 'Up'), ('same', 'As it was'), ('down', 'Down')], db_default='', default='', max_length=4),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='bottom_line',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='changed',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='contingency',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='next_step',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='resonance',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='risk_likely',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='risk_worst',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='safe_tonight',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddField(
                model_name='discussionwordsevent',
                name='worry',
                field=models.CharField(blank=True, choices=[('up', 'Up'), ('same', 'As it was'), ('down', 'Down')], db_default='', default='', max_length=4),
            ), migrations.AddField(
                model_name='group',
                name='cadence_weeks',
                field=models.PositiveSmallIntegerField(choices=[(1, 'Every week'), (2, 'Every two weeks')], db_default=1, default=1),
            ), migrations.AddField(
                model_name='group',
                name='ended_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='group',
                name='kind',
                field=models.CharField(choices=[('pod', 'A pod'), ('early-help', 'Early help'), ('other', 'Another group')], db_default='pod', default='pod', max_length=10),
            ), migrations.AddField(
                model_name='group',
                name='minutes',
                field=models.PositiveSmallIntegerField(db_default=120, default=120, validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(240)]),
            ), migrations.AddField(
                model_name='group',
                name='starts',
                field=models.TimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='group',
                name='weekday',
                field=models.PositiveSmallIntegerField(blank=True, choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday')], null=True),
            ), migrations.AddField(
                model_name='groupmember',
                name='as_what',
                field=models.CharField(choices=[('worker', 'Works with families'), ('clinician', 'Clinician'), ('mentor', 'Systemic mentor'), ('guest', 'Guest from another service')], db_default='worker', default='worker', max_length=9),
            ), migrations.AddField(
                model_name='hypothesis',
                name='client_key',
                field=models.UUIDField(blank=True, null=True),
            ), migrations.AddField(
                model_name='hypothesis',
                name='is_about_danger',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='hypothesis',
                name='kept_by',
                field=models.CharField(blank=True, choices=[('presenter', 'presenter'), ('supervisor', 'supervisor')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='hypothesis',
                name='level',
                field=models.CharField(blank=True, choices=[('relational', 'Between people in the family'), ('belief', 'What somebody believes'), ('contextual', 'The family’s circumstances, and power'), ('worker-system', 'Between us and the family'), ('network', 'Between those who help')], db_default='', default='', max_length=13),
            ), migrations.AddField(
                model_name='hypothesis',
                name='revised_from',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revised', to='supervision.hypothesis'),
            ), migrations.AddField(
                model_name='hypothesisevent',
                name='client_key',
                field=models.UUIDField(blank=True, null=True),
            ), migrations.AddField(
                model_name='hypothesisevent',
                name='is_about_danger',
                field=models.BooleanField(db_default=False, default=False),
            ), migrations.AddField(
                model_name='hypothesisevent',
                name='kept_by',
                field=models.CharField(blank=True, choices=[('presenter', 'presenter'), ('supervisor', 'supervisor')], db_default='', default='', max_length=10),
            ), migrations.AddField(
                model_name='hypothesisevent',
                name='level',
                field=models.CharField(blank=True, choices=[('relational', 'Between people in the family'), ('belief', 'What somebody believes'), ('contextual', 'The family’s circumstances, and power'), ('worker-system', 'Between us and the family'), ('network', 'Between those who help')], db_default='', default='', max_length=13),
            ), migrations.AddField(
                model_name='hypothesisevent',
                name='revised_from',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.hypothesis'),
            ), migrations.AddField(
                model_name='session',
                name='agenda_published_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='session',
                name='begun_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='session',
                name='cancelled_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='session',
                name='cancelled_why',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='session',
                name='ended_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='session',
                name='join_key',
                field=models.CharField(blank=True, db_default='', default='', max_length=40),
            ), migrations.AlterField(
                model_name='hypothesis',
                name='status',
                field=models.CharField(choices=[('proposed', 'Offered'), ('kept', 'Rang a bell'), ('asked', 'Asked'), ('strengthened', 'Strengthened'), ('revised', 'Revised'), ('dropped', 'Let go')], default='proposed', max_length=12),
            ), migrations.AlterField(
                model_name='hypothesisevent',
                name='status',
                field=models.CharField(choices=[('proposed', 'Offered'), ('kept', 'Rang a bell'), ('asked', 'Asked'), ('strengthened', 'Strengthened'), ('revised', 'Revised'), ('dropped', 'Let go')], default='proposed', max_length=12),
            ), migrations.CreateModel(
                name='AgendaItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agenda', to='supervision.session')),
                    ('depth', models.CharField(choices=[('deep', 'In depth'), ('quick', 'Quick round')], max_length=6)),
                    ('place', models.PositiveSmallIntegerField(default=0)),
                    ('why', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None)),
                    ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                    ('minutes', models.PositiveSmallIntegerField(default=2)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('needs_cover', models.BooleanField(default=False)),
                    ('proposed_on', models.DateField()),
                    ('accepted_on', models.DateField(blank=True, null=True)),
                    ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_off_on', models.DateField(blank=True, null=True)),
                    ('taken_off_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['session', 'place'], name='agenda_of_session')],
                    'constraints': [models.UniqueConstraint(fields=('session', 'case'), name='an_agenda_names_a_family_once'), models.CheckConstraint(condition=models.Q(models.Q(('accepted_by', None), ('accepted_on', None)), models.Q(('accepted_on__isnull', False), ('accepted_by__isnull', False)), _connector='OR'), name='an_agenda_says_who_accepted'), models.CheckConstraint(condition=models.Q(models.Q(('taken_off_by', None), ('taken_off_on', None)), models.Q(('taken_off_on__isnull', False), ('taken_off_by__isnull', False)), _connector='OR'), name='an_agenda_says_who_took_off'), models.CheckConstraint(condition=models.Q(('accepted_on', None), ('taken_off_on', None), _connector='OR'), name='accepted_or_taken_off_the_agenda')],
                },
            ), migrations.CreateModel(
                name='AgendaRequest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_on', models.DateField()),
                    ('why', models.CharField(blank=True, max_length=300)),
                    ('wants', models.CharField(choices=[('group', 'The group'), ('clinician', 'A clinician')], max_length=12)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('answered_on', None)), fields=('case', 'wants'), name='a_family_is_asked_for_once')],
                },
            ), migrations.CreateModel(
                name='Consultation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_on', models.DateField()),
                    ('question', models.TextField()),
                    ('clinician', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('consent', models.CharField(choices=[('asked', 'The family will be asked'), ('given', 'The family agrees'), ('anonymous', 'Without names: the family cannot be known from it'), ('refused', 'The family does not agree')], max_length=9)),
                    ('family_told', models.CharField(blank=True, max_length=300)),
                    ('held_on', models.DateField(blank=True, null=True)),
                    ('formulation', models.TextField(blank=True)),
                    ('suggestions', models.TextField(blank=True)),
                    ('worker_will', models.TextField(blank=True)),
                    ('look_again_on', models.DateField(blank=True, null=True)),
                    ('joint_visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.plannedvisit')),
                    ('specialist_referral_on', models.DateField(blank=True, null=True)),
                    ('written_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-asked_on', '-id'], name='consultation_of_case'), models.Index(fields=['clinician', '-asked_on'], name='consultation_of_clinician')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='a_consultation_asks_something'), models.CheckConstraint(condition=models.Q(models.Q(('consent', 'anonymous'), _negated=True), ('child', None), _connector='OR'), name='without_names_no_child_is_named'), models.CheckConstraint(condition=models.Q(('written_at', None), ('held_on__isnull', False), _connector='OR'), name='what_is_written_was_held')],
                },
            ), migrations.CreateModel(
                name='ConsultationAddendum',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('consultation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addenda', to='supervision.consultation')),
                    ('words', models.TextField()),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                ],
                options={
                    'verbose_name_plural': 'consultation addenda',
                },
            ), migrations.CreateModel(
                name='DifferenceNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='supervision.discussion')),
                    ('lens', models.CharField(max_length=20)),
                    ('whose', models.CharField(choices=[('child', 'The child’s'), ('parent', 'A parent’s'), ('worker', 'The worker’s'), ('team', 'Ours')], max_length=6)),
                    ('is_visible', models.BooleanField(default=None, null=True)),
                    ('is_voiced', models.BooleanField(default=None, null=True)),
                    ('so_what', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'lens', 'whose'), name='a_difference_is_noted_once')],
                },
            ), migrations.CreateModel(
                name='DiscussionPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='supervision.discussion')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('part', models.CharField(choices=[('supervisor', 'Supervisor'), ('presenter', 'Presenter'), ('consultant', 'Consultant'), ('observer', 'Reflecting team'), ('action-planner', 'Action planner'), ('scribe', 'Scribe')], max_length=14)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'person', 'part'), name='a_part_is_played_once_by_somebody')],
                },
            ), migrations.CreateModel(
                name='DiscussionStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='supervision.discussion')),
                    ('step', models.CharField(choices=[('check-in', 'Checking in, and what became of last time'), ('roles', 'Who does what'), ('presenting', 'Presenting'), ('curiosity', 'Curious questions'), ('reflecting', 'Reflecting conversation'), ('bells', 'What rang bells'), ('conversations', 'Next conversations'), ('close', 'Voice, risk and decision'), ('quick-round', 'Quick round')], max_length=14)),
                    ('entered_at', models.DateTimeField()),
                    ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['discussion', '-entered_at'], name='step_of_discussion')],
                },
            ), migrations.CreateModel(
                name='Dissent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dissents', to='supervision.discussion')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('words', models.TextField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'person'), name='somebody_differs_once'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='who_differs_says_how')],
                },
            ), migrations.CreateModel(
                name='HypothesisKept',
                fields=[
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('hypothesis', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='kept', serialize=False, to='supervision.hypothesis')),
                    ('whose_view', models.CharField(blank=True, max_length=200)),
                    ('evidence_for', models.TextField(blank=True)),
                    ('evidence_against', models.TextField(blank=True)),
                    ('would_see', models.TextField(blank=True)),
                    ('risk_means', models.TextField(blank=True)),
                    ('ask_what', models.CharField(blank=True, max_length=300)),
                    ('ask_whom', models.CharField(blank=True, max_length=160)),
                    ('ask_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ask_by_on', models.DateField(blank=True, null=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('not_asked_because', models.TextField(blank=True)),
                    ('question', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.question')),
                ],
                options={
                    'verbose_name_plural': 'hypotheses kept',
                },
            ), migrations.CreateModel(
                name='HypothesisWeighed',
                fields=[
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('hypothesis', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='weighed', serialize=False, to='supervision.hypothesis')),
                    ('verdict', models.CharField(choices=[('dropped', 'dropped'), ('revised', 'revised'), ('strengthened', 'strengthened')], max_length=12)),
                    ('evidence', models.TextField()),
                    ('weighed_on', models.DateField()),
                    ('weighed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'hypotheses weighed',
                    'constraints': [models.CheckConstraint(condition=models.Q(('evidence', ''), _negated=True), name='what_weighs_an_idea_is_said')],
                },
            ), migrations.CreateModel(
                name='ManagementDecision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='supervision.discussion')),
                    ('about', models.CharField(choices=[('next-steps', 'What we do next'), ('risk', 'How we hold the risk'), ('allocation', 'Who works with them'), ('assessment', 'An assessment'), ('enquiry', 'An enquiry (section 47)'), ('plan', 'The plan'), ('closure', 'Ending the work'), ('legal', 'Going to legal planning or court'), ('placement', 'Where a child lives'), ('exception', 'An exception from the rules')], max_length=12)),
                    ('what', models.TextField()),
                    ('why', models.TextField(blank=True)),
                    ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('authority', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'SENIOR_PRACTITIONER'), (2, 'TEAM_MANAGER'), (3, 'SERVICE_MANAGER')], null=True)),
                    ('for_manager', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('answer', models.TextField(blank=True, default='')),
                    ('decision', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.decision')),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('answered_on', None)), fields=['for_manager'], name='recommendation_that_waits')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='what_was_decided_has_words'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_on', None), ('decision', None)), models.Q(('answered_on__isnull', False), models.Q(models.Q(('answer', ''), _negated=True), ('decision__isnull', False), _connector='OR')), _connector='OR'), name='a_recommendation_is_answered_in_words_or_by_a_decision')],
                },
            ), migrations.CreateModel(
                name='NeedsAnotherSession',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.group')),
                    ('since_on', models.DateField()),
                    ('is_for_manager', models.BooleanField(default=False)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_by', None), ('answered_on', None)), models.Q(('answered_on__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='another_session_was_planned_by_somebody'), models.UniqueConstraint(condition=models.Q(('answered_on', None)), fields=('case', 'group'), name='one_other_session_is_needed')],
                },
            ), migrations.CreateModel(
                name='OneToOne',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('supervisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('held_on', models.DateField()),
                    ('next_on', models.DateField(blank=True, null=True)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['worker', '-held_on'], name='one_to_one_of_worker')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('worker', models.F('supervisor')), _negated=True), name='nobody_supervises_themselves'), models.UniqueConstraint(fields=('worker', 'supervisor', 'held_on'), name='one_talk_of_two_people_a_day'), models.CheckConstraint(condition=models.Q(('next_on', None), ('next_on__gt', models.F('held_on')), _connector='OR'), name='the_next_talk_comes_after_it')],
                },
            ), migrations.CreateModel(
                name='OneToOneFamily',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('one_to_one', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='families', to='supervision.onetoone')),
                    ('held_on', models.DateField()),
                    ('changed', models.TextField(blank=True)),
                    ('worry', models.CharField(blank=True, choices=[('up', 'Up'), ('same', 'As it was'), ('down', 'Down')], max_length=4)),
                    ('next_step', models.TextField(blank=True)),
                    ('safety', models.TextField(blank=True)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'verbose_name_plural': 'one-to-one families',
                    'constraints': [models.UniqueConstraint(fields=('one_to_one', 'case'), name='a_one_to_one_names_a_family_once')],
                },
            ), migrations.CreateModel(
                name='OneToOneChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voices', to='supervision.onetoonefamily')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('voice', models.TextField(blank=True)),
                    ('source', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'verbose_name_plural': 'one-to-one children',
                    'constraints': [models.UniqueConstraint(fields=('family', 'child'), name='a_one_to_one_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='OneToOneWords',
                fields=[
                    ('one_to_one', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='supervision.onetoone')),
                    ('wellbeing', models.TextField(blank=True, default='')),
                    ('learning', models.TextField(blank=True, default='')),
                    ('agreed', models.TextField(blank=True, default='')),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                ],
                options={
                    'verbose_name_plural': 'one-to-one words',
                },
            ), migrations.CreateModel(
                name='Position',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='supervision.discussion')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('words', models.TextField(blank=True)),
                    ('was_spoken', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'person'), name='one_position_of_a_worker'), models.CheckConstraint(condition=models.Q(('was_spoken', False), ('words', ''), _connector='OR'), name='what_was_spoken_is_not_written')],
                },
            ), migrations.CreateModel(
                name='PromptEdit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('code', models.SlugField(max_length=40, unique=True)),
                    ('kind', models.CharField(max_length=10)),
                    ('words', models.CharField(blank=True, max_length=300)),
                    ('is_off', models.BooleanField(default=False)),
                    ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Reflection',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.session')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('words', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='one_reflection_of_a_session')],
                },
            ), migrations.CreateModel(
                name='RoomQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='supervision.discussion')),
                    ('text', models.CharField(max_length=300)),
                    ('kind', models.CharField(blank=True, choices=[('linear', 'What happened'), ('circular', 'What goes on between people'), ('strategic', 'What would you have them do'), ('reflexive', 'What could be seen another way'), ('future', 'What may come')], default='', max_length=10)),
                    ('circular', models.CharField(blank=True, default='', max_length=20)),
                    ('client_key', models.UUIDField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'client_key'), name='a_question_is_sent_once')],
                },
            ), migrations.CreateModel(
                name='SessionPulse',
                fields=[
                    ('session', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='pulse', serialize=False, to='supervision.session')),
                    ('number', models.BigIntegerField(db_default=0, editable=False)),
                ],
            ), migrations.CreateModel(
                name='SessionRating',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='supervision.session')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('source', models.CharField(choices=[('self', 'self'), ('observer', 'observer')], max_length=8)),
                    ('band', models.CharField(choices=[('not-yet', 'not-yet'), ('green-shoots', 'green-shoots'), ('systemic', 'systemic')], max_length=12)),
                    ('items', models.JSONField(default=dict)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='one_rating_of_a_session')],
                },
            ), migrations.CreateModel(
                name='SessionReading',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='supervision.session')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('read_on', models.DateField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='a_session_is_read_once')],
                },
            ), migrations.CreateModel(
                name='SessionWords',
                fields=[
                    ('session', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='supervision.session')),
                    ('check_in', models.TextField(blank=True, default='')),
                    ('process', models.TextField(blank=True, default='')),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                ],
                options={
                    'verbose_name_plural': 'session words',
                },
            ), migrations.CreateModel(
                name='SupervisionSettings',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('resets', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('deep', 'deep'), ('quick', 'quick'), ('one-to-one', 'one-to-one')], max_length=10), default=supervision.models.settings._resets, size=None)),
                    ('resets_watched', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('deep', 'deep'), ('quick', 'quick'), ('one-to-one', 'one-to-one')], max_length=10), default=supervision.models.settings._resets, size=None)),
                    ('weeks', models.PositiveSmallIntegerField(default=8)),
                    ('weeks_watched', models.PositiveSmallIntegerField(default=6)),
                    ('quick_minutes', models.PositiveSmallIntegerField(default=2)),
                    ('quick_watched_minutes', models.PositiveSmallIntegerField(default=5)),
                    ('most_in_depth', models.PositiveSmallIntegerField(default=3)),
                    ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'supervision settings',
                    'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_row_of_supervision_settings'), models.CheckConstraint(condition=models.Q(('weeks__gte', 1), ('weeks__lte', 26), ('weeks_watched__gte', 1), ('weeks_watched__lte', models.F('weeks'))), name='who_is_watched_is_talked_about_no_later')],
                },
            ), migrations.CreateModel(
                name='AgendaItemEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.agendaitem')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('session', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.session')),
                    ('depth', models.CharField(choices=[('deep', 'In depth'), ('quick', 'Quick round')], max_length=6)),
                    ('place', models.PositiveSmallIntegerField(default=0)),
                    ('why', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None)),
                    ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                    ('minutes', models.PositiveSmallIntegerField(default=2)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('needs_cover', models.BooleanField(default=False)),
                    ('proposed_on', models.DateField()),
                    ('accepted_on', models.DateField(blank=True, null=True)),
                    ('accepted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('taken_off_on', models.DateField(blank=True, null=True)),
                    ('taken_off_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='AgendaRequestEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.agendarequest')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_on', models.DateField()),
                    ('why', models.CharField(blank=True, max_length=300)),
                    ('wants', models.CharField(choices=[('group', 'The group'), ('clinician', 'A clinician')], max_length=12)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ConsultationAddendumEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.consultationaddendum')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('consultation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.consultation')),
                    ('words', models.TextField()),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ConsultationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.consultation')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('child', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('asked_on', models.DateField()),
                    ('question', models.TextField()),
                    ('clinician', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('consent', models.CharField(choices=[('asked', 'The family will be asked'), ('given', 'The family agrees'), ('anonymous', 'Without names: the family cannot be known from it'), ('refused', 'The family does not agree')], max_length=9)),
                    ('family_told', models.CharField(blank=True, max_length=300)),
                    ('held_on', models.DateField(blank=True, null=True)),
                    ('formulation', models.TextField(blank=True)),
                    ('suggestions', models.TextField(blank=True)),
                    ('worker_will', models.TextField(blank=True)),
                    ('look_again_on', models.DateField(blank=True, null=True)),
                    ('joint_visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.plannedvisit')),
                    ('specialist_referral_on', models.DateField(blank=True, null=True)),
                    ('written_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DifferenceNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.differencenote')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('lens', models.CharField(max_length=20)),
                    ('whose', models.CharField(choices=[('child', 'The child’s'), ('parent', 'A parent’s'), ('worker', 'The worker’s'), ('team', 'Ours')], max_length=6)),
                    ('is_visible', models.BooleanField(default=None, null=True)),
                    ('is_voiced', models.BooleanField(default=None, null=True)),
                    ('so_what', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DiscussionPartEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.discussionpart')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('part', models.CharField(choices=[('supervisor', 'Supervisor'), ('presenter', 'Presenter'), ('consultant', 'Consultant'), ('observer', 'Reflecting team'), ('action-planner', 'Action planner'), ('scribe', 'Scribe')], max_length=14)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DiscussionStepEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.discussionstep')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('step', models.CharField(choices=[('check-in', 'Checking in, and what became of last time'), ('roles', 'Who does what'), ('presenting', 'Presenting'), ('curiosity', 'Curious questions'), ('reflecting', 'Reflecting conversation'), ('bells', 'What rang bells'), ('conversations', 'Next conversations'), ('close', 'Voice, risk and decision'), ('quick-round', 'Quick round')], max_length=14)),
                    ('entered_at', models.DateTimeField()),
                    ('entered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DissentEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.dissent')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('words', models.TextField()),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='HypothesisKeptEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.hypothesiskept')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('hypothesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='supervision.hypothesis')),
                    ('whose_view', models.CharField(blank=True, max_length=200)),
                    ('evidence_for', models.TextField(blank=True)),
                    ('evidence_against', models.TextField(blank=True)),
                    ('would_see', models.TextField(blank=True)),
                    ('risk_means', models.TextField(blank=True)),
                    ('ask_what', models.CharField(blank=True, max_length=300)),
                    ('ask_whom', models.CharField(blank=True, max_length=160)),
                    ('ask_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ask_by_on', models.DateField(blank=True, null=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('not_asked_because', models.TextField(blank=True)),
                    ('question', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.question')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='HypothesisWeighedEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.hypothesisweighed')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('hypothesis', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='supervision.hypothesis')),
                    ('verdict', models.CharField(choices=[('dropped', 'dropped'), ('revised', 'revised'), ('strengthened', 'strengthened')], max_length=12)),
                    ('evidence', models.TextField()),
                    ('weighed_on', models.DateField()),
                    ('weighed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ManagementDecisionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.managementdecision')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('about', models.CharField(choices=[('next-steps', 'What we do next'), ('risk', 'How we hold the risk'), ('allocation', 'Who works with them'), ('assessment', 'An assessment'), ('enquiry', 'An enquiry (section 47)'), ('plan', 'The plan'), ('closure', 'Ending the work'), ('legal', 'Going to legal planning or court'), ('placement', 'Where a child lives'), ('exception', 'An exception from the rules')], max_length=12)),
                    ('what', models.TextField()),
                    ('why', models.TextField(blank=True)),
                    ('said_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('authority', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'SENIOR_PRACTITIONER'), (2, 'TEAM_MANAGER'), (3, 'SERVICE_MANAGER')], null=True)),
                    ('for_manager', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('answer', models.TextField(blank=True, default='')),
                    ('decision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.decision')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='NeedsAnotherSessionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.needsanothersession')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('group', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.group')),
                    ('since_on', models.DateField()),
                    ('is_for_manager', models.BooleanField(default=False)),
                    ('answered_on', models.DateField(blank=True, null=True)),
                    ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OneToOneChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.onetoonechild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('family', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.onetoonefamily')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('voice', models.TextField(blank=True)),
                    ('source', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='OneToOneFamilyEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.onetoonefamily')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('one_to_one', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.onetoone')),
                    ('held_on', models.DateField()),
                    ('changed', models.TextField(blank=True)),
                    ('worry', models.CharField(blank=True, choices=[('up', 'Up'), ('same', 'As it was'), ('down', 'Down')], max_length=4)),
                    ('next_step', models.TextField(blank=True)),
                    ('safety', models.TextField(blank=True)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PositionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.position')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('words', models.TextField(blank=True)),
                    ('was_spoken', models.BooleanField(default=False)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='RoomQuestionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.roomquestion')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('text', models.CharField(max_length=300)),
                    ('kind', models.CharField(blank=True, choices=[('linear', 'What happened'), ('circular', 'What goes on between people'), ('strategic', 'What would you have them do'), ('reflexive', 'What could be seen another way'), ('future', 'What may come')], default='', max_length=10)),
                    ('circular', models.CharField(blank=True, default='', max_length=20)),
                    ('client_key', models.UUIDField(blank=True, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.AddConstraint(
                model_name='group',
                constraint=models.CheckConstraint(condition=models.Q(('minutes__gte', 30), ('minutes__lte', 240)), name='a_group_meets_for_half_an_hour_to_four_hours'),
            ), migrations.AddConstraint(
                model_name='hypothesis',
                constraint=models.UniqueConstraint(fields=('discussion', 'client_key'), name='an_idea_is_sent_once'),
            ), migrations.AddConstraint(
                model_name='hypothesis',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'proposed'), _negated=True), ('kept_by', ''), _connector='OR'), name='an_idea_that_was_kept_is_not_merely_offered'),
            ), migrations.AddConstraint(
                model_name='hypothesis',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('kept_by', 'supervisor'), _negated=True), ('is_about_danger', True), _connector='OR'), name='the_supervisors_idea_is_about_danger'),
            ), migrations.AddConstraint(
                model_name='session',
                constraint=models.CheckConstraint(condition=models.Q(('cancelled_on', None), ('agreed_on', None), _connector='OR'), name='a_session_is_called_off_or_agreed'),
            ), migrations.AddConstraint(
                model_name='session',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('cancelled_on', None), ('cancelled_why', '')), models.Q(('cancelled_on__isnull', False), models.Q(('cancelled_why', ''), _negated=True)), _connector='OR'), name='a_session_called_off_says_why'),
            ), migrations.AddConstraint(
                model_name='session',
                constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('begun_at', None), ('ended_at__gte', models.F('begun_at')), _connector='OR'), name='a_session_ends_after_it_begins'),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussion',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionevent" ("agreed_by_id", "agreed_on", "case_id", "created_at", "depth", "genogram_id", "held_on", "id", "minutes_spent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "presenter_id", "reason", "session_id", "standing", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."genogram_id", NEW."held_on", NEW."id", NEW."minutes_spent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."presenter_id", NEW."reason", NEW."session_id", NEW."standing", NEW."version"); RETURN NULL;', hash='b25533efa752c715dcad78e0bbaf7b8f944eb3f9', operation='INSERT', pgid='pgtrigger_insert_insert_876f4', table='supervision_discussion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussion',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionevent" ("agreed_by_id", "agreed_on", "case_id", "created_at", "depth", "genogram_id", "held_on", "id", "minutes_spent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "presenter_id", "reason", "session_id", "standing", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."genogram_id", NEW."held_on", NEW."id", NEW."minutes_spent", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."presenter_id", NEW."reason", NEW."session_id", NEW."standing", NEW."version"); RETURN NULL;', hash='e2d28b1feab488226dea136f795d17f26a809743', operation='UPDATE', pgid='pgtrigger_update_update_cbaa0', table='supervision_discussion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionchild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionchildevent" ("case_id", "child_id", "created_at", "discussion_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='5a68692f12cdaefc495baa5ef3e09efd856145bc', operation='INSERT', pgid='pgtrigger_insert_insert_400be', table='supervision_discussionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionchild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionchildevent" ("case_id", "child_id", "created_at", "discussion_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='3cab1285e0b9f7227c10249429d95994f613fe6d', operation='UPDATE', pgid='pgtrigger_update_update_698c4', table='supervision_discussionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionwords',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionwordsevent" ("bottom_line", "case_id", "changed", "contingency", "created_at", "dilemma", "discussion_id", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "recommended_by_id", "resonance", "risk_likely", "risk_worst", "safe_tonight", "safety", "useful", "version", "worry") VALUES (NEW."bottom_line", NEW."case_id", NEW."changed", NEW."contingency", NEW."created_at", NEW."dilemma", NEW."discussion_id", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."discussion_id", NEW."recommendation", NEW."recommended_by_id", NEW."resonance", NEW."risk_likely", NEW."risk_worst", NEW."safe_tonight", NEW."safety", NEW."useful", NEW."version", NEW."worry"); RETURN NULL;', hash='39b7ec9474cbec3bee4c3e88c10bf0fdb05dd578', operation='INSERT', pgid='pgtrigger_insert_insert_f5c7e', table='supervision_discussionwords', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionwords',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionwordsevent" ("bottom_line", "case_id", "changed", "contingency", "created_at", "dilemma", "discussion_id", "next_step", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "recommended_by_id", "resonance", "risk_likely", "risk_worst", "safe_tonight", "safety", "useful", "version", "worry") VALUES (NEW."bottom_line", NEW."case_id", NEW."changed", NEW."contingency", NEW."created_at", NEW."dilemma", NEW."discussion_id", NEW."next_step", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."discussion_id", NEW."recommendation", NEW."recommended_by_id", NEW."resonance", NEW."risk_likely", NEW."risk_worst", NEW."safe_tonight", NEW."safety", NEW."useful", NEW."version", NEW."worry"); RETURN NULL;', hash='89c98acf29e2f66dad70fbbe829896c54b84e51e', operation='UPDATE', pgid='pgtrigger_update_update_28cbe', table='supervision_discussionwords', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesis',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_hypothesisevent" ("case_id", "client_key", "created_at", "discussion_id", "id", "is_about_danger", "kept_by", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revised_from_id", "status", "text", "version") VALUES (NEW."case_id", NEW."client_key", NEW."created_at", NEW."discussion_id", NEW."id", NEW."is_about_danger", NEW."kept_by", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."revised_from_id", NEW."status", NEW."text", NEW."version"); RETURN NULL;', hash='41bcceab1c1918e89e19bfaa6e31ead0a9c7f276', operation='INSERT', pgid='pgtrigger_insert_insert_4e44d', table='supervision_hypothesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesis',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_hypothesisevent" ("case_id", "client_key", "created_at", "discussion_id", "id", "is_about_danger", "kept_by", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revised_from_id", "status", "text", "version") VALUES (NEW."case_id", NEW."client_key", NEW."created_at", NEW."discussion_id", NEW."id", NEW."is_about_danger", NEW."kept_by", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."revised_from_id", NEW."status", NEW."text", NEW."version"); RETURN NULL;', hash='a7a2f6ca059307756f60ae49eeb25eb2780a5f18', operation='UPDATE', pgid='pgtrigger_update_update_94100', table='supervision_hypothesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendaitem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_agendaitemevent" ("accepted_by_id", "accepted_on", "case_id", "created_at", "depth", "due_on", "id", "minutes", "needs_cover", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "proposed_on", "session_id", "taken_off_by_id", "taken_off_on", "version", "why", "words") VALUES (NEW."accepted_by_id", NEW."accepted_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."due_on", NEW."id", NEW."minutes", NEW."needs_cover", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."proposed_on", NEW."session_id", NEW."taken_off_by_id", NEW."taken_off_on", NEW."version", NEW."why", NEW."words"); RETURN NULL;', hash='dc928365e2876dc5c1fd4897557870933f3ee194', operation='INSERT', pgid='pgtrigger_insert_insert_c1627', table='supervision_agendaitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendaitem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_agendaitemevent" ("accepted_by_id", "accepted_on", "case_id", "created_at", "depth", "due_on", "id", "minutes", "needs_cover", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "proposed_on", "session_id", "taken_off_by_id", "taken_off_on", "version", "why", "words") VALUES (NEW."accepted_by_id", NEW."accepted_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."due_on", NEW."id", NEW."minutes", NEW."needs_cover", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."proposed_on", NEW."session_id", NEW."taken_off_by_id", NEW."taken_off_on", NEW."version", NEW."why", NEW."words"); RETURN NULL;', hash='2e18684a6789d141fa7a1ec1a9514093da4ce1ee', operation='UPDATE', pgid='pgtrigger_update_update_76a65', table='supervision_agendaitem', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendaitemevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='db43b9dae63fbfba8d06d3f401e6d0b4f59c64b7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6f5e3', table='supervision_agendaitemevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendarequest',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_agendarequestevent" ("answered_on", "asked_by_id", "asked_on", "case_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wants", "why") VALUES (NEW."answered_on", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."wants", NEW."why"); RETURN NULL;', hash='a034d4e3a6c47af9a6b20ab968b2256f806444e4', operation='INSERT', pgid='pgtrigger_insert_insert_25c54', table='supervision_agendarequest', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendarequest',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_agendarequestevent" ("answered_on", "asked_by_id", "asked_on", "case_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "wants", "why") VALUES (NEW."answered_on", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."wants", NEW."why"); RETURN NULL;', hash='ae7d8f69645de50ac2d614bbc51ca00b69d50e4a', operation='UPDATE', pgid='pgtrigger_update_update_cfedd', table='supervision_agendarequest', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agendarequestevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='08732545ad546c325bd2b9f577138cac33efc99f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0c80a', table='supervision_agendarequestevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_consultationevent" ("asked_by_id", "asked_on", "case_id", "child_id", "clinician_id", "consent", "created_at", "family_told", "formulation", "held_on", "id", "joint_visit_id", "look_again_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "specialist_referral_on", "suggestions", "version", "withdrawn_on", "worker_will", "written_at") VALUES (NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."child_id", NEW."clinician_id", NEW."consent", NEW."created_at", NEW."family_told", NEW."formulation", NEW."held_on", NEW."id", NEW."joint_visit_id", NEW."look_again_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."question", NEW."specialist_referral_on", NEW."suggestions", NEW."version", NEW."withdrawn_on", NEW."worker_will", NEW."written_at"); RETURN NULL;', hash='8cad2cfcd116939030eadaebfd07d5d7d8909338', operation='INSERT', pgid='pgtrigger_insert_insert_6c0c9', table='supervision_consultation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_consultationevent" ("asked_by_id", "asked_on", "case_id", "child_id", "clinician_id", "consent", "created_at", "family_told", "formulation", "held_on", "id", "joint_visit_id", "look_again_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "specialist_referral_on", "suggestions", "version", "withdrawn_on", "worker_will", "written_at") VALUES (NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."child_id", NEW."clinician_id", NEW."consent", NEW."created_at", NEW."family_told", NEW."formulation", NEW."held_on", NEW."id", NEW."joint_visit_id", NEW."look_again_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."question", NEW."specialist_referral_on", NEW."suggestions", NEW."version", NEW."withdrawn_on", NEW."worker_will", NEW."written_at"); RETURN NULL;', hash='ac5fedcf6241fcf98fa3897723721994c576b7eb', operation='UPDATE', pgid='pgtrigger_update_update_82a33', table='supervision_consultation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultationaddendum',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_consultationaddendumevent" ("case_id", "consultation_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."consultation_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='b352cf4c9944c8bcb9c9a30a5f9b7cf719290bf6', operation='INSERT', pgid='pgtrigger_insert_insert_f9fed', table='supervision_consultationaddendum', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultationaddendum',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_consultationaddendumevent" ("case_id", "consultation_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words", "written_at", "written_by_id") VALUES (NEW."case_id", NEW."consultation_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='fe9db64647910295a07cb00516c0a52881420861', operation='UPDATE', pgid='pgtrigger_update_update_81f5c', table='supervision_consultationaddendum', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultationaddendumevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c162ef0dc6e0892a4be2da2fc86aab2d9bfdf662', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dddbc', table='supervision_consultationaddendumevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='consultationevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5c9be2c23d8ed7af834152da927b8febe8fcddb4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ade5', table='supervision_consultationevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='differencenote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_differencenoteevent" ("case_id", "created_at", "discussion_id", "id", "is_visible", "is_voiced", "lens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "so_what", "version", "whose") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."is_visible", NEW."is_voiced", NEW."lens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."so_what", NEW."version", NEW."whose"); RETURN NULL;', hash='2c199a75caea7e1b5f8516acbcd906e7867a23df', operation='INSERT', pgid='pgtrigger_insert_insert_8bbba', table='supervision_differencenote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='differencenote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_differencenoteevent" ("case_id", "created_at", "discussion_id", "id", "is_visible", "is_voiced", "lens", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "so_what", "version", "whose") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."is_visible", NEW."is_voiced", NEW."lens", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."so_what", NEW."version", NEW."whose"); RETURN NULL;', hash='d673320728841276c318cac366754d92a9072faa', operation='UPDATE', pgid='pgtrigger_update_update_7492b', table='supervision_differencenote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='differencenoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cdd3256b6a1de4e47c51abc13dfd8636a57c5243', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f3c97', table='supervision_differencenoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionpart',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionpartevent" ("case_id", "created_at", "discussion_id", "id", "part", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."part", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='059bac6bb248754c9b02500eda4a9a756a05e50c', operation='INSERT', pgid='pgtrigger_insert_insert_8d38f', table='supervision_discussionpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionpart',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionpartevent" ("case_id", "created_at", "discussion_id", "id", "part", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."part", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='e92dbb290ffad282033b7e32f89c3a2e8525df33', operation='UPDATE', pgid='pgtrigger_update_update_58871', table='supervision_discussionpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionpartevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dca4ffc48c6dc7c5a126d0a9c42dc942c793009e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d7a73', table='supervision_discussionpartevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionstep',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionstepevent" ("case_id", "created_at", "discussion_id", "entered_at", "entered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."entered_at", NEW."entered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."step", NEW."version"); RETURN NULL;', hash='0ed172ea42a7124a2f6c0d8cb3ab474fe3abc201', operation='INSERT', pgid='pgtrigger_insert_insert_5b4a3', table='supervision_discussionstep', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionstep',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionstepevent" ("case_id", "created_at", "discussion_id", "entered_at", "entered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."entered_at", NEW."entered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."step", NEW."version"); RETURN NULL;', hash='bf6df2b2d42d82bb03a89c2bd452f6578f00e21f', operation='UPDATE', pgid='pgtrigger_update_update_81b3f', table='supervision_discussionstep', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionstepevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1fa422003481dc52a53ed2588715d48f11b7b653', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_99b5e', table='supervision_discussionstepevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dissent',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_dissentevent" ("case_id", "created_at", "discussion_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='33ccf73d14285a854b2769615bf55210c02b756a', operation='INSERT', pgid='pgtrigger_insert_insert_d9e39', table='supervision_dissent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dissent',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_dissentevent" ("case_id", "created_at", "discussion_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "words") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."words"); RETURN NULL;', hash='e57fc628670665b4092c147143cc6c8c10cd952f', operation='UPDATE', pgid='pgtrigger_update_update_fe134', table='supervision_dissent', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dissentevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4a6420a1ccae1714ccc05504a0728311d89c5861', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c020c', table='supervision_dissentevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesiskept',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_hypothesiskeptevent" ("ask_by_id", "ask_by_on", "ask_what", "ask_whom", "case_id", "created_at", "evidence_against", "evidence_for", "first_sentence", "hypothesis_id", "not_asked_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "risk_means", "version", "whose_view", "would_see") VALUES (NEW."ask_by_id", NEW."ask_by_on", NEW."ask_what", NEW."ask_whom", NEW."case_id", NEW."created_at", NEW."evidence_against", NEW."evidence_for", NEW."first_sentence", NEW."hypothesis_id", NEW."not_asked_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."hypothesis_id", NEW."question_id", NEW."risk_means", NEW."version", NEW."whose_view", NEW."would_see"); RETURN NULL;', hash='f2ed386d6168494d80e39340d9ba93a3d04dd2da', operation='INSERT', pgid='pgtrigger_insert_insert_7c2ef', table='supervision_hypothesiskept', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesiskept',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_hypothesiskeptevent" ("ask_by_id", "ask_by_on", "ask_what", "ask_whom", "case_id", "created_at", "evidence_against", "evidence_for", "first_sentence", "hypothesis_id", "not_asked_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "risk_means", "version", "whose_view", "would_see") VALUES (NEW."ask_by_id", NEW."ask_by_on", NEW."ask_what", NEW."ask_whom", NEW."case_id", NEW."created_at", NEW."evidence_against", NEW."evidence_for", NEW."first_sentence", NEW."hypothesis_id", NEW."not_asked_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."hypothesis_id", NEW."question_id", NEW."risk_means", NEW."version", NEW."whose_view", NEW."would_see"); RETURN NULL;', hash='aa68b831417b1456e736691d03b3a7a9a55dd457', operation='UPDATE', pgid='pgtrigger_update_update_94939', table='supervision_hypothesiskept', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesiskeptevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a0b4219a26722056cdef5bd6d2a6679752d6451d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_224e1', table='supervision_hypothesiskeptevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesisweighed',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_hypothesisweighedevent" ("case_id", "created_at", "evidence", "hypothesis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict", "version", "weighed_by_id", "weighed_on") VALUES (NEW."case_id", NEW."created_at", NEW."evidence", NEW."hypothesis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."hypothesis_id", NEW."verdict", NEW."version", NEW."weighed_by_id", NEW."weighed_on"); RETURN NULL;', hash='7c3d33d40a37edd54b41ca7eba77996989eb4eff', operation='INSERT', pgid='pgtrigger_insert_insert_14184', table='supervision_hypothesisweighed', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesisweighed',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_hypothesisweighedevent" ("case_id", "created_at", "evidence", "hypothesis_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "verdict", "version", "weighed_by_id", "weighed_on") VALUES (NEW."case_id", NEW."created_at", NEW."evidence", NEW."hypothesis_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."hypothesis_id", NEW."verdict", NEW."version", NEW."weighed_by_id", NEW."weighed_on"); RETURN NULL;', hash='735fc394a17712b04912644b7e3a2549d7997523', operation='UPDATE', pgid='pgtrigger_update_update_8bb67', table='supervision_hypothesisweighed', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesisweighedevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e5c9b177508f9a51dfc4b14a20c74bfc91bc94ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4d774', table='supervision_hypothesisweighedevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='managementdecision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_managementdecisionevent" ("about", "answer", "answered_on", "authority", "case_id", "created_at", "decision_id", "discussion_id", "for_manager_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "version", "what", "why") VALUES (NEW."about", NEW."answer", NEW."answered_on", NEW."authority", NEW."case_id", NEW."created_at", NEW."decision_id", NEW."discussion_id", NEW."for_manager_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='9bb27a59dcaf5e10505c832ba84776ad4f681c5a', operation='INSERT', pgid='pgtrigger_insert_insert_df186', table='supervision_managementdecision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='managementdecision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_managementdecisionevent" ("about", "answer", "answered_on", "authority", "case_id", "created_at", "decision_id", "discussion_id", "for_manager_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "version", "what", "why") VALUES (NEW."about", NEW."answer", NEW."answered_on", NEW."authority", NEW."case_id", NEW."created_at", NEW."decision_id", NEW."discussion_id", NEW."for_manager_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='2e71d0aaf22b69417d19d4d98c1b748dc2cec2ef', operation='UPDATE', pgid='pgtrigger_update_update_701c1', table='supervision_managementdecision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='managementdecisionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bfc668244f968747aaa321903bff623270d55298', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bdc86', table='supervision_managementdecisionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='needsanothersession',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_needsanothersessionevent" ("answered_by_id", "answered_on", "case_id", "created_at", "group_id", "id", "is_for_manager", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."created_at", NEW."group_id", NEW."id", NEW."is_for_manager", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since_on", NEW."version"); RETURN NULL;', hash='e002cc77e51a778ea95994fad96570741cb87c96', operation='INSERT', pgid='pgtrigger_insert_insert_077c7', table='supervision_needsanothersession', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='needsanothersession',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_needsanothersessionevent" ("answered_by_id", "answered_on", "case_id", "created_at", "group_id", "id", "is_for_manager", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since_on", "version") VALUES (NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."created_at", NEW."group_id", NEW."id", NEW."is_for_manager", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since_on", NEW."version"); RETURN NULL;', hash='0aa2e689a55b74347045e3870c662339db5e2d7d', operation='UPDATE', pgid='pgtrigger_update_update_3c7c9', table='supervision_needsanothersession', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='needsanothersessionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='49bc0a465938b7f8dabbea6ad753738d856ce1ea', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_91de7', table='supervision_needsanothersessionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonefamily',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_onetoonefamilyevent" ("agreed_on", "case_id", "changed", "created_at", "held_on", "id", "next_step", "one_to_one_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safety", "version", "worry") VALUES (NEW."agreed_on", NEW."case_id", NEW."changed", NEW."created_at", NEW."held_on", NEW."id", NEW."next_step", NEW."one_to_one_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."safety", NEW."version", NEW."worry"); RETURN NULL;', hash='c0764ab727b95737577c66b5bcee8f0ebea5cb2c', operation='INSERT', pgid='pgtrigger_insert_insert_74598', table='supervision_onetoonefamily', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonefamily',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_onetoonefamilyevent" ("agreed_on", "case_id", "changed", "created_at", "held_on", "id", "next_step", "one_to_one_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safety", "version", "worry") VALUES (NEW."agreed_on", NEW."case_id", NEW."changed", NEW."created_at", NEW."held_on", NEW."id", NEW."next_step", NEW."one_to_one_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."safety", NEW."version", NEW."worry"); RETURN NULL;', hash='6948a633c0ccdccf4bcbaa432b8e351b3a74b0a9', operation='UPDATE', pgid='pgtrigger_update_update_db199', table='supervision_onetoonefamily', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonechildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ebfcb9376a6fae348734f695f96d9eb0709ff102', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c5511', table='supervision_onetoonechildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonechild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_onetoonechildevent" ("case_id", "child_id", "created_at", "family_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."family_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='a9707e928b80c35676605a945a9bd84559039b41', operation='INSERT', pgid='pgtrigger_insert_insert_b00a5', table='supervision_onetoonechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonechild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_onetoonechildevent" ("case_id", "child_id", "created_at", "family_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."family_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='9ee74b1058bc082a4a641b0e6119ef29baa9974d', operation='UPDATE', pgid='pgtrigger_update_update_648b4', table='supervision_onetoonechild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='onetoonefamilyevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ec60569b764be8c8b95f1be13239cf4ae79dd87', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_92cdd', table='supervision_onetoonefamilyevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='position',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_positionevent" ("case_id", "created_at", "discussion_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "was_spoken", "words") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."was_spoken", NEW."words"); RETURN NULL;', hash='b4d8a8b8c593c515c7941a3a5ac8085ddfc48788', operation='INSERT', pgid='pgtrigger_insert_insert_b91fa', table='supervision_position', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='position',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_positionevent" ("case_id", "created_at", "discussion_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "was_spoken", "words") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."was_spoken", NEW."words"); RETURN NULL;', hash='8c72da8419f434772595986d615e0152345f45f0', operation='UPDATE', pgid='pgtrigger_update_update_c8b52', table='supervision_position', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='positionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9a0334e8207cc03045bb75a6b7872981bdd40a07', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e4aad', table='supervision_positionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='roomquestion',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_roomquestionevent" ("case_id", "circular", "client_key", "created_at", "discussion_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."case_id", NEW."circular", NEW."client_key", NEW."created_at", NEW."discussion_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."version"); RETURN NULL;', hash='7bbaf7bb6fb6a5b5d2c84166474e7ca904dd3912', operation='INSERT', pgid='pgtrigger_insert_insert_4771b', table='supervision_roomquestion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='roomquestion',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_roomquestionevent" ("case_id", "circular", "client_key", "created_at", "discussion_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."case_id", NEW."circular", NEW."client_key", NEW."created_at", NEW."discussion_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."version"); RETURN NULL;', hash='a8598ec2c7bdb18d79626e3c74483ffd44b6abca', operation='UPDATE', pgid='pgtrigger_update_update_97296', table='supervision_roomquestion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='roomquestionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8fb284ce0dcdf0e3cc287d676c8758f891eab381', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_826c0', table='supervision_roomquestionevent', when='BEFORE')),
            )],
        ),
    ]
