"""Verbs of headlines that the tagger takes for nouns, and nouns that it takes for verbs."""

import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("Mob lynches thief in Oaxaca", "lynches", "Mob", "thief"),
        ("Israeli forces abduct schoolteacher in Marseille", "abduct", "forces", "schoolteacher"),
        ("Border guards detain priest in Port-au-Prince", "detain", "guards", "priest"),
        ("Government forces murder schoolteacher in Acapulco", "murder", "forces", "schoolteacher"),
        ("Turkey blacklists Rwanda in Marseille", "blacklists", "Turkey", "Rwanda"),
        ("Farmers boycotted classes in Lyon on Monday.", "boycotted", "Farmers", "classes"),
        ("The EU froze assets of a minister on Monday.", "froze", "EU", "assets"),
    ],
)
def test_verb_of_headline(nlp: Language, text: str, verb: str, subject: str, thing: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert (words[verb].pos_, words[subject].pos_ in ("NOUN", "PROPN")) == ("VERB", True)
    assert (words[subject].dep_, words[subject].head.text) == ("nsubj", verb)
    assert (words[thing].dep_, words[thing].head.text) == ("dobj", verb)


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Miners strike leader died in Oruro", "leader", "died"),
        ("Workers strike talks collapsed", "talks", "collapsed"),
    ],
)
def test_a_sound_sentence_stays(nlp: Language, text: str, subject: str, verb: str) -> None:
    words = {word.text: word for word in parsed(nlp, text)}
    assert (words[subject].dep_, words[subject].head.text) == ("nsubj", verb)


@pytest.mark.parametrize("text", ["Oslo police chief", "Rebel attack in Homs", "Arms depot fire in Lagos"])
def test_headline_without_a_verb(nlp: Language, text: str) -> None:
    assert not any(word.pos_ == "VERB" for word in parsed(nlp, text))
