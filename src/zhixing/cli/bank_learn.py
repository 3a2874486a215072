"""`zhixing bank learn`: the nightly counting of what was confirmed, now, with what came of it."""

from __future__ import annotations


def learn_everywhere() -> int:
    """Print, for each court with money, how often a proposal of such a probability was right; always 0."""
    from zhixing.cli.django import setup

    setup()
    from zhixing.funds.recognising.learning import learn
    from zhixing.funds.reconciling.comparing import courts_with_money
    from zhixing.record.scope import EVERY_COURT, seeing

    with seeing(EVERY_COURT):
        for court in courts_with_money():
            taught = learn(court)
            if taught is None:
                print(f"{court}：还没有认定过来款")
                continue
            print(f"{court}：按 {taught.lines} 笔重新统计")
            for start_at, lines, said, right in taught.said:
                print(
                    f"  建议的把握在 {start_at:.0%} 以上的 {lines} 笔：平均说 {said:.1%}，实际对 {right:.1%}"
                )
    return 0
