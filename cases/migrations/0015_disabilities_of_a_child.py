import camden.migrations._together
import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: the new column is empty in every row, and each keeps the new rule."


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0014_since_when_drift_stood"),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='member',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='member',
                    name='update_update',
                ),
                migrations.AddField(
                    model_name='member',
                    name='disabilities',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('NONE', 'No disability'), ('MOB', 'Getting about'), ('HAND', 'Using hands'), ('PC', 'Personal care'), ('INC', 'Continence'), ('COMM', 'Communication'), ('LD', 'Learning'), ('HEAR', 'Hearing'), ('VIS', 'Sight'), ('BEH', 'Behaviour'), ('CON', 'Consciousness'), ('AUT', 'Autism'), ('DDA', 'Another disability')], max_length=4), blank=True, db_default=[], default=list, size=None),
                ),
                migrations.AddField(
                    model_name='memberevent',
                    name='disabilities',
                    field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('NONE', 'No disability'), ('MOB', 'Getting about'), ('HAND', 'Using hands'), ('PC', 'Personal care'), ('INC', 'Continence'), ('COMM', 'Communication'), ('LD', 'Learning'), ('HEAR', 'Hearing'), ('VIS', 'Sight'), ('BEH', 'Behaviour'), ('CON', 'Consciousness'), ('AUT', 'Autism'), ('DDA', 'Another disability')], max_length=4), blank=True, db_default=[], default=list, size=None),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='member',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_memberevent" ("born_about", "born_on", "case_id", "communication", "created_at", "died_about", "died_on", "disabilities", "ethnicity", "expected_on", "family_name", "gender", "gender_words", "given_name", "has_died", "id", "interpreter", "kind", "la_child_id", "language", "loss", "merged_into_id", "mistaken_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_about", NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_about", NEW."died_on", NEW."disabilities", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."gender", NEW."gender_words", NEW."given_name", NEW."has_died", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."loss", NEW."merged_into_id", NEW."mistaken_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='8a281607534c8b7f4eef6b5eb9eba8699ca6053d', operation='INSERT', pgid='pgtrigger_insert_insert_9e3e0', table='cases_member', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='member',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_memberevent" ("born_about", "born_on", "case_id", "communication", "created_at", "died_about", "died_on", "disabilities", "ethnicity", "expected_on", "family_name", "gender", "gender_words", "given_name", "has_died", "id", "interpreter", "kind", "la_child_id", "language", "loss", "merged_into_id", "mistaken_on", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "upn", "upn_unknown", "version") VALUES (NEW."born_about", NEW."born_on", NEW."case_id", NEW."communication", NEW."created_at", NEW."died_about", NEW."died_on", NEW."disabilities", NEW."ethnicity", NEW."expected_on", NEW."family_name", NEW."gender", NEW."gender_words", NEW."given_name", NEW."has_died", NEW."id", NEW."interpreter", NEW."kind", NEW."la_child_id", NEW."language", NEW."loss", NEW."merged_into_id", NEW."mistaken_on", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sex", NEW."upn", NEW."upn_unknown", NEW."version"); RETURN NULL;', hash='4b515ad97ea672cb1c1cd10de87b3d924fb2795d', operation='UPDATE', pgid='pgtrigger_update_update_a04ec', table='cases_member', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='member',
                    constraint=models.CheckConstraint(condition=models.Q(('disabilities__contained_by', ['NONE', 'MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'DDA']), models.Q(models.Q(('disabilities__contains', ['NONE']), _negated=True), ('disabilities', ['NONE']), _connector='OR')), name='no_disability_stands_alone'),
                ),
            ]
        ),
    ]
