#!/usr/bin/env python3
"""Derive the classes of nouns from WordNet: lemma -> classes with the share of its senses in each.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python models/derive_noun_classes.py wordnet/usr/share/wordnet

Reads `data.noun`, `index.noun` and `cntlist.rev` of WordNet 3.0 and writes
src/extractor/data/en/lexicon/noun_classes.tsv. A class is everything below its roots (ROOTS, as "word.sense number")
that is not below one of its exceptions. A sense counts by how often it was tagged in WordNet's corpus, and by its
rank, so that a word that was never tagged leans to the senses that WordNet puts first.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/lexicon/noun_classes.tsv"
LEAST = 2  # tenths: a class with a smaller share of a word's senses is left out
TAGGED = frozenset(
    ("abstract",)
)  # classes that only words in use are listed for: the rest of them would be half the table
COUNTED = 1.0  # what the rank of a sense weighs beside one tagged use: 1 for the first sense, 1/2 for the second ..

# Class -> roots, and roots that are excepted behind "-".
ROOTS = {
    "person": "person.1 people.1",
    "fighter": "combatant.1 serviceman.1 insurgent.1 terrorist.1 guard.1 military_officer.1 lawman.1 hired_gun.1",
    "organization": "organization.1",
    "force": "military_unit.1 force.4 police.1",
    "animal": "animal.1 animal_group.1",
    "plant": "plant.2",
    "microbe": "microorganism.1",
    "bodypart": "body_part.1",
    "disease": "ill_health.1 injury.1",
    "weather": "atmospheric_phenomenon.1 precipitation.3 temperature.1 atmosphere.3",
    "disaster": "geological_phenomenon.1 calamity.1 storm.1 accident.1 famine.1 drought.1 fire.1 flood.1 flood.2"
    " slide.1 windstorm.1 wave.1 epidemic.1",
    "weapon": "weaponry.1 weapon.1 ammunition.1 explosive.1 explosive_device.1 projectile.1",
    "explosive": "explosive_device.1 explosive.1",
    "vehicle": "vehicle.1 public_transport.1 - rocket.1 missile.1 skateboard.1",
    "car": "wheeled_vehicle.1 self-propelled_vehicle.1 public_transport.1 - military_vehicle.1",
    "vessel": "vessel.2",
    "aircraft": "aircraft.1 - balloon.2",
    "building": "building.1 housing.1 place_of_business.1 establishment.4 house.1 room.1 shelter.1 - canopy.3"
    " umbrella.1",
    "structure": "structure.1 facility.1 area.5 - way.6 body_part.1",
    "way": "way.6 road.1 bridge.1 intersection.2 crossing.3 railway.2 track.3 track.10 route.2 pavement.1"
    " plaza.1 - passageway.1 stairs.1",
    "place": "region.3 region.1 geological_formation.1 body_of_water.1 land.4 geographical_area.1 point.2 -"
    " boundary.1 body_part.1",
    "sport": "sport.1 athletic_contest.1 game.2 match.2 race.2 athletic_game.1 tournament.1 sports_equipment.1"
    " game_equipment.1 athlete.1 contestant.1",
    "art": "show.3 movie.1 music.1 musical_composition.1 literary_composition.1 dramatic_composition.1"
    " work_of_art.1 fiction.1 dance.1 broadcast.2 picture.2 performance.1 video_game.1",
    "fiction": "movie.1 fiction.1 dramatic_composition.1 video_game.1 play.1 - documentary.1 newsreel.1 scenario.3",
    "document": "document.1 written_communication.1 book.1 publication.1 writing.2",
    "abstract": "cognition.1 attribute.2 relation.1 communication.2 - written_communication.1 signal.1"
    " visual_communication.1 representation.1 art.1 body_part.1 shape.2 part.1 part.2 part.8 substance.1 substance.7",
    "agreement": "agreement.1 contract.1",
    "evil": "disapproval.2 disrespect.3 insult.1 insult.2 wrongdoing.2 unpleasant_person.1 wrongdoer.1 evil.1"
    " evil.2 evil.3 crime.1",
    "crime": "crime.1",
    "displeasure": "anger.1 dislike.1 dislike.2 dissatisfaction.1 fear.1 anxiety.1 anxiety.2 discouragement.1",
    "money": "money.1 money.2 currency.1 monetary_unit.1 sum.1 payment.1 fund.1 financial_gain.1 charge.3 debt.2"
    " assets.1",
    "goods": "commodity.1 clothing.1 container.1 furniture.1 equipment.1 device.1",
    "food": "food.1 food.2 produce.1 foodstuff.2",
    "substance": "substance.1 substance.7 chemical.1 material.1 drug.1 fluid.1",
}

HEADER = """\
# Classes of nouns: a lemma, then its classes with the tenths of its senses that are in each (10: all of them).
# Where from: WordNet 3.0, (c) 2006 by Princeton University, by models/derive_noun_classes.py (see NOTICE).
# Extend: name another root in that script and run it; a single word belongs in classes.txt.
"""


@dataclass(slots=True)
class Nouns:
    """WordNet's nouns: hypernyms, the senses of a word in WordNet's order, words in lower case, tagged uses."""

    above: dict[str, list[str]] = field(default_factory=dict)
    senses: dict[str, list[str]] = field(default_factory=dict)
    common: set[tuple[str, str]] = field(default_factory=set)
    uses: dict[tuple[str, int], int] = field(default_factory=dict)

    def sense(self, name: str) -> str:
        """ "road.1" -> the sense. Raises KeyError or IndexError when WordNet has none."""
        word, _, number = name.rpartition(".")
        return self.senses[word][int(number) - 1]

    def all_above(self, sense: str) -> set[str]:
        """A sense with all its hypernyms."""
        found: set[str] = set()
        waiting = [sense]
        while waiting:
            if (next_up := waiting.pop()) not in found:
                found.add(next_up)
                waiting += self.above[next_up]
        return found


def read_wordnet(folder: Path) -> Nouns:
    """The noun files of a WordNet folder."""
    nouns = Nouns()
    for line in _lines(folder / "data.noun"):
        fields = line.partition("|")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        steps = zip(pointers[0::4], pointers[1::4], pointers[2::4], strict=False)
        nouns.above[fields[0]] = [target for symbol, target, pos in steps if symbol == "@" and pos == "n"]
        nouns.common.update((word, fields[0]) for word in fields[4 : 4 + 2 * count : 2] if word == word.lower())
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        nouns.senses[fields[0]] = fields[-int(fields[2]) :]
    for line in _lines(folder / "cntlist.rev"):
        key, number, uses = line.split()
        word, _, place = key.partition("%")
        if place.startswith("1:"):
            nouns.uses[word, int(number)] = int(uses)
    return nouns


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith("  "))


def classes_of_senses(nouns: Nouns) -> dict[str, list[str]]:
    """Sense -> its classes."""
    roots, excepted = {}, {}
    for name, words in ROOTS.items():
        inside, _, outside = words.partition(" - ")
        roots[name] = {nouns.sense(word) for word in inside.split()}
        excepted[name] = {nouns.sense(word) for word in outside.split()}
    found = {}
    for sense in nouns.above:
        up = nouns.all_above(sense)
        found[sense] = [name for name in ROOTS if up & roots[name] and not up & excepted[name]]
    return found


def shares_of(word: str, nouns: Nouns, classes: Mapping[str, list[str]]) -> dict[str, int]:
    """Class -> tenths of the word's senses, without classes that have next to none."""
    total, parts = 0.0, defaultdict[str, float](float)
    for rank, sense in enumerate(nouns.senses[word], 1):
        if (word, sense) not in nouns.common:  # a Badger comes from Wisconsin
            continue
        weight = nouns.uses.get((word, rank), 0) + COUNTED / rank
        total += weight
        for name in classes[sense]:
            parts[name] += weight
    shares = {name: round(10 * part / total) for name, part in parts.items()}
    if not any(nouns.uses.get((word, rank)) for rank in range(1, len(nouns.senses[word]) + 1)):
        shares = {name: share for name, share in shares.items() if name not in TAGGED}
    return {name: share for name, share in sorted(shares.items()) if share >= LEAST}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, help="the folder with data.noun")
    nouns = read_wordnet(parser.parse_args().wordnet)
    classes = classes_of_senses(nouns)
    words = sorted({word for word, _ in nouns.common if word.replace("-", "").isalpha()})
    lines = []
    for word in words:
        if shares := shares_of(word, nouns, classes):
            lines.append(f"{word}\t{' '.join(f'{name}:{share}' for name, share in shares.items())}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} nouns in {TARGET.name}, {TARGET.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
