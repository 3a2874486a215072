"""Attempts while locked are told apart, and a release says who released."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.AddField(model_name="signin", name="locked", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="signin", name="released_by", field=models.BigIntegerField(null=True)),
        migrations.RemoveField(model_name="signin", name="released"),
    ]
