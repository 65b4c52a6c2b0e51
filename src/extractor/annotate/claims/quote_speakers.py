"""Who speaks a quotation: the verb of saying behind or before it, else the speaker of the quotation it goes on from."""

import re
from bisect import bisect_left, bisect_right

from extractor.annotate.claims.cues import SPOKEN, CueClass, cue_class
from extractor.annotate.claims.quotes import find_quotes
from extractor.annotate.claims.sources import Attribution, attribute
from extractor.document.tokens import Word, Words
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import subject_of

# Cues of what is uttered, that may stand beside a quotation, and those whose speaker goes on in the next sentence.
_UTTERED = SPOKEN | {"request", "threaten", "judge", "order"}
_CARRIED: frozenset[CueClass] = frozenset(("report", "allege", "confirm"))
_BREAK = re.compile(r'[“"\n]')
_MARKS = 12  # characters that hold the marks at the end of a quotation
REACH = 700  # characters from a cue to a quotation that goes on with its speaker
_CLOSED = frozenset(("”", '"', "''", "’", "'", "»"))


class Quotations:
    """The quotations of one text with their speakers."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._text = words.text
        self._quotes = find_quotes(self._text)
        self._is_quoted = [False] * len(words)
        self._mark_quoted()
        self._speakers: dict[int, Attribution | None] | None = None  # start of a quotation -> who speaks it
        self._speeches: list[Attribution] | None = None

    def holds(self, token: Word) -> bool:
        """Whether a token stands between quotation marks.

        "Left" of “We left,” he said; not "he".
        """
        return self._is_quoted[token.i]

    def speaker_of(self, token: Word) -> Attribution | None:
        """Who speaks the quotation a token stands in; None for a token outside, and when nobody is named.

        "Mayor" for "left" of “We left,” the mayor said. “Nobody stayed.”, and for "stayed".
        """
        if self._speakers is None:
            self._speakers = {}
            for number, quote in enumerate(self._quotes):
                self._speakers[quote[0]] = self._speaker(number)
        at = bisect_right(self._quotes, token.idx, key=lambda quote: quote[0]) - 1
        if at < 0 or token.idx >= self._quotes[at][1]:
            return None
        return self._speakers[self._quotes[at][0]]

    def _mark_quoted(self) -> None:
        """Note which tokens begin inside a quotation."""
        spans = iter(self._quotes)
        current = next(spans, None)
        for token in self._words if self._quotes else ():
            while current is not None and token.idx >= current[1]:
                current = next(spans, None)
            if current is None:
                return
            self._is_quoted[token.i] = current[0] <= token.idx < current[1]

    def _speaker(self, number: int) -> Attribution | None:
        """Who speaks the quotation of a number: the verb of saying beside it, else who speaks the one it continues."""
        start, end = self._quotes[number]
        behind = self._saying_behind(self._end_of_run(number))
        for found in (behind, self._introduced(start), self._saying_before(start)):
            if found is not None:
                return found
        return self._continued(number)

    def _end_of_run(self, number: int) -> int:
        """Where the last of the paragraphs ends that each open a quotation, of which none but the last closes it.

        Behind "stole it.”" for the first of "“They beat us." and "“They stole it.”", a paragraph each.
        """
        end = self._quotes[number][1]
        for start, following in self._quotes[number + 1 :]:
            if start != end:
                break
            end = following
        return end

    def _introduced(self, start: int) -> Attribution | None:
        """The attribution of a sentence without a verb of saying that ends in a colon before a quotation.

        "The judge was blunt: “They beat him.”"
        """
        first = self._words.at(start)
        colon = first.nbor(-1) if first.i > 1 else None
        if colon is None or colon.text != ":" or self._words.paragraph_of(start) != self._words.paragraph_of(colon.idx):
            return None
        root = colon.nbor(-1)
        while root.head.i < colon.i and root.head is not root:
            root = root.head
        if self._words.sentence_of(root) != self._words.sentence_of(colon):
            return None
        if cue_class(root) in _UTTERED:
            return None
        speaker = subject_of(root) if root.pos_ in ("VERB", "AUX") else root
        if speaker is None or not _can_speak(speaker):
            return None
        return Attribution(speaker, colon, colon.i, colon.i + 1, "report", True)

    def _saying_behind(self, end: int) -> Attribution | None:
        """The attribution of a verb of saying in the sentence behind a quotation.

        "“We left,” the mayor said."
        """
        speeches = self._all_speeches()
        at = bisect_left(speeches, end, key=lambda speech: speech.cue.idx)
        if at < len(speeches) and self._goes_on(end, speeches[at].cue):
            return speeches[at]
        return None

    def _saying_before(self, start: int) -> Attribution | None:
        """The attribution of the last verb of saying before a quotation, when it is near.

        "The mayor said: “We left.”", also where the cue is in the paragraph before.
        """
        speeches = self._all_speeches()
        at = bisect_left(speeches, start, key=lambda speech: speech.cue.idx)
        last = next((speeches[i] for i in range(at - 1, -1, -1) if speeches[i].kind in _CARRIED), None)
        if last is None or not self._is_near(last.cue.idx, start):
            return None
        return last

    def _continued(self, number: int) -> Attribution | None:
        """The speaker of the quotation before, when nothing stands between the two.

        The speaker of “We won.” for “We rest now.” in `Ana Ruiz said: “We won.” “We rest now.”`
        """
        if number == 0:
            return None
        before = self._quotes[number - 1]
        if self._text[before[1] : self._quotes[number][0]].strip():
            return None
        return (self._speakers or {}).get(before[0])

    def _is_near(self, cue: int, quote: int) -> bool:
        """Whether a cue stands shortly before a quotation, in its paragraph or the one before."""
        return self._words.paragraph_of(quote) - self._words.paragraph_of(cue) <= 1 and quote - cue < REACH

    def _goes_on(self, end: int, cue: Word) -> bool:
        """Whether no sentence and no quotation begins between the end of a quotation and a cue.

        True for `“We won,” a smiling Ana Ruiz said`, not for `“We won.” It rained. Ana Ruiz said no`.
        """
        if _BREAK.search(self._text, end, cue.idx) or self._ends_sentence(end):
            return False
        if self._text.find(".", end, cue.idx) < 0:
            return True
        return self._words.sentence_of(self._words.at(end)) == self._words.sentence_of(cue)

    def _ends_sentence(self, end: int) -> bool:
        """Whether a quotation ends with its full stop and a capital follows: "We left." Police said ..."""
        before = self._text[max(0, end - _MARKS) : end].rstrip("\"'”’")
        after = self._text[end : end + _MARKS].lstrip("\"'”’ ")
        return before.endswith(".") and after[:1].isupper()

    def _all_speeches(self) -> list[Attribution]:
        """The verbs of saying outside quotations that have a subject, in order."""
        if self._speeches is None:
            found = map(self._speech, self._words)
            self._speeches = [speech for speech in found if speech is not None and speech.source is not None]
        return self._speeches

    def _speech(self, token: Word) -> Attribution | None:
        """What a token attributes, when it is a verb of saying outside quotations."""
        if token.pos_ != "VERB" or self.holds(token):
            return None
        kind = self._speech_class(token)
        if kind is None:
            return None
        return attribute(token, kind, True)

    def _speech_class(self, verb: Word) -> CueClass | None:
        """The class of a verb beside a quotation.

        Any verb right behind one that ends in a comma says it: "“Leave,” he sighed."
        """
        kind = cue_class(verb)
        if kind in _UTTERED:
            return kind
        if verb.tag_ in ("VBD", "VBZ") and self._follows_quotation(verb):
            return "report"
        return None

    def _follows_quotation(self, verb: Word) -> bool:
        """Whether a verb, with or without its subject, stands right behind a quotation that a comma ends."""
        subject = verb.lefts.first("nsubj")
        first = (subject.left_edge if subject is not None else verb).i
        if first < 2 or self._words[first - 1].text not in _CLOSED:
            return False
        return self._words[first - 2].text in (",", "?", "!")


def _can_speak(noun: Word) -> bool:
    """Whether a word before a colon can be who speaks.

    True for a person by name, for "judge" and for "she"; False for "price" of "the price was clear".
    """
    if noun.ent_type_ == "PERSON" or noun.lower_ in ("he", "she", "they"):
        return True
    return noun.pos_ == "NOUN" and noun.lemma_ in word_classes()["living"]
