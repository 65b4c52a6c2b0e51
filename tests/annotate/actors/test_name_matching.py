"""When two names are the same actor's."""

import pytest

from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_matching import has_surname, is_same_organization, is_same_person
from extractor.annotate.actors.name_parts import content_words
from extractor.records import ActorKind


def chain_of(name: str, kind: ActorKind) -> Chain:
    """A chain with one name."""
    chain = Chain()
    chain.add(Mention(0, 0, 1, "name", kind, name, name.rsplit(maxsplit=1)[-1].lower()))
    return chain


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("lee", "Ann Lee", True),
        ("ann", "Ann Lee", True),
        ("ann mary lee", "Ann Lee", True),
        ("ann lee", "Ann Mary Lee", True),
        ("al-assad", "Bashar Assad", True),
        ("bob lee", "Ann Lee", False),
        ("ann ray", "Ann Lee", False),
        ("ray", "Ann Lee", False),
    ],
)
def test_person(name: str, other: str, expected: bool) -> None:
    assert is_same_person(name, chain_of(other, ActorKind.PERSON)) is expected


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("RSF", "Rapid Support Forces", True),
        ("Rapid Support Forces", "RSF", True),
        ("Rapid Support", "Rapid Support Forces", True),
        ("Rapid Forces", "Rapid Support Forces", True),
        ("Forces", "Rapid Support Forces", False),
        ("Border Guard Forces", "Rapid Support Forces", False),
        ("RSP", "Rapid Support Forces", False),
    ],
)
def test_organization(name: str, other: str, expected: bool) -> None:
    chain = chain_of(other, ActorKind.ORGANIZATION)
    assert is_same_organization(name, content_words(name.lower()), chain) is expected


def test_surname() -> None:
    assert has_surname(chain_of("Jim Jordan", ActorKind.PERSON), "jordan")
    assert not has_surname(chain_of("Jordan", ActorKind.PERSON), "jordan")
    assert not has_surname(chain_of("Royal Jordan", ActorKind.ORGANIZATION), "jordan")
