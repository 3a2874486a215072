"""Names of persons and organisations, as frequent as they are, for what the bench invents."""

from __future__ import annotations

import random

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝龚邵万覃武钱戴严莫孔向汤"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚英华玉兰红梅鹏宇浩凯秀建国文辉力永健世广志义兴良海山仁波宁贵"
    "福生龙元全胜学祥才发武新利清飞彬富顺信子斌梁栋维启克伦翔旭春菊凤洁琳素云莲真环雪荣爱妹香月莺媛瑞凡佳"
    "嘉琼勤珍贞桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓"
)
PLACES = ("重庆", "重庆市", "渝北区", "重庆渝中", "万州", "涪陵区", "四川", "贵州省", "成都", "")
BRANDS = "恒达盛祥瑞丰宏远鑫隆博宇金诚华泰永兴天顺嘉和众邦联创佳美长江渝信汇通德润万利春晖巨能启航中天"
TRADES = ("商贸", "建筑工程", "物流", "餐饮管理", "房地产开发", "科技", "劳务", "装饰", "农业开发", "医药")
FORMS = ("有限公司",) * 7 + ("有限责任公司", "股份有限公司", "个体工商户", "厂", "经营部", "集团有限公司")


class People:
    """Names, as frequent as they are; a tenth of the organisations are met again and again."""

    def __init__(self, chance: random.Random, count: int) -> None:
        self.chance = chance
        self.surnames = [1 / (place + 4) for place in range(len(SURNAMES))]
        self.given = [1 / (place + 12) for place in range(len(GIVEN))]
        self.often = [self.organisation() for _ in range(max(count // 200, 3))]

    def person(self) -> str:
        """Two signs or three; one in two hundred a name of several parts."""
        chance = self.chance
        if chance.random() < 0.005:
            return (
                "".join(chance.choices("阿买力提古丽努尔艾合", k=3))
                + "·"
                + "".join(chance.choices("热汗木吐尔孙", k=3))
            )
        signs = chance.choices(GIVEN, self.given, k=1 if chance.random() < 0.2 else 2)
        return chance.choices(SURNAMES, self.surnames)[0] + "".join(signs)

    def organisation(self) -> str:
        """Place, brand, trade and form."""
        chance = self.chance
        form = chance.choice(FORMS)
        name = (
            chance.choice(PLACES)
            + "".join(chance.choices(BRANDS, k=chance.choice((2, 2, 3))))
            + chance.choice(TRADES)
        )
        return f"{name}（个体工商户）" if form == "个体工商户" else name + form

    def debtor(self) -> str:
        """Seven in ten are persons."""
        if self.chance.random() < 0.7:
            return self.person()
        return self.chance.choice(self.often) if self.chance.random() < 0.25 else self.organisation()

    def applicant(self) -> str:
        """A third are banks and companies met often."""
        return self.chance.choice(self.often) if self.chance.random() < 0.35 else self.person()
