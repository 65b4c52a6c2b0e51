"""Sentences of other parts of the news that borrow the words of conflict, and real acts in the same surroundings."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    "text",
    [
        "The visitors' pacemen bombarded the tail with bouncers and butchered the chase inside 90 minutes.",
        "The hosts laid siege to the visitors' goal, but the keeper smothered three headers before the whistle.",
        "Retailers fired the first shots of a price war on Monday, slashing the cost of nappies and cereal.",
        "The share was hammered after the chipmaker slashed its forecast for the quarter.",
        "The sequel bombed at the box office and critics murdered its script.",
        "Late frost killed the blossom and beetles invaded the orchards that survived.",
        "The lawyer demolished the argument and shot down every theory.",
    ],
)
def test_borrowed_words(extractor: Extractor, text: str) -> None:
    types = {event.type for event in extractor.extract(text, published="2024-06-12").events}
    assert not types & {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen shot dead the club's goalkeeper as he left training in Cali on Monday.", "ASSAULT"),
        ("A grenade thrown into the crowd at a cricket final wounded nine spectators.", "ASSAULT"),
        ("Fans hurled flares at riot police after the derby and wounded four officers.", "ASSAULT"),
        ("Police arrested a striker and two coaches over match-fixing in Tirana on Friday.", "COERCE"),
        ("Rebels shelled the central bank and looted its branches on Tuesday.", "ASSAULT"),
        ("Drones hit a refinery in Samara and crude gained 3% on Monday.", "ASSAULT"),
        ("Russia hammered Odesa with 10-15 missiles on Monday.", "ASSAULT"),
        ("The marathon ended when two bombs exploded at the finish in Boston.", "ASSAULT"),
        ("Dockers walked out at the container terminal on Monday over unpaid bonuses.", "PROTEST"),
        ("A bomb at the film festival in Kano killed two actors on Saturday.", "ASSAULT"),
        ("Chad attacked the oasis, its columns winding through dunes and dry river beds to the plateau.", "ASSAULT"),
        ("Rebels stormed a cinema in Aleppo during the film and the stars fled.", "ASSAULT"),
        ("Bandits killed three soldiers who were handing out food in the flooded villages.", "ASSAULT"),
    ],
)
def test_acts_in_the_same_surroundings(extractor: Extractor, text: str, kind: str) -> None:
    assert kind in {event.type for event in extractor.extract(text, published="2024-06-12").events}
