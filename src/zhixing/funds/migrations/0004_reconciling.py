"""What is not recorded yet, and what each reconciliation found."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0003_payouts'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reconciliation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('vouchers', models.IntegerField()),
                ('accounts', models.IntegerField()),
                ('found', models.JSONField()),
            ],
            options={
                'db_table': 'funds_reconciliation',
                'indexes': [models.Index(fields=['court', '-at'], name='reconciliation_newest')],
            },
        ),
        migrations.CreateModel(
            name='UnrecordedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('amount', models.BigIntegerField()),
                ('since', models.DateField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unrecorded_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_unrecorded',
            },
        ),
        protect_by_court("funds_unrecorded"),
        protect_by_court("funds_reconciliation"),
    ]
