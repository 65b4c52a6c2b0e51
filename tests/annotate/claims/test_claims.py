"""Claims of own sentences: who does what to whom, who says so, how sure."""

import pytest

from extractor import Extractor
from extractor.annotate.claims.quotes import find_quotes
from extractor.records import Claim, Extraction, Span


def claim_of(result: Extraction, trigger: str) -> Claim:
    return next(claim for claim in result.claims if claim.trigger.text == trigger)


def named(result: Extraction, value: str | Span | None) -> str | None:
    if isinstance(value, Span):
        return value.text.removeprefix("The ").removeprefix("the ")
    return next((actor.name for actor in result.actors if actor.id == value), None)


@pytest.mark.parametrize(
    ("text", "trigger", "agent", "patient"),
    [
        ("Rebels stormed the barracks.", "stormed", "Rebels", "barracks"),
        ("The barracks were stormed by rebels.", "stormed", "rebels", "barracks"),
        ("The convoy was ambushed near the river.", "ambushed", None, "convoy"),
        ("Soldiers entered the village and burned the barn.", "burned", "Soldiers", "barn"),
        ("Gunmen who killed two nurses fled.", "killed", "Gunmen", "two nurses"),
        ("The judge whom gunmen kidnapped is free.", "kidnapped", "gunmen", "judge"),
        ("Hamas agreed to free the hostages.", "free", "Hamas", "hostages"),
        ("The minister urged rebels to leave the town.", "leave", "rebels", "town"),
        ("The army accused rebels of shelling the market.", "shelling", "rebels", "market"),
        ("Rebels carried out an attack on the depot.", "carried", "Rebels", "depot"),
        ("The capture of the airport by rebels ended the siege.", "capture", "rebels", "airport"),
        ("Police fired tear gas, wounding three students.", "wounding", "Police", "three students"),
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


@pytest.mark.parametrize(
    ("text", "trigger", "source", "cue"),
    [
        ("Rebels seize depot: army", "seize", "army", ":"),
        ("Nine killed in market blast - police", "killed", "police", "-"),
        ("Poll: Most farmers oppose the levy", "oppose", "Poll", ":"),
        ("Hezbollah: 'We shelled the base'", "shelled", "Hezbollah", ":"),
        ("“They burned our homes.” — Ahmed Saleh", "burned", "Ahmed Saleh", "—"),
        ("Chad: Rebels capture Faya", "capture", None, None),
        ("Boko Haram: Army kills 15 in Borno", "kills", None, None),
        ('"We left at dawn," said Ali Hassan.\n\n"Soldiers shot my brother."', "shot", "Ali Hassan", "said"),
        ('"They hid us. They fed us," Sen. Kay Lund told a court.', "fed", "Sen. Kay Lund", "told"),
        ("The trucks were on the bridge, the governor said, including a tanker.", "were", "the governor", "said"),
        ("The talks, the envoy said, have failed.", "failed", "the envoy", "said"),
        ("The convoy left the depot it shared, sources said.", "left", "sources", "said"),
        ("A spokesman for the army said rebels had fled.", "fled", "A spokesman for the army", "said"),
        ("Ryan and Gomez said the town had fallen.", "fallen", "Ryan and Gomez", "said"),
        ("The mayor said the police believe a gang burned the mill.", "believe", "The mayor", "said"),
        ("The mayor said the police believe a gang burned the mill.", "burned", "the police", "believe"),
        ("The general refused to resign.", "resign", "The general", "refused"),
        ("Rebels appeared to have left the town.", "left", None, "appeared"),
        ("Officials are confident that the truce will hold.", "hold", "Officials", "confident"),
        ("Villagers were worried that militiamen would return.", "return", "Villagers", "worried"),
        ("The union criticised the raid.", "criticised", "The union", "criticised"),
        ("The party held a rally.", "held", None, None),
        ("Troops continued to shell the town.", "shell", None, None),
    ],
)
def test_words_that_attribute(
    extractor: Extractor, text: str, trigger: str, source: str | None, cue: str | None
) -> None:
    claim = claim_of(extractor.extract(text), trigger)
    assert (claim.source_span and claim.source_span.text, claim.cue and claim.cue.text) == (source, cue)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said: “We left.”", ["“We left.”"]),
        ('"We left," he said.', ['"We left,"']),
        ("“First.\n\n“Second,” she said.", ["“First.\n\n", "“Second,”"]),
        ("An unbalanced “mark never fails.", []),
        ("The rebels’ town isn’t theirs.", []),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == quotes
