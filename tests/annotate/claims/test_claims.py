"""Claims of own sentences: who does what to whom, who says so, how sure."""

import pytest

from extractor import Extractor
from extractor.annotate.claims.quotes import find_quotes
from extractor.records import Claim, Extraction, Modality, Span


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
        ("The police had the demonstrators arrested.", "arrested", None, "demonstrators"),
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
        ("The Coastal Workers Union (CWU) said rebels had fled.", "fled", "The Coastal Workers Union (CWU)", "said"),
        ("None was in danger, the nurse was quoted as saying.", "was", "the nurse", "quoted"),
        ("The picture appears on a poster with a request for talks.", "request", None, None),
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
    ("text", "trigger", "modality", "polarity"),
    [
        ("The two sides did not sign the truce.", "sign", "asserted", "negative"),
        ("The army never shelled the hospital.", "shelled", "asserted", "negative"),
        ("The government failed to pay the teachers.", "pay", "asserted", "negative"),
        ("The minister refused to meet the rebels.", "meet", "asserted", "negative"),
        ("The gunmen left without killing the guard.", "killing", "asserted", "negative"),
        ("Neither side attacked the convoy.", "attacked", "asserted", "negative"),
        ("Few soldiers deserted.", "deserted", "asserted", "positive"),
        ("No one was hurt in the blast.", "hurt", "asserted", "negative"),
        ("Not a single soldier was killed.", "killed", "asserted", "negative"),
        ("The police arrested nobody.", "arrested", "asserted", "negative"),
        ("The army hardly fired a shot.", "fired", "asserted", "negative"),
        ("Rebels neither attacked the town nor shelled it.", "shelled", "asserted", "negative"),
        ("The police denied arresting the students.", "arresting", "denied", "negative"),
        ("The rebels deny having killed the envoy.", "killed", "denied", "negative"),
        ("He dismissed reports that the army shelled the school.", "shelled", "denied", "negative"),
        ("The army rejects accusations that it killed civilians.", "killed", "denied", "negative"),
        ("The army did not deny that it shelled the school.", "shelled", "reported", "positive"),
        ("The army neither confirmed nor denied that it shelled the town.", "shelled", "reported", "positive"),
        ("It is false that the army shelled the school.", "shelled", "denied", "negative"),
        ("Rebels allegedly burned the village.", "burned", "alleged", "positive"),
        ("Soldiers reportedly raped two women.", "raped", "reported", "positive"),
        ("The opposition claims the army killed 40 people.", "killed", "alleged", "positive"),
        ("Apparently rebels shot down the helicopter.", "shot", "alleged", "positive"),
        ("There are suspicions that the guard killed the judge.", "killed", "alleged", "positive"),
        ("Rumours that the president had fled reached the port.", "fled", "alleged", "positive"),
        ("He is suspected of killing the judge.", "killing", "alleged", "positive"),
        ("The man accused of bombing the church was freed.", "bombing", "alleged", "positive"),
        ("Rebels are believed to have killed the envoy.", "killed", "reported", "positive"),
        ("The government plans to attack the town.", "attack", "intended", "positive"),
        ("The army hopes to retake the town.", "retake", "intended", "positive"),
        ("The government considered sending troops.", "sending", "intended", "positive"),
        ("The army is going to attack the town.", "attack", "intended", "positive"),
        ("The president is expected to sign the treaty.", "sign", "intended", "positive"),
        ("The president ordered troops to leave the town.", "leave", "intended", "positive"),
        ("The president agreed to release the prisoners.", "release", "intended", "positive"),
        ("The minister vowed that the army would crush the rebels.", "crush", "intended", "positive"),
        ("Rebels attempted to seize the airport.", "seize", "intended", "positive"),
        ("The government cancelled a planned protest.", "protest", "intended", "negative"),
        ("The UN asked both sides to leave the hill.", "leave", "hypothetical", "positive"),
        ("The army told residents to leave the town.", "leave", "hypothetical", "positive"),
        ("The UN demanded that Israel withdraw its troops.", "withdraw", "hypothetical", "positive"),
        ("The group threatened to kill the hostages.", "kill", "hypothetical", "positive"),
        ("If rebels attack, the army will respond.", "respond", "hypothetical", "positive"),
        ("Unless the hostages are freed, the army will storm the building.", "storm", "hypothetical", "positive"),
        ("Had the army not fired, rebels would have seized the bridge.", "fired", "hypothetical", "negative"),
        ("Had the army not fired, rebels would have seized the bridge.", "seized", "hypothetical", "positive"),
        ("Did the army shell the school?", "shell", "hypothetical", "positive"),
        ("The rebels may attack the town.", "attack", "hypothetical", "positive"),
        ("It is possible that rebels killed the envoy.", "killed", "hypothetical", "positive"),
        ("She doubts that rebels killed the envoy.", "killed", "hypothetical", "positive"),
        ("Whether rebels killed him is unclear.", "killed", "hypothetical", "positive"),
        ("Police are investigating whether rebels killed the envoy.", "killed", "hypothetical", "positive"),
        ("Fears of an attack grew in the town.", "attack", "hypothetical", "positive"),
        ("Rebels used to attack the town every week.", "attack", "asserted", "positive"),
        ("Rebels almost captured the airport.", "captured", "asserted", "negative"),
        ("Rebels came close to capturing the airport.", "capturing", "asserted", "negative"),
        ("The convoy narrowly avoided being bombed.", "bombed", "asserted", "negative"),
        ("Police foiled an attack on the market.", "attack", "asserted", "negative"),
        ("The thwarted attack shocked the town.", "attack", "asserted", "negative"),
        ("The union called off the strike.", "strike", "asserted", "negative"),
        ("The army stopped rebels from entering the town.", "entering", "asserted", "negative"),
        ("The court barred the party from holding a rally.", "holding", "asserted", "negative"),
        ("There were no signs of an attack.", "attack", "asserted", "negative"),
        ("Rebels have yet to release the hostages.", "release", "asserted", "negative"),
        ("The army was unable to retake the town.", "retake", "asserted", "negative"),
        ("Rebels pretended to surrender.", "surrender", "asserted", "negative"),
        ("The government ruled out sending troops.", "sending", "asserted", "negative"),
        ("The bomb failed to explode.", "explode", "asserted", "negative"),
        # Idioms that say that nothing was done.
        ("The guards stood by while the depot burned.", "stood", "asserted", "negative"),
        ("The troops stood by their general.", "stood", "asserted", "positive"),
        ("The customs men turned a blind eye to the trade.", "turned", "asserted", "negative"),
        ("The sentries looked the other way.", "looked", "asserted", "negative"),
        ("The ministry sat on its hands.", "sat", "asserted", "negative"),
        ("The officers remained mute spectators.", "remained", "asserted", "negative"),
        ("The rangers were nowhere to be seen.", "were", "asserted", "negative"),
        ("The mayor did little to calm the crowd.", "calm", "intended", "negative"),
        ("The mayor did nothing to calm the crowd.", "calm", "asserted", "negative"),
        ("The governor did not stand idly by.", "stand", "asserted", "positive"),
        ("The crowd kept shouting.", "shouting", "asserted", "positive"),
        ("Shops were looted and neither troops nor police were deployed.", "deployed", "asserted", "negative"),
        ("The army was told to stand by.", "stand", "hypothetical", "positive"),
        ("Soldiers could be seen near the gate.", "seen", "asserted", "positive"),
        ("Far from attacking the convoy, the militia escorted it.", "attacking", "asserted", "negative"),
        ("The nurse pleaded guilty to poisoning a patient.", "poisoning", "reported", "positive"),
        ("The minister brushed aside suggestions that troops had looted the bank.", "looted", "denied", "negative"),
    ],
)
def test_signs_of_certainty(extractor: Extractor, text: str, trigger: str, modality: str, polarity: str) -> None:
    claim = claim_of(extractor.extract(text), trigger)
    assert (claim.modality.value, claim.polarity.value) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("The army said it had taken the hill; Hamas said it was still holding the bridge.", "taken", "army"),
        ("The army said it had taken the hill; Hamas said it was still holding the bridge.", "holding", "Hamas"),
        ("The agency quoted a witness as saying rebels had seized the town.", "seized", "witness"),
        ("A statement from the army said rebels had seized the town.", "seized", "army"),
        ("Amnesty International's report found that soldiers had burned the mill.", "burned", "Amnesty International"),
        ("The minister denied reports that soldiers had burned the mill.", "burned", "minister"),
        ("The spokesman confirmed the raid. He added that two guards were killed.", "killed", "spokesman"),
        ("Rebels burned the mill, said a source close to the mayor.", "burned", "source"),
        ("Rebels seized the town, state media reported, citing officials.", "seized", "state media"),
        ("A witness, who asked not to be named, said rebels burned the mill.", "burned", "witness"),
        ("The general wants to arrest the bishop.", "arrest", None),
        ("Rebels seized the town.", "seized", None),
        ("“Police beat us,” recalled the driver, Juma Otieno.", "beat", "Juma Otieno"),
        # Any verb beside a quotation says it; a name may sign it.
        ("“They shelled the mill,” sobbed the nurse. “We fled,” she muttered.", "shelled", "nurse"),
        ("“Troops burned the mill”: Ada Moss, miller, Goma.", "burned", "Ada Moss"),
        ("In the words of the consul, soldiers looted the mission.", "looted", "consul"),
        ("KYIV SAYS NINE KILLED IN RAID ON FERRY", "KILLED", "Ukraine"),
        ("Clerks at the court have it that the banker was arrested.", "arrested", "Clerks"),
        # A full stop inside the quotation ends the sentence: the next speaker is another one.
        ("“It fell,” the mayor said.\n\n“They burned the mill.” Togo has blamed rebels.", "burned", "mayor"),
        # A second verb of the one who speaks, told by its tense.
        ("Oslo said boats had left and called on Rome to act.", "called", None),
        ("Togo and Mali say Benin may be arming and have warned it to stop.", "warned", None),
    ],
)
def test_who_claims_it(extractor: Extractor, text: str, trigger: str, speaker: str | None) -> None:
    result = extractor.extract(text)
    assert named(result, claim_of(result, trigger).claimed_by) == speaker


def test_words_after_a_plural_possessive_are_no_quotation(extractor: Extractor) -> None:
    text = (
        "Governor Lena Okoye said the budget was short. The teachers' walkout began on Tuesday. Police arrested nine "
        "men in Kaduna. The teachers' leaders went home."
    )
    arrest = next(event for event in extractor.extract(text).events if event.mode == "arrest")
    assert (arrest.modality, arrest.claimed_by) == (Modality.ASSERTED, None)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said: “We left.”", ["“We left.”"]),
        ('"We left," he said.', ['"We left,"']),
        ("“First.\n\n“Second,” she said.", ["“First.\n\n", "“Second,”"]),
        ("An unbalanced “mark never fails.", []),
        ("The rebels’ town isn’t theirs.", []),
        ("The miners' walkout began. Talks failed. The nurses' union left.", []),
        ("The miners’ walkout began. Talks failed. The nurses’ union left.", []),
        ("‘The miners' party won,’ he said. The nurses' union left.", ["‘The miners' party won,’"]),
        ("'We won,' he said of the miners' walkout.", ["'We won,'"]),
        ("He called it ‘unfair’ to miners.", ["‘unfair’"]),
        ("Songs of the ‘90s and the miners’ band.", []),
        ("‘First.\n\n‘Second,’ she said.", ["‘Second,’"]),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == quotes
