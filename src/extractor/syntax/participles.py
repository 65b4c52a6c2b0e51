"""Participles between a subject and its verb, which tell of the subject: "the priest, speaking in Rome, said"."""

from extractor.document.tokens import Word


def is_in_participle_of(subject: Word, word: Word) -> bool:
    """Whether a word stands in a participle between a subject and its verb.

    Rome in "the priest, speaking in Rome, said that men had burned it".
    """
    verb = subject.head
    if subject.dep_ != "nsubj":
        return False
    if not subject.i < word.i < verb.i:
        return False
    path = [word, *word.ancestors]
    top = next((above for above in path if above.head is verb and above is not verb), None)
    if top is None or top.tag_ not in ("VBG", "VBN") or top.dep_ != "advcl":
        return False
    return subject.i < top.i and not top.lefts.has("nsubj", "mark")
