"""Cut an encoder's vocabulary to its common Latin pieces.

    python training/attributions/vocabulary.py VOCAB.txt|tokenizer.json OUT.txt KEPT.json [MOST]

The pieces of BERT's vocabulary stand in order of frequency, so that the first MOST are the common ones; pieces outside
Latin script go (their words become unknown, as their tags are read from the parse alone). KEPT.json lists the rows of
the embedding table that stay.
"""

import json
import re
import sys
from pathlib import Path

LATIN = re.compile(r"(##)?[\x21-\x7e£€–—“”‘’…•°§]+")
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def main():
    """Write the vocabulary that is kept."""
    path, most = Path(sys.argv[1]), int(sys.argv[4]) if len(sys.argv) > 4 else 18_000
    if path.suffix == ".json":
        numbers = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
        pieces = sorted(numbers, key=numbers.get)
    else:
        pieces = path.read_text(encoding="utf-8").splitlines()
    kept = [(number, piece) for number, piece in enumerate(pieces) if piece in SPECIAL]
    kept += [
        (number, piece)
        for number, piece in enumerate(pieces)
        if LATIN.fullmatch(piece)
        and piece not in SPECIAL
        and not piece.startswith("[unused")
        and (number < most or len(piece.removeprefix("##")) <= 3)
    ]
    Path(sys.argv[2]).write_text("\n".join(piece for _, piece in kept) + "\n", encoding="utf-8")
    Path(sys.argv[3]).write_text(json.dumps([number for number, _ in kept]), encoding="utf-8")
    print(len(kept), "pieces")


if __name__ == "__main__":
    main()
