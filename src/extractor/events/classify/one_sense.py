"""One sense in a discourse: "the strike" is no attack in an article where nurses went on strike (Gale et al. 1992)."""

from dataclasses import replace

from extractor.events.draft import Draft


def unify_senses(drafts: list[Draft]) -> None:
    """Read a noun that could be an attack as the protest that the article calls by the same word.

    Changes `coding` and `target` of drafts.
    The strike of "Nurses went on strike. The strike at Rupert goes on." is no attack at Rupert.
    """
    protests = {draft.coding.manner: draft for draft in drafts if draft.coding.kind.voices_demands}
    for draft in drafts:
        protest = protests.get(draft.predicate) if _may_be_protest(draft) else None
        if protest is not None:
            draft.coding = replace(protest.coding, confidence=draft.coding.confidence)
            draft.target = []


def _may_be_protest(draft: Draft) -> bool:
    """Whether a noun for an attack says neither whose it is nor with what."""
    if not draft.noun or not draft.coding.kind.harms_people:
        return False
    return draft.coding.manner is None and not draft.source
