import camden.migrations._together
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


RISK_ACCEPTED = "Made before the first release, when no service had a course: who leads one is nobody yet."


class Migration(migrations.Migration):

    dependencies = [
        ('camden', '__first__'),
        ('training', '0003_the_other_side_of_an_observation'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.AddField(
                model_name='course',
                name='gives_certificate',
                field=models.BooleanField(default=True),
            ), migrations.AddField(
                model_name='coursesession',
                name='led_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
            ), migrations.AlterField(
                model_name='learning',
                name='kind',
                field=models.CharField(choices=[('group-supervision', 'Group supervision'), ('course', 'Course or workshop'), ('observation', 'Practice observation'), ('conference', 'Family group conference'), ('reading', 'Reading or research'), ('other', 'Something else')], max_length=20),
            ), migrations.AlterField(
                model_name='requireditem',
                name='warn_days',
                field=models.PositiveSmallIntegerField(default=92),
            )],
        ),
    ]
