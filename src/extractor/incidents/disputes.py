"""What is disputed about an incident: figures that exclude each other, who did it, and whether it happened."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from extractor.incidents.account import Account, Party
from extractor.incidents.figures import exclude
from extractor.incidents.records import Dispute, Figure, Side, Slot
from extractor.incidents.voices import core, same_voice
from extractor.incidents.words import words_of
from extractor.records import Modality, Polarity

OWN = frozenset(("their", "its", "his", "her", "they", "it", "he", "she"))


# Not asked: target and type (of 14 such disputes on our stories two were real), place and day (none of 18 on ECB+ and
# MUC-4), culprits unless one denies (none of 28): they are other words for one thing, or misread.
def disputes_of(accounts: Sequence[Account], counts: Mapping[Slot, Sequence[Figure]]) -> list[Dispute]:
    """All disputes of an incident, tolls first."""
    found = [_of_figures(slot, figures) for slot, figures in counts.items()]
    found += [_of_denials(accounts)]
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


def _of_denials(accounts: Sequence[Account]) -> Dispute | None:
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
