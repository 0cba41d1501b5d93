import pytest

from variorum.annotate.order import annotate_batch
from variorum.model.report import Report


def told(text):
    """Source and content of each attribution whose content is in quotation marks."""
    [report] = annotate_batch([Report(id="r", text=text, language="en")])
    return {
        text[part.start : part.end]: text[each.source.start : each.source.end] if each.source else None
        for each in report.layers.attributions
        for part in each.content
        if text[part.start] in "'‘“\""
    }


@pytest.mark.parametrize(
    ("before", "quotation", "source"),
    [
        ("Mara Quill wrote to the council of the town:", "“We have waited long enough for this bridge.”", "Mara Quill"),
        ("'It was a tough choice,' Mara Quill said.", "'It could have been very bad.'", "Mara Quill"),
        (
            "'It was the dogs' choice,' Mara Quill said.",
            "'I'm sorry for the dogs' owners. It's late.'",
            "Mara Quill",
        ),
        ("The town is on the coast.", "'It could have been very bad.'", None),
    ],
)
def test_a_quotation_that_fills_a_paragraph_has_its_speaker_in_the_one_before(before, quotation, source):
    found = told(f"{before}\n\n{quotation}\n\nThe town waits for the ferry.")
    assert found.get(quotation) == source


def test_a_quotation_in_single_marks_over_several_paragraphs_is_one_speakers():
    first, second = "'We looked for it all night. It's gone.", "'The dogs' owners came as well.'"
    found = told(f"Mara Quill said: {first}\n\n{second}\n\nThe town waits.")
    assert found[second] == "Mara Quill"
