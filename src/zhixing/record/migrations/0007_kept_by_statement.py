"""What the database keeps, kept once a statement instead of once a row (docs/decisions/0016).

The chain: the first act of a dossier in a statement follows its head, each other one the one before it, every hash is that of
its body, or the statement fails. Partitions have the trigger too, for who inserts into one directly. That the dossier is there
follows, so the foreign key goes; a head that has acts refuses DELETE and another number itself, so the duties need none either.
The courts seen are read once for the check of what a statement writes.
"""

import django.db.models.deletion
from django.db import migrations, models

from zhixing.record.scope import COURT_SEEN, WRITTEN

YEARS = range(2004, 2041)
BY_STATEMENT = """
    CREATE OR REPLACE FUNCTION record_append() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        astray record;
    BEGIN
        -- No joins but by primary key: a transition table has no statistics.
        WITH linked AS (
            SELECT dossier_id, court, seq, recorded_at, prev_hash, hash, seq - lag(seq, 1, seq - 1) OVER own = 1
                   AND prev_hash = lag(hash, 1, prev_hash) OVER own AND hash = sha256(prev_hash || body) AS follows,
                   row_number() OVER own = 1 AS oldest, lead(seq) OVER own IS NULL AS newest
            FROM added WINDOW own AS (PARTITION BY dossier_id ORDER BY seq)
        ), chains AS (
            SELECT dossier_id, min(seq) AS since, max(seq) AS until, min(court) AS court,
                   bool_and(follows) AND min(court) = max(court) AS whole,
                   (array_agg(prev_hash) FILTER (WHERE oldest))[1] AS behind,
                   (array_agg(hash) FILTER (WHERE newest))[1] AS head,
                   (array_agg(recorded_at) FILTER (WHERE newest))[1] AS at
            FROM linked GROUP BY dossier_id
        ), moved AS (
            UPDATE record_dossier SET head_seq = chains.until, head_hash = chains.head, head_at = chains.at
            FROM chains
            WHERE id = chains.dossier_id AND record_dossier.court = chains.court AND chains.whole
              AND head_seq = chains.since - 1 AND head_hash = chains.behind
            RETURNING id
        )
        SELECT dossier_id, since INTO astray FROM chains WHERE dossier_id NOT IN (SELECT id FROM moved) LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'act % of dossier %, or one added with it, does not follow its last act',
                astray.since, astray.dossier_id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END $$;
    DROP TRIGGER append ON record_act;
"""
BY_ROW = """
    CREATE OR REPLACE FUNCTION record_append() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE record_dossier SET head_seq = NEW.seq, head_hash = NEW.hash, head_at = NEW.recorded_at
            WHERE id = NEW.dossier_id AND court = NEW.court AND head_seq = NEW.seq - 1 AND head_hash = NEW.prev_hash
              AND NEW.hash = sha256(NEW.prev_hash || NEW.body);
        IF NOT FOUND THEN
            RAISE EXCEPTION 'act % of dossier % does not follow its last act', NEW.seq, NEW.dossier_id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER append BEFORE INSERT ON record_act FOR EACH ROW EXECUTE FUNCTION record_append();
"""
TABLES = ("record_act", *(f"record_act_{year}" for year in YEARS))
ADD = "".join(
    f"""
    CREATE TRIGGER append AFTER INSERT ON {table} REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION record_append();
    """
    for table in TABLES
)
DROP = "".join(f"DROP TRIGGER append ON {table};" for table in TABLES)


HEADS = """
    CREATE FUNCTION record_keep_head() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'dossier % has acts: % refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER keep BEFORE DELETE ON record_dossier
        FOR EACH ROW WHEN (OLD.head_seq > 0) EXECUTE FUNCTION record_keep_head();
    CREATE TRIGGER keep_id BEFORE UPDATE OF id ON record_dossier
        FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION record_keep_head();
    ALTER TABLE record_act DROP CONSTRAINT record_act_dossier_id_fkey;
"""
HEADS_BACK = """
    DROP TRIGGER keep ON record_dossier; DROP TRIGGER keep_id ON record_dossier; DROP FUNCTION record_keep_head;
    ALTER TABLE record_act ADD CONSTRAINT record_act_dossier_id_fkey
        FOREIGN KEY (dossier_id) REFERENCES record_dossier (id) ON DELETE RESTRICT;
"""


def checking(rule: str) -> str:
    """SQL that lets every table protected by court so far check what is written by this rule."""
    return f"""
    DO $$
    DECLARE
        protected record;
    BEGIN
        FOR protected IN SELECT tablename FROM pg_policies WHERE policyname = 'by_court' AND with_check LIKE '((court)%' LOOP
            EXECUTE format($policy$ALTER POLICY by_court ON %I WITH CHECK (court {rule})$policy$, protected.tablename);
        END LOOP;
    END $$;
    """


class Migration(migrations.Migration):
    dependencies = [("record", "0006_stored_file")]

    operations = [
        migrations.RunSQL(BY_STATEMENT + ADD, DROP + BY_ROW),
        migrations.RunSQL(HEADS, HEADS_BACK),
        migrations.RunSQL(checking(WRITTEN), checking(COURT_SEEN)),
        migrations.AlterField(
            model_name="dutyrow",
            name="dossier",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="duty_rows",
                to="record.dossierhead",
            ),
        ),
    ]
