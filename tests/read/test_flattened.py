"""Pages as crawlers flatten them, in several shapes and languages: the body comes out exactly, the fields with it."""

from typing import NamedTuple

import pytest

from variorum.read.plaintext.texts import read_plain


class Flattened(NamedTuple):
    """A flattened page: what stood around the article, the article, and the fields that should be found."""

    page: str
    body: str
    title: str | None
    published: str | None


ENGLISH = """The town council of Brayford voted on Tuesday to rebuild the old bridge over the river before winter.

The work, which will cost about 12 million pounds, is to begin in April and to last for fourteen months, engineers said.

"We have waited for this for nine years," said Ada Pell, who chairs the council's committee on roads and transport.

Traffic will be led over the northern ring road while the bridge is closed, and buses will stop at the old mill."""

NEWSPAPER = f"""The Brayford Post
Home
News
Sport
Weather
Subscribe
12.4 C
Brayford
Tuesday, March 10, 2026
BREAKING: Ferry service suspended until noon
Home News Transport
Brayford council votes to rebuild the old bridge
By Jane Doe
March 10, 2026
0
Facebook Twitter WhatsApp Email
Brayford council votes to rebuild the old bridge
{ENGLISH}
Share this:
Facebook
Twitter
RELATED ARTICLES MORE FROM AUTHOR
River level rises after a week of rain
Mill to become a museum
Five things to do this weekend
Leave a reply
© 2026 The Brayford Post. All rights reserved.
About us | Contact | Privacy policy | Terms of use"""

TICKER = f"""MARKETS FTSE 8,012 +0.4% | DAX 18,221 -0.1% | GBP/USD 1.27
Latest: Storm warning for the coast | Rail strike called off | Rates unchanged
Transport
Council votes to rebuild bridge
Published: 10 March 2026, 14:02 GMT
{ENGLISH}
Most read
1 Storm warning for the coast
2 Rail strike called off
3 Rates unchanged
Follow us on Twitter
MARKETS FTSE 8,012 +0.4% | DAX 18,221 -0.1% | GBP/USD 1.27"""

DOUBLED = f"""Council votes to rebuild bridge
{ENGLISH}
Read more: Mill to become a museum
Council votes to rebuild bridge
{ENGLISH}
Sign up for our newsletter"""

GERMAN_BODY = """Der Gemeinderat von Steinfurth hat am Dienstagabend beschlossen, die alte Brücke neu zu bauen.

Die Arbeiten sollen im April beginnen und vierzehn Monate dauern, sagte eine Sprecherin der Verwaltung dem Rat.

„Darauf haben wir neun Jahre gewartet“, sagte der Vorsitzende des Verkehrsausschusses nach der Abstimmung im Rathaus.

Der Verkehr wird über die nördliche Umgehung geführt, solange die Brücke für Autos und Busse gesperrt bleibt."""

GERMAN = f"""Startseite
Politik
Wirtschaft
Sport
Kultur
Anmelden
Abo
Steinfurther Bote
Startseite > Lokales > Verkehr
Verkehr
Steinfurth baut die alte Brücke neu
10.03.2026, 18:30 Uhr
Von Jana Müller
Teilen
Merken
Drucken
{GERMAN_BODY}
Mehr zum Thema
Mühle wird Museum
Hochwasser: Pegel steigt weiter
Kommentare (3)
Impressum
Datenschutz
AGB
Newsletter"""

SPANISH_BODY = """El ayuntamiento de Valdelinares aprobó el martes la reconstrucción del viejo puente sobre el río.

Las obras costarán unos doce millones de euros y empezarán en abril, según explicó la concejala de transportes.

«Llevamos nueve años esperando este momento», dijo la alcaldesa al término de la votación en la casa consistorial.

El tráfico se desviará por la ronda norte mientras el puente permanezca cerrado para coches y autobuses."""

SPANISH = f"""Portada
Internacional
Deportes
Cultura
Suscríbete
Iniciar sesión
Valdelinares aprueba reconstruir el viejo puente
Valdelinares aprueba reconstruir el viejo puente
10 de marzo de 2026
Compartir en Facebook
Compartir en Twitter
{SPANISH_BODY}
Te puede interesar
El molino será un museo
Sube el nivel del río
Aviso legal
Política de cookies
Contacto"""

FRENCH_BODY = """Le conseil municipal de Brayville a voté mardi soir la reconstruction du vieux pont sur la rivière.

Les travaux commenceront en avril et dureront quatorze mois, a précisé le maire devant une salle comble.

« Nous attendions cela depuis neuf ans », a déclaré la présidente de la commission des transports après le vote.

La circulation sera déviée par la rocade nord tant que le pont restera fermé aux voitures et aux autobus."""

FRENCH = f"""Accueil | Actualités | Sports | Culture | Abonnez-vous
Le Courrier de Brayville
Brayville reconstruit son vieux pont
Publié le 10 mars 2026 à 18h30
Partager
Imprimer
{FRENCH_BODY}
À lire aussi
Le moulin deviendra un musée
La rivière monte encore
Mentions légales | Contact | Plan du site"""

JAPANESE_BODY = """川辺町議会は火曜日、老朽化した橋を冬の増水期までに架け替える計画を賛成多数で可決した。

工事は四月に始まり、およそ十四か月かかる見通しで、費用は十二億円に上ると町の担当者は説明した。

「九年間この日を待っていた」と、交通委員会の委員長は採決のあとの記者会見で語った。

橋が閉鎖されている間、車両は北側の環状道路に迂回し、バスは旧水車小屋の前で停車する。"""

JAPANESE = f"""ホーム
ニュース
スポーツ
天気
ログイン
川辺町、古い橋を架け替えへ
2026年3月10日 18:30
シェア
ツイート
{JAPANESE_BODY}
関連記事
水車小屋が博物館に
川の水位、さらに上昇
お問い合わせ
プライバシーポリシー"""

RUSSIAN_BODY = """Городской совет Заречья во вторник проголосовал за восстановление старого моста через реку.

Работы начнутся в апреле и продлятся четырнадцать месяцев, сообщил представитель администрации на заседании.

«Мы ждали этого девять лет», — сказала председатель комитета по транспорту после голосования в ратуше.

Движение пустят по северной объездной дороге, пока мост будет закрыт для машин и автобусов."""

RUSSIAN = f"""Главная
Новости
Спорт
Культура
Войти
Заречье восстановит старый мост
10 марта 2026, 18:30
Поделиться
{RUSSIAN_BODY}
Читайте также
Мельница станет музеем
Уровень реки растёт
О редакции
Реклама на сайте"""

E1, E2, E3, E4 = ENGLISH.split("\n\n")
G1, G2, G3, G4 = GERMAN_BODY.split("\n\n")
S1, S2, S3, S4 = SPANISH_BODY.split("\n\n")

ADVERTISED = f"""Startseite
Steinfurth baut die alte Brücke neu
Stand: 10.03.2026
{G1}
Anzeige
{G2}
Lesen Sie auch: Mühle wird Museum
{G3}
ANZEIGE
{G4}
Quelle: dpa
Artikel versenden
Zur Startseite"""

TAGGED = f"""Inicio
Política
Valdelinares aprueba reconstruir el viejo puente
Redacción
10/03/2026
{S1}
Publicidad
{S2}
Lea también: El molino será un museo
{S3}
{S4}
Etiquetas
puente
río
Noticias relacionadas
Sube el nivel del río"""

COMMENTED = f"""Home | News | Sport
Council votes to rebuild bridge
March 10, 2026 by Jane Doe
{E1}
Advertisement
{E2}
Read More: Mill to become a museum
{E3}
{E4}
3 comments
riverman says:
March 10, 2026 at 3:15 pm
About time too.
Reply
ola says:
March 11, 2026 at 9:02 am
Who will pay for it?
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *"""

BLURBED = f"""Home  News  Sport  Weather  Jobs  Login
Council votes to rebuild bridge
By Jane Doe | Staff writer | March 10, 2026 | 2 min read
The old bridge in Brayford. Photo: Ola Berg
{E1}
{E2}
{E3}
{E4}
Jane Doe is a staff writer for The Brayford Post.
The Brayford Post is a weekly newspaper.
You may also like
Mill to become a museum
The old mill will open its doors as a museum in May...
Facebook  Twitter  Instagram"""

PAGES = {
    "newspaper": Flattened(NEWSPAPER, ENGLISH, "Brayford council votes to rebuild the old bridge", "2026-03-10"),
    "ticker": Flattened(TICKER, ENGLISH, "Council votes to rebuild bridge", "2026-03-10"),
    "doubled": Flattened(DOUBLED, ENGLISH, "Council votes to rebuild bridge", None),
    "German": Flattened(GERMAN, GERMAN_BODY, "Steinfurth baut die alte Brücke neu", "2026-03-10"),
    "Spanish": Flattened(SPANISH, SPANISH_BODY, "Valdelinares aprueba reconstruir el viejo puente", "2026-03-10"),
    "French": Flattened(FRENCH, FRENCH_BODY, "Brayville reconstruit son vieux pont", "2026-03-10"),
    "Japanese": Flattened(JAPANESE, JAPANESE_BODY, "川辺町、古い橋を架け替えへ", "2026-03-10"),
    "advertised": Flattened(ADVERTISED, GERMAN_BODY, "Steinfurth baut die alte Brücke neu", "2026-03-10"),
    "tagged": Flattened(TAGGED, SPANISH_BODY, "Valdelinares aprueba reconstruir el viejo puente", "2026-03-10"),
    "commented": Flattened(COMMENTED, ENGLISH, "Council votes to rebuild bridge", "2026-03-10"),
    "blurbed": Flattened(BLURBED, ENGLISH, "Council votes to rebuild bridge", "2026-03-10"),
    "Russian": Flattened(RUSSIAN, RUSSIAN_BODY, "Заречье восстановит старый мост", "2026-03-10"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_flattened_page_gives_its_body_exactly(name):
    page = PAGES[name]
    report = read_plain(name, page.page).report
    assert report.text == page.body
    assert report.title == page.title
    assert (report.published or "")[:10] == (page.published or "")


@pytest.mark.parametrize("name", PAGES)
def test_what_comes_out_comes_out_again(name):
    text = read_plain(name, PAGES[name].page).report.text
    assert read_plain(name, text).report.text == text
