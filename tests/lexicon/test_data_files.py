"""The readers of data files, and that a second language is a folder of the same files."""

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import DataNotFound
from extractor.lexicon.tables import data_rows, data_text, data_toml, language_folder, word_lists

# A little Spanish, in the formats of data/en.
SPANISH = {
    "actors/nouns.txt": "# nouns\nREB human: rebelde guerrillero\nMIL group: ejército\nREB human: insurgente\n",
    "actors/given_names.txt": "m: juan\nf: maría\n",
    "actors/pronouns.tsv": "pronoun\tgender\tnumber\tperson\nella\tf\ts\t3\nnosotros\t-\tp\t1\n",
    "actors/countries.tsv": "iso\tname\tadjectives\tnames\tcapitals\nDE\tAlemania\talemán;alemanes\t\tBerlín\n",
    "actors/seats.tsv": "name\tcountry\tsector\nLa Moncloa\tES\tGOV\n",
    "claims/cues.tsv": "class\tpos\tlemmas\nreport\tverb\tdecir dar_a_conocer\n",
    "claims/certainty.txt": "negative: no nunca sin\n",
    "dates/words.tsv": "category\tvalue\tforms\nmonth\t1\tenero; en.\n",
    "dates/holidays.tsv": "rule\tnames\n01-01\taño nuevo\n",
    "dates/zones.tsv": "zone\thours\nCET\t1\n",
    "events/numbers.tsv": "word\tlow\thigh\ndos\t2\t2\ndecenas\t24\t99\nun_par\t2\t2\n",
    "events/words.txt": "counted: hombres\nbefore numbers: al menos\n",
    "lexicon/classes.txt": "town | ciudad, pueblo\nmachine | %vehicle\narms | fusil\n",
    "lexicon/disparaging.txt": "bad | vil\n",
    "lexicon/noun_classes.tsv": "camión\tvehicle:10\n",
    "lexicon/light_verbs.txt": "llevar a cabo | ataque\n",
    "lexicon/weapons.tsv": "word\tuses\tmode\nbomba\tweapon @arms\texplosives\n",
    "lexicon/words.txt": "prepositions: en contra\nplural modifiers: armas\n",
    "lexicon/triggers/nouns.txt": "[ASSAULT]\nataque | | | | .8\n",
    "lexicon/triggers/verbs.txt": "[COERCE]\n# > Tomaron la ciudad.\ntomar | subj:#people obj:@town | seize | | .9\n",
    "layout/captions.tsv": "where\twords\nstart\tfoto de archivo\n",
}
READ = """
import sys
from pathlib import Path
from extractor.lexicon.tables import use_language
use_language(Path(sys.argv[1]))
from extractor.annotate.actors.pronouns import pronouns
from extractor.annotate.claims.cues import certainty_words
from extractor.annotate.dates.grammar.vocabulary import Words
from extractor.events.casualties.numerals import parse_number
from extractor.lexicon.actor_nouns import actor_nouns, country_names, given_names, nouns_of, seats
from extractor.lexicon.ontology import cameo_code
from extractor.lexicon.triggers import event_nouns, light_verbs, verb_rules
from extractor.lexicon.weapons import modes_of_means
from extractor.lexicon.word_classes import word_classes

assert pronouns()["ella"].gender == "f" and pronouns()["nosotros"].plural
assert certainty_words("negative") == {"no", "nunca", "sin"}
assert Words().value("month", "enero") == "1"
assert parse_number("un par de") == (2, 2) and parse_number("decenas de") == (24, 99)
assert parse_number("two") is None
assert actor_nouns()["guerrillero"].sector == "REB" and nouns_of("group") == {"ejército"}
assert nouns_of("human") == {"rebelde", "guerrillero", "insurgente"}
assert country_names()["berlín"] == "DE"
assert given_names() == {"juan": "m", "maría": "f"}
assert seats()["la moncloa"].country == "ES"
assert "pueblo" in word_classes()["town"] and "camión" in word_classes()["machine"]
assert "bomba" in word_classes()["arms"] and dict(modes_of_means()) == {"explosives": {"bomba"}}
assert event_nouns() == {"ataque"} and light_verbs() == {"llevar a cabo": {"ataque"}}
(rule,) = verb_rules()["tomar"]
assert (rule.type, rule.mode, rule.id) == ("COERCE", "seize", "verbs.txt:3")
assert cameo_code("COERCE", "arrest") == "173"
"""


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    for name, text in SPANISH.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    # The code asks for each of these lists when it is imported.
    for own in (*language_folder().glob("*/words.txt"), language_folder() / "dates/around.txt"):
        path = tmp_path / own.relative_to(language_folder())
        path.parent.mkdir(parents=True, exist_ok=True)
        known = path.read_text(encoding="utf-8") if path.exists() else ""
        lists = word_lists(own.relative_to(language_folder()).as_posix())
        path.write_text(known + "".join(f"{name}: -\n" for name in lists if f"{name}: " not in known), encoding="utf-8")
    return tmp_path


def test_the_same_readers_read_another_language(spanish: Path) -> None:
    done = subprocess.run([sys.executable, "-c", READ, str(spanish)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_file_that_the_language_lacks_is_named(spanish: Path) -> None:
    code = (
        f"from extractor.lexicon import tables; from pathlib import Path; tables.use_language(Path({str(spanish)!r}))"
    )
    code += "; tables.data_text('incidents/voices.txt')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "the data file incidents/voices.txt is missing" in done.stderr


def test_what_is_common_to_all_languages_is_found_beside_them() -> None:
    assert {row["code"] for row in data_rows("codes/cameo.tsv")} >= {"173"}
    assert data_toml("ontology/plover.toml")
    with pytest.raises(DataNotFound, match="no_such_file"):
        data_text("no_such_file.txt")


def test_lists_may_be_spread_over_lines() -> None:
    assert {"issue", "upload"} <= word_lists("events/words.txt")["sending"]
    assert "in the face of" in word_lists("events/words.txt")["under pressure"]


FILES = sorted(path for path in language_folder().rglob("*") if path.suffix in (".tsv", ".txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(language_folder())))
def test_every_file_says_what_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


ROWS = [path for path in FILES if path.suffix == ".tsv" and path.name != "noun_classes.tsv"]


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.name)
def test_rows_of_a_table_have_its_columns(path: Path) -> None:
    for row in data_rows(path.relative_to(language_folder()).as_posix()):
        assert None not in row, f"a cell too many: {row}"
