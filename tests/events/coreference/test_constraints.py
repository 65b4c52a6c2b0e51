"""What keeps two mentions apart: texts of two events that would be one without the constraint."""

from dataclasses import replace

import pytest

from extractor import Extractor
from extractor.events.coreference import constraints, merge, preferences

PUBLISHED = "2024-12-08"  # a Sunday
ROWS = """
other_type | Rebels attacked Homs on Friday. The seizure of Homs by the rebels came on Friday.
other_polarity | Rebels attacked Idlib on Friday. Rebels did not attack Idlib at dawn.
only_supposed | Rebels attacked Idlib on Friday. Rebels might have attacked Idlib on Friday.
only_planned | Gunmen shot Ali Hassan in Basra. Police denied that they had shot Ali Hassan.
other_things_fired | Rebels fired 12 rockets at Idlib. Rebels fired 31 rockets at a base in Idlib.
other_source | Rebels attacked a village near Gao on Friday. Soldiers attacked the village on Friday.
person_and_group | President Ali Reza fled Tunis on Friday. The army fled on Friday.
other_target | Police arrested Ali Hassan on Friday. Police arrested Omar Diallo on Friday.
other_place | Rebels attacked Homs on Friday. Rebels attacked Basra.
other_place | Rebels attacked Homs on Friday. The victims of the attack in Basra were buried.
other_days | Rebels attacked Homs on Thursday. Rebels attacked Homs on Saturday.
said_to_be_another | Police charged Ali Hassan with fraud. A day before the vote they charged him with theft.
other_things_or_people | A gunman wounded a tailor with shots near Gao. Raiders shot two monks dead.
dated_anew | Gunmen shot at a bus near Gao. On Friday raiders opened fire from a car.
others_taken_than_hurt | Bandits abducted a nurse, killed a driver and wounded a cook.
abducted_or_hurt | Gunmen kidnapped Ali Hassan in Basra. Gunmen shot Hassan in the leg.
result_of_another_act | Gunmen stormed a hotel in Kabul on Friday. Nine monks were killed in clashes.
answered_by_it | The junta executed three men on Friday for the bombing of a hotel.
answered_by_it | Jets bombed a camp near Gao on Friday in retaliation for an attack that killed five guards.
said_to_be_another | A missile hit a bridge in Homs on Friday. A second missile hit the bridge.
other_source | Greek soldiers attacked a village near Gao on Friday. Turkish soldiers attacked the village on Friday.
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_kept_apart(extractor: Extractor, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    name, _, text = row.partition(" | ")
    assert len(extractor.extract(text, published=PUBLISHED).events) == 2
    constraint = getattr(constraints, name)
    without = [replace(p, unless=tuple(c for c in p.unless if c is not constraint)) for p in preferences.PREFERENCES]
    monkeypatch.setattr(merge, "PREFERENCES", without)
    monkeypatch.setattr(merge, "KIND", tuple(c for c in constraints.KIND if c is not constraint))
    assert len(extractor.extract(text, published=PUBLISHED).events) == 1


def test_headline_of_another_town_is_another_event(extractor: Extractor) -> None:
    body = "It rained. Nobody slept. Trade stopped. Roads were cut. Gunmen in Lagos shot at a bus of pilgrims."
    assert len(extractor.extract(f"Two shot in Enugu\n\n{body}", published=PUBLISHED).events) == 2
