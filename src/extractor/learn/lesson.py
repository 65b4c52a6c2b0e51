"""From checked events to a lesson: what is added and fitted, what was left out and why, and what it gains."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import InputError
from extractor.evaluate import evaluate
from extractor.evaluate.align import align
from extractor.learn.addition import Addition, merged
from extractor.learn.confidence import (
    LEAST_JUDGED,
    Judged,
    Line,
    best_threshold,
    fitted_line,
    is_enough,
    kept_f1,
    left_out,
    log_loss,
)
from extractor.learn.files import ontology_text, places_text, settings_text
from extractor.learn.names import proposed_actors, proposed_places
from extractor.learn.trial import Trial, points
from extractor.learn.triggers import proposed_triggers
from extractor.records import Extraction
from extractor.settings import Settings

# On how many articles an addition is tried; more would make the time grow with the square of the articles.
MOST_TRIED = 40


_ANY = 1e-9  # changes below are rounding


@dataclass(frozen=True, slots=True)
class Tried:
    """An addition with the points that it won (or lost, below 0) in the checked articles it touches."""

    addition: Addition
    points: Mapping[str, float]

    @property
    def better(self) -> int:
        """In how many articles the events grew better."""
        return sum(change > _ANY for change in self.points.values())

    @property
    def worse(self) -> int:
        """In how many they grew worse."""
        return sum(change < -_ANY for change in self.points.values())

    def helps(self, without: str = "") -> bool:
        """Whether it does more good than harm, by the articles but one, of which at least one asked for it."""
        if not self.addition.support - {without}:
            return False
        changes = [change for article, change in self.points.items() if article != without]
        if sum(changes) <= 0:
            return False
        better = sum(change > _ANY for change in changes)
        worse = sum(change < -_ANY for change in changes)
        return better > worse


@dataclass(frozen=True, slots=True)
class Gain:
    """A measure before and after, on so many items that the fit had not seen."""

    measure: str
    before: float
    after: float
    items: int


@dataclass(frozen=True)
class Lesson:
    """What was learned. Nothing is in force until `write` has made its files and a run names them with `--settings`."""

    articles: int
    events: int
    kept: list[Tried]
    dropped: list[Tried]
    line: Line
    threshold: float
    gains: list[Gain]
    notes: list[str] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        if self.kept or self.line != Line():
            return False
        return self.threshold == self.settings.least_confidence

    def write(self, output: Path, *, overwrite: bool = False) -> list[Path]:
        """The settings file `output`, and beside it the ontology and the places it names. Raises InputError."""
        heading = f"made by extractor learn from {self.events} events of {self.articles} articles"
        additions = [tried.addition for tried in self.kept]
        texts = {
            "ontology_file": (".ontology.toml", ontology_text(self.settings.ontology_file, additions, heading)),
            "places_file": (".places.csv", places_text(self.settings.places_file, additions)),
        }
        paths = {name: output.with_name(output.stem + end) for name, (end, text) in texts.items() if text}
        written = [output, *paths.values()]
        present = next(filter(Path.exists, written), None)
        if present is not None and not overwrite:
            raise InputError(f"{present} is there already: name another file, or overwrite it")
        for name, path in paths.items():
            path.write_text(texts[name][1] or "", encoding="utf-8")
        whole = {name: path.resolve() for name, path in paths.items()}
        output.write_text(settings_text(self._settings(whole), output.parent, heading), encoding="utf-8")
        return written

    def _settings(self, paths: Mapping[str, Path]) -> Settings:
        before = self.settings
        fitted = {
            "confidence_scale": round(before.confidence_scale * self.line.scale, 4),
            "confidence_shift": round(before.confidence_shift * self.line.scale + self.line.shift, 4),
            "least_confidence": self.threshold,
        }
        return before.model_copy(update={**fitted, **paths})


def learn(gold: Sequence[Extraction], settings: Settings | None = None) -> Lesson:
    """Checked articles -> Lesson. Each of them must hold all its events, and only these.

    >>> learn(read_gold([Path("checked.jsonl")])).write(Path("learned.toml"))  # doctest: +SKIP
    """
    settings = settings or Settings()
    checked = {result.article.id: result for result in gold}
    if not checked:
        raise InputError("there is no checked article to learn from")
    trial = Trial(settings.model_copy(update={"least_confidence": 0.0}), [result.article for result in gold])
    kept, dropped = _chosen(trial, checked)
    unseen = _on_articles_left_out(trial, [*kept, *dropped])
    gains = _gains_of_additions(checked, trial.before, unseen) if kept else []
    line, threshold, more, notes = _confidence(checked, unseen, settings)
    events = sum(len(result.events) for result in gold)
    return Lesson(len(checked), events, kept, dropped, line, threshold, [*gains, *more], notes, settings)


def _chosen(trial: Trial, checked: Mapping[str, Extraction]) -> tuple[list[Tried], list[Tried]]:
    """The additions that do more good than harm on the checked articles, and the others.

    Each is tried by itself on the articles it touches; of two that mend the same, the more general one is kept.
    """
    kept: list[Tried] = []
    dropped: list[Tried] = []
    for addition in sorted(_proposals(trial, checked), key=_generality):
        now = [tried.addition for tried in kept]
        won = {
            article.id: points(checked[article.id], trial.extract(article, [*now, addition]))
            - points(checked[article.id], trial.extract(article, now))
            for article in trial.touched(addition, MOST_TRIED)
        }
        tried = Tried(addition, won)
        (kept if tried.helps() else dropped).append(tried)
    return kept, dropped


def _generality(addition: Addition) -> tuple[int, str]:
    """Names before words, words without condition before those with one."""
    return (addition.table == "triggers") + ("when" in addition.fields), addition.key


def _proposals(trial: Trial, checked: Mapping[str, Extraction]) -> list[Addition]:
    """What the checked articles propose to add, those that several ask for once."""
    found: list[Addition] = []
    for article in trial.articles:
        gold, predicted = checked[article.id], trial.before[article.id]
        found += proposed_actors(gold, predicted)
        found += proposed_places(gold, predicted)
        found += proposed_triggers(gold, predicted, trial.extractor.annotate(predicted.article))
    return merged(found)


def _on_articles_left_out(trial: Trial, tried: Sequence[Tried]) -> dict[str, Extraction]:
    """Each article with what would have been added without it."""
    return {
        article.id: trial.extract(article, [one.addition for one in tried if one.helps(without=article.id)])
        for article in trial.articles
    }


def _gains_of_additions(
    checked: Mapping[str, Extraction], before: Mapping[str, Extraction], after: Mapping[str, Extraction]
) -> list[Gain]:
    """How much better the checked events are found with the additions than without."""
    old, new = (evaluate((checked[name], found[name]) for name in checked) for found in (before, after))
    return [
        Gain("F1 of events", old.events.f1, new.events.f1, old.events.gold),
        Gain("events with all slots right, %", old.whole, new.whole, old.events.gold),
    ]


def _confidence(
    checked: Mapping[str, Extraction], unseen: Mapping[str, Extraction], settings: Settings
) -> tuple[Line, float, list[Gain], list[str]]:
    """Line and threshold with their gains; those that gain nothing on articles left out stay as they were."""
    events = [judged for name in checked for judged in _judged(checked[name], unseen[name])]
    wanted = sum(len(result.events) for result in checked.values())
    if not is_enough(events):
        note = f"confidence stays: {len(events)} events are too few to fit it, {LEAST_JUDGED} of both kinds are needed"
        return Line(), settings.least_confidence, [], [note]
    gains: list[Gain] = []
    notes: list[str] = []
    lines = left_out(events, fitted_line)
    old, new = log_loss(events, lambda _: Line()), log_loss(events, lambda event: lines[event.article])
    line = fitted_line(events) if new < old else Line()
    gains += [Gain("log loss of the confidence", old, new, len(events))] if new < old else []
    notes += [] if new < old else [f"confidence stays: fitted anew its log loss is {new:.3f}, not below {old:.3f}"]
    told = [Judged(event.article, line.of(event.confidence), event.right) for event in events]
    thresholds = left_out(told, lambda others: best_threshold(others, _wanted_of(checked, others)))
    base = kept_f1(told, lambda _: settings.least_confidence, wanted)
    better = kept_f1(told, lambda event: thresholds[event.article], wanted)
    if better > base:
        gains.append(Gain("F1 of events above the least confidence", base, better, wanted))
        return line, best_threshold(told, wanted), gains, notes
    notes.append(f"least confidence stays: another gives F1 {better:.1f}, not above {base:.1f}")
    return line, settings.least_confidence, gains, notes


def _wanted_of(checked: Mapping[str, Extraction], events: Iterable[Judged]) -> int:
    """How many events the articles of some predictions should have."""
    return sum(len(checked[name].events) for name in {event.article for event in events})


def _judged(gold: Extraction, predicted: Extraction) -> list[Judged]:
    """Each predicted event with whether it is one, of that type."""
    right = {other.id for one, other in align(gold, predicted).pairs if one.type == other.type}
    return [Judged(gold.article.id, event.confidence, event.id in right) for event in predicted.events]
