"""What the evidence says of two sentences beside all others."""

from tests.collate.build import storyline_of

from variorum.collate.align import Alignment
from variorum.collate.differences import Unit, find_differences
from variorum.collate.findings.judged.evidence import Vocabulary, is_loose
from variorum.collate.points import Weights, read_wordings


def test_a_best_partner_with_nothing_in_common_is_no_partner():
    one, other = "The ferry sank off Kvam on Tuesday.", "Bakers sold bread."
    wordings = read_wordings(storyline_of(one, f"{other} The ferry sank near Kvam."))
    weights, vocabulary = Weights(wordings), Vocabulary(wordings)
    vocabulary.learn([Alignment(wordings[0], wordings[1], weights)])
    assert vocabulary.relative(Alignment(wordings[0], wordings[2], weights)) == {"best_low": 1.0, "best_high": 1.0}


def alignment_of(one: str, other: str) -> Alignment:
    wordings = read_wordings(storyline_of(one, other))
    return Alignment(wordings[0], wordings[1], Weights(wordings))


def words_that(loose, alignment: Alignment) -> set[tuple[str, str]]:
    return {
        (alignment.left.words(*ends(each.left)), alignment.right.words(*ends(each.right)))
        for each in find_differences(alignment)
        if is_loose(each) is loose
    }


def ends(unit: Unit) -> tuple[int, int]:
    return unit.first, unit.end


def test_words_that_the_same_stands_beside_may_be_of_one_point_and_others_of_sentences_that_share_little_are_not():
    close = alignment_of("The ferry was found empty off Kvam.", "The ferry was found full off Kvam.")
    assert ("empty", "full") in words_that(False, close)
    apart = alignment_of(
        "The ferry was empty when two divers from Bergen looked into it at the mill on Sunday night.",
        "Buses were full in Oslo after the ferry that owners had sold never came on Sunday.",
    )
    assert ("empty", "full") in words_that(True, apart)


def test_names_that_nothing_linked_leads_up_to_are_set_against_each_other_where_their_role_is_one():
    alignment = alignment_of(
        "Anna Lund thanked the divers of Bergen on Sunday for their help at the mill.",
        "Per Moe gave the divers eels, nets, weather and old maps of the river.",
    )
    assert ("Anna Lund", "Moe") in words_that(False, alignment)
    assert ("Bergen", "Moe") in words_that(True, alignment)
