"""Invented cases and the bank lines paid on them, each line with the case it was meant for: what a matcher is measured with.

Written apart from the matcher, from how people pay: a debtor told by phone writes the number from memory; a teller types it
without brackets; a bank cuts texts at a length of its own; an employer or a relative pays; one pays by instalments and writes
less each time; a twelfth of what comes is nobody's here. Persons follow the shares of common surnames and given names, so
namesakes are many; a tenth of the organisations owe in dozens of cases. Nothing is real. `python -m bench.bank_lines 20 7` prints
twenty lines of seed 7.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bench.invented_people import People
from bench.written_numbers import correctly, mistyped

OLD_NAMES = (
    "渝中区 江 沙 九 南 碚 渝北 巴 长寿 涪 万 开 梁 忠 云 奉 巫 巫溪 黔 秀"
    " 酉 彭 石 武隆 丰都 垫 永 津 合川 綦 铜 大足 荣 璧 潼 潼南 万盛 渝一中 渝二中 渝三中"
)
OLD_COURTS = tuple(f"{name}法" for name in OLD_NAMES.split(" "))
COURTS = tuple(
    f"渝{district}{court:02}" for district in ("01", "02", "03", "04", "05") for court in range(1, 9)
)
KINDS = ("执",) * 14 + ("执恢",) * 4 + ("执保", "执异")
YEARS = (2014, 2015, 2016, 2016, 2017, 2017, 2017, 2018, 2018, 2019)
BANKS = (
    "中国工商银行重庆分行",
    "重庆农村商业银行股份有限公司",
    "支付宝（中国）网络技术有限公司",
    "重庆市住房公积金管理中心",
    "重庆市社会保险局",
)
SOUNDS = dict(
    zip("伟芳敏静强军杰建国红英恒盛瑞丰华信江", "卫方民净墙君洁健果宏瑛衡胜锐峰花欣姜", strict=True)
)
OLD_SIGNS = str.maketrans(
    "张伟华国红强军丽兰龙贵杰东马陈刘杨赵吴黄孙罗郑谢许韩邓萧刚凤庆业贸达实丰兴远联创长",
    "張偉華國紅強軍麗蘭龍貴傑東馬陳劉楊趙吳黃孫羅鄭謝許韓鄧蕭剛鳳慶業貿達實豐興遠聯創長",
)
WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789()"}
FIRST_DAY = date(2019, 3, 1)


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case of the register. Sums in fen; `instalment` 0 for none."""

    number: str
    applicants: tuple[str, ...]
    debtors: tuple[str, ...]
    tails: tuple[str, ...]
    accounts: tuple[str, ...]
    owed: int
    instalment: int


@dataclass(frozen=True, slots=True)
class BankLine:
    """What the bank says. Fen."""

    amount: int
    day: date
    name: str
    account: str
    text: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line and the case it was meant for; None: none of them."""

    line: BankLine
    case: int | None


def cases(count: int, seed: int) -> list[KnownCase]:
    """So many open cases, without two of one number."""
    chance = random.Random(f"cases {seed}")
    people = People(chance, count)
    next_serial: dict[tuple[int, str, str], int] = {}
    found = []
    for _ in range(count):
        year, court, kind = chance.choice(YEARS), chance.choice(COURTS), chance.choice(KINDS)
        key = (year, court, kind)
        serial = next_serial.get(key, 0) + (1 if chance.random() < 0.8 else chance.randrange(2, 9))
        next_serial[key] = serial
        debtors = tuple(dict.fromkeys(people.debtor() for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3)))))
        applicants = (people.applicant(),)
        owed = _owed(chance)
        found.append(
            KnownCase(
                number=_number(year, court, kind, serial),
                applicants=applicants,
                debtors=debtors,
                tails=tuple(f"{chance.randrange(1000):03}{chance.choice('0123456789X')}" for _ in debtors),
                accounts=(_account(chance),) if chance.random() < 0.25 else (),
                owed=owed,
                instalment=max(owed // chance.choice((6, 10, 12, 20)) // 10_000 * 10_000, 0)
                if chance.random() < 0.2
                else 0,
            )
        )
    return found


def _number(year: int, court: str, kind: str, serial: int) -> str:
    """In the form of its year: the national one began in 2016."""
    if year < 2016:
        return f"（{year}）{OLD_COURTS[COURTS.index(court)]}{kind}字第{serial:05}号"
    return f"（{year}）{court}{kind}{serial}号"


def _owed(chance: random.Random) -> int:
    size = 10 ** chance.uniform(5.3, 8.7)  # 2,000 to 5,000,000 yuan
    if chance.random() < 0.45:
        step = 10 ** (len(str(int(size))) - 2)
        return max(int(size // step * step), 100)
    return int(size)


def _account(chance: random.Random) -> str:
    return chance.choice(("6228", "6217", "6222", "5001")) + "".join(
        chance.choices("0123456789", k=chance.choice((12, 15)))
    )


def lines(known: Sequence[KnownCase], count: int, seed: int) -> list[Labelled]:
    """So many lines of some months, in the order of days; instalments of one case come again, by the same hand."""
    chance = random.Random(f"lines {seed}")
    writer = Writer(chance, People(chance, 1000))
    found: list[Labelled] = []
    while len(found) < count:
        day = FIRST_DAY + timedelta(days=chance.randrange(180))
        if chance.random() < 0.08:
            found.append(Labelled(writer.of_nobody(known, day), None))
            continue
        row = chance.randrange(len(known))
        case = known[row]
        times = chance.choice((2, 3, 4, 6)) if case.instalment or chance.random() < 0.05 else 1
        found += [Labelled(line, row) for line in writer.of_case(case, day, times)]
    del found[count:]
    return sorted(found, key=lambda each: each.line.day)


class Writer:
    """Those who pay."""

    def __init__(self, chance: random.Random, people: People) -> None:
        self.chance, self.people = chance, people

    def of_case(self, case: KnownCase, day: date, times: int) -> list[BankLine]:
        """The payments of one payer on one case."""
        chance = self.chance
        debtor = chance.choice(case.debtors)
        own = chance.random() < 0.75
        if own:
            payer = self.name(debtor)
        elif chance.random() < 0.35:
            payer = chance.choice(BANKS)
        else:
            payer = self.people.person() if chance.random() < 0.6 else self.people.organisation()
        account = (
            chance.choice(case.accounts)
            if case.accounts and own and chance.random() < 0.6
            else _account(chance)
        )
        careful = chance.random()
        found = []
        for time in range(times):
            if time and chance.random() < 0.2:  # written with less care than the first time
                careful = min(careful + 0.2, 1)
            text = self.text(case, debtor, own, payer in BANKS, careful)
            amount = self.amount(case, times)
            found.append(
                BankLine(
                    amount,
                    day + timedelta(days=30 * time),
                    payer,
                    account if chance.random() < 0.9 else "",
                    text,
                )
            )
        return found

    def amount(self, case: KnownCase, times: int) -> int:
        """All of it, an instalment, a round part, an odd part, or with interest."""
        chance = self.chance
        if times > 1:
            return case.instalment or max(case.owed // times, 1)
        how = chance.random()
        if how < 0.25:
            return case.owed
        if how < 0.55:
            return max(int(case.owed * chance.random()) // 100_000 * 100_000, 10_000)
        return int(case.owed * (chance.uniform(1.0, 1.3) if how < 0.7 else chance.random())) + 1

    def text(self, case: KnownCase, debtor: str, own: bool, by_bank: bool, careful: float) -> str:
        """The text: the number in full for three fifths, mistyped or in part for a seventh, none for the rest."""
        chance = self.chance
        if by_bank:
            careful = min(careful, 0.9) * 0.85
        if careful < 0.62:
            number = correctly(chance, case.number)
        elif careful < 0.77:
            number = mistyped(chance, case.number)
        else:
            return self.without_number(case, debtor, own)
        before = chance.choice(
            (
                "",
                "",
                "案号",
                "案号：",
                "执行款",
                "还款 ",
                "付",
                "履行",
                "执行案款-",
                "扣划" if by_bank else "交",
            )
        )
        who = (
            ""
            if own and chance.random() < 0.8
            else chance.choice((debtor, f"代{debtor}", f"被执行人{debtor}", ""))
        )
        after = chance.choice(
            (
                "",
                "",
                "执行款",
                "案款",
                f" {chance.randrange(1, 99)}期",
                f"诉{debtor}" if chance.random() < 0.3 else "",
                " 元月",
            )
        )
        parts = [before + number, who, after]
        if chance.random() < 0.25:
            parts = [who, before + number, after]
        text = chance.choice(("", "", "", " ", "，")).join(part for part in parts if part)
        if chance.random() < 0.06:
            text = text[: chance.choice((16, 20, 24, 30))]
        return text.translate(WIDE) if chance.random() < 0.05 else text

    def without_number(self, case: KnownCase, debtor: str, own: bool) -> str:
        """What people write who have no number at hand."""
        chance = self.chance
        tail = case.tails[case.debtors.index(debtor)]
        ways = [
            "",
            "执行款",
            "还款",
            "货款",
            "法院执行款",
            "转账",
            "跨行转账",
            f"付{case.applicants[0]}款",
            f"还{case.applicants[0]}",
            f"{debtor}诉讼案",
            f"身份证尾号{tail}",
            "往来款",
            "工资款执行",
            f"给{case.applicants[0]}的赔偿款",
        ]
        if not own:
            ways += [
                f"代{debtor}还款",
                f"代付{debtor}执行款",
                f"{debtor}案款",
                f"{debtor}还{case.applicants[0]}",
            ] * 4
        return chance.choice(ways)

    def name(self, debtor: str) -> str:
        """The payer's name as the bank writes it."""
        chance = self.chance
        how = chance.random()
        if how < 0.86:
            return debtor
        if how < 0.89:
            return debtor.translate(OLD_SIGNS)
        if how < 0.91:
            return debtor.replace("（", "(").replace("）", ")").replace("·", chance.choice((".", "•", "")))
        if how < 0.94 and len(debtor) > 5:
            return chance.choice(
                (
                    debtor.replace("有限公司", "有限责任公司"),
                    debtor.replace("有限公司", ""),
                    debtor.removeprefix("重庆市"),
                    debtor[:10],
                )
            )
        if how < 0.96:
            return f"{debtor[0]} {debtor[1:]}"
        for sign, other in SOUNDS.items():
            if sign in debtor:
                return debtor.replace(sign, other, 1)
        return debtor

    def of_nobody(self, known: Sequence[KnownCase], day: date) -> BankLine:
        """Court fees, deposits, refunds, salaries, mistakes; some by namesakes of debtors."""
        chance = self.chance
        how = chance.random()
        name = (
            chance.choice(chance.choice(known).debtors)
            if how < 0.25
            else self.people.person()
            if how < 0.6
            else self.people.organisation()
        )
        court = chance.choice(COURTS)
        kind = chance.choice(("民初", "民初", "民初", "刑初", "行初", "民终", "执"))
        serial = chance.randrange(1, 9000) if kind != "执" else chance.randrange(60_000, 90_000)
        text = chance.choice(
            (
                f"（{chance.choice(YEARS)}）{court}{kind}{serial}号诉讼费",
                f"{court}{kind}{serial}案件受理费",
                "诉讼费",
                "竞买保证金",
                "拍卖保证金 标的1",
                "工资",
                "货款",
                "",
                "退款",
                "误转",
                f"{self.people.person()}诉讼费",
            )
        )
        amount = chance.choice(
            (5000, 10_000, 2500, 100_000, chance.randrange(1000, 10**7), chance.randrange(10, 500) * 10_000)
        )
        return BankLine(amount, day, name, _account(chance), text)


if __name__ == "__main__":
    wanted, seed = int(sys.argv[1]), int(sys.argv[2])
    register = cases(20_000, seed)
    for each in lines(register, wanted, seed):
        told = each.line
        meant = "—" if each.case is None else register[each.case].number
        sys.stdout.write(
            f"{meant}\t{told.day}\t{told.amount / 100:.2f}\t{told.name}\t{told.account}\t{told.text}\n"
        )
