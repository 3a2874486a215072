"""The read models of judicial aid."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0005_learning'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='AidBudgetRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('year', models.IntegerField()),
                ('amount', models.BigIntegerField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aid_budget_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_aid_budget',
            },
        ),
        migrations.CreateModel(
            name='AidFundRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('account', models.BigIntegerField()),
                ('opened_on', models.DateField()),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aid_fund_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_aid_fund',
                'constraints': [models.UniqueConstraint(fields=('court',), name='aid_fund_once_a_court')],
            },
        ),
        migrations.CreateModel(
            name='AidRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('number', models.CharField(blank=True, max_length=60)),
                ('case', models.BigIntegerField()),
                ('case_number', models.CharField(max_length=60)),
                ('person', models.BigIntegerField()),
                ('ground', models.CharField(max_length=20)),
                ('urgent', models.BooleanField()),
                ('asked', models.BigIntegerField()),
                ('stage', models.CharField(max_length=20)),
                ('applied_on', models.DateField()),
                ('filed_on', models.DateField(null=True)),
                ('decided_on', models.DateField(null=True)),
                ('outcome', models.CharField(blank=True, max_length=20)),
                ('source', models.CharField(blank=True, max_length=20)),
                ('amount', models.BigIntegerField(default=0)),
                ('drawn', models.BigIntegerField(default=0)),
                ('paid', models.BigIntegerField(default=0)),
                ('ended_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aid_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_aid',
                'indexes': [models.Index(fields=['case', 'person'], name='aid_of_person'), models.Index(fields=['court', 'stage'], name='aid_by_stage'), models.Index(fields=['court', 'decided_on'], name='aid_decided')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('court', 'number'), name='aid_number_once')],
            },
        ),
        protect_by_court("funds_aid_fund"),
        protect_by_court("funds_aid_budget"),
        protect_by_court("funds_aid"),
    ]
