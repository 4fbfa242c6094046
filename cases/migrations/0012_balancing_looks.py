import camden.migrations._together
import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release, when no look had been asked for: what is added to those there are stands empty."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '0006_absences'),
        ('camden', '__first__'),
        ("cases", "0011_workers_asked_and_weights"),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.AddField(
                model_name='balancingrun',
                name='asked_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='balancingrun',
                name='asked_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='balancingrun',
                name='began_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='balancingrun',
                name='budget',
                field=models.PositiveIntegerField(default=0),
            ), migrations.AddField(
                model_name='balancingrun',
                name='changes',
                field=models.PositiveIntegerField(default=0),
            ), migrations.AddField(
                model_name='balancingrun',
                name='changes_bound',
                field=models.PositiveIntegerField(default=0),
            ), migrations.AddField(
                model_name='balancingrun',
                name='curve',
                field=models.JSONField(blank=True, default=list),
            ), migrations.AddField(
                model_name='balancingrun',
                name='failed_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AddField(
                model_name='balancingrun',
                name='found',
                field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None),
            ), migrations.AddField(
                model_name='balancingrun',
                name='what',
                field=models.CharField(choices=[('look', 'Who needs a new worker'), ('curve', 'What fairer shares would cost')], default='look', max_length=5),
            ), migrations.AddField(
                model_name='proposedmove',
                name='cause',
                field=models.CharField(blank=True, choices=[('waits', 'waits'), ('leaves', 'leaves'), ('away', 'away'), ('above', 'above'), ('too-many-children', 'too-many-children'), ('bought', 'bought')], max_length=20),
            ), migrations.AddField(
                model_name='proposedmove',
                name='chosen_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AddField(
                model_name='proposedmove',
                name='chosen_on',
                field=models.DateField(blank=True, null=True),
            ), migrations.AddField(
                model_name='proposedmove',
                name='overtaken_why',
                field=models.CharField(blank=True, max_length=300),
            ), migrations.AlterField(
                model_name='balancingrun',
                name='looked_at',
                field=models.DateTimeField(blank=True, null=True),
            ), migrations.AlterField(
                model_name='proposedmove',
                name='why',
                field=models.CharField(max_length=600),
            ), migrations.AddIndex(
                model_name='balancingrun',
                index=models.Index(condition=models.Q(('failed_at', None), ('looked_at', None)), fields=['team'], name='balancing_run_under_way'),
            ), migrations.AddConstraint(
                model_name='balancingrun',
                constraint=models.CheckConstraint(condition=models.Q(('looked_at', None), ('failed_at', None), _connector='OR'), name='a_look_is_complete_or_given_up'),
            ), migrations.AddConstraint(
                model_name='balancingrun',
                constraint=models.CheckConstraint(condition=models.Q(('asked_by', None), ('asked_at__isnull', False), _connector='OR'), name='who_asked_for_a_look_has_a_moment'),
            ), migrations.AddConstraint(
                model_name='proposedmove',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('chosen_by', None), ('chosen_on', None)), models.Q(('chosen_by__isnull', False), ('chosen_on__isnull', False)), _connector='OR'), name='who_chose_a_worker_has_a_day'),
            ), migrations.AddConstraint(
                model_name='proposedmove',
                constraint=models.CheckConstraint(condition=models.Q(('overtaken_why', ''), ('overtaken_on__isnull', False), _connector='OR'), name='overtaken_by_something_on_a_day'),
            )],
        ),
    ]
