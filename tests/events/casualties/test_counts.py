"""How many: the dead, injured, detained and displaced of whole sentences."""

import pytest
from parsing import parsed, word
from spacy.language import Language

from extractor import Extractor
from extractor.events.casualties.counts import casualties
from extractor.records import Count
from extractor.syntax import frame_of

# Counts of all events of a sentence: f dead, i injured, d detained, p displaced; "14-" is 14 or more.
SENTENCES = """
A 30-year-old man was shot dead in the market. | f1
Police arrested a 45-year-old nurse in Lille. | d1
Soldiers killed a twelve-year-old girl at the checkpoint. | f1
The shell killed a six-month-old baby. | f1
Two 15-year-old boys were killed in the shelling. | f2
A 12-year-old and a 14-year-old were shot dead by gunmen. | f2
Gunmen shot dead a 20-year veteran of the force. | f1
Gunmen shot dead five men in Kano on Monday. | f5
At least 14 soldiers were killed in an attack on a base near Mopti. | f14-
Dozens of villagers were killed when gunmen stormed the market. | f24-99
Scores were wounded when a bomb exploded in the bazaar. | i40-99
Militants killed between eight and 11 people in the village. | f8-11
Raiders shot dead two soldiers and a child. | f3
Shells killed a woman and two of her cows in Kasur. | f1
Rockets killed a shepherd and 40 sheep near Hasaka. | f1
Rebels burned Akol Wek and two neighbouring homesteads. |
Masked men shot four weavers, one of whom died. | f1
Thugs wounded nine dockers, three of whom later died. | f3 i9
Officials spoke of 26 killed in the air strike. | f26
Twin bombings left at least 20 dead. | f20-
The attack left nine dead, not 19 as first reported, the mayor said. | f9
Police put the wounded at 12 after the raid on Gao. | i12
A shell hit the house, killing a girl and wounding her brother. | f1 i1
A grenade blast killed three traders and injured 22 others. | f3 i22
No casualties were reported after rockets hit the airport. | f0 i0
A rocket struck the depot but nobody was hurt. | i0
The bombing caused no casualties. | f0 i0
The air strike killed a family of five. | f5
More than a hundred people were killed in the raid on the town. | f100-
The blast left 14 dead, 30 wounded. | f14 i30
A car bomb killed 12 people, including three children. | f12
Gunmen killed nine miners, among them two foreigners. | f9
The attackers killed 20 people, half of them women. | f20
Another six people were wounded in the shelling. | i6
Two policemen were killed in the ambush and four others were lightly wounded. | f2 i4
The attack left 10 people dead and 20 missing. | f10
The explosion wounded 1,200 people. | i1200
The fighting forced some 300,000 people to flee their homes. | p300000
Some 300,000 people were displaced by the fighting. | p300000
About 5,000 villagers fled their homes after the attack. | p5000
Police arrested the mayor and two aides. | d3
Rebels shot down a helicopter, killing all 12 aboard. | f12
Gunmen attacked a 14-strong patrol, killing five soldiers. | f5
Three people have died and a dozen were injured in clashes between farmers and herders. | f3 i12
The suicide bomber killed himself and seven recruits. | f8
The army shelled the camp, killing up to 40 refugees. | f0-40
Fewer than ten people were hurt in the riot. | i0-10
Police detained more than 200 demonstrators. | d200-
Police detained dozens of protesters and beat several others. | d24-99 i2-10
Troops killed eight rebels and captured four. | f8
Eleven civilians, three soldiers and a policeman were killed in the attack. | f15
A mother and her two daughters were killed by a shell. | f3
A priest was shot dead in his church. | f1
Gunmen killed Ahmed Karim, a judge, and his driver. | f2
Two bombs exploded in the city, killing 31 people and injuring at least 90. | f31 i90-
Twenty-five people died in the bombing. | f25
Hundreds of people were killed in air raids on the city. | f200-999
As many as 60 people were killed in the massacre. | f0-60
Nearly 40 people were wounded in the attack. | i40
Around two dozen students were arrested at the rally. | d24
Half a dozen guards were wounded in the ambush. | i6
The bombing killed at least 17 and wounded more than 50. | f17- i50-
The attack claimed the lives of 19 people. | f19
The raid cost 13 soldiers their lives. | f13
The death toll from the bombing rose to 45. | f45
The bombing killed 12 people, with 30 more injured. | f12 i30
A bomb went off at a checkpoint. Five people were killed, three of them soldiers. | f5
The shooting left three dead and two in critical condition. | f3
A policeman died of his wounds after the attack on the station. | f1
Gunmen opened fire on a bus, killing the driver and three passengers. | f4
Gunmen ambushed a convoy and killed a general, his wife and their three children. | f5
Nine people lost their lives in the bombing. | f9
Troops opened fire on the crowd; 17 people were killed. | f17
The shelling killed two and left 16 injured. | f2 i16
Both pilots were killed when rebels shot down the plane. | f2
Officers rounded up some 60 activists. | d60
Police made 23 arrests during the march. | d23
Thirty-one people were arrested after the riot. | d31
More than 2,000 families were displaced by the offensive. | p2000-
The strike killed one person and injured eight, two of them seriously. | f1 i8
Four people, including a pregnant woman, were killed when a mortar hit their home. | f4
A couple were killed by gunmen in the village. | f2
The militia killed several hundred prisoners. | f200-1000
Tens of thousands of residents fled the bombardment. | p20000-99999
The bombing killed seven people, bringing the toll to 40 this week. | f7
Gunmen killed 18 farmers, taking this year's death toll in Haiti to 5,000. | f18
A bomb killed nine people in Lahore. Two more died in hospital, bringing the toll to 11. | f11
Two men were stabbed to death and a third was hurt. | f2 i1
Police expelled 30 pilgrims, five of whom had been beaten by guards. | i5
Clashes drove 900 people from their homes in Ituri on Monday. | p900
Bandits killed 10 shoppers and wounded 15 more. | f10 i15
Not a single person was hurt in the attack on the convoy. | i0
None of the passengers was injured when the bus was attacked. | i0
Nobody was killed in the bomb attack on the ministry. | f0
Police said one officer and three gunmen died in the shoot-out. | f4
The soldiers beat to death a shopkeeper. | f1
The bombing killed an estimated 70 people. | f70
At least 11 more people were killed in a second attack on the village. | f11-
The rebels executed six captured soldiers. | f6
A roadside bomb killed 4 soldiers and wounded another 3. | f4 i3
One man was killed and his wife wounded in the drive-by shooting. | f1 i1
The raid on the camp ended with 15 people dead, 8 of them children. | f15
Suspected militants kidnapped 30 schoolgirls and killed two guards. | f2
The ambush left 12 guards wounded. | i12
The clash caused injuries to four policemen. | i4
The blast caused injuries to a dozen shoppers. | i12
The raiders killed two clerks and hurt four others. | f2 i4
A mortar round killed one woman and hurt another six. | f1 i6
Gunmen shot dead a judge, wounding her brother. | f1 i1
Seven miners were treated for burns after the arson attack. | i7
Nine passengers were hospitalised after the attack on the bus. | i9
Nine passengers were taken to hospital after the attack on the bus. | i9
Three firemen sustained burns in the petrol bomb attack. | i3
Ten people sustained injuries when police opened fire. | i10
The bombing left 14 dead and twice as many hurt. | f14
No one was hurt in the shelling. | i0
The rocket injured dozens of shoppers. | i24-99
Two children were among the 30 wounded in the blast. | i30
Six women were among the 21 killed in the raid. | f21
Eight villagers died and three dozen were injured in the attack. | f8 i36
Police beat the marchers, breaking a student's arm. | i1
The attackers smashed a guard's skull. | i1
A porter lost an eye when police fired pellets. | i1
Four officers suffered minor injuries in the riot. | i4
The suicide attack killed six, injured 14 and left a dozen missing. | f6 i14
Five rebels and two soldiers were wounded in the clash. | i7
Wounded in the attack were two monks and a driver. | i3
Some 40 others were injured, 10 of them critically, in the bombing. | i40
An explosion outside the bank wounded at least three people, one seriously. | i3-
The army said that 17 rebels had been killed and 22 wounded in the battle. | f17 i22
At least 70 people have been killed and hundreds more wounded in the air raids. | f70- i200-999
The gunman killed eight and wounded nine before he was shot. | f0-1 f8 i9
Nineteen people, most of them children, were killed in the strike. | f19
Police fired rubber bullets; 15 protesters needed hospital treatment. | i15
The assault left a teacher paralysed. | i1
Three people are in critical condition after the stabbing. | i3
Militants attacked a post, leaving five soldiers dead and another eight injured. | f5 i8
The toll of the bombing in Kabul stands at 33 dead and 120 injured. | f33 i120
The bombing has now killed 33 people, up from 28. | f33
The two attacks killed 12 people and injured 40. | f12 i40
Two people, one of them a nurse, were wounded by shrapnel from the shell. | i2
Over a hundred people were rushed to hospital after the gas attack. | i100-
A knife attacker wounded a policeman and two tourists. | i3
An attack on a convoy killed a colonel, two captains and four privates. | f7
The gunmen wounded Bishop Peter Amadi and his driver. | i2
The army lost 30 men in the battle. | f30
The rebels suffered 50 dead in the offensive. | f50
The attack resulted in the death of nine people. | f9
The attack resulted in the deaths of a nurse and two patients. | f3
Two dozen people were burnt alive when the mob torched the bus. | f24
Security forces picked up 16 students in the raid. | d16
Sixteen students were picked up by police. | d16
Police nabbed three suspects after the blast. | d3
Another 40 were held under the emergency law by police. | d40
Police have made more than 60 arrests this week. | d60-
The arrest of six editors drew protests. | d6
As many as 200 strikers were taken into custody. | d0-200
Eleven suspects, including two brothers, were detained after the attack. | d11
Police booked 35 people for rioting. | d35
The mayor was among 12 people arrested on Friday. | d12
The judge remanded nine men in custody. | d9
Officers arrested two men and a woman after the stabbing. | d3
Nobody was arrested after the raid. | d0
No arrests were made after the attack in Lagos. | d0
Around 400 families were uprooted by the militia's attack. | p400
The offensive drove 90,000 people from their homes. | p90000
The shelling sent thousands of residents fleeing. | p2000-9999
The raids have displaced 1.2 million people. | p1200000
More than 12,000 people have left their homes because of the fighting. | p12000-
The clashes left 3,000 people homeless. | p3000
Nearly half a million people were made homeless by the bombardment. | p500000
Soldiers evicted 250 squatters from the estate. | p250
The army's advance uprooted some 60,000 villagers. | p60000
The mob hacked two brothers to death and injured their mother. | f2 i1
Police firing killed five and left 11 with bullet wounds. | f5 i11
The bomb maimed four children. | i4
Twelve people, four of them policemen, received injuries in the clash. | i12
A sniper shot and wounded a reporter. | i1
A stray bullet hit a girl in the leg during the gunfight. | i1
Two soldiers were shot in the leg by a sniper. | i2
Gunmen attacked a bus. Six passengers had to be taken to hospital. | i6
Two dozen pilgrims were buried alive by the gunmen. | f24
The mayor was killed along with two of his guards. | f3
The mayor was shot dead, together with his driver and a clerk. | f3
Eight tourists were wounded in the blast. Ten other people were also wounded. | i18
A reporter was killed in the ambush. Her driver was also killed. | f2
A reporter was killed in the ambush. A soldier also died. | f2
The murder of the minister and two of his guards shocked the town. | f3
The minister was assassinated in an attack in which two of his guards were also killed. | f3
The judge and his two guards died when gunmen raked the car with bullets. | f3
Three people were killed, and nine others, among them a mayor, were wounded in the attack. | f3 i9
Six priests were murdered, as well as their cook. | f7
The rocket killed a farmer and his three sons. | f4
The blast wounded 40 people, in addition to the nine it killed. | f9 i40
The toll from the market bombing in Gao rose to 11 after two of the wounded died. | f11
The number of people killed in the attack on the market has climbed to 14. | f14
A monk wounded in the shelling of the abbey died on Friday, bringing the number of dead to six. | f6 i1
A monk beaten by guards on Friday has died, his abbot said. | f1
A monk stabbed in the abbey on Friday has died of his wounds, a nurse said. | f1
Two monks died at the hands of the guards. | f2
The bomb killed 12 people. Four of the victims were children. | f12
Rebels killed six soldiers on Monday. The army said six soldiers had been killed. | f6
Soldiers shot two brothers dead near the ferry. | f2
A rocket hit the hostel on Monday; four are dead. | f4
By dusk at least nine people lay dead after the raid on the market. | f9-
Guards cut the imam's throat in the raid on the village. | f1
The lodger strangled two sisters in their flat. | f2
Police beat three vendors on Friday. | i3
A man stabbed a conductor at the station on Friday. | i1
The beating of two reporters by police drew protests. | i2
Police beat the vendors on Friday. |
Soldiers shot two herders near the dam on Monday. | f0-2
Soldiers shot two herders near the dam, killing one. | f1
Soldiers shot at two herders near the dam on Monday. |
The mayor said police had not beaten the reporter. |
A crowd tried to lynch a thief in Lome. |
A crowd threatened to kill two judges. |
A car packed with explosives tore through the market, killing nine people. | f9
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_people(extractor: Extractor, line: str) -> None:
    text, _, wanted = line.partition(" |")
    found = []
    for event in extractor.extract(text, published="2024-12-04").events:
        counts = (event.fatalities, event.injured, event.detained, event.displaced)
        found += [letter + _shown(count) for letter, count in zip("fidp", counts, strict=True) if count is not None]
    assert " ".join(sorted(found)) == wanted.strip()


def _shown(count: Count) -> str:
    return str(count.low) if count.low == count.high else f"{count.low}-{'' if count.high is None else count.high}"


# Slots of the people that a verb counts; things are no people.
COUNTED = """
The army burned three houses. | burned |
The army burned three villagers. | burned | injured 3
The storm damaged nine boats. | damaged |
The blast crippled two ports. | crippled |
The blast crippled two porters. | crippled | injured 2
Police seized 12 trucks. | seized |
Rebels lost 30 men. | lost | fatalities 30
Traders lost 30 men. | lost |
""".strip("\n").split("\n")


@pytest.mark.parametrize("row", COUNTED)
def test_things_are_not_counted(nlp: Language, row: str) -> None:
    sentence, verb, wanted = (cell.strip() for cell in row.split("|"))
    counts = casualties(frame_of(word(parsed(nlp, sentence), verb)))
    assert ", ".join(f"{slot} {count.low}" for slot, count in counts.items()) == wanted
