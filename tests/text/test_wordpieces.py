import pytest

from variorum.text.wordpieces import MOST_PIECES, Vocabulary


@pytest.fixture
def vocabulary(tmp_path):
    path = tmp_path / "vocabulary.txt"
    path.write_text(
        "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "un", "##said", "##s", "'", ".", "u", "a"]) + "\n"
    )
    return Vocabulary(path)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("The", ["the"]),
        ("unsaid", ["un", "##said"]),
        ("’s", ["'", "[UNK]"]),
        ("U.", ["u", "."]),
        ("Á", ["a"]),
        ("zebra", ["[UNK]"]),
        ("", ["[UNK]"]),
        ("😀", ["[UNK]"]),
    ],
)
def test_words_fall_into_known_pieces(vocabulary, word, pieces):
    assert vocabulary.pieces_of(word) == tuple(vocabulary.number[piece] for piece in pieces)


def test_a_word_without_end_costs_little(vocabulary):
    assert len(vocabulary.pieces_of("a" + "s" * 1_000_000)) <= MOST_PIECES
