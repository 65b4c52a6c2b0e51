import pytest

from extractor.lexicon.domains import DOMAINS, SCORE, domain_odds, odds_of_any


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("batsman ambush spinner innings wicket pitch", "sport"),
        (f"champion crush visitor league {SCORE}", "sport"),
        ("investor punish share lender warning", "business"),
        ("critic savage musical novel film", "entertainment"),
        ("frost kill blossom orchard", "nature"),
        ("gunman kill goalkeeper police hunt attacker", None),
        ("rebel shell market town wound civilian", None),
        ("grenade wound spectator cricket final police arrest", None),
        ("police raid bank headquarters minister arrest", None),
    ],
)
def test_the_domain_of_words(words: str, domain: str | None) -> None:
    odds = dict(zip(DOMAINS, domain_odds(words.split()), strict=True))
    most = max(odds, key=lambda name: odds[name])
    assert (most if odds[most] > 0 else None) == domain


def test_words_that_nobody_knows_say_nothing() -> None:
    assert domain_odds(["qwzx"]) == domain_odds([])


def test_only_the_domains_that_are_named_count() -> None:
    assert odds_of_any(["sport"], (-1.0, 5.0, 5.0, 5.0)) == -1.0
    assert odds_of_any(["sport"], (-900.0, 900.0, 0.0, 0.0)) == -30.0
    assert odds_of_any(DOMAINS, (0.0, 0.0, 0.0, 0.0)) == pytest.approx(1.39)
