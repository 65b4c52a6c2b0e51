"""What kind of event a sentence reports: type and mode of the first event, from the text alone."""

import pytest

from extractor import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


SENTENCES = [
    # ASSAULT
    ("Gunmen ambushed a police patrol outside Kano on Monday.", "ASSAULT"),
    ("A roadside bomb killed two soldiers near Kirkuk.", "ASSAULT/explosives"),
    ("A suicide bomber blew himself up at a market in Peshawar.", "ASSAULT/suicide-attack"),
    ("Warplanes pounded the outskirts of Taiz overnight.", "ASSAULT/aerial"),
    ("A truck hit a land mine near Gao on Monday, killing six soldiers.", "ASSAULT/explosives"),
    ("Mortar bombs killed two pupils in Homs on Monday.", "ASSAULT/heavy-weapons"),
    ("Mortar rounds fired by rebels hit a school in Taiz.", "ASSAULT/heavy-weapons"),
    ("A grenade was thrown at a bus in Kigali on Friday.", "ASSAULT/explosives"),
    ("A petrol bomb was thrown at a police car in Derry.", "ASSAULT/primitive"),
    ("Army gunners shelled three villages in Donetsk.", "ASSAULT/heavy-weapons"),
    ("Police fired tear gas at strikers in Lyon.", "ASSAULT/crowd-control"),
    ("Raiders abducted four nuns from a convent in Jos.", "ASSAULT/abduct"),
    ("The mayor of Reynosa was assassinated on Friday.", "ASSAULT/targeted"),
    ("Guards beat two prisoners in a jail in Manila.", "ASSAULT/beat"),
    ("Militiamen set fire to a mosque in Bria.", "ASSAULT/primitive"),
    ("Rebels and soldiers clashed near Bangui.", "ASSAULT"),
    ("Soldiers came under fire near Gao.", "ASSAULT"),
    ("Settlers torched olive groves and stoned cars near Nablus.", "ASSAULT/primitive"),
    ("Insurgents launched a wave of rocket attacks on the base.", "ASSAULT/heavy-weapons"),
    ("Police opened fire on a crowd in Conakry.", "ASSAULT/firearms"),
    ("Intelligence officers tortured the detained lawyer, his family said.", "ASSAULT/torture"),
    # COERCE
    ("Islamist fighters captured the town of Mocimboa da Praia.", "COERCE/seize"),
    ("The city of Kunduz fell to the Taliban.", "COERCE/seize"),
    ("Detectives arrested a former minister in Lima.", "COERCE/arrest"),
    ("The editor was taken into custody in Minsk.", "COERCE/arrest"),
    ("The governor imposed a curfew in Jalandhar.", "COERCE/curfew"),
    ("The junta declared martial law in two provinces.", "COERCE/martial-law"),
    ("Ethiopia cut internet access in the Amhara region.", "COERCE"),
    ("The government banned all rallies in Dakar.", "COERCE/restrict"),
    ("Customs officers seized two tonnes of cocaine in Antwerp.", "COERCE/seize"),
    ("Algeria deported 300 migrants to Niger.", "COERCE/deport"),
    ("Hackers broke into the computers of the defence ministry.", "COERCE/cyber"),
    ("Troops laid siege to the rebel stronghold.", "COERCE/restrict"),
    ("The authorities shut down a newspaper in Managua.", "COERCE/censor"),
    # PROTEST
    ("Thousands of nurses took to the streets of Harare.", "PROTEST/demo"),
    ("Dockers went on strike in Durban.", "PROTEST/strike"),
    ("Farmers blocked a highway near Toulouse.", "PROTEST/obstruct"),
    ("The opposition boycotted the election in Togo.", "PROTEST/boycott"),
    ("Prisoners began a hunger strike in Evin jail.", "PROTEST/hunger"),
    ("Youths rioted in the suburbs of Malmo.", "PROTEST/riot"),
    ("Longshoremen began an overtime strike in Montreal.", "PROTEST/strike"),
    ("Activists sprayed the entrance of the bank with red paint.", "PROTEST/vandalize"),
    # MOBILIZE
    ("Russia deployed two brigades to the border.", "MOBILIZE/troops"),
    ("North Korea test-fired a ballistic missile on Sunday.", "MOBILIZE/weapons"),
    ("India put its forces on high alert.", "MOBILIZE/troops"),
    # SANCTION
    ("The European Union imposed sanctions on six Belarusian officials.", "SANCTION"),
    ("Ankara expelled the Dutch ambassador.", "SANCTION/expel"),
    ("Bolivia severed diplomatic relations with Israel.", "SANCTION/discontinue"),
    ("A court in Dhaka convicted the former prime minister of graft.", "SANCTION/convict"),
    ("Washington suspended military aid to Niger.", "SANCTION/discontinue"),
    ("Paris recalled its ambassador from Baku.", "SANCTION/withdraw"),
    # THREATEN
    ("The militia threatened to attack oil tankers.", "THREATEN/violence"),
    ("Tehran vowed revenge for the killing of the general.", "THREATEN/violence"),
    ("Brussels warned Serbia against closing the crossing.", "THREATEN"),
    # REQUEST
    ("The United Nations called for an immediate ceasefire.", "REQUEST/yield"),
    ("Kyiv asked Berlin for tanks.", "REQUEST/assist"),
    ("The bishops urged the president to resign.", "REQUEST/change"),
    ("The president said Rwanda must withdraw its troops.", "REQUEST/yield"),
    # ACCUSE
    ("Manila accused China of ramming a supply boat.", "ACCUSE/allege"),
    ("The senator condemned the coup in Niamey.", "ACCUSE/disapprove"),
    ("Prosecutors opened an inquiry into the shooting.", "ACCUSE/investigate"),
    ("The foreign ministry summoned the Iranian ambassador.", "ACCUSE/disapprove"),
    ("The union said the minister had attacked the workers' rights.", "ACCUSE/disapprove"),
    # REJECT
    ("The rebels rejected the government's offer of talks.", "REJECT"),
    ("Moscow vetoed the resolution.", "REJECT"),
    ("The union refused to end the strike.", "REJECT"),
    ("Budapest will not accept the refugees.", "REJECT"),
    ("Lagos called off the talks with the union.", "REJECT/meet"),
    # AGREE
    ("Armenia and Azerbaijan agreed to exchange maps of minefields.", "AGREE"),
    ("Japan will provide 40 million dollars in aid to Palau.", "AGREE"),
    ("Qatar offered to mediate between the two sides.", "AGREE"),
    ("The minister will visit Tirana on Friday.", "AGREE"),
    # CONSULT
    ("The presidents of Chile and Peru met in Arica.", "CONSULT"),
    ("Norway mediated between the government and the guerrillas.", "CONSULT/third-party"),
    ("The chancellor paid a visit to Vilnius.", "CONSULT/visit"),
    ("Envoys from both sides held talks in Geneva.", "CONSULT"),
    # SUPPORT
    ("Nairobi praised the peace deal.", "SUPPORT"),
    ("Spain recognised the state of Palestine.", "SUPPORT"),
    ("Fiji and Tonga signed a security treaty.", "SUPPORT"),
    # COERCE and ASSAULT by the police
    ("Nine brokers were booked for cheating.", "COERCE/arrest"),
    ("Sixty traders have been booked under the new decree.", "COERCE/arrest"),
    ("Troopers apprehended the forger.", "COERCE/arrest"),
    ("Police used batons against the weavers.", "ASSAULT/crowd-control"),
    ("The guards used force against the strikers.", "ASSAULT/crowd-control"),
    ("Troops staged a flag march in the old town.", "MOBILIZE/troops"),
    ("Police sealed the exits of the market.", "COERCE/restrict"),
    # AID
    ("Turkey sent rescuers to Libya after the flood.", "AID"),
    ("The charity delivered medicine to Tigray.", "AID"),
    ("Canada granted asylum to the activist.", "AID"),
    # COOPERATE
    ("The United States shared intelligence with Ukraine.", "COOPERATE"),
    ("Egypt and Greece held joint naval exercises.", "COOPERATE"),
    # CONCEDE
    ("The prime minister apologised to the families.", "CONCEDE"),
    ("The king pardoned 60 dissidents.", "CONCEDE"),
    ("France will withdraw its troops from Chad.", "CONCEDE"),
    ("The teachers called off their strike.", "CONCEDE"),
    # RETREAT
    ("The rebels freed 20 hostages.", "RETREAT/release"),
    ("Ugandan troops withdrew from Goma.", "RETREAT/withdraw"),
    ("The defence minister resigned on Thursday.", "RETREAT/resign"),
    ("Forty fighters laid down their arms.", "RETREAT/disarm"),
    ("Sudan reopened its border with Eritrea.", "RETREAT/access"),
    ("The government lifted the state of emergency.", "RETREAT"),
    # by verbs of handling, moving and letting people
    ("Burglars tied up a couple in Nice.", "COERCE/restrict"),
    ("Two passengers overpowered the drunken man.", "COERCE/restrict"),
    ("Gendarmes led the baker away in handcuffs.", "COERCE/arrest"),
    ("The poet was bundled into a police van.", "COERCE/arrest"),
    ("Militiamen stopped a bus near Bambari.", "COERCE/restrict"),
    ("Soldiers cut the railway to Kassala.", "COERCE"),
    ("Raiders drove off 90 goats near Torit.", "COERCE/seize"),
    ("The colonel abolished the constitution.", "COERCE"),
    ("Guards forced the miners to kneel.", "COERCE"),
    ("Detectives caught the forger at the station.", "COERCE/arrest"),
    ("Bricks rained on the patrol in Belfast.", "ASSAULT"),
    ("Rebels threw the captain from a bridge.", "ASSAULT/primitive"),
    ("Somebody cut the sentry's throat in Mopti.", "ASSAULT/primitive"),
    ("The waiter was knocked down by a guest.", "ASSAULT/beat"),
    ("The cook was struck with a hammer in Turin.", "ASSAULT/beat"),
    ("A man drove a van into a queue of pilgrims in Medina.", "ASSAULT/primitive"),
    ("Gunmen burst into a casino in Monterrey.", "ASSAULT"),
    ("Somali pirates boarded a trawler off Eyl.", "ASSAULT/abduct"),
    ("Villagers chased the surveyors out of the valley.", "ASSAULT"),
    ("Mounted police charged twice in Athens.", "ASSAULT/crowd-control"),
    ("Rockets came down on a dairy near Sderot.", "ASSAULT/heavy-weapons"),
    ("A bomb tore through a bakery in Quetta.", "ASSAULT/explosives"),
    ("The guerrillas surprised the garrison at dawn.", "ASSAULT"),
    ("Hooligans smashed the windows of a kebab shop.", "ASSAULT/destroy"),
    ("Nurses sat down across the avenue in Lima.", "PROTEST/obstruct"),
    ("Two activists glued themselves to the runway in Oslo.", "PROTEST/obstruct"),
    ("Students unfurled a banner on the bridge.", "PROTEST/demo"),
    ("Growers dumped potatoes outside the ministry in Bern.", "PROTEST/demo"),
    ("Shopkeepers shut their shops in protest in Srinagar.", "PROTEST/strike"),
    ("A man burned a Koran outside the embassy in Stockholm.", "PROTEST/demo"),
    ("Soldiers guarded the banks of Concepcion.", "MOBILIZE/troops"),
    ("The first battalion landed at Mogadishu.", "MOBILIZE/troops"),
    ("Serbia gave the ambassador three days to leave.", "SANCTION/expel"),
    ("The champion was stripped of her title.", "SANCTION"),
    ("The ombudsman was suspended on Monday.", "SANCTION"),
    ("The bishop called the raid a disgrace.", "ACCUSE/disapprove"),
    ("The union described the offer as an insult.", "ACCUSE/disapprove"),
    ("The senator spoke out against the dam.", "ACCUSE/disapprove"),
    ("The ministry called the report a fabrication.", "REJECT"),
    ("Malta turned away the ship.", "REJECT"),
    ("The visitors were told to leave the square.", "REQUEST/yield"),
    ("Oslo invited both sides to talks.", "REQUEST/meet"),
    ("Beirut offered electricity to Damascus.", "AGREE"),
    ("The mayor received the survivors at noon.", "CONSULT"),
    ("The museum passed the documents to investigators.", "COOPERATE"),
    ("Peru flew in a field hospital.", "AID"),
    ("Planes dropped rice on Aceh.", "AID"),
    ("Helicopters plucked 40 people from rooftops in Beira.", "AID"),
    ("A convent hid twelve refugees.", "AID"),
    ("Border guards let in 300 journalists.", "RETREAT/access"),
    ("The deputy premier stepped down on Friday.", "RETREAT/resign"),
    ("The museum returned two masks to Gabon.", "RETREAT"),
    ("Robbers doused the cashier with petrol.", "ASSAULT/primitive"),
    ("Prisoners barricaded themselves in the chapel.", "PROTEST/obstruct"),
    ("Farmers petitioned the king.", "REQUEST"),
    ("A lifeboat towed the trawler to safety.", "AID"),
    # verbs that the parser takes for nouns
    ("Four gunmen in a taxi shot dead a notary in Bari.", "ASSAULT/firearms"),
    ("Jets bomb silo near Raqqa", "ASSAULT/aerial"),
    ("Bandits abduct imam in Zamfara", "ASSAULT/abduct"),
    ("Mob lynches burglar in Puebla", "ASSAULT/primitive"),
    ("Police raid offices of satirical weekly", "COERCE/restrict"),
    ("Court jails poet for insult", "SANCTION/convict"),
    # nouns that stand after a preposition
    ("Shops stayed shut during a walkout in Lyon.", "PROTEST/strike"),
    ("The two porters were later slain.", "ASSAULT"),
    ("No arrests were reported after Saturday's march in Maseru.", "PROTEST/demo"),
    ("Clashes on March 3 killed 13 people in Marib.", "ASSAULT"),
    ("Militiamen burned the hamlets on Friday.", "ASSAULT/primitive"),
    ("The carmaker struck a deal with the army on Friday.", "AGREE"),
    ("Dutch troops rehearsed an assault on a bridge near Breda on Thursday.", "MOBILIZE/troops"),
    # what a thing is called
    ("The Liberals called the verdict odious.", "ACCUSE/disapprove"),
    ("The union called the decree an assault on wages.", "ACCUSE/disapprove"),
    ("Democrats attacked the governor on television.", "ACCUSE/disapprove"),
    # orders, deadlines, powers
    ("A court ordered the newspaper to print a correction.", "COERCE/restrict"),
    ("The generals gave the rebels until Friday to disarm.", "THREATEN"),
    ("The whips expelled nine senators on Monday.", "SANCTION"),
    ("The colonel stripped the captain of his medals.", "SANCTION"),
    ("Soldiers overthrew the king in 1973.", "COERCE/seize"),
    ("The minister shot back that nobody had asked him.", "REJECT"),
    ("Barricades went up in Lyon on Monday.", "PROTEST/obstruct"),
    ("A woman hurled a kettle at a constable.", "ASSAULT/primitive"),
    ("The senate approved the bill by 57 votes to 42.", "SUPPORT"),
    ("The widow filed a lawsuit against the army.", "ACCUSE/allege"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_kinds(extractor: Extractor, text: str, expected: str) -> None:
    event = max(extractor.extract(text, published="2024-06-03").events, key=lambda e: e.confidence)
    assert (f"{event.type}/{event.mode}" if "/" in expected else event.type) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired the ball past the goalkeeper to seal the match.",
        "The director shot the film in Iceland.",
        "Investors fled the stock after profits fell.",
        "The bank launched a hostile takeover of its rival.",
        "He battled cancer for two years.",
        "The company released its quarterly results.",
        "Snow blocked the road for hours.",
        "The minister opened a museum in Riga.",
        "The actor was hit by a cold.",
        "Doctors treated the boy for a heart attack.",
        "The storm killed nine people in Honduras.",
        "The company will cut prices in June.",
        "The captain led his team to the title.",
        "The documents are in the safe custody of a notary.",
        "The pilgrims dispersed after the prayers.",
        "The climbers used a helicopter to reach the hut.",
        "The smugglers used a tank of petrol.",
        "The policemen stood by.",
        "The police kept a strict vigil near the dam.",
        "The clinic met the emergency with extra nurses.",
        "The pesticides killed everything in the lake.",
        "He booked a hall for the wedding.",
        "The cyclist was struck by a van near Ghent.",
        "The rocket carried a probe to the Moon.",
        "The kangaroo captured the garden.",
        "The runner stormed to victory in Porto.",
        "The doorbell rang at noon.",
        "The driver yielded to pedestrians.",
        "He walked into the kitchen and out through the garden.",
        "The choir slaughtered the anthem.",
        "The website was bombarded with requests.",
        "The singer was besieged by reporters.",
        "The batsman was knocked down by a taxi.",
        "The script executed a command and killed the process.",
        "He shot arrows at a straw target.",
        "The village fought the referendum.",
        "A fire brigade arrived from Linz.",
        "The firm offers a range of tours.",
        "The winger scored as the visitors ambushed the champions 3-1.",
        "The tax has killed investment.",
        "Scorching heat besieged tourists in Rome.",
        "The grandmaster moved a pawn and captured the queen.",
    ],
)
def test_no_event(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).events == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words of violence, of visits and of arrests that mean words or shows here.
        ("Critics attacked the novel.", ["ACCUSE"]),
        ("The orchestra will visit schools in May.", ["AGREE"]),
        ("The traders voiced apprehension about the new port.", ["ACCUSE"]),
    ],
)
def test_another_event_than_the_word_says(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [event.type for event in extractor.extract(text).events] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of people rallied in Yerevan on Friday and demanded the minister's resignation.",
        "Hundreds of protesters demanded the release of two journalists.",
    ],
)
def test_what_a_protest_demands_is_no_event(extractor: Extractor, text: str) -> None:
    assert {event.type for event in extractor.extract(text).events} == {"PROTEST"}
