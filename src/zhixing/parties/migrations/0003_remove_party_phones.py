"""The clear column is dropped once its content is safe; by itself, as PostgreSQL wants after a change of rows."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("parties", "0002_telephones_are_identities")]

    operations = [migrations.RemoveField(model_name="party", name="phones")]
