import pytest
from parsing import parsed
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "head", "above"),
    [
        ("Rebels stormed Bor on Friday and on Sunday burned the market.", ["on", "on"], ["stormed", "burned"]),
        ("Tribesmen blocked the road and in Marib kidnapped two engineers.", ["in"], ["kidnapped"]),
        ("Tribesmen blocked the road and kidnapped two engineers in Marib.", ["in"], ["kidnapped"]),
        ("Rebels stormed Bor and, with help from Chad, burned the market.", ["with"], ["stormed"]),
        ("The army said on Monday it killed ten rebels.", ["on"], ["said"]),
        ("The army said in Monday's statement it killed ten rebels.", ["in"], ["said"]),
        (
            "The premier denounced on Sunday the shelling of a hospital on Thursday.",
            ["on", "on"],
            ["denounced", "shelling"],
        ),
        ("The premier denounced on Sunday the owner of a hospital on Thursday.", ["on"], ["denounced"]),
        ("An officer who was stabbed in Lyon on Thursday died on Friday.", ["on", "on"], ["stabbed", "died"]),
        ("An officer, who was stabbed in Lyon, on Friday died.", ["on"], ["died"]),
        ("In a letter published on Monday, the bishop blamed the coast guard for the wreck.", ["on"], ["blamed"]),
        ("In a boat built on Monday, the bishop blamed the coast guard for the wreck.", ["on"], ["built"]),
        ("Speaking in Suva on Friday, the minister backed the bid.", ["on"], ["backed"]),
    ],
)
def test_times_and_their_clauses(nlp: Language, text: str, head: list[str], above: list[str]) -> None:
    found = [word.head.text for word in parsed(nlp, text) if word.text in head]
    assert found[: len(above)] == above
