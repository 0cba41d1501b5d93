"""Who is a man, a woman or an animal, by what stands beside the name."""

import pytest

from variorum.annotate.genders import Gender, add_pronouns, find_animals, find_genders
from variorum.annotate.parse import find_sentences, parse_tokens
from variorum.model.annotations import Annotations, Mention
from variorum.model.report import Report
from variorum.model.span import EntityId
from variorum.text.tree import Tree

MAN, WOMAN = Gender(True, False), Gender(False, True)


def read(text, name):
    bare = Report(id="r", text=text)
    [sentences] = find_sentences([bare])
    [tokens] = parse_tokens([Report(id="r", text=text, annotations=Annotations(sentences=sentences))])
    start = text.index(name)
    mention = Mention(start=start, end=start + len(name), type="PERSON", entity=EntityId("it"))
    return Tree(text, tokens, sentences), [mention]


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Ella Quill left.", "Ella Quill", WOMAN),
        ("Mr. Quill left.", "Quill", MAN),
        ("The singer and her husband, Zev Quill, left.", "Zev Quill", MAN),
        ("His wife Zev Quill left.", "Zev Quill", WOMAN),
        ("Zev Quill left.", "Zev Quill", None),
    ],
)
def test_what_stands_beside_a_name_tells_the_sex(text, name, gender):
    assert find_genders(*read(text, name)).get(EntityId("it")) == gender


@pytest.mark.parametrize(
    ("text", "animal"),
    [
        ("Pim the cat was examined.", True),
        ("The horse, Pim, was examined.", True),
        ("A three-year-old tabby named Pim was examined.", True),
        ("Pim, a 17-year-old gorilla, was examined.", True),
        ("Pim is a stray dog.", True),
        ("Pim and the cat were examined.", False),
        ("Pim, a dog trainer, was examined.", False),
        ("Pim's dog was examined.", False),
    ],
)
def test_an_animal_is_told_beside_its_name(text, animal):
    assert bool(find_animals(*read(text, "Pim"))) is animal


def test_pronouns_tell_only_where_all_of_them_do():
    text = "he she he"
    he, she, other = (
        Mention(start=start, end=end, type="PERSON", entity=EntityId(id), form="pronoun")
        for start, end, id in [(0, 2, "a"), (3, 6, "b"), (7, 9, "b")]
    )
    assert add_pronouns(text, [he, she, other], {}) == {"a": MAN}
    assert add_pronouns(text, [he], {EntityId("a"): WOMAN}) == {"a": WOMAN}
