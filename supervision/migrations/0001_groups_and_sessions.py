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
        ('camden', '0003_people_rota_drafts_outbox'),
        ('camden', '__first__'),
        ('cases', '0003_actions_and_duty_notes'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.CreateModel(
                name='Group',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='camden.team')),
                    ('name', models.CharField(max_length=120)),
                    ('senior_practitioner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('clinician', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('team', 'name'), name='a_team_calls_one_group_so')],
                },
            ), migrations.CreateModel(
                name='Session',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='supervision.group')),
                    ('held_on', models.DateField()),
                    ('setting', models.CharField(choices=[('room', 'Together in a room'), ('online', 'Online'), ('mixed', 'Some here, some online')], max_length=6)),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('supervisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                    ('agreed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['group', '-held_on', '-id'], name='session_of_group')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreed_by', None), ('agreed_on', None)), models.Q(('agreed_by__isnull', False), ('agreed_on__isnull', False)), _connector='OR'), name='an_agreed_session_says_by_whom'), models.CheckConstraint(condition=models.Q(('agreed_on', None), ('agreed_on__gte', models.F('held_on')), _connector='OR'), name='a_session_is_agreed_after_it_is_held')],
                },
            ), migrations.CreateModel(
                name='Discussion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='discussions', to='supervision.session')),
                    ('held_on', models.DateField()),
                    ('presenter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('depth', models.CharField(choices=[('deep', 'In depth'), ('quick', 'Quick round')], max_length=6)),
                    ('reason', models.CharField(choices=[('routine', 'It is their turn'), ('protection', 'Child protection'), ('court', 'Court or before court'), ('stuck', 'The work feels stuck'), ('step', 'Stepping up or down'), ('incident', 'Something serious happened')], max_length=12)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                    ('agreed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-held_on', '-id'], name='discussion_of_case')],
                    'constraints': [models.UniqueConstraint(fields=('session', 'case'), name='a_session_discusses_a_family_once'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_by', None), ('agreed_on', None)), models.Q(('agreed_by__isnull', False), ('agreed_on__isnull', False)), _connector='OR'), name='an_agreed_discussion_says_by_whom')],
                },
            ), migrations.CreateModel(
                name='AgreedAction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='supervision.discussion')),
                    ('what', models.CharField(blank=True, max_length=300)),
                    ('why', models.TextField(blank=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('keeper', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('action', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.action')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), ('keeper__isnull', False), _connector='OR'), name='somebody_keeps_what_is_agreed'), models.CheckConstraint(condition=models.Q(('action', None), models.Q(('what', ''), _negated=True), _connector='OR'), name='what_is_agreed_has_words')],
                },
            ), migrations.CreateModel(
                name='Attendance',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('session', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='supervision.session')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('part', models.CharField(choices=[('supervisor', 'Supervisor'), ('presenter', 'Presenter'), ('consultant', 'Consultant'), ('observer', 'Reflecting team'), ('action-planner', 'Action planner'), ('scribe', 'Scribe')], max_length=14)),
                ],
                options={
                    'indexes': [models.Index(fields=['person', '-session'], name='attendance_of_person')],
                    'constraints': [models.UniqueConstraint(fields=('session', 'person'), name='takes_part_in_a_session_once')],
                },
            ), migrations.CreateModel(
                name='DiscussionChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voices', to='supervision.discussion')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('voice', models.TextField(blank=True)),
                    ('source', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'child'), name='a_discussion_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='DiscussionWords',
                fields=[
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='words', serialize=False, to='supervision.discussion')),
                    ('dilemma', models.TextField(blank=True)),
                    ('useful', models.TextField(blank=True)),
                    ('safety', models.TextField(blank=True)),
                    ('recommendation', models.TextField(blank=True)),
                    ('recommended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'verbose_name_plural': 'discussion words',
                },
            ), migrations.CreateModel(
                name='GroupMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('group', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='supervision.group')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('started_on', models.DateField()),
                    ('ended_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('group', 'person'), name='in_a_group_once'), models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='a_place_in_a_group_ends_after_it_starts')],
                },
            ), migrations.CreateModel(
                name='Hypothesis',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hypotheses', to='supervision.discussion')),
                    ('text', models.CharField(max_length=300)),
                    ('status', models.CharField(choices=[('proposed', 'Offered'), ('kept', 'Rang a bell')], default='proposed', max_length=8)),
                ],
                options={
                    'verbose_name_plural': 'hypotheses',
                    'constraints': [models.UniqueConstraint(fields=('discussion', 'text'), name='an_idea_is_offered_once')],
                },
            ), migrations.CreateModel(
                name='AgreedActionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.agreedaction')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('what', models.CharField(blank=True, max_length=300)),
                    ('why', models.TextField(blank=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('keeper', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DiscussionChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.discussionchild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('voice', models.TextField(blank=True)),
                    ('source', models.CharField(blank=True, max_length=200)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DiscussionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.discussion')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('session', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.session')),
                    ('held_on', models.DateField()),
                    ('presenter', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('depth', models.CharField(choices=[('deep', 'In depth'), ('quick', 'Quick round')], max_length=6)),
                    ('reason', models.CharField(choices=[('routine', 'It is their turn'), ('protection', 'Child protection'), ('court', 'Court or before court'), ('stuck', 'The work feels stuck'), ('step', 'Stepping up or down'), ('incident', 'Something serious happened')], max_length=12)),
                    ('agreed_on', models.DateField(blank=True, null=True)),
                    ('agreed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DiscussionWordsEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.discussionwords')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', serialize=False, to='supervision.discussion')),
                    ('dilemma', models.TextField(blank=True)),
                    ('useful', models.TextField(blank=True)),
                    ('safety', models.TextField(blank=True)),
                    ('recommendation', models.TextField(blank=True)),
                    ('recommended_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='HypothesisEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='supervision.hypothesis')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('discussion', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='supervision.discussion')),
                    ('text', models.CharField(max_length=300)),
                    ('status', models.CharField(choices=[('proposed', 'Offered'), ('kept', 'Rang a bell')], default='proposed', max_length=8)),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='agreedactionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fce71ba41cc5a301c84f3f9d130343e1a6d0b1b3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cb0c6', table='supervision_agreedactionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agreedaction',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_agreedactionevent" ("action_id", "case_id", "created_at", "discussion_id", "due_on", "first_sentence", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what", "why") VALUES (NEW."action_id", NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."due_on", NEW."first_sentence", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='9948d125ffd898cea9ace723f18228059217870a', operation='INSERT', pgid='pgtrigger_insert_insert_a622a', table='supervision_agreedaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='agreedaction',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_agreedactionevent" ("action_id", "case_id", "created_at", "discussion_id", "due_on", "first_sentence", "id", "keeper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what", "why") VALUES (NEW."action_id", NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."due_on", NEW."first_sentence", NEW."id", NEW."keeper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='0547770ad60de6af81cc7fbb7ec718bc55858809', operation='UPDATE', pgid='pgtrigger_update_update_31126', table='supervision_agreedaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionchild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionchildevent" ("case_id", "child_id", "created_at", "discussion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."discussion_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='7132a505e5a51aed97fc8623bc10c73a36ee9c10', operation='INSERT', pgid='pgtrigger_insert_insert_400be', table='supervision_discussionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionchild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionchildevent" ("case_id", "child_id", "created_at", "discussion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "version", "voice") VALUES (NEW."case_id", NEW."child_id", NEW."created_at", NEW."discussion_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."version", NEW."voice"); RETURN NULL;', hash='93f83c82923fc02383b3b1c55c4ca77db1ff27d3', operation='UPDATE', pgid='pgtrigger_update_update_698c4', table='supervision_discussionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionchildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='018c3df246e2c79d95bb453c890492539975b298', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2098c', table='supervision_discussionchildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesis',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_hypothesisevent" ("case_id", "created_at", "discussion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."status", NEW."text", NEW."version"); RETURN NULL;', hash='358704bfe1d199849eca98685d8fc5d582019ffb', operation='INSERT', pgid='pgtrigger_insert_insert_4e44d', table='supervision_hypothesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesis',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_hypothesisevent" ("case_id", "created_at", "discussion_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "text", "version") VALUES (NEW."case_id", NEW."created_at", NEW."discussion_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."status", NEW."text", NEW."version"); RETURN NULL;', hash='3e5123b4af02c4646737ed6236fd9654eb64c81b', operation='UPDATE', pgid='pgtrigger_update_update_94100', table='supervision_hypothesis', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='hypothesisevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='166db95f342a0e0577f6ddee68381bf002148b94', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_321eb', table='supervision_hypothesisevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1dc78ab6b0e62b900fb421a8078b5cce151fdc42', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aaf48', table='supervision_discussionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussion',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionevent" ("agreed_by_id", "agreed_on", "case_id", "created_at", "depth", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter_id", "reason", "session_id", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."presenter_id", NEW."reason", NEW."session_id", NEW."version"); RETURN NULL;', hash='88509ac145add19addffe96f3a14074f4aed407d', operation='INSERT', pgid='pgtrigger_insert_insert_876f4', table='supervision_discussion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussion',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionevent" ("agreed_by_id", "agreed_on", "case_id", "created_at", "depth", "held_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter_id", "reason", "session_id", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."created_at", NEW."depth", NEW."held_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."presenter_id", NEW."reason", NEW."session_id", NEW."version"); RETURN NULL;', hash='1b104a64bd7660d57f1004847de71191a8d77bd2', operation='UPDATE', pgid='pgtrigger_update_update_cbaa0', table='supervision_discussion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionwordsevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a4ae0ac02bfb00681b3dd7418ac82ea3fe1ea64e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ba203', table='supervision_discussionwordsevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionwords',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_discussionwordsevent" ("case_id", "created_at", "dilemma", "discussion_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "recommended_by_id", "safety", "useful", "version") VALUES (NEW."case_id", NEW."created_at", NEW."dilemma", NEW."discussion_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."discussion_id", NEW."recommendation", NEW."recommended_by_id", NEW."safety", NEW."useful", NEW."version"); RETURN NULL;', hash='6f1faabc8275d49c485a565b5c6b890953af005b', operation='INSERT', pgid='pgtrigger_insert_insert_f5c7e', table='supervision_discussionwords', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='discussionwords',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_discussionwordsevent" ("case_id", "created_at", "dilemma", "discussion_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "recommended_by_id", "safety", "useful", "version") VALUES (NEW."case_id", NEW."created_at", NEW."dilemma", NEW."discussion_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."discussion_id", NEW."recommendation", NEW."recommended_by_id", NEW."safety", NEW."useful", NEW."version"); RETURN NULL;', hash='f7b9b42ec20d4989ed0194024d64d3b613c70ae9', operation='UPDATE', pgid='pgtrigger_update_update_28cbe', table='supervision_discussionwords', when='AFTER')),
            )],
        ),
    ]
