"""Who says so: the source and the cue of a proposition, by syntax, by "according to", by the quotation it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.annotate.claims.cues import SOURCED, CueClass, cue_class
from extractor.annotate.claims.quotes import find_quotes
from extractor.syntax import is_passive, subject_of
from extractor.words import Word, Words

_AFTERTHOUGHTS: frozenset[CueClass] = frozenset(("report", "confirm", "allege", "think", "know"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source (head token, None when nobody is named) with the words that attribute: tokens [cue_start, cue_end)."""

    source: Word | None
    cue: Word
    cue_start: int
    cue_end: int
    kind: CueClass
    quoted: bool = False


class Attributor:
    """Finds attributions in one Doc; remembers who spoke last, for quotations that run over sentences."""

    def __init__(self, words: Words) -> None:
        self.tokens = words
        self.text = words.text
        self.quotes = find_quotes(self.text)
        self._in_quote = [False] * len(words)
        self._mark_quotes()
        self._speakers: dict[int, Attribution] = {}
        self._speeches: list[Attribution] | None = None

    def quoted(self, token: Word) -> bool:
        """Whether a token stands between quotation marks."""
        return self._in_quote[token.i]

    def of(self, trigger: Word) -> Attribution | None:
        """The attribution of the proposition a trigger names: the nearest, but the speaker for all of a quotation."""
        found = self._governing(trigger) or (None if _in_background(trigger) else _according(trigger))
        if self.quoted(trigger) and (found is None or self.quoted(found.cue)):
            found = self._speaker_of_quote(trigger) or found
        return found

    def own(self, trigger: Word) -> Attribution | None:
        """The trigger itself as a cue, where its subject says or feels something about an object."""
        kind = cue_class(trigger) if trigger.pos_ == "VERB" else None
        if kind is None or (kind not in SOURCED and kind != "judge") or not _about_something(trigger):
            return None
        own = _attribution(trigger, kind, self.quoted(trigger))
        return own if own.source is not None else None

    def chain(self, trigger: Word) -> Iterator[tuple[Word, CueClass]]:
        """All cues above a trigger, the nearest first, up to a clause of background."""
        for node, parent in _ancestors(trigger):
            if _is_background(node) and not self.quoted(trigger):
                return
            kind = _cue_between(node, parent)
            if kind is not None:
                yield parent, kind

    def _mark_quotes(self) -> None:
        spans = iter(self.quotes)
        current = next(spans, None)
        for token in self.tokens if self.quotes else ():
            while current is not None and token.idx >= current[1]:
                current = next(spans, None)
            if current is None:
                return
            self._in_quote[token.i] = current[0] <= token.idx < current[1]

    def _governing(self, trigger: Word) -> Attribution | None:
        for node, parent in _ancestors(trigger):
            if _is_background(node) and not self.quoted(trigger):
                return None
            kind = _cue_between(node, parent)
            if kind in SOURCED and kind is not None and (parent.pos_ != "NOUN" or kind not in ("intend", "think")):
                if self.quoted(parent) and not self.quoted(node):
                    continue
                return _attribution(parent, kind, self.quoted(trigger) and not self.quoted(parent))
            inserted = next((c for c in node.children if _is_inserted(c, node)), None)
            if inserted is not None:
                return _attribution(inserted, cue_class(inserted) or "report", self.quoted(trigger))
        return None

    def _speaker_of_quote(self, trigger: Word) -> Attribution | None:
        """The speaker of the quotation: a verb of saying beside it, else the last one who spoke."""
        span = next(((s, e) for s, e in self.quotes if s <= trigger.idx < e), None)
        if span is None:
            return None
        if span[0] not in self._speakers:
            near = self._beside(span)
            if near is not None:
                self._speakers[span[0]] = near
        return self._speakers.get(span[0])

    def _beside(self, span: tuple[int, int]) -> Attribution | None:
        speeches = self._all_speeches()
        before = [a for a in speeches if a.cue.idx < span[0]]
        after = next((a for a in speeches if a.cue.idx >= span[1]), None)
        text = self.text
        if after is not None and not any(mark in text[span[1] : after.cue.idx] for mark in (".", "“", '"', "\n")):
            return after
        last = before[-1] if before else None
        if last is not None and text.count("\n\n", last.cue.idx, span[0]) <= 1 and span[0] - last.cue.idx < 700:
            return Attribution(last.source, last.cue, last.cue_start, last.cue_end, last.kind, quoted=True)
        return None

    def _all_speeches(self) -> list[Attribution]:
        if self._speeches is None:
            self._speeches = [
                found
                for token in self.tokens
                if token.pos_ == "VERB"
                and not self.quoted(token)
                and cue_class(token) in ("report", "allege", "confirm")
                if (found := _attribution(token, "report", True)).source is not None
            ]
        return self._speeches


def _about_something(verb: Word) -> bool:
    return any(child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ != "in") for child in verb.rights)


def _ancestors(trigger: Word) -> Iterator[tuple[Word, Word]]:
    """Pairs of a node and the word that governs it, from the trigger up to the root of its sentence."""
    node = trigger
    for _ in range(12):
        parent = node.head
        if parent == node:
            return
        yield node, parent
        node = parent


def _is_background(node: Word) -> bool:
    """A clause beside a noun ("a soldier seized in May", "who fled") is the article's own."""
    if node.dep_ not in ("relcl", "acl") or node.tag_ not in ("VBN", "VBD", "VBZ", "VBP"):
        return False
    return node.head.pos_ in ("NOUN", "PROPN", "PRON") and not _names_words(node.head)


def _in_background(trigger: Word) -> bool:
    return _is_background(trigger) or any(_is_background(node) for node, _ in _ancestors(trigger))


def _cue_between(node: Word, parent: Word) -> CueClass | None:
    """The class of `parent` when it is a cue and `node` is what it introduces."""
    if node.dep_ not in ("ccomp", "xcomp", "acl", "oprd", "dobj", "nsubjpass", "prep") or parent.pos_ == "ADP":
        return None
    if node.dep_ in ("dobj", "nsubjpass") and not _names_words(node):
        return None
    if node.dep_ == "prep" and not (node.lower_ in ("of", "for", "from", "in", "to", "with") and _has_clause(node)):
        return None
    if node.dep_ == "acl" and parent.pos_ == "NOUN" and node.tag_ == "VBN":
        return None
    kind = cue_class(parent)
    # A clause before its verb is what is said or thought: "They left, he said", never what is asked or planned.
    return kind if node.dep_ != "ccomp" or node.i > parent.i or kind in _AFTERTHOUGHTS else None


def _names_words(noun: Word) -> bool:
    """ "reports that", "allegations of": the noun itself stands for what is said."""
    return noun.pos_ == "NOUN" and cue_class(noun) in ("report", "allege", "think", "confirm", "deny")


def _has_clause(preposition: Word) -> bool:
    return any(child.dep_ in ("pcomp", "pobj") for child in preposition.rights)


def _is_inserted(child: Word, node: Word) -> bool:
    """ ", he said," and "as the army said" inside the clause they speak of."""
    if child.pos_ != "VERB" or cue_class(child) not in ("report", "think", "allege", "confirm"):
        return False
    if child.dep_ == "advcl":
        inserted = any(c.lower_ == "as" for c in child.lefts)
    else:
        inserted = child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i > node.i)
    return inserted and not _has_content(child)


def _has_content(verb: Word) -> bool:
    return any(child.dep_ in ("ccomp", "dobj", "xcomp") for child in verb.rights)


def _according(trigger: Word) -> Attribution | None:
    """ "..., according to the army": in the clause of the trigger or one above it."""
    nodes = [trigger, *(parent for _, parent in _ancestors(trigger))]
    for node in nodes:
        for child in node.children:
            if child.lower_ in ("according", "citing", "quoting"):
                found = _after_according(child)
                if found is not None:
                    return found
    return None


def _after_according(word: Word) -> Attribution | None:
    if word.lower_ != "according":
        source = next((c for c in word.rights if c.dep_ in ("dobj", "pobj")), None)
        return Attribution(source, word, word.i, word.i + 1, "report") if source is not None else None
    to = next((c for c in word.rights if c.lower_ == "to"), None)
    source = to.pobj if to is not None else None
    if source is None or to is None:
        return None
    return Attribution(source, word, word.i, to.i + 1, "report")


def _attribution(cue: Word, kind: CueClass, quoted: bool) -> Attribution:
    start = cue.i
    end = cue.i + 1
    for child in cue.rights:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    return Attribution(_source(cue), cue, start, end, kind, quoted)


def _source(cue: Word) -> Word | None:
    if cue.pos_ in ("VERB", "AUX"):
        if is_passive(cue):
            by = next((c for c in cue.rights if c.dep_ == "agent"), None)
            return by.pobj if by is not None else None
        subject = subject_of(cue)
        return None if subject is None or subject.tag_ == "EX" else subject
    if cue.pos_ == "ADJ":
        return subject_of(cue.head)
    owner = next((c for c in cue.lefts if c.dep_ in ("poss",)), None)
    if owner is not None:
        return owner
    for child in cue.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return child.pobj
    if cue.head.pos_ == "VERB" and cue.dep_ == "dobj" and cue.head.lemma_ in ("make", "issue", "give", "have", "voice"):
        return subject_of(cue.head)
    return next((c for c in cue.lefts if c.dep_ == "compound" and c.ent_type_), None)
