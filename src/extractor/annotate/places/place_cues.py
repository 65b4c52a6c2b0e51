"""Words beside a name that tell that it is a place: "in Ashkar", "in Wau town", "30 km south of Gao", "fled Gao"."""

from extractor.annotate.places.beside import is_told_of_behind, start_of_clause, start_of_name, word_at
from extractor.annotate.places.candidates import UNNAMED, Candidate, Words
from extractor.annotate.places.headings import ENDS_SENTENCE
from extractor.annotate.places.spatial_relations import relation_before
from extractor.annotate.places.words import words
from extractor.document.datelines import dateline_end

_MANY = 3  # headings, from which on they are places more likely than speakers
_PLACE_LABELS = frozenset(("GPE", "LOC"))
_OF_TRANSFER = 8  # words before a club among which the verb of a transfer stands
_LOAN = 3  # and those behind it, as in "joined Leeds on loan"
_BESIDE = 6  # words on either side of that verb among which the player stands
_CLUB = 3  # words before it among which the club that buys stands
_FLIGHT = 10  # words from a missile to what it hits


def is_told(candidate: Candidate, said: Words) -> bool:
    """Whether a name is told to be a place by the words beside it: "in Wau town", "30 km south of Gao"."""
    if _is_located(candidate, said):
        return True
    if not candidate.known:
        return False
    return any(test(candidate, said) for test in _TOLD)


def _is_located(candidate: Candidate, said: Words) -> bool:
    """ "In Ashkar", where the recogniser of names sees a place too.

    Not "Ashkar" of "said Ashkar".
    """
    if candidate.entity is None or not candidate.exact or candidate.entity.label not in _PLACE_LABELS:
        return False
    if not said.capital[candidate.end - 1]:
        return False
    return word_at(said, candidate.start - 1) in words("locative") and _is_whole(candidate, said)


def _is_called_a_town(candidate: Candidate, said: Words) -> bool:
    """ "In Wau town", "near Menaka village": between a preposition of place and a word for a town."""
    if word_at(said, candidate.start - 1) not in words("locative") or candidate.end >= len(said.texts):
        return False
    return said.texts[candidate.end] in words("town_of")


def _is_measured_from(candidate: Candidate, said: Words) -> bool:
    """ "30 km south of Gao": what lies so far away from it.

    Not "Gao" of "the mayor of Gao".
    """
    if word_at(said, candidate.start - 1) not in ("of", "from", "outside"):
        return False
    relation = relation_before(said.source, said.offsets[candidate.start])
    return relation is not None and relation.km is not None


def _is_beside(candidate: Candidate, said: Words) -> bool:
    """ "Near Gao on Monday", "fled Gao": one whole name; not "near Ali's house", "near Ford Street"."""
    if not _is_whole(candidate, said) or not (candidate.entity is None or candidate.exact):
        return False
    before = word_at(said, candidate.start - 1)
    if before in words("also_done_to_towns"):
        return candidate.entity is None
    return before in words("beside") or before in words("done_to_towns")


def _is_end_of_road(candidate: Candidate, said: Words) -> bool:
    """ "The road between Mopti and Gao": both ends of it.

    Gao of "the road from Mopti to Gao".
    """
    if not _is_whole(candidate, said):
        return False
    first = candidate.start - 1
    if word_at(said, first) in ("and", "to"):
        first = start_of_name(said, first) - 1
    return word_at(said, first) in ("between", "from", "to") and word_at(said, first - 1) in words("ways")


def _is_whole(candidate: Candidate, said: Words) -> bool:
    """Whether a name has no capital or owner's mark behind it.

    "Ford" of "near Ford Street" is none.
    """
    if candidate.end >= len(said.lower):
        return True
    return not said.capital[candidate.end] and said.lower[candidate.end] not in ("'s", "’s", "-")


def _is_in(candidate: Candidate, said: Words) -> bool:
    """ "In Chibok on Monday", which the recogniser of names does not know or takes for somebody."""
    if not _is_whole(candidate, said) or not _is_free(candidate):
        return False
    return word_at(said, candidate.start - 1) == "in" and said.proper[candidate.end - 1]


def _is_free(candidate: Candidate) -> bool:
    """Whether the recogniser of names sees nothing there, or one whole name that is no day and no number.

    "Chibok", whether it is taken for a person or for nothing; not the "Boko" of "Boko Haram".
    """
    if candidate.entity is None:
        return True
    return candidate.exact and candidate.entity.label not in UNNAMED


def _is_home_of_people(candidate: Candidate, said: Words) -> bool:
    """ "Residents of Chibok fled".

    Also "a resident in the east of Chibok", and "the mayor of Chibok".
    """
    if word_at(said, candidate.start - 1) != "of" or not _is_whole(candidate, said):
        return False
    return word_at(said, candidate.start - 2) in words("people_of")


def _is_hit_from_afar(candidate: Candidate, said: Words) -> bool:
    """ "Shells fired from the hills hit Sabha": what flies so far hits towns more than persons.

    Sabha, whatever the NER takes it for.
    """
    if word_at(said, candidate.start - 1) not in words("hit") or not _is_whole(candidate, said):
        return False
    return not words("missiles").isdisjoint(said.lower[max(0, candidate.start - _FLIGHT) : candidate.start])


def _is_neighbour(candidate: Candidate, said: Words) -> bool:
    """ "In neighbouring Pattani", whatever the NER takes it for; not "in nearby Ford Street", "a nearby Ford truck"."""
    before = word_at(said, candidate.start - 2)
    if word_at(said, candidate.start - 1) not in words("next_to") or before not in words("locative") | words("motion"):
        return False
    return _is_whole(candidate, said) and _is_free(candidate)


def _is_goal_of_raid(candidate: Candidate, said: Words) -> bool:
    """ "A raid on Gao", "the siege of Bunia", whatever the NER takes it for; not "a raid on Smith's home"."""
    if word_at(said, candidate.start - 1) not in ("on", "of", "for") or not _is_free(candidate):
        return False
    return word_at(said, candidate.start - 2) in words("acts_on_towns") and _is_whole(candidate, said)


def _is_attacked(candidate: Candidate, said: Words) -> bool:
    """ "Rebels attacked Gao", "a missile strike on Bunia": what armed men or missiles hit is a town more than a person.

    Not "critics attacked Jackson".
    """
    before = word_at(said, candidate.start - 1)
    said_before = set(said.lower[max(0, candidate.start - _FLIGHT) : candidate.start])
    is_goal = before in words("attacked") or (before == "on" and not words("attacks").isdisjoint(said_before))
    if not is_goal or not _is_free(candidate) or not _is_whole(candidate, said):
        return False
    return not (words("attackers") | words("missiles")).isdisjoint(said_before)


def _is_heading(candidate: Candidate, said: Words) -> bool:
    """ "Apia: Teachers went on strike. Suva: Two boats sank.": a town in front of what happened there.

    Not "Jackson: We will not yield.", where somebody speaks.
    """
    if candidate.end not in said.headings or not _is_free(candidate):
        return False
    if candidate.entity is not None and candidate.entity.label == "PERSON" and len(said.headings) < _MANY:
        return False
    return candidate.start == 0 or said.texts[candidate.start - 1].strip() in ENDS_SENTENCE


def _is_left(candidate: Candidate, said: Words) -> bool:
    """ "Rebels left Gao on Monday", whatever the NER takes it for; not "rebels left Smith dead"."""
    if word_at(said, candidate.start - 1) not in words("left") or not _is_whole(candidate, said):
        return False
    behind = word_at(said, candidate.end)
    if behind.isalpha() and behind not in words("locative") | words("behind_towns"):
        return False
    armed = said.lower[max(0, candidate.start - _FLIGHT) : candidate.start]
    return _is_free(candidate) and not words("attackers").isdisjoint(armed)


def _is_passed(candidate: Candidate, said: Words) -> bool:
    """ "Thousands marched through Gao", whatever the NER takes it for; not "spoke through Smith".

    Also "marched peacefully through Gao".
    """
    if word_at(said, candidate.start - 1) not in ("through", "across") or not _is_whole(candidate, said):
        return False
    before = candidate.start - 2
    verb = word_at(said, before - word_at(said, before).endswith("ly"))
    return verb in words("passing") and _is_free(candidate)


def _is_told_of(candidate: Candidate, said: Words) -> bool:
    """ "Gao, where two died", "Gao, which rebels shelled": a clause behind a name tells what was there.

    Not "Shell, which bought a field".
    """
    return _is_free(candidate) and is_told_of_behind(said, candidate.end)


def _is_dateline(candidate: Candidate, said: Words) -> bool:
    """ "ADEN (Agency) - Gunmen attacked", "Aden, March 12 - Gunmen attacked": a known name at the start of a line."""
    if word_at(said, candidate.end) not in ("(", ","):
        return False
    if candidate.start > 0 and "\n" not in said.texts[candidate.start - 1]:
        return False
    return dateline_end(said.source, said.offsets[candidate.start]) is not None


def is_club(candidate: Candidate, said: Words) -> bool:
    """Whether a name is that of a club which buys or sells a player: "signed a winger from Leeds".

    Not that of "deported a winger from Leeds" nor of "signed a winger in Leeds".
    """
    if word_at(said, candidate.start - 1) not in words("to_clubs") or not _is_whole(candidate, said):
        return False
    first = start_of_clause(said, candidate.start, _OF_TRANSFER)
    return any(_is_transfer(said, first, at) for at in range(first, candidate.end + _LOAN))


def _is_transfer(said: Words, first: int, at: int) -> bool:
    """Whether a word is a verb of buying or selling with a player beside it, or with a club before it and one behind.

    "Loaned" of "loaned a winger" and of "Rovers loaned a striker"; not of "soldiers loaned a striker".
    """
    if word_at(said, at) not in words("transfers"):
        return False
    if any(_is_player(said, i, "players") for i in range(max(first, at - _BESIDE), at + _BESIDE)):
        return True
    clubs = said.covering[max(first, at - _CLUB) : at]
    if not any(entity is not None and entity.label == "ORG" for entity in clubs):
        return False
    return any(_is_player(said, i, "likely_players") for i in range(at, at + _BESIDE))


def _is_player(said: Words, at: int, listed: str) -> bool:
    """Whether a word of a list means a player.

    "Striker" of "a striker from Leeds"; not of "a striker's house" nor "forward" of "a forward base".
    """
    if word_at(said, at) not in words(listed):
        return False
    after = word_at(said, at + 1)
    if after in ("'s", "\u2019s", "-"):
        return False
    return not after.isalpha() or said.capital[at + 1] or after in words("to_clubs") | words("inside")


_TOLD = (
    *(_is_in, _is_home_of_people, _is_called_a_town, _is_measured_from, _is_neighbour, _is_goal_of_raid),
    *(
        _is_attacked,
        _is_beside,
        _is_end_of_road,
        _is_hit_from_afar,
        _is_heading,
        _is_dateline,
        _is_told_of,
        _is_left,
        _is_passed,
    ),
)
