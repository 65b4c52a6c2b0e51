"""Propositions are written by hand: what the classifier makes of them is the table."""

from typing import Any

import pytest

from extractor.events.classify.classifier import Classifier
from extractor.events.classify.proposition import Participant, Proposition
from extractor.lexicon.roles import AGENT, NONE, oblique
from extractor.settings import Settings

CLASSIFIER = Classifier(Settings())


def who(given: str | None) -> Participant | None:
    """ "rebel/people/REB" -> Participant."""
    if given is None:
        return None
    head, kind, sector = [*given.split("/"), "", ""][:3]
    return Participant(head, head, kind or None, sector or None)


def proposition(
    predicate: str,
    agent: str | None = None,
    patient: str | None = None,
    words: str = "",
    *,
    recipient: str | None = None,
    **more: Any,
) -> Proposition:
    clause = frozenset([predicate, *words.split()])
    return Proposition(
        predicate,
        agent=who(agent),
        patient=who(patient),
        recipient=who(recipient),
        words=clause,
        sentence=more.pop("sentence", clause),
        **more,
    )


def coded(given: Proposition) -> str | None:
    coding = CLASSIFIER.classify(given)
    return None if coding is None else coding.type + (f"/{coding.mode}" if coding.mode else "")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (proposition("capture", "rebel/people/REB", "town/place"), "COERCE/seize"),
        (proposition("capture", "rebel/people/REB", "pilot/person"), "ASSAULT/abduct"),
        (proposition("kill", "gunman/people", "villager/people"), "ASSAULT/firearms"),
        (proposition("bomb", "jet/object", "convoy/object"), "ASSAULT/aerial"),
        (proposition("shell", "army/organization/MIL", "suburb/place"), "ASSAULT/heavy-weapons"),
        (proposition("kidnap", "gunman/people", "teacher/people"), "ASSAULT/abduct"),
        (proposition("hurl", "rebel/people/REB", "dynamite/object"), "ASSAULT/explosives"),
        (proposition("throw", "youth/people", "bomb/object", "petrol"), "ASSAULT/primitive"),
        (proposition("launch", "union/organization/LAB", "attack", "scathing"), "ACCUSE/disapprove"),
        (proposition("launch", "rebel/people/REB", "attack", "town"), "ASSAULT"),
        (proposition("arrest", "police/people/COP", "student/people"), "COERCE/arrest"),
        (proposition("expel", "Oslo/country", "diplomat/people"), "SANCTION/expel"),
        (proposition("convict", "court/organization/JUD", "general/person", "court"), "SANCTION/convict"),
        (proposition("accuse", "army/organization/MIL", "rebel/people/REB"), "ACCUSE/allege"),
        (proposition("condemn", "minister/person/GOV", "killing"), "ACCUSE/disapprove"),
        (proposition("praise", "envoy/person/GOV", "government/organization/GOV"), "SUPPORT"),
        (proposition("resign", "minister/person/GOV"), "RETREAT/resign"),
        (proposition("release", "rebel/people/REB", "hostage/people"), "RETREAT/release"),
        (proposition("release", "ministry/organization/GOV", "figure"), None),
        (proposition("deploy", "Lima/country", "troop/people"), "MOBILIZE/troops"),
        (proposition("boycott", "party/organization", "election"), "PROTEST/boycott"),
        (proposition("demolish", "bulldozer/object", "house/object"), "ASSAULT/destroy"),
        (proposition("meet", "president/person/GOV", "king/person/GOV"), "CONSULT"),
        (proposition("donate", "Oslo/country", "tent/object"), "AID"),
        (proposition("apologise", "premier/person/GOV"), "CONCEDE"),
        (proposition("say", "minister/person/GOV"), None),
    ],
)
def test_verbs(given: Proposition, expected: str | None) -> None:
    assert coded(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (proposition("attack", "rebel", "convoy", noun=True), "ASSAULT"),
        (proposition("strike", words="air", noun=True, obliques=(("on", "depot"),)), "ASSAULT/aerial"),
        (proposition("strike", words="rail worker", noun=True), "PROTEST/strike"),
        (proposition("capture", None, "town/place", noun=True), "COERCE/seize"),
        (proposition("talk", "envoy", noun=True), "CONSULT"),
        (proposition("withdrawal", "army", noun=True, words="cash"), None),
        (proposition("expulsion", "Oslo", "diplomat", noun=True), "SANCTION/expel"),
        (proposition("march", noun=True, words="march", tense=None), None),
    ],
)
def test_nouns(given: Proposition, expected: str | None) -> None:
    assert coded(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (proposition("carry out", "cell/people", light_noun="bombing"), "ASSAULT/explosives"),
        (proposition("hold", "envoy/person", light_noun="talk", patient="talk"), "CONSULT"),
        (proposition("impose", "Oslo/country", "sanction", light_noun="sanction", words="sanction"), "SANCTION"),
        (proposition("open", "police/people/COP", "fire", light_noun="fire"), "ASSAULT/firearms"),
        (proposition("lay", "army/organization/MIL", "siege", light_noun="siege"), "COERCE/restrict"),
        (proposition("take", "resident/people", obliques=(("to", "street"),)), "PROTEST/demo"),
        (proposition("fall", "city/place", obliques=(("to", "rebel"),)), "COERCE/seize"),
        (
            proposition("put", "judge", "editor/person", "under house arrest", obliques=(("under", "arrest"),)),
            "COERCE/arrest",
        ),
    ],
)
def test_light_verbs_and_idioms(given: Proposition, expected: str | None) -> None:
    assert coded(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (proposition("threaten", "rebel/people", complement="attack"), "THREATEN/violence"),
        (proposition("refuse", "junta/organization", complement="withdraw"), "REJECT/yield"),
        (proposition("decline", "junta/organization", complement="comment"), None),
        (proposition("urge", "envoy", "Oslo/country", complement="withdraw"), "REQUEST/yield"),
        (proposition("agree", "Oslo/country", complement="cooperate"), "AGREE"),
        (proposition("pledge", "rebel/people", complement="withdraw"), "CONCEDE"),
        (proposition("meet", "president/person", "king/person", tense="future"), "AGREE"),
        (proposition("withdraw", "Oslo/country", "troop/people", tense="future"), "CONCEDE"),
        (proposition("attack", "Oslo/country", "island/place", tense="future"), "THREATEN/violence"),
        (proposition("reject", "Oslo/country", "offer"), "REJECT/change"),
    ],
)
def test_surroundings_change_the_type(given: Proposition, expected: str | None) -> None:
    assert coded(given) == expected


@pytest.mark.parametrize(
    "given",
    [
        proposition("shoot", "director/person", "film"),
        proposition("crush", "side", "rival", domain_odds=(3.0, -3.0, -3.0, -3.0)),
        proposition("demolish", "lawyer/person", "argument"),
        proposition("seize", "player", "opportunity"),
        proposition("strike", "firm", "deal", "company"),
        proposition("fire", "club", "shot", domain_odds=(0.9, -3.0, 0.7, -0.5)),
        proposition("hit", "inflation", "high"),
        proposition("battle", "patient", "cancer"),
        proposition("take", "minister", "part"),
    ],
)
def test_borrowed_words_do_not_fire(given: Proposition) -> None:
    assert coded(given) is None


def test_a_deal_of_firms_is_one() -> None:
    odds = (-3.0, 4.0, -3.0, -3.0)
    assert coded(proposition("agree", "firm/organization", complement="cooperate", domain_odds=odds)) == "AGREE"
    assert coded(proposition("attack", "firm/organization", "rival/organization", domain_odds=odds)) is None


def test_the_target_follows_the_preposition() -> None:
    coding = CLASSIFIER.classify(
        proposition("carry out", "cell", "attack", light_noun="attack", obliques=(("on", "base"),))
    )
    assert coding is not None
    assert (coding.source, coding.target) == (AGENT, oblique("on"))


def test_what_the_subject_suffers_has_it_as_target() -> None:
    coding = CLASSIFIER.classify(proposition("come under", "village", light_noun="attack"))
    assert coding is not None
    assert (coding.type, coding.source, coding.target) == ("ASSAULT", NONE, AGENT)


def test_reasons_and_codes() -> None:
    coding = CLASSIFIER.classify(proposition("arrest", "police/people/COP", "editor/person"))
    assert coding is not None
    assert coding.cameo == "173"
    assert coding.reasons[0].startswith("'arrest'")
