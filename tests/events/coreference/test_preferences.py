"""What joins two mentions: texts that tell one event, with the preference that joins its mentions."""

import pytest

from extractor import Extractor
from extractor.events.coreference.preferences import PREFERENCES

PUBLISHED = "2024-12-08"  # a Sunday
ROWS = """
headline toll | Nine killed in raid on Gao // Bandits stormed a market in Gao on Friday. Nine traders were killed.
same doers | Gunmen stormed a hotel in Kabul on Friday. The attackers shot a cook.
protest goes on | Teachers marched in Lima on Monday. They chanted slogans.
same breath | Protesters threw stones at police in Oran and burned tyres.
same victim | Gunmen shot Ali Hassan in Basra. Bullets wounded Hassan in the leg.
tied result | An ambush near Gao killed nine soldiers.
tied by syntax | Rebels fired 40 rounds at a village, killing two.
same clause | Rebels shelled a village with mortars, burning down two houses.
verb pair | Police arrested and detained Ali Hassan on Friday.
results in one breath | One trader was killed and two shops were damaged.
act of result | Two monks were killed, the police said on Friday, in a bombing.
suffered once | Police arrested Ali Hassan in Basra. Months passed. The arrest of Hassan angered many.
same thing hit | A bomb damaged a bus in Tunis on Friday. Rain fell. Nobody slept. Smoke rose. A rocket hit the bus.
denial | Troops shelled Homs, rebels said. The army denied that it had shelled anything.
headline of lead | Blast hits Tunis // A bomb exploded in Tunis on Friday.
headline or caption | Army takes Aleppo // It rained. Nobody slept. Trade stopped. Roads were cut. The army took Aleppo.
definite description | Gunmen stormed a hotel in Kabul on Friday. It was dark. The attack lasted an hour.
bare noun | Gunmen stormed a hotel in Kabul on Friday. Police spoke of an attack.
same occasion | Police in Lagos arrested nine men on Friday. Troops in Lagos detained several students on Friday.
once only | The army recaptured Aleppo. Nobody slept. Rebels said that Aleppo had been seized by the army.
same word | Rebels attacked a convoy near Gao. It was dark. Nobody slept. Trade stopped. Rebels attacked at dawn.
said in the same words | Rebels abducted two priests in Gao on Friday. A nurse said two priests had been abducted.
same parties | Police beat teachers in Oran. It rained. Nobody slept. Police kicked the teachers.
said in other words | The envoy called on Monday for calm in Gao. "Rebels must lay down their arms," the envoy said.
harm right after | A bomb exploded in Tunis on Friday. Two windows were smashed.
same means | A gunman shot a tailor in Leeds on Friday. Rain fell. The shots were fired from a car.
parties alike | Guards beat miners in Oran on Friday. It rained. Nobody slept. Guardsmen then attacked the community.
""".strip().split("\n")


TOLD_ONCE = """
Activists scuffled with settlers in Hebron on Friday. Trade stopped. Settlers scuffled with activists near a school.
Nine people were killed on Friday after police opened fire in Oran.
Youths attack police in Tunis // A gang of hooded youths attacked police in Tunis on Friday.
A gang of youths pelted police with stones in Porto, leaving 12 guards injured, the mayor said on Saturday.
A raid left nine people injured in Gao.
Guards fired at marchers in Enugu on Friday. Two men were hit in the neck.
A man who was shot in Basra on Sunday died of his wounds on Wednesday.
Gang attacks bankers // It rained. Nobody slept. Trade stopped. Roads were cut. Gunmen attacked a couple near Gao.
Two of the clerks wounded in an attack on Sunday died on Wednesday.
Gunmen shot at a bus in Gao on Monday, killing nine. On Wednesday two of the wounded died, the toll is now 11.
The gunman who attacked two mosques in Kano in March killed 51 people.
Youths attacked police in Tunis on Friday. Shops shut. A man yelled at the youths who attacked police.
Rebels shelled Homs on Friday. Nobody slept. Activists spoke of the ferocity of the rebels' bombardment.
A suicide bomber blew himself up in Kabul. The blast killed 14 clerks. At least 14 were killed in the bombing.
Jets hit a camp near Homs on Friday. Medics said 40 people were killed in the raid and rebels said that a dozen died.
Gunmen stormed a hotel in Kabul on Friday. Nobody slept. Trade stopped. Roads were cut. Snow fell. The attack went on.
Gunmen shot a tailor in Basra on Friday. It was dark. Gunmen shot a tailor near a school.
Police arrested a tailor in Basra on Friday. Nobody slept. Police arrested a tailor at home.
A bomb went off in Paris on Friday. The bomb went off in Montmartre.
A bomb exploded in Kerala on Friday. The bomb exploded in Kochi.
Settlers throwing stones attacked a bus near Hebron.
Four people died in riots in Oran on Monday.
Two hostages were killed in the seizure of a bank in Oran.
Helicopters sent to attack the camp landed in it.
A drone strike set off a bomb, killing nine.
""".strip().split("\n")


@pytest.mark.parametrize("row", ROWS)
def test_joined(extractor: Extractor, row: str) -> None:
    name, _, text = row.partition(" | ")
    (event,) = extractor.extract(text.replace(" // ", "\n\n"), published=PUBLISHED).events
    assert f"told again: {name}" in event.reasons


def test_every_preference_has_a_row() -> None:
    assert [row.partition(" | ")[0] for row in ROWS] == [preference.name for preference in PREFERENCES]


@pytest.mark.parametrize("text", TOLD_ONCE)
def test_told_once(extractor: Extractor, text: str) -> None:
    assert len(extractor.extract(text.replace(" // ", "\n\n"), published=PUBLISHED).events) == 1


def test_other_numbers_are_of_another_act(extractor: Extractor) -> None:
    text = "Police arrested 25 miners in Gao. Nobody slept. Police arrested 39 miners in Gao."
    assert len(extractor.extract(text, published=PUBLISHED).events) == 2
