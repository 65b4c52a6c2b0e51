import pytest

from extractor.lexicon.triggers import event_nouns, light_verbs


@pytest.mark.parametrize("noun", ["attack", "capture", "raid", "talk", "protest", "arrest", "ceasefire", "withdrawal"])
def test_nouns_that_name_an_act(noun: str) -> None:
    assert noun in event_nouns()


@pytest.mark.parametrize("noun", ["table", "minister", "statement", "river"])
def test_nouns_that_do_not(noun: str) -> None:
    assert noun not in event_nouns()


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("carry out", "attack"),
        ("hold", "talk"),
        ("impose", "sanction"),
        ("pay", "visit"),
        ("lay", "siege"),
        ("come under", "fire"),
    ],
)
def test_light_verbs_carry_an_act(verb: str, noun: str) -> None:
    assert noun in light_verbs()[verb]


def test_full_verbs_are_not_light() -> None:
    assert not {"kill", "arrest", "say"} & set(light_verbs())
