"""Reports to layers: sentences, times, quantities, names, and who said what."""
