from pathlib import Path

import pytest

from extractor.errors import InputError, OntologyError
from extractor.lexicon.user_ontology import own_ontology, read_ontology
from extractor.settings import Settings

EXAMPLES = Path(__file__).parents[1] / "docs" / "ontologies"

BOMB = "[[triggers]]\ntype = 'ASSAULT'\nverbs = ['bomb']\n"


@pytest.mark.parametrize("name", ["health_care.toml", "election_violence.yaml"])
def test_the_examples_are_right(name: str) -> None:
    found, wrong = read_ontology(EXAMPLES / name)
    assert wrong == []
    assert found.types
    assert found.verbs


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("keeps = []", 1, "unknown key 'keeps', did you mean 'keep'?"),
        ("keep = ['NIX']", 1, "unknown type 'NIX'"),
        ("[types.FOO]\nmodes = ['a']", 1, "needs like"),
        ("[types.FOO]\nquad = 7", 2, "quad is 7"),
        ("[types.FOO]\nquad = 4\n\nlike = 'ASAULT'", 4, "unknown type 'ASAULT', did you mean 'ASSAULT'?"),
        ("[types.FOO]\nlike = 'BAR'\n[types.BAR]\nlike = 'FOO'", 1, "like each other in a circle"),
        ("[types.FOO]\nlike = 'ASSAULT'\nviolent = 1", 3, "violent is 1, not true or false"),
        ("[types.FOO]\nlike = 'ASSAULT'\nviolet = true", 3, "unknown key 'violet', did you mean 'violent'?"),
        ("[types.FOO]\nlike = 'ASSAULT'\ngoldstein = 11", 3, "goldstein is 11"),
        ("[types.FOO]\nquad = 4\nacled = 'Raid'", 3, "unknown ACLED"),
        ("name = 'x'\n\n[[triggers]]\ntype = 'FOO'\nverbs = ['bomb']", 3, "unknown type 'FOO'"),
        ("[[triggers]]\ntype = 'ASSAULT'\nmode = 'big'\nverbs = ['bomb']", 1, "unknown mode of ASSAULT 'big'"),
        ("[[triggers]]\ntype = 'ASSAULT'", 1, "needs verbs or nouns"),
        ("[[triggers]]\ntype = 'ASSAULT'\nverbs = 'bomb'", 1, "list of words"),
        ("[[triggers]]\ntype = 'ASSAULT'\nverbs = ['bomb']\nwhen = 'obj:@nix'", 4, "unknown word class '@nix'"),
        ("[[triggers]]\ntype = 'ASSAULT'\nverbs = ['bomb']\nwhen = 'town'", 4, "no condition"),
        ("[[triggers]]\ntype = 'ASSAULT'\nverbs = ['bomb']\nprobability = 2", 1, "probability is 2"),
        ("[[triggers]]\ntype = 'ASSAULT'\nverbs = ['bomb']\nsource = 'bomber'", 1, "unknown role 'bomber'"),
        (f"{BOMB}when = 'sbj:rebel'", 4, "unknown slot 'sbj', did you mean 'subj'?"),
        (f"{BOMB}when = 'tens:past'", 4, "unknown slot 'tens', did you mean 'tense'?"),
        (f"{BOMB}when = 'subj:$MILX obj:town'", 4, "unknown sector '$MILX', did you mean '$MIL'?"),
        (f"{BOMB}when = 'subj:$MILX obj:#plcae'", 4, "unknown kind '#plcae', did you mean '#place'?"),
        (f"{BOMB}when = 'mod:repotred'", 4, "unknown value of mod 'repotred', did you mean 'reported'?"),
        ("[types.FOO]\nquad = 4\nrecipient = ['agianst']", 3, "unknown preposition 'agianst', did you mean 'against'?"),
        ("[[actors]]\nname = 'R'\nsector = 'REBB'", 3, "unknown sector 'REBB', did you mean 'REB'?"),
        ("[[actors]]\nname = 'R'\nsector = ['REB']", 3, "unknown sector ['REB']"),
        (f"{BOMB}source = 'agnet'", 1, "unknown role 'agnet', did you mean 'agent'?"),
        ("\n[[actors]]\nkind = 'robot'\nname = 'R'", 2, "unknown kind 'robot'"),
        ("[[actors]]\nname = 'R'\ncountry = 'Chad'", 1, "country is 'Chad'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    wrong = read_ontology(file)[1]
    assert any(error.startswith(f"line {line}:") and words in error for error in wrong), wrong


def test_yaml_has_lines_too(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "triggers:\n  - type: ASSAULT\n    verbs: [bomb]\n  - type: FOO\n    verbs: [raid]\n", encoding="utf-8"
    )
    assert [error[:7] for error in read_ontology(file)[1]] == ["line 4:"]


@pytest.mark.parametrize("text", ["a = [", "triggers = 3", "[[triggers]]\n[triggers.x]", "types = 1", "classes = 1"])
def test_bad_files_are_said_to_be_wrong(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    assert read_ontology(file)[1]
    with pytest.raises(OntologyError, match=r"own\.toml"):
        own_ontology(Settings(ontology_file=file))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        own_ontology(Settings(ontology_file=tmp_path / "none.toml"))


def test_without_a_file_nothing_is_added() -> None:
    assert own_ontology(Settings()).types == {}
