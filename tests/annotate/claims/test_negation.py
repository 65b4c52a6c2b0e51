"""Which acts did not take place by the words of their own clause."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.negation import is_negated
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The convoy did not stop.", "stop"),
        ("The convoy never stopped.", "stopped"),
        ("The bridge almost collapsed.", "collapsed"),
        ("A truce was not possible.", "possible"),
        ("The gunmen left without firing a shot.", "firing"),
        ("Rebels came close to capturing the mill.", "capturing"),
        ("Police stopped short of arresting the mayor.", "arresting"),
        ("Instead of bombing the village, the pilots dropped food.", "bombing"),
        ("Not one window was smashed.", "smashed"),
        ("It was not rebels who shelled the clinic.", "shelled"),
        ("It was not the clinic that rebels shelled.", "shelled"),
        ("Rather than arresting the pickets, police brought them tea.", "arresting"),
        ("The guards opened the gate rather than shoot the miners.", "shoot"),
        ("She made up the kidnapping.", "kidnapping"),
        ("The envoys have yet to leave.", "leave"),
        ("The mayor did little to stop the march.", "stop"),
        ("The convoy did not stop or slow.", "slow"),
        ("Nobody left the town.", "left"),
        ("The army attacked no village.", "attacked"),
        ("The rebels burned a barn and killed nobody.", "killed"),
        ("No one was hurt.", "hurt"),
        ("Not a soldier was hurt.", "hurt"),
        ("There was no attack on the depot.", "attack"),
        ("The town fell without a fight.", "fight"),
        ("A foiled attack shook the town.", "attack"),
        ("Police foiled an attack on the depot.", "attack"),
        ("The strike was called off.", "strike"),
        ("There were no signs of an attack.", "attack"),
        ("There is no evidence that guards hit the boy.", "hit"),
        ("The judge saw no sign that rebels had entered Gao.", "entered"),
        ("At no point did the guards shoot at the ferry.", "shoot"),
        ("In no way was the chapel damaged, the bishop said.", "damaged"),
        ("Under no circumstances did the pilots bomb the clinic.", "bomb"),
        ("The guards at no point attacked the ferry, the chief said.", "attacked"),
        ("At no time were shots fired at the ferry, the army said.", "fired"),
        ("Not once did the guards beat a prisoner.", "beat"),
        ("The column never reached the river, let alone captured the bridge.", "captured"),
    ],
)
def test_negated(word: Find, text: str, trigger: str) -> None:
    assert is_negated(word(text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The convoy stopped.", "stopped"),
        ("A truce was possible.", "possible"),
        ("The gunmen left after firing a shot.", "firing"),
        ("The envoys have to leave.", "leave"),
        ("The mayor did much to stop the march.", "stop"),
        ("The lorry did not stop and drove on.", "drove"),
        ("Not the soldiers but the guards were hurt.", "hurt"),
        ("The fight for the town began.", "fight"),
        ("Police did not foil an attack on the depot.", "attack"),
        ("There were signs of an attack.", "attack"),
        ("In no time the crowd burned the kiosk.", "burned"),
        ("At that point the guards shot at the ferry.", "shot"),
        ("Not once but twice the guards beat a prisoner.", "beat"),
        ("It was not the first time that rebels shelled Gao.", "shelled"),
        ("It was not only rebels who shelled Gao.", "shelled"),
        ("It was not just guards who beat the boys.", "beat"),
        ("They let the alone man capture the bridge.", "capture"),
    ],
)
def test_not_negated(word: Find, text: str, trigger: str) -> None:
    assert not is_negated(word(text, trigger))
