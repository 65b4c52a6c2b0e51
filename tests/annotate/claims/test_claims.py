"""Claims of own sentences: who does what to whom, who says so, how sure."""

import pytest

from annotate.claims.reading import claim_of, named
from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "patient"),
    [
        ("Rebels stormed the barracks.", "stormed", "Rebels", "barracks"),
        ("Assailants torched the barn.", "torched", "Assailants", "barn"),
        ("The barracks were stormed by rebels.", "stormed", "rebels", "barracks"),
        ("The convoy was ambushed near the river.", "ambushed", None, "convoy"),
        ("Soldiers entered the village and burned the barn.", "burned", "Soldiers", "barn"),
        ("Gunmen who killed two nurses fled.", "killed", "Gunmen", "two nurses"),
        ("The judge whom gunmen kidnapped is free.", "kidnapped", "gunmen", "judge"),
        ("Hamas agreed to free the hostages.", "free", "Hamas", "hostages"),
        ("The minister urged rebels to leave the town.", "leave", "rebels", "town"),
        ("The army accused rebels of shelling the market.", "shelling", "rebels", "market"),
        ("Prosecutors charged a sergeant with beating a shepherd.", "beating", "sergeant", "shepherd"),
        ("Rebels carried out an attack on the depot.", "carried", "Rebels", "depot"),
        ("The capture of the airport by rebels ended the siege.", "capture", "rebels", "airport"),
        ("Police fired tear gas, wounding three students.", "wounding", "Police", "three students"),
        ("Soldiers beat and arrested dozens of students.", "beat", "Soldiers", "students"),
        ("The depot was attacked and burned by rebels.", "attacked", "rebels", "depot"),
        ("The mayor was kidnapped on Monday and released on Friday.", "kidnapped", None, "mayor"),
        ("The police had the demonstrators arrested.", "arrested", "police", "demonstrators"),
        ("A rebel attack on the depot killed four guards.", "attack", "rebels", "depot"),
        ("perth: police have emptied the warehouse.", "emptied", "police", "warehouse"),
        ("The bishop's arrest angered the church.", "arrest", None, "bishop"),
        ("They left under police escort.", "escort", "police", None),
        ("Three died in shelling of the port by the navy.", "shelling", "navy", "port"),
        ("The porters had to be evacuated.", "evacuated", None, "porters"),
        ("The judge deplored the inaction of the police.", "inaction", "police", None),
        ("It was a lapse on the part of the guards.", "lapse", "guards", None),
        ("The government's arrest of the bishop angered the church.", "arrest", "government", "bishop"),
        ("It was the rebels who burned the mosque.", "burned", "rebels", "mosque"),
        ("Having seized the town, the rebels looted the market.", "looted", "rebels", "market"),
        ("Residents saw soldiers burn the market.", "burn", "soldiers", "market"),
        ("The agency described gunmen as looting the depot.", "looting", "gunmen", "depot"),
    ],
)
def test_who_does_what_to_whom(
    extractor: Extractor, text: str, trigger: str, agent: str | None, patient: str | None
) -> None:
    result = extractor.extract(text)
    claim = claim_of(result, trigger)
    assert (named(result, claim.agent), named(result, claim.patient)) == (agent, patient)


@pytest.mark.parametrize(
    ("text", "trigger", "source", "cue", "modality", "polarity"),
    [
        ("Rebels left the town, the army said.", "left", "the army", "said", "reported", "positive"),
        ("The army said rebels left the town.", "left", "The army", "said", "reported", "positive"),
        ("Rebels left, according to the governor.", "left", "the governor", "according to", "reported", "positive"),
        ("The army denied that it shelled the town.", "shelled", "The army", "denied", "denied", "negative"),
        ("The agency denied reports that he had fled.", "fled", "The agency", "denied", "denied", "negative"),
        ("Residents accused soldiers of burning the shops.", "burning", "Residents", "accused", "alleged", "positive"),
        ("The minister plans to resign.", "resign", "The minister", "plans", "intended", "positive"),
        ("If talks fail, troops may return.", "return", None, None, "hypothetical", "positive"),
        ("The rebels did not attack the base.", "attack", None, None, "asserted", "negative"),
        ("The two sides failed to agree on a truce.", "agree", "The two sides", "agree", "asserted", "negative"),
        ("Nobody was arrested.", "arrested", None, None, "asserted", "negative"),
        ("Troops allegedly burned the mosque.", "burned", None, None, "alleged", "positive"),
        ("The group said it would free the pilots.", "free", "The group", "said", "intended", "positive"),
        ("Rebels captured the bridge.", "captured", None, None, "asserted", "positive"),
    ],
)
def test_who_says_so_and_how_sure(
    extractor: Extractor, text: str, trigger: str, source: str | None, cue: str | None, modality: str, polarity: str
) -> None:
    claim = claim_of(extractor.extract(text), trigger)
    assert (claim.source_span and claim.source_span.text, claim.cue and claim.cue.text) == (source, cue)
    assert (claim.modality.value, claim.polarity.value) == (modality, polarity)
