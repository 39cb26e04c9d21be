/** Words of a made-up local press. None of the lists is taken from a text; together they make some 10^9 clauses. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const NOUNS = list(`
  account agreement alarm allotment ambulance analysis anchor antenna apprentice archive arena arrival attic auction
  bakery balance balcony barge barn barrier basin battery beacon bench bicycle bill blueprint boathouse boiler
  bonus border borehole boundary brewery bridge broadcast brochure budget building bulletin bus bypass cabin cable
  calendar campaign canal canteen carnival castle catalogue cathedral cellar cemetery census ceremony chapel charter
  cheese chimney choir cinema circuit claim climate clinic coalition coast collection college commission committee
  compass complaint concert contract convoy cottage council court crane creche crew crossing cupboard curriculum
  dairy dam deadline debate debt delegation delivery depot detour dialect diary dictionary discount dispute ditch
  donation draft drainage drought dune easement election elevator embankment engine envoy escalator estate estimate
  exhibition export expedition fabric facade factory fair farmhouse ferry festival filter fine fleet flood forecast
  forest forge fountain fracture freight frontier fund furnace gallery garage garden gate generator glacier glasshouse
  granary grant greenhouse guarantee guild gutter gymnasium harbour harvest hatchery hedge helicopter heritage highway
  hospital hostel household hull hydrant incident index inquiry insurance invoice island jetty journal judgement junction
  kennel kindergarten kiosk kitchen laboratory ladder landfill landslide lantern laundry lawsuit leak lease lecture
  ledger library licence lifeboat lighthouse limestone locomotive lodge lottery machine manuscript map marathon market
  marsh meadow memorial merger meter mill mine ministry monument moor mortgage mosaic motorway museum nursery
  observatory orchard orchestra organ outpost oven pageant paper parade parcel park partnership passage pasture patrol
  pavement pavilion pension petition pharmacy pier pipeline plan plantation platform playground plot pollution pond
  poster pottery prize programme promenade proposal protest pump quarry quay questionnaire quota railway rainfall ramp
  rebate receipt record referendum refuge registry regulation rehearsal reservoir restaurant ridge river roof
  roundabout rumour sanctuary sawmill scaffold schedule scholarship school sculpture seminar sewer shelter shipyard shop
  shortage signal silo skyline slope solicitor spire stable stadium station statue storm strike studio subsidy suburb
  summit surplus survey swamp switchboard tariff tavern telescope tenancy tender terminal terrace theatre threshold ticket
  timber toll tower tractor trail tram treaty trench tribunal trust tunnel turbine turnout upgrade valley vaccine
  vault vehicle verdict viaduct village vineyard voucher waiver warehouse warning warrant waterfall waterworks weather
  weir wharf windmill winery workshop wreck yard zoo`);

export const ADJECTIVES = list(`
  abandoned accessible ageing ambitious ancient annual anonymous arable bilingual bitter boarded brick brittle broken
  busy calm careful central cheap civic clumsy coastal cold compact competent concrete contested costly covered cracked
  crowded curious damp decisive deep delicate derelict detailed distant double drafty dry dusty eager early eastern
  elaborate elderly electric empty enlarged environmental exact expensive experimental faded famous faulty federal final
  flat floating fragile frozen generous gentle glazed gradual grey half-finished handwritten harsh hasty heavy hidden
  hollow honorary hourly humble idle illegal improvised independent inland interim iron joint jubilant lasting late
  leaking legal lengthy lively local locked lonely loud low lucrative makeshift marginal maritime medieval mild mobile
  modest muddy municipal narrow neglected neutral noisy northern obsolete obvious occasional official oversized painted
  partial patient peaceful periodic permanent planned polished popular portable precise preliminary private profitable
  prompt provincial public punctual quiet rapid rare reluctant remote rented repaired restored reversible rural rusty
  salaried scarce scattered seasonal secluded secondary severe shallow shared sharp silent sloping slow small sober solid
  southern spacious sparse spare steep sturdy sudden surplus temporary tense thorough tidal tidy timber-framed
  tiny tired traditional tranquil uneven unfinished unpaid unpopular upper urgent vacant vast volunteer weekly western
  wet wide wooden worn yearly`);

/** Past tense, with an object. */
export const ACTIONS = list(`
  abolished accepted acquired adjusted admired adopted altered announced approved assembled attacked audited awarded
  balanced banned blamed blocked borrowed boycotted broadcast calculated cancelled catalogued celebrated certified
  challenged checked cleared closed combined commissioned compared completed concealed condemned confirmed connected
  constructed contradicted converted counted covered criticised crossed damaged defended delayed delivered demolished
  described designed destroyed discovered discussed displayed documented dominated donated doubled drained earned edited
  emptied endorsed enlarged equipped escorted established estimated evacuated evaluated examined exceeded excluded exhibited
  expanded explained exposed extended financed finished forbade founded guaranteed halved heated honoured identified
  ignored illustrated imported improved inherited inspected installed insulated insured investigated joined justified
  launched led lengthened licensed lifted linked loaded located lowered maintained managed measured mended merged missed
  modernised monitored mourned moved named neglected noticed obtained occupied offered opened opposed ordered organised
  outlined overlooked owned painted patched permitted photographed planned postponed praised predicted prepared
  presented preserved prevented printed prolonged promised proposed protected published purchased questioned raised
  rebuilt recalled recommended recorded recovered recycled reduced refurbished refused registered rejected relocated
  renamed rented repaired replaced reported requested rescued restored restricted resumed reviewed revived ruled
  salvaged sealed secured seized selected shelved shortened simplified sketched sold sponsored stabilised stored
  strengthened studied supervised supplied supported surrounded suspended swapped tested tolerated towed traced trained
  transformed translated transported tripled uncovered unveiled upgraded valued verified visited widened withdrew won`);

/** Past tense, without an object. */
export const EVENTS = list(`
  advanced appeared arrived ballooned bloomed burned ceased climbed collapsed continued crumbled declined deepened departed
  dissolved drifted dwindled ended escalated expired faltered floated flourished froze grew hesitated improved intensified
  leaked lingered mattered melted multiplied overflowed paused persisted plummeted prevailed prospered recovered reopened
  resigned returned rose rusted shifted shrank sank slipped spread stalled stopped struggled subsided succeeded
  suffered surfaced thawed tightened trembled vanished waited wavered weakened widened`);

export const ADVERBS = list(`
  abruptly anonymously barely briefly calmly carefully cheaply cheerfully clearly closely cautiously deliberately directly
  discreetly easily evenly eventually firmly formally frankly gladly gradually happily hastily heavily jointly largely
  loudly mainly narrowly neatly noticeably officially openly partly patiently politely privately promptly properly publicly
  punctually quietly quickly rarely readily reluctantly repeatedly secretly seldom sharply silently slowly smoothly solemnly
  steadily strictly suddenly swiftly tacitly temporarily thoroughly twice unanimously unexpectedly unwillingly visibly
  voluntarily willingly`);

export const ROLES = list(`
  accountant alderman apprentice archaeologist architect archivist auctioneer auditor baker beekeeper biologist boatman
  bookseller botanist builder butcher captain caretaker carpenter caterer chairwoman chemist clerk coach conductor
  coroner curator dean decorator dentist deputy director doctor driver economist editor electrician engineer farmer
  fisherman forester gardener geologist glazier grocer guide harbourmaster headteacher historian innkeeper inspector
  interpreter judge landlord lawyer librarian locksmith magistrate mason mayor mechanic meteorologist midwife miller
  miner minister musician notary nurse optician organist painter pharmacist photographer pilot plumber potter principal
  professor provost ranger roofer saddler sailor sculptor secretary shepherd sheriff smith spokesman steward surgeon
  surveyor tailor teacher tenant trader treasurer trustee vet vicar violinist warden weaver winemaker`);

export const FIRST_NAMES = list(`
  Ada Alba Alma Anselm Arlo Astrid Basil Beata Bruno Calla Casper Cyril Dagny Dora Edgar Elin Emeric Enid Esme Fabian
  Felix Flora Gerda Gideon Greta Gwen Hanno Hedda Hugo Ida Ilse Imre Ines Ivo Jonas Judith Juna Kaspar Kirsten Lars Leona
  Linus Livia Lorenz Magnus Maren Matilda Milan Mira Nadia Nils Nora Odile Oskar Otto Paula Petra Quentin Ragna Renata
  Rufus Runa Selma Silas Sven Tessa Thea Tilda Ulla Urban Vera Viktor Wanda Wilma Yara Yvo Zelda Zeno`);

/** Halves of invented family names and places; a name is one of each. */
export const NAME_STARTS = list(`
  Al Ash Bar Beck Bel Bram Bren Bur Cal Car Col Cor Dal Den Dor Dun El Fal Fen Gar Gil Glen Gran Hal Har Hart Hav Hel
  Holm Hor Jar Kel Ken Kir Lam Lang Lin Lor Mal Mar Mel Mor Nar Nor Oak Or Pel Pen Quar Rad Ram Red Ros Sal Sel Skel
  Stan Tal Thor Tor Ul Val Ver Wal War Wes Wil Win Yar`);
export const FAMILY_ENDS = list(`
  aby ander berg bourne bury croft dall den elin ersen feld ford garth gate gren hagen hurst ing kins land leigh lin
  linde man mark mond nard nell ock ody olin ond path quist rick rup sby sen shaw son stad stein stone strom tane
  thwaite tley vald vane vik wald ward well wick wood worth`);
export const PLACE_ENDS = list(`
  acre bay beck bridge brook burn by cliff combe cross dale dean down ester fall fell field firth garden ham haven head
  heath hill holt hythe keld lake lea ley loch marsh mere minster mouth ness oak over pool port reach ridge rock sea
  shore slack stead stow thorpe ton vale water wath well wharf wold`);

export const SECTIONS = list(
  "Business Council Culture Farming Health Housing Nature Schools Sport Transport",
);
export const DAYS = list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
export const MONTHS = list(
  "January February March April May June July August September October November December",
);
