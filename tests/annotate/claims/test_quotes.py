"""Which characters of a text stand between quotation marks."""

import pytest

from extractor.annotate.claims.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said: “We left.”", ["“We left.”"]),
        ('"We left," he said.', ['"We left,"']),
        ("“First.\n\n“Second,” she said.", ["“First.\n\n", "“Second,”"]),
        ("An unbalanced “mark never fails.", []),
        ("The rebels’ town isn’t theirs.", []),
        ("The miners' walkout began. Talks failed. The nurses' union left.", []),
        ("The miners’ walkout began. Talks failed. The nurses’ union left.", []),
        ("‘The miners' party won,’ he said. The nurses' union left.", ["‘The miners' party won,’"]),
        ("'We won,' he said of the miners' walkout.", ["'We won,'"]),
        ("He called it ‘unfair’ to miners.", ["‘unfair’"]),
        ("Songs of the ‘90s and the miners’ band.", []),
        ("‘First.\n\n‘Second,’ she said.", ["‘First.\n\n", "‘Second,’"]),
        ('"First.\n\n"Second," she said.', ['"First.\n\n', '"Second,"']),
        ('"First."\n\n"Second," she said.', ['"First."', '"Second,"']),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[start:end] for start, end in find_quotes(text)] == quotes
