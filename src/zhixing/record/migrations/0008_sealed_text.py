"""Identifiers of things, sealed."""

from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):
    dependencies = [("record", "0007_kept_by_statement")]

    operations = [
        migrations.CreateModel(
            name="SealedText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("court", models.CharField(max_length=8)),
                ("token", models.CharField(max_length=64)),
                ("cipher", models.BinaryField()),
                ("masked", models.CharField(max_length=120)),
            ],
            options={
                "db_table": "record_sealed",
                "constraints": [
                    models.UniqueConstraint(fields=["court", "token"], name="sealed_once_a_court")
                ],
            },
        ),
        protect_by_court("record_sealed"),
    ]
