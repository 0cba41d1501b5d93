import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text.language import detect_language

SENTENCES = [
    ("en", "Ministers agreed on Tuesday to raise the pension age."),
    ("en", "Ferry sinks off Kesten, nine dead"),
    ("en", "The toll rose overnight."),
    ("en", "Markets close lower"),
    ("de", "Die Minister einigten sich am Dienstag auf ein höheres Rentenalter."),
    ("de", "Fähre vor der Küste gesunken"),
    ("de", "Zahl der Toten steigt auf neun"),
    ("fr", "Les ministres se sont mis d'accord mardi sur l'âge de la retraite."),
    ("fr", "Un ferry coule au large, neuf morts"),
    ("es", "Los ministros acordaron el martes elevar la edad de jubilación."),
    ("es", "Se hunde un ferri y mueren nueve personas"),
    ("it", "I ministri hanno deciso martedì di alzare l'età della pensione."),
    ("it", "Affonda un traghetto, nove morti"),
    ("pt", "Os ministros decidiram na terça-feira aumentar a idade da reforma."),
    ("pt", "Naufrágio de um ferry faz nove mortos"),
    ("nl", "De ministers besloten dinsdag de pensioenleeftijd te verhogen."),
    ("nl", "Veerboot zinkt voor de kust, negen doden"),
    ("sv", "Ministrarna enades på tisdagen om att höja pensionsåldern."),
    ("sv", "Färja sjönk utanför kusten"),
    ("da", "Ministrene blev tirsdag enige om at hæve pensionsalderen."),
    ("no", "Ministrene ble tirsdag enige om å heve pensjonsalderen."),
    ("fi", "Ministerit päättivät tiistaina nostaa eläkeikää."),
    ("pl", "Ministrowie uzgodnili we wtorek podniesienie wieku emerytalnego."),
    ("pl", "Prom zatonął u wybrzeży, dziewięć ofiar"),
    ("cs", "Ministři se v úterý dohodli na zvýšení důchodového věku."),
    ("hu", "A miniszterek kedden megállapodtak a nyugdíjkorhatár emeléséről."),
    ("ro", "Miniștrii au decis marți creșterea vârstei de pensionare."),
    ("tr", "Bakanlar salı günü emeklilik yaşını yükseltmekte anlaştı."),
    ("ru", "Министры во вторник договорились повысить пенсионный возраст."),
    ("uk", "Міністри у вівторок домовилися підвищити пенсійний вік."),
    ("el", "Οι υπουργοί συμφώνησαν την Τρίτη να αυξήσουν το όριο ηλικίας."),
    ("ar", "اتفق الوزراء يوم الثلاثاء على رفع سن التقاعد."),
    ("fa", "وزیران روز سه‌شنبه بر سر افزایش سن بازنشستگی توافق کردند."),
    ("he", "השרים הסכימו ביום שלישי להעלות את גיל הפרישה."),
    ("hi", "मंत्रियों ने मंगलवार को सेवानिवृत्ति की आयु बढ़ाने पर सहमति जताई।"),
    ("zh", "部长们周二同意提高退休年龄。"),
    ("zh", "渡轮沉没，九人死亡"),
    ("ja", "閣僚は火曜日、年金の支給開始年齢の引き上げで合意した。"),
    ("ja", "フェリー沈没、９人死亡"),
    ("ko", "장관들은 화요일 정년 연장에 합의했다."),
    ("ko", "여객선 침몰, 9명 사망"),
    ("vi", "Các bộ trưởng hôm thứ Ba đã đồng ý nâng tuổi nghỉ hưu."),
    ("bg", "Министрите се споразумяха във вторник да повишат пенсионната възраст."),
    ("sr", "Министри су се у уторак договорили да повећају старосну границу за пензију."),
    ("th", "รัฐมนตรีเห็นชอบเมื่อวันอังคารให้เพิ่มอายุเกษียณ"),
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_short_texts(language, text):
    assert detect_language(text) == language


def test_long_english_is_told_by_its_small_words(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "py3langid", None)
    text = "The ministers said that they would raise the age, which was the wish of those from the north. " * 3
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", ["", "  ", "12 / 45 %", "😀😀", "—"])
def test_no_words_no_language(text):
    assert detect_language(text) is None


@given(st.text(max_size=60))
def test_any_text_gets_a_code_or_none(text):
    code = detect_language(text)
    assert code is None or 2 <= len(code) <= 3
