"""The place names of an article: mentions with the same spelling taken together, and what stands beside them."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from spacy.lang.en.stop_words import STOP_WORDS

from extractor.annotate.places.beside import start_of_name, word_at
from extractor.annotate.places.candidates import Candidate, Words
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Match

# A known name inside an unknown one places it when it would pass for a place by itself: "Karak" in "Karak Castle" does,
# "Rogers" in "Rogers Centre" does not.
SURE_PART = 0.3
_FEW = 3  # words between two names that tell how they belong together
_OWNS = frozenset((("'s",), ("’s",)))
_OF_TOWN = frozenset((("in",), ("of",), ("in", "the"), ("of", "the")))
_PUTS_INSIDE = frozenset(((",",), ("(",), (",", "the"), ("in",), ("in", "the"), (",", "in")))
_ENDS = frozenset((".", ",", ";", ":", "?", "!", ")", "”", '"', "'s", "’s"))


@dataclass(frozen=True, slots=True)
class Home:
    """Where the outlet is or what it writes about; it counts for its surroundings as `weight` mentions of it would."""

    place: Match
    weight: float


@dataclass(slots=True)
class Name:
    """One spelling with its mentions. `division` and `town` say whether a word beside it calls it one, `the` whether it
    stands alone behind "the".

    `noun` is the word for what it is and `people` the capitalised words before that: "island" and "Norwegian" of "the
    Norwegian island of Hidle". `part` is the known name inside an unknown one ("Karak" in "Karak Castle"), which then
    places it. `home` is set instead of mentions for the place of the outlet.
    """

    key: str
    text: str
    mentions: list[Candidate]
    part: str | None = None
    division: bool = False
    town: bool = False
    the: bool = False
    noun: str = ""
    people: tuple[str, ...] = ()
    home: Home | None = None

    @property
    def weight(self) -> float:
        """For how many sure mentions it speaks."""
        if self.home:
            return self.home.weight
        return sum(mention.score for mention in self.mentions)

    @property
    def lookup(self) -> str:
        """What to look up.

        "Karak" for "Karak Castle", else the name.
        """
        return self.part or self.text


@dataclass(slots=True)
class Names:
    """All names, and pairs of them by position: "Salem, Ore." is (Salem, Ore.) in `inside`; lists are `beside`.

    `inside_in` are the pairs of `inside` that are joined by the word "in".
    """

    names: list[Name]
    inside: set[tuple[int, int]] = field(default_factory=set)
    inside_in: set[tuple[int, int]] = field(default_factory=set)
    beside: set[tuple[int, int]] = field(default_factory=set)


def home_name(home: Home) -> Name:
    """The place of the outlet as a name without mentions.

    Springfield, Missouri for an outlet that says so of itself.
    """
    return Name("", home.place.entry.name, [], home=home)


def collect(chosen: list[Candidate], said: Words, likely: list[Candidate]) -> Names:
    """Chosen mentions in text order -> names with their context. `likely` holds the names inside unknown ones.

    "Rebels left Gao for Niger and came back to Gao." has two names, of which "Gao" has two mentions.
    """
    index: dict[str, int] = {}
    result = Names([])
    order: list[int] = []
    for mention in chosen:
        at = index.setdefault(mention.key, len(result.names))
        if at == len(result.names):
            part = None if mention.known else _known_part(mention, likely)
            result.names.append(Name(mention.key, mention.text, [], part))
        name = result.names[at]
        name.mentions.append(mention)
        _note_words_beside(name, mention, said)
        order.append(at)
    for (a, before), (b, behind) in pairwise(zip(order, chosen, strict=True)):
        if a != b:
            _join(result, a, b, said.lower[before.end : behind.start])
    _share_plural(result, order, chosen, said)
    _share_people(result)
    return result


def _share_people(result: Names) -> None:
    """ "The Burmese villages of Tarpyin and Lone Kyi": the adjective counts for all of a list of towns."""
    for first, other in sorted(result.beside):
        name, listed = result.names[first], result.names[other]
        if any(mention.told for mention in listed.mentions):
            listed.people = listed.people or name.people


def _join(names: Names, a: int, b: int, between: list[str]) -> None:
    """Note how name `a` stands to the next name `b`, by the few words between them: ", in", ", central"."""
    if len(between) > _FEW:
        return
    joint = tuple(word for word in between if word not in words("part_of_area"))
    if joint in _OWNS:
        names.inside.add((b, a))
    elif _is_part_of_town(joint):
        names.inside.add((a, b))
        names.inside_in.add((a, b))
    elif joint in _PUTS_INSIDE:
        names.inside.add((a, b))
        if "in" in joint:
            names.inside_in.add((a, b))
    elif (words("joins") | {"the", "("}).issuperset(joint):
        names.beside.add((a, b))


def _is_part_of_town(joint: tuple[str, ...]) -> bool:
    """Whether words between two names call the first a part of the second: "Siloe [district of] Cali"."""
    if joint[1:] not in _OF_TOWN:
        return False
    return joint[0] in words("building") or joint[0] in words("region_word")


def _known_part(mention: Candidate, likely: list[Candidate]) -> str | None:
    """The longest known name inside an unknown one; of equals the first. `likely` is in text order.

    "Karak" of "Karak Castle".
    """
    if mention.text.lower().split()[-1] in words("street") | words("water") | words("terrain"):
        return None
    first = bisect_left(likely, mention.start, key=lambda c: c.start)
    starting = takewhile(lambda c: c.start < mention.end, islice(likely, first, None))
    inside = [c for c in starting if c.known and c.score >= SURE_PART and c.end <= mention.end and not _is_side(c)]
    if not inside:
        return None
    return max(inside, key=lambda c: (c.end - c.start, -c.start)).text


def _is_side(part: Candidate) -> bool:
    """Whether a part of a name only says on which side of a place it lies.

    "West" of "West Yorkshire", though regions have that name.
    """
    return part.key in words("part_of_area")


def _note_words_beside(name: Name, mention: Candidate, said: Words) -> None:
    """Note on a name what the words beside a mention tell: "Aleppo province", "the town of Azaz", "the Atlantic"."""
    before = said.lower[max(0, mention.start - 2) : mention.start]
    kind = _word_of_kind(before)
    if _word_behind(mention, said) in words("division_word") or kind in words("division_of"):
        name.division = True
    elif kind in words("town_of"):
        name.town = True
    if before[-1:] == ["of"]:
        name.noun, name.people = kind, name.people or _people_before(said, mention.start - 2)
    elif mention.told and not mention.known:
        name.people = name.people or _people_right_before(said, mention.start)
    if "the" in before and not name.the:
        name.the = _stands_alone(mention, said)


def _people_before(said: Words, noun: int) -> tuple[str, ...]:
    """The capitalised words before a noun of kind, past small adjectives, and the first of them alone.

    ("Sri Lankan", "Sri") for "the Sri Lankan coastal town of".
    """
    end = noun
    while noun - end < _FEW and word_at(said, end - 1).isalpha() and not said.capital[end - 1]:
        end -= 1
    start = start_of_name(said, end)
    is_kind = said.lower[noun] in words("town_of") | words("division_of") | words("lands")
    if start == end or not is_kind or said.lower[noun] in words("without_country"):
        return ()
    return said.text(start, end), said.texts[start]


def _people_right_before(said: Words, start: int) -> tuple[str, ...]:
    """The capitalised word before a name that is told to be a place.

    ("Kenyan",) for "Ashkar University" of "the Kenyan Ashkar University, where two died".
    """
    if start == 0 or not said.capital[start - 1]:
        return ()
    return (said.texts[start - 1],)


def _word_of_kind(before: list[str]) -> str:
    """The word that may tell the kind, of the two before a name: "town" of "town of Azaz" and "the town Azaz"."""
    if len(before) < 2:
        return ""
    return before[0] if before[1] == "of" else before[1]


def _word_behind(mention: Candidate, said: Words) -> str:
    """The word behind a mention in lower case, "" at the end of the text."""
    if mention.end < len(said.lower):
        return said.lower[mention.end]
    return ""


def _stands_alone(mention: Candidate, said: Words) -> bool:
    """Whether "the" or "the tropical" before a name is its own: "the Atlantic", not "the Aleppo market"."""
    i = mention.start - 1
    if said.lower[i] != "the" and (said.capital[i] or not said.texts[i].isalpha()):
        return False
    after = said.texts[mention.end] if mention.end < len(said.texts) else "."
    return after in _ENDS or after.lower() in STOP_WORDS


def _share_plural(result: Names, order: list[int], chosen: list[Candidate], said: Words) -> None:
    """ "Homs and Hama provinces": the word after the last of a list counts for all of it."""
    listed = result.beside | result.inside
    for pair, last in zip(pairwise(order), chosen[1:], strict=True):
        if pair in listed and _word_behind(last, said) in words("divisions"):
            for number in pair:
                result.names[number].division = True
