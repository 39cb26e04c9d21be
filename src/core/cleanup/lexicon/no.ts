import type { LanguageWords } from "../concepts.ts";

export const no: LanguageWords = {
  ask: "hvordan hvorfor",
  button: `stikkord kommenter abonner relatert relaterte utskrift følg tagger merkelapper etiketter emneord
    nøkkelord`,
  glue: `den det de en et ei denne dette disse og eller men å at i på av for med til fra om ut opp ned inn via per
    som er har kan kommer skal vil bli blir her nå gjerne bare hva hvem der da hvor ved under etter så man seg være
    må gjennom enn behøver ønsker beklager dessverre unnskyld beste bedre opplevelse sikre forbedre få tilgang
    allerede gratis bruke nødt igjen leveres ytterligere kunne ble øyeblikket totalt takk nedenfor opplysninger
    vennligst mange hver husk valgt når detaljer informasjon senere hei formål alltid endringer besøk fordi ja nei
    vurdere nødvendig standard samme kommende følgende nedenstående dets deres selve`,
  noun: `reaksjon reaksjoner anbefalinger forslag deling svar diskusjon* debatt* samtale* mening meninger tanker
    medlem medlemmer abonnent abonnenter lesere venn venner familie feil problem påmelding abonnement konto kanal
    kanalen gruppe medier nettverk historie historier sak saker emne emner start støtte donasjon adresse side sider`,
  about: "om",
  you: "du deg din ditt dine dere deres",
  us: "vi oss vår vårt våre meg min mitt mine jeg",
  share: "del dele deler delt deling anbefal anbefale videresend tweet tips spre publiser post",
  like: "liker lik like likte reaksjoner reaksjon laster elsker",
  follow: "følg følge følger abonner finn",
  subscribe: "abonner abonnere abonnement meld påmelding registrer tegn motta",
  unsubscribe: "avslutt avmeld avmelding meld",
  login: `logg logge logget innlogget innlogging konto registrer passord registrert bruker brukernavn innlogg*`,
  write: `skriv skrive legg legge publiser publisere send kommenter delta start gi del opprett begynn vær oppgi velg
    lagt skrevet fyll navnet skriver legges utfyll`,
  reply: "svar svare svar* besvar*",
  cancel: "avbryt fjern slett angre avbryte",
  read: "les lese lesing fortsett oppdag utforsk se videre lesingen",
  play: "lytt hør spill lyd",
  print: "skriv utskrift utskriftsvennlig print skriver pdf",
  send: "send sende e-post epost mail kontakt",
  save: "lagre lagret kopier kopiert favoritter bokmerke utklippstavle utklippstavlen last siter",
  show: `vis vise skjul åpne åpner åpnes lukk last laster utvid rediger bytt forstørr vist åpnet lastet`,
  click: "klikk trykk",
  accept: `aksepter aksepterer godta godtar tillat samtykke avvis avslå innstillinger administrer velg bruker
    bekreft tilpass administrere endre fortsette fortsetter laste aktivere deaktivere trekke forny nødvendige
    tilpasse lagre`,
  settings: "innstillinger",
  back: "tilbake gå hopp",
  support: "støtt støtte doner donasjon bidra kaffe oppgrader",
  report: "rapporter meld rett foreslå",
  notify: "varsle varsler gi beskjed notifikasjoner motta",
  comment: "kommentar* kommenter* diskusjon* debatt* samtale*",
  opinion: "mening meninger tenker synes mener tanker",
  article: `artikkel artikler artikkelen innlegg innlegget side sider innhold innholdet tekst tekster nyhet nyheter
    historie historier sak saker emne emner nettsted nettstedet blogg bloggen post poster innleggene weblogg
    blogginnlegg nyheten nyhetene lesning siden`,
  newsletter: "nyhetsbrev* e-postliste",
  email: "e-post epost e-postadresse epostadresse mail adresse innboks sms e-post*",
  link: "lenke lenken lenker permalenke lenka permanent url link direkte permanente",
  social: "sosiale medier nettverk",
  channel: "kanal kanalen podkast podcast app strøm rss gruppe",
  author: `forfatter forfatteren forfattere skribent journalist profil biografi redaksjon skribenter redaksjonen`,
  profile: "profil biografi",
  tag: `stikkord stikkordet tagg tagger merkelapp merkelapper emneord kategori kategorier nøkkelord arkiv publisert
    merket tagget emner rubrikk kategorisert etikett* tagg* merkelapp*`,
  cookie: `cookie* informasjonskaps* personvern* vilkår tredjepart* tjenester statistikk markedsføring analyse
    personvernerklæring`,
  external: "ekstern eksternt eksterne tredjepart* innebygd levert stammer",
  window: "vindu fane nytt",
  browser: "nettleser nettleseren online web",
  advert: "annonse annonser reklame sponset annonsørinnhold",
  contents: "innholdsfortegnelse innhold oversikt",
  top: "toppen start hjem forsiden forside hovedinnhold hovedinnholdet toppnivå øverst",
  menu: `meny navigasjon søk søkefelt sidefelt innleggsnavigasjon søkeresultater hurtigsøk sidenavigasjon hovedmeny`,
  field: `felt felter obligatoriske obligatorisk påkrevde påkrevd nødvendige merket navn nettsted neste gang felt*`,
  publish: `publisert publiseres oppdatert sist skrevet endret redigert dato synlig lagt opprettet skrev postet`,
  view: "versjon format visning mobil klassisk",
  member: "medlem medlemmer abonnent abonnenter betalende premium lesere",
  friend: "venn venner familie",
  error: "feil problem skrivefeil",
  helpful: "nyttig hjelpsom hjalp vurder",
  more: "mer flere andre videre annet detaljer info",
  same: "samme",
  related: `relatert relaterte lignende anbefalt anbefalte anbefalinger interessant interessere interessert kanskje
    beslektede forslag også tilknyttede beslektet tilhørende tilsvarende assosiert`,
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
};
