import pytest

from extractor.lexicon.noun_classes import class_names, classes_of
from extractor.lexicon.triggers import conditions
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("flyover", "way"),
        ("lodger", "person"),
        ("frigate", "vessel"),
        ("greenhouse", "structure"),
        ("wrist", "bodypart"),
        ("badger", "animal"),
        ("blizzard", "weather"),
        ("malaria", "disease"),
        ("anger", "displeasure"),
        ("opera", "art"),
        ("idea", "abstract"),
    ],
)
def test_the_class_of_a_noun(noun: str, name: str) -> None:
    assert name in classes_of(noun)


@pytest.mark.parametrize("word", ["the", "qwzx", "soon", ""])
def test_words_of_no_class(word: str) -> None:
    assert classes_of(word) == frozenset()


def test_a_sense_in_ten_is_no_class() -> None:
    assert "structure" not in classes_of("way")


def test_a_class_of_words_and_nouns() -> None:
    roads = word_class_of(["square", "%way", "-alley"])
    assert "flyover" in roads
    assert "square" in roads
    assert "alley" not in roads
    assert None not in roads
    assert roads.among(["the", "flyover", "alley"]) == {"flyover"}


def test_classes_join() -> None:
    both = word_class_of(["%vessel"]) | word_class_of(["raft"])
    assert both.among(["raft", "frigate", "lorry"]) == {"raft", "frigate"}


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(ValueError, match="%roads"):
        word_class_of(["%roads"])


def test_a_percent_sign_is_a_word() -> None:
    assert "%" in word_class_of(["%", "half"])


def test_a_condition_may_name_a_class_of_nouns() -> None:
    (condition,) = conditions("obj:%way,border", {})
    assert condition.words.among(["ramp", "bypass", "border"]) == {"bypass", "border"}


@pytest.mark.parametrize(
    ("name", "word"),
    [("territory", "archipelago"), ("facility", "flyover"), ("never_acts", "monsoon")],
)
def test_classes_of_rules_take_in_classes_of_nouns(name: str, word: str) -> None:
    assert word in word_classes()[name]


def test_all_class_names_are_used_as_written() -> None:
    assert {"person", "way", "vessel"} <= class_names()
    assert isinstance(word_classes()["people"], WordClass)
