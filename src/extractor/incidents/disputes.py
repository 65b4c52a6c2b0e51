"""What is disputed about an incident: figures that exclude each other, who did it, and whether it happened."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from extractor.incidents.account import Account, Party
from extractor.incidents.figures import exclude
from extractor.incidents.records import Dispute, Figure, Side, Slot
from extractor.incidents.voices import core, same_voice
from extractor.incidents.words import words_of
from extractor.lexicon.tables import word_lists
from extractor.records import Modality, Polarity

OWN = word_lists("incidents/voices.txt")["own"]


# Not asked: target and type (of 14 such disputes on our stories two were real), place and day (none of 18 on ECB+ and
# MUC-4), culprits unless one denies (none of 28): they are other words for one thing, or misread.
def disputes_of(accounts: Sequence[Account], counts: Mapping[Slot, Sequence[Figure]]) -> list[Dispute]:
    """All disputes of an incident, one a slot, tolls first."""
    found = [_of_figures(slot, figures) for slot, figures in counts.items()]
    found.append(_of_denials(accounts))
    slots: dict[str, Dispute] = {}
    for dispute in filter(None, found):
        slots.setdefault(dispute.slot, dispute)
    return list(slots.values())


def _of_figures(slot: Slot, figures: Sequence[Figure]) -> Dispute | None:
    """A dispute where two named voices give numbers that cannot both be right, neither of them superseded.

    Between "3 dead" of the army and "at least 20 dead" of the rebels.
    """
    standing = [figure for figure in figures if figure.speakers and not figure.superseded]
    in_dispute: set[int] = set()
    for one, other in combinations(standing, 2):
        if one.speakers != other.speakers and exclude(one, other):
            in_dispute |= {id(one), id(other)}
    if not in_dispute:
        return None
    return Dispute(slot=slot, sides=[_side_of(figure) for figure in standing if id(figure) in in_dispute])


def _side_of(figure: Figure) -> Side:
    """A figure as the side of a dispute: "12", "10..14", "200.." where it is open."""
    low, high = ("" if end is None else str(end) for end in (figure.low, figure.high))
    value = low if figure.low == figure.high else f"{low}..{high}"
    return Side(values=[value], speakers=figure.claimed_by, reports=figure.reports)


def _of_denials(accounts: Sequence[Account]) -> Dispute | None:
    """Denied by one, told by another: it disputes who did it where the accused denies, else whether it happened."""
    denials = [(account, denier) for account in accounts for denier in _deniers(account)]
    telling = [account for account in accounts if not _is_denial(account)]
    if not denials or not telling:
        return None
    sides = [_tellers(telling), _denying(denials)]
    if any(denies_own_part(account, denier, accounts) for account, denier in denials):
        return Dispute(slot="source", sides=sides)
    return Dispute(slot="occurrence", sides=sides)


def _is_denial(account: Account) -> bool:
    """Whether an account says that it did not happen."""
    return account.polarity is Polarity.NEGATIVE or account.modality is Modality.DENIED


def _deniers(account: Account) -> list[Party]:
    """Who denies the event in an account."""
    if _is_denial(account) and account.speaker is not None:
        return [account.speaker, *account.deniers]
    return account.deniers


def denies_own_part(account: Account, denier: Party, accounts: Sequence[Account]) -> bool:
    """Whether one denies having done it: it is the source, the source is its men, or an article accuses it.

    True of Mali where an article says that Mali shelled a town, not where it says that rebels did.
    """
    for party in account.source:
        if party.actor == denier.actor or _is_own(party):
            return True
    return any(same_voice(denier, party) for party in _accused(account, accounts))


def _accused(account: Account, accounts: Sequence[Account]) -> Iterator[Party]:
    """Whom the other accounts give as the source, and whom any article tells are blamed."""
    for other in accounts:
        if other is not account:
            yield from other.source
        yield from other.article.accused


def _is_own(party: Party) -> bool:
    """Whether a name says only whose they are: "its men"."""
    return any(not OWN.isdisjoint(words_of(name)[:1]) for name in party.names)


def _tellers(accounts: Sequence[Account]) -> Side:
    """Those who tell of it, as a side: whom they name as the source, and who they are."""
    speakers: list[str] = []
    sources: list[str] = []
    for account in accounts:
        sources += [party.name for party in account.source]
        if account.speaker is not None:
            speakers.append(account.speaker.name)
    return Side(values=_unique(sources), speakers=_unique(speakers), reports=_reports(accounts))


def _denying(denials: Sequence[tuple[Account, Party]]) -> Side:
    """Those who deny it, as a side."""
    return Side(
        values=["denied"],
        speakers=_unique([party.name for _, party in denials]),
        reports=_reports([account for account, _ in denials]),
    )


def _unique(names: Sequence[str]) -> list[str]:
    """Names without those that say the same."""
    return list({core(name): name for name in reversed(names)}.values())[::-1]


def _reports(accounts: Sequence[Account]) -> list[tuple[str, str]]:
    """(article, event) of some accounts, each once."""
    return list(dict.fromkeys((account.article.id, account.event) for account in accounts))
