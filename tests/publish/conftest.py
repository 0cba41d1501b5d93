"""A record made by hand: a ferry runs aground, and the inquiry that follows. Nobody and nothing is real."""

from __future__ import annotations

import pytest

from variorum.model.record import (
    Amount,
    BriefLine,
    Commitment,
    Entity,
    Event,
    EventReading,
    Finding,
    LedgerReading,
    Quote,
    Record,
    RecordReport,
    Story,
    Voice,
)
from variorum.model.span import EntityId, Place, Reading, ReportId, StoryId, StorylineId

AGROUND, INQUIRY = StoryId("ferry-aground"), StoryId("ferry-inquiry")

TEXTS = {
    "day1/courier.html": (
        "The passenger ferry Aurora ran aground on the Brede reef off Skarn on Tuesday evening "
        "with 214 people aboard.\n"
        "Twelve people were hurt, the coast guard said, none of them badly.\n"
        "“The sea was calm and the light was good,” said Captain Ines Falk, who commands the rescue station at "
        "Skarn. "
        "She said the ferry had left port at 18:40.\n"
        "The operator, Northline, promised to refund every ticket and to pay $4 million into a fund for "
        "the passengers.\n"
        "The Aurora was carrying diesel fuel for the islands."
    ),
    "day1/wire.txt": (
        "SKARN (Union Wire) — A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday, "
        "injuring at least 12, officials said.\n"
        "The Aurora struck the reef shortly after 7 p.m., the coast guard said. All on board were brought ashore by "
        "midnight.\n"
        "“The sea was calm and the light was fine,” rescue chief Ines Falk told reporters.\n"
        "Northline said the ship had passed its yearly inspection in January."
    ),
    "day1/gazette.html": (
        "A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday, injuring at least 12, "
        "officials said.\n"
        "The Aurora struck the reef shortly after 7 p.m., the coast guard said. All on board were brought ashore by "
        "midnight.\n"
        "Northline said the ship had passed its yearly inspection in January."
    ),
    "day1/islander.html": (
        "(Union Wire) A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday, injuring at least "
        "12, officials said.\n"
        "All on board were brought ashore by midnight.\n"
        "The island council will meet on Thursday to discuss supplies."
    ),
    "day2/herald.html": (
        "Nineteen people were injured when the ferry Aurora ran aground near Skarn, the hospital said on Wednesday, "
        "up from a dozen reported overnight.\n"
        "The ship was carrying heavy fuel oil, two members of the crew said, though none of it has leaked.\n"
        "Northline’s director, Per Aas, said the ferry had been inspected in January.\n"
        "“We will refund every ticket,” Mr. Aas said."
    ),
    "day9/courier.html": (
        "An inquiry into the grounding of the Aurora opened in Skarn on Thursday, 12 March.\n"
        "Northline has paid out refunds to most of the passengers, its director Per Aas told the panel. "
        "The fund has grown to $6.5 million with the insurer’s share, he said.\n"
        "The ferry’s yearly inspection was due in January but was put off until April, according to the harbour "
        "register shown to the panel.\n"
        "Ines Falk, who led the rescue, repeated that the sea had been calm."
    ),
    "day9/morning.html": (
        "Investigators began hearing witnesses on 12 March about the ferry that struck a reef off Skarn nine days "
        "earlier.\n"
        "The last inspection of the Aurora had been postponed, the panel heard.\n"
        "Passengers said refunds had not reached them."
    ),
}

REPORTS = (
    (
        "day1/courier.html",
        AGROUND,
        "Skarn Courier",
        "Ferry Aurora runs aground off Skarn",
        "2026-03-03T21:10",
        "metadata",
        None,
    ),
    ("day1/wire.txt", AGROUND, "Union Wire", "Ferry with 241 aboard hits rocks", "2026-03-03", "dateline", None),
    ("day1/gazette.html", AGROUND, "The Gazette", "241 on ferry that hit rocks", "2026-03-04", "url", "day1/wire.txt"),
    ("day1/islander.html", AGROUND, "Islander Weekly", None, None, None, "day1/gazette.html"),
    (
        "day2/herald.html",
        AGROUND,
        "National Herald",
        "Nineteen hurt in ferry grounding",
        "2026-03-04",
        "metadata",
        None,
    ),
    (
        "day9/courier.html",
        INQUIRY,
        "Skarn Courier",
        "Inquiry opens into Aurora grounding",
        "2026-03-12",
        "header",
        None,
    ),
    ("day9/morning.html", INQUIRY, None, "Ferry inquiry hears first witnesses", "2026-03", "text", None),
)


def place(report: str, quote: str) -> Place:
    return Place(**_at(report, quote))


def reading(report: str, quote: str, value: str | float | None = None, by: str | None = None) -> Reading:
    return Reading(**_at(report, quote), value=value, attributed_to=EntityId(by) if by else None)


def _at(report: str, quote: str) -> dict:
    start = TEXTS[report].index(quote)
    return {"report": ReportId(report), "start": start, "end": start + len(quote)}


def every(name: str) -> list[Place]:
    found = []
    for report, text in TEXTS.items():
        start = text.find(name)
        while start >= 0:
            found.append(Place(report=ReportId(report), start=start, end=start + len(name)))
            start = text.find(name, start + len(name))
    return found


def entity(id: str, name: str, kind: str, *aliases: str) -> Entity:
    taken: list[Place] = []
    for each in sorted((name, *aliases), key=len, reverse=True):
        for found in every(each):
            if not any(found.report == t.report and found.start < t.end and t.start < found.end for t in taken):
                taken.append(found)
    return Entity(id=EntityId(id), name=name, type=kind, aliases=aliases, mentions=tuple(taken))


def finding(id, kind, aspect, topic, why, independent, *readings, stories=(AGROUND,)) -> Finding:  # noqa: PLR0917
    return Finding(
        id=id,
        kind=kind,
        aspect=aspect,
        topic=topic,
        why=why,
        stories=stories,
        independent=independent,
        readings=readings,
    )


def sample_record() -> Record:
    """Two stories, seven reports (two of them copies in a chain), and at least one statement of every kind."""
    return Record(
        storyline=StorylineId("aurora"),
        title="Ferry Aurora runs aground off Skarn",
        first="2026-03-03",
        last="2026-03-12",
        stories=(
            Story(id=AGROUND, title="Ferry Aurora runs aground off Skarn", first="2026-03-03", last="2026-03-04"),
            Story(id=INQUIRY, title="Inquiry opens into Aurora grounding", first="2026-03-12", last="2026-03-12"),
        ),
        reports=tuple(
            RecordReport(
                id=ReportId(id),
                story=story,
                outlet=outlet,
                title=title,
                published=published,
                published_basis=basis,
                copy_of=ReportId(copied) if copied else None,
                text=TEXTS[id],
                url=f"https://news.example/{id}" if id.endswith("html") else None,
            )
            for id, story, outlet, title, published, basis, copied in REPORTS
        ),
        entities=(
            entity("aurora", "Aurora", "PRODUCT"),
            entity("falk", "Ines Falk", "PERSON", "Captain Ines Falk", "rescue chief Ines Falk"),
            entity("northline", "Northline", "ORG"),
            entity("aas", "Per Aas", "PERSON", "Mr. Aas"),
            entity("skarn", "Skarn", "PLACE"),
            entity("coast-guard", "the coast guard", "ORG"),
            entity("passengers", "the passengers", "GROUP"),
        ),
        events=_events(),
        findings=_findings(),
        voices=_voices(),
        ledger=_ledger(),
        brief=_brief(),
    )


def dated(report: str, words: str) -> EventReading:
    found = place(report, words)
    return EventReading(report=found.report, start=found.start, end=found.end)


def _events() -> tuple[Event, ...]:
    return (
        Event(
            id="e1",
            date="2026-01",
            text="the ship had passed its yearly inspection in January",
            readings=(
                dated("day1/wire.txt", "the ship had passed its yearly inspection in January"),
                dated("day2/herald.html", "the ferry had been inspected in January"),
            ),
        ),
        Event(
            id="e2",
            date="2026-03-03T18:40",
            text="the ferry had left port at 18:40",
            readings=(dated("day1/courier.html", "the ferry had left port at 18:40"),),
        ),
        Event(
            id="e3",
            date="2026-03-03",
            text="The passenger ferry Aurora ran aground on the Brede reef off Skarn on Tuesday evening",
            readings=(
                dated(
                    "day1/courier.html",
                    "The passenger ferry Aurora ran aground on the Brede reef off Skarn on Tuesday evening",
                ),
                dated("day1/wire.txt", "A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday"),
                dated(
                    "day1/gazette.html", "A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday"
                ),
            ),
        ),
        Event(
            id="e4",
            date="2026-03-12",
            text="An inquiry into the grounding of the Aurora opened in Skarn on Thursday, 12 March.",
            readings=(
                dated(
                    "day9/courier.html",
                    "An inquiry into the grounding of the Aurora opened in Skarn on Thursday, 12 March.",
                ),
                dated("day9/morning.html", "Investigators began hearing witnesses on 12 March"),
            ),
        ),
        Event(
            id="e5",
            date="2026-04",
            text="was put off until April",
            readings=(dated("day9/courier.html", "was put off until April"),),
        ),
    )


def _findings() -> tuple[Finding, ...]:
    return (
        finding(
            "f1",
            "conflict",
            "figure",
            "people aboard the Aurora",
            "214 and 241 for the same moment; neither report says that it counts differently.",
            2,
            reading("day1/courier.html", "with 214 people aboard", 214.0),
            reading("day1/wire.txt", "A ferry with 241 passengers and crew", 241.0),
            reading("day1/gazette.html", "A ferry with 241 passengers and crew", 241.0),
            reading("day1/islander.html", "A ferry with 241 passengers and crew", 241.0),
        ),
        finding(
            "f2",
            "conflict",
            "description",
            "fuel that the Aurora carried",
            "Diesel and heavy fuel oil exclude each other.",
            2,
            reading("day1/courier.html", "The Aurora was carrying diesel fuel for the islands", "diesel"),
            reading("day2/herald.html", "The ship was carrying heavy fuel oil", "heavy fuel oil"),
        ),
        finding(
            "f3",
            "conflict",
            "status",
            "yearly inspection of the Aurora",
            "Passed in January in two reports; postponed in two others.",
            4,
            reading("day1/wire.txt", "the ship had passed its yearly inspection in January", "passed", "northline"),
            reading("day2/herald.html", "the ferry had been inspected in January", "inspected", "aas"),
            reading(
                "day9/courier.html",
                "The ferry’s yearly inspection was due in January but was put off until April",
                "put off",
            ),
            reading("day9/morning.html", "The last inspection of the Aurora had been postponed", "postponed"),
            stories=(AGROUND, INQUIRY),
        ),
        finding(
            "f4",
            "update",
            "figure",
            "people injured",
            "Twelve on the evening; nineteen the day after, by the report's own words.",
            3,
            reading("day1/courier.html", "Twelve people were hurt", 12.0, "coast-guard"),
            reading("day1/wire.txt", "injuring at least 12", 12.0),
            reading("day2/herald.html", "Nineteen people were injured", 19.0),
        ),
        finding(
            "f5",
            "variant",
            "figure",
            "fund for the passengers",
            "$4 million promised by the operator; $6.5 million with the insurer's share.",
            2,
            reading("day1/courier.html", "to pay $4 million into a fund for the passengers", 4e6, "northline"),
            reading("day9/courier.html", "The fund has grown to $6.5 million with the insurer’s share", 6.5e6, "aas"),
            stories=(AGROUND, INQUIRY),
        ),
        finding(
            "f6",
            "agreement",
            "place",
            "where the ferry ran aground",
            "A reef off Skarn; rocks south of Skarn is less exact.",
            3,
            reading("day1/courier.html", "ran aground on the Brede reef off Skarn", "Brede reef"),
            reading("day1/wire.txt", "ran onto rocks south of Skarn", "Skarn"),
            reading("day1/gazette.html", "ran onto rocks south of Skarn", "Skarn"),
            reading("day1/islander.html", "ran onto rocks south of Skarn", "Skarn"),
            reading("day2/herald.html", "ran aground near Skarn", "Skarn"),
        ),
        finding(
            "f7",
            "agreement",
            "date",
            "opening of the inquiry",
            "The same day in both.",
            2,
            reading("day9/courier.html", "opened in Skarn on Thursday, 12 March", "2026-03-12"),
            reading("day9/morning.html", "began hearing witnesses on 12 March", "2026-03-12"),
            stories=(INQUIRY,),
        ),
        finding(
            "f8",
            "single",
            "date",
            "time the ferry left port",
            "Only one report gives it.",
            1,
            reading("day1/courier.html", "the ferry had left port at 18:40", "2026-03-03T18:40", "falk"),
        ),
    )


def _voices() -> tuple[Voice, ...]:
    def quote(report: str, words: str, direct: bool) -> Quote:
        return Quote(**_at(report, words), direct=direct)

    return (
        Voice(
            speaker=EntityId("falk"),
            quotes=(
                quote("day1/courier.html", "“The sea was calm and the light was good,”", True),
                quote("day1/wire.txt", "“The sea was calm and the light was fine,”", True),
                quote("day1/courier.html", "the ferry had left port at 18:40", False),
                quote("day9/courier.html", "that the sea had been calm", False),
            ),
        ),
        Voice(
            speaker=EntityId("aas"),
            quotes=(
                quote("day2/herald.html", "the ferry had been inspected in January", False),
                quote("day2/herald.html", "“We will refund every ticket,”", True),
            ),
        ),
    )


def _ledger() -> tuple[Commitment, ...]:
    def standing(report: str, words: str, status: str, date: str | None) -> LedgerReading:
        return LedgerReading(**_at(report, words), status=status, date=date)

    return (
        Commitment(
            id="c1",
            party=EntityId("northline"),
            counterparty=EntityId("passengers"),
            action="refund every ticket",
            status="partly paid",
            readings=(
                standing("day1/courier.html", "promised to refund every ticket", "promised", "2026-03-03"),
                standing("day2/herald.html", "We will refund every ticket", "promised", "2026-03-04"),
                standing(
                    "day9/courier.html", "has paid out refunds to most of the passengers", "partly paid", "2026-03-12"
                ),
                standing("day9/morning.html", "refunds had not reached them", "not received", "2026-03-12"),
            ),
        ),
        Commitment(
            id="c2",
            party=EntityId("northline"),
            counterparty=None,
            action="pay into a fund for the passengers",
            amount=Amount(value=4e6, unit="USD"),
            status="promised",
            readings=(
                standing("day1/courier.html", "to pay $4 million into a fund for the passengers", "promised", None),
            ),
        ),
    )


def _brief() -> tuple[BriefLine, ...]:
    return (
        BriefLine(
            text=TEXTS["day1/courier.html"].split("\n")[0],
            readings=(
                place("day1/courier.html", TEXTS["day1/courier.html"].split("\n")[0]),
                place("day1/wire.txt", "A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday"),
                place(
                    "day1/gazette.html", "A ferry with 241 passengers and crew ran onto rocks south of Skarn on Tuesday"
                ),
            ),
        ),
        BriefLine(
            text="All on board were brought ashore by midnight.",
            readings=(
                place("day1/wire.txt", "All on board were brought ashore by midnight."),
                place("day1/gazette.html", "All on board were brought ashore by midnight."),
                place("day1/islander.html", "All on board were brought ashore by midnight."),
            ),
        ),
        BriefLine(
            text="The last inspection of the Aurora had been postponed, the panel heard.",
            part="disputed",
            readings=(
                place("day9/morning.html", "The last inspection of the Aurora had been postponed, the panel heard."),
            ),
        ),
    )


@pytest.fixture(scope="session")
def record() -> Record:
    return sample_record()
