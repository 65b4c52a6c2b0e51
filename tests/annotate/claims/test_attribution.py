"""Who says so: the words that attribute, the source and the speaker."""

import pytest

from annotate.claims.reading import claim_of, named
from extractor import Extractor
from extractor.records import Modality


@pytest.mark.parametrize(
    ("text", "trigger", "source", "cue"),
    [
        ("It is untrue that officers shot at the car, the ministry said.", "shot", "the ministry", "said"),
        ("It is possible that rebels burned the mill, the colonel said.", "burned", "the colonel", "said"),
        ("It was rebels who burned the mill, the colonel said.", "burned", "the colonel", "said"),
        ("The claim that rebels burned it is a lie, according to the mayor.", "burned", "the mayor", "according to"),
        ("It is untrue that officers shot at the car.", "shot", None, "is"),
        ("The mayor's version is that police fired first.", "fired", "The mayor", "is"),
        ("The boy sobbed that soldiers had shot his father.", "shot", "The boy", "sobbed"),
        ("The envoy let it slip that troops had crossed the river.", "crossed", "The envoy", "slip"),
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
        ("Bandits burned the mill, residents and a guard told AFP.", "burned", "residents"),
        ("As the mayor told the council, rebels burned the mill.", "burned", "mayor"),
        ("As the mayor told a joke, rebels burned the mill.", "burned", None),
        ("The court heard from a nurse that rebels burned the mill.", "burned", "nurse"),
        ("A police report said rebels burned the mill.", "burned", "police"),
        ("The union issued a statement saying rebels burned the mill.", "burned", "union"),
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
