import type { LanguageWords } from "../concepts.ts";

export const da: LanguageWords = {
  ask: "hvordan hvorfor hvem hvornår",
  self: "vi jeg man",
  button: `udskriv kommenter kommentér abonner abonnér afmeld tags emneord relaterede relateret følg`,
  glue: `den det de en et denne dette disse og eller men at i på af for med til fra om ud op ned ind via per som er
    har kan kommer skal vil blive bliver her nu gerne bare hvad hvem der da hvor ved under efter så man sig være må
    gennem end behøver ønsker beklager desværre undskyld bedre oplevelse sikre forbedre få adgang allerede gratis
    bruge nødt igen leveres yderligere kunne blev øjeblikket totalt tak nedenfor oplysninger venligst mange husk valgt
    når detaljer information senere hej formål altid ændringer besøg fordi ja nej vurdere nødvendigt standard samme
    kommende følgende nedenstående dets deres selve kun udelukkende forbeholdt fået ikke flere lyst brug derfor væk du
    modtaget aktuelt hold måske dig gør gøre direkte nemt mens mellem hvilke nogen jeres sin sit sine oplevelsen
    trafik mulige`,
  noun: `oversættelse sprog sproget reaktion reaktioner anbefalinger forslag deling svar diskussion* debat* samtale* mening meninger tanker
    medlem medlemmer abonnent abonnenter læsere ven venner familie fejl problem tilmelding abonnement konto kanal
    kanalen gruppe medier netværk historie historier emne emner start støtte donation adresse side sider gave foræring
    regler regel retningslinjer læserbrev brev kaffe kop valg valgene bedste kontakt afsnit program interview analyse
    reportage hjerte klap bidrag forum debat rettelse påmindelse knap medlemskab kollega kilde kilder journalistik
    uafhængig presse arbejde kvalitet grænse nået tilbage slut samtykke favoritter læseliste`,
  about: "om",
  you: "du dig din dit dine I jer jeres de dem deres",
  us: "vi os vores vor vort mig min mit mine jeg",
  share: `del dele deler delt deling anbefal anbefale videresend tweet tip spred publicer post delingsmuligheder deles`,
  like: "like synes godt kan-lide reaktioner reaktion indlæser syntes lide klap klapsalve",
  follow: "følg følge følger abonner find bliv følgere fulgte",
  subscribe: `abonner abonnere abonnement abonnér tilmeld tilmelde tilmelding skriv registrer modtag modtage
    videresendt abonnerer tilmelder`,
  unsubscribe: "afmeld afmelde afmelding opsig afmeldt framelding frameld",
  login: `log logge logget login konto registrer adgangskode tilmeld tilmeldt bruger brugernavn logg* indlogg*
    registrering oprettelse opret`,
  write: `skriv skrive efterlad tilføj offentliggør send læg indsend kommenter kommentér deltag start giv del opret
    begynd bliv vær indtast vælg tilføjet skrevet udfyld skriver lægge udfylde fortæl sig spørg mail debatter debattér
    anmod gør`,
  reply: "svar svare besvar svar* besvar* svarede",
  cancel: "annuller fjern slet fortryd annullere fortryde",
  read: `læs læse læsning fortsæt opdag udforsk se videre læsningen fortsætter læste læser læsere læst`,
  play: "lyt hør afspil lyd lytter se afspille",
  print: `print udskriv udskrive udskrift udskriftsvenlig printervenlig printer pdf printvenlig printvenligt udskrives
    udskrevet printversion printversionen`,
  send: "send sende mail e-mail kontakt sendt videresend",
  save: `gem gemme kopier kopiér kopieret favoritter bogmærke udklipsholder download hent citer gemt læseliste gemmer`,
  show: `vis vise skjul åbn åbne åbner luk indlæs indlæser udvid fold rediger skift forstør vist åbnet indlæst viser
    skjuler`,
  click: "klik tryk knappen knap",
  accept: `accepter acceptér acceptere godkend tillad samtykke afvis indstillinger administrer vælg bruger bekræft
    tilpas administrere ændr fortsætte fortsætter anvender indlæse aktivere deaktivere tilbagekalde forny nødvendige
    tilpasse gemme accepteret bekræfte ændre tillade slå træk trække`,
  settings: "indstillinger præferencer cookieindstillinger",
  back: "tilbage gå hop spring",
  support: "støt støtte doner donation bidrag kaffe bliv opgrader bidrage medlemskab donér",
  report: "rapporter rapportér anmeld ret foreslå skriv rettelse anmelde rapportere",
  notify: `underret giv besked notifikationer påmindelser modtag notifikation push påmind påmindelse`,
  comment: `kommentar* kommenter* kommentér* diskussion* debat* samtale* forum diskutér diskuter forummet debatter
    debattér`,
  opinion: "mening meninger tænker synes tanker",
  article: `artikel artikler artiklen indlæg indlægget side sider indhold indholdet tekst tekster nyhed nyheder
    historie historier post emne emner websted webstedet hjemmeside blog bloggen opslag indslag indlæggene weblog
    blogindlæg nyheden nyhederne læsning siden reportage klumme sagen emnet`,
  newsletter: "nyhedsbrev* mailingliste",
  email: `email e-mail mail e-mailadresse emailadresse mailadresse adresse indbakke sms e-mail* mails mailen e-mailen
    indbakken`,
  link: "link links linket permalink permanent url direkte permanente",
  social: "sociale medier netværk",
  channel: "kanal kanalen podcast app feed rss gruppe appen podcasten podcasts",
  author: `forfatter forfatteren forfattere skribent journalist profil biografi redaktion skribenter redaktionen
    skribenten journalisten reporter korrespondent klummeskribent journalister`,
  profile: "profil biografi",
  tag: `tag tags tagget etiket etiketter kategori kategorier nøgleord emneord arkiv arkiver udgivet mærket emner
    rubrik kategoriseret etiket*`,
  cookie: `cookie* privatliv* vilkår tredjepart* tjenester persondata statistik markedsføring analyse
    privatlivspolitik cookieindstillinger samtykke marketingcookies markedsføringscookies gdpr tjenesten tjeneste`,
  external: "ekstern eksternt eksterne tredjepart* indlejret leveret stammer video videoen",
  window: "vindue fane nyt",
  browser: "browser browseren online web",
  advert: "annonce annoncer reklame reklamer sponsoreret annoncen annoncerne",
  contents: "indholdsfortegnelse indhold oversigt",
  top: "toppen start hjem forsiden forside hovedindhold hovedindholdet topniveau øverst",
  menu: `menu navigation søg søgning sidebjælke indlægsnavigation søgeresultater hurtigsøgning sidenavigation
    hovedmenu`,
  field: `felt felter obligatoriske påkrævede krævede krævet markeret navn websted næste gang felt*`,
  publish: `udgivet offentliggjort publiceret opdateret senest skrevet ændret redigeret dato publiceres offentliggøres
    sidst tilføjet oprettet skrev postet`,
  view: `version format visning mobil klassisk printvenlig printversion læsetilstand nattilstand`,
  member: "medlem medlemmer abonnent abonnenter betalende premium læsere",
  friend: "ven venner familie vennerne kollega",
  error: "fejl problem stavefejl fejlen tastefejl",
  helpful: "nyttig hjælpsom hjulpet bedøm vurder",
  more: "mere flere andre videre andet detaljer info",
  same: "samme",
  related: `relateret relaterede lignende anbefalet anbefalede anbefalinger interessant interessere interesseret måske
    beslægtede forslag også tilknyttede beslægtet tilhørende tilsvarende associeret anbefales`,
  latest: "seneste nyeste nye nyt ny",
  popular: "populær populære mest læste læst trending favoritter",
  prev: "forrige tidligere ældre foregående tilbage",
  next: "næste nyere fremad efterfølgende",
  first: "første først",
  none: "ingen ikke intet aldrig endnu",
  full: "hele fuld resten alt",
  closed: `lukket lukkede slået deaktiveret tillade tillad tilladt aktiveret moderering afventer muligt låst`,
  also: "også måske se",
  all: "alle alt samtlige altid",
  gift: "giv foræring gave væk forær",
  clipboard: "udklipsholder udklipsholderen",
  topic: "emnet emne sagen temaet",
  genre: `leder klumme interview analyse kommentar reportage portræt anmeldelse podcast video debatindlæg`,
  episode: "afsnit afsnittet episode episoder program",
  stay: "hold bliv forbliv",
  touch: "kontakt opdateret ajour informeret",
  postal: "postadresse",
  sort: "sorter sortér sortering sorteret filtrer",
  best: "bedste bedst",
  rules: "regler regel retningslinjer kommentarregler debatregler",
  letter: "læserbrev læserbreve brev",
  editor: "redaktion redaktionen redaktør redaktøren",
  paid: "betalt betalte sponsoreret",
  scroll: "scroll scrol rul swipe",
  choice: "valg valgene muligheder",
  placeholder: "pladsholder pladsholderindhold faktiske",
  become: "bliv blive",
  only: "kun udelukkende forbeholdt",
  find: "fundet fandt opdaget",
  coffee: "kaffe kop",
  inside: "på i",
  this: "denne dette",
  by: "af fra",
  thanks: "tak",
  when: "hver dag uge morgen fredag dagligt ugens",
  source: "kilde kilder",
  press: "journalistik uafhængig presse",
  others: "andre læsere",
  limit: "grænse nået tilbage",
  end: "slut",
  consent: "samtykke",
  favourite: "favoritter læseliste",
  translate: "oversæt oversættelse",
  language: "sprog sproget",
  font: "skrift skriften skriftstørrelse tekst tekststørrelse",
  resize: "større mindre forstør formindsk ændr øg",
  powered: "drevet",
  mode: "tilstand",
  recipe: "opskrift opskriften",
  dark: "mørk lys nat tema",
  later: "senere",
  readlist: "læseliste læselisten",
  list: "liste listen",
  switch: "skift aktivér aktiver slå",
  add: "føj tilføj",
  is: "er",
  than: "end",
};
