import type { LanguageWords } from "../concepts.ts";

export const sv: LanguageWords = {
  ask: "hur varför vem när",
  self: "vi jag man",
  button: `kommentera prenumerera svara taggar etiketter relaterat relaterade avprenumerera utskrift relaterad följ`,
  glue: `den det de en ett denna detta dessa och eller men att i på av för med till från om ut upp ner in via per som
    är har kan kommer ska skall vill bli blir här nu gärna bara vad vem där då vid under efter så man sig vara måste
    får genom än behöver önskar tyvärr ledsen förlåt bättre upplevelse säkerställa förbättra få tillgång redan gratis
    använda själv igen tillhandahålls ytterligare ändå finns totalt tack nedan information mycket ihåg kom var god
    blev blivit vänligen därför när detaljer senare hej skulle ändamål syften alltid ändringar sedan besök eftersom ja
    nej vilja bedöma nödvändigt standard samma kommande därefter nedanstående dess deras detaljerad själva endast
    enbart exklusivt håll hittat dig fått vidare nuvarande våra fler inte någon läser gör göra direkt enkelt medan
    mellan vilka era många sin sina sitt upplevelsen trafik möjliga`,
  noun: `översättning språk språket reaktion reaktioner delning svar diskussion* samtal åsikt åsikter tankar medlem medlemmar prenumerant
    prenumeranter läsare vän vänner kompis familj fel felet problem anmälan prenumeration prenumerationer konto kanal
    kanalen grupp medier nätverk berättelse berättelser historia historier ämne ämnen början stöd förslag tips
    donation adress sida sidor gåva present skänk regler regel riktlinjer villkor brev insändare kaffe kopp val valen
    bästa kontakt avsnitt program krönika intervju analys reportage hjärta applåder bidrag forum debatt rättelse
    påminnelse knapp medlemskap kollega bekanta källa källor journalistik oberoende press arbete kvalitet gräns nått
    kvar slut slutet samtycke favoriter läslista`,
  about: "om",
  you: "du dig din ditt dina ni er ert era",
  us: "vi oss vår vårt våra mig min mitt mina jag",
  share: `dela delar delat delning tipsa rekommendera vidarebefordra tweeta pinna sprid sprida publicera posta dela*
    delning* delningsalternativ delas`,
  like: "gilla gillar gillat gillade reaktioner reaktion laddar tyckte applådera applåder",
  follow: "följ följa följer prenumerera gå hitta följare följde",
  subscribe: `prenumerera prenumeration prenumerationer anmäl anmälan registrera teckna ta emot prenumererar
    vidarebefordrat prenumererat anmäla registrerar få`,
  unsubscribe: "avprenumerera avregistrera avsluta avanmäl prenumerationen avregistrering",
  login: `logga inloggad inloggning konto registrera lösenord inloggade registrerad logged användare inloggningen
    inlogg* prenumerant registrering användarnamn skapa`,
  write: `skriv skriva lämna lägg publicera skicka posta tillägg kommentera delta börja starta ge dela gå ange välj
    lagt tillagd postad skrivit fyll skriver lägga tycka berätta säg fråga tyck tipsa mejla debattera begär gör`,
  reply: "svara svar svar* besvara svarat svarar",
  cancel: "avbryt ta bort radera",
  read: `läs läsa läsning fortsätt upptäck utforska se vidare mer visa fortsätter läses läser läsare`,
  play: "lyssna spela titta ljud hör lyssnar se tittar upp",
  print: "skriv skriva utskrift utskriftsvänlig utskrivbar skrivare pdf utskrift* skrivs utskrivet",
  send: `skicka mejla maila mejl sänd e-posta eposta kontakta skickas skickat mejlar vidarebefordra`,
  save: `spara kopiera kopierad kopierat favoriter bokmärke bokmärk urklipp ladda ned citera minnas sparad sparat
    läslista spar hämta`,
  show: `visa visas dölj öppna öppnas öppnar stäng ladda laddar expandera minska fäll redigera växla förstora visad
    läses öppnat visar döljer`,
  click: "klicka klick tryck knappen knapp",
  accept: `acceptera godkänn godkänner tillåt samtycke samtyck avvisa neka inställningar hantera välj använder
    bekräfta anpassa ändra fortsätta fortsätter används ladda aktivera inaktivera återkalla förnya nödvändiga spara
    tillstånd godkänt samtyckt bekräftar tillåta medge slå på sätt`,
  settings: "inställningar cookieinställningar preferenser integritetsinställningar",
  back: "tillbaka gå hoppa återgå",
  support: "stöd stötta donera donation bidra kaffe uppgradera stödja bidrag swisha medlemskap",
  report: "rapportera anmäl rätta föreslå rättelse hör tips tipsa anmäla rapporterat",
  notify: `meddela avisera notifiera aviseringar notiser meddelande notis pushnotiser pushnotis påminn påminnelse
    bevaka bevakning`,
  comment: `kommentar* kommentera kommentarer diskussion* samtal kommentaren kommentarsfält kommenter* forum diskutera
    diskutera* kommentarsregler debatt forumet debattera`,
  opinion: "åsikt åsikter tycker tänker tankar",
  article: `artikel artiklar artikeln inlägg inlägget sida sidor sidan innehåll innehållet text texter nyhet nyheter
    berättelse post poster ämne ämnen webbplats webbplatsen blogg bloggen historia historier berättelser inläggen
    läsning webblogg blogginlägg nyheten nyheterna reportage krönika saken`,
  newsletter: "nyhetsbrev* utskickslista",
  email: `e-post epost e-postadress epostadress mejl mail mailadress adress inkorg e-postmeddelande sms e-post* mejlet
    mejladress mailet utskick`,
  link: "länk länken länkar permalänk permanent url permanentlänk direktlänk",
  social: "sociala medier nätverk",
  channel: "kanal kanalen podcast podd app flöde rss grupp appen podden poddar",
  author: `författare författaren skribent författarna profil biografi redaktion redaktionen skribenter skribenten
    reporter reportern journalist journalisten krönikör korrespondent medarbetare journalister reportrar`,
  profile: "profil biografi",
  tag: `tagg taggar taggat taggad etikett etiketter kategori kategorier nyckelord arkiv arkiverat ämnen postat
    publicerat märkt rubrik ämne kategoriserat taggade etikett* tagg*`,
  cookie: `cookie* kakor integritet* villkor tredje part tjänster tjänst statistik marknadsföring analys
    integritetspolicy personuppgifter integritetsinställningar cookieinställningar samtycke marknadsföringscookies
    marknadsföringscookie gdpr kakinställningar tjänsten`,
  external: `extern externt externa tredje part inbäddat inbäddad tillhandahållet levereras levererat video videon
    videor`,
  window: "fönster flik nytt",
  browser: "webbläsare webbläsaren online webben",
  advert: "annons annonser reklam sponsrat sponsrad annonsen annonserna reklamen annonssamarbete",
  contents: "innehållsförteckning innehåll översikt sidan avsnitt",
  top: "toppen början hem startsidan startsida huvudinnehåll överst huvudinnehållet topp",
  menu: `meny navigering sök sökning sidofält inläggsnavigering sökresultat snabbsök sajtnavigering sajtnavigation
    huvudmeny sidnavigering`,
  field: "fält obligatoriska obligatoriskt krävs märkta markerade namn webbplats nästa gång fält*",
  publish: `publicerad publicerat publiceras uppdaterad uppdaterat senast skriven ändrad redigerad datum skapad skapat
    skrivet inlagd postad`,
  view: `version format vy mobil klassisk läsläge nattläge mörkerläge`,
  member: "medlem medlemmar prenumerant prenumeranter betalande premium läsare prenumerantar",
  friend: "vän vänner kompis familj vännerna bekanta kollega",
  error: "fel felet problem stavfel felaktighet skrivfel",
  helpful: "hjälpsam användbar hjälp hjälpte betygsätt",
  more: "mer fler flera andra vidare annat detaljer info",
  same: "samma",
  related: `relaterat relaterad relaterade liknande rekommenderat rekommenderade rekommenderas intressant intressera
    intresserad kanske gillar tips läsvärt förslag också gilla närliggande besläktade passande tillhörande besläktat
    associerat anknutna rekommenderar`,
  latest: "senaste nyaste nya nytt ny senast",
  popular: "populär populära populärt mest lästa läst trendande bäst favoriter",
  prev: "föregående tidigare äldre förra bakåt",
  next: "nästa nyare framåt efterföljande",
  first: "första först",
  none: "inga inte ingen inget aldrig än ännu",
  full: "hela fullständig resten allt",
  closed: `stängd stängda stängt avstängd avstängda inaktiverade inaktiverad tillåter tillåtna aktiverade moderering
    väntar möjligt tillåtet`,
  also: "också även kanske se",
  all: "alla allt samtliga alltid",
  gift: "ge gåva present skänk bort",
  clipboard: "urklipp",
  topic: "ämnet ämne temat saken",
  genre: `ledare krönika intervju analys kommentar reportage porträtt recension podd video insändare`,
  episode: "avsnitt avsnittet avsnitten program",
  stay: "håll hålla förbli",
  touch: "kontakt uppdaterad uppdaterade informerad hör",
  postal: "postadress",
  sort: "sortera sortering sorterat filtrera",
  best: "bästa bäst",
  rules: "regler reglerna regel kommentarsregler riktlinjer villkor",
  letter: "insändare brev läsarbrev",
  editor: "redaktion redaktionen redaktör redaktören",
  paid: "betalt betald sponsrat",
  scroll: "scrolla skrolla svep",
  choice: "val valen inställning alternativ",
  placeholder: "platshållare platshållarinnehåll faktiska",
  become: "bli blir",
  only: "bara endast enbart exklusivt",
  find: "hittat hittade sett upptäckt hitta",
  coffee: "kaffe kopp",
  inside: "på i",
  this: "den denna detta här",
  by: "av från",
  thanks: "tack",
  when: "varje dag vecka morgon fredag dagligen veckans",
  source: "källa källor",
  press: "journalistik oberoende press",
  others: "andra läsare",
  limit: "gräns nått kvar",
  end: "slut slutet",
  consent: "samtycke",
  favourite: "favoriter läslista",
  translate: "översätt översätta översättning",
  language: "språk språket",
  font: "text texten typsnitt textstorlek teckenstorlek",
  resize: "större mindre öka minska ändra storlek förstora förminska",
  powered: "drivs",
  mode: "läge",
  recipe: "recept receptet",
  dark: "mörkt ljust mörk natt tema",
  later: "senare",
  readlist: "läslista läslistan",
  list: "listan lista",
  switch: "slå aktivera byt växla",
  add: "lägg",
  is: "är",
  than: "än",
};
