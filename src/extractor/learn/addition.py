"""What corrections propose to add to a user's own files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extractor.records import Article


@dataclass(frozen=True)
class Addition:
    """An entry of a user's own ontology or place file: `table` is "triggers", "actors" or "places".

    `words` is what an article must hold for the entry to matter there; `support` the articles whose corrections ask
    for it.
    """

    table: str
    fields: Mapping[str, object]
    words: str
    support: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def key(self) -> str:
        """What makes two proposals the same."""
        return json.dumps([self.table, dict(self.fields)], sort_keys=True, ensure_ascii=False)

    def touches(self, article: Article, lemmas: frozenset[str]) -> bool:
        """Whether an article holds its words; of a trigger the lemma."""
        if self.table == "triggers":
            return self.words.split()[0] in lemmas
        return self.words.lower() in article.text.lower()

    def __str__(self) -> str:
        """The entry on one line."""
        shown = ", ".join(f"{name} {_shown(value)}" for name, value in self.fields.items())
        return f"{self.table.removesuffix('s')}: {shown}"


def _shown(value: object) -> str:
    """A value of a row in plain words."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def merged(proposals: list[Addition]) -> list[Addition]:
    """Each proposal once, with the support of all, in a fixed order."""
    found: dict[str, Addition] = {}
    for proposal in proposals:
        known = found.get(proposal.key)
        support = proposal.support | (known.support if known else frozenset())
        found[proposal.key] = Addition(proposal.table, proposal.fields, proposal.words, support)
    return [found[key] for key in sorted(found)]
