"""The examples beside rules ("# > Police arrested two men."): the rule below is the most specific of its type there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractor import Extractor
from extractor.components import LAYERS
from extractor.events.classify.classifier import Classifier
from extractor.events.classify.from_claim import propose
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.triggers import LEXICON, read_rules
from extractor.records import Article
from extractor.settings import Settings

FILES = sorted((LEXICON / "triggers").glob("*.txt"))
MARK = "# > "
NONE = "-"  # no example is known: another rule always wins
MOST_WITHOUT = 49
Fired = Callable[[str], set[str]]


def examples(file: Path) -> Iterator[tuple[str, str]]:
    """The examples of a file, each with the id of the rule below it."""
    waiting: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(MARK):
            waiting.append(line.removeprefix(MARK).strip())
        else:
            yield from ((f"{file.name}:{number}", text) for text in waiting)
            waiting = []


EXAMPLES = [found for file in FILES for found in examples(file)]
REAL = [(rule, text) for rule, text in EXAMPLES if text != NONE]


@pytest.fixture(scope="module")
def fired(extractor: Extractor) -> Fired:
    steps = [layer(Settings()) for layer in LAYERS[2:-1]]
    rules = Classifier(Settings()).rules

    def rules_that_fire(text: str) -> set[str]:
        doc = extractor.begin(Article(id="a", text=text))
        for step in steps:
            doc = step(doc)
        article = AnnotatedArticle(doc)
        claims = article.claims(rules.may_be_event)
        winners = (rules.winners(propose(article, claim, article.frame(claim))) for claim in claims)
        return {rule.id for found in winners for _, rule in found.values()}

    return rules_that_fire


@pytest.mark.parametrize(("rule", "text"), REAL)
def test_the_rule_fires_in_its_example(fired: Fired, rule: str, text: str) -> None:
    assert rule in fired(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rules_with_conditions_have_examples(file: Path) -> None:
    shown = {rule for rule, _ in EXAMPLES}
    lacking = sorted({rule.id for rule in read_rules(file) if rule.when and rule.id not in shown})
    assert lacking == []


def test_few_rules_are_without_an_example() -> None:
    assert len(EXAMPLES) - len(REAL) <= MOST_WITHOUT
