"""Which transaction entered an act: by it the event feed and the signed heads put acts in an order without gaps."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("record", "0004_duty_is_a_right")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE record_act ADD COLUMN xact xid8 NOT NULL DEFAULT pg_current_xact_id();
            CREATE INDEX record_act_xact ON record_act (xact, id);
            """,
            "ALTER TABLE record_act DROP COLUMN xact",
        )
    ]
