"""One act told in many constructions: who did what to whom, where and when stays the same, whoever says it."""

from dataclasses import dataclass
from itertools import product

import pytest

from extractor import Extractor

PUBLISHED = "2024-03-13"  # a Wednesday


@dataclass(frozen=True)
class Act:
    """A clause without place and day, with what it tells."""

    clause: str
    type: str
    source: str
    target: str


ACTS = [
    Act("rebels killed nine villagers", "ASSAULT", "rebels", "villagers"),
    Act("gunmen kidnapped two engineers", "ASSAULT", "gunmen", "engineers"),
    Act("police arrested 40 students", "COERCE", "police", "students"),
    Act("militants burned a school", "ASSAULT", "militants", "school"),
    Act("a court sentenced a journalist to six years in prison", "SANCTION", "court", "journalist"),
    Act("the rebels released 12 hostages", "RETREAT", "rebels", "hostages"),
    Act("the opposition called for fresh elections", "REQUEST", "opposition", ""),
    Act("teachers went on strike over pay", "PROTEST", "teachers", ""),
]
# A frame, and who is said to tell it; the act is in Kano on Monday.
FRAMES = {
    "On Monday, {act} in Kano.": "",
    "In Kano on Monday, {act}.": "",
    "Shops were closed when {act} in Kano on Monday.": "",
    "The streets were calm, but {act} in the town of Kano on Monday.": "",
    "Kano, March 12 - Residents stayed inside. On Monday, {act} in Kano.": "",
    "A police spokesman said on Tuesday that {act} in Kano on Monday.": "spokesman",
    "The rights group Amal said {act} in Kano on Monday.": "Amal",
    "Residents say {act} in Kano on Monday.": "Residents",
    "According to the army, {act} in Kano on Monday.": "army",
    "On Monday {act} in Kano, the governor of the province, Idris Bako, said.": "Bako",
    "On Monday {act} in Kano; residents of Gao held a feast on Sunday.": "",
    "A mob looted a mill in Gao on Sunday and {act} in Kano on Monday.": "",
    "A mob looted a mill in Gao on Sunday, a day before {act} in Kano.": "",
    "A mob looted a mill in Gao on Sunday. The next day, {act} in Kano.": "",
}
# Frames in which nothing is told to have been.
UNREAL = [
    "It is not true that {act} in Kano on Monday.",
    "It was not clear whether {act} in Kano on Monday.",
    "There is no evidence that {act} in Kano on Monday.",
    "The claim that {act} in Kano on Monday is fabricated.",
    "Is it true that {act} in Kano on Monday?",
]


@pytest.mark.parametrize(("act", "frame"), list(product(ACTS, FRAMES)))
def test_an_act_is_the_same_in_every_construction(extractor: Extractor, act: Act, frame: str) -> None:
    text = frame.format(act=act.clause)
    result = extractor.extract(text, published=PUBLISHED)
    kano = next(place.id for place in result.places if place.name == "Kano")
    event = next(event for event in result.events if event.type == act.type and event.place == kano)
    for names, wanted in ((result.names(event.source), act.source), (result.names(event.target), act.target)):
        assert wanted.lower() in " ".join(names).lower()
    assert str(event.start_date) == "2024-03-11"
    speaker = FRAMES[frame]
    if speaker:
        told_by = result.actor(event.claimed_by)
        assert told_by is not None
        assert any(speaker.lower() in mention.text.lower() for mention in told_by.mentions)


@pytest.mark.parametrize(("act", "frame"), list(product(ACTS, UNREAL)))
def test_what_is_not_said_to_be_so_is_not_told(extractor: Extractor, act: Act, frame: str) -> None:
    result = extractor.extract(frame.format(act=act.clause), published=PUBLISHED)
    real = ("asserted", "reported", "alleged")
    told = [e for e in result.events if e.type == act.type and e.polarity == "positive" and e.modality in real]
    assert told == []
