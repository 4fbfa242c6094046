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
        ("camden", "0006_absences"),
        ("camden", "__first__"),
        ("cases", "0010_questions_and_oversight_notes"),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[
                migrations.CreateModel(
                    name="Introduction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                        ("changed_on", models.DateField()),
                        (
                            "spoken",
                            models.CharField(
                                choices=[
                                    ("discussed", "I have talked about it with the worker"),
                                    ("urgent", "It is urgent, and I have not been able to"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("because", models.TextField(blank=True, default="")),
                        ("meet_by_on", models.DateField(blank=True, null=True)),
                        ("told_on", models.DateField(blank=True, null=True)),
                        ("goodbye_on", models.DateField(blank=True, null=True)),
                        ("hello_on", models.DateField(blank=True, null=True)),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="introductions",
                                to="cases.member",
                            ),
                        ),
                        (
                            "goodbye_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hello_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "introduced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["child", "-changed_on"], name="introduction_of_child")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("spoken", "discussed"), models.Q(("because", ""), _negated=True), _connector="OR"
                                ),
                                name="allocated_after_talking_or_urgent_because",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("told_by", None), ("told_on", None)),
                                    models.Q(("told_on__isnull", False), ("told_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="who_told_a_family_of_a_change_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("goodbye_by", None), ("goodbye_on", None)),
                                    models.Q(("goodbye_on__isnull", False), ("goodbye_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="who_said_goodbye_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hello_by", None), ("hello_on", None)),
                                    models.Q(("hello_on__isnull", False), ("hello_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="who_brought_the_new_worker_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("goodbye_on", None), ("before__isnull", False), _connector="OR"),
                                name="only_who_led_before_says_goodbye",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("before", None),
                                    models.Q(("before", models.F("worker")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_follows_themselves",
                            ),
                            models.UniqueConstraint(
                                fields=("child", "worker", "changed_on"),
                                name="one_introduction_for_each_change_of_lead",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LocalWeight",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                        ("code", models.CharField(max_length=40)),
                        ("begins_on", models.DateField()),
                        ("amount", models.IntegerField()),
                        ("limit", models.IntegerField(blank=True, null=True)),
                        ("why", models.CharField(max_length=300)),
                        ("set_at", models.DateTimeField()),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_back_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at", None)),
                                fields=("code", "begins_on"),
                                name="a_weight_begins_once_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at", None), ("taken_back_by", None)),
                                    models.Q(("taken_back_at__isnull", False), ("taken_back_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="who_took_a_weight_back_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkerAsked",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                        (
                            "child_ids",
                            django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                        ),
                        ("needs", models.TextField()),
                        (
                            "reasons",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=300), default=list, size=None
                            ),
                        ),
                        ("lead_told_on", models.DateField(blank=True, null=True)),
                        ("asked_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "Not now"), ("talk", "Let us talk about it first")],
                                default="",
                                max_length=8,
                            ),
                        ),
                        ("answer_words", models.TextField(blank=True, default="")),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("taken_back_on", models.DateField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="camden.team"
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "workers asked",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answer", ""), ("taken_back_on", None)),
                                fields=["worker"],
                                name="asked_and_waiting",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_on", None)),
                                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_answer_about_a_family_has_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "no"), _negated=True),
                                    models.Q(("answer_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="who_cannot_take_a_family_says_a_word",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken_back_on", None), ("answer", ""), _connector="OR"),
                                name="what_was_answered_is_not_taken_back",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("answer", ""), ("taken_back_on", None)),
                                fields=("case", "worker"),
                                name="one_open_question_to_each_worker_about_a_family",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntroductionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                        ("changed_on", models.DateField()),
                        (
                            "spoken",
                            models.CharField(
                                choices=[
                                    ("discussed", "I have talked about it with the worker"),
                                    ("urgent", "It is urgent, and I have not been able to"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("because", models.TextField(blank=True, default="")),
                        ("meet_by_on", models.DateField(blank=True, null=True)),
                        ("told_on", models.DateField(blank=True, null=True)),
                        ("goodbye_on", models.DateField(blank=True, null=True)),
                        ("hello_on", models.DateField(blank=True, null=True)),
                        (
                            "before",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.member",
                            ),
                        ),
                        (
                            "goodbye_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hello_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "introduced_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cases.introduction",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WorkerAskedEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("pgh_context_id", models.UUIDField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "created_at",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                        (
                            "child_ids",
                            django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                        ),
                        ("needs", models.TextField()),
                        (
                            "reasons",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=300), default=list, size=None
                            ),
                        ),
                        ("lead_told_on", models.DateField(blank=True, null=True)),
                        ("asked_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "Not now"), ("talk", "Let us talk about it first")],
                                default="",
                                max_length=8,
                            ),
                        ),
                        ("answer_words", models.TextField(blank=True, default="")),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("taken_back_on", models.DateField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.case",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cases.workerasked",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="camden.team",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="introduction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_introductionevent" ("because", "before_id", "case_id", "changed_on", "child_id", "created_at", "goodbye_by_id", "goodbye_on", "hello_by_id", "hello_on", "id", "introduced_by_id", "meet_by_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "spoken", "told_by_id", "told_on", "version", "worker_id") VALUES (NEW."because", NEW."before_id", NEW."case_id", NEW."changed_on", NEW."child_id", NEW."created_at", NEW."goodbye_by_id", NEW."goodbye_on", NEW."hello_by_id", NEW."hello_on", NEW."id", NEW."introduced_by_id", NEW."meet_by_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."spoken", NEW."told_by_id", NEW."told_on", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="d8ed36e8a955eda6c86a6bcf31c1e2c61a16bc92",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_79b45",
                            table="cases_introduction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="introduction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_introductionevent" ("because", "before_id", "case_id", "changed_on", "child_id", "created_at", "goodbye_by_id", "goodbye_on", "hello_by_id", "hello_on", "id", "introduced_by_id", "meet_by_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "spoken", "told_by_id", "told_on", "version", "worker_id") VALUES (NEW."because", NEW."before_id", NEW."case_id", NEW."changed_on", NEW."child_id", NEW."created_at", NEW."goodbye_by_id", NEW."goodbye_on", NEW."hello_by_id", NEW."hello_on", NEW."id", NEW."introduced_by_id", NEW."meet_by_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."spoken", NEW."told_by_id", NEW."told_on", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="cbef55c96fdf4576dd42d8877e1a4e2cfc95bde6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_742a4",
                            table="cases_introduction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="introductionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c767730c0889b8f1370303941776870f89da87f1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4b33a",
                            table="cases_introductionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workerasked",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_workeraskedevent" ("answer", "answer_words", "answered_on", "asked_by_id", "asked_on", "case_id", "child_ids", "created_at", "id", "lead_told_on", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "taken_back_on", "team_id", "version", "worker_id") VALUES (NEW."answer", NEW."answer_words", NEW."answered_on", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."child_ids", NEW."created_at", NEW."id", NEW."lead_told_on", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reasons", NEW."taken_back_on", NEW."team_id", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="dd52c83f347244b4cb76a65e8fd6dbd8d01c2d69",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f5791",
                            table="cases_workerasked",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workerasked",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_workeraskedevent" ("answer", "answer_words", "answered_on", "asked_by_id", "asked_on", "case_id", "child_ids", "created_at", "id", "lead_told_on", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons", "taken_back_on", "team_id", "version", "worker_id") VALUES (NEW."answer", NEW."answer_words", NEW."answered_on", NEW."asked_by_id", NEW."asked_on", NEW."case_id", NEW."child_ids", NEW."created_at", NEW."id", NEW."lead_told_on", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reasons", NEW."taken_back_on", NEW."team_id", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="67cd2e6fdae6827703c918e74eb7e4554727e128",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31c58",
                            table="cases_workerasked",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="workeraskedevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="49b3fa76d6a0d548a8e7bc7c35485a6ba141b34c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8e36c",
                            table="cases_workeraskedevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
