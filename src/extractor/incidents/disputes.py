"""What is disputed about an incident: slots in which different voices exclude each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractor.incidents.account import Account, Party
from extractor.incidents.consensus import COARSE
from extractor.incidents.features import kilometres
from extractor.incidents.figures import exclude
from extractor.incidents.records import Dispute, Figure, Side, Slot
from extractor.incidents.voices import Voices, core, same_voice
from extractor.incidents.words import words_of
from extractor.records import Modality, Polarity

APART_KM = 50.0  # nearer places are a village and its town
OWN = frozenset(("their", "its", "his", "her", "they", "it", "he", "she"))


@dataclass(frozen=True, slots=True)
class Question:
    """What voices may answer differently: whether an account answers it, whether two answers exclude each other."""

    slot: str
    answer: Callable[[Account], str | None]
    exclude: Callable[[Account, Account], bool]


def disputes_of(accounts: Sequence[Account], counts: Mapping[Slot, Sequence[Figure]], voices: Voices) -> list[Dispute]:
    """All disputes of an incident, tolls first."""
    found = [_of_figures(slot, figures) for slot, figures in counts.items()]
    found += [_of_denials(accounts, voices)]
    found += [_of_answers(question, accounts, voices) for question in QUESTIONS]
    slots: dict[str, Dispute] = {}
    for dispute in found:
        if dispute is not None:
            slots.setdefault(dispute.slot, dispute)
    return list(slots.values())


def _of_figures(slot: Slot, figures: Sequence[Figure]) -> Dispute | None:
    """A dispute where two named voices give numbers that cannot both be right, neither of them superseded."""
    standing = [figure for figure in figures if figure.speakers and not figure.superseded]
    in_dispute = {
        id(figure)
        for pair in combinations(standing, 2)
        if pair[0].speakers != pair[1].speakers and exclude(*pair)
        for figure in pair
    }
    sides = [_side_of(figure) for figure in standing if id(figure) in in_dispute]
    return Dispute(slot=slot, sides=sides) if sides else None


def _side_of(figure: Figure) -> Side:
    low, high = figure.low, figure.high
    value = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return Side(values=[value], speakers=figure.claimed_by, reports=figure.reports)


def _of_denials(accounts: Sequence[Account], voices: Voices) -> Dispute | None:
    """Denied by one, told by another: it disputes who did it where the accused denies, else whether it happened."""
    denials = [(account, denier) for account in accounts for denier in _deniers(account)]
    telling = [account for account in accounts if not _is_denial(account)]
    if not denials or not telling:
        return None
    accused = any(denies_own_part(account, denier, accounts) for account, denier in denials)
    return Dispute(slot="source" if accused else "occurrence", sides=[_tellers(telling), _denying(denials)])


def _is_denial(account: Account) -> bool:
    return account.polarity is Polarity.NEGATIVE or account.modality is Modality.DENIED


def _deniers(account: Account) -> list[Party]:
    """Who denies the event in an account."""
    if _is_denial(account) and account.speaker is not None:
        return [account.speaker, *account.deniers]
    return account.deniers


def denies_own_part(account: Account, denier: Party, accounts: Sequence[Account]) -> bool:
    """Whether one denies having done it: it is the source, the source is its men, or an article accuses it."""
    own = [party for party in account.source if party.actor == denier.actor or _is_own(party)]
    if own:
        return True
    others = [party for other in accounts if other is not account for party in other.source]
    others += [party for other in accounts for party in other.article.accused]
    return any(same_voice(denier, party) for party in others)


def _is_own(party: Party) -> bool:
    return any(words_of(name)[:1] and words_of(name)[0] in OWN for name in party.names)


def _tellers(accounts: Sequence[Account]) -> Side:
    speakers = [account.speaker.name for account in accounts if account.speaker is not None]
    sources = [party.name for account in accounts for party in account.source]
    return Side(values=_unique(sources), speakers=_unique(speakers), reports=_reports(accounts))


def _denying(denials: Sequence[tuple[Account, Party]]) -> Side:
    return Side(
        values=["denied"],
        speakers=_unique([party.name for _, party in denials]),
        reports=_reports([account for account, _ in denials]),
    )


def _unique(names: Sequence[str]) -> list[str]:
    """Names without those that say the same."""
    return list({core(name): name for name in reversed(names)}.values())[::-1]


def _reports(accounts: Sequence[Account]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((account.article.id, account.event) for account in accounts))


def _of_answers(question: Question, accounts: Sequence[Account], voices: Voices) -> Dispute | None:
    """A dispute where two named voices answer a question so that both cannot be right; the last word of each counts."""
    last: dict[int, Account] = {}
    for account in accounts:
        if account.speaker is not None and question.answer(account) is not None and not _is_denial(account):
            last[voices.number(account.article.id, account.speaker)] = account
    standing = list(last.values())
    in_dispute = {id(a) for pair in combinations(standing, 2) if question.exclude(*pair) for a in pair}
    sides = [_answering(question, account) for account in standing if id(account) in in_dispute]
    return Dispute(slot=question.slot, sides=sides) if sides else None


def _answering(question: Question, account: Account) -> Side:
    assert account.speaker is not None
    value = question.answer(account) or ""
    return Side(values=[value], speakers=[account.speaker.name], reports=_reports([account]))


def _place(account: Account) -> str | None:
    exact = account.place is not None and account.place.geo_precision < COARSE
    return account.place.name if exact and account.place is not None else None


def _are_far_apart(one: Account, other: Account) -> bool:
    apart = kilometres(one.place, other.place)
    return apart is not None and apart > APART_KM


def _day(account: Account) -> str | None:
    return str(account.start_date) if account.start_date is not None and account.time_precision == 1 else None


def _are_other_days(one: Account, other: Account) -> bool:
    return _day(one) != _day(other)


def _names(parties: Sequence[Party]) -> str | None:
    return ", ".join(party.name for party in parties) or None


def _are_others(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether no party of the one is among the other's."""
    return not any(same_voice(a, b) for a in one for b in other)


# Not asked: target and type. Of 14 such disputes on our stories 12 were two wordings of one ("40 people", "members").
QUESTIONS = (
    Question("source", lambda account: _names(account.source), lambda a, b: _are_others(a.source, b.source)),
    Question("place", _place, _are_far_apart),
    Question("date", _day, _are_other_days),
)
