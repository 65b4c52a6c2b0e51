"""Whom or what an act is done to: for each question rows of a sentence, a word of it, and the answer ("-" for none)."""

from collections.abc import Callable

import pytest
from parsing import named, parsed, word
from spacy.language import Language

from extractor.document.tokens import Word
from extractor.syntax import objects

ROWS = """
recipient_of | Chad gave them food. | gave | them
recipient_of | Chad gave food to them. | gave | them
recipient_of | Chad promised Poland economic aid. | promised | Poland
recipient_of | Chad sold arms. | sold | -
recipient_of | The union offered Nissan new talks. | offered | Nissan
recipient_of | London granted Kenya military aid. | granted | Kenya
gap_of | The town they seized burned. | seized | town
gap_of | The men whom they shot died. | shot | men
gap_of | They seized a town. | seized | -
small_clause | Gunmen shot 26 tourists dead. | shot | tourists
small_clause | They let the crew go. | let | crew
small_clause | Gunmen shot tourists. | shot | -
shared_object | Police beat and arrested dozens. | beat | dozens
shared_object | Police left and arrested dozens. | left | -
shared_agent | Two men were beaten and robbed by thieves. | beaten | thieves
shared_agent | One man was shot and a shop looted by youths. | shot | youths
shared_agent | One man was shot and a shop was looted by youths. | shot | -
number_object | The raid killed between eight and 11 people. | killed | people
number_object | The raid killed people. | killed | -
taken_captive | They took nine guards hostage. | hostage | guards
taken_captive | They took a hostage. | hostage | -
taken_captive | They took a cashier hostage. | hostage | cashier
taken_captive | They took a police hostage. | hostage | -
complement_of | Rebels threatened to attack the port. | threatened | attack
complement_of | The army accused them of shelling Homs. | accused | shelling
complement_of | Rebels left. | left | -
asked_for | The bishops called for the governor to resign. | called | resign
asked_for | Nurses pleaded for the ward to be reopened. | pleaded | reopened
asked_for | The bishops called for calm. | called | -
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_object(nlp: Language, row: str) -> None:
    question, sentence, form, expected = row.split(" | ")
    find: Callable[[Word], Word | None] = getattr(objects, question)
    assert named(find(word(parsed(nlp, sentence), form))) == expected
