"""Learning from checked articles: what corrections ask for, what is kept, what is written, what it says of its gain."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor import Extraction, Extractor, InputError, Settings
from extractor.cli import app
from extractor.evaluate.gold import read_gold
from extractor.learn import Lesson, learn
from extractor.records import Claim, Event, Span
from extractor.settings import make_settings

# "Blorted" is no word: the library cannot know it, and three towns tell of it.
TEXTS = (
    "Soldiers blorted the market of Kano on Friday.",
    "On Sunday militants blorted a school in Gao.",
    "Gunmen blorted the bridge near Marib on Monday. Rain fell in the hills.",
    "The museum opened a new hall in Vienna.",
)


def added(result: Extraction, word: str, **fields: object) -> Extraction:
    """The result with an event at a word, as a user adds it by selecting words."""
    start = result.article.text.index(word)
    trigger = Span(start=start, end=start + len(word), text=word)
    event = Event.model_validate({"id": "e-new", "type": "ASSAULT", "claims": ["c-new"], "confidence": 1.0} | fields)
    claim = Claim(
        id="c-new",
        start=start,
        end=trigger.end,
        text=word,
        trigger=trigger,
        predicate=word,
        event="e-new",
        confidence=1.0,
    )
    return result.model_copy(update={"claims": [*result.claims, claim], "events": [*result.events, event]})


@pytest.fixture(scope="module")
def gold(extractor: Extractor) -> list[Extraction]:
    results = [extractor.extract(text, published="2024-12-04") for text in TEXTS]
    assert not any(result.events for result in results)
    return [added(result, "blorted") if "blorted" in result.article.text else result for result in results]


@pytest.fixture(scope="module")
def lesson(gold: list[Extraction]) -> Lesson:
    return learn(gold)


def test_a_word_that_corrections_name_is_added(lesson: Lesson) -> None:
    (kept,) = lesson.kept
    assert dict(kept.addition.fields) == {"type": "ASSAULT", "verbs": ["blorte"], "probability": 0.8}
    assert (kept.better, kept.worse) == (3, 0)
    assert len(kept.addition.support) == 3


def test_the_gain_is_that_on_articles_left_out(lesson: Lesson) -> None:
    gain = lesson.gains[0]
    assert (gain.measure, gain.before, gain.after, gain.items) == ("F1 of events", 0.0, 100.0, 3)


def test_what_one_article_teaches_gains_nothing_on_the_others(gold: list[Extraction]) -> None:
    alone = learn([gold[0], gold[3]])
    assert len(alone.kept) == 1
    assert [(gain.before, gain.after) for gain in alone.gains] == [(0.0, 0.0), (0.0, 0.0)]


def test_too_few_events_leave_the_confidence_alone(lesson: Lesson) -> None:
    assert (lesson.line.scale, lesson.line.shift, lesson.threshold) == (1.0, 0.0, 0.0)
    assert any("too few" in note for note in lesson.notes)


def test_the_files_work_with_settings(lesson: Lesson, extractor: Extractor, tmp_path: Path) -> None:
    written = lesson.write(tmp_path / "mine.toml")
    assert [path.name for path in written] == ["mine.toml", "mine.ontology.toml"]
    settings = Settings.from_toml(tmp_path / "mine.toml")
    assert settings.ontology_file == tmp_path / "mine.ontology.toml"
    taught = Extractor(model=extractor.nlp, ontology_file=settings.ontology_file)
    (event,) = taught.extract("Bandits blorted a clinic in Bamako.").events
    assert event.type == "ASSAULT"


def test_nothing_is_overwritten_unasked(lesson: Lesson, tmp_path: Path) -> None:
    lesson.write(tmp_path / "mine.toml")
    with pytest.raises(InputError, match=r"mine\.toml is there already"):
        lesson.write(tmp_path / "mine.toml")
    lesson.write(tmp_path / "mine.toml", overwrite=True)


def test_what_the_user_had_is_kept(gold: list[Extraction], tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('name = "mine"\n[[actors]]\nname = "River Front"\nsector = "REB"\n')
    lesson = learn(gold[:2], make_settings({"ontology_file": own, "weekend": "fri-sat"}))
    lesson.write(tmp_path / "next.toml")
    settings = Settings.from_toml(tmp_path / "next.toml")
    assert settings.weekend == "fri-sat"
    assert settings.ontology_file is not None
    text = settings.ontology_file.read_text()
    assert "River Front" in text
    assert "blort" in text


def test_a_word_that_is_no_event_is_kept_out(extractor: Extractor) -> None:
    texts = [f"The {thing} was bombed with emails on Monday." for thing in ("office", "ministry", "embassy")]
    wrong = [extractor.extract(text, published="2024-12-04") for text in texts]
    assert all(result.events for result in wrong)
    lesson = learn([result.model_copy(update={"events": []}) for result in wrong])
    assert {kept.addition.fields["type"] for kept in lesson.kept} == {"none"}
    assert lesson.gains[0].items == 0


def test_an_actor_and_a_place_that_corrections_name_are_added(extractor: Extractor) -> None:
    text = "Fighters of the Zelvian Tide attacked a post near Krumbolt on Monday."
    result = extractor.extract(text, published="2024-12-04")
    (event,) = result.events[:1]
    start = text.index("Zelvian Tide")
    actor: dict[str, object] = {
        "id": "a-new",
        "name": "Zelvian Tide",
        "kind": "organization",
        "country": "ML",
        "sector": "REB",
    }
    actor |= {"confidence": 1.0, "mentions": [{"start": start, "end": start + 12, "text": "Zelvian Tide"}]}
    place: dict[str, object] = {
        "id": "p-new",
        "name": "Krumbolt",
        "kind": "city",
        "country_code": "ML",
        "confidence": 1.0,
    }
    place |= {"latitude": 16.5, "longitude": -1.5, "mentions": []}
    dumped = result.model_dump(mode="json")
    dumped["actors"].append(actor)
    dumped["places"].append(place)
    dumped["events"] = [event.model_dump(mode="json") | {"source": ["a-new"], "place": "p-new", "geo_precision": 1}]
    lesson = learn([Extraction.model_validate(dumped)])
    tried = {(one.addition.table, one.addition.fields.get("name")) for one in (*lesson.kept, *lesson.dropped)}
    assert {("actors", "Zelvian Tide"), ("places", "Krumbolt")} <= tried
    assert ("places", "Krumbolt") in {(one.addition.table, one.addition.fields.get("name")) for one in lesson.kept}


def test_correct_results_teach_nothing(extractor: Extractor) -> None:
    lesson = learn([extractor.extract("Police in Minsk arrested two students on Friday.", published="2024-12-04")])
    assert lesson.is_empty
    assert not lesson.kept


def test_without_articles_there_is_nothing_to_learn_from() -> None:
    with pytest.raises(InputError, match="no checked article"):
        learn([])


def test_the_command_says_what_it_does(gold: list[Extraction], tmp_path: Path) -> None:
    checked = tmp_path / "checked.jsonl"
    checked.write_text("".join(result.model_dump_json() + "\n" for result in gold))
    assert len(read_gold([checked])) == 4
    output = tmp_path / "learned.toml"
    looked = CliRunner().invoke(app, ["learn", str(checked), "-o", str(output), "--dry-run"])
    assert "added  trigger: type ASSAULT, verbs blorte" in looked.stdout
    assert not output.exists()
    done = CliRunner().invoke(app, ["learn", str(checked), "-o", str(output)])
    assert "F1 of events: 0 -> 100 (3 items)" in done.stdout
    report = CliRunner().invoke(app, ["evaluate", str(checked), "--settings", str(output)])
    assert "R 100.0" in report.stdout
