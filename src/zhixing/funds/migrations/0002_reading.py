"""Read models of bank accounts, statements and their lines."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    dependencies = [
        ('funds', '0001_initial'),
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='BankAccountRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('bank', models.CharField(max_length=120)),
                ('number', models.CharField(max_length=40)),
                ('use', models.CharField(max_length=20)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bank_account_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_bank_account',
                'indexes': [models.Index(fields=['court', 'number'], name='bank_account_number')],
            },
        ),
        migrations.CreateModel(
            name='LineRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('account', models.BigIntegerField()),
                ('place', models.CharField(max_length=20)),
                ('on', models.DateField(db_column='on_day')),
                ('amount', models.BigIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('payer', models.CharField(blank=True, max_length=64)),
                ('virtual', models.CharField(blank=True, max_length=40)),
                ('case', models.BigIntegerField(null=True)),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('assigned_on', models.DateField(null=True)),
                ('owner', models.BigIntegerField(null=True)),
                ('aside_on', models.DateField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='line_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_line',
                'indexes': [models.Index(condition=models.Q(('amount__gt', 0), ('case', None)), fields=['court', 'on'], name='line_waits'), models.Index(fields=['account', 'digest'], name='line_digest'), models.Index(condition=models.Q(('payer', ''), _negated=True), fields=['payer'], name='line_payer'), models.Index(condition=models.Q(('case__isnull', False)), fields=['case'], name='line_case')],
            },
        ),
        migrations.CreateModel(
            name='StatementRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('account', models.BigIntegerField()),
                ('number', models.CharField(max_length=60)),
                ('file', models.CharField(max_length=64)),
                ('taken_on', models.DateField()),
                ('first_on', models.DateField(null=True)),
                ('last_on', models.DateField(null=True)),
                ('lines', models.IntegerField()),
                ('opening', models.BigIntegerField(null=True)),
                ('closing', models.BigIntegerField(null=True)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statement_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_statement',
                'indexes': [models.Index(fields=['account', 'taken_on'], name='statements_of_account')],
            },
        ),
        migrations.CreateModel(
            name='VirtualAccountRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('account', models.BigIntegerField()),
                ('number', models.CharField(max_length=40)),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='virtual_account_rows', to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_virtual_account',
                'indexes': [models.Index(fields=['court', 'number'], name='virtual_account_number')],
            },
        ),
        protect_by_court("funds_bank_account"),
        protect_by_court("funds_virtual_account"),
        protect_by_court("funds_statement"),
        protect_by_court("funds_line"),
    ]
