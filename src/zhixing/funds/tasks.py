"""Each night, bank, ledger and dossiers are compared in every court, and what people confirmed is learned from."""

from __future__ import annotations

from procrastinate.contrib.django import app

from zhixing.funds.reconciling.comparing import compare, courts_with_money
from zhixing.record.scope import EVERY_COURT, seeing


@app.periodic(cron="30 1 * * *")
@app.task(name="funds.reconcile", queueing_lock="reconciliation")
def reconcile(timestamp: int) -> None:
    """Compare and keep what was found; the page of money shows it in the morning."""
    with seeing(EVERY_COURT):
        for court in courts_with_money():
            compare(court)


@app.periodic(cron="50 1 * * *")
@app.task(name="funds.learn", queueing_lock="learning")
def learn_from_confirmations(timestamp: int) -> None:
    """Count anew how payers of each court write, from the lines given to cases."""
    from zhixing.funds.recognising.learning import (
        learn,  # arrays are loaded where they are used, not by every command
    )

    with seeing(EVERY_COURT):
        for court in courts_with_money():
            learn(court)
