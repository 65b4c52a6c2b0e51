"""Pronouns that mean who is named behind them."""

import pytest
from spacy.language import Language

from extractor.annotate.actors import ActorTagger
from extractor.annotate.parse import pipeline as language
from extractor.document import layers as marks
from extractor.settings import Settings


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("After she left the court, Ana Diaz wept.", "she", "Ana Diaz"),
        ("Because they had no food, the rebels left the village.", "they", "rebels"),
        ("In its report, Amnesty International accused the army.", "its", "Amnesty International"),
        ("When police arrested him, Ben Hill was asleep.", "him", "Ben Hill"),
        ("Ana Diaz left. After he had waited outside, Ben Hill hit her.", "he", "Ben Hill"),
        ("In his absence, the court jailed Ben Hill.", "his", None),
        ("After they met Ana Diaz, she wept.", "they", None),
        ("As it rained, the army stayed in its camp.", "it", None),
    ],
)
def test_who_is_named_behind(nlp: Language, text: str, pronoun: str, name: str | None) -> None:
    actors = marks.ACTORS.read(ActorTagger(Settings())(language.parse(nlp, text)))
    meant = [actor.name for actor in actors if any(mention.text == pronoun for mention in actor.mentions)]
    assert meant == ([] if name is None else [name])
