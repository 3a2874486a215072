"""`zhixing sandbox network`: plays the institutions of the property network, in this process, until interrupted.

Loads neither Django nor the database: all it shares with the platform is the message format and the secret its keys are made of.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime, timedelta

SEED = 2017


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("what", choices=["network"], metavar="network", help="财产网络查控的协助单位")
    parser.add_argument("--port", type=int, default=8100, help="端口（默认 8100，只在本机监听）")
    parser.add_argument("--seed", type=int, default=SEED, help="随机种子；同一种子对同一请求总是同样反馈")
    parser.add_argument(
        "--hour", type=float, default=1.0, metavar="秒", help="沙箱的一小时等于多少秒，默认 1"
    )
    parser.add_argument("--good", action="store_true", help="只作正确的反馈，不停机")
    parser.add_argument(
        "--court",
        action="append",
        default=[],
        metavar="公钥",
        help="另外相信的法院公钥，见 zhixing network key",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; 1 when the port is taken, 2 for a key that is none."""
    from zhixing.assets.network.signing import Signer, key_name, made_of, public
    from zhixing.simulate.network.exchange import Exchange
    from zhixing.simulate.network.server import server
    from zhixing.web.places import secret

    shared = secret("ZHIXING_NETWORK_KEY")
    try:
        courts = [made_of(shared, "court").public_key(), *(public(each) for each in args.court)]
    except ValueError:
        print("公钥应为 64 位十六进制，由 zhixing network key 给出", file=sys.stderr)
        return 2
    exchange = Exchange(
        args.seed,
        Signer(made_of(shared, "exchange")),
        {key_name(each): each for each in courts},
        hour=timedelta(seconds=args.hour),
        good=args.good,
    )
    try:
        with server(exchange, args.port, lambda: datetime.now(UTC)) as serving:
            print(f"沙箱已启动：http://127.0.0.1:{serving.server_port}", flush=True)
            serving.serve_forever()
    except OSError:
        print(f"端口 {args.port} 已被占用，请用 --port 另选", file=sys.stderr)
        return 1
    return 0
