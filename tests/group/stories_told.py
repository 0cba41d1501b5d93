# ruff: noqa: E501 - sample texts
"""Reports of our own writing: two quakes, two meetings of the same two ministers, a strike, and copies."""

from variorum.model.report import Report

QUAKE = {
    "quake-a": (
        "Strong quake shakes Lervik, three hurt",
        "A magnitude 5.8 earthquake shook the port of Lervik before dawn on Tuesday, injuring three people and cutting "
        "power to 12,000 homes. The mayor, Anne Solberg, said cracks had opened in the breakwater. Schools stay shut.",
    ),
    "quake-b": (
        "Lervik cleans up after magnitude 5.8 quake",
        "Three people were injured when an earthquake of magnitude 5.8 hit Lervik early on Tuesday. About 12,000 homes "
        "lost power, the grid operator said, and Mayor Anne Solberg closed all schools while the breakwater is checked.",
    ),
    "quake-c": (
        "Power back in Lervik after earthquake",
        "Engineers restored electricity to most of the 12,000 homes in Lervik that went dark in Tuesday's earthquake. "
        "The breakwater will be inspected by divers, Mayor Anne Solberg said. Three people were treated for injuries.",
    ),
}
TALKS_IN_MARCH = {
    "march-a": (
        "Ministers Okoro and Lindqvist meet in Tallinn over fishing quotas",
        "Fisheries ministers Grace Okoro and Per Lindqvist met in Tallinn on Monday and agreed to count herring stocks "
        "together. A quota of 40,000 tonnes was left open. The harbour union blocked the quay for an hour.",
    ),
    "march-b": (
        "No herring quota yet after Tallinn talks",
        "Talks in Tallinn on Monday between Grace Okoro and Per Lindqvist ended without a herring quota. Both ministers "
        "promised a joint count of stocks; a figure of 40,000 tonnes was on the table. Unionists held up the quay.",
    ),
}
TALKS_IN_JUNE = {
    "june-a": (
        "Okoro and Lindqvist sign cod agreement in Bergen",
        "Grace Okoro and Per Lindqvist signed an agreement on cod in the town hall of Bergen on Friday. Patrol boats will "
        "share radar data from August, and mesh sizes rise to 130 millimetres. A choir of pupils sang for the ministers.",
    ),
    "june-b": (
        "Cod pact signed in Bergen",
        "On Friday in Bergen ministers Per Lindqvist and Grace Okoro put their names to a cod pact: mesh of 130 "
        "millimetres and shared radar for patrol boats from August. Pupils of a choir school sang in the town hall.",
    ),
}
STRIKE = {
    "strike-a": (
        "Bakers walk out in Porto Alegre",
        "Bakers in Porto Alegre stopped work on Thursday for higher night pay. Queues formed at the few shops that were "
        "open, and the union of bakers said the strike would last until the owners offered nine per cent.",
    ),
}


def make(texts, day):
    return [Report(id=name, title=title, text=text, published=day) for name, (title, text) in texts.items()]


def all_reports():
    return [
        *make(QUAKE, "2024-09-03"),
        *make(TALKS_IN_MARCH, "2024-03-11"),
        *make(TALKS_IN_JUNE, "2024-06-14"),
        *make(STRIKE, "2024-09-05"),
    ]


WIRE = (
    "LERVIK (Reuters) - The council of Lervik voted late on Wednesday to rebuild the broken breakwater at a cost of 84 "
    "million crowns, the largest sum the port has ever spent. Work is to begin in April and will take two winters.\n"
    "Fishermen had asked for a longer wall that would shelter the northern basin as well. The council found no money "
    "for it, but left room in the plans. Insurers will pay a third of the cost, the treasurer told reporters.\n"
    "Divers who looked at the footing in September reported that eleven of forty blocks had shifted. Until the wall is "
    "whole, ferries may enter the port only in winds below fourteen metres a second, the harbour office ruled.\n"
    "The vote was nineteen to six. Members of the opposition left the hall before the count and said that they would "
    "ask a court whether so large a contract may be given to a single builder without a second offer.\n"
)
OTHER = (
    "Residents of the northern basin in Lervik feel forgotten. When the storm season begins, their jetties will lie open "
    "to the swell again, since the town decided to mend the old wall only. Kari Moen has counted nine damaged boats.\n"
    "She wants the council to look at floating barriers, which a yard in the next fjord builds for fish farms. They cost "
    "a tenth, she says, and could be towed into place before the first gales come in from the open sea.\n"
)
LOCAL = (
    "In Ostby, where many of the port's workers live, people who met at the library on Thursday said that they hoped for "
    "jobs. A foreman counted on sixty men from the town for the first winter alone, he said over coffee.\n"
)
LETTER = (
    "“We have waited for nine winters, and nine winters we were told that the wall would hold. It has not held, and "
    "those who told us so have not come to see what the sea has left of our boats, our nets and our sheds on the quay. "
    "We ask the council for one thing only, a date on which the first stone will be laid in front of our doors.”"
)
