"""Names that their own sentence does not show to be actors: inside another noun phrase, or without a label.

"Google" in "the Google office" is a name of its own; a surname or an acronym that the article uses elsewhere is that
actor again, whatever the NER calls it here.
"""

from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.nominals import has_name_inside
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import country_names, plain, strip_name
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind

_NAMED = (ActorKind.ORGANIZATION, ActorKind.PERSON)
_SPATIAL = word_lists("actors/words.txt")["spatial"]


def with_missed_names(words: Words, mentions: list[Mention]) -> list[Mention]:
    """The mentions and those that only the whole article shows, in the order of their heads."""
    known = _one_word_names(words, mentions)
    inside = {i for m in mentions if m.end - m.start > 1 for i in range(m.start, m.end)}
    heads = {m.head for m in mentions}
    more = [
        mention
        for token in words
        if token.pos_ == "PROPN" and token.i not in heads and (token.ent_type_ == "ORG" or token.text in known)
        if (mention := _nested(token) or _again(token, known, inside)) is not None
    ]
    return sorted([*mentions, *more], key=lambda m: m.head) if more else mentions


def _one_word_names(words: Words, mentions: list[Mention]) -> dict[str, ActorKind]:
    """Surnames and one-word names of organizations as the article writes them -> kind."""
    names: dict[str, ActorKind] = {}
    for mention in mentions:
        if mention.form != "name" or mention.kind is None or mention.kind not in _NAMED or not mention.known:
            continue
        head = words[mention.head]
        if names.get(head.text) is ActorKind.PERSON or (mention.kind is not ActorKind.PERSON and " " in mention.name):
            continue
        if head.text[:1].isupper() and len(head.text) > 1 and head.lower_ not in country_names():
            names[head.text] = mention.kind
    return names


def _nested(token: Word) -> Mention | None:
    """An organization named before a noun that is not part of its name: "the Google office"."""
    if token.ent_type_ != "ORG" or not _before_noun(token) or token.head.lemma_ in _SPATIAL:
        return None
    start, end = _entity(token)
    if end != token.i + 1 or token.words[end].ent_type_ == "PERSON" or has_name_inside(token.head):
        return None
    if plain(token.words.phrase(start, end)) in country_names():
        return None
    return _mention(token, start, ActorKind.ORGANIZATION)


def _before_noun(token: Word) -> bool:
    return token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")


def _entity(token: Word) -> tuple[int, int]:
    words, start, end = token.words, token.i, token.i + 1
    while start > 0 and words[start].ent_iob_ == "I":
        start -= 1
    while end < len(words) and words[end].ent_iob_ == "I":
        end += 1
    return start, end


def _again(token: Word, known: dict[str, ActorKind], inside: set[int]) -> Mention | None:
    """A known name in a place or with a label where the first reading saw none; not as the start of a longer name."""
    kind = known.get(token.text)
    if kind is None or (token.i in inside and not _before_noun(token)):
        return None
    after = token.words[token.i + 1] if token.i + 1 < len(token.words) else None
    if after is not None and after.pos_ == "PROPN" and (token.head is after or after.ent_iob_ == "I"):
        return None
    start = token.i
    while start > 0 and (before := token.words[start - 1]).pos_ == "PROPN" and before.head is token:
        start -= 1
    if kind is ActorKind.ORGANIZATION and start < token.i:
        return None
    return _mention(token, start, kind)


def _mention(token: Word, start: int, kind: ActorKind) -> Mention:
    name = token.words.phrase(start, token.i + 1)
    return Mention(token.i, start, token.i + 1, "name", kind, strip_name(name), token.lemma_, known=False)
