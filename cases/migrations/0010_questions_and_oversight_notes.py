import camden.migrations._together
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '__first__'),
        ('cases', '0009_genogram'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.CreateModel(
                name='OversightNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.member')),
                    ('thought_on', models.DateField()),
                    ('thought_in', models.CharField(max_length=120)),
                    ('said', models.JSONField(default=list)),
                    ('subject_id', models.BigIntegerField(editable=False)),
                    ('agreed_on', models.DateField()),
                    ('agreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'indexes': [models.Index(fields=['child', '-thought_on', '-id'], name='oversight_note_of_child')],
                    'constraints': [models.UniqueConstraint(fields=('child', 'subject_id'), name='one_note_of_what_was_thought_about_a_child')],
                },
            ), migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('what', models.CharField(max_length=300)),
                    ('whom', models.CharField(max_length=160)),
                    ('first_sentence', models.TextField()),
                    ('ask_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ask_by_on', models.DateField()),
                    ('asked_for_in', models.CharField(max_length=120)),
                    ('planned_on', models.DateField()),
                    ('asked_on', models.DateField(blank=True, null=True)),
                    ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answer', models.TextField(blank=True)),
                    ('visit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='cases.visit')),
                    ('put_aside_on', models.DateField(blank=True, null=True)),
                    ('put_aside_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('put_aside_why', models.CharField(blank=True, max_length=300)),
                ],
                options={
                    'indexes': [models.Index(fields=['case', '-planned_on', '-id'], name='question_of_case'), models.Index(condition=models.Q(('asked_on', None), ('put_aside_on', None)), fields=['ask_by', 'ask_by_on'], name='question_waiting_of_worker')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('asked_by', None), ('asked_on', None), ('visit', None)), models.Q(('asked_by__isnull', False), ('asked_on__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='a_question_that_was_asked_has_an_answer'), models.CheckConstraint(condition=models.Q(models.Q(('put_aside_by', None), ('put_aside_on', None), ('put_aside_why', '')), models.Q(('put_aside_by__isnull', False), ('put_aside_on__isnull', False), models.Q(('put_aside_why', ''), _negated=True)), _connector='OR'), name='a_question_put_aside_says_who_and_why'), models.CheckConstraint(condition=models.Q(('asked_on', None), ('put_aside_on', None), _connector='OR'), name='a_question_is_asked_or_put_aside'), models.CheckConstraint(condition=models.Q(('ask_by_on__gte', models.F('planned_on'))), name='a_question_is_asked_after_it_is_planned')],
                },
            ), migrations.CreateModel(
                name='OversightNoteEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.oversightnote')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.member')),
                    ('thought_on', models.DateField()),
                    ('thought_in', models.CharField(max_length=120)),
                    ('said', models.JSONField(default=list)),
                    ('subject_id', models.BigIntegerField(editable=False)),
                    ('agreed_on', models.DateField()),
                    ('agreed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='QuestionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.question')),
                    ('pgh_context', pghistory.utils.JSONField(null=True)),
                    ('pgh_context_id', models.UUIDField(null=True)),
                    ('id', models.BigIntegerField()),
                    ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                    ('version', models.PositiveIntegerField(db_default=1, editable=False)),
                    ('case', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case')),
                    ('is_kept_from_family', models.BooleanField(db_default=False, default=False)),
                    ('kept_from', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, db_default=models.Value([], django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)), default=list, size=None)),
                    ('what', models.CharField(max_length=300)),
                    ('whom', models.CharField(max_length=160)),
                    ('first_sentence', models.TextField()),
                    ('ask_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('ask_by_on', models.DateField()),
                    ('asked_for_in', models.CharField(max_length=120)),
                    ('planned_on', models.DateField()),
                    ('asked_on', models.DateField(blank=True, null=True)),
                    ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('answer', models.TextField(blank=True)),
                    ('visit', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit')),
                    ('put_aside_on', models.DateField(blank=True, null=True)),
                    ('put_aside_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('put_aside_why', models.CharField(blank=True, max_length=300)),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='oversightnote',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_oversightnoteevent" ("agreed_by_id", "agreed_on", "case_id", "child_id", "created_at", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "subject_id", "thought_in", "thought_on", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said", NEW."subject_id", NEW."thought_in", NEW."thought_on", NEW."version"); RETURN NULL;', hash='80f571532d79d525361b84793f92905c18791793', operation='INSERT', pgid='pgtrigger_insert_insert_1ef90', table='cases_oversightnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='oversightnote',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_oversightnoteevent" ("agreed_by_id", "agreed_on", "case_id", "child_id", "created_at", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "subject_id", "thought_in", "thought_on", "version") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said", NEW."subject_id", NEW."thought_in", NEW."thought_on", NEW."version"); RETURN NULL;', hash='507b615a622211c532e80e8a564de398c7524b82', operation='UPDATE', pgid='pgtrigger_update_update_306a9', table='cases_oversightnote', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='oversightnoteevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fcc9c04b4edcaf21e8c0cbc6c52f5bd620c7a7d5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5160a', table='cases_oversightnoteevent', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_questionevent" ("answer", "ask_by_id", "ask_by_on", "asked_by_id", "asked_for_in", "asked_on", "case_id", "created_at", "first_sentence", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "put_aside_by_id", "put_aside_on", "put_aside_why", "version", "visit_id", "what", "whom") VALUES (NEW."answer", NEW."ask_by_id", NEW."ask_by_on", NEW."asked_by_id", NEW."asked_for_in", NEW."asked_on", NEW."case_id", NEW."created_at", NEW."first_sentence", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."put_aside_by_id", NEW."put_aside_on", NEW."put_aside_why", NEW."version", NEW."visit_id", NEW."what", NEW."whom"); RETURN NULL;', hash='ccec8a72fcea411f0c940a8ded253c06e3235abf', operation='INSERT', pgid='pgtrigger_insert_insert_2d665', table='cases_question', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_questionevent" ("answer", "ask_by_id", "ask_by_on", "asked_by_id", "asked_for_in", "asked_on", "case_id", "created_at", "first_sentence", "id", "is_kept_from_family", "kept_from", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "put_aside_by_id", "put_aside_on", "put_aside_why", "version", "visit_id", "what", "whom") VALUES (NEW."answer", NEW."ask_by_id", NEW."ask_by_on", NEW."asked_by_id", NEW."asked_for_in", NEW."asked_on", NEW."case_id", NEW."created_at", NEW."first_sentence", NEW."id", NEW."is_kept_from_family", NEW."kept_from", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."planned_on", NEW."put_aside_by_id", NEW."put_aside_on", NEW."put_aside_why", NEW."version", NEW."visit_id", NEW."what", NEW."whom"); RETURN NULL;', hash='b22092165342745ab439d7ab28f63086ff556851', operation='UPDATE', pgid='pgtrigger_update_update_fa436', table='cases_question', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='questionevent',
                trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b2761235d6c6c14d5a7d063a696b712fbd85989f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_48ceb', table='cases_questionevent', when='BEFORE')),
            )],
        ),
    ]
