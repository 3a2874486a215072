"""The peer of `match_lines`: Splink 5 on DuckDB, set up as its guide advises."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

import duckdb
import polars
from bench.bank_lines import KnownCase, Labelled
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as compared

FOUND_NUMBER = (
    r"[（(\[〔]?((?:19|20)\d\d)[）)\]〕]?年?\s*(\S{1,5}?)\s*(执[恢保异]?)\s*字?\s*第?\s*0*(\d+)\s*号?"
)
WIDE = {chr(0xFF01 + place): chr(0x21 + place) for place in range(94)}
# A case number as one writes a regular expression for it, and its serial and court.
NORMALISED = f"""
    select unique_id, nullif(concat_ws('-', n.year, n.court, n.kind, n.serial), '---') as number,
        nullif(n.serial, '') as serial, nullif(n.court, '') as court, name, amount, account
    from (select *, regexp_extract(text, '{FOUND_NUMBER}', ['year', 'court', 'kind', 'serial']) as n from told)
"""


def ranked(
    known: Sequence[KnownCase], judged: Sequence[Labelled]
) -> tuple[float, float, list[tuple[float, bool]]]:
    """Seconds to fill its tables and then to the predictions; each line's best weight and whether it is right, best first."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    began = time.perf_counter()
    connection = _filled(known, judged)
    filled = time.perf_counter() - began
    began = time.perf_counter()
    database = DuckDBAPI(connection)
    tables = [database.register(name, dataset_display_name=name) for name in ("lines", "cases")]
    linker = Linker(tables, _settings(), log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("number")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("number"))
    training.estimate_parameters_using_expectation_maximisation(block_on("name"))
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    rows = connection.execute(
        f"select unique_id_l, unique_id_r, match_weight, source_dataset_l from {predicted.physical_name}"
    ).fetchall()
    took = time.perf_counter() - began
    best: dict[int, tuple[float, int]] = {}
    for one, other, weight, source in rows:
        line, case = (one, other) if source == "lines" else (other, one)
        if line not in best or weight > best[line][0]:
            best[line] = (weight, case // 4)
    return (
        filled,
        took,
        sorted(((weight, case == judged[line].case) for line, (weight, case) in best.items()), reverse=True),
    )


def _filled(known: Sequence[KnownCase], judged: Sequence[Labelled]) -> duckdb.DuckDBPyConnection:
    """The tables as the guide wants them, each step where it is fastest: names without blanks and brackets in polars."""
    connection = duckdb.connect()
    lines = polars.DataFrame(
        {
            "unique_id": range(len(judged)),
            "text": [each.line.text for each in judged],
            "name": [each.line.name for each in judged],
            "amount": [each.line.amount for each in judged],
            "account": [each.line.account or None for each in judged],
        }
    )
    cases = polars.DataFrame(
        {
            "unique_id": [
                [4 * n + which for which in range(len(each.debtors))] for n, each in enumerate(known)
            ],
            "text": [each.number for each in known],
            "name": [each.debtors for each in known],
            "amount": [each.owed for each in known],
            "account": [each.accounts[0] if each.accounts else None for each in known],
        }
    ).explode("unique_id", "name")
    plain = (polars.col("text").str.replace_many(WIDE), polars.col("name").str.replace_all(r"[\s()（）]", ""))
    for table, told in (("lines", lines), ("cases", cases)):
        connection.register("told", told.with_columns(plain).to_arrow())
        connection.execute(f"create table {table} as {NORMALISED}")
        connection.unregister("told")
    return connection


def _settings() -> SettingsCreator:
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            compared.LevenshteinAtThresholds("number", [1, 2]).configure(term_frequency_adjustments=False),
            compared.JaroWinklerAtThresholds("name", [0.9, 0.8]).configure(term_frequency_adjustments=True),
            compared.ExactMatch("amount").configure(term_frequency_adjustments=True),
            compared.ExactMatch("account"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("number"),
            block_on("name"),
            block_on("account"),
            block_on("serial", "amount"),
            block_on("serial", "court"),
        ],
        retain_matching_columns=False,
    )
