"""One identity of a party: a document, an account or a telephone; its row, and the hash under which it is found again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhixing.law.identities import (
    IdentityError,
    IdentityKind,
    bank_card,
    company_account,
    identity_key,
    mobile,
    normal,
    tidy,
)
from zhixing.law.masking import mask_account
from zhixing.parties.models import PartyIdentity
from zhixing.parties.protection import encrypt, keyed_hash, veil

ACCOUNT = "收款账户"
PHONE = "电话"
# Papers that name one person and no other. The numbers of other papers are unique within their issuer alone.
IDENTIFYING = tuple(kind.value for kind in IdentityKind if kind is not IdentityKind.OTHER)


@dataclass(frozen=True, slots=True)
class Paper:
    """An identity document: its kind and number as written."""

    kind: IdentityKind
    number: str


def hash_of(kind: IdentityKind, number: str) -> bytes:
    """The keyed hash of a document's number in any writing. Raises identities.IdentityError."""
    return keyed_hash(kind.value, identity_key(kind, number))


def document(court: str, paper: Paper) -> PartyIdentity:
    """The row of a document, unsaved and without its party. Raises identities.IdentityError."""
    number = normal(paper.kind, paper.number)
    return PartyIdentity(
        court=court,
        paper=paper.kind.value,
        cipher=encrypt(number),
        hash=hash_of(paper.kind, number),
        masked=veil(number),
    )


def account(court: str, number: str, *, natural: bool, bank: str = "") -> PartyIdentity:
    """The row of a bank account: a person's card, or the account of an organisation. Raises identities.IdentityError."""
    digits = bank_card(number) if natural else company_account(number)
    return PartyIdentity(
        court=court,
        paper=ACCOUNT,
        bank=bank.strip()[:80],
        cipher=encrypt(digits),
        hash=keyed_hash(ACCOUNT, digits),
        masked=mask_account(digits),
    )


def telephone(court: str, text: str) -> PartyIdentity:
    """The row of a telephone, mobile or fixed. Raises identities.IdentityError."""
    number = phone_number(text)
    return PartyIdentity(
        court=court,
        paper=PHONE,
        cipher=encrypt(number),
        hash=keyed_hash(PHONE, number),
        masked=veil(number),
    )


def phone_number(text: str) -> str:
    """A telephone's digits: a mobile number, or a fixed one of seven to twelve digits with its area code. Raises IdentityError.

    >>> phone_number("023-5812 3456"), phone_number("+86 138 0000 0000")
    ('02358123456', '13800000000')
    """
    digits = re.sub(r"[-()（）]", "", tidy(text))
    if re.fullmatch(r"(?:\+?86)?1[0-9]{10}", digits):
        return mobile(digits)
    if not re.fullmatch(r"[0-9]{7,12}", digits):
        raise IdentityError("电话号码不对", text.strip() or "空白", "应为11位手机号码，或带区号的固定电话")
    return digits
