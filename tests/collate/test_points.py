import pytest
from tests.collate.build import storyline_of

from variorum.collate.points import read_wordings


def keys_of(*texts):
    return [wording.key for wording in read_wordings(storyline_of(*texts))]


@pytest.mark.parametrize(
    ("whole", "parted"),
    [
        ("The airstrikes hit Valmere.", "The air strikes hit Valmere."),
        ("The ceasefire holds in Valmere.", "The cease-fire holds in Valmere."),
    ],
)
def test_a_word_written_as_two_has_the_key_of_the_one(whole, parted):
    one, other = keys_of(whole, parted)
    assert one[1] == other[1] == other[2]


def test_two_words_that_nobody_writes_as_one_keep_their_keys():
    assert "policy" in keys_of("The policy makers met.", "They spoke of nothing else.")[0]


def test_a_text_cut_off_at_a_hyphen_is_read_to_its_end():
    assert keys_of("The ceasefire holds in Valmere.", "They spoke of a long cease–")[1][-2:] == ["cease", "-"]


@pytest.mark.parametrize("text", ["The trains didn’t derail.", "The trains didn't derail."])
def test_a_denial_is_read_with_either_apostrophe(text):
    (wording,) = read_wordings(storyline_of(text))
    assert wording.is_denied(wording.lemma.index("derail"))


def test_a_name_that_no_layer_knows_is_a_value():
    (wording,) = read_wordings(storyline_of("The blast hit a busy street in Qarnabiya."))
    assert [wording.words(value.first, value.end) for value in wording.values if value.kind in ("name", "place")]
