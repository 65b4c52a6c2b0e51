"""Which reports of an incident are independent: copies, half-cut copies and retold agency copy are one source."""

from collections.abc import Sequence

from extractor.incidents.account import ArticleAccount
from extractor.incidents.sketch import containment
from extractor.incidents.voices import core, same_name

COPIED = 0.4  # share of the shorter text's runs of four words; unrelated reports of one event share under a tenth


def origins_of(articles: Sequence[ArticleAccount]) -> dict[str, int]:
    """Article id -> the number of its independent source, counted from 0 in the order given."""
    origin: dict[str, int] = {}
    for number, article in enumerate(articles):
        dependent = [other for other in articles[:number] if not independent(article, other)]
        same = {origin[other.id] for other in dependent}
        mine = min(same, default=number)
        origin[article.id] = mine
        for known, value in origin.items():
            if value in same:
                origin[known] = mine
    order = {value: number for number, value in enumerate(dict.fromkeys(origin.values()))}
    return {article: order[value] for article, value in origin.items()}


def independent(one: ArticleAccount, other: ArticleAccount) -> bool:
    """Whether neither article repeats the other, or both a third party's copy."""
    if _is_copy(one, other) or _have_one_agency(one, other):
        return False
    if _credits(one, other) or _credits(other, one):
        return False
    return containment(one.shingles, other.shingles) < COPIED


def _is_copy(one: ArticleAccount, other: ArticleAccount) -> bool:
    """Whether two articles are one, or one is known for a copy of the other."""
    return one.id in (other.id, other.copy_of) or other.id == one.copy_of


def _have_one_agency(one: ArticleAccount, other: ArticleAccount) -> bool:
    """Whether both say that they have their news from the same agency."""
    if one.agency is None or other.agency is None:
        return False
    return same_name(one.agency, other.agency)


def _credits(one: ArticleAccount, other: ArticleAccount) -> bool:
    """Whether an article names the outlet of another as where it has its news from."""
    outlet = other.outlet
    if not outlet or core(one.outlet or "") == core(outlet):
        return False
    if one.agency is not None and same_name(one.agency, outlet):
        return True
    return core(outlet) in map(core, one.cited)
