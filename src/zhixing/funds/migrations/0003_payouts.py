"""The read model of payouts."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0002_reading'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='PayoutRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('seq', models.IntegerField()),
                ('account', models.BigIntegerField()),
                ('amount', models.BigIntegerField()),
                ('approved_on', models.DateField()),
                ('sent_on', models.DateField(null=True)),
                ('file', models.CharField(blank=True, max_length=35)),
                ('paid_on', models.DateField(null=True)),
                ('returned_on', models.DateField(null=True)),
                ('cancelled_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payout_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_payout',
                'indexes': [models.Index(condition=models.Q(('cancelled_on', None), ('paid_on', None)), fields=['account'], name='payout_waits')],
            },
        ),
        protect_by_court("funds_payout"),
    ]
