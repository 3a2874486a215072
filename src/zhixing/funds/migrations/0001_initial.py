"""The ledger, kept true by the database: see `TRUTHS`."""

import django.db.models.deletion
from django.db import migrations, models


from zhixing.record.scope import protect_by_court

TRUTHS = """
    CREATE FUNCTION funds_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'insufficient_privilege';
    END $$;
    CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON funds_voucher FOR EACH ROW EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON funds_posting FOR EACH ROW EXECUTE FUNCTION funds_refuse();
    -- Balances and counters are changed by the triggers below alone.
    CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON funds_account FOR EACH ROW
        WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep_empty BEFORE INSERT ON funds_account FOR EACH ROW
        WHEN (NEW.balance <> 0) EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep BEFORE INSERT OR UPDATE OR DELETE ON funds_voucher_number FOR EACH ROW
        WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep_all BEFORE TRUNCATE ON funds_voucher FOR EACH STATEMENT EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep_all BEFORE TRUNCATE ON funds_posting FOR EACH STATEMENT EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep_all BEFORE TRUNCATE ON funds_account FOR EACH STATEMENT EXECUTE FUNCTION funds_refuse();
    CREATE TRIGGER keep_all BEFORE TRUNCATE ON funds_voucher_number
        FOR EACH STATEMENT EXECUTE FUNCTION funds_refuse();

    -- The vouchers of a statement take the next numbers of their court and year, without a gap.
    CREATE FUNCTION funds_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        part record;
    BEGIN
        FOR part IN
            SELECT court, year, min(number) AS first, max(number) AS last, count(*) AS many,
                   bool_and(year = extract(year FROM on_day)) AS of_its_day
            FROM added GROUP BY court, year ORDER BY court, year
        LOOP
            INSERT INTO funds_voucher_number (court, year, last) VALUES (part.court, part.year, 0)
                ON CONFLICT DO NOTHING;
            UPDATE funds_voucher_number SET last = part.last
                WHERE court = part.court AND year = part.year AND last = part.first - 1
                  AND part.last - part.first + 1 = part.many AND part.of_its_day;
            IF NOT FOUND THEN
                RAISE EXCEPTION 'voucher % of % in % does not follow the last number', part.first, part.court, part.year
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
        END LOOP;
        RETURN NULL;
    END $$;
    CREATE TRIGGER numbered AFTER INSERT ON funds_voucher REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION funds_numbered();

    -- Postings come all at once with their voucher, of its court and day, sum to zero, and move the balances of their accounts.
    CREATE FUNCTION funds_posted() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        astray bigint;
    BEGIN
        WITH sums AS (
            SELECT added.voucher_id, sum(added.amount) AS total, count(*) AS many,
                   count(account.id) FILTER (WHERE account.court = added.court) AS known,
                   min(added.court) AS court, min(added.on_day) AS first, max(added.on_day) AS last
            FROM added LEFT JOIN funds_account account ON account.id = added.account_id
            GROUP BY added.voucher_id
        )
        SELECT sums.voucher_id INTO astray FROM sums
            LEFT JOIN funds_voucher voucher ON voucher.id = sums.voucher_id
            WHERE total <> 0 OR known <> many OR voucher.id IS NULL OR voucher.court <> sums.court
               OR voucher.postings <> many OR voucher.on_day <> first OR voucher.on_day <> last
               OR (SELECT count(*) FROM funds_posting there WHERE there.voucher_id = sums.voucher_id) <> many
            LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'voucher % is not written whole, once, of one court and day, summing to zero', astray
                USING ERRCODE = 'check_violation';
        END IF;
        PERFORM FROM funds_account WHERE id IN (SELECT account_id FROM added) ORDER BY id FOR UPDATE;
        UPDATE funds_account SET balance = balance + moved.total
            FROM (SELECT account_id, sum(amount)::bigint AS total FROM added GROUP BY account_id) moved
            WHERE id = moved.account_id;
        RETURN NULL;
    END $$;
    CREATE TRIGGER posted AFTER INSERT ON funds_posting REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION funds_posted();

    -- A voucher without its postings cannot be committed, whatever courts the connection sees by then.
    CREATE FUNCTION funds_whole() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        seen text := coalesce(current_setting('app.courts', true), '');
        there int;
    BEGIN
        PERFORM set_config('app.courts', NEW.court, true);
        SELECT count(*) INTO there FROM funds_posting WHERE voucher_id = NEW.id;
        PERFORM set_config('app.courts', seen, true);
        IF there <> NEW.postings THEN
            RAISE EXCEPTION 'voucher % has no postings', NEW.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON funds_voucher DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION funds_whole();

    -- The vouchers of one act. `which` is the voucher (from 1) of each posting; accounts that are not there are made.
    CREATE FUNCTION funds_post(
        of_court text, of_dossier bigint, of_seq int, of_day date, purposes text[], lines text[], counts int[],
        which int[], kinds text[], owners bigint[], sides int[], amounts bigint[]
    ) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
        of_year int := extract(year FROM of_day);
        behind int;
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('vouchers ' || of_court || of_year, 0));
        SELECT last INTO behind FROM funds_voucher_number WHERE court = of_court AND year = of_year;
        behind := coalesce(behind, 0);
        INSERT INTO funds_account (court, kind, owner, side)
            SELECT DISTINCT of_court, kind, owner, side FROM unnest(kinds, owners, sides) AS named (kind, owner, side)
            WHERE NOT EXISTS (SELECT FROM funds_account there
                              WHERE there.court = of_court AND there.kind = named.kind AND there.owner = named.owner)
            ORDER BY kind, owner
            ON CONFLICT DO NOTHING;
        INSERT INTO funds_voucher (court, year, number, on_day, dossier_id, seq, purpose, line, postings)
            SELECT of_court, of_year, behind + place, of_day, of_dossier, of_seq, purpose, line, many
            FROM unnest(purposes, lines, counts) WITH ORDINALITY AS made (purpose, line, many, place);
        INSERT INTO funds_posting (voucher_id, account_id, court, on_day, amount)
            SELECT voucher.id, account.id, of_court, of_day, posting.amount
            FROM unnest(which, kinds, owners, amounts) AS posting (which, kind, owner, amount)
            JOIN funds_voucher voucher
              ON voucher.court = of_court AND voucher.year = of_year AND voucher.number = behind + posting.which
            JOIN funds_account account
              ON account.court = of_court AND account.kind = posting.kind AND account.owner = posting.owner;
    END $$;
"""
FREE = """
    DROP FUNCTION funds_post, funds_whole, funds_posted, funds_numbered, funds_refuse CASCADE;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('record', '0008_sealed_text'),
    ]

    operations = [
        migrations.CreateModel(
            name='LedgerAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('kind', models.CharField(max_length=20)),
                ('owner', models.BigIntegerField()),
                ('side', models.SmallIntegerField()),
                ('balance', models.BigIntegerField(db_default=0, default=0)),
            ],
            options={
                'db_table': 'funds_account',
                'indexes': [models.Index(fields=['owner'], name='account_owner')],
                'constraints': [models.UniqueConstraint(fields=('court', 'kind', 'owner'), name='account_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['bank', 'outgoing', 'suspense', 'case', 'reserved', 'escrow', 'deposit', 'fees', 'aid', 'unreturnable']), ('side__in', (-1, 1))), name='account_of_a_kind'), models.CheckConstraint(condition=models.Q(models.Q(('balance__gte', 0), ('side', 1)), models.Q(('balance__lte', 0), ('side', -1)), _connector='OR'), name='account_not_overdrawn')],
            },
        ),
        migrations.CreateModel(
            name='LedgerVoucher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('year', models.IntegerField()),
                ('number', models.IntegerField()),
                ('on', models.DateField(db_column='on_day')),
                ('seq', models.IntegerField()),
                ('purpose', models.CharField(max_length=60)),
                ('line', models.CharField(blank=True, max_length=20)),
                ('postings', models.SmallIntegerField()),
                ('dossier', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_voucher',
            },
        ),
        migrations.CreateModel(
            name='LedgerPosting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('on', models.DateField(db_column='on_day')),
                ('amount', models.BigIntegerField()),
                ('account', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='funds.ledgeraccount')),
                ('voucher', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='funds.ledgervoucher')),
            ],
            options={
                'db_table': 'funds_posting',
            },
        ),
        migrations.CreateModel(
            name='LineText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('place', models.CharField(max_length=20)),
                ('cipher', models.BinaryField()),
                ('dossier', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, to='record.dossierhead')),
            ],
            options={
                'db_table': 'funds_line_text',
            },
        ),
        migrations.CreateModel(
            name='VoucherNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('court', models.CharField(max_length=8)),
                ('year', models.IntegerField()),
                ('last', models.IntegerField(default=0)),
            ],
            options={
                'db_table': 'funds_voucher_number',
                'constraints': [models.UniqueConstraint(fields=('court', 'year'), name='voucher_numbers_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='ledgervoucher',
            constraint=models.UniqueConstraint(fields=('court', 'year', 'number'), name='voucher_number_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgervoucher',
            constraint=models.CheckConstraint(condition=models.Q(('postings__gte', 2)), name='voucher_has_two_sides'),
        ),
        migrations.AddIndex(
            model_name='ledgerposting',
            index=models.Index(fields=['account', 'on'], include=('amount',), name='posting_as_of'),
        ),
        migrations.AddConstraint(
            model_name='ledgerposting',
            constraint=models.UniqueConstraint(fields=('voucher', 'account'), name='posting_once'),
        ),
        migrations.AddConstraint(
            model_name='ledgerposting',
            constraint=models.CheckConstraint(condition=models.Q(('amount', 0), _negated=True), name='posting_moves_money'),
        ),
        migrations.AddConstraint(
            model_name='linetext',
            constraint=models.UniqueConstraint(fields=('dossier', 'place'), name='line_text_once'),
        ),
        migrations.RunSQL(TRUTHS, FREE),
        protect_by_court("funds_account"),
        protect_by_court("funds_voucher_number"),
        protect_by_court("funds_voucher"),
        protect_by_court("funds_posting"),
        protect_by_court("funds_line_text"),
    ]
