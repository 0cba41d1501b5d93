"""Bytes of any character set become the words that were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.read.characters.decode import codec_of, decode_bytes, repair_mojibake

WRITTEN = {
    "euc-kr": "이재명 대통령은 워싱턴에서 도널드 트럼프 대통령과 회담했다. 두 정상은 무역 협정을 논의했다.",
    "shift_jis": "石破茂首相は東京で会談した。両首脳は貿易について話し合ったという。",
    "euc_jp": "石破茂首相は東京で会談した。両首脳は貿易について話し合ったという。",
    "gb18030": "习近平主席周三在北京会见来访的代表团，双方讨论了贸易问题并签署协议。",
    "big5": "總統週三在台北會見來訪的代表團，雙方討論了貿易問題並且簽署協議。",
    "cp1251": "Президент встретился в Москве с делегацией, стороны обсудили торговлю.",
    "koi8-r": "Президент встретился в Москве с делегацией, стороны обсудили торговлю.",
    "cp1252": "„München“ grüßt über die Straße – und der Bürgermeister sagt, es koste 5 €.",
    "cp1256": "اجتمع الرئيس اليوم في القاهرة مع الوفد وناقش الجانبان قضايا التجارة.",
    "iso2022_jp": "石破茂首相は東京で会談した。",
}


@pytest.mark.parametrize("codec", WRITTEN)
def test_undeclared_sets_are_told_apart(codec):
    text = WRITTEN[codec] * 3
    assert decode_bytes(text.encode(codec)) == text


@pytest.mark.parametrize("codec", WRITTEN)
def test_a_set_declared_in_the_page_is_taken(codec):
    text = f'<html><head><meta charset="{codec}"></head><body>{WRITTEN[codec]}</body></html>'
    assert decode_bytes(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("declared", "text"),
    [("text/html; charset=ISO-8859-1", "Es koste 5 €, sagte er – „viel“."), ("text/html; charset=gb2312", "鎔基")],
)
def test_labels_mean_what_the_web_means_by_them(declared, text):
    wider = {"text/html; charset=ISO-8859-1": "cp1252", "text/html; charset=gb2312": "gb18030"}[declared]
    assert decode_bytes(text.encode(wider), declared) == text


def test_valid_utf8_is_utf8_whatever_is_declared():
    assert decode_bytes("Zürich – “ja”".encode(), "text/html; charset=iso-8859-1") == "Zürich – “ja”"


def test_a_wrong_declaration_is_not_believed():
    text = WRITTEN["euc-kr"] * 3
    assert decode_bytes(text.encode("euc-kr"), "text/html; charset=utf-8") == text


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide(codec):
    assert decode_bytes("Grüße".encode(codec), "text/html; charset=ascii") == "Grüße"


def test_one_broken_byte_does_not_change_the_set():
    data = ("Straße und Grüße " * 100).encode() + b"\xff" + " Größe".encode()
    text = decode_bytes(data)
    assert text.count("Straße") == 100
    assert text.endswith("Größe")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("MÃ¼nchen ist schÃ¶n", "München ist schön"),
        ("He said â€œyesâ€\x9d", "He said “yes”"),
        ("ÂÅber uns", "ÂÅber uns"),
        ("Âge d’or", "Âge d’or"),
        ("РОССИЯ И СССР", "РОССИЯ И СССР"),
    ],
)
def test_words_decoded_wrongly_before_are_repaired_and_right_ones_left(broken, whole):
    assert repair_mojibake(broken) == whole


@pytest.mark.parametrize("label", ["", "hex", "zip", "nonsense", "charset=", "utf-8\x00"])
def test_labels_of_no_set_give_none(label):
    assert codec_of(label) is None


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data):
    assert isinstance(decode_bytes(data), str)


@given(st.text(max_size=200).filter(lambda text: repair_mojibake(text) == text))
def test_utf8_comes_back_as_it_was(text):
    if not text.startswith(("\ufeff", "\ufffe")) and "\x1b" not in text and "\x00" not in text[:4]:
        assert decode_bytes(text.encode("utf-8", "replace")) == text.encode("utf-8", "replace").decode()
