"""Files kept with acts."""

from django.db import migrations, models

from zhixing.record.scope import protect_by_court


class Migration(migrations.Migration):
    dependencies = [("record", "0005_leaves_and_heads")]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("court", models.CharField(max_length=8)),
                ("sha256", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=120)),
                ("media_type", models.CharField(max_length=80)),
                ("size", models.IntegerField()),
                ("place", models.CharField(max_length=200)),
                ("kept_by", models.BigIntegerField()),
                ("kept_at", models.DateTimeField()),
            ],
            options={
                "db_table": "record_file",
                "constraints": [
                    models.UniqueConstraint(fields=["court", "sha256"], name="file_of_court_once")
                ],
            },
        ),
        protect_by_court("record_file"),
    ]
