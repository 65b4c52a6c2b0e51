"""What is asked for or refused tells the mode of a request or a refusal."""

import pytest

from extractor import Extractor

ROWS = [
    # An act behind "to" or in a that-clause.
    ("The mayor begged Lima to send doctors.", "REQUEST", "assist"),
    ("Niger urged Chad to arm the herders.", "REQUEST", "assist"),
    ("The bishops urged the senate to abolish the tax.", "REQUEST", "change"),
    ("The council urged that the law be repealed.", "REQUEST", "change"),
    ("Drivers called on the premier to step down.", "REQUEST", "change"),
    ("Ghana called on Togo to let observers in.", "REQUEST", "yield"),
    ("The envoy demanded that the siege be lifted.", "REQUEST", "yield"),
    ("The pope urged both sides not to send more tanks.", "REQUEST", "yield"),
    ("Oslo urged Juba and the rebels to return to the talks.", "REQUEST", "meet"),
    ("The widows asked to see the governor.", "REQUEST", "meet"),
    ("Malta refused to take in the migrants.", "REJECT", "assist"),
    ("Berlin refuses to train the rebels.", "REJECT", "assist"),
    ("The emir refused to dismiss his interior minister.", "REJECT", "change"),
    ("The president of Togo refused to call early elections.", "REJECT", "change"),
    ("The premier refused to step down.", "REJECT", "yield"),
    ("The rebels refused to open the road.", "REJECT", "yield"),
    ("The guerrillas refused to take part in talks.", "REJECT", "meet"),
    ("The Houthi movement refused to send a delegation to Muscat.", "REJECT", "meet"),
    # A thing, or a noun for an act.
    ("The mayor appealed to Norway for fire engines and water pumps.", "REQUEST", "assist"),
    ("Opposition leaders called for the resignation of the election chief.", "REQUEST", "change"),
    ("Monks called for a new constitution.", "REQUEST", "change"),
    ("Peru demanded an apology from Chile.", "REQUEST", "yield"),
    ("Farmers called for the removal of the troops.", "REQUEST", "yield"),
    ("Herders pleaded with the army for food and blankets.", "REQUEST", "assist"),
    # A request or an offer that is turned down tells by what is in it.
    ("The bank turned down a plea from rice growers for debt relief.", "REJECT", "assist"),
    ("Iceland turned down an aid request from Malta.", "REJECT", "assist"),
    ("The sultan rejected calls for electoral reform.", "REJECT", "change"),
    ("Lawmakers in Lima rejected a proposal to lower the voting age.", "REJECT", "change"),
    ("The army ignored a plea to spare the village.", "REJECT", "yield"),
    ("The junta rejected demands to hand over power.", "REJECT", "yield"),
    ("The union rejected an offer of talks with the airline.", "REJECT", "meet"),
    ("The minister declined an invitation to visit Madrid.", "REJECT", "meet"),
    ("The fund refused to pay for repairs to the dam.", "REJECT", "assist"),
    ("The sultan rejected demands for an elected council.", "REJECT", "change"),
    ("The mayor refused to pay the ransom.", "REJECT", "yield"),
    ("Paris refused to cancel the debt of Lima.", "REJECT", "assist"),
    ("Peru refused to release the fighters.", "REJECT", "yield"),
    # Neither an act nor a thing of a mode.
    ("The bishop appealed to the army.", "REQUEST", None),
    ("The mayor called on the police.", "REQUEST", None),
    ("Kenya urged Uganda to arrest the rebels.", "REQUEST", None),
    ("The premier urged voters to be patient.", "REQUEST", None),
    ("The envoy demanded answers for the soldiers.", "REQUEST", None),
    ("The general refused to attack the village.", "REJECT", None),
    ("The governor refused to blame the army.", "REJECT", None),
    ("The senator rejected the accusation.", "REJECT", None),
    ("The mayor broke the law.", "REJECT", None),
    ("The envoy rejected an appeal to the army.", "REJECT", None),
    ("The governor rejected the rebel request.", "REJECT", None),
    ("Greece turned back three boats on Monday.", "REJECT", None),
]


@pytest.mark.parametrize(("text", "name", "mode"), ROWS, ids=[text[:40] for text, _, _ in ROWS])
def test_mode(extractor: Extractor, text: str, name: str, mode: str | None) -> None:
    events = extractor.extract(text, published="2024-06-12").events
    assert (name, mode) in [(event.type, event.mode) for event in events]
