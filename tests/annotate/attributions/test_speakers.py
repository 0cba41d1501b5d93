import pytest

from variorum.annotate.attributions.quotes import find_quotes
from variorum.annotate.attributions.speakers import Speakers
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.model.annotations import Annotations, Mention
from variorum.model.report import Report
from variorum.model.span import EntityId, Span
from variorum.text.split import split_paragraphs
from variorum.text.tree import Tree

PEOPLE = {"Mara Quill": "mara-quill", "Quill": "mara-quill", "Otto Brandt": "otto-brandt", "Brandt": "otto-brandt"}


def asked(text, source, content=(), people=PEOPLE, types=()):
    """The entity of the last place of `source` in the text, with the people of `people` marked."""
    types = dict(types)
    bare = Report(id="r", text=text)
    [sentences] = find_sentences([bare])
    [tokens] = parse_tokens([Report(id="r", text=text, annotations=Annotations(sentences=sentences))])
    mentions, taken = [], set()
    for name in sorted(people, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            if start not in taken:
                kind, entity = types.get(name, "PERSON"), EntityId(people[name])
                mentions.append(Mention(start=start, end=start + len(name), type=kind, entity=entity))
                taken.update(range(start, start + len(name)))
            start = text.find(name, start + 1)
    at = text.rindex(source)
    parts = [Span(text.index(part), text.index(part) + len(part)) for part in content]
    speakers = Speakers(Tree(text, tokens, sentences), mentions, find_quotes(text, split_paragraphs(text)))
    return speakers.speaker_of(Span(at, at + len(source)), parts)


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Mara Quill said the dam will hold.", "Mara Quill", "mara-quill"),
        ("Transport minister Mara Quill said the dam will hold.", "Transport minister Mara Quill", "mara-quill"),
        ("The minister, Mara Quill, said the dam will hold.", "The minister, Mara Quill,", "mara-quill"),
        ("Quill arrived late. “We were held up,” she said.", "she", "mara-quill"),
        ("Quill, who spoke after Brandt left, warned of floods. “They will come,” she said.", "she", "mara-quill"),
        ("Mara Quill spoke first. “Brandt is wrong,” she said.", "she", "mara-quill"),
        ("Two engineers said the dam will hold.", "Two engineers", None),
        ("Mara Quill's office said the dam will hold.", "Mara Quill's office", None),
        ("“The dam will hold,” he said.", "he", None),
    ],
)
def test_a_source_is_known_by_its_head_or_its_pronoun(text, source, speaker):
    assert asked(text, source) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Quill and her husband, Otto Brandt, left. “We will be back,” she said.", "mara-quill"),
        ("Ella Quill waited outside. Otto Brandt left at noon. “We will be back,” she said.", "ella-quill"),
        ("Otto Brandt left at noon. “We will be back,” she said.", None),
        ("Otto Brandt left at noon. “We will be back,” he said.", "otto-brandt"),
        ("Ella Quill fed a cat named Otto Brandt. “It is ours,” he said.", None),
    ],
)
def test_a_pronoun_is_nobody_of_the_other_sex_and_no_animal(text, speaker):
    pronoun = "she" if "she said" in text else "he"
    assert asked(text, pronoun, people={**PEOPLE, "Ella Quill": "ella-quill"}) == speaker


def test_an_animal_says_nothing():
    assert asked("The cat, Otto Brandt, said nothing.", "The cat, Otto Brandt,") is None


@pytest.mark.parametrize("between", ["of ", "from ", ", "])
def test_a_place_does_not_speak_for_whom_it_is_the_home_of(between):
    text = f"Mara Quill{'' if between == ', ' else ' '}{between}Brandt, Highland, said the dam will hold."
    source = text.partition(" said")[0]
    assert asked(text, source, types={"Brandt": "PLACE"}) == "mara-quill"


def test_a_place_alone_as_source_is_whoever_is_of_it():
    text = "Mara Quill of Ness Desire, Brandt in Canada said the dam will hold."
    assert asked(text, "Brandt in Canada", types={"Brandt": "PLACE"}) == "mara-quill"
    text = "After talks with Mara Quill, Brandt said the dam will hold."
    assert asked(text, "Brandt", types={"Brandt": "PLACE"}) == "otto-brandt"


def test_whoever_is_spoken_about_does_not_speak():
    text = "Mara Quill took questions. Brandt was wrong, she said."
    assert asked(text, "she", content=["Brandt was wrong"]) == "mara-quill"


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "“It is over,” said company chairman and chief executive Otto Brandt.",
            "company chairman and chief executive Otto Brandt",
            "otto-brandt",
        ),
        (
            "“It is over,” said Mara Quill, daughter of the court reporter Brandt murdered.",
            "Mara Quill, daughter of the court reporter Brandt murdered",
            "mara-quill",
        ),
        ("“It is over,” said firefighters and Mara Quill.", "firefighters and Mara Quill", None),
    ],
)
def test_a_name_at_the_edge_of_a_source_is_whose_it_is(text, source, speaker):
    assert asked(text, source) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("He had worked for Varig, the airline that fell. He said it was late.", None),
        ("Shares fell. Varig shares lost a tenth. He said it was late.", None),
        ("Otto Brandt had worked for Varig, the airline that fell. He said it was late.", "otto-brandt"),
        ("The reporter for the newspaper, Varig, was there. He said it was late.", "varig"),
    ],
)
def test_he_is_no_body_that_was_taken_for_a_person(text, speaker):
    assert asked(text, "He", people={"Varig": "varig", "Otto Brandt": "otto-brandt"}) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The former guard came back with a letter from Otto Brandt. He said it was late.", None),
        ("The former guard said he had a letter from Otto Brandt. “It came late,” he said. He said it rained.", None),
        ("The former guard, called Otto Brandt by all, came back. He said it was late.", "otto-brandt"),
        ("The letter came back with Otto Brandt. He said it was late.", "otto-brandt"),
    ],
)
def test_he_is_whom_the_sentence_before_tells_of(text, speaker):
    assert asked(text, "He") == speaker
