"""What the evidence says of two sentences beside all others."""

from tests.collate.build import storyline_of

from variorum.collate.align import Alignment
from variorum.collate.findings.evidence import Vocabulary
from variorum.collate.points import Weights, read_wordings


def test_a_best_partner_with_nothing_in_common_is_no_partner():
    one, other = "The ferry sank off Kvam on Tuesday.", "Bakers sold bread."
    wordings = read_wordings(storyline_of(one, f"{other} The ferry sank near Kvam."))
    weights, vocabulary = Weights(wordings), Vocabulary(wordings)
    vocabulary.learn([Alignment(wordings[0], wordings[1], weights)])
    assert vocabulary.relative(Alignment(wordings[0], wordings[2], weights)) == {"best_low": 1.0, "best_high": 1.0}
