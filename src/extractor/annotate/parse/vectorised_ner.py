"""spaCy's NER with its decisions taken for all tokens at once: the same entities, to the bit, for half of the time.

spaCy's greedy recognizer takes one token after the other and asks of all 74 transitions (begin, in, last and unit for
each label, out) which are valid. But outside an entity its model sees the token alone, so the best transition there is
known for all tokens from one matrix product. What is left to follow step by step are the few entities of several
tokens, and those of all texts are followed together.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

MOST_TOKENS = 4_000  # of several texts taken at once, which bounds memory; fewer are slower, more hardly quicker

_READ: list[int | str] = ["SENT_START", "IS_SPACE", "ENT_IOB", "ENT_TYPE"]
_FEATURES = 3  # what the model sees: the token, the first and the last token of the entity that is open
_NEVER = -np.inf

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


class VectorisedRecognizer:
    """Does what `recognizer` does. For a model of another kind `fits` is False, and it must not be called."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        self.fits = _is_of_the_known_kind(recognizer)
        if not self.fits:
            return
        moves = recognizer.moves
        self._size: int = moves.n_moves
        names = [moves.get_class_name(number).partition("-") for number in range(self._size)]
        self._labels = [label for _, _, label in names]
        self._begins, self._units, self._insides, self._lasts = (
            np.array([action == letter for action, _, _ in names]) for letter in "BUIL"
        )
        blocks = np.array([action == "U" and not label for action, _, label in names])
        self._never_outside = self._insides | self._lasts | blocks
        number = {(action, label): at for at, (action, _, label) in enumerate(names)}
        self._inside_of = np.array([number.get(("I", label), 0) for label in self._labels])
        self._last_of = np.array([number.get(("L", label), 0) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:  # noqa: ARG002 - as spaCy has it
        """Set the entities of some texts."""
        for group in _groups(docs):
            read: list[Numbers] = [doc.to_array(_READ) for doc in group]  # type: ignore[misc]
            has_new_label = self._recognizer.moves.n_moves != self._size
            if has_new_label or any(len(rows) == 0 or rows[:, 2:].any() for rows in read):
                yield from map(self._recognizer, group)
            else:
                self._recognize(group, read)
                yield from group

    def _recognize(self, docs: list[Doc], read: list[Numbers]) -> None:
        """Set the entities of texts that have words and no entity yet."""
        lengths = [len(doc) for doc in docs]
        rows = np.concatenate(read)
        ends_here = np.append(rows[1:, 0] == 1, True)  # the next token begins a sentence, or there is none
        ends_here[np.cumsum(lengths) - 1] = True
        states = _States(self._recognizer, docs)
        best = self._outside(states.outside(), ends_here, rows[:, 1] != 0)
        starts = self._begins[best].nonzero()[0]
        lasts = self._follow(states, starts, best[starts], ends_here)
        ends = dict(zip(starts.tolist(), (lasts + 1).tolist(), strict=True))
        found = [(at, ends.get(at, at + 1), self._labels[best[at]]) for at in self._opening(best)]
        _set_entities(docs, lengths, found)

    def _outside(self, scores: Scores, ends_here: NDArray[np.bool_], is_space: NDArray[np.bool_]) -> Numbers:
        """The best transition at each token if no entity is open."""
        scores[:, self._never_outside] = _NEVER
        scores[np.ix_(ends_here | is_space, self._begins)] = _NEVER
        scores[np.ix_(is_space, self._units)] = _NEVER
        best: Numbers = scores.argmax(axis=1)
        return best

    def _opening(self, best: Numbers) -> list[int]:
        """The tokens that would begin an entity, of one or of several tokens."""
        found: list[int] = (self._begins | self._units)[best].nonzero()[0].tolist()
        return found

    def _follow(self, states: "_States", starts: Numbers, begins: Numbers, ends_here: NDArray[np.bool_]) -> Numbers:
        """The last tokens of the entities that would begin at some tokens."""
        at = starts + 1
        open_ = np.arange(len(starts))
        while len(open_):
            scores = states.inside(at[open_], starts[open_])
            rows, begun = np.arange(len(open_)), begins[open_]
            inside, last = self._inside_of[begun], self._last_of[begun]
            first, second = np.minimum(inside, last), np.maximum(inside, last)  # of equal ones spaCy takes the first
            chosen = np.where(scores[rows, first] >= scores[rows, second], first, second)
            open_ = open_[(chosen == inside) & ~ends_here[at[open_]]]
            at[open_] += 1
        return at


class _States:
    """The scores of all transitions in states of the recognizer, for the tokens of some texts, counted through."""

    def __init__(self, recognizer: EntityRecognizer, docs: list[Doc]) -> None:
        tok2vec, lower, self._upper = recognizer.model.layers
        # What each place of a state adds if it is empty (the padding), and if it holds a token.
        features = lower.predict(tok2vec.predict(docs))
        self._padding, self._tokens = features[0], features[1:]
        self._bias = lower.get_param("b")

    def outside(self) -> Scores:
        """Each token, no entity open."""
        return self._scores(self._tokens[:, 0] + self._padding[1] + self._padding[2])

    def inside(self, at: Numbers, starts: Numbers) -> Scores:
        """Some tokens, each in an entity that began at another."""
        return self._scores(self._tokens[at, 0] + self._tokens[starts, 1] + self._tokens[at - 1, 2])

    def _scores(self, summed: Scores) -> Scores:
        scores: Scores = self._upper.predict((summed + self._bias).max(axis=2))
        return scores


def _is_of_the_known_kind(recognizer: EntityRecognizer) -> bool:
    """Whether a recogniser has the layers and settings that the quick way computes."""
    model = recognizer.model
    if recognizer.cfg["beam_width"] != 1 or recognizer.postprocesses:
        return False
    if not isinstance(model.ops, NumpyOps) or len(model.layers) != _FEATURES:
        return False
    if not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.layers[1]
    if lower.get_dim("nF") != _FEATURES:
        return False
    return bool(lower.get_dim("nP") > 1)


def _groups(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Texts of at most MOST_TOKENS together."""
    group: list[Doc] = []
    for doc in docs:
        if group and sum(map(len, group)) + len(doc) > MOST_TOKENS:
            yield group
            group = []
        group.append(doc)
    if group:
        yield group


def _set_entities(docs: list[Doc], lengths: list[int], found: list[tuple[int, int, str]]) -> None:
    """Write the entities that a reader from the left would find; those that begin within another are none."""
    offset, candidates = 0, iter(found)
    candidate = next(candidates, None)
    for doc, length in zip(docs, lengths, strict=True):
        entities, end_before = [], offset
        while candidate is not None and candidate[0] < offset + length:
            start, end, label = candidate
            if start >= end_before:
                entities.append(Span(doc, start - offset, end - offset, label=label))
                end_before = end
            candidate = next(candidates, None)
        doc.set_ents(entities)
        offset += length
