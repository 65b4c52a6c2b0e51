"""Text in a wrong encoding gets a warning."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("“It didn’t rain in Málaga,” the café’s owner said in São Paulo.", False),
        ("“It didn’t rain in Málaga,” the café’s owner said.".encode().decode("cp1252", "replace"), True),
        ("The café in Málaga was closed.".encode().decode("latin-1"), True),
        ("The caf\ufffd in M\ufffdlaga was closed.", True),
        ("NÃO FOI, SÃO PAULO, JOÃO: a sign read. It was 5 £ and 3 °.", False),
    ],
)
def test_garbled_text_is_named(text: str, garbled: bool, extractor: Extractor) -> None:
    warnings = extractor.extract(text).warnings
    assert any("garbled" in warning for warning in warnings) == garbled
