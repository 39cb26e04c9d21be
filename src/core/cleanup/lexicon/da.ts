import type { LanguageWords } from "../concepts.ts";

export const da: LanguageWords = {
  ask: "hvordan hvorfor",
  button: `udskriv kommenter kommentér abonner abonnér afmeld tags emneord relaterede relateret følg`,
  glue: `den det de en et denne dette disse og eller men at i på af for med til fra om ud op ned ind via per som er
    har kan kommer skal vil blive bliver her nu gerne bare hvad hvem der da hvor ved under efter så man sig være må
    gennem end behøver ønsker beklager desværre undskyld bedste bedre oplevelse sikre forbedre få adgang allerede
    gratis bruge nødt igen leveres yderligere kunne blev øjeblikket totalt tak nedenfor oplysninger venligst mange
    hver husk valgt når detaljer information senere hej formål altid ændringer besøg fordi ja nej vurdere nødvendigt
    standard samme kommende følgende nedenstående dets deres selve`,
  noun: `reaktion reaktioner anbefalinger forslag deling svar diskussion* debat* samtale* mening meninger tanker
    medlem medlemmer abonnent abonnenter læsere ven venner familie fejl problem tilmelding abonnement konto kanal
    kanalen gruppe medier netværk historie historier emne emner start støtte donation adresse side sider`,
  about: "om",
  you: "du dig din dit dine I jer jeres de dem deres",
  us: "vi os vores vor vort mig min mit mine jeg",
  share: "del dele deler delt deling anbefal anbefale videresend tweet tip spred publicer post",
  like: "like synes godt kan-lide reaktioner reaktion indlæser elsker syntes",
  follow: "følg følge følger abonner find bliv",
  subscribe: `abonner abonnere abonnement abonnér tilmeld tilmelde tilmelding skriv registrer modtag modtage`,
  unsubscribe: "afmeld afmelde afmelding opsig",
  login: `log logge logget login konto registrer adgangskode tilmeld tilmeldt bruger brugernavn logg* indlogg*`,
  write: `skriv skrive efterlad tilføj offentliggør send læg indsend kommenter kommentér deltag start giv del opret
    begynd bliv vær indtast vælg tilføjet skrevet udfyld skriver lægge udfylde`,
  reply: "svar svare besvar svar* besvar*",
  cancel: "annuller fjern slet fortryd annullere fortryde",
  read: "læs læse læsning fortsæt opdag udforsk se videre læsningen",
  play: "lyt hør afspil lyd",
  print: "print udskriv udskrive udskrift udskriftsvenlig printervenlig printer pdf",
  send: "send sende mail e-mail kontakt",
  save: `gem gemme kopier kopiér kopieret favoritter bogmærke udklipsholder download hent citer gemt`,
  show: `vis vise skjul åbn åbne åbner luk indlæs indlæser udvid fold rediger skift forstør vist åbnet indlæst`,
  click: "klik tryk",
  accept: `accepter acceptér acceptere godkend tillad samtykke afvis indstillinger administrer vælg bruger bekræft
    tilpas administrere ændr fortsætte fortsætter anvender indlæse aktivere deaktivere tilbagekalde forny nødvendige
    tilpasse gemme`,
  settings: "indstillinger",
  back: "tilbage gå hop spring",
  support: "støt støtte doner donation bidrag kaffe bliv opgrader",
  report: "rapporter rapportér anmeld ret foreslå",
  notify: "underret giv besked notifikationer påmindelser modtag",
  comment: "kommentar* kommenter* kommentér* diskussion* debat* samtale*",
  opinion: "mening meninger tænker synes tanker",
  article: `artikel artikler artiklen indlæg indlægget side sider indhold indholdet tekst tekster nyhed nyheder
    historie historier post emne emner websted webstedet hjemmeside blog bloggen opslag indslag indlæggene weblog
    blogindlæg nyheden nyhederne læsning siden`,
  newsletter: "nyhedsbrev* mailingliste",
  email: "email e-mail mail e-mailadresse emailadresse mailadresse adresse indbakke sms e-mail*",
  link: "link links linket permalink permanent url direkte permanente",
  social: "sociale medier netværk",
  channel: "kanal kanalen podcast app feed rss gruppe",
  author: `forfatter forfatteren forfattere skribent journalist profil biografi redaktion skribenter redaktionen`,
  profile: "profil biografi",
  tag: `tag tags tagget etiket etiketter kategori kategorier nøgleord emneord arkiv arkiver udgivet mærket emner
    rubrik kategoriseret etiket*`,
  cookie: `cookie* privatliv* vilkår tredjepart* tjenester persondata statistik markedsføring analyse
    privatlivspolitik`,
  external: "ekstern eksternt eksterne tredjepart* indlejret leveret stammer",
  window: "vindue fane nyt",
  browser: "browser browseren online web",
  advert: "annonce annoncer reklame reklamer sponsoreret",
  contents: "indholdsfortegnelse indhold oversigt",
  top: "toppen start hjem forsiden forside hovedindhold hovedindholdet topniveau øverst",
  menu: `menu navigation søg søgning sidebjælke indlægsnavigation søgeresultater hurtigsøgning sidenavigation
    hovedmenu`,
  field: `felt felter obligatoriske påkrævede krævede krævet markeret navn websted næste gang felt*`,
  publish: `udgivet offentliggjort publiceret opdateret senest skrevet ændret redigeret dato publiceres
    offentliggøres sidst tilføjet oprettet skrev postet`,
  view: "version format visning mobil klassisk",
  member: "medlem medlemmer abonnent abonnenter betalende premium læsere",
  friend: "ven venner familie",
  error: "fejl problem stavefejl",
  helpful: "nyttig hjælpsom hjulpet bedøm vurder",
  more: "mere flere andre videre andet detaljer info",
  same: "samme",
  related: `relateret relaterede lignende anbefalet anbefalede anbefalinger interessant interessere interesseret
    måske beslægtede forslag også tilknyttede beslægtet tilhørende tilsvarende associeret`,
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
};
