"""The peer of `match_lines`: Splink 5 on DuckDB, set up as its guide advises."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars
from bench.bank_lines import KnownCase, Labelled
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_library as compared

FOUND_NUMBER = re.compile(
    r"[（(\[〔]?((?:19|20)\d\d)[）)\]〕]?年?\s*(\S{1,5}?)\s*(执[恢保异]?)\s*字?\s*第?\s*0*(\d+)\s*号?"
)


def ranked(known: Sequence[KnownCase], judged: Sequence[Labelled]) -> tuple[float, list[tuple[float, bool]]]:
    """Seconds from the filled tables to the predictions; each line's best weight and whether it is right, best first."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = _filled(known, judged)
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
    return took, sorted(
        ((weight, case == judged[line].case) for line, (weight, case) in best.items()), reverse=True
    )


def _filled(known: Sequence[KnownCase], judged: Sequence[Labelled]) -> duckdb.DuckDBPyConnection:
    left = polars.DataFrame(
        [
            {
                "unique_id": place,
                "number": normal(each.line.text),
                "serial": part(each.line.text, 3),
                "court": part(each.line.text, 1),
                "name": bare(each.line.name),
                "amount": each.line.amount,
                "account": each.line.account or None,
            }
            for place, each in enumerate(judged)
        ]
    )
    right = polars.DataFrame(
        [
            {
                "unique_id": place * 4 + which,
                "number": normal(each.number),
                "serial": part(each.number, 3),
                "court": part(each.number, 1),
                "name": bare(name),
                "amount": each.owed,
                "account": each.accounts[0] if each.accounts else None,
            }
            for place, each in enumerate(known)
            for which, name in enumerate(each.debtors)
        ],
        infer_schema_length=None,
    )
    with TemporaryDirectory(prefix="zx-") as folder:
        left.write_parquet(Path(folder, "lines.parquet"))
        right.write_parquet(Path(folder, "cases.parquet"))
        connection = duckdb.connect()
        for name in ("lines", "cases"):
            connection.execute(
                f"create table {name} as select * from read_parquet('{folder}/{name}.parquet')"
            )
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


def normal(text: str) -> str | None:
    """The case number in a text as one writes a regular expression for it; None for none."""
    wide = text.translate({0xFF01 + place: 0x21 + place for place in range(94)})
    found = FOUND_NUMBER.search(wide)
    return "-".join(found.groups()) if found else None


def part(text: str, place: int) -> str | None:
    """One part of the number: 1 the court, 3 the serial."""
    number = normal(text)
    return number.split("-")[place] if number else None


def bare(name: str) -> str:
    """A name without blanks and brackets."""
    return re.sub(r"[\s()（）]", "", name)
