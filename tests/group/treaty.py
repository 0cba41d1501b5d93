# ruff: noqa: E501 - sample texts
"""The treaty of `affairs.py` in eight languages, and the talks two months before it in three. Of our own writing."""

TREATY = {
    "de": "Norland und Sarmia haben am Mittwoch in Port Ilka einen Vertrag unterzeichnet, der die Zölle auf Stahl, Schiffe und Holz binnen zwei Jahren halbiert. Präsidentin Ilona Varga und Premier Samir Qadir beendeten damit einen Streit von einem Jahr. Sarmia kauft acht Fähren.",
    "fr": "La présidente du Norland, Ilona Varga, et le premier ministre de Sarmia, Samir Qadir, ont signé mercredi à Port Ilka un traité qui réduit de moitié en deux ans les droits de douane sur l'acier, les navires et le bois. Sarmia achètera huit ferries.",
    "es": "La presidenta de Norland, Ilona Varga, y el primer ministro de Sarmia, Samir Qadir, firmaron el miércoles en Port Ilka un tratado que reduce a la mitad en dos años los aranceles sobre el acero, los barcos y la madera. Sarmia comprará ocho transbordadores.",
    "ru": "Президент Норланда Илона Варга и премьер Сармии Самир Кадир подписали в среду в Порт-Илке договор, который за два года вдвое снижает пошлины на сталь, суда и лес. Сармия купит восемь паромов. Годичный спор о пошлинах окончен.",
    "zh": "诺兰总统伊洛娜·瓦尔加和萨尔米亚总理萨米尔·卡迪尔周三在伊尔卡港签署条约，两年内将钢铁、船舶和木材的关税减半。萨尔米亚将购买八艘渡轮，长达一年的关税争端就此结束。",
    "ja": "ノーランドのイロナ・バルガ大統領とサルミアのサミール・カディル首相は水曜日、ポートイルカで条約に署名し、鉄鋼、船舶、木材の関税を2年以内に半減させることになった。サルミアはフェリー8隻を購入する。",
    "ko": "노를란드의 일로나 바르가 대통령과 사르미아의 사미르 카디르 총리는 수요일 포트일카에서 철강, 선박, 목재 관세를 2년 안에 절반으로 낮추는 조약에 서명했다. 사르미아는 여객선 여덟 척을 사기로 했다.",
    "ar": "وقعت رئيسة نورلاند إيلونا فارغا ورئيس وزراء سارميا سمير قادر يوم الأربعاء في بورت إلكا معاهدة تخفض الرسوم الجمركية على الصلب والسفن والأخشاب إلى النصف خلال عامين. وستشتري سارميا ثماني عبارات.",
}
TALKS = {
    "de": "Präsidentin Ilona Varga und Premier Samir Qadir haben am Dienstag in Helm fünf Stunden über die Zölle zwischen Norland und Sarmia gesprochen, ohne einen Vertrag zu schließen. Minister sollen bis zum Herbst eine Liste der Zölle aufstellen, die fallen könnten.",
    "ar": "التقت رئيسة نورلاند إيلونا فارغا ورئيس وزراء سارميا سمير قادر يوم الثلاثاء في هلم لبحث الرسوم الجمركية، ولم يوقعا أي معاهدة. واتفقا على أن يضع الوزراء قائمة بالرسوم التي قد تلغى بحلول الخريف.",
    "ru": "Илона Варга и Самир Кадир пять часов говорили во вторник в Хельме о пошлинах между Норландом и Сармией, но договора не заключили. Министры должны к осени составить список пошлин, которые можно отменить.",
}
