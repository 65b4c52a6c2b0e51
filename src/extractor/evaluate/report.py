"""Counting: precision, recall and F1 of the events, of each type, the share of right slots, and the mistakes."""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from extractor.evaluate.align import Pairing, align
from extractor.evaluate.slots import SLOTS, right_slots
from extractor.records import Event, Extraction, Record


class Score(Record):
    """Precision, recall and F1 in percent, with the numbers behind them."""

    precision: float
    recall: float
    f1: float
    gold: int
    predicted: int
    right: int


class SlotScore(Record):
    """The share of the paired events whose slot is right, in percent."""

    right: float
    pairs: int


class Mistake(Record):
    """One difference: `kind` is missed, surplus, or wrong with the slots that are."""

    article: str
    kind: str
    slots: list[str] = []
    type: str
    text: str


class Report(Record):
    """What `extractor evaluate` prints."""

    articles: int
    events: Score
    types: dict[str, Score]
    slots: dict[str, SlotScore]
    whole: float = Field(description="Share of the gold events with every slot right, in percent.")
    mistakes: list[Mistake]


def evaluate(pairs: Iterable[tuple[Extraction, Extraction]]) -> Report:
    """Pairs of gold and predicted results of the same articles -> Report.

    An event is right when its type is right and it is paired with a gold event (see `align`).
    """
    tally = _Tally()
    for gold, predicted in pairs:
        tally.add(gold, predicted)
    return tally.report()


class _Tally:
    """The numbers behind a report."""

    def __init__(self) -> None:
        self.articles = self.pairs = self.whole = 0
        self.gold: Counter[str] = Counter()
        self.predicted: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.slots: Counter[str] = Counter()
        self.mistakes: list[Mistake] = []

    def add(self, gold: Extraction, predicted: Extraction) -> None:
        """Count one article."""
        self.articles += 1
        self.gold.update(event.type for event in gold.events)
        self.predicted.update(event.type for event in predicted.events)
        pairing = align(gold, predicted)
        for one, other in pairing.pairs:
            self._pair(gold, one, predicted, other)
        self._left_over(gold, predicted, pairing)

    def _pair(self, gold: Extraction, one: Event, predicted: Extraction, other: Event) -> None:
        """Count which slots of a pair of events are right; a wrong one is a mistake."""
        right = right_slots(gold, one, predicted, other)
        self.pairs += 1
        self.right[one.type] += right["type"]
        self.slots.update(slot for slot, is_right in right.items() if is_right)
        wrong = [slot for slot, is_right in right.items() if not is_right]
        self.whole += not wrong
        if wrong:
            self._mistake(gold, one, "wrong", wrong)

    def _left_over(self, gold: Extraction, predicted: Extraction, pairing: Pairing) -> None:
        """Note the events that only one side has."""
        for event in pairing.missed:
            self._mistake(gold, event, "missed", [])
        for event in pairing.surplus:
            self._mistake(predicted, event, "surplus", [])

    def _mistake(self, result: Extraction, event: Event, kind: str, slots: list[str]) -> None:
        """Note an event that is missed, wrong or too much, with the words of its claim."""
        text = next((" ".join(claim.text.split()) for claim in result.claims_of(event)), "")
        self.mistakes.append(
            Mistake(article=result.article.id, kind=kind, slots=slots, type=event.type, text=text[:200])
        )

    def report(self) -> Report:
        """The report of all that was counted."""
        names = sorted(self.gold | self.predicted)
        return Report(
            articles=self.articles,
            events=_score(self.right.total(), self.gold.total(), self.predicted.total()),
            types={name: _score(self.right[name], self.gold[name], self.predicted[name]) for name in names},
            slots={slot: SlotScore(right=_percent(self.slots[slot], self.pairs), pairs=self.pairs) for slot in SLOTS},
            whole=_percent(self.whole, self.gold.total()),
            mistakes=self.mistakes,
        )


def _score(right: int, gold: int, predicted: int) -> Score:
    """Precision, recall and F1 in percent."""
    return Score(
        precision=_percent(right, predicted),
        recall=_percent(right, gold),
        f1=_percent(2 * right, gold + predicted),
        gold=gold,
        predicted=predicted,
        right=right,
    )


def _percent(part: int, whole: int) -> float:
    """A part in percent with one digit, 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0
