"""The chain's trigger finds each head by its key, however few rows the planner took the table to have when it planned.

A session that began with few dossiers planned the update to look through all those of the courts in sight, at each statement
anew: half of the trigger's time in an import of 20,000 cases, and more with each case. Now the key is the only thing by which
an index can be asked, and the other ways are closed to the trigger's own statement.
"""

from django.db import migrations

BY_COURT = "record_dossier.court = chains.court"
BY_KEY = "record_dossier.court IS NOT DISTINCT FROM chains.court"  # the same, but nothing an index is asked by
CLOSED = ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material")


def comparing(now: str, then: str, ways: str) -> str:
    """SQL that puts one comparison for another into the trigger's function, and says which ways its statements may go."""
    return f"""
    DO $$
    DECLARE
        written text := pg_get_functiondef('record_append()'::regprocedure);
    BEGIN
        ASSERT position('{now}' IN written) > 0;
        EXECUTE replace(written, '{now}', '{then}');
    END $$;
    {ways}
    """


def ways(how: str) -> str:
    """SQL that says so of every way that is closed."""
    return "".join(f"ALTER FUNCTION record_append() {how.format(way)};" for way in CLOSED)


class Migration(migrations.Migration):
    dependencies = [("record", "0009_acts_by_time")]

    operations = [
        migrations.RunSQL(
            comparing(BY_COURT, BY_KEY, ways("SET enable_{} = off")),
            comparing(BY_KEY, BY_COURT, ways("RESET enable_{}")),
        )
    ]
