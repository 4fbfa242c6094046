import camden.migrations._together
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release: an introduction noted so far has nothing handed over, which stands empty; new tables begin empty."


class Migration(migrations.Migration):
    dependencies = [
        ("camden", "0006_absences"),
        ("camden", "__first__"),
        ("cases", "0012_balancing_looks"),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name="introduction",
                    name="insert_insert",
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name="introduction",
                    name="update_update",
                ),
                migrations.CreateModel(
                    name="ComplexityFactor",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("domestic-abuse", "High-risk domestic abuse"),
                                    ("exploitation", "Exploitation, or missing twice in 90 days"),
                                    ("disability", "A complex disability"),
                                    ("interpreter", "An interpreter or sign language"),
                                    ("agencies", "Three agencies or more, or court reports due"),
                                    ("network", "A network that finds it hard to work with us"),
                                    ("immigration", "No recourse to public funds, or immigration"),
                                    ("allegations", "Allegations"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("why", models.TextField()),
                        ("proposed_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes, it counts"), ("no", "No")], default="", max_length=3
                            ),
                        ),
                        ("answer_words", models.TextField(blank=True, default="")),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_on", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
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
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.member"
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                        "verbose_name_plural": "complexity factors",
                        "indexes": [models.Index(fields=["child", "-proposed_on"], name="complexity_of_child")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("answered_by", None), ("answered_on", None)),
                                    models.Q(
                                        models.Q(("answer", ""), _negated=True),
                                        ("answered_on__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_answer_about_complexity_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_by", None), ("withdrawn_on", None)),
                                    models.Q(("withdrawn_on__isnull", False), ("withdrawn_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="who_took_a_complexity_back_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposed_by", None),
                                    ("answered_by", None),
                                    models.Q(("proposed_by", models.F("answered_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="nobody_confirms_a_complexity_of_their_own",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("proposed_on", None),
                                    ("answered_on", None),
                                    ("answered_on__gte", models.F("proposed_on")),
                                    _connector="OR",
                                ),
                                name="a_complexity_is_answered_after_it_is_proposed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", "no"), _negated=True),
                                    models.Q(("answer_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_complexity_is_declined_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("answer", ""), ("withdrawn_on", None)),
                                fields=("child", "kind"),
                                name="one_open_proposal_of_each_complexity",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtraDuty",
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
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "duty",
                            models.CharField(
                                choices=[
                                    ("practice-educator", "Practice educator"),
                                    ("early-career-mentor", "Mentor of an early-career worker"),
                                    ("champion", "Champion"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("about", models.CharField(blank=True, default="", max_length=200)),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "extra duties",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on", None)),
                                fields=("person", "duty"),
                                name="one_extra_duty_of_a_kind_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on", None),
                                    ("ended_on", None),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="an_extra_duty_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Language",
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
                        ("started_on", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("name", models.CharField(max_length=60)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("person"),
                                django.db.models.functions.text.Lower("name"),
                                condition=models.Q(("ended_on", None)),
                                name="each_language_once_for_a_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("started_on", None),
                                    ("ended_on", None),
                                    ("ended_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="a_language_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WayThere",
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
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("noted_on", models.DateField()),
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
                            "household",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="ways", to="cases.household"
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="camden.team"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "ways there",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("household", "team"), name="one_way_from_each_base_to_a_home"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("minutes__lte", 600)), name="no_way_is_longer_than_ten_hours"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ComplexityFactorEvent",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("domestic-abuse", "High-risk domestic abuse"),
                                    ("exploitation", "Exploitation, or missing twice in 90 days"),
                                    ("disability", "A complex disability"),
                                    ("interpreter", "An interpreter or sign language"),
                                    ("agencies", "Three agencies or more, or court reports due"),
                                    ("network", "A network that finds it hard to work with us"),
                                    ("immigration", "No recourse to public funds, or immigration"),
                                    ("allegations", "Allegations"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("why", models.TextField()),
                        ("proposed_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes, it counts"), ("no", "No")], default="", max_length=3
                            ),
                        ),
                        ("answer_words", models.TextField(blank=True, default="")),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_on", models.DateField(blank=True, null=True)),
                        (
                            "answered_by",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="cases.complexityfactor",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WayThereEvent",
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
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("noted_on", models.DateField()),
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
                            "household",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cases.household",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                                to="cases.waythere",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.AddField(
                    model_name="introduction",
                    name="actions_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="introduction",
                    name="actions_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="introduction",
                    name="record_by",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="introduction",
                    name="record_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="introductionevent",
                    name="actions_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="introductionevent",
                    name="actions_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddField(
                    model_name="introductionevent",
                    name="record_by",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                migrations.AddField(
                    model_name="introductionevent",
                    name="record_on",
                    field=models.DateField(blank=True, null=True),
                ),
                migrations.AddConstraint(
                    model_name="introduction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("record_by", None), ("record_on", None)),
                            models.Q(("record_on__isnull", False), ("record_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="who_brought_a_record_up_to_date_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="introduction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actions_by", None), ("actions_on", None)),
                            models.Q(("actions_on__isnull", False), ("actions_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="who_passed_open_actions_on_is_known",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="introduction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actions_on", None), ("record_on", None)),
                            ("before__isnull", False),
                            _connector="OR",
                        ),
                        name="only_who_led_before_hands_over",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="introduction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_introductionevent" ("actions_by_id", "actions_on", "because", "before_id", "case_id", "changed_on", "child_id", "created_at", "goodbye_by_id", "goodbye_on", "hello_by_id", "hello_on", "id", "introduced_by_id", "meet_by_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_by_id", "record_on", "spoken", "told_by_id", "told_on", "version", "worker_id") VALUES (NEW."actions_by_id", NEW."actions_on", NEW."because", NEW."before_id", NEW."case_id", NEW."changed_on", NEW."child_id", NEW."created_at", NEW."goodbye_by_id", NEW."goodbye_on", NEW."hello_by_id", NEW."hello_on", NEW."id", NEW."introduced_by_id", NEW."meet_by_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."record_by_id", NEW."record_on", NEW."spoken", NEW."told_by_id", NEW."told_on", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="c354ab6ae8e80b01cc3ca143dc32c01e467b1340",
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
                            func='INSERT INTO "cases_introductionevent" ("actions_by_id", "actions_on", "because", "before_id", "case_id", "changed_on", "child_id", "created_at", "goodbye_by_id", "goodbye_on", "hello_by_id", "hello_on", "id", "introduced_by_id", "meet_by_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_by_id", "record_on", "spoken", "told_by_id", "told_on", "version", "worker_id") VALUES (NEW."actions_by_id", NEW."actions_on", NEW."because", NEW."before_id", NEW."case_id", NEW."changed_on", NEW."child_id", NEW."created_at", NEW."goodbye_by_id", NEW."goodbye_on", NEW."hello_by_id", NEW."hello_on", NEW."id", NEW."introduced_by_id", NEW."meet_by_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."record_by_id", NEW."record_on", NEW."spoken", NEW."told_by_id", NEW."told_on", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="d134b27f793a73d5e48f7dfa89218b1b1a5fb8bf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_742a4",
                            table="cases_introduction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="complexityfactor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_complexityfactorevent" ("answer", "answer_words", "answered_by_id", "answered_on", "case_id", "child_id", "created_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "proposed_on", "version", "why", "withdrawn_by_id", "withdrawn_on") VALUES (NEW."answer", NEW."answer_words", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_by_id", NEW."proposed_on", NEW."version", NEW."why", NEW."withdrawn_by_id", NEW."withdrawn_on"); RETURN NULL;',
                            hash="255443943f18decef5f86e9f69828e783646ddd6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6f7a7",
                            table="cases_complexityfactor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="complexityfactor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_complexityfactorevent" ("answer", "answer_words", "answered_by_id", "answered_on", "case_id", "child_id", "created_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "proposed_on", "version", "why", "withdrawn_by_id", "withdrawn_on") VALUES (NEW."answer", NEW."answer_words", NEW."answered_by_id", NEW."answered_on", NEW."case_id", NEW."child_id", NEW."created_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_by_id", NEW."proposed_on", NEW."version", NEW."why", NEW."withdrawn_by_id", NEW."withdrawn_on"); RETURN NULL;',
                            hash="7da9269b4c7d2f1ea63ba7b6b2aa923d9d31b933",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2166d",
                            table="cases_complexityfactor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="complexityfactorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8e972252104c35f1a09bccef281f72ad5e0db9fc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6e9de",
                            table="cases_complexityfactorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="waythere",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "cases_waythereevent" ("case_id", "created_at", "household_id", "id", "minutes", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."household_id", NEW."id", NEW."minutes", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."team_id", NEW."version"); RETURN NULL;',
                            hash="3ed54e2008c9e23a9853d69a6cec6e4bac7f1d1c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_45417",
                            table="cases_waythere",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="waythere",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "cases_waythereevent" ("case_id", "created_at", "household_id", "id", "minutes", "noted_by_id", "noted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "team_id", "version") VALUES (NEW."case_id", NEW."created_at", NEW."household_id", NEW."id", NEW."minutes", NEW."noted_by_id", NEW."noted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."team_id", NEW."version"); RETURN NULL;',
                            hash="d096efbdc6e68131091ff39d286ea1f2da7f4c29",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d9af2",
                            table="cases_waythere",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="waythereevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c2364e7078e24dbd5e40881b0ed12ec313270df4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b25a3",
                            table="cases_waythereevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
