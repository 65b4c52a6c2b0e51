"""Acts that are told but did not take place, and the acts beside them that did: the types a sentence gives."""

import pytest

from extractor import Extractor
from extractor.records import Modality


def types(extractor: Extractor, text: str) -> set[str]:
    return {event.type for event in extractor.extract(text, published="2024-05-15").events}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rehearsed
        ("Finnish and Swedish troops rehearsed an attack on an airfield near Kiruna on Monday.", {"MOBILIZE"}),
        ("Soldiers simulated the storming of an embassy in a drill near Tallinn on Monday.", {"MOBILIZE"}),
        ("In the exercise, terrorists hijacked a tram in Riga and shot its driver.", set()),
        ("Cadets stormed a hangar near Lund on Tuesday as part of an exercise.", set()),
        ("Students playing insurgents ambushed a convoy near Aldershot.", set()),
        ("Police shot blanks at pupils in Indiana on Friday.", set()),
        ("Men in powdered wigs stormed the ramparts at the annual re-enactment in Yorktown.", set()),
        # likened
        ("It sounded like an airstrike, a neighbour in Gao said.", set()),
        # thought of
        ("In the scenario that the ministry drew up, gunmen seize a ferry and sink a boat.", set()),
        # known to everybody
        ("A T-shirt mocked the Charlie Hebdo attack.", set()),
        ("The comedian joked about the 9/11 attacks.", set()),
        ("Firefighters practised a mock bombing at the airport in Perth on Wednesday.", set()),
        ("Soldiers stormed a hill in a drill near Tallinn on Monday.", {"MOBILIZE"}),
        ("Troops fired missiles during an exercise in Gao.", set()),
        ("Pupils and nurses staged a mock knife attack at a school in Malmo on Monday.", set()),
        ("Reenactors stormed the castle near Bran on Sunday.", set()),
        ("Commandos stormed a ferry and freed 20 mock hostages on Monday in an anti-piracy drill.", set()),
        ("Police seized a boat and freed 20 hostages in Oman on Monday.", {"COERCE", "AID"}),
        ("King Harold, a dentist from Lewes, was stabbed twice for the cameras.", set()),
        ("Silva gunned the keeper down from 30 metres.", set()),
        # supposed
        ("Suppose, the paper begins, that Moscow blockades Odesa and sinks two freighters.", set()),
        ("The planners' nightmare scenario: a bombing of the stadium.", set()),
        ("The insurers' worst case: an attack on two dams, 9,000 killed.", set()),
        ("The worst case was in Gao: gunmen killed nine monks.", {"ASSAULT"}),
        ("In the third act rebels storm the palace and hang the viceroy.", set()),
        ("In the third act of revenge in Gao on Monday rebels stormed the palace.", {"ASSAULT"}),
        # fiction
        ("The novel opens with a bombing in Derry that kills nine people.", set()),
        ("In the film, rebels seize a ship off Oman and kill its captain.", set()),
        ("The novel tells how the army burned a village and killed its elders.", set()),
        ("In the play's last act a sailor strangles his wife.", set()),
        ("A museum about the siege of Leningrad opened in Bristol on Monday.", set()),
        ("The senator likened the leak to the bombing of the harbour.", set()),
        ("Marines practised freeing a ferry off Bergen on Friday.", {"MOBILIZE"}),
        # said, not done
        ("The senator fired back that the plan had gone wrong.", {"REJECT"}),
        ("The prime minister came under fire from deputies on Tuesday over his tax plan.", {"ACCUSE"}),
        # accidents
        ("A gas cylinder exploded in a bakery in Cairo on Sunday, killing four customers.", set()),
        ("A gas explosion killed nine people in Abuja on Sunday.", set()),
        ("A boiler exploded at a factory in Pune on Monday, wounding 12 workers.", set()),
        ("A crane fell on a school in Lagos, killing two pupils.", set()),
        ("A crane was blown over in Lagos on Monday, killing two pupils.", set()),
        ("A methane blast in a coal mine near Tula killed six miners on Monday.", set()),
        ("A transformer exploded at a market in Lome on Monday, killing two traders.", set()),
        ("A navy helicopter hit a crane and crashed near Bergen on Monday, killing four sailors.", set()),
        ("An army jeep skidded and overturned near Gao on Monday, killing three soldiers.", set()),
        ("A coastguard boat struck a reef and capsized off Suva on Monday.", set()),
        ("A warehouse burned down in Odessa on Tuesday.", set()),
        ("The old cinema burnt down on Friday, and nobody was hurt.", set()),
        ("Two cooks lost their clothes when a hostel in Lagos burned down, the owner said.", set()),
        ("A care home in Perth burned down overnight, killing six residents.", set()),
        # words, votes and prices
        ("Senators ambushed the president with a subpoena on Tuesday.", set()),
        ("Campaigners ambushed the chairman with a petition on Monday.", set()),
        ("Fans stormed the box office for tickets in Cork on Friday.", set()),
        ("The singer took a beating in the press on Monday.", set()),
        ("The party took a beating at the polls in Gabon on Monday.", set()),
        # some act that is only possible
        ("Planners fear that an attack on the dam could kill thousands.", set()),
        # states
        ("He left jail after two years in custody.", set()),
        ("The men remained in detention on Monday.", set()),
        ("Two men in custody in Lome went on hunger strike.", {"PROTEST"}),
        ("The trenches were manned by the Seventh Brigade.", set()),
        # harm to what does not live
        ("The tax killed jobs in Leeds, a banker said.", set()),
        ("A gasket had perished, fitters in Leeds said of the blast furnace.", set()),
        ("The navy is holding up crates of vaccines for Malta.", set()),
        # made ready for, imagined
        ("Danish and German pilots trained for strikes on ships near Bornholm on Monday.", set()),
        ("Shopkeepers in Nairobi braced for attacks on Monday.", set()),
        ("The author imagines a war in which rebels seize the canal and sink a ferry.", set()),
        ("Suppose rebels seized the port: the city would starve, the mayor told reporters on Friday.", set()),
        # shown
        ("The exhibition traces how pirates raided the coast and burned its churches.", set()),
        ("In the new game, players raid a village and kidnap its mayor.", set()),
        ("A documentary about the Sharpeville shooting opened in Durban on Friday.", set()),
        ("A film about how rebels stormed the palace opened in Accra on Friday.", set()),
        # known to the reader, remembered
        ("Tourism has recovered since the Nairobi bombings, a report shows.", set()),
        ("Algeria on Monday commemorated the massacre of villagers near Setif.", set()),
        # played in costume, for a film, by a character
        ("For a film about the crusades, hundreds of extras stormed a fort in Rabat on Friday.", set()),
        ("Actors dressed as legionaries attacked a village near Trier on Sunday.", set()),
        ("Cadets attacked a mock checkpoint near Cork on Sunday.", set()),
        ("In the second season of the spy drama, agents shoot a banker in Zurich.", set()),
        ("In the latest episode of the soap, a nurse stabs her husband.", set()),
        ("In the opening episode, a gang robs a bank in Madrid and shoots a guard.", set()),
        ("In three of the ten runs of the war game, rebels sink a carrier.", set()),
        ("The play tells of a soldier who kills his brother.", set()),
        ("Milo Hart plays a sergeant who kills a spy in the final scene.", set()),
        ("Ministers have changed little since the Srebrenica massacre.", set()),
        # told in the present beside a work, done by its characters, in one of its parts
        ("Pirates storm a liner off Crete in the new thriller, and its captain shoots their leader.", set()),
        ("By the second episode the judge has been kidnapped and her driver shot.", set()),
        ("In chapter nine the sergeant burned the village.", set()),
        ("By page 90 a colonel has seized the radio station.", set()),
        ("The opera's viceroy hanged two priests.", set()),
        ('Smugglers in "The Salt Road" ambush a patrol and kill its captain.', set()),
        ("A ballet where hussars shoot the miller opened in Riga.", set()),
        ("The sequel shows rebels storming Cairo and hanging a general.", set()),
        # upon or with what stands for others, in an exercise that the text names
        ("Marines shot two scarecrows and a mannequin on the beach at Gdynia.", set()),
        ("Commandos handcuffed the pirates, played by dockers from Hull.", set()),
        ("A man with a rubber knife attacked nine pupils in Turku on Monday.", set()),
        ('Paramedics treated 30 "casualties" after gunmen attacked a bus near Bergen.', set()),
        ('Cadets arrested six "rioters" in a rehearsal in Cork on Monday.', set()),
        ("Sailors boarded a tanker off Malta, part of a drill for pirates.", set()),
        ("Soldiers seized a bridge near Tartu on the third day of the rehearsal.", set()),
        ("Gunmen took nine pupils hostage in Leiden. Police freed them. The rehearsal lasted two hours.", set()),
        ("Gunmen stormed a hotel in Lome and shot a clerk: it was only a test.", set()),
        ("Raiders took a hill near Hull. They shot nine men. It was an exercise.", set()),
        ('Dust and 30 "wounded" made the bomb attack in Oslo look real.', set()),
        ("Three hundred hobbyists fought the battle of Narva again on Sunday.", set()),
        ("Three vans were blown up for a chase scene in Prague.", set()),
        ("In the opera, a soldier loves a maid. Her brother stabs him with a fork.", set()),
        ("In tonight's episode, a vicar is stabbed.", set()),
        ("Recruits blew up a van near Varna, killing three mannequins.", set()),
        ("Scores of hobbyists stormed a fort near Riga.", set()),
        ("Model UN pupils in Quito imposed sanctions on Chile on Monday.", set()),
        # nature, nobody, nothing in particular
        ("The worst landslide for a century swept through Osorno on Friday, killing 18 people.", set()),
        ("The mayor of Gao was not hit.", set()),
        ("Threatening a judge carries two years in Poland.", set()),
        # sport
        ("Rovers bombarded the goal before Smith struck in the last minute on Saturday.", set()),
    ],
)
def test_no_act_took_place(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert types(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops stormed the embassy in Dushanbe on Monday.", {"ASSAULT"}),
        ("A gunman opened fire at a Civil War re-enactment in Virginia, wounding two spectators.", {"ASSAULT"}),
        ("A knifeman attacked an actor at a rehearsal in Ghent on Monday.", {"ASSAULT"}),
        ("Gunmen opened fire at a re-enactment in Bath on Monday.", {"ASSAULT"}),
        ("Gunmen shot a judge at point-blank range in Lima on Monday.", {"ASSAULT"}),
        ("Officers in body armour stormed a flat in Lille on Monday.", {"ASSAULT"}),
        ("Bandits in capes attacked a village near Kano on Monday.", {"ASSAULT"}),
        ("Kidnappers playing tourists abducted a banker in Lima on Monday.", {"ASSAULT"}),
        ("The gunman modelled his attack on that in Oslo and killed nine people.", {"ASSAULT"}),
        ("Oil futures rise as rebels attack pipeline in Nigeria", {"ASSAULT"}),
        ("Families flee nightmare as rebels shell Homs", {"ASSAULT"}),
        ("During a drill on Monday, a guard shot dead two comrades near Belgorod.", {"ASSAULT"}),
        ("Gunmen in wigs and army coats kidnapped a banker in Lagos, killing two guards.", {"ASSAULT"}),
        ("The guards did not prevent raiders from killing 11 villagers near Gao on Monday.", {"ASSAULT"}),
        ("The Sandy Hook shooting killed 26 people on Friday, police said.", {"ASSAULT"}),
        ("The boy died in the Hamas attack.", {"ASSAULT"}),
        ("The army staged an attack on the rebels near Gao on Monday.", {"ASSAULT"}),
        ("An attack on a dam that killed nine men could delay the vote.", {"ASSAULT"}),
        ("A land mine killed six farmers near Tula on Monday.", {"ASSAULT"}),
        ("A film crew was attacked by rebels near Bria on Monday.", {"ASSAULT"}),
        ("An actor shot his wife in Leeds on Monday.", {"ASSAULT"}),
        ("The film's director was shot in Cairo on Monday.", {"ASSAULT"}),
        ("In the latest chapter of the war, troops are shelling Goma.", {"ASSAULT"}),
        ("Two sailors taking part in an exercise were stabbed outside a club in Riga on Friday.", {"ASSAULT"}),
        ("Gunmen stormed a hotel in Lome and shot a clerk: it was no drill.", {"ASSAULT"}),
        ("An opera opened in Gao on Friday. Gunmen shot its singer.", {"ASSAULT"}),
        ("Gunmen shot nine men near Hull. It was a test for the police.", {"ASSAULT"}),
        ("Police arrested two men in Hull on Monday and seized a dummy grenade.", {"COERCE"}),
        ("Police detain the makers of a musical in Minsk", {"COERCE"}),
        ("Gunmen attack the author of a novel in Lahore", {"ASSAULT"}),
        ("Police shoot gunman in hostage drama in Lyon", {"ASSAULT"}),
        ("Rebels seized a bridge near Tartu on the third day of the rehearsal.", {"COERCE"}),
        ('Police arrested four "agitators" in Minsk on Monday.', {"COERCE"}),
        ("Police arrested a boy with a rubber knife in Leeds on Monday.", {"COERCE"}),
        ("Gunmen took nine pupils hostage in Leiden. A rehearsal was held there a week earlier.", {"ASSAULT"}),
        ("Troops played football with boys who stoned a bus in Gao on Monday.", {"ASSAULT"}),
        ("In the last act of a long feud, herders shot four farmers near Isiolo.", {"ASSAULT"}),
        ("A helicopter hit by a missile crashed near Gao on Monday, killing six soldiers.", {"ASSAULT"}),
        ("Rebels shot down a helicopter, which crashed near Gao on Monday.", {"ASSAULT"}),
        ("A mosque burned down in clashes in Jos on Monday.", {"ASSAULT"}),
        ("Rebels burned down a school in Beni on Monday.", {"ASSAULT"}),
        ("A stuntman shot his wife in Leeds on Monday.", {"ASSAULT"}),
        ("Stuntwomen in costume burned a mill for a film.", set()),
        ("A journalist ambushed the minister with a camera crew in Cardiff.", set()),
        ("Militants ambushed a patrol with grenades near Gao on Monday.", {"ASSAULT"}),
        ("In the latest episode of violence, gunmen shot nine men in Jos.", {"ASSAULT"}),
        ("Gunmen shot back at the police in Kano on Sunday.", {"ASSAULT"}),
        ("Rebels swept through Osorno on Friday, killing 18 people.", {"ASSAULT"}),
        ("The mayor of Gao was hit by two bullets.", {"ASSAULT"}),
        ("The convoy came under fire from rebels near Gao on Tuesday.", {"ASSAULT"}),
        ("A car bomb exploded in a bakery in Cairo on Sunday, killing four customers.", {"ASSAULT"}),
        (
            "A blast at a mosque killed nine people in Abuja on Sunday, and police blamed militants.",
            {"ACCUSE", "ASSAULT"},
        ),
        ("Police took the editor into custody in Lima on Monday.", {"COERCE"}),
        ("Testimony gathered at the scene suggests that police beat students in Jos.", {"ASSAULT"}),
        ("Guards have detained 30 men who were hidden in a trailer, officials say.", {"COERCE"}),
        ("The Nairobi bombing killed nine people on Monday.", {"ASSAULT"}),
        ("Police said the Nairobi bombing was over. The blast on Monday killed nine people.", {"ASSAULT"}),
        # names in quotes, stuffs, exercises elsewhere and works that are none
        ('Police detain the head of "Iron Dawn" in Lviv.', {"COERCE"}),
        ('Soldiers kill six rebels in "Iron Dawn" raids near Beni.', {"ASSAULT"}),
        ("Thieves robbed a cardboard plant in Turin on Friday.", {"COERCE"}),
        ("Youths attacked guards with paintball guns in Turin on Friday.", {"ASSAULT"}),
        ("Judges fled a mock trial in Gomel as police arrested six students on Friday.", {"COERCE"}),
        ("Police arrested six hikers near Narva on Friday. The exercise includes 900 troops.", {"COERCE"}),
        ("Relief grows as police arrest a burglar in Narva.", {"COERCE"}),
        ("Guards beat a prisoner on a treadmill during exercise in Narva on Friday.", {"ASSAULT"}),
        ("A statue of a poet falls as soldiers shell Narva.", {"ASSAULT"}),
        ("Pupils beat guards with placards and burned a dummy in Turin on Friday.", {"ASSAULT"}),
        ("A fictional fear grew real when rebels attacked a dam near Beni on Friday.", {"ASSAULT"}),
        ("A thief with a paper knife stabbed a baker in Turin on Friday.", {"ASSAULT"}),
        ("Two clerks were killed in a run -", {"ASSAULT"}),
    ],
)
def test_an_act_took_place(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert types(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A video said to show how police shot the students was made for a soap opera.",
        "It is not true that police shot the students in Kisumu on Monday, the governor said.",
        "It is not true, the governor said, that police shot the students in Kisumu on Monday.",
        "The report that police shot the students is untrue, the mayor said.",
        "The claim that police shot the students in Kisumu is a lie, a spokesman said.",
        "The minister called the report that police had shot the students a fabrication.",
        "The story that police shot the students turned out to be a hoax.",
        "There is no truth to the rumour that police shot the students, his office said on Monday.",
        "There is no basis for reports that police shot the students.",
        "A clip said to show police shooting the students is fake, fact-checkers said on Monday.",
    ],
)
def test_said_to_be_untrue(extractor: Extractor, text: str) -> None:
    claims = extractor.extract(text, published="2024-05-15").claims
    (claim,) = (claim for claim in claims if claim.predicate == "shoot")
    assert claim.modality is Modality.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "It is true that police shot the students in Kisumu on Monday, the governor said.",
        "The report that police shot the students is true, the mayor said.",
        "The minister called the report that police had shot the students a warning.",
        "The students whom the police shot were called liars by the minister.",
    ],
)
def test_not_said_to_be_untrue(extractor: Extractor, text: str) -> None:
    claims = extractor.extract(text, published="2024-05-15").claims
    (claim,) = (claim for claim in claims if claim.predicate == "shoot")
    assert claim.modality is not Modality.DENIED


def test_who_calls_a_story_untrue_denies_it(extractor: Extractor) -> None:
    result = extractor.extract("The army called the report that police had shot the students a fabrication.")
    (claim,) = (claim for claim in result.claims if claim.predicate == "shoot")
    assert claim.claimed_by is not None
    assert result.names([claim.claimed_by]) == ["army"]


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        (
            "Were a truce ever signed in Chad, both camps would still need to agree on a border.",
            "signed",
            Modality.HYPOTHETICAL,
        ),
        ("Had the police arrested him, nobody would have died.", "arrested", Modality.HYPOTHETICAL),
        ("Kenya sent officers to help the troops fight the militants.", "fight", Modality.INTENDED),
    ],
)
def test_unreal_clauses(extractor: Extractor, text: str, trigger: str, modality: Modality) -> None:
    claims = extractor.extract(text, published="2024-05-15").claims
    (claim,) = (claim for claim in claims if claim.trigger.text == trigger)
    assert claim.modality is modality
