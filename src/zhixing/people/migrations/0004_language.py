from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_indexes_once")]

    operations = [
        migrations.AddField(
            model_name="officer",
            name="language",
            field=models.CharField(blank=True, default="", max_length=10, verbose_name="语言"),
        ),
    ]
