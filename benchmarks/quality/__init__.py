"""How right each stage is, on the public sets in `../shared/bench` (not part of this project).

One module a task, each with a function `measure()`; `gate.py` runs them against floors that only rise.
"""
