"""Prices, auctions, sales, transfers and what follows are written in the national fields, from the acts entered here."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from tests.assets.sales import (
    ANNOUNCED,
    DAY,
    ONE,
    PRICE,
    PRICED,
    RULED,
    SOLD,
    TOLD,
    announced,
    done,
    notice,
    on_private_sale,
    priced,
    ruled,
    served,
    sold,
    unsold_twice,
)
from tests.assets.test_appraisers import fixed, lot
from tests.assets.test_lots import lot_sold
from tests.assets.test_valuation import START, held, objected, start
from tests.cases.stories import APPLICANT, DEBTOR, OTHER
from tests.record.builder import Did, add
from zhixing.assets.acts.auction import (
    BuyerDefaulted,
    DirectGround,
    PriorityBuyerConfirmed,
    PropertySold,
    SaleRuled,
    SaleWay,
)
from zhixing.assets.acts.delivery import (
    PropertyHandedOver,
    TransferRulingServed,
)
from zhixing.assets.acts.sale import (
    CreditorsAsked,
    DebtOccasion,
    DirectSaleOffered,
    PriceBasis,
    TakenForDebt,
)
from zhixing.assets.acts.valuation import (
    PriceMethod,
    PriceObjectionResolved,
    PriceObjectionResult,
    ReferencePriceFixed,
)
from zhixing.assets.questions.appraisers import appraisers
from zhixing.cases.acts.panel import PanelDeliberated
from zhixing.record.dossier import Dossier
from zhixing.registers.cells import READERS, written
from zhixing.registers.fields import KEY, tables
from zhixing.registers.rows import Values
from zhixing.registers.told_assets import asset_rows
from zhixing.registers.told_rows import Person

PERSONS = {
    APPLICANT: Person({"C_MC": "李大山"}),
    DEBTOR: Person({"C_MC": "赵小川"}),
    OTHER: Person({"C_MC": "周远"}, (("居民身份证", "509999199001010011"),)),
}


def rows(dossier: Dossier, table: str) -> list[Values]:
    """The rows of a table; every value in a column that the table has, and as a file of its kind may hold it."""
    found = [values for code, values in asset_rows(dossier, PERSONS) if code == table]
    columns = tables()[table].by_code()
    for each in found:
        for code, value in each.items():
            assert READERS[columns[code].kind](written(value)) == value, code
    return found


def at(day: date) -> datetime:
    return datetime.combine(day, time.min)


def test_an_appraisal_is_written_with_its_objection_and_what_came_of_it() -> None:
    dossier, _, objection = objected()
    act = PriceObjectionResolved(
        objection=objection, result=PriceObjectionResult.CORRECTED, amount=PRICE + 100
    )
    dossier = done(dossier, act, START + 30 * DAY)
    (row,) = rows(dossier, "T_SCZXPG")
    (thing,) = rows(dossier, "T_SCZXPGPGBDW")
    assert (row["C_SQF"], row["C_BSQF"], row["C_YYR"]) == ("李大山", "赵小川", "赵小川")
    assert (row["C_SFYY"], row["C_YYCLWC"], row["C_YYCLJG"]) == ("是", "是", "已补正")
    assert row["D_YYCLRQ"] == at(START + 30 * DAY)
    assert thing["C_ID_SCZXPG"] == row[KEY]
    assert (thing["C_XDFS"], thing["C_PGJGMC"]) == ("协商", "甲评估")
    assert (thing["N_PGJ"], thing["C_SYQR"]) == (Decimal(60001), "赵小川")
    assert thing["D_JGYJWCGZRQ"] == at(START + 30 * DAY)


def test_who_was_drawn_and_another_way_are_told_apart() -> None:
    dossier, thing = held()
    dossier = done(dossier, fixed(thing), START)
    dossier = done(dossier, lot(dossier.head), START + 4 * DAY)
    chosen = appraisers(dossier, thing, START + 4 * DAY)
    assert chosen is not None
    drawn = done(dossier, start(thing, PriceMethod.APPRAISED, asked=chosen.names[:1]), START + 5 * DAY)
    (row,) = rows(drawn, "T_SCZXPGPGBDW")
    assert (row["C_XDFS"], row["D_QDJGRQ"], row["C_PGSFWC"]) == ("摇号", at(START + 4 * DAY), "否")
    agreed = done(dossier, start(thing, PriceMethod.AGREED), START + 5 * DAY)
    (row,) = rows(agreed, "T_SCZXPGPGBDW")
    assert (row["C_XDFS"], row["C_SFQDPGJG"]) == ("当事人议价", "否")


def test_an_auction_is_written_with_its_thing_its_round_and_its_buyer() -> None:
    dossier, _ = sold()
    (row,) = rows(dossier, "T_SCZXPM")
    assert (row["N_XHPM"], row["C_PMFS"], row["D_PMCDRQ"]) == (1, "网络司法拍卖", at(RULED))
    assert (row["C_SFTJPM"], row["C_PMJGMC"], row["C_YWLXQK"]) == ("是", "某拍卖平台", "未履行")
    (thing,) = rows(dossier, "T_SCZXPMPMBDW")
    assert thing["C_ID_SCZXPM"] == row[KEY]
    assert (thing["D_DYCPMGGRQ"], thing["D_DYCPMRQ"]) == (at(ANNOUNCED), at(ANNOUNCED + 15 * DAY))
    assert (thing["N_DYCQPJ"], thing["N_DYCJCJ"]) == (Decimal(42000), Decimal(50000))
    assert (thing["C_DYCPMJG"], thing["C_MSR"], thing["C_MSRZJHM"]) == ("成交", "周远", "509999199001010011")
    assert (thing["N_PGJ"], thing["C_KZFS"], thing["N_WKJNQX"]) == (Decimal(60000), "查封", 15)
    assert "D_DECPMGGRQ" not in thing


def test_two_rounds_without_a_buyer_stand_side_by_side_and_the_sale_after_them_apart() -> None:
    dossier, _, _ = unsold_twice()
    (thing,) = rows(dossier, "T_SCZXPMPMBDW")
    assert (thing["C_DYCPMJG"], thing["C_DECPMJG"], thing["N_DECQPJ"]) == ("流拍", "流拍", Decimal(33600))
    assert thing["C_DECLPYY"] == "无人出价"
    assert not rows(dossier, "T_SCZXBM")
    dossier, number, starts = on_private_sale()
    dossier = add(
        dossier,
        Did(PropertySold(property=number, buyer=OTHER, price=3_360_000), starts + 5 * DAY),
        guarded=False,
    )
    (sale,) = rows(dossier, "T_SCZXBM")
    (item,) = rows(dossier, "T_SCZXBMBMMX")
    assert (sale["C_BMYY"], sale["C_BMFS"]) == ("拍卖均已流拍", "网络司法变卖")
    assert item["C_ID_SCZXBM"] == sale[KEY]
    assert (item["C_BMJG"], item["N_BMZE"], item["C_MSR"]) == ("成交", Decimal(33600), "周远")
    assert (item["D_BMKSRQ"], item["D_BMJSRQ"]) == (at(starts), at(starts + 5 * DAY))


def test_a_direct_sale_has_its_ground_and_no_auction() -> None:
    dossier, thing = priced()
    act = SaleRuled(
        property=thing,
        way=SaleWay.DIRECT,
        ruling="裁1号",
        ground=DirectGround.CONSENT,
        reason="双方及抵押权人均同意变卖",
    )
    dossier = done(dossier, act, RULED)
    offer = DirectSaleOffered(property=thing, basis=PriceBasis.AGREED, based_on=PRICE, price=PRICE)
    dossier = done(dossier, offer, RULED)
    assert not rows(dossier, "T_SCZXPM")
    (sale,) = rows(dossier, "T_SCZXBM")
    assert (sale["C_BMYY"], sale["C_BMFS"]) == ("当事人双方及有关权利人同意变卖", "直接变卖")
    (item,) = rows(dossier, "T_SCZXBMBMMX")
    assert (item["C_BMJG"], item["N_CKJG"]) == ("进行中", Decimal(60000))


def test_what_is_sold_together_has_a_row_each_with_its_part_of_the_price() -> None:
    dossier, machine, _, _ = lot_sold()
    less = ReferencePriceFixed(property=machine, amount=1_500_000, valid_until=date(2018, 4, 4))
    dossier = add(dossier, Did(less, PRICED), guarded=False)
    assert len(rows(dossier, "T_SCZXPM")) == 1
    first, second = rows(dossier, "T_SCZXPMPMBDW")
    assert (first["N_DYCJCJ"], first["C_BDLB"]) == (Decimal(15000), "机器设备")
    assert (second["N_DYCJCJ"], second["C_BDLB"]) == (Decimal(25000), "工业用房")
    assert first["C_DYCPMJG"] == second["C_DYCPMJG"] == "成交"
    assert first["C_MSR"] == second["C_MSR"] == "周远"
    assert (first["N_DYCQPJ"], second["N_PGJ"]) == (Decimal(35000), Decimal(25000))
    assert "N_DYCQPJ" not in second
    assert "合并拍卖" in str(first["C_XCQK"]) and "合并拍卖" in str(second["C_XCQK"])


def test_a_prior_buyer_stands_with_the_lot() -> None:
    dossier, thing = announced()
    panel = dossier.last(PanelDeliberated)
    assert panel is not None
    act = PriorityBuyerConfirmed(property=thing, party=OTHER, ground="按份共有人", deliberation=panel.seq)
    dossier = done(dossier, act, ANNOUNCED + 3 * DAY)
    bought = PropertySold(property=thing, buyer=OTHER, price=5_000_000, code="A1", by_priority=True)
    dossier = done(dossier, bought, SOLD)
    (first,) = rows(dossier, "T_SCZXPMPMBDWYXGMQK")
    (item,) = rows(dossier, "T_SCZXPMPMBDW")
    assert first["C_ID_SCZXPMPMBDW"] == item[KEY]
    assert (first["C_YXGMRXM"], first["C_YXQKMS"]) == ("周远", "按份共有人，第 1 顺位，以优先购买权竞得")


def test_a_default_is_a_result_and_the_next_auction_of_the_round_takes_its_place() -> None:
    dossier, thing = sold()
    on = SOLD + 16 * DAY
    dossier = done(dossier, BuyerDefaulted(property=thing, reason="逾期未付，经催告仍未付"), on)
    (item,) = rows(dossier, "T_SCZXPMPMBDW")
    assert item["C_DYCPMJG"] == "悔拍"
    again = add(dossier, Did(notice(dossier, thing, starts=on + 20 * DAY), on), guarded=False)
    (item,) = rows(again, "T_SCZXPMPMBDW")
    assert (item["C_DYCPMJG"], item["D_DYCPMGGRQ"]) == ("进行中", at(on))


def test_a_second_ruling_is_an_auction_of_its_own() -> None:
    dossier, thing = ruled()
    dossier = done(dossier, SaleRuled(property=thing, way=SaleWay.ONLINE, ruling="裁9号"), TOLD)
    assert [each["N_XHPM"] for each in rows(dossier, "T_SCZXPM")] == [1, 2]


def test_passing_on_after_an_auction_is_written_with_the_buyers_paper() -> None:
    dossier, thing = served()
    (row,) = rows(dossier, "T_SCZXPDYJ")
    assert (row["C_QSBGLX"], row["C_CCYJWB"], row["C_YSYQR"]) == ("拍卖成交", "否", "赵小川")
    on = SOLD + 20 * DAY
    dossier = done(dossier, PropertyHandedOver(property=thing, to=OTHER, state="已交接"), on)
    (row,) = rows(dossier, "T_SCZXPDYJ")
    assert (row["C_CCYJWB"], row["D_YJRQ"], row["C_MSRZJHM"]) == ("是", at(on), "509999199001010011")
    assert (row["C_BDWQDXH"], row["C_QSBGWS"]) == ("1", "（2017）渝0235执1号之二")


def taken() -> tuple[Dossier, int]:
    dossier, thing, end = unsold_twice()
    dossier = done(dossier, CreditorsAsked(property=thing, to=(APPLICANT,), accepts=APPLICANT), end + DAY)
    act = TakenForDebt(
        property=thing,
        occasion=DebtOccasion.UNSOLD,
        taker=APPLICANT,
        price=3_360_000,
        debt=3_360_000,
        ruling="裁3号",
        others="没有其他债权人",
    )
    return done(dossier, act, end + 2 * DAY), thing


def test_a_thing_taken_for_the_debt_is_written_and_passes_on() -> None:
    dossier, thing = taken()
    on = dossier.recorded[-1].on
    dossier = done(dossier, TransferRulingServed(property=thing, to=APPLICANT), on + DAY)
    (row,) = rows(dossier, "T_SCZXYWDZ")
    assert (row["N_ZDJE"], row["N_SYQR"], row["C_BDWQDXH"]) == (Decimal(33600), DEBTOR, "1")
    assert str(row["C_WLXZWNR"]).startswith("尚欠 ")
    (passed,) = rows(dossier, "T_SCZXPDYJ")
    assert (passed["C_QSBGLX"], passed["C_MSR"]) == ("以物抵债", "李大山")


def test_nobody_is_named_where_no_person_is_given() -> None:
    dossier, _ = served()
    told = [values for code, values in asset_rows(dossier, {}) if code in ("T_SCZXPMPMBDW", "T_SCZXPDYJ")]
    assert all(code not in each for each in told for code in ("C_MSR", "C_MSRZJHM", "C_SYQR", "C_YSYQR"))
    assert ONE not in str(told)
