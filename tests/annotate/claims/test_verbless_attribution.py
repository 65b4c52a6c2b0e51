"""Attributions without a verb."""

import pytest
from spacy.language import Language

from extractor.annotate.claims.verbless_attribution import find_labels
from extractor.annotate.parse import pipeline as language
from extractor.document.from_doc import words_of


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Poll: most farmers are against the levy", "Poll", "most farmers are against the levy"),
        ("Police: three guards have fled", "Police", "three guards have fled"),
        ("Police: three dead", None, None),
        ("Talks were held.\nPolice: three guards have fled\nThe town is calm.", "Police", "three guards have fled"),
        ("Chad: 'We shelled the base'", "Chad", "'We shelled the base'"),
        ("Rebels seize town: army", "army", "Rebels seize town"),
        ("Nine killed in blast - police", "police", "Nine killed in blast"),
        ("Nine killed in blast - police.", None, None),
        ("The Aachen-based police left", None, None),
        ("“They burned it” — Jane Roe", "Roe", "“They burned it”"),
        ("“They burned it”: Awa Sow, farmer, Kidal", "Sow", "“They burned it”"),
        ("Jane Roe, nurse:\n“They burned it.”", "Roe", "“They burned it.”"),
        ("Jane Roe, nurse:\nThey burned it.", None, None),
        ("Rebels seize town: soldiers had fled before them", None, None),
    ],
)
def test_label(nlp: Language, text: str, speaker: str | None, said: str | None) -> None:
    words = words_of(language.parse(nlp, text))
    speakers = {word.i for word in words if word.lower_ in ("police", "army", "chad", "jane", "roe")}
    labels = find_labels(words, speakers)
    found = (labels[0].source.text, words.phrase(labels[0].start, labels[0].end)) if labels else (None, None)
    assert found == (speaker, said)
