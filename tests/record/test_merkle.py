"""The Merkle tree: the vectors of RFC 6962's reference log, every proof of every small tree, and that nothing false is proven."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhixing.record.merkle import EMPTY, Tree, consistency, extends, includes, inclusion, root

# The inputs and roots of Certificate Transparency's reference tests for RFC 6962.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
lists = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_of_the_reference(size: int) -> None:
    assert root(INPUTS[:size]).hex() == ROOTS[size - 1]
    assert root([]) == EMPTY == hashlib.sha256(b"").digest()


def test_an_inclusion_path_is_that_of_the_reference() -> None:
    assert [each.hex() for each in inclusion(INPUTS[:3], 1)] == [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
    ]


def test_a_consistency_path_is_that_of_the_reference() -> None:
    assert [each.hex() for each in consistency(INPUTS, 6)] == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]


@given(lists, st.data())
def test_every_item_is_proven_in_its_place_and_nowhere_else(items: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    path, whole = inclusion(items, index), root(items)
    assert includes(items[index], index, len(items), path, whole)
    assert not includes(items[index] + b"x", index, len(items), path, whole)
    other = data.draw(st.integers(0, len(items) - 1))
    if items[other] != items[index]:
        assert not includes(items[other], index, len(items), path, whole)
        assert not includes(items[index], other, len(items), path, whole)
    if path:
        assert not includes(items[index], index, len(items), path[1:], whole)


@given(lists, st.data())
def test_a_list_that_grew_is_proven_and_one_that_was_rewritten_is_not(
    items: list[bytes], data: st.DataObject
) -> None:
    earlier = data.draw(st.integers(1, len(items)))
    before, after, path = root(items[:earlier]), root(items), consistency(items, earlier)
    assert extends(earlier, before, len(items), after, path)
    changed = list(items)
    changed[data.draw(st.integers(0, earlier - 1))] += b"x"
    assert not extends(earlier, before, len(items), root(changed), consistency(changed, earlier))


@given(lists)
def test_growing_item_by_item_gives_the_root_of_the_whole(items: list[bytes]) -> None:
    tree = Tree()
    for size, item in enumerate(items, 1):
        tree.append(item)
        assert tree.root() == root(items[:size])


def test_what_is_beyond_the_end_has_no_proof() -> None:
    for index in (-1, 8):
        with pytest.raises(IndexError):
            inclusion(INPUTS, index)
    for earlier in (0, 9):
        with pytest.raises(IndexError):
            consistency(INPUTS, earlier)
    assert not extends(0, EMPTY, 8, root(INPUTS), [])
