import camden.migrations._together
from django.db import migrations, models

RISK_ACCEPTED = "The table is empty where this runs first: no page has written an observation yet."


class Migration(migrations.Migration):

    dependencies = [
        ('training', '0002_the_floor_of_learning'),
    ]

    operations = [
        camden.migrations._together.Together(
            operations=[migrations.AddField(
                model_name='observation',
                name='asked_how',
                field=models.CharField(blank=True, db_default='', default='', max_length=200),
            ), migrations.AddField(
                model_name='observation',
                name='worker_says',
                field=models.TextField(blank=True, db_default='', default=''),
            ), migrations.AddConstraint(
                model_name='observation',
                constraint=models.CheckConstraint(condition=models.Q(('worker_says', ''), ('given_on__isnull', False), _connector='OR'), name='a_worker_answers_what_they_were_given'),
            )],
        ),
    ]
