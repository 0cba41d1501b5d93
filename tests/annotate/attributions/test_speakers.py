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


def asked(text, source, content=()):
    """The entity of the last place of `source` in the text, with the people of PEOPLE marked."""
    bare = Report(id="r", text=text)
    [sentences] = find_sentences([bare])
    [tokens] = parse_tokens([Report(id="r", text=text, annotations=Annotations(sentences=sentences))])
    mentions, taken = [], set()
    for name in sorted(PEOPLE, key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            if start not in taken:
                mentions.append(
                    Mention(start=start, end=start + len(name), type="PERSON", entity=EntityId(PEOPLE[name]))
                )
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


def test_whoever_is_spoken_about_does_not_speak():
    text = "Mara Quill took questions. Brandt was wrong, she said."
    assert asked(text, "she", content=["Brandt was wrong"]) == "mara-quill"
