"""Where and when a proposition is."""

import pytest

from extractor import Extractor


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Rebels captured the town of Hama in Syria.", "captured", "Hama"),
        ("Police arrested the mayor of Bergen in Oslo.", "arrested", "Oslo"),
        ("Rebels stormed, looted and burned the depot in Goma.", "stormed", "Goma"),
        ("Soldiers seized the town of Hama, killing two guards.", "killing", "Hama"),
        ("Rockets fired from Lebanon hit Haifa.", "hit", "Haifa"),
        ("Rockets fired from Lebanon hit a town.", "hit", None),
        ("A bomb hit a Paris-bound train near Lyon.", "hit", "Lyon"),
        ("Police stopped lorries that drove to Goma.", "stopped", None),
        ("Police in Goma arrested the mayor.", "arrested", "Goma"),
        ("In Oslo, ministers said rebels had fled.", "fled", "Oslo"),
        # The object, rather than what else the clause names; behind a preposition, rather than inside the object.
        ("A bomb hit Homs on a road from Aleppo.", "hit", "Homs"),
        ("The army attacked Niger near Zinder.", "attacked", "Zinder"),
        ("Oslo condemned Ghana because it had burned a mill.", "burned", None),
        ("Police shot the mayor of Kano at a mill in Lagos.", "shot", "Lagos"),
        # Who acts, a party, and where another clause says that somebody was, are no place of the act.
        ("Syria downs a Turkish jet; both pilots killed.", "killed", None),
        ("Kenya, whence the ship came, has sent a note.", "came", None),
        ("The guards, nine of whom were in Baku, had no orders.", "orders", None),
    ],
)
def test_place(extractor: Extractor, text: str, trigger: str, place: str | None) -> None:
    result = extractor.extract(text)
    claim = next(claim for claim in result.claims if claim.trigger.text == trigger)
    found = result.place(claim)
    assert (found.name if found is not None else None) == place


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Rebels fled on Friday, the army said on Monday.", "fled", "Friday"),
        ("Rebels stormed, looted and burned the depot on Monday.", "stormed", "Monday"),
        ("Nine miners were questioned and all were freed on Thursday.", "questioned", "Thursday"),
        ("On Monday soldiers seized the town, killing two guards.", "killing", "Monday"),
        ("The army said on Monday that rebels fled.", "fled", None),
        ("Rebels seized the town on Monday and soldiers fled on Friday.", "seized", "Monday"),
        ("Rebels seized the town on Monday and soldiers fled on Friday.", "fled", "Friday"),
        ("The attack on Monday killed two guards.", "killed", "Monday"),
        ("Youths stormed the gate on Friday, sparking clashes with guards.", "clashes", "Friday"),
        ("Rebels fled.", "fled", None),
    ],
)
def test_date(extractor: Extractor, text: str, trigger: str, date: str | None) -> None:
    result = extractor.extract(text, published="2024-12-01")
    claim = next(claim for claim in result.claims if claim.trigger.text == trigger)
    found = result.date(claim)
    assert (found.text if found is not None else None) == date
