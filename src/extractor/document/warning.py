"""The form of warnings: what is wrong, perhaps with the words it is about, so that a run can count the kinds."""

MOST_EXAMPLE_CHARS = 60
_BEFORE_EXAMPLE = ", as in “"


def with_example(kind: str, example: str | None) -> str:
    """A warning that quotes what it is about.

    >>> with_example("the publication date cannot be read", "soon")
    'the publication date cannot be read, as in “soon”'
    """
    if not example:
        return kind
    return f"{kind}{_BEFORE_EXAMPLE}{' '.join(example.split())[:MOST_EXAMPLE_CHARS]}”"


def kind_and_example(warning: str) -> tuple[str, str | None]:
    """The parts of a warning.

    >>> kind_and_example("the publication date cannot be read, as in “soon”")
    ('the publication date cannot be read', 'soon')
    """
    kind, _, example = warning.partition(_BEFORE_EXAMPLE)
    return kind, example.removesuffix("”") or None
