"""Laws and administrative regulations with their versions.

The maps 2021→2023 of the Civil Procedure Law come from comparing both texts article by article;
2012/2017→2021 from the references of the interpretation's 2020 and 2022 texts, which cite the old and the new
numbers of the same rule.
"""

from __future__ import annotations

from datetime import date

from zhixing.law.norms.versions import Block, Norm, Version, norm_of

_CPL_2021 = (
    Block(1, 193),
    Block(198, 276, -4),
    Block(283, 283, -9),
    Block(285, 299, -10),
    Block(304, 304, -14),
    Block(306, 306, -15),
)
_CPL_2017 = (
    Block(1, 15),
    Block(17, 41, -1),
    Block(44, 165, -3),
    Block(171, 193, -7),
    Block(198, 276, -11),
    Block(283, 283, -16),
    Block(285, 299, -17),
    Block(304, 304, -21),
    Block(306, 306, -22),
)
# from memory: fines and detention 102-105, enforcement 201-211 and 212-234 (2012 added the procurator's art.
# 235)
_CPL_2007 = (
    Block(114, 114, -12),
    Block(117, 119, -14),
    Block(235, 245, -34),
    Block(247, 269, -35),
)

STATUTES: tuple[Norm, ...] = (
    norm_of(
        "民诉法",
        "中华人民共和国民事诉讼法",
        Version("1991", date(1991, 4, 9)),
        Version("2007修正", date(2008, 4, 1), blocks=_CPL_2007),  # from memory
        Version("2012修正", date(2013, 1, 1), articles=284, blocks=_CPL_2017),
        Version("2017修正", date(2017, 7, 1), articles=284, blocks=_CPL_2017),
        Version("2021修正", date(2022, 1, 1), articles=291, text="民事诉讼法-2021修正", blocks=_CPL_2021),
        Version("2023修正", date(2024, 1, 1), articles=306, text="民事诉讼法-2023修正"),
    ),
    norm_of("民法典", "中华人民共和国民法典", Version("", date(2021, 1, 1), articles=1260)),  # from memory
    norm_of(
        "企业破产法",
        "中华人民共和国企业破产法",
        Version("", date(2007, 6, 1), articles=136, text="企业破产法-2006"),
    ),
    norm_of(
        "个人信息保护法",
        "中华人民共和国个人信息保护法",
        Version("", date(2021, 11, 1), articles=74, text="个人信息保护法-2021"),
    ),
    norm_of(
        "拘留所条例",
        "拘留所条例",
        Version("", date(2012, 4, 1), document="国务院令第614号", articles=35, text="拘留所条例-2012"),
    ),
    norm_of(
        "诉讼费用交纳办法",
        "诉讼费用交纳办法",
        Version("", date(2007, 4, 1), document="国务院令第481号", articles=56, text="诉讼费用交纳办法-2006"),
    ),
)
