"""Identity numbers of persons and organisations: checking them and telling when two are the same.

Only the number is judged, never whether it was issued. Resident numbers follow GB 11643, credit codes GB
32100; other papers are checked loosely, by the signs they may have. The region 509999 does not exist and
passes, for invented persons. What is stored and compared is the normal form: half-width, capitals, eighteen
digits.

Not covered: the check digit of the old organisation codes inside a credit code, and issuers of foreign
passports.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

_BLANK = re.compile(r"[\s\u200b\ufeff]+")
# 9 in front stands for a foreigner's permanent residence, from memory
_PROVINCES = re.compile(r"9?(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_SIGNS = "10X98765432"
_CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_FIRST_BIRTH_YEAR = 1850


class IdentityKind(Enum):
    """Kinds of identity papers; the value is the Chinese name."""

    RESIDENT = "居民身份证"
    CREDIT_CODE = "统一社会信用代码"
    ORGANISATION_CODE = "组织机构代码"
    PASSPORT = "护照"
    HONG_KONG_MACAU = "港澳居民来往内地通行证"
    TAIWAN = "台湾居民来往大陆通行证"
    OFFICER = "军官证"
    OTHER = "其他证件"


class IdentityError(ValueError):
    """A text is no number of its kind: what is wrong, where, and how to mend it, in Chinese."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(f"{what}（{where}）：{mend}")
        self.what, self.where, self.mend = what, where, mend


@dataclass(frozen=True, slots=True)
class ResidentNumber:
    """A resident's number in its normal form of eighteen signs, with what it tells."""

    number: str

    @property
    def region(self) -> str:
        """The six digits of the first registration's division."""
        return self.number[:6]

    @property
    def birth(self) -> date:
        """The day of birth."""
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))

    @property
    def sex(self) -> str:
        """男 or 女."""
        return "男" if int(self.number[16]) % 2 else "女"


def tidy(text: str) -> str:
    """Make a number half-width and capital, and drop its blanks."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text)).upper()


def resident_sign(first: str) -> str:
    """Answer the check sign for the first seventeen digits of a resident's number (GB 11643)."""
    return _ID_SIGNS[sum(int(d) * w for d, w in zip(first, _ID_WEIGHTS, strict=True)) % 11]


def resident(text: str, *, on: date | None = None) -> ResidentNumber:
    """Read a resident's number of 18 or 15 digits; with `on`, the birth may not lie behind that day.

    Raises IdentityError.

    >>> resident("50999919900101001" + resident_sign("50999919900101001")).sex
    '男'
    """
    number = tidy(text)
    if re.fullmatch(r"[0-9]{15}", number):
        first = f"{number[:6]}19{number[6:]}"
        number = first + resident_sign(first)
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        mend = "应为18位数字（末位可为X）或15位数字，请对照证件重录"
        raise IdentityError("身份证号码位数或字符不对", f"共{len(number)}位", mend)
    if not _PROVINCES.match(number):
        raise IdentityError("身份证号码的地区代码不存在", number[:6], "核对前六位")
    _check_birth(number[6:14], on)
    if resident_sign(number[:17]) != number[17]:
        raise IdentityError(
            "身份证号码校验位不符", f"末位{number[17]}", "号码中有一位录错，请对照证件逐位核对"
        )
    return ResidentNumber(number)


def _check_birth(digits: str, on: date | None) -> None:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise IdentityError("身份证号码中的出生日期不存在", digits, "核对第7至14位") from None
    if birth.year < _FIRST_BIRTH_YEAR:
        raise IdentityError("身份证号码中的出生日期过早", digits, "核对第7至10位的年份")
    if on is not None and birth > on:
        raise IdentityError("身份证号码中的出生日期在将来", digits, f"出生日期不能晚于{on}")


def credit_sign(first: str) -> str:
    """Answer the check sign for the first seventeen signs of a credit code (GB 32100)."""
    total = sum(_CODE_SIGNS.index(s) * w for s, w in zip(first, _CODE_WEIGHTS, strict=True))
    return _CODE_SIGNS[-total % 31]


def credit_code(text: str) -> str:
    """Read a unified social credit code and answer its normal form; raises IdentityError."""
    code = tidy(text)
    strange = [sign for sign in code if sign not in _CODE_SIGNS]
    if strange:
        raise IdentityError(
            "统一社会信用代码中有不用的字符", strange[0], "代码不用字母I、O、S、V、Z，核对0与O、1与I"
        )
    if len(code) != 18:
        raise IdentityError("统一社会信用代码位数不对", f"共{len(code)}位", "应为18位，请对照营业执照重录")
    if not code[2:8].isdigit():
        raise IdentityError("统一社会信用代码的登记机关区划不对", code[2:8], "第3至8位应为数字")
    if credit_sign(code[:17]) != code[17]:
        raise IdentityError(
            "统一社会信用代码校验位不符", f"末位{code[17]}", "代码中有一位录错，请对照营业执照核对"
        )
    return code


def organisation_code(text: str) -> str:
    """Read an organisation code of the time before credit codes (12345678-9); raises IdentityError."""
    code = tidy(text).replace("-", "")
    if not re.fullmatch(r"[0-9A-Z]{8}[0-9X]", code):
        raise IdentityError(
            "组织机构代码格式不对", text.strip() or "空白", "应为8位加1位校验码，例如12345678-9"
        )
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    sign = "0X987654321"[sum(int(s, 36) * w for s, w in zip(code[:8], weights, strict=True)) % 11]
    if code[8] != sign:
        raise IdentityError("组织机构代码校验位不符", f"末位{code[8]}", "代码中有一位录错，请对照证书核对")
    return f"{code[:8]}-{code[8]}"


def mobile(text: str) -> str:
    """Read a mobile number of the mainland, with or without +86, and answer its eleven digits."""
    digits = re.sub(r"^(\+?86)(?=1[0-9]{10}$)", "", tidy(text).replace("-", ""))
    if not re.fullmatch(r"1[3-9][0-9]{9}", digits):
        raise IdentityError("手机号码不对", text.strip() or "空白", "应为1开头的11位数字")
    return digits


def bank_card(text: str) -> str:
    """Read a bank card number (12 to 19 digits, Luhn) and answer its digits; raises IdentityError."""
    digits = tidy(text).replace("-", "")
    if not re.fullmatch(r"[0-9]{12,19}", digits):
        raise IdentityError("银行卡号位数或字符不对", f"共{len(digits)}位", "应为12至19位数字")
    doubled = [int(d) * (1 + place % 2) for place, d in enumerate(reversed(digits))]
    if sum(value // 10 + value % 10 for value in doubled) % 10:
        raise IdentityError("银行卡号校验不符", f"尾号{digits[-4:]}", "卡号中有一位录错，请对照银行卡核对")
    return digits


def company_account(text: str) -> str:
    """Read an organisation's account number (8 to 32 digits, none of which checks the others); raises IdentityError."""
    digits = tidy(text).replace("-", "")
    if not re.fullmatch(r"[0-9]{8,32}", digits):
        raise IdentityError("对公账号位数或字符不对", f"共{len(digits)}位", "应为8至32位数字")
    return digits


def _loose(name: str, pattern: str, mend: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        number = tidy(text)
        if not re.fullmatch(pattern, number):
            raise IdentityError(f"{name}号码格式不对", text.strip() or "空白", mend)
        return number

    return read


_READERS: Mapping[IdentityKind, Callable[[str], str]] = MappingProxyType(
    {
        IdentityKind.RESIDENT: lambda text: resident(text).number,
        IdentityKind.CREDIT_CODE: credit_code,
        IdentityKind.ORGANISATION_CODE: organisation_code,
        IdentityKind.PASSPORT: _loose("护照", r"[A-Z0-9]{5,20}", "应为5至20位字母和数字，例如E12345678"),
        IdentityKind.HONG_KONG_MACAU: _loose(
            "港澳居民来往内地通行证", r"[HM][0-9]{8}([0-9]{2})?", "应为H或M加8位或10位数字"
        ),
        IdentityKind.TAIWAN: _loose("台湾居民来往大陆通行证", r"[0-9]{8}([0-9]{2})?", "应为8位或10位数字"),
        IdentityKind.OFFICER: _loose(
            "军官证", r"[\w\u4e00-\u9fff-]{4,30}", "照证件填写，例如军字第1234567号"
        ),
        IdentityKind.OTHER: _loose("证件", r"[\w\u4e00-\u9fff()（）\-./]{2,40}", "照证件填写，2至40个字符"),
    }
)


def normal(kind: IdentityKind, text: str, *, on: date | None = None) -> str:
    """Answer a number's normal form, the same for every way of writing the same identity.

    Raises IdentityError; with `on`, a resident's birth may not lie behind that day.
    """
    if kind is IdentityKind.RESIDENT:
        return resident(text, on=on).number
    return _READERS[kind](text)


def identity_key(kind: IdentityKind, text: str) -> str:
    """Answer what is hashed to find an identity again: kind and normal form, "RESIDENT:5099…"."""
    return f"{kind.name}:{normal(kind, text)}"


def age(birth: date, on: date) -> int:
    """Answer full years of age on a day; who was born on 29 February completes a common year on 1 March."""
    if on < birth:
        raise ValueError(f"{on}早于出生日期{birth}")
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
