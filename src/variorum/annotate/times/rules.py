"""The patterns of English time expressions, and what each means.

Roles are those of `lang/en/times.toml` and of numbers (`words.py`). Of matches that overlap, the longest is taken, then
the one whose rule stands first.
"""

from __future__ import annotations

from variorum.annotate.times.date_meanings import (
    calendar,
    century,
    clock_time,
    day_of_month,
    decade,
    dotted_date,
    early_hours,
    era_year,
    every_named,
    iso_date,
    last_half,
    part_of_day,
    second_day,
    slashed_date,
    weekday_of_week,
)
from variorum.annotate.times.grammar import Rule
from variorum.annotate.times.length_meanings import (
    coming_units,
    day_around,
    end_of_unit,
    every_unit,
    joined_length,
    length,
    long_unit,
    no_time,
    quarter_century,
    recent_units,
    recurring,
    relative_unit,
    same_unit,
    shift_ago,
    shift_from_now,
    shift_then,
    unit_ended,
    year_ago,
)
from variorum.annotate.times.spoken import clock_beside, clock_in_part, spoken_clock

_NEARLY = "((no? compare than)|(at leastmost)|(upto to)|approx)?"
_EDGE = "(((the|this|a)? early dash? in?)|((the|a)? early? edge of)|(earlier in?)|sometime)?"
_THEN = "(the r=following)|(the r=previous)|r=that|(the r=same)"
_LINK = "(until=dash|until=and|until=to|until=through)"
_OF_YEAR = "((comma|of|in)* fiscal? y=year)"
_REL_YEAR = "((of|in)? (the)? yr=past yearword|(of|in)? yr=this yearword|(of|in)? yr=next yearword)"
_AMOUNT = (
    "((n=num above=num slash below=num)|(n=num dash? frac=frac)|(n=num dash? and dash? a dash? plus=halfword)"
    "|(a? halfword=halfword dash? a?)|(low=num (to|or|dash) num)|n=num|n=dec|(a numberword of)|(a? some=some of?)"
    "|one=a)"
)
_UNITS = "(additional* trading? unit=unit)"
_ZONE = "(localtime? timeword? zone?)"
_DETERMINED = "((the|poss|these|that|this)? (past|next|first|pastly|following|early|ord)?)"
_WAY = "(way=to|way=halfpast)"
_SPOKEN = (
    f"((half=halfword dash? halfpast hour=num)|(from=from? a? quarter=quarterword {_WAY} hour=num)"
    f"|(from=from? mins=num mu=unit {_WAY} hour=num)|(mins=num way=halfpast hour=num)) !unit"
)
_IN_PART = "((in the part=part)|(at part=part))"
_ON_DAY = "((on|comma)* (weekday=weekday|deictic=deictic))"
_PARTED = (
    "((in the part=part)|((on|comma)* (((r=last|r=this) part=part)|part=tonight"
    "|((weekday=weekday|deictic=deictic) s? part=part))))"
)

RULES = (
    # Dates with a day
    Rule("iso", iso_date),
    Rule("slashed", slashed_date),
    Rule("dotted", dotted_date),
    # Two days of one month: the first here, the second by itself ("March 17-18", "17 and 18 March 2025")
    Rule(f"month=month day=day {_LINK} other=day {_OF_YEAR}?", calendar),
    Rule(f"day=day {_LINK} other=day of? month=month {_OF_YEAR}?", calendar),
    Rule(f"month=month num (dash|and|to|through) day=day {_OF_YEAR}?", second_day),
    # The year behind the second of two dates is the first one's too ("April to June 2024", "3 March to 5 April 2024")
    Rule(f"month=month {_LINK} other=month {_OF_YEAR}", calendar),
    Rule(f"month=month day=day {_LINK} other=month day {_OF_YEAR}", calendar),
    Rule(f"day=day month=month {_LINK} day other=month {_OF_YEAR}", calendar),
    Rule("the day=dayfigure", day_of_month),
    Rule("day=day dash month=month dash y=year", calendar),
    Rule("month=month comma day=day comma y=year", calendar),
    Rule("weekday=weekday comma day=day dash month=month dash y=year", calendar),
    Rule(f"(this? next? weekday=weekday comma?)? approx? month=month the? (day=day|day=dayord) {_OF_YEAR}?", calendar),
    Rule(
        f"(this? next? weekday=weekday comma?)? approx? the? (day=day|day=dayord) of? month=month {_OF_YEAR}?", calendar
    ),
    Rule(
        f"approx? clock=clock {_ZONE} (comma|on)* (weekday=weekday comma?)? month=month day=day {_OF_YEAR}?", calendar
    ),
    Rule(
        f"approx? clock=clock {_ZONE} (comma|on)* (weekday=weekday comma?)? day=day month=month {_OF_YEAR}?", calendar
    ),
    Rule(f"(weekday=weekday comma?)? month=month day=day {_OF_YEAR}? (comma|at)* clock=clock {_ZONE}", calendar),
    Rule(f"(weekday=weekday comma?)? day=day month=month {_OF_YEAR}? (comma|at)* clock=clock {_ZONE}", calendar),
    # Months
    Rule(f"{_EDGE} approx? month=month {_OF_YEAR}", calendar),
    Rule(f"{_EDGE} month=month {_REL_YEAR}", calendar),
    Rule(
        f"{_EDGE} (this? r=past|r=this|r=next|{_THEN}) month=month",
        calendar,
    ),
    Rule(f"{_EDGE} approx? month=month", calendar),
    # Quarters and halves
    Rule(
        f"{_EDGE} (the|poss|a|this)? (fiscal=fiscal|current|corresponding|full)* (y=year)? q=ord (fiscal dash?)?"
        f" quarterword ({_OF_YEAR}|{_REL_YEAR})?",
        calendar,
    ),
    Rule(f"(fiscal=fiscal dash?)? (y=year)? q=ord dash quarterword ({_OF_YEAR})?", calendar),
    Rule("(yr=past|yr=this|yr=next) yearword s (fiscal=fiscal)? q=ord dash? (fiscal)? quarterword", calendar),
    Rule(f"q=quartername {_OF_YEAR}?", calendar),
    Rule("y=year (dash|comma)? (q=quartername|h=halfname)", calendar),
    Rule(f"(the|poss)? (fiscal=fiscal)? h=ord dash? halfword ({_OF_YEAR}|{_REL_YEAR})", calendar),
    Rule("(yr=past|yr=this|yr=next) yearword s h=ord dash? halfword", calendar),
    Rule(f"the? past halfword ({_OF_YEAR}|{_REL_YEAR})", last_half),
    Rule(f"h=halfname {_OF_YEAR}", calendar),
    # Seasons
    Rule(
        f"{_EDGE} (the|(this? r=past)|(this? r=next)|r=this|{_THEN})? season=season {_OF_YEAR}?",
        calendar,
    ),
    Rule(f"{_EDGE} the? season=season {_REL_YEAR}", calendar),
    Rule("(every|the? past num) (season=season|seasons=seasons)", every_named),
    # Years, decades, centuries
    Rule(f"{_EDGE} approx? (the? yearword)? y=year", calendar),
    Rule(f"{_EDGE} approx? the? fiscal=fiscal yearword? y=year", calendar),
    Rule(f"{_EDGE} the? decade=decade", decade),
    Rule(f"{_EDGE} the? c=ord dash? centuryword", century),
    Rule("the? y=year (period|unit=unit)", same_unit),
    Rule("n=num bc=bc", era_year),
    Rule("ad (n=num|n=year)", era_year),
    # Weekdays
    Rule("weekday=weekday of? (r=past|r=next|r=this) unit=weekword", weekday_of_week),
    Rule("(r=past|r=next|r=this) unit=weekword on? weekday=weekday", weekday_of_week),
    Rule(f"{_EDGE} (the? r=past|r=this|r=next|the r=previous|the r=following|this r=next)? weekday=weekday", calendar),
    Rule(f"{_EDGE} (r=past|r=this|r=next)? weekday=weekday early? part=part", calendar),
    Rule("early? dash? part=part (of|on|comma)? weekday=weekday", calendar),
    Rule(f"approx? clock=clock {_ZONE} (on|comma)* weekday=weekday", calendar),
    Rule(f"weekday=weekday (at|comma)* approx? clock=clock {_ZONE}", calendar),
    Rule("every weekday=weekday (part=part)?", every_named),
    Rule("weekdays=weekdays", every_named),
    Rule("weekday=weekday parts=parts", every_named),
    Rule("every month=month (day=day)?", every_named),
    Rule(f"(the)? part=part (of|on) (the? day=day|day=dayord) of? month=month {_OF_YEAR}?", calendar),
    Rule(f"(the)? part=part (of|on) month=month day=day {_OF_YEAR}?", calendar),
    # Days and parts of days by today
    Rule(f"{_EDGE} deictic=deictic", calendar),
    Rule(f"{_EDGE} deictic=deictic s? part=part", calendar),
    Rule("early? dash? part=part deictic=deictic", calendar),
    Rule(f"approx? clock=clock {_ZONE} deictic=deictic", calendar),
    Rule(f"deictic=deictic at? clock=clock {_ZONE}", calendar),
    Rule(f"{_EDGE} (r=last|r=this|(the r=next)|(the r=following)|the|that|(the same)) part=part", part_of_day),
    Rule("part=tonight", part_of_day),
    Rule("part=overnight", part_of_day),
    Rule(f"{_NEARLY} clock=clock {_ZONE}", clock_time),
    Rule(f"{_NEARLY} clock=clock {_ZONE} {_PARTED}", clock_in_part),
    Rule(f"lead=clocklead approx? clock=dotclock {_ZONE} {_PARTED}", clock_in_part),
    Rule("clock=dotclock ((localtime timeword)|zone)", clock_time),
    Rule("n=num oclock=oclock", clock_time),
    # Times of day in words
    Rule(f"approx? {_SPOKEN} oclock? {_IN_PART}? ({_ON_DAY} (part=part)?)?", spoken_clock),
    Rule(f"(weekday=weekday|deictic=deictic) (at|comma)* approx? {_SPOKEN}", spoken_clock),
    Rule(f"lead=atword approx? mins=num way=to hour=num !unit {_IN_PART}? ({_ON_DAY} (part=part)?)?", spoken_clock),
    Rule(f"approx? hour=num oclock {_IN_PART}? ({_ON_DAY} (part=part)?)?", spoken_clock),
    Rule(f"lead=clocklead approx? hour=num {_IN_PART} {_ON_DAY}?", spoken_clock),
    Rule(f"lead=clocklead approx? hour=num {_ON_DAY} part=part", spoken_clock),
    Rule(
        f"{_NEARLY} {_AMOUNT} unit=unit (before=beforeword|afterword) (part=hourpart|clock=clock) {_ON_DAY}?",
        clock_beside,
    ),
    Rule("approx? part=hourpart", clock_time),
    Rule("early dash? part=part", clock_time),
    Rule("(the)? early hourword of (weekday=weekday|deictic=deictic)", early_hours),
    Rule("(the)? early hourword of (weekday=weekday comma?)? month=month day=day", early_hours),
    # Counted from now or then
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} (or so)? dash? ago", shift_ago),
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} from now", shift_from_now),
    Rule(f"({_NEARLY}|over) {_AMOUNT} {_UNITS} (way=earlier)", shift_then),
    Rule("unit=unit ago", shift_ago),
    Rule("unit=unit way=earlier", shift_then),
    Rule("corresponding? yearword dash yearago", year_ago),
    Rule("(the|a)? corresponding? yearword dash yearago (period|(ord? dash? quarterword)|(num unit))", year_ago),
    Rule("the corresponding (period|quarterword) (a? yearword yearago|of? (the)? past yearword)?", year_ago),
    Rule("past yearword s (period|quarterword)", year_ago),
    Rule("the quarterword a yearword ago", year_ago),
    # Units around now
    Rule(f"{_EDGE} (the=the)? (this? r=past|r=this|r=next|r=following) fiscal? unit=unit (or so)?", relative_unit),
    Rule(f"{_EDGE} (the=the) r=current fiscal? unit=unit", relative_unit),
    Rule("(the|(poss fiscal)) (full|fiscal)* unit=unit (ended|(to month))", unit_ended),
    Rule(f"{_EDGE} (the|(poss fiscal)) (full|fiscal)* unit=unit", same_unit),
    Rule(f"{_EDGE} (that=that|(the that=same)) unit=unit", same_unit),
    Rule("the latest? period", same_unit),
    Rule("approx? (the|(the unit=unit s))? unit=unit s? dash? end", end_of_unit),
    Rule("the weekdayword (beforeword=before|beforeword=beforeword|afterword)", day_around),
    Rule("the weekdayword (beforeword=beforeword deictic=yesterday|afterword deictic=tomorrow)", day_around),
    # Lengths
    Rule("unit=unit dash long", long_unit),
    Rule("longword=longword", long_unit),
    Rule("unit=unit dash old", no_time),
    Rule(f"{_NEARLY} {_DETERMINED} {_AMOUNT} {_UNITS} (or so)?", length),
    Rule(f"{_NEARLY} (n=num|one=a) unit=unit (and|comma)? m=num small=unit !ago !earlier !old", joined_length),
    Rule(f"{_AMOUNT} {_UNITS} old", no_time),
    Rule(f"{_AMOUNT} dash unit=unit dash old", no_time),
    Rule(f"{_NEARLY} {_AMOUNT} dash unit=unit", length),
    Rule(f"(the|a) {_AMOUNT} dash unit=unit period", length),
    Rule(f"over (n=num|one=a) {_UNITS}", length),
    Rule("a unit=unit and one=a plus=halfword", length),
    Rule("unit=unit", length),
    Rule("(a|poss|the)? quarterword dash? centuryword", quarter_century),
    Rule("(num|a)? times a unit=unit", every_unit),
    Rule("num? times every unit=unit", every_unit),
    Rule("(the|these)? recent unit=unit (and unit)?", recent_units),
    Rule("(the)? coming unit=unit", coming_units),
    Rule("the unit=unit ahead", length),
    # Sets
    Rule("every (n=num|other=other|(some=some))? unit=unit", every_unit),
    Rule("recurring=recurring", recurring),
)
