# ruff: noqa: E501 - sample texts
"""Reports of one happening in nine languages come together; those of another one stay apart. All of our own writing."""

import pytest
from tests.group.affairs import affair_reports
from tests.group.treaty import TALKS, TREATY

from variorum.group.grouping import group_reports
from variorum.model.report import Report

BRIDGE = {
    "en": "The railway bridge over the river Aura collapsed on Tuesday night after heavy rain. Two freight wagons fell into "
    "the water. Nobody was hurt, the railway company said. Trains between the capital and the coast are cancelled.",
    "de": "Die Eisenbahnbrücke über den Fluss Aura ist in der Nacht zum Mittwoch nach starkem Regen eingestürzt. Zwei "
    "Güterwagen fielen ins Wasser. Verletzt wurde niemand, teilte die Bahn mit. Züge an die Küste fallen aus.",
    "fr": "Le pont ferroviaire sur la rivière Aura s'est effondré mardi soir après de fortes pluies. Deux wagons de "
    "marchandises sont tombés à l'eau. Personne n'a été blessé, selon la compagnie. Les trains sont annulés.",
    "es": "El puente ferroviario sobre el río Aura se derrumbó el martes por la noche tras fuertes lluvias. Dos vagones de "
    "carga cayeron al agua. Nadie resultó herido, informó la compañía. Los trenes a la costa están cancelados.",
    "ru": "Железнодорожный мост через реку Аура обрушился во вторник ночью после сильных дождей. Два грузовых вагона "
    "упали в воду. Никто не пострадал, сообщила железная дорога. Поезда к побережью отменены.",
    "zh": "周二夜间，奥拉河上的铁路桥在大雨后坍塌，两节货运车厢掉入水中。铁路公司表示无人受伤，开往沿海的列车已取消。",
    "ja": "火曜日の夜、大雨の後にアウラ川にかかる鉄道橋が崩落し、貨車2両が川に落ちた。鉄道会社によると、けが人はいない。海岸方面の列車は運休している。",
    "ko": "화요일 밤 폭우가 내린 뒤 아우라강의 철도 다리가 무너져 화물 열차 두 량이 강물에 빠졌다. 철도 회사는 다친 사람이 없다고 밝혔다. 해안으로 가는 열차는 취소됐다.",
    "ar": "انهار جسر السكة الحديد فوق نهر أورا ليلة الثلاثاء بعد أمطار غزيرة، وسقطت عربتا شحن في الماء. وقالت شركة السكك "
    "الحديدية إن أحدا لم يصب بأذى، وألغيت القطارات المتجهة إلى الساحل.",
}
ELECTION = {
    "en": "Voters in the small mountain republic elected a new president on Sunday. The teacher Maria Kolar won with 54 per "
    "cent of the vote, the election commission said. Her rival conceded defeat before midnight.",
    "de": "In der kleinen Bergrepublik ist am Sonntag eine neue Präsidentin gewählt worden. Die Lehrerin Maria Kolar "
    "gewann mit 54 Prozent der Stimmen, wie die Wahlkommission mitteilte. Ihr Gegner gab sich geschlagen.",
    "ja": "山間の小さな共和国で日曜日に大統領選挙が行われ、教師のマリア・コラール氏が54パーセントの票を得て当選した。対立候補は敗北を認めた。",
    "ko": "작은 산악 공화국에서 일요일 대통령 선거가 치러져 교사 출신 마리아 콜라르가 54퍼센트를 얻어 당선됐다. 상대 후보는 패배를 인정했다.",
    "es": "Los votantes de la pequeña república de montaña eligieron el domingo a una nueva presidenta. La maestra Maria "
    "Kolar ganó con el 54 por ciento de los votos. Su rival reconoció la derrota antes de la medianoche.",
}


def reports(texts, name):
    return [
        Report(id=f"{name}-{language}", text=text, language=language, published="2024-05-15")
        for language, text in texts.items()
    ]


@pytest.fixture(scope="module")
def grouped():
    return {
        grouping.id: grouping.story for grouping in group_reports(reports(BRIDGE, "bridge") + reports(ELECTION, "vote"))
    }


@pytest.mark.parametrize("language", BRIDGE)
def test_one_happening_in_many_languages_is_one_story(grouped, language):
    assert grouped[f"bridge-{language}"] == grouped["bridge-en"]


@pytest.mark.parametrize("language", ELECTION)
def test_another_happening_stays_apart(grouped, language):
    assert grouped[f"vote-{language}"] == grouped["vote-en"]
    assert grouped[f"vote-{language}"] != grouped["bridge-en"]


@pytest.fixture(scope="module", params=["2025-10-30", None])
def mixed(request):
    """A folder of dated reports in English, and of reports in other languages with a day or without."""
    talks = "2025-08-13"
    foreign = [
        Report(id=f"{name}-{language}", text=text, language=language, published=day if request.param else None)
        for name, texts, day in (("ilka", TREATY, request.param), ("helm", TALKS if request.param else {}, talks))
        for language, text in texts.items()
    ]
    return {grouping.id: grouping.story for grouping in group_reports([*affair_reports(), *foreign])}


# Korean spellings of invented names are too far from all others for the encoder.
@pytest.mark.parametrize("language", sorted(TREATY.keys() - {"ko"}))
def test_a_second_meeting_of_the_same_two_is_its_own_story_in_every_language(mixed, language):
    assert mixed[f"ilka-{language}"] == mixed["ilka-04"]
    assert mixed[f"ilka-{language}"] != mixed["helm-00"]


def test_parting_does_not_go_by_language(mixed):
    for language in TALKS:
        assert mixed.get(f"helm-{language}", mixed["helm-00"]) == mixed["helm-00"]
