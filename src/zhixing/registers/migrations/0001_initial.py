"""The register of what was taken over."""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('record', '0004_duty_is_a_right'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakenOverRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('number', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('sheet', models.BinaryField()),
                ('dossier', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken_over', to='record.dossierhead')),
            ],
            options={
                'db_table': 'registers_taken_over',
                'constraints': [models.UniqueConstraint(fields=('court', 'number'), name='taken_over_once')],
            },
        ),
        protect_by_court("registers_taken_over"),
    ]
