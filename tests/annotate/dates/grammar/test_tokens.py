"""The tokens of time expressions."""

from extractor.annotate.dates.grammar.tokens import ALL_NUMBER_SHAPES, number_shapes


def test_every_number_has_a_known_shape() -> None:
    texts = (f"{number:0{width}}" for width in (1, 2, 3, 4) for number in range(10**width))
    assert {number_shapes(text) for text in texts} < ALL_NUMBER_SHAPES
