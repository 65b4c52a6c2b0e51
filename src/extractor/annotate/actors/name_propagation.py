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
    """The mentions and those that only the whole article shows, in the order of their heads.

    "Lee" of "Lee left", which the NER missed, in an article that names Ann Lee before.
    """
    known = _one_word_names(words, mentions)
    inside = _inside_longer(mentions)
    heads = {mention.head for mention in mentions}
    more: list[Mention] = []
    for token in words:
        if token.pos_ == "PROPN" and token.i not in heads:
            missed = _nested(token) or _again(token, known, inside)
            if missed is not None:
                more.append(missed)
    if more:
        return sorted([*mentions, *more], key=lambda m: m.head)
    return mentions


def _inside_longer(mentions: list[Mention]) -> set[int]:
    """The numbers of the words of mentions of several words."""
    inside: set[int] = set()
    for mention in mentions:
        if mention.end - mention.start > 1:
            inside.update(range(mention.start, mention.end))
    return inside


def _one_word_names(words: Words, mentions: list[Mention]) -> dict[str, ActorKind]:
    """Surnames and one-word names of organizations as the article writes them -> kind; a person's wins.

    "Mendes" and "Greenpeace" for "Carla Mendes met Greenpeace and the Labour Party".
    """
    names: dict[str, ActorKind] = {}
    for mention in mentions:
        if mention.kind is None or not _is_certain_name(mention):
            continue
        head = words[mention.head]
        if names.get(head.text) is not ActorKind.PERSON and _can_stand_alone(head):
            names[head.text] = mention.kind
    return names


def _is_certain_name(mention: Mention) -> bool:
    """Whether a mention is surely the name of a person, or of an organization in a single word.

    True of "Carla Mendes" and "Greenpeace", not of "Labour Party" and "the minister".
    """
    if mention.form != "name" or mention.kind not in _NAMED or not mention.known:
        return False
    return mention.kind is ActorKind.PERSON or " " not in mention.name


def _can_stand_alone(name: Word) -> bool:
    """Whether a word is known again where it stands alone: with a capital, of more than a letter, no country."""
    return name.text[:1].isupper() and len(name.text) > 1 and name.lower_ not in country_names()


def _nested(token: Word) -> Mention | None:
    """The organization named before a noun that is not part of its name; None for any other word.

    "Google" of "the Google office"; not of "Google Street", which is a place.
    """
    if token.ent_type_ != "ORG" or not _is_before_noun(token):
        return None
    if token.head.lemma_ in _SPATIAL or has_name_inside(token.head):
        return None
    start, end = _entity(token)
    is_whole = end == token.i + 1 and token.words[end].ent_type_ != "PERSON"
    if not is_whole or plain(token.words.phrase(start, end)) in country_names():
        return None
    return _mention(token, start, ActorKind.ORGANIZATION)


def _is_before_noun(token: Word) -> bool:
    """Whether a word is a modifier of a noun behind it."""
    if token.dep_ not in ("compound", "nmod") or token.head.i <= token.i:
        return False
    return token.head.pos_ in ("NOUN", "PROPN")


def _entity(token: Word) -> tuple[int, int]:
    """The tokens [start, end) of the name that a word is in, by the NER."""
    start = token.i
    while start > 0 and token.words[start].ent_iob_ == "I":
        start -= 1
    return start, token.entity_end


def _again(token: Word, known: dict[str, ActorKind], inside: set[int]) -> Mention | None:
    """A name known from elsewhere where the first reading saw none; None for any other word.

    Not the start of a longer name: "Lee" in "Lee Airways".
    """
    kind = known.get(token.text)
    if kind is None or _goes_on(token):
        return None
    if token.i in inside and not _is_before_noun(token):
        return None
    start = token.i
    while start > 0 and _is_part_of(token, token.words[start - 1]):
        start -= 1
    has_more = start < token.i
    if has_more and kind is ActorKind.ORGANIZATION:
        return None
    return _mention(token, start, kind)


def _goes_on(token: Word) -> bool:
    """Whether the name of a word goes on behind it: "Ann" in "Ann Lee"."""
    for after in token.words.between(token.i + 1, token.i + 2):
        is_joined = token.head is after or after.ent_iob_ == "I"
        return is_joined and after.pos_ == "PROPN"
    return False


def _is_part_of(head: Word, before: Word) -> bool:
    """Whether a proper noun before a name belongs to it."""
    return before.pos_ == "PROPN" and before.head is head


def _mention(token: Word, start: int, kind: ActorKind) -> Mention:
    """A mention of tokens [start, token] that may be wrong."""
    name = token.words.phrase(start, token.i + 1)
    return Mention(token.i, start, token.i + 1, "name", kind, strip_name(name), token.lemma_, known=False)
