"""The roles that rules name: participants, and prepositions before a noun."""

import pytest

from extractor.lexicon.roles import AGENT, NONE, RECIPIENT, Part, Role, behind, oblique, role_named


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("agent", AGENT),
        ("none", NONE),
        ("oblique", oblique(None)),
        ("to", behind("to")),
        ("out_of", behind("out of")),
    ],
)
def test_roles_of_rules(name: str, expected: Role) -> None:
    assert role_named(name) == expected


@pytest.mark.parametrize("name", ["agnet", "behinf", "", "agianst"])
def test_a_role_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="role"):
        role_named(name)


def test_a_refusal_names_the_nearest_role() -> None:
    with pytest.raises(ValueError, match="patient"):
        role_named("pateint")


@pytest.mark.parametrize(
    ("role", "marker"), [(RECIPIENT, "to"), (AGENT, "agent"), (behind("on"), "on"), (oblique("on"), "on")]
)
def test_types_name_a_role_by_its_preposition(role: Role, marker: str) -> None:
    assert role.marker == marker


def test_a_preposition_of_the_trigger_is_another_role_than_one_of_its_object() -> None:
    assert oblique("on") != behind("on")
    assert oblique("on").part is Part.OBLIQUE
