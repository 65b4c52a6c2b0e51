"""Who says so: the source and the cue of a proposition, by syntax, by "according to", by the quotation it stands in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extractor.annotate.claims.cues import SOURCED, SPOKEN, CueClass, certainty_words, cue_class, felt
from extractor.annotate.claims.quotes import find_quotes
from extractor.annotate.claims.veracity import denier_of
from extractor.annotate.claims.verbless_attribution import Label, find_labels
from extractor.document.tokens import Word, Words
from extractor.lexicon.tables import word_lists
from extractor.syntax import is_passive, saying_beside, subject_of, word_class

# Cues of what is uttered, that may stand beside a quotation, and those whose speaker goes on in the next sentence.
_UTTERED = SPOKEN | {"request", "threaten", "judge", "order"}
_CARRIED: frozenset[CueClass] = frozenset(("report", "allege", "confirm"))
_TOPICS = word_lists("claims/words.txt")["topic prepositions"]
_STOPS = frozenset((".", "?", "!", ";", ":"))
_CONTENT = frozenset(("ccomp", "xcomp", "acl", "oprd", "dobj", "nsubjpass", "prep"))
_ACCORDING = frozenset(("according", "citing", "quoting"))
_BREAK = re.compile(r'[“"\n]')
_MARKS = 12  # characters that hold the marks at the end of a quotation
REACH = 700  # characters from a cue to a quotation that goes on with its speaker
_CLOSED = frozenset(("”", '"', "''", "’", "'", "»"))
_LOST = frozenset(("ROOT", "nsubj", "npadvmod", "dep"))
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

    def __init__(self, words: Words, speakers: Collection[int] = ()) -> None:
        self.tokens = words
        self.text = words.text
        self.quotes = find_quotes(self.text)
        self._in_quote = [False] * len(words)
        self._mark_quotes()
        labels = reversed(find_labels(words, speakers))  # of two that hold a word the first counts
        self._label_of = {i: label for label in labels for i in range(label.start, label.end)}
        self._speakers: dict[int, Attribution | None] | None = None
        self._speeches: list[Attribution] | None = None

    def quoted(self, token: Word) -> bool:
        """Whether a token stands between quotation marks."""
        return self._in_quote[token.i]

    def of(self, trigger: Word) -> Attribution | None:
        """The attribution of the proposition a trigger names: the nearest, but the speaker for all of a quotation."""
        found = self._governing(trigger) or (None if _in_background(trigger) else _according(trigger))
        if self.quoted(trigger) and (found is None or self.quoted(found.cue)):
            return self._label(trigger) or self._speaker_of_quote(trigger) or found
        if (denier := denier_of(trigger)) is not None:
            return _attribution(denier, "deny", self.quoted(trigger))
        return found or self._label(trigger)

    def tells(self, trigger: Word) -> bool:
        """Whether somebody else reports the saying that a trigger names."""
        return self.quoted(trigger) or self._governing(trigger) is not None

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
            if _says_itself(node) or (_is_background(node) and not self.quoted(trigger)):
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
        node = came_from = trigger
        nameless: Attribution | None = None
        while True:
            inserted = next((c for c in node.children if c is not came_from and _is_inserted(c, node)), None)
            if inserted is not None:
                return _attribution(inserted, cue_class(inserted) or "report", self.quoted(trigger))
            parent = node.head
            if parent is node or _says_itself(node) or (_is_background(node) and not self.quoted(trigger)):
                return nameless
            kind = _cue_between(node, parent)
            outside = not self.quoted(parent) or self.quoted(node)
            if kind is not None and outside and _names_source(parent, kind):
                found = _attribution(parent, kind, self.quoted(trigger) and not self.quoted(parent), node)
                if found.source is not None or parent.pos_ != "NOUN":
                    return found
                nameless = nameless or found  # "dismissed reports that": whose reports they are is not said
            node, came_from = parent, node

    def _label(self, trigger: Word) -> Attribution | None:
        label = self._label_of.get(trigger.i)
        return _by_label(label) if label is not None and trigger is not label.source else None

    def _speaker_of_quote(self, trigger: Word) -> Attribution | None:
        """The speaker of the quotation: a verb of saying beside it, else the last one who spoke."""
        if self._speakers is None:
            self._speakers = {}
            for number, quote in enumerate(self.quotes):
                self._speakers[quote[0]] = self._beside(number)
        at = bisect_right(self.quotes, trigger.idx, key=lambda quote: quote[0]) - 1
        return self._speakers[self.quotes[at][0]] if at >= 0 and trigger.idx < self.quotes[at][1] else None

    def _beside(self, number: int) -> Attribution | None:
        """The verb of saying beside a quotation, or the speaker of the one before that it continues."""
        start, end = self.quotes[number]
        speeches = self._all_speeches()
        at = bisect_left(speeches, end, key=lambda speech: speech.cue.idx)
        if at < len(speeches) and self._goes_on(end, speeches[at].cue):
            return speeches[at]
        before, continued = self.quotes[number - 1] if number else (0, -1), None
        if number and not self.text[before[1] : start].strip():
            continued = (self._speakers or {}).get(before[0])
        at = bisect_left(speeches, start, key=lambda speech: speech.cue.idx)
        last = next((speeches[i] for i in range(at - 1, -1, -1) if speeches[i].kind in _CARRIED), None)
        if last is not None and self._is_near(last.cue.idx, start):
            return last
        return continued

    def _is_near(self, cue: int, quote: int) -> bool:
        """Whether a cue stands shortly before a quotation, in its paragraph or the one before."""
        return self.tokens.paragraph_of(quote) - self.tokens.paragraph_of(cue) <= 1 and quote - cue < REACH

    def _goes_on(self, end: int, cue: Word) -> bool:
        """Whether no sentence and no quotation begins between the end of a quotation and a cue."""
        if _BREAK.search(self.text, end, cue.idx) or self._ends_sentence(end):
            return False
        return self.text.find(".", end, cue.idx) < 0 or self.tokens.sentence_of(
            self.tokens.at(end)
        ) == self.tokens.sentence_of(cue)

    def _ends_sentence(self, end: int) -> bool:
        """Whether a quotation ends with its full stop and a capital follows: "We left." Police said ..."""
        before = self.text[max(0, end - _MARKS) : end].rstrip("\"'”’")
        after = self.text[end : end + _MARKS].lstrip("\"'”’ ")
        return before.endswith(".") and after[:1].isupper()

    def _all_speeches(self) -> list[Attribution]:
        if self._speeches is None:
            self._speeches = [
                found
                for token in self.tokens
                if token.pos_ == "VERB" and not self.quoted(token) and (kind := self._speech_class(token)) is not None
                if (found := _attribution(token, kind, True)).source is not None
            ]
        return self._speeches

    def _speech_class(self, verb: Word) -> CueClass | None:
        """The class of a verb beside a quotation: any verb right behind one that ends in a comma says it, "sighed"."""
        kind = cue_class(verb)
        if kind in _UTTERED:
            return kind
        return "report" if verb.tag_ in ("VBD", "VBZ") and self._follows_quotation(verb) else None

    def _follows_quotation(self, verb: Word) -> bool:
        """Whether a verb, with or without its subject, stands right behind a quotation that a comma ends."""
        subject = verb.lefts.first("nsubj")
        first = (subject.left_edge if subject is not None else verb).i
        if first < 2 or self.tokens[first - 1].text not in _CLOSED:
            return False
        return self.tokens[first - 2].text in (",", "?", "!")


def _by_label(label: Label) -> Attribution:
    return Attribution(label.source, label.mark, label.mark.i, label.mark.i + 1, "report")


def _about_something(verb: Word) -> bool:
    """Whether a cue has an object that tells what is meant; "held a rally" and "spoke in Rome" say nothing."""
    if verb.lemma_ in certainty_words("clause_only"):
        return False
    named = verb.lemma_ not in certainty_words("no_infinitive")
    return any(
        (child.dep_ == "dobj" and named) or (child.dep_ == "prep" and child.lower_ in _TOPICS) for child in verb.rights
    )


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
    if _is_said_of(node.head):
        return False
    return node.head.pos_ in ("NOUN", "PROPN", "PRON") and not (_names_words(node.head) or _completes(node))


def _is_said_of(noun: Word) -> bool:
    """ "Kyiv says 12 killed", of a headline: nobody says people, so that the participle is what is said of them."""
    return noun.dep_ == "dobj" and noun.head.lemma_ == "say" and noun.rights.has("acl")


def _is_finite(clause: Word) -> bool:
    return clause.lefts.has("aux")


def _says_itself(node: Word) -> bool:
    """ "Kyiv says it hit a ship and Moscow says it shot back": a second saying is not part of the first."""
    if saying_beside(node) is not None:
        return True
    if node.dep_ != "conj" or cue_class(node) != "report" or node.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return node.lefts.has("nsubj") and node.rights.has("ccomp")


def _completes(clause: Word) -> bool:
    """ "the belief that they had fled" tells what was believed."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)


def _predicate_class(copula: Word) -> CueClass | None:
    """ "it is possible that", "it is false that"."""
    adjective = copula.rights.first("acomp")
    kind = cue_class(adjective) if adjective is not None else None
    return kind if kind in ("doubt", "deny") else None


def _in_background(trigger: Word) -> bool:
    return _is_background(trigger) or any(_is_background(node) for node, _ in _ancestors(trigger))


def _names_source(cue: Word, kind: CueClass) -> bool:
    """Whether a cue has a source; the owner of a plan or a view is not who tells of it."""
    return kind in SOURCED and (cue.pos_ != "NOUN" or kind not in ("intend", "think"))


def _cue_between(node: Word, parent: Word) -> CueClass | None:
    """The class of `parent` when it is a cue and `node` is what it introduces."""
    if node.dep_ not in _CONTENT and not _is_content_of_noun(node, parent):
        return None
    if parent.pos_ == "ADP":
        return None
    if node.dep_ in ("dobj", "nsubjpass") and not (_names_words(node) or _is_said_of(node)):
        return None
    if node.dep_ == "prep" and not (node.lower_ in ("of", "for", "from", "in", "to", "with") and _has_clause(node)):
        return None
    if node.dep_ == "acl" and parent.pos_ == "NOUN" and node.tag_ == "VBN" and not _is_finite(node):
        return None
    if node.dep_ == "xcomp" and parent.lemma_ in certainty_words("no_infinitive"):
        return None
    kind = _idiom(node, parent) or (cue_class(parent) if parent.pos_ != "AUX" else _predicate_class(parent))
    if kind == "seem" and node.dep_ not in ("xcomp", "ccomp", "oprd"):
        return None
    # A clause before its verb is what is said or thought: "They left, he said", never what is asked or planned.
    if node.dep_ == "ccomp" and node.i < parent.i and (kind not in _AFTERTHOUGHTS or _cut_off(node, parent)):
        return None
    return _with_infinitive(node, parent, kind) if node.tag_ in ("VB", "VBG", "VBN") else kind


def _is_content_of_noun(node: Word, noun: Word) -> bool:
    """ "Word that the militia had left Bor": with an object of its own, the clause needs no "that" for one."""
    if node.dep_ != "relcl" or not _names_words(noun):
        return False
    return node.lefts.has_form("that") and node.lefts.has("nsubj") and node.rights.has("dobj")


def _idiom(node: Word, verb: Word) -> CueClass | None:
    """ "Rumour has it that they left", "pleaded guilty to killing him"."""
    if verb.lemma_ == "have" and node.dep_ == "ccomp":
        return "report" if verb.i + 1 < node.i and verb.nbor(1).lower_ == "it" else None
    pleads = verb.rights.has_form("guilty") or (verb.lower_ == "guilty" and verb.head.lemma_ == "plead")
    return "confirm" if pleads and node.dep_ == "prep" else None


def _cut_off(clause: Word, verb: Word) -> bool:
    """ "The army said no; rebels said yes": the parser takes the first for what the second says."""
    return any(child.text == ";" and child.i > clause.i for child in verb.lefts)


def _with_infinitive(node: Word, cue: Word, kind: CueClass | None) -> CueClass | None:
    """A cue with an infinitive: "told them to leave" asks, "hoped to leave" plans, "agreed to leave" promises."""
    if node.dep_ not in ("xcomp", "ccomp") or cue.pos_ != "VERB":
        return kind
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in node.lefts)
    if to and kind == "report" and cue.lemma_ in word_class("object_control"):
        return "request"
    if node.dep_ == "ccomp" or is_passive(cue):
        return kind
    if kind == "think" and (to or cue.lemma_ == "consider"):
        return "intend"
    return "promise" if to and kind == "confirm" else kind


def _names_words(noun: Word) -> bool:
    """ "reports that", "allegations of": the noun itself stands for what is said."""
    return noun.pos_ == "NOUN" and cue_class(noun) in ("report", "allege", "think", "confirm", "deny")


def _has_clause(preposition: Word) -> bool:
    return preposition.rights.has("pcomp", "pobj")


def _is_inserted(child: Word, node: Word) -> bool:
    """ ", he said," and "as the army said" inside the clause they speak of."""
    if child.pos_ != "VERB" or cue_class(child) not in ("report", "think", "allege", "confirm"):
        return False
    if child.dep_ == "advcl":
        inserted = child.lefts.has_form("as")
    else:
        inserted = child.dep_ == "parataxis" or (child.dep_ == "ccomp" and child.i > node.i)
    return inserted and not _has_content(child)


def _has_content(verb: Word) -> bool:
    return verb.rights.has("ccomp", "dobj", "xcomp")


def _according(trigger: Word) -> Attribution | None:
    """ "..., according to the army": in the clause of the trigger or one above it."""
    nodes = [trigger, *(parent for _, parent in _ancestors(trigger))]
    for node in nodes:
        for child in node.children:
            found = _after_according(child) if child.lower_ in _ACCORDING else _in_words_of(child)
            if found is not None:
                return found
    return None


def _in_words_of(preposition: Word) -> Attribution | None:
    """ "In the words of the consul, soldiers looted the mission"."""
    spoken = preposition.pobj if preposition.lower_ == "in" else None
    if spoken is None or spoken.lower_ != "words":
        return None
    speaker = spoken.prep("of") or spoken.lefts.first("poss")
    return Attribution(speaker, spoken, preposition.i, spoken.i + 1, "report") if speaker is not None else None


def _after_according(word: Word) -> Attribution | None:
    if word.lower_ != "according":
        source = word.rights.first("dobj", "pobj")
        return Attribution(source, word, word.i, word.i + 1, "report") if source is not None else None
    to = word.rights.form("to")
    source = to.pobj if to is not None else None
    if source is None or to is None:
        return None
    return Attribution(source, word, word.i, to.i + 1, "report")


def _attribution(cue: Word, kind: CueClass, quoted: bool, content: Word | None = None) -> Attribution:
    start = cue.i
    end = cue.i + 1
    for child in cue.rights:
        if child.dep_ == "prt" and child.i == end:
            end += 1
    source = _source(cue, kind)
    if source is not None and content is not None and (source is content or source.head is content):
        source = None  # "fears of an attack" are not the attack's
    return Attribution(source, cue, start, end, kind, quoted)


def _source(cue: Word, kind: CueClass) -> Word | None:
    if cue.pos_ in ("VERB", "AUX"):
        if kind == "seem":
            return None
        if cue.lemma_ == "quote" and (witness := _quoted_witness(cue)) is not None:
            return witness
        if is_passive(cue) and not felt(cue):
            by = cue.rights.first("agent")
            return by.pobj if by is not None else None
        subject = _nearest_subject(cue) or subject_of(cue) or _lost_subject(cue)
        return None if subject is None or subject.tag_ == "EX" else subject
    if cue.pos_ == "ADJ":
        subject = cue.head if cue.head.pos_ in ("NOUN", "PROPN", "PRON") else subject_of(cue.head)
        return None if subject is not None and subject.lower_ == "it" else subject
    owner = cue.lefts.first("poss")
    if owner is not None:
        return owner
    for child in cue.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return child.pobj
    if cue.head.pos_ == "VERB" and cue.dep_ == "dobj" and cue.head.lemma_ in word_class("spreading"):
        return subject_of(cue.head)
    return next((c for c in cue.lefts if c.dep_ == "compound" and c.ent_type_), None)


def _quoted_witness(verb: Word) -> Word | None:
    """ "the agency quoted a witness as saying", "a witness was quoted as saying": the witness says it."""
    if not any(child.dep_ == "prep" and child.lower_ == "as" for child in verb.rights):
        return None
    return subject_of(verb) if is_passive(verb) else verb.rights.first("dobj")


def _nearest_subject(cue: Word) -> Word | None:
    """ "the service it uses, sources said": the parser may give a verb two subjects, the nearer one is right."""
    subjects = cue.lefts.those("nsubj", "nsubjpass")
    return subjects[-1] if len(subjects) > 1 else None


def _lost_subject(cue: Word) -> Word | None:
    """The subject of a finite verb that the parser cut off: the first noun of what stands before it."""
    if cue.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before: list[Word] = []
    for word in reversed(cue.words.between(max(0, cue.i - 30), cue.i)):
        if word.text in _STOPS or "\n" in word.text:
            break
        before.append(word)
    return next((w for w in reversed(before) if w.pos_ in ("NOUN", "PROPN", "PRON") and w.dep_ in _LOST), None)
