import type { LanguageWords } from "../concepts.ts";

export const no: LanguageWords = {
  ask: "hvordan hvorfor hvem hvor når",
  self: "vi jeg man",
  button: `stikkord kommenter abonner relatert relaterte utskrift følg tagger merkelapper etiketter emneord nøkkelord`,
  glue: `den det de en et ei denne dette disse og eller men å at i på av for med til fra om ut opp ned inn via per som
    er har kan kommer skal vil bli blir her nå gjerne bare hva hvem der da hvor ved under etter så man seg være må
    gjennom enn behøver ønsker beklager dessverre unnskyld bedre opplevelse sikre forbedre få tilgang allerede gratis
    bruke nødt igjen leveres ytterligere kunne ble øyeblikket totalt takk nedenfor opplysninger vennligst mange husk
    valgt når detaljer informasjon senere hei formål alltid endringer besøk fordi ja nei vurdere nødvendig standard
    samme kommende følgende nedenstående dets deres selve kun utelukkende forbeholdt fått ikke flere bort du hold
    kanskje deg lyst trenger gjør gjøre direkte enkelt mens mellom hvilke noen dere sin sitt sine nett opplevelsen
    trafikk mulige`,
  noun: `oversettelse språk språket reaksjon reaksjoner anbefalinger forslag deling svar diskusjon* debatt* samtale* mening meninger tanker
    medlem medlemmer abonnent abonnenter lesere venn venner familie feil problem påmelding abonnement konto kanal
    kanalen gruppe medier nettverk historie historier sak saker emne emner start støtte donasjon adresse side sider
    gave tema regler regel retningslinjer leserbrev brev kaffe kopp valg valgene beste kontakt episode program
    intervju analyse reportasje hjerte klapp bidrag forum debatt rettelse påminnelse knapp medlemskap kollega kilde
    kilder journalistikk uavhengig presse arbeid prosjekt kvalitet grense nådd igjen slutt samtykke favoritter
    leseliste`,
  about: "om",
  you: "du deg din ditt dine dere deres",
  us: "vi oss vår vårt våre meg min mitt mine jeg",
  share: `del dele deler delt deling anbefal anbefale videresend tweet tips spre publiser post delingsvalg deles`,
  like: "liker lik like likte reaksjoner reaksjon laster syntes klapp applaus",
  follow: "følg følge følger abonner finn følgere fulgte finner",
  subscribe: `abonner abonnere abonnement meld påmelding registrer tegn motta videresendt abonnerer melder
    abonnementet abonnementer`,
  unsubscribe: "avslutt avmeld avmelding meld avmeldt avregistrer",
  login: `logg logge logget innlogget innlogging konto registrer passord registrert bruker brukernavn innlogg*
    registrering opprettelse opprett`,
  write: `skriv skrive legg legge publiser publisere send kommenter delta start gi del opprett begynn vær oppgi velg
    lagt skrevet fyll navnet skriver legges utfyll fortell si spør debatter be gjør`,
  reply: "svar svare svar* besvar* svarte",
  cancel: "avbryt fjern slett angre avbryte",
  read: `les lese lesing fortsett oppdag utforsk se videre lesingen fortsetter leste rull leser lesere lest`,
  play: "lytt hør spill lyd lytter se spille",
  print: "skriv utskrift utskriftsvennlig print skriver pdf skrives utskrevet utskriftsversjon",
  send: "send sende e-post epost mail kontakt sendt videresend",
  save: `lagre lagret kopier kopiert favoritter bokmerke utklippstavle utklippstavlen last siter leseliste lagrer hent`,
  show: `vis vise skjul åpne åpner åpnes lukk last laster utvid rediger bytt forstørr vist åpnet lastet viser skjuler`,
  click: "klikk trykk knappen knapp",
  accept: `aksepter aksepterer godta godtar tillat samtykke avvis avslå innstillinger administrer velg bruker bekreft
    tilpass administrere endre fortsette fortsetter laste aktivere deaktivere trekke forny nødvendige tilpasse lagre
    akseptert bekrefte tillate slå trekk`,
  settings: "innstillinger preferanser cookieinnstillinger",
  back: "tilbake gå hopp",
  support: "støtt støtte doner donasjon bidra kaffe oppgrader bidrag medlemskap vipps",
  report: "rapporter meld rett foreslå fra rettelse ifra rapportere melde",
  notify: "varsle varsler gi beskjed notifikasjoner motta varsel push påminn påminnelse",
  comment: `kommentar* kommenter* diskusjon* debatt* samtale* forum forumet diskuter kommentarfelt kommentarfeltet
    debatter`,
  opinion: "mening meninger tenker synes mener tanker",
  article: `artikkel artikler artikkelen innlegg innlegget side sider innhold innholdet tekst tekster nyhet nyheter
    historie historier sak saker emne emner nettsted nettstedet blogg bloggen post poster innleggene weblogg
    blogginnlegg nyheten nyhetene lesning siden reportasje kronikk saken temaet`,
  newsletter: "nyhetsbrev* e-postliste",
  email: `e-post epost e-postadresse epostadresse mail adresse innboks sms e-post* e-posten e-poster innboksen`,
  link: "lenke lenken lenker permalenke lenka permanent url link direkte permanente",
  social: "sosiale medier nettverk",
  channel: "kanal kanalen podkast podcast app strøm rss gruppe appen podkasten podkaster",
  author: `forfatter forfatteren forfattere skribent journalist profil biografi redaksjon skribenter redaksjonen
    skribenten journalisten reporter korrespondent kommentator journalister`,
  profile: "profil biografi",
  tag: `stikkord stikkordet tagg tagger merkelapp merkelapper emneord kategori kategorier nøkkelord arkiv publisert
    merket tagget emner rubrikk kategorisert etikett* tagg* merkelapp*`,
  cookie: `cookie* informasjonskaps* personvern* vilkår tredjepart* tjenester statistikk markedsføring analyse
    personvernerklæring cookieinnstillinger samtykke markedsføringscookies gdpr tjenesten tjeneste`,
  external: "ekstern eksternt eksterne tredjepart* innebygd levert stammer video videoen",
  window: "vindu fane nytt",
  browser: "nettleser nettleseren online web nett",
  advert: "annonse annonser reklame sponset annonsørinnhold annonsen annonsene",
  contents: "innholdsfortegnelse innhold oversikt",
  top: "toppen start hjem forsiden forside hovedinnhold hovedinnholdet toppnivå øverst",
  menu: `meny navigasjon søk søkefelt sidefelt innleggsnavigasjon søkeresultater hurtigsøk sidenavigasjon hovedmeny`,
  field: `felt felter obligatoriske obligatorisk påkrevde påkrevd nødvendige merket navn nettsted neste gang felt*`,
  publish: `publisert publiseres oppdatert sist skrevet endret redigert dato synlig lagt opprettet skrev postet`,
  view: `versjon format visning mobil klassisk utskriftsversjon lesemodus lesevisning nattmodus`,
  member: "medlem medlemmer abonnent abonnenter betalende premium lesere",
  friend: "venn venner familie vennene kollega",
  error: "feil problem skrivefeil feilen",
  helpful: "nyttig hjelpsom hjalp vurder",
  more: "mer flere andre videre annet detaljer info",
  same: "samme",
  related: `relatert relaterte lignende anbefalt anbefalte anbefalinger interessant interessere interessert kanskje
    beslektede forslag også tilknyttede beslektet tilhørende tilsvarende assosiert anbefales`,
  latest: "siste nyeste nye nytt ny",
  popular: "populær populære mest leste lest trending favoritter",
  prev: "forrige tidligere eldre foregående tilbake",
  next: "neste nyere fremover etterfølgende",
  first: "første først",
  none: "ingen ikke intet aldri ennå",
  full: "hele full resten alt fullt",
  closed: `stengt stengte lukket slått deaktivert tillate tillat tillatt aktivert moderering venter mulig låst`,
  also: "også kanskje se",
  all: "alle alt samtlige alltid",
  gift: "gi gave bort",
  clipboard: "utklippstavle utklippstavlen",
  topic: "emnet emne temaet saken tema",
  genre: `leder kronikk spalte intervju analyse kommentar reportasje portrett anmeldelse podkast video leserinnlegg`,
  episode: "episode episoder episoden program",
  stay: "hold bli forbli",
  touch: "kontakt oppdatert informert",
  postal: "postadresse",
  sort: "sorter sortering sortert filtrer",
  best: "beste best",
  rules: "regler regel retningslinjer debattregler kommentarregler",
  letter: "leserbrev leserinnlegg brev",
  editor: "redaksjon redaksjonen redaktør redaktøren",
  paid: "betalt betalte sponset",
  scroll: "rull scroll bla sveip",
  choice: "valg valgene muligheter",
  placeholder: "plassholder plassholderinnhold faktiske",
  become: "bli blir",
  only: "kun bare utelukkende forbeholdt",
  find: "funnet fant oppdaget sett",
  coffee: "kaffe kopp",
  inside: "på i",
  this: "denne dette",
  by: "av fra",
  thanks: "takk",
  when: "hver dag uke morgen fredag daglig ukens",
  source: "kilde kilder",
  press: "journalistikk uavhengig presse",
  others: "andre lesere",
  limit: "grense nådd igjen",
  end: "slutt",
  consent: "samtykke",
  favourite: "favoritter leseliste",
  translate: "oversett oversettelse",
  language: "språk språket",
  font: "skrift skriften skriftstørrelse tekst tekststørrelse",
  resize: "større mindre forstørr forminsk endre øk reduser",
  powered: "drevet",
  mode: "modus",
  recipe: "oppskrift oppskriften",
  dark: "mørk mørkt lys lyst natt tema",
  later: "senere",
  readlist: "leseliste leselisten",
  list: "liste listen",
  switch: "bytt aktiver slå",
  add: "legg",
  is: "er",
  than: "enn",
};
