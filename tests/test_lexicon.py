from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.lexicon.sectors import sector_names
from extractor.lexicon.tables import data_lines, data_rows
from extractor.lexicon.triggers import LEXICON, event_nouns, light_verbs, read_rules


@pytest.mark.parametrize("noun", ["attack", "capture", "raid", "talk", "protest", "arrest", "ceasefire", "withdrawal"])
def test_nouns_that_name_an_act(noun: str) -> None:
    assert noun in event_nouns()


@pytest.mark.parametrize("noun", ["table", "minister", "statement", "river"])
def test_nouns_that_do_not(noun: str) -> None:
    assert noun not in event_nouns()


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("carry out", "attack"),
        ("hold", "talk"),
        ("impose", "sanction"),
        ("pay", "visit"),
        ("lay", "siege"),
        ("come under", "fire"),
    ],
)
def test_light_verbs_carry_an_act(verb: str, noun: str) -> None:
    assert noun in light_verbs()[verb]


def test_full_verbs_are_not_light() -> None:
    assert not {"kill", "arrest", "say"} & set(light_verbs())


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("bomb | sbj:rebel | | | .9", "unknown slot 'sbj', did you mean 'subj'?"),
        ("bomb | subj:$REBB | | | .9", "unknown sector '$REBB', did you mean '$REB'?"),
        ("bomb | obj:#pepole | | | .9", "unknown kind '#pepole', did you mean '#people'?"),
        ("bomb | obj:@amred | | | .9", "unknown word class '@amred', did you mean '@armed'?"),
        ("bomb | tense:futur | | | .9", "unknown value of tense 'futur', did you mean 'future'?"),
        ("bomb | | firearm | | .9", "unknown mode of ASSAULT 'firearm', did you mean 'firearms'?"),
        ("bomb | | | agent>pateint | .9", "unknown role 'pateint', did you mean 'patient'?"),
        ("bomb | | .9", "3 columns, not 5"),
        ("[ASAULT]\nbomb | | | | .9", "unknown type 'ASAULT', did you mean 'ASSAULT'?"),
    ],
)
def test_a_slip_in_a_trigger_file_is_named_with_its_line(tmp_path: Path, line: str, wrong: str) -> None:
    file = tmp_path / "mine.txt"
    file.write_text(f"# mine\n[ASSAULT]\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_rules(file)
    number = 3 + line.count("\n")
    assert str(error.value).startswith(f"mine.txt, line {number}: ")
    assert wrong in str(error.value)


def test_every_rule_has_an_id_of_its_file_and_line() -> None:
    path = LEXICON / "triggers" / "assault.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    for rule in read_rules(path):
        name, _, number = rule.id.partition(":")
        assert name == path.name
        assert rule.trigger in lines[int(number) - 1]


def test_every_sector_that_data_name_is_known() -> None:
    found = {line.split(" ")[0] for line in data_lines("actors/nouns.txt")}
    found |= {row["sector"] for row in data_rows("actors/known.tsv")}
    assert found - {"-", ""} <= set(sector_names())
