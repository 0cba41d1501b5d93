# ruff: noqa: E501 - sample texts
"""Four affairs over weeks, of our own writing, with neighbours that share actors, a place or a subject and must stay out.

Lines: affair (or "-" for a neighbour), story, day, title, text. Two reports a story where two lines have its name.
"""

from variorum.model.report import Report

LINES = """
trade|helm|2025-08-12|Varga and Qadir open talks on tariffs in Helm|President Ilona Varga of Norland and Premier Samir Qadir of Sarmia met in the lake town of Helm on Tuesday to end a quarrel over tariffs that has cost both countries orders for ships and steel. They agreed that ministers would list the duties which might fall first. No date was set for a treaty.
trade|helm|2025-08-13|Helm meeting brings list of tariffs, no treaty|After five hours in Helm, Ilona Varga and Samir Qadir left the tariff quarrel between Norland and Sarmia where it was, but for a list. Ministers are to write down by autumn which duties on steel and ships can go. Varga called the talks frank; Qadir's spokesman called them long.
trade|duties|2025-09-18|Sarmia puts duty on Norland timber weeks after Helm|Sarmia raised its duty on timber from Norland to 30 percent on Thursday, five weeks after the leaders met in Helm. Premier Samir Qadir said Norland had not sent the list of tariffs that was promised. President Ilona Varga's office answered that the list had been in the post since Monday.
trade|duties|2025-09-19|Norland sawmills fear Sarmian duty of 30 percent|Sawmills in Norland counted the cost of a 30 percent duty that Sarmia's premier Samir Qadir laid on their timber. The owners' league asked President Ilona Varga to answer with a tariff on Sarmian steel; she said the promise of Helm, a list of duties to be lifted, still stood.
trade|ilka|2025-10-29|Norland and Sarmia sign tariff treaty in Port Ilka|In Port Ilka on Wednesday Ilona Varga and Samir Qadir signed a treaty that halves tariffs on steel, ships and timber between Norland and Sarmia within two years. The duty on timber falls at once. Qadir promised to buy eight ferries from Norland's yards.
trade|ilka|2025-10-29|Varga, Qadir halve duties after year of quarrel|The tariff quarrel of Norland and Sarmia ended in the customs house of Port Ilka, where President Varga and Premier Qadir put their names to a treaty. Duties on steel, ships and timber are to fall by half in two years. Eight ferries will be ordered, Sarmia's premier said.
-|varga-tax|2025-09-02|Varga loses vote on inheritance tax|Norland's parliament on Tuesday threw out a bill of President Ilona Varga that would have taxed inheritances above two million. Eleven members of her own party voted against it. The finance minister offered to go; Varga asked him to stay until the budget.
-|sarmia-flood|2025-09-20|Floods drive thousands from homes in southern Sarmia|Rivers in the south of Sarmia rose over their banks after three days of rain and drove 14,000 people from their homes. Premier Samir Qadir flew over the drowned fields. Four bridges are down, the army said, and wells must be boiled.
-|norland-ferry|2025-10-14|Norland ferry yard burns|A fire burnt down the painting hall of the largest ferry yard in Norland on Tuesday. Nobody was hurt. The yard's manager said that two hulls had been saved by tugs. The police think of a welding spark.
dam|break|2025-03-04|Kessel dam bursts after week of rain|The dam above Kessel burst in the night to Tuesday, and a wave as high as a house ran through the village of Unterau. Nine people are dead, the fire brigade said, and twenty are missing. The power company Elwerk had lowered the lake the day before.
dam|break|2025-03-04|Nine dead in Unterau as wave from Kessel dam hits village|At least nine people died when the Kessel dam gave way and its water struck Unterau early on Tuesday. Helicopters took survivors from roofs. Elwerk, which runs the dam, said that its engineers had begun to let off water on Monday.
dam|inquiry|2025-03-27|Cracks in Kessel dam were known, inquiry told|An inquiry into the break of the Kessel dam heard on Thursday that an engineer had warned Elwerk of cracks in the wall two years before the flood that killed people in Unterau. His letter was filed under gardens. The company's director, Jost Hellwig, did not speak.
dam|inquiry|2025-03-28|Elwerk ignored letter about dam, engineer says|The engineer Vera Lindt told the inquiry into the Kessel dam that she had written to Elwerk about cracks and got no answer. The wave from the dam destroyed half of Unterau. Director Jost Hellwig will be heard next week.
dam|arrest|2025-04-22|Elwerk director held over dam at Kessel|Police arrested Jost Hellwig, the director of the power company Elwerk, at his home on Tuesday on suspicion of causing the deaths of the people who drowned in Unterau when the Kessel dam broke. His lawyer said that he would answer all questions about the cracks.
dam|arrest|2025-04-22|Hellwig arrested: prosecutors say he knew of cracks|Prosecutors say Jost Hellwig read the warning about the Kessel dam himself. Elwerk's director was arrested on Tuesday. In Unterau, where the wave killed neighbours of nearly everybody, people heard the news on the church steps.
-|unterau-vote|2025-04-06|Unterau votes for first woman as mayor|The village of Unterau elected the baker Rosa Thal as its mayor on Sunday with 61 percent of the votes. She is the first woman in the office. Turnout was higher than in any year since the war.
-|other-dam|2025-03-30|Repairs to Morva dam to cost 40 million|The state will mend the Morva dam in the north for 40 million, the ministry of works said. The wall, built in 1931, has leaked for years but is not in danger. Boats will be kept off the lake until May.
-|elwerk-price|2025-04-10|Elwerk lowers price of power by four percent|Households that buy their power from Elwerk will pay four percent less from June, the company said on Thursday. It gave falling prices for gas as the reason. Consumer groups had asked for ten.
strike|vote|2025-05-06|Workers at Almar's Dorn plant vote to strike|Nine in ten workers of the car maker Almar in Dorn voted on Tuesday for a strike over night shifts. The metal union's Petra Klos said the plant would stand still from Monday unless the company gave up its plan to run the lines through Sunday nights.
strike|vote|2025-05-07|Almar plant in Dorn faces strike over Sunday nights|A strike looms at Almar's plant in Dorn. Its workers voted by 91 percent to walk out on Monday, the metal union said. Night shifts on Sundays, which the car maker wants from July, are the quarrel. Petra Klos leads the talks for the union.
strike|walkout|2025-05-12|Lines stand still at Almar in Dorn|No car left the Almar plant in Dorn on Monday. Pickets with drums stood at the gates from four in the morning, and Petra Klos of the metal union said that all but thirty of the 6,200 workers had stayed out. The car maker loses 900 cars a day.
strike|walkout|2025-05-13|Second day of strike at Dorn car plant|The strike over night shifts at the Dorn car plant went into its second day on Tuesday. Almar said it would fetch parts from abroad to keep another plant running. The metal union answered with a march through Dorn.
strike|deal|2025-05-30|Almar and union settle: no Sunday nights in Dorn|Almar gave up its plan for night shifts on Sundays and the metal union ended its strike in Dorn on Friday after eighteen days. Workers get two free days more a year. Petra Klos spoke of a good day; the car maker said it could live with the deal.
strike|deal|2025-05-31|Work begins again at Dorn plant after deal|The first shift since early May went through the gates of the Almar plant in Dorn on Saturday. The deal between the car maker and the metal union keeps Sunday nights free. A vote of the strikers on it is a matter of form, Petra Klos said.
-|almar-model|2025-05-20|Almar shows electric van at Lund fair|The car maker Almar showed an electric van at the fair in Lund on Tuesday. It will carry a ton over 400 kilometres and cost 38,000. Sales begin next spring, the head of design said, first to bakers and postmen.
-|rail-strike|2025-05-14|Train drivers of Berlo Rail stop work for a day|Drivers of Berlo Rail stopped work on Wednesday for better rosters. Two trains in three were cancelled. The drivers' union threatened a second strike in June if the railway did not talk about rest between shifts.
-|dorn-theatre|2025-05-25|Dorn theatre opens again after ten years|With an opera about a miller the theatre of Dorn opened again on Sunday, ten years after its roof came down. The town paid nine million for the repair. All seats were sold until July.
doping|test|2025-06-03|Runner Tamsin Oye tests positive before games|The runner Tamsin Oye, who holds the world record over 800 metres, tested positive for a banned hormone, the athletics union said on Tuesday. The sample was taken at her camp in Sella in May. She said that she had never taken anything and would have a second sample opened.
doping|test|2025-06-04|Record holder Oye denies doping|Tamsin Oye denied on Wednesday that she had doped. The athletics union had told her that a sample from May, taken in Sella, held a banned hormone. The second sample of the 800 metres runner will be opened in a week.
doping|hearing|2025-06-24|Doctor's spray at heart of Oye hearing|A spray for asthma was the matter of a hearing on Tuesday at which Tamsin Oye tried to clear herself of doping. Her doctor said the banned hormone might have come from it. The athletics union's chemist held that no spray could leave so much in a sample.
doping|hearing|2025-06-25|Panel weighs runner Oye's spray defence|Whether a spray explains the hormone in Tamsin Oye's sample will be decided within two weeks by a panel of the athletics union. The 800 metres runner wept as she spoke. If the panel does not believe her, she will be banned for four years.
doping|ban|2025-07-08|Oye banned for two years|The athletics union banned the 800 metres runner Tamsin Oye for two years on Tuesday. Its panel believed that the hormone had come from a spray, but said she should have asked. She will miss the games and keeps her world record.
doping|ban|2025-07-08|Two-year ban for Tamsin Oye over hormone|Tamsin Oye may not run until the summer after next. A panel found her careless, not a cheat: the banned hormone in her sample came from an asthma spray. The athletics union leaves her the record over 800 metres.
-|sella-camp|2025-06-15|Sella camp for athletes gets new hall|The training camp of Sella, high in the hills, will get a hall with a track for winter at a cost of seven million. Athletes from thirty countries train there each year. The building will be ready in two years.
-|other-doping|2025-06-20|Cyclist Marek Hrad admits doping in tour|The cyclist Marek Hrad admitted on Friday that he had used blood bags in the spring tour. His team sent him home. The cycling union will strike his win at Col Varn and asked who had helped him.
"""


def _make(number, line):
    _, story, day, title, text = line.split("|")
    return Report(id=f"{story}-{number:02}", published=day, title=title, text=text)


def affair_reports():
    return [_make(number, line) for number, line in enumerate(LINES.strip().splitlines())]


def told_affairs():
    """The affair of each report; a neighbour's is its own story."""
    rows = [line.split("|")[:2] for line in LINES.strip().splitlines()]
    return {
        report.id: affair if affair != "-" else story
        for report, (affair, story) in zip(affair_reports(), rows, strict=True)
    }
