"""What a finding is told to be about."""

from tests.collate.findings.pairing import pair_in

from variorum.collate.findings.reasons import name_alone, name_topic


def test_a_topic_does_not_cut_a_time():
    wordings, pair = pair_in(
        "The ferry left Voss at 6:40 a.m. with 84 people on board.",
        "Its captain swore on Monday that the ferry had 78 people on board when it left the harbour of Voss.",
        "84",
        "78",
    )
    assert name_topic(wordings, pair) == "ferry left Voss at 6:40 a.m. with … people on board"
    assert name_alone(wordings[0], pair.left.unit).startswith("ferry left Voss at 6:40 a.m. with 84")


def test_sentences_that_share_no_telling_word_have_a_topic_of_one_of_them():
    wordings, pair = pair_in("Seventy-two of them survived the winter.", "It took in 70 that year.", "two", "70")
    assert name_topic(wordings, pair) == "… of them survived the winter"
