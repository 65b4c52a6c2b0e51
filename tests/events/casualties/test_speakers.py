"""Who gives each number of the dead, injured, detained and displaced."""

import pytest

from extractor import Extractor

CASES = [
    ("Doctors said 30 people had died, while the army put the toll at 12.", {30: "Doctors", 12: "army"}),
    ("The raid on Gao killed 14 people, according to the governor. The army put the death toll at nine.",
     {14: "governor", 9: "army"}),
    ("Gunmen attacked Mopti on Thursday. The mayor gave the number of dead as 18.", {18: "mayor"}),
    ("Soldiers fired on a march on Friday, killing five people. The opposition puts the number of dead at 17.",
     {5: None, 17: "opposition"}),
    ("The bombing killed 14 people, but the rebels spoke of only seven dead.", {14: None, 7: "rebels"}),
    ("A bomb killed nine people in Gao, the army said. Doctors put the figure at 41.", {9: "army", 41: "Doctors"}),
    ("Rebels killed 40 guards near Gao, they said; the army put its losses at six.", {40: "Rebels", 6: "army"}),
    ("Rebels said they killed 50 guards in Gao. The ministry put its dead at four.", {50: "Rebels", 4: "ministry"}),
    ("A bomb killed nine people in Gao. Insurers put the figure at $41 million.", {9: None}),
    ("A bomb wrecked a bridge in Gao. Engineers put the figure at 41.", {}),
    ("Two men were convicted on Friday of the 2009 killing of a shopkeeper in Gao.", {1: None}),
    ("Rebels shelled the market and killed six people, police said on Monday.", {6: "police"}),
    ("Rebels shelled the market on Monday and killed six people.", {6: None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_each_number_has_its_speaker(extractor: Extractor, text: str, speakers: dict[int, str | None]) -> None:
    result = extractor.extract(text)
    told = {}
    for event in result.events:
        for count in (event.fatalities, *event.counts_disputed.get("fatalities", [])):
            if count is not None:
                told[count.low] = next(iter(result.names(count.claimed_by)), None)
    assert told == speakers
