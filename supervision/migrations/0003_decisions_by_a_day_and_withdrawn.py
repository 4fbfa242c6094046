import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: what is added to decisions stands empty."


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0010_questions_and_oversight_notes'),
        ('supervision', '0002_the_session_live'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='managementdecision',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='managementdecision',
            name='update_update',
        ),
        migrations.AddField(
            model_name='managementdecision',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='managementdecision',
            name='decide_by_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='managementdecision',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='managementdecision',
            name='withdrawn_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='managementdecision',
            name='withdrawn_why',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
        migrations.AddField(
            model_name='managementdecisionevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='managementdecisionevent',
            name='decide_by_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='managementdecisionevent',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='managementdecisionevent',
            name='withdrawn_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='managementdecisionevent',
            name='withdrawn_why',
            field=models.TextField(blank=True, db_default='', default=''),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementdecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "supervision_managementdecisionevent" ("about", "answer", "answered_by_id", "answered_on", "authority", "case_id", "created_at", "decide_by_on", "decision_id", "discussion_id", "for_manager_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "version", "what", "why", "withdrawn_by_id", "withdrawn_on", "withdrawn_why") VALUES (NEW."about", NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."authority", NEW."case_id", NEW."created_at", NEW."decide_by_on", NEW."decision_id", NEW."discussion_id", NEW."for_manager_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."said_by_id", NEW."version", NEW."what", NEW."why", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_why"); RETURN NULL;', hash='ccd080f0315472584fe57ed87352fdbda8688df2', operation='INSERT', pgid='pgtrigger_insert_insert_df186', table='supervision_managementdecision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementdecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "supervision_managementdecisionevent" ("about", "answer", "answered_by_id", "answered_on", "authority", "case_id", "created_at", "decide_by_on", "decision_id", "discussion_id", "for_manager_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "version", "what", "why", "withdrawn_by_id", "withdrawn_on", "withdrawn_why") VALUES (NEW."about", NEW."answer", NEW."answered_by_id", NEW."answered_on", NEW."authority", NEW."case_id", NEW."created_at", NEW."decide_by_on", NEW."decision_id", NEW."discussion_id", NEW."for_manager_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."said_by_id", NEW."version", NEW."what", NEW."why", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_why"); RETURN NULL;', hash='80a47c110d46bbd4c52adc8b40a3de9d7aae7e1b', operation='UPDATE', pgid='pgtrigger_update_update_701c1', table='supervision_managementdecision', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='managementdecision',
            constraint=models.CheckConstraint(condition=models.Q(('answered_by', None), ('answered_on__isnull', False), _connector='OR'), name='who_answered_did_it_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='managementdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_by', None), ('withdrawn_on', None), ('withdrawn_why', '')), models.Q(('answered_on', None), ('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_why', ''), _negated=True)), _connector='OR'), name='a_decision_withdrawn_says_by_whom_and_why'),
        ),
    ]
