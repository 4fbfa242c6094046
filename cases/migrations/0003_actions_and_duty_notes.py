import camden.migrations._together
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release, when the timeline and its history had no rows."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '__first__'),
        ('cases', '0002_member_search'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[pgtrigger.migrations.RemoveTrigger(
                model_name='chronologyentry',
                name='insert_insert',
            ), pgtrigger.migrations.RemoveTrigger(
                model_name='chronologyentry',
                name='update_update',
            ), migrations.AddField(
                model_name='chronologyentry',
                name='written_by',
                field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='chronologyentryevent',
                name='written_by',
                field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AlterField(
                model_name='chronologyentry',
                name='kind',
                field=models.CharField(choices=[('referral', 'Referral'), ('closure', 'Closing'), ('allocation', 'Worker'), ('visit', 'Visit'), ('agreed', 'Agreed'), ('duty', 'Duty'), ('reflection', 'Group supervision'), ('family-plan', 'Family group conference')], max_length=20),
            ), migrations.AlterField(
                model_name='chronologyentryevent',
                name='kind',
                field=models.CharField(choices=[('referral', 'Referral'), ('closure', 'Closing'), ('allocation', 'Worker'), ('visit', 'Visit'), ('agreed', 'Agreed'), ('duty', 'Duty'), ('reflection', 'Group supervision'), ('family-plan', 'Family group conference')], max_length=20),
            ), migrations.AlterField(
                model_name='involvement',
                name='role',
                field=models.CharField(choices=[('lead', 'Lead worker'), ('co-worker', 'Co-worker'), ('lead-child-protection', 'Lead child protection practitioner'), ('personal-adviser', 'Personal adviser'), ('reviewing-officer', 'Reviewing officer'), ('chair', 'Conference chair'), ('conference-coordinator', 'Family group conference coordinator'), ('clinician', 'Consulting clinician'), ('student', 'Student'), ('other', 'Also working with the child')], max_length=24),
            ), migrations.AlterField(
                model_name='involvementevent',
                name='role',
                field=models.CharField(choices=[('lead', 'Lead worker'), ('co-worker', 'Co-worker'), ('lead-child-protection', 'Lead child protection practitioner'), ('personal-adviser', 'Personal adviser'), ('reviewing-officer', 'Reviewing officer'), ('chair', 'Conference chair'), ('conference-coordinator', 'Family group conference coordinator'), ('clinician', 'Consulting clinician'), ('student', 'Student'), ('other', 'Also working with the child')], max_length=24),
            ), migrations.CreateModel(
                name='Action',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('what', models.CharField(max_length=300)),
                    ('why', models.TextField(blank=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('keeper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('promised_to', models.CharField(blank=True, max_length=120)),
                    ('agreed_on', models.DateField()),
                    ('agreed_in', models.CharField(max_length=120)),
                    ('agreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('is_done', models.BooleanField(default=None, null=True)),
                    ('outcome', models.TextField(blank=True)),
                    ('children', models.ManyToManyField(related_name='+', through='cases.ActionChild', to='cases.member')),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('closed_on', None)), fields=['keeper', 'due_on'], name='action_open_of_keeper'), models.Index(fields=['case', '-agreed_on', '-id'], name='action_of_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_by', None), ('closed_on', None), ('is_done', None)), models.Q(('closed_by__isnull', False), ('closed_on__isnull', False), ('is_done__isnull', False)), _connector='OR'), name='a_closed_action_says_who_and_whether_done'), models.CheckConstraint(condition=models.Q(models.Q(('is_done', False), _negated=True), models.Q(('outcome', ''), _negated=True), _connector='OR'), name='an_action_put_aside_says_why'), models.CheckConstraint(condition=models.Q(('due_on', None), ('due_on__gte', models.F('agreed_on')), _connector='OR'), name='an_action_is_due_after_it_is_agreed')],
                },
            ), migrations.CreateModel(
                name='ActionChild',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('action', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='cases.action')),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('action', 'child'), name='an_action_names_a_child_once')],
                },
            ), migrations.CreateModel(
                name='DutyNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('writer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                    ('why', models.TextField()),
                    ('done', models.TextField()),
                    ('left_to_do', models.TextField(blank=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-written_at'], name='duty_note_of_case')],
                },
            ), migrations.CreateModel(
                name='ActionChildEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.actionchild')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('action', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.action')),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ActionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.action')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('what', models.CharField(max_length=300)),
                    ('why', models.TextField(blank=True)),
                    ('first_sentence', models.TextField(blank=True)),
                    ('keeper', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('promised_to', models.CharField(blank=True, max_length=120)),
                    ('agreed_on', models.DateField()),
                    ('agreed_in', models.CharField(max_length=120)),
                    ('agreed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('due_on', models.DateField(blank=True, null=True)),
                    ('closed_on', models.DateField(blank=True, null=True)),
                    ('closed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('is_done', models.BooleanField(default=None, null=True)),
                    ('outcome', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DutyNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.dutynote')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('writer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_at', models.DateTimeField()),
                    ('why', models.TextField()),
                    ('done', models.TextField()),
                    ('left_to_do', models.TextField(blank=True)),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='chronologyentry',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_chronologyentryevent" ("case_id", "created_at", "happened_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "summary", "version", "written_by_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."subject_id", NEW."summary", NEW."version", NEW."written_by_id"); RETURN NULL;', hash='299cc4dd6ba0a6b9585efd0d86e91609a78111d2', operation='INSERT', pgid='pgtrigger_insert_insert_c255f', table='cases_chronologyentry', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='chronologyentry',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_chronologyentryevent" ("case_id", "created_at", "happened_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "subject_id", "summary", "version", "written_by_id") VALUES (NEW."case_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."subject_id", NEW."summary", NEW."version", NEW."written_by_id"); RETURN NULL;', hash='c984037b580ad3d8ffa92373e9c8ed9539937927', operation='UPDATE', pgid='pgtrigger_update_update_5fa09', table='cases_chronologyentry', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionchild',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_actionchildevent" ("action_id", "case_id", "child_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."action_id", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='d7cc88f9ceb424c67504d3b43e8ef3c91ca4fab0', operation='INSERT', pgid='pgtrigger_insert_insert_4286f', table='cases_actionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionchild',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_actionchildevent" ("action_id", "case_id", "child_id", "created_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."action_id", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='92872ec785b23d226df3a95a21fafba6ba74ef65', operation='UPDATE', pgid='pgtrigger_update_update_8032d', table='cases_actionchild', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='action',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_actionevent" ("agreed_by_id", "agreed_in", "agreed_on", "case_id", "closed_by_id", "closed_on", "created_at", "due_on", "first_sentence", "id", "is_done", "keeper_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "version", "what", "why") VALUES (NEW."agreed_by_id", NEW."agreed_in", NEW."agreed_on", NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."first_sentence", NEW."id", NEW."is_done", NEW."keeper_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."promised_to", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='797e132ea968322167f895b5adaabd60e79cef80', operation='INSERT', pgid='pgtrigger_insert_insert_83b95', table='cases_action', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='action',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_actionevent" ("agreed_by_id", "agreed_in", "agreed_on", "case_id", "closed_by_id", "closed_on", "created_at", "due_on", "first_sentence", "id", "is_done", "keeper_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "promised_to", "version", "what", "why") VALUES (NEW."agreed_by_id", NEW."agreed_in", NEW."agreed_on", NEW."case_id", NEW."closed_by_id", NEW."closed_on", NEW."created_at", NEW."due_on", NEW."first_sentence", NEW."id", NEW."is_done", NEW."keeper_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."promised_to", NEW."version", NEW."what", NEW."why"); RETURN NULL;', hash='71cc3f1d29a59f1253c1cfea3bc789c18358bd5e', operation='UPDATE', pgid='pgtrigger_update_update_3816b', table='cases_action', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionchildevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8cd7108ad91a8d66df477f10e6a4cfb8876cbd1f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_833d4', table='cases_actionchildevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='actionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a0fbaadab5fd1463c81af9e78d9669fc29d560a9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a4a2b', table='cases_actionevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dutynote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_dutynoteevent" ("case_id", "created_at", "done", "id", "left_to_do", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "why", "writer_id", "written_at") VALUES (NEW."case_id", NEW."created_at", NEW."done", NEW."id", NEW."left_to_do", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version", NEW."why", NEW."writer_id", NEW."written_at"); RETURN NULL;', hash='9f62c714fb2fcc739f772cd333c19c6f6ddcbdf3', operation='INSERT', pgid='pgtrigger_insert_insert_307a9', table='cases_dutynote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dutynote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_dutynoteevent" ("case_id", "created_at", "done", "id", "left_to_do", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "why", "writer_id", "written_at") VALUES (NEW."case_id", NEW."created_at", NEW."done", NEW."id", NEW."left_to_do", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version", NEW."why", NEW."writer_id", NEW."written_at"); RETURN NULL;', hash='6869bad8ae68e6f880a134cf84b66bc7f8a0128c', operation='UPDATE', pgid='pgtrigger_update_update_9ff59', table='cases_dutynote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dutynoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3fb52bdd0c5988a8912901be0ccd46f6b31bab9a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_49280', table='cases_dutynoteevent', when='BEFORE')),
            )],
        ),
    ]
