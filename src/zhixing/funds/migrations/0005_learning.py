"""What a court's confirmations taught."""

from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0004_reconciling'),
    ]

    operations = [
        migrations.CreateModel(
            name='LearnedWeights',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8, unique=True)),
                ('at', models.DateTimeField()),
                ('lines', models.IntegerField()),
                ('weights', models.JSONField()),
                ('said', models.JSONField()),
            ],
            options={
                'db_table': 'funds_learned_weights',
            },
        ),
        protect_by_court("funds_learned_weights"),
    ]
